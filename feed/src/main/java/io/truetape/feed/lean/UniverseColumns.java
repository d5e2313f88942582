package io.truetape.feed.lean;

import io.truetape.feed.file.Columns;

/// Where a universe row keeps its fields.
record UniverseColumns(
    int expiry,
    int strike,
    int right,
    int close,
    int volume,
    int openInterest,
    int iv,
    int delta,
    int gamma,
    int vega,
    int theta) {

  static UniverseColumns of(Columns c) {
    return new UniverseColumns(
        c.require("expiry"),
        c.require("strike"),
        c.require("right"),
        c.require("close"),
        c.require("volume"),
        c.require("open_interest"),
        c.require("implied_volatility"),
        c.require("delta"),
        c.require("gamma"),
        c.require("vega"),
        c.require("theta"));
  }
}
