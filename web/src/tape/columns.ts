import { brief, count, fixed, money, NONE, percent, price, ratio, strike } from './format';
import type { RowCursor } from './row';
import { clockText, dayText } from './time';

export type Tone = 'plain' | 'strong' | 'dim' | 'side';

export interface Column {
  readonly key: string;
  readonly title: string;
  /** What the column means and where it comes from, for the header's tip. */
  readonly meaning: string;
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
  readonly tone: Tone;
  /** 1 is kept longest when the page is narrow. */
  readonly rank: number;
  text(row: RowCursor): string;
}

function column(
  key: string,
  title: string,
  width: number,
  align: Column['align'],
  tone: Tone,
  rank: number,
  meaning: string,
  text: (row: RowCursor) => string,
): Column {
  return { key, title, width, align, tone, rank, meaning, text };
}

function number(value: number, text: (n: number) => string): string {
  return Number.isNaN(value) ? NONE : text(value);
}

/** All columns, left to right. `chips` takes what is left over. */
export const COLUMNS: readonly Column[] = [
  column('time', 'Time', 84, 'left', 'dim', 1, 'exchange time, New York, reported', (r) =>
    clockText(r.millis),
  ),
  column(
    'symbol',
    'Symbol',
    46,
    'left',
    'strong',
    1,
    'option root, reported',
    (r) => r.contract.root,
  ),
  column('expiry', 'Expiry', 64, 'left', 'plain', 2, 'expiry date, reported', (r) =>
    dayText(r.contract.expiry),
  ),
  column('dte', 'DTE', 28, 'right', 'plain', 8, 'calendar days to expiry, New York', (r) =>
    count(r.dte),
  ),
  column('strike', 'Strike', 48, 'right', 'plain', 1, 'strike price, dollars, reported', (r) =>
    strike(r.contract.strike),
  ),
  column(
    'right',
    'C/P',
    24,
    'center',
    'plain',
    1,
    'call or put, reported',
    (r) => r.contract.right,
  ),
  column(
    'side',
    'Side · P(buy)',
    110,
    'left',
    'side',
    1,
    'who crossed, inferred, with the probability of a buy',
    (r) => `${r.side} ${percent(r.pBuy)}`,
  ),
  column(
    'location',
    'Loc',
    46,
    'left',
    'side',
    5,
    'price against the NBBO: AA above ask, A ask, MID, B bid, BB below bid',
    (r) => r.location,
  ),
  column('price', 'Price', 52, 'right', 'strong', 1, 'dollars, reported', (r) =>
    price(r.priceMicros),
  ),
  column('size', 'Size', 42, 'right', 'plain', 1, 'contracts of the print, reported', (r) =>
    brief(r.size),
  ),
  column(
    'premium',
    'Premium',
    62,
    'right',
    'strong',
    1,
    'price x size x multiplier; bar on a log scale from $1K to $10M',
    (r) => money(r.premiumMicros),
  ),
  column('quote', 'Bid × Ask', 94, 'right', 'dim', 6, 'NBBO at the print, reported', (r) =>
    r.bidMicros < 0 && r.askMicros < 0
      ? NONE
      : `${r.bidMicros < 0 ? NONE : price(r.bidMicros)} × ${r.askMicros < 0 ? NONE : price(r.askMicros)}`,
  ),
  column(
    'spot',
    'Spot',
    58,
    'right',
    'plain',
    3,
    'underlying midpoint at the print, dollars',
    (r) => number(r.spot, (n) => fixed(n, 2)),
  ),
  column(
    'otm',
    'OTM %',
    48,
    'right',
    'plain',
    4,
    'out of the money in percent; below zero is in the money',
    (r) => number(r.otmPct, (n) => fixed(n, 2)),
  ),
  column('oi', 'OI', 46, 'right', 'dim', 9, 'open interest of the prior session, reported', (r) =>
    r.openInterest < 0 ? NONE : brief(r.openInterest),
  ),
  column(
    'volume',
    'Vol',
    46,
    'right',
    'plain',
    9,
    'session volume of the contract, this print included',
    (r) => brief(r.dayVolume),
  ),
  column('volOi', 'V/OI', 40, 'right', 'plain', 4, 'session volume / open interest', (r) =>
    number(r.volOi, ratio),
  ),
  column(
    'repeat',
    'Rep',
    30,
    'right',
    'dim',
    10,
    'like prints of the contract in three minutes',
    (r) => count(r.repeat),
  ),
  column(
    'sig',
    'Sig',
    28,
    'right',
    'strong',
    3,
    'sigScore percentile, inferred; dim when partial',
    (r) => number(r.sigScore, (n) => String(Math.round(n * 100))),
  ),
  column('venue', 'Venue', 44, 'left', 'dim', 7, 'exchange (MIC), reported', (r) => r.venue),
  column(
    'condition',
    'Cond',
    60,
    'left',
    'dim',
    7,
    'class of the sale condition, reported',
    (r) => r.condition,
  ),
];

export const CHIPS_TITLE = 'Chips';
export const CHIPS_MIN = 120;
const EDGE = 12;
const GAP = 10;

export interface Placed {
  readonly column: Column;
  readonly x: number;
  readonly width: number;
}

export interface Layout {
  readonly placed: readonly Placed[];
  readonly chipsX: number;
  readonly chipsWidth: number;
  readonly hidden: number;
}

/** Which columns fit into `width`, and where. The least important go first; chips always stay. */
export function place(width: number, columns: readonly Column[] = COLUMNS): Layout {
  const kept = new Set(columns);
  const needed = () => [...kept].reduce((sum, c) => sum + c.width + GAP, 2 * EDGE + CHIPS_MIN);
  const byRank = [...columns].sort((a, b) => b.rank - a.rank);
  for (const column of byRank) {
    if (needed() <= width || kept.size <= 4) {
      break;
    }
    kept.delete(column);
  }
  const placed: Placed[] = [];
  let x = EDGE;
  for (const column of columns) {
    if (kept.has(column)) {
      placed.push({ column, x, width: column.width });
      x += column.width + GAP;
    }
  }
  return {
    placed,
    chipsX: x,
    chipsWidth: Math.max(0, width - x - EDGE),
    hidden: columns.length - kept.size,
  };
}
