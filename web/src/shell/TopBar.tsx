import { Show } from 'solid-js';
import { count, fixed } from '../tape/format';
import { isoText } from '../tape/time';
import type { Session } from './session';
import { staleReason } from './staleness';

/** Brand, what kind of tape this is, and how it does: always seen. */
export function TopBar(props: {
  session: Session;
  now: number;
  onPause: () => void;
  onLive: () => void;
  onHelp: () => void;
}) {
  const state = () => props.session.state;
  const meta = () => state().beat ?? state().health;
  const badge = () => meta()?.badge ?? 'CONNECTING';
  const reason = () => staleReason(state());
  const rate = () => state().beat?.rate ?? state().health?.printsPerSecond;
  const feedWord = () => {
    if (reason() !== undefined) {
      return 'STALE';
    }
    if (state().paused) {
      return 'PAUSED';
    }
    if (state().face.held) {
      return 'HELD';
    }
    return state().link.state === 'open' ? 'STREAMING' : 'CONNECTING';
  };
  return (
    <>
      <header class="top">
        <span class="brand">TRUETAPE</span>
        <span
          class={`badge ${badge().toLowerCase()}`}
          data-testid="badge"
          title={`${badge()}: what kind of tape this is · rules ${meta()?.ruleVersion ?? 'not known yet'}`}
        >
          {badge()}
        </span>
        <span
          class={`feed ${feedWord().toLowerCase()}`}
          data-testid="state"
          role="status"
          title={reason() ?? 'rows arrive'}
        >
          <i aria-hidden="true" />
          {feedWord()}
          <Show when={reason()}>
            <span class="why"> {reason()}</span>
          </Show>
        </span>
        <Show when={state().face.held}>
          <button type="button" class="pill" data-testid="jump" onClick={() => props.onLive()}>
            <b data-testid="fresh">{count(state().face.fresh)}</b> new
            <span class="pill-do">
              {state().paused ? 'drawing paused, still receiving · resume' : 'jump to live'}{' '}
              <kbd>L</kbd>
            </span>
          </button>
        </Show>
        <span class="grow" />
        <span class="meter clock" title="event time reached, New York with its offset to UTC">
          <span class="name">as of</span> {isoText(meta()?.asOf ?? '–')}
        </span>
        <span class="meter" title="prints per second, as the server measures it">
          <b data-testid="rate">{rate() === undefined ? '–' : fixed(rate() ?? 0, 0)}</b> rows/s
        </span>
        <span class="meter" title="from receipt to here, as the server measures it">
          lag <b>{meta() === undefined ? '–' : fixed(meta()?.lagMillis ?? 0, 0)}</b> ms
        </span>
        <button
          type="button"
          class="tool"
          aria-pressed={state().paused}
          onClick={() => props.onPause()}
        >
          {state().paused ? 'Resume' : 'Pause'} <kbd>p</kbd>
        </button>
        <button type="button" class="tool" onClick={() => props.onHelp()}>
          Help <kbd>?</kbd>
        </button>
      </header>
      <div class={`stripe ${badge().toLowerCase()}`} aria-hidden="true" />
    </>
  );
}
