/** The recipes of docs/examples/forms: each shows a filled-in form, and what it would post is read back as the same assessment. */
import { describe, expect, test } from 'vitest';
import { createSSRApp, type DefineComponent } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { stemNationAwardFramework } from '../../../src/data/frameworks/stem-nation-award.js';
import { stemNationLeadership } from '../../../src/data/rubrics/stem-nation-leadership.js';
import {
  answersOf,
  formModel,
  type FormModel,
  formSections,
  type FormValues,
  readAnswers,
} from '../../../src/display/index.js';
import type { Issue, Judgements, Rubric } from '../../../src/model/index.js';

type Page = (form: FormModel, values?: FormValues, issues?: readonly Issue[]) => string | Promise<string>;
// React has no types of its own, and these two functions need no more.
const load = async <T>(name: string): Promise<T> => (await import(name)) as T;
const { createElement } = await load<{ createElement: (type: unknown, props: object) => unknown }>('react');
const { renderToStaticMarkup } = await load<{ renderToStaticMarkup: (element: unknown) => string }>('react-dom/server');
const recipe = async (name: string) =>
  (await import(`../../../docs/examples/forms/${name}.mjs`)) as Record<string, unknown>;
const plain = (await recipe('plain-html'))['formHtml'] as (form: FormModel, sections: unknown) => string;
const react = (await recipe('react'))['RubricForm'];
const vue = (await recipe('vue'))['RubricForm'] as DefineComponent;

const pages: readonly [string, Page][] = [
  ['plain HTML', (form, values, issues) => plain(form, formSections(form, { values, issues }))],
  [
    'React',
    (form, values, issues) =>
      renderToStaticMarkup(createElement(react, { form, sections: formSections(form, { values, issues }) })),
  ],
  [
    'Vue',
    (form, values, issues) =>
      renderToString(createSSRApp(vue, { form, sections: formSections(form, { values, issues }) })),
  ],
];

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** The text that stands in a page as entities. */
const plainText = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/giu, (whole, hex?: string, digits?: string, name = '') =>
    hex !== undefined || digits !== undefined
      ? String.fromCodePoint(hex === undefined ? Number(digits) : Number.parseInt(hex, 16))
      : (NAMED[name as string] ?? whole),
  );

/** What a browser would post of a page: names and values of the fields that are filled in or ticked. */
const posted = (html: string): [string, string][] =>
  [...html.matchAll(/<(input|textarea)\b((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>(?:([^<]*)<\/textarea>)?/gu)].flatMap(
    ([, tag, attributes, inside]) => {
      const of = new Map(
        [...(attributes ?? '').matchAll(/([\w-]+)(?:="([^"]*)")?/gu)].map(([, name, value]) => [
          name,
          plainText(value ?? ''),
        ]),
      );
      const isTicked = !/^(?:radio|checkbox)$/u.test(of.get('type') ?? '') || of.has('checked');
      const value = tag === 'textarea' ? plainText(inside ?? '').replace(/^\n/u, '') : (of.get('value') ?? '');
      return isTicked ? [[of.get('name') ?? '', value]] : [];
    },
  );

const rubric: Rubric = {
  ...stemNationLeadership,
  label: '<script>alert("label")</script> & “more”',
  groups: [{ id: 'all', label: '<i>All</i>' }],
  criteria: stemNationLeadership.criteria.map((criterion) => ({ ...criterion, group: 'all' })),
  facts: [{ id: 'visited', label: 'A visit was made' }],
  priorities: { atMost: 2 },
};
const judged: Judgements<Rubric> = {
  rubric: { id: rubric.id, version: rubric.version },
  kind: 'peer',
  setting: 'hilltop-primary',
  assessor: 'O’Neill <o@example.org> & "partner"',
  date: '2026-03-02',
  ratings: {
    'shared-vision': { level: 'met', note: 'Agreed in May.\nSee </textarea> the "minutes" &amp; more.' },
    'core-team': { notApplicable: 'We are two: <b>both</b> lead.' },
    'use-of-data': 'partly',
  },
  facts: { visited: { holds: false, reason: 'Planned for June.' } },
  evidence: [
    {
      id: 'minutes',
      kind: 'plan',
      date: '2026-01-10',
      shows: 'What we agreed.',
      supports: ['shared-vision', 'core-team'],
      links: ['Box 3', 'https://example.org/a?b=1&c=2'],
      permissions: { consent: 'given' },
    },
  ],
  priorities: ['use-of-data', 'core-team'],
};

describe.each(pages)('the form in %s', (_, page) => {
  const form = formModel(rubric, { framework: stemNationAwardFramework });

  test('posts an empty form back as nothing answered', async () => {
    const read = readAnswers(form, posted(await page(form)));
    expect(read).toEqual({ ok: true, issues: [], value: { rubric: judged.rubric, ratings: {} } });
  });

  test('posts a form that was filled in back as the same assessment, whatever signs it holds', async () => {
    const html = await page(form, answersOf(form, judged).values);
    expect(html).not.toMatch(/<script|<b>|<i>/u);
    const read = readAnswers(form, posted(html));
    // A browser gives ticked boxes in the order of the page.
    const inOrder = { ...judged, priorities: ['core-team', 'use-of-data'] };
    expect(read).toEqual({ ok: true, issues: [], value: inOrder });
  });

  test('shows the statement of each indicator, and what is wrong at its field', async () => {
    const { issues } = readAnswers(form, { 'ratings.core-team': 'n/a' });
    const html = plainText(await page(form, { 'ratings.core-team': 'n/a' }, issues));
    for (const { statement } of stemNationAwardFramework.elements[0].indicators) expect(html).toContain(statement);
    expect(html).toMatch(/role="alert"[^>]*>“Core team” is not applicable without a reason\./u);
  });
});
