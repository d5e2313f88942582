package io.truetape.feed.synthetic.market;

import io.truetape.model.market.Venue;

/// The option exchanges by market share, and which of them a print of a kind may come from.
final class Venues {
  private final Venue[] all = {
    Venue.XCBO, Venue.XPHO, Venue.XISX, Venue.ARCO, Venue.AMXO, Venue.BATO, Venue.XNDQ, Venue.EDGO,
    Venue.MPRL, Venue.XMIO, Venue.EMLD, Venue.XBOX, Venue.C2OX, Venue.GMNI, Venue.MXOP, Venue.SPHR,
    Venue.MCRY, Venue.XBXO
  };
  private final Venue[] floors = {Venue.XCBO, Venue.XPHO, Venue.AMXO, Venue.ARCO, Venue.XBOX};
  private final Picker share = new Picker(13, 11, 7, 11, 9, 9, 6, 5, 5, 7, 5, 7, 3, 3, 5, 3, 2, 1);

  /// Any exchange; for index options only the one that lists them.
  int any(Underlying u, Dice dice) {
    return u.isIndex() ? Venue.XCBO.code() : all[share.pick(dice)].code();
  }

  /// An exchange with a trading floor.
  int floor(Underlying u, Dice dice) {
    return u.isIndex() ? Venue.XCBO.code() : floors[dice.below(floors.length)].code();
  }
}
