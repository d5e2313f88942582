/** How we ask: seeded properties, recorded fixtures, fakes with names. Test scope only. */
@org.jspecify.annotations.NullMarked
package io.truetape.testkit;
