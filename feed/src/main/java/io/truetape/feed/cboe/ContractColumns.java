package io.truetape.feed.cboe;

import io.truetape.feed.file.Columns;

/// Where both layouts name the contract.
record ContractColumns(int root, int expiration, int strike, int right) {
  static ContractColumns of(Columns c) {
    return new ContractColumns(
        c.require("root"), c.require("expiration"), c.require("strike"), c.require("option_type"));
  }
}
