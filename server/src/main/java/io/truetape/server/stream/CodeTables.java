package io.truetape.server.stream;

import io.truetape.model.market.Chip;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.model.market.SideRule;
import io.truetape.model.market.Venue;
import io.truetape.model.time.SessionPhase;
import io.truetape.server.view.Json;

/// The `welcome` message: what the small numbers in binary rows mean.
final class CodeTables {
  private CodeTables() {}

  static String json() {
    Json out = new Json(8_192).open().field("op", "welcome").field("version", 1);
    out.field("headerBytes", RowCodec.HEADER_BYTES).field("rowBytes", RowCodec.ROW_BYTES);
    names(out, "sides", Side.values());
    names(out, "locations", QuoteLocation.values());
    out.name("locationLabels").openList();
    for (QuoteLocation location : QuoteLocation.values()) {
      out.text(location.display());
    }
    out.closeList();
    names(out, "sentiments", Sentiment.values());
    names(out, "phases", SessionPhase.values());
    out.name("sideRules").openList();
    for (SideRule rule : SideRule.values()) {
      out.text(rule.text());
    }
    out.closeList().name("chips").openList();
    for (Chip chip : Chip.values()) {
      out.text(chip.label());
    }
    out.closeList().name("venues").open();
    for (Venue venue : Venue.values()) {
      out.field(Integer.toString(venue.code()), venue.name());
    }
    out.close().name("conditions").open();
    for (SaleCondition condition : SaleCondition.values()) {
      out.name(Integer.toString(condition.letter())).openList();
      out.text(condition.mnemonic()).text(condition.conditionClass());
      out.text(condition.meaning()).closeList();
    }
    return out.close().close().toString();
  }

  private static void names(Json out, String name, Enum<?>[] values) {
    out.name(name).openList();
    for (Enum<?> value : values) {
      out.text(value.name());
    }
    out.closeList();
  }
}
