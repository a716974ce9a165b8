import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Guidance, guidanceSchema } from '../../src/model/guidance.js';
import { parseGuidance } from '../../src/text/parse-guidance.js';
import { example } from './pages.js';

function read(text: string): Guidance {
  const result = parseGuidance(text);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const page = (...lines: readonly string[]): string => ['Makers', 'Who is this for?', 'All of us.', ...lines].join('\n');
const warningsOf = (text: string) => parseGuidance(text).issues.filter((issue) => issue.severity === 'warning');

describe('a guidance page', () => {
  it('of the project gives the whole element, with one bullet parted', () => {
    const guidance = read(example('guidance.txt'));
    expect(guidanceSchema.parse(guidance)).toEqual(guidance);
    expect(guidance.title).toBe('Leadership in STEM');
    expect(guidance.audience).toMatch(/^The Leadership in STEM element is for places/);
    expect(guidance.lists.map((list) => list.sectors)).toEqual([['elc', 'primary', 'secondary', 'special'], ['cld']]);
    expect(guidance.lists.map((list) => list.indicators.length)).toEqual([7, 7]);
    expect(guidance.lists[1]?.indicators.slice(4, 6)).toEqual(guidance.lists[0]?.indicators.slice(4, 6));
    expect([guidance.hints.length, guidance.practiceExamples, guidance.resourceCategories.length]).toEqual([
      4,
      ['Harbour Street Primary', 'Northfield Learning Centre'],
      3,
    ]);
    expect(warningsOf(example('guidance.txt'))).toMatchObject([
      { code: 'merged-bullets', path: ['lists', 1, 'indicators', 4, 'line 21'] },
    ]);
  });

  it('keeps its title as it is unless its own text names the element otherwise', () => {
    expect(read(page('What does this look like in schools?', '- a')).title).toBe('Makers');
    const marked =
      '&nbsp;\n# Makers together support\n## Who is this for?\nThe makers together element is for all.\n**What does this look like**\n* a';
    expect(read(marked).title).toBe('Makers together');
  });

  it.each([
    '  WHAT   DOES THIS LOOK LIKE IN  SCHOOLS ?',
    '## What does this look like in schools?',
    '**What does this look like in schools:**',
    'What might it look like in schools',
    '&nbsp;What does this look like in schools?',
  ])('is known by the heading %j', (heading) => {
    expect(
      read(page(heading, '• One.', '- Two.', '* Three.', '4. Four,', '   on two lines.')).lists[0]?.indicators,
    ).toEqual(['One.', 'Two.', 'Three.', 'Four, on two lines.']);
  });

  it.each<[string, readonly string[]]>([
    ['What does this look like in a CLD setting (adult learning)?', ['cld']],
    ['What does this look like in primary and secondary schools?', ['primary', 'secondary']],
    ['What does this look like in early learning and childcare?', ['elc']],
    ['What does this look like in special schools?', ['special']],
    ['What does this look like?', []],
  ])('names sectors in %j', (heading, sectors) => {
    expect(read(page(heading, '- a')).lists[0]).toMatchObject({ heading, sectors });
  });

  it('that is none is refused', () => {
    expect(parseGuidance('A page\n\nabout nothing')).toMatchObject({ ok: false, issues: [{ code: 'not-guidance' }] });
    expect(parseGuidance('What does this look like?\n- a')).toMatchObject({
      ok: false,
      issues: [{ code: 'missing-title' }],
    });
    expect(parseGuidance('x'.repeat(500_001))).toMatchObject({ ok: false, issues: [{ code: 'too-large' }] });
    expect(() => parseGuidance(7 as never)).toThrow(
      new TypeError('parseGuidance: the text must be a string, got number'),
    );
  });

  it('loses nothing in silence', () => {
    const text = page(
      'What does this look like?',
      'Some words first.',
      '- a',
      '## Dates',
      'In May.',
      'Support resources',
      'Plans',
      '- one link',
    );
    const issues = parseGuidance(text).issues.map(({ code, path }) => [code, path[path.length - 1]]);
    expect(issues).toEqual([
      ['unread-text', 'line 5'],
      ['unread-text', 'line 11'],
      ['unknown-section', 'line 7'],
      ['missing-section', 'hints'],
      ['missing-section', 'practiceExamples'],
    ]);
    expect(warningsOf(page('What does this look like?')).map((issue) => issue.code)).toEqual(['empty-list']);
  });
});

describe('a bullet of two sentences', () => {
  const schools = 'What does this look like in schools?';
  const cld = 'What does this look like in a CLD setting?';
  const [plan, tools, visits] = [
    'We plan our year as one team.',
    'Tools are shared between all the groups.',
    'Visitors come often.',
  ];

  it('stays whole where no other list parts it', () => {
    const text = page(schools, `- ${plan} ${tools}`, `- ${visits}`, cld, `- ${plan} ${tools}`, `- ${visits}`);
    expect(read(text).lists.map((list) => list.indicators.length)).toEqual([2, 2]);
    expect(warningsOf(text)).toEqual([]);
  });

  it('stays whole where only one half stands in the other list', () => {
    const text = page(schools, `- ${plan}`, `- ${visits}`, cld, `- ${plan} ${tools}`, `- ${visits}`);
    expect(read(text).lists[1]?.indicators).toEqual([`${plan} ${tools}`, visits]);
  });

  it('stays whole where its second half is a bullet of the same list anyway', () => {
    const text = page(schools, `- ${plan}`, `- ${tools}`, cld, `- ${plan} ${tools}`, `- ${tools}`);
    expect(read(text).lists[1]?.indicators).toEqual([`${plan} ${tools}`, tools]);
  });

  it.each([
    ['in other case and spacing', `- WE plan our year as one team.   tools`, 'Tools are shared between all the groups'],
    ['without the full stop between', '- We plan our year as one team', 'Tools are shared between all the groups.'],
    ['with another word', '- We plan our school year as one team.', 'Tools are shared between all the groups.'],
  ])('is parted where both halves stand in the other list, %s', (_, first, second) => {
    const text = page(
      schools,
      `- ${plan}`,
      `- ${tools}`,
      `- ${visits}`,
      cld,
      `${first.replace(/ {3}tools$/, '')} ${second}`,
      `- ${visits}`,
    );
    expect(read(text).lists[1]?.indicators).toHaveLength(3);
    expect(warningsOf(text)).toMatchObject([{ code: 'merged-bullets', path: ['lists', 1, 'indicators', 0, 'line 9'] }]);
  });

  it('may hold three statements', () => {
    const text = page(schools, `- ${plan}`, `- ${tools}`, `- ${visits}`, cld, `- ${plan} ${tools} ${visits}`);
    expect(read(text).lists[1]?.indicators).toEqual([plan, tools, visits]);
  });
});

describe('any text', () => {
  it('is read or refused without an exception', () => {
    const line = fc.constantFrom(
      'Title',
      'Who is this for?',
      'What does this look like in schools?',
      '• a. B c.',
      '- a.',
      '- B c.',
      '',
      '   x',
      '**',
      '#',
      '&nbsp;',
      'Hints',
      '\0',
      '\ud800',
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseGuidance(text).ok === 'boolean'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const result = parseGuidance(lines.join('\n'));
        if (result.ok) guidanceSchema.parse(result.value);
      }),
    );
  });

  it('is read soon even where every bullet has to be compared with every other', () => {
    const bullet = (seed: number): string =>
      `- ${Array.from({ length: 95 }, (_, index) => `A${(index * 7 + seed) % 5}`).join(' ')}`;
    const list = (seed: number): string =>
      ['What does this look like?', ...Array.from({ length: 30 }, (_, index) => bullet(index + seed))].join('\n');
    expect(parseGuidance(`T\n${Array.from({ length: 8 }, (_, seed) => list(seed)).join('\n')}`).ok).toBe(true);
  });
});
