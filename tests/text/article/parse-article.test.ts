import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/model/articles/article.js';
import { articleSchema } from '../../../src/model/articles/schemas/article-schema.js';
import { parseArticle } from '../../../src/text/article/parse-article.js';
import { readGeneratedFrontMatter } from '../../../src/text/front-matter/read-generated-front-matter.js';
import { splitFrontMatter } from '../../../src/text/front-matter/split-front-matter.js';
import { example, fixture, pageWith } from '../pages.js';
import { sized } from '../../support/runs.js';

function read(page: string): Article {
  const result = parseArticle(page);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const answerOf = (stored: string): string => read(pageWith(stored)).answer;
const codesOf = (page: string): readonly string[] => parseArticle(page).issues.map((issue) => issue.code);

describe('a page of the project', () => {
  it('gives every field, and satisfies the schema without having been put through it', () => {
    const article = read(example('article.md'));
    expect(articleSchema.parse(article)).toEqual(article);
    expect(article).toMatchObject({
      id: 900101,
      date: '2025-03-04',
      title: 'What helps a STEM coordinator to do the job well?',
      subject: 'Education Studies',
      url: '/learn/education-studies/questions/what-helps-a-stem-coordinator-to-do-the-job-well',
      noIndex: false,
      extra: {},
    });
    expect(article.seo.keywords).toEqual([
      'STEM coordinator',
      'school leadership',
      'professional learning',
      'partnership',
    ]);
    expect(article.related.map(({ slot, id }) => [slot, id])).toEqual([
      [1, 900102],
      [2, 900103],
      [3, 900104],
    ]);
    expect('editorialScore' in article).toBe(false);
    expect(parseArticle(example('article.md')).issues).toEqual([]);
  });

  it('keeps commands in its formulas and breaks its lines where the layout shows a break', () => {
    const { answer } = read(fixture('formulas.md'));
    expect(answer).toContain('A quantity $q \\neq 0$ grows');
    expect(answer).toContain('$$\nu = a + b \\cdot n\n$$');
    expect(answer).toContain('$k \\notin \\{0\\}$');
    expect(answer).toContain('$5 today, $6 later\ne) none of it lasts.');
    expect(answer).toContain('\\begin{pmatrix}\n1 & 2 \\\\\nu & \\nu \\\\\n\\end{pmatrix}');
    expect(parseArticle(fixture('formulas.md')).issues).toEqual([]);
  });

  it('says once where a program may have meant the two characters', () => {
    const result = parseArticle(fixture('code.md'));
    expect(result.issues).toMatchObject([
      { code: 'ambiguous-line-break', severity: 'info', path: ['answer', 'line 19'] },
    ]);
    expect(result.ok && result.value).toMatchObject({ id: -7, noIndex: true, editorialScore: 8.5 });
    expect(result.ok && result.value.answer).toContain('print("one\n")\n   ne = 1\n');
  });
});

describe('the stored line break', () => {
  it.each([
    ['one\\n\\ntwo', 'one\n\ntwo'],
    ['a ladder \\\\n of backslashes', 'a ladder \\\n of backslashes'],
    ['$$\\nx \\\\\\ny\\n$$', '$$\nx \\\\\ny\n$$'],
    ['no \\t, \\r, \\f, \\b or \\" here', 'no \\t, \\r, \\f, \\b or \\" here'],
    ['$a \\neq b$ and $\\nu$ and \\(\\nabla f\\)', '$a \\neq b$ and $\\nu$ and \\(\\nabla f\\)'],
    ['$$E = h\\nu$$', '$$E = h\\nu$$'],
    ['$$\\nE = h\\nu\\n$$', '$$\nE = h\\nu\n$$'],
    ['$$\\n\\nu = 1\\n$$', '$$\n\\nu = 1\n$$'],
    ['$$\\ne^{x} = y\\n$$', '$$\ne^{x} = y\n$$'],
    ['$$\\nm = 1\\ne = 2\\n$$', '$$\nm = 1\ne = 2\n$$'],
    ['\\[ p \\\\\\nu \\]', '\\[ p \\\\\\nu \\]'],
    ['\\begin{cases}\\na \\\\\\ne \\\\\\n\\end{cases}', '\\begin{cases}\na \\\\\ne \\\\\n\\end{cases}'],
    ['b) x\\ne) y', 'b) x\ne) y'],
    ['It costs $5\\ne) or $6', 'It costs $5\ne) or $6'],
    ['from $5 up, where $x \\ne 3$', 'from $5 up, where $x \\ne 3$'],
    ['| $p$ | $\\neg p$ |\\nnext', '| $p$ | $\\neg p$ |\nnext'],
    ['```\\nu = 1\\n```\\nthen $\\nu$', '```\nu = 1\n```\nthen $\\nu$'],
    ['```python\\nu = "$x \\ne y$"\\n```', '```python\nu = "$x \ne y$"\n```'],
    ['open `$` and\\nu, then `$`', 'open `$` and\nu, then `$`'],
  ])('reads %j', (stored, text) => {
    expect(answerOf(stored)).toBe(text);
  });

  it('is not seen in a command whose rest is no word, and that is said', () => {
    expect(answerOf('where (a \\neq 0) holds')).toBe('where (a \\neq 0) holds');
    expect(codesOf(pageWith('where (a \\neq 0) holds'))).toEqual(['latex-outside-math']);
  });

  it('can be stored again without loss, whatever the answer', () => {
    const piece = fc.constantFrom(
      '\\n',
      '\\',
      '$',
      '$$',
      'u',
      'eq',
      ' ',
      '```',
      '\\(',
      '\\)',
      '`',
      '\\begin{a}',
      '\\end{a}',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const stored = `x${pieces.join('')}x`;
        expect(answerOf(stored).replaceAll('\n', '\\n')).toBe(stored);
      }),
    );
  });
});

