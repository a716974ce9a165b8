/** The shapes of what pictures are drawn of, as far as they are read. */
import {
  date,
  expectShape,
  listOf,
  maybe,
  name,
  madeOf as recordOf,
  pairOf,
  type Shape,
  text,
  truth,
  wholeFrom,
  wordOf,
} from '../../../common/expect-shape.js';
import { VERDICTS } from '../../../model/shared/verdict.js';
import { isRecord } from '../../../common/refuse.js';
import { shownValue } from '../../../common/shown-value.js';
import { refuseNoRubric } from '../../../model/rubrics/refuse-rubric.js';
import type { Rubric } from '../../../model/rubrics/rubric.js';
import type { RubricVersion } from '../../../model/shared/record-name.js';

const number: Shape = /* @__PURE__ */ (() =>
  recordOf('an exact number', { numerator: wholeFrom(0), denominator: wholeFrom(1) }))();

export const version: Shape = /* @__PURE__ */ (() =>
  recordOf('an object with id and version', { id: name, version: name }))();

const score: Shape = (value) =>
  isRecord(value) && value['kind'] === 'unscored'
    ? recordOf('a score', {
        because: wordOf(['nothing-applicable', 'nothing-rated', 'profile-only']),
        coverage: maybe(number),
      })(value)
    : recordOf('a score', {
        kind: wordOf(['scored', 'unscored']),
        unit: wordOf(['share', 'points', 'count']),
        value: maybe(number),
        interval: recordOf('an interval', { least: number, greatest: number }),
        coverage: number,
        outOf: number,
        band: maybe(name),
      })(value);

const level = /* @__PURE__ */ (() => recordOf('a level', { id: name, label: text }))();
const scale = /* @__PURE__ */ (() => recordOf('a scale', { id: name, label: text, levels: listOf('levels', level) }))();

/** What labels are read of, beyond what `refuseNoRubric` looks at. */
const rubric: Shape = /* @__PURE__ */ (() =>
  recordOf('a rubric', {
    label: text,
    scale,
    groups: maybe(listOf('groups', recordOf('a group', { id: name, label: text }))),
    criteria: listOf('criteria', recordOf('a criterion', { id: name, label: text, scale: maybe(scale) })),
    bands: maybe(listOf('bands', recordOf('a band', { id: name, label: text, from: number, below: maybe(number) }))),
  }))();

/** Throws for what is no rubric, or one without the labels that a picture shows. */
export const refuseNoLabels = (caller: string, given: Rubric): void => {
  refuseNoRubric(caller, 'rubric', given);
  expectShape(caller, 'rubric', given, rubric);
};

export const state: Shape = /* @__PURE__ */ (() => wordOf(['rated', 'contested', 'not-applicable', 'unrated']))();
export const twoLevels: Shape = /* @__PURE__ */ (() => pairOf('two levels', name))();

const profile: Shape = /* @__PURE__ */ (() =>
  listOf(
    'criteria',
    recordOf('a criterion', {
      criterion: name,
      label: text,
      state,
      level: maybe(name),
      between: maybe(twoLevels),
    }),
  ))();

export const verdict: Shape = /* @__PURE__ */ (() => wordOf(VERDICTS))();

export const evaluation: Shape = /* @__PURE__ */ (() =>
  recordOf('an evaluation, as evaluate gives it', {
    rubric: version,
    score,
    criteria: profile,
    outcomes: listOf('outcomes', recordOf('an outcome', { outcome: name, label: text, verdict })),
  }))();

export const datedEvaluations: Shape = /* @__PURE__ */ (() =>
  listOf('dated evaluations', recordOf('a dated evaluation', { date, evaluation })))();

export const windows: Shape = /* @__PURE__ */ (() =>
  listOf('windows', recordOf('a window', { from: date, last: date })))();

export const summary: Shape = /* @__PURE__ */ (() =>
  recordOf('a portfolio, as summarisePortfolio gives it', {
    on: date,
    settings: listOf(
      'settings',
      recordOf('a setting', {
        setting: name,
        name: text,
        judged: listOf('judgements', recordOf('a judgement', { rubric: version, profile })),
      }),
    ),
  }))();

export const publishedCount: Shape = (value) => (value === 'hidden' ? undefined : wholeFrom(0)(value));

export const columnKind: Shape = /* @__PURE__ */ (() =>
  wordOf([
    'level',
    'not-applicable',
    'unrated',
    'contested',
    'achieved',
    'more-evidence-needed',
    'no-decision',
    'elements',
  ]))();

