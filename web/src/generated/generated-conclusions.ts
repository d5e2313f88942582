// Generated from the Java records of the wire; do not edit.
// Again: mvn -q -pl server -am test -Dtest=ContractTest -Dtruetape.contract=write -Dsurefire.failIfNoSpecifiedTests=false
// source server/src/test/java/io/truetape/server/contract/FactTypes.java sha256 66ce93735be0882d1c110c8af25a22f5f0f8b449a4a34867c1a5ba0be2da8e24

export interface AlertScore {
  readonly premium: number;
  readonly side: number;
  readonly unusualness: number;
  readonly structure: number;
  readonly classifier: number;
  readonly noise: number;
  readonly total: number;
}

export interface AlertsRow {
  readonly id: string;
  readonly causeSeq: number;
  readonly basis: 'reported' | 'measured' | 'inferred';
  readonly ts: string | null;
  readonly tsNanos: string | null;
  readonly alertSeq: number;
  readonly rule: string;
  readonly revision: number;
  readonly change: 'opened' | 'updated' | 'escalated' | 'resolved' | 'amended' | 'suppressed';
  readonly underlying: string;
  readonly thesis: string;
  readonly direction: 'bullish' | 'bearish' | 'neutral';
  readonly contractText: string;
  readonly severity: 'low' | 'medium' | 'high' | 'critical';
  readonly score: AlertScore;
  readonly peak: number;
  readonly count: number;
  readonly premium: number;
  readonly openedTs: string | null;
  readonly openedTsNanos: string | null;
  readonly why: string;
  readonly evidence: readonly EventRef[];
  readonly hits: readonly ClassifierHit[];
  readonly counter: readonly string[];
  readonly nearest: readonly Condition[];
  readonly reason: string;
  readonly state: 'open' | 'resolved' | 'suppressed';
  readonly acked: boolean;
  readonly ackedAt: string | null;
  readonly muted: boolean;
  readonly mutedUntil: string | null;
}

export interface BucketExposure {
  readonly bucket: 'today' | 'week' | 'month' | 'all';
  readonly naive: ExposureTotals | null;
  readonly allShort: ExposureTotals | null;
  readonly flow: ExposureTotals | null;
  readonly flowBand: number | null;
  readonly openInterest: number | null;
  readonly pricedInterest: number;
  readonly priced: number;
  readonly resolved: boolean;
  readonly pricedPercent: number | null;
}

export interface ClassifierHit {
  readonly classifier: 'large_bullish_call_sweep' | 'large_bearish_put_sweep' | 'large_call_sell' | 'large_put_sell' | 'unusual_contract_spike' | 'new_position_likely' | 'closing_likely' | 'zero_dte_gamma_punch' | 'far_dated_conviction' | 'straddle_strangle' | 'vertical_spread' | 'roll' | 'ladder_accumulation' | 'no_follow_through';
  readonly variant: string;
  readonly confidence: number;
  readonly direction: 'bullish' | 'bearish' | 'neutral';
  readonly conditions: readonly Condition[];
}

export interface ClassifierHitsRow {
  readonly id: string;
  readonly causeSeq: number;
  readonly basis: 'reported' | 'measured' | 'inferred';
  readonly ts: string | null;
  readonly tsNanos: string | null;
  readonly subject: EventRef;
  readonly revision: number;
  readonly underlying: string;
  readonly contract: Contract;
  readonly premium: number;
  readonly premiumRank: number | null;
  readonly premiumZ: number | null;
  readonly hasZ: boolean;
  readonly bias: number;
  readonly quality: number;
  readonly insideRatio: number;
  readonly spreadBps: number | null;
  readonly structureScore: number;
  readonly prints: readonly number[];
  readonly hits: readonly ClassifierHit[];
}

export interface Condition {
  readonly name: string;
  readonly measured: number;
  readonly comparison: 'at_least' | 'above' | 'at_most' | 'below';
  readonly threshold: number;
  readonly required: boolean;
  readonly known: boolean;
  readonly passed: boolean;
  readonly sign: string;
  readonly margin: number | null;
}

export interface Contract {
  readonly root: string;
  readonly underlying: string;
  readonly right: 'call' | 'put';
  readonly strike: number;
  readonly expiry: string;
  readonly settlement: 'am' | 'pm';
  readonly style: 'american' | 'european';
  readonly multiplier: number;
  readonly deliverable: string;
  readonly osi: string | null;
}

