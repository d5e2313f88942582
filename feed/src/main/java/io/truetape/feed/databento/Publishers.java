package io.truetape.feed.databento;

import io.truetape.model.market.Venue;

/// Databento publisher numbers as venues: 1 to 135 as of the published list.
final class Publishers {
  private static final int[] CODES = codes();

  private Publishers() {}

  /// The log code of a publisher; `Venue.FOREIGN` plus the number when it is no US venue we know.
  static int venueCode(int publisher) {
    return publisher < CODES.length ? CODES[publisher] : Venue.FOREIGN + publisher;
  }

  /// True for the venues of OPRA and OPRA itself.
  static boolean isOpra(int publisher) {
    return (publisher >= 20 && publisher <= 37)
        || publisher == 61
        || publisher == 108
        || publisher == 109;
  }

  private static int[] codes() {
    int[] codes = new int[136];
    for (int publisher = 0; publisher < codes.length; publisher++) {
      Venue venue = venue(publisher);
      codes[publisher] =
          venue != Venue.UNKNOWN || publisher == 0 ? venue.code() : Venue.FOREIGN + publisher;
    }
    return codes;
  }

  private static Venue venue(int publisher) {
    return switch (publisher) {
      case 2, 46, 47, 52, 66, 81, 124 -> Venue.XNAS;
      case 3, 75, 86, 88, 112 -> Venue.XBOS;
      case 4, 76, 87, 89, 127 -> Venue.XPSX;
      case 5, 71, 129 -> Venue.BATS;
      case 6, 72, 128 -> Venue.BATY;
      case 7, 73, 118 -> Venue.EDGA;
      case 8, 74, 119 -> Venue.EDGX;
      case 9, 44, 45, 53, 67, 92, 122 -> Venue.XNYS;
      case 10, 13, 14, 40, 49, 63, 91, 113 -> Venue.XCIS;
      case 11, 78, 111 -> Venue.XASE;
      case 12, 39, 48, 62, 121 -> Venue.XCHI;
      case 15, 77, 125 -> Venue.MEMX;
      case 16, 42, 51, 65, 116 -> Venue.EPRL;
      case 17, 54, 68, 82, 130 -> Venue.FINN;
      case 18, 56, 70, 83, 132 -> Venue.FINC;
      case 19, 55, 69, 131 -> Venue.FINY;
      case 38, 41, 50, 64, 126 -> Venue.IEXG;
      case 43, 79, 123 -> Venue.ARCX;
      case 80, 120 -> Venue.LTSE;
      case 114 -> Venue.TXSE;
      case 115 -> Venue.X24X;
      case 133 -> Venue.XADF;
      case 134, 135 -> Venue.SIP;
      case 59, 60, 90, 93, 94, 95, 96 -> Venue.EQUS;
      default -> optionVenue(publisher);
    };
  }

  private static Venue optionVenue(int publisher) {
    return switch (publisher) {
      case 20 -> Venue.AMXO;
      case 21 -> Venue.XBOX;
      case 22 -> Venue.XCBO;
      case 23 -> Venue.EMLD;
      case 24 -> Venue.EDGO;
      case 25 -> Venue.GMNI;
      case 26, 117 -> Venue.XISX;
      case 27 -> Venue.MCRY;
      case 28 -> Venue.XMIO;
      case 29 -> Venue.ARCO;
      case 30 -> Venue.OPRA;
      case 31 -> Venue.MPRL;
      case 32 -> Venue.XNDQ;
      case 33 -> Venue.XBXO;
      case 34 -> Venue.C2OX;
      case 35 -> Venue.XPHO;
      case 36 -> Venue.BATO;
      case 37 -> Venue.MXOP;
      case 61 -> Venue.SPHR;
      case 108 -> Venue.MXTO;
      case 109 -> Venue.IEXO;
      default -> Venue.UNKNOWN;
    };
  }
}
