import { at as itemAt } from '../../common/at.js';

/** A piece of SQL, and the columns of earlier steps that it reads. */
export interface Piece {
  readonly sql: string;
  readonly reads: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = /* @__PURE__ */ new Set();

export const plain = (sql: string): Piece => ({ sql, reads: nothing });

/** A piece written around others: `` piece`${a} >= ${2}` ``. Texts and numbers stand as they are. */
export const piece = (parts: TemplateStringsArray, ...inner: readonly (Piece | string | number | bigint)[]): Piece => {
  let sql = itemAt(parts, 0);
  const reads = new Set<string>();
  inner.forEach((one, i) => {
    if (typeof one === 'object') {
      sql += one.sql;
      for (const name of one.reads) reads.add(name);
    } else sql += String(one);
    sql += itemAt(parts, i + 1);
  });
  return { sql, reads };
};

/** Pieces side by side. */
export const listed = (pieces: readonly Piece[], between: string): Piece => ({
  sql: pieces.map(({ sql }) => sql).join(between),
  reads: new Set(pieces.flatMap(({ reads }) => [...reads])),
});

/** So many side by side at most: engines refuse what is nested too deep, and a + b + c is nested. */
const MOST_SIDE_BY_SIDE = 40;

/** Pieces joined by an operator whose order does not matter, in brackets of some forty so that none is nested deep. */
export const joined = (pieces: readonly Piece[], operator: string, empty: string): Piece => {
  if (pieces.length === 0) return plain(empty);
  let level = pieces;
  while (level.length > MOST_SIDE_BY_SIDE) level = chunks(level).map((some) => piece`(${listed(some, operator)})`);
  return level.length === 1 ? itemAt(level, 0) : piece`(${listed(level, operator)})`;
};

/** A function of many arguments that may be called of its own results. */
export const folded = (pieces: readonly Piece[], name: string): Piece => {
  let level = pieces;
  while (level.length > 1) {
    level = chunks(level).map((some) => (some.length === 1 ? itemAt(some, 0) : piece`${name}(${listed(some, ', ')})`));
  }
  return itemAt(level, 0);
};

const chunks = <T>(list: readonly T[]): readonly (readonly T[])[] => {
  const made: T[][] = [];
  for (let from = 0; from < list.length; from += MOST_SIDE_BY_SIDE)
    made.push(list.slice(from, from + MOST_SIDE_BY_SIDE));
  return made;
};

interface Column {
  readonly name: string;
  readonly made: Piece;
  readonly step: number;
}

/** The steps of a statement: each adds columns made from those of earlier steps, so that each is worked out once. */
export interface Layers {
  /** A column of the first step, which reads the tables. */
  readonly given: (prefix: string, sql: string) => Piece;
  /** A column of the step after all that it reads. The same piece is one column. */
  readonly define: (prefix: string, made: Piece) => Piece;
  /** The steps as common table expressions that end in the last one, whose name is given. */
  readonly statement: (from: string, last: readonly Piece[]) => { readonly steps: string; readonly lastStep: string };
}

/**
 * @param prefix what the names of the steps begin with
 * @param materialized the word for a step that is worked out once
 */
export const createLayers = (prefix: string, materialized: string): Layers => {
  const columns = new Map<string, Column>();
  const known = new Map<string, Piece>();
  const numbers = new Map<string, number>();
  const add = (start: string, made: Piece, step: number): Piece => {
    const number = numbers.get(start) ?? 0;
    numbers.set(start, number + 1);
    const name = `${start}${number}`;
    columns.set(name, { name, made, step });
    return { sql: name, reads: new Set([name]) };
  };
  const stepOf = (name: string): number => columns.get(name)?.step ?? 0;
  return {
    given: (start, sql) => add(start, plain(sql), 0),
    define: (start, made) => {
      const found = known.get(made.sql);
      if (found !== undefined) return found;
      const step = 1 + [...made.reads].reduce((most, name) => Math.max(most, stepOf(name)), 0);
      const column = add(start, made, step);
      known.set(made.sql, column);
      return column;
    },
    statement: (from, last) => {
      // What the last part reads, and what that reads in turn: other columns are not worked out at all.
      const lastUse = new Map<string, number>();
      const open: (readonly [string, number])[] = last.flatMap(({ reads }) =>
        [...reads].map((name) => [name, Number.POSITIVE_INFINITY] as const),
      );
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const [name, step] = next;
        const used = lastUse.get(name);
        if (used === undefined || step > used) lastUse.set(name, step);
        const column = columns.get(name);
        if (used === undefined && column !== undefined) {
          for (const read of column.made.reads) open.push([read, column.step]);
        }
      }
      const kept = [...columns.values()].filter(({ name }) => lastUse.has(name));
      const count = kept.reduce((most, { step }) => Math.max(most, step), 0);
      const parts: string[] = [];
      for (let step = 0; step <= count; step++) {
        const lines = kept.flatMap(({ name, made, step: at }) => {
          if (at === step) return [`${made.sql} AS ${name}`];
          return at < step && (lastUse.get(name) ?? 0) > step ? [name] : [];
        });
        const source = step === 0 ? from : `FROM ${prefix}${step - 1}`;
        const once = step === 0 ? '' : materialized;
        parts.push(`${prefix}${step} AS ${once}(\n  SELECT\n    ${lines.join(',\n    ')}\n  ${source}\n)`);
      }
      return { steps: parts.join(',\n'), lastStep: `${prefix}${count}` };
    },
  };
};