export interface DarkRow {
  readonly id: string;
  readonly causeSeq: number;
  readonly basis: 'reported' | 'measured' | 'inferred';
  readonly ts: string | null;
  readonly tsNanos: string | null;
  readonly symbolText: string;
  readonly darkKind: 'absorbed_block' | 'stealth_accumulation' | 'distribution' | 'hidden_liquidity_zone';
  readonly confidence: number;
  readonly from: string | null;
  readonly fromNanos: string | null;
  readonly to: string | null;
  readonly toNanos: string | null;
  readonly size: number;
  readonly notional: number;
  readonly low: number;
  readonly high: number;
  readonly move: number;
  readonly prints: number;
  readonly evidence: readonly number[];
}

export interface EquityPrint {
  readonly sourceTs: string | null;
  readonly sourceTsNanos: string | null;
  readonly ingestTs: string | null;
  readonly ingestTsNanos: string | null;
  readonly feed: string;
  readonly price: number;
  readonly size: number;
  readonly venue: string;
  readonly conditions: string;
  readonly participantTs: string | null;
  readonly participantTsNanos: string | null;
  readonly vendorSequence: number;
  readonly flags: number;
}

export interface EquityPrintsRow {
  readonly id: string;
  readonly causeSeq: number;
  readonly basis: 'reported' | 'measured' | 'inferred';
  readonly ts: string | null;
  readonly tsNanos: string | null;
  readonly equity: NormalizedEquityPrint;
  readonly symbolText: string;
  readonly nbbo: Nbbo;
  readonly location: 'ABOVE_ASK' | 'ASK' | 'ABOVE_MID' | 'MID' | 'BELOW_MID' | 'BID' | 'BELOW_BID' | 'NO_QUOTE' | 'STALE' | 'CROSSED' | 'LOCKED' | 'ONE_SIDED';
  readonly trfClass: 'retail_pi' | 'midpoint' | 'at_nbbo' | 'block' | 'qct' | 'average_price' | 'derivatively_priced' | 'late' | 'extended' | 'unknown';
  readonly retailSide: 'buy' | 'sell' | 'unknown';
  readonly pAts: number;
  readonly mayInform: boolean;
}

export interface EventRef {
  readonly kind: string;
  readonly seq: number;
}

export interface ExposureRow {
  readonly id: string;
  readonly causeSeq: number;
  readonly basis: 'reported' | 'measured' | 'inferred';
  readonly ts: string | null;
  readonly tsNanos: string | null;
  readonly symbolText: string;
  readonly spot: number;
  readonly buckets: readonly BucketExposure[];
  readonly callWall: number | null;
  readonly putWall: number | null;
  readonly flip: FlipPoint;
  readonly flipIn30: FlipPoint;
  readonly flipIn60: FlipPoint;
  readonly flipAtClose: FlipPoint;
  readonly flipTs: string | null;
  readonly flipTsNanos: string | null;
  readonly strikes: readonly StrikeExposure[];
  readonly contracts: number;
}

export interface ExposureTotals {
  readonly gex: number;
  readonly dex: number;
  readonly vex: number;
  readonly chex: number;
}

export interface FlipPoint {
  readonly naive: number | null;
  readonly flow: number | null;
  readonly isNaive: boolean;
  readonly isFlow: boolean;
  readonly gex: number | null;
}

export interface FlowRate {
  readonly barSeconds: number;
  readonly volumeVelocity: number;
  readonly premiumVelocity: number;
  readonly premiumAcceleration: number;
  readonly deltaVelocity: number;
  readonly deltaAcceleration: number;
}

export interface HeatCell {
  readonly strike: number;
  readonly bucket: 'zero_dte' | 'week' | 'month' | 'later';
  readonly volume: number;
  readonly premium: number;
  readonly signed: number;
  readonly weighted: number;
}

export interface HeatmapRow {
  readonly id: string;
  readonly causeSeq: number;
  readonly basis: 'reported' | 'measured' | 'inferred';
  readonly ts: string | null;
  readonly tsNanos: string | null;
  readonly symbolText: string;
  readonly start: string | null;
  readonly startNanos: string | null;
  readonly cells: readonly HeatCell[];
  readonly otherPrints: number;
  readonly otherVolume: number;
  readonly otherPremium: number;
  readonly otherSigned: number;
  readonly otherWeighted: number;
}

