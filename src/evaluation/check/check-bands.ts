import { compareFractions } from '../../common/fractions.js';
import type { Fraction } from '../../model/shared/fraction.js';
import type { Checked } from './check-outcomes.js';
import type { Found, RubricSearch } from './check-search.js';
import type { RubricIssue } from './rubric-issue.js';

/** Scores in no band, or in two: only where some assessment scores there, and with that assessment. */
export const bandIssues = (search: RubricSearch): Checked => {
  const bands = search.lowered.rubric.bands ?? [];
  const sorted = bands.map((band, at) => ({ band, at })).sort((a, b) => compareFractions(a.band.from, b.band.from));
  const issues: RubricIssue[] = [];
  const open: string[] = [];
  const score = (threshold: Fraction): number | undefined =>
    search.node((circuit) => circuit.score(threshold, 'lowest'));
  /** Whether some score lies from one threshold up to but without another. */
  const between = (from: Fraction, below: Fraction): Found => search.parts(score(from), score(below));
  const note = (found: Found, where: string, issue: (where: string) => Omit<RubricIssue, 'severity'>): void => {
    if (found.kind === 'unknown') open.push(`whether scores ${where} are possible`);
    if (found.kind === 'found') issues.push({ ...issue(where), severity: 'warning', reproduction: found.assessment });
  };
  const gap = (at: number) => (where: string) => ({
    code: 'band-gap',
    path: ['bands', at],
    message: `Scores ${where} lie in no band.`,
    hint: 'Let the bands meet: one’s below is the next one’s from.',
  });
  sorted.forEach(({ band, at }, place) => {
    const next = sorted[place + 1];
    if (place === 0 && band.from.numerator > 0)
      note(between({ numerator: 0, denominator: 1 }, band.from), `below “${band.label}”`, gap(at));
    if (next === undefined) {
      if (band.below) note(search.reaches(score(band.below)), `above “${band.label}”`, gap(at));
      return;
    }
    const meeting = band.below === undefined ? 1 : compareFractions(band.below, next.band.from);
    if (band.below && meeting < 0)
      note(between(band.below, next.band.from), `between “${band.label}” and “${next.band.label}”`, gap(at));
    if (meeting > 0) {
      const shared =
        band.below && (next.band.below === undefined || compareFractions(band.below, next.band.below) <= 0)
          ? band.below
          : next.band.below;
      const found = shared === undefined ? search.reaches(score(next.band.from)) : between(next.band.from, shared);
      note(found, `of both “${band.label}” and “${next.band.label}”`, () => ({
        code: 'band-overlap',
        path: ['bands', next.at],
        message: `“${band.label}” and “${next.band.label}” share scores.`,
        hint: 'End the lower band where the higher begins.',
      }));
    }
  });
  return { issues, open };
};
