import { describe, expect, test } from 'vitest';
import {
  adamicAdar,
  articleGraphFromBytes,
  articleGraphToBytes,
  articleSlug,
  buildArticleGraph,
  buildLinkGraph,
  buildTextIndex,
  coCitation,
  communities,
  countGraphIssues,
  coupling,
  degrees,
  type EditedLinks,
  type FrozenArticleGraph,
  freezeArticleGraph,
  fromArticleGraph,
  hits,
  keyTerms,
  type LinkGraph,
  modularity,
  moreLikeText,
  moreLikeThis,
  openArticleGraph,
  openTextIndex,
  pageRank,
  personalisedPageRank,
  rankKeeper,
  readingOrder,
  readingPath,
  reciprocity,
  searchText,
  shortestPath,
  siteReport,
  strongComponents,
  type TextIndex,
  toArticleGraph,
  tokenizeText,
  topArticles,
  weakComponents,
  withArticle,
  withoutArticle,
} from '../../src/graph/index.js';

const PAGES = [
  { url: '/a', id: 1, title: 'Wind', subject: 'Energy', answer: 'How turbines turn.' },
  { url: '/b', id: 2, title: 'Water', subject: 'Energy', answer: 'Where turbines stand.' },
  { url: '/c', id: 3, title: 'Clubs', subject: 'Schools', answer: 'What clubs do.' },
] as const;

const linkTo = (place: number) => ({ ...PAGES[place]!, slot: 1 });

const articleGraph = (): FrozenArticleGraph =>
  buildArticleGraph(PAGES.map((page, i) => ({ ...page, related: i < 2 ? [linkTo(i + 1)] : [] })));

const textIndex = (): TextIndex => buildTextIndex(PAGES, articleGraph());

const handAway = (buffer: ArrayBuffer): void => {
  structuredClone(buffer, { transfer: [buffer] });
};

const handedAway = (): FrozenArticleGraph => {
  const graph = articleGraph();
  handAway(graph.buffer);
  handAway(graph.tableBuffer);
  return graph;
};

/** What a call throws; fails where it throws nothing. */
const thrownBy = (call: () => unknown): Error => {
  let result: unknown;
  try {
    result = call();
  } catch (error) {
    return error as Error;
  }
  throw new Error(`nothing was thrown; the result is ${typeof result}`);
};

