package io.truetape.feed.databento;

import io.truetape.feed.live.Secret;
import io.truetape.model.text.BadInput;
import java.util.List;
import java.util.Locale;

/// What to ask the live gateway for.
///
/// `host` empty means the dataset's own gateway; `symbols` of `ALL_SYMBOLS` means all;
/// `heartbeatSeconds` 5 to 1,800. Source: docs/feeds/databento.md.
public record DatabentoPlan(
    String host,
    int port,
    Secret key,
    String dataset,
    List<String> schemas,
    String symbolType,
    List<String> symbols,
    int heartbeatSeconds) {
  private static final List<String> SCHEMAS =
      List.of(
          "trades", "tcbbo", "cmbp-1", "definition", "statistics", "mbp-1", "imbalance", "status");

  private static final List<String> PRINTS = List.of("tcbbo", "trades", "cmbp-1", "mbp-1");

  public DatabentoPlan {
    schemas = List.copyOf(schemas);
    symbols = List.copyOf(symbols);
    for (String schema : schemas) {
      if (!SCHEMAS.contains(schema)) {
        throw new BadInput("databento schema \"" + schema + "\" is not read; expected " + SCHEMAS);
      }
    }
    if (schemas.stream().filter(PRINTS::contains).count() > 1) {
      throw new BadInput(
          "databento: " + schemas + " would count prints twice; choose one of " + PRINTS);
    }
    if (schemas.isEmpty() || symbols.isEmpty()) {
      throw new BadInput("databento: name at least one schema and one symbol");
    }
    if (heartbeatSeconds < 5 || heartbeatSeconds > 1_800) {
      throw new BadInput("databento heartbeat of " + heartbeatSeconds + " s; expected 5 to 1800");
    }
    if (key.reveal().length() < 5) {
      throw new BadInput("a databento key has 32 characters; this one has fewer than 5");
    }
  }

  /// Host of the gateway.
  String gateway() {
    return host.isEmpty()
        ? dataset.toLowerCase(Locale.ROOT).replace('.', '-') + ".lsg.databento.com"
        : host;
  }
}
