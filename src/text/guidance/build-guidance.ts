import { isCapital, isSmall, lowerCase } from '../../common/unicode/letter-case.js';
import type { Guidance } from '../../model/articles/guidance.js';
import type { Issue, Result, Severity } from '../../model/shared/issue.js';
import { type PageLine, type Section, type SectionKind, withoutMarks } from './guidance-sections.js';
import type { IssueList } from '../lines/issue-list.js';
import { lineMark } from '../lines/page-lines.js';
import { readSectors } from './read-sectors.js';
import { Comparison, type DraftItem, type DraftList, splitMergedBullets } from './split-merged-bullets.js';

/** Builds the draft of an element from the sections of its page. */
export function buildGuidance(sections: readonly Section[], length: number, issues: IssueList): Result<Guidance> {
  const audience = readAudience(sections);
  const title = readTitle(sections, audience, issues);
  if (title === undefined) return { ok: false, issues: [missingTitle()] };
  const lists = splitMergedBullets(readLists(sections, issues), Comparison.ofPage(length), issues);
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
  for (const line of opening.slice(1)) reportUnread(['title'], line, issues);
  if (!first) return undefined;
  const title = withoutMarks(first.text);
  const named = elementName(audience);
  if (title === '' || named === undefined || named.length >= title.length) return title === '' ? undefined : title;
  const element = title.slice(0, named.length);
  if (title[named.length] !== ' ' || lowerCase(element) !== lowerCase(named)) return title;
  issues.add('info', () => ({
    code: 'shortened-title',
    severity: 'info',
    path: ['title', lineMark(first.number)],
    message: `The page is headed "${title}"; its text calls the element "${element}".`,
  }));
  return element;
}

/**
 * The words between “the” or “this” and “element”, at most a hundred characters. Both are searched side by side, since a pattern
 * for the whole would look a hundred characters ahead of every “the”.
 */
function elementName(audience: string): string | undefined {
  const ends = [...audience.matchAll(/ element\b/gi)].map((match) => match.index);
  let next = 0;
  for (const match of audience.matchAll(/\b(?:the|this) /gi)) {
    const start = match.index + match[0].length;
    while (next < ends.length && (ends[next] ?? 0) <= start) next += 1;
    const end = ends[next];
    if (end === undefined) return undefined;
    if (end - start > 100) continue;
    const name = audience.slice(start, end);
    if (!name.includes('\n')) return name;
  }
  return undefined;
}

function readLists(sections: readonly Section[], issues: IssueList): DraftList[] {
  return ofKind(sections, 'indicators').map((section, index) => {
    const items = readItems(section, ['lists', index], issues);
    if (items.length === 0) {
      report(
        'empty-list',
        'warning',
        ['lists', index, lineMark(section.line)],
        'There are no indicators under this heading.',
        issues,
      );
    }
    return { heading: section.heading, sectors: sectorsOf(section, index, issues), items };
  });
}

function sectorsOf(section: Section, index: number, issues: IssueList): DraftList['sectors'] {
  const { sectors, guessed, unknown, negated, allSchools } = readSectors(section.heading);
  const path = ['lists', index, 'sectors', lineMark(section.line)];
  const hint = 'Compare the sectors with the heading on the page.';
  for (const { written, read } of guessed) {
    const message = `The heading says “${written}”; it was read as “${read}”.`;
    issues.add('warning', () => ({ code: 'guessed-sector', severity: 'warning', path, message, hint }));
  }
  if (negated) {
    const message = `The heading “${section.heading}” says who the list is not for; no sector was read from it.`;
    issues.add('warning', () => ({ code: 'unknown-sector', severity: 'warning', path, message, hint }));
  } else if (unknown.length === 0 && sectors.length === 0 && !/\blooks? like\W*$/i.test(section.heading)) {
    const message = `The heading “${section.heading}” names no kind of place.`;
    issues.add('info', () => ({ code: 'unknown-sector', severity: 'info', path, message, hint }));
  } else if (unknown.length > 0) {
    const severity = sectors.length === 0 || allSchools ? 'warning' : 'info';
    const words = unknown.map((word) => `“${word}”`).join(', ');
    const read = sectors.length === 0 ? 'no sector' : sectors.join(', ');
    const message = `The heading says ${words}, which names no known kind of place; the list was read as being for ${read}.`;
    issues.add(severity, () => ({ code: 'unknown-sector', severity, path, message, hint }));
  }
  return sectors;
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
  const items: { parts: string[]; line: number }[] = [];
  for (const line of section.lines) {
    const last = items[items.length - 1];
    const goesOn =
      !line.bullet &&
      (bulleted ? !line.afterBlank || line.indented : !line.afterBlank && isSmall(line.text.codePointAt(0) ?? 0));
    if (last && goesOn) {
      if (line.bullet === false && bulleted) reportJoined(last.parts.at(-1) ?? '', line, path, issues);
      last.parts.push(line.text);
    } else if (line.bullet || !bulleted) items.push({ parts: [line.text], line: line.number });
    else reportUnread(path, line, issues);
  }
  return items.map(({ parts, line }) => ({ text: parts.join(' '), line }));
}

/** Categories are plain lines; bullets under them are single resources, which the draft has no place for. */
function readCategories(sections: readonly Section[], issues: IssueList): readonly string[] {
  const categories: string[] = [];
  for (const section of ofKind(sections, 'resources')) {
    const plain = section.lines.filter((line) => !line.bullet);
    if (plain.length === 0) for (const line of section.lines) categories.push(line.text);
    else {
      const items = readItems({ ...section, lines: plain }, ['resourceCategories'], issues);
      for (const item of items) categories.push(item.text);
      for (const line of section.lines) if (line.bullet) reportUnread(['resourceCategories'], line, issues);
    }
  }
  return categories;
}

function reportUnknown(section: Section, issues: IssueList): void {
  const text = section.lines.map((line) => line.text).join(' / ');
  const message = `The section "${section.heading}" is not known and was left out: ${text === '' ? 'it is empty' : `“${clip(text)}”`}.`;
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

function reportUnread(path: Issue['path'], line: PageLine, issues: IssueList): void {
  report(
    'unread-text',
    'info',
    [...path, lineMark(line.number)],
    `This text has no place in the draft: “${clip(line.text)}”.`,
    issues,
  );
}

/** A sentence on a line of its own below a bullet: the rest of that bullet, or an item that lost its bullet. */
function reportJoined(before: string, line: PageLine, path: Issue['path'], issues: IssueList): void {
  if (!/[.!?]["”’)]?$/.test(before.slice(-3)) || !isCapital(line.text.codePointAt(0) ?? 0)) return;
  const message = `This line has no bullet and was read as the rest of the one before it: “${clip(line.text)}”.`;
  report('joined-line', 'info', [...path, lineMark(line.number)], message, issues);
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
    message: 'There is no title before the first heading.',
    hint: 'Begin the page with a line that names the element.',
  };
}