describe('older and foreign shapes', () => {
  const page = pageWith('One.\\nTwo.', ['score: -1.0']);

  it('are read alike with a byte order mark, Windows line ends, a blank line first, or another quoting', () => {
    const expected = read(page);
    for (const variant of [
      `\ufeff${page}`,
      page.replaceAll('\n', '\r\n'),
      `\n${page}`,
      page.replace('title: What is a circuit?', 'title: "What is a circuit?"'),
      page.replace('question: >-\n    What is', 'question: >-\n    What\n    is'),
      page.replace('score: -1.0', 'score: -1'),
    ]) {
      expect(parseArticle(variant)).toEqual({ ok: true, value: expected, issues: [] });
    }
  });

  it('are mended where a text field lost its colon', () => {
    const result = parseArticle(page.replace('question: >-', 'question >-'));
    expect(result).toMatchObject({
      ok: true,
      value: read(page),
      issues: [{ code: 'repaired-key', path: ['question', 'line 16'] }],
    });
  });

  it('are refused with the line where they are no valid YAML', () => {
    const broken = parseArticle(page.replace('title: What is a circuit?', 'title: "What is a circuit?"?'));
    expect(broken).toMatchObject({ ok: false, issues: [{ code: 'invalid-yaml', path: ['line 5'] }] });
  });

  it('are told apart from pages of another kind', () => {
    expect(codesOf('---\ntitle: Ten ways\ndate: 2025-01-28T14:59:15Z\n---\nA question\n>An answer')).toEqual([
      'not-an-article',
    ]);
    expect(codesOf(example('guidance.txt'))).toEqual(['no-front-matter']);
    expect(codesOf('---\nid: 1\n')).toEqual(['unclosed-front-matter']);
    expect(codesOf('---\n---\n')).toEqual(['invalid-front-matter']);
  });
});

