import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportHtml } from '../../../src/display/report/report-html.js';
import { reportStyles } from '../../../src/display/report/report-styles.js';
import { french } from '../../../src/messages/french.js';
import type { Messages } from '../../../src/model/messages/messages.js';
import { sampleReports } from '../../support/sample-reports.js';
import { hostileText, poisoned } from './hostile.js';

const reports = Object.values(sampleReports());

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

const VOID = new Set(['meta', 'br', 'link', 'img', 'input']);

/** The tags of a page in order, by a reader that takes nothing but what the reports write. Fails on any other `<`. Pictures are left out. */
const tagsOf = (html: string): readonly Tag[] => {
  const bare = html.replace(/<svg[\s>][\s\S]*?<\/svg>/gu, '').replace(/<style>[\s\S]*?<\/style>/u, '<style></style>');
  const tags: Tag[] = [];
  const rest = bare
    .replace(/^<!doctype html>\n/u, '')
    .replace(
      /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/gu,
      (_, slash: string, name: string, attributes: string) => {
        const pairs = [...attributes.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/gu)].map(([, key = '', value = '']) => [
          key,
          value,
        ]);
        tags.push({ name, closes: slash === '/', attributes: Object.fromEntries(pairs) as Record<string, string> });
        return '';
      },
    );
  expect(rest).not.toMatch(/[<>]/u);
  return tags;
};

/** Every tag that opens is closed, and nothing is closed in the wrong order. */
const expectNested = (tags: readonly Tag[]): void => {
  const open: string[] = [];
  for (const { name, closes } of tags) {
    if (VOID.has(name)) continue;
    if (closes) expect(open.pop()).toBe(name);
    else open.push(name);
  }
  expect(open).toEqual([]);
};

const shape = (tags: readonly Tag[]): string =>
  tags.flatMap(({ name, closes }) => (name === 'a' || name === 'bdi' ? [] : [`${closes ? '/' : ''}${name}`])).join(' ');

describe.each(reports)('the page of a report of the kind $kind', (report) => {
  const tags = tagsOf(reportHtml(report));
  const opening = tags.filter(({ closes }) => !closes);

  test('is well formed, and loads and runs nothing', () => {
    expectNested(tags);
    const names = new Set(opening.map(({ name }) => name));
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'form']) expect(names).not.toContain(name);
    const keys = new Set(opening.flatMap(({ attributes }) => Object.keys(attributes)));
    for (const key of keys) expect(key).not.toMatch(/^on|^src$|^srcset$|^style$/u);
  });

  test('has one first heading, and no heading skips a level', () => {
    const levels = opening.flatMap(({ name }) => (/^h[1-6]$/u.test(name) ? [Number(name[1])] : []));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, at) => expect(level).toBeLessThanOrEqual((levels[at] ?? 0) + 1));
  });

  test('has tables with captions, and a header for each column and each row', () => {
    const tables = opening.filter(({ name }) => name === 'table').length;
    expect(opening.filter(({ name }) => name === 'caption')).toHaveLength(tables);
    const rows = opening.filter(({ name }) => name === 'tr').length - tables;
    expect(opening.filter(({ attributes }) => attributes['scope'] === 'row')).toHaveLength(rows);
    expect(opening.filter(({ name, attributes }) => name === 'th' && attributes['scope'] === undefined)).toEqual([]);
  });

  test('has ids with its prefix, each once, and every reference leads to one', () => {
    const own = tagsOf(reportHtml(report, { idPrefix: 'mine-' })).filter(({ closes }) => !closes);
    const ids = own.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^mine-/u);
    for (const { attributes } of own) {
      if (attributes['aria-labelledby'] !== undefined) expect(ids).toContain(attributes['aria-labelledby']);
    }
  });

  test('keeps its shape whatever stands in its texts', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const poisonedTags = tagsOf(reportHtml(poisoned(report, text)));
        expectNested(poisonedTags);
        expect(shape(poisonedTags)).toBe(shape(tags));
        for (const { name, closes, attributes } of poisonedTags) {
          if (name === 'a' && !closes) expect(attributes['href']).toMatch(/^(?:https?:|mailto:|[^:]*(?:[/?#]|$))/iu);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('says the same to every renderer: the same bytes for the same values', () => {
    expect(reportHtml(structuredClone({ ...report, messages: undefined }))).toBe(reportHtml(report));
  });
});

test('a page marks its language and direction, and English words in a report of another language', () => {
  const { site, award, evaluation } = sampleReports(french);
  const html = reportHtml(site);
  expect(html).toContain('<html lang="fr" dir="ltr">');
  expect(html).toMatch(/<bdi lang="en">Related link 2/u);
  expect(reportHtml(award)).toMatch(/<bdi lang="en">Not eligible yet/u);
  expect(reportHtml(evaluation)).toContain('Prochaines étapes vers');
  const fromRight: Messages = { ...french, language: 'ar', direction: 'rtl' };
  expect(reportHtml(sampleReports(fromRight).evaluation)).toContain('<html lang="ar" dir="rtl">');
});

test('a language is written one way or the other, and nothing else', () => {
  const { award } = sampleReports();
  const direction = 'ltr" onload="alert(1)' as 'ltr';
  expect(() => reportHtml({ ...award, messages: { ...french, direction } })).toThrow(
    'reportHtml: messages.direction is “ltr" onload="alert(1)”; it is “ltr” or “rtl”',
  );
  const html = reportHtml({ ...award, messages: { ...french, language: 'fr"><script>' } });
  expectNested(tagsOf(html));
});

test('words that run the other way are kept apart from those beside them', () => {
  const { evaluation } = sampleReports();
  const html = reportHtml(poisoned(evaluation, ' مرحبا'));
  expect(html).toMatch(/<th scope="row"><bdi>Shared vision مرحبا<\/bdi><\/th>/u);
});

test('a fragment stands in a page of the host, with headings that follow on', () => {
  const { award, site } = sampleReports();
  const one = reportHtml(award, { fragment: true, headingLevel: 2, idPrefix: 'award-' });
  const other = reportHtml(site, { fragment: true, headingLevel: 3, idPrefix: 'site-' });
  expect(one).toMatch(/^<article class="stem-report" lang="en" dir="ltr">\n<h2>/u);
  expect(other).toMatch(/<h3>The state of the site<\/h3>/u);
  const ids = tagsOf(one + other).flatMap(({ attributes }) => attributes['id'] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
});

/** Relative luminance and contrast after WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
const luminance = (colour: string): number => {
  const full = colour.length === 4 ? colour.replace(/[\da-f]/giu, '$&$&') : colour;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
};

test('every colour of words stands out from what is behind it, in light, in dark and in print', () => {
  // Black on white is 21 : 1, and #767676 on white the well-known 4.54 : 1.
  expect(contrast('#000', '#fff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  const schemes = [...reportStyles.matchAll(/--ink:[^};]+(?:;--[a-z]+:#[\da-f]+)+/gu)].map(([text]) =>
    Object.fromEntries(
      [...text.matchAll(/--([a-z]+):(#[\da-f]+)/gu)].map(([, name = '', colour = '']) => [name, colour]),
    ),
  );
  expect(schemes).toHaveLength(3);
  for (const scheme of schemes) {
    for (const words of ['ink', 'quiet', 'good', 'short', 'open', 'aside', 'link']) {
      for (const ground of ['paper', 'soft']) {
        expect(contrast(scheme[words] ?? '', scheme[ground] ?? ''), `${words} on ${ground}`).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    }
    expect(contrast(scheme['rule'] ?? '', scheme['paper'] ?? '')).toBeGreaterThanOrEqual(3);
  }
});
