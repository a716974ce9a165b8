import { defineRubric } from '../../model/define.js';
import { preEmergingToLeading } from '../scales/pre-emerging-to-leading.js';

/**
 * The Carnegie STEM Excellence Pathway: a profile on five levels and up to three priorities. There is nothing to pass, so there is no score
 * and no outcome. All but one of the twenty criteria are places for the host to name and to put into one of the six areas.
 */
export const carnegieStemExcellence = defineRubric({
  id: 'carnegie-stem-excellence',
  version: '1.0.2',
  label: 'Carnegie STEM Excellence Pathway',
  scale: preEmergingToLeading,
  groups: [
    { id: 'teacher-qualifications', label: 'Teacher Qualifications' },
    { id: 'curriculum', label: 'Curriculum' },
    { id: 'instructional-practices', label: 'Instructional Practices' },
    { id: 'assessment-of-skills', label: 'Assessment and Demonstration of Skills' },
    { id: 'family-engagement', label: 'Family Engagement' },
    { id: 'real-world-connections', label: 'Real-World Connections' },
  ],
  criteria: [
    {
      id: 'career-awareness',
      label: 'Career Awareness',
      weight: 1,
      group: 'real-world-connections',
    },
    {
      id: 'criterion-2',
      label: 'Criterion 2',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-3',
      label: 'Criterion 3',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-4',
      label: 'Criterion 4',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-5',
      label: 'Criterion 5',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-6',
      label: 'Criterion 6',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-7',
      label: 'Criterion 7',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-8',
      label: 'Criterion 8',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-9',
      label: 'Criterion 9',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-10',
      label: 'Criterion 10',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-11',
      label: 'Criterion 11',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-12',
      label: 'Criterion 12',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-13',
      label: 'Criterion 13',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-14',
      label: 'Criterion 14',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-15',
      label: 'Criterion 15',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-16',
      label: 'Criterion 16',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-17',
      label: 'Criterion 17',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-18',
      label: 'Criterion 18',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-19',
      label: 'Criterion 19',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
    {
      id: 'criterion-20',
      label: 'Criterion 20',
      weight: 1,
      note: 'A place for one of the twenty criteria, for the host to name and to put into its area: neither was found.',
    },
  ],
  scoring: { kind: 'none' },
  outcomes: [],
  priorities: { atMost: 3 },
  examples: [
    {
      title: 'a whole profile, uneven as profiles are',
      ratings: {
        'career-awareness': 'pre-emerging',
        'criterion-2': 'progressing',
        'criterion-3': 'leading',
        'criterion-4': 'emerging',
        'criterion-5': 'advancing',
        'criterion-6': 'pre-emerging',
        'criterion-7': 'progressing',
        'criterion-8': 'leading',
        'criterion-9': 'emerging',
        'criterion-10': 'advancing',
        'criterion-11': 'pre-emerging',
        'criterion-12': 'progressing',
        'criterion-13': 'leading',
        'criterion-14': 'emerging',
        'criterion-15': 'advancing',
        'criterion-16': 'pre-emerging',
        'criterion-17': 'progressing',
        'criterion-18': 'leading',
        'criterion-19': 'emerging',
        'criterion-20': 'advancing',
      },
      expect: {},
    },
    {
      title: 'a beginning: speakers come, and nothing else has been looked at',
      ratings: {
        'career-awareness': { level: 'emerging', note: 'Two engineers came in March.' },
      },
      expect: {},
    },
    {
      title: 'nothing has been looked at',
      ratings: {},
      expect: {},
    },
  ],
  sources: [
    {
      title: 'Local schools embark on Carnegie STEM Excellence Pathway (STEMisphere, 2014)',
      url: 'https://stemisphere.org/news/csc/local-schools-embark-carnegie-stem-excellence-pathway-process-assessing-and-continuously',
      read: '2026-11-22',
      note: 'The six areas, twenty criteria in all, the levels, and Career Awareness as one criterion.',
    },
    {
      title: 'Carnegie STEM Excellence Pathway (Lancaster-Lebanon IU 13)',
      url: 'http://www.iu13.org/educators/instruction/stem/carnegie-stem-excellence-pathway/',
      read: '2026-11-22',
      note: 'Up to three priorities, an action plan with a timeline, then the next self-evaluation; that nobody is marked down.',
    },
    {
      title: 'Carnegie STEM Excellence Pathway (Carnegie Science Center, at scitechfestival.com)',
      url: 'http://scitechfestival.com/stemcenter/carnegie-stem-excellence-pathway',
      read: '2026-11-28',
      note: 'That up to three priority areas are chosen, and that they lie inside the six components.',
    },
  ],
  notice:
    'A profile: the pathway has no pass mark, and neither score nor verdict is made here. After it, choose up to three priorities, plan, and look again. A priority is a priority area: each of the six components, called areas here, has several inside it, with criteria of their own, so a priority is not one of the six. Whether one priority area has one of the twenty criteria or more was not found; here it is a criterion. ' +
    'The areas, the levels and the number of criteria are published; the names of nineteen criteria and how they spread over the areas were not found, and the host fills them in.',
});
