package io.truetape.model.id;

/// Where an event came from. The code is written to the log: append only, never renumber.
public enum FeedId {
  ENGINE(0, "engine"),
  SYNTHETIC(1, "synthetic"),
  DATABENTO(2, "databento"),
  CBOE(3, "cboe"),
  LEAN(4, "lean"),
  THETADATA(5, "thetadata"),
  TAPE(6, "tape"),
  ALPACA(7, "alpaca"),
  MASSIVE(8, "massive"),
  UNUSUAL_WHALES(9, "unusualwhales"),
  IBKR(10, "ibkr"),
  OCC(11, "occ"),
  OPERATOR(12, "operator");

  private static final FeedId[] ALL = values();

  private final int code;
  private final String text;

  FeedId(int code, String text) {
    this.code = code;
    this.text = text;
  }

  public int code() {
    return code;
  }

  /// The lower-case name used in files, configuration and the interface.
  public String text() {
    return text;
  }

  /// The feed with this log code.
  public static FeedId ofCode(int code) {
    for (FeedId id : ALL) {
      if (id.code == code) {
        return id;
      }
    }
    throw new IllegalArgumentException("unknown feed code " + code);
  }
}
