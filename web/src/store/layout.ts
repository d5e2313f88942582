/**
 * The binary tape row, as docs/formats/api.md lays it down: a 32-byte header, then 112 bytes a row,
 * little-endian. Rows are kept exactly as they came, except that the contract id becomes ours.
 */
export const HEADER_BYTES = 32;
export const ROW_BYTES = 112;
export const FRAME_VERSION = 1;
export const TYPE_ROWS = 1;
export const TYPE_SNAPSHOT = 2;

/** Byte offsets inside a row. */
export const AT = {
  seq: 0,
  ts: 8,
  price: 16,
  premium: 24,
  bid: 32,
  ask: 40,
  spotDouble: 48,
  chips: 56,
  contract: 64,
  size: 68,
  dayVolume: 72,
  openInterest: 76,
  quoteAge: 80,
  volOi: 84,
  otm: 88,
  repeat: 92,
  dte: 94,
  pBuy: 96,
  sigScore: 98,
  venue: 100,
  condition: 102,
  side: 104,
  location: 105,
  sentiment: 106,
  sideRule: 107,
  flags: 108,
  phase: 109,
  accuracy: 110,
} as const;

export const ABSENT = { price: -1, count: -1, otm: -2147483648, sigScore: 65535 } as const;
export const FLAG = { cancelled: 1, fromBar: 2, backFilled: 4, sigComplete: 8 } as const;

const TWO_32 = 4294967296;

/** A signed 64-bit number below 2^53 in size, exact. */
export function whole(view: DataView, at: number): number {
  return view.getInt32(at + 4, true) * TWO_32 + view.getUint32(at, true);
}

/** Nanoseconds since 1970 at `at`, floored to milliseconds, exact although nanoseconds exceed 2^53. */
export function millis(view: DataView, at: number): number {
  const high = view.getInt32(at + 4, true);
  const low = view.getUint32(at, true);
  return high * 4294 + Math.floor((high * 967296 + low) / 1_000_000);
}

export interface FrameHead {
  readonly type: number;
  readonly count: number;
  /** Resume with `after` = this. */
  readonly seq: number;
  readonly lagMicros: number;
}

/** Reads and checks a frame's header; a frame of another layout is refused in words. */
export function readHead(view: DataView): FrameHead {
  if (view.byteLength < HEADER_BYTES) {
    throw new Error(`a frame of ${view.byteLength} bytes is shorter than its header`);
  }
  const version = view.getUint8(1);
  const rowBytes = view.getUint16(4, true);
  if (version !== FRAME_VERSION || rowBytes !== ROW_BYTES) {
    throw new Error(
      `frames have version ${version} and ${rowBytes} bytes a row; this page reads version ${FRAME_VERSION} with ${ROW_BYTES}: reload the page`,
    );
  }
  const count = view.getUint16(2, true);
  if (view.byteLength !== HEADER_BYTES + count * ROW_BYTES) {
    throw new Error(`a frame of ${count} rows has ${view.byteLength} bytes`);
  }
  return { type: view.getUint8(0), count, seq: whole(view, 8), lagMicros: whole(view, 24) };
}
