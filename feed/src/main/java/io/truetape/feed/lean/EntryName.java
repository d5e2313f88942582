package io.truetape.feed.lean;

import io.truetape.model.market.Right;
import io.truetape.model.price.Price;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.ExerciseStyle;
import io.truetape.model.symbol.Roots;
import io.truetape.model.text.BadInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a zip entry's name says is in it.
///
/// | form | example |
/// |---|---|
/// | option | `20151223_goog_minute_quote_american_call_7500000_20151224.csv` |
/// | stock, index | `20151223_goog_minute_trade.csv` |
///
/// `barNanos` is the length of a bar; `contract` is empty for a stock or an index.
record EntryName(
    LocalDate day, String symbol, long barNanos, Content content, Optional<Contract> contract) {

  enum Content {
    TRADE,
    QUOTE,
    OPEN_INTEREST
  }

  static final String EXPECTED =
      "yyyymmdd_symbol_minute_trade|quote|openinterest[_american|european_call|put_strike_yyyymmdd]"
          + ".csv";

  private static final Pattern NAME =
      Pattern.compile(
          "(\\d{8})_([a-z0-9.]{1,12})_(minute|second)_(trade|quote|openinterest)"
              + "(?:_(american|european)_(call|put)_(\\d{1,12})_(\\d{8}))?\\.csv");

  /// Empty when the name is of no LEAN form.
  static Optional<EntryName> parse(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    Matcher m = NAME.matcher(last);
    if (!m.matches()) {
      return Optional.empty();
    }
    String symbol = m.group(2).toUpperCase(Locale.ROOT);
    long bar = m.group(3).equals("minute") ? 60_000_000_000L : 1_000_000_000L;
    Content content =
        switch (m.group(4)) {
          case "trade" -> Content.TRADE;
          case "quote" -> Content.QUOTE;
          default -> Content.OPEN_INTEREST;
        };
    Optional<Contract> contract = m.group(5) == null ? Optional.empty() : contract(m, symbol);
    return Optional.of(new EntryName(date(m.group(1)), symbol, bar, content, contract));
  }

  /// Index bars are stamped in US Central time with plain dollars; all others in New York time with
  /// ten-thousandths.
  boolean isIndex() {
    return contract.isEmpty() && Roots.isIndexSymbol(symbol);
  }

  private static Optional<Contract> contract(Matcher m, String symbol) {
    Contract c =
        Contract.standard(
            symbol.replace(".", ""),
            (int) date(m.group(8)).toEpochDay(),
            m.group(6).equals("call") ? Right.CALL : Right.PUT,
            strikeMicros(m.group(7)));
    ExerciseStyle style =
        m.group(5).equals("american") ? ExerciseStyle.AMERICAN : ExerciseStyle.EUROPEAN;
    return Optional.of(
        new Contract(
            c.root(),
            c.underlying(),
            c.right(),
            c.strikeMicros(),
            c.expiryDay(),
            c.settlement(),
            style,
            c.multiplier(),
            c.deliverable()));
  }

  private static long strikeMicros(String digits) {
    return Math.multiplyExact(Long.parseLong(digits), Price.DOLLAR / 10_000);
  }

  private static LocalDate date(String yyyymmdd) {
    int d = Integer.parseInt(yyyymmdd);
    try {
      return LocalDate.of(d / 10_000, d / 100 % 100, d % 100);
    } catch (DateTimeException e) {
      throw new BadInput("\"" + yyyymmdd + "\" in the entry's name is not a yyyymmdd date");
    }
  }
}
