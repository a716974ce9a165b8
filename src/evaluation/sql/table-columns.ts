import { at as itemAt } from '../../common/at.js';
import type { Program } from '../program/program.js';
import { integerFor } from './dialects.js';
import { createLayers, type Layers, type Piece, plain } from './layers.js';
import type { ReadOptions } from './sql-options.js';

/** What stands for a criterion’s state inside a statement; levels are 0 and up, NULL is unrated. */
export const AWAY = -1;
/** Strays: a value that no level has; *not applicable* where it is refused; ends or rows that do not fit together. */
export const NO_LEVEL = -2;
export const REFUSED = -3;
export const AT_ODDS = -4;

/** The columns of the table with one row for each assessment, as the first step of a statement reads them. */
export class TableColumns {
  readonly options: ReadOptions;
  readonly layers: Layers;
  /** The type of a number that stands for a level or a truth. */
  readonly #code: string;

  constructor(options: ReadOptions, prefix: string) {
    this.options = options;
    this.layers = createLayers(prefix, options.dialect.materialized);
    this.#code = options.dialect.nullable(integerFor(options.dialect, 300n));
  }

  /** A column as SQL. Where assessments are long rows, it is one of the settings beside them. */
  column(name: string): string {
    return `${this.options.isLong ? 's' : 't'}.${this.options.dialect.quote(name)}`;
  }

  /** A number that stands for a level or a truth, as a column of the first step. */
  given(start: string, sql: string): Piece {
    return this.layers.given(start, `CAST(${sql} AS ${this.#code})`);
  }

  /** What stands for a column that is not named. */
  none(): Piece {
    return plain(`CAST(NULL AS ${this.#code})`);
  }

  /** A truth as 1, 0 or NULL, and NO_LEVEL where it is none. */
  truth(name: string): string {
    const { areCodes, dialect } = this.options;
    const sql = this.column(name);
    const [yes, no, open] = areCodes
      ? [`${sql} = 1`, `${sql} = 0`, `${sql} IS NULL OR ${sql} = 255`]
      : [`${sql} = ${dialect.true}`, `${sql} = ${dialect.false}`, `${sql} IS NULL`];
    return `CASE WHEN ${yes} THEN 1 WHEN ${no} THEN 0 WHEN ${open} THEN NULL ELSE ${NO_LEVEL} END`;
  }
}

/** The level of a criterion as a number; NULL for what is not rated. */
export const levelCase = (program: Program, options: ReadOptions, at: number, column: string): string => {
  const { dialect, areCodes, notApplicable } = options;
  const { levels, notApplicable: policy } = itemAt(program.criteria, at);
  const away = policy === 'refused' ? REFUSED : AWAY;
  if (areCodes) {
    const cases = levels.map((_, level) => `WHEN ${column} = ${level} THEN ${level}`);
    return `CASE ${cases.join(' ')} WHEN ${column} IS NULL OR ${column} = 255 THEN NULL WHEN ${column} = 254 THEN ${away} ELSE ${NO_LEVEL} END`;
  }
  const plainly = dialect.plainly(column);
  const cases = levels.map((level, place) => `WHEN ${plainly} = ${dialect.text(level)} THEN ${place}`);
  return `CASE WHEN ${column} IS NULL THEN NULL ${cases.join(' ')} WHEN ${plainly} = ${dialect.text(notApplicable)} THEN ${away} ELSE ${NO_LEVEL} END`;
};
