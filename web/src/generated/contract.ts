// Generated from the Java records of the wire; do not edit.
// Again: mvn -q -pl server -am test -Dtest=ContractTest -Dtruetape.contract=write -Dsurefire.failIfNoSpecifiedTests=false
// source server/src/test/java/io/truetape/server/contract/Wire.java sha256 8383122ffd26b4cec51247d05077cb53f4b44bf39fe88cda5c0e1a25fa65a214

export type Badge = 'SYNTHETIC' | 'REPLAY' | 'LIVE';
export type FeedState = 'CONNECTING' | 'LIVE' | 'DEGRADED' | 'STALE' | 'DENIED' | 'DOWN' | 'FINISHED';
export type GreeksAbsence = 'none' | 'not_yet' | 'no_quote' | 'one_sided' | 'crossed' | 'stale_quote' | 'no_spot' | 'stale_spot' | 'expired' | 'below_intrinsic' | 'above_maximum' | 'adjusted' | 'table_full';
export type JoinQuality = 'in_band' | 'waited' | 'no_wait' | 'late';
export type QuoteLocation = 'ABOVE_ASK' | 'ASK' | 'ABOVE_MID' | 'MID' | 'BELOW_MID' | 'BID' | 'BELOW_BID' | 'NO_QUOTE' | 'STALE' | 'CROSSED' | 'LOCKED' | 'ONE_SIDED';
export type Right = 'call' | 'put';
export type Sentiment = 'bullish' | 'bearish' | 'neutral';
export type SessionPhase = 'rth' | 'gth' | 'curb' | 'extended' | 'closed';
export type Side = 'buy' | 'sell' | 'unknown';

export interface FlowRow {
  readonly seq: number;
  readonly causeSeq: number;
  readonly ts: string;
  readonly tsNanos: string;
  readonly ingestTsNanos: string;
  readonly session: string;
  readonly phase: SessionPhase;
  readonly feed: string;
  readonly vendorSequence: string;
  readonly fromBar: boolean;
  readonly backFilled: boolean;
  readonly underlying: string;
  readonly root: string;
  readonly osi: string | null;
  readonly right: Right;
  readonly expiry: string;
  readonly strike: number;
  readonly dte: number;
  readonly multiplier: number;
  readonly price: number;
  readonly size: number;
  readonly premium: number;
  readonly venue: string;
  readonly condition: string;
  readonly conditionMnemonic: string;
  readonly conditionClass: string;
  readonly location: QuoteLocation;
  readonly locationLabel: string;
  readonly joinQuality: JoinQuality;
  readonly bid: number | null;
  readonly ask: number | null;
  readonly bidSize: number | null;
  readonly askSize: number | null;
  readonly quoteAgeNanos: number | null;
  readonly spreadBps: number | null;
  readonly positionInSpread: number | null;
  readonly spot: number | null;
  readonly spotAgeNanos: number | null;
  readonly side: Side;
  readonly pBuy: number;
  readonly sideRule: string;
  readonly expectedAccuracy: number;
  readonly sentiment: Sentiment;
  readonly iv: number | null;
  readonly delta: number | null;
  readonly gamma: number | null;
  readonly theta: number | null;
  readonly vega: number | null;
  readonly rho: number | null;
  readonly vanna: number | null;
  readonly charm: number | null;
  readonly deltaNotional: number | null;
  readonly signedDeltaNotional: number | null;
  readonly forward: number | null;
  readonly parityForward: boolean | null;
  readonly greeksAgeNanos: number | null;
  readonly greeksAbsence: GreeksAbsence | null;
  readonly vendorIv: number | null;
  readonly vendorDelta: number | null;
  readonly vendorGamma: number | null;
  readonly vendorTheta: number | null;
  readonly vendorVega: number | null;
  readonly otmPct: number | null;
  readonly dayVolume: number;
  readonly openInterest: number | null;
  readonly oiAsOf: string | null;
  readonly volOi: number | null;
  readonly repeat3m: number;
  readonly repeatExact: number;
  readonly symbolVolume1m: number;
  readonly baseline15m: number;
  readonly openBaseline: number;
  readonly bullishRatio15m: number | null;
  readonly bullishPremiumRatio15m: number | null;
  readonly contractPercentile: number | null;
  readonly symbolPercentile: number | null;
  readonly premiumZ: number | null;
  readonly sigRaw: number;
  readonly sigScore: number | null;
  readonly sigMissing: readonly string[];
  readonly chips: readonly string[];
  readonly cancelled: boolean;
  readonly amendSeq: string | null;
  readonly amendReason: string | null;
}

export interface Meta {
  readonly asOf: string | null;
  readonly seq: number;
  readonly lagMillis: number;
  readonly degraded: boolean;
  readonly stale: boolean;
  readonly reason: string | null;
  readonly ruleVersion: string;
  readonly badge: Badge;
  readonly nextCursor: string | null;
}

export interface FlowPage {
  readonly data: readonly FlowRow[];
  readonly meta: Meta;
}

export interface ExplainNode {
  readonly kind: string;
  readonly seq: number | null;
  readonly label: string;
  readonly value: string | null;
  readonly unit: string;
  readonly formula: string;
  readonly basis: string;
}

export interface ExplainChip {
  readonly kind: string;
  readonly chip: string;
  readonly label: string;
  readonly rule: string;
  readonly value: string;
  readonly threshold: string;
  readonly passed: boolean;
  readonly missing: readonly string[];
  readonly basis: string;
}

export interface Explain {
  readonly seq: number;
  readonly ruleVersion: string;
  readonly observations: readonly ExplainNode[];
  readonly metrics: readonly ExplainNode[];
  readonly side: readonly ExplainNode[];
  readonly chips: readonly ExplainChip[];
  readonly sigScore: readonly ExplainNode[];
}

