import { expect, test } from 'vitest';
import { chipOrder } from '../src/tape/chips';
import { COLUMNS, place } from '../src/tape/columns';
import { brief, count, fixed, money, price, ratio, strike } from '../src/tape/format';
import { clockText, dayText, isoText, newYorkOffset } from '../src/tape/time';

test('numbers keep their separators and their minus', () => {
  expect([count(0), count(999), count(1_234_567), count(-1_000)]).toEqual([
    '0',
    '999',
    '1,234,567',
    '−1,000',
  ]);
  expect([fixed(6930.131, 2), fixed(-0.004, 2), fixed(-14.286, 2)]).toEqual([
    '6,930.13',
    '0.00',
    '−14.29',
  ]);
});

test('money stays short at every size', () => {
  expect(
    [0, 68, 940, 9_400, 94_210, 940_000, 999_960, 1_240_000, 41_500_000, 1_200_000_000].map((d) =>
      money(d * 1e6),
    ),
  ).toEqual([
    '$0',
    '$68',
    '$940',
    '$9.40K',
    '$94.2K',
    '$940K',
    '$1.00M',
    '$1.24M',
    '$41.5M',
    '$1.20B',
  ]);
});

test('prices show the decimals they have', () => {
  expect([price(3_290_000), price(50_000), price(12_500), price(1_234_560_000)]).toEqual([
    '3.29',
    '0.05',
    '0.0125',
    '1,234.56',
  ]);
  expect([strike(600), strike(182.5), strike(7_200), strike(12.125)]).toEqual([
    '600',
    '182.50',
    '7,200',
    '12.125',
  ]);
  expect([ratio(0.034), ratio(85.44), ratio(433), ratio(1_100)]).toEqual([
    '0.03',
    '85.4',
    '433',
    '1.1k',
  ]);
  expect([brief(99_999), brief(123_456), brief(1_234_567)]).toEqual(['99,999', '123k', '1.23M']);
});

test('New York keeps its own time, winter and summer', () => {
  const winter = Date.UTC(2026, 0, 16, 14, 30, 4, 277);
  expect(newYorkOffset(winter)).toBe(-300);
  expect(clockText(winter)).toBe('09:30:04.277');
  expect(clockText(Date.UTC(2026, 6, 16, 13, 30))).toBe('09:30:00.000');
  expect(newYorkOffset(Date.UTC(2026, 2, 8, 6, 59))).toBe(-300);
  expect(newYorkOffset(Date.UTC(2026, 2, 8, 7, 0))).toBe(-240);
  expect(isoText('2026-01-16T09:30:36.700-05:00')).toBe('2026-01-16 09:30:36 −05:00');
  expect(dayText('2026-01-16')).toBe('16 Jan 26');
});

test('columns never overlap, and the least important go first', () => {
  for (const width of [360, 500, 720, 1_040, 1_440, 1_920]) {
    const layout = place(width);
    let x = 0;
    for (const placed of layout.placed) {
      expect(placed.x).toBeGreaterThanOrEqual(x);
      x = placed.x + placed.width;
    }
    expect(layout.chipsX).toBeGreaterThanOrEqual(x);
    expect(layout.placed.length + layout.hidden).toBe(COLUMNS.length);
  }
  expect(place(1_920).hidden).toBe(0);
  const narrow = place(720).placed.map((p) => p.column.key);
  expect(narrow).toEqual(expect.arrayContaining(['time', 'symbol', 'strike', 'right', 'side']));
  expect(narrow).not.toContain('repeat');
});

test('a chip nobody here knows is drawn all the same', () => {
  const order = chipOrder(['calls', 'brand-new', 'whales']).map((c) => c.label);
  expect(order).toEqual(['whales', 'brand-new', 'calls']);
});
