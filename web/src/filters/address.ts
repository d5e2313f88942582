import type { Filters } from '../transport/messages';

/** The filters an address carries: its query string, named as the API names them. */
export function readAddress(search: string): Filters {
  return Object.fromEntries(new URLSearchParams(search));
}

export function writeAddress(filters: Filters): string {
  const text = new URLSearchParams(filters)
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}
