import { at as itemAt } from '../../common/at.js';
import { lcmOf } from '../../common/big-integers.js';
import type { Program, Sums, Term } from '../program/program.js';
import type { Arithmetic } from './arithmetic.js';
import type { Dialect } from './dialects.js';
import type { GivenColumns } from './given-columns.js';
import { folded, type Piece, piece, plain } from './layers.js';
import type { NodeColumns, ScoreEnds } from './node-columns.js';

/** The rubric's own score: its ends, and the score of what is rated alone, over a whole of its own. */
export interface ScoreColumns extends ScoreEnds {
  readonly value: Piece;
  readonly valueWhole: Piece;
}

/** Which levels a sum is over: completed at the lowest, at the highest, or what is rated alone. */
type Open = 'lowest' | 'highest' | 'rated';

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

interface Setting {
  readonly program: Program;
  readonly given: GivenColumns;
  readonly dialect: Dialect;
  readonly arithmetic: Arithmetic;
  readonly nodes: NodeColumns;
}

/** Columns of a score. Throws where its whole numbers would not be exact as doubles, as `compileScorer` does. */
export const scoreColumns = (setting: Setting, score: Sums): ScoreColumns => {
  const { program } = setting;
  const ofKind = { sum: sumColumns, mean: meanColumns, lowest: lowestColumns }[score.kind](setting, score);
  const bounds = [
    ...program.bands.flatMap(({ from, below }) => (below ? [from, below] : [from])),
    ...program.nodes.flatMap((node) => (node.kind === 'reaches' ? [node.threshold] : [])),
  ];
  const factor = bounds.reduce((most, { numerator, denominator }) => Math.max(most, numerator, denominator), 1);
  return { ...ofKind, most: ofKind.bound * BigInt(factor) };
};

type Bounded = Omit<ScoreColumns, 'most'> & { readonly bound: bigint };

const refuseInexact = (bound: bigint): void => {
  if (bound <= SAFE) return;
  throw new RangeError(
    'toSql: the rubric’s weights, points or groups come to numbers too large to be exact; rubricSchema says which, or use smaller weights',
  );
};

const levelOf = ({ given }: Setting, at: number, open: Open): Piece => {
  const { lowest, atLowest, atHighest } = itemAt(given.criteria, at);
  return open === 'lowest' ? atLowest : open === 'highest' ? atHighest : lowest;
};

/** What a term adds: nothing where it does not apply. */
const gainOf = (setting: Setting, term: Term, open: Open, away = 0): Piece => {
  if (term.of === 'node') {
    const { lowest, highest } = setting.nodes.truths(term.at);
    return piece`CASE WHEN ${open === 'highest' ? highest : lowest} THEN 1 ELSE 0 END`;
  }
  const cases = term.gains.flatMap((gain, level) => (gain === away ? [] : [`WHEN ${level} THEN ${gain}`]));
  if (cases.length === 0) return plain(String(away));
  return piece`CASE ${levelOf(setting, term.at, open)} ${cases.join(' ')} ELSE ${away} END`;
};

/** Whether a term counts: it applies, or is rated where only what is rated counts. */
const countsWhen = (setting: Setting, term: Term, open: Open): Piece => {
  if (term.of === 'node') return setting.nodes.truths(term.at).applies ?? plain('1 = 1');
  return piece`${levelOf(setting, term.at, open)} >= 0`;
};

const gains = (setting: Setting, terms: readonly Term[], open: Open): Piece =>
  setting.given.layers.define(
    's',
    setting.arithmetic.sum(
      terms.map((term) => gainOf(setting, term, open)),
      greatestGain(terms),
    ),
  );

const greatestGain = (terms: readonly Term[]): bigint =>
  terms.reduce((sum, { gains: of }) => sum + BigInt(of.reduce((most, gain) => Math.max(most, gain), 0)), 0n);

const weightOf = (terms: readonly Term[]): bigint => terms.reduce((sum, { weight }) => sum + BigInt(weight), 0n);

/** The weight of the terms that count. */
const weights = (setting: Setting, terms: readonly Term[], open: Open): Piece =>
  setting.given.layers.define(
    'w',
    setting.arithmetic.sum(
      terms.map((term) => piece`CASE WHEN ${countsWhen(setting, term, open)} THEN ${term.weight} ELSE 0 END`),
      weightOf(terms),
    ),
  );

const sumColumns = (setting: Setting, { parts, denominator }: Sums): Bounded => {
  const terms = itemAt(parts, 0);
  const bound = greatestGain(terms) > BigInt(denominator) ? greatestGain(terms) : BigInt(denominator);
  refuseInexact(bound);
  const [least, greatest] = [gains(setting, terms, 'lowest'), gains(setting, terms, 'highest')];
  const counting = weights(setting, terms, 'lowest');
  const whole = setting.given.layers.define('d', piece`CASE WHEN ${counting} > 0 THEN ${denominator} ELSE 0 END`);
  // A sum has a value when nothing is open, and then it is its least.
  return { least, greatest, whole, value: least, valueWhole: whole, bound };
};

