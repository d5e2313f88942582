package io.truetape.model.symbol;

/// What an option root implies: its underlying, exercise style, settlement and trading hours.
///
/// Source: OCC symbology and the exchanges' product specifications (docs/methods/symbols.md).
public final class Roots {
  private Roots() {}

  /// The underlying symbol of a root: `SPXW` gives `SPX`, `BRKB` gives `BRK.B`, `AAPL1` gives `AAPL`.
  public static String underlying(String root) {
    return switch (root) {
      case "SPXW" -> "SPX";
      case "NDXP" -> "NDX";
      case "RUTW" -> "RUT";
      case "VIXW" -> "VIX";
      case "XSPW", "XSPAM" -> "XSP";
      case "DJXW" -> "DJX";
      case "MRUTW" -> "MRUT";
      case "OEXW" -> "OEX";
      case "BRKB" -> "BRK.B";
      case "BFB" -> "BF.B";
      default -> isAdjusted(root) ? root.substring(0, root.length() - 1) : root;
    };
  }

  /// True for a root with a digit suffix: its deliverable is not 100 shares.
  public static boolean isAdjusted(String root) {
    int n = root.length();
    return n > 1 && Character.isDigit(root.charAt(n - 1)) && Character.isLetter(root.charAt(n - 2));
  }

  /// Which expiries are listed under a root: an index has a root for its monthly and another for all
  /// others, so that the root says it; other roots hold both.
  public enum Series {
    MONTHLY,
    WEEKLY,
    BOTH
  }

  public static Series series(String root) {
    return switch (root) {
      case "SPX", "NDX", "RUT", "VIX", "DJX", "MRUT", "XSPAM" -> Series.MONTHLY;
      case "SPXW", "NDXP", "RUTW", "VIXW", "XSPW", "DJXW", "MRUTW", "OEXW" -> Series.WEEKLY;
      default -> Series.BOTH;
    };
  }

  /// True when the root settles in cash against an index.
  public static boolean isIndex(String root) {
    return isIndexSymbol(underlying(root));
  }

  /// True when the symbol names an index rather than something with shares.
  public static boolean isIndexSymbol(String symbol) {
    return switch (symbol) {
      case "SPX", "NDX", "RUT", "VIX", "XSP", "DJX", "OEX", "XEO", "MRUT", "XND", "NANOS" -> true;
      default -> false;
    };
  }

  public static ExerciseStyle style(String root) {
    return isIndex(root) && !root.equals("OEX") && !root.equals("OEXW")
        ? ExerciseStyle.EUROPEAN
        : ExerciseStyle.AMERICAN;
  }

  public static Settlement settlement(String root) {
    return switch (root) {
      case "SPX", "NDX", "RUT", "VIX", "VIXW", "DJX", "MRUT", "XSPAM" -> Settlement.AM;
      default -> Settlement.PM;
    };
  }

  /// True when options on the root trade to 16:15: index options and the listed broad funds.
  public static boolean tradesLate(String root) {
    return isIndex(root)
        || switch (root) {
          case "SPY", "QQQ", "IWM", "DIA", "EEM", "EFA", "GLD", "IWN", "IWO", "IWV", "KBE", "KRE" ->
              true;
          case "MDY", "OEF", "OIH", "SLV", "SVXY", "SPXL", "SPXS", "UNG", "USO", "UUP", "UVXY" ->
              true;
          case "VIXY", "VXX", "VXZ", "XHB", "XLB", "XLE", "XLF", "XLI", "XLK", "XLP", "XLU" -> true;
          case "XLV", "XLY", "XME", "XRT", "TQQQ", "SQQQ", "TNA", "TZA", "DBC", "XLC", "SMH" ->
              true;
          default -> false;
        };
  }

  /// The kind of an underlying as far as its name tells.
  public static SymbolKind kind(String symbol) {
    return isIndexSymbol(symbol)
        ? SymbolKind.INDEX
        : tradesLate(symbol)
                || symbol.equals("TLT")
                || symbol.equals("HYG")
                || symbol.equals("ARKK")
            ? SymbolKind.ETF
            : SymbolKind.STOCK;
  }
}
