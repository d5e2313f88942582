package io.truetape.engine.run;

import io.truetape.engine.wire.Codec;
import io.truetape.engine.wire.WireFault;
import io.truetape.engine.wire.WireReader;
import io.truetape.engine.wire.WireWriter;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import io.truetape.pipeline.Stage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The state of all shards as bytes: seq, rules, rates, listings, then lanes in order of symbol.
final class RunState {
  private final List<Shard> shards;
  private final Codec codec = new Codec();

  RunState(List<Shard> shards) {
    this.shards = shards;
  }

  void save(WireWriter out, long seq) {
    out.putLong(seq);
    Event rules = shards.getFirst().rules();
    out.putBoolean(rules != null);
    if (rules != null) {
      codec.encode(rules, out);
    }
    List<Event> rates = shards.getFirst().rates();
    out.putInt(rates.size());
    rates.forEach(rate -> codec.encode(rate, out));
    List<Event> listings = shards.getFirst().listings();
    out.putInt(listings.size());
    listings.forEach(listing -> codec.encode(listing, out));
    Map<String, ShardLane> lanes = lanes();
    out.putInt(lanes.size());
    LaneState state = new LaneState(out, new WireReader(new byte[0], 0, 0));
    for (Map.Entry<String, ShardLane> lane : lanes.entrySet()) {
      out.putText(lane.getKey());
      for (Stage stage : lane.getValue().lane().stages()) {
        out.putText(stage.id().text());
        stage.save(state);
      }
      lane.getValue().digest().save(out);
    }
  }

  long load(WireReader in) {
    long seq = in.getLong();
    if (in.getBoolean()) {
      tell(event(in));
    }
    for (int n = in.getInt(); n > 0; n--) {
      tell(event(in));
    }
    for (int n = in.getInt(); n > 0; n--) {
      tell(event(in));
    }
    Map<String, ShardLane> lanes = lanes();
    int count = in.getInt();
    if (count != lanes.size()) {
      throw new WireFault("snapshot of " + count + " lanes, listings make " + lanes.size());
    }
    LaneState state = new LaneState(new WireWriter(16), in);
    for (int i = 0; i < count; i++) {
      String text = in.getText();
      ShardLane lane = lanes.get(text);
      if (lane == null) {
        throw new WireFault("snapshot of a lane that is not listed: " + text);
      }
      for (Stage stage : lane.lane().stages()) {
        String name = in.getText();
        if (!name.equals(stage.id().text())) {
          throw new WireFault(text + ": state of room " + name + ", expected " + stage.id().text());
        }
        stage.load(state);
      }
      lane.digest().load(in);
    }
    return seq;
  }

  private void tell(Event event) {
    List<Entry> one = List.of(new Entry(0, event));
    shards.forEach(shard -> shard.think(one));
  }

  private Event event(WireReader in) {
    Event event = codec.decode(in);
    if (event == null) {
      throw new WireFault("an event of a newer build");
    }
    return event;
  }

  private Map<String, ShardLane> lanes() {
    TreeMap<String, ShardLane> lanes = new TreeMap<>();
    shards.forEach(shard -> shard.lanes().forEach(lane -> lanes.put(lane.text(), lane)));
    return lanes;
  }
}
