import { expect, test } from 'vitest';
import { AT, ROW_BYTES, whole } from '../src/store/layout';
import { Desk } from '../src/transport/desk';
import type { FromWorker, Pulled } from '../src/transport/messages';
import { frame } from './rows';

const WELCOME = {
  op: 'welcome',
  version: 1,
  headerBytes: 32,
  rowBytes: 112,
  sides: ['BUY'],
  locations: ['ASK'],
  locationLabels: ['A'],
  sentiments: ['BULLISH'],
  phases: ['RTH'],
  sideRules: ['quote'],
  chips: ['calls'],
  venues: { '0': 'XCBO' },
  conditions: {},
};

class Bench {
  readonly sent: Record<string, unknown>[] = [];
  readonly said: FromWorker[] = [];
  readonly asked: string[] = [];
  pages: { data: unknown[]; meta: { nextCursor: string | null } }[] = [];
  readonly desk: Desk;

  constructor(capacity = 1_000) {
    this.desk = new Desk(
      {
        send: (message) => {
          this.sent.push(message as Record<string, unknown>);
          return true;
        },
        post: (message) => {
          this.said.push(message);
        },
        fetch: (url) => {
          this.asked.push(url);
          const page = this.pages.shift() ?? { data: [], meta: { nextCursor: null } };
          return Promise.resolve({ ok: true, json: () => Promise.resolve(page) });
        },
      },
      'http://x/api/v1',
      {},
      capacity,
    );
    this.desk.opened();
    this.text(WELCOME);
  }

  text(message: object): void {
    this.desk.text(JSON.stringify(message));
  }

  subscribed(seq: number): void {
    this.text({ op: 'subscribed', channel: 'flow', format: 'binary', seq });
  }

  rows(): number[] {
    this.desk.order({ op: 'pull', first: 0, count: 100, buffer: undefined });
    const pulled = this.said.at(-1) as Pulled;
    const view = new DataView(pulled.buffer);
    return Array.from({ length: pulled.count }, (_, i) => whole(view, i * ROW_BYTES + AT.seq));
  }
}

test('a first snapshot is shown by time, live rows above it', () => {
  const bench = new Bench();
  bench.subscribed(10);
  bench.desk.binary(frame([9, 4, 7], 2));
  bench.desk.binary(frame([12, 11]));
  expect(bench.rows()).toEqual([11, 12, 9, 7, 4]);
});

test('a new connection resumes where the last one ended, and nothing comes twice', () => {
  const bench = new Bench();
  bench.subscribed(10);
  bench.desk.binary(frame([9, 10], 2));
  bench.desk.binary(frame([11, 12], 1, 12));
  bench.desk.opened();
  expect(bench.sent.at(-1)).toMatchObject({ op: 'subscribe', after: 12 });
  bench.subscribed(14);
  bench.desk.binary(frame([12, 13, 14], 2));
  expect(bench.rows()).toEqual([14, 13, 12, 11, 10, 9]);
});

test('heartbeats move the place to resume from, but not while a question is open', () => {
  const bench = new Bench();
  bench.subscribed(10);
  bench.text({ op: 'heartbeat', streamSeq: 500 });
  bench.desk.opened();
  expect(bench.sent.at(-1)).toMatchObject({ after: 500 });
});

test('another filter starts anew and asks without a place', () => {
  const bench = new Bench();
  bench.subscribed(10);
  bench.desk.binary(frame([9, 10], 2));
  bench.desk.order({ op: 'filter', filters: { symbol: 'SPY' } });
  expect(bench.sent.at(-1)).toMatchObject({ filters: { symbol: 'SPY' } });
  expect(bench.sent.at(-1)).not.toHaveProperty('after');
  expect(bench.rows()).toEqual([10, 9]);
  bench.subscribed(20);
  expect(bench.rows()).toEqual([]);
  bench.desk.binary(frame([9], 2));
  expect(bench.rows()).toEqual([9]);
});

test('a refused filter leaves the tape as it was', () => {
  const bench = new Bench();
  bench.subscribed(10);
  bench.desk.binary(frame([9, 10], 2));
  bench.desk.order({ op: 'filter', filters: { minSize: 'x' } });
  bench.text({ op: 'error', title: 'bad parameter', status: 400, detail: 'no number' });
  expect(bench.said.at(-1)).toMatchObject({ op: 'problem', standing: true });
  bench.desk.binary(frame([11]));
  expect(bench.rows()).toEqual([11, 10, 9]);
  bench.desk.opened();
  expect(bench.sent.at(-1)).toMatchObject({ filters: {}, after: 11 });
});

test('missing more than a reconnect brings clears the tape, unless it is held', () => {
  const bench = new Bench();
  bench.subscribed(10);
  bench.desk.binary(frame([9, 10], 2));
  bench.desk.opened();
  bench.text({ op: 'gap', from: 11, to: -1, count: -1 });
  bench.subscribed(9_000);
  bench.desk.binary(frame([8_999, 9_000], 2));
  expect(bench.rows()).toEqual([9_000, 8_999]);
});

test('another log on the same address is asked anew', () => {
  const bench = new Bench();
  bench.subscribed(1_000);
  bench.desk.binary(frame([999, 1_000], 2));
  bench.desk.opened();
  bench.subscribed(5);
  expect(bench.sent.at(-1)).not.toHaveProperty('after');
  bench.subscribed(5);
  bench.desk.binary(frame([3, 4], 2));
  expect(bench.rows()).toEqual([4, 3]);
});

test('older rows are asked for only when held, from just above the oldest held', async () => {
  const bench = new Bench();
  bench.subscribed(10);
  bench.desk.binary(frame([9, 10], 2));
  bench.rows();
  expect(bench.asked).toEqual([]);
  bench.desk.order({ op: 'hold', head: 2 });
  bench.rows();
  expect(bench.asked).toEqual(['http://x/api/v1/flow?to=11&limit=1000']);
  await new Promise((done) => setTimeout(done));
  bench.rows();
  expect((bench.said.at(-1) as Pulled).older).toEqual({ state: 'end' });
});
