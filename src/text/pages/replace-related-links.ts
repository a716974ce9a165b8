import { at } from '../../common/at.js';
import {
  expectOptions,
  expectShape,
  listOf,
  name,
  recordOf,
  text as textShape,
  wholeFrom,
  type Shape,
} from '../../common/expect-shape.js';
import { refuseNoText } from '../../common/refuse.js';
import type { RelatedLink } from '../../model/articles/related-link.js';
import type { Result } from '../../model/shared/issue.js';
import { isMapping } from '../front-matter/read-yaml-front-matter.js';
import { readBlock } from './read-block.js';
import { lineMark } from '../lines/page-lines.js';
import { blockText, joinLines, type RawLine, type RawPage, rawFrontMatter } from './raw-front-matter.js';
import { namesOfPages, type PageNames, pageNames, unnamedList } from './page-fields.js';
import { type EntryNames, replaceInList } from './replace-in-list.js';
import { inlineScalar, isFoldable } from './yaml-words.js';

/** With `fields.related`, the links are a list of urls under that name. The other names, and `root`, say where a page has its url. */
export type ReplaceRelatedOptions = PageNames;

const LONGEST_PAGE = 1_000_000;
const ENTRY = /^related_article([1-9]\d{0,8})([ \t]*:)/u;

/**
 * A page with its related links replaced, and every other byte as it was: byte order mark, line ends, comments, quotes, body. Entries that stay keep their bytes
 * (but for the number in their first line, where that moves); new and changed ones are written as the page writes its own. With the links that the page has
 * already, the text itself comes back. A page that lists these links under a name that was not given is refused, as is one without front matter that is to have links.
 *
 * With `fields.related`, the links are the urls in that YAML list; of the links only the urls are written.
 *
 * What is written is read again before it is given: where another field would change by it, or the links would not be the ones asked for, the result is
 * refused (`cannot-write`), as are pages whose front matter cannot be read (`no-front-matter`, `unclosed-front-matter`, `invalid-yaml`, `duplicate-key`, `invalid-front-matter`, `too-large`).
 *
 * @throws TypeError or RangeError for what is no text, links that are none or share a number, and options that do not exist.
 * @example
 * const page = '---\nid: 7\nrelated_article1:\n    id: 2\n    title: Moons\n    subject: Space\n    url: /moons\n# last\n---\n'
 * const related = [{ slot: 1, id: 3, title: 'Waves: high', subject: 'Oceans', url: '/waves' }]
 * const written = replaceRelatedLinks(page, related)
 * written.ok && written.value
 * // => '---\nid: 7\nrelated_article1:\n    id: 3\n    title: "Waves: high"\n    subject: Oceans\n    url: /waves\n# last\n---\n'
 */
export const replaceRelatedLinks = (
  text: string,
  related: readonly RelatedLink[],
  options: ReplaceRelatedOptions = {},
): Result<string> => {
  refuseNoText('replaceRelatedLinks', 'text', text);
  expectShape('replaceRelatedLinks', 'related', related, RELATED);
  expectOptions('replaceRelatedLinks', options, pageNames);
  const slots = new Set<number>();
  for (const [place, { slot }] of related.entries()) {
    if (slots.has(slot))
      throw new RangeError(
        `replaceRelatedLinks: related[${place}].slot is ${slot}, the same as that of an earlier entry; each has its own`,
      );
    slots.add(slot);
  }
  return replaced(text, related, options);
};

const LINK = {
  slot: wholeFrom(1, 999_999_999),
  id: wholeFrom(-Number.MAX_SAFE_INTEGER),
  title: textShape,
  subject: textShape,
  url: name,
};
export const RELATED: Shape = /* @__PURE__ */ (() =>
  listOf('related links', recordOf('a related link', LINK, false)))();
const refused = (code: string, line: number, message: string, hint: string): Result<never> => ({
  ok: false,
  issues: [{ code, severity: 'error', path: [lineMark(line)], message, hint }],
});

