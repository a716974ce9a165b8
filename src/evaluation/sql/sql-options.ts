import { isIt } from '../../common/nearest-name.js';
import { own } from '../../common/own.js';
import {
  readTexts,
  refuseNoRecord,
  refuseNoText,
  refuseNoTruth,
  refuseUnknown,
  refuseWord,
} from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { type Dialect, dialectOf, type SqlDialect } from './dialects.js';

/** Two columns of one criterion on which assessors differ. */
export interface LowestAndHighest {
  readonly lowest: string;
  readonly highest: string;
}

/** The columns that a level follows from: a share’s two whole numbers, or a true-or-false column for each feature. */
export type MeasureColumns =
  | { readonly numerator: string; readonly denominator: string }
  | { readonly features: Readonly<Record<string, string>> };

/** What the columns of a table are called, by id. */
export interface SqlColumnNames {
  /** Column of a criterion's levels; its id where left out. Two with `contested`; null for a criterion that has none. */
  readonly criteria?: Readonly<Record<string, string | LowestAndHighest | null>> | undefined;
  /** Column of a fact; its id where left out, null for a fact that has none. */
  readonly facts?: Readonly<Record<string, string | null>> | undefined;
  /** Column that counts the items of evidence for a criterion; a criterion that is not named has none. */
  readonly evidence?: Readonly<Record<string, string>> | undefined;
  /** True-or-false column of a criterion that says whether it was chosen as a priority. */
  readonly priorities?: Readonly<Record<string, string>> | undefined;
  /** Columns that a criterion’s level follows from, where its rubric says how and the level’s own column holds nothing. */
  readonly measures?: Readonly<Record<string, MeasureColumns>> | undefined;
  /** In the long layout: the column of the criterion’s id, `criterion` where left out, and that of its level, `level`. */
  readonly criterion?: string | undefined;
  readonly level?: string | undefined;
}

export interface ToSqlOptions {
  readonly dialect: SqlDialect;
  /** The table of ratings: a name, or the parts of one: `['warehouse', 'ratings']`. */
  readonly table: string | readonly string[];
  /** `wide` (where left out): a row an assessment, a column a criterion. `long`: a row a rating. */
  readonly layout?: 'wide' | 'long' | undefined;
  /** Columns that say which assessment a row is of; `['setting']` where left out. */
  readonly keys?: readonly string[] | undefined;
  /** `levels` (where left out): ids of levels, and facts true or false. `codes`: the codes of `compileScorer`. */
  readonly values?: 'levels' | 'codes' | undefined;
  /** The word for *not applicable*, among ids of levels; `not-applicable` where left out. */
  readonly notApplicable?: string | undefined;
  /** Whether assessors may differ: two columns a criterion, or several rows in the long layout. */
  readonly contested?: boolean | undefined;
  /** In the long layout: a table with one row for each key, for facts, evidence, priorities and measures. */
  readonly settings?: string | readonly string[] | undefined;
  readonly columns?: SqlColumnNames | undefined;
}

/** The options with nothing left out. */
export interface ReadOptions {
  readonly dialect: Dialect;
  /** Quoted, ready to stand after FROM. */
  readonly table: string;
  readonly settings: string | undefined;
  /** The last parts of the tables' names, which no step may be called. */
  readonly tableNames: readonly string[];
  readonly isLong: boolean;
  readonly keys: readonly string[];
  readonly areCodes: boolean;
  readonly notApplicable: string;
  readonly isContested: boolean;
  readonly criteria: (id: string) => string | LowestAndHighest | undefined;
  readonly fact: (id: string) => string | undefined;
  readonly evidence: (id: string) => string | undefined;
  readonly priorities: readonly string[];
  readonly measure: (id: string) => MeasureColumns | undefined;
  readonly criterionColumn: string;
  readonly levelColumn: string;
}

const caller = 'toSql';

