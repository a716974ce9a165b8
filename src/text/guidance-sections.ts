import type { Sector } from '../model/sector.js';

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
  [
    'indicators',
    /^what (?:does|do|might|could|should|would|can|will) (?:this|it|these)(?: element)? look like(?: .*)?$/,
  ],
  [
    'hints',
    /^(?:our |top |helpful |useful )?(?:hints?(?:(?: and | & |\/| )tips?)?|tips?(?:(?: and | & |\/| )hints?)?)$/,
  ],
  ['practice', /^(?:examples? of )?(?:(?:interesting|good|effective|best|sector leading) )?practice(?: examples?)?$/],
  ['resources', /^(?:(?:the )?element )?(?:support(?:ing)? |useful |helpful )?(?:resources|support materials)$/],
];

/** A line longer than this is no heading, and is not compared with one. */
const LONGEST_HEADING = 160;

/** Cuts a page at its headings. What stands before the first one is the opening: the title, as a rule. */
export function readSections(page: string): readonly Section[] {
  const sections: Section[] = [{ kind: 'opening', heading: '', line: 1, lines: [] }];
  let afterBlank = true;
  for (const [index, raw] of page.split('\n').entries()) {
    const line = cleanSpaces(raw);
    if (line === '') {
      afterBlank = true;
      continue;
    }
    const kind = headingKind(line, sections.length === 1 && sections[0]?.lines.length === 0);
    if (kind) sections.push({ kind, heading: withoutMarks(line), line: index + 1, lines: [] });
    else sections[sections.length - 1]?.lines.push(toPageLine(raw, line, index + 1, afterBlank));
    afterBlank = false;
  }
  return sections;
}

/** `undefined` where the line is no heading. The first line is the title even where it is marked as a heading. */
function headingKind(line: string, first: boolean): SectionKind | undefined {
  if (line.length > LONGEST_HEADING) return undefined;
  const plain = withoutMarks(line)
    .replace(/[\s?:.!]+$/, '')
    .toLowerCase();
  for (const [kind, wording] of HEADINGS) if (wording.test(plain)) return kind;
  if (first) return undefined;
  return /^#{1,6} /.test(line) || isBoldLine(line) ? 'unknown' : undefined;
}

function isBoldLine(line: string): boolean {
  return /^\*\*[^*]+\*\*:?$/.test(line) || /^__[^_]+__:?$/.test(line);
}

/** A heading or title without `#`, bold marks and the space a web page puts first. */
export function withoutMarks(line: string): string {
  return line
    .replace(/^#{1,6} */, '')
    .replace(/ *#+$/, '')
    .replace(/\*\*|__/g, '')
    .trim();
}

function cleanSpaces(raw: string): string {
  return raw
    .replace(/&nbsp;|[\s\u00a0\u200b\ufeff]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const BULLET = /^(?:[•●▪◦‣·*–-] ?|\d{1,3}[.)] )(?=\S)/;

function toPageLine(raw: string, line: string, number: number, afterBlank: boolean): PageLine {
  // A hyphen or asterisk needs the space behind it, or "-10 °C" and bold words would be bullets.
  const mark = /^[*–-]\S/.test(line) ? undefined : BULLET.exec(line)?.[0];
  const text = mark === undefined ? line : line.slice(mark.length).trim();
  return { number, text, bullet: mark !== undefined, indented: /^(?:[ \t\u00a0]|&nbsp;)/.test(raw), afterBlank };
}

/** The sectors a heading names. "Schools" without a kind means all three kinds. */
export function sectorsOf(heading: string): readonly Sector[] {
  const words = heading.toLowerCase();
  const named = (pattern: RegExp): boolean => pattern.test(words);
  const kinds = {
    primary: named(/\bprimary\b/),
    secondary: named(/\bsecondary\b/),
    special: named(/\bspecial(?:ist)?\b/),
  };
  const all = named(/\bschools?\b/) && !kinds.primary && !kinds.secondary && !kinds.special;
  const sectors: Sector[] = [];
  if (named(/\belc\b|\bearly (?:learning|years)\b/)) sectors.push('elc');
  for (const kind of ['primary', 'secondary', 'special'] as const) if (all || kinds[kind]) sectors.push(kind);
  if (named(/\bcld\b|\bcommunity learning\b/)) sectors.push('cld');
  return sectors;
}
