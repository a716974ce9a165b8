/**
 * What `npm run fuzz` tries. A finding is an exception that is not a refusal in the library's own words, an answer that changes when the
 * same is asked again, more counted work than a case of its size may take, or a verdict that the slow oracle contradicts.
 */
import fc from 'fast-check';
import * as agreement from '../../src/agreement/index.js';
import * as evaluation from '../../src/evaluation/index.js';
import * as graph from '../../src/graph/index.js';
import { sealTable } from '../../src/graph/articles/article-table.js';
import { sealLinkGraph } from '../../src/graph/links/link-graph.js';
import { sealBuffer } from '../../src/graph/packed/seal-buffer.js';
import { SNAPSHOT } from '../../src/graph/articles/article-graph-to-bytes.js';
import { rubricSchema } from '../../src/model/index.js';
import * as tables from '../../src/tables/index.js';
import * as text from '../../src/text/index.js';
import { arbitraryCase } from '../support/arbitrary-rubric.js';
import { countedWork } from '../support/counted-work.js';
import { siteOf } from '../graph/support/drawn-articles.js';
import { expectedEvaluation } from '../support/oracle.js';
import { Draw } from './draw.js';

type Ask = (name: string, size: number, call: () => unknown) => unknown;
type Target = (draw: Draw, ask: Ask, say: (message: string) => void, seed: number) => void;

/** Says what is wrong with an exception: one of ours names the function first, and is no engine message. */
const strangeness = (name: string, error: unknown): string | undefined => {
  if (!(error instanceof TypeError || error instanceof RangeError)) return `${name} threw ${String(error)}`;
  return error.message.startsWith(name) ? undefined : `${name} threw “${error.message.slice(0, 200)}”`;
};

const shown = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'bigint' ? `${one}n` : one instanceof Map ? [...one] : one,
  ) ?? 'undefined';

const PIECES = [
  '---\n',
  '\n',
  '\n\n',
  ' ',
  '  ',
  '\t',
  '# ',
  '## ',
  '- ',
  '* ',
  '• ',
  '•\n',
  '1. ',
  '2. ',
  '3) ',
  '**',
  '**A**: ',
  '[x](/y)',
  '`',
  '```\n',
  '$$',
  '$',
  '\\n',
  '\\',
  '|',
  '---',
  '===\n',
  '=\n',
  '>',
  '>-\n    ',
  '? ',
  ': ',
  '&a ',
  '*a',
  '!!x ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '#x',
  'id: 1\n',
  'date: 2025-02-30\n',
  'title: a # b\n',
  'answer: >-\n',
  'related:\n',
  'seo:\n',
  'score: -1.0\n',
  'nursery',
  'primary schools?',
  'What about special schools?',
  'Leadership in STEM',
  '\u{1F600}',
  '\uD800',
  '\u0000',
  '\u200B',
  '\uF0B7',
  'é',
  'e\u0301',
  '__proto__: 1\n',
  'constructor',
  'word ',
  'A A A ',
  '\r\n',
  '\r',
  '<b>',
  '</b>',
  '&amp;',
  '1',
  '9'.repeat(30),
];

const pageOf = (draw: Draw): string => {
  const one = (): string => draw.list(60, () => draw.pick(PIECES)).join('');
  // One in some is one piece, or a pair, many times over: where quadratic work shows.
  if (draw.oneIn(4)) return one() + (draw.pick(PIECES) + draw.pick(PIECES)).repeat(draw.below(3_000)) + one();
  return draw.oneIn(2) ? `---\n${one()}\n---\n${one()}` : one();
};

const pages: Target = (draw, ask) => {
  const page = pageOf(draw);
  const size = 2_000 + page.length;
  ask('parseArticle', size, () => text.parseArticle(page));
  ask('parseGuidance', size, () => text.parseGuidance(page));
  ask('parseStrategies', size, () => text.parseStrategies({ answer: page }));
};

