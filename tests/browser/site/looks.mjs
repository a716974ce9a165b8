// How pages look and load: widths, light and dark, axe, the search, the scripts of a first view, the keyboard.
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import { base } from '../../../docs/.vitepress/address.mjs';
import { dist, expect, focused, inPage, openPage, say, settled, SHOTS } from './frame.mjs';

export const WIDTHS = [360, 768, 1280];
/** The scripts of a first view, packed as a server sends them. */
const MOST_SCRIPT_BYTES = 150_000;

/** A policy of the page forbids scripts that stand in no file; the browser's own tools may run one all the same. */
export const runAxe = async (context, page) => {
  const tools = await context.newCDPSession(page);
  await tools.send('Runtime.evaluate', { expression: `window.axe ?? (() => { ${axe.source} })()` });
  await tools.detach();
  const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
  return violations;
};

/** A page, opened once: narrow and dark first, then at each width in the light, with axe at both ends. */
export const lookAt = async (browser, address, place) => {
  let context;
  try {
    context = await browser.newContext({
      viewport: { width: WIDTHS[0], height: 900 },
      colorScheme: 'dark',
      reducedMotion: 'reduce',
    });
    await lookIn(context, address, place);
  } catch (error) {
    // Whoever asked looks again where the browser ended; it takes a moment until that is known.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    if (!browser.isConnected()) return false;
    say(place, `it could not be looked at: ${error.message.split('\n').slice(0, 4).join(' ')}`);
  } finally {
    await context?.close().catch(() => {});
  }
  return true;
};

const lookIn = async (context, address, place) => {
  const page = await openPage(context, place, address);
  const axeFindsNothing = async (where) => {
    for (const { id, nodes } of await runAxe(context, page)) {
      const which = nodes.slice(0, 5).map((node) => node.html.slice(0, 200));
      say(`${place} ${where}`, `axe finds ${id}: ${which.join(' · ')}`);
    }
  };
  await page.goto(address + place);
  await settled(page);
  const isDark = await page.evaluate(() => document.documentElement.classList.contains('dark'));
  expect(place, 'it follows the reader into the dark', isDark);
  await axeFindsNothing(`at ${WIDTHS[0]} in the dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForFunction(() => !document.documentElement.classList.contains('dark'));
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) say(`${place} at ${width}`, `${over} pixels wider than the window`);
    await page.screenshot({ path: join(SHOTS, `${place.replaceAll(/\W+/gu, '-')}-${width}.png`), fullPage: true });
  }
  await axeFindsNothing(`at ${WIDTHS.at(-1)} in the light`);
};

export const searchFinds = (browser, address) =>
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
    const search = page.getByRole('button', { name: 'Search', exact: true });
    await page.keyboard.press('Escape');
    await search.focus();
    await page.keyboard.press('Enter');
    await page.locator('#localsearch-input').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#localsearch-input').waitFor({ state: 'detached' });
    expectSo('the focus goes back to the button', (await focused(page)).startsWith('Search'), await focused(page));
    await page.keyboard.press('Enter');
    await page.locator('#localsearch-list .result').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith('index.html'));
  });

/** What scripts a reader gets before anything is clicked. */
export const firstViewIsSmall = (browser, address) =>
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
      await page.waitForLoadState('networkidle');
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

export const hasMarkdown = (place) => {
  const file = join(dist, place.replace(/\.html$/u, '.md'));
  if (statSync(file, { throwIfNoEntry: false }) === undefined) say(place, `no ${basename(file)} beside it`);
};
