/**
 * Text whose signs of direction end where the text ends. A label may hold signs that turn all that follows round; those of an older kind
 * (embeddings and overrides, U+202A to U+202E) are dropped, and of the newer kind (isolates, U+2066 to U+2069) only those stay that are
 * closed in the same text, for what they hold touches nothing around it. Letters that are written from right to left need none of them.
 */
export const boundDirection = (text: string): string => {
  if (!DIRECTION_SIGN.test(text)) return text;
  const kept: string[] = [];
  const open: number[] = [];
  for (const sign of text) {
    if (sign >= '\u202a' && sign <= '\u202e') continue;
    if (sign >= '\u2066' && sign <= '\u2068') open.push(kept.length);
    else if (sign === '\u2069' && open.pop() === undefined) continue;
    kept.push(sign);
  }
  for (const place of open) kept[place] = '';
  return kept.join('');
};

const DIRECTION_SIGN = /[\u202a-\u202e\u2066-\u2069]/u;
