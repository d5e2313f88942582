package io.truetape.model.tape;

import io.truetape.model.market.Right;
import io.truetape.model.price.Price;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.ExerciseStyle;
import io.truetape.model.symbol.Settlement;
import io.truetape.model.text.BadInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/// A contract on a line: `SPY 260116C00600`, strike in dollars with at least five whole digits.
///
/// Years outside 2000 to 2099 are written with eight date digits. Terms that the root does not
/// imply follow as `underlying= settles= style= multiplier= deliverable=`.
final class TapeContract {
  private TapeContract() {}

  static void append(TapeText out, Contract c) {
    out.word(c.root());
    StringBuilder b = new StringBuilder(16);
    LocalDate date = LocalDate.ofEpochDay(c.expiryDay());
    String digits =
        Integer.toString(
            date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
    b.append("0".repeat(Math.max(0, 8 - digits.length()))).append(digits);
    if (date.getYear() >= 2000 && date.getYear() <= 2099) {
      b.delete(0, 2);
    }
    b.append(c.right().letter());
    out.word(b.append(strike(c.strikeMicros())).toString());
    Contract standard = standard(c.root(), c);
    out.key("underlying", c.underlying(), standard.underlying());
    out.key(
        "settles", TapeCodes.constant(c.settlement()), TapeCodes.constant(standard.settlement()));
    out.key("style", TapeCodes.constant(c.style()), TapeCodes.constant(standard.style()));
    out.key("multiplier", c.multiplier(), 100);
    out.key("deliverable", c.deliverable(), standard.deliverable());
  }

  static Contract read(TapeLine line) {
    String root = line.word("an option root");
    String terms = line.word("yymmdd, C or P, and the strike");
    int at = Math.max(terms.indexOf('C'), terms.indexOf('P'));
    if (at != 6 && at != 8) {
      throw refuse(root, terms, "expected yymmdd, C or P, and the strike in dollars");
    }
    Right right = terms.charAt(at) == 'C' ? Right.CALL : Right.PUT;
    int day = day(root, terms, at);
    Contract c = Contract.standard(root, day, right, Price.parse(terms, at + 1, terms.length()));
    return new Contract(
        root,
        line.value("underlying", c.underlying()),
        right,
        c.strikeMicros(),
        day,
        TapeCodes.constant(
            "settles",
            line.value("settles", TapeCodes.constant(c.settlement())),
            List.of(Settlement.values())),
        TapeCodes.constant(
            "style",
            line.value("style", TapeCodes.constant(c.style())),
            List.of(ExerciseStyle.values())),
        Math.toIntExact(TapeCodes.whole("multiplier", line.value("multiplier", "100"))),
        line.value("deliverable", c.deliverable()));
  }

  private static Contract standard(String root, Contract c) {
    return Contract.standard(root, c.expiryDay(), c.right(), c.strikeMicros());
  }

  private static String strike(long micros) {
    String text = Price.format(micros);
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    end = text.charAt(end - 1) == '.' ? end - 1 : end;
    return "0".repeat(Math.max(0, 5 - text.indexOf('.'))) + text.substring(0, end);
  }

  private static int day(String root, String terms, int at) {
    long digits = TapeCodes.whole("expiry", terms.substring(0, at)) + (at == 6 ? 20_000_000L : 0);
    try {
      int year = (int) (digits / 10_000);
      return (int)
          LocalDate.of(year, (int) (digits / 100 % 100), (int) (digits % 100)).toEpochDay();
    } catch (DateTimeException e) {
      throw refuse(root, terms, "no such expiry date");
    }
  }

  private static BadInput refuse(String root, String terms, String why) {
    return new BadInput("contract \"" + root + " " + terms + "\": " + why);
  }
}
