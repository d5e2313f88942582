import { Match, Show, Switch } from 'solid-js';
import { count } from '../tape/format';
import type { Session } from './session';
import { staleReason } from './staleness';

/** What stands over the tape: why it is empty, why it is old, what is missing, and the next step. */
export function Notices(props: { session: Session; now: number }) {
  const state = () => props.session.state;
  const seconds = () => Math.max(0, Math.ceil((state().retryAt - props.now) / 1_000));
  const older = () => state().face.older;
  return (
    <>
      <Show when={state().face.total === 0}>
        <div class="empty" role="status">
          <Empty session={props.session} seconds={seconds()} />
        </div>
      </Show>
      <div class="notices" aria-live="polite">
        <Show when={state().face.total > 0 && staleReason(state())}>
          {(reason) => (
            <p class="notice warn" data-testid="stale">
              <b>⚠ STALE</b> {reason()}; these rows are from before.
              <Show when={state().link.state === 'lost'}>
                {' '}
                Next try in {seconds()} s.
                <button type="button" onClick={() => props.session.order({ op: 'retry' })}>
                  Retry now
                </button>
              </Show>
            </p>
          )}
        </Show>
        <Show when={state().gap}>
          {(gap) => (
            <p class="notice warn" data-testid="gap">
              <b>⚠ Gap</b>{' '}
              {gap().count < 0
                ? 'more rows were missed than a reconnect brings.'
                : `${count(gap().count)} rows did not come: this page was too slow.`}{' '}
              They are in the store.
              <button type="button" onClick={() => props.session.reload()}>
                Load anew
              </button>
            </p>
          )}
        </Show>
        <Show when={state().fault}>
          {(fault) => (
            <p class="notice error">
              <b>✕ Not understood</b> {fault()}
              <button type="button" onClick={() => location.reload()}>
                Reload the page
              </button>
            </p>
          )}
        </Show>
        <Show when={state().face.held && older().state === 'failed'}>
          <p class="notice error">
            <b>✕ Older rows</b> could not be loaded: {(older() as { text?: string }).text}
            <button type="button" onClick={() => props.session.order({ op: 'retry' })}>
              Try again
            </button>
          </p>
        </Show>
        <Show when={state().face.held && older().state === 'limit'}>
          <p class="notice">
            {count(state().face.total)} rows are held here, the limit. Narrow the filter, e.g. with
            <code>to:</code>, to look further back.
          </p>
        </Show>
      </div>
    </>
  );
}

function Empty(props: { session: Session; seconds: number }) {
  const state = () => props.session.state;
  const filtered = () => Object.keys(props.session.filters()).length > 0;
  return (
    <Switch
      fallback={
        <>
          <b>Connecting</b>
          <p>Waiting for the first rows of {props.session.base.host}.</p>
        </>
      }
    >
      <Match when={state().problem !== undefined && !state().problemStands}>
        <b>The filter was not understood</b>
        <p>{state().problem?.detail}</p>
        <button type="button" onClick={() => props.session.apply({})}>
          Clear the filter
        </button>
      </Match>
      <Match when={state().link.state === 'lost'}>
        <b>No connection to the server</b>
        <p>
          Start it with <code>./truetape run</code>, or wait: next try in {props.seconds} s.
        </p>
        <button type="button" onClick={() => props.session.order({ op: 'retry' })}>
          Retry now
        </button>
      </Match>
      <Match when={state().subscribed && filtered()}>
        <b>No print matches</b>
        <p>Nothing in the store and nothing new yet. New matches appear here as they come.</p>
        <button type="button" onClick={() => props.session.apply({})}>
          Clear the filter
        </button>
      </Match>
      <Match when={state().subscribed}>
        <b>No prints yet</b>
        <p>The stream is open; the first rows appear as soon as the market prints.</p>
      </Match>
    </Switch>
  );
}