/** Reads the options; refuses what is misspelt, missing or unsafe, in words. */
export const readOptions = (rubric: Rubric, options: ToSqlOptions): ReadOptions => {
  refuseUnknown(caller, options, [
    'dialect',
    'table',
    'layout',
    'keys',
    'values',
    'notApplicable',
    'contested',
    'settings',
    'columns',
  ]);
  const { layout = 'wide', values = 'levels', notApplicable = 'not-applicable', contested = false } = options;
  const { keys: givenKeys = ['setting'], columns = {} } = options;
  const dialect = dialectOf(caller, options.dialect);
  refuseWord(caller, 'options.layout', layout, ['wide', 'long']);
  refuseWord(caller, 'options.values', values, ['levels', 'codes']);
  refuseNoText(caller, 'options.notApplicable', notApplicable);
  refuseNoTruth(caller, 'options.contested', contested);
  refuseLevelAsAway(rubric, notApplicable);
  refuseUnwritable(rubric, notApplicable);
  const isLong = layout === 'long';
  const keys = readTexts(caller, 'options.keys', givenKeys, 'names of columns');
  keys.forEach((key, at) => refuseUnsafe(dialect, `options.keys[${at}]`, key));
  refuseTwice(dialect, keys);
  const table = tableParts(dialect, 'options.table', options.table);
  const settings =
    options.settings === undefined ? undefined : tableParts(dialect, 'options.settings', options.settings);
  if (settings !== undefined && !isLong) {
    const is = shownValue(options.settings);
    throw new RangeError(`toSql: options.settings is ${is}; it is a table beside a long one, and this one is wide`);
  }
  const hasWide = !isLong || settings !== undefined;
  return {
    dialect,
    table: table.map(dialect.quote).join('.'),
    settings: settings?.map(dialect.quote).join('.'),
    tableNames: [...table, ...(settings ?? [])],
    isLong,
    keys,
    areCodes: values === 'codes',
    notApplicable,
    isContested: contested,
    ...readColumnNames(rubric, dialect, columns, contested, isLong, hasWide),
    criterionColumn: nameOr(dialect, 'options.columns.criterion', columns.criterion, 'criterion'),
    levelColumn: nameOr(dialect, 'options.columns.level', columns.level, 'level'),
  };
};

/** A word that is both a level and *not applicable* would be read as the level. */
const refuseLevelAsAway = (rubric: Rubric, word: string): void => {
  const scales = [rubric.scale, ...rubric.criteria.flatMap(({ scale }) => scale ?? [])];
  if (!scales.some(({ levels }) => levels.some(({ id }) => id === word))) return;
  throw new RangeError(
    `toSql: options.notApplicable is ${shownValue(word)}; it is the word for *not applicable*, and a level has that id`,
  );
};

/** Half a sign, which would be sent as another one, and the sign at which engines take a statement to end. */
const UNWRITABLE = /[\0\uD800-\uDFFF]/u;

/** Ids stand in the statement as texts: refused where one cannot be sent as it is. */
const refuseUnwritable = (rubric: Rubric, notApplicable: string): void => {
  const refuse = (name: string, text: string): void => {
    if (!UNWRITABLE.test(text)) return;
    throw new RangeError(`${caller}: ${name} is ${shownValue(text)}; no engine takes a text with such a sign in it`);
  };
  const each = (name: string, list: readonly { readonly id: string }[] = []): void => {
    for (const [at, { id }] of list.entries()) refuse(`${name}[${at}].id`, id);
  };
  refuse('options.notApplicable', notApplicable);
  each('rubric.scale.levels', rubric.scale.levels);
  for (const [at, { scale }] of rubric.criteria.entries()) each(`rubric.criteria[${at}].scale.levels`, scale?.levels);
  for (const list of ['criteria', 'facts', 'bands', 'outcomes', 'obligations'] as const)
    each(`rubric.${list}`, rubric[list]);
};

const tableParts = (dialect: Dialect, name: string, table: unknown): readonly string[] => {
  const parts = typeof table === 'string' ? [table] : readTexts(caller, name, table, 'the parts of a table’s name');
  if (parts.length === 0) throw new RangeError(`${caller}: ${name} is an empty list; it is a table’s name`);
  for (const part of parts) refuseUnsafe(dialect, name, part);
  return parts;
};

const nameOr = (dialect: Dialect, name: string, given: unknown, otherwise: string): string => {
  if (given === undefined) return otherwise;
  refuseUnsafe(dialect, name, given);
  return given as string;
};

