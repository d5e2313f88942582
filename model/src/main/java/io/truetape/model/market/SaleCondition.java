package io.truetape.model.market;

/// What a print says about itself: OPRA trade message types and the older floor codes.
///
/// Each code answers three separate questions: does the print count for volume, does it move last
/// price and candles, and may it carry a direction. Source: OPRA participant specification as
/// tabulated in docs/methods/conditions.md. The letter is written to the log: never renumber.
public enum SaleCondition {
  REGULAR(' ', 0, "REGL", "regular", Kind.NORMAL),
  CANCEL('A', 40, "CANC", "cancel of an earlier report", Kind.CANCEL),
  LATE_OUT_OF_SEQUENCE('B', 2, "OSEQ", "late and out of sequence", Kind.LATE),
  CANCEL_LAST('C', 41, "CNCL", "cancel of the last report", Kind.CANCEL),
  LATE_IN_SEQUENCE('D', 13, "LATE", "late, in sequence", Kind.LATE),
  CANCEL_OPENING('E', 42, "CNCO", "cancel of the opening report", Kind.CANCEL),
  LATE_OPENING_OUT_OF_SEQUENCE('F', 6, "OPEN", "late opening report, out of sequence", Kind.LATE),
  CANCEL_ONLY('G', 43, "CNOL", "cancel of the only report of the day", Kind.CANCEL),
  LATE_OPENING('H', 7, "OPNL", "late opening report, in sequence", Kind.LATE),
  ELECTRONIC('I', 18, "AUTO", "electronic execution", Kind.NORMAL),
  REOPENING('J', 21, "REOP", "first trade after a halt", Kind.NORMAL),
  ISO('S', 95, "ISOI", "intermarket sweep order, as reported", Kind.ISO),
  AUCTION('a', 125, "SLAN", "single-leg auction", Kind.AUCTION),
  AUCTION_ISO('b', 126, "SLAI", "single-leg auction, ISO", Kind.AUCTION_ISO),
  CROSS('c', 127, "SLCN", "single-leg cross", Kind.CROSS),
  CROSS_ISO('d', 128, "SLCI", "single-leg cross, ISO", Kind.CROSS_ISO),
  FLOOR('e', 129, "SLFT", "single-leg floor", Kind.FLOOR),
  MULTI_LEG('f', 130, "MLET", "multi-leg electronic", Kind.MULTI_LEG),
  MULTI_LEG_AUCTION('g', 131, "MLAT", "multi-leg auction", Kind.MULTI_LEG),
  MULTI_LEG_CROSS('h', 132, "MLCT", "multi-leg cross", Kind.MULTI_LEG),
  MULTI_LEG_FLOOR('i', 133, "MLFT", "multi-leg floor", Kind.MULTI_LEG),
  MULTI_LEG_VS_SINGLE('j', 134, "MESL", "multi-leg electronic against single legs", Kind.MULTI_LEG),
  STOCK_AUCTION('k', 135, "TLAT", "stock-option auction", Kind.STOCK_TIED),
  MULTI_LEG_AUCTION_VS_SINGLE(
      'l', 136, "MASL", "multi-leg auction against single legs", Kind.MULTI_LEG),
  MULTI_LEG_FLOOR_VS_SINGLE(
      'm', 137, "MFSL", "multi-leg floor against single legs", Kind.MULTI_LEG),
  STOCK_ELECTRONIC('n', 138, "TLET", "stock-option electronic", Kind.STOCK_TIED),
  STOCK_CROSS('o', 139, "TLCT", "stock-option cross", Kind.STOCK_TIED),
  STOCK_FLOOR('p', 140, "TLFT", "stock-option floor", Kind.STOCK_TIED),
  STOCK_ELECTRONIC_VS_SINGLE(
      'q', 141, "TESL", "stock-option electronic against single legs", Kind.STOCK_TIED),
  STOCK_AUCTION_VS_SINGLE(
      'r', 142, "TASL", "stock-option auction against single legs", Kind.STOCK_TIED),
  STOCK_FLOOR_VS_SINGLE(
      's', 143, "TFSL", "stock-option floor against single legs", Kind.STOCK_TIED),
  PROPRIETARY_FLOOR('t', 144, "CBMO", "multi-leg floor of a proprietary product", Kind.MULTI_LEG),
  COMPRESSION(
      'u', 147, "MCTP", "multilateral compression of a proprietary product", Kind.COMPRESSION),
  EXTENDED_HOURS('v', 148, "EXHT", "extended-hours trade", Kind.EXTENDED),
  OLD_SPREAD('1', 35, "SPRD", "spread, multi-leg code used before 2019", Kind.MULTI_LEG),
  OLD_STRADDLE('2', 36, "STDL", "straddle, floor code used before 2019", Kind.MULTI_LEG),
  OLD_BUY_WRITE('3', 37, "BUYW", "buy-write, floor code used before 2019", Kind.STOCK_TIED),
  OLD_COMBO('4', 38, "CMBO", "combination, floor code used before 2019", Kind.MULTI_LEG),
  OLD_STOPPED('5', 39, "STPD", "stopped, floor code used before 2019", Kind.FLOOR),
  OLD_STOPPED_IMPROVED(
      '6', 106, "STIM", "stopped and improved, code used before 2019", Kind.NORMAL),
  CANCEL_STOPPED('7', 44, "CSTP", "cancel of a stopped report", Kind.CANCEL),
  NOT_CARRIED('0', -1, "NONE", "the feed carries no sale condition", Kind.NORMAL),
  UNKNOWN('?', -2, "UNKN", "a code this build does not know; kept and flagged", Kind.NORMAL);

