import type { FlowPage, Problem } from '../generated/contract';
import type { Contracts } from '../store/contracts';
import { encodeRows } from '../store/jsonrow';
import type { RowRing } from '../store/ring';
import type { Codes } from '../store/tables';
import type { TapeView } from '../store/view';
import type { Filters, OlderState } from './messages';

const PAGE = 1_000;
const EDGE = 500;

export type Fetch = (url: string) => Promise<{ ok: boolean; json(): Promise<unknown> }>;

/**
 * Loads older rows below the ones held, page by page with the API's own cursor. The stream comes in
 * order of arrival, the store answers in order of exchange time, so the first page starts a little
 * above the edge and rows that are already there are left out.
 */
export class History {
  private readonly view: TapeView;
  private readonly get: Fetch;
  private cursor = '';
  private known = new Set<number>();
  private begun = false;
  private turn = 0;
  state: OlderState = { state: 'idle' };

  constructor(view: TapeView, get: Fetch) {
    this.view = view;
    this.get = get;
  }

  reset(): void {
    this.turn++;
    this.cursor = '';
    this.known = new Set();
    this.begun = false;
    this.state = { state: 'idle' };
  }

  /** Loads one more page unless one is under way or there is nothing more. */
  async more(api: string, filters: Filters, codes: Codes, contracts: Contracts): Promise<void> {
    if (this.state.state !== 'idle' || this.view.recent.count === 0) {
      return;
    }
    if (this.view.older.full) {
      this.state = { state: 'limit', rows: this.view.older.count };
      return;
    }
    const turn = this.turn;
    const url = `${api}/flow?${this.query(filters)}`;
    this.state = { state: 'loading' };
    try {
      const answer = await this.get(url);
      const body = await answer.json();
      if (turn !== this.turn) {
        return;
      }
      if (!answer.ok) {
        this.state = { state: 'failed', text: (body as Problem).detail };
        return;
      }
      this.take(body as FlowPage, codes, contracts);
    } catch (e) {
      if (turn === this.turn) {
        this.state = { state: 'failed', text: e instanceof Error ? e.message : String(e) };
      }
    }
  }

  /** After a failure: the next call of [more] tries the same page again. */
  again(): void {
    if (this.state.state === 'failed') {
      this.state = { state: 'idle' };
    }
  }

  private query(filters: Filters): string {
    if (!this.begun) {
      this.begun = true;
      const edge = upperEdge(this.view.recent);
      this.known = edge.known;
      this.before = edge.before;
    }
    const params = new URLSearchParams({ ...filters, to: this.before, limit: String(PAGE) });
    if (this.cursor !== '') {
      params.set('cursor', this.cursor);
    }
    return params.toString();
  }

  private before = '';

  private take(page: FlowPage, codes: Codes, contracts: Contracts): void {
    const fresh = page.data.filter((row) => !this.known.has(row.seq));
    this.view.older.add(encodeRows(fresh, codes, contracts));
    this.cursor = page.meta.nextCursor ?? '';
    this.state = this.cursor === '' ? { state: 'end' } : { state: 'idle' };
  }
}

/**
 * Where older rows begin: just after the latest of the `EDGE` oldest rows held (one late report among
 * them must not hide what lies between), and which of the rows before that are held already.
 */
export function upperEdge(rows: RowRing): { before: string; known: Set<number> } {
  let latest = 0n;
  for (let i = 0; i < Math.min(EDGE, rows.count); i++) {
    const nanos = rows.nanos(i);
    latest = nanos > latest ? nanos : latest;
  }
  const known = new Set<number>();
  for (let i = 0; i < rows.count; i++) {
    if (rows.nanos(i) <= latest) {
      known.add(rows.seq(i));
    }
  }
  return { before: String(latest + 1n), known };
}
