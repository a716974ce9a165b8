// Input that nobody means well with, or that somebody did not look at: each ends in words, no task of the page takes over 200 ms, nothing is
// sent. A long task is measured by the clock, so a busy machine makes some: what is too long is tried again, twice, and the least counts.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPage, paste } from './frame.mjs';

/** Files on a disk, as a browser opens them: what a test hands over itself, the page would have to unpack. */
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
let folders = 0;
const onDisk = (files) => {
  const own = join(folder, String(++folders));
  mkdirSync(own);
  return Object.entries(files).map(([name, content]) => {
    writeFileSync(join(own, name), content);
    return join(own, name);
  });
};

const MOST_TASK = 200;
const MOST_TRIES = 3;

const watchTasks = () => {
  window.longest = 0;
  // Before a field of files tells of a choice, Chromium makes an object of each file in the same task; that part is not the page's.
  let told = 0;
  document.addEventListener('change', ({ target }) => target.files && (told = performance.now()), true);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      const end = startTime + duration;
      window.longest = Math.max(window.longest, end - (told > startTime && told < end ? told : startTime));
    }
  }).observe({ type: 'longtask', buffered: false });
};

/** Texts up to this length are typed; longer ones are pasted, and those that no clipboard has at hand are opened as a file. */
const [LONGEST_TYPED, LONGEST_PASTED] = [5_000, 90_000];

const put = async (page, id, text) => {
  const out = page.getByRole('button', { name: 'Take it out' });
  if (await out.isVisible()) await out.click();
  if (text.length <= LONGEST_TYPED) await page.locator(`#${id}`).fill(text);
  else if (text.length <= LONGEST_PASTED) {
    await page.locator(`#${id}`).fill('');
    await paste(page.locator(`#${id}`), text);
  } else await page.locator(`#${id}-file`).setInputFiles(onDisk({ 'given.txt': text }));
};

/** Waits until the page has said something, and is at nothing any more. */
const words = async (page, selector) => {
  await page.waitForFunction(
    (where) =>
      document.querySelector('.pg-progress') === null &&
      document.querySelector('[aria-busy="true"]') === null &&
      [...document.querySelectorAll(where)].some(({ textContent }) => textContent.trim().length > 5),
    selector,
  );
  return (await page.locator(selector).allTextContents()).map((text) => text.trim()).filter(Boolean);
};

const measured = async (page, expectSo, name, once) => {
  const tries = [];
  let said;
  while (tries.length < MOST_TRIES && !tries.some((longest) => longest <= MOST_TASK)) {
    await page.evaluate(() => (window.longest = 0));
    said = await once();
    await page.waitForTimeout(60);
    tries.push(Math.round(await page.evaluate(() => window.longest)));
  }
  const least = Math.min(...tries);
  expectSo(`${name}: no task of the page over ${MOST_TASK} ms`, least <= MOST_TASK, tries);
  return { name, longest: least, said: said?.[0]?.slice(0, 110) ?? '' };
};

const report = (place, told) => {
  const longest = told.reduce((most, one) => (one.longest > most.longest ? one : most));
  console.log(
    `${place}: ${told.length} hostile inputs, each ended in words; longest task ${longest.longest} ms, of “${longest.name}”`,
  );
  if (process.argv.includes('--words'))
    for (const { name, longest: ms, said } of told) console.log(`  ${name} (${ms} ms): ${said}`);
};

/** Each input in turn on one page, which works on afterwards. */
const onOnePage = (browser, address, place, inputs, { give, selector }) =>
  inPage(browser, address, place, async (page, expectSo) => {
    await page.evaluate(watchTasks);
    const told = [];
    for (const [name, make] of Object.entries(inputs)) {
      const input = make();
      told.push(
        await measured(page, expectSo, name, async () => {
          await give(page, input);
          return words(page, selector);
        }),
      );
    }
    report(place, told);
  });

