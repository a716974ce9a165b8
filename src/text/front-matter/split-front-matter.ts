import type { Issue, Result } from '../../model/shared/issue.js';
import { lineMark } from '../lines/page-lines.js';

/** The parts of a page: the YAML between the two `---` lines and what stands after them. */
export interface SplitPage {
  readonly block: string;
  /** The line of the page on which the block begins, from 1. */
  readonly firstLine: number;
  readonly body: string;
}

const OPENING = /^(?:[ \t]*\n)*---[ \t]*\n/;

/** Finds the front matter. Blank lines before it are allowed: older pages have one. */
export function splitFrontMatter(page: string): Result<SplitPage> {
  const opening = page.startsWith('---\n') ? '---\n' : OPENING.exec(page)?.[0];
  if (opening === undefined) return { ok: false, issues: [noFrontMatter()] };
  const firstLine = countLines(opening) + 1;
  const closing = findClosing(page, opening.length - 1);
  if (closing === undefined) return { ok: false, issues: [unclosed(firstLine - 1)] };
  // A block of no lines at all has its closing line right after the opening one.
  const block = page.slice(opening.length, Math.max(opening.length, closing.start));
  return { ok: true, value: { block, firstLine, body: page.slice(closing.end) }, issues: [] };
}

/** The first later line that is `---` and nothing else; `start` is the line break before it, `end` what follows it. */
function findClosing(page: string, from: number): { start: number; end: number } | undefined {
  for (let at = page.indexOf('\n---', from); at !== -1; at = page.indexOf('\n---', at + 1)) {
    let end = at + 4;
    while (page[end] === ' ' || page[end] === '\t') end += 1;
    if (end >= page.length || page[end] === '\n') return { start: at, end: end + 1 };
  }
  return undefined;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function noFrontMatter(): Issue {
  return {
    code: 'no-front-matter',
    severity: 'error',
    path: [lineMark(1)],
    message: 'The text does not begin with a line of three hyphens.',
    hint: 'An article page starts with front matter: a line ---, its fields, and another line ---.',
  };
}

function unclosed(line: number): Issue {
  return {
    code: 'unclosed-front-matter',
    severity: 'error',
    path: [lineMark(line)],
    message: 'The front matter that begins here is never closed.',
    hint: 'End the front matter with a line that holds three hyphens and nothing else.',
  };
}
