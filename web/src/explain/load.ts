import type { ExplainAnswer, FlowRow, Meta, Problem } from '../generated/contract';

export interface Loaded {
  readonly explain: ExplainAnswer['data'];
  readonly row: FlowRow;
  readonly meta: Meta;
}

const TRIES = 8;
const WAIT_MILLIS = 250;

/**
 * The row and why it says what it says. A print of this very moment may not be stored yet (the store
 * writes every 250 ms), so a 404 is asked again for two seconds.
 */
export async function load(base: URL, seq: number, stop: AbortSignal): Promise<Loaded> {
  const explain = await ask<ExplainAnswer>(new URL(`api/v1/flow/${seq}/explain`, base), stop);
  const row = await ask<{ data: FlowRow }>(new URL(`api/v1/flow/${seq}`, base), stop);
  return { explain: explain.data, meta: explain.meta, row: row.data };
}

async function ask<T>(url: URL, stop: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(url, { signal: stop });
    if (answer.ok) {
      return (await answer.json()) as T;
    }
    if (answer.status !== 404 || attempt === TRIES) {
      throw new Error(((await answer.json()) as Problem).detail);
    }
    await new Promise((done) => setTimeout(done, WAIT_MILLIS));
  }
}
