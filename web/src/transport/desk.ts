import type {
  Amended,
  ContractsMessage,
  Gap,
  Heartbeat,
  Problem,
  Subscribed,
  Welcome,
} from '../generated/contract';
import { type ContractEntry, Contracts, type ContractText } from '../store/contracts';
import { AT, HEADER_BYTES, ROW_BYTES, readHead, TYPE_SNAPSHOT, whole } from '../store/layout';
import { Seen } from '../store/seen';
import { Codes } from '../store/tables';
import { TapeView } from '../store/view';
import { type Fetch, History } from './history';
import type { Filters, FromWorker, ToWorker } from './messages';

/** Rows asked for at the start. One frame holds 512. */
export const SNAPSHOT = 500;
const OLDER_LIMIT = 200_000;
/** After telling the page of so many contracts we begin again, so that it need not keep them all. */
const TOLD_LIMIT = 1_024;
/** Load older rows when the view comes this close to the end. */
const NEAR_END = 300;

export interface DeskPorts {
  /** False when the socket is not open. */
  send(message: object): boolean;
  post(message: FromWorker, transfer?: ArrayBuffer[]): void;
  fetch: Fetch;
}

type Heard = { op: string };

/**
 * The worker's mind: takes messages of the socket and orders of the page, keeps the rows, answers
 * pulls. No sockets, timers or globals here.
 */
export class Desk {
  private readonly ports: DeskPorts;
  private readonly view: TapeView;
  private readonly contracts = new Contracts();
  private readonly seen = new Seen();
  private readonly history: History;
  private readonly api: string;
  private told = new Set<number>();
  private codes: Codes | undefined;
  private wanted: Filters;
  private active: Filters | undefined;
  private resumeAt = -1;
  private lost = false;
  private fromScratch = true;
  private subscribing = false;
  private epoch = 0;
  private lagMicros = 0;
  private received = 0;

  constructor(ports: DeskPorts, api: string, filters: Filters, capacity: number) {
    this.ports = ports;
    this.api = api;
    this.wanted = filters;
    this.view = new TapeView(capacity, OLDER_LIMIT);
    this.history = new History(this.view, ports.fetch);
  }

  /** A connection stands; ids of the last one mean nothing now. */
  opened(): void {
    this.contracts.forgetConnection();
    this.subscribe(this.active === undefined || this.active !== this.wanted);
  }

  order(message: ToWorker): void {
    switch (message.op) {
      case 'filter':
        this.wanted = message.filters;
        this.subscribe(true);
        break;
      case 'reload':
        this.subscribe(true);
        break;
      case 'hold':
        this.view.hold(message.head);
        break;
      case 'release':
        this.view.release();
        this.history.reset();
        break;
      case 'retry':
        this.history.again();
        break;
      case 'pull':
        this.pull(message.first, message.count, message.buffer);
        break;
      case 'start':
        break;
    }
  }

  text(text: string): void {
    const message = JSON.parse(text) as Heard;
    switch (message.op) {
      case 'welcome':
        this.codes = new Codes(message as Welcome);
        this.ports.post({ op: 'welcome', welcome: message as Welcome });
        break;
      case 'subscribed':
        this.subscribed(message as Subscribed);
        break;
      case 'contracts':
        this.contracts.learn((message as ContractsMessage).entries as unknown as ContractEntry[]);
        break;
      case 'heartbeat':
        this.heartbeat(message as Heartbeat);
        break;
      case 'gap':
        this.gap(message as Gap);
        break;
      case 'amended':
        this.view.cancel((message as Amended).printSeq);
        this.ports.post({ op: 'amended', seq: (message as Amended).printSeq });
        break;
      case 'error':
        this.subscribing = false;
        this.ports.post({
          op: 'problem',
          problem: message as unknown as Problem,
          filters: this.wanted,
          standing: this.active !== undefined,
        });
        this.wanted = this.active ?? this.wanted;
        break;
    }
  }

  binary(frame: ArrayBuffer): void {
    const view = new DataView(frame);
    const head = readHead(view);
    const bytes = new Uint8Array(frame);
    const rows = order(view, head.count, head.type === TYPE_SNAPSHOT && this.fromScratch);
    for (const at of rows) {
      this.row(bytes, view, at);
    }
    this.resumeAt = Math.max(this.resumeAt, head.seq);
    if (head.type !== TYPE_SNAPSHOT) {
      this.lagMicros = head.lagMicros;
      this.fromScratch = false;
    }
  }