/** An error of an engine, not of ours: it says what happened inside and not what was wrong outside. */
const ENGINE =
  /cannot (read|convert|destructure|set)|is not (a function|iterable|defined|a constructor)|invalid|undefined \(/i;

const expectSentence = (caller: string, error: Error): void => {
  expect(error.message).toMatch(new RegExp(`^${caller.replace('.', '\\.')}: `));
  expect(error.message).not.toMatch(ENGINE);
  expect(error instanceof TypeError || error instanceof RangeError, error.name).toBe(true);
};

// biome-ignore lint/suspicious/noExplicitAny: what is given here is what the types forbid
type Anything = any;
type Call = (subject: Anything, options?: Anything) => unknown;

/** Every function of the room that takes a graph, and whether it takes options. */
const OF_LINKS: readonly (readonly [string, Call, boolean])[] = [
  ['adamicAdar', (graph, options) => adamicAdar(graph, 0, options), true],
  ['coCitation', (graph, options) => coCitation(graph, 0, options), true],
  ['communities', (graph, options) => communities(graph, options), true],
  ['coupling', (graph, options) => coupling(graph, 0, options), true],
  ['degrees', (graph) => degrees(graph), false],
  ['hits', (graph, options) => hits(graph, options), true],
  ['modularity', (graph, options) => modularity(graph, [0, 0, 0], options), true],
  ['pageRank', (graph, options) => pageRank(graph, options), true],
  ['personalisedPageRank', (graph, options) => personalisedPageRank(graph, 0, options), true],
  ['rankKeeper', (graph, options) => rankKeeper(graph, options), true],
  ['reciprocity', (graph, options) => reciprocity(graph, options), true],
  ['shortestPath', (graph, options) => shortestPath(graph, 0, 1, options), true],
  ['strongComponents', (graph) => strongComponents(graph), false],
  ['weakComponents', (graph) => weakComponents(graph), false],
];

const OF_ARTICLES: readonly (readonly [string, Call, boolean])[] = [
  ['articleGraphToBytes', (graph) => articleGraphToBytes(graph), false],
  ['readingOrder', (graph) => readingOrder(graph, ['/a']), false],
  ['readingPath', (graph, options) => readingPath(graph, '/a', '/b', options), true],
  ['siteReport', (graph, options) => siteReport(graph, options), true],
  ['toArticleGraph', (graph) => toArticleGraph(graph), false],
  ['topArticles', (graph, options) => topArticles(graph, [1, 2, 3], options), true],
];

/** These take an edited graph as well. */
const OF_EDITS: readonly (readonly [string, Call, boolean])[] = [
  ['freezeArticleGraph', (graph) => freezeArticleGraph(graph), false],
  ['withArticle', (graph) => withArticle(graph, { ...PAGES[0], related: [] }), false],
  ['withoutArticle', (graph) => withoutArticle(graph, '/a'), false],
];

const OF_TEXTS: readonly (readonly [string, Call, boolean])[] = [
  ['keyTerms', (index, options) => keyTerms(index, '/a', options), true],
  ['moreLikeText', (index, options) => moreLikeText(index, 'clubs', options), true],
  ['moreLikeThis', (index, options) => moreLikeThis(index, '/a', options), true],
  ['searchText', (index, options) => searchText(index, 'clubs', options), true],
];

const NO_GRAPHS: readonly (readonly [string, () => unknown, RegExp])[] = [
  ['null', () => null, /the graph is null; give one of buildArticleGraph( or buildLinkGraph)?$/],
  ['undefined', () => undefined, /the graph is undefined/],
  ['5', () => 5, /the graph is 5/],
  ['{}', () => ({}), /this is no graph/],
  ['a list', () => PAGES, /the graph is a list; build a graph of it with buildArticleGraph$/],
  ['handed away', handedAway, /was handed to a worker; open it there, or post it without a transfer list$/],
];

const ALL_OF_GRAPHS = [...OF_LINKS, ...OF_ARTICLES, ...OF_EDITS];

describe('what is no graph is refused with a sentence', () => {
  for (const [caller, call] of ALL_OF_GRAPHS) {
    test(`by ${caller}`, () => {
      for (const [, made, words] of NO_GRAPHS) {
        const error = thrownBy(() => call(made()));
        expectSentence(caller, error);
        expect(error).toBeInstanceOf(TypeError);
        expect(error.message).toMatch(words);
      }
      expect(call(articleGraph())).not.toBe(null);
    });
  }

  for (const [caller, call] of [...OF_LINKS, ...OF_ARTICLES]) {
    test(`an edited graph, by ${caller}`, () => {
      const error = thrownBy(() => call(withoutArticle(articleGraph(), '/c')));
      expectSentence(caller, error);
      expect(error.message).toMatch(/has edits laid over it; freeze it first with freezeArticleGraph$/);
    });
  }

  for (const [caller, call] of [...OF_ARTICLES, ...OF_EDITS]) {
    test(`a graph without articles, by ${caller}`, () => {
      const error = thrownBy(() => call(buildLinkGraph({ nodeCount: 3, sources: [0], targets: [1] })));
      expectSentence(caller, error);
      expect(error.message).toMatch(/links but no articles; give one of buildArticleGraph$/);
    });
  }

  test('a graph of no nodes that was handed away is told from one that is here', () => {
    const empty = buildLinkGraph({ nodeCount: 0, sources: [], targets: [] });
    expect(degrees(empty).out.length).toBe(0);
    handAway(empty.buffer);
    expectSentence(
      'degrees',
      thrownBy(() => degrees(empty)),
    );
  });

  test('a graph handed away without its table, and the table without the graph', () => {
    for (const name of ['buffer', 'tableBuffer'] as const) {
      const graph = articleGraph();
      handAway(graph[name]);
      expectSentence(
        'siteReport',
        thrownBy(() => siteReport(graph)),
      );
    }
  });

  test('an edited graph whose base was handed away', () => {
    const graph = articleGraph();
    const edited = withoutArticle(graph, '/a');
    handAway(graph.buffer);
    handAway(graph.tableBuffer);
    expectSentence(
      'withoutArticle',
      thrownBy(() => withoutArticle(edited, '/b')),
    );
    expectSentence(
      'freezeArticleGraph',
      thrownBy(() => freezeArticleGraph(edited)),
    );
  });
});

describe('what a graph tells of its articles is refused once its table was handed away', () => {
  const calls: readonly (readonly [string, (graph: FrozenArticleGraph) => unknown])[] = [
    ['nodeOf', (graph) => graph.nodeOf('/a')],
    ['urlAt', (graph) => graph.urlAt(0)],
    ['idAt', (graph) => graph.idAt(0)],
    ['titleAt', (graph) => graph.titleAt(0)],
    ['subjectAt', (graph) => graph.subjectAt(0)],
    ['fileNameAt', (graph) => graph.fileNameAt(0)],
    ['isNoIndexAt', (graph) => graph.isNoIndexAt(0)],
    ['nodesWithId', (graph) => graph.nodesWithId(1)],
  ];
  for (const [caller, call] of calls) {
    test(`by ${caller}`, () => {
      expectSentence(
        caller,
        thrownBy(() => call(handedAway())),
      );
      expect(() => call(articleGraph())).not.toThrow();
    });
  }
});

describe('what is no text index is refused with a sentence', () => {
  for (const [caller, call] of OF_TEXTS) {
    test(`by ${caller}`, () => {
      const away = textIndex();
      handAway(away.buffer);
      for (const index of [null, undefined, 5, {}, PAGES, away]) {
        const error = thrownBy(() => call(index));
        expectSentence(caller, error);
        expect(error).toBeInstanceOf(TypeError);
      }
      expect(() => call(textIndex())).not.toThrow();
    });
  }
});

describe('options that are no object, or have a name that does not exist, are refused', () => {
  const all = [
    ...[...OF_LINKS, ...OF_ARTICLES].map((one) => [...one, articleGraph()] as const),
    ...OF_TEXTS.map((one) => [...one, textIndex()] as const),
    [
      'buildTextIndex',
      (pages: Anything, options: Anything) => buildTextIndex(pages, articleGraph(), options),
      true,
      PAGES,
    ] as const,
    [
      'openTextIndex',
      ({ buffer }: Anything, options: Anything) => openTextIndex(buffer, options),
      true,
      textIndex(),
    ] as const,
  ];
  for (const [caller, call, hasOptions, subject] of all) {
    if (!hasOptions) continue;
    test(`by ${caller}`, () => {
      for (const options of [null, 5, 'k', [], { nosuch: 1 }]) {
        const error = thrownBy(() => call(subject, options));
        expectSentence(caller, error);
        expect(error).toBeInstanceOf(TypeError);
      }
      expect(() => call(subject, {})).not.toThrow();
      expect(() => call(subject, undefined)).not.toThrow();
    });
  }
});

/** What cannot be meant for a number. */
const NO_NUMBERS = [null, [0.5], [99], '0.5', true, {}, Number.NaN, -1];

const optionsOf = (names: readonly string[], values: readonly unknown[]) =>
  names.flatMap((name) => values.map((value) => ({ [name]: value })));

const callOf = (caller: string): Call => [...OF_LINKS, ...OF_ARTICLES].find(([name]) => name === caller)![1];

describe('an option that cannot be meant is refused', () => {
  const table: readonly (readonly [string, Call, readonly object[]])[] = [
    ['pageRank', callOf('pageRank'), optionsOf(['damping', 'tolerance', 'maxSweeps'], NO_NUMBERS)],
    ['pageRank', callOf('pageRank'), optionsOf(['slotWeight'], [5, null, () => null, () => '1'])],
    [
      'pageRank',
      callOf('pageRank'),
      optionsOf(['personalisation'], [5, null, {}, () => 1, ['1', '1', '1'], [[1], 1, 1]]),
    ],
    ['pageRank', callOf('pageRank'), optionsOf(['dangling'], [null, 5, 'Drop', Object.create(null)])],
    ['rankKeeper', callOf('rankKeeper'), optionsOf(['damping', 'relativeTolerance'], NO_NUMBERS)],
    ['personalisedPageRank', callOf('personalisedPageRank'), optionsOf(['damping', 'epsilon', 'limit'], NO_NUMBERS)],
    [
      'personalisedPageRank',
      callOf('personalisedPageRank'),
      optionsOf(['exclude'], [null, 5, -1, {}, () => 1, '1', [-1], [3], ['0']]),
    ],
    ['hits', callOf('hits'), optionsOf(['tolerance', 'maxIterations'], NO_NUMBERS)],
    ['communities', callOf('communities'), optionsOf(['resolution'], NO_NUMBERS)],
    ['modularity', callOf('modularity'), optionsOf(['resolution'], NO_NUMBERS)],
    ['modularity', callOf('modularity'), optionsOf(['directed'], ['x', null, 1])],
    ['adamicAdar', callOf('adamicAdar'), optionsOf(['limit', 'maxDegree'], NO_NUMBERS)],
    ['coCitation', callOf('coCitation'), optionsOf(['limit', 'maxDegree'], NO_NUMBERS)],
    ['coupling', callOf('coupling'), optionsOf(['limit', 'maxDegree'], NO_NUMBERS)],
    ['shortestPath', callOf('shortestPath'), optionsOf(['avoid'], [null, 5, {}, () => 1, '0', [-1], [3], ['0']])],
    ['shortestPath', callOf('shortestPath'), optionsOf(['groups'], [null, 5, {}, () => 1, [1]])],
    ['readingPath', callOf('readingPath'), optionsOf(['maxSteps'], NO_NUMBERS)],
    ['readingPath', callOf('readingPath'), optionsOf(['avoid'], [null, 5, {}, () => 1, '/a', [-1], ['/none']])],
    ['siteReport', callOf('siteReport'), optionsOf(['clicks', 'limit'], NO_NUMBERS)],
    ['siteReport', callOf('siteReport'), optionsOf(['entries'], ['/a', [99], null, 5, {}])],
  ];
  for (const [caller, call, wrong] of table) {
    test(`by ${caller}: ${Object.keys(wrong[0]!)[0]}`, () => {
      const graph = articleGraph();
      for (const options of wrong)
        expectSentence(
          caller,
          thrownBy(() => call(graph, options)),
        );
    });
  }

  test('by searches in texts', () => {
    const index = textIndex();
    for (const [caller, call, hasOptions] of OF_TEXTS) {
      if (!hasOptions) continue;
      for (const options of optionsOf(['limit'], NO_NUMBERS))
        expectSentence(
          caller,
          thrownBy(() => call(index, options)),
        );
      if (caller === 'keyTerms') continue;
      for (const options of optionsOf(['exclude'], [null, 5, {}, () => 1, '/a', [-1], [3]])) {
        expectSentence(
          caller,
          thrownBy(() => call(index, options)),
        );
      }
    }
  });

  test('by buildTextIndex', () => {
    const wrong = [
      ...optionsOf(['k1', 'b'], NO_NUMBERS),
      ...optionsOf(['weights'], [5, null, [], { titel: 3 }, { title: null }, { title: '3' }]),
      ...optionsOf(['tokenize'], [5, null, {}, () => 5, () => null, () => [5]]),
    ];
    for (const options of wrong) {
      const error = thrownBy(() => buildTextIndex(PAGES, articleGraph(), options as Anything));
      expect(error.message).not.toMatch(ENGINE);
      expect(error.message).toMatch(/^(buildTextIndex|tokenize): /);
    }
  });
});

describe('an argument that cannot be meant is refused', () => {
  const graph = articleGraph();
  const index = textIndex();
  const table: readonly (readonly [string, (value: Anything) => unknown, readonly unknown[]])[] = [
    [
      'buildTextIndex',
      (value) => buildTextIndex(value, graph),
      [null, 5, {}, 'pages', [5], [null], [{ ...PAGES[0], keywords: 5 }]],
    ],
    ['buildArticleGraph', (value) => buildArticleGraph(value), [null, 5, {}, 'pages', [5], [null]]],
    ['searchText', (value) => searchText(index, value), [null, 5, {}, ['a']]],
    ['moreLikeText', (value) => moreLikeText(index, value), [null, 5, {}, ['a']]],
    ['moreLikeThis', (value) => moreLikeThis(index, value), [null, '0', -1, 3, {}, Object.create(null)]],
    ['buildTextIndex', (value) => buildTextIndex(PAGES, value), [null, undefined, 5, {}, PAGES]],
    ['keyTerms', (value) => keyTerms(index, value), [null, '0', -1, 3]],
    ['tokenizeText', tokenizeText, [null, undefined, 5, {}, ['a']]],
    ['articleSlug', articleSlug, [null, undefined, 5, {}, ['a']]],
    ['countGraphIssues', countGraphIssues, [null, 5, {}, 'none']],
    ['topArticles', (value) => topArticles(graph, value), [undefined, null, 5, {}, [1], [1, 2, '3'], [1, 2, null]]],
    ['modularity', (value) => modularity(graph, value), [undefined, null, 5, {}, [1], [0, 0, 3], [0, 0, '0']]],
    ['personalisedPageRank', (value) => personalisedPageRank(graph, value), [null, {}, '0', [], [3], ['0'], -1]],
    ['personalisedPageRank', (value) => personalisedPageRank(graph, new Map([[0, value]])), [null, '1', 0, [1]]],
    ['coCitation', (value) => coCitation(graph, value), [null, '0', 3, Object.create(null)]],
    ['readingOrder', (value) => readingOrder(graph, value), [null, 5, '/a', [5], ['/none']]],
    ['readingPath', (value) => readingPath(graph, value, '/a'), [null, 5, Object.create(null), '/none']],
    ['withoutArticle', (value) => withoutArticle(graph, value), [null, 5, {}]],
    ['withArticle', (value) => withArticle(graph, value), [null, 5, {}]],
    ['nodeOf', (value) => graph.nodeOf(value), [null, undefined, 5]],
    ['articleGraphFromBytes', articleGraphFromBytes, [null, 5, {}, [1, 2], new Float64Array(9)]],
    [
      'openArticleGraph',
      (value) => openArticleGraph(value, graph.tableBuffer),
      [null, 5, new Uint8Array(graph.buffer)],
    ],
    [
      'openArticleGraph',
      (value) => openArticleGraph(graph.buffer, value),
      [null, 5, new Uint8Array(graph.tableBuffer)],
    ],
    ['openTextIndex', (value) => openTextIndex(value), [null, 5, new Uint8Array(index.buffer)]],
    ['openTextIndex', (value) => openTextIndex(index.buffer, { tokenize: value }), [null, 5, {}]],
    ['fromArticleGraph', (value) => fromArticleGraph(value), [null, 5, {}, { articles: [], links: 5 }]],
    ['fromArticleGraph', (value) => fromArticleGraph({ articles: [value], links: [] }), [null, 5, {}]],
    ['fromArticleGraph', (value) => fromArticleGraph({ articles: PAGES, links: [value] }), [null, 5, {}]],
  ];
  for (const [caller, call, wrong] of table) {
    test(`by ${caller}, such as ${typeof wrong[0]}`, () => {
      for (const value of wrong) {
        const error = thrownBy(() => call(value));
        expectSentence(caller, error);
      }
    });
  }

  test('an article that is listed twice in plain data, as its schema refuses it', () => {
    const { articles, links } = toArticleGraph(graph);
    expect(() => fromArticleGraph({ articles: [...articles, articles[0]!], links })).toThrow(
      new TypeError('fromArticleGraph: articles[3].url is “/a”, which is listed twice'),
    );
  });

  test('a snapshot may be given as the ArrayBuffer that a file was read into', () => {
    const bytes = articleGraphToBytes(graph);
    const again = articleGraphFromBytes(bytes.slice().buffer as ArrayBuffer);
    expect(again.ok && again.value.urlAt(0)).toBe('/a');
  });
});

describe('what the caller throws leaves nothing behind', () => {
  const throwing = function* <T>(first: T): Iterable<T> {
    yield first;
    throw new Error('enough');
  };

  test('in the room of personalised ranks', () => {
    const graph = articleGraph();
    const before = personalisedPageRank(graph, 0);
    expect(() => personalisedPageRank(graph, 0, { exclude: throwing(1) })).toThrow('enough');
    expect(() => personalisedPageRank(graph, throwing(1) as Anything)).toThrow('enough');
    expect(personalisedPageRank(graph, 0)).toEqual(before);
  });

  test('in the sums of a text index', () => {
    const index = textIndex();
    const before = searchText(index, 'turbines');
    expect(() => searchText(index, 'turbines', { exclude: throwing('/a') })).toThrow('enough');
    expect(() => moreLikeThis(index, '/a', { exclude: throwing('/a') })).toThrow('enough');
    expect(() => moreLikeText(index, 'turbines', { exclude: throwing('/a') })).toThrow('enough');
    expect(searchText(index, 'turbines')).toEqual(before);
  });

  test('in an index whose tokenizer throws in the midst of a text', () => {
    let isWell = true;
    const index = buildTextIndex(PAGES, articleGraph(), {
      tokenize: (text) => (isWell ? text.split(' ') : throwing('Clubs')),
    });
    const before = searchText(index, 'Clubs');
    isWell = false;
    expect(() => searchText(index, 'Clubs')).toThrow('enough');
    isWell = true;
    expect(searchText(index, 'Clubs')).toEqual(before);
  });

  test('in kept ranks', () => {
    const base: LinkGraph = articleGraph();
    const changedRows = new Map([[2, Int32Array.of(0)]]);
    const edited: EditedLinks = { base, nodeCount: 3, isRemoved: () => false, changedRows };
    const keeper = rankKeeper(base);
    const before = keeper.ranks();
    const fail = (): never => {
      throw new Error('enough');
    };
    expect(() => keeper.update({ ...edited, isRemoved: fail })).toThrow('enough');
    expect(keeper.ranks()).toEqual(before);
    keeper.update(edited);
    const fresh = rankKeeper(base);
    fresh.update(edited);
    expect(keeper.ranks()).toEqual(fresh.ranks());
  });
});

describe('an edit that is none is refused by kept ranks, which stay as they were', () => {
  const base = buildLinkGraph({ nodeCount: 3, sources: [0, 1], targets: [1, 0] });
  const edit = (change: object): Anything => ({
    base,
    nodeCount: 3,
    isRemoved: () => false,
    changedRows: new Map(),
    ...change,
  });
  const wrong: readonly (readonly [string, Anything])[] = [
    ['null', null],
    ['a frozen graph', base],
    ['a list', []],
    ['a row to a node that is not there', edit({ changedRows: new Map([[1, Int32Array.of(0, 99)]]) })],
    ['such a row over another base', edit({ base: { ...base }, changedRows: new Map([[1, Int32Array.of(-1)]]) })],
    ['a row of a node that is not there', edit({ changedRows: new Map([[3, Int32Array.of(0)]]) })],
    ['a row that is a plain list', edit({ changedRows: new Map([[1, [0]]]) })],
    ['fewer nodes than the base has', edit({ nodeCount: 2 })],
    ['no number of nodes', edit({ nodeCount: null })],
  ];
  for (const [name, edited] of wrong) {
    test(`such as ${name}`, () => {
      const keeper = rankKeeper(base);
      const before = keeper.ranks();
      expectSentence(
        'rankKeeper.update',
        thrownBy(() => keeper.update(edited)),
      );
      expect(keeper.ranks()).toEqual(before);
    });
  }
});
