import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stemNationAwardFramework } from '../../../src/data/frameworks/stem-nation-award.js';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { buildTextIndex } from '../../../src/graph/words/build-text-index.js';
import { readingsFor, type ReadingsOptions, type Topic } from '../../../src/graph/recommend/readings-for.js';
import { openTextIndex } from '../../../src/graph/words/text-index.js';
import type { Indicator } from '../../../src/model/awards/framework.js';
import { parseArticle } from '../../../src/text/article/parse-article.js';
import { parseStrategies } from '../../../src/text/strategies/parse-strategies.js';
import { outsideFolder } from '../../text/pages.js';

const article = (id: number, title: string, answer: string, more: { noIndex?: boolean; url?: string } = {}) => ({
  url: `/${id}`,
  id,
  title,
  subject: 'Education',
  answer,
  related: [],
  ...more,
});

const SITE = [
  article(
    1,
    'How do schools find partners among employers?',
    'A school asks local employers for visits, mentors and projects. Employers value partnerships that last.',
  ),
  article(
    2,
    'How do pupils lead a science club?',
    'Learners plan the club, lead activities for younger pupils and tell others what they found. Leadership grows with practice.',
  ),
  article(3, 'What is photosynthesis?', 'Plants make sugar from light, water and carbon dioxide.'),
  article(
    4,
    'How can a team use data to plan lessons?',
    'Teachers collect data about uptake and attainment, look at the evidence and decide what to improve.',
  ),
  article(
    5,
    'What does professional learning look like?',
    'Practitioners take part in professional learning, share practice and reflect on it with others.',
  ),
  article(6, 'How does sound travel?', 'Sound is a wave of pressure in air, water or a solid.'),
  article(7, 'Why do metals conduct?', 'Electrons move freely between the atoms of a metal.'),
];
const graph = buildArticleGraph(SITE);
const text = buildTextIndex(SITE, graph);
const urls = (topic: Topic, options?: ReadingsOptions): string[] =>
  readingsFor(topic, graph, options).map(({ url }) => url);

