package io.truetape.model.tape;

import io.truetape.model.baseline.Baseline;
import io.truetape.model.baseline.BucketCount;
import io.truetape.model.baseline.ContractBaseline;
import io.truetape.model.event.control.BaselineCarried;
import io.truetape.model.market.Right;
import io.truetape.model.text.BadInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A carried baseline as one line, both ways.
///
/// `baseline SPY 2026-01-15 sessions=1 prints=90 ... premiums=280:3,281:87` with `contract=` once per
/// contract: `SPXW/2026-01-16/C/6900000000/37:2,38:9`.
final class BaselineLine {
  private BaselineLine() {}

  static void write(TapeText out, BaselineCarried e) {
    Baseline b = e.baseline();
    out.raw("baseline")
        .word(e.symbol())
        .raw(LocalDate.ofEpochDay(e.asOfDay()).toString())
        .key("sessions", b.sessions(), 0)
        .key("prints", b.prints(), 0)
        .key("volume", b.volume(), 0)
        .key("stock-volume", b.stockVolume(), 0)
        .key("open-volume", b.openVolume(), 0)
        .key("open-minutes", b.openMinutes(), 0)
        .key("premiums", buckets(b.premiums()), "")
        .key("sizes", buckets(b.sizes()), "")
        .key("volumes", buckets(b.volumes()), "");
    for (ContractBaseline c : b.contracts()) {
      out.key("contract", contract(c));
    }
  }

  static BaselineCarried read(TapeFields f) {
    TapeLine line = f.line();
    String symbol = line.word("a symbol");
    int day = f.day("a date");
    List<ContractBaseline> contracts = new ArrayList<>();
    for (String text : line.values("contract")) {
      contracts.add(contract(text));
    }
    return new BaselineCarried(
        f.tsNanos(),
        symbol,
        day,
        new Baseline(
            (int) f.whole("sessions", 0),
            f.whole("prints", 0),
            f.whole("volume", 0),
            f.whole("stock-volume", 0),
            f.whole("open-volume", 0),
            f.whole("open-minutes", 0),
            buckets(line.value("premiums", "")),
            buckets(line.value("sizes", "")),
            buckets(line.value("volumes", "")),
            contracts));
  }

  private static String contract(ContractBaseline c) {
    return c.root()
        + "/"
        + LocalDate.ofEpochDay(c.expiryDay())
        + "/"
        + c.right().letter()
        + "/"
        + c.strikeMicros()
        + "/"
        + buckets(c.premiums());
  }

  private static ContractBaseline contract(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 5 || !(parts[2].equals("C") || parts[2].equals("P"))) {
      throw new BadInput("contract=" + text + ": expected root/date/C or P/strike/buckets");
    }
    return new ContractBaseline(
        parts[0],
        parts[2].equals("C") ? Right.CALL : Right.PUT,
        TapeFields.day("contract", parts[1]),
        TapeCodes.whole("strike", parts[3]),
        buckets(parts[4]));
  }

  private static String buckets(List<BucketCount> buckets) {
    StringBuilder out = new StringBuilder();
    for (BucketCount b : buckets) {
      out.append(out.isEmpty() ? "" : ",").append(b.bucket()).append(':').append(b.count());
    }
    return out.toString();
  }

  private static List<BucketCount> buckets(String text) {
    List<BucketCount> out = new ArrayList<>();
    if (text.isEmpty()) {
      return out;
    }
    for (String pair : text.split(",", -1)) {
      int colon = pair.indexOf(':');
      if (colon < 0) {
        throw new BadInput("bucket \"" + pair + "\": expected bucket:count");
      }
      out.add(
          new BucketCount(
              Math.toIntExact(TapeCodes.whole("bucket", pair.substring(0, colon))),
              TapeCodes.whole("count", pair.substring(colon + 1))));
    }
    return out;
  }
}