const criterion = (at, more = {}) => ({ id: `criterion-${at}`, label: `Criterion ${at}`, weight: 1, ...more });
const rubricOf = (count, more = {}) => ({
  id: 'of-somebody',
  version: '1.0.0',
  label: 'Of somebody',
  scale: {
    id: 'yes-no',
    label: 'Yes or no',
    levels: [
      { id: 'no', label: 'No', points: 0 },
      { id: 'yes', label: 'Yes', points: 1 },
    ],
  },
  criteria: Array.from({ length: count }, (_, at) => criterion(at)),
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  outcomes: [{ id: 'good', label: 'Good', origin: 'project', rule: { kind: 'every', level: 'yes' } }],
  notice: 'Somebody’s own.',
  ...more,
});
const json = (value) => JSON.stringify(value);
/** A rule in a rule in a rule, as text: writing it out from objects would go as deep. */
const nested = (depth) => {
  const [before, after] = json(rubricOf(2)).split('{"kind":"every","level":"yes"}');
  return `${before}${'{"kind":"all","rules":['.repeat(depth)}{"kind":"every","level":"yes"}${']}'.repeat(depth)}${after}`;
};
const outcome = (rule, more = {}) => ({ outcomes: [{ id: 'good', label: 'Good', origin: 'project', rule, ...more }] });
const MARKUP = '</script><img src=x onerror="alert(1)">{{ 7 * 7 }}';
const ARABIC = '\u202eرؤية مشتركة\u2067 (STEM) 2026';

/** Texts that are given as a rubric. */
const RUBRICS = {
  'nothing but space': () => '   \n\t ',
  'JSON that is cut off': () => json(rubricOf(3)).slice(0, -40),
  'JSON with a comma too many': () => json(rubricOf(3)).replace('"weight":1}', '"weight":1,}'),
  null: () => 'null',
  'a list': () => '[]',
  'a number': () => '1e999',
  YAML: () => 'id: of-somebody\nversion: 1.0.0\n',
  'a page of HTML': () => `<!doctype html><script>alert(1)</script>`,
  'brackets, a hundred thousand deep': () => '['.repeat(100_000),
  'lists, five thousand deep': () => `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  'a text of eight million characters': () => `"${'x'.repeat(8_000_000)}"`,
  'a list of a million numbers': () => `[${'1,'.repeat(1_000_000)}1]`,
  'more characters than are read': () => ' '.repeat(21_000_000),
  'two hundred criteria': () => json(rubricOf(200)),
  'three thousand criteria': () => json(rubricOf(3_000)),
  'sixty thousand criteria': () => json(rubricOf(60_000)),
  'markup in every label': () =>
    json(
      rubricOf(0, {
        label: MARKUP,
        notice: MARKUP,
        criteria: [0, 1].map((at) => criterion(at, { label: MARKUP + at, note: MARKUP })),
        ...outcome({ kind: 'every', level: 'yes' }, { label: MARKUP }),
      }),
    ),
  'letters from right to left, turned round': () =>
    json(
      rubricOf(0, {
        label: ARABIC,
        criteria: [0, 1].map((at) => criterion(at, { label: ARABIC + at })),
        ...outcome({ kind: 'every', level: 'yes' }, { label: ARABIC }),
      }),
    ),
  'ids of every object': () =>
    json(rubricOf(0, { criteria: ['__proto__', 'constructor', 'toString'].map((id) => criterion(0, { id })) })),
  'a field called __proto__': () => json(rubricOf(2)).replace('{', '{"__proto__":{"criteria":[]},'),
  'a level called constructor': () => json(rubricOf(2)).replaceAll('"yes"', '"constructor"'),
  'the same id twice': () => json(rubricOf(0, { criteria: [criterion(1), criterion(1)] })),
  'a rule about nobody': () => json(rubricOf(2, outcome({ kind: 'at-least', criterion: 'criterion-9', level: 'yes' }))),
  'a kind of rule from elsewhere': () => json(rubricOf(2, outcome({ kind: 'most', level: 'yes' }))),
  'a rule sixty deep': () => nested(60),
  'a rule three thousand deep': () => nested(3_000),
  'a rule of five thousand parts': () =>
    json(
      rubricOf(
        5,
        outcome({
          kind: 'any',
          rules: Array.from({ length: 5_000 }, (_, at) => ({
            kind: 'at-least',
            criterion: `criterion-${at % 5}`,
            level: 'yes',
          })),
        }),
      ),
    ),
  'outcomes that ask each other': () =>
    json(
      rubricOf(2, {
        outcomes: ['a', 'b'].map((id, at) => ({
          id,
          label: id,
          origin: 'project',
          rule: { kind: 'achieves', outcome: 'ba'[at] },
        })),
      }),
    ),
  'three hundred outcomes': () =>
    json(
      rubricOf(40, {
        outcomes: Array.from({ length: 300 }, (_, at) => ({
          id: `o-${at}`,
          label: `Outcome ${at}`,
          origin: 'project',
          rule: { kind: 'count', atLeast: 1 + (at % 40), level: 'yes' },
        })),
      }),
    ),
  'a weight that is no number': () => json(rubricOf(2)).replace('"weight":1', '"weight":1e400'),
  'a weight below nothing': () => json(rubricOf(0, { criteria: [criterion(0, { weight: -1 })] })),
  'half a letter and a zero': () =>
    json(rubricOf(0, { label: '\ud800 \u0000', criteria: [criterion(0, { label: '\udfff\u0000' })] })),
  'a label of fifty thousand letters': () =>
    json(rubricOf(0, { criteria: [criterion(0, { label: 'W'.repeat(50_000) })] })),
};

/** Parts of an address behind #. */
const FRAGMENTS = {
  'a rubric that is not here': () => '#rubric=nobody',
  'a rubric with markup': () => `#rubric=${encodeURIComponent(MARKUP)}`,
  'a rubric called __proto__': () => '#rubric=__proto__',
  'answers cut off': () => '#rubric=psqm&a=eyJyYXRpbmdzLnNoY',
  'answers that are no base64': () => '#rubric=psqm&a=%%%',
  'answers that are a list': () => `#a=${Buffer.from('[1,2]').toString('base64url')}`,
  'answers under __proto__': () => `#a=${Buffer.from('{"__proto__":{"x":"y"}}').toString('base64url')}`,
  'answers to fields that are not there': () => `#a=${Buffer.from('{"ratings.nobody":"met"}').toString('base64url')}`,
  'answers at levels that are not there': () =>
    `#a=${Buffer.from('{"ratings.shared-vision":"mett"}').toString('base64url')}`,
  'answers to another version': () =>
    `#rubric=stem-nation-leadership&v=99.0.0&a=${Buffer.from('{"ratings.shared-vision":"met"}').toString('base64url')}`,
  'evidence of number 999999999': () => `#a=${Buffer.from('{"evidence.999999999.shows":"x"}').toString('base64url')}`,
  'a hundred items of evidence': () =>
    `#a=${Buffer.from(json(Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`evidence.${at}.shows`, 'x'])))).toString('base64url')}`,
  'bytes that are no text': () => `#json=${Buffer.from([0xff, 0xfe, 0x00, 0x80]).toString('base64url')}`,
  'a rubric of somebody’s own, cut off': () =>
    `#json=${Buffer.from(json(rubricOf(2)).slice(0, 100)).toString('base64url')}`,
  'a million and a half characters': () => `#a=${'A'.repeat(1_500_000)}`,
  'a word of a newer page': () => '#rubric=psqm&theme=dark',
  'no words at all': () => '#&&&===',
  'percent signs': () => '#rubric=%E0%A4%A',
};

