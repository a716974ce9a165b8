import type { Guidance } from '../model/guidance.js';
import type { Issue, Result, Severity } from '../model/issue.js';
import { type PageLine, type Section, type SectionKind, sectorsOf, withoutMarks } from './guidance-sections.js';
import { lineMark } from './page-lines.js';
import { type DraftItem, type DraftList, splitMergedBullets } from './split-merged-bullets.js';
import { IssueList } from './issue-list.js';

/** From the sections of a page to the draft of its element. */
export function buildGuidance(sections: readonly Section[]): Result<Guidance> {
  const issues = new IssueList();
  const audience = readAudience(sections);
  const title = readTitle(sections, audience, issues);
  if (title === undefined) return { ok: false, issues: [missingTitle()] };
  const lists = splitMergedBullets(readLists(sections, issues), issues);
  const value: Guidance = {
    title,
    audience,
    lists: lists.map(({ heading, sectors, items }) => ({
      heading,
      sectors,
      indicators: items.map((item) => item.text),
    })),
    hints: itemsOf(sections, 'hints', 'hints', issues),
    practiceExamples: itemsOf(sections, 'practice', 'practiceExamples', issues),
    resourceCategories: readCategories(sections, issues),
  };
  for (const section of sections) if (section.kind === 'unknown') reportUnknown(section, issues);
  reportMissing(sections, issues);
  return { ok: true, value, issues: issues.toArray() };
}

function ofKind(sections: readonly Section[], kind: SectionKind): readonly Section[] {
  return sections.filter((section) => section.kind === kind);
}

function readAudience(sections: readonly Section[]): string {
  const paragraphs: string[] = [];
  for (const line of ofKind(sections, 'audience').flatMap((section) => section.lines)) {
    if (line.afterBlank || paragraphs.length === 0) paragraphs.push(line.text);
    else paragraphs[paragraphs.length - 1] += ` ${line.text}`;
  }
  return paragraphs.join('\n\n');
}

/**
 * The title is the first line. A page about an element may be called "… support"; where its own text names "the … element" by the words
 * the first line begins with, those are the element's title, and the rest of the line is reported.
 */
function readTitle(sections: readonly Section[], audience: string, issues: IssueList): string | undefined {
  const opening = sections[0]?.lines ?? [];
  const first = opening[0];
  for (const line of opening.slice(1)) reportUnread('title', line, issues);
  if (!first) return undefined;
  const title = withoutMarks(first.text);
  const named = /\b(?:the|this) (.{1,100}?) element\b/i.exec(audience)?.[1];
  if (title === '' || named === undefined || named.length >= title.length) return title === '' ? undefined : title;
  if (!title.toLowerCase().startsWith(`${named.toLowerCase()} `)) return title;
  const element = title.slice(0, named.length);
  issues.add('info', () => ({
    code: 'shortened-title',
    severity: 'info',
    path: ['title', lineMark(first.number)],
    message: `The page is headed "${title}"; its text calls the element "${element}".`,
  }));
  return element;
}

function readLists(sections: readonly Section[], issues: IssueList): DraftList[] {
  return ofKind(sections, 'indicators').map((section, index) => {
    const items = readItems(section, ['lists', index], issues);
    if (items.length === 0) {
      report(
        'empty-list',
        'warning',
        ['lists', index, lineMark(section.line)],
        'No indicators stand under this heading.',
        issues,
      );
    }
    return { heading: section.heading, sectors: sectorsOf(section.heading), items };
  });
}

function itemsOf(sections: readonly Section[], kind: SectionKind, name: string, issues: IssueList): readonly string[] {
  return ofKind(sections, kind).flatMap((section) => readItems(section, [name], issues).map((item) => item.text));
}

/**
 * The items of a section: its bullets, or its lines where it has no bullets. A line goes on with the item before it if it follows
 * directly and is no bullet; among plain lines only if it begins in lower case, since there a new line is a new item.
 */
function readItems(section: Section, path: readonly (string | number)[], issues: IssueList): DraftItem[] {
  const bulleted = section.lines.some((line) => line.bullet);
  const items: { text: string; line: number }[] = [];
  for (const line of section.lines) {
    const last = items[items.length - 1];
    const goesOn =
      !line.bullet && (bulleted ? !line.afterBlank || line.indented : !line.afterBlank && /^\p{Ll}/u.test(line.text));
    if (last && goesOn) last.text += ` ${line.text}`;
    else if (line.bullet || !bulleted) items.push({ text: line.text, line: line.number });
    else reportUnread(path.join('.'), line, issues);
  }
  return items;
}

/** Categories are plain lines; bullets under them are single resources, which the draft has no place for. */
function readCategories(sections: readonly Section[], issues: IssueList): readonly string[] {
  const categories: string[] = [];
  for (const section of ofKind(sections, 'resources')) {
    const plain = section.lines.filter((line) => !line.bullet);
    if (plain.length === 0) categories.push(...section.lines.map((line) => line.text));
    else {
      categories.push(
        ...readItems({ ...section, lines: plain }, ['resourceCategories'], issues).map((item) => item.text),
      );
      for (const line of section.lines) if (line.bullet) reportUnread('resourceCategories', line, issues);
    }
  }
  return categories;
}

function reportUnknown(section: Section, issues: IssueList): void {
  const text = section.lines.map((line) => line.text).join(' / ');
  const message = `The section "${section.heading}" is not known and was left out: ${text === '' ? 'it is empty' : clip(text)}.`;
  report('unknown-section', 'info', [lineMark(section.line)], message, issues);
}

function reportMissing(sections: readonly Section[], issues: IssueList): void {
  const wanted: readonly (readonly [SectionKind, string])[] = [
    ['audience', 'audience'],
    ['hints', 'hints'],
    ['practice', 'practiceExamples'],
    ['resources', 'resourceCategories'],
  ];
  for (const [kind, name] of wanted) {
    if (ofKind(sections, kind).length === 0)
      report('missing-section', 'info', [name], `No heading of the page leads to ${name}.`, issues);
  }
}

function reportUnread(name: string, line: PageLine, issues: IssueList): void {
  report(
    'unread-text',
    'info',
    [name, lineMark(line.number)],
    `This text has no place in the draft: ${clip(line.text)}`,
    issues,
  );
}

function report(code: string, severity: Severity, path: Issue['path'], message: string, issues: IssueList): void {
  issues.add(severity, () => ({ code, severity, path, message }));
}

function clip(text: string): string {
  return text.length > 400 ? `${text.slice(0, 399)}…` : text;
}

function missingTitle(): Issue {
  return {
    code: 'missing-title',
    severity: 'error',
    path: [lineMark(1)],
    message: 'No title stands before the first heading.',
    hint: 'Begin the page with a line that names the element.',
  };
}
