package io.truetape.server.stream;

import io.truetape.model.event.derived.Amended;
import io.truetape.server.view.FlowJson;
import io.truetape.server.view.HealthReport;
import io.truetape.server.view.Json;
import io.truetape.server.view.StateJson;
import io.truetape.store.query.StoredPrint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Turns rows into frames, at most [#MAX_ROWS] each. The hub's thread only.
final class Encoder {
  static final int MAX_ROWS = 512;
  private final ContractNumbers numbers = new ContractNumbers();
  private final FlowJson rows;
  private final StateJson state;
  private final Clock clock;

  Encoder(FlowJson rows, StateJson state, Clock clock) {
    this.rows = rows;
    this.state = state;
    this.clock = clock;
  }

  /// Frames of rows in causing order. Snapshot frames count no rows, so they are never dropped.
  List<Frame> rows(List<StoredPrint> prints, Subscription.Form form, boolean snapshot) {
    List<Frame> out = new ArrayList<>();
    for (int from = 0; from < prints.size(); from += MAX_ROWS) {
      int to = Math.min(prints.size(), from + MAX_ROWS);
      List<StoredPrint> part = prints.subList(from, to);
      long last = part.getLast().causeSeq();
      boolean split = to < prints.size() && prints.get(to).causeSeq() == last;
      byte[] bytes =
          switch (form) {
            case BINARY -> binary(part, split ? last - 1 : last, snapshot);
            case JSON -> json(part, split ? last - 1 : last, snapshot);
            case EVENTS -> events(part, split);
          };
      out.add(
          new Frame(
              form == Subscription.Form.BINARY,
              bytes,
              snapshot ? 0 : part.size(),
              part.getFirst().causeSeq(),
              last));
    }
    return out;
  }

  private byte[] binary(List<StoredPrint> part, long seq, boolean snapshot) {
    long now = now();
    byte type = snapshot ? RowCodec.TYPE_SNAPSHOT : RowCodec.TYPE_ROWS;
    byte[] bytes = new byte[RowCodec.HEADER_BYTES + part.size() * RowCodec.ROW_BYTES];
    ByteBuffer out = RowCodec.start(bytes, type, part.size(), seq, now, lagMicros(part, now));
    for (StoredPrint print : part) {
      RowCodec.row(out, print, numbers.numberOf(print.print().contract()));
    }
    return bytes;
  }

  private byte[] json(List<StoredPrint> part, long seq, boolean snapshot) {
    Json out = new Json(2_048 * part.size() + 128).open();
    out.field("op", snapshot ? "snapshot" : "rows").field("seq", seq);
    out.field("lagMicros", lagMicros(part, now())).name("rows").openList();
    part.forEach(print -> rows.row(out, print));
    return out.closeList().close().toString().getBytes(StandardCharsets.UTF_8);
  }

  /// An id goes only with the last row of its cause, so that resuming after it loses nothing.
  private byte[] events(List<StoredPrint> part, boolean split) {
    StringBuilder out = new StringBuilder(2_100 * part.size());
    for (int i = 0; i < part.size(); i++) {
      StoredPrint print = part.get(i);
      boolean lastOfCause =
          i + 1 < part.size() ? part.get(i + 1).causeSeq() != print.causeSeq() : !split;
      if (lastOfCause) {
        out.append("id: ").append(print.causeSeq()).append('\n');
      }
      out.append("event: row\ndata: ").append(rows.row(print)).append("\n\n");
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The contracts of `prints` that a binary client has not been told yet; empty when none.
  String newContracts(List<StoredPrint> prints, Subscription subscription) {
    List<Integer> fresh = new ArrayList<>();
    for (StoredPrint print : prints) {
      int number = numbers.numberOf(print.print().contract());
      if (!subscription.contracts().get(number)) {
        subscription.contracts().set(number);
        fresh.add(number);
      }
    }
    return fresh.isEmpty() ? "" : numbers.message(fresh);
  }

  /// Says that from here on every matching row after `seq` will come.
  Frame subscribed(Subscription.Form form, long seq) {
    Json out = new Json(96).open().field("op", "subscribed").field("channel", "flow");
    out.field("format", form == Subscription.Form.JSON ? "json" : "binary");
    return Frame.control(out.field("seq", seq).close().toString());
  }

  static Frame gap(Subscription.Form form, long from, long to, long count) {
    Json out = new Json(128).open().field("op", "gap").field("from", from).field("to", to);
    String body = out.field("count", count).close().toString();
    return form == Subscription.Form.EVENTS
        ? Frame.control("event: gap\ndata: " + body + "\n\n")
        : Frame.control(body);
  }

  static Frame amended(Subscription.Form form, long seq, Amended a) {
    Json out = new Json(192).open().field("op", "amended").field("seq", seq);
    out.field("printSeq", a.printSeq()).field("amendSeq", a.amendSeq());
    String body = out.field("reason", a.reason()).close().toString();
    return form == Subscription.Form.EVENTS
        ? Frame.control("event: amended\ndata: " + body + "\n\n")
        : Frame.control(body);
  }

  Frame heartbeat(HealthReport health, long seq) {
    Json out = new Json(384).open().field("op", "heartbeat").field("streamSeq", seq);
    state.state(out, health);
    out.field("rate", health.printsPerSecond());
    return Frame.control(out.field("serverTsNanos", Long.toString(now())).close().toString());
  }

  private static long lagMicros(List<StoredPrint> part, long now) {
    return (now - part.getLast().print().print().ingestTsNanos()) / 1_000;
  }

  private long now() {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
