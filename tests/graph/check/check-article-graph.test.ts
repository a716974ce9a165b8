import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRepairs } from '../../../src/graph/check/apply-repairs.js';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { checkArticleGraph, type CheckArticleGraphOptions } from '../../../src/graph/check/check-article-graph.js';
import { countGraphIssues } from '../../../src/graph/check/count-graph-issues.js';
import type { GraphArticle } from '../../../src/model/articles/graph-article.js';
import { SEVERITIES, type GraphIssue, LINK_CODES, PAGE_CODES } from '../../../src/graph/check/graph-issue.js';
import type { RelatedLink } from '../../../src/model/articles/related-link.js';
import { parseArticle } from '../../../src/text/article/parse-article.js';
import { runs } from '../../support/runs.js';
import { outsideFolder, pagesUnder } from '../../text/pages.js';
import { article, linkTo, withRelated } from '../support/sound-articles.js';
import { plainCheck, type PlainFault } from '../support/plain-check.js';

const tides = article(1, 'How do tides rise?', 'Oceans');
const moons = article(2, 'Why is the moon round?', 'Space');
const reefs = article(3, 'Who lives in a reef?', 'Oceans');
const reefsInBiology = article(3, 'Who lives in a reef?', 'Biology');
const dunes = article(4, 'What moves a dune?', 'Deserts', [], { noIndex: true });
const sound = [tides, moons, reefs, reefsInBiology, dunes];

const check = (articles: readonly GraphArticle[], options?: CheckArticleGraphOptions): readonly GraphIssue[] =>
  checkArticleGraph(buildArticleGraph(articles), options);

/** The issues of the tides page, with these related links, among the sound pages. */
const checkTides = (...related: readonly RelatedLink[]): readonly GraphIssue[] =>
  check([withRelated(tides, ...related), ...sound.slice(1)]);

const brief = (issues: readonly GraphIssue[]) =>
  issues.map(({ code, also, path, repair }) => [path.at(-1), code, also.join(' '), repair?.kind]);

const faultsOf = (issues: readonly GraphIssue[]): readonly PlainFault[] =>
  issues.flatMap(({ code, also, path }) =>
    [code, ...also].map((each): PlainFault => [String(path[0]), typeof path[2] === 'number' ? path[2] : 0, each]),
  );

const sorted = (faults: readonly PlainFault[]): readonly string[] =>
  faults.map((fault) => JSON.stringify(fault)).sort();

describe('a sound set of articles', () => {
  it('has no issue', () => {
    const page = withRelated(tides, linkTo(moons, 1), linkTo(reefs, 2));
    expect(check([page, moons, reefs, dunes])).toEqual([]);
    expect(check([])).toEqual([]);
  });

  it('may hold copies of an article in several subjects, and pages of any address and name', () => {
    expect(check(sound)).toEqual([]);
    expect(check([{ url: '__proto__', id: 0, title: '', subject: '', related: [] }])).toEqual([]);
    expect(check([article(9, 'Où va l’été, au nord?', 'Météo & climat')])).toEqual([]);
  });
});

