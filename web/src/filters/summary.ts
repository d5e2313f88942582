import type { Filters } from '../transport/messages';
import type { Group } from './groups';

/** What a control has set, in a few characters; empty when nothing. */
export function summary(group: Group, filters: Filters): string {
  if (group.kind === 'range') {
    const min = group.min === undefined ? undefined : filters[group.min.name];
    const max = group.max === undefined ? undefined : filters[group.max.name];
    if (min !== undefined && max !== undefined) {
      return `${brief(min)}–${brief(max)}`;
    }
    return min !== undefined ? `≥ ${brief(min)}` : max !== undefined ? `≤ ${brief(max)}` : '';
  }
  const value = filters[group.filter.name];
  if (value === undefined) {
    return '';
  }
  const parts = value.split(',');
  return parts.length <= 2 ? parts.join(', ') : `${parts[0]} +${parts.length - 1}`;
}

function brief(text: string): string {
  const n = Number(text);
  if (!Number.isFinite(n) || Math.abs(n) < 10_000) {
    return text;
  }
  return n % 1_000_000 === 0 ? `${n / 1_000_000}M` : n % 1_000 === 0 ? `${n / 1_000}K` : text;
}
