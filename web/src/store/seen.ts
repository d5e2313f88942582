/**
 * Remembers which prints came lately, so that none is shown twice after a reconnect.
 * Direct-mapped by seq: exact while two equal seqs are less than `slots` numbers apart, bounded always.
 */
export class Seen {
  private readonly slots: Float64Array;

  constructor(slots = 65_536) {
    this.slots = new Float64Array(slots).fill(-1);
  }

  /** True when `seq` is new; it is remembered. */
  add(seq: number): boolean {
    const slot = seq % this.slots.length;
    if (this.slots[slot] === seq) {
      return false;
    }
    this.slots[slot] = seq;
    return true;
  }

  clear(): void {
    this.slots.fill(-1);
  }
}
