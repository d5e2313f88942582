package io.truetape.feed.cboe;

import io.truetape.feed.file.Columns;

/// Where the interval layout keeps its fields.
record IntervalColumns(
    int underlying,
    int time,
    ContractColumns contract,
    int close,
    int volume,
    int bidSize,
    int bid,
    int askSize,
    int ask,
    int underlyingBid,
    int underlyingAsk) {

  static IntervalColumns of(Columns c) {
    return new IntervalColumns(
        c.require("underlying_symbol"),
        c.require("quote_datetime"),
        ContractColumns.of(c),
        c.require("close"),
        c.require("trade_volume"),
        c.require("bid_size"),
        c.require("bid"),
        c.require("ask_size"),
        c.require("ask"),
        c.require("underlying_bid"),
        c.require("underlying_ask"));
  }
}
