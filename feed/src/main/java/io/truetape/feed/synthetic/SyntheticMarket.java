package io.truetape.feed.synthetic;

import io.truetape.feed.synthetic.market.Agenda;
import io.truetape.feed.synthetic.market.Chain;
import io.truetape.feed.synthetic.market.ChainMaker;
import io.truetape.feed.synthetic.market.Curve;
import io.truetape.feed.synthetic.market.Dice;
import io.truetape.feed.synthetic.market.EquityTape;
import io.truetape.feed.synthetic.market.Opening;
import io.truetape.feed.synthetic.market.OptionFlow;
import io.truetape.feed.synthetic.market.PrintMaker;
import io.truetape.feed.synthetic.market.QuoteMaker;
import io.truetape.feed.synthetic.market.Schedule;
import io.truetape.feed.synthetic.market.Walks;
import io.truetape.feed.synthetic.market.Wire;
import io.truetape.feed.synthetic.scenario.Director;
import io.truetape.feed.synthetic.scenario.LabelSink;
import io.truetape.feed.synthetic.scenario.Stage;
import io.truetape.model.event.Listings;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.Capability;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.id.FeedId;
import io.truetape.model.time.SessionClock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/// The market as a generator: each [#advance] lets the next thing happen and tells of it.
///
/// Pure: the same plan and the same listings give the same events, byte for byte, whoever asks and
/// however fast. Per session: from 09:15 New York status, calendar, listings and open interest;
/// index options of the night session to 09:25; every contract quoted at 09:30; then orders as a
/// Poisson stream under a U-shaped curve, to 16:00, and to 16:15 for what trades late. Then the
/// next day.
public final class SyntheticMarket {
  private static final double PRINTS_PER_ORDER = 1.26;
  private static final double EQUITY_PRINTS_PER_PRINT = 0.35;
  private static final long SECOND = 1_000_000_000L;

  private final SyntheticPlan plan;
  private final SessionClock clock = SessionClock.standard();
  private final Schedule schedule = new Schedule();
  private final Wire wire;
  private final Dice pace;
  private final EquityTape equities;
  private final QuoteMaker quotes;
  private final PrintMaker prints;
  private final OptionFlow flow;
  private final Opening opening;
  private final Agenda agenda;
  private final Director director;
  private final ChainMaker chains;
  private final Walks walks;

  private Session session;
  private int daysPlayed;
  private boolean isFinished;
  private long nextSlice;
  private long nextOrder;
  private long nextEquity;
  private long nextScenario;
  private long nextStory;

  public SyntheticMarket(SyntheticPlan plan, Listings listings, LabelSink labels) {
    this.plan = plan;
    this.wire = new Wire(dice("wire"));
    this.pace = dice("pace");
    this.equities = new EquityTape(wire, dice("equity"));
    this.quotes = new QuoteMaker(wire, dice("quote"));
    this.prints = new PrintMaker(wire, dice("print"), schedule);
    this.flow = new OptionFlow(quotes, prints, equities, dice("flow"));
    this.opening = new Opening(wire, dice("opening"), quotes, prints, schedule);
    this.agenda = new Agenda(wire, dice("agenda"), plan.seed(), clock.calendar());
    this.director =
        new Director(
            new Stage(quotes, prints, equities, schedule, dice("stage"), labels),
            agenda,
            dice("director"));
    this.chains = new ChainMaker(clock, listings);
    this.walks =
        new Walks(plan.symbols(), listings, equities, schedule, wire, prints, dice("walks"));
    LocalDate first = LocalDate.ofEpochDay(plan.firstDay());
    this.session = Session.of(first, clock.day(plan.firstDay()), List.of());
  }

  /// Lets the next thing happen; false when the planned days are over. `out` gets its events in
  /// order, from this call only.
  public boolean advance(Consumer<SourceEvent> out) {
    wire.to(out);
    if (isFinished) {
      return false;
    }
    if (session.chains().isEmpty()) {
      open();
      return true;
    }
    long due = schedule.nextTsNanos();
    long next = Math.min(Math.min(due, nextSlice), Math.min(nextOrder, nextEquity));
    next = Math.min(next, Math.min(nextScenario, nextStory));
    if (next >= session.day().lateCloseNanos()) {
      close();
    } else if (next == due) {
      schedule.runNext();
    } else if (next == nextOrder) {
      order(next);
    } else if (next == nextSlice) {
      walks.step(session.chains(), next, session.day());
      nextSlice += Walks.SLICE_NANOS;
    } else if (next == nextEquity) {
      equity(next);
    } else if (next == nextScenario) {
      scenario(next);
    } else {
      agenda.story(session.chains().get(session.byShare().pick(pace)).underlying(), next);
      nextStory += (long) (300 * SECOND * pace.exponential());
    }
    return true;
  }

