import { defineRubric } from '../../model/define.js';
import { computingQualityLevels } from '../scales/computing-quality-levels.js';

/**
 * The recognitions of the Computing Quality Framework. The mark asks for level 4 in all seven dimensions, for evidence in each, and for an
 * assessor who has read it.
 */
export const computingQualityMark = defineRubric({
  id: 'computing-quality-mark',
  version: '1.0.1',
  label: 'Computing Quality Mark',
  framework: { id: 'computing-quality-mark', edition: 'web-2026-11-28', element: 'dimensions' },
  scale: computingQualityLevels,
  criteria: [
    { id: 'leadership-vision', label: 'Leadership and vision', weight: 1 },
    { id: 'curriculum-qualifications', label: 'Curriculum and qualifications', weight: 1 },
    { id: 'teaching-learning-assessment', label: 'Teaching, learning and assessment', weight: 1 },
    { id: 'staff-development', label: 'Staff development', weight: 1 },
    { id: 'equity-inclusion', label: 'Equity, diversity, inclusion and SEND', weight: 1 },
    { id: 'careers-education', label: 'Careers education', weight: 1 },
    { id: 'impact-on-outcomes', label: 'Impact on outcomes', weight: 1 },
  ],
  facts: [
    {
      id: 'registered',
      label: 'The school is registered with the framework',
      whenFalse: 'The school is not registered with the framework',
    },
    {
      id: 'two-dimensions',
      label: 'Two of the seven dimensions are completed',
      whenFalse: 'Fewer than two of the seven dimensions are completed',
    },
    {
      id: 'assessor-agrees',
      label: 'An assessor has read the submission and agrees',
      whenFalse: 'No assessor has read the submission and agreed',
    },
  ],
  scoring: { kind: 'count', level: 'level-4' },
  outcomes: [
    {
      id: 'commitment',
      label: 'Certificate of Commitment',
      origin: 'published',
      description: 'The school is registered.',
      rule: { kind: 'attested', fact: 'registered' },
    },
    {
      id: 'progress',
      label: 'Certificate of Progress (older rule)',
      origin: 'published',
      description:
        'Registered, and two of the seven dimensions are completed at whatever level: somebody attests it, or all seven have their evidence.',
      rule: {
        kind: 'all',
        rules: [
          { kind: 'achieves', outcome: 'commitment' },
          {
            kind: 'any',
            rules: [
              { kind: 'attested', fact: 'two-dimensions' },
              { kind: 'evidence', atLeast: 1 },
            ],
          },
        ],
      },
    },
    {
      id: 'mark',
      label: 'Computing Quality Mark',
      origin: 'published',
      description: 'All seven dimensions are at level 4 or above, each has its evidence, and an assessor agrees.',
      rule: {
        kind: 'all',
        rules: [
          { kind: 'achieves', outcome: 'commitment' },
          { kind: 'every', level: 'level-4' },
          { kind: 'evidence', atLeast: 1 },
          { kind: 'attested', fact: 'assessor-agrees' },
        ],
      },
    },
  ],
  examples: [
    {
      title: 'six at level 4, one at level 5, evidence for all, and the assessor agrees',
      ratings: {
        'leadership-vision': 'level-4',
        'curriculum-qualifications': 'level-4',
        'teaching-learning-assessment': 'level-4',
        'staff-development': 'level-4',
        'equity-inclusion': 'level-4',
        'careers-education': 'level-5',
        'impact-on-outcomes': 'level-4',
      },
      facts: { registered: true, 'assessor-agrees': true },
      evidence: [
        {
          id: 'commentary',
          kind: 'other',
          date: '2026-06-01',
          shows: 'What we wrote for each dimension, with what we keep to show it.',
          supports: [
            'leadership-vision',
            'curriculum-qualifications',
            'teaching-learning-assessment',
            'staff-development',
            'equity-inclusion',
            'careers-education',
            'impact-on-outcomes',
          ],
        },
      ],
      expect: {
        outcomes: { commitment: 'met', progress: 'met', mark: 'met' },
        score: { numerator: 7, denominator: 1 },
      },
    },
    {
      title: 'the same levels, but no evidence in one dimension',
      ratings: {
        'leadership-vision': 'level-4',
        'curriculum-qualifications': 'level-4',
        'teaching-learning-assessment': 'level-4',
        'staff-development': 'level-4',
        'equity-inclusion': 'level-4',
        'careers-education': 'level-4',
        'impact-on-outcomes': 'level-4',
      },
      facts: { registered: true, 'assessor-agrees': true },
      evidence: [
        {
          id: 'commentary',
          kind: 'other',
          date: '2026-06-01',
          shows: 'What we wrote for six of the dimensions.',
          supports: [
            'leadership-vision',
            'curriculum-qualifications',
            'teaching-learning-assessment',
            'staff-development',
            'equity-inclusion',
            'careers-education',
          ],
        },
      ],
      // Evidence is not open: what is not there is not there.
      expect: { outcomes: { mark: 'not-yet-met' }, score: { numerator: 7, denominator: 1 } },
    },
    {
      title: 'six at level 5 do not outweigh one at level 3',
      ratings: {
        'leadership-vision': 'level-5',
        'curriculum-qualifications': 'level-5',
        'teaching-learning-assessment': 'level-5',
        'staff-development': 'level-3',
        'equity-inclusion': 'level-5',
        'careers-education': 'level-5',
        'impact-on-outcomes': 'level-5',
      },
      facts: { registered: true, 'assessor-agrees': true },
      evidence: [
        {
          id: 'commentary',
          kind: 'other',
          date: '2026-06-01',
          shows: 'What we wrote for each dimension, with what we keep to show it.',
          supports: [
            'leadership-vision',
            'curriculum-qualifications',
            'teaching-learning-assessment',
            'staff-development',
            'equity-inclusion',
            'careers-education',
            'impact-on-outcomes',
          ],
        },
      ],
      expect: { outcomes: { progress: 'met', mark: 'not-yet-met' }, score: { numerator: 6, denominator: 1 } },
    },
    {
      title: 'two of seven are completed, at the lowest level',
      ratings: { 'leadership-vision': 'level-1', 'staff-development': 'level-1' },
      facts: { registered: true, 'two-dimensions': true },
      expect: { outcomes: { commitment: 'met', progress: 'met', mark: 'not-yet-met' } },
    },
    {
      title: 'all is there and has not been read by an assessor',
      ratings: {
        'leadership-vision': 'level-4',
        'curriculum-qualifications': 'level-4',
        'teaching-learning-assessment': 'level-4',
        'staff-development': 'level-4',
        'equity-inclusion': 'level-4',
        'careers-education': 'level-4',
        'impact-on-outcomes': 'level-4',
      },
      facts: { registered: true },
      evidence: [
        {
          id: 'commentary',
          kind: 'other',
          date: '2026-06-01',
          shows: 'What we wrote for each dimension, with what we keep to show it.',
          supports: [
            'leadership-vision',
            'curriculum-qualifications',
            'teaching-learning-assessment',
            'staff-development',
            'equity-inclusion',
            'careers-education',
            'impact-on-outcomes',
          ],
        },
      ],
      expect: { outcomes: { mark: 'undecided' } },
    },
    {
      title: 'nothing has been looked at',
      ratings: {},
      evidence: [
        {
          id: 'commentary',
          kind: 'other',
          date: '2026-06-01',
          shows: 'What we wrote for each dimension, with what we keep to show it.',
          supports: [
            'leadership-vision',
            'curriculum-qualifications',
            'teaching-learning-assessment',
            'staff-development',
            'equity-inclusion',
            'careers-education',
            'impact-on-outcomes',
          ],
        },
      ],
      expect: { outcomes: { commitment: 'undecided', progress: 'undecided', mark: 'undecided' } },
    },
  ],
  sources: [
    {
      title: 'Accreditation (Computing Quality Framework)',
      url: 'https://computingqualityframework.org/accreditation',
      read: '2026-11-28',
      note: 'The three recognitions and their newer rules.',
    },
    {
      title: 'NCCE Computing Quality Mark',
      url: 'https://computingqualityframework.org/accreditation/ncce-computing-quality-mark/',
      read: '2026-11-28',
      note: 'What the mark asks for in levels, evidence and reading, and that it is valid for three years.',
    },
    {
      title: 'Start guide (Computing Quality Framework)',
      url: 'https://computingqualityframework.org/overview/start-guide',
      read: '2026-11-28',
      note: 'The seven dimensions, the five levels and what levels 1, 4 and 5 stand for.',
    },
    {
      title: 'The Computing Quality Framework: my experience (Computing at School, 2022)',
      url: 'https://www.computingatschool.org.uk/forum-news-blogs/2022/february/the-quality-computing-framework-my-experience',
      read: '2026-11-28',
      note: 'The older rule of the Certificate of Progress: two of seven dimensions.',
    },
  ],
  notice:
    'The dimensions, levels and recognitions are published. The Certificate of Progress stands here by the older rule, two of seven dimensions completed; the newer one asks for half of the progress, where progress is a level chosen and commentary entered, and does not say how a level without commentary counts. Every level is at least the lowest, so no level tells whether a dimension is completed: somebody attests it. That a school is registered before it gets the others is this project’s reading. ' +
    'The mark is valid for three years, for state-funded schools in England. What a level looks like in a dimension stands in the tool. The number of dimensions at level 4 or above, shown as a score, is the stem-leadership library’s; the mark is for the assessor to give.',
});
