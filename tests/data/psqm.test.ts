import type { RatingsOf } from '../../src/model/rubrics/assessment.js';
import { describe, expect, test } from 'vitest';
import { psqm } from '../../src/data/rubrics/psqm.js';
import { checkRubric, evaluate, nextSteps } from '../../src/evaluation/index.js';

type Level = 'not-yet' | 'psqm' | 'gilt';

const rate = (levels: readonly Level[], impact?: boolean) => ({
  ratings: Object.fromEntries(levels.map((level, at) => [psqm.criteria[at]!.id, level])) as Record<
    string,
    string
  > as RatingsOf<typeof psqm>,
  ...(impact === undefined ? {} : { facts: { 'impact-on-other-schools': impact } }),
});
const times = (count: number, level: Level): Level[] => Array.from({ length: count }, () => level);

describe('the Primary Science Quality Mark', () => {
  test('has thirteen criteria, three marks, no score, and nothing wrong with it', () => {
    expect(psqm.criteria.length).toBe(13);
    expect(psqm.outcomes.map(({ id }) => id)).toEqual(['psqm', 'gilt', 'outreach']);
    expect(evaluate(psqm, rate(times(13, 'gilt'))).score).toMatchObject({ kind: 'unscored', because: 'profile-only' });
    expect(checkRubric(psqm)).toEqual([]);
  });

  test.each([
    // Thirteen of thirteen at a mark are the mark, and with it every mark below.
    { levels: times(13, 'psqm'), impact: true, verdicts: ['met', 'not-yet-met', 'not-yet-met'] },
    { levels: times(13, 'gilt'), impact: false, verdicts: ['met', 'met', 'not-yet-met'] },
    { levels: times(13, 'gilt'), impact: undefined, verdicts: ['met', 'met', 'undecided'] },
    { levels: times(13, 'gilt'), impact: true, verdicts: ['met', 'met', 'met'] },
    // Twelve are not thirteen, whatever has been done for other schools.
    { levels: [...times(12, 'gilt'), 'psqm' as const], impact: true, verdicts: ['met', 'not-yet-met', 'not-yet-met'] },
    {
      levels: [...times(12, 'gilt'), 'not-yet' as const],
      impact: true,
      verdicts: ['not-yet-met', 'not-yet-met', 'not-yet-met'],
    },
    // The thirteenth is open: it decides.
    { levels: times(12, 'gilt'), impact: true, verdicts: ['undecided', 'undecided', 'undecided'] },
    { levels: times(12, 'gilt'), impact: false, verdicts: ['undecided', 'undecided', 'not-yet-met'] },
  ])('is $verdicts for $levels, impact on other schools $impact', ({ levels, impact, verdicts }) => {
    expect(Object.values(evaluate(psqm, rate(levels, impact)).verdicts)).toEqual(verdicts);
  });

  test('the way from Gilt to Outreach is one thing: to show what other schools gained', () => {
    expect(nextSteps(psqm, rate(times(13, 'gilt')), { to: 'outreach' })).toMatchObject({
      kind: 'steps',
      cost: 1,
      steps: [{ kind: 'attest', fact: 'impact-on-other-schools' }],
    });
  });
});
