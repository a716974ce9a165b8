import type { Token } from 'markdown-it';

/** What the reader writes on a token; its own tokens are dear to make, since each field of theirs is defined one by one. */
class LeanToken {
  map: [number, number] | null = null;
  level = 0;
  content = '';
  info = '';
  markup = '';
  hidden = false;
  block = false;
  children: Token[] | null = null;
  attrs: [string, string][] | null = null;
  meta: unknown = null;
  constructor(
    public type: string,
    public tag: string,
    public nesting: number,
  ) {}
}

/** Attributes are read from `attrs`: a lean token has none of the reader’s methods. */
export const leanToken = (type: string, tag: string, nesting: number): Token =>
  new LeanToken(type, tag, nesting) as unknown as Token;
