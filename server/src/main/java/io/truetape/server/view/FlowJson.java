package io.truetape.server.view;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.event.derived.SigPart;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.PrintFlags;
import io.truetape.model.market.Chip;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Venue;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Osi;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import io.truetape.store.query.StoredPrint;
import java.time.LocalDate;
import java.util.Locale;

/// A tape row as JSON: one object, camelCase, dollars exact, absent values null.
public final class FlowJson {
  private final SessionClock clock;

  public FlowJson(SessionClock clock) {
    this.clock = clock;
  }

  /// Appends one row.
  public void row(Json out, StoredPrint stored) {
    ChippedPrint p = stored.print();
    out.open();
    identity(out, p, stored.causeSeq());
    contract(out, p);
    trade(out, p);
    quote(out, p.quoted());
    side(out, p);
    GreeksJson.write(out, p.priced());
    metrics(out, p.windowed(), p.measured());
    chips(out, p.chips());
    out.field("cancelled", stored.cancelled()).name("amendSeq");
    if (stored.cancelled()) {
      out.text(Long.toString(stored.amendSeq())).field("amendReason", stored.amendReason());
    } else {
      out.none().name("amendReason").none();
    }
    out.close();
  }

  /// One row as text.
  public String row(StoredPrint stored) {
    Json out = new Json(2_048);
    row(out, stored);
    return out.toString();
  }

  private void identity(Json out, ChippedPrint p, long causeSeq) {
    OptionPrint print = p.print();
    out.field("seq", p.printSeq()).field("causeSeq", causeSeq);
    out.field("ts", clock.format(print.sourceTsNanos()));
    out.field("tsNanos", Long.toString(print.sourceTsNanos()));
    out.field("ingestTsNanos", Long.toString(print.ingestTsNanos()));
    out.field("session", LocalDate.ofEpochDay(p.normalized().tradeDay()).toString());
    out.field("phase", lower(p.normalized().phase()));
    out.field("feed", print.feed().text());
    out.field("vendorSequence", Long.toString(print.vendorSequence()));
    out.field("fromBar", (print.flags() & PrintFlags.FROM_BAR) != 0);
    out.field("backFilled", (print.flags() & PrintFlags.BACK_FILLED) != 0);
  }

  private static void contract(Json out, ChippedPrint p) {
    Contract c = p.contract();
    out.field("underlying", c.underlying()).field("root", c.root()).name("osi");
    try {
      out.text(Osi.unpadded(c));
    } catch (BadInput e) {
      out.none();
    }
    out.field("right", lower(c.right()));
    out.field("expiry", LocalDate.ofEpochDay(c.expiryDay()).toString());
    out.dollars("strike", c.strikeMicros(), true).field("dte", p.measured().dte());
    out.field("multiplier", c.multiplier());
  }

  private static void trade(Json out, ChippedPrint p) {
    OptionPrint print = p.print();
    SaleCondition condition = p.normalized().condition();
    out.dollars("price", print.priceMicros(), true).field("size", print.size());
    out.dollars("premium", p.measured().premiumMicros(), true);
    out.field("venue", Venue.label(print.venue()));
    out.field(
        "condition",
        condition == SaleCondition.UNKNOWN
            ? "#" + (print.condition() - SaleCondition.FOREIGN)
            : String.valueOf(condition.letter()));
    out.field("conditionMnemonic", condition.mnemonic());
    out.field("conditionClass", condition.conditionClass());
  }

  private static void quote(Json out, QuotedPrint q) {
    Nbbo nbbo = q.nbbo();
    boolean quoted = nbbo.isPresent();
    out.field("location", q.location().name()).field("locationLabel", q.location().display());
    out.field("joinQuality", lower(q.joinQuality()));
    out.dollars("bid", nbbo.bidMicros(), quoted && nbbo.bidMicros() >= 0);
    out.dollars("ask", nbbo.askMicros(), quoted && nbbo.askMicros() >= 0);
    out.fromZero("bidSize", quoted ? nbbo.bidSize() : -1);
    out.fromZero("askSize", quoted ? nbbo.askSize() : -1);
    out.name("quoteAgeNanos");
    if (quoted) {
      out.whole(q.quoteAgeNanos());
    } else {
      out.none();
    }
    out.name("spreadBps").real(nbbo.isTwoSided() ? q.spreadBps() : Double.NaN);
    boolean placed = nbbo.isTwoSided() && nbbo.spreadMicros() > 0;
    out.name("positionInSpread").real(placed ? q.positionInSpread() : Double.NaN);
    out.name("spot");
    if (q.hasSpot()) {
      out.raw(half(q.spotDoubleMicros()));
    } else {
      out.none();
    }
    out.name("spotAgeNanos");
    if (q.hasSpot()) {
      out.whole(q.tsNanos() - q.spotTsNanos());
    } else {
      out.none();
    }
  }

  /// Half of twice the micro-dollars, exact to half a micro-dollar.
  static String half(long doubleMicros) {
    String text = new Json(24).dollars(doubleMicros / 2).toString();
    if (doubleMicros % 2 == 0) {
      return text;
    }
    int decimals = text.length() - text.indexOf('.') - 1;
    return text + "0".repeat(6 - decimals) + "5";
  }

  private static void side(Json out, ChippedPrint p) {
    SidedPrint s = p.sided();
    out.field("side", lower(s.side())).field("pBuy", s.pBuy());
    out.field("sideRule", s.rule().text()).field("expectedAccuracy", s.expectedAccuracy());
    out.field("sentiment", lower(p.measured().sentiment()));
  }

  private static void metrics(Json out, WindowedPrint w, MeasuredPrint m) {
    out.name("otmPct").real(m.hasSpot() ? m.otmPct() : Double.NaN);
    out.field("dayVolume", w.dayVolume());
    out.fromZero("openInterest", (double) w.openInterest());
    out.name("oiAsOf");
    if (w.openInterest() >= 0) {
      out.text(LocalDate.ofEpochDay(w.oiAsOfDay()).toString());
    } else {
      out.none();
    }
    out.fromZero("volOi", m.volOiRatio());
    out.field("repeat3m", w.repeat3m()).field("repeatExact", w.repeatExact());
    out.field("symbolVolume1m", w.symbolVolume1m()).field("baseline15m", w.baseline15m());
    out.field("openBaseline", w.openBaseline());
    out.fromZero("bullishRatio15m", w.bullishRatio15m());
    out.fromZero("bullishPremiumRatio15m", w.bullishPremiumRatio15m());
    out.fromZero("contractPercentile", w.contractPercentile());
    out.fromZero("symbolPercentile", w.symbolPercentile());
    out.name("premiumZ").real(w.hasZ() ? w.premiumZ() : Double.NaN);
    out.field("sigRaw", m.sigRaw()).fromZero("sigScore", m.sigScore());
    out.name("sigMissing").openList();
    for (SigPart part : SigPart.values()) {
      if ((m.missing() & part.bit()) != 0) {
        out.text(part.text());
      }
    }
    out.closeList();
  }

  private static void chips(Json out, long mask) {
    out.name("chips").openList();
    for (Chip chip : Chip.of(mask)) {
      out.text(chip.label());
    }
    out.closeList();
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
