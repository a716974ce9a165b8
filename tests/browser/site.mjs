// The built site in Chromium, after `npm run docs`: one page of each kind, all pages with `--all`, none but the jobs with `--jobs`.
//   it opens without errors, without requests to other hosts, no wider than the window, with screenshots at three widths
//   axe finds nothing, in light and dark; search finds; every page of the playground does its job on real input
//   what a worker and the page give is what Node gives
import { createServer } from 'node:http';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { base } from '../../docs/.vitepress/address.mjs';
import { findChromium } from '../../scripts/find-chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'docs/.vitepress/dist');
const SHOTS = join(root, 'reports/screenshots/site');
const WIDTHS = [360, 768, 1280];
/** The scripts of a first view, packed as a server sends them. */
const MOST_SCRIPT_BYTES = 150_000;

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

const ONE_OF_EACH_KIND = [
  'index.html',
  'start/index.html',
  'getting-started.html',
  'glossary.html',
  'benchmarks.html',
  'pictures.html',
  'rubrics/index.html',
  'rubrics/stem-nation-leadership.html',
  'rubrics/gatsby-benchmarks-2024.html',
  'reference/crosswalk.html',
  'contributing.html',
  'playground/index.html',
  'playground/judge.html',
  'playground/write.html',
  'playground/articles.html',
  'playground/raters.html',
];

const faults = [];
const say = (place, fault) => faults.push(`${place}: ${fault}`);
const expect = (place, what, isSo, seen) => {
  if (!isSo) say(place, `${what}${seen === undefined ? '' : `; seen: ${JSON.stringify(seen).slice(0, 300)}`}`);
};

