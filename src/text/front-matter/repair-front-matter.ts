import type { Issue } from '../../model/shared/issue.js';
import { lineMark } from '../lines/page-lines.js';

/** Front matter with what could be repaired for certain, line for line. */
export interface RepairedBlock {
  readonly block: string;
  readonly issues: readonly Issue[];
}

/** A field of text that lost its colon, as some older pages have it: `question >-` on its own line can mean nothing else. */
const LOST_COLON = /^( *(?:title|article_title|page_description|page_keywords|question|answer)) (>-|>|\|-|\|)$/;

/** Repairs what has only one meaning. `undefined` where there is none, so that the first error is kept. */
export function repairFrontMatter(block: string, firstLine: number): RepairedBlock | undefined {
  const lines = block.split('\n');
  const issues: Issue[] = [];
  let outer: string | undefined;
  for (const [index, line] of lines.entries()) {
    outer = /^([A-Za-z_]\w{0,60}) ?:/.exec(line)?.[1] ?? outer;
    const match = line.length < 60 ? LOST_COLON.exec(line) : null;
    if (!match) continue;
    lines[index] = `${match[1]}: ${match[2]}`;
    // A page with hundreds of these is no older article; the YAML parser may say so.
    const key = String(match[1]).trim();
    const path = line.startsWith(' ') && outer !== undefined ? [outer, key] : [key];
    if (issues.length < 10) issues.push(lostColon(path, firstLine + index));
  }
  return issues.length === 0 ? undefined : { block: lines.join('\n'), issues };
}

function lostColon(path: readonly string[], line: number): Issue {
  const key = path.join('.');
  return {
    code: 'repaired-key',
    severity: 'warning',
    path: [...path, lineMark(line)],
    message: `The field ${key} has no colon; it was read as if it had one.`,
    hint: `Write "${path.at(-1)}:".`,
  };
}
