import { findMath, type Stretch } from '../lines/find-math.js';
import { isLatexCommand, isRelation, isUnmistakableCommand } from '../lines/latex-commands.js';

/** An answer with real line breaks, and what remained uncertain. */
export interface DecodedText {
  readonly text: string;
  /** In a code fence `\n` is always read as a line break; here one looks as if the program itself had said `\n`. */
  readonly suspectInCode: boolean;
  /** A LaTeX command was kept although it stands in no formula. */
  readonly latexOutsideMath: boolean;
}

const CANDIDATE = /\\(n[a-zA-Z]+)/g;
const OPENING_FENCE = /(?:^|\\n)[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})/g;

/**
 * Turns the two characters `\n` of a stored answer into line breaks. Only breaks were escaped when it was stored, backslashes were
 * not, so of several backslashes before an n the last one is the escape, and no other escape is one. What begins like `\neq` is either a
 * break before "eq" or a command: in a formula a command of the closed list, elsewhere a break (unless what stays is no word at all),
 * in a code fence always a break.
 */
export function decodeLineBreaks(stored: string): DecodedText {
  const fences = stored.includes('```') || stored.includes('~~~') ? findStoredFences(stored) : [];
  const suspectInCode = fences.some((fence) => looksQuoted(stored.slice(fence.start, fence.end)));
  // Most answers have no candidate and are decoded at once.
  if (!hasCandidate(stored)) return { text: breakAll(stored), suspectInCode, latexOutsideMath: false };
  let text = '';
  let latexOutsideMath = false;
  let at = 0;
  for (const fence of fences) {
    const prose = decodeProse(stored.slice(at, fence.start));
    latexOutsideMath ||= prose.latexOutsideMath;
    text += prose.text + breakAll(stored.slice(fence.start, fence.end));
    at = fence.end;
  }
  const last = decodeProse(stored.slice(at));
  return { text: text + last.text, suspectInCode, latexOutsideMath: latexOutsideMath || last.latexOutsideMath };
}

function breakAll(stored: string): string {
  return stored.replaceAll('\\n', '\n');
}

/** Looks at the letters after each `\n`; most breaks are followed by no small letter and are passed over at once. */
function hasCandidate(stored: string): boolean {
  for (let at = stored.indexOf('\\n'); at !== -1; at = stored.indexOf('\\n', at + 2)) {
    if (!isLetter(stored.charCodeAt(at + 2))) continue;
    let end = at + 3;
    while (isLetter(stored.charCodeAt(end))) end += 1;
    if (isLatexCommand(stored.slice(at + 1, end))) return true;
  }
  return false;
}

function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** Code fences of a stored text. Inside one every `\n` is a break, so its end can be found before anything is decoded. */
function findStoredFences(stored: string): { start: number; end: number }[] {
  const fences: { start: number; end: number }[] = [];
  OPENING_FENCE.lastIndex = 0;
  for (let match = OPENING_FENCE.exec(stored); match; match = OPENING_FENCE.exec(stored)) {
    const mark = match[1] ?? '```';
    const end = endOfFence(stored, OPENING_FENCE.lastIndex, mark);
    fences.push({ start: match.index, end });
    OPENING_FENCE.lastIndex = end;
  }
  return fences;
}

/** Where the fence that was opened by `mark` ends: after a line of at least as many of its signs, or with the text. */
function endOfFence(stored: string, from: number, mark: string): number {
  const sign = mark[0] ?? '`';
  for (let at = stored.indexOf('\\n', from); at !== -1; at = stored.indexOf('\\n', at + 2)) {
    let start = at + 2;
    while (stored[start] === ' ' || stored[start] === '\t') start += 1;
    let end = start;
    while (stored[end] === sign) end += 1;
    if (end - start < mark.length) continue;
    while (stored[end] === ' ' || stored[end] === '\t') end += 1;
    if (end >= stored.length || stored.startsWith('\\n', end)) return end;
  }
  return stored.length;
}

/** Does a break stand inside quotes, as in `print("a\n")`? Then it was more likely the program's own two characters. */
function looksQuoted(fence: string): boolean {
  const lines = fence.replaceAll('"""', '').replaceAll("'''", '').split('\\n');
  for (let index = 1; index < lines.length; index += 1) {
    const [before, after] = [lines[index - 1] ?? '', lines[index] ?? ''];
    if (isOdd(before, '"') && (after.startsWith('"') || isOdd(after, '"'))) return true;
    if (isOdd(before, "'") && after.startsWith("'")) return true;
  }
  return false;
}

function isOdd(line: string, quote: string): boolean {
  let count = 0;
  for (let at = line.indexOf(quote); at !== -1; at = line.indexOf(quote, at + 1)) if (line[at - 1] !== '\\') count += 1;
  return count % 2 === 1;
}

/** Decodes what is certain first, then judges each candidate by the formula it stands in. */
function decodeProse(stored: string): { text: string; latexOutsideMath: boolean } {
  const draft = stored.replace(/\\n([a-zA-Z]*)/g, (found, rest: string) =>
    isLatexCommand(found.slice(1)) ? found : `\n${rest}`,
  );
  const formulas = findMath(draft);
  let laidOut: LaidOut | undefined;
  let latexOutsideMath = false;
  let next = 0;
  const text = draft.replace(CANDIDATE, (found, name: string, at: number) => {
    if (!isLatexCommand(name)) return found;
    while ((formulas[next]?.end ?? draft.length) <= at) next += 1;
    const formula = formulas[next];
    if (formula && formula.start <= at) {
      // Only formulas with a candidate are looked at closely, and each once.
      if (laidOut?.start !== formula.start) laidOut = layOut(draft, formula);
      return isCommand(draft, laidOut, name, at) ? found : `\n${name.slice(1)}`;
    }
    if (!isUnmistakableCommand(name)) return `\n${name.slice(1)}`;
    latexOutsideMath = true;
    return found;
  });
  return { text, latexOutsideMath };
}

/** A formula with what its certain line breaks show. */
interface LaidOut extends Stretch {
  readonly severalLines: boolean;
  readonly closesOnOwnLine: boolean;
  readonly breaksBehindRows: boolean;
  /** Where its first sign stands: after the delimiter, the column letters of an array and blanks. */
  readonly begins: number;
}

function layOut(draft: string, formula: Stretch): LaidOut {
  const inner = draft.slice(formula.innerStart, formula.innerEnd);
  const head = /^(?:\{[^{}]*\})?[ \t]*/.exec(inner)?.[0] ?? '';
  return {
    ...formula,
    severalLines: inner.includes('\n'),
    closesOnOwnLine: inner.slice(inner.lastIndexOf('\n')).trim() === '' && inner.includes('\n'),
    breaksBehindRows: /\\\\[ \t]*\n/.test(inner),
    begins: formula.innerStart + head.length,
  };
}

/**
 * In a formula the longest run of letters decides, with three exceptions that its own layout proves, all in formulas over several lines:
 * where the closing delimiter stands on a line of its own so does the opening one; where one row ends in `\\` and a break so do the
 * others; and a relation is never followed by another relation or a power.
 */
function isCommand(draft: string, formula: LaidOut, name: string, at: number): boolean {
  if (!formula.severalLines) return true;
  if (formula.closesOnOwnLine && at === formula.begins) return false;
  if (formula.breaksBehindRows && draft.startsWith('\\\\', at - 2)) return false;
  const behind = at + 1 + name.length;
  return !(isRelation(name) && /^[ \t]*&?[=<>^_]/.test(draft.slice(behind, behind + 20)));
}
