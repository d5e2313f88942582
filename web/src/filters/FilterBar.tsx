import { createEffect, createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import type { Session } from '../shell/session';
import type { Filters } from '../transport/messages';
import { GroupPanel } from './GroupPanel';
import { type Group, groups, names } from './groups';
import { readText, type TextFault, writeText } from './language';
import { summary } from './summary';

/** Controls beyond these go under "More". */
const SHOWN = 12;

/** The filter line and one control per thing the catalog can filter by. The address has it all. */
export function FilterBar(props: { session: Session; line: (e: HTMLInputElement) => void }) {
  const session = props.session;
  const [text, setText] = createSignal('');
  const [fault, setFault] = createSignal<TextFault>();
  const [open, setOpen] = createSignal<string>();
  let bar: HTMLElement | undefined;
  const catalog = () => session.state.catalog;
  const all = createMemo(() => {
    const known = catalog();
    return known === undefined ? [] : groups(known);
  });
  const shown = () => all().slice(0, SHOWN);
  const more = () => all().slice(SHOWN);

  createEffect(() => {
    const known = catalog();
    if (known !== undefined) {
      setText(writeText(session.filters(), known));
      setFault(undefined);
    }
  });

  const submit = () => {
    const known = catalog();
    if (known === undefined) {
      return;
    }
    const read = readText(text(), known);
    if (read.ok) {
      setFault(undefined);
      session.apply(read.filters);
    } else {
      setFault(read.fault);
    }
  };
  const change = (values: Filters) => {
    const next: Record<string, string> = { ...session.filters(), ...values };
    for (const [name, value] of Object.entries(next)) {
      if (value === '') {
        delete next[name];
      }
    }
    session.apply(next);
  };
  const outside = (event: Event) => {
    if (open() !== undefined && event.target instanceof Node && !bar?.contains(event.target)) {
      setOpen(undefined);
    }
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open() !== undefined) {
      bar?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
      setOpen(undefined);
    }
  };
  onMount(() => {
    bar?.addEventListener('keydown', keys);
    addEventListener('pointerdown', outside);
    addEventListener('focusin', outside);
    onCleanup(() => {
      removeEventListener('pointerdown', outside);
      removeEventListener('focusin', outside);
    });
  });

  return (
    <search class="filters" aria-label="Filters" ref={bar}>
      <form
        class="line"
        onSubmit={(e) => {
          e.preventDefault();
          submit();
        }}
      >
        <label class="away" for="filter-line">
          Filter line
        </label>
        <input
          id="filter-line"
          ref={props.line}
          type="text"
          spellcheck={false}
          autocomplete="off"
          placeholder="filter, e.g. spy calls prem>=250k dte<=7 -multi-leg"
          value={text()}
          aria-invalid={fault() !== undefined || session.state.problem !== undefined}
          aria-describedby="filter-fault"
          onInput={(e) => setText(e.currentTarget.value)}
          onKeyDown={(e) => {
            if (e.key === 'Escape') {
              e.currentTarget.blur();
            }
          }}
        />
        <kbd>/</kbd>
      </form>
      <Show when={catalog() === undefined && session.state.catalogFault !== undefined}>
        <span class="loading">
          Filters could not be loaded.
          <button type="button" onClick={() => void session.load()}>
            Try again
          </button>
        </span>
      </Show>
      <For each={shown()}>
        {(group) => (
          <Control
            title={group.title}
            groups={[group]}
            session={session}
            open={open() === group.title}
            onOpen={(is) => setOpen(is ? group.title : undefined)}
            onChange={change}
          />
        )}
      </For>
      <Show when={more().length > 0}>
        <Control
          title="More"
          groups={more()}
          session={session}
          open={open() === 'More'}
          onOpen={(is) => setOpen(is ? 'More' : undefined)}
          onChange={change}
        />
      </Show>
      <Show when={Object.keys(session.filters()).length > 0}>
        <button type="button" class="clear" onClick={() => session.apply({})}>
          Clear all
        </button>
      </Show>
      <p id="filter-fault" class="fault" role="alert" data-testid="filter-fault">
        <Show when={fault()}>
          {(f) => (
            <>
              ✕ at character {f().at + 1}: {f().message}
            </>
          )}
        </Show>
        <Show when={fault() === undefined && session.state.problem}>
          {(problem) => (
            <>
              ✕ {problem().parameter === undefined ? '' : `${problem().parameter}: `}
              {problem().detail}
              {problem().suggestion === undefined ? '' : `; did you mean ${problem().suggestion}?`}
            </>
          )}
        </Show>
      </p>
    </search>
  );
}

interface ControlProps {
  title: string;
  groups: readonly Group[];
  session: Session;
  open: boolean;
  onOpen: (is: boolean) => void;
  onChange: (values: Filters) => void;
}

/** Moves a panel that would stick out at the right back into the window. */
function inside(panel: HTMLElement): void {
  queueMicrotask(() => {
    const box = panel.getBoundingClientRect();
    const room = document.documentElement.clientWidth - 8;
    panel.style.left = `${Math.min(0, room - box.right)}px`;
  });
}

/** A button that says what is set, and its panel. */
function Control(props: ControlProps) {
  const set = () =>
    props.groups.map((g) => summary(g, props.session.filters())).filter((t) => t !== '');
  const clear = () => {
    const empty = Object.fromEntries(props.groups.flatMap(names).map((name) => [name, '']));
    props.onChange(empty);
  };
  const id = () => `panel-${props.title.replace(/\W+/g, '-').toLowerCase()}`;
  return (
    <div class="control" data-keys={props.open ? 'own' : undefined}>
      <button
        type="button"
        classList={{ set: set().length > 0 }}
        aria-expanded={props.open}
        aria-controls={id()}
        onClick={() => props.onOpen(!props.open)}
      >
        {props.title}
        <Show when={set().length > 0}>
          <b>{set().length === 1 ? set()[0] : set().length}</b>
        </Show>
        <span class="down" aria-hidden="true" />
      </button>
      <Show when={props.open}>
        <section class="panel" id={id()} aria-label={props.title} ref={inside}>
          <For each={props.groups}>
            {(group) => (
              <GroupPanel
                group={group}
                heading={props.groups.length > 1}
                filters={props.session.filters()}
                onChange={props.onChange}
              />
            )}
          </For>
          <button type="button" class="clear" disabled={set().length === 0} onClick={clear}>
            Clear {props.title === 'More' ? 'these' : props.title}
          </button>
        </section>
      </Show>
    </div>
  );
}
