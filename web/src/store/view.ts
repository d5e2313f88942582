import { ROW_BYTES } from './layout';
import { OlderRows } from './older';
import { RowRing } from './ring';

/**
 * What one tape shows: row 0 is the newest. Live, new rows come in at the top. Held, the rows stay as
 * they are for as long as it takes; new ones wait in a ring of their own and are only counted.
 */
export class TapeView {
  private live: RowRing;
  private waiting: RowRing;
  readonly older: OlderRows;
  private holding = false;
  private replaces = false;
  private arrived = 0;

  constructor(capacity: number, olderLimit: number) {
    this.live = new RowRing(capacity);
    this.waiting = new RowRing(capacity);
    this.older = new OlderRows(olderLimit);
  }

  get held(): boolean {
    return this.holding;
  }

  /** Rows that may be looked at now. */
  get total(): number {
    return this.live.count + this.older.count;
  }

  get recent(): RowRing {
    return this.live;
  }

  /** Rows that came since the hold began. */
  get fresh(): number {
    return this.holding ? this.waiting.count + this.waiting.evicted : 0;
  }

  /** How many rows ever entered; the newest row's own number is this minus one. */
  get head(): number {
    return this.arrived;
  }

  append(bytes: Uint8Array, at: number): void {
    if (this.holding) {
      this.waiting.append(bytes, at);
    } else {
      this.live.append(bytes, at);
    }
    this.arrived++;
  }

  /** Stops at what was on the screen when `head` rows had come; what came after waits. */
  hold(head: number): void {
    if (this.holding) {
      return;
    }
    this.holding = true;
    this.replaces = false;
    this.waiting.clear();
    this.live.moveNewest(Math.max(0, this.arrived - head), this.waiting);
  }

  /** Back to live: what waited comes in at the top. */
  release(): void {
    if (!this.holding) {
      return;
    }
    this.holding = false;
    if (this.replaces || this.waiting.evicted > 0) {
      [this.live, this.waiting] = [this.waiting, this.live];
    } else {
      this.live.appendAll(this.waiting);
    }
    this.waiting.clear();
    this.older.clear();
  }

  /** The stream begins anew, with a hole: rows from before may not stand right below what comes. */
  restart(): void {
    if (this.holding) {
      this.waiting.clear();
      this.replaces = true;
    } else {
      this.live.clear();
      this.older.clear();
    }
  }

  /** Another question: forget everything and be live. */
  clear(): void {
    this.holding = false;
    this.replaces = false;
    this.live.clear();
    this.waiting.clear();
    this.older.clear();
  }

  cancel(seq: number): boolean {
    return this.live.cancel(seq) || this.waiting.cancel(seq) || this.older.cancel(seq);
  }

  /** Copies up to `count` rows from row `first` down into `to`; gives how many. */
  read(first: number, count: number, to: Uint8Array): number {
    const from = Math.max(0, first);
    const end = Math.min(first + count, this.total);
    for (let i = from; i < end; i++) {
      const at = (i - from) * ROW_BYTES;
      if (i < this.live.count) {
        this.live.copy(this.live.count - 1 - i, to, at);
      } else {
        this.older.copy(i - this.live.count, to, at);
      }
    }
    return Math.max(0, end - from);
  }
}