const JUDGE = '.pg-issues li, .pg-fault, .pg-notice, .pg-score, .pg-empty';
const WRITE = '.pg-issues li, .pg-fault, .pg-said';

const judgesBadly = async (browser, address) => {
  const place = 'playground/judge.html';
  await onOnePage(browser, address, `${place}#json=${Buffer.from('{}').toString('base64url')}`, RUBRICS, {
    selector: JUDGE,
    give: (page, text) => put(page, 'judge-json', text),
  });
  await inPage(browser, address, place, async (page, expectSo) => {
    const told = [];
    for (const [name, make] of Object.entries(FRAGMENTS)) {
      told.push(
        await measured(page, expectSo, name, async () => {
          await page.goto('about:blank');
          await page.goto(address + place + make());
          await page.evaluate(watchTasks);
          return words(page, '.pg-issues li, .pg-fault, .pg-notice');
        }),
      );
    }
    report(`${place}#`, told);
  });
  const files = {
    'no JSON': () => 'met, partly',
    'a list': () => '[]',
    null: () => 'null',
    'another rubric': () => '{"rubric":{"id":"psqm","version":"1.0.0"},"ratings":{}}',
    'ratings as a list': () => '{"ratings":["met"]}',
    'a criterion called __proto__': () => '{"ratings":{"__proto__":"met"}}',
    'a level from elsewhere': () => '{"ratings":{"shared-vision":7}}',
    'twelve million characters': () => `{"ratings":{},"note":"${'x'.repeat(12_000_000)}"}`,
  };
  await onOnePage(browser, address, place, files, {
    selector: '.pg-notice',
    give: (page, text) => page.locator('#judge-open').setInputFiles(onDisk({ 'saved.json': text })),
  });
};

const writesBadly = (browser, address) =>
  onOnePage(browser, address, 'playground/write.html', RUBRICS, {
    selector: WRITE,
    give: (page, text) => put(page, 'write-text', text),
  });

