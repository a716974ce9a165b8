import type { FrontMatterReader } from './front-matter-reader.js';
import { isLatexCommand } from '../lines/latex-commands.js';
import type { WrittenField } from './outline-front-matter.js';

const SAFE = 'Write the text in single quotes, or after >- on a line of its own.';

/**
 * What YAML drops or changes without an error, against the writer's meaning: ` #` begins a comment,
 * `&name` and `!` before a text are signs for the parser, `\f` in double quotes is a form feed, `1.10` is 1.1.
 */
export function reportYamlLosses(reader: FrontMatterReader, record: Readonly<Record<string, unknown>>): void {
  for (const field of reader.fields) {
    if (field.quoted !== undefined) reportEscapes(reader, field);
    else if (!/^['|>[{]/.test(field.value)) reportPlain(reader, field, valueAt(record, field.path));
  }
}

function reportPlain(reader: FrontMatterReader, field: WrittenField, value: unknown): void {
  const { path } = field;
  const comment = /(?:^|[ \t])#/.exec(field.value);
  const written = comment ? field.value.slice(0, comment.index).trim() : field.value;
  const name = reader.nameOf(path);
  if (comment && written !== '') {
    const lost = reader.show(field.value.slice(comment.index).trim());
    const message = `In the field ${name}, YAML takes ${lost} for a comment; it was left out.`;
    reader.report('cut-by-comment', 'warning', path, message, SAFE);
  }
  const sign = /^(?:[&!][^ \t]*)(?=[ \t])/.exec(written)?.[0];
  if (sign !== undefined) {
    const message = `In the field ${name}, YAML takes ${reader.show(sign)} for a sign of its own; it was left out.`;
    reader.report('left-out-sign', 'warning', path, message, SAFE);
  }
  if (typeof value === 'number' && !isSameNumber(written, value, path)) {
    const message = `In the field ${name}, ${reader.show(written)} was read as the number ${value}.`;
    reader.report('rewritten-number', 'info', path, message, 'Write a text that looks like a number in quotes.');
  }
}

/** The score is known to be a decimal number, and 9.50 is as good as 9.5. Everywhere else the digits may be a version or a code. */
function isSameNumber(written: string, value: number, path: WrittenField['path']): boolean {
  if (path[0] === 'score') return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(written);
  return String(value) === written;
}

/** `\"` and `\\` are what quotes need, `\n` is a break; other escapes were probably not meant. */
function reportEscapes(reader: FrontMatterReader, field: WrittenField): void {
  for (const [found, sign = '', name = ''] of (field.quoted ?? '').matchAll(/\\(?:([\s\S])([a-zA-Z]*))/g)) {
    const meant = sign === 'n' ? isLatexCommand(`n${name}`) : 'abtvfre'.includes(sign) && name !== '';
    if (!meant) continue;
    const message = `In the field ${reader.nameOf(field.path)}, in double quotes, ${reader.show(found)} was not read as LaTeX.`;
    reader.report('escape-in-quotes', 'warning', field.path, message, SAFE);
    return;
  }
}

function valueAt(record: Readonly<Record<string, unknown>>, path: WrittenField['path']): unknown {
  let value: unknown = record;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
