package io.truetape.server.view;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.event.derived.SigPart;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Venue;
import io.truetape.model.price.Price;
import io.truetape.model.symbol.Contract;
import io.truetape.model.time.SessionClock;
import io.truetape.store.query.StoredPrint;
import java.math.BigDecimal;
import java.time.LocalDate;

/// Why a tape row says what it says, as a list of typed nodes: what was observed, what follows from
/// it by which formula, which rule signed it, and every chip's test (meaning.md 16).
///
/// Each node: `kind`, `seq` (null when it is not one log entry), `label`, `value`, `unit`,
/// `formula`, and `basis`: reported, measured or inferred.
public final class Explanation {
  private final SessionClock clock;
  private final PrintMetrics metrics;
  private final RuleBook book;

  public Explanation(SessionClock clock, RuleBook book) {
    this.clock = clock;
    this.book = book;
    this.metrics = new PrintMetrics(clock);
  }

  /// The whole chain of one print, by the rules that decided it; `versionNow` names those in force
  /// now, for a print older than every kept rule set.
  public String of(StoredPrint stored, String versionNow) {
    ChippedPrint p = stored.print();
    RuleBook.InForce then = book.at(stored.causeSeq());
    Rules rules = then.rules();
    Json out = new Json(8_192).open().field("seq", p.printSeq());
    out.field("ruleVersion", then.version().isEmpty() ? versionNow : then.version());
    out.name("observations").openList();
    observations(out, stored);
    out.closeList().name("metrics").openList();
    metrics(out, p);
    out.closeList().name("side").openList();
    side(out, p.sided(), rules);
    out.closeList().name("chips").openList();
    new ChipTests(rules).write(out, p);
    out.closeList().name("sigScore").openList();
    sig(out, p.measured(), rules);
    out.closeList();
    return out.close().toString();
  }

  private void observations(Json out, StoredPrint stored) {
    ChippedPrint p = stored.print();
    OptionPrint print = p.print();
    Contract c = p.contract();
    long seq = p.printSeq();
    String what =
        "%d x %s %s %s %s at %s on %s"
            .formatted(
                print.size(),
                c.root(),
                LocalDate.ofEpochDay(c.expiryDay()),
                Price.format(c.strikeMicros()),
                FlowJson.lower(c.right()),
                Price.format(print.priceMicros()),
                Venue.label(print.venue()));
    node(out, "print", seq, what, clock.format(p.tsNanos()), "exchange time", "", "reported");
    SaleCondition condition = p.normalized().condition();
    node(out, "sale-condition", seq, condition.meaning(), condition.mnemonic(), "", "", "reported");
    quote(out, p.quoted());
    spot(out, p.quoted());
    openInterest(out, p.windowed());
    if (stored.cancelled()) {
      node(
          out,
          "amended",
          stored.amendSeq(),
          "taken back later",
          stored.amendReason(),
          "",
          "",
          "reported");
    }
  }

  private void quote(Json out, QuotedPrint q) {
    Nbbo nbbo = q.nbbo();
    String join = "joined " + FlowJson.lower(q.joinQuality()).replace('_', ' ');
    if (!nbbo.isPresent()) {
      node(out, "quote", -1, "no quote as of the print; " + join, "", "", "", "reported");
      return;
    }
    String text = dollars(nbbo.bidMicros()) + " x " + dollars(nbbo.askMicros());
    String label =
        "NBBO as of %s, %s ms old, sizes %d x %d, %s"
            .formatted(
                clock.format(nbbo.tsNanos()),
                millis(q.quoteAgeNanos()),
                nbbo.bidSize(),
                nbbo.askSize(),
                join);
    node(out, "quote", -1, label, text, "dollars", "last quote stamped <= print", "reported");
  }

  private static String millis(long nanos) {
    return BigDecimal.valueOf(nanos, 6).stripTrailingZeros().toPlainString();
  }

  private static String dollars(long micros) {
    return micros < 0 ? "none" : Price.format(micros);
  }

  private void spot(Json out, QuotedPrint q) {
    if (!q.hasSpot()) {
      node(out, "spot", -1, "no underlying quote as of the print", "", "", "", "reported");
      return;
    }
    String label =
        "underlying as of %s, %s ms old"
            .formatted(clock.format(q.spotTsNanos()), millis(q.tsNanos() - q.spotTsNanos()));
    String value = FlowJson.half(q.spotDoubleMicros());
    node(out, "spot", -1, label, value, "dollars", "(bid + ask) / 2", "measured");
  }