export interface Nbbo {
  readonly bid: number | null;
  readonly ask: number | null;
  readonly bidSize: number;
  readonly askSize: number;
  readonly ts: string | null;
  readonly tsNanos: string | null;
}

export interface NormalizedEquityPrint {
  readonly print: EquityPrint;
  readonly printSeq: number;
  readonly phase: 'rth' | 'gth' | 'curb' | 'extended' | 'closed';
  readonly countsForVolume: boolean;
  readonly updatesLast: boolean;
  readonly offExchange: boolean;
}

export interface PacketCluster {
  readonly kind: 'sweep' | 'block' | 'split';
  readonly side: 'buy' | 'sell' | 'unknown';
  readonly prints: number;
  readonly size: number;
  readonly premium: number;
  readonly venues: number;
  readonly iso: boolean;
}

export interface PacketContext {
  readonly dte: number;
  readonly otmPct: number | null;
  readonly hasSpot: boolean;
  readonly spot: number | null;
  readonly moveBps: number;
  readonly moveBeforeBps: number;
  readonly ivFirst: number | null;
  readonly ivLast: number | null;
  readonly ivShock: number | null;
  readonly delta: number | null;
  readonly hasDelta: boolean;
  readonly premiumZ: number | null;
  readonly hasZ: boolean;
  readonly premiumRank: number | null;
  readonly contractRank: number | null;
  readonly dayVolume: number;
  readonly openInterest: number | null;
  readonly daysToEarnings: number | null;
  readonly sigScore: number | null;
  readonly chips: readonly string[];
}

export interface PacketQuotes {
  readonly aboveAsk: number;
  readonly atAsk: number;
  readonly inside: number;
  readonly atBid: number;
  readonly belowBid: number;
  readonly stale: number;
  readonly missing: number;
  readonly coverage: number;
  readonly staleRatio: number;
  readonly aggressiveBuy: number;
  readonly aggressiveSell: number;
  readonly insideRatio: number;
  readonly buySize: number;
  readonly sellSize: number;
  readonly weightedSize: number;
  readonly spreadBps: number | null;
  readonly spreadRank: number | null;
  readonly bid: number | null;
  readonly ask: number | null;
}

export interface PacketTape {
  readonly prints: number;
  readonly size: number;
  readonly premium: number;
  readonly vwap: number;
  readonly firstPrice: number;
  readonly lastPrice: number;
  readonly path: 'single' | 'flat' | 'ascending' | 'descending' | 'mixed';
  readonly venues: number;
  readonly interFillNanos: number | null;
  readonly largestSize: number;
  readonly isoPrints: number;
  readonly auctionPrints: number;
  readonly crossPrints: number;
  readonly floorPrints: number;
  readonly latePrints: number;
}

export interface PacketsRow {
  readonly id: string;
  readonly causeSeq: number;
  readonly basis: 'reported' | 'measured' | 'inferred';
  readonly ts: string | null;
  readonly tsNanos: string | null;
  readonly packetSeq: number;
  readonly revision: number;
  readonly contract: Contract;
  readonly legs: boolean;
  readonly fromTs: string | null;
  readonly fromTsNanos: string | null;
  readonly toTs: string | null;
  readonly toTsNanos: string | null;
  readonly prints: readonly number[];
  readonly tape: PacketTape;
  readonly quotes: PacketQuotes;
  readonly context: PacketContext;
  readonly clusters: readonly PacketCluster[];
}

