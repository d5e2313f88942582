const MICROS = 1_000_000;
export const NONE = '–';

/** Whole number with thousands separators. */
export function count(n: number): string {
  const text = String(Math.abs(n));
  let out = '';
  for (let i = 0; i < text.length; i++) {
    if (i > 0 && (text.length - i) % 3 === 0) {
      out += ',';
    }
    out += text[i];
  }
  return n < 0 ? `−${out}` : out;
}

/** Fixed decimals with thousands separators. */
export function fixed(n: number, decimals: number): string {
  const text = Math.abs(n).toFixed(decimals);
  const point = decimals === 0 ? text.length : text.length - decimals - 1;
  const body = count(Number(text.slice(0, point))) + text.slice(point);
  return n < 0 && Number(text) !== 0 ? `−${body}` : body;
}

/** Dollars of a price: two decimals, four when the price needs them. */
export function price(micros: number): string {
  return fixed(micros / MICROS, micros % 10_000 === 0 ? 2 : 4);
}

/** Premium in at most five characters: $940, $9.4K, $94.2K, $1.24M, $1.2B. */
export function money(micros: number): string {
  const dollars = micros / MICROS;
  for (const [unit, size] of [
    ['B', 1e9],
    ['M', 1e6],
    ['K', 1e3],
  ] as const) {
    if (dollars >= size * 0.99995) {
      const n = dollars / size;
      return `$${n >= 99.95 ? n.toFixed(0) : n >= 9.995 ? n.toFixed(1) : n.toFixed(2)}${unit}`;
    }
  }
  return `$${dollars.toFixed(0)}`;
}

/** A strike without trailing zeros. */
export function strike(dollars: number): string {
  return Number.isInteger(dollars)
    ? count(dollars)
    : fixed(dollars, dollars * 100 === Math.round(dollars * 100) ? 2 : 3);
}

/** A ratio in four characters or so. */
export function ratio(n: number): string {
  return n >= 1_000
    ? `${fixed(n / 1_000, 1)}k`
    : n >= 100
      ? n.toFixed(0)
      : n >= 10
        ? n.toFixed(1)
        : n.toFixed(2);
}

/** Large counts shortened: 9,999 stays, 12.3k, 1.2M. */
export function brief(n: number): string {
  return n < 100_000
    ? count(n)
    : n < 1_000_000
      ? `${(n / 1_000).toFixed(0)}k`
      : `${(n / 1_000_000).toFixed(2)}M`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
