// What every look at the site needs: the built site served, pages that note what they must not do, and the faults found.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { base } from '../../../docs/.vitepress/address.mjs';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const dist = process.env.SITE_DIST ?? join(root, 'docs/.vitepress/dist');
export const SHOTS = join(root, 'reports/screenshots/site');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

export const faults = [];
export const say = (place, fault) => {
  faults.push(`${place}: ${fault}`);
  console.log(`FAULT ${place}: ${fault}`);
};
export const expect = (place, what, isSo, seen) => {
  if (!isSo) say(place, `${what}${seen === undefined ? '' : `; seen: ${JSON.stringify(seen).slice(0, 300)}`}`);
};

/** What a browser made has the bytes that Node makes of the same input. */
export const sameBytes = (place, what, made, inNode) => {
  const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
  const [there, here] = [digest(made), digest(inNode)];
  if (there === here)
    console.log(`${place}: ${what}, ${Buffer.byteLength(inNode)} bytes as in Node, sha256 ${here.slice(0, 16)}…`);
  else say(place, `${what}: sha256 ${there} in the browser, ${here} in Node`);
};

export const serve = async () => {
  const server = createServer((request, answer) => {
    let path = decodeURIComponent(new URL(request.url, 'http://site').pathname);
    path = path.startsWith(base) ? path.slice(base.length) : 'outside';
    const file = join(dist, path === '' || path.endsWith('/') ? `${path}index.html` : path);
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found?.isFile()) return void answer.writeHead(404).end();
    answer
      .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
      .end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}${base}`, close: () => server.close() };
};

/** A page that notes what it must not do: errors, warnings of the browser, answers that fail, requests elsewhere. */
export const openPage = async (context, place, address) => {
  const page = await context.newPage();
  // Patient, for busy machines: nothing here is about time.
  page.setDefaultTimeout(180_000);
  page.on('console', (message) => {
    // The site's router warns of an address that is none, and goes on.
    if (/URI malformed/u.test(message.text())) return;
    if (message.type() === 'error' || message.type() === 'warning') say(place, `the console says ${message.text()}`);
  });
  page.on('pageerror', (error) => say(place, `an error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(?:data|blob):/u.test(url)) say(place, `a request to ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) say(place, `${response.status()} for ${response.url()}`);
  });
  return page;
};

/** What a page of the playground shows when all that its first view loads is there. */
const READY = {
  judge: '.pg-form, .pg-issues, .pg-empty',
  write: '.pg-result h3',
  articles: '.pg-drop',
  raters: '#raters-text',
};

/** The page is loaded, its script has taken it over, and a playground shows its form: no fixed wait. */
export const settled = async (page) => {
  await page.waitForFunction(() => document.querySelector('#app')?.__vue_app__ !== undefined);
  const [, name] = /\/playground\/(\w+)\.html/u.exec(page.url()) ?? [];
  if (READY[name] !== undefined) await page.locator(READY[name]).first().waitFor();
};

/** The addresses of the workers that a page started: a test can start one of its own. */
const noteWorkers = () => {
  const Own = window.Worker;
  window.workersStarted = [];
  window.Worker = class extends Own {
    constructor(address, options) {
      super(address, options);
      window.workersStarted.push(String(address));
    }
  };
};

export const inPage = async (browser, address, place, job) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  await context.addInitScript(noteWorkers);
  const page = await openPage(context, place, address);
  page.on('dialog', (dialog) => {
    say(place, `a script ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  try {
    await page.goto(address + place);
    await settled(page);
    return await job(page, (what, isSo, seen) => expect(place, what, isSo, seen));
  } catch (error) {
    say(place, `the job stopped: ${error.message.split('\n').slice(0, 4).join(' ')}`);
  } finally {
    await context.close();
  }
};

/** What has the focus: its id, or its words. A page that took it away has it on its body. */
export const focused = (page) =>
  page.evaluate(() => {
    const { id, tagName, textContent } = document.activeElement;
    return tagName === 'BODY' ? 'nothing' : id || textContent.trim();
  });

/** Pastes into a field that has the focus, as the clipboard does. */
export const paste = (field, text) =>
  field.evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

export const saved = async (page, button) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};

/** Asks a worker of the built site, as its page does. */
export const askWorker = (page, name, question) =>
  page.evaluate(
    ([part, asked]) =>
      new Promise((resolve, reject) => {
        const address = window.workersStarted.find((one) => one.includes(part));
        const worker = new Worker(address, { type: 'module' });
        worker.addEventListener('error', ({ message }) => reject(new Error(message)));
        worker.addEventListener('message', ({ data }) => {
          if (data.kind === 'progress') return;
          worker.terminate();
          resolve(JSON.stringify(data.answer ?? data));
        });
        worker.postMessage(asked);
      }),
    [name, question],
  );
