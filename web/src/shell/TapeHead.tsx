import { createEffect, For } from 'solid-js';
import { CHIPS_TITLE, COLUMNS, type Column, type Layout } from '../tape/columns';

/** Column titles, each exactly above its column. */
export function TapeHead(props: { layout: Layout | undefined }) {
  return (
    <div class="tape-head" role="row" aria-rowindex="1">
      <For each={COLUMNS}>
        {(column, i) => <Title column={column} index={i() + 1} layout={props.layout} />}
      </For>
      <ChipsTitle layout={props.layout} />
    </div>
  );
}

function Title(props: { column: Column; index: number; layout: Layout | undefined }) {
  let element: HTMLSpanElement | undefined;
  createEffect(() => {
    const placed = props.layout?.placed.find((p) => p.column === props.column);
    if (element !== undefined) {
      element.hidden = placed === undefined;
      element.style.left = `${placed?.x ?? 0}px`;
      element.style.width = `${placed?.width ?? 0}px`;
    }
  });
  return (
    <span
      ref={element}
      class={`title ${props.column.align}`}
      role="columnheader"
      aria-colindex={props.index}
      title={props.column.meaning}
    >
      {props.column.title}
    </span>
  );
}

function ChipsTitle(props: { layout: Layout | undefined }) {
  let element: HTMLSpanElement | undefined;
  createEffect(() => {
    if (element !== undefined) {
      element.style.left = `${props.layout?.chipsX ?? 0}px`;
      element.style.width = `${props.layout?.chipsWidth ?? 0}px`;
    }
  });
  return (
    <span
      ref={element}
      class="title left"
      role="columnheader"
      aria-colindex={COLUMNS.length + 1}
      title="tags by rule; those a column says already are in Explain"
    >
      {CHIPS_TITLE}
    </span>
  );
}
