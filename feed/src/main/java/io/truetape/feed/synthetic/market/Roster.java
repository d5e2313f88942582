package io.truetape.feed.synthetic.market;

import io.truetape.model.symbol.Roots;
import io.truetape.model.symbol.SymbolKind;
import java.util.ArrayList;
import java.util.List;

/// Who is listed: real names at round January 2026 prices, then invented ones (`ZZAA` ...).
///
/// | column | meaning |
/// |---|---|
/// | price | starting price in dollars |
/// | vol | annualised at-the-money volatility |
/// | beta | against the market factor |
/// | share | relative option volume |
/// | spread | extra option half spread as a fraction of the price |
public final class Roster {
  private static final String TABLE =
      """
      SPY   690   0.12  1.00  210  0.0010
      SPX   6930  0.12  1.00  130  0.0030
      QQQ   622   0.17  1.25  110  0.0012
      NVDA  186   0.38  1.70   90  0.0025
      TSLA  438   0.50  1.80   80  0.0030
      IWM   263   0.20  1.10   45  0.0020
      AAPL  258   0.25  1.10   40  0.0030
      VIX   15.5  0.90 -5.00   20  0.0150
      AMZN  238   0.30  1.25   26  0.0035
      MSFT  460   0.24  1.05   20  0.0035
      META  620   0.34  1.30   18  0.0035
      GOOGL 330   0.30  1.10   22  0.0035
      AMD   228   0.52  1.90   22  0.0040
      NFLX  88    0.34  1.00   10  0.0050
      PLTR  178   0.55  1.70   20  0.0040
      AVGO  345   0.46  1.60   10  0.0060
      MSTR  173   0.75  2.00   12  0.0060
      COIN  240   0.68  2.00    8  0.0070
      INTC  47    0.55  1.40   12  0.0050
      MU    345   0.55  1.70    8  0.0070
      HOOD  110   0.65  2.00    6  0.0080
      SOFI  26    0.60  1.80    6  0.0070
      BAC   53    0.24  1.00    5  0.0060
      JPM   310   0.23  1.00    4  0.0080
      GS    950   0.28  1.20    3  0.0100
      XOM   129   0.23  0.60    4  0.0080
      UNH   331   0.32  0.50    4  0.0090
      LLY   1040  0.34  0.50    3  0.0100
      COST  960   0.22  0.70    3  0.0100
      WMT   119   0.21  0.50    3  0.0080
      DIS   112   0.26  0.90    3  0.0080
      BA    247   0.32  1.20    4  0.0080
      CRM   233   0.34  1.20    3  0.0090
      ORCL  191   0.48  1.40    6  0.0070
      UBER  85    0.36  1.20    3  0.0080
      SMCI  32    0.75  1.90    5  0.0080
      GLD   423   0.22  0.10    8  0.0040
      TLT   88    0.11 -0.20    6  0.0050
      XLF   54    0.17  0.95    4  0.0060
      F     14    0.34  1.10    3  0.0100
      SLV   81    0.55  0.30    9  0.0060
      BABA  165   0.42  0.90    5  0.0070
      GME   21    0.60  1.30    3  0.0150
      RIVN  17    0.65  1.50    2  0.0150
      NDX   25600 0.17  1.25    2  0.0060
      HYG   81    0.06  0.35    2  0.0100
      PFE   26    0.24  0.50    2  0.0120
      CVX   166   0.23  0.60    2  0.0100
      """;

  private Roster() {}

  /// One name with its numbers.
  public record Listing(
      String symbol,
      SymbolKind kind,
      double price,
      double vol,
      double beta,
      double share,
      double spread) {}

  /// The first `count` names, invented ones after the real.
  public static List<Listing> take(int count, Dice dice) {
    List<Listing> roster = new ArrayList<>();
    for (String line : TABLE.split("\n")) {
      String[] f = line.trim().split(" +");
      if (roster.size() < count) {
        roster.add(
            new Listing(
                f[0],
                Roots.kind(f[0]),
                number(f[1]),
                number(f[2]),
                number(f[3]),
                number(f[4]),
                number(f[5])));
      }
    }
    for (int i = 0; roster.size() < count; i++) {
      String symbol = "ZZ" + (char) ('A' + i / 26) + (char) ('A' + i % 26);
      double price = Math.rint(StrictMath.exp(dice.between(2.3, 6.0)) * 100) / 100;
      roster.add(
          new Listing(
              symbol,
              SymbolKind.STOCK,
              price,
              dice.between(0.22, 0.8),
              dice.between(0.4, 1.8),
              dice.between(0.2, 1.2),
              0.015));
    }
    return roster;
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