const rubrics: Target = (draw, ask, say, seed) => {
  const [drawn] = fc.sample(arbitraryCase, { numRuns: 1, seed: seed ^ draw.below(2 ** 30) });
  if (!drawn) return;
  const { rubric, given } = drawn;
  const size = 20_000_000;
  const parsed = ask('safeParse', size, () => rubricSchema.safeParse(rubric).success);
  if (parsed !== true) say('a sound rubric is refused by rubricSchema');
  const evaluated = ask('evaluate', size, () => evaluation.evaluate(rubric, given)) as
    | ReturnType<typeof evaluation.evaluate>
    | undefined;
  const { verdicts } = expectedEvaluation(rubric, given);
  if (evaluated && shown(evaluated.verdicts) !== shown(verdicts)) {
    say(`evaluate says ${shown(evaluated.verdicts)}, the oracle ${shown(verdicts)} of ${shown({ rubric, given })}`);
  }
  const to = rubric.outcomes.at(-1)?.id;
  if (to !== undefined) ask('nextSteps', size, () => evaluation.nextSteps(rubric, given, { to }));
  const [first] = rubric.criteria;
  const [level] = (first?.scale ?? rubric.scale).levels;
  if (first && level)
    ask('whatIf', size, () => evaluation.whatIf(rubric, given, { ratings: { [first.id]: level.id } }));
  ask('checkRubric', size, () => evaluation.checkRubric(rubric, { limit: 20_000 }));
  // A proof looks at every completion of each state: it is by far the costliest.
  if (draw.oneIn(10)) ask('proveRubric', size, () => evaluation.proveRubric(rubric, { mostStates: 300, samples: 20 }));
  ask('diffRubrics', size, () => evaluation.diffRubrics(rubric, rubric, { mostStates: 300 }));
  ask('sensitivity', size, () => evaluation.sensitivity(rubric, given));
  // The same rubric with one value anywhere in it made strange: refused by the schema and by every verb in words, or taken by all.
  const broken = JSON.parse(JSON.stringify(rubric)) as Record<string, unknown>;
  strange(draw, broken);
  const accepts = ask('safeParse', size, () => rubricSchema.safeParse(broken).success) === true;
  const anyRubric = broken as unknown as typeof rubric;
  const calls: readonly (readonly [string, () => unknown])[] = [
    ['evaluate', () => evaluation.evaluate(anyRubric, given)],
    ['checkRubric', () => evaluation.checkRubric(anyRubric, { limit: 5_000 })],
    ['sensitivity', () => evaluation.sensitivity(anyRubric, given)],
    ['diffRubrics', () => evaluation.diffRubrics(anyRubric, rubric, { mostStates: 300 })],
    ['compileScorer', () => typeof evaluation.compileScorer(anyRubric)],
    ...(to === undefined ? [] : [['nextSteps', () => evaluation.nextSteps(anyRubric, given, { to })] as const]),
  ];
  if (!accepts) for (const [name, call] of calls) ask(name, size, call);
};

const STRANGE: readonly unknown[] = [
  null,
  0,
  -1,
  1.5,
  2 ** 53,
  '',
  ' ',
  'constructor',
  '__proto__',
  [],
  {},
  [null],
  true,
  '\uD800',
  { kind: 'every' },
  { kind: 'constructor' },
];

/** Changes one value, drawn from all there are in a tree. */
const strange = (draw: Draw, tree: Record<string, unknown>): void => {
  const places: [Record<string, unknown>, string][] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      places.push([value as Record<string, unknown>, key]);
      look(inner);
    }
  };
  look(tree);
  const [owner, key] = draw.pick(places);
  if (draw.oneIn(5)) delete owner[key];
  else owner[key] = structuredClone(draw.pick(STRANGE));
};

/** Changes some words of a buffer. */
const damage = (draw: Draw, buffer: ArrayBuffer): void => {
  const words = new Int32Array(buffer, 0, buffer.byteLength >> 2);
  for (let many = 1 + draw.below(3); many > 0; many--) {
    const at = draw.below(words.length);
    if (draw.oneIn(2)) words[at] = words[at]! ^ (1 << draw.below(32));
    else words[at] = draw.pick([0, 1, -1, 2, 7, 2 ** 31 - 1, -(2 ** 31), words[draw.below(words.length)]!]);
  }
  if (draw.oneIn(8)) words.copyWithin(draw.below(words.length), draw.below(words.length));
};

const copyOf = (buffer: ArrayBufferLike): ArrayBuffer => new Uint8Array(buffer).slice().buffer;

