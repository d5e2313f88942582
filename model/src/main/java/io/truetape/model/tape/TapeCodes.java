package io.truetape.model.tape;

import io.truetape.model.event.source.PrintFlags;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Venue;
import io.truetape.model.text.BadInput;
import io.truetape.model.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Codes as words: venues, sale conditions, feeds, print flags, enum constants.
///
/// A vendor's code that this build does not know is `#n`, an unassigned log code `!n`.
final class TapeCodes {
  private TapeCodes() {}

  static String venue(int code) {
    return Venue.of(code).code() == code ? Venue.of(code).name() : number(code, Venue.FOREIGN);
  }

  static int venue(String word) {
    if (isNumber(word)) {
      return number(word, Venue.FOREIGN);
    }
    String mic =
        switch (word) {
          case "CBOE" -> "XCBO";
          case "ISE" -> "XISX";
          case "PHLX" -> "XPHO";
          case "ARCA" -> "ARCO";
          case "AMEX" -> "AMXO";
          case "BOX" -> "XBOX";
          case "MIAX" -> "XMIO";
          case "TRF" -> "FINN";
          default -> word;
        };
    return Venue.ofMic(mic)
        .map(Venue::code)
        .orElseThrow(
            () -> {
              List<String> known = new ArrayList<>();
              for (Venue v : Venue.values()) {
                known.add(v.name());
              }
              return new BadInput(
                  "venue \"" + word + "\" is unknown" + Nearest.suggestion(word, known));
            });
  }

  static String condition(int code) {
    SaleCondition condition = SaleCondition.of(code);
    return condition.letter() == code ? word(condition) : number(code, SaleCondition.FOREIGN);
  }

  /// Accepts our words, the OPRA mnemonic in lower case, and a few plain ones.
  static int condition(String word) {
    if (isNumber(word)) {
      return number(word, SaleCondition.FOREIGN);
    }
    List<String> known = new ArrayList<>();
    for (SaleCondition c : SaleCondition.values()) {
      if (word.equals(word(c)) || word.equals(c.mnemonic().toLowerCase(Locale.ROOT))) {
        return c.letter();
      }
      known.add(word(c));
    }
    throw new BadInput("condition \"" + word + "\" is unknown" + Nearest.suggestion(word, known));
  }

  static FeedId feed(String word) {
    List<String> known = new ArrayList<>();
    for (FeedId f : FeedId.values()) {
      if (f.text().equals(word)) {
        return f;
      }
      known.add(f.text());
    }
    throw new BadInput("feed \"" + word + "\" is unknown" + Nearest.suggestion(word, known));
  }

  static String flags(int flags) {
    StringBuilder out = new StringBuilder();
    int rest = flags;
    rest = flag(out, rest, PrintFlags.FROM_BAR, "from-bar");
    rest = flag(out, rest, PrintFlags.VENDOR_CANCELLED, "vendor-cancelled");
    rest = flag(out, rest, PrintFlags.BACK_FILLED, "back-filled");
    return rest == 0
        ? out.toString()
        : out.append(out.isEmpty() ? "" : "+").append(rest).toString();
  }

  static int flags(String text) {
    int flags = 0;
    for (String part : text.split("\\+")) {
      flags |=
          switch (part) {
            case "from-bar" -> PrintFlags.FROM_BAR;
            case "vendor-cancelled" -> PrintFlags.VENDOR_CANCELLED;
            case "back-filled" -> PrintFlags.BACK_FILLED;
            default -> Math.toIntExact(whole("flags", part));
          };
    }
    return flags;
  }

  /// `EX_DIVIDEND` as `ex-dividend`.
  static String constant(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The constant that [#constant] would write as `word`.
  static <E extends Enum<E>> E constant(String what, String word, List<E> constants) {
    List<String> known = new ArrayList<>();
    for (E c : constants) {
      if (constant(c).equals(word)) {
        return c;
      }
      known.add(constant(c));
    }
    throw new BadInput(
        what + " \"" + word + "\" is not one of " + known + Nearest.suggestion(word, known));
  }

  static long whole(String what, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new BadInput(what + " \"" + text + "\": expected a whole number");
    }
  }

  private static String word(SaleCondition condition) {
    return switch (condition) {
      case REGULAR -> "regular";
      case ISO -> "iso";
      case AUCTION -> "auction";
      case AUCTION_ISO -> "auction-iso";
      case CROSS -> "cross";
      case FLOOR -> "floor";
      case MULTI_LEG -> "multi-leg";
      case STOCK_ELECTRONIC -> "stock-tied";
      case CANCEL -> "cancel";
      case NOT_CARRIED -> "not-carried";
      case UNKNOWN -> "unknown";
      default -> condition.mnemonic().toLowerCase(Locale.ROOT);
    };
  }

  private static int flag(StringBuilder out, int rest, int bit, String word) {
    if ((rest & bit) == 0) {
      return rest;
    }
    out.append(out.isEmpty() ? "" : "+").append(word);
    return rest & ~bit;
  }

  private static boolean isNumber(String word) {
    return word.startsWith("#") || word.startsWith("!");
  }

  private static String number(int code, int foreign) {
    return code >= foreign ? "#" + (code - foreign) : "!" + code;
  }

  private static int number(String word, int foreign) {
    long n = whole("code", word.substring(1));
    return Math.toIntExact(word.charAt(0) == '#' ? Math.addExact(n, foreign) : n);
  }
}