const serve = async () => {
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
const openPage = async (context, place, address) => {
  const page = await context.newPage();
  page.on('console', (message) => {
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
const READY = { judge: '.pg-form', write: '.pg-result h3', articles: '.pg-drop', raters: '#raters-text' };

const settled = async (page) => {
  await page.waitForLoadState('networkidle');
  const [, name] = /\/playground\/(\w+)\.html/u.exec(page.url()) ?? [];
  if (READY[name] === undefined) return;
  await page.locator(READY[name]).first().waitFor();
  await page.waitForLoadState('networkidle');
};

const lookAt = async (browser, address, place) => {
  for (const width of WIDTHS) {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await openPage(context, `${place} at ${width}`, address);
    await page.goto(address + place);
    await settled(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) say(`${place} at ${width}`, `${over} pixels wider than the window`);
    await page.screenshot({ path: join(SHOTS, `${place.replaceAll(/\W+/gu, '-')}-${width}.png`), fullPage: true });
    await context.close();
  }
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({
      viewport: { width: colorScheme === 'light' ? 1280 : 360, height: 900 },
      bypassCSP: true,
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(address + place);
    await settled(page);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => window.axe.run());
    for (const { id, nodes } of violations) {
      say(
        `${place} in ${colorScheme}`,
        `axe finds ${id}: ${nodes
          .slice(0, 5)
          .map((node) => node.html.slice(0, 200))
          .join(' · ')}`,
      );
    }
    await context.close();
  }
};

const inPage = async (browser, address, place, job) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  const page = await openPage(context, place, address);
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

const saved = async (page, button) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};

const searchFinds = (browser, address) =>
  inPage(browser, address, 'index.html', async (page, expectSo) => {
    await page.keyboard.press('Control+k');
    await page.locator('#localsearch-input').fill('undecided');
    await page.locator('#localsearch-list .result').first().waitFor();
    const found = await page.locator('#localsearch-list .result').count();
    expectSo('search finds “undecided” on several pages', found > 3, found);
    const links = await page.locator('#localsearch-list a').evaluateAll((all) => all.map(({ href }) => href));
    expectSo(
      'the reference is not in the search',
      links.every((href) => !href.includes('/reference/')),
      links,
    );
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith('index.html'));
  });

/** What scripts a reader gets before anything is clicked. */
const firstViewIsSmall = (browser, address) =>
  inPage(browser, address, 'index.html', async (page) => {
    for (const place of [
      'index.html',
      'getting-started.html',
      'playground/judge.html',
      'playground/write.html',
      'playground/articles.html',
      'playground/raters.html',
    ]) {
      const scripts = new Map();
      const note = (response) => {
        const path = new URL(response.url()).pathname.slice(base.length);
        if (path.endsWith('.js')) scripts.set(path, gzipSync(readFileSync(join(dist, path))).length);
      };
      page.on('response', note);
      await page.goto(address + place);
      await settled(page);
      page.off('response', note);
      const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0);
      console.log(`${place}: ${(bytes / 1000).toFixed(1)} kB of scripts, packed, in ${scripts.size} files`);
      expect(
        place,
        `at most ${MOST_SCRIPT_BYTES / 1000} kB of scripts come with the first view`,
        bytes <= MOST_SCRIPT_BYTES,
        bytes,
      );
    }
  });

const judges = async (browser, address) => {
  const { evaluate, formatScore } = await import('../../dist/evaluation/index.js');
  const { stemNationLeadership } = await import('../../dist/data/rubrics/stem-nation-leadership.js');
  await inPage(browser, address, 'playground/judge.html', async (page, expectSo) => {
    // By keyboard alone: to the first question, and one level up for each press.
    await page.locator('input[name="ratings.shared-vision"]').first().focus();
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
    await page.getByRole('group', { name: 'Core team' }).getByLabel('Not applicable').check();
    await page.getByLabel('Why does it not apply here?').fill('We are two teachers.');
    await page.getByRole('group', { name: 'Use of data' }).getByLabel('Partly').check();
    const ratings = {
      'shared-vision': 'met',
      'core-team': { notApplicable: 'We are two teachers.' },
      'use-of-data': 'partly',
    };
    const judged = evaluate(stemNationLeadership, { ratings });
    await page.locator('.pg-score', { hasText: formatScore(judged.score) }).waitFor({ timeout: 5_000 });
    const shown = await page.locator('.pg-outcome').allTextContents();
    expectSo(
      'findings are those of Node',
      judged.outcomes.every(({ finding }, at) => shown[at]?.includes(finding.message)),
      shown,
    );
    expectSo('next steps are shown', (await page.locator('.pg-result ol li').count()) > 0);
    const json = await saved(page, 'Save as JSON');
    const read = JSON.parse(json.bytes.toString());
    expectSo('the JSON holds the ratings', JSON.stringify(read.ratings) === JSON.stringify(ratings), read);
    const csv = await saved(page, 'Save as CSV');
    const { parseCsv, ratingsFromRows } = await import('../../dist/tables/index.js');
    const rows = ratingsFromRows(stemNationLeadership, parseCsv(csv.bytes.toString()).value);
    expectSo(
      'the CSV comes back as the same ratings',
      JSON.stringify(rows.value?.[0]?.ratings) === JSON.stringify(ratings),
      rows,
    );
    const report = await saved(page, 'Save the report');
    expectSo('the report is a page', report.bytes.toString().startsWith('<!doctype html>'));
    expectSo(
      'no reason stands in the address',
      !Buffer.from(page.url().split('a=')[1] ?? '', 'base64url')
        .toString()
        .includes('two teachers'),
      page.url(),
    );
    await page.reload();
    await settled(page);
    expectSo(
      'the address brings the answers back',
      await page.getByRole('group', { name: 'Use of data' }).getByLabel('Partly').isChecked(),
    );
    await page.getByRole('group', { name: 'Core team' }).getByText('Levels and a note').click();
    await page.getByRole('group', { name: 'Core team' }).locator('textarea').fill('x'.repeat(9_000));
    await page.getByLabel('Put names, notes, reasons and evidence into the address too').check();
    await page.getByText('too long for an address').waitFor({ timeout: 5_000 });
  });
  await inPage(browser, address, 'playground/judge.html#rubric=psqm', async (page, expectSo) => {
    expectSo('the rubric of the address is shown', (await page.locator('#judge-rubric').inputValue()) === 'psqm');
    await page.locator('#judge-rubric').selectOption('(pasted)');
    await page.locator('#judge-json').fill('{ "id": "x" ');
    await page.getByText('The text is no JSON').waitFor({ timeout: 10_000 });
    await page.locator('#judge-json').fill('{ "id": "x" }');
    await page.locator('.pg-issues li', { hasText: 'criteria' }).first().waitFor({ timeout: 10_000 });
    const { stemNationLeadership: whole } = { stemNationLeadership };
    await page.locator('#judge-json').fill(JSON.stringify(whole));
    await page.getByRole('group', { name: 'Shared vision' }).waitFor({ timeout: 10_000 });
  });
};

const writes = async (browser, address) => {
  const { proveRubric } = await import('../../dist/evaluation/index.js');
  await inPage(browser, address, 'playground/write.html', async (page, expectSo) => {
    await page.getByText('Checked: nothing needs thought.').waitFor({ timeout: 20_000 });
    const rubric = JSON.parse(await page.locator('#write-text').inputValue());
    await page.getByRole('button', { name: 'Prove its promises' }).click();
    await page.getByText('Every promise holds.').waitFor({ timeout: 30_000 });
    const proof = proveRubric(rubric);
    const said = await page.locator('.pg-proof').textContent();
    expectSo('the worker looked at as many states as Node', said.includes(`all ${proof.states} states`), said);
    await page.getByText('The rule as a drawing').first().click();
    await page.locator('.pg-result svg').first().waitFor({ timeout: 10_000 });
    const file = await saved(page, 'Save our-science-club.ts');
    expectSo('the file has the name of the id', file.name === 'our-science-club.ts', file.name);
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    const written = join(folder, file.name);
    writeFileSync(written, file.bytes);
    const formatted = execFileSync(
      'npx',
      ['biome', 'format', '--stdin-file-path=src/data/rubrics/our-science-club.ts'],
      { cwd: root, input: file.bytes },
    );
    expectSo(
      'the file is laid out as the project’s are',
      formatted.equals(file.bytes),
      file.bytes.toString().slice(0, 200),
    );
    const plain = file.bytes.toString().replace(/^import .*$/mu, 'const defineRubric = (rubric) => rubric;');
    const module = join(folder, 'rubric.mjs');
    writeFileSync(module, plain);
    const { ourScienceClub } = await import(module);
    expectSo('the file holds the rubric', JSON.stringify(ourScienceClub) === JSON.stringify(rubric));
    rmSync(folder, { recursive: true });
    // A criterion that nothing asks for.
    const idle = {
      ...rubric,
      scoring: { kind: 'none' },
      outcomes: [{ ...rubric.outcomes[1], rule: rubric.outcomes[1].rule.rules[0] }],
      examples: undefined,
    };
    await page.locator('#write-text').fill(JSON.stringify(idle, null, 2));
    await page.locator('.pg-issues li', { hasText: 'It meets every week' }).first().waitFor({ timeout: 20_000 });
    // Stop ends the worker.
    await page.locator('#write-begin').selectOption('nc-stem-attributes-2012');
    await page.getByRole('button', { name: 'Prove its promises' }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped.').waitFor({ timeout: 5_000 });
  });
};

const examples = join(root, 'docs/examples/articles');

const nodesAnswer = async () => {
  const { applyRepairs, buildArticleGraph, checkArticleGraph, countGraphIssues } = await import(
    '../../dist/graph/index.js'
  );
  const { parsePages, writeRelatedLinks } = await import('../../dist/text/index.js');
  const pages = readdirSync(examples)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(examples, path), 'utf8') }));
  const { articles } = parsePages(pages);
  const issues = checkArticleGraph(buildArticleGraph(articles));
  return { kinds: countGraphIssues(issues), written: writeRelatedLinks(pages, applyRepairs(articles, issues)) };
};