describe('fields', () => {
  const page = pageWith('One.');

  it('that are missing, empty or of another type are named with their line', () => {
    const result = parseArticle(
      page
        .replace('id: 12', 'id: twelve')
        .replace('date: 2025-02-03', 'date: 2025-02-30')
        .replace('author: QuickTakes\n', '')
        .replace('subject: Physics', 'subject:'),
    );
    expect(result.ok).toBe(false);
    expect(result.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ['wrong-type', 'id', 'line 3'],
      ['invalid-date', 'date', 'line 4'],
      ['empty-field', 'subject', 'line 19'],
      ['missing-field', 'author'],
    ]);
    expect(result.issues.every((issue) => issue.hint)).toBe(true);
  });

  it('given twice are refused with the line of the second', () => {
    expect(parseArticle(pageWith('One.', ['author: Another']))).toMatchObject({
      ok: false,
      issues: [{ code: 'duplicate-key', path: ['line 23'] }],
    });
  });

  it('of the score are absent for −1, kept from 0 on, and reported below', () => {
    expect(read(pageWith('One.', ['score: 9.5'])).editorialScore).toBe(9.5);
    expect('editorialScore' in read(pageWith('One.', ['score: -1.0']))).toBe(false);
    expect(parseArticle(pageWith('One.', ['score: -2.0'])).issues).toMatchObject([
      { code: 'invalid-score', severity: 'warning', path: ['score', 'line 23'] },
    ]);
    expect(codesOf(pageWith('One.', ['score: high']))).toEqual(['wrong-type']);
  });

  it('of related articles become one list in the order of their numbers, and a gap is reported', () => {
    const entry = (slot: number): string =>
      `related_article${slot}:\n    id: ${slot}\n    title: A ${slot}\n    subject: S\n    url: /u`;
    const result = parseArticle(pageWith('One.', [entry(10), entry(2), entry(1)]));
    expect(result.ok && result.value.related.map((link) => link.slot)).toEqual([1, 2, 10]);
    expect(result.issues).toMatchObject([
      { code: 'related-gap', severity: 'warning', path: ['related_article10', 'line 23'] },
    ]);
  });

  it('that are unknown are kept, and those with dangerous names pollute nothing', () => {
    const result = parseArticle(
      pageWith('One.', [
        '__proto__: {polluted: yes}',
        'constructor: 3',
        'level: 2',
        'related_article1: {id: 1, title: t, subject: s, url: u, note: n}',
      ]),
    );
    if (!result.ok) throw new Error('refused');
    expect(Object.keys(result.value.extra)).toEqual(['__proto__', 'constructor', 'level', 'related_article1']);
    expect(result.value.extra['related_article1']).toEqual({ note: 'n' });
    expect(Object.getPrototypeOf(result.value.extra)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(result.issues.map((issue) => issue.code)).toEqual(new Array(4).fill('unknown-key'));
  });

  it('do not come from what every object inherits', () => {
    expect(codesOf('---\nid: 1\n---\n')).toContain('missing-field');
  });
});

