/** Random tables of assessments, and what the columns of `toSql` should say of each row, by `compileScorer`. */
import {
  type AssessmentColumns,
  compileScorer,
  NO_BAND,
  NOT_APPLICABLE,
  type SqlColumn,
  UNRATED,
} from '../../src/evaluation/index.js';
import type { Rubric } from '../../src/model/index.js';
import type { Cell, Table } from './sql-engines.js';

/** Numbers from a seed, the same in every engine (mulberry32). */
export const lotFrom = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
};

const levelsOf = (rubric: Rubric, at: number): readonly string[] =>
  (rubric.criteria[at]!.scale ?? rubric.scale).levels.map(({ id }) => id);

export interface RandomRows {
  readonly rubric: Rubric;
  /** By criterion, row by row: a level's id, `not-applicable`, nothing, or a stray. */
  readonly ratings: readonly (readonly (string | null)[])[];
  readonly facts: readonly (readonly (boolean | null)[])[];
  readonly evidence: readonly (readonly number[])[];
  readonly rows: number;
}

/** Whether a rule of the rubric looks at evidence; other tables have no columns for it. */
const asksEvidence = (rubric: Rubric): boolean =>
  JSON.stringify([rubric.outcomes, rubric.scoring]).includes('"kind":"evidence"');

/** Rows of every temper: mostly rated, mostly open, nothing rated, nothing applicable; a stray in about one of thirty. */
export const randomRows = (rubric: Rubric, rows: number, seed: number): RandomRows => {
  const lot = lotFrom(seed);
  const ratings: (string | null)[][] = rubric.criteria.map(() => []);
  const facts: (boolean | null)[][] = (rubric.facts ?? []).map(() => []);
  const evidence: number[][] = rubric.criteria.map(() => []);
  for (let row = 0; row < rows; row++) {
    const temper = lot(12);
    const strayAt = lot(30) === 0 ? lot(rubric.criteria.length) : -1;
    const low = lot(4);
    rubric.criteria.forEach(({ notApplicable = 'refused' }, at) => {
      const levels = levelsOf(rubric, at);
      const level =
        lot(3) < low ? levels[levels.length - 1 - lot(Math.min(2, levels.length))]! : levels[lot(levels.length)]!;
      const mayLeave = notApplicable !== 'refused';
      let cell: string | null = level;
      if (temper === 0) cell = null;
      else if (temper === 1) cell = mayLeave ? 'not-applicable' : null;
      else if (mayLeave && lot(temper === 2 ? 2 : 8) === 0) cell = 'not-applicable';
      else if (temper > 6 && lot(temper === 11 ? 2 : 7) === 0) cell = null;
      if (at === strayAt)
        cell =
          mayLeave || lot(2) === 0 ? ['no such level', 'NOT-APPLICABLE', `${level} `, ''][lot(4)]! : 'not-applicable';
      ratings[at]!.push(cell);
      evidence[at]!.push(lot(4));
    });
    for (const column of facts) column.push([true, false, null][lot(3)]!);
  }
  return { rubric, ratings, facts, evidence, rows };
};

/** The rows as a wide table; `key` numbers them. */
export const wideTable = ({ rubric, ratings, facts, evidence, rows }: RandomRows, name: string): Table => ({
  name,
  columns: [
    { name: 'key', type: 'integer' },
    ...rubric.criteria.map(({ id }) => ({ name: id, type: 'text' as const })),
    ...(rubric.facts ?? []).map(({ id }) => ({ name: `fact ${id}`, type: 'truth' as const })),
    ...(asksEvidence(rubric) ? rubric.criteria : []).map(({ id }) => ({
      name: `items ${id}`,
      type: 'integer' as const,
    })),
  ],
  rows: Array.from({ length: rows }, (_, row): Cell[] => [
    row,
    ...ratings.map((column) => column[row]!),
    ...facts.map((column) => column[row]!),
    ...(asksEvidence(rubric) ? evidence : []).map((column) => column[row]!),
  ]),
});

export const wideNames = (rubric: Rubric) => ({
  facts: Object.fromEntries((rubric.facts ?? []).map(({ id }) => [id, `fact ${id}`])),
  evidence: Object.fromEntries((asksEvidence(rubric) ? rubric.criteria : []).map(({ id }) => [id, `items ${id}`])),
});

