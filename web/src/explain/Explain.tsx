import {
  createResource,
  createSignal,
  For,
  Match,
  onCleanup,
  onMount,
  Show,
  Switch,
} from 'solid-js';
import type { ExplainChip, ExplainNode, FlowRow } from '../generated/contract';
import type { Session } from '../shell/session';
import { count, money, percent, price, strike } from '../tape/format';
import { dayText } from '../tape/time';
import { type Loaded, load } from './load';

/** Why one row says what it says: evidence first, then what was concluded from it. */
export function Explain(props: { session: Session; seq: number; onClose: () => void }) {
  const stop = new AbortController();
  const [turn, setTurn] = createSignal(0);
  const [answer] = createResource(
    () => ({ seq: props.seq, turn: turn() }),
    ({ seq }) => load(props.session.base, seq, stop.signal),
  );
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  onCleanup(() => stop.abort());
  return (
    <aside
      class="explain"
      aria-labelledby="explain-title"
      data-testid="explain"
      data-seq={props.seq}
    >
      <div class="explain-top">
        <h2 id="explain-title" tabindex="-1" ref={heading}>
          Why this row
        </h2>
        <span class="mono">seq {props.seq}</span>
        <button type="button" class="tool" onClick={() => props.onClose()}>
          Close <kbd>Esc</kbd>
        </button>
      </div>
      <Switch>
        <Match when={answer.loading}>
          <p class="explain-wait" role="status">
            Loading the evidence of print {props.seq}.
          </p>
        </Match>
        <Match when={answer.error as Error | undefined}>
          {(error) => (
            <div class="explain-wait" role="alert">
              <p>✕ The explanation could not be loaded: {error().message}</p>
              <button type="button" onClick={() => setTurn(turn() + 1)}>
                Try again
              </button>
            </div>
          )}
        </Match>
        <Match when={answer()}>
          {(loaded) => <Body loaded={loaded()} base={props.session.base} />}
        </Match>
      </Switch>
    </aside>
  );
}

function Body(props: { loaded: Loaded; base: URL }) {
  const explain = () => props.loaded.explain;
  const passed = () => explain().chips.filter((c) => c.passed);
  const failed = () => explain().chips.filter((c) => !c.passed);
  return (
    <section class="explain-body" tabindex="0" aria-label="Evidence">
      <Claim row={props.loaded.row} />
      <Part title="Observed">
        <Nodes nodes={explain().observations} />
      </Part>
      <Part title={`Chips passed (${passed().length})`}>
        <Chips chips={passed()} />
      </Part>
      <Part title="Side, inferred">
        <Nodes nodes={explain().side} />
      </Part>
      <Part title="Measured from it">
        <Nodes nodes={explain().metrics} />
      </Part>
      <Part title="Sig score">
        <Nodes nodes={explain().sigScore} />
      </Part>
      <details class="part">
        <summary>Chips not passed ({failed().length})</summary>
        <Chips chips={failed()} />
      </details>
      <p class="source">
        rules {explain().ruleVersion} · as JSON:{' '}
        <a href={new URL(`api/v1/flow/${explain().seq}`, props.base).href}>row</a>{' '}
        <a href={new URL(`api/v1/flow/${explain().seq}/explain`, props.base).href}>explanation</a>
      </p>
    </section>
  );
}

/** The print in one look. */
function Claim(props: { row: FlowRow }) {
  const row = () => props.row;
  const lean = () => (row().side === 'buy' ? 'bull' : row().side === 'sell' ? 'bear' : 'neutral');
  const sign = () => (row().side === 'buy' ? '▲ ' : row().side === 'sell' ? '▼ ' : '– ');
  return (
    <div class="claim">
      <p class="contract">
        <b>{row().root}</b> {dayText(row().expiry)} {strike(row().strike)} {row().right}
        <Show when={row().cancelled}>
          <span class="cancelled"> cancelled later</span>
        </Show>
      </p>
      <p class="figures">
        <span>
          <b>{count(row().size)}</b> at <b>{price(Math.round(row().price * 1e6))}</b>
        </span>
        <span>
          <b>{money(Math.round(row().premium * 1e6))}</b> premium
        </span>
        <span class={lean()}>
          <b>
            {sign()}
            {row().side.toUpperCase()}
          </b>{' '}
          <i>P(buy) {percent(row().pBuy)}</i>
        </span>
        <span>
          <i>{row().sentiment}</i>
        </span>
      </p>
    </div>
  );
}

function Part(props: { title: string; children: import('solid-js').JSX.Element }) {
  return (
    <section class="part">
      <h3>{props.title}</h3>
      {props.children}
    </section>
  );
}

function Nodes(props: { nodes: readonly ExplainNode[] }) {
  return (
    <ul class="nodes">
      <For each={props.nodes}>
        {(node) => (
          <li title={`${node.label}${node.value === null ? '' : ` · ${node.value}`}`}>
            <span class="label">{short(node.label)}</span>
            <span class={`value ${node.basis}`}>
              {node.value === null ? 'none' : short(node.value)}
              <Show when={node.value !== null && node.unit !== ''}>
                <span class="unit"> {node.unit}</span>
              </Show>
            </span>
            <span class={`basis ${node.basis}`} title={`this value is ${node.basis}`}>
              {node.basis}
            </span>
            <Show when={node.formula !== ''}>
              <span class="formula">{node.formula}</span>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

/** Times without their date, figures with four decimals; the whole text is in the tip. */
function short(text: string): string {
  return text
    .replace(/\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d(?:\.\d+)?)[+-]\d\d:\d\d/g, '$1')
    .replace(/(\d\.\d{4})\d{2,}/g, '$1');
}

function Chips(props: { chips: readonly ExplainChip[] }) {
  return (
    <ul class="nodes">
      <For each={props.chips} fallback={<li class="label">none</li>}>
        {(chip) => (
          <li>
            <span class="label">
              <span class="tag">{chip.chip}</span> {chip.label}
            </span>
            <span class="value">{chip.value === '' ? '–' : short(chip.value)}</span>
            <span class={`basis ${chip.basis}`}>{chip.basis}</span>
            <span class="formula">
              {chip.rule}
              {chip.threshold === '' ? '' : ` · threshold ${chip.threshold}`}
              {chip.missing.length === 0 ? '' : ` · missing ${chip.missing.join(', ')}`}
            </span>
          </li>
        )}
      </For>
    </ul>
  );
}