  /// What a family of codes means for volume, last price and direction.
  enum Kind {
    NORMAL(true, true, true),
    ISO(true, true, true),
    AUCTION(true, true, true),
    AUCTION_ISO(true, true, true),
    CROSS(true, true, true),
    CROSS_ISO(true, true, true),
    FLOOR(true, true, true),
    MULTI_LEG(true, true, false),
    STOCK_TIED(true, true, false),
    LATE(true, false, true),
    CANCEL(false, false, false),
    COMPRESSION(true, false, false),
    EXTENDED(true, false, true);

    final boolean volume;
    final boolean last;
    final boolean direction;

    Kind(boolean volume, boolean last, boolean direction) {
      this.volume = volume;
      this.last = last;
      this.direction = direction;
    }
  }

  /// Log codes at or above this are vendor codes this build does not know, offset by it.
  public static final int FOREIGN = 256;

  private final char letter;
  private final int thetaCode;
  private final String mnemonic;
  private final String meaning;
  private final Kind kind;

  SaleCondition(char letter, int thetaCode, String mnemonic, String meaning, Kind kind) {
    this.letter = letter;
    this.thetaCode = thetaCode;
    this.mnemonic = mnemonic;
    this.meaning = meaning;
    this.kind = kind;
  }

  /// The condition for a log code: an OPRA letter, or UNKNOWN for a foreign one. O(1).
  public static SaleCondition of(int code) {
    return switch (code) {
      case ' ' -> REGULAR;
      case 'A' -> CANCEL;
      case 'B' -> LATE_OUT_OF_SEQUENCE;
      case 'C' -> CANCEL_LAST;
      case 'D' -> LATE_IN_SEQUENCE;
      case 'E' -> CANCEL_OPENING;
      case 'F' -> LATE_OPENING_OUT_OF_SEQUENCE;
      case 'G' -> CANCEL_ONLY;
      case 'H' -> LATE_OPENING;
      case 'I' -> ELECTRONIC;
      case 'J' -> REOPENING;
      case 'S' -> ISO;
      case 'a' -> AUCTION;
      case 'b' -> AUCTION_ISO;
      case 'c' -> CROSS;
      case 'd' -> CROSS_ISO;
      case 'e' -> FLOOR;
      case 'f' -> MULTI_LEG;
      case 'g' -> MULTI_LEG_AUCTION;
      case 'h' -> MULTI_LEG_CROSS;
      case 'i' -> MULTI_LEG_FLOOR;
      case 'j' -> MULTI_LEG_VS_SINGLE;
      case 'k' -> STOCK_AUCTION;
      case 'l' -> MULTI_LEG_AUCTION_VS_SINGLE;
      case 'm' -> MULTI_LEG_FLOOR_VS_SINGLE;
      case 'n' -> STOCK_ELECTRONIC;
      case 'o' -> STOCK_CROSS;
      case 'p' -> STOCK_FLOOR;
      case 'q' -> STOCK_ELECTRONIC_VS_SINGLE;
      case 'r' -> STOCK_AUCTION_VS_SINGLE;
      case 's' -> STOCK_FLOOR_VS_SINGLE;
      case 't' -> PROPRIETARY_FLOOR;
      case 'u' -> COMPRESSION;
      case 'v' -> EXTENDED_HOURS;
      case '1' -> OLD_SPREAD;
      case '2' -> OLD_STRADDLE;
      case '3' -> OLD_BUY_WRITE;
      case '4' -> OLD_COMBO;
      case '5' -> OLD_STOPPED;
      case '6' -> OLD_STOPPED_IMPROVED;
      case '7' -> CANCEL_STOPPED;
      case '0' -> NOT_CARRIED;
      default -> UNKNOWN;
    };
  }

