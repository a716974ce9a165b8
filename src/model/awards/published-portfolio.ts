import type { RubricVersion } from '../shared/record-name.js';

/** A count that may be published, or the word that stands in its place. */
export type PublishedCount = number | 'hidden';

/** A column of a published table: a level, or what stands in place of one. */
export interface PublishedColumn {
  readonly kind:
    | 'level'
    | 'not-applicable'
    | 'unrated'
    | 'contested'
    | 'achieved'
    | 'more-evidence-needed'
    | 'no-decision'
    | 'elements';
  /** The level, where it is one. */
  readonly level?: string | undefined;
  /** How many elements, where they are counted. */
  readonly elements?: number | undefined;
}

/** A group's counts. Groups too small to stand alone are put together, and all their names given. */
export interface PublishedRow {
  readonly groups: readonly string[];
  /** All settings of the row; its counts add up to it. */
  readonly settings: number;
  readonly counts: readonly PublishedCount[];
}

/** Counts of settings with their totals, by column. */
export interface PublishedTable {
  readonly columns: readonly PublishedColumn[];
  readonly totals: readonly PublishedCount[];
  /** True where no way was found to hide what has to be hidden: the table is then empty. */
  readonly withheld?: true | undefined;
  readonly by: readonly { readonly by: 'sector' | 'authority'; readonly rows: readonly PublishedRow[] }[];
}

/** The tables of one rubric, or the word that there are too few settings to tell of. */
export type PublishedRubric =
  | {
      readonly kind: 'published';
      readonly rubric: RubricVersion;
      readonly settings: number;
      readonly indicators: readonly {
        readonly criterion: string;
        readonly indicator: string;
        readonly label: string;
        readonly table: PublishedTable;
      }[];
      readonly notice: string;
    }
  | { readonly kind: 'too-few'; readonly rubric: RubricVersion };

/** What may be published of a portfolio: no setting named, no hidden count to be worked out. */
export interface PublishedPortfolio {
  readonly on: string;
  readonly below: number;
  readonly rubrics: readonly PublishedRubric[];
  /** Decisions: one table for each element, or one for the number achieved. Absent where no award was named or settings are too few. */
  readonly elements?:
    | {
        readonly kind: 'each';
        readonly tables: readonly { readonly element: string; readonly table: PublishedTable }[];
      }
    | { readonly kind: 'number'; readonly table: PublishedTable }
    | undefined;
  readonly notice: string;
}
