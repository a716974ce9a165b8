import { isCapital } from '../../common/unicode/letter-case.js';

/** One part of a line: with a bullet before it or without, and the text after the bullet. */
export interface LinePart {
  readonly bullet: boolean;
  readonly text: string;
}

/** The parts of a line, and whether it took a guess to part it or to leave it whole. */
export interface PartedLine {
  readonly parts: readonly LinePart[];
  readonly doubt: 'none' | 'parted' | 'left-whole';
}

/** Signs that are nothing but bullets; those from the private use area are what Word’s symbol fonts leave in copied text. */
const SIGNS = '•●▪■◦○‣⁃∙➢➤►▸❖◆♦✓✔\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf076\uf06e';
const SIGN = /* @__PURE__ */ new RegExp(`[${SIGNS}]`, 'u');
const SIGN_WITHIN = /* @__PURE__ */ new RegExp(`(?<=[\\s.;:!?,)])[${SIGNS}]`, 'u');
/** Signs that are bullets only with a space after them; `o` is the second bullet of Word. A Markdown export writes a backslash first. */
const SPACED = /^\\?[*+\-–—―·o] /;
/** A number or small letter: `1.`, `1)`, `(1)`, `１．`, `1\.`, `a)`, `(iv)`. */
const NUMBER = /^\(?(?:[0-9０-９]{1,3}\\?[.)．）]|(?:[a-z]|[ivx]{1,5})\))/;
const CHECKBOX = /^\[[ xX]\] /;

function beginsCapital(text: string): boolean {
  return isCapital(text.codePointAt(0) ?? 0);
}

/** How many characters of the line are its bullet; 0 where it has none. */
function markLength(line: string): number {
  // Most lines begin with a letter, and no letter but these few begins a bullet.
  if (/^[A-Zb-hj-np-uwyz]/.test(line) && line[1] !== ')') return 0;
  if (SIGN.test(line[0] ?? '')) return 1;
  const spaced = SPACED.exec(line)?.[0];
  if (spaced !== undefined) return spaced.length;
  // “-10 °C” is no bullet, “-We plan” is.
  if (/^[-–—]/.test(line) && beginsCapital(line.slice(1, 3))) return 1;
  const number = NUMBER.exec(line)?.[0];
  if (number === undefined) return 0;
  const behind = line.slice(number.length, number.length + 2);
  // “1.5 million” is no item, “1. Five” and “1.Five” are.
  return behind.startsWith(' ') || beginsCapital(behind) || /[．）]$/.test(number) ? number.length : 0;
}

/** True for a bullet without its text, which stands on the next line. */
export function isMarkAlone(line: string): boolean {
  if (line.length > 8) return false;
  return SIGN.test(line) ? line.length === 1 : /^\\?[*+\-–—―·o]$/.test(line) || NUMBER.exec(line)?.[0] === line;
}

/** Parts a line at the bullets that stand in it. Each part is looked at once, so the time grows with the length of the line only. */
export function partLine(line: string): PartedLine {
  const length = markLength(line);
  if (SIGN_WITHIN.test(line)) return { parts: partAtSigns(line, length), doubt: 'none' };
  if (length === 0) return { parts: [{ bullet: false, text: line }], doubt: 'none' };
  const mark = line.slice(0, length).trim();
  const text = withoutCheckbox(line.slice(length).trim());
  const further = /^\\?\(?[0-9]/.test(mark) ? partAtNumbers(mark, text) : partAtMarks(mark, text);
  return { ...further, parts: further.parts.filter((part) => part.text !== '') };
}

function withoutCheckbox(text: string): string {
  return text.replace(CHECKBOX, '');
}

/** What stands before the first sign is a line of its own where it leads to the list, else it is the first of its items. */
function partAtSigns(line: string, length: number): readonly LinePart[] {
  const [first = '', ...others] = line.split(new RegExp(SIGN_WITHIN, 'gu')).map((part) => part.trim());
  const opening = first.slice(length).trim();
  const bullet = length > 0 || !/[.:?!]$/.test(opening);
  return [{ bullet, text: opening }, ...others.map((text) => ({ bullet: true, text }))].filter(
    (part) => part.text !== '',
  );
}

/** `- One. - Two.`: a hyphen within a line is a bullet only where a sentence ends before it; elsewhere that is left to the reader. */
function partAtMarks(mark: string, text: string): PartedLine {
  const between = ` ${mark} `;
  const texts: string[] = [];
  let start = 0;
  let doubt: PartedLine['doubt'] = 'none';
  for (let at = text.indexOf(between); at !== -1; at = text.indexOf(between, at + between.length - 1)) {
    if (!beginsCapital(text.slice(at + between.length, at + between.length + 2))) continue;
    if (mark === '·' || mark === 'o' || /[.;!?]/.test(text[at - 1] ?? '')) {
      texts.push(text.slice(start, at).trim());
      start = at + between.length;
      doubt = 'parted';
    } else if (doubt === 'none') doubt = 'left-whole';
  }
  texts.push(text.slice(start).trim());
  return { parts: texts.map((part) => ({ bullet: true, text: part })), doubt };
}

/** `1. One 2. Two`: parted where the numbers go on by one. */
function partAtNumbers(mark: string, text: string): PartedLine {
  const [before, digits, behind] = [mark.startsWith('(') ? '(' : '', /[0-9]+/.exec(mark)?.[0] ?? '', mark.slice(-1)];
  const texts: string[] = [];
  let start = 0;
  for (let number = Number(digits) + 1; ; number += 1) {
    const between = ` ${before}${number}${behind} `;
    const at = text.indexOf(between, start);
    if (at === -1 || !beginsCapital(text.slice(at + between.length, at + between.length + 2))) break;
    texts.push(text.slice(start, at).trim());
    start = at + between.length;
  }
  texts.push(text.slice(start).trim());
  return { parts: texts.map((part) => ({ bullet: true, text: part })), doubt: texts.length > 1 ? 'parted' : 'none' };
}
