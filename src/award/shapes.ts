/** The shapes of what the verbs of this room are given. */
import { PERIOD_KINDS } from '../model/shared/period.js';
import { VERDICTS } from '../model/shared/verdict.js';
import {
  callable,
  closedRecordOf,
  date,
  either,
  listOf,
  maybe,
  name,
  recordOf,
  type Shape,
  text,
  truth,
  valuesOf,
  wholeFrom,
  wordOf,
} from '../common/expect-shape.js';

export const SECTORS = ['elc', 'primary', 'secondary', 'special', 'cld'] as const;
export const sector = /* @__PURE__ */ (() => wordOf(SECTORS))();

export const windowEnd = /* @__PURE__ */ (() => wordOf(['inclusive', 'exclusive']))();
const verdict = /* @__PURE__ */ (() => wordOf(VERDICTS))();
const edition = /* @__PURE__ */ (() => recordOf('an object with id and edition', { id: name, edition: name }))();

export const decision: Shape = /* @__PURE__ */ (() =>
  recordOf('a decision', {
    framework: edition,
    element: name,
    setting: name,
    decision: wordOf(['achieved', 'more-evidence-needed']),
    decidedBy: text,
    date,
    reason: text,
    computed: maybe(verdict),
  }))();
export const decisions: Shape = /* @__PURE__ */ (() => listOf('decisions', decision))();

const element = /* @__PURE__ */ (() =>
  recordOf('an element', {
    id: name,
    label: text,
    indicators: listOf(
      'indicators',
      recordOf('an indicator', { id: name, label: text, sectors: maybe(listOf('sectors', sector)) }),
    ),
    sectorLabels: maybe(
      listOf('labels', recordOf('a label of sectors', { sectors: listOf('sectors', sector), label: text })),
    ),
  }))();
export const framework: Shape = /* @__PURE__ */ (() =>
  recordOf('a framework', {
    id: name,
    edition: name,
    publisher: text,
    elements: listOf('elements', element),
  }))();

const version = { id: name, version: name };
export const rubricVersion: Shape = /* @__PURE__ */ (() => recordOf('an object with id and version', version))();
const scale = /* @__PURE__ */ (() =>
  recordOf('a scale', { levels: listOf('levels', recordOf('a level', { id: name, label: text })) }))();
export const rubric: Shape = /* @__PURE__ */ (() =>
  recordOf(
    'a rubric',
    {
      ...version,
      scale,
      criteria: listOf(
        'criteria',
        recordOf('a criterion', { id: name, label: text, indicator: maybe(name), scale: maybe(scale) }, false),
      ),
    },
    false,
  ))();

const gap = /* @__PURE__ */ (() =>
  recordOf('a gap', { criterion: name, indicator: name, label: text, message: text }, false))();
export const evaluation: Shape = /* @__PURE__ */ (() =>
  recordOf(
    'an evaluation, as evaluate gives it',
    {
      rubric: rubricVersion,
      framework: maybe(recordOf('a framework', { id: name, edition: name, element: maybe(text) }, false)),
      criteria: listOf(
        'criteria',
        recordOf(
          'a criterion',
          {
            criterion: name,
            indicator: name,
            label: text,
            state: wordOf(['rated', 'not-applicable', 'unrated', 'contested']),
            level: maybe(text),
          },
          false,
        ),
      ),
      outcomes: listOf(
        'outcomes',
        recordOf('an outcome', { outcome: name, label: text, verdict, gaps: listOf('gaps', gap) }, false),
      ),
      verdicts: valuesOf('an object of verdicts', verdict),
      score: recordOf('a score', { kind: text }, false),
      obligations: listOf(
        'obligations',
        recordOf('an obligation', { id: name, label: text, criteria: listOf('ids', name) }, false),
      ),
      notice: text,
    },
    false,
  ))();

export const period: Shape = /* @__PURE__ */ (() =>
  recordOf('a period', {
    kind: wordOf(PERIOD_KINDS),
    label: text,
    first: date,
    last: date,
  }))();
export const datedEvaluations: Shape = /* @__PURE__ */ (() =>
  listOf('dated evaluations', recordOf('a dated evaluation', { date, evaluation, period: maybe(period) })))();

const VOICES = ['teaching-staff', 'support-staff', 'learners', 'parents', 'families', 'partners'];
export const voices: Shape = /* @__PURE__ */ (() => listOf('voices', wordOf(VOICES)))();
const permission = /* @__PURE__ */ (() => maybe(wordOf(['given', 'not-needed', 'refused', 'not-asked'])))();
export const evidence: Shape = /* @__PURE__ */ (() =>
  listOf(
    'items of evidence',
    recordOf('an item of evidence', {
      id: name,
      kind: name,
      date,
      shows: text,
      supports: listOf('indicators', name),
      voices: maybe(voices),
      permissions: maybe(
        recordOf('an object of permissions', {
          consent: permission,
          photographs: permission,
          personalData: permission,
        }),
      ),
    }),
  ))();

const percent = /* @__PURE__ */ (() => wholeFrom(0, 100))();
export const quantityWords: Shape = /* @__PURE__ */ (() =>
  recordOf('an object with bands', {
    bands: listOf('bands', recordOf('a band', { word: text, from: percent, to: percent })),
  }))();

export const role: Shape = /* @__PURE__ */ (() =>
  recordOf('a role', {
    id: name,
    label: text,
    heldBy: maybe(wordOf(['staff', 'learners', 'families', 'partners'])),
  }))();

export const names = (what: string): Shape => listOf(what, name);

const length = /* @__PURE__ */ (() => wholeFrom(0))();
const oneLength = 'an object with one of days, months and years';
/** One length and no more: two would have to be added, and nobody says how. */
const ageLimit: Shape = (value) => {
  const fault = recordOf(oneLength, { days: maybe(length), months: maybe(length), years: maybe(length) })(value);
  if (fault !== undefined) return fault;
  const given = Object.entries(value as object).filter(([, one]) => one !== undefined);
  if (given.length === 1 && ['days', 'months', 'years'].includes(given[0]?.[0] ?? '')) return undefined;
  return {
    at: '',
    says: `is an object with ${given.map(([key]) => key).join(', ') || 'nothing'}; it is ${oneLength}`,
    wrongKind: false,
  };
};
export const evidenceTimes = /* @__PURE__ */ (() => ({ asOf: maybe(date), notOlderThan: maybe(ageLimit) }))();

export const plan: Shape = /* @__PURE__ */ (() =>
  recordOf('an action plan', {
    date,
    horizon: date,
    framework: maybe(edition),
    actions: listOf(
      'actions',
      recordOf('an action', {
        id: name,
        what: maybe(text),
        owner: maybe(text),
        due: maybe(date),
        successMeasure: maybe(text),
        addresses: names('indicators'),
        obligation: maybe(text),
      }),
    ),
  }))();

export {
  callable,
  closedRecordOf,
  type Shape,
  date,
  either,
  listOf,
  maybe,
  name,
  recordOf,
  text,
  truth,
  valuesOf,
  wholeFrom,
  wordOf,
};