/** A name that cannot be quoted: no text, empty, half a sign, or one that the engine fills in or cuts. */
const refuseUnsafe = (dialect: Dialect, name: string, value: unknown): void => {
  refuseNoText(caller, name, value);
  const text = value as string;
  const refuse = (why: string): never => {
    throw new RangeError(`${caller}: ${name} is ${shownValue(text)}; ${why}`);
  };
  if (text === '') refuse('it is the name of a table or a column, which is not empty');
  if (UNWRITABLE.test(text)) refuse('no engine takes a name with such a sign in it');
  if (dialect.name === 'spark' && /\$\{/u.test(text)) refuse('Spark fills in what stands in ${ }, in names too');
  if (dialect.name === 'bigquery' && /[!"$()*,./;?@[\]^`{}~\\\n\r\t]/u.test(text) && name !== 'options.table') {
    refuse('BigQuery takes no such sign in the name of a column');
  }
};

/** The name as the engine keeps it: cut, and without a difference between A and a. */
const keptName = (dialect: Dialect, name: string): string => {
  let [kept, bytes] = ['', 0];
  for (const sign of name) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > dialect.longestName) break;
    kept += sign;
  }
  return kept;
};

const refuseTwice = (dialect: Dialect, names: readonly string[]): void => {
  const seen = new Map<string, string>();
  for (const name of names) {
    const kept = keptName(dialect, name);
    const other = seen.get(kept);
    if (other !== undefined) {
      const why =
        other === name
          ? 'is listed twice'
          : `is the same as ${shownValue(other)} to ${dialect.name}, which cuts long names`;
      throw new RangeError(`${caller}: the column ${shownValue(name)} ${why}`);
    }
    seen.set(kept, name);
  }
};

type ColumnsById = Pick<ReadOptions, 'criteria' | 'fact' | 'evidence' | 'priorities' | 'measure'>;

const COLUMN_FIELDS = ['criteria', 'facts', 'evidence', 'priorities', 'measures', 'criterion', 'level'];

const readColumnNames = (
  rubric: Rubric,
  dialect: Dialect,
  columns: SqlColumnNames,
  contested: boolean,
  isLong: boolean,
  hasWide: boolean,
): ColumnsById => {
  refuseUnknown(caller, columns, COLUMN_FIELDS, 'options.columns');
  refuseOtherLayout(columns, isLong);
  const table = { dialect, isWithoutWide: isLong && !hasWide };
  const criteria = rubric.criteria.map(({ id }) => id);
  const facts = (rubric.facts ?? []).map(({ id }) => id);
  const ofCriteria = columnsIn(table, columns, 'criteria', criteria, 'criterion');
  const ofFacts = columnsIn(table, columns, 'facts', facts, 'fact');
  const ofEvidence = columnsIn(table, columns, 'evidence', criteria, 'criterion');
  const ofPriorities = columnsIn(table, columns, 'priorities', criteria, 'criterion');
  const ofMeasures = columnsIn(table, columns, 'measures', criteria, 'criterion');
  const text = (field: string, id: string, value: unknown): string => {
    refuseUnsafe(dialect, `options.columns.${field}[${shownValue(id)}]`, value);
    return value as string;
  };
  for (const id of criteria) criterionColumns(own(ofCriteria, id), id, contested, text);
  for (const id of Object.keys(ofMeasures)) refuseMeasure(rubric, id, own(ofMeasures, id), text);
  if (columns.priorities !== undefined && rubric.priorities === undefined) {
    throw new RangeError(`toSql: options.columns.priorities: the rubric “${rubric.id}” asks for no priorities`);
  }
  return {
    criteria: (id) => {
      const given = own(ofCriteria, id);
      // A name that is left out is the id, which may be as unsafe as one that is given.
      if (given === undefined) text('criteria', id, id);
      return criterionColumns(given, id, contested, text);
    },
    fact: (id) => {
      const given = own(ofFacts, id);
      if (given === null || (given === undefined && !hasWide)) return undefined;
      return text('facts', id, given === undefined ? id : given);
    },
    evidence: (id) => {
      const given = own(ofEvidence, id);
      return given === undefined ? undefined : text('evidence', id, given);
    },
    priorities: Object.keys(ofPriorities).map((id) => text('priorities', id, own(ofPriorities, id))),
    measure: (id) => own(ofMeasures, id) as MeasureColumns | undefined,
  };
};

