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
} from '../../common/expect-shape.js';
import type { Agreement, KappaAgreement, UndefinedAgreement } from '../../model/agreement/agreement.js';
import type { AgreedShare, BootstrappedInterval, ModerationReport } from '../../model/agreement/moderation-report.js';
import { decimalCell, numberCells, numberHeadings, type NumberOptions, numberOptions } from './number-cells.js';

export interface ModerationRowsOptions extends NumberOptions {
  /**
   * What a row tells of: a coefficient `overall`; one of the `criteria`, where left out; one of the `pairs` of raters; a level between a pair; one of the `raters`
   * against the rest; an answer to a `contested` criterion; or a criterion that consensus leaves `open`.
   */
  readonly of?: 'overall' | 'criteria' | 'pairs' | 'levels' | 'raters' | 'contested' | 'open' | undefined;
}

/**
 * The report of a moderation day as a tidy table with headings. Shares of counts stand as numerator and denominator beside a decimal; a coefficient, which is no fraction of
 * counts, is a decimal alone. A number that does not exist is blank, and `undefined because` says why.
 *
 * @throws TypeError or RangeError for what is no report of `moderationReport`, and for options that do not exist.
 *
 * @example
 * const report = moderationReport(stemNationLeadership, [
 *   { assessor: 'A', setting: 'hill', ratings: { 'shared-vision': 'met', 'use-of-data': 'partly' } },
 *   { assessor: 'B', setting: 'hill', ratings: { 'shared-vision': 'met', 'use-of-data': 'not-yet' } },
 * ]);
 * moderationRows(report, { of: 'pairs' })[1]?.slice(0, 7) // => ['A', 'B', '1', '2', '0.5000', '0.0945', '0.9055']
 * moderationRows(report, { of: 'raters' }).map((row) => row[0]) // => ['rater', 'A', 'B']
 */
export const moderationRows = (report: ModerationReport, options: ModerationRowsOptions = {}): string[][] => {
  expectShape('moderationRows', 'report', report, REPORT);
  expectOptions('moderationRows', options, OPTIONS);
  return ROWS[options.of ?? 'criteria'](report, options);
};

type Rows = (report: ModerationReport, options: NumberOptions) => string[][];

const overallRows: Rows = ({ overall, settings, raters }, options) => {
  const { alpha, ac, bootstrap } = overall;
  const row = (name: string, found: typeof alpha, own: BootstrappedInterval | UndefinedAgreement | undefined) => [
    name,
    ...coefficientCells(found, options),
    ...(own ? bootstrapCells(own, options) : []),
    String(settings.length),
    String(raters.length),
  ];
  return [
    ['coefficient', ...COEFFICIENT, ...(bootstrap ? BOOTSTRAP : []), 'settings', 'raters'],
    row('alpha', alpha, bootstrap?.alpha),
    row('ac2', ac, bootstrap?.ac),
  ];
};

const criterionRows: Rows = ({ criteria }, options) => {
  const isBootstrapped = criteria.some(({ bootstrap }) => bootstrap !== undefined);
  const alphaHeadings = [...COEFFICIENT, ...(isBootstrapped ? BOOTSTRAP : [])].map((heading) => `alpha ${heading}`);
  return [
    ['criterion', 'label', ...SHARE, ...alphaHeadings],
    ...criteria.map(({ criterion, label, exact, alpha, bootstrap }) => [
      criterion,
      label,
      ...shareCells(exact, options),
      ...coefficientCells(alpha, options),
      ...(bootstrap ? bootstrapCells(bootstrap, options) : []),
    ]),
  ];
};

const pairRows: Rows = ({ pairs }, options) => [
  [...PAIR, ...SHARE, ...COEFFICIENT.map((heading) => `kappa ${heading}`), 'p value', 'warning'],
  ...pairs.map(({ raters, exact, kappa, warning }) => [
    ...raters,
    ...shareCells(exact, options),
    ...coefficientCells(kappa, options),
    decimalCell(kappa.kind === 'agreement' ? kappa.pValue : undefined, options),
    warning ?? '',
  ]),
];

const levelRows: Rows = ({ pairs }, options) => [
  [
    ...PAIR,
    'level',
    'both',
    'only first',
    'only second',
    'neither',
    ...numberHeadings('prevalence'),
    ...numberHeadings('bias'),
    ...numberHeadings('adjusted kappa'),
  ],
  ...pairs.flatMap(({ raters, levels }) =>
    levels.map(({ level, both, onlyFirst, onlySecond, neither }) => {
      const denominator = both + onlyFirst + onlySecond + neither;
      const cells = (numerator: number) => numberCells({ numerator, denominator }, options);
      return [
        ...raters,
        level,
        ...[both, onlyFirst, onlySecond, neither].map(String),
        ...cells(both - neither),
        ...cells(onlyFirst - onlySecond),
        // 2 (both + neither) / all − 1
        ...cells(both + neither - onlyFirst - onlySecond),
      ];
    }),
  ),
];

