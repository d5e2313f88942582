package io.truetape.pipeline;

import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.candle.CandleStage;
import io.truetape.pipeline.chips.ChipStage;
import io.truetape.pipeline.exposure.ExposureStage;
import io.truetape.pipeline.greeks.GreeksStage;
import io.truetape.pipeline.metrics.MetricsStage;
import io.truetape.pipeline.nbbo.NbboStage;
import io.truetape.pipeline.normalize.NormalizeStage;
import io.truetape.pipeline.side.SideStage;
import io.truetape.pipeline.stats.StatsStage;
import java.util.List;

/// In what order we think about an event; the second of the three files to read.
///
/// | room | turns | into |
/// |---|---|---|
/// | normalize | received prints | prints in event-time order, understood |
/// | nbbo | those | prints with quote and spot as of their time, and a location |
/// | side | those | prints with P(buy) |
/// | greeks | those, quotes | prints with greeks, the chain re-priced |
/// | stats | those | prints beside their contract's and symbol's session so far |
/// | metrics | those | prints with premium, moneyness, ratios, sigScore |
/// | chips | those | finished tape rows |
/// | candle | stock prints, index levels | candles |
/// | exposure | the priced chain, open interest, signed flow | dealers' exposure |
///
/// Rooms still to come take their place in this order: cluster, legs, profile,
/// classify and alert after chips; dark and strikes before exposure.
public final class StandardPipeline {
  private final SessionClock clock;
  private final double[] premiumLogs = StatsStage.sharedLogs();

  public StandardPipeline(SessionClock clock) {
    this.clock = clock;
  }

  /// The rooms of one lane, top to bottom.
  public List<Stage> stages(int underlying, String text) {
    return List.of(
        new NormalizeStage(clock),
        new NbboStage(),
        new SideStage(),
        new GreeksStage(clock),
        new StatsStage(clock, premiumLogs),
        new MetricsStage(clock),
        new ChipStage(clock.calendar()),
        new CandleStage(clock, underlying, text),
        new ExposureStage(clock, underlying, text));
  }
}
