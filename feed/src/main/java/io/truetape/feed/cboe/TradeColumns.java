package io.truetape.feed.cboe;

import io.truetape.feed.file.Columns;
import io.truetape.model.text.BadInput;

/// Where the trade layout keeps its fields. `iv` and `delta` are -1 when not bought with the data.
///
/// `groups` is the first field of the repeating part, five fields per exchange.
record TradeColumns(
    int underlying,
    int time,
    int sequence,
    ContractColumns contract,
    int exchange,
    int size,
    int price,
    int condition,
    int cancelled,
    int bestBid,
    int bestAsk,
    int underlyingBid,
    int underlyingAsk,
    int iv,
    int delta,
    int exchanges,
    int groups) {

  private static final String GROUP = "{exchange,bid_size,bid,ask_size,ask}";

  static TradeColumns of(Columns c) {
    int exchanges = c.require("number_of_exchanges");
    int groups = c.find("{exchange");
    if (groups < 0
        || !String.join(",", c.names().subList(groups, c.names().size())).startsWith(GROUP)) {
      throw new BadInput("the repeating part " + GROUP + "[number_of_exchanges] is missing");
    }
    return new TradeColumns(
        c.require("underlying_symbol"),
        c.require("quote_datetime"),
        c.require("sequence_number"),
        ContractColumns.of(c),
        c.require("exchange_id"),
        c.require("trade_size"),
        c.require("trade_price"),
        c.require("trade_condition_id"),
        c.require("canceled_trade_condition_id"),
        c.require("best_bid"),
        c.require("best_ask"),
        c.require("underlying_bid"),
        c.require("underlying_ask"),
        c.find("trade_iv"),
        c.find("trade_delta"),
        exchanges,
        groups);
  }
}