/** Bytes that somebody changed who knows how to make each checksum right again. */
const snapshots: Target = (draw, ask) => {
  const articles = siteOf({ count: 2 + draw.below(8), seed: draw.below(2 ** 30), reach: 3, withCopies: draw.oneIn(2) });
  const built = graph.buildArticleGraph(articles);
  const size = 2_000_000;
  const bytes = graph.articleGraphToBytes(built).slice();
  damage(draw, bytes.buffer);
  if (draw.oneIn(2)) sealBuffer(bytes.buffer, SNAPSHOT.seal);
  ask('articleGraphFromBytes', size, () => graph.articleGraphFromBytes(bytes).ok);

  const links = copyOf(built.buffer);
  const table = copyOf(built.tableBuffer);
  damage(draw, draw.oneIn(2) ? links : table);
  sealLinkGraph({ buffer: links } as graph.LinkGraph);
  sealTable({ buffer: table });
  const opened = ask('openArticleGraph', size, () => graph.openArticleGraph(links, table)) as
    | graph.FrozenArticleGraph
    | undefined;
  if (opened) useGraph(opened, ask, size);
};

/** Like `snapshots`, but of links alone. */
const linkTables: Target = (draw, ask) => {
  const nodeCount = 1 + draw.below(12);
  const many = draw.below(30);
  const node = () => draw.below(nodeCount);
  const links = graph.buildLinkGraph({
    nodeCount,
    sources: Int32Array.from({ length: many }, node),
    targets: Int32Array.from({ length: many }, node),
  });
  const buffer = copyOf(links.buffer);
  damage(draw, buffer);
  sealLinkGraph({ buffer } as graph.LinkGraph);
  const opened = ask('openLinkGraph', 2_000_000, () => graph.openLinkGraph(buffer)) as graph.LinkGraph | undefined;
  if (!opened) return;
  ask('pageRank', 5_000_000, () => [...graph.pageRank(opened).ranks]);
  ask('weakComponents', 2_000_000, () => graph.weakComponents(opened).labels);
  ask('strongComponents', 2_000_000, () => graph.strongComponents(opened).labels);
  ask('communities', 5_000_000, () => graph.communities(opened).labels);
  ask('rankKeeper', 5_000_000, () => [...graph.rankKeeper(opened).ranks()]);
};

const useGraph = (opened: graph.FrozenArticleGraph, ask: Ask, size: number): void => {
  ask('pageRank', size, () => [...graph.pageRank(opened).ranks]);
  ask('communities', size, () => graph.communities(opened).labels);
  ask('rankKeeper', size, () => [...graph.rankKeeper(opened).ranks()]);
  ask('toArticleGraph', size, () => graph.toArticleGraph(opened));
  ask('siteReport', size, () => graph.siteReport(opened));
  ask('recommendAll', 20_000_000, () => [...graph.recommendAll(opened)]);
};

const CELLS: readonly unknown[] = [
  0,
  1,
  2,
  3,
  1.5,
  0.1,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  1e160,
  1e-170,
  '',
  ' ',
  'NA',
  'met',
  'not met',
  null,
  undefined,
  '1,250',
  '61 %',
  '1 250',
  '1.250,5',
  '12 of 30',
  '⅔',
  '1/3',
  '1/0',
  '-',
  '–',
  '1,250 (up from 1,000)',
  'Yes',
  'No',
  'In Progress',
  'July 2021',
  '2021-02-30',
  '2020/21',
  '2021',
  '__proto__',
  'constructor',
  '9'.repeat(400),
  '1'.repeat(20_000),
  '\uD800',
];

const ratings: Target = (draw, ask) => {
  const columns = draw.below(5);
  const pool = draw.oneIn(2)
    ? CELLS
    : draw.pick([
        [1, 2, 3],
        ['a', 'b', undefined],
        [0, 0.1, 0.2, null],
        [1e160, 1, 0],
      ]);
  const rows = draw.list(8, () =>
    Array.from({ length: draw.oneIn(9) ? draw.below(5) : columns }, () => draw.pick(pool)),
  );
  const options = draw.pick<object | undefined>([
    undefined,
    {},
    { weights: 'quadratic' },
    { metric: 'interval' },
    { metric: 'ratio' },
  ]);
  const data = draw.oneIn(2) ? { ratings: rows } : rows;
  const coefficients = {
    krippendorffAlpha: agreement.krippendorffAlpha,
    cohenKappa: agreement.cohenKappa,
    fleissKappa: agreement.fleissKappa,
    gwetAC: agreement.gwetAC,
    scottPi: agreement.scottPi,
    weightedKappa: agreement.weightedKappa,
    congerKappa: agreement.congerKappa,
    brennanPrediger: agreement.brennanPrediger,
    percentAgreement: agreement.percentAgreement,
    intraclassCorrelation: agreement.intraclassCorrelation,
  };
  for (const [name, coefficient] of Object.entries(coefficients)) {
    const call = coefficient as (data: unknown, options?: unknown) => unknown;
    ask(name, 3_000_000, () => call(data, options));
  }
};