describe('an entry of a related list', () => {
  it('dangles where neither its url nor its id is known, and then is not said to differ in title', () => {
    const lost = linkTo(moons, 1, { id: 99, url: '/gone', title: 'What is a quark?', subject: 'Physics' });
    const [issue] = checkTides(lost);
    expect(brief(checkTides(lost))).toEqual([[1, 'dangling-link', '', undefined]]);
    expect(issue).toMatchObject({ severity: 'error', path: [tides.url, 'related', 1] });
    expect(issue?.message).toBe(
      'Related link 1, “What is a quark?”, leads nowhere: no article has the url “/gone” or the id 99.',
    );
  });

  it('that dangles is repaired by the article of the nearest title', () => {
    const lost = linkTo(moons, 1, {
      id: 99,
      url: '/learn/space/questions/why-is-the-moon-so-round',
      title: 'Why is the Moon round',
    });
    const [issue] = checkTides(lost);
    expect(issue?.repair).toEqual({
      kind: 'replace-link',
      certain: false,
      url: tides.url,
      written: lost,
      with: linkTo(moons, 1),
    });
    expect(issue?.hint).toBe(`Is it “${moons.url}”, “Why is the moon round?”?`);
  });

  it('is led by its id where its url is unknown, to the subject it names if there', () => {
    const moved = linkTo(reefsInBiology, 1, { url: '/moved' });
    const [issue] = checkTides(moved);
    expect([issue?.code, issue?.severity]).toEqual(['unknown-url', 'error']);
    expect(issue?.repair).toMatchObject({ with: linkTo(reefsInBiology, 1) });
  });

  it('is ambiguous where different articles have its id, none in the subject, until its title tells', () => {
    const one = article(7, 'What is a kelp?', 'Biology');
    const other = article(7, 'What is a comet?', 'Space');
    const entry = (title: string) => ({ slot: 1, id: 7, title, subject: 'Oceans', url: '/gone' });
    const of = (title: string) =>
      check([withRelated(tides, entry(title)), one, other]).filter(({ path }) => path.length === 3);
    expect(brief(of('What is a comet?'))[0]?.slice(1, 2)).toEqual(['ambiguous-id']);
    expect(of('What is a comet?')[0]?.repair).toMatchObject({ with: linkTo(other, 1) });
    expect(of('What is a star?')[0]?.repair).toBe(undefined);
  });

  it('gets the id of the article its url leads to, where no article has the one it says', () => {
    const [issue] = checkTides(linkTo(moons, 1, { id: 77 }));
    expect([issue?.code, issue?.severity, issue?.hint]).toEqual(['unknown-id', 'warning', 'Give it the id 2.']);
    expect(issue?.repair).toMatchObject({ with: linkTo(moons, 1) });
  });

  it('that names two articles goes to the one whose title it has', () => {
    const toUrl = linkTo(moons, 1, { id: 3 });
    const toId = linkTo(reefsInBiology, 1, { url: moons.url });
    const toNeither = linkTo(moons, 1, { id: 3, title: 'Where do rivers end?' });
    expect(brief(checkTides(toUrl))).toEqual([[1, 'id-and-url-disagree', 'differs-from-every-copy', 'replace-link']]);
    expect(checkTides(toUrl)[0]?.repair).toMatchObject({ with: linkTo(moons, 1) });
    expect(checkTides(toId)[0]?.repair).toMatchObject({ with: linkTo(reefsInBiology, 1) });
    expect(checkTides(toNeither)[0]?.repair).toBe(undefined);
  });

  it('is a self link by url and id, by url, by id, and by title', () => {
    expect(brief(checkTides(linkTo(tides, 1)))).toEqual([[1, 'self-link', '', 'remove-link']]);
    expect(brief(checkTides(linkTo(tides, 1, { id: 55 })))).toEqual([
      [1, 'self-link-by-url', 'self-link-by-title unknown-id', 'remove-link'],
    ]);
    expect(brief(checkTides(linkTo(tides, 1, { url: '/gone' })))).toEqual([
      [1, 'self-link-by-id', 'unknown-url differs-from-every-copy', 'remove-link'],
    ]);
    const twin = article(8, tides.title, 'Space');
    const issues = check([withRelated(tides, linkTo(twin, 1)), twin]);
    expect(brief(issues)).toEqual([
      [tides.url, 'shared-title', '', undefined],
      [1, 'self-link-by-title', '', 'remove-link'],
    ]);
  });

  it('is a self link by id where it leads to another subject’s copy of its page', () => {
    const issues = check([withRelated(reefs, linkTo(reefsInBiology, 1)), reefsInBiology]);
    expect(brief(issues)).toEqual([[1, 'self-link-by-id', '', 'remove-link']]);
    expect(issues[0]?.message).toContain('a copy of its own article');
  });

  it('is said again word for word, in other words, or as another subject’s copy', () => {
    expect(brief(checkTides(linkTo(moons, 1), linkTo(moons, 2)))).toEqual([[2, 'repeated-link', '', 'remove-link']]);
    expect(brief(checkTides(linkTo(moons, 1), linkTo(moons, 2, { id: 66 })))).toEqual([
      [2, 'repeated-target', 'unknown-id', 'remove-link'],
    ]);
    const copies = checkTides(linkTo(reefs, 1), linkTo(reefsInBiology, 2));
    expect(brief(copies)).toEqual([[2, 'repeated-copy', '', 'remove-link']]);
    expect(copies[0]?.message).toContain('the article that related link 1 names');
    const thrice = checkTides(linkTo(moons, 1), linkTo(moons, 2), linkTo(moons, 3), linkTo(moons, 4));
    expect(brief(thrice).map(([slot, , also]) => [slot, also])).toEqual([
      [2, ''],
      [3, 'id-three-times'],
      [4, ''],
    ]);
  });

  it('may have a stale title or subject, or lead to a page that is not to be found', () => {
    const stale = checkTides(linkTo(moons, 1, { title: 'Why is the moon a ball?', subject: 'Sky' }));
    expect(brief(stale)).toEqual([[1, 'title-differs', 'subject-differs differs-from-every-copy', 'replace-link']]);
    expect(stale[0]?.hint).toBe('Give it the title “Why is the moon round?” and the subject “Space”.');
    expect(brief(checkTides(linkTo(moons, 1, { subject: 'Sky' })))).toEqual([
      [1, 'subject-differs', 'differs-from-every-copy', 'replace-link'],
    ]);
    expect(brief(checkTides(linkTo(dunes, 1)))).toEqual([[1, 'no-index-target', '', undefined]]);
  });
});

