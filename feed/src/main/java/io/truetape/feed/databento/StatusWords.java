package io.truetape.feed.databento;

/// DBN trading status numbers in words.
final class StatusWords {
  private StatusWords() {}

  /// `action: reason`, the reason left out when there is none.
  static String of(int action, int reason) {
    String why = reason(reason);
    return why.isEmpty() ? action(action) : action(action) + ": " + why;
  }

  private static String action(int action) {
    return switch (action) {
      case 0 -> "no change";
      case 1 -> "pre-open";
      case 2 -> "pre-cross";
      case 3 -> "quoting";
      case 4 -> "cross";
      case 5 -> "rotation";
      case 6 -> "new price indication";
      case 7 -> "trading";
      case 8 -> "halt";
      case 9 -> "pause";
      case 10 -> "suspend";
      case 11 -> "pre-close";
      case 12 -> "close";
      case 13 -> "post-close";
      case 14 -> "short sale restriction change";
      case 15 -> "not available for trading";
      default -> "action " + action;
    };
  }

  private static String reason(int reason) {
    return switch (reason) {
      case 0 -> "";
      case 1 -> "scheduled";
      case 2 -> "surveillance";
      case 3 -> "market event";
      case 4 -> "activation";
      case 5 -> "expiration";
      case 6 -> "recovery";
      case 10 -> "regulatory";
      case 11 -> "administrative";
      case 12 -> "non-compliance";
      case 13 -> "filings not current";
      case 14 -> "suspended by the regulator";
      case 15 -> "new issue";
      case 16 -> "issue available";
      case 30 -> "news pending";
      case 31 -> "news released";
      case 32 -> "news and resumption times";
      case 33 -> "news not forthcoming";
      case 40 -> "order imbalance";
      case 50 -> "LULD pause";
      case 60 -> "operational";
      case 70 -> "additional information requested";
      case 80 -> "merger effective";
      case 90 -> "ETF component prices";
      case 100 -> "corporate action";
      case 110 -> "new security offering";
      case 120 -> "market-wide circuit breaker level 1";
      case 121 -> "market-wide circuit breaker level 2";
      case 122 -> "market-wide circuit breaker level 3";
      case 123 -> "market-wide circuit breaker carried over";
      case 124 -> "market-wide circuit breaker resumption";
      case 130 -> "quotation not available";
      default -> "reason " + reason;
    };
  }
}
