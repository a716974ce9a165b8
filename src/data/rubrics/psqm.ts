import { defineRubric } from '../../model/define.js';
import { psqmMarks } from '../scales/psqm-marks.js';

/**
 * The marks of the Primary Science Quality Mark: all thirteen criteria at the mark, and for the highest an impact on other schools as well.
 * The criteria are places for the host to name. Their headings are known, but not which criterion stands under which.
 */
export const psqm = defineRubric({
  id: 'psqm',
  version: '1.0.2',
  label: 'Primary Science Quality Mark',
  scale: psqmMarks,
  criteria: [
    {
      id: 'criterion-1',
      label: 'Criterion 1',
      weight: 1,
      note: 'A place for one of the thirteen criteria, for the host to name: the text was not found.',
    },
    {
      id: 'criterion-2',
      label: 'Criterion 2',
      weight: 1,
      note: 'A place for one of the thirteen criteria, for the host to name: the text was not found.',
    },
    {
      id: 'criterion-3',
      label: 'Criterion 3',
      weight: 1,
      note: 'A place for one of the thirteen criteria, for the host to name: the text was not found.',
    },
    {
      id: 'criterion-4',
      label: 'Criterion 4',
      weight: 1,
      note: 'A place for one of the thirteen criteria, for the host to name: the text was not found.',
    },
    {
      id: 'criterion-5',
      label: 'Criterion 5',
      weight: 1,
      note: 'A place for one of the thirteen criteria, for the host to name: the text was not found.',
    },
    {
      id: 'criterion-6',
      label: 'Criterion 6',
      weight: 1,
      note: 'A place for one of the thirteen criteria, for the host to name: the text was not found.',
    },
    {
      id: 'criterion-7',
      label: 'Criterion 7',
      weight: 1,
      note: 'A place for one of the thirteen criteria, for the host to name: the text was not found.',
    },
    {
      id: 'criterion-8',
      label: 'Criterion 8',
      weight: 1,
      note: 'A place for one of the thirteen criteria, for the host to name: the text was not found.',
    },
    {
      id: 'criterion-9',
      label: 'Criterion 9',
      weight: 1,
      note: 'A place for one of the thirteen criteria, for the host to name: the text was not found.',
    },
    {
      id: 'criterion-10',
      label: 'Criterion 10',
      weight: 1,
      note: 'A place for one of the thirteen criteria, for the host to name: the text was not found.',
    },
    {
      id: 'criterion-11',
      label: 'Criterion 11',
      weight: 1,
      note: 'A place for one of the thirteen criteria, for the host to name: the text was not found.',
    },
    {
      id: 'criterion-12',
      label: 'Criterion 12',
      weight: 1,
      note: 'A place for one of the thirteen criteria, for the host to name: the text was not found.',
    },
    {
      id: 'criterion-13',
      label: 'Criterion 13',
      weight: 1,
      note: 'A place for one of the thirteen criteria, for the host to name: the text was not found.',
    },
  ],
  facts: [
    {
      id: 'impact-on-other-schools',
      label: 'There is evidence of an impact on other schools',
      whenFalse: 'There is no evidence of an impact on other schools',
    },
  ],
  scoring: { kind: 'none' },
  outcomes: [
    {
      id: 'psqm',
      label: 'PSQM',
      origin: 'published',
      description: 'All thirteen criteria are met, with an impact that begins to show.',
      rule: { kind: 'every', level: 'psqm' },
    },
    {
      id: 'gilt',
      label: 'PSQM Gilt',
      origin: 'published',
      description: 'All thirteen criteria are met, with an impact that is established and lasts.',
      rule: { kind: 'every', level: 'gilt' },
    },
    {
      id: 'outreach',
      label: 'PSQM Outreach',
      origin: 'published',
      description: 'Gilt, and an impact on other schools.',
      rule: {
        kind: 'all',
        rules: [
          { kind: 'achieves', outcome: 'gilt' },
          { kind: 'attested', fact: 'impact-on-other-schools' },
        ],
      },
    },
  ],
  examples: [
    {
      title: 'thirteen at Gilt, and other schools have gained from it',
      ratings: {
        'criterion-1': 'gilt',
        'criterion-2': 'gilt',
        'criterion-3': 'gilt',
        'criterion-4': 'gilt',
        'criterion-5': 'gilt',
        'criterion-6': 'gilt',
        'criterion-7': 'gilt',
        'criterion-8': 'gilt',
        'criterion-9': 'gilt',
        'criterion-10': 'gilt',
        'criterion-11': 'gilt',
        'criterion-12': 'gilt',
        'criterion-13': 'gilt',
      },
      facts: { 'impact-on-other-schools': true },
      expect: { outcomes: { psqm: 'met', gilt: 'met', outreach: 'met' } },
    },
    {
      title: 'thirteen at Gilt; whether other schools have gained is not known yet',
      ratings: {
        'criterion-1': 'gilt',
        'criterion-2': 'gilt',
        'criterion-3': 'gilt',
        'criterion-4': 'gilt',
        'criterion-5': 'gilt',
        'criterion-6': 'gilt',
        'criterion-7': 'gilt',
        'criterion-8': 'gilt',
        'criterion-9': 'gilt',
        'criterion-10': 'gilt',
        'criterion-11': 'gilt',
        'criterion-12': 'gilt',
        'criterion-13': 'gilt',
      },
      expect: { outcomes: { psqm: 'met', gilt: 'met', outreach: 'undecided' } },
    },
    {
      title: 'twelve at Gilt and one at PSQM: the mark is PSQM',
      ratings: {
        'criterion-1': 'gilt',
        'criterion-2': 'gilt',
        'criterion-3': 'gilt',
        'criterion-4': 'gilt',
        'criterion-5': 'gilt',
        'criterion-6': 'gilt',
        'criterion-7': 'gilt',
        'criterion-8': 'gilt',
        'criterion-9': 'gilt',
        'criterion-10': 'gilt',
        'criterion-11': 'gilt',
        'criterion-12': 'gilt',
        'criterion-13': 'psqm',
      },
      facts: { 'impact-on-other-schools': true },
      // Without Gilt, what other schools gained does not make Outreach.
      expect: { outcomes: { psqm: 'met', gilt: 'not-yet-met', outreach: 'not-yet-met' } },
    },
    {
      title: 'twelve are met and one is not',
      ratings: {
        'criterion-1': 'psqm',
        'criterion-2': 'psqm',
        'criterion-3': 'psqm',
        'criterion-4': 'psqm',
        'criterion-5': 'psqm',
        'criterion-6': 'psqm',
        'criterion-7': 'psqm',
        'criterion-8': 'psqm',
        'criterion-9': 'psqm',
        'criterion-10': 'psqm',
        'criterion-11': 'psqm',
        'criterion-12': 'psqm',
        'criterion-13': 'not-yet',
      },
      // Twelve of thirteen are no mark.
      expect: { outcomes: { psqm: 'not-yet-met', gilt: 'not-yet-met', outreach: 'not-yet-met' } },
    },
    {
      title: 'half way through the year',
      ratings: {
        'criterion-1': 'psqm',
        'criterion-2': 'psqm',
        'criterion-3': 'psqm',
        'criterion-4': 'gilt',
        'criterion-5': 'gilt',
        'criterion-6': 'gilt',
      },
      // Three at PSQM already rule Gilt out, and with it Outreach.
      expect: { outcomes: { psqm: 'undecided', gilt: 'not-yet-met', outreach: 'not-yet-met' } },
    },
  ],
  sources: [
    {
      title: 'Primary Science Quality Mark (STEM Learning)',
      url: 'https://www.stem.org.uk/psqm',
      read: '2026-11-22',
      note: 'Three marks, thirteen criteria for each, all to be met, by the end of the year of the programme.',
    },
    {
      title: 'What is PSQM?',
      url: 'http://www.psqm.org.uk/what-is-psqm',
      read: '2026-11-22',
      note: 'What sets the marks apart.',
    },
    {
      title: 'Primary Science Quality Mark (Education Endowment Foundation)',
      url: 'https://v2.educationendowmentfoundation.org.uk/projects-and-evaluation/projects/primary-science-quality-mark/',
      read: '2026-11-22',
    },
    {
      title: 'Renewing a PSQM award',
      url: 'http://www.psqm.org.uk/renewing-a-psqm-award',
      read: '2026-11-22',
      note: 'That an award is valid for three years. The rubric judges; how long an award lasts is for whoever keeps it to say.',
    },
    {
      title: 'PSQM (Camwoodfield Junior School)',
      url: 'https://www.camwoodfield-junior.uk/web/psqm/575694',
      read: '2026-11-28',
      note: 'A reviewer’s words on single criteria.',
    },
  ],
  notice:
    'The three marks and the rule, all thirteen criteria at the mark and for Outreach an impact on other schools as well, are published. The texts of the criteria were not found: thirteen numbered places stand for them, and the host names them. ' +
    'They are to be met by the end of the year of the programme, not at its beginning. No score is published and none is made here; a mark is awarded by PSQM’s reviewers, who comment on each criterion. Looked for again in November 2026: nothing was found that contradicts this, but the latest page that could be read is of about 2022.',
});
