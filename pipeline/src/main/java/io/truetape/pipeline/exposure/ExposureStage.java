package io.truetape.pipeline.exposure;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.exposure.FlipPoint;
import io.truetape.model.event.derived.greeks.ContractPriced;
import io.truetape.model.event.source.ChainRow;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.time.SessionClock;
import io.truetape.model.time.SessionDay;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.IntTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Adds up dealers' exposure on watermarks, when something changed.
///
/// Of the four zero-gamma searches (now, in 30 and 60 minutes, at the close) one is made at a time,
/// in a turn of six with now at every second, so that none stalls the lane.
public final class ExposureStage implements Stage {
  private static final int LIMIT = 20_000;
  private static final int FLIPS = 4;
  private static final int TURNS = 6;
  private static final Comparator<Cell> ORDER =
      Comparator.<Cell>comparingInt(cell -> cell.expiryDay)
          .thenComparingLong(cell -> cell.strikeMicros)
          .thenComparing(cell -> cell.isCall)
          .thenComparing(cell -> cell.root);
  private static final long MINUTE = 60_000_000_000L;

  private final SessionClock clock;
  private final int symbol;
  private final String text;
  private final IntTable<Cell> cells = new IntTable<>();
  private final List<Cell> ordered = new ArrayList<>();
  private final FlowMemory memory = new FlowMemory();
  private final FlipSearch search = new FlipSearch();
  private final FlipPoint[] flips = new FlipPoint[FLIPS];
  private ExposureRules rules = ExposureRules.standard();
  private SessionDay today;
  private double spot;
  private long publishedNanos;
  private long flipNanos;
  private int nextFlip;
  private boolean hasNews;

  public ExposureStage(SessionClock clock, int symbol, String text) {
    this.clock = clock;
    this.symbol = symbol;
    this.text = text;
    this.today = clock.day(0);
    forgetFlips();
  }

  @Override
  public StageId id() {
    return StageId.EXPOSURE;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.CONTRACT_LISTED,
            EventKind.OPEN_INTEREST,
            EventKind.CHAIN_ROW,
            EventKind.SESSION_OPENED,
            EventKind.RULES_ACTIVATED,
            EventKind.CONTRACT_PRICED,
            EventKind.CHIPPED_PRINT,
            EventKind.AMENDED,
            EventKind.WATERMARK)
        .emitting(EventKind.EXPOSURE_COMPUTED);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case ChippedPrint print -> trade(print);
      case ContractPriced priced -> {
        Cell cell = cells.get(priced.contractId());
        if (cell != null) {
          cell.take(priced);
          spot = priced.spot() > 0 ? priced.spot() : spot;
          hasNews = true;
        }
      }
      case Watermark watermark -> publish(watermark.tsNanos(), out);
      case ContractListed listed -> {
        if (cells.size() < LIMIT && cells.get(listed.contract()) == null) {
          list(listed.contract(), new Cell(listed.terms()));
        }
      }
      case OpenInterest oi -> interest(cells.get(oi.contract()), oi.openInterest(), oi.asOfDay());
      case ChainRow row -> {
        if (row.openInterest() >= 0) {
          int day = (int) clock.dateAt(row.sourceTsNanos()).toEpochDay();
          interest(cells.get(row.contract()), row.openInterest(), day);
        }
      }
      case Amended amended -> takeBack(amended);
      case SessionOpened _ -> newSession();
      case RulesActivated activated -> rules = ExposureRules.from(activated.values());
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  /// Sums run in order of terms, not of listing, which depends on arrival.
  private void list(int contract, Cell cell) {
    cells.put(contract, cell);
    int at = Collections.binarySearch(ordered, cell, ORDER);
    ordered.add(at < 0 ? -1 - at : at, cell);
  }

  private void interest(@Nullable Cell cell, long contracts, int asOfDay) {
    if (cell != null) {
      hasNews |= cell.publish(contracts, asOfDay);
    }
  }

  private void trade(ChippedPrint print) {
    Cell cell = cells.get(print.print().contract());
    if (cell == null || !print.normalized().condition().countsForVolume()) {
      return;
    }
    flow(cell, print.sided().pBuy(), print.print().size());
    memory.remember(print);
    hasNews = true;
  }

