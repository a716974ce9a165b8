import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/model/articles/article.js';
import { articleSchema } from '../../src/model/articles/schemas/article-schema.js';
import { parseArticle } from '../../src/text/article/parse-article.js';
import { parseGuidance } from '../../src/text/guidance/parse-guidance.js';
import { parseStrategies } from '../../src/text/strategies/parse-strategies.js';
import { readGeneratedFrontMatter } from '../../src/text/front-matter/read-generated-front-matter.js';
import { outsideFolder, type Page, pagesUnder } from './pages.js';

const corpus = outsideFolder('STEM_CORPUS_DIR');
const seeds = outsideFolder('STEM_SEEDS_DIR');
const blockOf = (page: Page): string =>
  page.text.slice(page.text.indexOf('---\n') + 4, page.text.indexOf('\n---\n', 4));

describe.skipIf(corpus === undefined)('the articles in the field', () => {
  const folder = corpus ?? '';
  const current =
    corpus === undefined ? [] : ['articles', 'copies', 'clusters'].flatMap((name) => [...pagesUnder(folder, name)]);
  const article = (id: number): Article => {
    const page = current.find(({ name }) => `/${name}`.endsWith(`/${id}.md`));
    const result = parseArticle(page?.text ?? '');
    if (!result.ok) throw new Error(`${id}: ${JSON.stringify(result.issues)}`);
    return result.value;
  };
  const strategies = (id: number) => {
    const result = parseStrategies(article(id));
    return result.ok ? result.value : [];
  };

  it('are all read without an error or a warning', () => {
    expect(current.length).toBeGreaterThan(300);
    for (const { name, text } of current) {
      const result = parseArticle(text);
      expect([name, result.ok, result.issues.filter((issue) => issue.severity !== 'info')]).toEqual([name, true, []]);
    }
  });

  it('have in every field what a YAML parser finds there, and satisfy the schema', () => {
    for (const page of current) {
      const result = parseArticle(page.text);
      if (!result.ok) throw new Error(page.name);
      const { value } = result;
      const fields = load(blockOf(page)) as Record<string, any>;
      expect(articleSchema.parse(value)).toEqual(value);
      expect(value).toMatchObject({
        id: fields['id'],
        date: fields['date'],
        title: fields['title'],
        articleTitle: fields['article_title'],
        subject: fields['subject'],
        author: fields['author'],
        question: fields['question'],
        url: fields['url'],
        fileName: fields['file_name'],
        schema: fields['_schema'],
        noIndex: fields['no_index'] ?? false,
        dateFormat: fields['date_format'],
        postOnText: fields['post_on_text'],
        extra: {},
        seo: { title: fields['seo'].title, description: fields['seo'].page_description },
        related: [1, 2, 3, 4, 5].flatMap((slot) => {
          const entry = fields[`related_article${slot}`];
          return entry ? [{ slot, ...entry }] : [];
        }),
      });
      expect(value.seo.keywords.join('')).toBe(fields['seo'].page_keywords.replace(/, */g, '').trim());
      expect(value.answer.replaceAll('\n', '\\n')).toBe(fields['answer']);
      expect('editorialScore' in value || 'body' in value).toBe(false);
    }
  });

  it('are all known to the fast reader, which finds what the YAML parser finds', () => {
    for (const page of current) expect(readGeneratedFrontMatter(blockOf(page))).toEqual(load(blockOf(page)));
  });

  it.each([
    [-4, 5],
    [46, 3],
    [3608, 1],
    [18009, 2],
    [8734, 4],
    [6860, 0],
    [161100, 0],
    [162729, 5],
    [167350, 0],
    [5018, 5],
  ])('of each generation are read: %i has %i related links', (id, count) => {
    expect(article(id).related).toHaveLength(count);
  });

  it('know a refusal by its mark', () => {
    expect(article(51145).noIndex).toBe(true);
    expect(article(46).noIndex).toBe(false);
  });

  it.each([140509, 144697, 158162, 163733, 170214, 104654, 104655, 104659])(
    'keep the commands of their formulas: %i',
    (id) => {
      const kept = article(id).answer.match(/\\n[a-zA-Z]*/g) ?? [];
      expect(kept.length).toBeGreaterThan(0);
      for (const command of kept) expect(['\\neq', '\\neg']).toContain(command);
    },
  );

  it.each([114882, 158162, 104654])('break rows of formulas behind two backslashes: %i', (id) => {
    expect(article(id).answer).toMatch(/[^\\]\\\\\n/);
  });

  it('keep one backslash of a drawing before the break', () => {
    expect(article(165347).answer).toMatch(/[^\\]\\\n/);
  });

  it('keep every other backslash', () => {
    expect(article(140898).answer).toContain('\\"');
    expect(article(3608).answer).toContain('\\frac');
    expect(article(51148).answer).toContain('\\t');
    expect(parseArticle(current.find(({ name }) => name === '63683.md')?.text ?? '').issues).toMatchObject([
      { code: 'ambiguous-line-break', severity: 'info' },
    ]);
  });

  it.each<[number, readonly string[]]>([
    [165430, ['Length Conversion', 'Mass Conversion', 'Volume Conversion']],
    [141301, ['Appointment of Intermediaries', 'Regulatory Compliance', 'Documentation Requirements']],
    [
      154053,
      ['Select the cells containing the y-values', 'Type a comma', 'Highlight the cells containing the x-values'],
    ],
    [160656, ['Approach', 'Data Structure']],
    [163733, ['Factoring', 'Quadratic Formula', 'Completing the Square']],
    [-4, []],
    [1039, []],
    [1035, []],
    [11254, []],
  ])('give their strategies: %i', (id, names) => {
    const found = strategies(id).map((strategy) => strategy.name);
    expect(names.length === 0 ? found : found.slice(0, names.length)).toEqual(names);
  });

  it('count through several lists and beyond ten', () => {
    expect(strategies(3608).map((strategy) => strategy.position)).toEqual([1, 2, 3, 4, 5]);
    expect(strategies(116273).length).toBeGreaterThan(9);
  });

  it('give as many strategies as there are numbered bold items and numbered headings', () => {
    for (const { name, text } of current) {
      const result = parseArticle(text);
      const answer = result.ok ? result.value.answer.replace(/```[\s\S]*?```/g, '') : '';
      const slow = answer.match(/^(?: {0,3}\d+[.)] +\*\*.+?\*\*|#{1,6} +(?:\*\*)?\d+[.)])/gm) ?? [];
      const found = result.ok ? parseStrategies(result.value) : result;
      expect([name, found.ok && found.value.length]).toEqual([name, slow.length]);
    }
  });

  it('of older shapes are read, mended or refused with the reason', () => {
    const outcome: Record<string, number> = {};
    for (const { text } of pagesUnder(folder, 'history')) {
      const { ok, issues } = parseArticle(text);
      const key = `${ok ? 'read' : 'refused'} ${issues.map((issue) => issue.code).join()}`.trim();
      outcome[key] = (outcome[key] ?? 0) + 1;
    }
    expect(outcome).toEqual({
      read: 18,
      'read repaired-key': 3,
      'refused not-an-article': 11,
      'refused invalid-yaml': 1,
    });
  });

  it('never make the reader throw when they are damaged, and never make its two ways differ', () => {
    const scrap = fc.constantFrom(
      '',
      '\\n',
      '\\neq',
      '$',
      '$$',
      '\n',
      ': ',
      '"',
      '\t',
      '---\n',
      '```',
      '\\',
      '&a ',
      '*a',
      '\0',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...current),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(30),
        scrap,
        (page, place, length, text) => {
          const at = Math.floor(place * page.text.length);
          const damaged = page.text.slice(0, at) + text + page.text.slice(at + length);
          const result = parseArticle(damaged);
          if (result.ok) parseStrategies(result.value);
          const block = blockOf({ name: '', text: damaged });
          const generated = readGeneratedFrontMatter(block);
          if (generated) expect(generated).toEqual(load(block));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe.skipIf(seeds === undefined)('the two seed pages', () => {
  const seed = (name: string): string => readFileSync(join(seeds ?? '', name), 'utf8');

  it('give eight strategies and three related links', () => {
    const result = parseArticle(seed('000_f769b05a92b6827d.txt'));
    if (!result.ok) throw new Error('refused');
    const found = parseStrategies(result.value);
    expect([found.ok && found.value.length, result.value.related.length, result.issues]).toEqual([8, 3, []]);
  });

  it('give seven indicators for each list, one of them parted with a warning', () => {
    const result = parseGuidance(seed('003_2a13082839bba38c.txt'));
    if (!result.ok) throw new Error('refused');
    const { title, lists, hints, practiceExamples, resourceCategories } = result.value;
    expect([
      title,
      lists.map((list) => list.indicators.length),
      hints.length,
      practiceExamples.length,
      resourceCategories.length,
    ]).toEqual(['Leadership in STEM', [7, 7], 4, 2, 3]);
    expect(result.issues.filter((issue) => issue.severity !== 'info').map((issue) => issue.code)).toEqual([
      'merged-bullets',
    ]);
  });
});
