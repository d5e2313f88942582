import type { FlowRow } from '../generated/contract';
import type { Contracts } from './contracts';
import { ABSENT, AT, FLAG, ROW_BYTES } from './layout';
import { Codes } from './tables';

const MICROS = 1_000_000;

/** Rows of `GET /flow` in the binary layout, so that old and new rows are drawn alike. */
export function encodeRows(rows: readonly FlowRow[], codes: Codes, contracts: Contracts) {
  const bytes = new Uint8Array(rows.length * ROW_BYTES);
  const view = new DataView(bytes.buffer);
  rows.forEach((row, i) => {
    encodeRow(row, view, i * ROW_BYTES, codes, contracts);
  });
  return bytes;
}

function encodeRow(r: FlowRow, out: DataView, at: number, codes: Codes, contracts: Contracts) {
  const welcome = codes.welcome;
  out.setBigInt64(at + AT.seq, BigInt(r.seq), true);
  out.setBigInt64(at + AT.ts, BigInt(r.tsNanos), true);
  put64(out, at + AT.price, dollars(r.price));
  put64(out, at + AT.premium, dollars(r.premium));
  put64(out, at + AT.bid, r.bid === null ? ABSENT.price : dollars(r.bid));
  put64(out, at + AT.ask, r.ask === null ? ABSENT.price : dollars(r.ask));
  put64(out, at + AT.spotDouble, r.spot === null ? 0 : Math.round(r.spot * 2 * MICROS));
  out.setBigInt64(at + AT.chips, chipMask(r.chips, codes), true);
  const right = r.right === 'call' ? 'C' : 'P';
  out.setInt32(
    at + AT.contract,
    contracts.number(r.root, r.underlying, r.expiry, r.strike, right, r.multiplier),
    true,
  );
  out.setInt32(at + AT.size, r.size, true);
  out.setInt32(at + AT.dayVolume, saturated(r.dayVolume), true);
  out.setInt32(at + AT.openInterest, saturated(r.openInterest ?? ABSENT.count), true);
  out.setInt32(
    at + AT.quoteAge,
    saturated(r.quoteAgeNanos === null ? ABSENT.count : r.quoteAgeNanos / 1_000),
    true,
  );
  out.setInt32(at + AT.volOi, saturated(scaled(r.volOi, 1_000)), true);
  out.setInt32(
    at + AT.otm,
    r.otmPct === null ? ABSENT.otm : saturated(Math.round(r.otmPct * 100)),
    true,
  );
  out.setUint16(at + AT.repeat, Math.min(r.repeat3m, 65_535), true);
  out.setInt16(at + AT.dte, Math.min(r.dte, 32_767), true);
  out.setUint16(at + AT.pBuy, Math.round(r.pBuy * 10_000), true);
  out.setUint16(
    at + AT.sigScore,
    r.sigScore === null ? ABSENT.sigScore : Math.round(r.sigScore * 10_000),
    true,
  );
  out.setUint16(at + AT.venue, codes.venue(r.venue), true);
  out.setUint16(at + AT.condition, codes.condition(r.condition), true);
  out.setUint8(at + AT.side, Codes.position(welcome.sides, r.side));
  out.setUint8(at + AT.location, Codes.position(welcome.locations, r.location));
  out.setUint8(at + AT.sentiment, Codes.position(welcome.sentiments, r.sentiment));
  out.setUint8(at + AT.sideRule, Codes.position(welcome.sideRules, r.sideRule));
  out.setUint8(at + AT.flags, flags(r));
  out.setUint8(at + AT.phase, Codes.position(welcome.phases, r.phase));
  out.setUint16(at + AT.accuracy, Math.round(r.expectedAccuracy * 10_000), true);
}

function flags(r: FlowRow): number {
  return (
    (r.cancelled ? FLAG.cancelled : 0) |
    (r.fromBar ? FLAG.fromBar : 0) |
    (r.backFilled ? FLAG.backFilled : 0) |
    (r.sigMissing.length === 0 ? FLAG.sigComplete : 0)
  );
}

function chipMask(chips: readonly string[], codes: Codes): bigint {
  let mask = 0n;
  for (const chip of chips) {
    const bit = codes.chip(chip);
    if (bit >= 0) {
      mask |= 1n << BigInt(bit);
    }
  }
  return mask;
}

function put64(out: DataView, at: number, value: number): void {
  out.setBigInt64(at, BigInt(value), true);
}

function dollars(value: number): number {
  return Math.round(value * MICROS);
}

function scaled(value: number | null, factor: number): number {
  return value === null ? ABSENT.count : Math.round(value * factor);
}

function saturated(value: number): number {
  return Math.max(Math.min(Math.trunc(value), 2_147_483_647), -2_147_483_647);
}
