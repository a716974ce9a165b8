import { at as itemAt } from '../../common/at.js';
import type { Measure } from '../../model/rubrics/measure.js';
import { type Dialect, integerFor } from './dialects.js';
import { joined, listed, type Piece, piece, plain } from './layers.js';
import type { MeasureColumns } from './sql-options.js';
import { NO_LEVEL, type TableColumns } from './table-columns.js';

type Features = Extract<Measure, { kind: 'features' }>;
type Share = Exclude<Measure, Features>;
type ShareColumns = Exclude<MeasureColumns, { readonly features: unknown }>;

/** How a criterion is measured, and the columns that its measurement stands in. */
export interface Measured {
  readonly measure: Measure;
  readonly columns: MeasureColumns;
  /** The ids of the criterion’s levels, lowest first. */
  readonly levels: readonly string[];
  /** The fact that a share needs, 1, 0 or NULL; none where it needs none. */
  readonly needed: Piece | undefined;
}

/** The level that follows from a measurement: a number, NULL where nothing was measured or the fact it needs is not known, or a stray. */
export const measuredLevel = (
  table: TableColumns,
  { measure, columns, levels, needed }: Measured,
): Piece | undefined => {
  const place = (level: string): number => levels.indexOf(level);
  if (measure.kind === 'features') {
    return 'features' in columns ? levelByFeatures(table, measure, Object.values(columns.features), place) : undefined;
  }
  return 'features' in columns ? undefined : levelByShare(table, measure, columns, place, needed);
};

type Place = (level: string) => number;

/** By how many features are there. Those not known count as not there, unless none is known. */
const levelByFeatures = (
  table: TableColumns,
  { steps }: Features,
  names: readonly string[],
  place: Place,
): Piece | undefined => {
  const { layers } = table;
  const features = names.map((name) => layers.given('x', table.truth(name)));
  if (features.length === 0) return undefined;
  const all = (say: (one: Piece) => Piece, operator: string): Piece => joined(features.map(say), operator, '');
  const present = layers.define(
    'x',
    piece`CASE WHEN ${all((one) => piece`${one} < 0`, ' OR ')} THEN ${NO_LEVEL} WHEN ${all((one) => piece`${one} IS NULL`, ' AND ')} THEN NULL ELSE ${all((one) => piece`COALESCE(${one}, 0)`, ' + ')} END`,
  );
  const cases = [...steps]
    .reverse()
    .map(({ level, atLeast }) => piece`WHEN ${present} >= ${atLeast} THEN ${place(level)}`);
  return layers.define(
    'm',
    piece`CASE WHEN ${present} IS NULL OR ${present} < 0 THEN ${present} ${listed(cases, ' ')} ELSE 0 END`,
  );
};

/** Below the first step stands −10: the lowest level, whatever the fact. */
const BELOW_STEPS = -10;

/** By a share, compared with each step’s as whole numbers multiplied crosswise. */
const levelByShare = (
  table: TableColumns,
  { steps }: Share,
  { numerator, denominator }: ShareColumns,
  place: Place,
  needed: Piece | undefined,
): Piece => {
  const { layers, options } = table;
  const { most, type } = roomFor(options.dialect, steps);
  const n = layers.given('n', table.column(numerator));
  const d = layers.given('n', table.column(denominator));
  const whole = (one: Piece) => piece`CAST(${one} AS ${options.dialect.nullable(type)})`;
  const odd = (one: Piece, least: number) =>
    piece`${one} IS NULL OR ${one} < ${least} OR ${one} > ${most} OR ${one} <> ${whole(one)}`;
  const isOdd = layers.define(
    'm',
    piece`CASE WHEN ${n} IS NULL AND ${d} IS NULL THEN NULL WHEN ${odd(n, 0)} OR ${odd(d, 1)} THEN ${NO_LEVEL} ELSE 0 END`,
  );
  const cases = [...steps]
    .reverse()
    .map(
      ({ level, atLeast }) =>
        piece`WHEN ${whole(n)} * ${atLeast.denominator} >= ${whole(d)} * ${atLeast.numerator} THEN ${place(level)}`,
    );
  const reached = layers.define(
    'm',
    piece`CASE WHEN ${isOdd} IS NULL OR ${isOdd} < 0 THEN ${isOdd} ${listed(cases, ' ')} ELSE ${BELOW_STEPS} END`,
  );
  const isKnown = needed === undefined ? plain('') : piece`WHEN ${needed} IS NULL THEN NULL WHEN ${needed} = 0 THEN 0 `;
  return layers.define(
    'm',
    piece`CASE WHEN ${reached} IS NULL THEN NULL WHEN ${reached} = ${BELOW_STEPS} THEN 0 WHEN ${reached} < 0 THEN ${reached} ${isKnown}ELSE ${reached} END`,
  );
};

/**
 * The greatest number that is still held exactly when it is multiplied by what the steps ask, and the type that holds the product. Greater
 * ones are strays, as every number that is no measurement.
 */
const roomFor = (dialect: Dialect, steps: Share['steps']): { readonly most: bigint; readonly type: string } => {
  const steepest = steps.reduce((most, { atLeast }) => Math.max(most, atLeast.numerator, atLeast.denominator), 1);
  const [, widest] = itemAt(dialect.integers, dialect.integers.length - 1);
  const exact = BigInt(Number.MAX_SAFE_INTEGER);
  const room = widest / BigInt(steepest);
  const most = room < exact ? room : exact;
  return { most, type: integerFor(dialect, most * BigInt(steepest)) };
};
