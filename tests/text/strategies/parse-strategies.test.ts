import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strategySchema } from '../../../src/model/articles/schemas/strategy-schema.js';
import { parseArticle } from '../../../src/text/article/parse-article.js';
import { parseStrategies } from '../../../src/text/strategies/parse-strategies.js';
import { example } from '../pages.js';

function strategiesOf(answer: string) {
  const result = parseStrategies({ answer });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const pairsOf = (answer: string): readonly (readonly [string, string])[] =>
  strategiesOf(answer).map(({ name, description }) => [name, description]);

describe('the strategies of an answer', () => {
  it('are the eight of the project’s own article, in order', () => {
    const article = parseArticle(example('article.md'));
    const strategies = article.ok ? strategiesOf(article.value.answer) : [];
    expect(strategies.map((strategy) => strategy.name)).toEqual([
      'Professional Development',
      'Collaboration and Networking',
      'Data-Driven Decision Making',
      'Curriculum Development Support',
      'Community Engagement',
      'Advocacy for Resources',
      'Promoting Best Practices',
      'Fostering a Growth Mindset',
    ]);
    expect(strategies.map((strategy) => strategy.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(strategies[2]?.description).toBe(
      'Look at a few simple figures together twice a year:\n- who chooses STEM subjects,\n- who stays with them,\n- where a class is stuck.',
    );
    expect(strategies[7]?.description).not.toContain('With these eight');
    for (const strategy of strategies) expect(strategySchema.parse(strategy)).toEqual(strategy);
  });

  it.each<[string, string, readonly (readonly [string, string])[]]>([
    ['a colon behind the bold', '1. **X**: text', [['X', 'text']]],
    ['a colon inside the bold', '1. **X:** text', [['X', 'text']]],
    [
      'a dash',
      '1. **X** - text\n2. **Y** – text',
      [
        ['X', 'text'],
        ['Y', 'text'],
      ],
    ],
    ['nothing between', '1. **X** text', [['X', 'text']]],
    ['parentheses', '1. **X** (so called): text', [['X', '(so called): text']]],
    ['the other sign', '1) **X**: text', [['X', 'text']]],
    ['underscores', '1. __X__: text', [['X', 'text']]],
    ['bold italics', '1. ***X***: text', [['X', 'text']]],
    ['a colon inside the name', '1. **Phase 2: Build**: text', [['Phase 2: Build', 'text']]],
    ['a hyphen inside the name', '1. **Self-review**: text', [['Self-review', 'text']]],
    ['code in the name', '1. **`a_b*` call**: text', [['a_b* call', 'text']]],
    [
      'a formula in the name',
      '1. **Rate $a_1 * b_1$ and \\(c_2\\)**: text',
      [['Rate $a_1 * b_1$ and \\(c_2\\)', 'text']],
    ],
    ['a formula that looks like bold', '1. **Power $x**y$**: text', [['Power $x**y$', 'text']]],
    ['italics and an entity in the name', '1. **R&amp;D *now***: text', [['R&D now', 'text']]],
    [
      'nothing but the name',
      '1. **X**\n2. **Y**',
      [
        ['X', ''],
        ['Y', ''],
      ],
    ],
    ['a name over two lines', '1. **X\n   Y**: text', [['X Y', 'text']]],
    ['a start other than one', '4. **X**: text', [['X', 'text']]],
    ['a paragraph beneath', '1. **X**\n\n   text\n\n   more', [['X', 'text\n\nmore']]],
    ['bullets beneath', '1. **X**:\n   - a\n     - b\n   - c', [['X', '- a\n  - b\n- c']]],
    ['a code block beneath', '1. **X**: run\n   ```c\n   1. **no**\n   ```', [['X', 'run\n```c\n1. **no**\n```']]],
    ['a displayed formula beneath', '1. **X**:\n   $$\n   a_1 * b_1\n   $$', [['X', '$$\na_1 * b_1\n$$']]],
    [
      'numbers inside',
      '1. **X**:\n   1. **inner**: a\n2. **Y**: b',
      [
        ['X', '1. **inner**: a'],
        ['Y', 'b'],
      ],
    ],
    [
      'headings',
      '### 1. X\n\ntext\n\n- a\n\n### 2. **Y:**\ntext',
      [
        ['X', 'text\n\n- a'],
        ['Y', 'text'],
      ],
    ],
    ['headings with lists beneath', '### 1. X\n1. **inner**: a\n\n### Conclusion\nwords', [['X', '1. **inner**: a']]],
    [
      'closing words under the last heading',
      '### 1. X\n- a\n\n### 2. Y\n- b\n\nSo much for that.',
      [
        ['X', '- a'],
        ['Y', '- b'],
      ],
    ],
    [
      'a summary under the last heading',
      '### 1. X\na\n\n### 2. Y\nb\n\nIn summary, c.',
      [
        ['X', 'a'],
        ['Y', 'b'],
      ],
    ],
    [
      'closing words behind the list',
      '1. **X**: a\n\n2. **Y**: b\n\nClosing words.',
      [
        ['X', 'a'],
        ['Y', 'b'],
      ],
    ],
    [
      'bullets that lost their indentation',
      '1. **X**:\n- a\n\n2. **Y**:\n- b\n\nEnd.',
      [
        ['X', '- a'],
        ['Y', '- b'],
      ],
    ],
    [
      'a paragraph between items',
      '1. **X**: a\n\nAside.\n\n2. **Y**: b\n\nEnd.',
      [
        ['X', 'a\n\nAside.'],
        ['Y', 'b'],
      ],
    ],
  ])('are read with %s', (_, answer, expected) => {
    expect(pairsOf(answer)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['a formula with a line = in it', '1. **A**: a\n   $$\n   x\n   =\n   y\n   $$\n2. **B**: b', 'a\n$$\nx\n=\ny\n$$'],
    ['a formula without indentation', '1. **A**: $$\nx\n- y\n=\n$$\n2. **B**: b', '$$\nx\n- y\n=\n$$'],
    [
      'a quoted break in indented code',
      '1. **A**: a\n   ```c\n   p("x\n")\n   ```\n2. **B**: b',
      'a\n```c\np("x\n")\n```',
    ],
    ['a letter right behind the bold', '1. **A:**a\n2. **B**: b', 'a'],
    ['a space before the end of the bold', '1. **A **: a\n2. ** B**: b', 'a'],
    ['underscores with a letter behind', '1. __A:__a\n2. __B__: b', 'a'],
    ['bold in HTML', '1. <b>A</b>: a\n2. <strong>B</strong>: b', 'a'],
    ['bold of one kind in italics of the other', '1. *__A__*: a\n2. _**B**_: b', 'a'],
    ['the other sign at one of them', '1. **A**: a\n2) **B**: b', 'a'],
    ['a paragraph right above', 'Words\n1. **A**: a\n\nWords\n2. **B**: b', 'a\n\nWords'],
    ['a rule of hyphens under a text', '1. **A**: a\n   ---\n2. **B**: b', 'a\n---'],
  ])('are kept, without an issue, with %s', (_, answer, first) => {
    const result = parseStrategies({ answer });
    expect(result.issues).toEqual([]);
    expect(result.ok && result.value).toEqual([
      { name: 'A', description: first, position: 1 },
      { name: 'B', description: 'b', position: 2 },
    ]);
  });

  it.each<[string, string, string]>([
    ['escaped numbers', '1\\. **A**: a\n2\\. **B**: b', 'read-as-item'],
    ['full-width numbers', '１．**A**: a\n２．**B**：b', 'read-as-item'],
    ['numbers in brackets', '(1) **A**: a\n(2) **B**: b', 'read-as-item'],
    ['no space behind the number', '1.**A**: a\n2.**B**: b', 'read-as-item'],
    ['the number inside the bold', '**1. A**: a\n\n**2. B**: b', 'read-as-item'],
    ['a link around the bold', '1. **A**: a\n2. [**B**](/u): b', 'left-out-link'],
    ['a link in the bold', '1. **A**: a\n2. **[B](/u)**: b', 'left-out-link'],
    ['an emoji before the bold', '1. **A**: a\n2. 🔬 **B**: b', 'left-out-sign'],
  ])('are kept, with an issue, with %s', (_, answer, code) => {
    const result = parseStrategies({ answer });
    expect(new Set(result.issues.map((issue) => issue.code))).toEqual(new Set([code]));
    expect(result.ok && result.value.map(({ name, description }) => [name, description])).toEqual([
      ['A', 'a'],
      ['B', 'b'],
    ]);
  });

  it.each<[string, string, readonly number[], string]>([
    ['an item without bold', '1. **A**: a\n2. b\n3. **C**: c', [1, 3], 'Item 2'],
    ['bold that never ends', '1. **A**: a\n2. **B: b\n3. **C**: c', [1, 3], 'Item 2'],
    ['a number left out', '1. **A**: a\n3. **C**: c', [1, 3], 'number 2 is missing'],
    ['a number left out between two lists', '1. **A**: a\n\nWords\n3. **C**: c', [1, 3], 'number 2 is missing'],
    ['a list that begins with 3 under a paragraph', 'Words\n3. **C**: c', [3], 'the numbers 1 to 2 are missing'],
    ['items in a quote', '> 1. **A**: a', [], 'item 1'],
    ['items in a table', '| 1 | **A** | a |\n|---|---|---|', [], 'item 1'],
    ['items in HTML', '<div>\n1. **A**: a\n</div>', [], 'item 1'],
    ['items indented like code', '    1. **A**: a', [], 'item 1'],
    ['code that never ends', '1. **A**: a\n\n```\nx\n2. **B**: b', [1], 'item 2'],
    ['bullets nested too deep', `${'- '.repeat(12)}a\n\n1. **A**: a`, [], 'item 1'],
  ])('keep their positions, and what is missing is named, with %s', (_, answer, positions, words) => {
    const result = parseStrategies({ answer });
    expect(result.ok && result.value.map((strategy) => strategy.position)).toEqual(positions);
    expect(result.issues.map((issue) => issue.message).join()).toContain(words);
    for (const issue of result.issues) expect(issue.path).toEqual(['answer', expect.stringMatching(/^line \d+$/)]);
  });

  it('are numbered by their order where every number is a 1', () => {
    const result = parseStrategies({ answer: '1. **A**\n1. **B**\n1. **C**' });
    expect(result.issues).toEqual([]);
    expect(result.ok && result.value.map((strategy) => strategy.position)).toEqual([1, 2, 3]);
  });

  it('are counted through several lists', () => {
    const answer = 'First:\n\n1. **A**: a\n2. **B**: b\n\nThen:\n\n1. **C**: c';
    expect(strategiesOf(answer).map(({ name, position }) => [name, position])).toEqual([
      ['A', 1],
      ['B', 2],
      ['C', 3],
    ]);
  });

  it.each([
    ['prose', 'Just words, with **bold** ones.'],
    ['numbers without bold', '1. one\n2. two'],
    ['bold that comes later', '1. first the **bold**'],
    ['bold that never ends', '1. **Krus'],
    ['bullets', '- **X**: a'],
    ['code', '```\n1. **X**: a\n```'],
    ['numbers inside a bullet', '- a\n  1. **X**: b'],
    ['an empty text', ''],
  ])('are not guessed from %s', (_, answer) => {
    expect(strategiesOf(answer)).toEqual([]);
  });

  it('are found in any text without an exception, each with a name', () => {
    const piece = fc.constantFrom(
      '1. ',
      '**',
      '- ',
      '\n',
      '   ',
      '### 1. ',
      '$',
      '_',
      '`',
      '```',
      'a',
      ':',
      '> ',
      '\\',
      '\0',
      '\ud800',
      '[',
      ']',
      '(',
      ')',
      '<b>',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')),
        ),
        (answer) => {
          for (const strategy of strategiesOf(answer)) expect(strategy.name.trim()).not.toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    '1. **',
    '> ',
    '- ',
    '[',
    '**a ',
    '1. **x**\n\ny\n\n',
    '`',
    '$',
    '<',
    '  - a\n',
    '1. **\n',
    '```\n',
    '~~~\n  ```\n',
    '$$\n',
    '#',
    '1. _*',
    '1. [**',
    '1. **[',
    '1. <b>',
    '\\\n',
    '1.',
    '(1',
  ])('are found soon in 200,000 characters of %j', (unit) => {
    expect(parseStrategies({ answer: unit.repeat(Math.floor(200_000 / unit.length)) }).ok).toBe(true);
  });

  it.each([
    ['far in', 40_000],
    ['within items', 90],
  ])('are found before a fence %s with tens of thousands of lines', (_, indent) => {
    const code = `${' '.repeat(indent)}\`\`\`\n${'x\n'.repeat(40_000)}\`\`\`\n`;
    const result = parseStrategies({ answer: `1. **A**: b\n\n${code}` });
    expect(result.ok && result.value.map(({ name }) => name)).toEqual(['A']);
  });

  it('are found in a list of tens of thousands of items', () => {
    const result = parseStrategies({ answer: `1. **A**: b\n${'1.\n'.repeat(60_000)}` });
    expect(result.ok && result.value).toHaveLength(1);
  });

  it('are not looked for in a text beyond all measure', () => {
    expect(parseStrategies({ answer: 'x'.repeat(200_001) })).toMatchObject({
      ok: false,
      issues: [{ code: 'too-large' }],
    });
    expect(() => parseStrategies(undefined as never)).toThrow(TypeError);
    expect(() => parseStrategies({} as never)).toThrow('parseStrategies: article.answer is undefined; it is a string');
  });
});
