/** One class per command; each says what it does, with an example. */
@org.jspecify.annotations.NullMarked
package io.truetape.app.cli;
