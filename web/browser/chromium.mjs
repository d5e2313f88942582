import { chromium } from 'playwright-core';

/** Chromium as the tests and measurements start it; `TRUETAPE_CHROMIUM` names another one. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.TRUETAPE_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--enable-precise-memory-info',
    ],
  });
}
