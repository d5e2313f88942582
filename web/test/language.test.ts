import { expect, test } from 'vitest';
import { readAddress, writeAddress } from '../src/filters/address';
import { groups } from '../src/filters/groups';
import { readText, writeText } from '../src/filters/language';
import type { Catalog, CatalogFilter } from '../src/generated/contract';

function filter(name: string, kind: string, allowed: string[] = [], unit = ''): CatalogFilter {
  const list = ['enum', 'chips', 'text', 'date'].includes(kind);
  return { name, kind, list, unit, meaning: name, min: null, max: null, allowed };
}

const chips = ['calls', 'puts', 'ask', 'sweeps', 'multi-leg', 'vol>oi', '100k+', 'high-sig'];
const catalog: Catalog = {
  filters: [
    filter('symbol', 'text'),
    filter('right', 'enum', ['call', 'put']),
    filter('side', 'enum', ['buy', 'sell', 'unknown']),
    filter('location', 'enum', ['AA', 'A', 'MID', 'ASK']),
    filter('chips', 'chips', chips),
    filter('minPremium', 'decimal', [], 'dollars'),
    filter('maxPremium', 'decimal', [], 'dollars'),
    filter('minDte', 'integer', [], 'days'),
    filter('maxDte', 'integer', [], 'days'),
    filter('minVolOi', 'decimal', [], 'ratio'),
    filter('minRepeat3m', 'integer', [], 'prints'),
    filter('expiry', 'date'),
    filter('from', 'time'),
  ],
  chips: chips.map((label, bit) => ({ label, meaning: label, bit })),
  sorts: ['time'],
  orders: ['desc'],
  limit: { max: 1_000 },
};

function read(text: string) {
  const result = readText(text, catalog);
  return result.ok ? result.filters : result.fault;
}

test('the line of the specification means what it says', () => {
  expect(read('spy calls ask prem>250k dte<=7 -multi-leg')).toEqual({
    symbol: 'SPY',
    chips: 'calls,ask,-multi-leg',
    minPremium: '250000.000001',
    maxDte: '7',
  });
});

test('values, comparisons and names find their parameter', () => {
  expect(read('buy AA call symbol:A,B vol>oi vol/oi>=2 rep>=5 dte=0 premium<=1.5m')).toEqual({
    side: 'buy',
    location: 'AA',
    right: 'call',
    symbol: 'A,B',
    chips: 'vol>oi',
    minVolOi: '2',
    minRepeat3m: '5',
    minDte: '0',
    maxDte: '0',
    maxPremium: '1500000',
  });
  expect(read('dte<7 dte>2')).toEqual({ maxDte: '6', minDte: '3' });
  expect(read('SPY QQQ')).toEqual({ symbol: 'SPY,QQQ' });
});

test('what it cannot read is refused with its place', () => {
  expect(read('SPY sweepz')).toMatchObject({ at: 4, length: 6 });
  expect(read('SPY sweepz')).toHaveProperty('message', expect.stringContaining('sweeps'));
  expect(read('-nochip')).toHaveProperty('message', expect.stringContaining('no chip'));
  expect(read('vol/oi>2')).toHaveProperty('message', expect.stringContaining('>='));
  expect(read('dte>=')).toHaveProperty('message', expect.stringContaining('missing'));
  expect(read('side:')).toHaveProperty('message', expect.stringContaining('needs a value'));
});

test('what only the server can judge goes to the server', () => {
  expect(read('nosuch:1 side:bought minPremium:abc')).toEqual({
    nosuch: '1',
    side: 'bought',
    minPremium: 'abc',
  });
});

test('text to address to text is the same question', () => {
  for (const text of [
    'symbol:SPY,QQQ calls -multi-leg premium>=250000 dte<=7',
    'vol>oi 100k+ side:buy location:AA volOi>=1.5 expiry:2026-01-16',
    'from:2026-01-16T09:30:00-05:00',
    '',
  ]) {
    const filters = read(text);
    const back = readAddress(writeAddress(filters as Record<string, string>));
    expect(back).toEqual(filters);
    expect(writeText(back, catalog)).toBe(text);
    expect(read(writeText(back, catalog))).toEqual(filters);
  }
});

test('each filter of the catalog has a control, ranges one for both ends', () => {
  expect(groups(catalog).map((g) => `${g.kind} ${g.title}`)).toEqual([
    'text Symbol',
    'choice Call/Put',
    'choice Side',
    'choice Location',
    'chips Chips',
    'range Premium',
    'range DTE',
    'range Vol/OI',
    'range Repeat',
    'text Expiry',
    'text From',
  ]);
});
