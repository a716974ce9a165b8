import { asciiLowerCase } from '../../common/ascii-case.js';
import { at as itemAt } from '../../common/at.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Program } from '../program/program.js';
import { stateNames } from '../columns/codes.js';
import { type Arithmetic, arithmeticOf } from './arithmetic.js';
import { integerFor } from './dialects.js';
import type { GivenColumns } from './given-columns.js';
import { joined, listed, type Piece, piece, plain } from './layers.js';
import { MET, nodeColumns, UNDECIDED } from './node-columns.js';
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
): readonly Result[] => {
  const { dialect, areCodes } = options;
  const arithmetic = arithmeticOf(dialect);
  const ends = new Map<number, ScoreColumns>();
  const endsOf = (score: number): ScoreColumns => {
    const known = ends.get(score) ?? scoreColumns(setting, itemAt(program.scores, score));
    ends.set(score, known);
    return known;
  };
  const nodes = nodeColumns(program, given, arithmetic, endsOf);
  const setting = { program, given, dialect, arithmetic, nodes };
  const name = namer(options.keys);
  const codeType = integerFor(dialect, 255n);
  const said = (words: readonly string[], code: number): string =>
    areCodes ? String(code) : dialect.text(itemAt(words, code));
  const wordType = areCodes ? codeType : dialect.textType;

  const stray = given.layers.define(
    'z',
    piece`CASE WHEN ${joined(
      given.strays.map(({ when }) => when),
      ' OR ',
      '1 = 0',
    )} THEN 1 ELSE 0 END`,
  );
  /** NULL in a row with a stray, as everything but the keys. */
  const unlessStray = (made: Piece): Piece => piece`CASE WHEN ${stray} = 0 THEN ${made} END`;
  const results: Result[] = options.keys.map((key, at) => ({
    name: key,
    kind: 'key',
    of: key,
    made: itemAt(given.keys, at),
  }));
  const add = (kind: SqlColumnKind, called: string, type: string, made: Piece, of?: string): void => {
    results.push({ name: name(called), kind, ...(of !== undefined && { of }), type, made: unlessStray(made) });
  };
  results.push({ name: name('stray'), kind: 'stray', type: dialect.truth, made: piece`${stray} = 1` });

  const score = program.hasScore ? readScore(program, given, arithmetic, endsOf(0)) : undefined;
  add(
    'state',
    'state',
    wordType,
    stateOf(score, (state) => said(stateNames, state)),
  );
  for (const [of, fraction] of Object.entries(fractionsOf(score))) {
    const type = (bound: bigint) => integerFor(dialect, bound);
    const double = (one: Piece) => piece`CAST(${one} AS ${dialect.nullable(dialect.double)})`;
    const [n, d] = [fraction.numerator, fraction.denominator];
    const when = (made: Piece): Piece =>
      fraction.when === undefined ? plain('NULL') : piece`CASE WHEN ${fraction.when} THEN ${made} END`;
    add(
      'double',
      of,
      dialect.double,
      fraction.when === undefined ? double(plain('NULL')) : when(piece`${double(n)} / ${double(d)}`),
      of,
    );
    for (const [part, made] of [
      ['numerator', n],
      ['denominator', d],
    ] as const) {
      const whole = type(score?.most ?? 1n);
      add(part, `${of}_${part}`, whole, piece`CAST(${when(made)} AS ${dialect.nullable(whole)})`, of);
    }
  }
  const verdicts = ['not-yet-met', 'undecided', 'met'];
  const outcomes = program.outcomes.map(({ id, node }) => ({ id, node: nodes.column(node) }));
  for (const { id, node } of outcomes) {
    const made = piece`CASE WHEN ${node} = ${MET} THEN ${said(verdicts, MET)} WHEN ${node} = ${UNDECIDED} THEN ${said(verdicts, UNDECIDED)} ELSE ${said(verdicts, 0)} END`;
    add('verdict', `verdict_${id}`, wordType, made, id);
  }
  const ids = program.outcomes.map(({ id }) => id);
  const highestFirst = outcomes.map(({ node }, at) => piece`WHEN ${node} = ${MET} THEN ${said(ids, at)}`).reverse();
  if (highestFirst.length > 0) {
    const achievedType = areCodes ? integerFor(dialect, BigInt(ids.length)) : dialect.textType;
    add('achieved', 'achieved', achievedType, piece`CASE ${listed(highestFirst, ' ')} END`);
  }
  if (score !== undefined && program.bands.length > 0)
    add('band', 'band', wordType, bandOf(program, arithmetic, score, said));
  for (const { id, when } of program.obligations) {
    const triggered = when.map(({ at, level }) => {
      if (given.isGiven) return piece`${given.isGiven(at, level)} = 1`;
      const { lowest, highest } = itemAt(given.criteria, at);
      return lowest === highest ? piece`${lowest} = ${level}` : piece`${lowest} = ${level} OR ${highest} = ${level}`;
    });
    add('obligation', `obligation_${id}`, dialect.truth, flag(joined(triggered, ' OR ', '1 = 0')), id);
  }
  if (given.priorities.length > 0) {
    const chosen = joined(
      given.priorities.map((one) => piece`COALESCE(${one}, 0)`),
      ' + ',
      '0',
    );
    add('priorities', 'too_many_priorities', dialect.truth, flag(piece`${chosen} > ${rubric.priorities?.atMost ?? 0}`));
  }
  program.criteria.forEach(({ id, levels }, at) => {
    const one = itemAt(given.criteria, at);
    if (!one.isMeasured) return;
    const cases = levels.map((_, level) => piece`WHEN ${one.lowest} = ${level} THEN ${said(levels, level)}`);
    add('level', `level_${id}`, wordType, piece`CASE ${listed(cases, ' ')} END`, id);
  });
  return results;

  function flag(condition: Piece): Piece {
    return piece`(CASE WHEN ${condition} THEN 1 ELSE 0 END) = 1`;
  }
};

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
    isThere: piece`${score.whole} > 0 AND ${applicableWeight} > 0`,
    isValued: piece`${score.whole} > 0 AND ${ratedWeight} > 0 AND ${score.valueWhole} > 0${settled}${agreed}`,
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
