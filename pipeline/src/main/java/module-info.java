/** Pure stages: what the tape means. Requires nothing but the model. */
module io.truetape.pipeline {
  requires transitive io.truetape.model;
  requires static org.jspecify;

  exports io.truetape.pipeline;
  exports io.truetape.pipeline.rule;
}
