import { freezeDeeply } from '../../common/freeze-deeply.js';
import type { Issue } from '../shared/issue.js';
import type { RelatedLink } from './related-link.js';

/** What can be amiss with one entry, gravest first: see `LinkCode`. */
export const LINK_CODES = /* @__PURE__ */ freezeDeeply([
  'self-link',
  'self-link-by-url',
  'self-link-by-id',
  'dangling-link',
  'ambiguous-id',
  'unknown-url',
  'id-and-url-disagree',
  'repeated-link',
  'repeated-target',
  'repeated-copy',
  'self-link-by-title',
  'unknown-id',
  'title-differs',
  'subject-differs',
  'no-index-target',
  'id-three-times',
  'differs-from-every-copy',
] as const);

/** What can be amiss with an article itself, or with the numbers of its list: see `PageCode`. */
export const PAGE_CODES = /* @__PURE__ */ freezeDeeply([
  'file-name-differs',
  'repeated-slot',
  'repeated-url',
  'shared-id',
  'shared-title',
  'slot-gap',
  'subject-folder-differs',
  'title-slug-differs',
] as const);

/**
 * What can be amiss with one entry of a related list, gravest first. Each is defined by itself, so that each can be counted by
 * itself. Below, `p` is the page, `l` the entry, `u` the article that has the url of `l`, and the target of `l` is the article found
 * by url, then by id within the subject, then by id.
 *
 * - `self-link`: url and id of `l` are those of `p`.
 * - `self-link-by-url`: the url of `l` is that of `p`, its id is not.
 * - `self-link-by-id`: the id of `l` is that of `p`, its url is not: another subject’s copy of `p`, a stale url, or a slip.
 * - `dangling-link`: no article has the url of `l`, and none its id.
 * - `ambiguous-id`: no article has the url; articles of different titles have the id, none of them in the subject that `l` names.
 * - `unknown-url`: no article has the url; one or more have the id.
 * - `id-and-url-disagree`: `u` exists, the id is that of one or more articles, and `u` is none of them.
 * - `repeated-link`: an earlier entry has the same id, title, subject and url.
 * - `repeated-target`: an earlier entry that is not the same in all four leads to the same article, or has the same url.
 * - `repeated-copy`: an earlier entry has the same id with another url or subject, or leads to another article with the same id.
 * - `self-link-by-title`: the title of `l` is that of `p`, its id is not.
 * - `unknown-id`: `u` exists; no article has the id.
 * - `title-differs`, `subject-differs`: `l` has a target, which has another title, or subject.
 * - `no-index-target`: the target asks search engines to stay away.
 * - `id-three-times`: exactly two earlier entries have the same id.
 * - `differs-from-every-copy`: one or more articles have the id, none of them together with the url and the subject of `l`.
 */
export type LinkCode = (typeof LINK_CODES)[number];

/**
 * What can be amiss with an article itself, or with the numbers of its related list.
 *
 * - `file-name-differs`: the file name, without its ending, is not the last part of the url.
 * - `repeated-slot`: two entries of the related list have one number.
 * - `repeated-url`: a further article was given under this url, and is not in the graph. One issue for each.
 * - `shared-id`: articles of different titles have one id. One issue for each id, at the first of them by url.
 * - `shared-title`: articles of different ids have one title. One issue for each title, at the first of them by url.
 * - `slot-gap`: the numbers of the related list leave out one or more of 1 … the greatest.
 * - `subject-folder-differs`: the url is `…/<folder>/questions/<slug>`, and the folder is not the slug of the subject.
 * - `title-slug-differs`: the url is of that shape, and its last part is not the slug of the title.
 */
export type PageCode = (typeof PAGE_CODES)[number];

export type GraphCode = LinkCode | PageCode;

/**
 * What a program may do about an issue; `applyRepairs` does it. `written` is the entry as it stands, so that it is found even where
 * two have one number. `remove-link` lets the entries after it move up; `renumber` gives a list the numbers 1, 2, 3 … in its order.
 *
 * A repair is `certain` where it follows from what the pages say: an entry that is listed twice goes, a link takes the words of its target.
 * Else it is a guess, by the likeness of titles or by one name against others, and a person has to agree.
 */
export type GraphRepair =
  | {
      readonly kind: 'replace-link';
      readonly certain: boolean;
      readonly url: string;
      readonly written: RelatedLink;
      readonly with: RelatedLink;
    }
  | { readonly kind: 'remove-link'; readonly certain: boolean; readonly url: string; readonly written: RelatedLink }
  | { readonly kind: 'renumber'; readonly certain: boolean; readonly url: string };

/**
 * Something amiss in an article graph. There is one issue for an entry of a related list however much is amiss with it: `code` is the
 * gravest, and `also` the rest. The path is `[url]` for an article, `[url, 'related']` for the numbers of its list, and
 * `[url, 'related', slot]` for an entry; `url` and `slot` say the same for tables.
 */
export interface GraphIssue extends Issue {
  readonly code: GraphCode;
  /** What else is so of the same entry, gravest first; not reported apart. The severity is that of the gravest of all. */
  readonly also: readonly LinkCode[];
  /** The page it is on. */
  readonly url: string;
  /** The number of the entry, where it concerns one. */
  readonly slot?: number | undefined;
  readonly repair?: GraphRepair | undefined;
}

/** How often one thing is amiss. */
export interface GraphIssueCount {
  readonly code: GraphCode;
  /** Issues that have the code, as their own or beside a graver one. For a code of entries this counts the entries. */
  readonly count: number;
  /** The articles among which they are found. */
  readonly articles: number;
}