const portfolios: Target = (draw, ask) => {
  const cell = () => draw.pick(CELLS);
  const row = (...names: readonly string[]) =>
    Object.fromEntries([
      ['label', draw.oneIn(9) ? cell() : 'A'],
      ...names.filter(() => !draw.oneIn(4)).map((name) => [name, cell()]),
    ]);
  const list = (...names: readonly string[]) => draw.list(6, () => row(...names));
  const calls: readonly (readonly [string, unknown, unknown])[] = [
    ['checkDeltaColumn', tables.checkDeltaColumn, list('value', 'previous', 'delta', 'note')],
    ['checkAchievedTable', tables.checkAchievedTable, list('percent', 'achieved')],
    ['checkAsOfDates', tables.checkAsOfDates, list('value', 'asOf')],
    [
      'checkHeadline',
      tables.checkHeadline,
      { ...row('percent', 'statistic'), ...(draw.oneIn(2) ? { profile: list('met', 'of') } : {}) },
    ],
    [
      'checkDenominators',
      tables.checkDenominators,
      draw.list(4, () => ({ date: cell(), counts: list('part', 'whole', 'percent') })),
    ],
    [
      'checkPeriods',
      tables.checkPeriods,
      draw.list(4, () => ({
        label: 'A',
        period: draw.oneIn(2) ? cell() : { kind: 'year', start: cell(), end: cell() },
      })),
    ],
  ];
  for (const [name, verb, value] of calls) {
    const call = verb as (value: unknown, options?: unknown) => unknown;
    const options = draw.oneIn(3) && name !== 'checkPeriods' ? { decimal: draw.pick([',', '.', 'comma']) } : undefined;
    ask(name, 5_000_000, () => call(value, options));
  }
};

export const targets: Readonly<Record<string, Target>> = { pages, rubrics, snapshots, linkTables, ratings, portfolios };

export interface Finding {
  readonly at: number;
  readonly message: string;
}

/** Runs the cases of one target, or only one of them; the same message is told once. */
export const runTarget = (
  name: string,
  seed: number,
  runs: number,
  only: number,
  tell: (at: number) => void,
): readonly Finding[] => {
  const findings = new Map<string, Finding>();
  const from = only < 0 ? 0 : only;
  const to = only < 0 ? runs : only + 1;
  for (let at = from; at < to; at++) {
    tell(at);
    const say = (message: string): void => {
      // Numbers and quoted values apart, the same fault is the same message.
      const key = message.replace(/\d+/gu, 'n').slice(0, 80);
      if (!findings.has(key)) findings.set(key, { at, message });
    };
    const ask: Ask = (verb, most, call) => {
      let first: unknown;
      let answer = '';
      try {
        first = call();
        answer = shown(first);
      } catch (error) {
        const wrong = strangeness(verb, error);
        if (wrong !== undefined) say(wrong);
        return undefined;
      }
      let again: unknown;
      // Counting slows the engine, so only one case in some is counted.
      const work = at % 8 === 0 ? countedWork(() => (again = call()), '/targets.mjs') : 0;
      if (at % 8 !== 0) again = call();
      if (shown(again) !== answer) say(`${verb} answers otherwise when it is asked again`);
      if (work > workFor(most)) say(`${verb} took ${work} steps; ${workFor(most)} are plenty for its size`);
      return first;
    };
    targets[name]?.(new Draw(seed, at), ask, say, seed);
  }
  return [...findings.values()];
};

/** Steps that are plenty for so many characters or cells. */
const workFor = (size: number): number => 200 * size;