export interface ProfileFeatures {
  readonly premium: number;
  readonly size: number;
  readonly prints: number;
  readonly packets: number;
  readonly spanNanos: number;
  readonly venues: number;
  readonly quality: number;
  readonly coverage: number;
  readonly staleRatio: number;
  readonly insideRatio: number;
  readonly wideSpreadBps: number | null;
  readonly buy: number;
  readonly sell: number;
  readonly bias: number;
  readonly bigPrint: number;
  readonly meanFill: number;
  readonly dte: number;
  readonly otmPct: number | null;
  readonly hasSpot: boolean;
  readonly delta: number | null;
  readonly hasDelta: boolean;
  readonly iv: number | null;
  readonly ivShock: number | null;
  readonly moveBps: number;
  readonly daysToEarnings: number | null;
  readonly isCall: boolean;
  readonly singleContract: boolean;
  readonly structure: 'call_vertical' | 'put_vertical' | 'straddle' | 'strangle' | 'calendar' | 'diagonal' | 'roll_up' | 'roll_down' | 'roll_out' | 'butterfly' | 'iron_fly' | 'condor' | 'iron_condor' | 'ratio_spread' | 'back_spread' | 'risk_reversal' | 'collar' | 'box' | 'conversion' | 'reversal' | 'jelly_roll' | 'strip' | 'strap' | 'ladder' | 'covered_call' | 'put_write' | 'combo' | 'other';
  readonly isStructure: boolean;
  readonly structureScore: number;
  readonly stockTied: boolean;
  readonly legs: number;
  readonly symmetry: number;
  readonly premiumRank: number | null;
  readonly autoShare: number;
  readonly auctionShare: number;
  readonly crossShare: number;
  readonly isoShare: number;
  readonly lateShare: number;
  readonly netPlace: number;
}

export interface ProfileScore {
  readonly profile: 'institutional_directional' | 'retail_whale' | 'event_driven' | 'vol_seller' | 'arbitrage' | 'hedge_reactive' | 'unclear';
  readonly fit: number;
  readonly strength: number;
  readonly penalty: number;
  readonly confidence: number;
  readonly band: 'low' | 'medium' | 'high';
  readonly direction: 'bullish' | 'bearish' | 'neutral';
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly code: string;
  readonly weight: number;
}

export interface SmartMoneyRow {
  readonly id: string;
  readonly causeSeq: number;
  readonly basis: 'reported' | 'measured' | 'inferred';
  readonly ts: string | null;
  readonly tsNanos: string | null;
  readonly eventSeq: number;
  readonly revision: number;
  readonly closed: boolean;
  readonly underlying: string;
  readonly contract: Contract;
  readonly fromTs: string | null;
  readonly fromTsNanos: string | null;
  readonly toTs: string | null;
  readonly toTsNanos: string | null;
  readonly subjects: readonly EventRef[];
  readonly subjectCount: number;
  readonly prints: readonly number[];
  readonly features: ProfileFeatures;
  readonly scores: readonly ProfileScore[];
  readonly primary: 'institutional_directional' | 'retail_whale' | 'event_driven' | 'vol_seller' | 'arbitrage' | 'hedge_reactive' | 'unclear';
  readonly confidence: number;
  readonly band: 'low' | 'medium' | 'high';
  readonly direction: 'bullish' | 'bearish' | 'neutral';
  readonly abstentions: readonly ('fit_too_low' | 'margin_too_small' | 'evidence_too_weak' | 'penalty_too_high' | 'withdrawn')[];
  readonly suppressed: readonly Reason[];
}

export interface StrikeExposure {
  readonly strike: number;
  readonly gexNaive: number;
  readonly gexShort: number;
  readonly gexFlow: number;
  readonly dex: number;
  readonly vex: number;
  readonly chex: number;
  readonly callInterest: number;
  readonly putInterest: number;
}

export interface StrikeRow {
  readonly strike: number;
  readonly callVolume: number;
  readonly putVolume: number;
  readonly callPremium: number;
  readonly putPremium: number;
  readonly signedPremium: number;
  readonly weightedPremium: number;
  readonly signedDelta: number | null;
  readonly weightedDelta: number | null;
  readonly weightedGamma: number | null;
  readonly deltaVolume: number;
  readonly callLast: number | null;
  readonly putLast: number | null;
  readonly callIv: number | null;
  readonly putIv: number | null;
  readonly callOi: number | null;
  readonly putOi: number | null;
  readonly rates: readonly FlowRate[];
  readonly putCallRatio: number | null;
}

export interface StrikesRow {
  readonly id: string;
  readonly causeSeq: number;
  readonly basis: 'reported' | 'measured' | 'inferred';
  readonly ts: string | null;
  readonly tsNanos: string | null;
  readonly symbolText: string;
  readonly expiry: string;
  readonly spot: number;
  readonly spotTs: string | null;
  readonly spotTsNanos: string | null;
  readonly centre: number;
  readonly focus: number | null;
  readonly rows: readonly StrikeRow[];
}

