import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import { leanToken } from './lean-token.js';

type State = MarkdownIt['block']['State'];
type Nesting = Parameters<StateBlock['push']>[2];

/**
 * Reads blocks as before and keeps of them what is asked for here: that the outermost blocks begin, the text of an outermost heading, and
 * of each item of an outermost numbered list its beginning and the first paragraph. What stands deeper is read only for where it ends. A
 * page of a hundred thousand characters may have as many tokens; those of the reader are dear to make.
 */
export function withOutlineOnly(Whole: State): State {
  return class extends Whole {
    /** Takes what nobody asks for. */
    private readonly scratch = leanToken('', '', 0);
    /** Which token came last, kept or not. */
    private last = '';
    private numbered = false;
    /** Says that an item opens with a paragraph; where that stands, its text says. */
    private readonly paragraph = leanToken('paragraph_open', 'p', 1);

    override push(type: string, tag: string, nesting: Nesting): Token {
      if (nesting < 0) this.level -= 1;
      const { level } = this;
      if (nesting > 0) this.level += 1;
      const isKept = this.isKept(type, level, nesting);
      this.last = type;
      if (level === 0 && nesting >= 0) this.numbered = type === 'ordered_list_open';
      if (!isKept) return this.scratch;
      if (level === 2) {
        this.paragraph.level = level;
        this.tokens.push(this.paragraph);
        return this.paragraph;
      }
      const token = leanToken(type, tag, nesting);
      token.level = level;
      this.tokens.push(token);
      return token;
    }

    private isKept(type: string, level: number, nesting: Nesting): boolean {
      if (nesting < 0) return false;
      switch (level) {
        case 0:
          return true;
        case 1:
          return this.numbered ? type === 'list_item_open' : this.last === 'heading_open' && type === 'inline';
        case 2:
          return this.numbered && this.last === 'list_item_open' && type === 'paragraph_open';
        case 3:
          return this.numbered && this.tokens.at(-1)?.type === 'paragraph_open' && this.last === 'paragraph_open';
        default:
          return false;
      }
    }

    /** The lines of a paragraph are put together only where it opens an item and does not begin on the line of its number. */
    override getLines(...given: Parameters<StateBlock['getLines']>): string {
      const opensItem = this.level === 2 && this.numbered && this.last === 'list_item_open';
      return opensItem && this.tokens.at(-1)?.map?.[0] !== given[0] ? super.getLines(...given) : '';
    }
  };
}

/** Line feed, `#`, `*`, `+`, `-`, digits, `<`, `>`, `_`, backtick and `~`: what a block can begin with that ends a paragraph. */
const BEGINS = /* @__PURE__ */ Uint8Array.from({ length: 128 }, (_, unit) =>
  '#*+-0123456789<>_`~'.includes(String.fromCharCode(unit)) ? 1 : 0,
);

/**
 * Asks the rules that may end a block only about lines that begin with a sign of theirs: most lines begin with a letter, and each is asked
 * about as often as blocks are nested.
 */
export function askOnlyWhereASignStands({ ruler }: MarkdownIt['block']): void {
  const whole = ruler.getRules.bind(ruler);
  const asked = new Map<string, ReturnType<typeof whole>>();
  ruler.getRules = (chain) => {
    if (chain === '') return whole(chain);
    const known = asked.get(chain);
    if (known) return known;
    const rules = whole(chain);
    const one: (typeof rules)[number] = (state, line, end, silent) => {
      const unit = state.src.charCodeAt((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));
      return BEGINS[unit] === 1 && rules.some((rule) => rule(state, line, end, silent));
    };
    asked.set(chain, [one]);
    return [one];
  };
}
