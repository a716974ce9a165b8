import { describe, expect, it } from 'vitest';
import { applyRepairs, type ApplyRepairsOptions } from '../../../src/graph/check/apply-repairs.js';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { checkArticleGraph } from '../../../src/graph/check/check-article-graph.js';
import type { GraphArticle } from '../../../src/model/articles/graph-article.js';
import { article, linkTo, withRelated } from '../support/sound-articles.js';

const tides = article(1, 'How do tides rise?', 'Oceans');
const moons = article(2, 'Why is the moon round?', 'Space');
const reefs = article(3, 'Who lives in a reef?', 'Oceans');
const issuesOf = (articles: readonly GraphArticle[]) => checkArticleGraph(buildArticleGraph(articles));

describe('repairs', () => {
  const guessed = linkTo(reefs, 2, { id: 99, url: '/gone', title: 'Who lives in the reefs?' });
  const articles = [withRelated(tides, linkTo(moons, 1, { title: 'Moon' }), guessed), moons, reefs];

  it('that are certain are made, and guesses only where they are asked for', () => {
    const issues = issuesOf(articles);
    expect(issues.map(({ repair }) => repair?.certain)).toEqual([true, false]);
    expect(applyRepairs(articles, issues)[0]?.related).toEqual([linkTo(moons, 1), guessed]);
    expect(applyRepairs(articles, issues, { guesses: false })).toEqual(applyRepairs(articles, issues));
    expect(applyRepairs(articles, issues, { guesses: true })[0]?.related).toEqual([linkTo(moons, 1), linkTo(reefs, 2)]);
  });

  it('that are certain take no place from an entry for the sake of a guess', () => {
    const page = withRelated(tides, { ...guessed, slot: 1 }, linkTo(reefs, 2, { title: 'Reefs' }));
    const all = [page, moons, reefs];
    const issues = issuesOf(all);
    expect(issues.map(({ repair }) => [repair?.kind, repair?.certain])).toEqual([
      ['remove-link', false],
      ['replace-link', true],
    ]);
    expect(applyRepairs(all, issues)[0]?.related).toEqual([{ ...guessed, slot: 1 }, linkTo(reefs, 2)]);
    expect(applyRepairs(all, issues, { guesses: true })[0]?.related).toEqual([linkTo(reefs, 1)]);
  });

  it('of eight thousand entries with one number are made, each at its own', () => {
    const related = Array.from({ length: 8000 }, (_, i) => linkTo(i % 2 === 0 ? moons : reefs, 1));
    const all = [withRelated(tides, ...related), moons, reefs];
    expect(applyRepairs(all, issuesOf(all))[0]?.related).toEqual([linkTo(moons, 1), linkTo(reefs, 2)]);
    const stale = [withRelated(tides, ...related.map((link, i) => ({ ...link, title: `Stale ${i}` }))), moons, reefs];
    expect(applyRepairs(stale, issuesOf(stale))[0]?.related).toEqual([linkTo(moons, 1), linkTo(reefs, 2)]);
  });

  it('leave an entry alone that no longer stands as it was', () => {
    const issues = issuesOf(articles);
    const edited = [withRelated(tides, linkTo(moons, 1, { title: 'The moon' }))];
    expect(applyRepairs(edited, issues)).toEqual(edited);
    expect(applyRepairs([reefs], issues)[0]).toBe(reefs);
  });
});

describe('arguments', () => {
  const none = [] as const;
  const call = (articles: unknown, issues: unknown, options?: unknown) => () =>
    applyRepairs(
      articles as readonly GraphArticle[],
      issues as ReturnType<typeof issuesOf>,
      options as ApplyRepairsOptions,
    );

  it.each([
    [call(new Map(), none), 'applyRepairs: articles is a Map; it is a list of articles with their related lists'],
    [call('x', none), 'applyRepairs: articles is “x”; it is a list of articles with their related lists'],
    [call(5, none), 'applyRepairs: articles is 5; it is a list of articles with their related lists'],
    [call([5], none), 'applyRepairs: articles[0] is no article; it has a url and a list `related`'],
    [call([tides, { url: '/a' }], none), 'applyRepairs: articles[1] is no article; it has a url and a list `related`'],
    [call(none, new Map()), 'applyRepairs: issues is a Map; it is a list of issues of checkArticleGraph'],
    [call(none, undefined), 'applyRepairs: issues is undefined; it is a list of issues of checkArticleGraph'],
    [call(none, [null]), 'applyRepairs: issues[0] is no issue; it has a code, and a repair where there is one'],
    [call(none, none, { guess: true }), 'applyRepairs: options has no “guess”; is it “guesses”?'],
    [call(none, none, { guesses: 1 }), 'applyRepairs: guesses is 1; it is true or false'],
    [call(none, none, null), 'applyRepairs: options is null; it is { guesses: true } or left out'],
  ])('that are wrong are refused in one sentence (%#)', (made, message) => {
    expect(made).toThrow(TypeError);
    expect(made).toThrow(message);
  });
});
