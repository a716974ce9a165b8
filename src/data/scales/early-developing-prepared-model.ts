import { defineScale } from '../../model/define.js';

/** The four levels of the North Carolina STEM attribute rubrics. */
export const earlyDevelopingPreparedModel = defineScale({
  id: 'early-developing-prepared-model',
  label: 'Early, developing, prepared, model',
  levels: [
    { id: 'early', label: 'Early', descriptor: 'The programme is at its beginning.' },
    { id: 'developing', label: 'Developing', descriptor: 'Well begun, with improvements still to be made.' },
    { id: 'prepared', label: 'Prepared', descriptor: 'The quality that is expected is there.' },
    { id: 'model', label: 'Model', descriptor: 'The highest level: others can learn from it.' },
  ],
  sources: [
    {
      title: 'STEM Attribute Implementation Rubric, high school, version 3 of 1 November 2012 (NCDPI)',
      url: 'https://studylib.net/doc/10823277/north-carolina-department-of-public-instruction-stem-educ...',
      read: '2026-11-22',
      note: 'The names of the levels, their order and a line on each.',
    },
  ],
  note:
    'The levels are published; the descriptors are paraphrases of the general line on each. What a level looks like for one key element stands in the rubric itself. ' +
    'No points are published, so there are none here.',
});
