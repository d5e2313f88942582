import { For, Show } from 'solid-js';
import type { Layout } from '../tape/columns';
import { count } from '../tape/format';
import type { Session } from './session';

/** Where the numbers come from: feeds, place in the log, rules, what is held here. */
export function StatusBar(props: { session: Session; layout: Layout | undefined; now: number }) {
  const state = () => props.session.state;
  const meta = () => state().beat ?? state().health;
  return (
    <footer class="status">
      <For each={state().health?.feeds ?? []}>
        {(feed) => (
          <span title={feed.detail}>
            feed <b>{feed.feed}</b>
          </span>
        )}
      </For>
      <Show when={meta()?.degraded}>
        <span class="warn">⚠ degraded: {meta()?.reason ?? 'no reason given'}</span>
      </Show>
      <span title="last log entry that went through the pipeline">
        seq <b>{meta() === undefined ? '–' : count(meta()?.seq ?? 0)}</b>
      </span>
      <span title="rules that signed, chipped and scored these rows">
        rules <b>{meta()?.ruleVersion ?? '–'}</b>
      </span>
      <span class="grow" />
      <Show when={(props.layout?.hidden ?? 0) > 0}>
        <span title="They come back when the page is wider; Explain shows every value">
          {props.layout?.hidden} {props.layout?.hidden === 1 ? 'column' : 'columns'} hidden at this
          width
        </span>
      </Show>
      <span title="rows kept in this page; older ones load when you scroll down">
        <b data-testid="held">{count(state().face.total)}</b> rows here
      </span>
      <span title="rows received since the page was opened">
        <b data-testid="received">{count(state().face.received)}</b> received
      </span>
      <span class="quiet">times New York</span>
    </footer>
  );
}