const table: Shape = (value) => {
  const fault = recordOf('a published table', {
    columns: listOf('columns', recordOf('a column', { kind: columnKind, level: maybe(name) })),
    totals: listOf('counts', publishedCount),
    withheld: maybe(truth),
  })(value);
  if (fault !== undefined) return fault;
  const { columns, totals, withheld } = value as Readonly<Record<string, readonly unknown[] | true | undefined>>;
  if (withheld === true || (columns as readonly unknown[]).length === (totals as readonly unknown[]).length) {
    return undefined;
  }
  return { at: '.totals', says: 'is a list of another length than columns', wrongKind: false };
};

export const portfolio: Shape = /* @__PURE__ */ (() =>
  recordOf('a portfolio, as publishPortfolio gives it', {
    rubrics: listOf('rubrics', (value) =>
      isRecord(value) && value['kind'] === 'too-few'
        ? recordOf('a rubric', { rubric: version })(value)
        : recordOf('a rubric', {
            kind: wordOf(['published', 'too-few']),
            rubric: version,
            settings: wholeFrom(0),
            indicators: listOf('indicators', recordOf('an indicator', { criterion: name, label: text, table })),
          })(value),
    ),
  }))();

const achieved: Shape = /* @__PURE__ */ (() =>
  listOf('elements', recordOf('an element', { element: name, on: date })))();
const awardWindow: Shape = /* @__PURE__ */ (() => recordOf('a window', { from: date, last: date, achieved }))();

export const award: Shape = /* @__PURE__ */ (() =>
  recordOf('the progress of an award, as awardProgress gives it', {
    on: date,
    elements: listOf(
      'elements',
      recordOf('an element', {
        element: name,
        label: text,
        state: wordOf(['achieved', 'more-evidence-needed', 'not-decided']),
        achievedOn: listOf('dates', date),
        decisions: listOf(
          'decisions',
          recordOf('a decision', { date, decision: wordOf(['achieved', 'more-evidence-needed']) }),
        ),
      }),
    ),
    windows: listOf('windows', awardWindow),
    fullest: maybe(awardWindow),
    current: maybe(awardWindow),
    eligible: truth,
    reason: text,
  }))();

export const neighbourhood: Shape = /* @__PURE__ */ (() =>
  recordOf('a neighbourhood, as neighbourhood gives it', {
    url: text,
    articles: listOf(
      'articles',
      recordOf('an article', {
        url: text,
        title: text,
        layer: wordOf(['article', 'both-ways', 'to', 'from', 'further']),
      }),
    ),
    links: listOf('links', recordOf('a link', { from: text, to: text, bothWays: truth })),
    left: wholeFrom(0),
  }))();

const side: Shape = /* @__PURE__ */ (() =>
  recordOf('a side of a crosswalk', {
    items: listOf('items', recordOf('an item', { id: name, label: text })),
  }))();

export const crosswalk: Shape = /* @__PURE__ */ (() =>
  recordOf('a crosswalk', {
    label: text,
    strategies: side,
    indicators: side,
    mappings: listOf(
      'mappings',
      recordOf('a mapping', { strategy: name, indicator: name, strength: wordOf(['strong', 'partial', 'none']) }),
    ),
  }))();

/** Its findings are looked at as they are drawn, one after another, for they may be deep. */
export const outcome: Shape = /* @__PURE__ */ (() =>
  recordOf('an outcome of an evaluation', {
    outcome: name,
    label: text,
    verdict,
    finding: recordOf('a finding', {}),
  }))();

export const finding: Shape = /* @__PURE__ */ (() =>
  recordOf('a finding', {
    verdict: wordOf([...VERDICTS, 'not-applicable']),
    message: text,
    findings: listOf('findings', recordOf('a finding', {})),
  }))();

/** Throws for a value that is by another rubric, or another version, than the one whose labels are given. */
export const refuseOtherRubric = (caller: string, part: string, by: RubricVersion, rubric: RubricVersion): void => {
  if (by.id === rubric.id && by.version === rubric.version) return;
  const named = ({ id, version: of }: RubricVersion): string => `${shownValue(id)} ${of.slice(0, 40)}`;
  throw new RangeError(`${caller}: ${part} is by the rubric ${named(by)}; rubric is ${named(rubric)}`);
};

/** More cells than these no matrix has: beyond them nobody reads it, and it grows to many megabytes. */
export const MOST_CELLS = 20_000;

/** Throws where a picture would hold more than it can show. */
export const refuseMany = (caller: string, part: string, count: number, most: number): void => {
  if (count <= most) return;
  throw new RangeError(`${caller}: ${part} has ${count} entries; a picture shows at most ${most}`);
};

export { expectShape };
