import {
  expectOptions,
  expectShape,
  listOf,
  maybe,
  name,
  recordOf,
  text,
  valuesOf,
  wordOf,
  type Shape,
} from '../../common/expect-shape.js';
import type { Evaluation } from '../../model/rubrics/evaluation.js';
import { numberCells, numberHeadings, type NumberOptions, numberOptions } from './number-cells.js';

/** An evaluation, and of whom it is. */
export interface EvaluationEntry {
  readonly evaluation: Evaluation;
  readonly setting?: string | undefined;
  readonly settingName?: string | undefined;
  readonly assessor?: string | undefined;
  readonly date?: string | undefined;
  readonly kind?: string | undefined;
}

export interface EvaluationRowsOptions extends NumberOptions {
  /** What a row tells of: an evaluation with its score, where left out; one of its `outcomes`; or one of its `criteria`. */
  readonly of?: 'evaluations' | 'outcomes' | 'criteria' | undefined;
}

/**
 * Evaluations as a tidy table with headings: a row for each with its score, the interval still open and its coverage; or a row for each outcome with its
 * verdict and reason; or a row for each criterion. Numbers stand as numerator and denominator beside a decimal that is rounded once; what there is not is blank.
 *
 * @throws TypeError or RangeError for entries without an evaluation, and for options that do not exist.
 *
 * @example
 * const evaluation = evaluate(stemNationLeadership, { ratings: { 'shared-vision': 'met' } });
 * const [headings, row] = evaluationRows([{ setting: 'hilltop', date: '2026-03-02', evaluation }]);
 * const at = headings?.indexOf('coverage') ?? 0;
 * row?.slice(at - 2, at + 1) // => ['1', '7', '0.1429']
 */
export const evaluationRows = (
  entries: readonly EvaluationEntry[],
  options: EvaluationRowsOptions = {},
): string[][] => {
  expectShape('evaluationRows', 'entries', entries, ENTRIES);
  expectOptions('evaluationRows', options, OPTIONS);
  return ROWS[options.of ?? 'evaluations'](entries, options);
};

type Rows = (entries: readonly EvaluationEntry[], options: NumberOptions) => string[][];

const scoreRows: Rows = (entries, options) => [
  [...WHO, ...SCORE_HEADINGS],
  ...entries.map((entry) => [...who(entry), ...scoreCells(entry.evaluation, options)]),
];

const outcomeRows: Rows = (entries) => [
  [...WHO, 'outcome', 'outcome label', 'verdict', 'reason', 'gaps'],
  ...entries.flatMap((entry) =>
    entry.evaluation.outcomes.map(({ outcome, label, verdict, finding, gaps }) => [
      ...who(entry),
      outcome,
      label,
      verdict,
      finding.message,
      gaps.map(({ criterion }) => criterion).join(' '),
    ]),
  ),
];

const CRITERION =
  'criterion,indicator,label,state,level,level label,lowest given,highest given,note,reason,evidence'.split(',');

const criterionRows: Rows = (entries) => [
  [...WHO, ...CRITERION],
  ...entries.flatMap((entry) =>
    entry.evaluation.criteria.map((one) => [
      ...who(entry),
      one.criterion,
      one.indicator,
      one.label,
      one.state,
      one.level ?? '',
      one.levelLabel ?? '',
      one.between?.[0] ?? '',
      one.between?.[1] ?? '',
      one.note ?? '',
      one.reason ?? '',
      String(one.evidence),
    ]),
  ),
];

const ROWS = {
  evaluations: scoreRows,
  outcomes: outcomeRows,
  criteria: criterionRows,
} as const satisfies Record<NonNullable<EvaluationRowsOptions['of']>, Rows>;

const WHO = ['setting', 'setting name', 'assessor', 'date', 'kind', 'rubric', 'version'];

const who = ({
  setting = '',
  settingName = '',
  assessor = '',
  date = '',
  kind = '',
  evaluation,
}: EvaluationEntry): string[] => [
  setting,
  settingName,
  assessor,
  date,
  kind,
  evaluation.rubric.id,
  evaluation.rubric.version,
];

const SCORE_HEADINGS = [
  'unit',
  ...numberHeadings('score'),
  ...numberHeadings('least'),
  ...numberHeadings('greatest'),
  ...numberHeadings('out of'),
  ...numberHeadings('coverage'),
  'no score because',
  'band',
  'achieved',
  'notice',
];

const scoreCells = ({ score, achieved, notice }: Evaluation, options: NumberOptions): string[] => {
  const isScored = score.kind === 'scored';
  return [
    isScored ? score.unit : '',
    ...numberCells(isScored ? score.value : undefined, options),
    ...numberCells(score.interval?.least, options),
    ...numberCells(score.interval?.greatest, options),
    ...numberCells(isScored ? score.outOf : undefined, options),
    ...numberCells(score.coverage, options),
    isScored ? '' : score.because,
    (isScored ? score.band : undefined) ?? '',
    achieved ?? '',
    notice,
  ];
};

const anything: Shape = () => undefined;
const record = valuesOf('an object', anything);

const ENTRIES = /* @__PURE__ */ (() =>
  listOf(
    'entries',
    recordOf('an entry { setting, date, evaluation }', {
      evaluation: recordOf(
        'an evaluation',
        {
          rubric: recordOf('a rubric’s id and version', { id: name, version: name }, false),
          score: record,
          outcomes: listOf('outcomes', record),
          criteria: listOf('criteria', record),
          notice: text,
        },
        false,
      ),
      setting: maybe(text),
      settingName: maybe(text),
      assessor: maybe(text),
      date: maybe(text),
      kind: maybe(text),
    }),
  ))();
const OPTIONS = /* @__PURE__ */ (() => ({
  ...numberOptions,
  of: maybe(wordOf(['evaluations', 'outcomes', 'criteria'])),
}))();
