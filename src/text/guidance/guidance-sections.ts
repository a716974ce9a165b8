import { lowerCase } from '../../common/unicode/letter-case.js';
import { isMarkAlone, partLine } from './bullet-marks.js';
import type { IssueList } from '../lines/issue-list.js';
import { lineMark } from '../lines/page-lines.js';

export type SectionKind = 'opening' | 'audience' | 'indicators' | 'hints' | 'practice' | 'resources' | 'unknown';

export interface PageLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  readonly bullet: boolean;
  readonly indented: boolean;
  readonly afterBlank: boolean;
}

export interface Section {
  readonly kind: SectionKind;
  readonly heading: string;
  readonly line: number;
  readonly lines: PageLine[];
}

/** Headings by their wording, in lower case, without marks and end signs. */
const HEADINGS: readonly (readonly [SectionKind, RegExp])[] = [
  ['audience', /^who (?:is|are) (?:this|it|these)(?: element)? for$/],
  ['indicators', /^what (?:\S+ ){1,8}looks? like(?: .*)?$/],
  [
    'hints',
    /^(?:our |top |helpful |useful )?(?:hints?(?:(?: and | & |\/| )tips?)?|tips?(?:(?: and | & |\/| )hints?)?)$/,
  ],
  ['practice', /^(?:examples? of )?(?:(?:interesting|good|effective|best|sector leading) )?practice(?: examples?)?$/],
  ['resources', /^(?:(?:the )?element )?(?:support(?:ing)? |useful |helpful )?(?:resources|support materials)$/],
];

/** A line longer than this is no heading, and is not compared with one. */
export const LONGEST_HEADING = 160;

/** “Hint”, or a mark and a word. */
const SHORTEST_HEADING = 3;

/** A line that only draws a rule. It parts what stands around it as a blank line does. */
const RULE = /^(?:[-*_=–—] ?){3,}$/;

/** Cuts a page at its headings. What stands before the first one is the opening: the title, as a rule. */
export function readSections(page: string, issues: IssueList): readonly Section[] {
  const sections: Section[] = [{ kind: 'opening', heading: '', line: 1, lines: [] }];
  /** The line of a bullet whose text has not come yet. */
  let alone: number | undefined;
  let afterBlank = true;
  const dropAlone = (): void => {
    if (alone !== undefined) reportEmptyBullet(alone, issues);
    alone = undefined;
  };
  let number = 0;
  for (const raw of page.split('\n')) {
    number += 1;
    const line = cleanSpaces(raw);
    if (line === '' || RULE.test(line)) {
      afterBlank = true;
      continue;
    }
    if (isMarkAlone(line)) {
      dropAlone();
      alone = number;
      continue;
    }
    const parted = partLine(line);
    if (parted.doubt !== 'none') reportSeveral(parted.doubt === 'parted', number, issues);
    for (const part of parted.parts) {
      const kind = headingKind(part.bullet ? undefined : part.text, part.text, isFirst(sections));
      if (kind) {
        dropAlone();
        sections.push({ kind, heading: withoutMarks(part.text), line: number, lines: [] });
      } else {
        if (part.bullet) dropAlone();
        const indented = /^(?:[ \t\u00a0]|&nbsp;)/.test(raw);
        const bullet = part.bullet || alone !== undefined;
        sections.at(-1)?.lines.push({ number, text: part.text, bullet, indented, afterBlank });
        alone = undefined;
      }
      afterBlank = false;
    }
  }
  dropAlone();
  return sections;
}

function isFirst(sections: readonly Section[]): boolean {
  return sections.length === 1 && sections[0]?.lines.length === 0;
}

/**
 * `undefined` where the line is no heading. The first line is the title even where it is marked as a heading. Behind a bullet or number
 * only the two longest wordings are headings: “Resources” may well be an item.
 */
function headingKind(line: string | undefined, text: string, first: boolean): SectionKind | undefined {
  if (text.length > LONGEST_HEADING || text.length < SHORTEST_HEADING) return undefined;
  const plain = lowerCase(withoutMarks(text).replace(/[\s?:.!]+$/, ''));
  for (const [kind, wording] of HEADINGS) {
    if (wording.test(plain))
      return line === undefined && kind !== 'audience' && kind !== 'indicators' ? undefined : kind;
  }
  if (first || line === undefined) return undefined;
  return /^#{1,6} /.test(line) || isBoldLine(line) ? 'unknown' : undefined;
}

function isBoldLine(line: string): boolean {
  return /^\*\*[^*]+\*\*:?$/.test(line) || /^__[^_]+__:?$/.test(line);
}

/** A heading or title without `#`, bold marks and the space a web page puts first. */
export function withoutMarks(line: string): string {
  const opening = line.replace(/^#{1,6} */, '');
  let end = opening.length;
  while (opening[end - 1] === '#') end -= 1;
  return opening
    .slice(0, end)
    .replace(/\*\*|__/g, '')
    .trim();
}

/** Most lines have nothing to clean, and looking is quicker than writing them anew. */
const UNCLEAN = /[^\S ]|[\u200b\ufeff]|&nbsp;| {2}/;

function cleanSpaces(raw: string): string {
  if (!UNCLEAN.test(raw)) return raw.trim();
  return raw
    .replace(/&nbsp;|[\s\u00a0\u200b\ufeff]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function reportEmptyBullet(line: number, issues: IssueList): void {
  issues.add('info', () => ({
    code: 'empty-bullet',
    severity: 'info',
    path: [lineMark(line)],
    message: 'There is a bullet or number here, but no text follows it.',
  }));
}

function reportSeveral(parted: boolean, line: number, issues: IssueList): void {
  const severity = parted ? 'warning' : 'info';
  issues.add(severity, () => ({
    code: 'several-bullets',
    severity,
    path: [lineMark(line)],
    message: parted
      ? 'This line holds several bullets; each was read as one of its own.'
      : 'This line may hold several bullets; it was read as one.',
    hint: 'Write each bullet on a line of its own.',
  }));
}
