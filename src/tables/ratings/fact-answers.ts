import { shownValue } from '../../common/shown-value.js';
import type { Attestation } from '../../model/awards/attestation.js';
import { answerIn } from './beside-ratings.js';
import type { FactColumns } from './headings.js';
import { type DayOrder, dateHint, dateIn } from './identity.js';
import { LONGEST_TEXT } from './rating-words.js';
import type { SheetIssues } from './sheet-issue.js';
import { cellAt, isBlank, trimmed } from './word-key.js';

/** Compared part by part: an answer that was kept can be long, and each row is compared with it. */
const isSame = (a: Attestation, b: Attestation): boolean =>
  typeof a === 'boolean' || typeof b === 'boolean'
    ? a === b
    : a.holds === b.holds && a.reason === b.reason && a.by === b.by && a.date === b.date;

/** Reads what cells answer of facts, with the reason, who said so and when, where columns beside them tell. */
export class FactAnswers {
  readonly #dates: DayOrder | undefined;
  readonly #issues: SheetIssues;

  constructor(dates: DayOrder | undefined, issues: SheetIssues) {
    this.#dates = dates;
    this.#issues = issues;
  }

  /** Reads one answer into those of an assessment. */
  read(row: number, cells: readonly string[], columns: FactColumns, facts: Map<string, Attestation>): void {
    const { fact, column } = columns;
    const said = this.#said(row, cells, columns);
    if (said === undefined) return;
    const before = facts.get(fact.id);
    if (before === undefined) facts.set(fact.id, said);
    else if (!isSame(before, said)) {
      const message = `“${fact.label}” is answered twice, with different answers; the first is kept`;
      this.#issues.add('repeated-answer', 'error', [row, column], message, 'keep one of them');
    }
  }

  /** What a row says of a fact; nothing where that is open or cannot be read. */
  #said(row: number, cells: readonly string[], columns: FactColumns): Attestation | undefined {
    const { fact, column, beside } = columns;
    const cell = cellAt(cells, column);
    const reasons = [cellAt(cells, beside.reason), cellAt(cells, beside.note)];
    const [by, on] = [cellAt(cells, beside['said-by']), cellAt(cells, beside['said-on'])];
    if (isBlank(cell)) {
      this.#noAnswer(row, columns, [...reasons, by, on]);
      return undefined;
    }
    if ([cell, ...reasons, by].some((one) => one.length > LONGEST_TEXT)) {
      const message = `the text for “${fact.label}” has more than 1,000,000 characters`;
      this.#issues.add('too-long', 'error', [row, column], message, 'shorten it');
      return undefined;
    }
    const answer = answerIn(cell);
    if (answer === undefined) this.#unknownAnswer(row, columns, cell);
    if (answer === undefined || answer.says === 'open') return undefined;
    const reason = answer.reason || reasons.find((one) => !isBlank(one));
    return this.#attested(row, columns, answer.says, { reason, by, on });
  }

  /** An answer with what stands beside it. Who said so and when is kept with a reason alone. */
  #attested(
    row: number,
    { fact, column, beside }: FactColumns,
    holds: boolean,
    { reason, by, on }: { readonly reason: string | undefined; readonly by: string; readonly on: string },
  ): Attestation {
    const date = isBlank(on) ? undefined : dateIn(on, this.#dates);
    if (!isBlank(on) && date === undefined) {
      const message = `${shownValue(trimmed(on))} is not a date this can read`;
      const place = [row, beside['said-on'] ?? column];
      this.#issues.add('not-a-date', 'error', place, message, dateHint(on, this.#dates));
    }
    if (reason !== undefined)
      return { holds, reason, ...(!isBlank(by) && { by }), ...(date !== undefined && { date }) };
    if (!isBlank(by) || date !== undefined) {
      const message = `“${fact.label}” is answered without a reason, so who said so and when is not kept`;
      const hint = 'write the reason after the answer: “yes – seen in the minutes”';
      this.#issues.add('no-reason', 'warning', [row, column], message, hint);
    }
    return holds;
  }

  #noAnswer(row: number, { fact, column }: FactColumns, beside: readonly string[]): void {
    const given = beside.find((one) => !isBlank(one));
    if (given === undefined) return;
    const message = `“${fact.label}” has no answer beside ${shownValue(trimmed(given))}`;
    const hint = 'answer “yes” or “no”; what is beside it is not kept without an answer';
    this.#issues.add('note-without-level', 'warning', [row, column], message, hint);
  }

  #unknownAnswer(row: number, { fact, column }: FactColumns, cell: string): void {
    const near = this.#issues.near(trimmed(cell), ['yes', 'no', 'true', 'false']);
    const hint = near?.isNear ? near.clause : 'write “yes” or “no”, and leave the cell blank where it is not known';
    const message = `“${fact.label}” is ${shownValue(trimmed(cell))}, which says neither yes nor no`;
    this.#issues.add('unknown-answer', 'error', [row, column], message, hint);
  }
}
