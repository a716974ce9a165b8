import type { ArticleData } from '../articles/article-table.js';
import { asciiLowerCase } from '../../common/ascii-case.js';
import { at } from '../../common/at.js';
import { composedText } from '../../common/unicode/normal-forms.js';

/** Signs that part a url where they stand as they are, and do not where they are escaped: “%2F” is no slash. */
const PARTING = /[\0-\x20!#$%&'()*+,/:;=?@[\]\x7f]/gu;

/** The bytes of a run of escapes as text; where they are none of UTF-8 the run stays as it is. */
const decoded = (escapes: string): string => {
  try {
    return decodeURIComponent(escapes).replace(PARTING, (sign) =>
      sign === ' ' ? sign : `%${(sign.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`,
    );
  } catch {
    return asciiLowerCase(escapes);
  }
};

/**
 * One form for all ways to write a url that mean the same to a reader: escapes of letters are taken for the letters, and letters are put
 * together. “/caf%C3%A9”, “/caf%c3%a9”, “/café” and “/café” with the accent as a sign of its own have the form “/café”.
 */
export const urlForm = (url: string): string => composedText(url.replace(/(?:%[0-9A-Fa-f]{2})+/gu, decoded));

const isPlain = (text: string): boolean => /^[^%\x80-\uffff]*$/u.test(text);

/** The nodes whose urls may be written in another way. A url of a plain folder and the slug of a title is plain, and need not be read. */
const oddNodes = ({ ids, folders, folderNumbers, segments, textAt }: ArticleData): number[] => {
  const isFolderPlain = Array.from(folders, (folder) => isPlain(textAt(folder)));
  const odd: number[] = [];
  for (let v = 0; v < ids.length; v++) {
    const segment = at(segments, v);
    const isWholePlain = at(isFolderPlain, at(folderNumbers, v)) && (segment < 0 || isPlain(textAt(segment)));
    if (!isWholePlain) odd.push(v);
  }
  return odd;
};

/** Finds the article whose url is another way to write a given one; made when a link first leads nowhere by its url. */
export const urlFormFinder = (
  data: ArticleData,
  urlAt: (node: number) => string,
  nodeOf: (url: string) => number | undefined,
): ((url: string) => number) => {
  let odd: Map<string, number> | undefined;
  return (url) => {
    const form = urlForm(url);
    const node = form === url ? undefined : nodeOf(form);
    if (node !== undefined && node >= 0) return node;
    if (odd === undefined) {
      odd = new Map();
      for (const v of oddNodes(data)) {
        const itsForm = urlForm(urlAt(v));
        if (!odd.has(itsForm)) odd.set(itsForm, v);
      }
    }
    return odd.get(form) ?? -1;
  };
};
