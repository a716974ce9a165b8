/** One field of a block of front matter, as it is written. */
export interface WrittenField {
  /** The field, after the name of the field it stands in. */
  readonly path: readonly [string] | readonly [string, string];
  /** Counted from 1 within the block. */
  readonly line: number;
  /** What stands after the colon on the same line. */
  readonly value: string;
  /** All of a text in double quotes, without them; `undefined` for other values. */
  readonly quoted?: string;
}

/** Names are short; a key of a million characters is not looked for. */
const LONGEST_KEY = 200;
const BLOCK_TEXT = /^(?:![^ ]* +|&[^ ]* +)*[|>][-+0-9]{0,3}(?:[ \t]+#|[ \t]*$)/;

/**
 * The fields of a block with their lines, read line by line without understanding YAML in full: texts after `>-` and `|` and quoted texts
 * over several lines are passed over, `{…}` and `[…]` are one value. One pass, so that any number of issues can name their lines.
 */
export function outlineFrontMatter(block: string): readonly WrittenField[] {
  const lines = block.split('\n');
  const fields: WrittenField[] = [];
  let outer: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const indent = indentOf(line);
    const field = readField(line, indent);
    if (!field) continue;
    const path = indent === 0 || outer === undefined ? ([field.key] as const) : ([outer, field.key] as const);
    if (indent === 0) outer = field.key;
    const { value } = field;
    const number = at + 1;
    if (BLOCK_TEXT.test(value)) {
      fields.push({ path, line: number, value });
      while (at + 1 < lines.length && isInside(lines[at + 1] ?? '', indent)) at += 1;
    } else if (value.startsWith('"') || value.startsWith("'")) {
      const end = endOfQuotes(lines, at, value);
      const text = end === at ? value : [value, ...lines.slice(at + 1, end + 1)].join('\n');
      fields.push({ path, line: number, value, ...(value.startsWith('"') ? { quoted: text.slice(1) } : {}) });
      at = end;
    } else fields.push({ path, line: number, value });
  }
  return fields;
}

function indentOf(line: string): number {
  let indent = 0;
  while (line[indent] === ' ') indent += 1;
  return indent;
}

/** A line of a text after `>-`: blank, or indented more than its key. */
function isInside(line: string, indent: number): boolean {
  return line.trim() === '' || indentOf(line) > indent;
}

function readField(line: string, indent: number): { key: string; value: string } | undefined {
  const text = line.slice(indent, indent + LONGEST_KEY + 2);
  if (text === '' || text.startsWith('#')) return undefined;
  const quote = text[0] === '"' || text[0] === "'" ? text.indexOf(text[0], 1) : 0;
  const colon = quote === -1 ? -1 : text.slice(quote).search(/:(?=[ \t]|$)/);
  if (colon === -1) return undefined;
  const key = text.slice(0, quote + colon).trim();
  return { key: withoutQuotes(key), value: line.slice(indent + quote + colon + 1).trim() };
}

function withoutQuotes(key: string): string {
  const quote = key[0];
  return (quote === '"' || quote === "'") && key.length > 1 && key.endsWith(quote) ? key.slice(1, -1) : key;
}

/** The index of the line on which a quoted text ends. */
function endOfQuotes(lines: readonly string[], start: number, value: string): number {
  const quote = value[0] ?? '"';
  let text = value.slice(1);
  for (let at = start; at < lines.length; at += 1) {
    if (closes(text, quote)) return at;
    text = lines[at + 1] ?? '';
  }
  return lines.length - 1;
}

/** Does the quote end on this line? `\"` and `''` are signs of the text. */
function closes(text: string, quote: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== "'") return true;
      at += 1;
    }
  }
  return false;
}
