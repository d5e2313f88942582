/** Plain-text duties shared by every edge: clear refusals and nearest-name suggestions. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.text;
