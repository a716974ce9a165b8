import { defineFramework } from '../../model/define.js';

/** The STEM School Progress Rubric of North Carolina: five principles, of which only the names could be read. */
export const ncStemSchoolProgressFramework = defineFramework({
  id: 'nc-stem-school-progress',
  edition: 'web-2026-11-28',
  label: 'North Carolina STEM School Progress Rubric',
  publisher: 'North Carolina Department of Public Instruction',
  supersedes: { id: 'nc-stem-attributes-2013', edition: '2013-08' },
  checked: '2026-11-28',
  sources: [
    {
      title: 'STEM schools of distinction (NCDPI)',
      url: 'https://www.dpi.nc.gov/districts-schools/classroom-resources/academic-standards/programs-and-initiatives/stem-education-and-leadership/stem-schools-distinction',
      read: '2026-11-28',
      note: 'The five principles, and that the State Board adopted the rubric.',
    },
    {
      title: 'STEM schools of distinction (NC SMT Center)',
      url: 'https://ncsmt.org/programs/stem-schools-of-distinction',
      read: '2026-11-28',
      note: 'How a school applies and renews.',
    },
  ],
  elements: [
    {
      id: 'student-opportunities',
      label: 'Student opportunities',
      description: 'What learners can take part in.',
      verified: false,
      indicators: [],
    },
    {
      id: 'classroom-environment',
      label: 'Classroom environment',
      description: 'How STEM is taught and learned.',
      verified: false,
      indicators: [],
    },
    {
      id: 'school-structures',
      label: 'School structures',
      description: 'How the school is arranged for STEM.',
      verified: false,
      indicators: [],
    },
    {
      id: 'school-culture',
      label: 'School culture',
      description: 'What the school holds STEM to be.',
      verified: false,
      indicators: [],
    },
    {
      id: 'community-connections',
      label: 'Community connections',
      description: 'Whom the school works with.',
      verified: false,
      indicators: [],
    },
  ],
  note: 'Only the names of the five principles were read; their parts, the levels and the rule were not, so there is no rubric here. It took the place of the attribute rubrics of all stages, also of that of 2012 for high schools; `supersedes` names the latest of them. Schools stated their intent to apply by October 2021 and by October 2024, so it was in use by 2021; the day it came into force was not found. Descriptions and ids are this project’s. The publisher numbers no editions here, so this one is named for the day it was read.',
});
