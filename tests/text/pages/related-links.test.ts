import { load } from 'js-yaml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { applyRepairs } from '../../../src/graph/check/apply-repairs.js';
import { checkArticleGraph } from '../../../src/graph/check/check-article-graph.js';
import type { RelatedLink } from '../../../src/model/articles/related-link.js';
import { parseArticle } from '../../../src/text/article/parse-article.js';
import { parsePage } from '../../../src/text/pages/parse-page.js';
import { parseFrontMatter } from '../../../src/text/pages/parse-front-matter.js';
import { replaceRelatedLinks } from '../../../src/text/pages/replace-related-links.js';
import { writeRelatedLinks } from '../../../src/text/pages/write-related-links.js';
import { growth } from '../../support/counted-work.js';
import { root } from '../../support/sources.js';
import { outsideFolder, pagesUnder } from '../pages.js';

interface Found {
  readonly pages: number;
  readonly certain: number;
  readonly written: number;
}
const { pagesThereAndBack, sitePages } = (await import(`${root}/tests/support/site-pages.mjs`)) as {
  sitePages: (size: number) => { path: string; text: string; url: string }[];
  pagesThereAndBack: (pages: readonly { path: string; text: string; url: string }[], library: object) => Found;
};

const link = (slot: number, id = slot, title = `Page ${id}`): RelatedLink => ({
  slot,
  id,
  title,
  subject: 'Physics',
  url: `/p/${id}`,
});
const entry = ({ slot, id, title, subject, url }: RelatedLink, folds: boolean) =>
  [
    `related_article${slot}:`,
    `    id: ${id}`,
    ...(folds ? ['    title: >-', `        ${title}`] : [`    title: ${title}`]),
    `    subject: ${subject}`,
    `    url: ${url}`,
  ].join('\n');
const page = (related: readonly RelatedLink[], folds = true, own = 9) =>
  [
    '---',
    '_schema: default',
    `id: ${own}`,
    'title: >-',
    '    A page: of “mine” # 1',
    `url: /p/${own}`,
    'score: -1.0',
    ...related.map((one) => entry(one, folds)),
    '---',
    '',
    '&nbsp;',
  ].join('\n');
const written = (text: string, related: readonly RelatedLink[], options = {}): string => {
  const result = replaceRelatedLinks(text, related, options);
  if (!result.ok) throw new Error(`${result.issues[0]?.code}: ${result.issues[0]?.message}`);
  return result.value;
};