describe('an article', () => {
  it('is numbered 1, 2, 3 … in its list', () => {
    const gap = checkTides(linkTo(moons, 1), linkTo(reefs, 3));
    expect(brief(gap)).toEqual([['related', 'slot-gap', '', 'renumber']]);
    expect(gap[0]).toMatchObject({ severity: 'info', path: [tides.url, 'related'] });
    const twice = checkTides(linkTo(moons, 1), linkTo(reefs, 1));
    expect(brief(twice)).toEqual([['related', 'repeated-slot', '', 'renumber']]);
    expect(twice[0]?.message).toBe('Two related links have one number: 1, 1.');
  });

  it('has a url that goes with its file, its subject and its title', () => {
    const named = (more: Partial<GraphArticle>) => brief(check([{ ...tides, ...more }])).map(([, code]) => code);
    expect(named({ fileName: 'tides.md' })).toEqual(['file-name-differs']);
    expect(named({ fileName: undefined })).toEqual([]);
    expect(named({ subject: 'Space' })).toEqual(['subject-folder-differs']);
    expect(named({ title: 'How do tides fall?' })).toEqual(['title-slug-differs']);
    expect(named({ url: '/tides', fileName: 'tides.md' })).toEqual([]);
  });

  it('has its title and its id to itself and its copies', () => {
    const twin = article(8, tides.title, 'Space');
    const third = article(9, tides.title, 'Weather');
    const [shared, ...others] = check([third, twin, tides]);
    expect([shared?.code, shared?.path, others]).toEqual(['shared-title', [tides.url], []]);
    expect(shared?.message).toContain(`“${twin.url}” (id 8), “${third.url}” (id 9)`);
    const other = article(1, 'Why is ice light?', 'Physics');
    expect(brief(check([tides, other]))).toEqual([[tides.url, 'shared-id', '', undefined]]);
  });

  it('is given once under its url', () => {
    expect(check([tides, tides]).map(({ code, severity, path }) => [code, severity, path])).toEqual([
      ['repeated-url', 'warning', [tides.url]],
    ]);
    const usurper = { ...moons, url: tides.url };
    for (const articles of [
      [tides, usurper],
      [usurper, tides],
    ]) {
      const issues = check(articles, { only: ['repeated-url'] });
      expect(issues.map(({ severity }) => severity)).toEqual(['error']);
    }
  });
});