const lowestColumns = (setting: Setting, { parts, denominator }: Sums): Bounded => {
  const { layers } = setting.given;
  const terms = itemAt(parts, 0);
  refuseInexact(BigInt(denominator) + 1n);
  // One above the highest share stands for having none.
  const none = denominator + 1;
  const end = (open: Open): Piece =>
    terms.length === 0
      ? plain(String(none))
      : layers.define(
          's',
          folded(
            terms.map((term) => gainOf(setting, term, open, none)),
            setting.dialect.least,
          ),
        );
  const whole = (of: Piece) => layers.define('d', piece`CASE WHEN ${of} = ${none} THEN 0 ELSE ${denominator} END`);
  const [least, greatest, value] = [end('lowest'), end('highest'), end('rated')];
  return { least, greatest, whole: whole(least), value, valueWhole: whole(value), bound: BigInt(none) };
};

const meanColumns = (setting: Setting, score: Sums): Bounded => {
  const { parts, denominator } = score;
  const { arithmetic, given } = setting;
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    const bound = weightOf(only) * BigInt(denominator);
    refuseInexact(bound);
    const whole = (open: Open) =>
      given.layers.define('d', arithmetic.product(weights(setting, only, open), denominator, bound));
    return {
      least: gains(setting, only, 'lowest'),
      greatest: gains(setting, only, 'highest'),
      whole: whole('lowest'),
      value: gains(setting, only, 'rated'),
      valueWhole: whole('rated'),
      bound,
    };
  }
  return meanOfParts(setting, score);
};

/**
 * The mean of several means, over one number that every weight a part may come to divides, where that is small enough to be exact; else
 * over the product of the weights met.
 */
const meanOfParts = (setting: Setting, { parts, denominator }: Sums): Bounded => {
  const { arithmetic, dialect, given } = setting;
  const { layers } = given;
  const scale = BigInt(denominator) * BigInt(Math.max(1, parts.length));
  const common = commonWeight(parts, SAFE / scale);
  const product = parts.reduce((most, terms) => most * (weightOf(terms) || 1n), 1n);
  const bound = scale * (common ?? product);
  refuseInexact(bound);
  const counted = (open: Open): Piece =>
    layers.define(
      'd',
      arithmetic.sum(
        parts.map((terms) => piece`CASE WHEN ${weights(setting, terms, open)} > 0 THEN 1 ELSE 0 END`),
        BigInt(parts.length),
      ),
    );
  const over = (open: Open): { readonly numerator: Piece; readonly denominator: Piece } => {
    if (common === undefined) return overProduct(setting, parts, open, bound);
    const terms = parts.map((part) => {
      const weight = weights(setting, part, open === 'highest' ? 'lowest' : open);
      const factor = piece`${dialect.divide(`CAST(${common} AS ${dialect.integers.length === 1 ? itemAt(itemAt(dialect.integers, 0), 0) : wide(dialect)})`, weight.sql)}`;
      const gain = gains(setting, part, open);
      const times = { sql: factor.sql, reads: weight.reads };
      return piece`CASE WHEN ${weight} > 0 THEN ${arithmetic.product(gain, times, bound)} ELSE 0 END`;
    });
    return { numerator: layers.define('s', arithmetic.sum(terms, bound)), denominator: plain(String(common)) };
  };
  const [least, greatest, value] = [over('lowest'), over('highest'), over('rated')];
  const whole = (open: Open, of: { readonly denominator: Piece }) =>
    layers.define(
      'd',
      arithmetic.product(arithmetic.product(counted(open), of.denominator, bound), denominator, bound),
    );
  return {
    least: least.numerator,
    greatest: greatest.numerator,
    whole: whole('lowest', least),
    value: value.numerator,
    valueWhole: whole('rated', value),
    bound,
  };
};

/** A type that holds every number up to 2^53. */
const wide = (dialect: Dialect): string =>
  (dialect.integers.find(([, most]) => most >= SAFE) ?? itemAt(dialect.integers, 0))[0];

/** Part after part, each sum times the weights met so far: n/d + r/w = (n·w + r·d) / (d·w). */
const overProduct = (setting: Setting, parts: readonly (readonly Term[])[], open: Open, bound: bigint) => {
  const { arithmetic, given } = setting;
  const { layers } = given;
  let [numerator, denominator] = [plain('0'), plain('1')];
  for (const part of parts) {
    const weight = weights(setting, part, open === 'highest' ? 'lowest' : open);
    const gain = gains(setting, part, open);
    const added = arithmetic.sum(
      [arithmetic.product(numerator, weight, bound), arithmetic.product(gain, denominator, bound)],
      bound,
    );
    numerator = layers.define('s', piece`CASE WHEN ${weight} > 0 THEN ${added} ELSE ${numerator} END`);
    denominator = layers.define(
      'd',
      piece`CASE WHEN ${weight} > 0 THEN ${arithmetic.product(denominator, weight, bound)} ELSE ${denominator} END`,
    );
  }
  return { numerator, denominator };
};

/** So many different weights are tried; more of them have no small common multiple. */
const MOST_WEIGHTS = 2_000;

/** The least common multiple of all that a part may weigh, whatever is rated; none where it is greater than there is room for. */
const commonWeight = (parts: readonly (readonly Term[])[], room: bigint): bigint | undefined => {
  let common = 1n;
  for (const terms of parts) {
    let sums = new Set([0]);
    for (const { weight } of terms) {
      sums = new Set([...sums, ...[...sums].map((sum) => sum + weight)]);
      if (sums.size > MOST_WEIGHTS) return undefined;
    }
    for (const sum of sums) {
      if (sum > 0) common = lcmOf(common, BigInt(sum));
      if (common > room) return undefined;
    }
  }
  return common;
};
