import { readNumber } from '../../common/read-number.js';
import { shownValue } from '../../common/shown-value.js';
import type { Criterion } from '../../model/rubrics/rubric.js';
import { itemsIn, MOST_ITEMS } from './beside-ratings.js';
import type { SheetIssues } from './sheet-issue.js';
import { cellAt, isBlank, trimmed } from './word-key.js';

/** The items of evidence of one assessment: how many there are for each indicator, and together. */
export interface CountedEvidence {
  readonly setting: string;
  readonly items: Map<string, number>;
  itemsInAll: number;
}

/** Counts the items of evidence that a sheet tells of. */
export class EvidenceCounts {
  readonly #issues: SheetIssues;
  #items = 0;
  #first: readonly number[] | undefined;

  constructor(issues: SheetIssues) {
    this.#issues = issues;
  }

  /** Where the first item stands. */
  get first(): readonly number[] | undefined {
    return this.#first;
  }

  /** Reads how many items a criterion has into those of an assessment. */
  read(
    row: number,
    cells: readonly string[],
    criterion: Criterion,
    column: number | undefined,
    into: CountedEvidence,
  ): void {
    const cell = cellAt(cells, column);
    if (column === undefined || isBlank(cell)) return;
    const count = itemsIn(cell);
    if (count === undefined) {
      // Many sheets have a column in which the evidence is told; only a number can be a count gone wrong.
      const severity = readNumber(cell) === undefined ? 'warning' : 'error';
      const message = `the evidence for “${criterion.label}” is ${shownValue(trimmed(cell))}, which is not a number of items`;
      const hint = 'write how many items there are: 0, 1, 2 and so on';
      this.#issues.add('not-a-count', severity, [row, column], message, hint);
      return;
    }
    const { indicator = criterion.id } = criterion;
    const before = into.items.get(indicator);
    if (before === undefined) this.#count(row, column, criterion, count, into);
    else if (before !== count) {
      const message = `the evidence for “${indicator}” is counted twice, as ${before} and as ${count}; the first is kept`;
      this.#issues.add('repeated-count', 'error', [row, column], message, 'keep one of them');
    }
  }

  #count(row: number, column: number, criterion: Criterion, count: number, into: CountedEvidence): void {
    const [ofAssessment, ofSheet] = [into.itemsInAll + count, this.#items + count];
    if (count > MOST_ITEMS.cell || ofAssessment > MOST_ITEMS.assessment || ofSheet > MOST_ITEMS.sheet) {
      const message = `${count} items of evidence for “${criterion.label}” of “${into.setting}” are too many`;
      const hint = 'at most 1,000 are read in a cell, 100,000 of an assessment and 1,000,000 in a sheet';
      this.#issues.add('too-many-items', 'error', [row, column], message, hint);
      return;
    }
    into.items.set(criterion.indicator ?? criterion.id, count);
    into.itemsInAll = ofAssessment;
    this.#items = ofSheet;
    if (count > 0) this.#first ??= [row, column];
  }
}
