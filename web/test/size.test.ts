import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const DIST = new URL('../dist/', import.meta.url);
const LIMIT = 250 * 1024;

/** The built page; `npm run build` comes before the tests. */
function files(): { name: string; bytes: Buffer }[] {
  expect(existsSync(new URL('index.html', DIST)), 'run npm run build first').toBe(true);
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => ({ name: e.name, bytes: readFileSync(`${e.parentPath}/${e.name}`) }));
}

test('the first load is at most 250 KB compressed, fonts aside', () => {
  const loaded = files().filter((f) => /\.(html|js|css|svg)$/.test(f.name));
  expect(loaded.length).toBeGreaterThanOrEqual(4);
  const total = loaded.reduce((sum, f) => sum + gzipSync(f.bytes).length, 0);
  expect(total).toBeLessThanOrEqual(LIMIT);
});

test('the page has no inline script or style and names no other origin', () => {
  const html =
    files()
      .find((f) => f.name === 'index.html')
      ?.bytes.toString() ?? '';
  expect(html).toContain('type="module"');
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  expect(html).not.toMatch(/https?:\/\//);
  for (const css of files().filter((f) => f.name.endsWith('.css'))) {
    expect(css.bytes.toString()).not.toMatch(/url\(["']?(https?:|\/\/|data:)/);
  }
});
