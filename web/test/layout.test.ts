import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FlowRow, Welcome } from '../src/generated/contract';
import { type ContractEntry, Contracts } from '../src/store/contracts';
import { encodeRows } from '../src/store/jsonrow';
import { AT, HEADER_BYTES, millis, ROW_BYTES, readHead, whole } from '../src/store/layout';
import { Codes } from '../src/store/tables';
import { RowCursor } from '../src/tape/row';

interface Golden {
  readonly welcome: Welcome;
  readonly entries: ContractEntry[];
  readonly frame: string;
  readonly rows: FlowRow[];
}
const golden = JSON.parse(
  readFileSync(new URL('./golden/frame.json', import.meta.url), 'utf8'),
) as Golden;
const frame = Uint8Array.from(Buffer.from(golden.frame, 'hex'));
const view = new DataView(frame.buffer);

test('the server names the same sizes', () => {
  expect(golden.welcome.headerBytes).toBe(HEADER_BYTES);
  expect(golden.welcome.rowBytes).toBe(ROW_BYTES);
  expect(readHead(view).count).toBe(golden.rows.length);
});

test('binary rows and JSON rows of the same prints are the same bytes', () => {
  const contracts = new Contracts();
  contracts.learn(golden.entries);
  const binary = new Map<number, string>();
  for (let at = HEADER_BYTES; at < frame.length; at += ROW_BYTES) {
    const row = frame.slice(at, at + ROW_BYTES);
    const own = new DataView(row.buffer);
    own.setInt32(AT.contract, contracts.local(own.getInt32(AT.contract, true)), true);
    binary.set(whole(own, AT.seq), Buffer.from(row).toString('hex'));
  }
  const fromJson = encodeRows(golden.rows, new Codes(golden.welcome), contracts);
  expect(binary.size).toBe(golden.rows.length);
  golden.rows.forEach((row, i) => {
    const hex = Buffer.from(fromJson.slice(i * ROW_BYTES, (i + 1) * ROW_BYTES)).toString('hex');
    expect(hex).toBe(binary.get(row.seq));
  });
});

test('a cursor reads what the JSON says', () => {
  const contracts = new Contracts();
  const codes = new Codes(golden.welcome);
  const bytes = encodeRows(golden.rows, codes, contracts);
  const texts = new Map(
    golden.rows.map((_, i) => [i, contracts.text(i)] as const).filter(([, t]) => t !== undefined),
  ) as Map<number, never>;
  const cursor = new RowCursor(golden.welcome, texts).over(bytes.buffer as ArrayBuffer);
  golden.rows.forEach((row, i) => {
    cursor.to(i);
    expect(cursor.seq).toBe(row.seq);
    expect(cursor.millis).toBe(Number(BigInt(row.tsNanos) / 1_000_000n));
    expect(cursor.priceMicros / 1e6).toBeCloseTo(row.price, 9);
    expect(cursor.side).toBe(row.side.toUpperCase());
    expect(cursor.location).toBe(row.locationLabel);
    expect(cursor.venue).toBe(row.venue);
    expect(cursor.condition).toBe(row.conditionClass);
    expect(cursor.contract.root).toBe(row.root);
    expect(cursor.contract.strike).toBe(row.strike);
    const chips = golden.welcome.chips.filter((_, bit) => cursor.hasChip(bit));
    expect(chips).toEqual(row.chips);
  });
});

test('nanoseconds beyond 2^53 become exact milliseconds', () => {
  const bytes = new DataView(new ArrayBuffer(8));
  for (const nanos of [1768573804277999999n, 1768573804278000000n, 0n, 999999n, 1000000n]) {
    bytes.setBigInt64(0, nanos, true);
    expect(millis(bytes, 0)).toBe(Number(nanos / 1_000_000n));
  }
});

test('a frame of another layout is refused in words', () => {
  const other = new DataView(frame.slice().buffer);
  other.setUint8(1, 2);
  expect(() => readHead(other)).toThrow('version 2');
  expect(() => readHead(new DataView(frame.slice(0, 100).buffer))).toThrow('has 100 bytes');
  expect(() => readHead(new DataView(new ArrayBuffer(8)))).toThrow('shorter than its header');
});
