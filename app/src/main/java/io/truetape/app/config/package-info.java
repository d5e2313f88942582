/** One file, one record tree, strict keys; and the rule files. */
@org.jspecify.annotations.NullMarked
package io.truetape.app.config;
