// Related lists that name pages by file or by slug, as sites of Hugo and Docusaurus write them.
import { describe, expect, test } from 'vitest';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { applyRepairs } from '../../../src/graph/check/apply-repairs.js';
import { checkArticleGraph } from '../../../src/graph/check/check-article-graph.js';
import { parsePage, parsePages } from '../../../src/text/pages/parse-page.js';
import { writeRelatedLinks } from '../../../src/text/pages/write-related-links.js';
import { growth } from '../../support/counted-work.js';

const page = (path: string, related: string, more = '') => ({
  path,
  text: `---\ntitle: ${path}\n${more}see: ${related}\n---\nText.\n`,
});
const site = { root: 'docs', fields: { related: 'see' }, links: 'pages' } as const;
const urlsOf = (pages: readonly { path: string; text: string }[], options: Parameters<typeof parsePages>[1] = site) => {
  const { articles, issues } = parsePages(pages, options);
  return {
    urls: articles.map(({ related }) => related.map(({ url }) => url)),
    titles: articles.map(({ related }) => related.map(({ title }) => title)),
    issues: issues.filter(({ severity }) => severity !== 'info'),
  };
};

describe('an entry of a related list', () => {
  const others = [
    page('docs/sea/moons.md', '[]'),
    page('docs/sea/index.md', '[]'),
    page('docs/land/hills.mdx', '[]', 'slug: /high/hills\n'),
    page('docs/land/Rivers and lakes.md', '[]'),
    page('docs/sky/README.md', '[]'),
    page('docs/_posts/2026-03-02-storms.md', '[]', 'slug: big-storms\n'),
  ];
  test.each([
    // From the folder of the page, docs/sea.
    ['./moons.md', '/sea/moons'],
    ['moons.md', '/sea/moons'],
    ['./moons', '/sea/moons'],
    ['../land/hills.mdx', '/high/hills'],
    ['../land/hills.mdx#steep', '/high/hills'],
    ['../land/Rivers and lakes.md', '/land/Rivers and lakes'],
    ['./', '/sea'],
    ['index.md', '/sea'],
    ['..\\land\\hills.mdx', '/high/hills'],
    // From the root.
    ['/sea/moons.md', '/sea/moons'],
    ['land/hills.mdx', '/high/hills'],
    ['docs/land/hills.mdx', '/high/hills'],
    ['../../docs/land/hills.mdx', '/high/hills'],
    ['../land/Rivers%20and%20lakes.md', '/land/Rivers and lakes'],
    ['../sky/', '/sky/README'],
    ['land/hills', '/high/hills'],
    // By name, where one page alone has it.
    ['moons', '/sea/moons'],
    ['hills', '/high/hills'],
    ['storms', '/big-storms'],
    ['big-storms', '/big-storms'],
    ['2026-03-02-storms', '/big-storms'],
    ['sea', '/sea'],
    // By url, with or without the last stroke.
    ['/high/hills', '/high/hills'],
    ['/sea/moons/', '/sea/moons'],
    ['/sea/moons?from=tides', '/sea/moons'],
  ])('%j means %s', (entry, url) => {
    const found = urlsOf([page('docs/sea/tides.md', JSON.stringify([entry])), ...others]);
    expect(found.urls[0]).toEqual([url]);
    expect(found.titles[0]?.[0]).toMatch(/^docs\//u);
    expect(found.issues).toEqual([]);
  });

  test.each([
    ['../moonz.md', 'docs/sea/tides.md', undefined],
    ['./moonz.md', 'docs/sea/tides.md', 'Is it “./moons.md”?'],
    ['../land/hillz.mdx', 'docs/sea/tides.md', 'Is it “../land/hills.mdx”?'],
    ['sea/moon.md', 'docs/top.md', 'Is it “./sea/moons.md”?'],
    ['moonz', 'docs/land/x.md', 'Is it “moons”?'],
    ['/high/hill', 'docs/land/x.md', 'Is it “/high/hills”?'],
    ['https://elsewhere.example/moons', 'docs/land/x.md', undefined],
    ['', 'docs/land/x.md', 'none'],
  ])('%j on %s that names nothing stays as it is, with an issue: %s', (entry, path, hint) => {
    const found = urlsOf([page(path, JSON.stringify([entry])), ...others]);
    if (hint === 'none') {
      expect(found.issues).toMatchObject([{ code: 'unreadable-link' }]);
      return;
    }
    expect(found.urls[0]).toEqual([entry]);
    const issue = found.issues[0]!;
    expect(issue).toMatchObject({ code: 'unknown-page', severity: 'warning', path: [path, 'see', 0] });
    expect(issue.message).toContain(JSON.stringify(entry).slice(1, -1));
    if (hint === undefined) expect(issue.hint ?? 'Is it').toMatch(/^Is it/u);
    else expect(issue.hint).toBe(hint);
  });

  test('that several pages have is an issue which names them', () => {
    const pages = [
      page('docs/top.md', '[tides, other]'),
      page('docs/a/tides.md', '[]'),
      page('docs/b/tides.md', '[]'),
      page('docs/other.md', '[]'),
    ];
    const found = urlsOf(pages);
    expect(found.urls[0]).toEqual(['tides', '/other']);
    expect(found.issues).toMatchObject([
      {
        code: 'ambiguous-page',
        path: ['docs/top.md', 'see', 0],
        message: 'Entry 1 of see, “tides”, names several pages: “docs/a/tides.md” and “docs/b/tides.md”.',
      },
    ]);
    // From the folder of one of them its own is meant.
    expect(urlsOf([page('docs/a/x.md', '[tides]'), ...pages.slice(1)]).urls[0]).toEqual(['/a/tides']);
  });

  test('is a url and nothing else where the option does not say so', () => {
    const found = urlsOf([page('docs/sea/tides.md', '[./moons.md, moons]'), ...others], {
      root: 'docs',
      fields: { related: 'see' },
    });
    expect(found.urls[0]).toEqual(['./moons.md', 'moons']);
    expect(found.issues).toEqual([]);
    expect(() => parsePages([], { links: 'pages' })).toThrow('options.fields.related does not name the list');
    expect(() => parsePages([], { ...site, links: 'files' as never })).toThrow(
      'links is “files”; it is “urls” or “pages”',
    );
  });

  test('of one page alone has the url that the path of its file makes', () => {
    const { path, text } = page('docs/sea/tides.md', '[../land/hills.md, ./moons.md#x, /sky/clouds.md, stars, /deep]');
    const read = parsePage(text, { ...site, path });
    expect(read.ok && read.value.related.map(({ url }) => url)).toEqual([
      '/land/hills',
      '/sea/moons',
      '/sky/clouds',
      'stars',
      '/deep',
    ]);
  });
});

describe('written back', () => {
  const mend = (pages: readonly { path: string; text: string }[]) => {
    const { articles } = parsePages(pages, site);
    const mended = applyRepairs(articles, checkArticleGraph(buildArticleGraph(articles)));
    return { articles, ...writeRelatedLinks(pages, mended, site) };
  };

  test('entries that stay keep their bytes, and a page that needs nothing is not written', () => {
    const list = '\n  - ../land/hills.md # up\n  # and\n  - "./tides.md"\n  - ../land/hills.md#steep\n  - moons';
    const pages = [
      page('docs/sea/tides.md', list),
      page('docs/sea/moons.md', '[tides]'),
      page('docs/land/hills.md', '[../sea/tides.md]'),
    ];
    const { pages: changed, issues, articles } = mend(pages);
    expect(issues).toEqual([]);
    // The page’s link to itself goes, and the second to the same page.
    expect(changed).toEqual([
      {
        path: 'docs/sea/tides.md',
        text: page('docs/sea/tides.md', '\n  # and\n  - ../land/hills.md # up\n  - moons').text,
      },
    ]);
    expect(writeRelatedLinks(pages, articles, site)).toEqual({ pages: [], issues: [] });
    const after = pages.map((one) => changed.find(({ path }) => path === one.path) ?? one);
    expect(mend(after).pages).toEqual([]);
  });

  test.each([
    ['[./moons.md]', '[./moons.md, ../land/hills.md]'],
    ['[moons]', '[moons, hills]'],
    ['[/sea/moons]', '[/sea/moons, /land/hills]'],
    ['[]', '[/land/hills]'],
  ])('a new entry is written as the others are: %s', (before, after) => {
    const pages = [
      page('docs/sea/tides.md', before),
      page('docs/sea/moons.md', '[]'),
      page('docs/land/hills.md', '[]'),
    ];
    const [tides, , hills] = parsePages(pages, site).articles;
    const link = { slot: 9, id: hills!.id, title: hills!.title, subject: hills!.subject, url: hills!.url };
    const { pages: changed, issues } = writeRelatedLinks(
      pages,
      [{ url: tides!.url, related: [...tides!.related, link] }],
      site,
    );
    expect(issues).toEqual([]);
    expect(changed).toEqual([page('docs/sea/tides.md', after)]);
  });
});

test('the work grows with the pages', () => {
  const pages = (n: number) =>
    Array.from({ length: n }, (_, i) =>
      page(`docs/${i % 7}/p${i}.md`, `[p${(i * 3) % n}, ../${i % 7}/p${i}.md, nowhere-${i}]`),
    );
  expect(
    growth(150, (n) => {
      const all = pages(n);
      return () => parsePages(all, site);
    }),
  ).toBeLessThan(2.5);
});

describe('names that fit no page', () => {
  const pages = [
    { path: 'sea/tides.md', text: '---\ntitle: Tides\nid: 1\ntags: [sea]\nrelated: [/sea/moons]\n---\n' },
    { path: 'sea/moons.md', text: '---\ntitle: Moons\nid: 2\nrelated:\n  - url: /sea/tides\n---\n' },
    { path: 'plain.md', text: '# Plain\n' },
  ];
  const warned = (options: Parameters<typeof parsePages>[1]) =>
    parsePages(pages, options).issues.flatMap(({ code, path, message, hint }) =>
      code === 'fits-no-page' ? [[path.join('.'), `${message} ${hint}`]] : [],
    );

  test('are told, with the names that the pages have', () => {
    expect(warned({ fields: { related: 'related' } })).toEqual([]);
    expect(warned({ fields: { related: 'see_also' } })).toEqual([
      [
        'fields.related',
        'No page has the field “see_also”: no links were read. The pages have title, id, tags, related.',
      ],
    ]);
    expect(warned({})[0]?.[1]).toContain('pages list others under “related”');
    expect(warned({ root: 'content', fields: { related: 'related' } })).toEqual([
      ['root', 'No page is under “content”. The first path is “sea/tides.md”.'],
    ]);
    expect(
      parsePages([{ path: 'a.md', text: '---\ntags: [/a]\nrelated_article1: {url: /b}\n---\n' }]).issues,
    ).not.toContainEqual(expect.objectContaining({ code: 'fits-no-page' }));
  });

  test('are no former addresses of a page', () => {
    const text = '---\nid: 1\ntitle: Tides\nsubject: Sea\nurl: /sea/tides\naliases: [/old/tides, /tides/]\n---\n';
    expect(parsePages([{ path: 'tides.md', text }]).issues).toEqual([]);
    const related = [{ slot: 1, id: 2, title: 'Tides on Mars', subject: 'Sky', url: '/mars/tides' }];
    const { pages: written, issues } = writeRelatedLinks(
      [{ path: 'tides.md', text }],
      [{ url: '/sea/tides', related }],
    );
    expect(issues).toEqual([]);
    expect(written[0]?.text).toContain('aliases: [/old/tides, /tides/]\nrelated_article1:\n');
  });

  test('write nothing beside the list that a page has', () => {
    const { articles } = parsePages(pages, { fields: { related: 'related' } });
    const { pages: changed, issues } = writeRelatedLinks(pages, articles);
    expect(changed).toEqual([]);
    expect(issues.map(({ code, path }) => [code, path[0]])).toEqual([
      ['cannot-write', 'sea/tides.md'],
      ['cannot-write', 'sea/moons.md'],
    ]);
    expect(issues[0]?.message).toBe(
      'The page lists its links under “related”, and numbered fields would be added beside it.',
    );
    const moved = articles.map((article) => ({ ...article, related: article.related.slice(1) }));
    expect(writeRelatedLinks(pages, moved, { fields: { related: 'related' } }).pages[0]?.text).toContain('related: []');
  });
});