  private void takeBack(Amended amended) {
    Cell cell = cells.get(amended.contractId());
    double pBuy = amended.foundOriginal() ? memory.forget(amended.printSeq()) : -1;
    if (cell != null && pBuy >= 0) {
      flow(cell, pBuy, -amended.size());
      hasNews = true;
    }
  }

  /// `size` is negative for a print that is taken back.
  private static void flow(Cell cell, double pBuy, double size) {
    cell.trade((2 * pBuy - 1) * size, 4 * pBuy * (1 - pBuy) * size * Math.abs(size), size);
  }

  private void newSession() {
    for (int i = 0; i < cells.size(); i++) {
      cells.valueAt(i).newSession();
    }
    memory.clear();
    forgetFlips();
    flipNanos = 0;
    hasNews = true;
  }

  private void publish(long now, Emitter out) {
    if (!hasNews || spot <= 0 || now - publishedNanos < rules.publishNanos()) {
      return;
    }
    hasNews = false;
    publishedNanos = now;
    if (!today.contains(now)) {
      today = clock.dayAt(now);
    }
    Exposures exposures = new Exposures(rules, spot);
    exposures.addAll(ordered, now, today.day());
    if (now - flipNanos >= rules.flipNanos()) {
      int which = (nextFlip & 1) == 0 ? 0 : 1 + nextFlip / 2;
      flips[which] = flip(now, at(which, now));
      flipNanos = now;
      nextFlip = (nextFlip + 1) % TURNS;
    }
    out.emit(
        new ExposureComputed(
            now,
            symbol,
            text,
            spot,
            exposures.buckets(),
            exposures.wall(true),
            exposures.wall(false),
            flips[0],
            flips[1],
            flips[2],
            flips[3],
            flipNanos,
            exposures.nearestStrikes(),
            exposures.contracts()));
  }

  private long at(int flip, long now) {
    return switch (flip) {
      case 0 -> now;
      case 1 -> now + 30 * MINUTE;
      case 2 -> now + 60 * MINUTE;
      default -> Math.max(now, today.closeNanos() - MINUTE);
    };
  }

  private FlipPoint flip(long now, long then) {
    search.clear();
    for (int i = 0; i < ordered.size(); i++) {
      Cell cell = ordered.get(i);
      if (cell.counts(now, rules.hardLimitNanos())
          && (cell.openInterest > 0 || cell.volume > 0)
          && cell.yearsAt(then) > 0) {
        search.add(cell, spot, cell.yearsAt(then), rules.dealerShare());
      }
    }
    return search.find(spot, rules);
  }

  private void forgetFlips() {
    Arrays.fill(flips, FlipPoint.NONE);
    nextFlip = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.putInt(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      out.putInt(cells.keyAt(i));
      cells.valueAt(i).save(out);
    }
    memory.save(out);
    for (FlipPoint flip : flips) {
      out.putDouble(flip.naive());
      out.putDouble(flip.flow());
      out.putBoolean(flip.isNaive());
      out.putBoolean(flip.isFlow());
      out.putDouble(flip.gex());
    }
    out.putInt(today.day());
    out.putDouble(spot);
    out.putLong(publishedNanos);
    out.putLong(flipNanos);
    out.putInt(nextFlip);
    out.putBoolean(hasNews);
  }

  @Override
  public void load(StateReader in) {
    cells.clear();
    ordered.clear();
    for (int n = in.getInt(); n > 0; n--) {
      list(in.getInt(), Cell.load(in));
    }
    memory.load(in);
    for (int i = 0; i < FLIPS; i++) {
      flips[i] =
          new FlipPoint(
              in.getDouble(), in.getDouble(), in.getBoolean(), in.getBoolean(), in.getDouble());
    }
    today = clock.day(in.getInt());
    spot = in.getDouble();
    publishedNanos = in.getLong();
    flipNanos = in.getLong();
    nextFlip = in.getInt();
    hasNews = in.getBoolean();
  }
}