describe('the options', () => {
  const page = withRelated(tides, linkTo(moons, 1, { id: 99, title: 'Moons' }), linkTo(moons, 3));

  it('choose codes, and what is left out is not told beside others either', () => {
    const all = brief(check([page, moons]));
    expect(all.map(([, code]) => code)).toEqual(['slot-gap', 'unknown-id', 'repeated-target']);
    expect(brief(check([page, moons], { only: ['title-differs'] }))).toEqual([[1, 'title-differs', '', 'remove-link']]);
    expect(brief(check([page, moons], { without: ['slot-gap', 'unknown-id', 'repeated-target'] }))).toEqual([
      [1, 'title-differs', '', 'remove-link'],
    ]);
  });

  it('leave repairs away', () => {
    const issues = check([page, moons], { repairs: false });
    expect(issues.filter(({ repair }) => repair?.kind !== 'renumber' && repair !== undefined)).toEqual([]);
  });

  it('that do not exist are refused', () => {
    const graph = buildArticleGraph(sound);
    expect(() => checkArticleGraph(graph, { onyl: [] } as CheckArticleGraphOptions)).toThrow('options has no “onyl”');
    expect(() => checkArticleGraph(graph, { only: ['typo' as 'self-link'] })).toThrow(
      'checkArticleGraph: only is “typo”',
    );
  });

  it('every code has a severity', () => {
    expect(Object.keys(SEVERITIES).sort()).toEqual([...LINK_CODES, ...PAGE_CODES].sort());
  });
});

/** Few words, so that everything that can go wrong does. */
const titles = ['Tides', 'Moons & stars', 'Reefs?', 'été', '__proto__', ''];
const subjects = ['Oceans', 'Space', 'Deep sea'];
const anyUrl = fc.constantFrom(
  ...subjects.slice(0, 2).flatMap((subject) => titles.slice(0, 3).map((title) => article(0, title, subject).url)),
  '__proto__',
  'oceans/questions/tides',
  '/x/questions/tides/?q=/a#b',
  '/',
  '',
);
const anyNames = fc.record({
  url: anyUrl,
  id: fc.integer({ min: 0, max: 4 }),
  title: fc.constantFrom(...titles),
  subject: fc.constantFrom(...subjects),
});
const anyArticles: fc.Arbitrary<readonly GraphArticle[]> = fc
  .uniqueArray(
    fc.tuple(
      anyNames,
      fc.option(fc.constantFrom('tides.md', 'moons--stars.md', 'deep/reefs.txt', '.md', 'tides'), { nil: undefined }),
      fc.boolean(),
      fc.boolean(),
      fc.array(fc.tuple(anyNames, fc.nat(), fc.nat({ max: 15 }), fc.integer({ min: 1, max: 7 })), { maxLength: 6 }),
    ),
    { selector: ([{ url }]) => url, maxLength: 8 },
  )
  .map((drawn) => {
    const pages = drawn.map(([names]) => names);
    return drawn.map(([names, fileName, noIndex, isNumbered, links]) => ({
      ...names,
      fileName,
      noIndex,
      // Each entry says of a page what is so, but for the names whose bits are set.
      related: links.map(([wrong, which, bits, slot], at) => {
        const right = pages[which % pages.length]!;
        return {
          slot: isNumbered ? at + 1 : slot,
          id: bits & 1 ? wrong.id : right.id,
          title: bits & 2 ? wrong.title : right.title,
          subject: bits & 4 ? wrong.subject : right.subject,
          url: bits & 8 ? wrong.url : right.url,
        };
      }),
    }));
  });