describe('the related links of a page', () => {
  test.each([
    ['folded titles', true],
    ['plain titles', false],
  ])('change alone, %s', (_, folds) => {
    const before = page([link(1), link(2), link(3)], folds);
    // By hand: the second goes, the third takes its number, every other byte stays.
    expect(written(before, [link(1), link(2, 3)])).toBe(page([link(1), link(2, 3)], folds));
    expect(written(before, [link(1), link(2, 7), link(3)])).toBe(page([link(1), link(2, 7), link(3)], folds));
    expect(written(before, [link(1), link(2), link(3), link(4)])).toBe(
      page([link(1), link(2), link(3), link(4)], folds),
    );
    expect(written(before, [])).toBe(page([], folds));
    expect(written(page([], folds), [link(1)])).toBe(page([link(1)], false));
  });

  test('keep comments, quotes, line ends, mark and blank lines where they are', () => {
    const before =
      '\uFEFF---\r\n# top\r\nrelated_article1: # first\r\n  url: "/p/1" # quoted\r\n  id: 1\r\n  title: \'Page 1\'\r\n  subject: Physics\r\n# between\r\nrelated_article2:\r\n  id: 2\r\n  title: Page 2\r\n  subject: Physics\r\n  url: /p/2\r\nid: 9\r\n\r\n---\r\nBody --- here\r\n---\r\n';
    const after = written(before, [link(1, 2)]);
    expect(after).toBe(
      '\uFEFF---\r\n# top\r\n# between\r\nrelated_article1:\r\n  id: 2\r\n  title: Page 2\r\n  subject: Physics\r\n  url: /p/2\r\nid: 9\r\n\r\n---\r\nBody --- here\r\n---\r\n',
    );
    expect(written(before, [link(1), link(2, 5)])).toContain('url: "/p/1" # quoted\r\n  id: 1\r\n');
    expect(written(before, [link(1), link(2)])).toBe(before);
  });

  test('go before the blank line that closes a page without any', () => {
    expect(written('---\nid: 1\nscore: -1.0\n\n---\n', [link(1)])).toBe(
      '---\nid: 1\nscore: -1.0\nrelated_article1:\n    id: 1\n    title: Page 1\n    subject: Physics\n    url: /p/1\n\n---\n',
    );
  });

  test('are refused, and the page left, where they cannot be written safely', () => {
    const codeOf = (text: string) => replaceRelatedLinks(text, [link(1)]).issues[0]?.code;
    expect(codeOf('No front matter')).toBe('no-front-matter');
    expect(codeOf('---\nid: 1\n')).toBe('unclosed-front-matter');
    expect(codeOf('---\n{id: 1}\n---\n')).toBe('cannot-write');
    expect(codeOf('---\na: [\n---\n')).toBe('invalid-yaml');
    expect(codeOf('---\n"related_article1": { id: 1 }\n---\n')).toBe('cannot-write');
    expect(codeOf('---\na: |\n related_article1:\n---\n')).toBeUndefined();
    // A field that lost its colon, as in older pages, is no reason to refuse.
    expect(written('---\nquestion >-\n    What?\nid: 1\n---\n', [link(1)])).toMatch(
      /^---\nquestion >-\n {4}What\?\nid: 1\nrelated_article1:\n/u,
    );
    expect(() => replaceRelatedLinks('---\n---\n', [link(1), link(1, 2)])).toThrow('related[1].slot is 1');
    expect(() => replaceRelatedLinks('', [], { field: 'x' } as never)).toThrow('is it “fields”?');
  });

  test('whatever they say, are read back as asked for, and nothing else changes', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '');
    const title = fc.oneof(
      words,
      fc.constantFrom(
        'a: b',
        '# x',
        '- y',
        "it's",
        '"q"',
        ' lead',
        'trail ',
        'true',
        '12',
        '2024-01-01',
        '>-',
        'a #b',
        '[x',
        'é\u0085',
        'a\u2028b',
      ),
    );
    const links = fc.array(fc.record({ id: fc.integer({ min: -20, max: 200 }), title, subject: title, url: title }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(links, links, fc.constantFrom('\n', '\r\n'), (first, second, end) => {
        const numbered = (list: readonly Omit<RelatedLink, 'slot'>[]) =>
          list.map((one, at) => ({ slot: at + 1, ...one }));
        const text = page([]).replaceAll('\n', end);
        const once = written(text, numbered(first));
        const twice = written(once, numbered(second));
        expect(written(twice, numbered(second))).toBe(twice);
        const data = (of: string) => load(/---\r?\n([\s\S]*?)\r?\n---/u.exec(of)![1]!) as Record<string, unknown>;
        const { id, title: own, url, score, _schema, ...rest } = data(twice);
        expect({ id, own, url, score, _schema }).toEqual({
          id: 9,
          own: 'A page: of “mine” # 1',
          url: '/p/9',
          score: -1,
          _schema: 'default',
        });
        expect(rest).toEqual(Object.fromEntries(second.map((one, at) => [`related_article${at + 1}`, one])));
        expect(twice.slice(twice.indexOf(`${end}---${end}`, 3))).toBe(`${end}---${end}${end}&nbsp;`);
      }),
      { numRuns: 300 },
    );
  });

  test('in a YAML list of a site’s own are urls, and items that stay keep their lines', () => {
    const fields = { related: 'see_also' };
    const block = '---\ntitle: Tides\nsee_also:\n  - "/p/1" # the first\n  # kept\n  - /p/2\nurl: /t\n---\nbody\n';
    expect(written(block, [link(1, 2), link(2, 3)], { fields })).toBe(
      '---\ntitle: Tides\nsee_also:\n  # kept\n  - /p/2\n  - /p/3\nurl: /t\n---\nbody\n',
    );
    expect(written(block, [link(1), link(2)], { fields })).toBe(block);
    expect(written('---\nsee_also: [/p/1, "/p/2"] # two\n---\n', [link(1, 3)], { fields })).toBe(
      '---\nsee_also: [/p/3] # two\n---\n',
    );
    expect(written('---\ntitle: x\n---\n', [link(1)], { fields })).toBe('---\ntitle: x\nsee_also:\n  - /p/1\n---\n');
    expect(replaceRelatedLinks('---\nsee_also:\n  - url: /p/1\n---\n', [link(2)], { fields }).issues[0]?.code).toBe(
      'cannot-write',
    );
    expect(written('---\nsee_also:\n- /p/1\nb: 1\n---\n', [], { fields })).toBe('---\nsee_also: []\nb: 1\n---\n');
    expect(written('---\nsee_also : ~ # none\n---\n', [link(1)], { fields })).toBe(
      '---\nsee_also : # none\n  - /p/1\n---\n',
    );
  });
});

