import { articleSlug } from '../articles/article-slug.js';
import { FILE_OF_URL, NO_FILE } from '../articles/article-store.js';
import type { ArticleData } from '../articles/article-table.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';

const QUESTIONS = '/questions/';

/** Whether what a url has besides its parts, a query or a fragment, may begin here. */
const hasMark = (part: string): boolean => part.includes('?') || part.includes('#');

/** What a folder asks of the articles in it. */
interface Folder {
  /** The slug of the only subject that goes with it; undefined where any does. */
  readonly subject: string | undefined;
  readonly isPlain: boolean;
}

const folderOf = (name: string): Folder => {
  const end = name.length - QUESTIONS.length;
  // A folder that begins with “/questions/” has no folder before that.
  const isOfSubject = end > 0 && name.endsWith(QUESTIONS);
  const subject = isOfSubject ? name.slice(name.lastIndexOf('/', end - 1) + 1, end) : undefined;
  return { subject, isPlain: !hasMark(name) };
};

/**
 * Prepares the question whether url, file name, folder, subject and title of an article plainly agree. It is answered from the numbers
 * of the table: a url that ends in the slug of the title is kept as such. `false` means no more than that the strings have to be
 * looked at.
 */
export const urlMatchesNames = (graph: FrozenArticleGraph, table: ArticleData): ((page: number) => boolean) => {
  const { files, folderNumbers, folders, segments, subjectNumbers } = table;
  const subjects = graph.subjectNames.map(articleSlug);
  const looked: (Folder | undefined)[] = [];
  return (page) => {
    const file = files[page]!;
    if (file !== FILE_OF_URL && file !== NO_FILE) return false;
    const number = folderNumbers[page]!;
    looked[number] ??= folderOf(table.textAt(folders[number]!));
    const { isPlain, subject } = looked[number];
    if (!isPlain) return false;
    if (subject !== undefined) return segments[page]! < 0 && subject === subjects[subjectNumbers[page]!];
    if (segments[page]! < 0) return true;
    const segment = table.textAt(segments[page]!);
    return segment !== '' && !hasMark(segment);
  };
};