  private row(bytes: Uint8Array, view: DataView, at: number): void {
    if (!this.seen.add(whole(view, at + AT.seq))) {
      return;
    }
    view.setInt32(
      at + AT.contract,
      this.contracts.local(view.getInt32(at + AT.contract, true)),
      true,
    );
    this.view.append(bytes, at);
    this.received++;
  }

  private subscribe(anew: boolean): void {
    if (this.contracts.full) {
      this.contracts.clear();
      this.told = new Set();
      this.restart();
    }
    const resume = !anew && this.resumeAt >= 0;
    this.fromScratch = !resume;
    this.lost = false;
    this.subscribing = this.ports.send({
      op: 'subscribe',
      channel: 'flow',
      format: 'binary',
      filters: this.wanted,
      snapshot: SNAPSHOT,
      ...(resume ? { after: this.resumeAt } : {}),
    });
  }

  /** What comes from here on belongs to the question asked last. */
  private subscribed(message: Subscribed): void {
    this.subscribing = false;
    const same = this.active === this.wanted;
    const shorter = !this.fromScratch && message.seq < this.resumeAt;
    if (!same || shorter || (this.fromScratch && !this.lost)) {
      this.forget();
    } else if (this.lost) {
      this.fromScratch = true;
      this.restart();
    }
    this.active = this.wanted;
    this.resumeAt = Math.max(this.fromScratch ? -1 : this.resumeAt, message.seq);
    this.ports.post({ op: 'subscribed', epoch: this.epoch, filters: this.active });
    if (shorter) {
      this.subscribe(true);
    }
  }

  /** Another question or another log: nothing of before may stay. */
  private forget(): void {
    this.epoch++;
    this.resumeAt = -1;
    this.seen.clear();
    this.view.clear();
    this.history.reset();
  }

  /** The same question with a hole in between. */
  private restart(): void {
    this.view.restart();
    if (!this.view.held) {
      this.history.reset();
    }
  }

  private heartbeat(message: Heartbeat): void {
    if (!this.subscribing) {
      this.resumeAt = Math.max(this.resumeAt, message.streamSeq);
    }
    this.ports.post({ op: 'heartbeat', heartbeat: message });
  }

  private gap(message: Gap): void {
    if (message.count < 0) {
      this.lost = true;
    }
    this.ports.post({ op: 'gap', count: message.count, from: message.from, to: message.to });
  }

  private pull(first: number, count: number, buffer: ArrayBuffer | undefined): void {
    const size = count * ROW_BYTES;
    const out = buffer !== undefined && buffer.byteLength >= size ? buffer : new ArrayBuffer(size);
    const from = Math.max(0, Math.min(first, this.view.total - 1));
    const rows = this.view.read(from, count, new Uint8Array(out));
    if (this.view.held && from + rows + NEAR_END >= this.view.total && this.codes !== undefined) {
      void this.history.more(this.api, this.active ?? this.wanted, this.codes, this.contracts);
    }
    const anew = this.told.size >= TOLD_LIMIT;
    this.ports.post(
      {
        op: 'rows',
        epoch: this.epoch,
        first: from,
        count: rows,
        buffer: out,
        total: this.view.total,
        recent: this.view.recent.count,
        fresh: this.view.fresh,
        head: this.view.head,
        held: this.view.held,
        lagMicros: this.lagMicros,
        received: this.received,
        older: this.history.state,
        contractsAnew: anew,
        contracts: this.untold(new DataView(out), rows),
      },
      [out],
    );
  }

  /** The contracts of these rows that the page has not been told yet. */
  private untold(view: DataView, rows: number): ContractText[] {
    const out: ContractText[] = [];
    if (this.told.size >= TOLD_LIMIT) {
      this.told = new Set();
    }
    for (let i = 0; i < rows; i++) {
      const id = view.getInt32(i * ROW_BYTES + AT.contract, true);
      const text = this.told.has(id) ? undefined : this.contracts.text(id);
      if (text !== undefined) {
        this.told.add(id);
        out.push(text);
      }
    }
    return out;
  }
}

/** Offsets of a frame's rows; a first snapshot by exchange time, as the store would answer. */
function order(view: DataView, count: number, byTime: boolean): number[] {
  const offsets = Array.from({ length: count }, (_, i) => HEADER_BYTES + i * ROW_BYTES);
  if (byTime) {
    offsets.sort((a, b) => {
      const earlier = view.getBigInt64(a + AT.ts, true) - view.getBigInt64(b + AT.ts, true);
      return earlier === 0n
        ? whole(view, a + AT.seq) - whole(view, b + AT.seq)
        : earlier < 0n
          ? -1
          : 1;
    });
  }
  return offsets;
}