const raterRows: Rows = ({ tendencies }, options) => [
  ['rater', 'compared', 'same', 'higher', 'lower', ...numberHeadings('mean levels'), 'direction'],
  ...tendencies.map(({ rater, compared, same, higher, lower, levelsAbove, direction }) => [
    rater,
    ...[compared, same, higher, lower].map(String),
    ...numberCells(compared > 0 ? { numerator: levelsAbove, denominator: compared } : undefined, options),
    direction,
  ]),
];

const contestedRows: Rows = ({ contested }, options) => [
  ['setting', 'criterion', 'label', 'disagreement', 'applicability disputed', 'rater', 'level', 'not applicable'],
  ...contested.flatMap(({ setting = '', criteria }) =>
    criteria.flatMap(({ criterion, label, disagreement, applicabilityDisputed, ratings }) =>
      ratings.map((one) => [
        setting,
        criterion,
        label,
        decimalCell(disagreement, options),
        applicabilityDisputed ? 'yes' : 'no',
        one.rater,
        'level' in one ? one.level : '',
        'notApplicable' in one ? one.notApplicable : '',
      ]),
    ),
  ),
];

const openRows: Rows = ({ open }) => [
  ['setting', 'criterion', 'label', 'because', 'levels'],
  ...open.flatMap(({ setting = '', criteria }) =>
    criteria.map(({ criterion, label, because, levels }) => [setting, criterion, label, because, levels.join(' | ')]),
  ),
];

const ROWS = {
  overall: overallRows,
  criteria: criterionRows,
  pairs: pairRows,
  levels: levelRows,
  raters: raterRows,
  contested: contestedRows,
  open: openRows,
} as const satisfies Record<NonNullable<ModerationRowsOptions['of']>, Rows>;

const PAIR = ['first rater', 'second rater'];
const SHARE = ['agreed', 'compared', 'share', 'share from', 'share to', 'share undefined because', 'subjects'];
const COEFFICIENT = ['value', 'standard error', 'from', 'to', 'undefined because'];

const BOOTSTRAP = ['bootstrap from', 'bootstrap to', 'bootstrap undefined because'];

const bootstrapCells = (found: BootstrappedInterval | UndefinedAgreement, options: NumberOptions): string[] =>
  found.kind === 'undefined'
    ? ['', '', found.because]
    : [...found.interval.map((end) => decimalCell(end, options)), ''];

const shareCells = (found: AgreedShare | UndefinedAgreement, options: NumberOptions): string[] => {
  if ('because' in found) return ['', '', '', '', '', found.because, ''];
  const { agreed, compared, interval, subjects } = found;
  return [
    ...numberCells({ numerator: agreed, denominator: compared }, options),
    ...interval.map((end) => decimalCell(end, options)),
    '',
    String(subjects),
  ];
};

const coefficientCells = (found: Agreement | KappaAgreement | UndefinedAgreement, options: NumberOptions): string[] => {
  if (found.kind === 'undefined') return ['', '', '', '', found.because];
  const numbers = [found.coefficient, found.standardError, found.interval?.[0], found.interval?.[1]];
  return [...numbers.map((number) => decimalCell(number, options)), ''];
};

const record = /* @__PURE__ */ (() => valuesOf('an object', () => undefined))();
const bySetting = /* @__PURE__ */ (() =>
  listOf(
    'settings with their criteria',
    recordOf('a setting with its criteria', { criteria: listOf('criteria', record), setting: maybe(text) }, false),
  ))();
const REPORT = /* @__PURE__ */ (() =>
  recordOf(
    'a report of a moderation day',
    {
      settings: listOf('settings', maybe(text)),
      raters: listOf('raters', name),
      overall: recordOf('an object', { alpha: record, ac: record }, false),
      criteria: listOf(
        'criteria',
        recordOf('a criterion', { criterion: name, label: text, exact: record, alpha: record }, false),
      ),
      pairs: listOf(
        'pairs',
        recordOf(
          'a pair',
          { raters: listOf('raters', text), exact: record, kappa: record, levels: listOf('levels', record) },
          false,
        ),
      ),
      tendencies: listOf('raters', recordOf('a rater', { rater: text }, false)),
      contested: bySetting,
      open: bySetting,
    },
    false,
  ))();
const OPTIONS = /* @__PURE__ */ (() => ({
  ...numberOptions,
  of: maybe(wordOf(['overall', 'criteria', 'pairs', 'levels', 'raters', 'contested', 'open'])),
}))();
