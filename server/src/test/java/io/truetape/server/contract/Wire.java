package io.truetape.server.contract;

import io.truetape.model.event.source.FeedState;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.model.market.JoinQuality;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.Right;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.model.time.SessionPhase;
import io.truetape.server.view.Badge;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every document the page reads, as the server words it (docs/formats/api.md). A component's order
/// is the wire's order. `long` numbers here stay below 2^53; larger ones travel as text.
public final class Wire {
  private Wire() {}

  /// An enum whose names are written in lower case.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  public @interface Lower {}

  /// A component that may be left out.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  public @interface Optional {}

  /// A record written as a list, by position.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  public @interface Tuple {}

  /// All of them, in the order they are written to the page's file.
  static final List<Class<? extends Record>> ALL =
      List.of(
          FlowRow.class,
          Meta.class,
          FlowPage.class,
          ExplainNode.class,
          ExplainChip.class,
          Explain.class,
          ExplainAnswer.class,
          CatalogFilter.class,
          CatalogChip.class,
          Catalog.class,
          Feed.class,
          Health.class,
          Problem.class,
          ConditionText.class,
          Welcome.class,
          Subscribed.class,
          ContractTerms.class,
          ContractsMessage.class,
          Gap.class,
          Amended.class,
          Heartbeat.class,
          TideMinute.class,
          TreeNode.class,
          TreeAnswer.class,
          RuleSet.class,
          HeatMapCell.class,
          HeatMap.class,
          ContractGreeks.class,
          ContractGreeksAnswer.class);

  /// One tape row.
  public record FlowRow(
      long seq,
      long causeSeq,
      String ts,
      String tsNanos,
      String ingestTsNanos,
      String session,
      @Lower SessionPhase phase,
      String feed,
      String vendorSequence,
      boolean fromBar,
      boolean backFilled,
      String underlying,
      String root,
      @Nullable String osi,
      @Lower Right right,
      String expiry,
      BigDecimal strike,
      int dte,
      int multiplier,
      BigDecimal price,
      int size,
      BigDecimal premium,
      String venue,
      String condition,
      String conditionMnemonic,
      String conditionClass,
      QuoteLocation location,
      String locationLabel,
      @Lower JoinQuality joinQuality,
      @Nullable BigDecimal bid,
      @Nullable BigDecimal ask,
      @Nullable Integer bidSize,
      @Nullable Integer askSize,
      @Nullable Long quoteAgeNanos,
      @Nullable Double spreadBps,
      @Nullable Double positionInSpread,
      @Nullable BigDecimal spot,
      @Nullable Long spotAgeNanos,
      @Lower Side side,
      double pBuy,
      String sideRule,
      double expectedAccuracy,
      @Lower Sentiment sentiment,
      @Nullable Double iv,
      @Nullable Double delta,
      @Nullable Double gamma,
      @Nullable Double theta,
      @Nullable Double vega,
      @Nullable Double rho,
      @Nullable Double vanna,
      @Nullable Double charm,
      @Nullable BigDecimal deltaNotional,
      @Nullable BigDecimal signedDeltaNotional,
      @Nullable Double forward,
      @Nullable Boolean parityForward,
      @Nullable Long greeksAgeNanos,
      @Nullable @Lower GreeksAbsence greeksAbsence,
      @Nullable Double vendorIv,
      @Nullable Double vendorDelta,
      @Nullable Double vendorGamma,
      @Nullable Double vendorTheta,
      @Nullable Double vendorVega,
      @Nullable Double otmPct,
      long dayVolume,
      @Nullable Long openInterest,
      @Nullable String oiAsOf,
      @Nullable Double volOi,
      int repeat3m,
      int repeatExact,
      long symbolVolume1m,
      double baseline15m,
      double openBaseline,
      @Nullable Double bullishRatio15m,
      @Nullable Double bullishPremiumRatio15m,
      @Nullable Double contractPercentile,
      @Nullable Double symbolPercentile,
      @Nullable Double premiumZ,
      double sigRaw,
      @Nullable Double sigScore,
      List<String> sigMissing,
      List<String> chips,
      boolean cancelled,
      @Nullable String amendSeq,
      @Nullable String amendReason) {}

  /// `GET /api/v1/contracts/{osi}/greeks`.
  public record ContractGreeks(
      String osi,
      long printSeq,
      String ts,
      String tsNanos,
      String markTs,
      String markTsNanos,
      long ageNanos,
      boolean stale,
      @Nullable Double iv,
      @Nullable Double delta,
      @Nullable Double gamma,
      @Nullable Double theta,
      @Nullable Double vega,
      @Nullable Double rho,
      @Nullable Double vanna,
      @Nullable Double charm,
      @Nullable BigDecimal deltaNotional,
      @Nullable BigDecimal signedDeltaNotional,
      @Nullable Double forward,
      @Nullable Boolean parityForward,
      @Nullable Long greeksAgeNanos,
      @Nullable @Lower GreeksAbsence greeksAbsence,
      @Nullable Double vendorIv,
      @Nullable Double vendorDelta,
      @Nullable Double vendorGamma,
      @Nullable Double vendorTheta,
      @Nullable Double vendorVega,
      @Nullable Long vendorAgeNanos) {}

  /// The answer around it.
  public record ContractGreeksAnswer(ContractGreeks data, Meta meta) {}

  /// Where an answer's numbers come from.
  public record Meta(
      @Nullable String asOf,
      long seq,
      long lagMillis,
      boolean degraded,
      boolean stale,
      @Nullable String reason,
      String ruleVersion,
      Badge badge,
      @Nullable String nextCursor) {}

