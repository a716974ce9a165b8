const LONGEST_SHOWN = 80;

/** Cuts after whole code points, so that no half of a pair is shown. */
const cut = (text: string): string => {
  if (text.length <= LONGEST_SHOWN) return text;
  const code = text.charCodeAt(LONGEST_SHOWN - 1);
  return `${text.slice(0, code >= 0xd800 && code < 0xdc00 ? LONGEST_SHOWN - 1 : LONGEST_SHOWN)}…`;
};

/**
 * A value as a message shows it: text in quotation marks, cut at 80 characters; numbers and the like as they are; of what has parts only
 * what it is. Reads nothing of an object but its tag, so no getter of the caller's runs.
 */
export const shownValue = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return value === '' ? 'an empty text' : `“${cut(value)}”`;
    case 'function':
      return 'a function';
    case 'symbol':
      return 'a symbol';
    case 'bigint':
      return `the bigint ${cut(String(value))}`;
    case 'number':
      return Object.is(value, -0) ? '0' : String(value);
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'object':
      break;
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  for (const [kind, name] of KINDS) if (value instanceof kind) return name;
  return 'an object';
};

const KINDS = [
  [Map, 'a Map'],
  [Set, 'a Set'],
  [Date, 'a Date'],
  [RegExp, 'a regular expression'],
  [Promise, 'a Promise (is an “await” missing?)'],
] as const;
