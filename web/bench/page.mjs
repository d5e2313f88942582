// Frame times and memory of the page: node bench/page.mjs URL [SECONDS] [WIDTH] [HEIGHT]
// Prints one JSON object. Heap is measured after a forced collection.
import { launch } from '../browser/chromium.mjs';

const [url = 'http://127.0.0.1:4000/', seconds = '30', width = '1720', height = '960'] =
  process.argv.slice(2);
const browser = await launch();
const page = await browser.newPage({
  viewport: { width: Number(width), height: Number(height) },
});
const cdp = await page.context().newCDPSession(page);

async function heapMegabytes() {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return Math.round((usedSize / 1_048_576) * 100) / 100;
}

async function taskSeconds() {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((m) => m.name === 'TaskDuration')?.value ?? 0;
}

await cdp.send('Performance.enable');
await page.goto(url);
await page.waitForFunction(() => {
  const tape = /** @type {any} */ (document.getElementById('tape'));
  return (tape?.visibleSeqs?.() ?? []).length > 0;
});
// Code is compiled and caches fill in the first minute; that is not growth.
const warmUpSeconds = Number(seconds) >= 120 ? 60 : 10;
await page.waitForTimeout(warmUpSeconds * 1_000);
await page.evaluate(() => {
  const times = /** @type {number[]} */ ([]);
  const long = /** @type {number[]} */ ([]);
  let last = performance.now();
  const frame = (/** @type {number} */ now) => {
    times.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      long.push(entry.duration);
    }
  }).observe({ entryTypes: ['longtask'] });
  Object.assign(window, { measured: { times, long } });
});
const received = () =>
  page
    .getByTestId('received')
    .textContent()
    .then((t) => Number((t ?? '0').replaceAll(',', '')));
const heapStart = await heapMegabytes();
const before = { received: await received(), at: performance.now(), task: await taskSeconds() };
const heapSamples = [];
for (let left = Number(seconds); left > 0; left -= 60) {
  await page.waitForTimeout(Math.min(60, left) * 1_000);
  heapSamples.push(left > 60 ? await heapMegabytes() : 0);
}
heapSamples.pop();
const after = { received: await received(), at: performance.now(), task: await taskSeconds() };
const { times, long } = await page.evaluate(
  () => /** @type {{ times: number[], long: number[] }} */ (/** @type {any} */ (window).measured),
);
const heapEnd = await heapMegabytes();
await browser.close();

const sorted = times.slice(1).sort((a, b) => a - b);
const at = (/** @type {number} */ share) =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) /
  10;
const took = (after.at - before.at) / 1_000;
process.stdout.write(
  `${JSON.stringify({
    url,
    warmUpSeconds,
    seconds: Math.round(took * 10) / 10,
    rowsPerSecond: Math.round((after.received - before.received) / took),
    frames: sorted.length,
    framesPerSecond: Math.round((sorted.length / took) * 10) / 10,
    frameMillis: { median: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) },
    mainThreadMillisPerFrame:
      Math.round((((after.task - before.task) * 1_000) / sorted.length) * 100) / 100,
    longTasks: { count: long.length, maxMillis: Math.round(Math.max(0, ...long)) },
    heapMegabytes: { start: heapStart, eachMinute: heapSamples, end: heapEnd },
  })}\n`,
);
