import { at as itemAt } from '../../common/at.js';
import type { Program } from '../program/program.js';
import type { ReadOptions } from './sql-options.js';
import { levelCase } from './table-columns.js';

/** A long table turned: one row for each key, with the lowest and the highest level of each criterion. */
export class TurnedTable {
  readonly #program: Program;
  readonly #options: ReadOptions;
  readonly #rows: string;
  readonly #turned: string;
  /** How levels are read, by SQL: criteria of one scale share the reading. And which of these each criterion has. */
  readonly #readings = new Map<string, string>();
  readonly #readingOf: readonly string[];
  /** Columns asked for besides, by SQL. */
  readonly #others = new Map<string, string>();

  constructor(program: Program, options: ReadOptions, prefix: string) {
    this.#program = program;
    this.#options = options;
    this.#rows = `${prefix}rows`;
    this.#turned = `${prefix}turned`;
    const level = `t.${options.dialect.quote(options.levelColumn)}`;
    this.#readingOf = program.criteria.map((_, at) => {
      const sql = levelCase(program, options, at, level);
      const name = this.#readings.get(sql) ?? `v${this.#readings.size}`;
      this.#readings.set(sql, name);
      return name;
    });
  }

  /** Where the first step reads, with the settings beside it. */
  get from(): string {
    const { settings, keys, dialect } = this.#options;
    if (settings === undefined) return `FROM ${this.#turned} r`;
    const same = keys.map((key, at) => `s.${dialect.quote(key)} = r.k${at}`).join(' AND ');
    return `FROM ${this.#turned} r LEFT JOIN ${settings} s ON ${same}`;
  }

  /** Whether some row of a criterion is at a level. */
  isGiven(at: number, level: number): string {
    const sql = `MAX(CASE WHEN ${this.#is(at)} AND ${itemAt(this.#readingOf, at)} = ${level} THEN 1 ELSE 0 END)`;
    const name = this.#others.get(sql) ?? `o${this.#others.size}`;
    this.#others.set(sql, name);
    return `r.${name}`;
  }

  /** The steps that read the rows and turn them. Read last, for they grow as levels are asked for. */
  steps(): readonly string[] {
    const { dialect, keys, criterionColumn, table } = this.#options;
    const criterion = dialect.plainly(`t.${dialect.quote(criterionColumn)}`);
    const read = [
      ...keys.map((key, at) => `t.${dialect.quote(key)} AS k${at}`),
      `${criterion} AS c`,
      ...[...this.#readings].map(([sql, name]) => `${sql} AS ${name}`),
    ];
    const numbered = keys.map((_, at) => `k${at}`);
    const ids = this.#program.criteria.map(({ id }) => dialect.text(id)).join(', ');
    const made = [
      ...numbered,
      `MAX(CASE WHEN c IN (${ids}) THEN 0 ELSE 1 END) AS u`,
      ...this.#readingOf.flatMap((reading, at) => [
        `MIN(CASE WHEN ${this.#is(at)} THEN ${reading} END) AS l${at}`,
        `MAX(CASE WHEN ${this.#is(at)} THEN ${reading} END) AS h${at}`,
      ]),
      ...[...this.#others].map(([sql, name]) => `${sql} AS ${name}`),
    ];
    const grouping = numbered.length === 0 ? '' : `\n  GROUP BY ${numbered.join(', ')}`;
    return [
      `${this.#rows} AS (\n  SELECT\n    ${read.join(',\n    ')}\n  FROM ${table} t\n)`,
      `${this.#turned} AS ${dialect.materialized}(\n  SELECT\n    ${made.join(',\n    ')}\n  FROM ${this.#rows}${grouping}\n)`,
    ];
  }

  #is(at: number): string {
    return `c = ${this.#options.dialect.text(itemAt(this.#program.criteria, at).id)}`;
  }
}
