import { compareFractions } from '../common/fractions.js';
import type { Plan } from './plan.js';
import { complete } from './reading.js';
import type { RubricIssue } from './rubric-issue.js';
import { planScore } from './score.js';
import { readSheet } from './sheet.js';

/** Scores that lie in no band, or in two. */
export const bandIssues = (plan: Plan): RubricIssue[] => {
  const bands = plan.rubric.bands ?? [];
  const scorer = planScore(plan);
  const sheet = readSheet(plan, { ratings: {} }, 'checkRubric');
  const [least, most] = (['lowest', 'highest'] as const).map((end) => scorer.completed(complete(plan, sheet, end)));
  const sorted = bands.map((band, at) => ({ band, at })).sort((a, b) => compareFractions(a.band.from, b.band.from));
  const issues: RubricIssue[] = [];
  const gap = (at: number, message: string): void => {
    issues.push({
      code: 'band-gap',
      severity: 'warning',
      path: ['bands', at],
      message,
      hint: 'let the bands meet: one’s below is the next one’s from',
    });
  };
  sorted.forEach(({ band, at }, place) => {
    const next = sorted[place + 1];
    if (place === 0 && least && compareFractions(least, band.from) < 0)
      gap(at, `scores below “${band.label}” lie in no band`);
    if (next === undefined) {
      if (band.below && most && compareFractions(most, band.below) >= 0)
        gap(at, `scores above “${band.label}” lie in no band`);
      return;
    }
    const meeting = band.below === undefined ? 1 : compareFractions(band.below, next.band.from);
    if (meeting < 0) gap(at, `scores between “${band.label}” and “${next.band.label}” lie in no band`);
    if (meeting > 0) {
      issues.push({
        code: 'band-overlap',
        severity: 'warning',
        path: ['bands', next.at],
        message: `“${band.label}” and “${next.band.label}” share scores`,
        hint: 'end the lower band where the higher begins',
      });
    }
  });
  return issues;
};