const page = (front, body = 'A text.') => `---\n${front}\n---\n${body}\n`;
const aliases = Array.from(
  { length: 12 },
  (_, at) =>
    `a${at}: &a${at} [${at === 0 ? 'x' : `*a${at - 1},*a${at - 1},*a${at - 1},*a${at - 1},*a${at - 1},*a${at - 1},*a${at - 1},*a${at - 1}`}]`,
);

/** Files that are given as the pages of a site. */
const FOLDERS = {
  'an empty file': () => ({ 'a.md': '' }),
  'no page at all': () => ({ 'a.txt': 'x', 'b.png': '\u0089PNG' }),
  'no front matter': () => ({ 'a.md': '# A text' }),
  'front matter that never ends': () => ({ 'a.md': '---\ntitle: A\n' }),
  'front matter that is no YAML': () => ({ 'a.md': page('title: "A\nurl: [') }),
  'a list as front matter': () => ({ 'a.md': page('- a\n- b') }),
  'aliases that multiply': () => ({ 'a.md': page(`title: A\nurl: /a\n${aliases.join('\n')}`) }),
  'lists a thousand deep': () => ({ 'a.md': page(`title: ${'['.repeat(1_000)}${']'.repeat(1_000)}`) }),
  'bytes that are no text': () => ({ 'a.md': Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0x00, 0x80, 0x0a]) }),
  'a text of two-byte letters': () => ({ 'a.md': Buffer.from(`\ufeff${page('title: A\nurl: /a')}`, 'utf16le') }),
  'twelve million characters': () => ({ 'a.md': page('title: A\nurl: /a', 'x'.repeat(12_000_000)) }),
  'a title of a hundred thousand letters': () => ({
    'a.md': page(`id: 1\nsubject: Physics\ntitle: ${'W'.repeat(100_000)}\nurl: /a`),
  }),
  'two pages with one address': () => ({
    'a.md': page('id: 1\ntitle: A\nsubject: P\nurl: /a'),
    'b.md': page('id: 2\ntitle: B\nsubject: P\nurl: /a'),
  }),
  'names of every object': () => ({
    '__proto__.md': page('id: 1\ntitle: constructor\nsubject: __proto__\nurl: /__proto__'),
    'b.md': page('__proto__: { title: x }\nid: 2\ntitle: B\nsubject: toString\nurl: /b'),
  }),
  'markup in every name': () => ({
    '<img src=x onerror=alert(1)>.md': page(`id: 1\ntitle: '${MARKUP}'\nsubject: '${MARKUP}'\nurl: '/${MARKUP}'`),
  }),
  'letters from right to left': () => ({
    'أ.md': page(`id: 1\ntitle: ${ARABIC}\nsubject: ${ARABIC}\nurl: /${ARABIC}`),
  }),
  'an address that runs a script': () => ({
    'a.md': page(
      'id: 1\ntitle: A\nsubject: P\nurl: javascript:alert(1)\nrelated_article1:\n  id: 2\n  title: B\n  subject: P\n  url: javascript:alert(2)',
    ),
  }),
  'a page linked to itself': () => ({
    'a.md': page(
      'id: 1\ntitle: A\nsubject: P\nurl: /a\nrelated_article1:\n  id: 1\n  title: A\n  subject: P\n  url: /a',
    ),
  }),
  'ten thousand links on a page': () => ({
    'a.md': page(
      `id: 1\ntitle: A\nsubject: P\nurl: /a\n${Array.from({ length: 10_000 }, (_, at) => `related_article${at + 1}:\n  id: ${at}\n  title: T\n  subject: P\n  url: /${at}`).join('\n')}`,
    ),
  }),
  'carriage returns alone': () => ({ 'a.md': page('id: 1\ntitle: A\nsubject: P\nurl: /a').replaceAll('\n', '\r') }),
  'two thousand pages that are all the same': () =>
    Object.fromEntries(
      Array.from({ length: 2_000 }, (_, at) => [`${at}.md`, page('id: 1\ntitle: A\nsubject: P\nurl: /a')]),
    ),
  'an id that is no number': () => ({ 'a.md': page('id: .nan\ntitle: 2026-02-30\nsubject: null\nurl: 12') }),
};

const opensBadly = (browser, address) =>
  onOnePage(browser, address, 'playground/articles.html', FOLDERS, {
    selector: '.pg-said',
    give: (shown, files) => shown.locator('#articles-files').setInputFiles(onDisk(files)),
  });

const HEAD = 'setting\tassessor\tshared vision\tcore team\tuse of data';
const rows = (count, row) => Array.from({ length: count }, (_, at) => row(at)).join('\n');

