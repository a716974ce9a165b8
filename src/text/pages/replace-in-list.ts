import { at } from '../../common/at.js';
import { isMapping } from '../front-matter/read-yaml-front-matter.js';
import type { RawLine, RawPage } from './raw-front-matter.js';
import { inlineScalar } from './yaml-words.js';

/** What the entries of a list mean, and how a url is written among them; where left out, entries are urls. */
export interface EntryNames {
  readonly urlOf: (entry: string) => string;
  readonly write: (url: string, like: readonly string[]) => string;
}

/** The block with other urls in one YAML list of texts; the block itself where they stand already; a sentence where it cannot be done. */
export const replaceInList = (
  { block, lineBreak }: RawPage,
  data: Readonly<Record<string, unknown>>,
  field: string,
  wanted: readonly string[],
  names?: EntryNames,
): readonly RawLine[] | string => {
  const has = Object.hasOwn(data, field);
  const value: unknown = has ? data[field] : [];
  // A text alone is a list of one, and an entry may be an object: where nothing changes, none of it has to be written.
  const list = typeof value === 'string' ? [value] : (value ?? []);
  const standing = Array.isArray(list) ? list.flatMap(urlIn).map((url) => names?.urlOf(url) ?? url) : undefined;
  if (standing?.length === wanted.length && wanted.every((url, i) => standing[i] === url)) return block;
  if (typeof value === 'string' || !Array.isArray(list) || list.some((item) => typeof item !== 'string'))
    return `The field “${field}” is no list of urls.`;
  const texts = list as readonly string[];
  const now = names === undefined ? texts : texts.map(names.urlOf);
  const urls = names === undefined ? wanted : writtenAs(wanted, now, texts, names);
  const start = block.findIndex(({ text }) =>
    [field, `"${field}"`, `'${field}'`].some(
      (key) => text.startsWith(key) && /^[ \t]*:(?:[ \t]|$)/u.test(text.slice(key.length)),
    ),
  );
  if (has && start < 0) return `The field “${field}” is written in a form that is not known here.`;
  const items = (indent: string): RawLine[] =>
    urls.map((url) => ({ text: `${indent}- ${inlineScalar(url)}`, end: lineBreak }));
  if (!has) {
    let end = block.length;
    while (end > 0 && at(block, end - 1).text.trim() === '') end--;
    return [...block.slice(0, end), { text: `${field}:`, end: lineBreak }, ...items('  '), ...block.slice(end)];
  }
  const head = at(block, start);
  const flow = /^([^:]*:[ \t]*)\[[^\]]*\](.*)$/u.exec(head.text);
  if (flow) {
    const text = `${flow[1]}[${urls.map((url) => inlineScalar(url, true)).join(', ')}]${flow[2]}`;
    return [...block.slice(0, start), { ...head, text }, ...block.slice(start + 1)];
  }
  let end = start + 1;
  while (end < block.length && /^(?:[ \t]+\S|- |-$)/u.test(at(block, end).text)) end++;
  const own = block.slice(start + 1, end);
  const ITEM = /^([ \t]*)- +(?:"[^"]*"|'[^']*'|[^\s#"'[{&*!|>].*?)(?:[ \t]+#.*)?[ \t]*$/u;
  const itemLines = own.filter(({ text }) => !/^\s*#/u.test(text));
  if (itemLines.length !== list.length || itemLines.some(({ text }) => !ITEM.test(text))) {
    return `The list “${field}” is written in a form that is not known here.`;
  }
  const indent = ITEM.exec(itemLines[0]?.text ?? '')?.[1] ?? '  ';
  // An item that stays keeps its line, with what is written behind it; each line is used once. Comments on lines of their own stay at the head.
  const free = new Map<string, RawLine[]>();
  for (let i = texts.length - 1; i >= 0; i--) {
    const url = at(texts, i);
    const lines = free.get(url);
    if (lines === undefined) free.set(url, [at(itemLines, i)]);
    else lines.push(at(itemLines, i));
  }
  const written = urls.map(
    (url): RawLine => free.get(url)?.pop() ?? { text: `${indent}- ${inlineScalar(url)}`, end: lineBreak },
  );
  const comments = own.filter(({ text }) => /^\s*#/u.test(text));
  // An empty list is written behind the name; of *see: ~* the sign for nothing goes.
  const headText =
    urls.length === 0
      ? head.text.replace(/^([^#]*?:)[ \t]*/u, '$1 [] ').trimEnd()
      : head.text.replace(/^([^:]*:)[ \t]*(?:~|null|Null|NULL)(?=[ \t]*(?:#|$))/u, '$1');
  const headLine = { ...head, text: headText };
  return [...block.slice(0, start), headLine, ...comments, ...written, ...block.slice(end)];
};

/** The url of an entry as `parsePage` reads it; none where it has none. */
const urlIn = (entry: unknown): readonly string[] => {
  const url = isMapping(entry) && Object.hasOwn(entry, 'url') ? entry['url'] : entry;
  return typeof url === 'string' && url !== '' ? [url] : [];
};

/** The entries for the wanted urls: those that stand there already as they are written, the first of several first; others as the site writes them. */
const writtenAs = (
  wanted: readonly string[],
  now: readonly string[],
  texts: readonly string[],
  { write }: EntryNames,
): readonly string[] => {
  const free = new Map<string, string[]>();
  for (let i = now.length - 1; i >= 0; i--) {
    const same = free.get(at(now, i));
    if (same === undefined) free.set(at(now, i), [at(texts, i)]);
    else same.push(at(texts, i));
  }
  return wanted.map((url) => free.get(url)?.pop() ?? write(url, texts));
};
