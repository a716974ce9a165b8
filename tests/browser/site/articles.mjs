// *Articles*: the example pages checked and mended as in Node; with `all`, 35,000 generated pages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { focused, inPage, root, sameBytes, saved, SHOTS } from './frame.mjs';

const examples = join(root, 'docs/examples/articles');

const asList = (pages) => JSON.stringify(pages.map(({ path, text }) => [path, text]));

/** The files of a zip that keeps them as they are: each behind a local header of 30 bytes and its name. */
const unzipped = (bytes) => {
  const files = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x0403_4b50; ) {
    const [size, name] = [bytes.readUInt32LE(at + 22), bytes.readUInt16LE(at + 26)];
    const begin = at + 30 + name;
    files.push({ path: bytes.toString('utf8', at + 30, begin), text: bytes.toString('utf8', begin, begin + size) });
    at = begin + size;
  }
  return files;
};

const nodesAnswer = async () => {
  const { applyRepairs, buildArticleGraph, checkArticleGraph, countGraphIssues } = await import(
    '../../../dist/graph/index.js'
  );
  const { parsePages, writeRelatedLinks } = await import('../../../dist/text/index.js');
  const pages = readdirSync(examples)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(examples, path), 'utf8') }));
  const { articles } = parsePages(pages);
  const issues = checkArticleGraph(buildArticleGraph(articles));
  return { issues, kinds: countGraphIssues(issues), written: writeRelatedLinks(pages, applyRepairs(articles, issues)) };
};

export const checksArticles = async (browser, address, { all }) => {
  const { issues, kinds, written } = await nodesAnswer();
  await inPage(browser, address, 'playground/articles.html', async (page, expectSo) => {
    await page.locator('#articles-folder').setInputFiles(examples);
    await page.getByText('read and checked in').waitFor();
    const shown = await page.locator('.pg-kind summary').allTextContents();
    expectSo(
      'the issues are those of Node',
      kinds.every(({ code, count }) => shown.some((text) => text.includes(code) && text.includes(String(count)))),
      shown,
    );
    sameBytes(
      'playground/articles.html',
      'every issue',
      (await saved(page, 'Save every issue as JSON')).bytes,
      `${JSON.stringify(issues, null, 2)}\n`,
    );
    const { name, bytes } = await saved(page, /^Save the \d+ pages/u);
    expectSo('the mended pages come as one file', name === 'mended-pages.zip', name);
    sameBytes('playground/articles.html', 'the mended pages', asList(unzipped(bytes)), asList(written.pages));
    expectSo('the report of the site is there', (await page.locator('.stem-report').count()) > 0);
    await page.screenshot({ path: join(SHOTS, 'playground-articles-filled.png'), fullPage: true });
    // The site of the pages is not here: their links stay on this page.
    const link = page.locator('.stem-report a').first();
    const url = await link.textContent();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.getByText(`What leads to “${url}”`).waitFor();
    expectSo('the focus follows the link', (await focused(page)) === 'Around one article', await focused(page));
    await page.getByRole('button', { name: /35,000 generated/u }).click();
    await page.getByRole('button', { name: 'Stop' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Stopped.').waitFor();
    expectSo('the focus is on what is said', (await focused(page)) === 'Stopped.', await focused(page));
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
    const seconds = (Date.now() - begun) / 1000;
    await page.waitForTimeout(1_000);
    const longest = await page.evaluate(() => window.longest);
    console.log(
      `35,000 generated pages: ${seconds.toFixed(1)} s from click to result; longest task of the page ${Math.round(longest)} ms`,
    );
    expectSo('no task of the page took over 200 ms', longest <= 200, longest);
  });
};
