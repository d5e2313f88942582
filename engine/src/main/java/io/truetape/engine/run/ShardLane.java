package io.truetape.engine.run;

import io.truetape.pipeline.Lane;

/// A lane and the digest of what it concluded.
record ShardLane(Lane lane, LaneDigest digest) {
  String text() {
    return lane.text();
  }
}
