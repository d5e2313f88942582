package io.truetape.pipeline.stats;

import io.truetape.model.baseline.BucketCount;
import io.truetape.model.market.Sentiment;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One symbol's session by minute of day: volume, and signed prints and premium.
///
/// Fixed arrays of 1,440 minutes, cleared for a new day. Windows look back only. What the earlier
/// minutes of a window add up to is kept until the minute, or one of them, changes.
final class Minutes {
  static final int DAY = 1_440;
  private static final int WINDOW = 15;

  private final long[] volume = new long[DAY];
  private final long[] bullishPremium = new long[DAY];
  private final long[] bearishPremium = new long[DAY];
  private final int[] bullish = new int[DAY];
  private final int[] bearish = new int[DAY];
  private final Earlier earlier = new Earlier();
  private long dayVolume;
  private int day;

  /// Clears everything when the day is another one.
  void startDay(int epochDay) {
    if (epochDay == day) {
      return;
    }
    day = epochDay;
    dayVolume = 0;
    Arrays.fill(volume, 0);
    Arrays.fill(bullishPremium, 0);
    Arrays.fill(bearishPremium, 0);
    Arrays.fill(bullish, 0);
    Arrays.fill(bearish, 0);
    earlier.minute = -1;
  }

  int day() {
    return day;
  }

  void addVolume(int minute, long contracts) {
    long before = volume[minute];
    volume[minute] = Math.max(0, before + contracts);
    dayVolume += volume[minute] - before;
    touch(minute);
  }

  void addSentiment(int minute, Sentiment sentiment, long premiumMicros) {
    count(minute, sentiment, 1, premiumMicros);
  }

  /// Takes back one signed print of that minute.
  void takeBack(int minute, Sentiment sentiment, long premiumMicros) {
    count(minute, sentiment, -1, -premiumMicros);
  }

  /// Contracts of the day so far.
  long dayVolume() {
    return dayVolume;
  }

  /// Contracts in the minutes `[from, to)`.
  long sum(int from, int to) {
    long sum = 0;
    for (int m = from; m < to; m++) {
      sum += volume[m];
    }
    return sum;
  }

  /// Minutes of `[from, to)` with any.
  int filled(int from, int to) {
    int filled = 0;
    for (int m = from; m < to; m++) {
      filled += volume[m] > 0 ? 1 : 0;
    }
    return filled;
  }

  /// Contracts by bucket of so many minutes of the day.
  List<BucketCount> buckets(int width) {
    List<BucketCount> buckets = new ArrayList<>();
    for (int b = 0; b * width < DAY; b++) {
      long sum = sum(b * width, Math.min(DAY, (b + 1) * width));
      if (sum > 0) {
        buckets.add(new BucketCount(b, sum));
      }
    }
    return buckets;
  }

  long volume(int minute) {
    return volume[minute];
  }

  /// Mean volume of the earlier non-empty minutes of the last fifteen; 0 when there is none.
  double baseline(int minute) {
    look(minute);
    return earlier.filled == 0 ? 0 : (double) earlier.volume / earlier.filled;
  }

  /// Mean volume of the earlier non-empty minutes of `[from, to)`; 0 outside it.
  double openBaseline(int minute, int from, int to) {
    if (minute < from || minute >= to) {
      return 0;
    }
    look(minute);
    if (earlier.openFrom != from) {
      earlier.openFrom = from;
      earlier.openMean = meanVolume(from, minute);
    }
    return earlier.openMean;
  }

  /// Bullish share of signed prints over the last fifteen minutes and this one; -1 when none.
  double bullishRatio(int minute) {
    look(minute);
    long up = earlier.bullish + bullish[minute];
    long down = earlier.bearish + bearish[minute];
    return up + down == 0 ? -1 : (double) up / (up + down);
  }

  /// The same share of signed premium.
  double bullishPremiumRatio(int minute) {
    look(minute);
    long up = earlier.bullishPremium + bullishPremium[minute];
    long down = earlier.bearishPremium + bearishPremium[minute];
    return up + down == 0 ? -1 : (double) up / (up + down);
  }

  private void count(int minute, Sentiment sentiment, int prints, long premiumMicros) {
    switch (sentiment) {
      case BULLISH -> {
        bullish[minute] = Math.max(0, bullish[minute] + prints);
        bullishPremium[minute] = Math.max(0, bullishPremium[minute] + premiumMicros);
      }
      case BEARISH -> {
        bearish[minute] = Math.max(0, bearish[minute] + prints);
        bearishPremium[minute] = Math.max(0, bearishPremium[minute] + premiumMicros);
      }
      case NEUTRAL -> {}
    }
    touch(minute);
  }

  private void touch(int minute) {
    if (minute != earlier.minute) {
      earlier.minute = -1;
    }
  }

  private void look(int minute) {
    if (minute == earlier.minute) {
      return;
    }
    earlier.start(minute);
    for (int m = Math.max(0, minute - WINDOW); m < minute; m++) {
      earlier.volume += volume[m];
      earlier.filled += volume[m] > 0 ? 1 : 0;
      earlier.bullish += bullish[m];
      earlier.bearish += bearish[m];
      earlier.bullishPremium += bullishPremium[m];
      earlier.bearishPremium += bearishPremium[m];
    }
  }

  private double meanVolume(int from, int to) {
    int filled = filled(from, to);
    return filled == 0 ? 0 : (double) sum(from, to) / filled;
  }

  /// Sums over the minutes of the window before `minute`.
  private static final class Earlier {
    int minute = -1;
    int filled;
    long volume;
    long bullish;
    long bearish;
    long bullishPremium;
    long bearishPremium;
    int openFrom;
    double openMean;

    void start(int newMinute) {
      minute = newMinute;
      filled = 0;
      volume = 0;
      bullish = 0;
      bearish = 0;
      bullishPremium = 0;
      bearishPremium = 0;
      openFrom = -1;
    }
  }

  void save(StateWriter out) {
    out.putInt(day);
    for (int m = 0; m < DAY; m++) {
      out.putLong(volume[m]);
      out.putLong(bullishPremium[m]);
      out.putLong(bearishPremium[m]);
      out.putInt(bullish[m]);
      out.putInt(bearish[m]);
    }
  }

  void load(StateReader in) {
    day = in.getInt();
    dayVolume = 0;
    for (int m = 0; m < DAY; m++) {
      volume[m] = in.getLong();
      dayVolume += volume[m];
      bullishPremium[m] = in.getLong();
      bearishPremium[m] = in.getLong();
      bullish[m] = in.getInt();
      bearish[m] = in.getInt();
    }
    earlier.minute = -1;
  }
}
