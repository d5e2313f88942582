/** The only place that knows New York. Offsets are asked from the browser once per hour of data. */
const HOUR = 3_600_000;
const zone = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  timeZoneName: 'longOffset',
  hour: 'numeric',
});
const offsets = new Map<number, number>();

/** Minutes New York is ahead of UTC at `millis`; negative. */
export function newYorkOffset(millis: number): number {
  const hour = Math.floor(millis / HOUR);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    const name = zone.formatToParts(millis).find((p) => p.type === 'timeZoneName')?.value ?? '';
    const match = /GMT([+-])(\d\d):(\d\d)/.exec(name);
    offset =
      match === null ? 0 : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
    if (offsets.size > 1_000) {
      offsets.clear();
    }
    offsets.set(hour, offset);
  }
  return offset;
}

/** HH:MM:SS.mmm in New York. */
export function clockText(millis: number): string {
  const local = millis + newYorkOffset(millis) * 60_000;
  const day = ((local % 86_400_000) + 86_400_000) % 86_400_000;
  const h = Math.floor(day / HOUR);
  const m = Math.floor((day % HOUR) / 60_000);
  const s = Math.floor((day % 60_000) / 1_000);
  return `${two(h)}:${two(m)}:${two(s)}.${String(day % 1_000).padStart(3, '0')}`;
}

/** `2026-01-16T09:30:36.700-05:00` as `2026-01-16 09:30:36 −05:00`. */
export function isoText(iso: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?([+-])(\d\d:\d\d)$/.exec(iso);
  return match === null
    ? iso
    : `${match[1]} ${match[2]} ${match[3] === '-' ? '−' : '+'}${match[4]}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-01-16` as `16 Jan 26`. */
export function dayText(day: string): string {
  return `${day.slice(8)} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? '?'} ${day.slice(2, 4)}`;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
