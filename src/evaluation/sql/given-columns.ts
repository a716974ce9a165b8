import { asciiLowerCase } from '../../common/ascii-case.js';
import { at as itemAt } from '../../common/at.js';
import type { Measure } from '../../model/rubrics/measure.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Program } from '../program/program.js';
import { integerFor } from './dialects.js';
import { createLayers, joined, type Layers, listed, type Piece, piece, plain } from './layers.js';
import type { MeasureColumns, ReadOptions } from './sql-options.js';

/** What stands for a criterion’s state inside a statement; levels are 0 and up, NULL is unrated. */
export const AWAY = -1;
/** Strays: a value that no level has; *not applicable* where it is refused; ends or rows that do not fit together. */
export const NO_LEVEL = -2;
export const REFUSED = -3;
export const AT_ODDS = -4;

/** One criterion in a statement. */
export interface CriterionColumns {
  /** The lowest and the highest level given: NULL, a level, AWAY or a stray. */
  readonly lowest: Piece;
  readonly highest: Piece;
  /** The same completed: unrated at the lowest level, and at the highest. */
  readonly atLowest: Piece;
  readonly atHighest: Piece;
  /** The level it follows from a measurement, or its rating; where columns of the measurement are named. */
  readonly isMeasured: boolean;
}

/** What was found odd in a row, for the query that counts. */
export interface Stray {
  readonly input: 'criterion' | 'fact' | 'evidence' | 'priority' | 'measure' | 'name';
  readonly id: string;
  readonly reason: string;
  /** True in a row that has it. */
  readonly when: Piece;
}

/** The columns that everything else is made from. */
export interface GivenColumns {
  readonly layers: Layers;
  /** What stands before the steps: the pivot of a long table. Read last, for it grows as levels are asked for. */
  readonly before: readonly string[];
  readonly from: string;
  readonly keys: readonly Piece[];
  readonly criteria: readonly CriterionColumns[];
  /** 1, 0 or NULL. */
  readonly facts: readonly Piece[];
  /** A count. */
  readonly evidence: readonly Piece[];
  readonly priorities: readonly Piece[];
  /** In a long table of contested ratings: whether any row of a criterion is at the level. Elsewhere the two ends say so. */
  readonly isGiven: ((at: number, level: number) => Piece) | undefined;
  readonly strays: readonly Stray[];
}

/** What the names of the steps begin with. A step that is called as the table is would hide it. */
const prefixOf = ({ tableNames }: ReadOptions): string => {
  let prefix = 'step_';
  while (tableNames.some((name) => asciiLowerCase(name).startsWith(prefix))) prefix += 'of_';
  return prefix;
};

