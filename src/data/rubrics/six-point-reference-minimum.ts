import { defineRubric } from '../../model/define.js';
import { sixPoint } from '../scales/six-point.js';

/**
 * How Scottish inspection statistics count a school as positive: not by a mean, but by the lowest of three reference indicators.
 * Indicators without the tag `reference` may be added to a copy and change nothing.
 */
export const sixPointReferenceMinimum = defineRubric({
  id: 'six-point-reference-minimum',
  version: '1.0.1',
  label: 'Lowest of three reference indicators (Scottish inspection statistic)',
  scale: sixPoint,
  criteria: [
    {
      id: 'first-reference',
      label: 'First reference indicator',
      weight: 1,
      tags: ['reference'],
      note: 'A place for one of the three reference indicators: which they are changes from one inspection framework to the next, so the host names it.',
    },
    {
      id: 'second-reference',
      label: 'Second reference indicator',
      weight: 1,
      tags: ['reference'],
      note: 'A place for one of the three reference indicators, as the first.',
    },
    {
      id: 'third-reference',
      label: 'Third reference indicator',
      weight: 1,
      tags: ['reference'],
      note: 'A place for one of the three reference indicators, as the first.',
    },
  ],
  scoring: { kind: 'minimum', from: 'lowest', of: { tag: 'reference' } },
  outcomes: [
    {
      id: 'positive',
      label: 'Positive: satisfactory or better in all three',
      origin: 'published',
      rule: { kind: 'minimum', level: 'satisfactory', of: { tag: 'reference' } },
    },
    {
      id: 'good-or-better',
      label: 'Good or better in all three',
      origin: 'published',
      rule: { kind: 'minimum', level: 'good', of: { tag: 'reference' } },
    },
    {
      id: 'very-good-or-better',
      label: 'Very good or better in all three',
      origin: 'published',
      rule: { kind: 'minimum', level: 'very-good', of: { tag: 'reference' } },
    },
  ],
  examples: [
    {
      title: 'two good, one weak: the weak one decides',
      ratings: { 'first-reference': 'good', 'second-reference': 'good', 'third-reference': 'weak' },
      // Weak is 2 on a scale from 1 to 6: (2 − 1) / (6 − 1).
      expect: {
        outcomes: { positive: 'not-yet-met', 'good-or-better': 'not-yet-met', 'very-good-or-better': 'not-yet-met' },
        score: { numerator: 1, denominator: 5 },
      },
    },
    {
      title: 'satisfactory, good and excellent',
      ratings: { 'first-reference': 'satisfactory', 'second-reference': 'good', 'third-reference': 'excellent' },
      // The lowest is satisfactory, 3: (3 − 1) / 5.
      expect: {
        outcomes: { positive: 'met', 'good-or-better': 'not-yet-met', 'very-good-or-better': 'not-yet-met' },
        score: { numerator: 2, denominator: 5 },
      },
    },
    {
      title: 'very good throughout',
      ratings: { 'first-reference': 'very-good', 'second-reference': 'excellent', 'third-reference': 'very-good' },
      expect: {
        outcomes: { positive: 'met', 'good-or-better': 'met', 'very-good-or-better': 'met' },
        score: { numerator: 4, denominator: 5 },
      },
    },
    {
      title: 'one good, one very good, one not graded',
      ratings: { 'first-reference': 'good', 'second-reference': 'very-good' },
      // Good is below very good already; the third may still be anything.
      expect: {
        outcomes: { positive: 'undecided', 'good-or-better': 'undecided', 'very-good-or-better': 'not-yet-met' },
      },
    },
  ],
  sources: [
    {
      title: 'Education Scotland quality indicator summary analysis published (2014)',
      url: 'http://www.wired-gov.net/wg/news.nsf/articles/Education+Scotland+Quality+Indicator+Summary+Analysis+Published+05062014092500?open',
      read: '2026-11-22',
      note: 'The count of schools that are satisfactory, good or very good, or better, in all three reference indicators.',
    },
    {
      title: 'School inspections (Scotland Performs, archived)',
      url: 'https://www2.gov.scot/topics/archive/About-Archive/scotlandperforms/indicators/SchoolInspections',
      read: '2026-11-22',
      note: 'The same count for 2008 to 2010, and that it is what makes an inspection report positive.',
    },
    {
      title: 'School inspections are changing (consultation of Education Scotland)',
      url: 'https://consult.gov.scot/education-scotland/school_inspections_are_changing/consultation/subpage.2025-08-18.5599282174',
      read: '2026-11-28',
      note: 'That a new inspection framework is being made.',
    },
  ],
  notice:
    'The rule and its three rungs are those of a published statistic about schools, not a judgement of one school: inspectors grade by best fit and give no overall mark. ' +
    'The names of the three reference indicators are for the host to fill in: the inspection framework is under review, and a public consultation on it closed on 26 November 2025. What follows it, and whether the six points stay, was not found. The number shown, the lowest grade as a share of the way from unsatisfactory to excellent, is the stem-leadership library’s.',
});
