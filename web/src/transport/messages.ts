import type { Heartbeat, Problem, Welcome } from '../generated/contract';
import type { ContractText } from '../store/contracts';

/** Filters as the API names them: parameter name to text. */
export type Filters = Readonly<Record<string, string>>;

/** How the connection is. `stale` is decided by silence, never by the socket's own state. */
export type Link =
  | { readonly state: 'connecting' }
  | { readonly state: 'open' }
  | { readonly state: 'silent'; readonly sinceMillis: number }
  | { readonly state: 'lost'; readonly retryMillis: number; readonly attempt: number };

/** Older rows: where the way down ends for now. */
export type OlderState =
  | { readonly state: 'idle' }
  | { readonly state: 'loading' }
  | { readonly state: 'end' }
  | { readonly state: 'limit'; readonly rows: number }
  | { readonly state: 'failed'; readonly text: string };

/** From the page to the worker. */
export type ToWorker =
  | {
      readonly op: 'start';
      readonly socket: string;
      readonly api: string;
      readonly filters: Filters;
      readonly capacity: number;
    }
  | { readonly op: 'filter'; readonly filters: Filters }
  | { readonly op: 'reload' }
  | { readonly op: 'retry' }
  | { readonly op: 'hold'; readonly head: number }
  | { readonly op: 'release' }
  | {
      readonly op: 'pull';
      readonly first: number;
      readonly count: number;
      /** A buffer to fill again, so that pulling makes no garbage. */
      readonly buffer: ArrayBuffer | undefined;
    };

/** The rows asked for, and how many there are. */
export interface Pulled {
  readonly op: 'rows';
  readonly epoch: number;
  readonly first: number;
  readonly count: number;
  readonly buffer: ArrayBuffer;
  readonly total: number;
  readonly recent: number;
  readonly fresh: number;
  readonly head: number;
  readonly held: boolean;
  readonly lagMicros: number;
  readonly received: number;
  readonly older: OlderState;
  /** Contracts told so far may be forgotten; `contracts` has all that these rows need. */
  readonly contractsAnew: boolean;
  readonly contracts: readonly ContractText[];
}

/** From the worker to the page. */
export type FromWorker =
  | Pulled
  | { readonly op: 'link'; readonly link: Link }
  | { readonly op: 'welcome'; readonly welcome: Welcome }
  | { readonly op: 'subscribed'; readonly epoch: number; readonly filters: Filters }
  | { readonly op: 'heartbeat'; readonly heartbeat: Heartbeat }
  | { readonly op: 'gap'; readonly count: number; readonly from: number; readonly to: number }
  | { readonly op: 'amended'; readonly seq: number }
  | {
      readonly op: 'problem';
      readonly problem: Problem;
      readonly filters: Filters;
      /** The subscription before it stands, so there is a tape to look at. */
      readonly standing: boolean;
    }
  | { readonly op: 'fault'; readonly text: string };
