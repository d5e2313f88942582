/** Finished events to sinks: bounded per sink, a slow sink never slows the run. */
@org.jspecify.annotations.NullMarked
package io.truetape.engine.fanout;
