// Taking times in turns, and telling of them: shared by the programs of this folder.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';

export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)];
const best = (list) => Math.min(...list);

/** What a call takes, `many` times over: milliseconds by the clock, and of the processor with all threads of this process. */
export const timed = (run, many = 1) => {
  const before = process.cpuUsage();
  const start = process.hrtime.bigint();
  for (let k = 0; k < many; k++) run(k);
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  const { user, system } = process.cpuUsage(before);
  return { ms: ms / many, cpu: (user + system) / 1000 / many };
};

/**
 * Runs the contestants in turns and keeps what each took. A contestant is `{ name, run }`, where `run` does the work once and gives
 * back what it took as `timed` does (peers in a process of their own measure themselves), or nothing, and then the call is timed. Two
 * rounds warm up. One that has used up `patience` milliseconds is left alone once it was measured twice. The times come as a list a
 * name, with those of the processor beside them as `cpu`.
 */
export const takeTurns = async (contestants, { rounds = 7, patience = 8000 } = {}) => {
  const times = new Map(contestants.map(({ name }) => [name, Object.assign([], { cpu: [] })]));
  const used = new Map();
  for (let round = -2; round < rounds; round++) {
    for (const { name, run } of contestants) {
      const spent = used.get(name) ?? 0;
      const taken = times.get(name);
      // A slow one does without the second round of warming up.
      if (spent > patience / 4 && round === -1) continue;
      if (spent > patience && taken.length >= 2) continue;
      const start = process.hrtime.bigint();
      let reply;
      const around = timed(() => {
        reply = run();
      });
      const took = (await reply) ?? around;
      used.set(name, spent + Number(process.hrtime.bigint() - start) / 1e6);
      if (round < 0) continue;
      taken.push(took.ms);
      taken.cpu.push(took.cpu);
    }
  }
  return times;
};

const figures = (ms) => (ms >= 100 ? ms.toFixed(0) : ms >= 1 ? ms.toFixed(1) : ms.toFixed(4));
const number = (text) =>
  text.replace(/\B(?=(\d{3})+(?!\d))/g, (_, __, at) => (text.lastIndexOf('.', at) < 0 ? ',' : ''));
const withCommas = (ms) => (ms >= 1000 ? number(ms.toFixed(0)) : figures(ms));

/**
 * Prints what `takeTurns` gave, each as so many times the first. `said` adds a column: what each answered, or how far it was off.
 */
export const printTimes = (title, times, { said = new Map(), saying = 'answer' } = {}) => {
  const [first] = times.values();
  const row = (cells) => console.log(`| ${cells.join(' | ')} |`);
  const withWord = said.size > 0;
  console.log(`\n### ${title}\n`);
  const heads = [
    'who',
    'median, ms',
    'best–worst',
    'of the processor, ms',
    'ratio of medians',
    'of bests',
    'of the processor',
  ];
  row(withWord ? [...heads, saying] : heads);
  console.log(`|---|${'---:|'.repeat(withWord ? 7 : 6)}`);
  for (const [name, all] of times) {
    if (all.length === 0) continue;
    const cells = [
      name,
      withCommas(median(all)),
      `${withCommas(best(all))}–${withCommas(Math.max(...all))}`,
      withCommas(median(all.cpu)),
      ...ratios(all, first).map((ratio) => ratio.toFixed(2)),
    ];
    row(withWord ? [...cells, said.get(name) ?? ''] : cells);
  }
};

/** How many times as much the one takes as the other: by medians, by bests, by medians of the processor’s time. */
const ratios = (one, other) => [
  median(one) / median(other),
  best(one) / best(other),
  median(one.cpu) / median(other.cpu),
];

const targets = [];

/**
 * Holds a ratio against its target: `atLeast` so many times as fast, or `atMost` so many times as slow. `besides` are the same ratio
 * from the best runs and of the processor’s time, which other work on the machine disturbs less; they are shown, and not judged.
 */
export const judge = (job, ratio, { atLeast, atMost }, besides = []) => {
  const isMet = atLeast === undefined ? ratio <= atMost : ratio >= atLeast;
  const wanted = atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;
  const [atBest = '', ofProcessor = ''] = besides.map(inWords);
  // Without a target the ratio is only told.
  const [target, met] = (atLeast ?? atMost) ? [wanted, isMet ? 'yes' : '**no**'] : ['', ''];
  targets.push([job, target, inWords(ratio), atBest, ofProcessor, met]);
};

const inWords = (ratio) => (Math.abs(ratio) < 10 ? ratio.toFixed(Math.abs(ratio) < 0.1 ? 4 : 2) : ratio.toFixed(0));

/** `judge` for how many times as long the other takes, by medians; silent where one of the two was not there. */
export const judgeTimes = (job, times, ours, other, wanted) => {
  const [mine, theirs] = [times.get(ours), times.get(other)];
  if (!mine?.length || !theirs?.length) return;
  const [ratio, ...besides] = wanted.atMost === undefined ? ratios(theirs, mine) : ratios(mine, theirs);
  judge(job, ratio, wanted, besides);
};

export const TARGETS = '### Targets';

export const printTargets = (title) => {
  if (targets.length === 0) return;
  console.log(`\n${TARGETS}, ${title}\n\n| job | target | by medians | by bests | by the processor | met |`);
  console.log('|---|---:|---:|---:|---:|---|');
  for (const cells of targets) console.log(`| ${cells.join(' | ')} |`);
  targets.length = 0;
};

/** Stops the run where two that should say the same do not: their times would mean nothing. */
export const mustAgree = (who, difference, allowed) => {
  if (difference <= allowed) return;
  throw new Error(`${who} differs by ${difference}, allowed are ${allowed}`);
};

export const greatestDifference = (ours, theirs) => {
  if (ours.length !== theirs.length) return Number.POSITIVE_INFINITY;
  let greatest = 0;
  for (let i = 0; i < ours.length; i++) {
    const difference = Math.abs(ours[i] - theirs[i]);
    // Not `Math.max`: a NaN must not pass.
    if (!(difference <= greatest)) greatest = difference;
  }
  return greatest;
};

/** Whether two ways of numbering put the same together. */
export const isSamePartition = (ours, theirs) => {
  const there = new Map();
  const back = new Map();
  for (let i = 0; i < ours.length; i++) {
    if ((there.get(ours[i]) ?? theirs[i]) !== theirs[i] || (back.get(theirs[i]) ?? ours[i]) !== ours[i]) return false;
    there.set(ours[i], theirs[i]);
    back.set(theirs[i], ours[i]);
  }
  return ours.length === theirs.length;
};

const packages = [
  'graphology',
  'graphology-metrics',
  'graphology-components',
  'graphology-communities-louvain',
  'ngraph.graph',
  'ngraph.pagerank',
  'minisearch',
  'wink-bm25-text-search',
];

/** The machine and the versions, as one line. */
export const machine = (others = []) => {
  const require = createRequire(import.meta.url);
  // Some packages do not let their package.json be asked for, so it is read where it lies.
  const version = (name) =>
    JSON.parse(
      readFileSync(
        require.resolve
          .paths(name)
          .map((folder) => `${folder}/${name}/package.json`)
          .find((path) => {
            try {
              return readFileSync(path);
            } catch {
              return false;
            }
          }),
        'utf8',
      ),
    ).version;
  const list = packages.map((name) => `${name} ${version(name)}`);
  return `Node ${process.version.slice(1)}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores; ${[...list, ...others].join(', ')}.`;
};
