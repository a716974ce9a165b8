import { defineRubric } from '../../model/define.js';
import { metPartlyNotYet } from '../scales/met-partly-not-yet.js';

/**
 * A profile by the nine criteria of the STEM School Label that were read by name. How the labels are cut was not found, so there is no score and
 * no outcome.
 */
export const stemSchoolLabel = defineRubric({
  id: 'stem-school-label',
  version: '1.0.1',
  label: 'STEM School Label',
  framework: { id: 'stem-school-label', edition: 'web-2026-11-28' },
  scale: metPartlyNotYet,
  groupWord: { one: 'key element', many: 'key elements' },
  groups: [
    { id: 'instruction', label: 'Instruction' },
    { id: 'curriculum-implementation', label: 'Curriculum implementation' },
    { id: 'assessment', label: 'Assessment' },
    { id: 'staff-professionalisation', label: 'Professionalisation of staff' },
    { id: 'leadership-culture', label: 'School leadership and culture' },
    { id: 'connections', label: 'Connections' },
    { id: 'infrastructure', label: 'School infrastructure' },
  ],
  criteria: [
    {
      id: 'project-based-learning',
      label: 'Problem- and project-based learning',
      weight: 1,
      group: 'instruction',
    },
    { id: 'inquiry', label: 'Inquiry', weight: 1, group: 'instruction' },
    { id: 'personalisation', label: 'Personalisation', weight: 1, group: 'instruction' },
    {
      id: 'emphasis-on-stem',
      label: 'Emphasis on STEM',
      weight: 1,
      group: 'curriculum-implementation',
    },
    {
      id: 'interdisciplinary-teaching',
      label: 'Interdisciplinary teaching',
      weight: 1,
      group: 'curriculum-implementation',
    },
    {
      id: 'contextualisation',
      label: 'Contextualisation',
      weight: 1,
      group: 'curriculum-implementation',
    },
    { id: 'industry', label: 'Industry', weight: 1, group: 'connections' },
    {
      id: 'technology-equipment',
      label: 'Access to technology and equipment',
      weight: 1,
      group: 'infrastructure',
    },
    {
      id: 'classroom-materials',
      label: 'Quality of classroom materials',
      weight: 1,
      group: 'infrastructure',
    },
  ],
  scoring: { kind: 'none' },
  outcomes: [],
  sources: [
    {
      title: 'Criteria (STEM School Label)',
      url: 'https://www.stemschoollabel.eu/criteria',
      read: '2026-11-28',
      note: 'Seven key elements and twenty-one criteria.',
    },
    {
      title: 'Definition of the criteria (STEM School Label)',
      url: 'https://www.stemschoollabel.eu/criteria-definition',
      read: '2026-11-28',
      note: 'Nine of the criteria by name.',
    },
    {
      title: 'Labels (STEM School Label)',
      url: 'https://www.stemschoollabel.eu/labels',
      read: '2026-11-28',
      note: 'The three labels, and the plan of action that comes with one.',
    },
  ],
  notice:
    'A profile by nine of twenty-one criteria: the other twelve were not read. The publisher gives three labels, Competent, Proficient and Expert, by a form of its own, which is reviewed; evidence is of two kinds, what the school does and case studies. How the labels are cut was not found, so neither score nor verdict is made here. The levels are the stem-leadership library’s. After the form comes a plan of action towards the next label.',
});