test.each([
  '---\nsee_also: /p/1\n---\n',
  '---\nsee_also:\n  - url: /p/1\n    title: One\n---\n',
  '---\nsee_also: [\n  /p/1\n  ]\n---\n',
  '---\nsee_also: [null, /p/1, 7]\n---\n',
])('a list in a form that is not written comes back as it is where nothing changes: %j', (text) => {
  expect(written(text, [link(1)], { fields: { related: 'see_also' } })).toBe(text);
});

test('a list with an item of a great many blanks is written, or left with a reason', () => {
  const many = ' '.repeat(200_000);
  const options = { fields: { related: 'see' } };
  expect(written(`---\nsee:\n- a${many}b\n- /p/2 # c\n---\n`, [link(1), link(2)], options)).toBe(
    '---\nsee:\n- /p/1\n- /p/2 # c\n---\n',
  );
  expect(written(`---\nsee:\n- "a"${many}#${many}b\n---\n`, [link(1)], options)).toBe('---\nsee:\n- /p/1\n---\n');
});

test('links are written among hundreds of thousands of lines', () => {
  const lines = '#\n'.repeat(200_000);
  const entry = 'related_article1:\n    id: 1\n    title: Page 1\n    subject: Physics\n    url: /p/1\n';
  expect(written(`---\nid: 1\n${lines}---\n`, [link(1)])).toBe(`---\nid: 1\n${lines}${entry}---\n`);
  // The lines of an entry, comments among them, stay with it.
  const inside = '    # x\n'.repeat(120_000);
  expect(written(`---\n${entry}${inside}---\n`, [link(1), link(2)])).toContain(`${entry}${inside}related_article2:\n`);
  // Blank lines at the end stay at the end.
  const blank = '\n'.repeat(200_000);
  expect(written(`---\nid: 1\n${blank}---\n`, [link(1)])).toBe(`---\nid: 1\n${entry}${blank}---\n`);
});

test.each(['yes', 'No', 'on', 'y', '2024-01-01', '12:30', '1_000', '0x1f', '1e3', 'null'])(
  'the title %s is written in quotes, since YAML 1.1 takes it for something else',
  (title) => {
    expect(written('---\nid: 9\n---\n', [link(1, 1, title)])).toContain(`title: "${title}"`);
  },
);

