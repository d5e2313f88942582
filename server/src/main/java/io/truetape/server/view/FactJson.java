package io.truetape.server.view;

import io.truetape.model.event.derived.exposure.BucketExposure;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.AlertScore;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.derived.strikes.StrikeRow;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Chip;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.Venue;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Osi;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.Layout;
import io.truetape.store.query.meaning.Resource;
import io.truetape.store.query.meaning.Shape;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A conclusion as JSON: every component of its record, named and worded alike everywhere.
///
/// `xMicros` is written `x` in dollars; a time `xNanos` as text, and `x` beside it in New York ISO;
/// an epoch day `xDay` as `x`, a date; enums in lower case; what is absent as null. Log numbers of
/// symbols and contracts are left out: they mean nothing outside.
public final class FactJson {
  private static final Set<String> INSTANTS =
      Set.of("startNanos", "fromNanos", "toNanos", "firstSeenNanos", "lastSeenNanos");
  private final SessionClock clock;

  public FactJson(SessionClock clock) {
    this.clock = clock;
  }

  /// The text of one conclusion.
  public String row(Fact fact) {
    Json out = new Json(2_048);
    row(out, fact);
    return out.toString();
  }

  /// Name, place and basis, then the event; callers close what `more` adds to.
  public void row(Json out, Fact fact) {
    out.open();
    fields(out, fact);
    out.close();
  }

  /// The fields of a row, without the brackets.
  public void fields(Json out, Fact fact) {
    out.field("id", id(fact)).field("causeSeq", fact.causeSeq());
    out.field("basis", basis(fact.resource()));
    Record event = (Record) fact.event();
    if (Shape.components(event.getClass()).stream().noneMatch(c -> c.getName().equals("tsNanos"))) {
      whole(out, "tsNanos", fact.event().tsNanos());
    }
    components(out, event);
    if (fact.event() instanceof AlertChanged alert) {
      out.field("state", Layout.state(alert));
    }
  }

  /// The name by which `/api/v1/explain/` knows it.
  public static String id(Fact fact) {
    return fact.resource().refKind() + ":" + fact.name().text();
  }

  /// `reported` for what others stated, `measured` for sums of it, `inferred` for readings.
  public static String basis(Resource resource) {
    return switch (resource) {
      case EQUITY_PRINTS -> "reported";
      case STRIKES, TIDE, HEATMAP -> "measured";
      default -> "inferred";
    };
  }

  /// A record as an object.
  public void record(Json out, Record record) {
    out.open();
    components(out, record);
    out.close();
  }

  private void components(Json out, Record record) {
    for (RecordComponent c : Shape.components(record.getClass())) {
      String name = c.getName();
      boolean logNumber =
          c.getType() == int.class && (name.equals("symbol") || name.equals("contractId"));
      if (!logNumber) {
        component(out, c, name, record);
      }
    }
    computed(out, record);
  }

  private void component(Json out, RecordComponent c, String name, Record of) {
    Object value = Shape.isAbsent(c, of) ? null : Shape.get(c, of);
    if (c.getType() == long.class) {
      whole(out, name, (Long) value);
    } else if (c.getType() == int.class && name.endsWith("Day")) {
      out.name(name.substring(0, name.length() - 3));
      text(out, value == null ? null : LocalDate.ofEpochDay((Integer) value).toString());
    } else if (c.getType() == int.class && name.equals("venue")) {
      out.field(name, Venue.label((Integer) java.util.Objects.requireNonNull(value)));
    } else {
      out.name(name);
      value(out, value);
    }
  }

  private void whole(Json out, String name, @Nullable Long value) {
    if (name.equals("chips") && value != null) {
      out.name(name).openList();
      Chip.of(value).forEach(chip -> out.text(chip.label()));
      out.closeList();
    } else if (name.endsWith("DoubleMicros")) {
      out.name(name.substring(0, name.length() - 12));
      raw(out, value == null ? null : FlowJson.half(value));
    } else if (name.endsWith("Micros")) {
      out.dollars(name.substring(0, name.length() - 6), value == null ? 0 : value, value != null);
    } else if (INSTANTS.contains(name) || name.endsWith("TsNanos") || name.equals("tsNanos")) {
      boolean there = value != null && value != 0;
      out.name(name.substring(0, name.length() - 5));
      text(out, there ? clock.format(java.util.Objects.requireNonNull(value)) : null);
      out.name(name);
      text(out, there ? String.valueOf(value) : null);
    } else {
      out.name(name);
      value(out, value);
    }
  }

  private static void text(Json out, @Nullable String value) {
    if (value == null) {
      out.none();
    } else {
      out.text(value);
    }
  }

  private static void raw(Json out, @Nullable String value) {
    if (value == null) {
      out.none();
    } else {
      out.raw(value);
    }
  }

  private void value(Json out, @Nullable Object value) {
    switch (value) {
      case null -> out.none();
      case Long n -> out.whole(n);
      case Integer n -> out.whole(n);
      case Double n -> out.real(n);
      case Boolean b -> out.truth(b);
      case String s -> out.text(s);
      case QuoteLocation location -> out.text(location.name());
      case FeedId feed -> out.text(feed.text());
      case Enum<?> e -> out.text(e.name().toLowerCase(Locale.ROOT));
      case Record r -> record(out, r);
      case List<?> list -> {
        out.openList();
        list.forEach(element -> value(out, element));
        out.closeList();
      }
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private static void computed(Json out, Record record) {
    switch (record) {
      case AlertScore score -> out.field("total", score.total());
      case Condition c -> {
        out.field("sign", c.comparison().sign()).name("margin");
        out.real(c.known() ? c.margin() : Double.NaN);
      }
      case BucketExposure b -> {
        out.field("resolved", b.isResolved()).fromZero("pricedPercent", b.pricedPercent());
      }
      case StrikeRow r -> out.fromZero("putCallRatio", r.putCallRatio());
      case Contract c -> {
        out.name("osi");
        try {
          out.text(Osi.unpadded(c));
        } catch (BadInput e) {
          out.none();
        }
      }
      default -> {}
    }
  }
}