/** Tables that are given as ratings by the rubric stem-nation-leadership. */
const TABLES = {
  'headings alone': () => HEAD,
  'one cell': () => 'x',
  'one row': () => `${HEAD}\nHilltop\tAnna\tmet\tmet\tmet`,
  'a quote that is never closed': () => `${HEAD}\n"Hilltop\tAnna\tmet`,
  'quotes in the middle': () => `${HEAD}\nHill"top\tAn"na\tmet\tmet\tmet\nHill"top\tBen\tmet\tmet\tmet`,
  'headings merged over two rows': () =>
    `School\t\tRatings\t\t\n${HEAD}\nHilltop\tAnna\tmet\tpartly\tmet\n\tBen\tmet\tmet\tmet`,
  'semicolons and decimal commas': () =>
    `setting;assessor;shared vision;core team\nHilltop;Anna;1,5;met\nHilltop;Ben;met;2,0`,
  'tabs and semicolons mixed': () => `${HEAD}\nHilltop;Anna;met;met;met\nHilltop\tBen\tmet\tmet\tmet`,
  'empty columns on all sides': () =>
    `\t\t${HEAD.replaceAll('\t', '\t\t')}\t\t\n\t\tHilltop\t\tAnna\t\tmet\t\tmet\t\tmet\t\t\n\t\tHilltop\t\tBen\t\tmet\t\tpartly\t\tmet`,
  'the separator named': () =>
    `\ufeffsep=;\r\nsetting;assessor;shared vision\r\nHilltop;Anna;met\r\nHilltop;Ben;partly\r\n`,
  'ten thousand rows': () =>
    `${HEAD}\n${rows(10_000, (at) => `Setting ${at >> 1}\t${at & 1 ? 'Anna' : 'Ben'}\tmet\t${at % 3 ? 'met' : 'partly'}\tnot yet`)}`,
  'ten thousand rows with a fault each': () => `${HEAD}\n${rows(10_000, (at) => `Setting ${at}\tAnna\tmett\tx\t7`)}`,
  'three hundred raters': () =>
    `${HEAD}\n${rows(600, (at) => `Setting ${at % 2}\tRater ${at >> 1}\tmet\t${at % 3 ? 'met' : 'partly'}\tnot yet`)}`,
  'a hundred thousand columns': () => `${'x\t'.repeat(100_000)}\n${'met\t'.repeat(100_000)}`,
  'formulas and errors of a spreadsheet': () => `${HEAD}\n=1+1\t@SUM(A1)\t#REF!\t#N/A\tmet\n+1\t-1\tmet\tmet\tmet`,
  'markup in every cell': () => `${HEAD}\n${MARKUP}\t${MARKUP}\t${MARKUP}\tmet\tmet\nB ${MARKUP}\tC\tmet\tmet\tmet`,
  'letters from right to left': () => `${HEAD}\n${ARABIC}\t${ARABIC}\tmet\tmet\tmet\n${ARABIC}\tAnna\tmet\tmet\tmet`,
  'names of every object': () =>
    `setting\tassessor\tshared vision\t__proto__\tconstructor\n__proto__\t__proto__\tmet\tmet\tmet\ntoString\tconstructor\tmet\tmet\tmet`,
  'the same row twice': () => `${HEAD}\nHilltop\tAnna\tmet\tmet\tmet\nHilltop\tAnna\tmet\tmet\tmet`,
  'days in every form': () =>
    `setting\tassessor\tdate\tshared vision\nHilltop\tAnna\t30/02/2026\tmet\nHilltop\tBen\t45000\tmet\nHilltop\tCora\tyesterday\tmet`,
  'zeros and half letters': () => `${HEAD}\nHill\u0000top\tA\ud800\tmet\tmet\tmet\nHilltop\tB\tmet\tmet\tmet`,
  'turned round': () => `criterion\tHilltop\tBay\nshared vision\tmet\tmet\ncore team\tmet\tpartly`,
  'a cell of a million letters': () => `${HEAD}\n${'W'.repeat(1_000_000)}\tAnna\tmet\tmet\tmet`,
  JSON: () => '{ "setting": "Hilltop" }',
};

const comparesBadly = (browser, address) =>
  onOnePage(browser, address, 'playground/raters.html', TABLES, {
    selector: '.pg-issues li, .pg-fault, .pg-said',
    give: (shown, text) => put(shown, 'raters-text', text),
  });

export const standsHostileInput = async (browser, address) => {
  try {
    await judgesBadly(browser, address);
    await writesBadly(browser, address);
    await opensBadly(browser, address);
    await comparesBadly(browser, address);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
