import { refuseWord } from '../../common/refuse.js';

/** The engines whose SQL `toSql` writes. */
export type SqlDialect = 'duckdb' | 'postgresql' | 'sqlite' | 'clickhouse' | 'spark' | 'bigquery' | 'snowflake';

/** What engines say differently. Everything else that is written means the same in all of them. */
export interface Dialect {
  readonly name: SqlDialect;
  /** A name, quoted so that it can be nothing else. */
  readonly quote: (name: string) => string;
  /** A text, quoted so that it can be nothing else. */
  readonly text: (value: string) => string;
  /** Integer types with the greatest number each holds, narrowest first. */
  readonly integers: readonly (readonly [type: string, most: bigint])[];
  readonly double: string;
  readonly textType: string;
  readonly truth: string;
  /** How a type is named in a cast of what may be NULL. */
  readonly nullable: (type: string) => string;
  /** Two whole numbers of which the second divides the first. */
  readonly divide: (a: string, b: string) => string;
  readonly least: string;
  /** Said of a step whose columns are used more than once, where the engine would else work them out each time. */
  readonly materialized: string;
  /** A text compared sign by sign, whatever collation its column has. */
  readonly plainly: (column: string) => string;
  readonly true: string;
  readonly false: string;
  /** How long a name may be; longer ones are cut. */
  readonly longestName: number;
  /** What the statement of a rubric ends with. */
  readonly ending: string;
}

const doubled = (sign: string) => (name: string) => `${sign}${name.replaceAll(sign, sign + sign)}${sign}`;
/** Quoted, with a backslash before what would end the quotes, and before backslashes. */
const escaped = (sign: string) => (text: string) =>
  `${sign}${text
    .replaceAll('\\', '\\\\')
    .replaceAll(sign, `\\${sign}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')}${sign}`;
const same = (text: string): string => text;
const bits = (n: number): bigint => 2n ** BigInt(n - 1) - 1n;
const digits = (n: number): bigint => 10n ** BigInt(n) - 1n;

const common = {
  double: 'DOUBLE',
  textType: 'VARCHAR',
  truth: 'BOOLEAN',
  nullable: same,
  least: 'LEAST',
  materialized: '',
  plainly: same,
  true: 'TRUE',
  false: 'FALSE',
  longestName: Number.POSITIVE_INFINITY,
  ending: '',
};

const dialects: Readonly<Record<SqlDialect, Dialect>> = {
  duckdb: {
    ...common,
    name: 'duckdb',
    quote: doubled('"'),
    text: doubled("'"),
    integers: [
      ['TINYINT', bits(8)],
      ['SMALLINT', bits(16)],
      ['INTEGER', bits(32)],
      ['BIGINT', bits(64)],
      ['HUGEINT', bits(128)],
    ],
    divide: (a, b) => `${a} // ${b}`,
  },
  postgresql: {
    ...common,
    name: 'postgresql',
    quote: doubled('"'),
    // With a backslash in it, a plain text means one thing or another as the server is set.
    text: (value) => (value.includes('\\') ? `E${escaped("'")(value)}` : doubled("'")(value)),
    integers: [
      ['SMALLINT', bits(16)],
      ['INTEGER', bits(32)],
      ['BIGINT', bits(64)],
      ['NUMERIC', digits(1000)],
    ],
    double: 'DOUBLE PRECISION',
    textType: 'TEXT',
    divide: (a, b) => `${a} / ${b}`,
    materialized: 'MATERIALIZED ',
    plainly: (column) => `CAST(${column} AS TEXT) COLLATE "C"`,
    longestName: 63,
  },
  sqlite: {
    ...common,
    name: 'sqlite',
    quote: doubled('"'),
    text: doubled("'"),
    integers: [['INTEGER', bits(64)]],
    double: 'REAL',
    textType: 'TEXT',
    truth: 'INTEGER',
    divide: (a, b) => `${a} / ${b}`,
    least: 'MIN',
    materialized: 'MATERIALIZED ',
    plainly: (column) => `${column} COLLATE BINARY`,
    true: '1',
    false: '0',
  },
  clickhouse: {
    ...common,
    name: 'clickhouse',
    quote: escaped('`'),
    text: escaped("'"),
    integers: [
      ['Int8', bits(8)],
      ['Int16', bits(16)],
      ['Int32', bits(32)],
      ['Int64', bits(64)],
      ['Int128', bits(128)],
      ['Int256', bits(256)],
    ],
    double: 'Float64',
    textType: 'String',
    truth: 'UInt8',
    nullable: (type) => `Nullable(${type})`,
    divide: (a, b) => `intDiv(${a}, ${b})`,
    least: 'least',
    true: '1',
    false: '0',
    // Its planner would merge the steps into one expression and work out again what they share: docs/sql.md has the figures.
    ending: '\nSETTINGS query_plan_merge_expressions = 0',
  },
  spark: {
    ...common,
    name: 'spark',
    quote: doubled('`'),
    // A text in which ${…} stands would be filled in from the settings of the session.
    text: (value) => escaped("'")(value).replaceAll('$', '\\u0024'),
    integers: [
      ['TINYINT', bits(8)],
      ['SMALLINT', bits(16)],
      ['INT', bits(32)],
      ['BIGINT', bits(64)],
      ['DECIMAL(38,0)', digits(38)],
    ],
    textType: 'STRING',
    divide: (a, b) => `${a} div ${b}`,
  },
  bigquery: {
    ...common,
    name: 'bigquery',
    quote: escaped('`'),
    text: escaped("'"),
    integers: [
      ['INT64', bits(64)],
      ['BIGNUMERIC', digits(38)],
    ],
    double: 'FLOAT64',
    textType: 'STRING',
    truth: 'BOOL',
    divide: (a, b) => `DIV(${a}, ${b})`,
    longestName: 300,
  },
  snowflake: {
    ...common,
    name: 'snowflake',
    quote: doubled('"'),
    text: escaped("'"),
    integers: [['NUMBER(38,0)', digits(38)]],
    // Its / of whole numbers is decimal, and exact where it comes out even.
    divide: (a, b) => `CAST(${a} / ${b} AS NUMBER(38,0))`,
    double: 'DOUBLE',
    longestName: 255,
  },
};

export const dialectOf = (caller: string, name: unknown): Dialect => {
  refuseWord(caller, 'options.dialect', name, Object.keys(dialects));
  return dialects[name as SqlDialect];
};

/** The narrowest integer type of a dialect that holds so great a number, below zero too. Throws where none does. */
export const integerFor = (dialect: Dialect, most: bigint): string => {
  const fitting = dialect.integers.find(([, holds]) => most <= holds);
  if (fitting !== undefined) return fitting[0];
  throw new RangeError(
    `toSql: the rubric’s weights, points and thresholds come to numbers as great as ${most}; the widest whole number of ${dialect.name} is ${dialect.integers.at(-1)?.[1]}`,
  );
};
