/** Log entries through the lanes: routing, shards, merging, digest. */
@org.jspecify.annotations.NullMarked
package io.truetape.engine.run;
