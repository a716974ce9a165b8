import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import { leanToken } from './lean-token.js';

/** Where a token of a marker stands. */
export interface Place {
  readonly pos: number;
  /** The marker’s place in a run of equal markers, which are all pushed at the start of the run. */
  readonly offset: number;
}

type State = MarkdownIt['inline']['State'];

/**
 * The state in which the reader reads one text, with two differences. Each token notes where the reader stood when it made it, which the
 * reader’s own tokens do not. And states and tokens are lean: the reader defines the seventeen fields of its state and the thirteen of a
 * token one by one, which took most of the time on a page of eleven thousand short names.
 */
export function leanInlineState(reader: MarkdownIt): State {
  const Whole = reader.inline.State;
  const Lean = leanState(Whole);
  const fields = (Made: State) =>
    Object.keys(new Made('', reader, {}, []))
      .sort()
      .join(' ');
  // Where a later version of the reader has other fields, its own state is used.
  return withPlaces(fields(Whole) === fields(Lean) ? Lean : Whole);
}

/** The fields of the reader’s state, with the values it begins with. */
function leanState(Whole: State): State {
  const { Token: TokenOfReader } = new Whole('', {} as MarkdownIt, {}, []);
  class LeanState {
    pos = 0;
    level = 0;
    pending = '';
    pendingLevel = 0;
    cache = {};
    backticks = {};
    backticksScanned = false;
    skipHtmlSpecial = false;
    linkLevel = 0;
    delimiters: StateInline['delimiters'] = [];
    _prev_delimiters: StateInline['_prev_delimiters'] = [];
    tokens_meta: StateInline['tokens_meta'];
    posMax: number;
    Token = TokenOfReader;
    constructor(
      public src: string,
      public md: MarkdownIt,
      public env: object,
      public tokens: Token[],
    ) {
      this.tokens_meta = Array.from({ length: tokens.length });
      this.posMax = src.length;
    }
  }
  // What the state can do stays the reader’s.
  for (const name of Object.getOwnPropertyNames(Whole.prototype)) {
    if (name !== 'constructor')
      Object.defineProperty(LeanState.prototype, name, { value: Whole.prototype[name as 'push'] });
  }
  return LeanState as unknown as State;
}

function withPlaces(Base: State): State {
  return class extends Base {
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
