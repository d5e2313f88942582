import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { launch } from './chromium.mjs';
import { Visit } from './page.mjs';
import { Server } from './server.mjs';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

describe('the page in a browser', { concurrency: false }, () => {
  const server = new Server();
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** A time all rows of which are stored and stay as they are. */
  let settled = '';
  /** One page for the checks of single filters. @type {Visit | undefined} */
  let filtered;

  before(async () => {
    await server.start('active');
    browser = await launch();
    while ((await server.api('flow/summary')).data.prints < 60_000) {
      await new Promise((done) => setTimeout(done, 250));
    }
    const newest = BigInt((await server.api('flow?limit=1')).data[0].tsNanos);
    settled = String(newest - 4_000_000_000n);
  });

  after(async () => {
    await browser?.close();
    await server.remove();
  });

  /** @param {string} query */
  const visit = (query = '', viewport = { width: 1440, height: 900 }) =>
    Visit.to(browser, server.url + query, viewport);

  test('first rows appear, and nothing leaves the origin or complains', async () => {
    const v = await visit();
    const before = Math.max(...(await v.rows(20)));
    await v.until(async () => Math.max(...(await v.seqs())) > before, 'newer rows');
    await v.at('badge').filter({ hasText: 'SYNTHETIC' }).waitFor();
    assert.equal(await v.at('state').innerText(), 'STREAMING');
    const foreign = v.requests.filter((r) => !r.startsWith(server.url));
    assert.deepEqual(foreign, []);
    assert.ok(v.requests.length >= 5, 'requests were watched');
    assert.deepEqual(v.errors, []);
    assert.deepEqual(await v.page.evaluate('window.violations'), []);
    await v.close();
  });

  test('first paint comes within a second and a half', async () => {
    const v = await visit();
    await v.rows();
    const paint = await v.page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
    );
    assert.ok(paint < 1_500, `first paint after ${paint} ms`);
    await v.close();
  });

  test('the policy allows no inline script', async () => {
    const answer = await fetch(server.url);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const scripts = policy.split(';').find((d) => d.trim().startsWith('script-src')) ?? '';
    assert.match(scripts, /'self'/);
    assert.doesNotMatch(scripts, /unsafe|\*|data:/);
    const html = await answer.text();
    assert.match(html, /style-src 'self'/);
  });

  for (const query of [
    'symbol=SPY',
    'right=put',
    'side=buy',
    'location=AA,A',
    'sentiment=bearish',
    'chips=sweeps,-multi-leg',
    'minPremium=20000&maxPremium=90000',
    'minSize=100',
    'minDte=1&maxDte=7',
    'minOtmPct=2&maxOtmPct=5',
    'minVolOi=1.5',
    'minSigScore=0.9',
    'venue=XCBO,XPHO',
    'conditionClass=iso',
  ]) {
    test(`the tape for ${query} is the API's answer`, async () => {
      const bounded = `${query}&to=${settled}`;
      const wanted = await server.api(`flow?${bounded}&limit=60`);
      assert.ok(wanted.data.length > 0, 'the filter finds something');
      const ids = wanted.data.map((/** @type {{ seq: number }} */ row) => row.seq);
      filtered ??= await visit(`?${bounded}`);
      await filtered.go(`?${bounded}`);
      const v = filtered;
      const least = Math.min(30, ids.length);
      const first = String(ids.slice(0, least));
      await v.until(
        async () => String((await v.seqs()).slice(0, least)) === first,
        `${least} rows, newest first: ${first}`,
      );
    });
  }

  test('controls and the line set the same filter, and the address keeps it', async () => {
    const v = await visit();
    await v.rows();
    await v.page.getByRole('button', { name: 'Call/Put' }).click();
    await v.page.getByRole('checkbox', { name: 'put' }).check();
    await v.page.keyboard.press('Escape');
    await v.page.getByRole('button', { name: 'Premium' }).click();
    await v.page.getByRole('textbox', { name: 'at least' }).fill('20000');
    await v.page.keyboard.press('Enter');
    await v.page.getByRole('button', { name: 'Chips' }).click();
    await v.page.getByRole('combobox', { name: 'multi-leg' }).selectOption('without');
    await v.page.keyboard.press('Escape');
    const line = v.page.getByRole('textbox', { name: 'Filter line' });
    assert.equal(await line.inputValue(), 'right:put premium>=20000 -multi-leg');
    assert.equal(new URL(v.page.url()).search, '?right=put&minPremium=20000&chips=-multi-leg');
    await line.fill('right:put premium>=20000 -multi-leg spy');
    await line.press('Enter');
    await v.page.reload();
    await v.rows();
    assert.equal(await line.inputValue(), 'right:put premium>=20000 -multi-leg symbol:SPY');
    await v.page.goBack();
    await v.page.goBack();
    await v.until(
      async () => (await line.inputValue()) === 'right:put premium>=20000',
      'the filter before',
    );
    await v.close();
  });

  test('a bad filter is answered with what and where, and the tape goes on', async () => {
    const v = await visit();
    await v.rows();
    const line = v.page.getByRole('textbox', { name: 'Filter line' });
    await line.fill('SPY sweepz');
    await line.press('Enter');
    const fault = v.at('filter-fault');
    await fault.filter({ hasText: 'at character 5: "sweepz" is not known' }).waitFor();
    await line.fill('minPremium:lots');
    await line.press('Enter');
    const answer = await fetch(`${server.url}api/v1/flow?minPremium=lots`);
    const problem = await answer.json();
    await fault.filter({ hasText: problem.detail }).waitFor();
    await line.fill('nosuch:1');
    await line.press('Enter');
    await fault.filter({ hasText: 'nosuch' }).waitFor();
    const newest = Math.max(...(await v.seqs()));
    await v.until(async () => Math.max(...(await v.seqs())) > newest, 'newer rows');
    await v.close();
    const cold = await visit('?minPremium=lots');
    await cold.page.getByText('The filter was not understood').waitFor();
    await cold.page.getByRole('button', { name: 'Clear the filter' }).click();
    await cold.rows(10);
    await cold.close();
  });

  test('a filter that finds nothing says so and offers the way out', async () => {
    const v = await visit('?symbol=NOSUCH');
    await v.page.getByText('No print matches').waitFor();
    await v.page.getByRole('button', { name: 'Clear the filter' }).click();
    await v.rows(10);
    await v.close();
  });

  test('scrolled down, rows stay as they are under load, and live is one key away', async () => {
    const v = await visit();
    await v.rows(20);
    await v.until(async () => (await v.number('held')) > 2_000, 'enough rows');
    await v.wheel(660);
    await v.at('jump').waitFor();
    await v.page.waitForTimeout(300);
    const seqs = await v.seqs();
    const tape = v.page.locator('#tape canvas');
    const picture = await tape.screenshot();
    const fresh = await v.number('fresh');
    await v.page.waitForTimeout(5_000);
    assert.deepEqual(await v.seqs(), seqs);
    assert.ok(picture.equals(await tape.screenshot()), 'the same pixels');
    assert.ok((await v.number('fresh')) > fresh + 2_000, 'new rows are counted');
    await v.page.keyboard.press('l');
    await v.at('jump').waitFor({ state: 'detached' });
    await v.until(async () => Math.min(...(await v.seqs())) > Math.max(...seqs), 'the newest rows');
    await v.wheel(660);
    await v.at('jump').click();
    await v.at('jump').waitFor({ state: 'detached' });
    await v.close();
  });

  test('older rows follow without a hole or a repeat, however far', async () => {
    const query = `to=${settled}`;
    const wanted = /** @type {number[]} */ ([]);
    let cursor = '';
    while (wanted.length < 2_500) {
      const next = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = await server.api(`flow?${query}&limit=1000${next}`);
      wanted.push(...page.data.map((/** @type {{ seq: number }} */ row) => row.seq));
      cursor = page.meta.nextCursor ?? '';
      if (cursor === '') {
        break;
      }
    }
    const v = await visit(`?${query}`);
    await v.rows(20);
    const found = new Map();
    const pixels = Math.min(wanted.length, 2_500) * 22 - 900;
    for (let top = 330; top < pixels; top += 660) {
      await v.until(async () => {
        const there = await v.scrollTo(top);
        const seqs = await v.seqs();
        const first = Math.floor(top / 22);
        if (!there || seqs.length < 34) {
          return false;
        }
        seqs.forEach((seq, i) => {
          found.set(first + i, seq);
        });
        return true;
      }, `rows at ${top}`);
    }
    const rows = [...found.keys()].sort((a, b) => a - b);
    assert.ok(rows.length > 1_500, `looked at ${rows.length} rows`);
    assert.deepEqual(
      rows.map((row) => found.get(row)),
      rows.map((row) => wanted[row]),
    );
    await v.close();
  });

  test('a click explains the row, and the explanation is of that row', async () => {
    const v = await visit();
    await v.rows(20);
    await v.page.mouse.click(500, 400);
    const drawer = v.at('explain');
    await drawer.waitFor();
    const seq = Number(await drawer.getAttribute('data-seq'));
    assert.ok((await v.seqs()).includes(seq));
    await drawer.getByRole('heading', { name: 'Observed' }).waitFor();
    const row = (await server.api(`flow/${seq}`)).data;
    const text = await drawer.innerText();
    assert.ok(text.includes(row.root) && text.includes(row.conditionMnemonic), text);
    assert.ok(text.includes(row.side.toUpperCase()));
    assert.match(text, /inferred/);
    const active = v.page.locator('#active-row');
    assert.equal(await active.getAttribute('data-seq'), String(seq));
    assert.match((await active.getAttribute('aria-label')) ?? '', new RegExp(row.root));
    await v.close();
  });

  test('everything can be done with the keyboard', async () => {
    const v = await visit();
    await v.rows(20);
    await v.page.keyboard.press('?');
    const help = v.page.getByRole('dialog', { name: 'Keys and signs' });
    await help.waitFor();
    await v.page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await v.page.keyboard.press('j');
    const active = v.page.locator('#active-row');
    await active.waitFor({ state: 'attached' });
    const first = await active.getAttribute('data-seq');
    assert.equal(Number(first), (await v.seqs())[0]);
    await v.page.keyboard.press('j');
    await v.page.keyboard.press('j');
    await v.until(
      async () => (await active.getAttribute('aria-rowindex')) === '4',
      'the third row',
    );
    await v.page.keyboard.press('k');
    await v.until(
      async () => (await active.getAttribute('aria-rowindex')) === '3',
      'the second row',
    );
    await v.page.keyboard.press('Enter');
    await v.at('explain').waitFor();
    assert.equal(await v.page.evaluate('document.activeElement?.id'), 'explain-title');
    await v.page.keyboard.press('Escape');
    await v.at('explain').waitFor({ state: 'detached' });
    assert.equal(await v.page.evaluate('document.activeElement?.id'), 'tape');
    await v.page.keyboard.press('Escape');
    await active.waitFor({ state: 'detached' });
    await v.page.keyboard.press('Escape');
    await v.at('jump').waitFor({ state: 'detached' });
    await v.page.keyboard.press('/');
    assert.equal(await v.page.evaluate('document.activeElement?.id'), 'filter-line');
    await v.page.keyboard.type('spy');
    await v.page.keyboard.press('Enter');
    assert.equal(new URL(v.page.url()).search, '?symbol=SPY');
    await v.page.keyboard.press('Tab');
    const outline = await v.page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    );
    assert.equal(outline, 'solid');
    assert.deepEqual(v.errors, []);
    await v.close();
  });

  test('paused, nothing is drawn but rows are still received', async () => {
    const v = await visit();
    await v.rows(20);
    await v.page.keyboard.press('p');
    await v.page.getByText('drawing paused, still receiving').waitFor();
    assert.equal(await v.at('state').innerText(), 'PAUSED');
    const seqs = await v.seqs();
    const received = await v.number('received');
    await v.page.waitForTimeout(1_000);
    assert.deepEqual(await v.seqs(), seqs);
    assert.ok((await v.number('received')) > received + 500);
    await v.page.keyboard.press('p');
    await v.until(async () => (await v.at('state').innerText()) === 'STREAMING', 'streaming');
    await v.close();
  });

  test('no serious fault for people who hear or tab the page', async () => {
    const v = await visit();
    await v.rows(20);
    const look = async (/** @type {string} */ where) => {
      const serious = await v.page.evaluate(async () => {
        const result = await /** @type {any} */ (window).axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        });
        return result.violations
          .filter((/** @type {any} */ f) => f.impact === 'serious' || f.impact === 'critical')
          .map((/** @type {any} */ f) => `${f.id}: ${f.nodes[0].html}`);
      });
      assert.deepEqual(serious, [], where);
    };
    await v.page.evaluate(axeSource);
    await look('live');
    await v.page.keyboard.press('j');
    await v.page.keyboard.press('Enter');
    await v.at('explain').getByRole('heading', { name: 'Observed' }).waitFor();
    await look('explained');
    await v.page.getByRole('button', { name: 'Chips' }).click();
    await look('a filter panel');
    await v.page.keyboard.press('Escape');
    await v.page.getByRole('button', { name: 'Help' }).click();
    await look('help');
    await v.close();
  });

  test('at 200 % zoom nothing is cut off and the tape still runs', async () => {
    const v = await visit('', { width: 720, height: 450 });
    await v.rows(3);
    const cut = await v.page.evaluate(() => {
      const wide = document.documentElement.scrollWidth > innerWidth;
      const buttons = [...document.querySelectorAll('button, input')].filter((e) => {
        const box = e.getBoundingClientRect();
        return box.left < 0 || box.right > innerWidth + 1;
      });
      return { wide, buttons: buttons.map((b) => b.textContent) };
    });
    assert.deepEqual(cut, { wide: false, buttons: [] });
    for (const name of ['View', 'Symbol', 'Sentiment', 'Chips', 'DTE', 'Vol/OI', 'More']) {
      await v.page.getByRole('button', { name }).click();
      const box = await v.page.locator('.panel').boundingBox();
      assert.ok(box !== null && box.x >= 0 && box.x + box.width <= 720, `${name}: ${box?.x}`);
      assert.ok(box.y + box.height <= 450, `${name} ends at ${box.y + box.height}`);
    }
    await v.close();
  });

  test('nothing moves by itself for people who asked for less motion', async () => {
    const v = await visit();
    await v.page.emulateMedia({ reducedMotion: 'reduce' });
    await v.rows(20);
    const moving = await v.page.evaluate(() => document.getAnimations().length);
    assert.equal(moving, 0);
    await v.close();
  });

  test('a silent server is stale within three seconds and fresh when it speaks again', async () => {
    const v = await visit();
    await v.rows(20);
    await v.page.waitForTimeout(500);
    server.signal('SIGSTOP');
    const begun = Date.now();
    await v.at('stale').waitFor({ timeout: 6_000 });
    const took = Date.now() - begun;
    server.signal('SIGCONT');
    assert.ok(took < 3_000, `stale after ${took} ms`);
    await v.at('stale').waitFor({ state: 'detached' });
    const newest = Math.max(...(await v.seqs()));
    await v.until(async () => Math.max(...(await v.seqs())) > newest, 'newer rows');
    await v.close();
  });

  test('a killed server is stale at once; restarted, the tape goes on without a repeat', async () => {
    const v = await visit();
    await v.rows(20);
    await server.kill();
    await v.at('stale').waitFor({ timeout: 3_000 });
    assert.match(await v.at('state').innerText(), /STALE/);
    assert.ok((await v.seqs()).length > 20, 'the rows from before can still be read');
    const newest = Math.max(...(await v.seqs()));
    await server.start('active');
    await v.at('stale').waitFor({ state: 'detached', timeout: 20_000 });
    await v.until(async () => Math.max(...(await v.seqs())) > newest, 'newer rows');
    await v.wheel(22);
    await v.at('jump').waitFor();
    const all = new Map();
    for (let top = 22; top < 11_000; top += 770) {
      await v.until(async () => {
        const there = await v.scrollTo(top);
        const seqs = await v.seqs();
        if (!there || seqs.length < 30) {
          return false;
        }
        seqs.forEach((seq, i) => {
          all.set(Math.floor(top / 22) + i, seq);
        });
        return true;
      }, `rows at ${top}`);
    }
    assert.equal(new Set(all.values()).size, all.size, 'no print twice');
    await v.close();
  });
});
