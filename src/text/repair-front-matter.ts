import type { Issue } from '../model/issue.js';
import { lineMark } from './page-lines.js';

/** Front matter with what could be mended for certain, line for line. */
export interface RepairedBlock {
  readonly block: string;
  readonly issues: readonly Issue[];
}

/** A field of text that lost its colon, as some older pages have it: `question >-` on its own line can mean nothing else. */
const LOST_COLON = /^( *(?:title|article_title|page_description|page_keywords|question|answer)) (>-|>|\|-|\|)$/;

/** Mends what has only one meaning. `undefined` where there is nothing of the kind, so that the first error stands. */
export function repairFrontMatter(block: string, firstLine: number): RepairedBlock | undefined {
  const lines = block.split('\n');
  const issues: Issue[] = [];
  for (const [index, line] of lines.entries()) {
    const match = line.length < 60 ? LOST_COLON.exec(line) : null;
    if (!match) continue;
    lines[index] = `${match[1]}: ${match[2]}`;
    // A page with hundreds of these is no older article; the YAML parser may say so.
    if (issues.length < 10) issues.push(lostColon(String(match[1]).trim(), firstLine + index));
  }
  return issues.length === 0 ? undefined : { block: lines.join('\n'), issues };
}

function lostColon(key: string, line: number): Issue {
  return {
    code: 'repaired-key',
    severity: 'warning',
    path: [key, lineMark(line)],
    message: `The field ${key} has no colon; it was read as if it had one.`,
    hint: `Write "${key}:".`,
  };
}
