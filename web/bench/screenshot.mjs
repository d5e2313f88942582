// A picture of the page with its most telling row explained: node bench/screenshot.mjs URL FILE
import { launch } from '../browser/chromium.mjs';

const [url = 'http://127.0.0.1:4000/', file = '../docs/screenshot.png'] = process.argv.slice(2);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(new URL('?minPremium=25000', url).href);
await page.waitForTimeout(15_000);
await page.keyboard.press('j');
await page.waitForTimeout(1_000);
const seqs = /** @type {number[]} */ (
  await page.evaluate(() => /** @type {any} */ (document.getElementById('tape')).visibleSeqs())
);
let best = { row: 0, chips: -1 };
for (const [row, seq] of seqs.slice(0, 24).entries()) {
  const answer = await fetch(new URL(`api/v1/flow/${seq}`, url));
  const chips = answer.ok ? (await answer.json()).data.chips.length : 0;
  if (chips > best.chips) {
    best = { row, chips };
  }
}
for (let i = 0; i < best.row; i++) {
  await page.keyboard.press('j');
}
await page.keyboard.press('Enter');
await page.getByTestId('explain').getByRole('heading', { name: 'Observed' }).waitFor();
await page.waitForTimeout(500);
await page.screenshot({ path: file });
await browser.close();