describe('the pages of a site', () => {
  test('that change are given, and what has no page or cannot be written is an issue', () => {
    const pages = [
      { path: 'a.md', text: page([link(1), link(2)], true, 11) },
      { path: 'b.md', text: page([link(1)], true, 12) },
      { path: 'c.md', text: '---\nurl: /c\nrelated_article1: {id: 1, title: x, subject: y, url: z}\n---\n' },
      { path: 'd.md', text: 'no front matter' },
    ];
    const result = writeRelatedLinks(pages, [
      { url: '/p/11', related: [link(1)] },
      { url: '/p/12', related: [link(1)] },
      { url: '/c', related: [] },
      { url: '/gone', related: [] },
    ]);
    expect(result.pages).toEqual([
      { path: 'a.md', text: page([link(1)], true, 11) },
      { path: 'c.md', text: '---\nurl: /c\n---\n' },
    ]);
    expect(result.issues.map(({ code, path }) => [code, ...path])).toEqual([['no-page', '/gone']]);
  });

  const library = {
    parseArticle,
    replaceRelatedLinks,
    writeRelatedLinks,
    buildArticleGraph,
    checkArticleGraph,
    applyRepairs,
  };
  const nothing = { differ: 0, otherFields: 0, issues: 0, left: 0, again: 0 };

  const folder = outsideFolder('STEM_CORPUS_DIR');
  test.skipIf(folder === undefined)(
    'of the real sample come back byte for byte; after repairs nothing certain is left, and a second run changes nothing',
    () => {
      const seen = new Set<string>();
      const unread: string[] = [];
      const pages = ['articles', 'clusters', 'copies', 'history'].flatMap((inside) =>
        pagesUnder(folder!, inside).flatMap(({ name, text }) => {
          // Every page of the sample alone; as a site, the first of each url.
          const any = parsePage(text, { path: name });
          if (any.ok)
            expect(replaceRelatedLinks(text, any.value.related)).toEqual({ ok: true, value: text, issues: [] });
          else unread.push(any.issues[0]?.code ?? '');
          const result = parseArticle(text);
          if (!result.ok || seen.has(result.value.url)) return [];
          const { url } = result.value;
          seen.add(url);
          return [{ path: `${inside}/${name}`, text, url }];
        }),
      );
      // One page of the sample has front matter that is no YAML.
      expect(unread).toEqual(['invalid-yaml']);
      expect(pages.length).toBeGreaterThan(250);
      const found = pagesThereAndBack(pages, library);
      expect(found).toMatchObject(nothing);
      expect(found.written).toBeGreaterThan(0);
    },
  );

  // 35,000 of them: node bench/pages-back.mjs
  test('that are generated, with line ends, marks, comments and quotes of all kinds, do so as well', () => {
    const found = pagesThereAndBack(sitePages(600), library);
    expect(found).toMatchObject({ pages: 600, ...nothing });
    expect(found.certain).toBeGreaterThan(100);
  });

  test.each([
    [
      'links',
      (n: number) =>
        [
          page(Array.from({ length: n }, (_, at) => link(at + 1))),
          Array.from({ length: n }, (_, at) => link(at + 1, n - at)),
        ] as const,
    ],
    [
      'other lines',
      (n: number) =>
        [
          page([link(1)]).replace(
            'score',
            `x: 1\n${Array.from({ length: n }, (_, at) => `k${at}: v`).join('\n')}\nscore`,
          ),
          [link(1, 2)],
        ] as const,
    ],
  ])('take work that grows with their %s', (_, of) => {
    expect(
      growth(15, (n) => {
        const [text, related] = of(n);
        return () => replaceRelatedLinks(text, related);
      }),
    ).toBeLessThan(2.4);
  });
});

describe('the front matter of any page', () => {
  test.each([
    [
      'Jekyll',
      '---\nlayout: post\ntitle: "Tides"\ncategories: [sea]\n---\n# Tides\n',
      { layout: 'post', title: 'Tides', categories: ['sea'] },
      '# Tides\n',
    ],
    [
      'Windows line ends and a mark',
      '\uFEFF\r\n---\r\ntitle: Tides\r\n---\r\nBody\r\n',
      { title: 'Tides' },
      'Body\r\n',
    ],
    ['nothing between the lines', '---\n---\nBody', {}, 'Body'],
    ['comments alone', '---\n# later\n---\nBody', {}, 'Body'],
    ['dates as text', '---\ndate: 2025-01-02\n---', { date: '2025-01-02' }, ''],
  ])('is read: %s', (_, text, data, body) => {
    expect(parseFrontMatter(text)).toEqual({ ok: true, value: { data, body }, issues: [] });
  });

  test('where there is none, or it is broken, is said', () => {
    expect(parseFrontMatter('# Title')).toMatchObject({
      ok: true,
      value: { data: {}, body: '# Title' },
      issues: [{ code: 'no-front-matter', severity: 'info' }],
    });
    expect(parseFrontMatter('+++\ntitle = "x"\n+++\n').issues[0]?.code).toBe('toml-front-matter');
    expect(parseFrontMatter('---\na: 1\n').issues[0]).toMatchObject({
      code: 'unclosed-front-matter',
      path: ['line 1'],
    });
    expect(parseFrontMatter('---\na: 1\nb: [\n---\n').ok).toBe(false);
    expect(parseFrontMatter('---\na: &x 1\nb: *x\n---\n').ok).toBe(false);
    expect(parseFrontMatter('---\n- a\n---\n').issues[0]?.code).toBe('invalid-front-matter');
  });
});
