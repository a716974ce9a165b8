import { asciiLowerCase } from '../../common/ascii-case.js';
import { at as itemAt } from '../../common/at.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Program } from '../program/program.js';
import { stateNames } from '../columns/codes.js';
import { type Arithmetic, arithmeticOf } from './arithmetic.js';
import { integerFor } from './dialects.js';
import type { GivenColumns } from './given-columns.js';
import { joined, type Layers, listed, type Piece, piece, plain } from './layers.js';
import { MET, NodeColumns, NOT_YET, UNDECIDED } from './node-columns.js';
import { type ScoreColumns, scoreColumns } from './score-columns.js';
import type { ReadOptions } from './sql-options.js';

/** What a column of a result holds. */
export type SqlColumnKind =
  | 'key'
  | 'stray'
  | 'state'
  | 'double'
  | 'numerator'
  | 'denominator'
  | 'verdict'
  | 'achieved'
  | 'band'
  | 'obligation'
  | 'priorities'
  | 'level';

/** A column of a result. */
export interface SqlColumn {
  readonly name: string;
  readonly kind: SqlColumnKind;
  /** What it is of: the id of an outcome, an obligation or a criterion; a key's own name; `value`, `least`, `greatest` or `coverage`. */
  readonly of?: string | undefined;
  /** Its type in the dialect; left out for keys, whose type is that of the table. */
  readonly type?: string | undefined;
}

interface Result extends SqlColumn {
  readonly made: Piece;
}

/** Everything a statement gives, in order. */
export const resultColumns = (
  rubric: Rubric,
  program: Program,
  options: ReadOptions,
  given: GivenColumns,
): readonly Result[] => new ResultWriter(rubric, program, options, given).all();

const VERDICTS = ['not-yet-met', 'undecided', 'met'] as const;

/** Writes the columns of a result, one kind after another. All but the keys are NULL in a row with a stray. */
class ResultWriter {
  readonly #rubric: Rubric;
  readonly #program: Program;
  readonly #options: ReadOptions;
  readonly #given: GivenColumns;
  readonly #arithmetic: Arithmetic;
  readonly #nodes: NodeColumns;
  readonly #ends = new Map<number, ScoreColumns>();
  readonly #stray: Piece;
  readonly #name: (called: string) => string;
  readonly #results: Result[] = [];

  constructor(rubric: Rubric, program: Program, options: ReadOptions, given: GivenColumns) {
    this.#rubric = rubric;
    this.#program = program;
    this.#options = options;
    this.#given = given;
    this.#arithmetic = arithmeticOf(options.dialect);
    this.#nodes = new NodeColumns(program, given, this.#arithmetic, (score) => this.#endsOf(score));
    this.#name = namer(options.keys);
    const anyStray = joined(
      given.strays.map(({ when }) => when),
      ' OR ',
      '1 = 0',
    );
    this.#stray = given.layers.define('z', piece`CASE WHEN ${anyStray} THEN 1 ELSE 0 END`);
  }

