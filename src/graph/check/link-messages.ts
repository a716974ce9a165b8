import type { GraphRepair, LinkCode } from './graph-issue.js';
import type { LinkNames } from './link-names.js';
import { quoted, quotedApart } from './names-apart.js';
import type { RelatedList } from './related-list.js';

/** What is amiss with an entry, as a sentence for the person who keeps the list. */
export const describeLinkIssue = (
  names: LinkNames,
  page: number,
  row: RelatedList,
  place: number,
  code: LinkCode,
  firstWithId: (id: number) => number,
): string => {
  const number = `Related link ${names.slotOfLink(row, place)}`;
  const entry = names.isUrlAlone(row, place) ? number : `${number}, ${quoted(names.textAt(row.titles[place]!))},`;
  const id = row.ids[place]!;
  const repeats = row.repeats[place]!;
  const target = names.targetOfLink(row, place);
  const url = () => quoted(names.urlOfLink(row, place));
  const subject = () => quoted(names.textAt(row.subjects[place]!));
  const reached = () => quoted(names.urlAt(target));
  const written = names.textAt(row.titles[place]!);
  /** Where a url that no article has is another way to write that of one. */
  const otherwise = (): string => {
    const its = names.urlOfLink(row, place);
    const node = names.nodeOfUrlForm(its);
    if (node < 0) return '';
    const [link, article] = quotedApart(its, names.urlAt(node));
    return `; but ${link} is another way to write ${article}, the url of article ${names.idAt(node)}`;
  };
  switch (code) {
    case 'self-link':
      return `${entry} leads back to its own page.`;
    case 'self-link-by-url':
      return `${entry} leads back to its own page; only its id, ${id}, is not that of the page, ${names.idAt(page)}.`;
    case 'self-link-by-id':
      return target >= 0 && row.urls[place] === target && names.idAt(target) === id
        ? `${entry} leads to a copy of its own article, in the subject ${subject()}.`
        : `${entry} has the id of its own page, ${id}, and another url, ${url()}.`;
    case 'dangling-link':
      return `${entry} leads nowhere: no article has the url ${url()}${names.isUrlAlone(row, place) ? '' : ` or the id ${id}`}${otherwise()}.`;
    case 'ambiguous-id':
      return `${entry} leads nowhere for certain: no article has the url ${url()}, and different articles have the id ${id}, none of them in ${subject()}.`;
    case 'unknown-url':
      return `${entry} has the url ${url()}, which no article has; its id, ${id}, is that of ${reached()}${otherwise()}.`;
    case 'id-and-url-disagree':
      return `${entry} names two articles: its url is that of article ${names.idAt(target)}, its id, ${id}, that of ${quoted(names.urlAt(firstWithId(id)))}.`;
    case 'repeated-link':
      return `${entry} stands before as related link ${repeats}, word for word.`;
    case 'repeated-target':
      return `${entry} leads where related link ${repeats} leads, in other words.`;
    case 'repeated-copy':
      return `${entry} names the article that related link ${repeats} names, under another url or subject.`;
    case 'self-link-by-title':
      return `${entry} has the title of its own page under another id, ${id}.`;
    case 'unknown-id':
      return `${entry} has the id ${id}, which no article has; its url is that of article ${names.idAt(target)}.`;
    case 'title-differs': {
      const [said, right] = quotedApart(written, names.titleAt(target));
      return `Related link ${names.slotOfLink(row, place)}, ${said}, leads to ${reached()}, whose title is ${right}.`;
    }
    case 'subject-differs': {
      const [said, right] = quotedApart(names.textAt(row.subjects[place]!), names.subjectAt(target));
      return `${entry} says the subject ${said}, and leads to ${reached()} in ${right}.`;
    }
    case 'no-index-target':
      return `${entry} leads to ${reached()}, which asks search engines to stay away.`;
    case 'id-three-times':
      return `${entry} is the third entry of this page with the id ${id}.`;
    case 'differs-from-every-copy':
      return `${entry} has the id ${id}, and no article of that id has its url and its subject.`;
  }
};

const HINTS: Readonly<Record<LinkCode, string>> = {
  'self-link': 'Remove the entry.',
  'self-link-by-url': 'Remove the entry, or give it the url of the article that was meant.',
  'self-link-by-id': 'Remove the entry, or give it the id of the article that was meant.',
  'dangling-link':
    'No article has a near title: name another article, add the one that is missing, or remove the entry.',
  'ambiguous-id': 'Give it the url of the one that was meant.',
  'unknown-url': 'Give it the url of the article that was meant.',
  'id-and-url-disagree':
    'Its title is that of neither: give it the id, title, subject and url of the one that was meant.',
  'repeated-link': 'Remove the entry.',
  'repeated-target': 'Remove one of the two.',
  'repeated-copy': 'Keep the copy that suits the page.',
  'self-link-by-title': 'Remove the entry, or give it the title of its target.',
  'unknown-id': 'Its title is not that of the article it leads to: see which was meant.',
  'title-differs': 'Give it the title of its target.',
  'subject-differs': 'Give it the subject of its target.',
  'no-index-target': 'Link to an article that readers are meant to find, or lift the mark from that one.',
  'id-three-times': 'Keep one of them.',
  'differs-from-every-copy': 'Give it the url and the subject of one of them.',
};

/** What to do about an entry: the repair in words, or what a person has to decide where there is none. */
export const hintOfRepair = (code: LinkCode, repair: GraphRepair | undefined): string => {
  if (repair?.kind === 'remove-link')
    return repair.certain ? 'Remove the entry.' : 'Remove the entry, if nothing else was meant.';
  if (repair?.kind !== 'replace-link') return HINTS[code];
  const { written, with: right } = repair;
  const changes = (['id', 'title', 'subject', 'url'] as const).filter((name) => written[name] !== right[name]);
  const words = changes.map(
    (name) =>
      `the ${name} ${typeof right[name] === 'number' ? right[name] : quotedApart(right[name], String(written[name]))[0]}`,
  );
  if (!repair.certain) return `Is it ${quoted(right.url)}, ${quoted(right.title)}?`;
  const last = words.pop() ?? '';
  return `Give it ${words.length === 0 ? last : `${words.join(', ')} and ${last}`}.`;
};

/** What to ask about an entry that leads nowhere, where an article comes near that says something else. */
export const hintOfQuestion = (names: LinkNames, node: number): string =>
  `No article has its title; the nearest is ${quoted(names.urlAt(node))}, ${quoted(names.titleAt(node))}: name it if it is meant, add the one that is missing, or remove the entry.`;

/** What to do about an entry that is a url alone and leads nowhere: the article that comes near may be known by words of the url, or by its beginning. */
export const hintOfUrlAlone = (names: LinkNames, page: number, url: string, near: number | undefined): string => {
  if (/^\.{1,2}\/|\.(?:md|mdx|markdown)(?:[?#]|$)/iu.test(url))
    return 'It names a file and no url: read the pages with the option links: ‘pages’.';
  const nearest = near === undefined ? names.nearestUrl(url) : names.urlAt(near);
  return nearest === undefined || nearest === names.urlAt(page)
    ? 'Correct the url, add the article that is missing, or remove the entry.'
    : `The nearest is ${quoted(nearest)}: name it if it is meant, add the one that is missing, or remove the entry.`;
};
