import { refuseUnknown } from '../../common/refuse.js';

const FIELDS = [
  'ratings',
  'facts',
  'evidence',
  'priorities',
  'rubric',
  'kind',
  'setting',
  'settingName',
  'assessor',
  'date',
];

/** Throws for a field that no assessment has. A worked example of a rubric, which says what it is called and expects, is an assessment too. */
export const refuseUnknownFields = (caller: string, assessment: Readonly<Record<string, unknown>>): void =>
  refuseUnknown(caller, assessment, 'title' in assessment ? [...FIELDS, 'title', 'expect'] : FIELDS, 'assessment');
