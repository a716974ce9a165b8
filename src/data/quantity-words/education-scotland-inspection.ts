import { defineQuantityWords } from '../../model/define.js';

/**
 * The words for shares in Scottish inspection reports, as published. They are written for whole percents. Two things they leave to the
 * reader: shares between two whole percents, and 15 %, which stands in two bands.
 */
export const educationScotlandInspection = defineQuantityWords({
  id: 'education-scotland-inspection',
  label: 'Words for shares in inspection reports',
  bands: [
    { word: 'almost all', from: 91, to: 100 },
    { word: 'most', from: 75, to: 90 },
    { word: 'majority', from: 50, to: 74 },
    { word: 'less than half', from: 15, to: 49 },
    { word: 'few', from: 0, to: 15 },
  ],
  sources: [
    {
      title: 'About inspection and review (Education Scotland)',
      url: 'https://education.gov.scot/inspection-and-review/what-we-do-and-how-we-do-it/02-about-inspection-and-review/',
      read: '2026-11-22',
      note: 'The five words with their percents. How to round, and which word 15 % takes, is not said there.',
    },
  ],
});
