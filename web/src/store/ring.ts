import { AT, FLAG, ROW_BYTES, whole } from './layout';

/** Rows in the order they came, at most `capacity`; at the limit the oldest goes. Index 0 is the oldest. */
export class RowRing {
  readonly capacity: number;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private start = 0;
  private held = 0;
  private lost = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.bytes = new Uint8Array(capacity * ROW_BYTES);
    this.view = new DataView(this.bytes.buffer);
  }

  get count(): number {
    return this.held;
  }

  /** How many rows fell off the old end since the last clear. */
  get evicted(): number {
    return this.lost;
  }

  /** Appends the row found at `at` of `from`. */
  append(from: Uint8Array, at: number): void {
    const slot = (this.start + this.held) % this.capacity;
    this.bytes.set(from.subarray(at, at + ROW_BYTES), slot * ROW_BYTES);
    if (this.held < this.capacity) {
      this.held++;
    } else {
      this.start = (this.start + 1) % this.capacity;
      this.lost++;
    }
  }

  /** Appends every row of `other`, oldest first. */
  appendAll(other: RowRing): void {
    for (let i = 0; i < other.held; i++) {
      this.append(other.bytes, other.offset(i));
    }
  }

  /** Moves the newest `n` rows to the end of `to`, in order. */
  moveNewest(n: number, to: RowRing): void {
    const moved = Math.min(n, this.held);
    for (let i = this.held - moved; i < this.held; i++) {
      to.append(this.bytes, this.offset(i));
    }
    this.held -= moved;
  }

  /** Copies row `i` to `at` of `to`. */
  copy(i: number, to: Uint8Array, at: number): void {
    const offset = this.offset(i);
    to.set(this.bytes.subarray(offset, offset + ROW_BYTES), at);
  }

  seq(i: number): number {
    return whole(this.view, this.offset(i) + AT.seq);
  }

  /** Exchange time of row `i`, nanoseconds. */
  nanos(i: number): bigint {
    return this.view.getBigInt64(this.offset(i) + AT.ts, true);
  }

  /** Marks the print `seq` cancelled; tells whether it was here. Newest first, cost O(rows). */
  cancel(seq: number): boolean {
    for (let i = this.held - 1; i >= 0; i--) {
      if (this.seq(i) === seq) {
        const at = this.offset(i) + AT.flags;
        this.view.setUint8(at, this.view.getUint8(at) | FLAG.cancelled);
        return true;
      }
    }
    return false;
  }

  clear(): void {
    this.start = 0;
    this.held = 0;
    this.lost = 0;
  }

  private offset(i: number): number {
    return ((this.start + i) % this.capacity) * ROW_BYTES;
  }
}
