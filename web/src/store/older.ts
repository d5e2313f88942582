import { AT, FLAG, ROW_BYTES, whole } from './layout';

/** Pages of older rows as the store answered them, newest first; at most `limit` rows. */
export class OlderRows {
  readonly limit: number;
  private pages: { first: number; rows: number; bytes: Uint8Array }[] = [];
  private held = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  get count(): number {
    return this.held;
  }

  get full(): boolean {
    return this.held >= this.limit;
  }

  /** Appends a page whose rows are older than all rows here. */
  add(bytes: Uint8Array): void {
    const rows = bytes.byteLength / ROW_BYTES;
    if (rows > 0) {
      this.pages.push({ first: this.held, rows, bytes });
      this.held += rows;
    }
  }

  /** Copies row `i` (0 is the newest of the older ones) to `at` of `to`. */
  copy(i: number, to: Uint8Array, at: number): void {
    let low = 0;
    let high = this.pages.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const page = this.pages[middle];
      if (page !== undefined && page.first <= i) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    const page = this.pages[low];
    if (page === undefined || i >= page.first + page.rows) {
      throw new RangeError(`older row ${i} of ${this.held}`);
    }
    const offset = (i - page.first) * ROW_BYTES;
    to.set(page.bytes.subarray(offset, offset + ROW_BYTES), at);
  }

  cancel(seq: number): boolean {
    for (const page of this.pages) {
      const view = new DataView(page.bytes.buffer, page.bytes.byteOffset, page.bytes.byteLength);
      for (let at = 0; at < page.bytes.byteLength; at += ROW_BYTES) {
        if (whole(view, at + AT.seq) === seq) {
          view.setUint8(at + AT.flags, view.getUint8(at + AT.flags) | FLAG.cancelled);
          return true;
        }
      }
    }
    return false;
  }

  clear(): void {
    this.pages = [];
    this.held = 0;
  }
}
