import assert from 'node:assert/strict';

/** A page that remembers everything that may not happen. */
export class Visit {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
    /** @type {string[]} */
    this.errors = [];
    /** @type {string[]} */
    this.requests = [];
    page.on('console', (m) => {
      if (m.type() === 'error') {
        this.errors.push(m.text());
      }
    });
    page.on('pageerror', (e) => this.errors.push(e.message));
    page.on('request', (r) => this.requests.push(r.url()));
  }

  /**
   * @param {import('playwright-core').Browser} browser
   * @param {string} url
   * @param {{ width: number, height: number }} viewport
   */
  static async to(browser, url, viewport = { width: 1440, height: 900 }) {
    const page = await browser.newPage({ viewport });
    await page.addInitScript(() => {
      const found = /** @type {string[]} */ ([]);
      Object.assign(window, { violations: found });
      document.addEventListener('securitypolicyviolation', (e) => {
        found.push(`${e.violatedDirective} ${e.blockedURI}`);
      });
    });
    const visit = new Visit(page);
    await page.goto(url);
    return visit;
  }

  /** Seqs of the rows on the canvas, top to bottom. */
  seqs() {
    return this.page.evaluate(() => {
      const tape = /** @type {any} */ (document.getElementById('tape'));
      return /** @type {number[]} */ (tape.visibleSeqs?.() ?? []);
    });
  }

  /** Waits until rows are seen. */
  async rows(least = 1) {
    await this.until(async () => (await this.seqs()).length >= least, 'rows on the tape');
    return this.seqs();
  }

  /**
   * @param {() => Promise<boolean>} holds
   * @param {string} what
   */
  async until(holds, what, millis = 8_000) {
    const end = Date.now() + millis;
    while (!(await holds())) {
      if (Date.now() >= end) {
        const said = await this.page.locator('.notices').innerText();
        const held = await this.at('held').innerText();
        assert.fail(`waited ${millis} ms for ${what}; ${held} rows here; notices: "${said}"`);
      }
      await this.page.waitForTimeout(50);
    }
  }

  /**
   * Scrolls the tape there; false when it is not long enough yet, for older rows are still to come.
   * @param {number} top
   */
  scrollTo(top) {
    return this.page.evaluate((to) => {
      const tape = document.getElementById('tape');
      if (tape !== null && tape.scrollTop !== to) {
        tape.scrollTop = to;
      }
      return tape?.scrollTop === to;
    }, top);
  }

  /** Another address without loading the page anew, as Back and Forward do. @param {string} query */
  async go(query) {
    await this.page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, query);
  }

  /** @param {string} id */
  at(id) {
    return this.page.getByTestId(id);
  }

  /** @param {string} id */
  async number(id) {
    return Number((await this.at(id).textContent())?.replaceAll(',', ''));
  }

  /** Scrolls the tape by so many pixels with the mouse wheel. @param {number} pixels */
  async wheel(pixels) {
    await this.page.mouse.move(500, 500);
    await this.page.mouse.wheel(0, pixels);
  }

  async close() {
    await this.page.close();
  }
}
