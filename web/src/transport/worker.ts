import { Desk } from './desk';
import type { FromWorker, ToWorker } from './messages';
import { LastingSocket, type Wire } from './socket';

/** The worker's ends: sockets, timers and messages for the [Desk]. */
declare const self: DedicatedWorkerGlobalScope;

let desk: Desk | undefined;
let socket: LastingSocket | undefined;

function post(message: FromWorker, transfer: ArrayBuffer[] = []): void {
  self.postMessage(message, transfer);
}

function start(message: ToWorker & { op: 'start' }): void {
  const standing = new Desk(
    {
      send: (out) => socket?.send(out) ?? false,
      post,
      fetch: (url) => fetch(url, { headers: { accept: 'application/json' } }),
    },
    message.api,
    message.filters,
    message.capacity,
  );
  desk = standing;
  socket = new LastingSocket(
    {
      connect: () => new WebSocket(message.socket) as unknown as Wire,
      now: () => performance.now(),
      random: () => Math.random(),
      after: (millis, what) => setTimeout(what, millis),
      cancel: (timer) => clearTimeout(timer as number | undefined),
    },
    {
      opened: () => standing.opened(),
      text: (text) => guarded(() => standing.text(text)),
      binary: (frame) => guarded(() => standing.binary(frame)),
      link: (link) => post({ op: 'link', link }),
    },
  );
  socket.start();
}

/** A message that cannot be read is said, not swallowed; the next one may be fine. */
function guarded(what: () => void): void {
  try {
    what();
  } catch (e) {
    post({ op: 'fault', text: e instanceof Error ? e.message : String(e) });
  }
}

self.onmessage = (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.op === 'start') {
    start(message);
  } else if (message.op === 'retry') {
    socket?.retry();
    desk?.order(message);
  } else {
    desk?.order(message);
  }
};
