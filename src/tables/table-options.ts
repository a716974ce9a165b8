import type { DecimalSign } from '../common/read-number.js';
import { maybe, wordOf } from '../common/expect-shape.js';

/** How the cells of a table are to be read. */
export interface TableOptions {
  /** The sign before decimals, `.` or `,`; by default either is read where it can mean one thing only, and *1,250* and *1.250* as in English. */
  readonly decimal?: DecimalSign | undefined;
}

/** How the cells of a table are read. */
export const tableOptions = /* @__PURE__ */ (() => ({ decimal: maybe(wordOf(['.', ','])) }))();