describe('any articles', () => {
  it('have the faults that a slow obvious check finds, each by its own definition, told of in words that are whole', () => {
    fc.assert(
      fc.property(anyArticles, (articles) => {
        const issues = check(articles);
        expect(sorted(faultsOf(issues))).toEqual(sorted(plainCheck(articles)));
        const isHalf = ({ message, hint, code, also }: GraphIssue): boolean =>
          /undefined|NaN|-1/u.test(message) || hint === '' || new Set([code, ...also]).size !== also.length + 1;
        expect(issues.filter(isHalf)).toEqual([]);
      }),
      { numRuns: runs(150) },
    );
  });

  it('have the same issues in whatever order they are given, ordered by url, slot and code', () => {
    fc.assert(
      fc.property(anyArticles, fc.nat(), (articles, turn) => {
        const at = articles.length === 0 ? 0 : turn % articles.length;
        const issues = check(articles);
        expect(check([...articles.slice(at), ...articles.slice(0, at)].reverse())).toEqual(issues);
        const places = issues.map(({ path }) => path);
        for (let i = 1; i < places.length; i++) {
          const [one, , slot = 0] = places[i - 1]!;
          const [other, , next = 0] = places[i]!;
          const isByCode = slot !== 0 || next !== 0 || issues[i - 1]!.code < issues[i]!.code;
          expect(one! < other! || (one === other && slot <= next && isByCode)).toBe(true);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('have no repair left to make, and no fault more, once all repairs are made', () => {
    fc.assert(
      fc.property(anyArticles, (articles) => {
        const issues = check(articles);
        const repaired = applyRepairs(articles, issues, { guesses: true });
        const after = check(repaired);
        expect(after.filter(({ repair }) => repair !== undefined)).toEqual([]);
        expect(after.length).toBeLessThanOrEqual(issues.length);
        // What has a repair is gone: what stays had none, or is the same entry without its other faults.
        expect(repaired.every(({ related }, i) => related.length <= articles[i]!.related.length)).toBe(true);
      }),
      { numRuns: runs(150) },
    );
  });

  it('have no certain repair left to make, and no fault more, once all certain ones are made', () => {
    fc.assert(
      fc.property(anyArticles, (articles) => {
        const issues = check(articles);
        const after = check(applyRepairs(articles, issues));
        expect(after.filter(({ repair }) => repair?.certain)).toEqual([]);
        expect(after.length).toBeLessThanOrEqual(issues.length);
      }),
      { numRuns: runs(150) },
    );
  });

  it('have issues that say by themselves on which page they are, and at which entry', () => {
    fc.assert(
      fc.property(anyArticles, (articles) => {
        for (const { path, url, slot } of check(articles)) expect([url, slot]).toEqual([path[0], path[2]]);
      }),
      { numRuns: runs(30) },
    );
  });
});

const corpus = outsideFolder('STEM_CORPUS_DIR');

describe.skipIf(corpus === undefined)('the articles in the field', () => {
  const given = ['articles', 'copies', 'clusters']
    .flatMap((name) => (corpus === undefined ? [] : pagesUnder(corpus, name)))
    .flatMap(({ text }) => {
      const result = parseArticle(text);
      return result.ok ? [result.value] : [];
    });
  const articles = [...new Map(given.map((page) => [page.url, page])).values()];
  const issues = checkArticleGraph(buildArticleGraph(given));
  const countOf = (code: string): number => countGraphIssues(issues).find((each) => each.code === code)?.count ?? 0;

  it('have the faults that a slow obvious check finds', () => {
    expect(given.length).toBeGreaterThan(300);
    const withoutRepeats = faultsOf(issues).filter(([, , code]) => code !== 'repeated-url');
    expect(sorted(withoutRepeats)).toEqual(sorted(plainCheck(articles)));
    expect(countOf('repeated-url')).toBe(given.length - articles.length);
  });

  it('have each kind of fault as often as entries show it', () => {
    const entries = articles.flatMap((page) =>
      page.related.map((link, at) => ({ page, link, before: page.related.slice(0, at) })),
    );
    const urls = new Map(articles.map((page) => [page.url, page]));
    const ids = new Set(articles.map(({ id }) => id));
    const words = ({ id, title, subject, url }: RelatedLink): string => JSON.stringify([id, title, subject, url]);
    const times = (code: string, is: (entry: (typeof entries)[number]) => boolean): void => {
      expect([code, countOf(code)]).toEqual([code, entries.filter(is).length]);
    };
    times('repeated-link', ({ link, before }) => before.some((other) => words(other) === words(link)));
    times('id-three-times', ({ link, before }) => before.filter(({ id }) => id === link.id).length === 2);
    times('unknown-id', ({ link }) => urls.has(link.url) && !ids.has(link.id));
    times('unknown-url', ({ link }) => !urls.has(link.url) && ids.has(link.id));
    times('dangling-link', ({ link }) => !urls.has(link.url) && !ids.has(link.id));
    times('repeated-copy', ({ link, before }) =>
      before.some(({ id, url, subject }) => id === link.id && (url !== link.url || subject !== link.subject)),
    );
    times('differs-from-every-copy', ({ link }) => {
      const found = urls.get(link.url);
      return ids.has(link.id) && !(found?.id === link.id && found.subject === link.subject);
    });
    times('id-and-url-disagree', ({ link }) => {
      const found = urls.get(link.url);
      return found !== undefined && ids.has(link.id) && found.id !== link.id;
    });
    times('self-link-by-title', ({ page, link }) => link.title === page.title && link.id !== page.id);
    times('self-link-by-url', ({ page, link }) => link.url === page.url && link.id !== page.id);
    expect(countOf('self-link-by-url')).toBeGreaterThan(0);
    expect(countOf('id-three-times')).toBeGreaterThan(0);
  });

  it('are repaired for good', () => {
    const repaired = applyRepairs(articles, issues, { guesses: true });
    expect(checkArticleGraph(buildArticleGraph(repaired)).filter(({ repair }) => repair !== undefined)).toEqual([]);
  });

  /** A page that links to nothing but an article it knows under other words. */
  const asking = (wanted: GraphArticle, at: number, title = wanted.title): GraphArticle => ({
    url: `/asking/${at}`,
    id: 1_000_000 + at,
    title: `Asking ${at}`,
    subject: 'Asking',
    related: [{ slot: 1, id: 2_000_000 + at, title, subject: wanted.subject, url: `/moved/${at}` }],
  });
  const originals = [...new Map(articles.map((page) => [page.id, withRelated(page)])).values()];

  const asked = (edit: (title: string, at: number) => string) => {
    const edited = originals.map((page, at) => asking(page, at, edit(page.title, at)));
    const found = check([...originals, ...edited], { only: ['dangling-link'] });
    expect(found).toHaveLength(originals.length);
    const wantedOf = (issue: GraphIssue) => originals[Number(issue.url.slice('/asking/'.length))]!;
    const offered = found.filter(({ repair }) => repair !== undefined);
    const right = offered.filter(
      (issue) => issue.repair?.kind === 'replace-link' && issue.repair.with.id === wantedOf(issue).id,
    );
    const named = found.filter((issue) => issue.hint?.includes(wantedOf(issue).url));
    const share = (some: readonly GraphIssue[]) => some.length / found.length;
    return { right: share(right), wrong: share(offered) - share(right), named: share(named) };
  };

  it('are found again by a title in other forms of its words', () => {
    const edits: readonly ((title: string) => string)[] = [
      (title) => title.replace(/\b(?:a|an|the|is|are|was|were|do|does|did) /iu, ''),
      (title) => title.replace(/(\w{3}[^s\W])s\b/u, '$1'),
      (title) => title.toUpperCase(),
      (title) => title.replace(/[?.!]$/u, ''),
    ];
    const { right, wrong } = asked((title, at) => edits[at % 4]!(title));
    expect(right).toBeGreaterThan(0.95);
    expect(wrong).toBe(0);
  });

  it('are named, and mostly not offered, where a title lost any word or letter', () => {
    const { right, wrong, named } = asked((title, at) => {
      const words = title.split(' ');
      words.splice(at % words.length, 1);
      return at % 2 === 0 ? words.join(' ') : title.replace(/s\b/u, '');
    });
    expect(named).toBeGreaterThan(0.95);
    expect(right).toBeGreaterThan(0.3);
    expect(wrong).toBe(0);
  });

  it('are not offered for a title that says no, or the contrary, or the reverse', () => {
    const denied = asked((title, at) => {
      const words = title.split(' ');
      words.splice(1 + (at % words.length), 0, 'not');
      return words.join(' ');
    });
    const contrary = asked((title) => title.replace(/[a-z]{5,}(?!.*[a-z]{5,})/iu, (word) => `anti${word}`));
    const reversed = asked((title) => {
      const words = title.replace(/\?$/u, '').split(' ');
      const [one, other] = words.flatMap((word, at) => (word.length > 4 ? [at] : [])).slice(-2);
      if (one === undefined || other === undefined || words[one] === words[other]) return 'None of that kind';
      return words.map((word, at) => (at === one ? words[other]! : at === other ? words[one]! : word)).join(' ');
    });
    expect([denied.right, contrary.right, reversed.right]).toEqual([0, 0, 0]);
  });

  it('that are gone are not replaced by others', () => {
    const gone = originals.filter((_, at) => at % 10 === 0);
    const kept = originals.filter((_, at) => at % 10 > 0);
    const issues = check([...kept, ...gone.map((page, at) => asking(page, at))], { only: ['dangling-link'] });
    expect(issues).toHaveLength(gone.length);
    expect(issues.filter(({ repair }) => repair !== undefined).length / gone.length).toBeLessThan(0.1);
  });
});