describe('what YAML drops or changes without an error', () => {
  const page = pageWith('One.');
  const withTitle = (title: string): string => page.replace('title: What is a circuit?', title);
  const lossesOf = (text: string) =>
    parseArticle(text).issues.map(({ code, severity, path }) => [code, severity, path.join('/')]);

  it.each<[string, string, string]>([
    ['title: a # b', 'a', 'cut-by-comment'],
    ['title: The C# language # a note', 'The C# language', 'cut-by-comment'],
    ['title: a\t# b', 'a', 'cut-by-comment'],
    ['title: &Juliet speaks', 'speaks', 'left-out-sign'],
    ['title: ! stop', 'stop', 'left-out-sign'],
    ['title: !!str 2024', '2024', 'left-out-sign'],
    ['title: "where $a \\neq b$"', 'where $a \neq b$', 'escape-in-quotes'],
    ['title: "half, \\frac12"', 'half, \frac12', 'escape-in-quotes'],
  ])('is said: %j', (field, title, code) => {
    expect(read(withTitle(field)).title).toBe(title);
    expect(lossesOf(withTitle(field))).toEqual([[code, 'warning', 'title/line 5']]);
  });

  it('is said of fields in fields, and of related articles', () => {
    const changed = page.replace('title: QuickTakes | Physics', 'title: Notes #1 | Physics');
    expect(lossesOf(changed)).toEqual([['cut-by-comment', 'warning', 'seo/title/line 10']]);
    const related = 'related_article1:\n    id: 010\n    title: a # b\n    subject: S\n    url: /u';
    expect(lossesOf(pageWith('One.', [related]))).toEqual([
      ['rewritten-number', 'info', 'related_article1/id/line 24'],
      ['cut-by-comment', 'warning', 'related_article1/title/line 25'],
    ]);
  });

  it.each([
    ['version: 1.10', 1.1],
    ['version: 0x1F', 31],
    ['version: 1e3', 1000],
    // 2^53 + 1 is no number of this machine; the nearest one is 2^53.
    ['version: 9007199254740993', 9_007_199_254_740_992],
  ])('is said of numbers that are written otherwise: %j', (field, value) => {
    const result = parseArticle(pageWith('One.', [field]));
    expect(result.ok && result.value.extra['version']).toBe(value);
    expect(result.issues.map((issue) => issue.code).sort()).toEqual(['rewritten-number', 'unknown-key']);
  });

  it.each([
    'title: "a # b"',
    "title: 'a # b &c'",
    'title: a#b & c! 5',
    'title: >-\n    a # b\n    title: c # d',
    'title: "a" # a comment behind quotes',
    '# a comment on a line of its own\ntitle: a',
    'title: "a \\"quoted\\" text\n  of two lines # in all"',
  ])('is not said where nothing is lost: %j', (field) => {
    expect(lossesOf(withTitle(field))).toEqual([]);
  });

  it('is looked for under the name of the outer field where a colon is lost', () => {
    const older = pageWith('One.').replace('  page_description: >-', '  page_description >-');
    expect(lossesOf(older)).toEqual([['repaired-key', 'warning', 'seo/page_description/line 11']]);
  });
});

