import type { State } from './session';

/** What the page shows is old: the connection is silent or lost, or the server says its data is. */
export function isStale(state: State): boolean {
  return staleReason(state) !== undefined;
}

/** Why, in words; undefined when nothing is stale. A connection not yet made is not stale. */
export function staleReason(state: State): string | undefined {
  if (state.link.state === 'lost') {
    return 'connection lost';
  }
  if (state.link.state === 'silent') {
    return 'the server is silent';
  }
  if (state.link.state === 'connecting' && state.beat !== undefined) {
    return 'reconnecting';
  }
  return state.beat?.stale === true ? (state.beat.reason ?? 'the feed is silent') : undefined;
}
