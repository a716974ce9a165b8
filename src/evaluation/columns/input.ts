import { isItNear, nearestName } from '../../common/nearest-name.js';
import { NOT_APPLICABLE, UNRATED } from './codes.js';
import type { EvidenceColumn } from './block-columns.js';
import type { Lowered } from '../program/lower-rubric.js';

/** Columns as a caller gives them, whatever the rubric. */
export interface AnyColumns {
  readonly ratings: Readonly<Record<string, Uint8Array | undefined>>;
  readonly facts?: Readonly<Record<string, Uint8Array | undefined>> | undefined;
  readonly evidence?: Readonly<Record<string, EvidenceColumn | undefined>> | undefined;
}

/** The same in the rubric's order, checked, with the number of rows. */
export interface ReadColumns {
  readonly rows: number;
  readonly ratings: readonly (Uint8Array | undefined)[];
  readonly facts: readonly (Uint8Array | undefined)[];
  readonly evidence: readonly (EvidenceColumn | undefined)[];
}

/** The name of a typed array's class, also of one made in another realm. */
export const classOf = (value: unknown): string => {
  if (ArrayBuffer.isView(value)) return Object.prototype.toString.call(value).slice('[object '.length, -1);
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : typeof value;
};

/** Checks names, classes and lengths. The codes themselves are checked as they are read. */
export const readColumns = (lowered: Lowered, columns: AnyColumns): ReadColumns => {
  if (
    typeof columns !== 'object' ||
    columns === null ||
    typeof columns.ratings !== 'object' ||
    columns.ratings === null
  ) {
    throw new TypeError(`score: expected columns with ratings, got ${classOf(columns)}`);
  }
  const rows = { length: undefined as number | undefined, of: '' };
  const read = <T extends ArrayLike<number>>(
    what: string,
    given: Readonly<Record<string, T | undefined>> | undefined,
    known: readonly string[],
    classes: readonly string[],
  ): readonly (T | undefined)[] => {
    refuseUnknown(lowered, what, given ?? {}, known);
    return known.map((id) => {
      const column = given !== undefined && Object.hasOwn(given, id) ? given[id] : undefined;
      if (column === undefined) return undefined;
      const name = `the ${what} column “${id}”`;
      if (!classes.includes(classOf(column))) {
        throw new TypeError(`score: ${name} is to be a ${classes.join(' or ')}, got ${classOf(column)}`);
      }
      if (rows.length !== undefined && column.length !== rows.length) {
        throw new RangeError(`score: ${name} has ${column.length} rows, ${rows.of} has ${rows.length}`);
      }
      if (rows.length === undefined) [rows.length, rows.of] = [column.length, name];
      return column;
    });
  };
  const criteria = lowered.criteria.map(({ id }) => id);
  const facts = (lowered.rubric.facts ?? []).map(({ id }) => id);
  const checked = {
    ratings: read('ratings', columns.ratings, criteria, ['Uint8Array']),
    facts: read('facts', columns.facts, facts, ['Uint8Array']),
    evidence: read('evidence', columns.evidence, criteria, ['Uint8Array', 'Uint16Array', 'Uint32Array']),
  };
  if (rows.length === undefined)
    throw new RangeError('score: no column is given, so nothing says how many rows there are');
  return { ...checked, rows: rows.length };
};

const refuseUnknown = (lowered: Lowered, what: string, given: object, known: readonly string[]): void => {
  const names = new Set(known);
  for (const [id, column] of Object.entries(given)) {
    if (names.has(id) || column === undefined) continue;
    const named = what === 'facts' ? 'fact' : 'criterion';
    throw new RangeError(
      `score: the rubric “${lowered.rubric.id}” has no ${named} “${id}”${isItNear(nearestName(id, known))}`,
    );
  }
};

/** Throws for the first cell whose code is not one of its column's, since a sum told that there is one. */
export const refuseStrayCode = (lowered: Lowered, { ratings, facts, rows }: ReadColumns, from: number): never => {
  for (let row = from; row < rows; row++) {
    lowered.criteria.forEach(({ id, notApplicable = 'refused' }, at) => {
      const code = ratings[at]?.[row] ?? UNRATED;
      const top = (lowered.levels[at]?.length ?? 0) - 1;
      if (code <= top || code === UNRATED) return;
      if (code === NOT_APPLICABLE && notApplicable !== 'refused') return;
      const cell = `score: row ${row} of “${id}” holds ${code}`;
      if (code === NOT_APPLICABLE) {
        throw new RangeError(`${cell}, not applicable, which the rubric does not allow for it`);
      }
      const markers =
        notApplicable === 'refused'
          ? `${UNRATED} (unrated)`
          : `${NOT_APPLICABLE} (not applicable) and ${UNRATED} (unrated)`;
      throw new RangeError(`${cell}; its codes are 0 to ${top}, ${markers}`);
    });
    lowered.rubric.facts?.forEach(({ id }, at) => {
      const code = facts[at]?.[row] ?? UNRATED;
      if (code <= 1 || code === UNRATED) return;
      throw new RangeError(
        `score: row ${row} of the fact “${id}” holds ${code}; its codes are 0 (false), 1 (true) and ${UNRATED} (not yet known)`,
      );
    });
  }
  throw new RangeError('score: a column changed while it was read');
};
