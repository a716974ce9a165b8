import type { Issue } from '../model/issue.js';
import { compareShown, figures, type ShownNumber, shownNumber } from './shown-number.js';
import { listed } from '../common/list-words.js';

/** One row of a table that gives a percent and says whether it counts as achieved. */
export interface AchievedRow {
  readonly label: string;
  /** The percent as it is shown: `62`, or text such as `'62.5 %'`. */
  readonly percent: number | string;
  readonly achieved: boolean;
}

/**
 * Rows whose *achieved* their own percent denies. Where a part is achieved only when all of it is (the Gatsby Benchmarks),
 * 62 % is not achieved, whatever the cell beside it says, and 100 % is.
 *
 * Issues: `unreadable-percent` (error: no number), `percent-out-of-range` (error: below 0 or above 100), `achieved-below-whole` (error),
 * `whole-not-achieved` (warning: a person may have withheld it). They come in the order of the rows.
 *
 * @param rows in the order of the table.
 *
 * @example
 * checkAchievedTable([
 *   { label: 'Linking the curriculum', percent: 62, achieved: true },
 *   { label: 'Encounters with employers', percent: 91, achieved: false },
 * ]).map(({ code, message }) => `${code}: ${message}`)
 * // => ['achieved-below-whole: “Linking the curriculum” counts as achieved at 62 %, while “Encounters with employers” at 91 % does not']
 */
export const checkAchievedTable = (rows: readonly AchievedRow[]): readonly Issue[] => {
  const read = rows.map((row) => ({ ...row, shown: shownNumber(row.percent) }));
  return read.flatMap(({ label, percent, achieved, shown }, at): Issue[] => {
    if (shown === undefined) {
      const message = `the percent of “${label}” cannot be read: “${percent}”`;
      return [
        { code: 'unreadable-percent', severity: 'error', path: [at, 'percent'], message, hint: 'write a number' },
      ];
    }
    if (compareShown(shown, nothing) < 0 || compareShown(shown, whole) > 0) {
      const message = `“${label}” is at ${figures(shown)} %, which is no share of a whole`;
      const hint = 'take it from the counts again';
      return [{ code: 'percent-out-of-range', severity: 'error', path: [at, 'percent'], message, hint }];
    }
    const isWhole = compareShown(shown, whole) === 0;
    if (achieved && !isWhole) {
      const better = read.filter(
        (row) => !row.achieved && row.shown !== undefined && compareShown(row.shown, shown) >= 0,
      );
      const others = listed(better.map((row) => `“${row.label}” at ${figures(row.shown ?? nothing)} %`));
      const beside = better.length === 0 ? '' : `, while ${others} ${better.length === 1 ? 'does' : 'do'} not`;
      return [
        {
          code: 'achieved-below-whole',
          severity: 'error',
          path: [at, 'achieved'],
          message: `“${label}” counts as achieved at ${figures(shown)} %${beside}`,
          hint: 'achieved means all of it; correct the percent or the word, and give the date both are as of',
        },
      ];
    }
    if (!achieved && isWhole) {
      return [
        {
          code: 'whole-not-achieved',
          severity: 'warning',
          path: [at, 'achieved'],
          message: `“${label}” is at 100 % and does not count as achieved`,
          hint: 'say why it is withheld, or correct the percent or the word',
        },
      ];
    }
    return [];
  });
};

const nothing: ShownNumber = { units: 0n, places: 0 };
const whole: ShownNumber = { units: 100n, places: 0 };
