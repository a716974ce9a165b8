// The built site in Chromium, after `npm run docs`: one page of each kind, all pages and hostile input with `--all`, none but the jobs with
// `--jobs`, one part with `--only=NAME`, the pages with a name of one kind with `--pages=rubrics/`.
//   it opens without errors, without requests to other hosts, no wider than the window, with screenshots at three widths
//   axe finds nothing, in light and dark; search finds; every page of the playground does its job on real input
//   what a worker gives has the bytes that Node makes; hostile input ends in words, and the page never stands still
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { checksArticles } from './site/articles.mjs';
import { dist, faults, say, serve, SHOTS } from './site/frame.mjs';
import { standsHostileInput } from './site/hostile.mjs';
import { judges } from './site/judge.mjs';
import { linksLead } from './site/links.mjs';
import { firstViewIsSmall, hasMarkdown, lookAt, searchFinds, WIDTHS } from './site/looks.mjs';
import { comparesRaters } from './site/raters.mjs';
import { writes } from './site/write.mjs';

const ONE_OF_EACH_KIND = [
  'index.html',
  'start/index.html',
  'getting-started.html',
  'glossary.html',
  'benchmarks.html',
  'gallery.html',
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
const [, named] = process.argv.find((word) => word.startsWith('--pages='))?.split('=') ?? [];
const places = named ? allPages.filter((place) => place.includes(named)) : all ? allPages : ONE_OF_EACH_KIND;
rmSync(SHOTS, { recursive: true, force: true });
mkdirSync(SHOTS, { recursive: true });
const site = await serve();
const launch = () => chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
const browser = await launch();
/**
 * As many pages at once as there are processors, at most four, each hand with a browser of its own. A browser that ended under a page of
 * thousands of lines is started again, and the page looked at once more.
 */
const looksAtPages = async () => {
  const waiting = [...places];
  const hand = async () => {
    let own = await launch();
    for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
      for (let left = 2; left > 0 && !(await lookAt(own, site.address, place)); left--) {
        if (left === 1) say(place, 'the browser ended under it, twice');
        own = await launch();
      }
    }
    await own.close();
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, hand));
};
const pageCount = `${places.length} of ${allPages.length} pages at ${WIDTHS.length} widths, axe in light and dark`;
const parts = {
  'first view': firstViewIsSmall,
  search: searchFinds,
  judge: judges,
  write: writes,
  articles: (...more) => checksArticles(...more, { all }),
  raters: comparesRaters,
  ...(all && { 'hostile input': standsHostileInput }),
  ...(!process.argv.includes('--jobs') && { [pageCount]: looksAtPages }),
};
const [, only] = process.argv.find((word) => word.startsWith('--only='))?.split('=') ?? [];
try {
  for (const place of allPages) hasMarkdown(place);
  linksLead(allPages);
  for (const [name, part] of Object.entries(parts)) {
    if (only !== undefined && !name.includes(only)) continue;
    const begun = Date.now();
    await part(browser, site.address);
    console.log(`${((Date.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${name}`);
  }
} finally {
  await browser.close();
  site.close();
}
console.log(faults.length === 0 ? 'no fault' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
