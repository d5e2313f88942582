package io.truetape.model.event;

/// The kind of an event. The code is written to the log and the digest: append only, never renumber.
public enum EventKind {
  SYMBOL_LISTED(1),
  CONTRACT_LISTED(2),
  OPTION_QUOTE(3),
  OPTION_PRINT(4),
  EQUITY_PRINT(5),
  EQUITY_QUOTE(6),
  INDEX_VALUE(7),
  OPEN_INTEREST(8),
  CHAIN_ROW(9),
  AUCTION_IMBALANCE(10),
  TRADING_STATUS(11),
  NEWS_STORY(12),
  CALENDAR_ENTRY(13),
  CORPORATE_ACTION(14),
  FEED_STATUS(15),
  GAP(16),
  REJECTED(17),
  RATE_POINT(18),
  TICK(40),
  SESSION_OPENED(41),
  SESSION_CLOSED(42),
  RULES_ACTIVATED(43),
  USER_RULE_ACTIVATED(44),
  OPERATOR_COMMAND(45),
  BASELINE_CARRIED(46),
  FEED_SILENCE(47),
  ORDER_SENT(60),
  ORDER_UPDATE(61),
  FILL(62),
  ACCOUNT_UPDATE(63),
  POSITION_UPDATE(64),
  APPROVAL_GIVEN(65),
  NORMALIZED_PRINT(100),
  NORMALIZED_EQUITY_PRINT(101),
  PRINT_REFUSED(102),
  AMENDED(103),
  WATERMARK(104),
  QUOTED_PRINT(105),
  SIDED_PRINT(106),
  WINDOWED_PRINT(107),
  MEASURED_PRINT(108),
  CHIPPED_PRINT(109),
  CANDLE_CLOSED(110),
  NORMALIZED_LEVEL(111),
  FLOW_PACKET(114),
  STRUCTURE_FOUND(115),
  SMART_MONEY_EVENT(116),
  CLASSIFIER_HITS(117),
  ALERT_CHANGED(118),
  OPEN_SHARE_VERDICT(127),
  OFF_EXCHANGE_PRINT(119),
  DARK_INFERENCE(120),
  LIQUIDITY_ZONE(121),
  STRIKE_BOARD(122),
  FLOW_MINUTE(124),
  HEAT_CELLS(125),
  BASELINE_SUMMARY(126),
  PRICED_PRINT(112),
  CONTRACT_PRICED(113),
  EXPOSURE_COMPUTED(123);

  private final int code;

  EventKind(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /// This kind's bit in a mask of kinds; there are at most 64 kinds.
  public long bit() {
    return 1L << ordinal();
  }

  /// The words people read: `option print`.
  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