  /// Log code of a ThetaData or Cboe DataShop condition number (the two share one table).
  public static int codeOfTheta(int theta) {
    return switch (theta) {
      case 0 -> ' ';
      case 40 -> 'A';
      case 2 -> 'B';
      case 41 -> 'C';
      case 13 -> 'D';
      case 42 -> 'E';
      case 6 -> 'F';
      case 43 -> 'G';
      case 7 -> 'H';
      case 18 -> 'I';
      case 21 -> 'J';
      case 95 -> 'S';
      case 125 -> 'a';
      case 126 -> 'b';
      case 127 -> 'c';
      case 128 -> 'd';
      case 129 -> 'e';
      case 130 -> 'f';
      case 131 -> 'g';
      case 132 -> 'h';
      case 133 -> 'i';
      case 134 -> 'j';
      case 135 -> 'k';
      case 136 -> 'l';
      case 137 -> 'm';
      case 138 -> 'n';
      case 139 -> 'o';
      case 140 -> 'p';
      case 141 -> 'q';
      case 142 -> 'r';
      case 143 -> 's';
      case 144 -> 't';
      case 147 -> 'u';
      case 148 -> 'v';
      case 35 -> '1';
      case 36 -> '2';
      case 37 -> '3';
      case 38 -> '4';
      case 39 -> '5';
      case 106 -> '6';
      case 44 -> '7';
      case 5 -> 'F';
      default -> FOREIGN + theta;
    };
  }

  /// Log code of an OPRA letter as vendors send it; a blank or a dash means regular.
  public static int codeOfLetter(char c) {
    return c == '-' || c == 0 ? ' ' : of(c) == UNKNOWN ? FOREIGN + c : c;
  }

  /// The log code.
  public char letter() {
    return letter;
  }

  /// The number ThetaData and Cboe DataShop use; negative when they have none.
  public int thetaCode() {
    return thetaCode;
  }

  public String mnemonic() {
    return mnemonic;
  }

  public String meaning() {
    return meaning;
  }

  public boolean countsForVolume() {
    return kind.volume;
  }

  public boolean updatesLast() {
    return kind.last;
  }

  public boolean mayCarryDirection() {
    return kind.direction;
  }

  public boolean isMultiLeg() {
    return kind == Kind.MULTI_LEG;
  }

  public boolean isStockTied() {
    return kind == Kind.STOCK_TIED;
  }

  /// As reported by the venue; our own inferred sweep is another thing.
  public boolean isIso() {
    return kind == Kind.ISO || kind == Kind.AUCTION_ISO || kind == Kind.CROSS_ISO;
  }

  public boolean isAuction() {
    return kind == Kind.AUCTION
        || kind == Kind.AUCTION_ISO
        || this == MULTI_LEG_AUCTION
        || this == MULTI_LEG_AUCTION_VS_SINGLE
        || this == STOCK_AUCTION
        || this == STOCK_AUCTION_VS_SINGLE;
  }

  public boolean isCross() {
    return kind == Kind.CROSS
        || kind == Kind.CROSS_ISO
        || this == MULTI_LEG_CROSS
        || this == STOCK_CROSS;
  }

  public boolean isFloor() {
    return kind == Kind.FLOOR
        || this == MULTI_LEG_FLOOR
        || this == MULTI_LEG_FLOOR_VS_SINGLE
        || this == STOCK_FLOOR
        || this == STOCK_FLOOR_VS_SINGLE
        || this == PROPRIETARY_FLOOR
        || this == OLD_STRADDLE
        || this == OLD_COMBO;
  }

  public boolean isLate() {
    return kind == Kind.LATE;
  }

  public boolean isCancel() {
    return kind == Kind.CANCEL;
  }

  public boolean isCompression() {
    return kind == Kind.COMPRESSION;
  }

  public boolean isExtendedHours() {
    return kind == Kind.EXTENDED;
  }

  /// The coarse class the interface filters by.
  public String conditionClass() {
    return switch (kind) {
      case NORMAL -> this == UNKNOWN ? "unknown" : this == NOT_CARRIED ? "not-carried" : "regular";
      case ISO -> "iso";
      case AUCTION, AUCTION_ISO -> "auction";
      case CROSS, CROSS_ISO -> "cross";
      case FLOOR -> "floor";
      case MULTI_LEG -> "multi-leg";
      case STOCK_TIED -> "stock-tied";
      case LATE -> "late";
      case CANCEL -> "cancel";
      case COMPRESSION -> "compression";
      case EXTENDED -> "extended";
    };
  }
}