const checksArticles = async (browser, address, { all }) => {
  const { kinds, written } = await nodesAnswer();
  await inPage(browser, address, 'playground/articles.html', async (page, expectSo) => {
    await page.locator('#articles-folder').setInputFiles(examples);
    await page.getByText('read and checked in').waitFor({ timeout: 20_000 });
    const shown = await page.locator('.pg-kind summary').allTextContents();
    expectSo(
      'the issues are those of Node',
      kinds.every(({ code, count }) => shown.some((text) => text.includes(code) && text.includes(String(count)))),
      shown,
    );
    if (written.pages.length > 0) {
      const { name, bytes } = await saved(page, /^Save the \d+ pages/u);
      const holds = written.pages.every(
        ({ path, text }) => bytes.includes(Buffer.from(path)) && bytes.includes(Buffer.from(text)),
      );
      expectSo('the mended pages have the bytes that Node gives', name === 'mended-pages.zip' && holds);
    }
    expectSo('the report of the site is there', (await page.locator('.stem-report').count()) > 0);
    await page.screenshot({ path: join(SHOTS, 'playground-articles-filled.png'), fullPage: true });
  });
  if (!all) return;
  await inPage(browser, address, 'playground/articles.html', async (page, expectSo) => {
    await page.evaluate(() => {
      window.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
      }).observe({ type: 'longtask', buffered: false });
    });
    const begun = Date.now();
    await page.getByRole('button', { name: /35,000 generated/u }).click();
    await page.getByText('read and checked in').waitFor({ timeout: 300_000 });
    await page.waitForTimeout(1_000);
    const longest = await page.evaluate(() => window.longest);
    console.log(
      `35,000 generated pages: ${((Date.now() - begun) / 1000).toFixed(1)} s from click to result; longest task of the page ${Math.round(longest)} ms`,
    );
    expectSo('no task of the page took over 200 ms', longest <= 200, longest);
  });
};