/** Refuses columns that the other layout alone has. */
const refuseOtherLayout = (columns: SqlColumnNames, isLong: boolean): void => {
  const [inLong] = (['criterion', 'level'] as const).filter((field) => columns[field] !== undefined);
  if (!isLong && inLong !== undefined) {
    throw new RangeError(`toSql: options.columns.${inLong} is for the layout “long”; this one is “wide”`);
  }
  if (isLong && columns.criteria !== undefined) {
    throw new RangeError(
      'toSql: options.columns.criteria is for the layout “wide”; a long table names criteria in its rows',
    );
  }
};

/** The columns given in one field by the ids of what they are of; refused where there is no such id, or no such table. */
const columnsIn = (
  { dialect, isWithoutWide }: { readonly dialect: Dialect; readonly isWithoutWide: boolean },
  columns: SqlColumnNames,
  field: 'criteria' | 'facts' | 'evidence' | 'priorities' | 'measures',
  ids: readonly string[],
  what: string,
): Readonly<Record<string, unknown>> => {
  const given = columns[field];
  if (given === undefined) return {};
  refuseNoRecord(caller, `options.columns.${field}`, given, `an object { ${what}: column }`);
  if (isWithoutWide) {
    throw new RangeError(
      `toSql: options.columns.${field} are columns of the table in options.settings, which is left out`,
    );
  }
  const known = new Set(ids);
  for (const id of Object.keys(given)) {
    if (!known.has(id)) {
      throw new RangeError(
        `toSql: options.columns.${field}: the rubric has no ${what} ${shownValue(id)}${isIt(id, ids)}`,
      );
    }
    const value: unknown = own(given as Readonly<Record<string, unknown>>, id);
    if (typeof value === 'string') refuseUnsafe(dialect, `options.columns.${field}[${shownValue(id)}]`, value);
  }
  return given as Readonly<Record<string, unknown>>;
};

const criterionColumns = (
  given: unknown,
  id: string,
  contested: boolean,
  text: (field: string, id: string, value: unknown) => string,
): string | LowestAndHighest | undefined => {
  if (given === null) return undefined;
  if (!contested) return given === undefined ? id : text('criteria', id, given);
  if (given === undefined) return { lowest: `${id}_lowest`, highest: `${id}_highest` };
  const name = `options.columns.criteria[${shownValue(id)}]`;
  refuseNoRecord(caller, name, given, 'two columns { lowest, highest }, since options.contested is true');
  refuseUnknown(caller, given, ['lowest', 'highest'], name);
  const { lowest, highest } = given as Readonly<Record<string, unknown>>;
  return { lowest: text('criteria', id, lowest), highest: text('criteria', id, highest) };
};

const refuseMeasure = (
  rubric: Rubric,
  id: string,
  given: unknown,
  text: (field: string, id: string, value: unknown) => string,
): void => {
  const measure = rubric.criteria.find((criterion) => criterion.id === id)?.measure;
  const name = `options.columns.measures[${shownValue(id)}]`;
  if (measure === undefined) throw new RangeError(`toSql: ${name}: the rubric does not measure this criterion`);
  refuseNoRecord(caller, name, given, 'columns { numerator, denominator } or { features }');
  const fields = given as Readonly<Record<string, unknown>>;
  if (measure.kind === 'thresholds') {
    refuseUnknown(caller, fields, ['numerator', 'denominator'], name);
    text('measures', id, fields['numerator']);
    text('measures', id, fields['denominator']);
    return;
  }
  refuseUnknown(caller, fields, ['features'], name);
  refuseNoRecord(caller, `${name}.features`, fields['features'], 'an object { feature: column }');
  const known = measure.features.map((feature) => feature.id);
  for (const [feature, column] of Object.entries(fields['features'] as object)) {
    if (!known.includes(feature)) {
      throw new RangeError(`toSql: ${name}: there is no feature ${shownValue(feature)}${isIt(feature, known)}`);
    }
    text('measures', id, column);
  }
};