/** The first steps of a statement: the tables' columns, with levels as numbers, and what is odd in them. */
export const givenColumns = (rubric: Rubric, program: Program, options: ReadOptions): GivenColumns => {
  const { dialect } = options;
  const prefix = prefixOf(options);
  const layers = createLayers(prefix, dialect.materialized);
  const wide = options.isLong ? 's' : 't';
  const column = (name: string): string => `${wide}.${dialect.quote(name)}`;
  const code = dialect.nullable(integerFor(dialect, 300n));
  const given = (start: string, sql: string): Piece => layers.given(start, `CAST(${sql} AS ${code})`);
  const strays: Stray[] = [];
  const strayWhen = (input: Stray['input'], id: string, reason: string, when: Piece): void => {
    strays.push({ input, id, reason, when });
  };

  const truthOf = (sql: string): string => {
    const codes = options.areCodes
      ? [`${sql} = 1`, `${sql} = 0`, `${sql} IS NULL OR ${sql} = 255`]
      : [`${sql} = ${dialect.true}`, `${sql} = ${dialect.false}`, `${sql} IS NULL`];
    return `CASE WHEN ${codes[0]} THEN 1 WHEN ${codes[1]} THEN 0 WHEN ${codes[2]} THEN NULL ELSE ${NO_LEVEL} END`;
  };
  const facts = program.facts.map((id): Piece => {
    const name = options.fact(id);
    const fact = given('f', name === undefined ? 'NULL' : truthOf(column(name)));
    if (name !== undefined) strayWhen('fact', id, 'neither-true-nor-false', piece`${fact} < 0`);
    return fact;
  });
  const evidence = program.criteria.map(({ id }): Piece => {
    const name = options.evidence(id);
    if (name === undefined) return plain('0');
    const count = layers.given('e', `COALESCE(${column(name)}, 0)`);
    strayWhen('evidence', id, 'below-zero', piece`${count} < 0`);
    return count;
  });
  const priorities = options.priorities.map((name): Piece => {
    const chosen = given('p', truthOf(column(name)));
    strayWhen('priority', name, 'neither-true-nor-false', piece`${chosen} < 0`);
    return chosen;
  });

  const long = options.isLong ? pivotOf(program, options, prefix) : undefined;
  const keys = options.keys.map((key, at) => layers.given('k', long ? `r.k${at}` : column(key)));
  if (long !== undefined) strayWhen('name', '', 'no-such-criterion', piece`${given('u', 'r.u')} > 0`);
  const criteria = program.criteria.map((criterion, at): CriterionColumns => {
    const [low, high] = long
      ? [given('l', `r.l${at}`), given('h', `r.h${at}`)]
      : wideEnds(options, at, criterion.id, (name) => given('l', levelCase(program, options, at, column(name))));
    const measure = options.measure(criterion.id);
    const isPair = options.isContested || long !== undefined;
    let lowest = isPair ? layers.define('g', endsOf(low, high, options.isContested)) : low;
    let highest = options.isContested ? high : lowest;
    if (measure !== undefined) {
      const of = itemAt(rubric.criteria, at).measure;
      const measured =
        of && measuredLevel(rubric, program, options, at, of, measure, facts, { layers, column, truthOf });
      if (measured !== undefined) {
        strayWhen('measure', criterion.id, 'no-such-measurement', piece`${measured} < 0`);
        lowest = layers.define('g', piece`COALESCE(${lowest}, ${measured})`);
        highest = options.isContested ? layers.define('g', piece`COALESCE(${high}, ${measured})`) : lowest;
      }
    }
    const ofRow = isPair ? layers.define('g', endsOf(low, high, options.isContested)) : low;
    strayWhen('criterion', criterion.id, 'no-such-level', piece`${ofRow} = ${NO_LEVEL}`);
    if (criterion.notApplicable === 'refused') {
      strayWhen('criterion', criterion.id, 'not-applicable-refused', piece`${ofRow} = ${REFUSED}`);
    }
    if (isPair) strayWhen('criterion', criterion.id, 'levels-at-odds', piece`${ofRow} = ${AT_ODDS}`);
    return {
      lowest,
      highest,
      atLowest: layers.define('a', piece`COALESCE(${lowest}, 0)`),
      atHighest: layers.define('b', piece`COALESCE(${highest}, ${criterion.levels.length - 1})`),
      isMeasured: measure !== undefined,
    };
  });
  const { isGiven } = long ?? {};
  return {
    layers,
    get before() {
      return long?.before ?? [];
    },
    from: long?.from ?? `FROM ${options.table} t`,
    keys,
    criteria,
    facts,
    evidence,
    priorities,
    isGiven: isGiven && ((at, level) => layers.given('o', isGiven(at, level))),
    strays,
  };
};

/** The columns of a criterion in a wide table; the same one twice where assessors do not differ. */
const wideEnds = (
  options: ReadOptions,
  at: number,
  id: string,
  given: (name: string) => Piece,
): readonly [Piece, Piece] => {
  const names = options.criteria(id);
  if (names === undefined) {
    const none = plain(`CAST(NULL AS ${options.dialect.nullable(integerFor(options.dialect, 300n))})`);
    return [none, none];
  }
  if (typeof names === 'string') {
    const one = given(names);
    return [one, one];
  }
  return [given(names.lowest), given(names.highest)];
};