export interface StructureLeg {
  readonly contract: Contract;
  readonly ratio: number;
  readonly size: number;
  readonly price: number;
  readonly bid: number | null;
  readonly ask: number | null;
}

export interface StructuresRow {
  readonly id: string;
  readonly causeSeq: number;
  readonly basis: 'reported' | 'measured' | 'inferred';
  readonly ts: string | null;
  readonly tsNanos: string | null;
  readonly structureSeq: number;
  readonly revision: number;
  readonly underlying: string;
  readonly type: 'call_vertical' | 'put_vertical' | 'straddle' | 'strangle' | 'calendar' | 'diagonal' | 'roll_up' | 'roll_down' | 'roll_out' | 'butterfly' | 'iron_fly' | 'condor' | 'iron_condor' | 'ratio_spread' | 'back_spread' | 'risk_reversal' | 'collar' | 'box' | 'conversion' | 'reversal' | 'jelly_roll' | 'strip' | 'strap' | 'ladder' | 'covered_call' | 'put_write' | 'combo' | 'other';
  readonly mode: 'coded' | 'inferred' | 'off';
  readonly score: number;
  readonly stockTied: boolean;
  readonly fromTs: string | null;
  readonly fromTsNanos: string | null;
  readonly toTs: string | null;
  readonly toTsNanos: string | null;
  readonly units: number;
  readonly legs: readonly StructureLeg[];
  readonly prints: readonly number[];
  readonly net: number;
  readonly netBid: number | null;
  readonly netAsk: number | null;
  readonly hasNet: boolean;
  readonly side: 'buy' | 'sell' | 'unknown';
  readonly pBuy: number;
  readonly netDelta: number | null;
  readonly hasDelta: boolean;
  readonly direction: 'bullish' | 'bearish' | 'neutral';
  readonly premium: number;
  readonly dte: number;
  readonly daysToEarnings: number | null;
  readonly moveBps: number;
  readonly premiumRank: number | null;
}

export interface TideRow {
  readonly id: string;
  readonly causeSeq: number;
  readonly basis: 'reported' | 'measured' | 'inferred';
  readonly ts: string | null;
  readonly tsNanos: string | null;
  readonly symbolText: string;
  readonly start: string | null;
  readonly startNanos: string | null;
  readonly prints: number;
  readonly callVolume: number;
  readonly putVolume: number;
  readonly callPremium: number;
  readonly putPremium: number;
  readonly unclassified: number;
  readonly signedCall: number;
  readonly signedPut: number;
  readonly weightedCall: number;
  readonly weightedPut: number;
  readonly driftSigned: number;
  readonly driftWeighted: number;
  readonly revision: number;
}

export interface VerdictsRow {
  readonly id: string;
  readonly causeSeq: number;
  readonly basis: 'reported' | 'measured' | 'inferred';
  readonly ts: string | null;
  readonly tsNanos: string | null;
  readonly subject: EventRef;
  readonly classifier: 'large_bullish_call_sweep' | 'large_bearish_put_sweep' | 'large_call_sell' | 'large_put_sell' | 'unusual_contract_spike' | 'new_position_likely' | 'closing_likely' | 'zero_dte_gamma_punch' | 'far_dated_conviction' | 'straddle_strangle' | 'vertical_spread' | 'roll' | 'ladder_accumulation' | 'no_follow_through';
  readonly contract: Contract;
  readonly volume: number;
  readonly openInterestBefore: number;
  readonly openInterestAfter: number;
  readonly asOf: string;
  readonly openShare: number;
  readonly confirmed: boolean;
}

export interface ZonesRow {
  readonly id: string;
  readonly causeSeq: number;
  readonly basis: 'reported' | 'measured' | 'inferred';
  readonly ts: string | null;
  readonly tsNanos: string | null;
  readonly symbolText: string;
  readonly zone: number;
  readonly low: number;
  readonly high: number;
  readonly volume: number;
  readonly prints: number;
  readonly firstSeen: string | null;
  readonly firstSeenNanos: string | null;
  readonly lastSeen: string | null;
  readonly lastSeenNanos: string | null;
  readonly windows: number;
  readonly strength: number;
  readonly isOpen: boolean;
}
