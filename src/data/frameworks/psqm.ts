import { defineFramework } from '../../model/define.js';

/** The Primary Science Quality Mark: thirteen criteria under four headings, of which only the headings could be read. */
export const psqmFramework = defineFramework({
  id: 'psqm',
  edition: 'web-2026-11-22',
  label: 'Primary Science Quality Mark',
  publisher: 'University of Hertfordshire',
  checked: '2026-11-28',
  sources: [
    {
      title: 'Primary Science Quality Mark (STEM Learning)',
      url: 'https://www.stem.org.uk/psqm',
      read: '2026-11-22',
      note: 'Thirteen criteria, to be met by the end of the year of the programme; who runs it.',
    },
    {
      title: 'What is PSQM?',
      url: 'http://www.psqm.org.uk/what-is-psqm',
      read: '2026-11-22',
    },
    {
      title: 'Primary Science Quality Mark (a school’s page)',
      url: 'https://www.twcps.co.uk/psqm/',
      read: '2026-11-22',
      note: 'The four headings, with “wider opportunities” for the last.',
    },
  ],
  elements: [
    { id: 'leadership', label: 'Leadership', description: 'How science is led.', verified: false, indicators: [] },
    { id: 'teaching', label: 'Teaching', description: 'How science is taught.', verified: false, indicators: [] },
    { id: 'learning', label: 'Learning', description: 'How science is learned.', verified: false, indicators: [] },
    {
      id: 'enrichment',
      label: 'Enrichment',
      description: 'What makes science richer than lessons alone; also called wider opportunities.',
      verified: false,
      indicators: [],
    },
  ],
  note:
    'The texts of the thirteen criteria, and how many stand under each heading, were not found. The elements are therefore empty, with verified set to false. ' +
    'The publisher numbers no editions here, so this one is named for the day it was read. All ids are this project’s.',
});