const comparesRaters = (browser, address) =>
  inPage(browser, address, 'playground/raters.html', async (page, expectSo) => {
    await page
      .locator('#raters-text')
      .fill(
        'setting\tassessor\tshared vision\tcore team\tuse of data\nHilltop\tA. Visitor\tmet\tpartly\tmet\nHilltop\tB. Visitor\tmet\tnot yet\tmet\nBay\tA. Visitor\tpartly\tmet\tmet\nBay\tB. Visitor\tpartly\tmet\tpartly\n',
      );
    await page.getByText('4 assessments by 2 raters were compared.').waitFor({ timeout: 10_000 });
    expectSo('the moderation report is there', (await page.locator('.stem-report h2, .stem-report h3').count()) > 1);
    await page.screenshot({ path: join(SHOTS, 'playground-raters-filled.png'), fullPage: true });
    await page.locator('#raters-rubric').selectOption('(no rubric: any categories)');
    await page.getByRole('button', { name: 'Show an example' }).click();
    await page.getByText('Krippendorff’s alpha, nominal').waitFor({ timeout: 10_000 });
  });

const hasMarkdown = (place) => {
  const file = join(dist, place.replace(/\.html$/u, '.md'));
  if (statSync(file, { throwIfNoEntry: false }) === undefined) say(place, `no ${basename(file)} beside it`);
};

const executablePath = findChromium();
if (executablePath === undefined || statSync(join(dist, 'index.html'), { throwIfNoEntry: false }) === undefined) {
  console.log(
    `SKIPPED the site: ${executablePath === undefined ? 'no Chromium found; npm run browser:install gets one' : 'it is not built: npm run docs'}`,
  );
  process.exit(0);
}
const all = process.argv.includes('--all');
const allPages = readdirSync(dist, { recursive: true })
  .filter((name) => name.endsWith('.html') && name !== '404.html')
  .sort();
const places = all ? allPages : ONE_OF_EACH_KIND;
rmSync(SHOTS, { recursive: true, force: true });
mkdirSync(SHOTS, { recursive: true });
const site = await serve();
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  for (const place of allPages) hasMarkdown(place);
  await firstViewIsSmall(browser, site.address);
  await searchFinds(browser, site.address);
  await judges(browser, site.address);
  await writes(browser, site.address);
  await checksArticles(browser, site.address, { all });
  await comparesRaters(browser, site.address);
  if (!process.argv.includes('--jobs')) {
    for (const place of places) await lookAt(browser, site.address, place);
    console.log(
      `${places.length} of ${allPages.length} pages at ${WIDTHS.length} widths, axe in light and dark; screenshots in reports/screenshots/site`,
    );
  }
} finally {
  await browser.close();
  site.close();
}
for (const fault of faults) console.log(fault);
console.log(faults.length === 0 ? 'no fault' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
