import { AT, HEADER_BYTES, ROW_BYTES } from '../src/store/layout';

/** A row that says only its seq and its time. */
export function row(seq: number, nanos = BigInt(seq)): Uint8Array {
  const bytes = new Uint8Array(ROW_BYTES);
  const view = new DataView(bytes.buffer);
  view.setBigInt64(AT.seq, BigInt(seq), true);
  view.setBigInt64(AT.ts, nanos, true);
  return bytes;
}

/** A binary frame as the server sends it. */
export function frame(seqs: readonly number[], type = 1, resume = Math.max(...seqs)): ArrayBuffer {
  const bytes = new Uint8Array(HEADER_BYTES + seqs.length * ROW_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, type);
  view.setUint8(1, 1);
  view.setUint16(2, seqs.length, true);
  view.setUint16(4, ROW_BYTES, true);
  view.setBigInt64(8, BigInt(resume), true);
  seqs.forEach((seq, i) => {
    bytes.set(row(seq), HEADER_BYTES + i * ROW_BYTES);
  });
  return bytes.buffer;
}

/** Seqs of rows copied out of a view. */
export function seqs(bytes: Uint8Array, count: number): number[] {
  const view = new DataView(bytes.buffer);
  return Array.from({ length: count }, (_, i) => Number(view.getBigInt64(i * ROW_BYTES, true)));
}
