package io.truetape.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.control.RuleValue;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.exposure.BucketExposure;
import io.truetape.model.event.derived.exposure.ExpiryBucket;
import io.truetape.model.event.derived.exposure.ExposureTotals;
import io.truetape.model.event.derived.strikes.StrikeRow;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Osi;
import io.truetape.model.time.SessionClock;
import io.truetape.server.contract.Conformance;
import io.truetape.server.contract.Wire;
import io.truetape.server.view.FactJson;
import io.truetape.server.view.HealthReport;
import io.truetape.server.view.Json;
import io.truetape.store.query.Condition;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Greeks, views, contract candles and reasons as they are answered.
final class PrintAnswersTest {
  private final Running running;

  PrintAnswersTest(@TempDir Path folder) {
    running = new Running(folder, ServerPlan.loopback(0));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void aRowCarriesOurGreeksOrWhyThereAreNoneAndTheVendorsBesideThem() throws Exception {
    int priced = 0;
    int vendor = 0;
    for (ChippedPrint p : running.prints.subList(0, 60)) {
      JsonNode row = running.json("/api/v1/flow/" + p.printSeq()).path("data");
      assertThat(row.path("iv").isNull()).isEqualTo(!p.priced().isPriced());
      assertThat(row.path("greeksAbsence").isNull()).isEqualTo(p.priced().isPriced());
      if (p.priced().isPriced()) {
        priced++;
        assertThat(row.path("delta").asDouble()).isEqualTo(p.priced().delta());
        assertThat(row.path("deltaNotional").asDouble())
            .isEqualTo(p.priced().deltaNotionalMicros() / 1e6);
        assertThat(row.path("greeksAgeNanos").asLong())
            .isEqualTo(p.tsNanos() - p.priced().markTsNanos());
      }
      assertThat(row.path("vendorIv").isNull()).isEqualTo(!p.print().vendor().isPresent());
      vendor += p.print().vendor().isPresent() ? 1 : 0;
    }
    assertThat(priced).isBetween(1, 59);
    assertThat(vendor).isBetween(1, 59);
  }

  @Test
  void greeksOfAContractAreStaleAfterSixtySeconds() throws Exception {
    ChippedPrint print = lastPriced();
    String path = "/api/v1/contracts/" + Osi.unpadded(print.contract()) + "/greeks";
    long mark = print.priced().markTsNanos();
    long fresh = Math.max(print.tsNanos(), mark + 60_000_000_000L);
    asOf(fresh);
    JsonNode answer = running.json(path);
    assertThat(Conformance.faults(answer, Wire.ContractGreeksAnswer.class)).isEmpty();
    assertThat(answer.path("data").path("printSeq").asLong()).isEqualTo(print.printSeq());
    assertThat(answer.path("data").path("stale").asBoolean())
        .isEqualTo(fresh - mark > 60_000_000_000L);
    asOf(Math.max(print.tsNanos(), mark + 60_000_000_001L));
    assertThat(running.json(path).path("data").path("stale").asBoolean()).isTrue();
    assertThat(running.get("/api/v1/contracts/SPY/greeks").statusCode()).isEqualTo(400);
    assertThat(running.get("/api/v1/contracts/SPY991231C00600000/greeks").statusCode())
        .isEqualTo(404);
  }

  @Test
  void theExplanationStatesGreeksAndEveryInputOfTheMetrics() throws Exception {
    ChippedPrint print = lastPriced();
    Map<String, JsonNode> found = new HashMap<>();
    running
        .json("/api/v1/flow/" + print.printSeq() + "/explain")
        .path("data")
        .path("metrics")
        .forEach(m -> found.put(m.path("label").asString(), m));
    assertThat(found)
        .containsKeys("premiumZ", "contractPercentile", "openBaseline", "bullishPremiumRatio15m")
        .containsKeys("iv", "delta", "gamma", "deltaNotional", "signedDeltaNotional");
    assertThat(java.util.Objects.requireNonNull(found.get("iv")).path("value").asString())
        .isEqualTo("" + print.priced().greeks().iv());
    ChippedPrint without =
        running.prints.stream().filter(p -> !p.priced().isPriced()).findFirst().orElseThrow();
    JsonNode metrics =
        running
            .json("/api/v1/flow/" + without.printSeq() + "/explain")
            .path("data")
            .path("metrics");
    String why = without.priced().absence().name().toLowerCase(java.util.Locale.ROOT);
    assertThat(metrics.toString()).contains("absent: " + why.replace('_', ' '));
    assertThat(running.json("/api/v1/explain/print:" + print.printSeq()).toString())
        .contains("signedDeltaNotional");
  }

  @Test
  void anExplanationShowsTheRulesOfThePrintsTime() throws Exception {
    long seq = Running.STORED + 1;
    running.store.writer().accept(seq, rules("1", "111111"));
    ChippedPrint first = running.next();
    running.store.writer().accept(seq + 1, first);
    running.store.writer().accept(seq + 2, rules("2", "222222"));
    ChippedPrint second = running.next();
    running.store.writer().accept(seq + 3, second);
    running.store.writer().handedOver(seq + 3);
    running.store.writer().flush();
    assertThat(whales(first)).isEqualTo("111111");
    assertThat(whales(second)).isEqualTo("222222");
    assertThat(whales(running.prints.getFirst())).isEqualTo("500000");
    JsonNode data = running.json("/api/v1/flow/" + first.printSeq() + "/explain").path("data");
    assertThat(data.path("ruleVersion").asString()).isEqualTo("1");
  }

  @Test
  void everyChipsTestHasAValueAndAThreshold() throws Exception {
    JsonNode chips = running.json("/api/v1/flow/9/explain").path("data").path("chips");
    for (JsonNode chip : chips) {
      String name = chip.path("chip").asString();
      assertThat(chip.path("value").asString()).as(name).isNotEmpty();
      if (!name.equals("weeklies")) {
        assertThat(chip.path("threshold").asString()).as(name).isNotEmpty();
      }
    }
  }

  @Test
  void aNarrowerViewShowsAPartOfTheWider() throws Exception {
    long all = count("?view=all");
    long balanced = count("?view=balanced");
    long smart = count("?view=smart-money");
    assertThat(all).isEqualTo(Running.STORED);
    assertThat(balanced).isBetween(smart + 1, all - 1);
    assertThat(smart).isPositive();
    assertThat(count("?view=smart-money&side=sell")).isPositive();
    JsonNode problem = running.json("/api/v1/flow?view=smart");
    assertThat(problem.path("allowed").toString()).contains("smart-money");
  }

  @Test
  void candlesOfAContractComeFromItsPrintsAndAreExplainedByThem() throws Exception {
    Contract contract = running.prints.getFirst().contract();
    Condition same = Condition.OfContract.of(contract);
    String osi = Osi.unpadded(contract);
    JsonNode candles = running.json("/api/v1/candles?interval=1d&contract=" + osi).path("data");
    assertThat(candles).hasSize(1);
    assertThat(candles.get(0).path("symbol").asString()).isEqualTo(osi);
    long volume =
        running.prints.stream()
            .filter(same::matches)
            .filter(p -> (p.chips() & io.truetape.model.market.Chip.CANCELLED.bit()) == 0)
            .filter(p -> p.normalized().condition().countsForVolume())
            .mapToLong(p -> p.print().size())
            .sum();
    assertThat(candles.get(0).path("volume").asLong()).isEqualTo(volume);
    String start = candles.get(0).path("startNanos").asString();
    JsonNode tree =
        running.json("/api/v1/explain/candle:" + osi + "@" + start + ":1d").path("data");
    assertThat(tree.path("kind").asString()).isEqualTo("candle");
    assertThat(tree.path("children").toString()).contains("vwap", "print:");
    assertThat(running.get("/api/v1/candles?interval=1d").statusCode()).isEqualTo(400);
    assertThat(running.get("/api/v1/candles?symbol=SPY&contract=" + osi).statusCode())
        .isEqualTo(400);
  }

  @Test
  void anUnresolvedExposureIsNullAndSaysHowMuchWasPriced() {
    ExposureTotals zero = ExposureTotals.ZERO;
    JsonNode none = json(new BucketExposure(ExpiryBucket.TODAY, zero, zero, zero, 0, 400, 0, 0));
    assertThat(none.path("resolved").asBoolean()).isFalse();
    assertThat(none.path("pricedPercent").asDouble()).isZero();
    for (String name : List.of("naive", "allShort", "flow", "flowBand")) {
      assertThat(none.path(name).isNull()).as(name).isTrue();
    }
    ExposureTotals some = new ExposureTotals(1, 2, 3, 4);
    JsonNode flowOnly = json(new BucketExposure(ExpiryBucket.TODAY, zero, zero, some, 5, 0, 0, 3));
    assertThat(flowOnly.path("naive").isNull()).isTrue();
    assertThat(flowOnly.path("flow").path("gex").asDouble()).isEqualTo(1);
    assertThat(flowOnly.path("pricedPercent").isNull()).isTrue();
    JsonNode half = json(new BucketExposure(ExpiryBucket.ALL, some, some, some, 5, 400, 100, 3));
    assertThat(half.path("resolved").asBoolean()).isTrue();
    assertThat(half.path("pricedPercent").asDouble()).isEqualTo(25);
  }

  @Test
  void aStrikeSaysItsPutCallRatioAndVolatilityOrThatThereIsNone() {
    StrikeRow silent =
        new StrikeRow(600_000_000, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, List.of());
    JsonNode row = json(silent);
    for (String name :
        List.of("putCallRatio", "callIv", "putIv", "signedDelta", "weightedGamma", "callOi")) {
      assertThat(row.path(name).isNull()).as(name).isTrue();
    }
    JsonNode busy =
        json(
            new StrikeRow(
                600_000_000, 10, 5, 0, 0, 0, 0, 7, 6, 5, 15, 0, 0, 0.2, 0.3, 9, 9, List.of()));
    assertThat(busy.path("putCallRatio").asDouble()).isEqualTo(0.5);
    assertThat(busy.path("callIv").asDouble()).isEqualTo(0.2);
    assertThat(busy.path("signedDelta").asDouble()).isEqualTo(7);
  }

  private JsonNode json(Record record) {
    Json out = new Json(512);
    new FactJson(SessionClock.standard()).record(out, record);
    return running.parse(out.toString());
  }

  /// The newest print of some contract that has greeks and an OCC name.
  private ChippedPrint lastPriced() {
    for (ChippedPrint p : running.prints.reversed()) {
      Condition same = Condition.OfContract.of(p.contract());
      ChippedPrint newest =
          running.prints.reversed().stream().filter(same::matches).findFirst().orElseThrow();
      if (newest.equals(p) && p.priced().isPriced()) {
        return p;
      }
    }
    throw new AssertionError("no such print");
  }

  private void asOf(long nanos) {
    HealthReport h = running.health;
    running.health =
        new HealthReport(
            h.badge(),
            h.seq(),
            nanos,
            h.lagMillis(),
            h.degraded(),
            h.stale(),
            h.reason(),
            h.printsPerSecond(),
            h.ruleVersion(),
            h.ready(),
            h.feeds());
  }

  private long count(String query) throws Exception {
    return running.json("/api/v1/flow/summary" + query).path("data").path("prints").asLong();
  }

  private String whales(ChippedPrint print) throws Exception {
    for (JsonNode chip :
        running.json("/api/v1/flow/" + print.printSeq() + "/explain").path("data").path("chips")) {
      if (chip.path("chip").asString().equals("whales")) {
        return chip.path("threshold").asString();
      }
    }
    throw new AssertionError("no whales");
  }

  private static RulesActivated rules(String version, String whales) {
    return new RulesActivated(
        7, "standard", version, "ab12", "text", List.of(new RuleValue("chips.whales", whales)));
  }
}