/** The level of a criterion as a number; NULL for what is not rated. */
const levelCase = (program: Program, options: ReadOptions, at: number, column: string): string => {
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

/** The lowest level of two ends that fit together, else a stray. */
const endsOf = (low: Piece, high: Piece, isContested: boolean): Piece => {
  const atOdds = isContested
    ? piece`${low} > ${high} OR (${low} = ${AWAY} AND ${high} <> ${AWAY})`
    : piece`${low} <> ${high}`;
  return piece`CASE WHEN ${low} IS NULL AND ${high} IS NULL THEN NULL WHEN ${low} IS NULL OR ${high} IS NULL THEN ${AT_ODDS} WHEN ${low} < ${AWAY} THEN ${low} WHEN ${high} < ${AWAY} THEN ${high} WHEN ${atOdds} THEN ${AT_ODDS} ELSE ${low} END`;
};

/** A long table turned: one row for each key, with the lowest and the highest level of each criterion. */
const pivotOf = (program: Program, options: ReadOptions, prefix: string) => {
  const { dialect } = options;
  const [rows, turned] = [`${prefix}rows`, `${prefix}turned`];
  const criterion = dialect.plainly(`t.${dialect.quote(options.criterionColumn)}`);
  const level = `t.${dialect.quote(options.levelColumn)}`;
  // Criteria of one scale share the reading of their levels.
  const readings = new Map<string, string>();
  const reading = program.criteria.map((_, at) => {
    const sql = levelCase(program, options, at, level);
    const name = readings.get(sql) ?? `v${readings.size}`;
    readings.set(sql, name);
    return name;
  });
  const is = (at: number): string => `c = ${dialect.text(itemAt(program.criteria, at).id)}`;
  const keys = options.keys.map((_, at) => `k${at}`);
  const ids = program.criteria.map(({ id }) => dialect.text(id)).join(', ');
  const others = new Map<string, string>();
  const isGiven = (at: number, place: number): string => {
    const sql = `MAX(CASE WHEN ${is(at)} AND ${itemAt(reading, at)} = ${place} THEN 1 ELSE 0 END)`;
    const name = others.get(sql) ?? `o${others.size}`;
    others.set(sql, name);
    return `r.${name}`;
  };
  const join =
    options.settings === undefined
      ? ''
      : ` LEFT JOIN ${options.settings} s ON ${options.keys.map((key, at) => `s.${dialect.quote(key)} = r.k${at}`).join(' AND ')}`;
  return {
    isGiven,
    from: `FROM ${turned} r${join}`,
    get before(): readonly string[] {
      const read = [
        ...options.keys.map((key, at) => `t.${dialect.quote(key)} AS k${at}`),
        `${criterion} AS c`,
        ...[...readings].map(([sql, name]) => `${sql} AS ${name}`),
      ];
      const made = [
        ...keys,
        `MAX(CASE WHEN c IN (${ids}) THEN 0 ELSE 1 END) AS u`,
        ...program.criteria.flatMap((_, at) => [
          `MIN(CASE WHEN ${is(at)} THEN ${itemAt(reading, at)} END) AS l${at}`,
          `MAX(CASE WHEN ${is(at)} THEN ${itemAt(reading, at)} END) AS h${at}`,
        ]),
        ...[...others].map(([sql, name]) => `${sql} AS ${name}`),
      ];
      const grouping = keys.length === 0 ? '' : `\n  GROUP BY ${keys.join(', ')}`;
      return [
        `${rows} AS (\n  SELECT\n    ${read.join(',\n    ')}\n  FROM ${options.table} t\n)`,
        `${turned} AS ${dialect.materialized}(\n  SELECT\n    ${made.join(',\n    ')}\n  FROM ${rows}${grouping}\n)`,
      ];
    },
  };
};

interface Reading {
  readonly layers: Layers;
  readonly column: (name: string) => string;
  readonly truthOf: (sql: string) => string;
}

/** The level that follows from a measurement: a number, NULL where nothing was measured or the fact it needs is not known, or a stray. */
const measuredLevel = (
  rubric: Rubric,
  program: Program,
  options: ReadOptions,
  at: number,
  measure: Measure,
  columns: MeasureColumns,
  facts: readonly Piece[],
  { layers, column, truthOf }: Reading,
): Piece | undefined => {
  const { dialect } = options;
  const place = (level: string): number => itemAt(program.criteria, at).levels.indexOf(level);
  if (measure.kind === 'features') {
    if (!('features' in columns)) return undefined;
    const features = Object.values(columns.features).map((name) => layers.given('x', truthOf(column(name))));
    if (features.length === 0) return undefined;
    const present = layers.define(
      'x',
      piece`CASE WHEN ${joined(
        features.map((one) => piece`${one} < 0`),
        ' OR ',
        '1 = 0',
      )} THEN ${NO_LEVEL} WHEN ${joined(
        features.map((one) => piece`${one} IS NULL`),
        ' AND ',
        '1 = 1',
      )} THEN NULL ELSE ${joined(
        features.map((one) => piece`COALESCE(${one}, 0)`),
        ' + ',
        '0',
      )} END`,
    );
    const steps = [...measure.steps]
      .reverse()
      .map(({ level, atLeast }) => piece`WHEN ${present} >= ${atLeast} THEN ${place(level)}`);
    return layers.define(
      'm',
      piece`CASE WHEN ${present} IS NULL OR ${present} < 0 THEN ${present} ${listed(steps, ' ')} ELSE 0 END`,
    );
  }
  if ('features' in columns) return undefined;
  const steepest = measure.steps.reduce(
    (most, { atLeast }) => Math.max(most, atLeast.numerator, atLeast.denominator),
    1,
  );
  const widest = itemAt(dialect.integers, dialect.integers.length - 1)[1];
  const exact = BigInt(Number.MAX_SAFE_INTEGER);
  const room = widest / BigInt(steepest);
  // Numbers beyond this would not be held exactly when multiplied: a stray, as every number that is no measurement.
  const most = room < exact ? room : exact;
  const type = integerFor(dialect, most * BigInt(steepest));
  const [n, d] = [columns.numerator, columns.denominator].map((name) => layers.given('n', column(name)));
  if (n === undefined || d === undefined) return undefined;
  const whole = (one: Piece) => piece`CAST(${one} AS ${dialect.nullable(type)})`;
  const odd = (one: Piece, least: number) =>
    piece`${one} IS NULL OR ${one} < ${least} OR ${one} > ${most} OR ${one} <> ${whole(one)}`;
  const isOdd = layers.define(
    'm',
    piece`CASE WHEN ${n} IS NULL AND ${d} IS NULL THEN NULL WHEN ${odd(n, 0)} OR ${odd(d, 1)} THEN ${NO_LEVEL} ELSE 0 END`,
  );
  const steps = [...measure.steps]
    .reverse()
    .map(
      ({ level, atLeast }) =>
        piece`WHEN ${whole(n)} * ${atLeast.denominator} >= ${whole(d)} * ${atLeast.numerator} THEN ${place(level)}`,
    );
  // Below the first step stands −10: the lowest level, whatever the fact.
  const reached = layers.define(
    'm',
    piece`CASE WHEN ${isOdd} IS NULL OR ${isOdd} < 0 THEN ${isOdd} ${listed(steps, ' ')} ELSE ${BELOW_STEPS} END`,
  );
  const needed = measure.requires === undefined ? undefined : facts[program.facts.indexOf(measure.requires)];
  const isKnown = needed === undefined ? plain('') : piece`WHEN ${needed} IS NULL THEN NULL WHEN ${needed} = 0 THEN 0 `;
  void rubric;
  return layers.define(
    'm',
    piece`CASE WHEN ${reached} IS NULL THEN NULL WHEN ${reached} = ${BELOW_STEPS} THEN 0 WHEN ${reached} < 0 THEN ${reached} ${isKnown}ELSE ${reached} END`,
  );
};

const BELOW_STEPS = -10;
