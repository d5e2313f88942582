import { For } from 'solid-js';

const ROWS: readonly (readonly [string, string])[] = [
  ['j  ↓', 'next row (holds the tape)'],
  ['k  ↑', 'previous row'],
  ['Enter', 'explain the row'],
  ['Esc', 'close the drawer, then let the row go, then back to live'],
  ['L  Home', 'back to live'],
  ['/', 'filter line'],
  ['p', 'pause drawing; rows are still received'],
  ['?', 'this sheet'],
];

export function HelpDialog(props: { element: (e: HTMLDialogElement) => void }) {
  let dialog: HTMLDialogElement | undefined;
  return (
    <dialog
      class="help"
      aria-labelledby="help-title"
      ref={(e) => {
        dialog = e;
        props.element(e);
      }}
    >
      <h2 id="help-title">Keys and signs</h2>
      <dl class="keys">
        <For each={ROWS}>
          {([key, meaning]) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          )}
        </For>
      </dl>
      <h3>Signs</h3>
      <ul class="signs">
        <li>
          <b class="bull">▲ BUY</b>, <b class="bear">▼ SELL</b>, <b class="neutral">– UNKNOWN</b>:
          who crossed, inferred. The slanted figure is the probability of a buy.
        </li>
        <li>Bars behind premiums run on a log scale from $1K to $10M.</li>
        <li>A struck row was cancelled later. A grey, struck tape is stale.</li>
        <li>A dash means the value was not there; nothing is filled in.</li>
      </ul>
      <h3>Filter line</h3>
      <p>
        <code>spy calls ask prem&gt;=250k dte&lt;=7 -multi-leg side:buy</code>: symbols, chips
        (minus for without), values, comparisons, or any <code>name:value</code> of the API.
      </p>
      <button type="button" onClick={() => dialog?.close()}>
        Close
      </button>
    </dialog>
  );
}
