package io.truetape.model.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A short tag with a rule behind it. One bit each in a 64-bit mask: append only, never reorder.
///
/// The rule of each chip is on docs/methods/chips.md; thresholds are rules, not constants.
public enum Chip {
  CALLS("calls", "a call"),
  PUTS("puts", "a put"),
  BID("bid", "at or below the bid"),
  ASK("ask", "at or above the ask, not AA"),
  AA("aa", "at least max($0.01, 10 % of the spread) above the ask"),
  SWEEPS("sweeps", "reported as an intermarket sweep (ISO)"),
  PREMIUM_100K("100k+", "premium of at least $100,000"),
  SIZABLE("sizable", "premium of at least $250,000"),
  WHALES("whales", "premium of at least $500,000"),
  LARGE_SIZE("large-size", "at least 1,000 contracts"),
  OTM("otm", "out of the money"),
  LEAPS("leaps", "a year or more to expiry"),
  WEEKLIES("weeklies", "not a standard monthly expiry"),
  VOL_OVER_OI("vol>oi", "session volume above open interest"),
  REPEAT_FLOW("repeat-flow", "20 or more like prints in three minutes"),
  RISING_VOL("rising-vol", "symbol volume this minute at least 2.5 times its 15-minute baseline"),
  AM_SPIKE("am-spike", "first hour and volume at least 3 times the open-window baseline"),
  BULLFLOW("bullflow", "bullish, in a symbol where 65 % of signed prints were"),
  HIGH_SIG("high-sig", "sigScore in the top decile of its symbol and time of day"),
  UNUSUAL("unusual", "premium of $100,000 and volume twice the open interest"),
  URGENT("urgent", "repeat flow, or large, short-dated and above open interest"),
  POSITION_BUILDERS("position-builders", "21 to 180 days, near the money, 250 or more, bought"),
  GRENADE("grenade", "a week or less, 5 % out of the money, $100,000"),
  MULTI_LEG("multi-leg", "a leg of a package, as reported"),
  STOCK_TIED("stock-tied", "tied to a stock trade, as reported"),
  AUCTION("auction", "auction, as reported"),
  FLOOR("floor", "floor, as reported"),
  CROSS("cross", "cross, as reported"),
  OPENING_LIKELY("opening-likely", "size above open interest: likely opening"),
  CLOSING_LIKELY("closing-likely", "likely closing an earlier position"),
  ZERO_DTE("zero-dte", "expires today"),
  RETAIL_LIKELY("retail-likely", "small single-leg auction print: likely retail"),
  BLOCK("block", "one print of block size"),
  EARNINGS_NEAR("earnings-near", "earnings announced for the coming days"),
  EX_DIV("ex-div", "ex-dividend date near"),
  HALTED("halted", "the underlying was halted"),
  LATE("late", "reported late"),
  CANCELLED("cancelled", "later cancelled");

  private final String label;
  private final String meaning;

  Chip(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /// The name in filters and on the screen.
  public String label() {
    return label;
  }

  /// One phrase for people.
  public String meaning() {
    return meaning;
  }

  /// This chip's bit.
  public long bit() {
    return 1L << ordinal();
  }

  public boolean isIn(long mask) {
    return (mask & bit()) != 0;
  }

  /// The chips of a mask, in declaration order.
  public static List<Chip> of(long mask) {
    List<Chip> chips = new ArrayList<>();
    for (Chip chip : values()) {
      if (chip.isIn(mask)) {
        chips.add(chip);
      }
    }
    return chips;
  }

  /// The chip with this label, if there is one.
  public static Optional<Chip> labelled(String label) {
    for (Chip chip : values()) {
      if (chip.label.equals(label)) {
        return Optional.of(chip);
      }
    }
    return Optional.empty();
  }
}
