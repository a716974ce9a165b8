import { asciiLowerCase } from '../../common/ascii-case.js';
import { at as itemAt } from '../../common/at.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Program } from '../program/program.js';
import { type Layers, type Piece, piece, plain } from './layers.js';
import { TurnedTable } from './long-table.js';
import { measuredLevel } from './measured-level.js';
import type { ReadOptions } from './sql-options.js';
import { AT_ODDS, AWAY, levelCase, NO_LEVEL, REFUSED, TableColumns } from './table-columns.js';

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
  /** What stands before the steps: the turning of a long table. Asked for last, for it grows as levels are asked for. */
  readonly before: () => readonly string[];
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
export const givenColumns = (rubric: Rubric, program: Program, options: ReadOptions): GivenColumns =>
  new GivenReader(rubric, program, options).all();

class GivenReader {
  readonly #rubric: Rubric;
  readonly #program: Program;
  readonly #options: ReadOptions;
  readonly #table: TableColumns;
  /** None for a wide table. */
  readonly #turned: TurnedTable | undefined;
  readonly #strays: Stray[] = [];

  constructor(rubric: Rubric, program: Program, options: ReadOptions) {
    const prefix = prefixOf(options);
    this.#rubric = rubric;
    this.#program = program;
    this.#options = options;
    this.#table = new TableColumns(options, prefix);
    this.#turned = options.isLong ? new TurnedTable(program, options, prefix) : undefined;
  }

  all(): GivenColumns {
    const options = this.#options;
    const turned = this.#turned;
    const { layers } = this.#table;
    const facts = this.#program.facts.map((id) => this.#fact(id));
    const evidence = this.#program.criteria.map(({ id }) => this.#evidence(id));
    const priorities = options.priorities.map((name) => this.#priority(name));
    const keys = options.keys.map((key, at) => layers.given('k', turned ? `r.k${at}` : this.#table.column(key)));
    if (turned !== undefined)
      this.#strayWhen('name', '', 'no-such-criterion', piece`${this.#table.given('u', 'r.u')} > 0`);
    const criteria = this.#program.criteria.map((_, at) => this.#criterion(at, facts));
    return {
      layers,
      before: () => turned?.steps() ?? [],
      from: turned?.from ?? `FROM ${options.table} t`,
      keys,
      criteria,
      facts,
      evidence,
      priorities,
      isGiven: turned && ((at, level) => layers.given('o', turned.isGiven(at, level))),
      strays: this.#strays,
    };
  }

  #strayWhen(input: Stray['input'], id: string, reason: string, when: Piece): void {
    this.#strays.push({ input, id, reason, when });
  }

  #fact(id: string): Piece {
    const name = this.#options.fact(id);
    const fact = this.#table.given('f', name === undefined ? 'NULL' : this.#table.truth(name));
    if (name !== undefined) this.#strayWhen('fact', id, 'neither-true-nor-false', piece`${fact} < 0`);
    return fact;
  }

  #evidence(id: string): Piece {
    const name = this.#options.evidence(id);
    if (name === undefined) return plain('0');
    const count = this.#table.layers.given('e', `COALESCE(${this.#table.column(name)}, 0)`);
    this.#strayWhen('evidence', id, 'below-zero', piece`${count} < 0`);
    return count;
  }

  #priority(name: string): Piece {
    const chosen = this.#table.given('p', this.#table.truth(name));
    this.#strayWhen('priority', name, 'neither-true-nor-false', piece`${chosen} < 0`);
    return chosen;
  }

  #criterion(at: number, facts: readonly Piece[]): CriterionColumns {
    const { isContested, measure } = this.#options;
    const { id, levels } = itemAt(this.#program.criteria, at);
    const { layers } = this.#table;
    const [low, high] = this.#ends(at);
    // Two ends, or the rows of a long table, may not fit together.
    const isPair = isContested || this.#turned !== undefined;
    const ofRow = isPair ? layers.define('g', endsOf(low, high, isContested)) : low;
    let [lowest, highest] = [ofRow, isContested ? high : ofRow];
    const measured = this.#measured(at, facts);
    if (measured !== undefined) {
      this.#strayWhen('measure', id, 'no-such-measurement', piece`${measured} < 0`);
      lowest = layers.define('g', piece`COALESCE(${lowest}, ${measured})`);
      highest = isContested ? layers.define('g', piece`COALESCE(${high}, ${measured})`) : lowest;
    }
    this.#strayLevels(at, ofRow, isPair);
    return {
      lowest,
      highest,
      atLowest: layers.define('a', piece`COALESCE(${lowest}, 0)`),
      atHighest: layers.define('b', piece`COALESCE(${highest}, ${levels.length - 1})`),
      isMeasured: measure(id) !== undefined,
    };
  }

  #strayLevels(at: number, ofRow: Piece, isPair: boolean): void {
    const { id, notApplicable } = itemAt(this.#program.criteria, at);
    this.#strayWhen('criterion', id, 'no-such-level', piece`${ofRow} = ${NO_LEVEL}`);
    if (notApplicable === 'refused')
      this.#strayWhen('criterion', id, 'not-applicable-refused', piece`${ofRow} = ${REFUSED}`);
    if (isPair) this.#strayWhen('criterion', id, 'levels-at-odds', piece`${ofRow} = ${AT_ODDS}`);
  }

  /** The lowest and the highest level as they are given; the same column twice where assessors do not differ. */
  #ends(at: number): readonly [Piece, Piece] {
    const table = this.#table;
    if (this.#turned !== undefined) return [table.given('l', `r.l${at}`), table.given('h', `r.h${at}`)];
    const names = this.#options.criteria(itemAt(this.#program.criteria, at).id);
    if (names === undefined) return [table.none(), table.none()];
    const end = (name: string): Piece =>
      table.given('l', levelCase(this.#program, this.#options, at, table.column(name)));
    if (typeof names !== 'string') return [end(names.lowest), end(names.highest)];
    const one = end(names);
    return [one, one];
  }

  #measured(at: number, facts: readonly Piece[]): Piece | undefined {
    const { id, levels } = itemAt(this.#program.criteria, at);
    const { measure } = itemAt(this.#rubric.criteria, at);
    const columns = this.#options.measure(id);
    if (columns === undefined || measure === undefined) return undefined;
    const fact = measure.kind === 'features' ? undefined : measure.requires;
    const needed = fact === undefined ? undefined : facts[this.#program.facts.indexOf(fact)];
    return measuredLevel(this.#table, { measure, columns, levels, needed });
  }
}

/** The lowest level of two ends that fit together, else a stray. */
const endsOf = (low: Piece, high: Piece, isContested: boolean): Piece => {
  const atOdds = isContested
    ? piece`${low} > ${high} OR (${low} = ${AWAY} AND ${high} <> ${AWAY})`
    : piece`${low} <> ${high}`;
  return piece`CASE WHEN ${low} IS NULL AND ${high} IS NULL THEN NULL WHEN ${low} IS NULL OR ${high} IS NULL THEN ${AT_ODDS} WHEN ${low} < ${AWAY} THEN ${low} WHEN ${high} < ${AWAY} THEN ${high} WHEN ${atOdds} THEN ${AT_ODDS} ELSE ${low} END`;
};