  private static void openInterest(Json out, WindowedPrint w) {
    if (w.openInterest() < 0) {
      node(out, "open-interest", -1, "open interest is not known", "", "", "", "reported");
    } else {
      String label = "open interest for " + LocalDate.ofEpochDay(w.oiAsOfDay());
      String value = Long.toString(w.openInterest());
      node(out, "open-interest", -1, label, value, "contracts", "", "reported");
    }
  }

  private void metrics(Json out, ChippedPrint p) {
    for (PrintMetrics.Metric m : metrics.of(p)) {
      node(out, "metric", -1, m.label(), m.value(), m.unit(), m.formula(), m.basis());
    }
  }

  private static void side(Json out, SidedPrint s, Rules rules) {
    node(
        out,
        "side",
        -1,
        s.rule().meaning(),
        FlowJson.lower(s.side()),
        "",
        "buy if pBuy >= %s, sell if pBuy <= %s, else unknown"
            .formatted(
                rules.value("side.buyFrom").orElse(""), rules.value("side.sellTo").orElse("")),
        "inferred");
    node(
        out,
        "side-rule",
        -1,
        "rule " + s.rule().text(),
        "" + s.pBuy(),
        "probability of a buy",
        "first rule of size, quote, depth, tick that decides",
        "inferred");
    node(
        out,
        "accuracy",
        -1,
        "published accuracy of this rule in this bucket",
        "" + s.expectedAccuracy(),
        "share",
        "shrunk toward 0.5",
        "inferred");
  }

  private static void sig(Json out, MeasuredPrint m, Rules rules) {
    for (SigPart part : SigPart.values()) {
      boolean missing = (m.missing() & part.bit()) != 0;
      String input = missing ? "" : sigInput(part, m);
      node(out, "sig-part", -1, part.text(), input, "", sigFormula(part, rules), "measured");
    }
    node(
        out,
        "sig-raw",
        -1,
        "weighted sum over the available parts",
        "" + m.sigRaw(),
        "",
        "sum(weight x part) / sum(weight of available)",
        "measured");
    node(
        out,
        "sig-score",
        -1,
        m.isComplete() ? "complete" : "partial",
        m.sigScore() < 0 ? "" : "" + m.sigScore(),
        "percentile",
        "rank in the symbol x time-of-day bucket; absent below 12 prints",
        "measured");
  }

  private static String sigInput(SigPart part, MeasuredPrint m) {
    WindowedPrint w = m.windowed();
    return switch (part) {
      case VALUE_PERCENTILE -> "" + w.symbolPercentile();
      case VOL_OI -> "" + m.volOiRatio();
      case REPEAT -> "" + w.repeat3m();
      case OTM -> "" + m.otmPct();
      case SIDE_CONFIDENCE -> w.sided().quoted().location().display();
    };
  }

  /// Weight and shape of a part, with the scales in force; its input is the node's value.
  private static String sigFormula(SigPart part, Rules rules) {
    String shape =
        switch (part) {
          case VALUE_PERCENTILE -> "%s x value";
          case VOL_OI -> "%s x min(1, value / " + sigRule("volOiFull", rules) + ")";
          case REPEAT -> "%s x min(1, value / " + sigRule("repeatFull", rules) + ")";
          case OTM ->
              "%s x exp(-((value - "
                  + sigRule("otmPeak", rules)
                  + ") / "
                  + sigRule("otmWidth", rules)
                  + ")^2), 0 in the money";
          case SIDE_CONFIDENCE -> "%s x (AA 1, A 0.85, B and BB 0.7, else 0.25)";
        };
    String weight =
        switch (part) {
          case VALUE_PERCENTILE -> "valueWeight";
          case VOL_OI -> "volOiWeight";
          case REPEAT -> "repeatWeight";
          case OTM -> "otmWeight";
          case SIDE_CONFIDENCE -> "sideWeight";
        };
    return shape.formatted(sigRule(weight, rules));
  }

  private static String sigRule(String name, Rules rules) {
    return rules.value("sigscore." + name).orElse("?");
  }

  static void node(
      Json out,
      String kind,
      long seq,
      String label,
      String value,
      String unit,
      String formula,
      String basis) {
    out.open().field("kind", kind).name("seq");
    if (seq < 0) {
      out.none();
    } else {
      out.whole(seq);
    }
    out.field("label", label).name("value");
    if (value.isEmpty()) {
      out.none();
    } else {
      out.text(value);
    }
    out.field("unit", unit).field("formula", formula).field("basis", basis).close();
  }
}
