import type { Catalog, CatalogFilter } from '../generated/contract';
import type { Filters } from '../transport/messages';
import { rangeBase, rangeMeant, rangeName } from './groups';

/** What is wrong with a text, and where: character positions from 0. */
export interface TextFault {
  readonly message: string;
  readonly at: number;
  readonly length: number;
}

export type Read =
  | { readonly ok: true; readonly filters: Filters }
  | { readonly ok: false; readonly fault: TextFault };

interface Word {
  readonly text: string;
  readonly at: number;
}

class Refused extends Error {}

/**
 * Reads `spy calls ask prem>250k dte<=7 -multi-leg` into the API's parameters. A word is a chip, a
 * choice's value, a comparison, `name:value`, or else a symbol. What only the server can judge
 * (a name or value it does not know) is passed on for it to answer.
 */
export function readText(text: string, catalog: Catalog): Read {
  const out = new Map<string, string>();
  for (const match of text.matchAll(/\S+/g)) {
    const word = { text: match[0], at: match.index };
    try {
      readWord(word, catalog, out);
    } catch (e) {
      if (e instanceof Refused) {
        return { ok: false, fault: { message: e.message, at: word.at, length: word.text.length } };
      }
      throw e;
    }
  }
  return { ok: true, filters: Object.fromEntries(out) };
}

function readWord(word: Word, catalog: Catalog, out: Map<string, string>): void {
  if (isChip(word.text, catalog)) {
    readBare(word.text, catalog, out);
    return;
  }
  const compared = /^([A-Za-z][\w/%]*)(>=|<=|>|<|=)(.*)$/.exec(word.text);
  const named = /^([A-Za-z]\w*)[:=](.*)$/.exec(word.text);
  if (compared !== null && rangeMeant(compared[1] ?? '', catalog) !== undefined) {
    readComparison(compared, catalog, out);
  } else if (named !== null) {
    readNamed(named[1] ?? '', named[2] ?? '', catalog, out);
  } else if (compared !== null) {
    throw new Refused(`"${compared[1]}" is no range; ranges are ${rangeList(catalog)}`);
  } else {
    readBare(word.text, catalog, out);
  }
}

/** `vol>oi` is a chip, not a comparison. */
function isChip(text: string, catalog: Catalog): boolean {
  return catalog.chips.some((c) => c.label === text.replace(/^-/, '').toLowerCase());
}

function readComparison(match: RegExpExecArray, catalog: Catalog, out: Map<string, string>): void {
  const base = rangeMeant(match[1] ?? '', catalog) ?? '';
  const sign = match[2] ?? '';
  const number = readNumber(match[3] ?? '');
  const sides = sign === '=' ? ['min', 'max'] : [sign.startsWith('>') ? 'min' : 'max'];
  for (const side of sides) {
    const filter = catalog.filters.find((f) => f.name === rangeName(side, base));
    if (filter === undefined) {
      throw new Refused(`${base} has no ${side === 'min' ? 'least' : 'most'} value`);
    }
    out.set(filter.name, sign.length === 1 && sign !== '=' ? beyond(number, sign, filter) : number);
  }
}

/** The API's limits are inclusive: `>` moves to the next possible value. */
function beyond(number: string, sign: string, filter: CatalogFilter): string {
  const step = filter.kind === 'integer' ? 1 : filter.unit === 'dollars' ? 0.000001 : undefined;
  if (step === undefined) {
    throw new Refused(`use ${sign}= here: limits of a ${filter.unit} are inclusive`);
  }
  const moved = Number(number) + (sign === '>' ? step : -step);
  return filter.kind === 'integer' ? String(moved) : moved.toFixed(6).replace(/\.?0+$/, '');
}

/** A number with an optional k, m or b; anything else goes to the server as it is. */
function readNumber(text: string): string {
  const match = /^\$?(-?\d+(?:\.\d+)?)([kKmMbB])$/.exec(text);
  if (match === null) {
    if (text === '') {
      throw new Refused('a number is missing after the sign');
    }
    return text.replace(/^\$/, '');
  }
  const size = { k: 1e3, m: 1e6, b: 1e9 }[(match[2] ?? '').toLowerCase()] ?? 1;
  return String(Number((Number(match[1]) * size).toFixed(6)));
}