  all(): readonly Result[] {
    this.#keysAndStray();
    const score = this.#program.hasScore
      ? readScore(this.#program, this.#given, this.#arithmetic, this.#endsOf(0))
      : undefined;
    this.#state(score);
    this.#numbers(score);
    this.#verdicts();
    this.#achieved();
    this.#band(score);
    this.#obligations();
    this.#priorities();
    this.#levels();
    return this.#results;
  }

  #endsOf(score: number): ScoreColumns {
    const known = this.#ends.get(score);
    if (known !== undefined) return known;
    const setting = {
      program: this.#program,
      given: this.#given,
      dialect: this.#options.dialect,
      arithmetic: this.#arithmetic,
      nodes: this.#nodes,
    };
    const made = scoreColumns(setting, itemAt(this.#program.scores, score));
    this.#ends.set(score, made);
    return made;
  }

  #add(kind: SqlColumnKind, called: string, type: string, made: Piece, of?: string): void {
    this.#results.push({
      name: this.#name(called),
      kind,
      ...(of !== undefined && { of }),
      type,
      made: piece`CASE WHEN ${this.#stray} = 0 THEN ${made} END`,
    });
  }

  /** One of some words, or its code where codes are asked for. */
  readonly #said = (words: readonly string[], code: number): string =>
    this.#options.areCodes ? String(code) : this.#options.dialect.text(itemAt(words, code));

  /** The type that holds what is said, of so many words. */
  #wordType(most = 255n): string {
    const { areCodes, dialect } = this.#options;
    return areCodes ? integerFor(dialect, most) : dialect.textType;
  }

  #keysAndStray(): void {
    const { keys, dialect } = this.#options;
    for (const [at, key] of keys.entries())
      this.#results.push({ name: key, kind: 'key', of: key, made: itemAt(this.#given.keys, at) });
    const made = piece`${this.#stray} = 1`;
    this.#results.push({ name: this.#name('stray'), kind: 'stray', type: dialect.truth, made });
  }

  #state(score: ReadScore | undefined): void {
    const made = stateOf(score, (state) => this.#said(stateNames, state));
    this.#add('state', 'state', this.#wordType(), made);
  }

  /** Value, ends and coverage: each as a double, divided once, and as the two whole numbers. */
  #numbers(score: ReadScore | undefined): void {
    const { dialect } = this.#options;
    const whole = integerFor(dialect, score?.most ?? 1n);
    const double = (one: Piece) => piece`CAST(${one} AS ${dialect.nullable(dialect.double)})`;
    for (const [of, { numerator, denominator, when }] of Object.entries(fractionsOf(score))) {
      const where = (made: Piece): Piece =>
        when === undefined ? plain('NULL') : piece`CASE WHEN ${when} THEN ${made} END`;
      const divided =
        when === undefined ? double(plain('NULL')) : where(piece`${double(numerator)} / ${double(denominator)}`);
      this.#add('double', of, dialect.double, divided, of);
      for (const [part, made] of Object.entries({ numerator, denominator }) as ['numerator' | 'denominator', Piece][])
        this.#add(part, `${of}_${part}`, whole, piece`CAST(${where(made)} AS ${dialect.nullable(whole)})`, of);
    }
  }

  #verdicts(): void {
    for (const { id, node } of this.#program.outcomes) {
      const now = this.#nodes.column(node);
      const say = (code: number): string => this.#said(VERDICTS, code);
      const made = piece`CASE WHEN ${now} = ${MET} THEN ${say(MET)} WHEN ${now} = ${UNDECIDED} THEN ${say(UNDECIDED)} ELSE ${say(NOT_YET)} END`;
      this.#add('verdict', `verdict_${id}`, this.#wordType(), made, id);
    }
  }

  /** The highest outcome that is met. */
  #achieved(): void {
    const ids = this.#program.outcomes.map(({ id }) => id);
    if (ids.length === 0) return;
    const cases = this.#program.outcomes.map(
      ({ node }, at) => piece`WHEN ${this.#nodes.column(node)} = ${MET} THEN ${this.#said(ids, at)}`,
    );
    const made = piece`CASE ${listed(cases.reverse(), ' ')} END`;
    this.#add('achieved', 'achieved', this.#wordType(BigInt(ids.length)), made);
  }

  #band(score: ReadScore | undefined): void {
    if (score === undefined || this.#program.bands.length === 0) return;
    this.#add('band', 'band', this.#wordType(), bandOf(this.#program, this.#arithmetic, score, this.#said));
  }

  #obligations(): void {
    const { isGiven, criteria, layers } = this.#given;
    for (const { id, when } of this.#program.obligations) {
      const triggered = when.map(({ at, level }) => {
        if (isGiven) return piece`${isGiven(at, level)} = 1`;
        const { lowest, highest } = itemAt(criteria, at);
        return lowest === highest ? piece`${lowest} = ${level}` : piece`${lowest} = ${level} OR ${highest} = ${level}`;
      });
      this.#add(
        'obligation',
        `obligation_${id}`,
        this.#options.dialect.truth,
        onceTrue(layers, joined(triggered, ' OR ', '1 = 0')),
        id,
      );
    }
  }

  #priorities(): void {
    const { priorities, layers } = this.#given;
    if (priorities.length === 0) return;
    const chosen = joined(
      priorities.map((one) => piece`COALESCE(${one}, 0)`),
      ' + ',
      '0',
    );
    const tooMany = onceTrue(layers, piece`${chosen} > ${this.#rubric.priorities?.atMost ?? 0}`);
    this.#add('priorities', 'too_many_priorities', this.#options.dialect.truth, tooMany);
  }

  /** The levels that follow from measurements. */
  #levels(): void {
    for (const [at, { id, levels }] of this.#program.criteria.entries()) {
      const { lowest, isMeasured } = itemAt(this.#given.criteria, at);
      if (!isMeasured) continue;
      const cases = levels.map((_, level) => piece`WHEN ${lowest} = ${level} THEN ${this.#said(levels, level)}`);
      this.#add('level', `level_${id}`, this.#wordType(), piece`CASE ${listed(cases, ' ')} END`, id);
    }
  }
}

/** A condition as a column of its own, worked out once, as early as may be. */
const onceTrue = (layers: Layers, condition: Piece): Piece =>
  piece`${layers.define('t', piece`CASE WHEN ${condition} THEN 1 ELSE 0 END`)} = 1`;

/** The rubric’s score in a row. */
interface ReadScore extends ScoreColumns {
  readonly ratedWeight: Piece;
  readonly applicableWeight: Piece;
  /** It can be said, since something it looks at applies. */
  readonly isThere: Piece;
  readonly isValued: Piece;
}

