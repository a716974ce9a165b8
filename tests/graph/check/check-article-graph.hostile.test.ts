import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRepairs } from '../../../src/graph/check/apply-repairs.js';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { checkArticleGraph } from '../../../src/graph/check/check-article-graph.js';
import { countGraphIssues } from '../../../src/graph/check/count-graph-issues.js';
import type { GraphArticle } from '../../../src/model/articles/graph-article.js';
import type { GraphIssue } from '../../../src/graph/check/graph-issue.js';
import { runs } from '../../support/runs.js';
import { plainCheck } from '../support/plain-check.js';
import { article, linkTo, withRelated } from '../support/sound-articles.js';

const tides = article(1, 'How do tides rise?', 'Oceans');
const check = (articles: readonly GraphArticle[]): readonly GraphIssue[] =>
  checkArticleGraph(buildArticleGraph(articles));

describe('hostile articles', () => {
  it('of ten megabytes of title are checked, and told of in a line', () => {
    const long = 'tide '.repeat(2_000_000);
    const page = article(1, 'How high?', 'Oceans', [
      { slot: 1, id: 2, title: long, subject: 'Oceans', url: '/long' },
      { slot: 2, id: 9, title: `${long}!`, subject: 'Oceans', url: '/longer' },
    ]);
    const issues = check([page, { url: '/long', id: 2, title: long, subject: 'Oceans', related: [] }]);
    expect(issues.map(({ code, path, repair }) => [code, path[2], repair?.kind])).toEqual([
      ['dangling-link', 2, undefined],
    ]);
    expect(issues[0]!.message.length).toBeLessThan(1000);
  });

  it('with twenty thousand links on one page are checked in one go through them', () => {
    const others = Array.from({ length: 1000 }, (_, i) => article(i + 10, `Question ${i}?`, 'Oceans'));
    const related = Array.from({ length: 20_000 }, (_, i) => linkTo(others[i % 1000]!, i + 1));
    const articles = [withRelated(tides, ...related), ...others];
    const issues = check(articles);
    expect(countGraphIssues(issues)).toEqual([
      { code: 'repeated-link', count: 19_000, articles: 1 },
      { code: 'id-three-times', count: 1000, articles: 1 },
    ]);
    expect(applyRepairs(articles, issues)[0]?.related).toEqual(related.slice(0, 1000));
  });

  it('with two thousand links to nowhere and two thousand articles of the same words are matched within bounds', () => {
    const others = Array.from({ length: 2000 }, (_, i) => article(i, `What is part ${i} of the sea?`, 'Oceans'));
    const lost = others.map(({ id, title, subject }) => ({
      slot: 1,
      id: -1 - id,
      title: title.replace('part', 'parts'),
      subject,
      url: `/old/${id}`,
    }));
    const pages = others.map((page, i) => withRelated(page, lost[(i + 1) % lost.length]!));
    const issues = check(pages);
    expect(issues).toHaveLength(2000);
    const right = issues.filter(
      ({ repair }) => repair?.kind === 'replace-link' && -1 - repair.written.id === repair.with.id,
    );
    expect(right).toHaveLength(2000);
  });

  it('with a row too long to compare each entry with each have the faults that a slow obvious check finds', () => {
    const pages = [
      tides,
      article(2, 'Why is the moon round?', 'Space'),
      article(2, 'Why is the moon round?', 'Oceans'),
      article(3, 'Who lives in a reef?', 'Oceans'),
    ];
    const draw = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.nat({ max: 15 }), fc.nat({ max: 9 }));
    fc.assert(
      fc.property(fc.array(draw, { minLength: 33, maxLength: 45 }), (entries) => {
        // Each names one page, but for the names of another whose bits are set, or a url that no page has.
        const related = entries.map(([one, other, bits, lot], at) => {
          const [right, wrong] = [pages[one]!, pages[other]!];
          return {
            slot: at + 1,
            id: bits & 1 ? wrong.id : right.id,
            title: bits & 2 ? wrong.title : right.title,
            subject: bits & 4 ? wrong.subject : right.subject,
            url: lot === 0 ? '/gone' : bits & 8 ? wrong.url : right.url,
          };
        });
        const articles = [withRelated(tides, ...related), ...pages.slice(1)];
        const faults = check(articles).flatMap(({ code, also, path }) =>
          [code, ...also].map((each) => `${String(path[0])} ${String(path[2] ?? 0)} ${each}`),
        );
        expect(faults.sort()).toEqual(
          plainCheck(articles)
            .map((fault) => fault.join(' '))
            .sort(),
        );
      }),
      { numRuns: runs(30) },
    );
  });
});
