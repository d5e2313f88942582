/** What happened, in order: the log, the sequencer, the run, snapshots, fan-out. */
module io.truetape.engine {
  requires transitive io.truetape.pipeline;
  requires static org.jspecify;

  exports io.truetape.engine.fanout;
  exports io.truetape.engine.log;
  exports io.truetape.engine.run;
  exports io.truetape.engine.sequence;
  exports io.truetape.engine.snapshot;
  exports io.truetape.engine.wire;
}
