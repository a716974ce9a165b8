import { describe, expect, test } from 'vitest';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { applyRepairs } from '../../../src/graph/check/apply-repairs.js';
import { checkArticleGraph } from '../../../src/graph/check/check-article-graph.js';
import { graphArticleSchema } from '../../../src/model/articles/schemas/graph-article-schema.js';
import { parsePage, parsePages } from '../../../src/text/pages/parse-page.js';
import { writeRelatedLinks } from '../../../src/text/pages/write-related-links.js';

const page = (lines: readonly string[], body = 'Text.\n', end = '\n'): string =>
  ['---', ...lines, '---', body].join(end);

/** Small sites of the shapes that four programs have; the first page of each names itself. */
const sites = {
  Jekyll: {
    options: { fields: { url: 'permalink', subject: 'categories', related: 'see_also' } },
    pages: [
      {
        path: '_posts/2026-03-02-tides.md',
        text: page([
          'layout: post',
          'title: "Tides: high"',
          'permalink: /tides/',
          'categories: [oceans]',
          'see_also:',
          '  - /moons/ # why',
          '  - /tides/',
        ]),
      },
      {
        path: '_posts/2026-03-09-moons.md',
        text: page([
          'layout: post',
          'title: Moons',
          'permalink: /moons/',
          'categories:',
          '  - space',
          'see_also: [/tides/]',
        ]),
      },
    ],
    articles: [
      ['/tides/', 'Tides: high', 'oceans'],
      ['/moons/', 'Moons', 'space'],
    ],
  },
  Hugo: {
    options: { root: 'content', fields: { subject: 'categories', related: 'related_pages' } },
    pages: [
      {
        path: 'content/sea/tides.md',
        text: page(
          [
            'title: Tides',
            'date: 2026-03-02T10:00:00Z',
            'draft: false',
            'tags:',
            '- sea',
            '- moon',
            'related_pages:',
            '- /space/our-moon',
            '- /sea/tides',
          ],
          'Text.\n',
          '\r\n',
        ),
      },
      { path: 'content/space/moons/index.md', text: page(['title: Moons', 'slug: our-moon', 'related_pages: []']) },
      { path: 'content/space/_index.md', text: page(['title: Space']) },
    ],
    articles: [
      ['/sea/tides', 'Tides', 'sea'],
      ['/space/our-moon', 'Moons', 'space'],
      ['/space', 'Space', ''],
    ],
  },
  Astro: {
    options: { root: 'src/content/blog', fields: { related: 'relatedPosts' } },
    pages: [
      {
        path: 'src/content/blog/tides.mdx',
        text: page(["title: 'Tides'", 'pubDate: "Mar 02 2026"', "relatedPosts: ['/moons', '/tides']"]),
      },
      { path: 'src/content/blog/moons.md', text: page(['title: Moons', 'relatedPosts: ["/tides"]']) },
    ],
    articles: [
      ['/tides', 'Tides', ''],
      ['/moons', 'Moons', ''],
    ],
  },
  Docusaurus: {
    options: { root: 'docs', fields: { noIndex: 'unlisted', related: 'see' } },
    pages: [
      {
        path: 'docs/sea/tides.md',
        text: page(['id: tides', 'sidebar_label: Tides', 'see: [/moons, /sea/tides]'], '# How tides work\n\nText.\n'),
      },
      {
        path: 'docs/space/moons.md',
        text: page(['slug: /moons', 'unlisted: true', 'see:', '  - /sea/tides'], '# Moons #\n'),
      },
    ],
    articles: [
      ['/sea/tides', 'How tides work', 'sea'],
      ['/moons', 'Moons', 'space'],
    ],
  },
} as const;