const readScore = (program: Program, given: GivenColumns, { sum }: Arithmetic, score: ScoreColumns): ReadScore => {
  const { layers } = given;
  const { covers, kind } = itemAt(program.scores, 0);
  const weigh = (when: (at: number) => Piece): Piece => {
    const weight = (at: number) => itemAt(program.criteria, at).weight;
    const most = covers.reduce((total, at) => total + BigInt(weight(at)), 0n);
    return layers.define(
      'w',
      sum(
        covers.map((at) => piece`CASE WHEN ${when(at)} THEN ${weight(at)} ELSE 0 END`),
        most,
      ),
    );
  };
  const ratedWeight = weigh((at) => piece`${itemAt(given.criteria, at).lowest} >= 0`);
  const applicableWeight = weigh((at) => piece`${itemAt(given.criteria, at).atLowest} >= 0`);
  const contested = covers.flatMap((at) => {
    const { lowest, highest } = itemAt(given.criteria, at);
    return lowest === highest ? [] : [piece`${lowest} <> ${highest}`];
  });
  const isContested =
    contested.length === 0
      ? undefined
      : layers.define('c', piece`CASE WHEN ${joined(contested, ' OR ', '')} THEN 1 ELSE 0 END`);
  const agreed = isContested === undefined ? '' : piece` AND ${isContested} = 0`;
  const settled =
    kind === 'sum' ? piece` AND ${ratedWeight} = ${applicableWeight} AND ${score.least} = ${score.greatest}` : '';
  return {
    ...score,
    ratedWeight,
    applicableWeight,
    isThere: onceTrue(layers, piece`${score.whole} > 0 AND ${applicableWeight} > 0`),
    isValued: onceTrue(
      layers,
      piece`${score.whole} > 0 AND ${ratedWeight} > 0 AND ${score.valueWhole} > 0${settled}${agreed}`,
    ),
  };
};

/** The state’s word or code, by its position in `stateNames`. */
const stateOf = (score: ReadScore | undefined, said: (state: number) => string): Piece => {
  if (score === undefined) return plain(said(stateNames.indexOf('profile-only')));
  const say = (state: (typeof stateNames)[number]) => said(stateNames.indexOf(state));
  return piece`CASE WHEN NOT (${score.isThere}) THEN ${say('nothing-applicable')} WHEN ${score.ratedWeight} = 0 THEN ${say('nothing-rated')} WHEN ${score.isValued} THEN ${say('scored')} ELSE ${say('interval-only')} END`;
};

interface FractionWhen {
  readonly numerator: Piece;
  readonly denominator: Piece;
  /** When there is such a number; never where left out. */
  readonly when: Piece | undefined;
}

const fractionsOf = (
  score: ReadScore | undefined,
): Readonly<Record<'value' | 'least' | 'greatest' | 'coverage', FractionWhen>> => {
  if (score === undefined) {
    const none = { numerator: plain('NULL'), denominator: plain('NULL'), when: undefined };
    return { value: none, least: none, greatest: none, coverage: none };
  }
  const { isThere, isValued, whole } = score;
  return {
    value: { numerator: score.value, denominator: score.valueWhole, when: isValued },
    least: { numerator: score.least, denominator: whole, when: isThere },
    greatest: { numerator: score.greatest, denominator: whole, when: isThere },
    coverage: { numerator: score.ratedWeight, denominator: score.applicableWeight, when: isThere },
  };
};

/** The first band that holds the whole interval; nothing where nothing is rated. */
const bandOf = (
  program: Program,
  { product }: Arithmetic,
  score: ReadScore,
  said: (words: readonly string[], code: number) => string,
): Piece => {
  const { most, whole } = score;
  const ids = program.bands.map(({ id }) => id);
  const cases = program.bands.map(({ from, below }, at) => {
    const reaches = (end: Piece, { numerator, denominator }: typeof from) =>
      piece`${product(end, denominator, most)} >= ${product(whole, numerator, most)}`;
    const isBelow = below === undefined ? '' : piece` AND NOT (${reaches(score.greatest, below)})`;
    return piece`WHEN ${reaches(score.least, from)}${isBelow} THEN ${said(ids, at)}`;
  });
  return piece`CASE WHEN NOT (${score.isThere}) OR ${score.ratedWeight} = 0 THEN NULL ${listed(cases, ' ')} END`;
};

/** So long at most are the names that are made. */
const LONGEST = 60;

/** Makes names that every engine takes, each used once: letters, digits and low lines. */
const namer = (keys: readonly string[]): ((called: string) => string) => {
  const used = new Set(keys.map(asciiLowerCase));
  return (called) => {
    const safe = asciiLowerCase(called)
      .replace(/[^a-z0-9_]/gu, '_')
      .slice(0, LONGEST);
    let name = safe;
    for (let again = 2; used.has(name); again++) name = `${safe.slice(0, LONGEST - 1 - String(again).length)}_${again}`;
    used.add(name);
    return name;
  };
};
