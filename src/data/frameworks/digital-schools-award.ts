import { defineFramework } from '../../model/define.js';

/** The Digital Schools Award of Scotland and Northern Ireland: five criteria, with places for their statements. */
export const digitalSchoolsAwardFramework = defineFramework({
  id: 'digital-schools-award',
  edition: 'web-2026-11-28',
  label: 'Digital Schools Award',
  publisher: 'Digital Schools Awards',
  checked: '2026-11-28',
  sources: [
    {
      title: 'The five criteria (Digital Schools Awards)',
      url: 'https://www.digitalschoolsawards.com/the-five-criteria/',
      read: '2026-11-28',
      note: 'The five criteria.',
    },
    {
      title: 'Self-evaluation (Digital Schools Awards)',
      url: 'https://www.digitalschoolsawards.com/self-evaluation',
      read: '2026-11-28',
      note: 'That essential statements weigh more, and that 70 % must be scored in each criterion before a school asks for validation.',
    },
    {
      title: 'How it works (Digital Schools Awards)',
      url: 'https://digitalschoolsawards.com/how-it-works',
      read: '2026-11-28',
      note: 'The documents, the validator’s visit, the committee, and the endorsement after three years.',
    },
  ],
  elements: [
    {
      id: 'leadership-vision',
      label: 'Leadership and vision',
      description: 'The school has a strategy for technology, and is for it.',
      verified: false,
      indicators: [
        {
          id: 'leadership-vision-1',
          label: 'Statement 1.1',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'leadership-vision-2',
          label: 'Statement 1.2',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'leadership-vision-3',
          label: 'Statement 1.3',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
      ],
    },
    {
      id: 'technology-in-curriculum',
      label: 'Technology in the curriculum',
      description: 'Technology is used across the curriculum, by staff who know what for.',
      verified: false,
      indicators: [
        {
          id: 'technology-in-curriculum-1',
          label: 'Statement 2.1',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'technology-in-curriculum-2',
          label: 'Statement 2.2',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'technology-in-curriculum-3',
          label: 'Statement 2.3',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
      ],
    },
    {
      id: 'school-culture',
      label: 'School culture',
      description: 'The school knows what technology does for learning, pupils and community.',
      verified: false,
      indicators: [
        {
          id: 'school-culture-1',
          label: 'Statement 3.1',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'school-culture-2',
          label: 'Statement 3.2',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'school-culture-3',
          label: 'Statement 3.3',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
      ],
    },
    {
      id: 'professional-development',
      label: 'Professional development',
      description: 'Staff go on learning, and have support.',
      verified: false,
      indicators: [
        {
          id: 'professional-development-1',
          label: 'Statement 4.1',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'professional-development-2',
          label: 'Statement 4.2',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'professional-development-3',
          label: 'Statement 4.3',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
      ],
    },
    {
      id: 'resources-infrastructure',
      label: 'Resources and infrastructure',
      description: 'What there is fits the purpose, and is planned for.',
      verified: false,
      indicators: [
        {
          id: 'resources-infrastructure-1',
          label: 'Statement 5.1',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'resources-infrastructure-2',
          label: 'Statement 5.2',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'resources-infrastructure-3',
          label: 'Statement 5.3',
          statement: 'A statement whose text was not read: judge it by the publisher’s form.',
          sectors: ['primary', 'secondary', 'special'],
        },
      ],
    },
  ],
  note: 'The five criteria and what each is about are published; the descriptions are paraphrases. Their statements, how many there are and which are essential were not found: three places in each criterion stand for them, hence verified: false. Which kinds of school may take part was not read; the sectors are this project’s. The publisher numbers no editions here, so this one is named for the day it was read. All ids are this project’s.',
});
