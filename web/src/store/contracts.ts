/** What a row's contract id stands for. */
export interface ContractText {
  readonly id: number;
  readonly root: string;
  readonly underlying: string;
  /** YYYY-MM-DD */
  readonly expiry: string;
  readonly strike: number;
  readonly right: 'C' | 'P';
  readonly multiplier: number;
}

/** A dictionary entry as the server sends it. */
export type ContractEntry = [number, string, string, string, number, 'C' | 'P', number];

/**
 * Our own numbers for contracts. The server's ids are good for one connection only; ours last as long
 * as the page's rows, so rows from before and after a reconnect can stand side by side.
 */
export class Contracts {
  readonly limit: number;
  private readonly byKey = new Map<string, number>();
  private readonly texts: ContractText[] = [];
  private remote = new Int32Array(1_024).fill(-1);

  constructor(limit = 400_000) {
    this.limit = limit;
  }

  get count(): number {
    return this.texts.length;
  }

  get full(): boolean {
    return this.texts.length >= this.limit;
  }

  /** Learns the ids of the present connection. */
  learn(entries: readonly ContractEntry[]): void {
    for (const [remote, root, underlying, expiry, strike, right, multiplier] of entries) {
      if (remote >= this.remote.length) {
        const wider = new Int32Array(Math.max(remote + 1, this.remote.length * 2)).fill(-1);
        wider.set(this.remote);
        this.remote = wider;
      }
      this.remote[remote] = this.number(root, underlying, expiry, strike, right, multiplier);
    }
  }

  number(
    root: string,
    underlying: string,
    expiry: string,
    strike: number,
    right: 'C' | 'P',
    multiplier: number,
  ): number {
    const key = `${root}|${underlying}|${expiry}|${strike}|${right}|${multiplier}`;
    let id = this.byKey.get(key);
    if (id === undefined) {
      id = this.texts.length;
      this.byKey.set(key, id);
      this.texts.push({ id, root, underlying, expiry, strike, right, multiplier });
    }
    return id;
  }

  /** Our id for the connection's id; -1 when it was never told. */
  local(remote: number): number {
    return this.remote[remote] ?? -1;
  }

  text(id: number): ContractText | undefined {
    return this.texts[id];
  }

  /** A new connection counts anew. */
  forgetConnection(): void {
    this.remote.fill(-1);
  }

  clear(): void {
    this.byKey.clear();
    this.texts.length = 0;
    this.forgetConnection();
  }
}
