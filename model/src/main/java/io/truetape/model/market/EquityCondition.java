package io.truetape.model.market;

/// What SIP sale condition letters (CTA and UTP) mean for an equity print.
///
/// A print carries up to four letters as text; each question below asks all of them.
/// Source: CTA and UTP participant specifications as tabulated in docs/methods/conditions.md.
public final class EquityCondition {
  private static final String NOT_LAST = "BWCNRV7MQITU4ZPLHG9";
  private static final String NEVER_DARK = "BWCNRV7MQTU4ZPOL569";

  private EquityCondition() {}

  /// True when the print may set last price, high and low of a candle.
  public static boolean updatesLast(String conditions) {
    return containsNone(conditions, NOT_LAST);
  }

  /// True when the print counts for volume. Official open and close prints repeat the auction.
  public static boolean countsForVolume(String conditions) {
    return containsNone(conditions, "MQ9");
  }

  /// True when an off-exchange inference may use the print.
  public static boolean mayInformInference(String conditions) {
    return containsNone(conditions, NEVER_DARK);
  }

  public static boolean isExtendedHours(String conditions) {
    return !containsNone(conditions, "TU");
  }

  public static boolean isLate(String conditions) {
    return !containsNone(conditions, "LZUP");
  }

  private static boolean containsNone(String conditions, String letters) {
    for (int i = 0; i < conditions.length(); i++) {
      if (letters.indexOf(conditions.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
