import type { Link } from './messages';

/** The part of a WebSocket that is used here, so that tests can stand in for it. */
export interface Wire {
  binaryType: string;
  onopen: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface Surroundings {
  connect(): Wire;
  now(): number;
  random(): number;
  after(millis: number, what: () => void): unknown;
  cancel(timer: unknown): void;
}

export interface Hearer {
  opened(): void;
  text(message: string): void;
  binary(frame: ArrayBuffer): void;
  link(link: Link): void;
}

/** The server speaks each second; silence for longer is stale although the socket looks alive. */
export const SILENT_MILLIS = 1_900;
/** Silence for this long: the socket is given up and a new one is made. */
export const DEAD_MILLIS = 8_000;
const LOOK_MILLIS = 100;
const FIRST_RETRY = 250;
const LAST_RETRY = 5_000;

/** Keeps one socket open: reconnects with backoff and jitter, and watches for silence. */
export class LastingSocket {
  private readonly around: Surroundings;
  private readonly hearer: Hearer;
  private wire: Wire | undefined;
  private lastHeard = 0;
  private attempt = 0;
  private silent = false;
  private timer: unknown;
  private retryTimer: unknown;

  constructor(around: Surroundings, hearer: Hearer) {
    this.around = around;
    this.hearer = hearer;
  }

  start(): void {
    this.open();
    this.timer = this.around.after(LOOK_MILLIS, () => this.look());
  }

  stop(): void {
    this.around.cancel(this.timer);
    this.around.cancel(this.retryTimer);
    this.drop();
  }

  /** Tries again at once. */
  retry(): void {
    if (this.wire === undefined) {
      this.around.cancel(this.retryTimer);
      this.open();
    }
  }

  /** False when there is no open connection; the caller says it again when there is one. */
  send(message: object): boolean {
    if (this.wire === undefined || this.lastHeard === 0) {
      return false;
    }
    this.wire.send(JSON.stringify(message));
    return true;
  }

  private open(): void {
    this.hearer.link({ state: 'connecting' });
    const wire = this.around.connect();
    this.wire = wire;
    this.lastHeard = 0;
    this.silent = false;
    wire.binaryType = 'arraybuffer';
    wire.onopen = () => {
      if (this.wire === wire) {
        this.lastHeard = this.around.now();
        this.attempt = 0;
        this.hearer.link({ state: 'open' });
        this.hearer.opened();
      }
    };
    wire.onmessage = (event: { data: string | ArrayBuffer }) => {
      if (this.wire === wire) {
        this.heard(event.data);
      }
    };
    wire.onclose = () => {
      if (this.wire === wire) {
        this.lost();
      }
    };
  }

  private heard(data: string | ArrayBuffer): void {
    this.lastHeard = this.around.now();
    if (this.silent) {
      this.silent = false;
      this.hearer.link({ state: 'open' });
    }
    if (typeof data === 'string') {
      this.hearer.text(data);
    } else {
      this.hearer.binary(data);
    }
  }

  private look(): void {
    if (this.wire !== undefined && this.lastHeard > 0) {
      const silence = this.around.now() - this.lastHeard;
      if (silence >= DEAD_MILLIS) {
        this.lost();
      } else if (silence >= SILENT_MILLIS) {
        this.silent = true;
        this.hearer.link({ state: 'silent', sinceMillis: silence });
      }
    }
    this.timer = this.around.after(LOOK_MILLIS, () => this.look());
  }

  private lost(): void {
    this.drop();
    this.attempt++;
    const wait = retryMillis(this.attempt, this.around.random());
    this.hearer.link({ state: 'lost', retryMillis: wait, attempt: this.attempt });
    this.retryTimer = this.around.after(wait, () => this.open());
  }

  private drop(): void {
    const wire = this.wire;
    this.wire = undefined;
    if (wire !== undefined) {
      wire.onopen = null;
      wire.onclose = null;
      wire.onmessage = null;
      wire.close();
    }
  }
}

/** 250 ms doubling to 5 s, of which the upper half is random so that pages do not come back together. */
export function retryMillis(attempt: number, random: number): number {
  const full = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** Math.min(attempt - 1, 10));
  return Math.round(full / 2 + (full / 2) * random);
}
