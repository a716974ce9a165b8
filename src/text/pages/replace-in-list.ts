import { at } from '../../common/at.js';
import { isMapping } from '../front-matter/read-yaml-front-matter.js';
import type { RawLine, RawPage } from './raw-front-matter.js';
import { inlineScalar } from './yaml-words.js';

/** What the entries of a list mean, and how a url is written among them; where left out, entries are urls. */
export interface EntryNames {
  readonly urlOf: (entry: string) => string;
  readonly writer: (like: readonly string[]) => (url: string) => string;
}

/** The block with other urls in one YAML list of texts; the block itself where they stand already; a sentence where it cannot be done. */
export const replaceInList = (
  page: RawPage,
  data: Readonly<Record<string, unknown>>,
  field: string,
  wanted: readonly string[],
  names?: EntryNames,
): readonly RawLine[] | string => {
  const { block } = page;
  const has = Object.hasOwn(data, field);
  const value: unknown = has ? data[field] : [];
  // A text alone is a list of one, and an entry may be an object: where nothing changes, none of it has to be written.
  const list = typeof value === 'string' ? [value] : (value ?? []);
  const standing = Array.isArray(list) ? list.flatMap(urlIn).map((url) => names?.urlOf(url) ?? url) : undefined;
  if (standing?.length === wanted.length && wanted.every((url, i) => standing[i] === url)) return block;
  if (typeof value === 'string' || !Array.isArray(list) || list.some((item) => typeof item !== 'string'))
    return `The field “${field}” is not a list of urls.`;
  const texts = list as readonly string[];
  const now = names === undefined ? texts : texts.map(names.urlOf);
  const urls = names === undefined ? wanted : writtenAs(wanted, now, texts, names);
  if (isTooLong(urls)) return 'The links would make the page longer than pages are read.';
  if (!has) return withNewList(page, field, urls);
  const start = block.findIndex(({ text }) => heads(text, field));
  if (start < 0) return `The field “${field}” is written in a form that is not known here.`;
  const head = at(block, start);
  const flow = /^([^:]*:[ \t]*)\[[^\]]*\](.*)$/u.exec(head.text);
  if (flow === null) return withBlockList(page, field, start, texts, urls);
  const text = `${flow[1]}[${urls.map((url) => inlineScalar(url, true)).join(', ')}]${flow[2]}`;
  return [...block.slice(0, start), { ...head, text }, ...block.slice(start + 1)];
};

const LONGEST_PAGE = 1_000_000;

/** Many links may each be written as a long path. */
const isTooLong = (urls: readonly string[]): boolean => {
  let length = 0;
  for (const url of urls) length += url.length;
  return length > LONGEST_PAGE;
};

/** Whether a line begins a field, with its name in quotes or without. */
const heads = (text: string, field: string): boolean =>
  [field, `"${field}"`, `'${field}'`].some(
    (key) => text.startsWith(key) && /^[ \t]*:(?:[ \t]|$)/u.test(text.slice(key.length)),
  );

const itemLine = (indent: string, url: string, end: string): RawLine => ({
  text: `${indent}- ${inlineScalar(url)}`,
  end,
});

/** The block with a list that it did not have, before the blank lines at its end. */
const withNewList = ({ block, lineBreak }: RawPage, field: string, urls: readonly string[]): readonly RawLine[] => {
  let end = block.length;
  while (end > 0 && at(block, end - 1).text.trim() === '') end--;
  const items = urls.map((url) => itemLine('  ', url, lineBreak));
  return [...block.slice(0, end), { text: `${field}:`, end: lineBreak }, ...items, ...block.slice(end)];
};

/** A text in quotes and perhaps a comment, or a text without quotes, in which a comment is not told apart: that would take a search at every space. */
const ITEM = /^([ \t]*)- +(?:(?:"[^"]*"|'[^']*')(?:[ \t]+#.*|[ \t]*)|[^\s#"'[{&*!|>].*)$/u;
const COMMENT = /^\s*#/u;

/**
 * The block with other items in a list that has a line for each. An item that stays keeps its line, with what is written behind it; each line
 * is used once. Comments on lines of their own stay at the head.
 */
const withBlockList = (
  { block, lineBreak }: RawPage,
  field: string,
  start: number,
  texts: readonly string[],
  urls: readonly string[],
): readonly RawLine[] | string => {
  let end = start + 1;
  while (end < block.length && /^(?:[ \t]+\S|- |-$)/u.test(at(block, end).text)) end++;
  const own = block.slice(start + 1, end);
  const itemLines = own.filter(({ text }) => !COMMENT.test(text));
  if (itemLines.length !== texts.length || itemLines.some(({ text }) => !ITEM.test(text)))
    return `The list “${field}” is written in a form that is not known here.`;
  const indent = ITEM.exec(itemLines[0]?.text ?? '')?.[1] ?? '  ';
  const free = linesByText(texts, itemLines);
  const written = urls.map((url) => free.get(url)?.pop() ?? itemLine(indent, url, lineBreak));
  const comments = own.filter(({ text }) => COMMENT.test(text));
  const head = at(block, start);
  const headLine = { ...head, text: headOf(head.text, urls.length === 0) };
  return [...block.slice(0, start), headLine, ...comments, ...written, ...block.slice(end)];
};

/** What stands for each text, the first of several last. */
const linesByText = <Line>(texts: readonly string[], lines: readonly Line[]): ReadonlyMap<string, Line[]> => {
  const byText = new Map<string, Line[]>();
  for (let i = texts.length - 1; i >= 0; i--) {
    const same = byText.get(at(texts, i));
    if (same === undefined) byText.set(at(texts, i), [at(lines, i)]);
    else same.push(at(lines, i));
  }
  return byText;
};

/** An empty list is written behind the name; of *see: ~* the sign for nothing goes. */
const headOf = (text: string, isEmpty: boolean): string =>
  isEmpty
    ? text.replace(/^([^#]*?:)[ \t]*/u, '$1 [] ').trimEnd()
    : text.replace(/^([^:]*:)[ \t]*(?:~|null|Null|NULL)(?=[ \t]*(?:#|$))/u, '$1');

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
  { writer }: EntryNames,
): readonly string[] => {
  const free = linesByText(now, texts);
  const write = writer(texts);
  return wanted.map((url) => free.get(url)?.pop() ?? write(url));
};
