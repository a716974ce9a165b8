import { defineRubric } from '../../model/define.js';
import { metPartlyNotYet } from '../scales/met-partly-not-yet.js';

/** The leadership element of the STEM Nation Award, judged indicator by indicator. */
export const stemNationLeadership = defineRubric({
  id: 'stem-nation-leadership',
  version: '1.0.0',
  label: 'Leadership in STEM (STEM Nation Award)',
  framework: { id: 'stem-nation-award', edition: 'web-2026-11-22', element: 'leadership' },
  scale: metPartlyNotYet,
  criteria: [
    { id: 'shared-vision', label: 'Shared vision', weight: 1 },
    {
      id: 'core-team',
      label: 'Core team',
      weight: 1,
      notApplicable: 'waived',
      note: 'The award asks for a core team where appropriate. A setting too small for one says so, with the reason, and loses nothing by it.',
    },
    { id: 'professional-dialogue', label: 'Professional dialogue', weight: 1 },
    { id: 'collaborative-practice', label: 'Collaborative practice', weight: 1 },
    { id: 'practitioner-leadership', label: 'Practitioner leadership', weight: 1 },
    { id: 'use-of-data', label: 'Use of data', weight: 1 },
    { id: 'learner-leadership', label: 'Learner leadership', weight: 1 },
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
        'shared-vision': 'met',
        'core-team': 'met',
        'professional-dialogue': 'met',
        'collaborative-practice': 'met',
        'practitioner-leadership': 'met',
        'use-of-data': 'met',
        'learner-leadership': 'met',
      },
      expect: { outcomes: { 'under-way': 'met', 'element-ready': 'met' }, score: { numerator: 1, denominator: 1 } },
    },
    {
      title: 'learners do not lead yet',
      ratings: {
        'shared-vision': 'met',
        'core-team': 'met',
        'professional-dialogue': 'met',
        'collaborative-practice': 'met',
        'practitioner-leadership': 'met',
        'use-of-data': 'met',
        'learner-leadership': 'not-yet',
      },
      // Six of seven at 2 points of 2, one at 0: 12/14.
      expect: {
        outcomes: { 'under-way': 'not-yet-met', 'element-ready': 'not-yet-met' },
        score: { numerator: 6, denominator: 7 },
      },
    },
    {
      title: 'one indicator has not been looked at',
      ratings: {
        'shared-vision': 'met',
        'core-team': 'met',
        'professional-dialogue': 'partly',
        'collaborative-practice': 'met',
        'practitioner-leadership': 'met',
        'use-of-data': 'partly',
      },
      // Of what is rated: four at 2 and two at 1, of 12.
      expect: {
        outcomes: { 'under-way': 'undecided', 'element-ready': 'not-yet-met' },
        score: { numerator: 5, denominator: 6 },
      },
    },
    {
      title: 'a setting of two staff has no core team and waives it',
      ratings: {
        'shared-vision': 'met',
        'core-team': { notApplicable: 'Two members of staff: everyone plans and leads.' },
        'professional-dialogue': 'met',
        'collaborative-practice': 'met',
        'practitioner-leadership': 'partly',
        'use-of-data': 'partly',
        'learner-leadership': 'partly',
      },
      // Six apply: three at 2 and three at 1, of 12.
      expect: {
        outcomes: { 'under-way': 'met', 'element-ready': 'not-yet-met' },
        score: { numerator: 3, denominator: 4 },
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
      title: 'Leadership in STEM support',
      url: 'https://blogs.glowscotland.org.uk/glowblogs/stemnation/?p=7058',
      read: '2026-11-22',
      note: 'The indicators, and that a core team is asked for where appropriate.',
    },
  ],
  notice:
    'The STEM Nation Award publishes no levels, points or scores. The levels, the score and the words “under way” and “ready” here are those of the stem-leadership library, ' +
    'meant for a setting’s own planning; whether an element is achieved is for Education Scotland’s validators to say.',
});
