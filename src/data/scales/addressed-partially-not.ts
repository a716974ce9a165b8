import { defineScale } from '../../model/define.js';

/** The three answers to a statement of the Digital Schools Award. */
export const addressedPartiallyNot = defineScale({
  id: 'addressed-partially-not',
  label: 'Addressed, partially addressed, not addressed',
  levels: [
    { id: 'not-addressed', label: 'Not addressed', points: 0 },
    { id: 'partially-addressed', label: 'Partially addressed', points: 1 },
    { id: 'addressed', label: 'Addressed', points: 2 },
  ],
  sources: [
    {
      title: 'Self-evaluation (Digital Schools Awards)',
      url: 'https://www.digitalschoolsawards.com/self-evaluation',
      read: '2026-11-28',
      note: 'That essential statements weigh more, and that 70 % must be scored in each criterion before a school asks for validation.',
    },
  ],
  note: 'The three answers are published. The points are this project’s: what is credited for “partially addressed” was not found; here it is half.',
});
