package io.truetape.feed.thetadata;

import io.truetape.feed.file.Columns;

/// Where a trade-and-quote row keeps its fields.
///
/// In the v2 layout `isOld` is true, times are milliseconds of the New York day `date`, and the
/// strike counts tenths of a cent; else `date` is -1 and times are text. `extended` is the first of
/// four further conditions, or -1.
record ThetaColumns(
    boolean isOld,
    int symbol,
    int expiration,
    int strike,
    int right,
    int tradeTime,
    int quoteTime,
    int date,
    int sequence,
    int extended,
    int condition,
    int size,
    int exchange,
    int price,
    int bidSize,
    int bid,
    int askSize,
    int ask) {

  static final String NAMES =
      "symbol,expiration,strike,right,trade_timestamp,quote_timestamp,sequence,ext_condition1,"
          + "ext_condition2,ext_condition3,ext_condition4,condition,size,exchange,price,bid_size,"
          + "bid_exchange,bid,bid_condition,ask_size,ask_exchange,ask,ask_condition";

  static ThetaColumns of(Columns c) {
    boolean isOld = c.has("ms_of_day");
    return new ThetaColumns(
        isOld,
        isOld ? c.require("root") : c.require("symbol"),
        c.require("expiration"),
        c.require("strike"),
        c.require("right"),
        c.require(isOld ? "ms_of_day" : "trade_timestamp"),
        c.require(isOld ? "ms_of_day2" : "quote_timestamp"),
        isOld ? c.require("date") : -1,
        c.require("sequence"),
        c.find("ext_condition1"),
        c.require("condition"),
        c.require("size"),
        c.require("exchange"),
        c.require("price"),
        c.require("bid_size"),
        c.require("bid"),
        c.require("ask_size"),
        c.require("ask"));
  }
}
