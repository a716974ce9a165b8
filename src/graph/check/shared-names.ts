import type { ArticleData } from '../articles/article-table.js';

/** What a check compares again and again, as numbers: so that strings are made only where something is amiss. */
export interface SharedNames {
  /** For each node the first with the same title. */
  readonly titles: Int32Array;
  /** For each node the first with the same id. */
  readonly ids: Int32Array;
  readonly noIndex: Uint8Array;
}

/** A table keeps every text once, so equal titles have one number. */
const firstsByTitle = ({ titles, textCount }: ArticleData): Int32Array => {
  const firstWith = new Int32Array(textCount).fill(-1);
  const firsts = new Int32Array(titles.length);
  for (let v = 0; v < titles.length; v++) {
    const title = titles[v]!;
    if (firstWith[title]! < 0) firstWith[title] = v;
    firsts[v] = firstWith[title]!;
  }
  return firsts;
};

/** In the order of the ids those of one id stand together, ascending. */
const firstsById = ({ ids, idOrder }: ArticleData): Int32Array => {
  const firsts = new Int32Array(ids.length);
  let first = -1;
  for (let i = 0; i < idOrder.length; i++) {
    const node = idOrder[i]!;
    if (first < 0 || ids[first] !== ids[node]) first = node;
    firsts[node] = first;
  }
  return firsts;
};

export const sharedNames = (table: ArticleData): SharedNames => ({
  titles: firstsByTitle(table),
  ids: firstsById(table),
  noIndex: table.noIndex,
});