describe('readings', () => {
  test('are articles that treat a strategy, with the words they take up', () => {
    const strategy = {
      name: 'Employer partnerships',
      description: 'Ask local employers for mentors and visits.',
      position: 1,
    };
    const [first, ...rest] = readingsFor(strategy, graph, { text });
    expect([first?.url, rest]).toEqual(['/1', []]);
    // “employer” itself is not said there, so that not all of the topic is held.
    expect(first!.share).toBeGreaterThan(0.5);
    expect(first!.share).toBeLessThan(1);
    expect(first!.terms).toEqual(expect.arrayContaining(['partnerships', 'employers', 'mentors', 'visits', 'local']));
    expect(first!.terms).not.toContain('employer');
    expect(first!.message).toMatch(/^it speaks of (“\w+”, ){4}“\w+”$/u);
  });

  test('are found for an indicator, and for what was suggested by its label alone', () => {
    const indicator = {
      label: 'Use of data',
      statement: 'Evidence about uptake and attainment is used to decide what to improve.',
    };
    expect(urls(indicator, { text })[0]).toBe('/4');
    const suggested = {
      strategy: 'professional-learning',
      label: 'Professional learning',
      strength: 'main',
      reason: 'It helps.',
    };
    expect(urls(suggested, { text })[0]).toBe('/5');
  });

  test('without texts are those whose titles take up half of what the topic is called', () => {
    expect(urls({ name: 'Professional learning', description: 'Workshops, courses and much else besides.' })).toEqual([
      '/5',
    ]);
    expect(urls({ label: 'Learning about employers by asking them' })).toEqual([]);
    expect(urls({ label: 'Learning about employers by asking them' }, { leastShare: 0.1 }).length).toBeGreaterThan(0);
  });

  test('are none where the site has nothing on the topic, where there is no site, and where nothing is said', () => {
    const volcano = { name: 'Volcanoes', description: 'Basalt, magma and eruptions.' };
    expect([urls(volcano), urls(volcano, { text })]).toEqual([[], []]);
    expect(readingsFor(volcano, buildArticleGraph([]))).toEqual([]);
    expect([urls({ label: '' }), urls({ label: '—' }, { text })]).toEqual([[], []]);
    expect(urls({ label: 'Professional learning' }, { limit: 0 })).toEqual([]);
  });

  test('leave out pages that search engines are asked to stay away from, and all copies but one', () => {
    const copy = { ...SITE[4]!, url: '/copy' };
    const more = [...SITE.map((one) => ({ ...one, noIndex: one.id === 1 })), copy];
    const links = buildArticleGraph(more);
    const found = (topic: Topic) => readingsFor(topic, links, { text: buildTextIndex(more, links) });
    expect(found({ label: 'Professional learning' }).map(({ id }) => id)).toEqual([5]);
    expect(found({ label: 'Partnerships of employers' })).toEqual([]);
  });

  test('are found by the words of the tokenizer of the index', () => {
    const tokenize = (said: string): string[] => [...said.toLowerCase().matchAll(/[a-z]{5}/gu)].map(([stem]) => stem);
    const own = buildTextIndex(SITE, graph, { tokenize });
    // “Employing” and “employers” begin with the same five letters.
    expect(urls({ label: 'Employing' }, { text: own })).toEqual(['/1']);
    expect(urls({ label: 'Employing' }, { text })).toEqual([]);
    const opened = openTextIndex(own.buffer);
    expect(() => urls({ label: 'Employing' }, { text: opened })).toThrow(
      /readingsFor: this index was built with a tokenizer of its own/,
    );
    expect(urls({ label: 'Employing' }, { text: openTextIndex(own.buffer, { tokenize }) })).toEqual(['/1']);
  });

  test('of the best share first hold the whole of a topic that an article repeats', () => {
    const [first] = readingsFor({ label: SITE[2]!.title, statement: SITE[2]!.answer }, graph, { text });
    expect(first).toMatchObject({ url: '/3', share: 1 });
  });

  test.each<readonly [string, Topic, ReadingsOptions, RegExp]>([
    ['a misspelt option', { label: 'x' }, { share: 1 } as ReadingsOptions, /readingsFor: options has no “share”/],
    ['a share above 1', { label: 'x' }, { leastShare: 25 }, /leastShare is 25; it is a share from 0 to 1/],
    ['a limit that is no count', { label: 'x' }, { limit: -1 }, /limit is -1/],
    [
      'texts of other articles',
      { label: 'x' },
      { text: buildTextIndex(SITE.slice(1), buildArticleGraph(SITE.slice(1))) },
      /the text index is not of the articles/,
    ],
    [
      'a topic that is a string',
      'data' as unknown as Topic,
      {},
      /a topic is a strategy, an indicator, or an object with a label/,
    ],
    ['a topic without a name', {} as Topic, {}, /a topic is a strategy/],
    ['no topic', null as unknown as Topic, {}, /a topic is a strategy/],
  ])('%s is refused', (_, topic, options, message) => {
    expect(() => readingsFor(topic, graph, options)).toThrow(message);
  });
});

test('every indicator of the STEM Nation Award can be asked for, and finds what is written about it', () => {
  const indicators = stemNationAwardFramework.elements.flatMap((element): readonly Indicator[] => element.indicators);
  expect(indicators.length).toBeGreaterThan(10);
  const pages = indicators.map(({ label, statement }, i) => article(100 + i, label, statement));
  const site = [...SITE, ...pages];
  const links = buildArticleGraph(site);
  const words = buildTextIndex(site, links);
  indicators.forEach((indicator, i) => {
    expect(readingsFor(indicator, links, { text: words })[0]).toMatchObject({ id: 100 + i, share: 1 });
    expect(readingsFor(indicator, links).map(({ id }) => id)).toContain(100 + i);
  });
});

const seeds = outsideFolder('STEM_SEEDS_DIR');

describe.skipIf(seeds === undefined)('the strategies of the seed page', () => {
  test('each lead to the page they were taken from, and to nothing on a site about something else', () => {
    const page = parseArticle(readFileSync(join(seeds ?? '', '000_f769b05a92b6827d.txt'), 'utf8'));
    if (!page.ok) throw new Error('refused');
    const strategies = parseStrategies(page.value);
    if (!strategies.ok) throw new Error('refused');
    const site = [...SITE.slice(2, 3), ...SITE.slice(5), page.value];
    const links = buildArticleGraph(site);
    const words = buildTextIndex(site, links);
    expect(strategies.value.length).toBe(8);
    for (const strategy of strategies.value) {
      expect(readingsFor(strategy, links, { text: words }).map(({ url }) => url)).toEqual([page.value.url]);
    }
  });
});
