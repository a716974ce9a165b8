// npm run test:browser: what people see, looked at by Chromium, after a build. Pages and pictures are those of tests/browser.
//   every page at 360 and 1,200 pixels: no violation by axe, nothing wider than the window, a screenshot in reports/screenshots
//   every picture at both widths, of labels of every kind: no two labels overlap, none leaves the picture
//   pictures and the jobs of the playground: the same bytes in Node, in a page and in a worker
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import axe from 'axe-core';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { jobs } from '../tests/browser/jobs.mjs';
import { library } from '../tests/browser/library.mjs';
import { pages } from '../tests/browser/pages.mjs';
import { everything, kindsOf, pictures } from '../tests/support/pictures.mjs';
import { findChromium } from './find-chromium.mjs';

const WIDTHS = [360, 1200];
const SHOTS = 'reports/screenshots';
const faults = [];

/** Runs in the page: texts of a picture that overlap by more than a hair, or lie outside of it. */
const labelFaults = () => {
  const found = [];
  const frame = document.querySelector('svg').getBoundingClientRect();
  const boxes = Array.from(document.querySelectorAll('svg text'), (text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    // Fonts reserve room above and below what letters of one line use; lines of one label may share that.
    const air = (bottom - top) * 0.12;
    return { said: text.textContent, left, right, top: top + air, bottom: bottom - air };
  });
  for (const [at, a] of boxes.entries()) {
    if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.top < frame.top - 1 || a.bottom > frame.bottom + 1) {
      found.push(`“${a.said}” leaves the picture`);
    }
    for (const b of boxes.slice(at + 1)) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 1) found.push(`“${a.said}” overlaps “${b.said}”`);
    }
  }
  return found;
};

const lookAtPage = async (browser, name, make) => {
  const html = make();
  // A report forbids scripts; the checks are not the report's.
  const context = await browser.newContext({ viewport: { width: WIDTHS[0], height: 800 }, bypassCSP: true });
  const page = await context.newPage();
  // Patient, for busy machines: nothing here is about time.
  page.setDefaultTimeout(180_000);
  page.on('dialog', (dialog) => {
    faults.push(`${name}: a script ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.setContent(html);
  await page.evaluate(axe.source);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: join(SHOTS, `${name.replaceAll(/\W+/gu, '-')}-${width}.png`), fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) faults.push(`${name} at ${width}: ${wide} pixels wider than the window`);
    const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
    for (const { id, nodes } of violations) {
      faults.push(`${name} at ${width}: axe finds ${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' · ')}`);
    }
  }
  await context.close();
};

/** As many pages at once as there are processors, at most four; each is looked at by itself. */
const lookAtPages = async (browser) => {
  const waiting = [...pages];
  const hand = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await lookAtPage(browser, ...next);
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, hand));
};

const lookAtPictures = async (browser) => {
  let looked = 0;
  for (const kind of Object.keys(kindsOf(library))) {
    for (const width of WIDTHS) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      for (const [name, svg] of Object.entries(pictures(library, kind, { width }))) {
        await page.setContent(`<body style="margin:0">${svg}`);
        const found = await page.evaluate(labelFaults);
        faults.push(...found.slice(0, 5).map((fault) => `${name}, ${kind}, at ${width}: ${fault}`));
        looked++;
      }
      await page.close();
    }
  }
  return looked;
};

/** The pages and the rubrics that the jobs are done on: the examples, and each rubric that ships. */
const material = async () => {
  const folder = 'docs/examples/articles';
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const pagesGiven = files.sort().map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const ids = readdirSync('src/data/rubrics').map((file) => basename(file, '.ts'));
  const rubrics = ids.sort().map(async (id) => Object.values(await import(`../dist/data/rubrics/${id}.js`))[0]);
  return { pages: pagesGiven, rubrics: await Promise.all(rubrics) };
};

/** The same program in a page and in a worker of it, as a module that both load. */
const makeEverywhere = async (browser, given) => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { everything } from './tests/support/pictures.mjs';
        import { jobs } from './tests/browser/jobs.mjs';
        import { library } from './tests/browser/library.mjs';
        const make = (given) => ({ pictures: everything(library), ...jobs(library, given) });
        if (typeof document === 'undefined') onmessage = ({ data }) => postMessage(make(data));
        else globalThis.make = make;`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(180_000);
  // A worker needs an address of its own; this one is answered here and reaches no network.
  await page.route('http://pictures.test/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: outputFiles[0].text })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Pictures</title>' }),
  );
  await page.goto('http://pictures.test/');
  return page.evaluate(
    async ([address, input]) => {
      await import(address);
      const inWorker = await new Promise((resolve, reject) => {
        const worker = new Worker(address, { type: 'module' });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(input);
      });
      return { page: globalThis.make(input), worker: inWorker };
    },
    ['/pictures.js', given],
  );
};

const firstDifference = (a, b) => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `${a.slice(Math.max(0, at - 40), at + 40)} ≠ ${b.slice(Math.max(0, at - 40), at + 40)}`;
};

const executablePath = findChromium();
if (executablePath === undefined) {
  console.log('SKIPPED no Chromium found; npm run browser:install gets one, or CHROMIUM_PATH names one');
  process.exit(0);
}
mkdirSync(SHOTS, { recursive: true });
// Without its sandbox Chromium runs for root as well; it loads nothing but what is tested here.
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  const seconds = () => `${((Date.now() - begun) / 1000).toFixed(0).padStart(4)} s `;
  const begun = Date.now();
  await lookAtPages(browser);
  console.log(`${seconds()} ${pages.length} pages at ${WIDTHS.length} widths`);
  const looked = await lookAtPictures(browser);
  console.log(`${seconds()} ${looked} pictures`);
  const given = await material();
  const here = { pictures: everything(library), ...jobs(library, given) };
  const there = await makeEverywhere(browser, given);
  for (const [what, text] of Object.entries(here)) {
    for (const [where, made] of Object.entries(there)) {
      if (made[what] === text) continue;
      faults.push(`${what}: other bytes in a ${where} than in Node: ${firstDifference(text, made[what] ?? '')}`);
    }
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
    console.log(`${what}: ${Buffer.byteLength(text)} bytes, in Node, a page and a worker; sha256 ${digest}…`);
  }
  console.log(`${seconds()} ${Object.keys(here).length} kinds of bytes, made three times`);
} finally {
  await browser.close();
}
for (const fault of faults) console.log(fault);
console.log(faults.length === 0 ? `no fault; screenshots in ${SHOTS}` : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
