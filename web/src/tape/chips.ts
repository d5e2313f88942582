/** The order in which chips are drawn: what matters most first, what a column says already last. */
const FIRST = [
  'cancelled',
  'late',
  'whales',
  'sizable',
  '100k+',
  'unusual',
  'grenade',
  'high-sig',
  'sweeps',
  'block',
  'large-size',
  'urgent',
  'repeat-flow',
  'opening-likely',
  'vol>oi',
];
const LAST = ['weeklies', 'otm', 'calls', 'puts', 'bid', 'ask', 'aa'];
const STRONG = new Set(['whales', 'sizable', 'unusual', 'grenade', 'high-sig']);
const REDUNDANT = new Set(['otm', 'calls', 'puts', 'bid', 'ask', 'aa', '100k+']);

export interface ChipStyle {
  readonly label: string;
  readonly bit: number;
  readonly strong: boolean;
  /** Said by a column or by a stronger chip; counted, not drawn, on the tape. */
  readonly redundant: boolean;
}

/** Every chip of `labels` (bit = position) in drawing order; ones unknown here stand in the middle. */
export function chipOrder(labels: readonly string[]): ChipStyle[] {
  const rank = (label: string) => {
    const first = FIRST.indexOf(label);
    const last = LAST.indexOf(label);
    return first >= 0 ? first : last >= 0 ? 1_000 + last : 500;
  };
  return labels
    .map((label, bit) => ({
      label,
      bit,
      strong: STRONG.has(label),
      redundant: REDUNDANT.has(label),
    }))
    .sort((a, b) => rank(a.label) - rank(b.label) || a.bit - b.bit);
}
