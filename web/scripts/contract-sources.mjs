// Without Java: are the sources of src/generated/contract.ts still those it was made from?
// ContractTest, in the server module, compares the text itself.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('web/src/generated/contract.ts', root), 'utf8');
const sources = [...text.matchAll(/^\/\/ source (\S+) sha256 ([0-9a-f]{64})$/gm)];
let stale = sources.length === 0;
for (const [, path = '', hash] of sources) {
  const file = new URL(path, root);
  const now = existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : '';
  if (now !== hash) {
    console.error(`${path} changed after web/src/generated/contract.ts was made from it`);
    stale = true;
  }
}
if (stale) {
  console.error(text.split('\n')[1]?.replace(/^\/\/ Again: /, 'make it again: '));
  process.exit(1);
}
