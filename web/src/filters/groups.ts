import type { Catalog, CatalogFilter } from '../generated/contract';

/** One control of the bar: a list of choices, chips, a range, or a line of text. */
export type Group =
  | { readonly kind: 'choice'; readonly title: string; readonly filter: CatalogFilter }
  | { readonly kind: 'chips'; readonly title: string; readonly filter: CatalogFilter }
  | { readonly kind: 'text'; readonly title: string; readonly filter: CatalogFilter }
  | {
      readonly kind: 'range';
      readonly title: string;
      /** `premium` of `minPremium` and `maxPremium`. */
      readonly base: string;
      readonly min: CatalogFilter | undefined;
      readonly max: CatalogFilter | undefined;
    };

const TITLES: Readonly<Record<string, string>> = {
  right: 'Call/Put',
  dte: 'DTE',
  otmPct: 'OTM %',
  volOi: 'Vol/OI',
  repeat3m: 'Repeat',
  sigScore: 'Sig score',
  conditionClass: 'Condition',
};
const SHORT_NAMES: Readonly<Record<string, string>> = {
  prem: 'premium',
  otm: 'otmPct',
  'otm%': 'otmPct',
  'vol/oi': 'volOi',
  'v/oi': 'volOi',
  repeat: 'repeat3m',
  rep: 'repeat3m',
  sig: 'sigScore',
};

/** The controls the catalog asks for, in its order; `min`/`max` of one thing are one control. */
export function groups(catalog: Catalog): Group[] {
  const out: Group[] = [];
  const done = new Set<string>();
  for (const filter of catalog.filters) {
    const base = rangeBase(filter.name);
    if (base !== undefined) {
      if (!done.has(base)) {
        done.add(base);
        const find = (side: string) =>
          catalog.filters.find((f) => f.name === rangeName(side, base));
        out.push({ kind: 'range', title: title(base), base, min: find('min'), max: find('max') });
      }
    } else if (filter.kind === 'chips') {
      out.push({ kind: 'chips', title: title(filter.name), filter });
    } else if (filter.allowed.length > 0) {
      out.push({ kind: 'choice', title: title(filter.name), filter });
    } else {
      out.push({ kind: 'text', title: title(filter.name), filter });
    }
  }
  return out;
}

/** `premium` of `minPremium`; undefined when the name is no range. */
export function rangeBase(name: string): string | undefined {
  const match = /^(?:min|max)([A-Z])(.*)$/.exec(name);
  return match === null ? undefined : `${match[1]?.toLowerCase()}${match[2]}`;
}

export function rangeName(side: string, base: string): string {
  return `${side}${base.charAt(0).toUpperCase()}${base.slice(1)}`;
}

/** The range a person means by `prem`, `vol/oi`, `DTE`; undefined when none or several. */
export function rangeMeant(word: string, catalog: Catalog): string | undefined {
  const bases = [
    ...new Set(catalog.filters.map((f) => rangeBase(f.name)).filter((b) => b !== undefined)),
  ];
  const lower = word.toLowerCase();
  const exact = bases.find((b) => b.toLowerCase() === lower);
  if (exact !== undefined) {
    return exact;
  }
  const short = SHORT_NAMES[lower];
  if (short !== undefined && bases.includes(short)) {
    return short;
  }
  const begun = bases.filter((b) => b.toLowerCase().startsWith(lower));
  return lower.length >= 2 && begun.length === 1 ? begun[0] : undefined;
}

/** The parameters a control sets. */
export function names(group: Group): string[] {
  return group.kind === 'range'
    ? [group.min, group.max].filter((f) => f !== undefined).map((f) => f.name)
    : [group.filter.name];
}

function title(name: string): string {
  const known = TITLES[name];
  if (known !== undefined) {
    return known;
  }
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