export interface ExplainAnswer {
  readonly data: Explain;
  readonly meta: Meta;
}

export interface CatalogFilter {
  readonly name: string;
  readonly kind: string;
  readonly list: boolean;
  readonly unit: string;
  readonly meaning: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly allowed: readonly string[];
}

export interface CatalogChip {
  readonly label: string;
  readonly meaning: string;
  readonly bit: number;
}

export interface Catalog {
  readonly filters: readonly CatalogFilter[];
  readonly chips: readonly CatalogChip[];
  readonly sorts: readonly string[];
  readonly orders: readonly string[];
  readonly limit: Readonly<Record<string, number>>;
}

export interface Feed {
  readonly feed: string;
  readonly state: FeedState;
  readonly detail: string;
  readonly lastTs: string | null;
}

export interface Health {
  readonly asOf: string | null;
  readonly seq: number;
  readonly lagMillis: number;
  readonly degraded: boolean;
  readonly stale: boolean;
  readonly reason: string | null;
  readonly ruleVersion: string;
  readonly badge: Badge;
  readonly printsPerSecond: number;
  readonly ready: boolean;
  readonly feeds: readonly Feed[];
}

export interface Problem {
  readonly op?: string;
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly parameter?: string;
  readonly value?: string;
  readonly allowed?: readonly string[];
  readonly suggestion?: string;
}

export type ConditionText = [mnemonic: string, conditionClass: string, meaning: string];

export interface Welcome {
  readonly op: string;
  readonly version: number;
  readonly headerBytes: number;
  readonly rowBytes: number;
  readonly sides: readonly string[];
  readonly locations: readonly string[];
  readonly locationLabels: readonly string[];
  readonly sentiments: readonly string[];
  readonly phases: readonly string[];
  readonly sideRules: readonly string[];
  readonly chips: readonly string[];
  readonly venues: Readonly<Record<string, string>>;
  readonly conditions: Readonly<Record<string, ConditionText>>;
}

export interface Subscribed {
  readonly op: string;
  readonly channel: string;
  readonly format: string;
  readonly seq: number;
}

export type ContractTerms = [id: number, root: string, underlying: string, expiry: string, strike: number, right: string, multiplier: number];

export interface ContractsMessage {
  readonly op: string;
  readonly entries: readonly ContractTerms[];
}

export interface Gap {
  readonly op: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Amended {
  readonly op: string;
  readonly seq: number;
  readonly printSeq: number;
  readonly amendSeq: number;
  readonly reason: string;
}

export interface Heartbeat {
  readonly op: string;
  readonly streamSeq: number;
  readonly asOf: string | null;
  readonly seq: number;
  readonly lagMillis: number;
  readonly degraded: boolean;
  readonly stale: boolean;
  readonly reason: string | null;
  readonly ruleVersion: string;
  readonly badge: Badge;
  readonly rate: number;
  readonly serverTsNanos: string;
}

export interface TideMinute {
  readonly start: string;
  readonly startNanos: string;
  readonly symbols: number;
  readonly prints: number;
  readonly callVolume: number;
  readonly putVolume: number;
  readonly callPremium: number;
  readonly putPremium: number;
  readonly unclassifiedShare: number | null;
  readonly signedCall: number;
  readonly signedPut: number;
  readonly signedNet: number;
  readonly weightedCall: number;
  readonly weightedPut: number;
  readonly weightedNet: number;
  readonly cumulativeSigned: number;
  readonly cumulativeWeighted: number;
}

export interface TreeNode {
  readonly kind: string;
  readonly basis: string;
  readonly id: string | null;
  readonly seq: number | null;
  readonly label: string;
  readonly value: string | null;
  readonly unit: string;
  readonly formula: string;
  readonly threshold: string | null;
  readonly passed: boolean | null;
  readonly points: number | null;
  readonly more: number;
  readonly children: readonly TreeNode[];
}

export interface TreeAnswer {
  readonly data: TreeNode;
  readonly meta: Meta;
}

export interface RuleSet {
  readonly seq: number;
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
  readonly activatedAt: string | null;
  readonly sections: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface HeatMapCell {
  readonly strike: number;
  readonly bucket: string;
  readonly volume: number;
  readonly premium: number;
  readonly signed: number;
  readonly weighted: number;
}

export interface HeatMap {
  readonly minutes: number;
  readonly cells: readonly HeatMapCell[];
  readonly moreCells: number;
  readonly otherPrints: number;
  readonly otherVolume: number;
  readonly otherPremium: number;
}

export interface ContractGreeks {
  readonly osi: string;
  readonly printSeq: number;
  readonly ts: string;
  readonly tsNanos: string;
  readonly markTs: string;
  readonly markTsNanos: string;
  readonly ageNanos: number;
  readonly stale: boolean;
  readonly iv: number | null;
  readonly delta: number | null;
  readonly gamma: number | null;
  readonly theta: number | null;
  readonly vega: number | null;
  readonly rho: number | null;
  readonly vanna: number | null;
  readonly charm: number | null;
  readonly deltaNotional: number | null;
  readonly signedDeltaNotional: number | null;
  readonly forward: number | null;
  readonly parityForward: boolean | null;
  readonly greeksAgeNanos: number | null;
  readonly greeksAbsence: GreeksAbsence | null;
  readonly vendorIv: number | null;
  readonly vendorDelta: number | null;
  readonly vendorGamma: number | null;
  readonly vendorTheta: number | null;
  readonly vendorVega: number | null;
  readonly vendorAgeNanos: number | null;
}

export interface ContractGreeksAnswer {
  readonly data: ContractGreeks;
  readonly meta: Meta;
}
