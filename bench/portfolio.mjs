// How long a portfolio of 2,500 settings takes: seven rubrics each, a year apart, five years. Run after `npm run build`:
//   node bench/portfolio.mjs [settings] [rounds]
import { cpus } from 'node:os';
import { evaluate, summarisePortfolio } from '../dist/index.js';
import { publishPortfolio } from '../dist/award/index.js';
import { stemNationLeadership } from '../dist/data/rubrics/stem-nation-leadership.js';

const howMany = Number(process.argv[2] ?? 2500);
const rounds = Number(process.argv[3] ?? 15);
const years = [2022, 2023, 2024, 2025, 2026];
const sectors = ['elc', 'primary', 'primary', 'primary', 'secondary', 'secondary', 'special', 'cld'];
const framework = { id: 'an-award', edition: '2024' };

/** A small generator of our own, so that every run measures the same portfolio. */
let seed = 20261122;
const below = (n) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * n);
};

const elements = Array.from({ length: 7 }, (_, n) => `element-${n + 1}`);
const rubrics = elements.map((element) => ({
  ...stemNationLeadership,
  id: element,
  framework: { ...framework, element },
}));
const levels = [undefined, 'not-yet', 'partly', 'partly', 'met', 'met', 'met'];

// 400 different evaluations of each rubric, which settings share: what is measured is the summary, not the judging.
const evaluations = rubrics.map((rubric) =>
  Array.from({ length: 400 }, () =>
    evaluate(rubric, {
      ratings: Object.fromEntries(rubric.criteria.map(({ id }) => [id, levels[below(levels.length)]])),
    }),
  ),
);

const settings = Array.from({ length: howMany }, (_, n) => {
  const id = `setting-${String(n).padStart(4, '0')}`;
  return {
    setting: { id, name: id, sector: sectors[below(sectors.length)], authority: `authority-${below(32)}` },
    evaluations: evaluations.flatMap((list) =>
      years.map((year) => ({ date: `${year}-06-${10 + below(20)}`, evaluation: list[below(list.length)] })),
    ),
    decisions: elements.flatMap((element) =>
      below(2) === 0
        ? []
        : [
            {
              framework,
              element,
              setting: id,
              decision: below(4) === 0 ? 'more-evidence-needed' : 'achieved',
              decidedBy: 'A. Validator',
              date: `${2024 + below(3)}-05-0${1 + below(9)}`,
              reason: 'Measured.',
            },
          ],
    ),
  };
});

const options = { on: '2026-12-31', award: { framework, elements, needed: 5, windowYears: 3 }, rubrics };
const shuffled = [...settings]
  .sort(() => below(3) - 1)
  .map((one) => ({ ...one, evaluations: [...one.evaluations].reverse() }));

/** The best of some runs by the clock, and their median by the processor's own time (all threads), in milliseconds. */
const measure = (run, runs = rounds) => {
  const times = [];
  const used = [];
  for (let n = 0; n < runs; n += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    run();
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    used.push((user + system) / 1000);
  }
  used.sort((a, b) => a - b);
  return [Math.min(...times), used[Math.floor(runs / 2)]];
};

const summary = summarisePortfolio(settings, options);
const isSame = JSON.stringify(summarisePortfolio(shuffled, options)) === JSON.stringify(summary);
const publishing = { below: 5, by: ['sector', 'authority'] };
const rows = [
  [
    `summarisePortfolio, ${howMany.toLocaleString('en')} settings`,
    ...measure(() => summarisePortfolio(settings, options)),
  ],
  ['the same, input shuffled', ...measure(() => summarisePortfolio(shuffled, options))],
  ['summarisePortfolio, 40 settings', ...measure(() => summarisePortfolio(settings.slice(0, 40), options))],
  ['publishPortfolio, 5 sectors and 32 authorities', ...measure(() => publishPortfolio(summary, publishing))],
];
const judged = settings.reduce((sum, one) => sum + one.evaluations.length, 0);
console.log(`Node ${process.version}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores`);
console.log(
  `${judged.toLocaleString('en')} evaluations of ${rubrics[0].criteria.length} criteria; shuffled input gives the same result: ${isSame}\n`,
);
console.log('| what | best, ms | median of processor time, ms |\n|---|---:|---:|');
for (const [name, best, used] of rows) console.log(`| ${name} | ${best.toFixed(1)} | ${used.toFixed(1)} |`);
