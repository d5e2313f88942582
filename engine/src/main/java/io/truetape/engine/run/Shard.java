package io.truetape.engine.run;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.BaselineCarried;
import io.truetape.model.event.control.FeedSilence;
import io.truetape.model.event.control.OperatorCommand;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.control.Tick;
import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.event.source.AuctionImbalance;
import io.truetape.model.event.source.CalendarEntry;
import io.truetape.model.event.source.ChainRow;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.CorporateAction;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.event.source.NewsStory;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.event.source.RatePoint;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.event.source.TradingStatus;
import io.truetape.pipeline.Lane;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StandardPipeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Some of the lanes, on one thread. A shard sees every entry and thinks about its own.
///
/// A symbol belongs to shard `hash(text) mod shards`. What concerns everyone (ticks, sessions,
/// rules) goes to the lanes in order of symbol, which is also the order in which shards are merged.
final class Shard implements Lane.Conclusions {

  private final StandardPipeline pipeline;
  private final int number;
  private final int shards;
  private final Routes routes = new Routes();
  private final List<ShardLane> ordered = new ArrayList<>();
  private final List<Event> listings = new ArrayList<>();
  private final Map<String, BaselineCarried> carried = new TreeMap<>();
  private List<Conclusion> conclusions = new ArrayList<>();
  private @Nullable ShardLane[] lanes = new ShardLane[256];
  private @Nullable ShardLane current;
  private final Standing standing = new Standing();
  private long seq;

  Shard(StandardPipeline pipeline, int number, int shards) {
    this.pipeline = pipeline;
    this.number = number;
    this.shards = shards;
  }

  /// Thinks about a batch; the conclusions are in order of seq, then symbol.
  List<Conclusion> think(List<Entry> batch) {
    conclusions = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      Entry entry = batch.get(i);
      seq = entry.seq();
      route(entry.event());
    }
    return conclusions;
  }

  List<ShardLane> lanes() {
    return ordered;
  }

  /// Symbols and contracts in the order they were listed.
  List<Event> listings() {
    return listings;
  }

  /// Rules, feed states and the like that are in force.
  List<Event> standing() {
    return standing.events();
  }

  /// Baselines carried into this log, in order of symbol: a lane opened later is told its own.
  List<BaselineCarried> carried() {
    return List.copyOf(carried.values());
  }

  private void route(Event event) {
    switch (event) {
      case OptionQuote e -> contract(e.contract(), e);
      case OptionPrint e -> contract(e.contract(), e);
      case EquityQuote e -> lane(e.symbol(), e);
      case EquityPrint e -> lane(e.symbol(), e);
      case IndexValue e -> lane(e.symbol(), e);
      case Tick e -> everyone(e);
      case OpenInterest e -> contract(e.contract(), e);
      case SymbolListed e -> open(e);
      case ContractListed e -> {
        routes.list(e);
        listings.add(e);
        lane(e.underlying(), e);
      }
      case ChainRow e -> contract(e.contract(), e);
      case AuctionImbalance e -> lane(e.symbol(), e);
      case TradingStatus e -> lane(e.symbol(), e);
      case CalendarEntry e -> lane(routes.ofName(e.symbol()), e);
      case CorporateAction e -> lane(routes.ofName(e.symbol()), e);
      case RulesActivated e -> stand(e);
      case UserRuleActivated e -> stand(e);
      case FeedStatus e -> stand(e);
      case FeedSilence e -> stand(e);
      case Gap e -> stand(e);
      case RatePoint e -> stand(e);
      case SessionOpened e -> everyone(e);
      case SessionClosed e -> everyone(e);
      case NewsStory _, Rejected _ -> {}
      case OperatorCommand e -> lane(routes.ofName(e.target()), e);
      case BaselineCarried e -> {
        carried.put(e.symbol(), e);
        lane(routes.ofName(e.symbol()), e);
      }
      case TradeEvent _, DerivedEvent _ -> {}
    }
  }

  private void open(SymbolListed listed) {
    routes.list(listed);
    listings.add(listed);
    if (Math.floorMod(listed.text().hashCode(), shards) != number) {
      return;
    }
    int symbol = listed.symbol();
    if (symbol >= lanes.length) {
      lanes = Arrays.copyOf(lanes, Math.max(symbol + 1, lanes.length * 2));
    }
    Lane lane = new Lane(symbol, listed.text(), pipeline.stages(symbol, listed.text()));
    ShardLane opened = new ShardLane(lane, new LaneDigest());
    lanes[symbol] = opened;
    ordered.add(opened);
    ordered.sort(Comparator.comparing(ShardLane::text));
    for (Event event : standing.events()) {
      think(opened, event);
    }
    BaselineCarried baseline = carried.get(listed.text());
    if (baseline != null) {
      think(opened, baseline);
    }
  }

  private void contract(int contract, Event event) {
    lane(routes.ofContract(contract), event);
  }

  private void lane(int symbol, Event event) {
    ShardLane lane = symbol < lanes.length ? lanes[symbol] : null;
    if (lane != null) {
      think(lane, event);
    }
  }

  private void stand(Event event) {
    standing.see(event);
    everyone(event);
  }

  private void everyone(Event event) {
    for (int i = 0; i < ordered.size(); i++) {
      think(ordered.get(i), event);
    }
  }

  private void think(ShardLane lane, Event event) {
    current = lane;
    lane.lane().on(seq, event, this);
  }

  @Override
  public void accept(StageId stage, DerivedEvent event) {
    ShardLane lane = current;
    if (lane == null) {
      throw new AssertionError("a conclusion without a lane: " + event.kind());
    }
    lane.digest().add(stage, event);
    if (isPublished(event.kind())) {
      conclusions.add(new Conclusion(seq, lane.text(), event));
    }
  }

  /// Intermediate prints are inside the finished one; publishing them again would only cost.
  private static boolean isPublished(EventKind kind) {
    return switch (kind) {
      case CHIPPED_PRINT,
          CANDLE_CLOSED,
          AMENDED,
          PRINT_REFUSED,
          FLOW_PACKET,
          STRUCTURE_FOUND,
          SMART_MONEY_EVENT,
          CLASSIFIER_HITS,
          ALERT_CHANGED,
          OPEN_SHARE_VERDICT ->
          true;
      case OFF_EXCHANGE_PRINT, DARK_INFERENCE, LIQUIDITY_ZONE -> true;
      case EXPOSURE_COMPUTED, STRIKE_BOARD, FLOW_MINUTE, HEAT_CELLS, BASELINE_SUMMARY -> true;
      default -> false;
    };
  }
}
