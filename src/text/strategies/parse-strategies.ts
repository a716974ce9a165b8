import { refuseNoRecord, refuseNoText } from '../../common/refuse.js';
import type { Article } from '../../model/articles/article.js';
import type { Result } from '../../model/shared/issue.js';
import type { Strategy } from '../../model/articles/strategy.js';
import { IssueList } from '../lines/issue-list.js';
import { placeStrategies, reportGuessed, reportUnread } from './place-strategies.js';
import { readBlocks } from './read-blocks.js';
import { readStrategyBlocks } from './read-strategy-blocks.js';
import { structureLines } from './structure-lines.js';

/** The longest answers have five thousand characters; Markdown beyond this limit is not read. */
const LONGEST_ANSWER = 200_000;

/**
 * The strategies an answer recommends: its numbered items that open with a bold name, and its numbered headings (`### 1. Name`).
 *
 * The name is plain text without markers (formulas and code keep their source), the description is Markdown with nested bullets, code
 * and formulas as they stand. Colons inside a name are part of it. Positions count through all lists of the answer. Only lists at the
 * outermost level count: what is numbered inside an item, a bullet or the section of a numbered heading belongs to its description.
 * What stands unindented between two items belongs to the first where the numbering goes on after it; closing paragraphs belong to none.
 * An answer without such items gives an empty list.
 * An item without a name and a number that is left out keep their positions free. Error: `too-large` (over 200,000 characters). Warnings:
 * `unread-item`, `missing-number`. Infos: `read-as-item`, `left-out-sign`, `left-out-link`.
 *
 * @throws TypeError where there is no `answer` text.
 * @example
 * const answer = 'Two ideas:\n\n1. **Peer visits**: Teachers watch each other.\n2. **A shared shelf** - One place for plans.\n\nTry both.'
 * const result = parseStrategies({ answer })
 * result.ok && result.value.map((strategy) => strategy.name) // => ['Peer visits', 'A shared shelf']
 * result.ok && result.value[1]?.description // => 'One place for plans.'
 * parseStrategies({ answer: 'One paragraph, no list.' }) // => { ok: true, value: [], issues: [] }
 */
export function parseStrategies(article: Pick<Article, 'answer'>): Result<readonly Strategy[]> {
  refuseNoRecord('parseStrategies', 'article', article, 'an object with the text “answer”');
  const { answer } = article;
  refuseNoText('parseStrategies', 'article.answer', answer);
  if (answer.length > LONGEST_ANSWER) return tooLarge(answer.length);
  const lines = structureLines(answer);
  const blocks = readBlocks(lines);
  const found = readStrategyBlocks(blocks, lines.lines);
  const issues = new IssueList();
  const value = placeStrategies(found, issues);
  reportGuessed(lines, found, issues);
  reportUnread(lines, blocks, found, issues);
  return { ok: true, value, issues: issues.toArray() };
}

function tooLarge(length: number): Result<never> {
  return {
    ok: false,
    issues: [
      {
        code: 'too-large',
        severity: 'error',
        path: ['answer'],
        message: `The answer has ${length} characters; answers are read up to ${LONGEST_ANSWER}.`,
        hint: 'Check that this is the answer of one article.',
      },
    ],
  };
}