describe.each(Object.entries(sites))('a site of %s', (_, { options, pages, articles: wanted }) => {
  const { articles, issues } = parsePages(pages, options);

  test('becomes articles of a graph', () => {
    expect(articles.map(({ url, title, subject }) => [url, title, subject])).toEqual(wanted);
    expect(issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
    for (const article of articles) expect(graphArticleSchema.safeParse(article).success).toBe(true);
    // A link that has its url alone is named as its target is, so that no title or subject differs.
    const found = checkArticleGraph(buildArticleGraph(articles));
    expect(found.filter(({ code }) => code === 'self-link').map(({ slot }) => slot)).toEqual([2]);
    expect(found.flatMap(({ code, also }) => [code, ...also]).filter((code) => code.endsWith('-differs'))).toEqual([]);
  });

  test('is written back without a change where nothing changed, and else without the link of the page to itself', () => {
    expect(writeRelatedLinks(pages, articles, options)).toEqual({ pages: [], issues: [] });
    const found = checkArticleGraph(buildArticleGraph(articles));
    const written = writeRelatedLinks(pages, applyRepairs(articles, found), options);
    expect(written.issues).toEqual([]);
    expect(written.pages.map(({ path }) => path)).toEqual([pages[0].path]);
    const after = pages.map(({ path, text }) => ({
      path,
      text: written.pages.find((one) => one.path === path)?.text ?? text,
    }));
    const again = checkArticleGraph(buildArticleGraph(parsePages(after, options).articles));
    expect(again.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(written.pages[0]?.text.includes('\r\n')).toBe(pages[0].text.includes('\r\n'));
  });
});

describe('one page', () => {
  const codes = (text: string, options: Parameters<typeof parsePage>[1]) =>
    parsePage(text, options).issues.map(({ code }) => code);

  test('says what it took from elsewhere', () => {
    expect(codes('Just text.', { path: 'sea/why-tides.md' })).toEqual([
      'no-front-matter',
      'id-from-url',
      'title-from-path',
      'subject-from-path',
    ]);
    const read = parsePage('Just text.', { path: 'sea/why-tides.md' });
    expect(read.ok && read.value).toMatchObject({
      url: '/sea/why-tides',
      title: 'why tides',
      subject: 'sea',
      related: [],
    });
    expect(codes(page(['id: 7', 'title: Tides', 'subject: Oceans', 'url: /tides']), { path: 'a.md' })).toEqual([]);
  });

  test('has an id of its url, the same each time, and hardly ever that of another', () => {
    const idOf = (url: string): number => {
      const read = parsePage('# A\n', { path: 'a.md', url });
      return read.ok ? read.value.id : -1;
    };
    // FNV-1a of the empty text is its start; the reference gives fnv1a32("a") = e40c292c for the low half.
    expect(idOf('a') % 2 ** 32).toBe(0xe40c292c);
    expect(idOf('foobar') % 2 ** 32).toBe(0xbf9cf968);
    const ids = new Set(Array.from({ length: 20_000 }, (_, n) => idOf(`/learn/physics/questions/page-${n}`)));
    expect(ids.size).toBe(20_000);
  });

  test('takes links as objects and as numbered fields, and leaves out what is none, with a warning', () => {
    const list = page([
      'id: 1',
      'title: A',
      'subject: S',
      'see:',
      '  - { url: /b, id: 2, title: B, subject: S }',
      '  - 7',
      '  - url: ""',
      '  - /c',
    ]);
    const read = parsePage(list, { path: 'a.md', fields: { related: 'see' } });
    expect(read.ok && read.value.related.map(({ slot, url, title }) => [slot, url, title])).toEqual([
      [1, '/b', 'B'],
      [4, '/c', ''],
    ]);
    expect(read.issues.map(({ code }) => code)).toEqual(['unreadable-link', 'unreadable-link']);
    const numbered = page([
      'related_article10:',
      '  id: 3',
      '  url: /c',
      'related_article2:',
      '  id: 2',
      '  title: B',
      '  subject: S',
      '  url: /b',
    ]);
    const other = parsePage(numbered, { path: 'a.md' });
    expect(other.ok && other.value.related.map(({ slot, id }) => [slot, id])).toEqual([
      [2, 2],
      [10, 3],
    ]);
  });

  test.each([
    ['# a', 'a'],
    ['   #   a b  ', 'a b'],
    ['# a ##  ', 'a'],
    ['# a ## #', 'a ##'],
    ['# a##', 'a##'],
    ['# ##', '##'],
    ['#', 'no title'],
    ['# ', 'no title'],
    [`# a${' '.repeat(200_000)}b`, `a${' '.repeat(200_000)}b`],
    [`# a${' #'.repeat(200_000)}b`, `a${' #'.repeat(200_000)}b`],
    [`# a${' '.repeat(200_000)}#`, 'a'],
  ])('has the title of its first heading: %#', (heading, title) => {
    const read = parsePage(`${heading}\n\nText.\n`, { path: 'no-title.md' });
    expect(read.ok && read.value.title).toBe(title);
  });

  test('and all pages are refused with a path or root that no file has', () => {
    const [path, text] = [`${'a/'.repeat(2048)}x.md`, '---\nurl: /a\n---\n'];
    const says = 'characters; a path has at most 4096';
    expect(() => parsePage(text, { path })).toThrow(`of 4100 ${says}`);
    expect(() =>
      parsePages([
        { path: 'a.md', text },
        { path, text },
      ]),
    ).toThrow('parsePages: pages[1].path is “a/a/');
    expect(() => parsePages([], { root: path })).toThrow(RangeError);
    expect(() => writeRelatedLinks([{ path, text }], [])).toThrow(RangeError);
    expect(parsePage(text, { path: path.slice(4) }).ok).toBe(true);
  });

  test('refuses a url that is none, warns of placeholders, and reads odd fields', () => {
    expect(codes(page(['url: [a]', 'title: A']), { path: 'a.md' })).toEqual(['wrong-type']);
    const jekyll = parsePage(page(['permalink: /:year/:title/', 'title: 2026', 'id: 1', 'tags: sea, moon ,']), {
      path: '_posts/2026-01-02-a.md',
      fields: { url: 'permalink' },
    });
    expect(jekyll.ok && jekyll.value).toMatchObject({ url: '/a', title: '2026', tags: ['sea', 'moon'] });
    expect(jekyll.issues.map(({ code }) => code)).toEqual(['placeholder-url']);
    expect(codes(page(['title: A', 'id: 1', 'no_index: maybe']), { path: 'a.md' })).toEqual(['wrong-type']);
    expect(codes('---\ntitle: [\n---\n', { path: 'a.md' })).toEqual(['invalid-yaml']);
    expect(codes(page(['constructor: x', '__proto__: y', 'title: A', 'id: 1']), { path: 'a.md' })).toEqual([]);
    const same = parsePage('\uFEFF---\r\ntitle: A\r\n---\r\n', {
      path: 'C:\\site\\docs\\b.md',
      root: 'C:\\site\\docs',
    });
    expect(same.ok && same.value.url).toBe('/b');
    expect(() => parsePage('', { path: 'a.md', fields: { urll: 'x' } } as never)).toThrow(/urll/u);
    expect(() => parsePage('', {} as never)).toThrow(/path/u);
  });
});
