import type { Strategy } from '../../model/articles/strategy.js';
import { IssueList } from '../lines/issue-list.js';
import { lineMark } from '../lines/page-lines.js';
import type { Block } from './read-blocks.js';
import type { Found } from './read-strategy-blocks.js';
import { type StructuredLines, seemingNumber } from './structure-lines.js';

/** A gap wider than this is no slip of an author who counts strategies. */
const WIDEST_GAP = 20;

/**
 * Gives the found items their positions. An item without a name keeps its place, and so does a number that the numbering leaves out; each
 * is named by an issue.
 */
export function placeStrategies(found: readonly Found[], issues: IssueList): readonly Strategy[] {
  const strategies: Strategy[] = [];
  let position = 0;
  let before = 0;
  for (const item of found) {
    const gap = item.number - before - 1;
    const leavesOut = gap > 0 && gap <= WIDEST_GAP;
    if (leavesOut) reportMissing(before, item, issues);
    position += leavesOut ? gap + 1 : 1;
    before = item.number;
    if (item.name === undefined) reportUnnamed(item, issues);
    else {
      strategies.push({ name: item.name, description: item.description, position });
      reportLeftOut(item, issues);
    }
  }
  return strategies;
}

/** Lines that look like a numbered item with a bold name and belong to no strategy. Code that ends and what is indented under a bullet is meant otherwise. */
export function reportUnread(
  answer: StructuredLines,
  blocks: readonly Block[],
  found: readonly Found[],
  issues: IssueList,
): void {
  const used = new Uint8Array(answer.lines.length);
  for (const { from, to } of found) used.fill(1, from, to);
  for (const block of blocks) {
    const bullets = block.type === 'bullet_list_open';
    for (let line = block.from; line < block.to; line += 1) {
      if (used[line] === 1 || answer.code.has(line)) continue;
      const text = answer.lines[line] ?? '';
      const number = seemingNumber(text);
      if (number === undefined || (bullets && !/^ ?[\\(0-9０-９]/.test(text))) continue;
      report(
        issues,
        'unread-item',
        'warning',
        line,
        () => `This line looks like item ${number} of a numbered list with a bold name, but was not read as one.`,
        'Begin the line with the number, a full stop, a space and **the name**.',
      );
    }
  }
}

export function reportGuessed(answer: StructuredLines, found: readonly Found[], issues: IssueList): void {
  for (const item of found) {
    if (!answer.guessed.has(item.from)) continue;
    report(
      issues,
      'read-as-item',
      'info',
      item.from,
      () => `This line was read as item ${item.number} of a numbered list, though Markdown does not write it so.`,
      'Begin the line with the number, a full stop and a space.',
    );
  }
}

function reportMissing(before: number, item: Found, issues: IssueList): void {
  const message = (): string => {
    const first = before + 1;
    const numbers = item.number - first === 1 ? `number ${first} is` : `the numbers ${first} to ${item.number - 1} are`;
    const start = before === 0 ? 'begins with' : `goes from ${before} to`;
    return `The numbering ${start} ${item.number}: ${numbers} missing.`;
  };
  report(issues, 'missing-number', 'warning', item.from, message, 'Look for the item in the text before this line.');
}

function reportUnnamed(item: Found, issues: IssueList): void {
  const message = (): string =>
    `Item ${item.number} of the list has no bold name and is not a strategy; its position was left free.`;
  report(issues, 'unread-item', 'warning', item.from, message, 'Begin the item with **its name**.');
}

/** What stands beside the words of a name and has no place in the strategy. */
function reportLeftOut(item: Found, issues: IssueList): void {
  if (item.signs) {
    const message = (): string => `The signs “${item.signs}” before the name of item ${item.number} were left out.`;
    report(issues, 'left-out-sign', 'info', item.from, message);
  }
  for (const link of item.links ?? []) {
    const message = (): string =>
      `The name of item ${item.number} is a link to ${link.slice(0, 200)}; the name was kept without it.`;
    report(issues, 'left-out-link', 'info', item.from, message);
  }
}

function report(
  issues: IssueList,
  code: string,
  severity: 'warning' | 'info',
  line: number,
  message: () => string,
  hint?: string,
): void {
  issues.add(severity, () => {
    const path = ['answer', lineMark(line + 1)];
    return { code, severity, path, message: message(), ...(hint === undefined ? {} : { hint }) };
  });
}
