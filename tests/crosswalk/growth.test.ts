import { expect, test } from 'vitest';
import { checkCrosswalk, suggestStrategies } from '../../src/crosswalk/index.js';
import { evaluate } from '../../src/evaluation/index.js';
import type { Crosswalk } from '../../src/model/articles/crosswalk.js';
import { growth } from '../support/counted-work.js';
import { smallRubric } from '../support/small-rubric.js';

const upTo = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));
const named = (n: number, sign: string) => upTo(n, (i) => ({ id: `${sign}-${i}`, label: `${sign} ${i}` }));

/** A strategy for each indicator, or for none. */
const crosswalk = (n: number, isMapped: boolean): Crosswalk => ({
  id: 'c',
  version: '1.0.0',
  label: 'C',
  origin: 'project',
  strategies: { framework: 'f', edition: '1', element: 'e', items: named(n, 's') },
  indicators: { framework: 'f', edition: '1', element: 'e', items: named(n, 'c') },
  mappings: isMapped
    ? upTo(n, (i) => ({ strategy: `s-${i}`, indicator: `c-${n - 1 - i}`, strength: 'strong' as const, reason: 'r' }))
    : [],
  sources: [{ title: 'S', url: 'https://example.org', read: '2026-01-05' }],
});

test.each([true, false])('the work of checking a crosswalk grows with it, mapped: %s', (isMapped) => {
  expect(
    growth(25, (n) => {
      const given = crosswalk(n, isMapped);
      return () => checkCrosswalk(given);
    }),
  ).toBeLessThan(2.4);
});

test('the work of suggesting grows with the crosswalk', () => {
  expect(
    growth(25, (n) => {
      const rubric = {
        ...smallRubric,
        framework: undefined,
        criteria: upTo(n, (i) => ({ id: `c-${i}`, label: `C ${i}`, weight: 1 })),
        scoring: { kind: 'none' as const },
        outcomes: [],
      };
      const evaluation = evaluate(rubric, { ratings: Object.fromEntries(upTo(n, (i) => [`c-${i}`, 'low'])) });
      const given = crosswalk(n, true);
      return () => suggestStrategies(evaluation, given);
    }),
  ).toBeLessThan(2.4);
});