function readNamed(name: string, value: string, catalog: Catalog, out: Map<string, string>): void {
  if (value === '') {
    throw new Refused(`${name} needs a value, e.g. ${name}:x`);
  }
  const filter = catalog.filters.find((f) => f.name.toLowerCase() === name.toLowerCase());
  if (filter?.list) {
    add(out, filter.name, value);
  } else {
    out.set(filter?.name ?? name, value);
  }
}

function readBare(text: string, catalog: Catalog, out: Map<string, string>): void {
  const minus = text.startsWith('-');
  const word = minus ? text.slice(1) : text;
  const chip = catalog.chips.find((c) => c.label === word.toLowerCase());
  const choice = minus ? undefined : choiceOf(word, catalog);
  if (choice !== undefined && (chip === undefined || choice.exact)) {
    add(out, choice.filter.name, choice.value);
  } else if (chip !== undefined) {
    add(out, 'chips', (minus ? '-' : '') + chip.label);
  } else if (minus) {
    throw new Refused(`"${word}" is no chip${nearWords(word, catalog)}`);
  } else if (/^[A-Za-z][A-Za-z0-9.]{0,5}$/.test(word)) {
    if (word !== word.toUpperCase() && near(word, catalog) !== undefined) {
      throw new Refused(
        `"${word}" is not known${nearWords(word, catalog)}; for a symbol write symbol:${word.toUpperCase()}`,
      );
    }
    add(out, 'symbol', word.toUpperCase());
  } else {
    throw new Refused(`"${word}" is not known${nearWords(word, catalog)}`);
  }
}

/** The choice a bare word names: exact in case (`A` is a location), else whatever its case. */
function choiceOf(word: string, catalog: Catalog) {
  const find = (same: (value: string) => boolean) => {
    for (const filter of catalog.filters) {
      const value = filter.kind === 'enum' ? filter.allowed.find(same) : undefined;
      if (value !== undefined) {
        return { filter, value };
      }
    }
    return undefined;
  };
  const isUpper = word === word.toUpperCase();
  const exact = isUpper ? find((v) => v === word) : undefined;
  const any = exact ?? find((v) => v.toLowerCase() === word.toLowerCase());
  return any === undefined ? undefined : { ...any, exact: exact !== undefined };
}

function add(out: Map<string, string>, name: string, value: string): void {
  const before = out.get(name);
  const parts = before === undefined ? [] : before.split(',');
  for (const part of value.split(',')) {
    if (!parts.includes(part)) {
      parts.push(part);
    }
  }
  out.set(name, parts.join(','));
}

/** The parameters as a text that reads back to the same parameters. */
export function writeText(filters: Filters, catalog: Catalog): string {
  const words: string[] = [];
  for (const [name, value] of Object.entries(filters)) {
    const base = rangeBase(name);
    const known = catalog.filters.find((f) => f.name === name);
    if (known?.kind === 'chips') {
      const parts = value.split(',');
      const plain = parts.every((p) => catalog.chips.some((c) => c.label === p.replace(/^-/, '')));
      words.push(...(plain ? parts : [`${name}:${value}`]));
    } else if (base !== undefined && known !== undefined) {
      words.push(`${base}${name.startsWith('min') ? '>=' : '<='}${value}`);
    } else {
      words.push(`${name}:${value}`);
    }
  }
  return words.join(' ');
}

function rangeList(catalog: Catalog): string {
  return [
    ...new Set(catalog.filters.map((f) => rangeBase(f.name)).filter((b) => b !== undefined)),
  ].join(', ');
}

function nearWords(word: string, catalog: Catalog): string {
  const found = near(word, catalog);
  return found === undefined ? '' : `; did you mean ${found}?`;
}

/** The known word at most two edits away; short words have no neighbours. */
function near(word: string, catalog: Catalog): string | undefined {
  const known = [
    ...catalog.chips.map((c) => c.label),
    ...catalog.filters.filter((f) => f.kind === 'enum').flatMap((f) => f.allowed),
  ];
  let best: string | undefined;
  let bestEdits = word.length >= 6 ? 3 : word.length >= 5 ? 2 : 0;
  for (const candidate of known) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < bestEdits) {
      best = candidate;
      bestEdits = edits;
    }
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
