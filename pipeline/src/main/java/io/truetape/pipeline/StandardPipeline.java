package io.truetape.pipeline;

import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.alert.AlertStage;
import io.truetape.pipeline.candle.CandleStage;
import io.truetape.pipeline.chips.ChipStage;
import io.truetape.pipeline.classify.ClassifyStage;
import io.truetape.pipeline.cluster.ClusterStage;
import io.truetape.pipeline.dark.DarkStage;
import io.truetape.pipeline.exposure.ExposureStage;
import io.truetape.pipeline.greeks.GreeksStage;
import io.truetape.pipeline.legs.LegsStage;
import io.truetape.pipeline.metrics.MetricsStage;
import io.truetape.pipeline.nbbo.NbboStage;
import io.truetape.pipeline.normalize.NormalizeStage;
import io.truetape.pipeline.profile.ProfileStage;
import io.truetape.pipeline.side.SideStage;
import io.truetape.pipeline.stats.StatsStage;
import io.truetape.pipeline.strikes.StrikesStage;
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
/// | legs | those | structures: packages of several contracts |
/// | cluster | what is left of those | packets: parent events of one contract |
/// | classify | packets, structures | fourteen answers with every condition |
/// | profile | packets, structures | who might act like this, or abstention |
/// | candle | stock prints, index levels | candles |
/// | dark | off-exchange stock prints | their class, what they suggest, price zones |
/// | strikes | tape rows | the strike board, flow by minute, the heat map |
/// | exposure | the priced chain, open interest, signed flow | dealers' exposure |
/// | alert | answers, profiles, everything above | alerts with a life |
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
        new StatsStage(clock, underlying, text, premiumLogs),
        new MetricsStage(clock),
        new ChipStage(clock.calendar()),
        new LegsStage(),
        new ClusterStage(),
        new ClassifyStage(),
        new ProfileStage(),
        new CandleStage(clock, underlying, text),
        new DarkStage(underlying, text),
        new StrikesStage(clock, underlying, text),
        new ExposureStage(clock, underlying, text),
        new AlertStage(clock));
  }
}
