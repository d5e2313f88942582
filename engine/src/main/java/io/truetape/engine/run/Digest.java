package io.truetape.engine.run;

import io.truetape.model.event.EventKind;
import io.truetape.pipeline.StageId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a run concluded, as one number: SHA-256 over rooms and lanes, lanes in order of symbol.
///
/// `rooms` holds the digest of each room alone, so that a difference names the first room that
/// disagreed. Equal for any number of shards, any speed, any restart. Source: docs/determinism.md.
public record Digest(String hex, Map<StageId, String> rooms, Map<EventKind, Long> counts) {

  static Digest of(List<ShardLane> lanes) {
    TreeMap<String, LaneDigest> sorted = new TreeMap<>();
    for (ShardLane lane : lanes) {
      sorted.put(lane.text(), lane.digest());
    }
    MessageDigest all = HashChain.sha256();
    Map<StageId, String> rooms = new EnumMap<>(StageId.class);
    for (StageId stage : StageId.values()) {
      MessageDigest room = HashChain.sha256();
      for (Map.Entry<String, LaneDigest> lane : sorted.entrySet()) {
        HashChain chain = lane.getValue().chain(stage);
        if (!chain.isEmpty()) {
          room.update(lane.getKey().getBytes(StandardCharsets.UTF_8));
          room.update(chain.end());
        }
      }
      byte[] value = room.digest();
      rooms.put(stage, HexFormat.of().formatHex(value));
      all.update(value);
    }
    long[] totals = new long[EventKind.values().length];
    sorted.values().forEach(lane -> lane.addCountsTo(totals));
    Map<EventKind, Long> counts = new EnumMap<>(EventKind.class);
    for (EventKind kind : EventKind.values()) {
      if (totals[kind.ordinal()] > 0) {
        counts.put(kind, totals[kind.ordinal()]);
      }
    }
    return new Digest(HexFormat.of().formatHex(all.digest()), rooms, counts);
  }
}
