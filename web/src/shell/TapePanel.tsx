import { createEffect, createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import { COLUMNS, type Layout } from '../tape/columns';
import type { RowCursor } from '../tape/row';
import { Tape } from '../tape/tape';
import { fontsReady, readTheme } from '../tape/theme';
import type { Picked } from './App';
import { Notices } from './Notices';
import type { Session } from './session';
import { TapeHead } from './TapeHead';

const HEAD_HEIGHT = 26;

interface Props {
  session: Session;
  picked: Picked | undefined;
  stale: boolean;
  now: number;
  ready: (tape: Tape) => void;
  onLayout: (layout: Layout) => void;
  onSelect: (row: RowCursor | undefined, index: number) => void;
  onOpen: () => void;
}

/** The tape: a native scroller with a canvas in it, its header, and what is said over it. */
export function TapePanel(props: Props) {
  let scroller: HTMLDivElement | undefined;
  let body: HTMLDivElement | undefined;
  let canvas: HTMLCanvasElement | undefined;
  const [layout, setLayout] = createSignal<Layout>();
  const [cells, setCells] = createSignal<readonly string[]>([]);
  const state = () => props.session.state;

  onMount(async () => {
    if (scroller === undefined || body === undefined || canvas === undefined) {
      return;
    }
    const theme = readTheme(document.documentElement);
    await fontsReady(theme);
    const tape = new Tape(scroller, body, canvas, HEAD_HEIGHT, theme, {
      order: props.session.order,
      face: (face) => props.session.set('face', { ...face }),
      layout: (next) => {
        setLayout(next);
        props.onLayout(next);
      },
      selected: (row, index) => {
        setCells(row === undefined ? [] : COLUMNS.map((c) => c.text(row)));
        props.onSelect(row, index);
      },
    });
    createEffect(() => tape.setStale(props.stale));
    canvas.addEventListener('click', (e) => {
      tape.selectAt(e.offsetY);
      props.onOpen();
    });
    // What a canvas shows cannot be read back from the page; the browser tests ask here.
    Object.assign(scroller, { visibleSeqs: () => tape.visibleSeqs() });
    props.ready(tape);
    props.session.start(tape);
    onCleanup(() => tape.stop());
  });

  return (
    <section class="tape-panel" aria-label="Options tape">
      <div
        id="tape"
        class="tape"
        role="grid"
        tabindex="0"
        aria-label="Options tape, newest row first"
        aria-rowcount={state().face.total + 1}
        aria-colcount={COLUMNS.length}
        aria-activedescendant={props.picked === undefined ? undefined : 'active-row'}
        data-testid="tape"
        ref={scroller}
      >
        <TapeHead layout={layout()} />
        <div class="tape-body" role="presentation" ref={body}>
          <canvas aria-hidden="true" ref={canvas} />
        </div>
        <Show when={props.picked}>
          {(row) => (
            <div
              id="active-row"
              class="away"
              role="row"
              aria-selected="true"
              aria-rowindex={row().row + 2}
              aria-label={row().words}
              data-seq={row().seq}
            >
              <For each={cells()}>
                {(cell, i) => (
                  <span role="gridcell" aria-colindex={i() + 1}>
                    {cell}
                  </span>
                )}
              </For>
            </div>
          )}
        </Show>
      </div>
      <Notices session={props.session} now={props.now} />
    </section>
  );
}
