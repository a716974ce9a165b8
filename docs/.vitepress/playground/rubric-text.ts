// A rubric that somebody typed: read as JSON, checked by its schema, and written as the file of a pull request.
import type { Rubric } from 'stem-leadership/model';

export interface TextIssue {
  readonly where: string;
  readonly message: string;
}

export type ReadRubric =
  | { readonly ok: true; readonly rubric: Rubric }
  | { readonly ok: false; readonly issues: readonly TextIssue[] };

const MOST_ISSUES = 50;

/** Where in the text a fault of its JSON stands, as people count. */
const placeOf = (text: string, message: string): string => {
  const at = Number(/position (\d+)/u.exec(message)?.[1] ?? Number.NaN);
  if (Number.isNaN(at)) return 'the text';
  const lines = text.slice(0, at).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
};

export const readRubricText = async (text: string): Promise<ReadRubric> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      issues: [
        {
          where: placeOf(text, message),
          message: `The text is no JSON: ${message.replace(/ in JSON at position.*$/u, '')}.`,
        },
      ],
    };
  }
  const { rubricSchema } = await import('./parts/schema.js');
  const result = rubricSchema.safeParse(value);
  if (result.success) return { ok: true, rubric: value as Rubric };
  return {
    ok: false,
    issues: result.error.issues.slice(0, MOST_ISSUES).map(({ path, message }) => ({
      where: path.length === 0 ? 'the rubric' : path.map(String).join(' › '),
      message,
    })),
  };
};

/** A value that stands in the file by its name. */
class Named {
  constructor(readonly name: string) {}
}

const WIDTH = 120;

const key = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/u.test(name) ? name : `'${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const literalText = (text: string): string => {
  const json = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  // The quotation mark that needs fewer escapes, as the project’s formatter writes it.
  const [single, double] = [json.split("'").length, json.split('"').length];
  return single > double ? `"${json.replaceAll('"', '\\"')}"` : `'${json.replaceAll("'", "\\'")}'`;
};

/** A value as the project’s formatter lays it out: on one line where it fits, otherwise an entry a line. */
const literal = (value: unknown, indent: string, before: number): string => {
  if (typeof value === 'string') return literalText(value);
  if (value instanceof Named) return value.name;
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  const entries = isList
    ? value.map((item): [string, unknown] => ['', item])
    : Object.entries(value).map(([name, item]): [string, unknown] => [`${key(name)}: `, item]);
  if (entries.length === 0) return isList ? '[]' : '{}';
  const [open, close, space] = isList ? ['[', ']', ''] : ['{', '}', ' '];
  // A list of objects or lists with more than one entry each stands an entry a line.
  const isMatrix =
    isList &&
    value.length > 1 &&
    value.every(
      (item) =>
        typeof item === 'object' &&
        item !== null &&
        Object.keys(item).length > 1 &&
        Array.isArray(item) === Array.isArray(value[0]),
    );
  if (!isMatrix) {
    const line = `${open}${space}${entries.map(([name, item]) => name + literal(item, '', 0)).join(', ')}${space}${close}`;
    if (!line.includes('\n') && before + line.length + 1 <= WIDTH) return line;
  }
  const inner = `${indent}  `;
  const lines = entries.map(([name, item]) => {
    const plain = `${inner}${name}${literal(item, inner, inner.length + name.length)},`;
    // A text that does not fit behind its name stands on the next line.
    return typeof item === 'string' && name !== '' && plain.length > WIDTH
      ? `${inner}${name.trimEnd()}\n${inner}  ${literalText(item)},`
      : plain;
  });
  return `${open}\n${lines.join('\n')}\n${indent}${close}`;
};

const exportName = (id: string): string => id.replaceAll(/-+(.)/gu, (_, letter: string) => letter.toUpperCase());

/** The rubric as a file of src/data/rubrics. A scale that ships is imported, as in the files that stand there. */
export const rubricFile = (rubric: Rubric, scales: readonly Rubric['scale'][] = []): string => {
  const shared = new Set<string>();
  const withNames = (scale: Rubric['scale']): Rubric['scale'] | Named => {
    const ships = scales.some((one) => one.id === scale.id && JSON.stringify(one) === JSON.stringify(scale));
    if (!ships) return scale;
    shared.add(scale.id);
    return new Named(exportName(scale.id));
  };
  const named = {
    ...rubric,
    scale: withNames(rubric.scale),
    criteria: rubric.criteria.map((one) => (one.scale === undefined ? one : { ...one, scale: withNames(one.scale) })),
  };
  const entries = Object.entries(named).map(([name, value]) => {
    const start = `  ${name}: `;
    const plain = `${start}${literal(value, '  ', start.length)},`;
    return typeof value === 'string' && plain.length > WIDTH ? `  ${name}:\n    ${literalText(value)},` : plain;
  });
  const imports = [
    "import { defineRubric } from '../../model/define.js';",
    ...[...shared].sort().map((id) => `import { ${exportName(id)} } from '../scales/${id}.js';`),
  ];
  // What somebody typed as a label stands in a comment: on one line, and it does not end the comment.
  const label = rubric.label
    .replaceAll(/[\s\u2028\u2029]+/gu, ' ')
    .replaceAll('*/', '* /')
    .trim();
  return (
    `${imports.join('\n')}\n\n/** ${label.replace(/\.$/u, '')}. */\n` +
    `export const ${exportName(rubric.id)} = defineRubric({\n${entries.join('\n')}\n});\n`
  );
};
