import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import { Explain } from '../explain/Explain';
import { FilterBar } from '../filters/FilterBar';
import type { Layout } from '../tape/columns';
import { spoken } from '../tape/painter';
import type { Tape } from '../tape/tape';
import { HelpDialog } from './HelpDialog';
import { listen } from './keys';
import { StatusBar } from './StatusBar';
import { createSession } from './session';
import { isStale } from './staleness';
import { TapePanel } from './TapePanel';
import { TopBar } from './TopBar';

/** What the person picked: the row's seq, its place, and the row in words. */
export interface Picked {
  readonly seq: number;
  readonly row: number;
  readonly words: string;
}

export function App() {
  const session = createSession();
  const [picked, setPicked] = createSignal<Picked>();
  const [opened, setOpened] = createSignal<number>();
  const [layout, setLayout] = createSignal<Layout>();
  const [now, setNow] = createSignal(Date.now());
  let tape: Tape | undefined;
  let help: HTMLDialogElement | undefined;
  let filterLine: HTMLInputElement | undefined;

  const clock = setInterval(() => setNow(Date.now()), 500);
  onCleanup(() => clearInterval(clock));

  const live = () => {
    session.set('paused', false);
    setOpened(undefined);
    tape?.release();
    tape?.focus();
  };
  const pause = () => {
    if (session.state.paused) {
      live();
    } else {
      tape?.hold();
      session.set('paused', true);
    }
  };
  const explain = () => {
    const row = picked();
    if (row !== undefined) {
      setOpened(row.seq);
    }
  };
  const leave = () => {
    if (opened() !== undefined) {
      setOpened(undefined);
      tape?.focus();
    } else if (picked() !== undefined) {
      tape?.clearSelection();
    } else {
      live();
    }
  };

  onMount(() => {
    onCleanup(
      listen({
        down: () => tape?.move(1),
        up: () => tape?.move(-1),
        explain,
        escape: leave,
        live,
        filter: () => filterLine?.focus(),
        pause,
        help: () => help?.showModal(),
      }),
    );
  });

  const stale = () => isStale(session.state);

  return (
    <div class="page" classList={{ stale: stale() }}>
      <a class="skip" href="#tape">
        Skip to the tape
      </a>
      <TopBar
        session={session}
        now={now()}
        onPause={pause}
        onLive={live}
        onHelp={() => help?.showModal()}
      />
      <FilterBar session={session} line={(e) => (filterLine = e)} />
      <main class="work">
        <TapePanel
          session={session}
          picked={picked()}
          stale={stale()}
          now={now()}
          ready={(t) => (tape = t)}
          onLayout={setLayout}
          onSelect={(row, index) =>
            setPicked(
              row === undefined ? undefined : { seq: row.seq, row: index, words: spoken(row) },
            )
          }
          onOpen={explain}
        />
        <Show when={opened()} keyed>
          {(seq) => <Explain session={session} seq={seq} onClose={leave} />}
        </Show>
      </main>
      <StatusBar session={session} layout={layout()} now={now()} />
      <HelpDialog element={(e) => (help = e)} />
    </div>
  );
}