/** Why the front matter of a page cannot be read. */
const unreadable = (text: string, raw: 'too-large' | 'none' | { readonly unclosedAt: number }): Result<never> => {
  if (raw === 'too-large')
    return refused(
      'too-large',
      1,
      `The page has ${text.length} characters; pages are read up to ${LONGEST_PAGE}.`,
      'Check that this is a page and not another file.',
    );
  if (raw === 'none')
    return refused(
      'no-front-matter',
      1,
      'The text does not begin with a line of three hyphens.',
      'Give the page front matter first.',
    );
  return refused(
    'unclosed-front-matter',
    raw.unclosedAt,
    'The front matter that begins here is never closed.',
    'End it with a line that holds three hyphens and nothing else.',
  );
};

/** As `replaceRelatedLinks`, for arguments that were looked at. */
export const replaced = (
  text: string,
  related: readonly RelatedLink[],
  { fields }: ReplaceRelatedOptions,
  names?: EntryNames,
): Result<string> => {
  const raw = text.length > LONGEST_PAGE ? 'too-large' : rawFrontMatter(text);
  if (raw === 'none' && related.length === 0) return { ok: true, value: text, issues: [] };
  if (typeof raw === 'string' || 'unclosedAt' in raw) return unreadable(text, raw);
  const before = readBlock(blockText(raw.block), raw.firstLine);
  if (!before.ok) return before;
  const field = fields?.related;
  const wanted = [...related].sort((one, other) => one.slot - other.slot);
  const other = field === undefined ? unnamedListOf(before.value, wanted) : undefined;
  if (other !== undefined)
    return refused(
      'cannot-write',
      raw.firstLine,
      `The page lists its links under “${other}”, and numbered fields would be added beside it.`,
      'Give the options that the pages were read with, as fields.related.',
    );
  const change =
    field === undefined
      ? replaceEntries(raw, before.value, wanted)
      : replaceInList(
          raw,
          before.value,
          field,
          wanted.map(({ url }) => url),
          names,
        );
  if (typeof change === 'string')
    return refused('cannot-write', raw.firstLine, change, 'Write the links of this page by hand.');
  if (change === raw.block) return { ok: true, value: text, issues: [] };
  const after = readBlock(blockText(change) || '{}', raw.firstLine);
  const isRight =
    after.ok && sameButLinks(before.value, after.value, field) && areLinks(after.value, wanted, field, names);
  if (!isRight) {
    return refused(
      'cannot-write',
      raw.firstLine,
      'The links cannot be written without a change to something else on the page.',
      'Write the links of this page by hand.',
    );
  }
  return { ok: true, value: raw.before + joinLines(change) + raw.after, issues: [] };
};

/** The list of a page that has the links already, where numbered fields are to be written and it has none. */
const unnamedListOf = (data: Plain, wanted: readonly RelatedLink[]): string | undefined =>
  Object.keys(data).some((key) => isLinkField(key, undefined))
    ? undefined
    : unnamedList(data, namesOfPages(wanted.map(({ url }) => url)));

/** An entry of the page with its lines, and the comments and other fields between entries. */
interface Segment {
  readonly slot: number | undefined;
  readonly lines: RawLine[];
}

const segmentsOf = (block: readonly RawLine[]): Segment[] => {
  const segments: Segment[] = [];
  for (const line of block) {
    const slot = ENTRY.exec(line.text)?.[1];
    const last = segments.at(-1);
    if (slot !== undefined) segments.push({ slot: Number(slot), lines: [line] });
    else if (last?.slot !== undefined && /^[ \t]+\S/u.test(line.text)) last.lines.push(line);
    else if (last === undefined || last.slot !== undefined) segments.push({ slot: undefined, lines: [line] });
    else last.lines.push(line);
  }
  return segments;
};

type Plain = Readonly<Record<string, unknown>>;

const keyOf = ({ id, title, subject, url }: Omit<RelatedLink, 'slot'>): string =>
  JSON.stringify([id, title, subject, url]);