  /// `GET /api/v1/flow`.
  public record FlowPage(List<FlowRow> data, Meta meta) {}

  /// One observed, measured or inferred fact.
  public record ExplainNode(
      String kind,
      @Nullable Long seq,
      String label,
      @Nullable String value,
      String unit,
      String formula,
      String basis) {}

  /// One chip's test.
  public record ExplainChip(
      String kind,
      String chip,
      String label,
      String rule,
      String value,
      String threshold,
      boolean passed,
      List<String> missing,
      String basis) {}

  /// Why a row says what it says.
  public record Explain(
      long seq,
      String ruleVersion,
      List<ExplainNode> observations,
      List<ExplainNode> metrics,
      List<ExplainNode> side,
      List<ExplainChip> chips,
      List<ExplainNode> sigScore) {}

  /// `GET /api/v1/flow/{seq}/explain`.
  public record ExplainAnswer(Explain data, Meta meta) {}

  /// One filter parameter.
  public record CatalogFilter(
      String name,
      String kind,
      boolean list,
      String unit,
      String meaning,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      List<String> allowed) {}

  /// One chip and its bit in binary rows.
  public record CatalogChip(String label, String meaning, int bit) {}

  /// `GET /api/v1/flow/filters/catalog`.
  public record Catalog(
      List<CatalogFilter> filters,
      List<CatalogChip> chips,
      List<String> sorts,
      List<String> orders,
      Map<String, Integer> limit) {}

  /// One feed as of now.
  public record Feed(String feed, FeedState state, String detail, @Nullable String lastTs) {}

  /// `GET /api/v1/health`.
  public record Health(
      @Nullable String asOf,
      long seq,
      long lagMillis,
      boolean degraded,
      boolean stale,
      @Nullable String reason,
      String ruleVersion,
      Badge badge,
      double printsPerSecond,
      boolean ready,
      List<Feed> feeds) {}

  /// `application/problem+json`, and `error` on the socket.
  public record Problem(
      @Optional String op,
      String type,
      String title,
      int status,
      String detail,
      @Optional String parameter,
      @Optional String value,
      @Optional List<String> allowed,
      @Optional String suggestion) {}

  /// A sale condition.
  @Tuple
  public record ConditionText(String mnemonic, String conditionClass, String meaning) {}

  /// The first message of a socket: what codes mean.
  public record Welcome(
      String op,
      int version,
      int headerBytes,
      int rowBytes,
      List<String> sides,
      List<String> locations,
      List<String> locationLabels,
      List<String> sentiments,
      List<String> phases,
      List<String> sideRules,
      List<String> chips,
      Map<String, String> venues,
      Map<String, ConditionText> conditions) {}

  /// From here on every matching row caused after `seq` comes.
  public record Subscribed(String op, String channel, String format, long seq) {}

  /// A contract and its number on this connection.
  @Tuple
  public record ContractTerms(
      int id,
      String root,
      String underlying,
      String expiry,
      BigDecimal strike,
      String right,
      int multiplier) {}

  /// Contracts not yet told.
  public record ContractsMessage(String op, List<ContractTerms> entries) {}

  /// Rows that did not come.
  public record Gap(String op, long from, long to, long count) {}

  /// A print was taken back.
  public record Amended(String op, long seq, long printSeq, long amendSeq, String reason) {}

  /// Each second.
  public record Heartbeat(
      String op,
      long streamSeq,
      @Nullable String asOf,
      long seq,
      long lagMillis,
      boolean degraded,
      boolean stale,
      @Nullable String reason,
      String ruleVersion,
      Badge badge,
      double rate,
      String serverTsNanos) {}

  /// `GET /api/v1/tide`: one minute.
  public record TideMinute(
      String start,
      String startNanos,
      int symbols,
      long prints,
      long callVolume,
      long putVolume,
      BigDecimal callPremium,
      BigDecimal putPremium,
      @Nullable Double unclassifiedShare,
      BigDecimal signedCall,
      BigDecimal signedPut,
      BigDecimal signedNet,
      BigDecimal weightedCall,
      BigDecimal weightedPut,
      BigDecimal weightedNet,
      BigDecimal cumulativeSigned,
      BigDecimal cumulativeWeighted) {}

  /// One statement of an explanation, and what it rests on.
  public record TreeNode(
      String kind,
      String basis,
      @Nullable String id,
      @Nullable Long seq,
      String label,
      @Nullable String value,
      String unit,
      String formula,
      @Nullable String threshold,
      @Nullable Boolean passed,
      @Nullable Double points,
      int more,
      List<TreeNode> children) {}

  /// `GET /api/v1/explain/{id}`.
  public record TreeAnswer(TreeNode data, Meta meta) {}

  /// `GET /api/v1/rules`.
  public record RuleSet(
      long seq,
      String name,
      String version,
      String sha256,
      @Nullable String activatedAt,
      Map<String, Map<String, String>> sections) {}

  /// One strike and bucket of the heat map.
  public record HeatMapCell(
      BigDecimal strike,
      String bucket,
      long volume,
      BigDecimal premium,
      BigDecimal signed,
      BigDecimal weighted) {}

  /// `GET /api/v1/heatmap`.
  public record HeatMap(
      int minutes,
      List<HeatMapCell> cells,
      int moreCells,
      long otherPrints,
      long otherVolume,
      BigDecimal otherPremium) {}
}
