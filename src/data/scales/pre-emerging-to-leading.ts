import { defineScale } from '../../model/define.js';

/** The five levels of the Carnegie STEM Excellence Pathway. */
export const preEmergingToLeading = defineScale({
  id: 'pre-emerging-to-leading',
  label: 'Pre-emerging to leading',
  levels: [
    { id: 'pre-emerging', label: 'Pre-Emerging', descriptor: 'Nothing is being done about it at present.' },
    { id: 'emerging', label: 'Emerging', descriptor: 'The first of the steps that the criterion describes.' },
    { id: 'progressing', label: 'Progressing', descriptor: 'The second step.' },
    { id: 'advancing', label: 'Advancing', descriptor: 'The third step.' },
    { id: 'leading', label: 'Leading', descriptor: 'All that the lower levels ask for, and more.' },
  ],
  sources: [
    {
      title: 'Local schools embark on Carnegie STEM Excellence Pathway (STEMisphere)',
      url: 'https://stemisphere.org/news/csc/local-schools-embark-carnegie-stem-excellence-pathway-process-assessing-and-continuously',
      read: '2026-11-22',
      note: 'The names and the order of the levels, and one criterion described at each of them.',
    },
  ],
  note:
    'The names are published. Each criterion has descriptions of its own for the levels between the lowest and the highest; only those of one criterion could be read, ' +
    'so the descriptors here say no more than the order. There are no points: the pathway adds nothing up.',
});
