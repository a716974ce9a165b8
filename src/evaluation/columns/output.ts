import { refuseNumber } from '../../common/refuse.js';
import { classOf } from './input.js';
import type { Lowered } from '../program/lower-rubric.js';

/** Columns as they are written, whatever the rubric. */
export interface AnyOutput {
  readonly verdicts: Readonly<Record<string, Uint8Array>>;
  readonly state: Uint8Array;
  readonly value: Float64Array;
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  readonly coverage: Float64Array;
  readonly band: Uint8Array;
}

/** The same with the verdicts in the rubric's order. */
export interface ReadOutput extends Omit<AnyOutput, 'verdicts'> {
  readonly verdicts: readonly Uint8Array[];
}

/** No column of numbers is longer in any engine. */
const MOST_ROWS = 2 ** 31 - 1;

export const newOutput = (lowered: Lowered, rows: number): AnyOutput => {
  refuseNumber(
    'output',
    'rows',
    rows,
    `a whole number from 0 to ${MOST_ROWS}`,
    (count) => Number.isInteger(count) && count >= 0 && count <= MOST_ROWS,
  );
  return {
    verdicts: Object.fromEntries(lowered.rubric.outcomes.map(({ id }) => [id, new Uint8Array(rows)])),
    state: new Uint8Array(rows),
    value: new Float64Array(rows),
    least: new Float64Array(rows),
    greatest: new Float64Array(rows),
    coverage: new Float64Array(rows),
    band: new Uint8Array(rows),
  };
};

/** Checks the columns that are to be written. */
export const readOutput = (lowered: Lowered, output: AnyOutput, rows: number): ReadOutput => {
  const check = <T extends Uint8Array | Float64Array>(name: string, column: T | undefined, wanted: string): T => {
    if (column === undefined || classOf(column) !== wanted) {
      throw new TypeError(`score: the output column “${name}” is to be a ${wanted}, got ${classOf(column)}`);
    }
    if (column.length >= rows) return column;
    throw new RangeError(`score: the output column “${name}” has ${column.length} rows, of ${rows} needed`);
  };
  return {
    verdicts: lowered.rubric.outcomes.map(({ id }) => check(id, output.verdicts[id], 'Uint8Array')),
    state: check('state', output.state, 'Uint8Array'),
    value: check('value', output.value, 'Float64Array'),
    least: check('least', output.least, 'Float64Array'),
    greatest: check('greatest', output.greatest, 'Float64Array'),
    coverage: check('coverage', output.coverage, 'Float64Array'),
    band: check('band', output.band, 'Uint8Array'),
  };
};
