package io.truetape.feed.databento;

/// What one DBN record is. Kinds with several layouts are told apart by their length.
enum RecordKind {
  /// Not a record: more bytes are needed.
  MORE,
  TRADE,
  MBP_1,
  MBP_10,
  BBO,
  CMBP_1,
  TCBBO,
  CBBO,
  OHLCV,
  STATUS,
  DEFINITION,
  IMBALANCE,
  ERROR,
  SYMBOL_MAPPING,
  SYSTEM,
  STATISTIC,
  MBO,
  /// A type this build does not know; its length is trusted.
  UNKNOWN;

  /// The kind of a record type byte.
  static RecordKind of(int rtype) {
    return switch (rtype) {
      case 0x00 -> TRADE;
      case 0x01 -> MBP_1;
      case 0x0A -> MBP_10;
      case 0x11, 0x20, 0x21, 0x22, 0x23, 0x24 -> OHLCV;
      case 0x12 -> STATUS;
      case 0x13 -> DEFINITION;
      case 0x14 -> IMBALANCE;
      case 0x15 -> ERROR;
      case 0x16 -> SYMBOL_MAPPING;
      case 0x17 -> SYSTEM;
      case 0x18 -> STATISTIC;
      case 0xA0 -> MBO;
      case 0xB1 -> CMBP_1;
      case 0xC0, 0xC1 -> CBBO;
      case 0xC2 -> TCBBO;
      case 0xC3, 0xC4 -> BBO;
      default -> UNKNOWN;
    };
  }

  /// Lengths in bytes without `ts_out`, oldest DBN version first.
  int[] lengths() {
    return switch (this) {
      case TRADE -> new int[] {48};
      case MBP_1, BBO, CMBP_1, TCBBO, CBBO -> new int[] {80};
      case MBP_10 -> new int[] {368};
      case OHLCV, MBO -> new int[] {56};
      case STATUS -> new int[] {40};
      case DEFINITION -> new int[] {360, 400, 520};
      case IMBALANCE -> new int[] {112};
      case ERROR, SYSTEM -> new int[] {80, 320};
      case SYMBOL_MAPPING -> new int[] {80, 176};
      case STATISTIC -> new int[] {64, 80};
      case MORE, UNKNOWN -> new int[] {};
    };
  }
}