/** Whether a row holds what the rubric does not know. */
export const isStray = ({ rubric, ratings }: RandomRows, row: number): boolean =>
  rubric.criteria.some(({ notApplicable = 'refused' }, at) => {
    const cell = ratings[at]![row]!;
    if (cell === null) return false;
    return cell === 'not-applicable' ? notApplicable === 'refused' : !levelsOf(rubric, at).includes(cell);
  });

const codeOf = (rubric: Rubric, at: number, cell: string | null): number => {
  if (cell === null) return UNRATED;
  const level = levelsOf(rubric, at).indexOf(cell);
  if (level >= 0) return level;
  return cell === 'not-applicable' && (rubric.criteria[at]!.notApplicable ?? 'refused') !== 'refused'
    ? NOT_APPLICABLE
    : UNRATED;
};

export const codeColumns = ({ rubric, ratings, facts, evidence }: RandomRows): AssessmentColumns => ({
  ratings: Object.fromEntries(
    rubric.criteria.map(({ id }, at) => [id, Uint8Array.from(ratings[at]!, (cell) => codeOf(rubric, at, cell))]),
  ),
  facts: Object.fromEntries(
    (rubric.facts ?? []).map(({ id }, at) => [
      id,
      Uint8Array.from(facts[at]!, (fact) => (fact === null ? UNRATED : Number(fact))),
    ]),
  ),
  evidence: Object.fromEntries(rubric.criteria.map(({ id }, at) => [id, Uint16Array.from(evidence[at]!)])),
});

/** What `compileScorer` says of each row, by the names of the columns of a statement. Fractions are left to their doubles. */
export const expectedRows = (
  given: RandomRows,
  columns: readonly SqlColumn[],
): readonly Readonly<Record<string, unknown>>[] => {
  const scorer = compileScorer(given.rubric);
  const scored = scorer.score(codeColumns(given));
  const number = (column: Float64Array, row: number) => (Number.isNaN(column[row]) ? null : column[row]);
  return Array.from({ length: given.rows }, (_, row) => {
    const stray = isStray(given, row);
    const of = ({ kind, of: what = '' }: SqlColumn): unknown => {
      if (kind === 'key') return row;
      if (kind === 'stray') return stray;
      if (stray) return null;
      if (kind === 'state') return scorer.states[scored.state[row]!];
      if (kind === 'double') return number(scored[what as 'value' | 'least' | 'greatest' | 'coverage'], row);
      if (kind === 'verdict') return scorer.verdicts[scored.verdicts[what]![row]!];
      if (kind === 'achieved') {
        return given.rubric.outcomes.filter(({ id }) => scored.verdicts[id]![row] === 2).at(-1)?.id ?? null;
      }
      if (kind === 'band') return scored.band[row] === NO_BAND ? null : scorer.bands[scored.band[row]!];
      return undefined;
    };
    return Object.fromEntries(
      columns.flatMap((column) => {
        const expected = of(column);
        return expected === undefined ? [] : [[column.name, expected]];
      }),
    );
  });
};

/** The rows of a result that are not as expected, told in words; doubles are compared to the last bit. */
export const differences = (
  got: readonly Readonly<Record<string, unknown>>[],
  expected: readonly Readonly<Record<string, unknown>>[],
  columns: readonly SqlColumn[],
): readonly string[] => {
  const key = columns.find(({ kind }) => kind === 'key')!.name;
  const byKey = new Map(got.map((row) => [Number(row[key]), row]));
  const found: string[] = [];
  if (got.length !== expected.length) found.push(`${got.length} rows instead of ${expected.length}`);
  expected.forEach((wanted, at) => {
    const row = byKey.get(at);
    for (const column of columns) {
      const { name, kind, of } = column;
      const value = row?.[name];
      const is = column.type === 'INTEGER' || column.type === 'UInt8' ? truth(kind, value) : value;
      if (name in wanted && is !== wanted[name])
        found.push(`row ${at} ${name}: ${String(is)} instead of ${String(wanted[name])}`);
      if (kind !== 'double') continue;
      // The exact fraction beside the double is the same number.
      const [n, d] = [Number(row?.[`${of}_numerator`]), Number(row?.[`${of}_denominator`])];
      if (value !== null && n / d !== value) found.push(`row ${at} ${name}: ${n}/${d} beside ${JSON.stringify(value)}`);
    }
  });
  return found;
};

/** Engines without true and false have 1 and 0. */
const truth = (kind: SqlColumn['kind'], value: unknown): unknown =>
  ['stray', 'obligation', 'priorities'].includes(kind) && typeof value === 'number' ? value === 1 : value;
