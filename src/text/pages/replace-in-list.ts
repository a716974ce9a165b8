import { at } from '../../common/at.js';
import type { RawLine, RawPage } from './raw-front-matter.js';
import { inlineScalar } from './yaml-words.js';

/** The block with other urls in one YAML list of texts; the block itself where they stand already; a sentence where it cannot be done. */
export const replaceInList = (
  { block, lineBreak }: RawPage,
  data: Readonly<Record<string, unknown>>,
  field: string,
  urls: readonly string[],
): readonly RawLine[] | string => {
  const has = Object.hasOwn(data, field);
  const now: unknown = has ? data[field] : [];
  const list = now === null ? [] : now;
  if (!Array.isArray(list) || list.some((item) => typeof item !== 'string'))
    return `The field “${field}” is no list of urls.`;
  if (list.length === urls.length && urls.every((url, i) => list[i] === url)) return block;
  const start = block.findIndex(
    ({ text }) => text.startsWith(`${field}:`) || text.startsWith(`"${field}":`) || text.startsWith(`'${field}':`),
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
    return list.length === 0 && itemLines.length === 0
      ? [...block.slice(0, start + 1), ...items('  '), ...block.slice(start + 1)]
      : `The list “${field}” is written in a form that is not known here.`;
  }
  const indent = ITEM.exec(itemLines[0]?.text ?? '')?.[1] ?? '  ';
  // An item that stays keeps its line, with what is written behind it; each line is used once. Comments on lines of their own stay at the head.
  const free = new Map<string, RawLine[]>();
  for (let i = list.length - 1; i >= 0; i--) {
    const url = at(list as readonly string[], i);
    const lines = free.get(url);
    if (lines === undefined) free.set(url, [at(itemLines, i)]);
    else lines.push(at(itemLines, i));
  }
  const written = urls.map(
    (url): RawLine => free.get(url)?.pop() ?? { text: `${indent}- ${inlineScalar(url)}`, end: lineBreak },
  );
  const comments = own.filter(({ text }) => /^\s*#/u.test(text));
  const headLine =
    urls.length === 0 ? { ...head, text: head.text.replace(/^([^#]*?:)[ \t]*/u, '$1 [] ').trimEnd() } : head;
  return [...block.slice(0, start), headLine, ...comments, ...written, ...block.slice(end)];
};
