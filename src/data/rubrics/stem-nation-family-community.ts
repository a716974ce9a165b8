import { defineRubric } from '../../model/define.js';
import { metPartlyNotYet } from '../scales/met-partly-not-yet.js';

/**
 * The family element of the STEM Nation Award for ELC settings and schools, judged indicator by indicator. CLD providers have two lists of
 * their own for this element, one of which could not be read to its end; no rubric is made of them here.
 */
export const stemNationFamilyCommunity = defineRubric({
  id: 'stem-nation-family-community',
  version: '1.0.0',
  label: 'STEM family learning, for ELC settings and schools (STEM Nation Award)',
  framework: { id: 'stem-nation-award', edition: 'web-2026-11-22', element: 'family-community' },
  scale: metPartlyNotYet,
  criteria: [
    { id: 'community-projects', label: 'Community projects and partner agencies', weight: 1 },
    { id: 'family-participation', label: 'Families take part', weight: 1 },
    { id: 'family-barriers', label: 'Barriers for families', weight: 1 },
    { id: 'stem-in-communication', label: 'STEM at events and in messages home', weight: 1 },
    {
      id: 'families-understand-pathways',
      label: 'Families see where STEM leads',
      weight: 1,
      note: 'The award asks for an understanding that is growing: “met” does not wait until every family has it.',
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
        'community-projects': 'met',
        'family-participation': 'met',
        'family-barriers': 'met',
        'stem-in-communication': 'met',
        'families-understand-pathways': 'met',
      },
      expect: { outcomes: { 'under-way': 'met', 'element-ready': 'met' }, score: { numerator: 1, denominator: 1 } },
    },
    {
      title: 'barriers are known, but parents’ own learning is not yet part of it',
      ratings: {
        'community-projects': 'met',
        'family-participation': 'met',
        'family-barriers': 'partly',
        'stem-in-communication': 'met',
        'families-understand-pathways': 'met',
      },
      // Four of five at 2 points of 2, one at 1: 9/10.
      expect: {
        outcomes: { 'under-way': 'met', 'element-ready': 'not-yet-met' },
        score: { numerator: 9, denominator: 10 },
      },
    },
    {
      title: 'newsletters and an open evening, and nobody has asked the families yet',
      ratings: {
        'community-projects': 'not-yet',
        'family-participation': 'partly',
        'stem-in-communication': 'met',
      },
      // Of what is rated: 0 + 1 + 2, of 6. One “not yet” settles both outcomes.
      expect: {
        outcomes: { 'under-way': 'not-yet-met', 'element-ready': 'not-yet-met' },
        score: { numerator: 1, denominator: 2 },
      },
    },
    {
      title: 'four are met and the last has not been looked at',
      ratings: {
        'community-projects': 'met',
        'family-participation': 'met',
        'family-barriers': 'met',
        'stem-in-communication': 'met',
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
      title: 'STEM family learning: evidence examples',
      url: 'https://blogs.glowscotland.org.uk/glowblogs/stemnation/snap-stem-family-learning-evidence-examples',
      read: '2026-11-22',
      note: 'The five indicators for ELC settings and schools, complete.',
    },
  ],
  notice:
    'For ELC settings and schools, special schools included; the award gives CLD providers other lists of indicators for this element. ' +
    'The STEM Nation Award publishes no levels, points or scores. The levels, the score and the words “under way” and “ready” here are those of the stem-leadership library, ' +
    'meant for a setting’s own planning; whether an element is achieved is for Education Scotland’s validators to say.',
});
