import MarkdownReader, { type MarkdownIt, type StateInline } from 'markdown-it';
import { looksLikeMath } from '../lines/find-math.js';
import { leanInlineState } from './inline-state.js';
import { askOnlyWhereASignStands, withOutlineOnly } from './outline-state.js';

let reader: MarkdownIt | undefined;

/**
 * The CommonMark reader, made when it is first needed so that importing this room runs nothing. Blocks only: texts inside are read one
 * by one where a name is wanted, which leaves hostile inline text unread. Link definitions stay text, so that no line vanishes; and so do
 * lines of `=` or `-` under a text, which formulas have more often than headings.
 */
export function markdown(): MarkdownIt {
  if (reader) return reader;
  const made = new MarkdownReader('commonmark');
  made.core.ruler.disable(['strip_references', 'inline', 'text_join']);
  made.block.ruler.disable(['reference', 'lheading']);
  made.block.State = withOutlineOnly(made.block.State);
  askOnlyWhereASignStands(made.block);
  made.inline.ruler.before('escape', 'math', mathRule);
  made.inline.ruler.before('link', 'bracket', bracketRule);
  made.inline.State = leanInlineState(made);
  reader = made;
  return made;
}

const CLOSERS: Readonly<Record<string, string>> = { '\\(': '\\)', '\\[': '\\]', $$: '$$' };

/** Formulas are taken as they stand, before `_`, `*` and backslashes can be read as Markdown. */
function mathRule(state: StateInline, silent: boolean): boolean {
  const end = endOfMath(state.src, state.pos, state.posMax, state.env);
  if (end === -1) return false;
  if (!silent) state.push('math', '', 0).content = state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

/** A bracket that can open no link is a letter as others are. To see that, the reader would read the rest of the text for each of them. */
function bracketRule(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const length = src[pos] === '[' ? 1 : src[pos] === '!' && src[pos + 1] === '[' ? 2 : 0;
  if (length === 0 || src.includes('](', pos)) return false;
  if (!silent) state.pending += src.slice(pos, pos + length);
  state.pos += length;
  return true;
}

/** @param none for each closer the text in which it stands nowhere after what was read, so that it is looked for once */
function endOfMath(text: string, at: number, limit: number, none: Record<string, unknown>): number {
  if (text[at] !== '$' && text[at] !== '\\') return -1;
  const closer = CLOSERS[text.slice(at, at + 2)];
  if (closer !== undefined) {
    if (none[closer] === text) return -1;
    const end = text.indexOf(closer, at + 2);
    if (end === -1) none[closer] = text;
    return end === -1 || end + 2 > limit ? -1 : end + 2;
  }
  if (text[at] !== '$') return -1;
  const end = text.indexOf('$', at + 1);
  return end === -1 || end >= limit || !looksLikeMath(text, at + 1, end) ? -1 : end + 1;
}