  /// True from a second before the opening bell of its day on: what a person would watch live.
  public boolean isLive(long tsNanos) {
    return tsNanos >= session.day().openNanos() - SECOND;
  }

  /// Ids of the labelled scenarios; none of them may ever stand in an event.
  public List<String> scenarioIds() {
    return director.ids();
  }

  /// What this market is able to say: a mask of [Capability] bits.
  public static int capabilities() {
    return Capability.SALE_CONDITIONS.bit()
        | Capability.QUOTE_STREAM.bit()
        | Capability.QUOTE_SIZES.bit()
        | Capability.VENUES.bit()
        | Capability.OPEN_INTEREST.bit()
        | Capability.UNDERLYING.bit()
        | Capability.OFF_EXCHANGE.bit()
        | Capability.SYNTHETIC.bit();
  }

  private void open() {
    LocalDate today = session.date();
    long bell = session.day().openNanos();
    long early = bell - 900 * SECOND;
    status(
        early, FeedState.LIVE, "synthetic market, seed " + plan.seed() + ", " + plan.mode().text());
    agenda.announce(walks.underlyings(), today, early);
    List<Chain> listed = walks.underlyings().stream().map(u -> chains.list(u, today)).toList();
    session = Session.of(today, session.day(), listed);
    walks.age(listed, early);
    opening.openInterest(listed, clock.calendar().previous(today), today, early);
    opening.night(listed, bell - 600 * SECOND, bell - 301 * SECOND);
    schedule.at(bell - 300 * SECOND, walks::quoteAll);
    walks.scheduleHalt(listed, session.day());
    schedule.at(
        bell,
        ts -> {
          walks.age(listed, ts);
          walks.quoteAll(ts);
          opening.firstQuotes(listed, ts);
        });
    nextSlice = bell + Walks.SLICE_NANOS;
    nextOrder = bell + 1_000_000;
    nextEquity = bell - 240 * SECOND;
    nextScenario = bell + SECOND;
    nextStory = bell + (long) (60 * SECOND * pace.exponential());
  }

  private void close() {
    schedule.clear();
    opening.close(session.chains());
    walks.overnight();
    daysPlayed++;
    if (daysPlayed == plan.days()) {
      isFinished = true;
      status(session.day().lateCloseNanos(), FeedState.FINISHED, "last planned day is over");
      return;
    }
    LocalDate next = clock.calendar().next(session.date());
    session = Session.of(next, clock.day((int) next.toEpochDay()), List.of());
  }

  private void order(long ts) {
    double intensity = intensity(ts);
    boolean late = ts >= session.day().closeNanos();
    int i = (late ? session.lateShare() : session.byShare()).pick(pace);
    Chain chain = session.chains().get(i);
    boolean mayTrade =
        !chain.underlying().isHalted(ts) && (!late || chain.underlying().tradesLate());
    if (mayTrade) {
      flow.arrive(chain, session.expiries().get(i), ts);
    }
    double perSecond = plan.mode().printsPerSecond() / PRINTS_PER_ORDER * intensity;
    nextOrder = ts + 1 + (long) (SECOND / perSecond * pace.exponential());
  }

  private void equity(long ts) {
    boolean regular = ts >= session.day().openNanos() && ts < session.day().closeNanos();
    int i = session.byShare().pick(pace);
    equities.print(session.chains().get(i).underlying(), ts, !regular);
    double rate = plan.mode().printsPerSecond() * EQUITY_PRINTS_PER_PRINT;
    double perSecond = regular ? rate * intensity(ts) : Math.min(20, rate * 0.05);
    nextEquity = ts + 1 + (long) (SECOND / perSecond * pace.exponential());
  }

  private void scenario(long ts) {
    double mean = plan.mode().secondsPerScenario();
    if (ts < session.day().closeNanos() - 90 * SECOND) {
      director.act(session.chains(), session.date(), ts);
    }
    nextScenario = ts + 1 + (long) (SECOND * mean * pace.between(0.5, 1.5));
  }

  private double intensity(long ts) {
    double length = session.day().closeNanos() - session.day().openNanos();
    return Curve.at((ts - session.day().openNanos()) / length);
  }

  private void status(long tsNanos, FeedState state, String detail) {
    long ts = wire.stamp(tsNanos);
    wire.emit(new FeedStatus(ts, wire.heard(ts), FeedId.SYNTHETIC, state, detail, capabilities()));
  }

  /// A stream of chance of its own per duty, so that one duty's throws never shift another's.
  private Dice dice(String duty) {
    long seed = plan.seed() * 31 + plan.mode().ordinal();
    for (int i = 0; i < duty.length(); i++) {
      seed = Dice.mix(seed + duty.charAt(i));
    }
    return new Dice(seed);
  }
}
