/** A stretch of a text, from `start` up to but without `end`; `inner` bounds leave out the delimiters. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly innerStart: number;
  readonly innerEnd: number;
}

interface Token {
  readonly at: number;
  readonly text: string;
  /** How many blank lines stand before it: two tokens of one paragraph have the same number. */
  readonly paragraph: number;
  /** The token that would close this one, as an index into the tokens. */
  closer: number;
  /** Whether it stands on a line of its own, once that was asked: many openings may have one closer, with many blanks before it. */
  alone?: boolean;
}

/** `\\[2pt]` is a row break with its distance, no formula: hence two backslashes are one token of their own. */
const TOKENS = /\\\\|\\begin\{[a-zA-Z]+\*?\}|\\end\{[a-zA-Z]+\*?\}|\\[()[\]$]|\$\$|\$|`+|\n(?:[ \t]*\n)+/g;

/**
 * Where the formulas of a Markdown text are: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and environments, code spans left out. `$` is also money
 * and a shell's variable, so a pair of them counts only on one line and where what stands between looks like a formula.
 * One pass to find what could close each opening, one to take the pairs: the time grows with the length of the text only.
 */
export function findMath(text: string): readonly Stretch[] {
  const tokens = tokenize(text);
  linkClosers(tokens);
  const found: Stretch[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const closer = token && tokens[token.closer];
    if (!token || !closer || !isPair(text, token, closer)) continue;
    if (!token.text.startsWith('`')) {
      const innerStart = token.at + token.text.length;
      found.push({ start: token.at, end: closer.at + closer.text.length, innerStart, innerEnd: closer.at });
    }
    index = token.closer;
  }
  return found;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let paragraph = 0;
  for (const match of text.matchAll(TOKENS)) {
    const [found] = match;
    if (found.startsWith('\n')) paragraph += 1;
    else if (found !== '\\\\' && found !== '\\$') tokens.push({ at: match.index, text: found, paragraph, closer: -1 });
  }
  return tokens;
}

/** From the end to the start, so that the nearest closer after a token is always the last one seen. */
function linkClosers(tokens: readonly Token[]): void {
  const nearest = new Map<string, number>();
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (!token) continue;
    token.closer = nearest.get(closerOf(token.text)) ?? -1;
    nearest.set(token.text, index);
  }
}

function closerOf(opening: string): string {
  if (opening === '\\(') return '\\)';
  if (opening === '\\[') return '\\]';
  if (opening.startsWith('\\begin')) return `\\end${opening.slice(6)}`;
  return opening.startsWith('$') || opening.startsWith('`') ? opening : '';
}

function isPair(text: string, opening: Token, closing: Token): boolean {
  if (opening.text === '$') return looksLikeMath(text, opening.at + 1, closing.at);
  if (opening.paragraph === closing.paragraph || opening.text.startsWith('\\begin')) return true;
  // A displayed formula may hold a blank line where its delimiters stand on lines of their own.
  return (opening.text === '$$' || opening.text === '\\[') && standsAlone(text, opening) && standsAlone(text, closing);
}

function standsAlone(text: string, token: Token): boolean {
  token.alone ??= isAlone(text, token);
  return token.alone;
}

function isAlone(text: string, token: Token): boolean {
  let before = token.at - 1;
  while (text[before] === ' ') before -= 1;
  let after = token.at + token.text.length;
  while (text[after] === ' ') after += 1;
  return (before < 0 || text[before] === '\n') && (after >= text.length || text[after] === '\n');
}

/** A formula on one line is short; the limit also keeps a line of a million dollars cheap. */
const LONGEST_INLINE = 1000;
const SIGNS = /\\[a-zA-Z]|[\^_=]/;
const PROSE = /\\[a-zA-Z]+\*?(?:\{[^{}]*\})?|[a-zA-Z]{3,}|(?<= )(?:or|to|of|is|in|at|by|on|if|we|it|per)(?= )/g;

/**
 * Is `$…$` a formula rather than the stretch between two prices? A formula has at most a few words outside its commands, and where it
 * has any, it also has a sign that prices do not: a command, a power, an index or an equation.
 */
export function looksLikeMath(text: string, start: number, end: number): boolean {
  if (end <= start || end - start > LONGEST_INLINE) return false;
  // Two prices: `$5 … $6`.
  if (isDigit(text[start]) && isDigit(text[end + 1])) return false;
  const inner = text.slice(start, end);
  if (inner.includes('\n') || inner.trim() === '') return false;
  let words = 0;
  for (const [match] of inner.matchAll(PROSE)) if (!match.startsWith('\\')) words += 1;
  return words === 0 || (words <= 2 && SIGNS.test(inner));
}

function isDigit(sign: string | undefined): boolean {
  return sign !== undefined && sign >= '0' && sign <= '9';
}
