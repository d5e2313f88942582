package io.truetape.model.event.derived.packet;

/// The shape of a multi-leg package.
///
/// `directional` is false for shapes that never carry a direction of their own: rolls, arbitrage
/// and volatility shapes.
public enum StructureType {
  CALL_VERTICAL("call vertical", true),
  PUT_VERTICAL("put vertical", true),
  STRADDLE("straddle", false),
  STRANGLE("strangle", false),
  CALENDAR("calendar", false),
  DIAGONAL("diagonal", true),
  ROLL_UP("roll up", false),
  ROLL_DOWN("roll down", false),
  ROLL_OUT("roll out", false),
  BUTTERFLY("butterfly", false),
  IRON_FLY("iron fly", false),
  CONDOR("condor", false),
  IRON_CONDOR("iron condor", false),
  RATIO_SPREAD("ratio spread", true),
  BACK_SPREAD("back spread", true),
  RISK_REVERSAL("risk reversal", true),
  COLLAR("collar", true),
  BOX("box", false),
  CONVERSION("conversion", false),
  REVERSAL("reversal", false),
  JELLY_ROLL("jelly roll", false),
  STRIP("strip", true),
  STRAP("strap", true),
  LADDER("ladder", true),
  COVERED_CALL("covered call", true),
  PUT_WRITE("stock-tied put", true),
  COMBO("synthetic", true),
  OTHER("package", false);

  private final String text;
  private final boolean directional;

  StructureType(String text, boolean directional) {
    this.text = text;
    this.directional = directional;
  }

  /// The words people read.
  public String text() {
    return text;
  }

  public boolean isDirectional() {
    return directional;
  }

  public boolean isRoll() {
    return this == ROLL_UP || this == ROLL_DOWN || this == ROLL_OUT;
  }

  /// True for shapes whose payoff at expiry is fixed: nothing is bet on.
  public boolean isArbitrage() {
    return this == BOX || this == CONVERSION || this == REVERSAL || this == JELLY_ROLL;
  }
}
