import { createSignal } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { readAddress, writeAddress } from '../filters/address';
import type { Catalog, Health, Heartbeat, Problem, Welcome } from '../generated/contract';
import type { TapeFace } from '../tape/tape';
import type { Filters, FromWorker, Link, Pulled, ToWorker } from '../transport/messages';

/** Rows kept in memory for the tape. */
export const CAPACITY = 200_000;

export interface State {
  link: Link;
  /** Counts down while the connection is lost. */
  retryAt: number;
  beat: Heartbeat | undefined;
  health: Health | undefined;
  lastBeatAt: number;
  subscribed: boolean;
  problem: Problem | undefined;
  problemStands: boolean;
  fault: string | undefined;
  gap: { count: number; from: number; to: number } | undefined;
  catalog: Catalog | undefined;
  catalogFault: string | undefined;
  face: TapeFace;
  paused: boolean;
}

const NO_FACE: TapeFace = {
  held: false,
  total: 0,
  recent: 0,
  fresh: 0,
  received: 0,
  lagMicros: 0,
  older: { state: 'idle' },
};

/** Who wants to hear the worker's messages that are not state. */
export interface TapeHearer {
  welcome(welcome: Welcome): void;
  take(rows: Pulled): void;
  restart(epoch: number): void;
  refresh(): void;
}

/** The page's state and its one worker. Slow state only; rows never pass through here. */
export function createSession() {
  const base = new URL('.', document.baseURI);
  const worker = new Worker(new URL('../transport/worker.ts', import.meta.url), { type: 'module' });
  const [filters, setFilters] = createSignal<Filters>(readAddress(location.search));
  const [state, set] = createStore<State>({
    link: { state: 'connecting' },
    retryAt: 0,
    beat: undefined,
    health: undefined,
    lastBeatAt: 0,
    subscribed: false,
    problem: undefined,
    problemStands: false,
    fault: undefined,
    gap: undefined,
    catalog: undefined,
    catalogFault: undefined,
    face: NO_FACE,
    paused: false,
  });
  let tape: TapeHearer | undefined;

  function hear(message: FromWorker): void {
    switch (message.op) {
      case 'rows':
        tape?.take(message);
        break;
      case 'welcome':
        tape?.welcome(message.welcome);
        break;
      case 'link':
        if (message.link.state === 'lost') {
          set('retryAt', Date.now() + message.link.retryMillis);
        }
        set('link', reconcile(message.link));
        break;
      case 'heartbeat':
        set({ beat: message.heartbeat, lastBeatAt: Date.now() });
        break;
      case 'subscribed':
        set({ subscribed: true, problem: undefined, fault: undefined, paused: false });
        tape?.restart(message.epoch);
        break;
      case 'problem':
        set({ problem: message.problem, problemStands: message.standing });
        break;
      case 'gap':
        set('gap', { count: message.count, from: message.from, to: message.to });
        break;
      case 'amended':
        tape?.refresh();
        break;
      case 'fault':
        set('fault', message.text);
        break;
    }
  }

  function order(message: ToWorker, transfer: ArrayBuffer[] = []): void {
    worker.postMessage(message, transfer);
  }

  /** Asks for other rows; the address says which. */
  function apply(next: Filters, push = true): void {
    setFilters(next);
    set('gap', undefined);
    if (push) {
      history.pushState(null, '', location.pathname + writeAddress(next));
    }
    order({ op: 'filter', filters: next });
  }

  /** The same rows anew, from the store. */
  function reload(): void {
    set({ gap: undefined, fault: undefined });
    order({ op: 'reload' });
  }

  async function load(): Promise<void> {
    try {
      const answer = await fetch(new URL('api/v1/flow/filters/catalog', base));
      set({ catalog: (await answer.json()) as Catalog, catalogFault: undefined });
      set('health', (await (await fetch(new URL('api/v1/health', base))).json()) as Health);
    } catch (e) {
      set('catalogFault', e instanceof Error ? e.message : String(e));
    }
  }

  function start(hearer: TapeHearer): void {
    tape = hearer;
    worker.onmessage = (event: MessageEvent<FromWorker>) => hear(event.data);
    const socket = new URL('ws', base);
    socket.protocol = base.protocol === 'https:' ? 'wss:' : 'ws:';
    order({
      op: 'start',
      socket: socket.href,
      api: new URL('api/v1', base).href,
      filters: filters(),
      capacity: CAPACITY,
    });
    void load();
    addEventListener('popstate', () => apply(readAddress(location.search), false));
  }

  return { base, state, set, filters, apply, order, reload, start, load };
}

export type Session = ReturnType<typeof createSession>;
