export interface Actions {
  down(): void;
  up(): void;
  explain(): void;
  escape(): void;
  live(): void;
  filter(): void;
  pause(): void;
  help(): void;
}

const KEYS: Readonly<Record<string, keyof Actions>> = {
  j: 'down',
  ArrowDown: 'down',
  k: 'up',
  ArrowUp: 'up',
  Enter: 'explain',
  Escape: 'escape',
  l: 'live',
  L: 'live',
  Home: 'live',
  '/': 'filter',
  p: 'pause',
  P: 'pause',
  '?': 'help',
};

/** Listens for the page's keys; what is typed into a field, a button or a dialog stays there. */
export function listen(actions: Actions): () => void {
  const heard = (event: KeyboardEvent) => {
    const action = KEYS[event.key];
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (target.closest('dialog[open], [data-keys="own"]') !== null || takes(target, event.key)) {
      return;
    }
    event.preventDefault();
    actions[action]();
  };
  addEventListener('keydown', heard);
  return () => removeEventListener('keydown', heard);
}

/** Does this element itself use the key? */
function takes(target: HTMLElement, key: string): boolean {
  if (target.matches('input, textarea, select')) {
    return key !== 'Escape';
  }
  const scrolls = key.startsWith('Arrow') || key === 'Home';
  if (target.closest('aside') !== null && scrolls) {
    return true;
  }
  return key === 'Enter' && target.matches('button, a, summary');
}
