import { expect, test } from 'vitest';
import { AT, FLAG, ROW_BYTES } from '../src/store/layout';
import { RowRing } from '../src/store/ring';
import { Seen } from '../src/store/seen';
import { TapeView } from '../src/store/view';
import { row, seqs } from './rows';

function filled(view: TapeView, from: number, to: number): TapeView {
  for (let seq = from; seq <= to; seq++) {
    view.append(row(seq), 0);
  }
  return view;
}

function shown(view: TapeView, first: number, count: number): number[] {
  const out = new Uint8Array(count * ROW_BYTES);
  return seqs(out, view.read(first, count, out));
}

test('the newest row is on top and the oldest goes at the limit', () => {
  const view = filled(new TapeView(5, 100), 1, 8);
  expect(view.total).toBe(5);
  expect(shown(view, 0, 9)).toEqual([8, 7, 6, 5, 4]);
  expect(shown(view, 3, 9)).toEqual([5, 4]);
});

test('a held view stays as it is while ten times its size arrives', () => {
  const view = filled(new TapeView(10, 100), 1, 10);
  view.hold(view.head);
  filled(view, 11, 110);
  expect(shown(view, 0, 4)).toEqual([10, 9, 8, 7]);
  expect(view.fresh).toBe(100);
});

test('holding goes back to what was on the screen', () => {
  const view = filled(new TapeView(10, 100), 1, 6);
  const head = view.head;
  filled(view, 7, 9);
  view.hold(head);
  expect(shown(view, 0, 3)).toEqual([6, 5, 4]);
  expect(view.fresh).toBe(3);
});

test('release brings in what waited, without a hole', () => {
  const view = filled(new TapeView(10, 100), 1, 4);
  view.hold(view.head);
  filled(view, 5, 6);
  view.release();
  expect(shown(view, 0, 9)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(view.fresh).toBe(0);
});

test('release after more than fits shows only what came without a hole', () => {
  const view = filled(new TapeView(4, 100), 1, 4);
  view.hold(view.head);
  filled(view, 5, 20);
  view.release();
  expect(shown(view, 0, 9)).toEqual([20, 19, 18, 17]);
});

test('a hole in the stream never puts old rows below new ones', () => {
  const view = filled(new TapeView(10, 100), 1, 3);
  view.hold(view.head);
  view.restart();
  filled(view, 50, 51);
  expect(shown(view, 0, 9)).toEqual([3, 2, 1]);
  view.release();
  expect(shown(view, 0, 9)).toEqual([51, 50]);
});

test('older pages follow below, and a cancel finds its row everywhere', () => {
  const view = filled(new TapeView(10, 100), 5, 6);
  view.hold(view.head);
  const page = new Uint8Array(3 * ROW_BYTES);
  [4, 3, 2].forEach((seq, i) => {
    page.set(row(seq), i * ROW_BYTES);
  });
  view.older.add(page);
  filled(view, 7, 7);
  expect(shown(view, 0, 9)).toEqual([6, 5, 4, 3, 2]);
  expect(shown(view, 3, 1)).toEqual([3]);
  expect([view.cancel(3), view.cancel(6), view.cancel(7), view.cancel(99)]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  const out = new Uint8Array(ROW_BYTES);
  view.read(3, 1, out);
  expect((out[AT.flags] ?? 0) & FLAG.cancelled).toBe(FLAG.cancelled);
});

test('a ring moves its newest rows in order', () => {
  const from = new RowRing(4);
  const to = new RowRing(4);
  for (let seq = 1; seq <= 6; seq++) {
    from.append(row(seq), 0);
  }
  from.moveNewest(2, to);
  expect([from.seq(0), from.seq(1), from.count]).toEqual([3, 4, 2]);
  expect([to.seq(0), to.seq(1)]).toEqual([5, 6]);
});

test('a print seen lately is not taken twice', () => {
  const seen = new Seen(8);
  expect([seen.add(3), seen.add(4), seen.add(3), seen.add(11), seen.add(3)]).toEqual([
    true,
    true,
    false,
    true,
    true,
  ]);
});
