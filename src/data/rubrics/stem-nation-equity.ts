import { defineRubric } from '../../model/define.js';
import { metPartlyNotYet } from '../scales/met-partly-not-yet.js';

/**
 * The equity element of the STEM Nation Award, judged indicator by indicator. The six indicators are those for ELC settings and schools;
 * how the CLD list differs stands in the notes of the framework's indicators.
 */
export const stemNationEquity = defineRubric({
  id: 'stem-nation-equity',
  version: '1.0.0',
  label: 'Equity and equality in STEM (STEM Nation Award)',
  framework: { id: 'stem-nation-award', edition: 'web-2026-11-22', element: 'equity-equality' },
  scale: metPartlyNotYet,
  criteria: [
    { id: 'equality-through-stem', label: 'Equality through STEM', weight: 1 },
    {
      id: 'stereotypes-and-bias',
      label: 'Stereotypes and bias',
      weight: 1,
      note: 'The action is sustained: a single day or assembly is “partly”. A CLD provider also looks for plans that rest on professional learning.',
    },
    { id: 'achievement-for-all', label: 'Achievement for all', weight: 1 },
    {
      id: 'career-preconceptions',
      label: 'Who works in STEM',
      weight: 1,
      note: 'ELC settings and schools do this with learners, parents and families; the CLD list does not name them.',
    },
    { id: 'tracking-and-support', label: 'Tracking and support', weight: 1 },
    {
      id: 'raising-attainment',
      label: 'STEM lifts attainment',
      weight: 1,
      note: 'The end of the CLD statement could not be read: a CLD provider checks it on the award’s own page.',
    },
  ],
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  outcomes: [
    {
      id: 'under-way',
      label: 'Under way',
      origin: 'project',
      description: 'Something of every indicator can be seen.',
      rule: { kind: 'every', level: 'partly' },
    },
    {
      id: 'element-ready',
      label: 'Ready to apply for the element',
      origin: 'project',
      description: 'The whole of every indicator can be seen.',
      rule: { kind: 'every', level: 'met' },
    },
  ],
  examples: [
    {
      title: 'everything is in place',
      ratings: {
        'equality-through-stem': 'met',
        'stereotypes-and-bias': 'met',
        'achievement-for-all': 'met',
        'career-preconceptions': 'met',
        'tracking-and-support': 'met',
        'raising-attainment': 'met',
      },
      expect: { outcomes: { 'under-way': 'met', 'element-ready': 'met' }, score: { numerator: 1, denominator: 1 } },
    },
    {
      title: 'good work everywhere, but nobody follows who takes part',
      ratings: {
        'equality-through-stem': 'met',
        'stereotypes-and-bias': 'met',
        'achievement-for-all': 'met',
        'career-preconceptions': 'met',
        'tracking-and-support': 'not-yet',
        'raising-attainment': 'partly',
      },
      // Four at 2, one at 0, one at 1, of 12: 9/12.
      expect: {
        outcomes: { 'under-way': 'not-yet-met', 'element-ready': 'not-yet-met' },
        score: { numerator: 3, denominator: 4 },
      },
    },
    {
      title: 'something of everything',
      ratings: {
        'equality-through-stem': 'partly',
        'stereotypes-and-bias': 'partly',
        'achievement-for-all': 'met',
        'career-preconceptions': 'partly',
        'tracking-and-support': 'partly',
        'raising-attainment': 'partly',
      },
      // Five at 1 and one at 2, of 12.
      expect: {
        outcomes: { 'under-way': 'met', 'element-ready': 'not-yet-met' },
        score: { numerator: 7, denominator: 12 },
      },
    },
    {
      title: 'five are met and attainment waits for the summer’s figures',
      ratings: {
        'equality-through-stem': 'met',
        'stereotypes-and-bias': 'met',
        'achievement-for-all': 'met',
        'career-preconceptions': 'met',
        'tracking-and-support': 'met',
      },
      expect: {
        outcomes: { 'under-way': 'undecided', 'element-ready': 'undecided' },
        score: { numerator: 1, denominator: 1 },
      },
    },
    {
      title: 'nothing has been looked at',
      ratings: {},
      expect: { outcomes: { 'under-way': 'undecided', 'element-ready': 'undecided' } },
    },
  ],
  sources: [
    {
      title: 'Equity and equalities in STEM: evidence examples',
      url: 'https://blogs.glowscotland.org.uk/glowblogs/stemnation/snap-equity-and-equalities-in-stem-evidence-examples',
      read: '2026-11-22',
      note: 'The six indicators, complete for ELC settings and schools; the end of the last CLD statement could not be read.',
    },
  ],
  notice:
    'The indicators are those for ELC settings and schools; the CLD list has the same six with small differences, and the end of its last one could not be read. ' +
    'The STEM Nation Award publishes no levels, points or scores. The levels, the score and the words “under way” and “ready” here are those of the stem-leadership library, ' +
    'meant for a setting’s own planning; whether an element is achieved is for Education Scotland’s validators to say.',
});
