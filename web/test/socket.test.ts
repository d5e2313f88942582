import { expect, test } from 'vitest';
import type { Link } from '../src/transport/messages';
import {
  DEAD_MILLIS,
  LastingSocket,
  retryMillis,
  SILENT_MILLIS,
  type Wire,
} from '../src/transport/socket';

/** One clock, one wire, no waiting. */
class World {
  now = 0;
  wires: Wire[] = [];
  links: Link[] = [];
  opened = 0;
  private timers: { at: number; what: () => void }[] = [];
  readonly socket = new LastingSocket(
    {
      connect: () => {
        const wire: Wire = {
          binaryType: '',
          onopen: null,
          onclose: null,
          onmessage: null,
          send: () => undefined,
          close: () => undefined,
        };
        this.wires.push(wire);
        return wire;
      },
      now: () => this.now,
      random: () => 1,
      after: (millis, what) => {
        const timer = { at: this.now + millis, what };
        this.timers.push(timer);
        return timer;
      },
      cancel: (timer) => {
        this.timers = this.timers.filter((t) => t !== timer);
      },
    },
    {
      opened: () => {
        this.opened++;
      },
      text: () => undefined,
      binary: () => undefined,
      link: (link) => {
        this.links.push(link);
      },
    },
  );

  pass(millis: number): void {
    const end = this.now + millis;
    for (;;) {
      const next = this.timers.sort((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) {
        break;
      }
      this.timers.shift();
      this.now = next.at;
      next.what();
    }
    this.now = end;
  }

  get wire(): Wire {
    const wire = this.wires.at(-1);
    if (wire === undefined) {
      throw new Error('no wire');
    }
    return wire;
  }

  say(): void {
    this.wire.onmessage?.({ data: '{}' } as never);
  }
}

test('silence is stale within two seconds although the socket never closed', () => {
  const world = new World();
  world.now = 5;
  world.socket.start();
  world.wire.onopen?.({} as never);
  world.pass(1_000);
  world.say();
  world.pass(SILENT_MILLIS - 200);
  expect(world.links.at(-1)?.state).toBe('open');
  world.pass(300);
  expect(world.links.at(-1)?.state).toBe('silent');
  world.say();
  expect(world.links.at(-1)?.state).toBe('open');
});

test('a dead socket is given up and made anew', () => {
  const world = new World();
  world.now = 5;
  world.socket.start();
  world.wire.onopen?.({} as never);
  world.pass(DEAD_MILLIS + 100);
  expect(world.links.at(-1)?.state).toBe('lost');
  world.pass(300);
  expect(world.wires).toHaveLength(2);
  world.wire.onopen?.({} as never);
  expect(world.opened).toBe(2);
});

test('tries come at growing distances and the count starts again after a success', () => {
  const world = new World();
  world.now = 5;
  world.socket.start();
  const waits: number[] = [];
  for (let i = 0; i < 7; i++) {
    world.wire.onclose?.({} as never);
    const link = world.links.at(-1);
    waits.push(link?.state === 'lost' ? link.retryMillis : -1);
    world.pass(6_000);
  }
  expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  world.wire.onopen?.({} as never);
  world.wire.onclose?.({} as never);
  expect(world.links.at(-1)).toMatchObject({ state: 'lost', retryMillis: 250 });
});

test('half of a wait is chance', () => {
  expect(retryMillis(3, 0)).toBe(500);
  expect(retryMillis(3, 1)).toBe(1_000);
});
