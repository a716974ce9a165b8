import { isHidden } from './hidden-mark.js';
import { asciiLowerCase } from '../common/ascii-case.js';
import type { Issue } from '../model/shared/issue.js';
import { listed } from '../common/list-words.js';
import { asPercent, compareShown, figures, readNumber, type ShownNumber } from '../common/read-number.js';
import { shownValue } from '../common/shown-value.js';
import { type TableOptions, tableOptions } from './table-options.js';
import * as shape from '../common/expect-shape.js';

/** One row of a table that gives a percent and says whether it counts as achieved. */
export interface AchievedRow {
  readonly label: string;
  /** The percent as it is shown: `62`, or text such as `'62.5 %'` or `'3/4'`. */
  readonly percent: number | string;
  /** True or false, or the word of the cell: *Yes*, *No*, *In progress*, *Not yet*. */
  readonly achieved: boolean | string;
}

/**
 * Finds rows whose *achieved* contradicts their percent. Where a part is achieved only when all of it is (the Gatsby Benchmarks),
 * 62 % is not achieved, and 100 % is.
 *
 * Words are read as tables have them: *Yes*, *Achieved*, *Met*, *Fully met*, *Complete*, *Done*, ✓; *No*, *Not achieved*, *Not yet*, *In progress*,
 * *Partly*, *Working towards*, *Started*, *Not started*, *Pending*, *Ongoing*, ✗ and similar words. Any other word is an issue.
 *
 * Issues: `unreadable-percent` (error: no number), `percent-out-of-range` (error: below 0 or above 100), `unreadable-achieved` (error: no word that is known),
 * `achieved-below-whole` (error), `whole-not-achieved` (warning: a person may have withheld it, or 99.6 % is shown as 100 %). They
 * come in the order of the rows.
 *
 * @param rows in the order of the table.
 * @throws TypeError or RangeError for rows or options that are not what they have to be.
 *
 * @example
 * checkAchievedTable([
 *   { label: 'Linking the curriculum', percent: 62, achieved: 'Yes' },
 *   { label: 'Encounters with employers', percent: '91 %', achieved: 'In Progress' },
 * ]).map(({ code, message }) => `${code}: ${message}`)
 * // => ['achieved-below-whole: “Linking the curriculum” counts as achieved at 62 %, while “Encounters with employers” at 91 % does not.']
 */
export const checkAchievedTable = (rows: readonly AchievedRow[], options: TableOptions = {}): readonly Issue[] => {
  shape.expectShape('checkAchievedTable', 'rows', rows, ROWS);
  shape.expectOptions('checkAchievedTable', options, tableOptions);
  const read = rows.map((row): Row => {
    const shown = readNumber(row.percent, options);
    return { ...row, said: achievedIn(row.achieved), ...(shown && !shown.isPoints && { shown: asPercent(shown) }) };
  });
  // Of the rows that do not count, those with the highest percent first: each row names the few that stand above it.
  const open = read
    .filter(({ said, shown }) => said === false && shown !== undefined)
    .sort((a, b) => compareShown(b.shown ?? nothing, a.shown ?? nothing));
  return read.flatMap((row, at) => rowIssues(row, at, open));
};

const ROWS = /* @__PURE__ */ (() =>
  shape.listOf(
    'rows',
    shape.recordOf('a row', {
      label: shape.text,
      percent: shape.cell,
      achieved: shape.either(shape.truth, shape.text, 'true or false, or the word of the cell'),
    }),
  ))();

interface Row extends AchievedRow {
  readonly said: boolean | undefined;
  readonly shown?: ShownNumber | undefined;
}

const MOST_NAMED = 5;