describe('hostile pages', () => {
  it.each<[string, string, string]>([
    ['a bomb of aliases', '---\nid: &a [1]\nb: [*a, *a]\n---\n', 'invalid-yaml'],
    ['nesting a hundred thousand deep', `---\nid: ${'['.repeat(100_000)}\n---\n`, 'invalid-yaml'],
    ['fifty million characters on one line', `---\nid: ${'x'.repeat(50_000_000)}\n---\n`, 'too-large'],
    ['a NUL', '---\nid: a\0b\n---\n', 'invalid-yaml'],
    ['a tab as indentation', '---\nseo:\n\ttitle: x\n---\n', 'invalid-yaml'],
    ['a tag that asks for a function', '---\nid: !!js/function x\n---\n', 'invalid-yaml'],
    ['two documents', '---\nid: 1\n... \n--- \n', 'missing-field'],
  ])('with %s give issues and no exception', (_, page, code) => {
    expect(codesOf(page)).toContain(code);
  });

  it.each<[string, (size: number) => string]>([
    ['one complex key', (size) => `? ${'x'.repeat(size)}\n: y`],
    ['one complex key of many lines', (size) => `? a\n${'  a\n'.repeat(size / 4)}: y`],
    ['a list as a key', (size) => `? [${'a, '.repeat(size / 3)}a]\n: y`],
    ['many complex keys', (size) => '? a\n'.repeat(size / 4)],
    ['blank lines in a folded text', (size) => `answer: >-\n${'\n'.repeat(size)}  a`],
    [
      'many faulty fields',
      (size) => `id: 1\n${Array.from({ length: size / 20 }, (_, at) => `related_article${at}: x`).join('\n')}`,
    ],
    ['quotes in a key', (size) => `id: 1\n${'"a'.repeat(size / 2)}: y`],
    ['dollars', (size) => `id: 1\nanswer: ${'$'.repeat(size)}\\nu`],
    ['candidates in formulas', (size) => `id: 1\nanswer: $$\\n${'a\\nu '.repeat(size / 5)}\\n$$`],
  ])('of hundreds of thousands of characters are read soon: %s', (_, block) => {
    expect(parseArticle(`---\n${block(sized(990_000, 400_000))}\n---\n`).ok).toBe(false);
  });

  it('with a hundred thousand formulas that open before one far closer, which stands on no line of its own, are read', () => {
    // None of them is a formula; the command that stands outside is kept, since it can be no word.
    const lines = [...Array.from({ length: 98_000 }, () => '\\['), '', `${' '.repeat(490_000)}\\]x`, '\\neq'];
    const block = lines.map((line) => (line === '' ? '' : ` ${line}`)).join('\n');
    const page = pageWith('One.').replace('answer: >-\n    One.', `answer: |-\n${block}`);
    expect(read(page).answer === lines.join('\n')).toBe(true);
  });

  it('with half a sign are refused, with a whole one beyond the first plane read', () => {
    expect(codesOf(pageWith('half \ud83d a sign'))).toEqual(['invalid-yaml']);
    expect(answerOf('a rocket \u{1f680}')).toBe('a rocket \u{1f680}');
  });

  it('with a hundred thousand unknown fields are reported in a hundred issues and a number', () => {
    const fields = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`);
    const { issues } = parseArticle(pageWith('One.', fields));
    expect(issues).toHaveLength(101);
    expect(issues[100]).toMatchObject({ code: 'more-issues', severity: 'info' });
  });

  it('never throw, whatever the text', () => {
    const line = fc.constantFrom(
      '---',
      'id: 1',
      'answer: >-',
      '    x\\neq',
      'seo:',
      '  title: "',
      '- a',
      '\t',
      '&a',
      '*a',
      '__proto__: 1',
      'related_article2:',
      '    id: x',
      '\r',
      '\0',
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseArticle(text).ok === 'boolean'));
    fc.assert(
      fc.property(fc.array(line), (lines) => typeof parseArticle(`---\n${lines.join('\n')}\n---\n`).ok === 'boolean'),
    );
  });

  it('throw only where they are no text, naming what was given', () => {
    expect(() => parseArticle(undefined as never)).toThrow(
      new TypeError('parseArticle: text is undefined; it is a string'),
    );
    expect(() => parseArticle([] as never)).toThrow('parseArticle: text is an empty list; it is a string');
  });
});

describe('the fast reader', () => {
  const blockOf = (page: string): string => {
    const split = splitFrontMatter(page);
    return split.ok ? split.value.block : '';
  };
  const yaml = (block: string): unknown => load(block, { maxAliases: 0 });

  it('knows the generated pages, with and without score, links and folded titles', () => {
    for (const page of [
      example('article.md'),
      fixture('formulas.md'),
      fixture('code.md'),
      pageWith('x', ['score: -1.0', '']),
    ]) {
      expect(readGeneratedFrontMatter(blockOf(page))).toEqual(yaml(blockOf(page)));
    }
  });

  it('hands over or says what the YAML parser says, on pages changed at random', () => {
    const base = blockOf(example('article.md'));
    const scrap = fc.constantFrom(
      ' ',
      '\n',
      '\n\n',
      ': ',
      ' #',
      '"',
      "'",
      '>-',
      '|',
      '\t',
      'True',
      'null',
      '-',
      '0',
      '12',
      '- ',
      '&a ',
      '?',
      '\u00a0',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\ud800',
      'é',
      '[',
      '{',
      '%',
      '@',
      '---',
      '  ',
      'x',
    );
    let known = 0;
    fc.assert(
      fc.property(fc.nat(base.length), fc.nat(6), scrap, (at, length, text) => {
        const block = base.slice(0, at) + text + base.slice(at + length);
        const generated = readGeneratedFrontMatter(block);
        if (generated === undefined) return;
        known += 1;
        expect(generated).toEqual(yaml(block));
      }),
      { numRuns: 3000 },
    );
    expect(known).toBeGreaterThan(300);
  });

  it('agrees with the YAML parser on every plain value it accepts', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom('True', 'nullish', 'a: b', 'a #b', 'a:', '0x1', '.5', '~', 'yes', 'y ', "it's", 'a"b', '/x'),
        ),
        (value) => {
          const block = blockOf(pageWith('x')).replace('subject: Physics', () => `subject: ${value}`);
          const generated = readGeneratedFrontMatter(block);
          if (generated) expect(generated).toEqual(yaml(block));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