const linkIn = (value: unknown): Omit<RelatedLink, 'slot'> | undefined => {
  if (!isMapping(value)) return undefined;
  const { id, title, subject, url } = value;
  if (typeof id !== 'number' || typeof url !== 'string') return undefined;
  return { id, title: String(title), subject: String(subject), url };
};

/** The block with the wanted entries; the block itself where they stand already; a sentence where it cannot be done. */
const replaceEntries = (raw: RawPage, data: Plain, wanted: readonly RelatedLink[]): readonly RawLine[] | string => {
  const segments = segmentsOf(raw.block);
  const entries = segments.flatMap(({ slot }, place) => {
    if (slot === undefined) return [];
    const link = linkIn(data[`related_article${slot}`]);
    return [{ place, slot, key: link && keyOf(link) }];
  });
  if (entries.some(({ slot }) => !Object.hasOwn(data, `related_article${slot}`)))
    return 'A line that looks like a related link is part of another field.';
  const numbered = Object.keys(data).filter((key) => /^related_article[1-9]\d{0,8}$/u.test(key));
  if (numbered.length !== entries.length) return 'A related link is written in a form that is not known here.';
  const stands = new Map(entries.map(({ slot, key }) => [slot, key]));
  if (entries.length === wanted.length && wanted.every((link) => stands.get(link.slot) === keyOf(link)))
    return raw.block;
  // Each wanted link takes over the entry that says the same, that with its own number before others.
  const from = new Map<RelatedLink, (typeof entries)[number]>();
  const bySlot = new Map(entries.map((entry) => [entry.slot, entry]));
  const taken = new Set<number>();
  for (const link of wanted) {
    const entry = bySlot.get(link.slot);
    if (entry === undefined || entry.key !== keyOf(link)) continue;
    from.set(link, entry);
    taken.add(entry.place);
  }
  const byKey = new Map<string, (typeof entries)[number][]>();
  // Those alike are taken from the end of their list, so that the first on the page goes first.
  for (const entry of [...entries].reverse()) {
    if (entry.key === undefined || taken.has(entry.place)) continue;
    const alike = byKey.get(entry.key);
    if (alike === undefined) byKey.set(entry.key, [entry]);
    else alike.push(entry);
  }
  for (const link of wanted) {
    const entry = from.has(link) ? undefined : byKey.get(keyOf(link))?.pop();
    if (entry !== undefined) from.set(link, entry);
  }
  const style = styleOf(segments);
  const linesFor = (link: RelatedLink): RawLine[] => {
    const entry = from.get(link);
    if (entry === undefined) return newEntry(link, style, raw.lineBreak);
    const [first, ...rest] = at(segments, entry.place).lines;
    return [{ text: first!.text.replace(ENTRY, `related_article${link.slot}$2`), end: first!.end }, ...rest];
  };
  const kept = wanted.flatMap((link) => from.get(link)?.place ?? []);
  const inOrder = kept.every((place, i) => i === 0 || place > at(kept, i - 1));
  const places = placesOf(
    wanted,
    entries.map(({ place }) => place),
    inOrder ? (link) => from.get(link)?.place : () => undefined,
  );
  return assemble(segments, places, linesFor, raw.lineBreak);
};

/** For each place of an old entry, the wanted links that go there; those behind the last stand under −1. */
const placesOf = (
  wanted: readonly RelatedLink[],
  old: readonly number[],
  placeOf: (link: RelatedLink) => number | undefined,
): ReadonlyMap<number, readonly RelatedLink[]> => {
  const places = new Map<number, RelatedLink[]>();
  const put = (place: number, link: RelatedLink): void => {
    const there = places.get(place);
    if (there === undefined) places.set(place, [link]);
    else there.push(link);
  };
  let next = 0;
  // For each link, the place of the next one behind it that stays.
  const laterOf: (number | undefined)[] = [];
  for (let i = wanted.length - 1, later: number | undefined; i >= 0; i--) {
    laterOf[i] = later;
    later = placeOf(at(wanted, i)) ?? later;
  }
  wanted.forEach((link, i) => {
    const own = placeOf(link);
    if (own !== undefined) {
      put(own, link);
      while (next < old.length && at(old, next) <= own) next++;
      return;
    }
    // A new link takes the place of one that goes, if there is one before the next that stays.
    const later = laterOf[i];
    const candidate = old[next];
    if (candidate !== undefined && (later === undefined || candidate < later)) {
      put(candidate, link);
      next++;
    } else put(next > 0 ? at(old, next - 1) : old[0] === undefined ? -1 : -2, link);
  });
  return places;
};

