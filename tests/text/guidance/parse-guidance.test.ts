import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Guidance } from '../../../src/model/articles/guidance.js';
import { guidanceSchema } from '../../../src/model/articles/schemas/guidance-schema.js';
import { parseGuidance } from '../../../src/text/guidance/parse-guidance.js';
import { IssueList } from '../../../src/text/lines/issue-list.js';
import { Comparison, splitMergedBullets } from '../../../src/text/guidance/split-merged-bullets.js';
import { example } from '../pages.js';

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

  it.each<[string, readonly string[]]>([
    ['in nursery schools?', ['elc']],
    ['in a nursery', ['elc']],
    ['in nurseries and primary schools', ['elc', 'primary']],
    ['in pre-schools and playgroups', ['elc']],
    ['in Early Learning & Childcare', ['elc']],
    ['in youth work', ['cld']],
    ['in youth clubs, adult learning and high schools', ['secondary', 'cld']],
    ['in ASN settings', ['special']],
    ['in every kind of setting', ['elc', 'primary', 'secondary', 'special', 'cld']],
  ])('knows other names of places: %j', (tail, sectors) => {
    const result = parseGuidance(page(`What does this look like ${tail}`, '- a'));
    expect(result.ok && result.value.lists[0]?.sectors).toEqual(sectors);
    expect(result.issues.every((issue) => issue.code === 'missing-section')).toBe(true);
  });

  it.each<[string, readonly string[], string, string]>([
    ['in secondry schools?', ['secondary'], 'guessed-sector', 'warning'],
    ['in speical schools?', ['special'], 'guessed-sector', 'warning'],
    ['in nurserys', ['elc'], 'guessed-sector', 'warning'],
    ['in comunity learning', ['cld'], 'guessed-sector', 'warning'],
    ['in grammar schools', ['primary', 'secondary', 'special'], 'unknown-sector', 'warning'],
    ['in a college', [], 'unknown-sector', 'warning'],
    ['in schools other than special schools', [], 'unknown-sector', 'warning'],
    ['in rural primary schools', ['primary'], 'unknown-sector', 'info'],
    ['in your setting', [], 'unknown-sector', 'info'],
  ])('says where it does not know or guesses a place: %j', (tail, sectors, code, severity) => {
    const result = parseGuidance(page(`What does this look like ${tail}`, '- a'));
    expect(result.ok && result.value.lists[0]?.sectors).toEqual(sectors);
    expect(result.issues[0]).toMatchObject({ code, severity, path: ['lists', 0, 'sectors', 'line 4'] });
  });

  const schoolsHeading = 'What does this look like in schools?';

  it.each<[string, readonly string[]]>([
    ['a sign on a line of its own', ['•', 'We plan.', '•', '', 'We share.']],
    ['a number on a line of its own', ['1.', 'We plan.', '2)', 'We share.']],
    ['a hyphen, a dash and an o alone', ['-', 'We plan.', 'o', 'We share.']],
    ['signs of Word’s symbol fonts', ['\uf0b7 We plan.', '\uf0a7\tWe share.']],
    ['several signs on a line', ['• We plan. • We share.']],
    ['several signs without spaces', ['•We plan.•We share.']],
    ['an em dash and an en dash', ['— We plan.', '–We share.']],
    ['a middle dot and an o', ['· We plan.', 'o We share.']],
    ['full-width numbers', ['１．We plan.', '２）We share.']],
    ['letters and numbers in brackets', ['(1) We plan.', 'b) We share.']],
    ['what a Markdown export escapes', ['\\- We plan.', '2\\. We share.']],
    ['boxes to tick', ['- [ ] We plan.', '- [x] We share.']],
    ['a rule between them', ['• We plan.', '---', '• We share.']],
    ['the heading on the same line', []],
  ])('has its items marked by %s', (_, lines) => {
    const text = lines.length === 0 ? page(`${schoolsHeading} • We plan. • We share.`) : page(schoolsHeading, ...lines);
    const result = parseGuidance(text);
    expect(result.ok && result.value.lists[0]?.indicators).toEqual(['We plan.', 'We share.']);
    expect(result.issues.every((issue) => issue.code === 'missing-section')).toBe(true);
  });

  it.each<[string, readonly string[], string]>([
    ['- We plan. - We share.', ['We plan.', 'We share.'], 'several-bullets'],
    ['1. We plan 2. We share', ['We plan', 'We share'], 'several-bullets'],
    ['- We plan - We share', ['We plan - We share'], 'several-bullets'],
    ['• We plan.\n•', ['We plan.'], 'empty-bullet'],
    ['• We plan.\nWe share.', ['We plan. We share.'], 'joined-line'],
  ])('says where its bullets are a guess: %j', (lines, items, code) => {
    const result = parseGuidance(page(schoolsHeading, ...lines.split('\n')));
    expect(result.ok && result.value.lists[0]?.indicators).toEqual(items);
    expect(result.issues.map((issue) => issue.code)).toContain(code);
  });

  it('has no bullet where a temperature or a number begins a line', () => {
    expect(read(page(schoolsHeading, '• It is', '-10 °C or', '1.5 degrees.')).lists[0]?.indicators).toEqual([
      'It is -10 °C or 1.5 degrees.',
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['What about special schools?', ['special']],
    ['And in ELC:', ['elc']],
    ['Youth work', ['cld']],
    ['## What about primary schools?', ['primary']],
    ['**Secondary schools**', ['secondary']],
    ['What is still to do?', []],
  ])('gives a list of its own to what stands under %j, and says so', (heading, sectors) => {
    const result = parseGuidance(page(schoolsHeading, '• We plan.', heading, '• We share.'));
    const lists = result.ok ? result.value.lists : [];
    expect(lists.map((list) => list.indicators)).toEqual([['We plan.'], ['We share.']]);
    expect(lists[1]?.sectors).toEqual(sectors);
    expect(result.issues).toContainEqual(
      expect.objectContaining({ code: 'unknown-heading', severity: 'warning', path: ['line 6'] }),
    );
  });

  it('has one form of path in its issues: names, positions, and the line', () => {
    const text = page('What does this look like?', 'Words first.', '• a', 'Hints', 'Words first.', '• a');
    const paths = parseGuidance(text).issues.filter((issue) => issue.code === 'unread-text');
    expect(paths.map((issue) => issue.path)).toEqual([
      ['lists', 0, 'line 5'],
      ['hints', 'line 8'],
    ]);
  });

  it('that is none is refused', () => {
    expect(parseGuidance('A page\n\nabout nothing')).toMatchObject({ ok: false, issues: [{ code: 'not-guidance' }] });
    expect(parseGuidance('What does this look like?\n- a')).toMatchObject({
      ok: false,
      issues: [{ code: 'missing-title' }],
    });
    expect(parseGuidance('x'.repeat(500_001))).toMatchObject({ ok: false, issues: [{ code: 'too-large' }] });
    expect(() => parseGuidance(7 as never)).toThrow(new TypeError('parseGuidance: text is 7; it is a string'));
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

  it('names the place of what it parted as the draft has it', () => {
    const families = 'Families join us once in every term.';
    const text = page(
      schools,
      ...[plan, tools, visits, families].map((statement) => `- ${statement}`),
      cld,
      `- ${plan} ${tools}`,
      `- ${visits} ${families}`,
    );
    // The first bullet became the items 0 and 1, the second 2 and 3.
    expect(warningsOf(text).map((issue) => issue.path[3])).toEqual([0, 2]);
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

  it.each([
    'a#',
    '#',
    '# ',
    '• A ',
    'A a ',
    'the ',
    ' element',
    'the x element ',
    '- ',
    '**',
    '__',
    '1.',
    '1. A ',
    'o A ',
    '?',
    '\r',
    '-',
    '> ',
    'A. ',
  ])('is read soon where %j stands in it half a million times over', (unit) => {
    const many = unit.repeat(Math.floor(160_000 / unit.length));
    for (const text of [`${many}x`, `T\nWho is this for?\n${many}x`, `T\n• ${many}x\n${many}`]) {
      parseGuidance(`${text}\nWhat does this look like?\n- ${many}\n${many}\n`);
    }
  });

  it('is read soon where one bullet goes on for hundreds of thousands of lines', () => {
    const result = parseGuidance(`T\nWhat does this look like in schools?\n- a\n${'b\n'.repeat(200_000)}`);
    expect(result.ok && result.value.lists[0]?.indicators).toEqual([`a${' b'.repeat(200_000)}`]);
  });

  it.each([
    ['bullets', '- B'],
    ['lines', 'B'],
  ])('is read with hundreds of thousands of categories as %s', (_, line) => {
    const many = `${line}\n`.repeat(120_000);
    const result = parseGuidance(`T\nWhat does this look like in schools?\n- a\nResources\n${many}`);
    expect(result.ok && result.value.resourceCategories).toEqual(Array.from({ length: 120_000 }, () => 'B'));
  });

  it('spends on comparing bullets what grows with its length only', () => {
    // The trial that took a minute: every stretch of the long bullet is like both short ones.
    const spent = [1, 2, 4, 8].map((size) => {
      const lists = Array.from({ length: 8 }, (_, at) => ({
        heading: 'h',
        sectors: [],
        items: [
          { text: `${'A '.repeat(at === 7 ? 200 * size : 1)}A`, line: 1 },
          { text: 'A A', line: 2 },
        ],
      }));
      const comparison = new Comparison(Number.POSITIVE_INFINITY);
      splitMergedBullets(lists, comparison, new IssueList());
      return comparison.steps;
    });
    expect(spent[3]).toBeLessThan(8 * (spent[0] ?? 0) + 1);
    // With no bound at all, so few steps; the bound for a page of 234 characters is 20,000 + 20 × 234.
    expect(spent[3]).toBeLessThan(20_000);
  });

  it('stops comparing at its bound, and says so', () => {
    const bullets = (seed: number) => Array.from({ length: 30 }, (_, at) => `- A a B ${at % 3} ${seed % 2}`);
    const lists = Array.from({ length: 8 }, (_, seed) => ['What does this look like?', ...bullets(seed)]).flat();
    const longOnes = lists.map((line) => (line.startsWith('-') ? `${line} ${'A a '.repeat(40)}` : line));
    expect(parseGuidance(page(...longOnes)).issues.map((issue) => issue.code)).toContain('not-compared');
  });

  it('is read soon even where every bullet has to be compared with every other', () => {
    const bullet = (seed: number): string =>
      `- ${Array.from({ length: 95 }, (_, index) => `A${(index * 7 + seed) % 5}`).join(' ')}`;
    const list = (seed: number): string =>
      ['What does this look like?', ...Array.from({ length: 30 }, (_, index) => bullet(index + seed))].join('\n');
    expect(parseGuidance(`T\n${Array.from({ length: 8 }, (_, seed) => list(seed)).join('\n')}`).ok).toBe(true);
  });
});
