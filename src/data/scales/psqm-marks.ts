import { defineScale } from '../../model/define.js';

/** At which mark of the Primary Science Quality Mark a criterion is met. */
export const psqmMarks = defineScale({
  id: 'psqm-marks',
  label: 'Met at the mark',
  levels: [
    { id: 'not-yet', label: 'Not yet met', descriptor: 'The criterion is not met at any mark.' },
    { id: 'psqm', label: 'PSQM', descriptor: 'Met: leading science begins to make a difference here.' },
    {
      id: 'gilt',
      label: 'PSQM Gilt',
      descriptor: 'Met: leading science has long made a difference here, and goes on doing so.',
    },
  ],
  sources: [
    {
      title: 'What is PSQM?',
      url: 'http://www.psqm.org.uk/what-is-psqm',
      read: '2026-11-22',
      note: 'The marks and what sets them apart: an impact that begins, an established and sustained impact.',
    },
    {
      title: 'What is the Primary Science Quality Mark? (Curiosity Connections)',
      url: 'https://curiosityconnections.net/what-is-the-primary-science-quality-mark/',
      read: '2026-11-22',
      note: 'The marks in the words of a hub leader.',
    },
  ],
  note:
    'The third mark, Outreach, is no level of a criterion: it asks for Gilt throughout and for an impact on other schools besides. ' +
    'An earlier scheme called its awards bronze, silver and gold. “Not yet met” is this project’s word.',
});
