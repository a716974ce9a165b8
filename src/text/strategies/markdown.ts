import MarkdownReader, { type MarkdownIt, type StateInline, type Token } from 'markdown-it';
import { looksLikeMath } from '../lines/find-math.js';
import { leanToken } from './lean-token.js';
import { askOnlyWhereASignStands, withOutlineOnly } from './outline-state.js';

type InlineState = MarkdownIt['inline']['State'];

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
  made.inline.State = withPlaces(made.inline.State);
  reader = made;
  return made;
}

/** Where a token of a marker stands. */
export interface Place {
  readonly pos: number;
  /** The marker’s place in a run of equal markers, which are all pushed at the start of the run. */
  readonly offset: number;
}

/**
 * The reader’s tokens have no places within a paragraph; this notes where it stood when it made each. The tokens are lean, because those
 * of the reader cost most of the time of a page of asterisks: each of their thirteen fields is defined one by one.
 */
function withPlaces(State: InlineState): InlineState {
  return class extends State {
    override pushPending(): Token {
      const token = leanToken('text', '', 0);
      token.content = this.pending;
      token.level = this.pendingLevel;
      this.tokens.push(token);
      this.pending = '';
      return token;
    }

    override push(...[type, tag, nesting]: Parameters<StateInline['push']>): Token {
      if (this.pending !== '') this.pushPending();
      const before = this.tokens.at(-1);
      const place = before?.type === 'text' ? (before.meta as Place | null) : null;
      const token = leanToken(type, tag, nesting);
      token.meta = { pos: this.pos, offset: place?.pos === this.pos ? place.offset + 1 : 0 } satisfies Place;
      if (nesting < 0) {
        this.level -= 1;
        this.delimiters = this._prev_delimiters.pop() ?? [];
      }
      token.level = this.level;
      if (nesting > 0) {
        this.level += 1;
        this._prev_delimiters.push(this.delimiters);
        this.delimiters = [];
      }
      this.pendingLevel = this.level;
      this.tokens.push(token);
      this.tokens_meta.push(nesting > 0 ? { delimiters: this.delimiters } : undefined);
      return token;
    }
  };
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
