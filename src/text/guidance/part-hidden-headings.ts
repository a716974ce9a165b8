import { isCapital } from '../../common/unicode/letter-case.js';
import { isNumber } from '../../common/unicode/letters.js';
import { LONGEST_HEADING, type PageLine, type Section } from './guidance-sections.js';
import type { IssueList } from '../lines/issue-list.js';
import { lineMark } from '../lines/page-lines.js';
import { readSectors } from './read-sectors.js';

const ENDS_SENTENCE = /[.!?;:…]["”’)]?$/;

/**
 * Finds headings of unknown wording, such as “What about special schools?” right under a bullet. In a list of
 * indicators each begins a list of its own, so that what follows is not filed under another sector; a warning says so. Elsewhere such a
 * line is only kept apart from the bullet above it.
 */
export function partHiddenHeadings(sections: readonly Section[], issues: IssueList): readonly Section[] {
  return sections.flatMap((section) => {
    if (section.kind === 'unknown' && asksOfPlaces(section.heading)) {
      reportHidden(section.heading, section.line, issues);
      return partIndicators({ ...section, kind: 'indicators' }, issues);
    }
    if (section.kind === 'indicators') return partIndicators(section, issues);
    return section.kind === 'hints' || section.kind === 'practice' ? [keepApart(section)] : [section];
  });
}

function partIndicators(section: Section, issues: IssueList): readonly Section[] {
  const bulleted = section.lines.some((line) => line.bullet);
  const parts: Section[] = [{ ...section, lines: [] }];
  for (const [index, line] of section.lines.entries()) {
    if (isHeading(line, section.lines[index - 1], section.lines[index + 1], bulleted)) {
      reportHidden(line.text, line.number, issues);
      parts.push({ kind: 'indicators', heading: line.text, line: line.number, lines: [] });
    } else parts.at(-1)?.lines.push(line);
  }
  return parts;
}

/** With a capital, a number or a quotation mark. */
function beginsHeading(text: string): boolean {
  const first = text.codePointAt(0) ?? 0;
  return isCapital(first) || isNumber(first) || /^["“]/.test(text);
}

function isHeading(
  line: PageLine,
  before: PageLine | undefined,
  next: PageLine | undefined,
  bulleted: boolean,
): boolean {
  if (line.bullet || line.text.length > LONGEST_HEADING || !beginsHeading(line.text)) return false;
  const [asks, ends] = [/[?:]$/.test(line.text), ENDS_SENTENCE.test(line.text)];
  if (ends && !asks) return false;
  const { sectors, unknown } = readSectors(line.text);
  // “Special schools” and nothing else on its line.
  if (sectors.length > 0 && unknown.length === 0 && !ends) return true;
  if (!asks) return false;
  if (sectors.length > 0) return true;
  // Words that lead to the first bullet of a list belong to its heading.
  if (before === undefined) return false;
  return bulleted && next?.bullet === true && (line.afterBlank || ENDS_SENTENCE.test(before.text));
}

/** “What about …”, “In …”, “For …”, or nothing but names of places. */
function asksOfPlaces(heading: string): boolean {
  const { sectors, unknown } = readSectors(heading);
  return sectors.length > 0 && (unknown.length === 0 || /^(?:and )?(?:what|how|in|for|at)\b/i.test(heading));
}

function keepApart(section: Section): Section {
  const lines = section.lines.map((line, index) => {
    const [before, next] = [section.lines[index - 1], section.lines[index + 1]];
    const apart = before?.bullet === true && isHeading(line, before, next, true);
    return apart ? { ...line, afterBlank: true, indented: false } : line;
  });
  return { ...section, lines };
}

function reportHidden(heading: string, line: number, issues: IssueList): void {
  issues.add('warning', () => ({
    code: 'unknown-heading',
    severity: 'warning',
    path: [lineMark(line)],
    message: `“${heading}” is not a known heading; it was read as the heading of a list of its own.`,
    hint: 'A heading such as “What does this look like in special schools?” is known.',
  }));
}
