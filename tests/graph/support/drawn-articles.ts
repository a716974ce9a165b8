/** Articles for property tests: few words, few subjects, links within a neighbourhood of ids, some filed twice, some not indexed. */
import * as fc from 'fast-check';
import type { TextArticle } from '../../../src/graph/words/build-text-index.js';
import type { GraphArticle } from '../../../src/model/articles/graph-article.js';

export type SiteArticle = GraphArticle & TextArticle;

/** Numbers from 0 up to, not including, a limit, from a seed. */
const dice = (seed: number): ((limit: number) => number) => {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
};

const WORDS = ['wind', 'tide', 'coil', 'lens', 'acid', 'cell', 'orbit', 'prime', 'graph', 'force', 'light', 'sound'];
const SUBJECTS = ['Physics', 'Biology', 'Mathematics'];

export const urlOf = (at: number): string => (at === 3 ? '__proto__' : `/${String(at).padStart(4, '0')}`);

export interface Drawing {
  readonly count: number;
  readonly seed: number;
  /** Links lead at most so far in the order of the articles. */
  readonly reach: number;
  readonly withCopies: boolean;
}

export const siteOf = ({ count, seed, reach, withCopies }: Drawing): SiteArticle[] => {
  const draw = dice(seed);
  const words = (most: number): string => Array.from({ length: draw(most + 1) }, () => WORDS[draw(12)]!).join(' ');
  const idOf = (at: number): number => (withCopies && at % 5 === 4 ? 1000 + at - 1 : 1000 + at);
  const subjectOf = (at: number): string => SUBJECTS[(at + (at % 5 === 4 ? 1 : 0)) % 3]!;
  const titles = Array.from({ length: count }, (_, at) => `${WORDS[draw(12)]!} ${WORDS[at % 12]!} ${at}`);
  return titles.map((title, at) => {
    const targets = Array.from({ length: draw(6) }, () => at - reach + draw(2 * reach + 1)).filter(
      (target) => target >= 0 && target < count,
    );
    return {
      url: urlOf(at),
      id: idOf(at),
      title,
      subject: subjectOf(at),
      noIndex: draw(15) === 0,
      answer: words(12),
      related: targets.map((target, i) => ({
        slot: i + 1,
        id: idOf(target),
        title: titles[target]!,
        subject: subjectOf(target),
        url: urlOf(target),
      })),
    };
  });
};

export const drawnSite = (most: number): fc.Arbitrary<SiteArticle[]> =>
  fc
    .record({
      count: fc.integer({ min: 1, max: most }),
      seed: fc.nat(),
      reach: fc.integer({ min: 1, max: most }),
      withCopies: fc.boolean(),
    })
    .map(siteOf);
