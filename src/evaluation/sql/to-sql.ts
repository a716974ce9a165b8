import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { lowerFor } from '../program/lower-rubric.js';
import { givenColumns, type Stray } from './given-columns.js';
import { listed, type Piece, piece, plain } from './layers.js';
import { resultColumns, type SqlColumn } from './result-columns.js';
import { readOptions, type ToSqlOptions } from './sql-options.js';

/** A rubric as SQL. */
export interface RubricSql {
  /** One statement that gives a row for each assessment. */
  readonly sql: string;
  /** The columns of its result, in order. */
  readonly columns: readonly SqlColumn[];
  /** A statement that counts, by criterion, what the first one could not read: rows `input`, `id`, `reason`, `stray_rows`. */
  readonly strays: string;
}

/**
 * A rubric as one SQL statement, for ratings that stay where they are: the score with its interval and coverage, every verdict, the band
 * and the obligations of each assessment in a table, each the same as `evaluate` gives, to the last digit. Nothing is installed; all is
 * counted in whole numbers, and each number divided once, at the end.
 *
 * A row that holds what no level is called, or *not applicable* where the rubric refuses it, has `stray` true and every other column but
 * its keys NULL; the statement `strays` counts such values by criterion. Reasons, gaps and next steps are no columns: `evaluate` gives
 * them for the few rows that a person looks at.
 *
 * @throws TypeError for what is no rubric or no options; RangeError for an unknown dialect or id, a name that the dialect cannot hold, and
 * a rubric whose numbers pass the dialect’s widest whole number.
 *
 * @example
 * const { sql, columns } = toSql(stemNationLeadership, { dialect: 'duckdb', table: 'ratings', keys: ['school', 'year'] });
 * sql.startsWith('WITH step_0 AS') // => true
 * columns.slice(0, 5).map(({ name }) => name) // => ['school', 'year', 'stray', 'state', 'value']
 * columns.find(({ of }) => of === 'element-ready') // => { name: 'verdict_element_ready', kind: 'verdict', of: 'element-ready', type: 'VARCHAR' }
 */
export const toSql = (rubric: Rubric, options: ToSqlOptions): RubricSql => {
  refuseNoRubric('toSql', 'rubric', rubric);
  const read = readOptions(rubric, options);
  const { program } = lowerFor('toSql', rubric);
  const { quote, ending } = read.dialect;

  const given = givenColumns(rubric, program, read);
  const results = resultColumns(rubric, program, read, given);
  const made = results.map(({ made: column }) => column);
  const { steps, lastStep } = given.layers.statement(given.from, made);
  const lines = results.map(({ name, made: column }) => `${column.sql} AS ${quote(name)}`);
  return {
    sql: `WITH ${[...given.before(), steps].join(',\n')}\nSELECT\n  ${lines.join(',\n  ')}\nFROM ${lastStep}${ending}`,
    columns: results.map(({ name, kind, of, type }) => ({
      name,
      kind,
      ...(of !== undefined && { of }),
      ...(type !== undefined && { type }),
    })),
    strays: straysSql(givenColumns(rubric, program, read), quote, read.dialect.text),
  };
};

/** A step that counts each kind of stray in one pass, and a row for each. */
const straysSql = (
  { layers, before, from, strays }: ReturnType<typeof givenColumns>,
  quote: (name: string) => string,
  text: (value: string) => string,
): string => {
  const { steps, lastStep } = layers.statement(
    from,
    strays.map(({ when }) => when),
  );
  const counts = strays.map(
    ({ when }, at): Piece => piece`COALESCE(SUM(CASE WHEN ${when} THEN 1 ELSE 0 END), 0) AS n${at}`,
  );
  const counted = `${lastStep}_counted`;
  // The counts are read once, beside a list of what they count: engines that put a step in wherever it is named would otherwise work all
  // of it out once for each line.
  const line = ({ input, id, reason }: Stray, at: number): Piece =>
    piece`SELECT ${text(input)} AS ${quote('input')}, ${text(id)} AS ${quote('id')}, ${text(reason)} AS ${quote('reason')}, ${at} AS place`;
  const lines = unionOf(strays.map(line));
  const count = listed(
    strays.map((_, at) => plain(`WHEN ${at} THEN n${at}`)),
    ' ',
  ).sql;
  const named = ['input', 'id', 'reason'].map((name) => `w.${quote(name)} AS ${quote(name)}`).join(', ');
  return `WITH ${[...before(), steps].join(',\n')},\n${counted} AS (\n  SELECT\n    ${listed(counts, ',\n    ').sql}\n  FROM ${lastStep}\n)\nSELECT ${named}, CASE w.place ${count} END AS ${quote('stray_rows')}\nFROM ${counted} CROSS JOIN (\n${lines}\n) w`;
};

/** SQLite takes 500 parts of a union; some hundreds are put in a bracket. */
const MOST_IN_UNION = 300;

const unionOf = (rows: readonly Piece[]): string => {
  if (rows.length <= MOST_IN_UNION) return listed(rows, '\nUNION ALL\n').sql;
  const parts: string[] = [];
  for (let from = 0; from < rows.length; from += MOST_IN_UNION) {
    const part = listed(rows.slice(from, from + MOST_IN_UNION), '\nUNION ALL\n').sql;
    parts.push(`SELECT * FROM (\n${part}\n) u${parts.length}`);
  }
  return parts.join('\nUNION ALL\n');
};
