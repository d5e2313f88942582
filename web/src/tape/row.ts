import type { Welcome } from '../generated/contract';
import type { ContractText } from '../store/contracts';
import { ABSENT, AT, FLAG, millis, ROW_BYTES, whole } from '../store/layout';

const UNKNOWN_CONTRACT: ContractText = {
  id: -1,
  root: '?',
  underlying: '?',
  expiry: '0000-00-00',
  strike: 0,
  right: 'C',
  multiplier: 0,
};

/** Looks at one row of a window; moved from row to row, so that drawing makes no objects. */
export class RowCursor {
  private view = new DataView(new ArrayBuffer(ROW_BYTES));
  private at = 0;
  private readonly contracts: { get(id: number): ContractText | undefined };
  private readonly welcome: Welcome;

  constructor(welcome: Welcome, contracts: { get(id: number): ContractText | undefined }) {
    this.welcome = welcome;
    this.contracts = contracts;
  }

  over(buffer: ArrayBuffer): this {
    this.view = new DataView(buffer);
    this.at = 0;
    return this;
  }

  to(row: number): this {
    this.at = row * ROW_BYTES;
    return this;
  }

  get seq(): number {
    return whole(this.view, this.at + AT.seq);
  }
  get millis(): number {
    return millis(this.view, this.at + AT.ts);
  }
  get priceMicros(): number {
    return whole(this.view, this.at + AT.price);
  }
  get premiumMicros(): number {
    return whole(this.view, this.at + AT.premium);
  }
  /** Micro-dollars; -1 when there is none. */
  get bidMicros(): number {
    return whole(this.view, this.at + AT.bid);
  }
  get askMicros(): number {
    return whole(this.view, this.at + AT.ask);
  }
  /** Dollars; NaN when there is none. */
  get spot(): number {
    const twice = whole(this.view, this.at + AT.spotDouble);
    return twice === 0 ? Number.NaN : twice / 2_000_000;
  }
  get contract(): ContractText {
    return this.contracts.get(this.int(AT.contract)) ?? UNKNOWN_CONTRACT;
  }
  get size(): number {
    return this.int(AT.size);
  }
  get dayVolume(): number {
    return this.int(AT.dayVolume);
  }
  /** -1 when not known. */
  get openInterest(): number {
    return this.int(AT.openInterest);
  }
  get volOi(): number {
    const thousandths = this.int(AT.volOi);
    return thousandths < 0 ? Number.NaN : thousandths / 1_000;
  }
  get otmPct(): number {
    const hundredths = this.int(AT.otm);
    return hundredths === ABSENT.otm ? Number.NaN : hundredths / 100;
  }
  get repeat(): number {
    return this.view.getUint16(this.at + AT.repeat, true);
  }
  get dte(): number {
    return this.view.getInt16(this.at + AT.dte, true);
  }
  get pBuy(): number {
    return this.view.getUint16(this.at + AT.pBuy, true) / 10_000;
  }
  get sigScore(): number {
    const score = this.view.getUint16(this.at + AT.sigScore, true);
    return score === ABSENT.sigScore ? Number.NaN : score / 10_000;
  }
  get isSigComplete(): boolean {
    return (this.flags & FLAG.sigComplete) !== 0;
  }
  get isCancelled(): boolean {
    return (this.flags & FLAG.cancelled) !== 0;
  }
  get isFromBar(): boolean {
    return (this.flags & FLAG.fromBar) !== 0;
  }
  /** BUY, SELL or UNKNOWN. */
  get side(): string {
    return this.welcome.sides[this.view.getUint8(this.at + AT.side)] ?? 'UNKNOWN';
  }
  get location(): string {
    return this.welcome.locationLabels[this.view.getUint8(this.at + AT.location)] ?? '?';
  }
  get venue(): string {
    const code = this.view.getUint16(this.at + AT.venue, true);
    return this.welcome.venues[String(code)] ?? `#${code - 256}`;
  }
  get condition(): string {
    const code = this.view.getUint16(this.at + AT.condition, true);
    return this.welcome.conditions[String(code)]?.[1] ?? 'unknown';
  }
  hasChip(bit: number): boolean {
    const word = this.view.getUint32(this.at + AT.chips + (bit >= 32 ? 4 : 0), true);
    return ((word >>> (bit & 31)) & 1) === 1;
  }

  private get flags(): number {
    return this.view.getUint8(this.at + AT.flags);
  }
  private int(offset: number): number {
    return this.view.getInt32(this.at + offset, true);
  }
}