const rowIssues = ({ label, percent, achieved, said, shown }: Row, at: number, open: readonly Row[]): Issue[] => {
  const issues: Issue[] = [];
  const add = (code: string, severity: Issue['severity'], part: string, message: string, hint: string): number =>
    issues.push({ code, severity, path: [at, part], message, hint });
  if (said === undefined) {
    const hint = 'Write “yes” or “no”, or a word such as “achieved”, “in progress”, “not yet”.';
    add(
      'unreadable-achieved',
      'error',
      'achieved',
      `${shownValue(achieved)} does not say whether “${label}” is achieved.`,
      hint,
    );
  }
  if (isHidden(percent)) return issues;
  if (shown === undefined) {
    const message = `The percent of “${label}” cannot be read: ${shownValue(percent)}.`;
    add('unreadable-percent', 'error', 'percent', message, 'Write a number.');
    return issues;
  }
  if (compareShown(shown, nothing) < 0 || compareShown(shown, whole) > 0) {
    const message = `“${label}” is at ${figures(shown)} %, which is not a share of a whole.`;
    add('percent-out-of-range', 'error', 'percent', message, 'Compute it from the counts again.');
    return issues;
  }
  const isWhole = compareShown(shown, whole) === 0;
  if (said === true && !isWhole) {
    const message = `“${label}” counts as achieved at ${figures(shown)} %${besideIn(open, shown)}.`;
    const hint = 'Achieved means all of it; correct the percent or the word, and give the date both are as of.';
    add('achieved-below-whole', 'error', 'achieved', message, hint);
  }
  if (said === false && isWhole) {
    const message = `“${label}” is at 100 % but does not count as achieved.`;
    const hint = 'Say why it is withheld, or correct the percent or the word; where it is rounded, show a decimal.';
    add('whole-not-achieved', 'warning', 'achieved', message, hint);
  }
  return issues;
};

/** The rows that stand higher and do not count: the first few by name. */
const besideIn = (open: readonly Row[], shown: ShownNumber): string => {
  const named: Row[] = [];
  let better = 0;
  for (const row of open) {
    if (compareShown(row.shown ?? nothing, shown) < 0) break;
    if (better++ < MOST_NAMED) named.push(row);
    else break;
  }
  if (better === 0) return '';
  const others = named.reverse().map((row) => `“${row.label}” at ${figures(row.shown ?? nothing)} %`);
  const all = listed(better > MOST_NAMED ? [...others, 'others'] : others);
  return `, while ${all} ${better === 1 ? 'does' : 'do'} not`;
};

const YES =
  'yes|y|true|achieved|fully achieved|met|fully met|complete|completed|fully complete|done|full|fully|attained|secured|passed|✓|✔|☑|✅';
const NO =
  'no|n|false|not achieved|not met|not yet|not yet achieved|not yet met|not fully achieved|not fully met|unmet|in progress|progressing|partly|partial|partially|' +
  'partly achieved|partially achieved|partly met|partially met|part achieved|working towards|working toward|working towards it|towards|' +
  'started|not started|not yet started|not complete|not completed|incomplete|not done|pending|ongoing|underway|under way|planned|to do|developing|' +
  'almost|nearly|nearly there|on track|failed|✗|✘|☒|❌|✕';

const WORDS: ReadonlyMap<string, boolean> = /* @__PURE__ */ (() =>
  new Map([
    ...YES.split('|').map((word): [string, boolean] => [word, true]),
    ...NO.split('|').map((word): [string, boolean] => [word, false]),
  ]))();

/** What a cell says; undefined where its word is not known. Case, hyphens, marks at its end and a variation of a sign make no difference. */
const achievedIn = (cell: boolean | string): boolean | undefined => {
  if (typeof cell === 'boolean') return cell;
  if (cell.length > 60) return undefined;
  const word = asciiLowerCase(cell)
    .replace(/\ufe0f|\ufe0e/gu, '')
    .replace(/[\s\u00a0_\u2010-\u2012-]+/gu, ' ')
    .replace(/^[\s(]+|[\s.,;:!)]+$/gu, '');
  return WORDS.get(word);
};

const nothing: ShownNumber = /* @__PURE__ */ (() => wholeShown(0n))();
const whole: ShownNumber = /* @__PURE__ */ (() => wholeShown(100n))();

function wholeShown(units: bigint): ShownNumber {
  return { units, places: 0, over: 1n, isPercent: false, isPoints: false, isSigned: false, isPart: false };
}
