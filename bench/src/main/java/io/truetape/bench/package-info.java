/** How fast is it? Whole-process measurements, run by `bench/run`; results in bench/results. */
@org.jspecify.annotations.NullMarked
package io.truetape.bench;
