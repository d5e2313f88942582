package io.truetape.store.query.meaning;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.derived.dark.DarkInference;
import io.truetape.model.event.derived.dark.LiquidityZone;
import io.truetape.model.event.derived.dark.OffExchangePrint;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.OpenShareVerdict;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.strikes.FlowMinute;
import io.truetape.model.event.derived.strikes.HeatCells;
import io.truetape.model.event.derived.strikes.StrikeBoard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A kind of conclusion that is kept: its name in interfaces, in references, and its event.
public enum Resource {
  PACKETS("packets", "packet", FlowPacket.class),
  STRUCTURES("structures", "structure", StructureFound.class),
  SMART_MONEY("smart-money", "smart-money", SmartMoneyEvent.class),
  CLASSIFIER_HITS("classifier-hits", "classifier-hits", ClassifierHits.class),
  VERDICTS("verdicts", "verdict", OpenShareVerdict.class),
  ALERTS("alerts", "alert", AlertChanged.class),
  EQUITY_PRINTS("equities/prints", "equity-print", OffExchangePrint.class),
  DARK("dark", "dark", DarkInference.class),
  ZONES("zones", "zone", LiquidityZone.class),
  STRIKES("strikes", "strikes", StrikeBoard.class),
  EXPOSURE("exposure", "exposure", ExposureComputed.class),
  TIDE("tide", "flow-minute", FlowMinute.class),
  HEATMAP("heatmap", "heat", HeatCells.class);

  private final String text;
  private final String refKind;
  private final Class<? extends DerivedEvent> type;

  <E extends Record & DerivedEvent> Resource(String text, String refKind, Class<E> type) {
    this.text = text;
    this.refKind = refKind;
    this.type = type;
  }

  /// The path below `/api/v1/` and the name of the channel.
  public String text() {
    return text;
  }

  /// The kind in references: `packet` in `packet:123`.
  public String refKind() {
    return refKind;
  }

  public Class<? extends DerivedEvent> type() {
    return type;
  }

  public Layout layout() {
    return Layout.of(this);
  }

  /// Name of its table.
  public String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The resource an event belongs to; empty when it is not kept as one.
  public static Optional<Resource> of(Object event) {
    for (Resource resource : ALL) {
      if (resource.type.isInstance(event)) {
        return Optional.of(resource);
      }
    }
    return Optional.empty();
  }

  public static Optional<Resource> ofRef(String kind) {
    return ALL.stream().filter(r -> r.refKind.equals(kind)).findFirst();
  }

  public static Optional<Resource> named(String text) {
    return ALL.stream().filter(r -> r.text.equals(text)).findFirst();
  }

  private static final List<Resource> ALL = List.of(values());
}