const assemble = (
  segments: readonly Segment[],
  places: ReadonlyMap<number, readonly RelatedLink[]>,
  linesFor: (link: RelatedLink) => RawLine[],
  lineBreak: string,
): RawLine[] => {
  const lines: RawLine[] = [];
  const add = (links: readonly RelatedLink[] = []): void => {
    for (const link of links) for (const line of linesFor(link)) lines.push(line);
  };
  let isFirst = true;
  segments.forEach((segment, place) => {
    if (segment.slot === undefined) {
      for (const line of segment.lines) lines.push(line);
    } else {
      if (isFirst) add(places.get(-2));
      isFirst = false;
      add(places.get(place));
    }
  });
  const others = places.get(-1);
  if (others !== undefined) {
    // Behind the last field; the blank lines at the end of the block stay where they are.
    let end = lines.length;
    while (end > 0 && at(lines, end - 1).text.trim() === '') end--;
    const blank = lines.splice(end);
    add(others);
    for (const line of blank) lines.push(line);
  }
  return lines.map((line) => (line.end === '' ? { ...line, end: lineBreak } : line));
};

interface Style {
  readonly indent: string;
  readonly folds: boolean;
}

/** How the page writes its entries: how far in, and whether titles stand on a line of their own. */
const styleOf = (segments: readonly Segment[]): Style => {
  const lines = segments.flatMap(({ slot, lines: own }) => (slot === undefined ? [] : own.slice(1)));
  const indent = /^( +)\S/u.exec(lines[0]?.text ?? '')?.[1] ?? '    ';
  return { indent, folds: lines.some(({ text }) => /^ +title: *>-? *$/u.test(text)) };
};

const newEntry = ({ slot, id, title, subject, url }: RelatedLink, { indent, folds }: Style, end: string): RawLine[] => {
  const titleLines =
    folds && isFoldable(title)
      ? [`${indent}title: >-`, `${indent}${indent}${title}`]
      : [`${indent}title: ${inlineScalar(title)}`];
  return [
    `related_article${slot}:`,
    `${indent}id: ${id}`,
    ...titleLines,
    `${indent}subject: ${inlineScalar(subject)}`,
    `${indent}url: ${inlineScalar(url)}`,
  ].map((text) => ({ text, end }));
};

const isLinkField = (key: string, field: string | undefined): boolean =>
  field === undefined ? /^related_article[1-9]\d{0,8}$/u.test(key) : key === field;

const sameButLinks = (before: Plain, after: Plain, field: string | undefined): boolean => {
  const rest = (data: Plain): string =>
    JSON.stringify(Object.entries(data).filter(([key]) => !isLinkField(key, field)));
  return rest(before) === rest(after);
};

const areLinks = (
  data: Plain,
  wanted: readonly RelatedLink[],
  field: string | undefined,
  names?: EntryNames,
): boolean => {
  if (field !== undefined) {
    const list = (data[field] ?? []) as readonly string[];
    const urls = names === undefined ? list : list.map(names.urlOf);
    return JSON.stringify(urls) === JSON.stringify(wanted.map(({ url }) => url));
  }
  const written = Object.keys(data).filter((key) => isLinkField(key, undefined));
  return (
    written.length === wanted.length &&
    wanted.every((link) => {
      const found = linkIn(data[`related_article${link.slot}`]);
      return found !== undefined && keyOf(found) === keyOf(link);
    })
  );
};
