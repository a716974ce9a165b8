// nextSteps on rubrics that are hard to search: processor time, cost, and whether the answer was proved cheapest.
// Run after a build: node bench/evaluation/next-steps.mjs [most criteria] [limit]
const { nextSteps } = await import(process.env.STEM_EVALUATION ?? '../../dist/evaluation/index.js');

const largest = Number(process.argv[2] ?? 1000);
const limit = process.argv[3] === undefined ? {} : { limit: Number(process.argv[3]) };

const levels = ['none', 'some', 'good', 'best'];
const scale = { id: 'four', label: 'Four', levels: levels.map((id, points) => ({ id, label: id, points })) };
const numbers = (n) => Array.from({ length: n }, (_, at) => at);

const score = (numerator, denominator) => ({ kind: 'score', atLeast: { numerator, denominator } });
const count = (atLeast, level, of) => ({ kind: 'count', atLeast, level, ...(of && { of }) });
const all = (...rules) => ({ kind: 'all', rules });
const any = (...rules) => ({ kind: 'any', rules });
const tagged = (tag) => ({ tag });

/** Each by the number of criteria; groups of eight. */
const cases = {
  'a score': () => ({ rule: score(2, 3) }),
  'a score, and a count': (n) => ({ rule: all(score(2, 3), count(Math.floor(n / 2), 'good')) }),
  'a score, and two counts': (n) => ({
    rule: all(score(2, 3), count(Math.floor(n / 2), 'good'), count(Math.floor(n / 4), 'best')),
  }),
  'a score, or two counts': (n) => ({
    rule: any(score(2, 3), all(count(Math.floor(n / 2), 'good'), count(Math.floor(n / 4), 'best'))),
  }),
  'a score in every group': () => ({ rule: { kind: 'every-group', rule: score(2, 3) } }),
  'a score, and one in every group': () => ({ rule: all(score(3, 4), { kind: 'every-group', rule: score(1, 2) }) }),
  'a score, and one in three quarters of the groups': (n) => ({
    rule: all(score(1, 2), { kind: 'count-groups', atLeast: Math.max(1, Math.floor((3 * n) / 32)), rule: score(2, 3) }),
  }),
  'a score, and in every group a score or a share': () => ({
    rule: all(score(3, 5), {
      kind: 'every-group',
      rule: any(score(2, 3), { kind: 'share', numerator: 3, denominator: 4, level: 'good' }),
    }),
  }),
  'three counts that overlap': (n) => ({
    rule: all(...['a', 'b', 'c'].map((tag) => count(Math.floor(n / 4), 'good', tagged(tag)))),
  }),
  'four of eight counts that overlap': (n) => ({
    rule: {
      kind: 'at-least-n',
      atLeast: 4,
      rules: numbers(8).map((i) => count(Math.floor(n / 4), levels[1 + (i % 3)], tagged(['a', 'b', 'c'][i % 3]))),
    },
  }),
  'a mean of groups, and a count': (n) => ({
    rule: all(score(2, 3), count(Math.floor(n / 2), 'good')),
    scoring: { kind: 'mean-of-groups', from: 'lowest' },
  }),
};

const rubricOf = (n, { rule, scoring = { kind: 'weighted-mean', from: 'lowest' } }) => ({
  id: 'hard',
  version: '1.0.0',
  label: 'Hard',
  notice: 'For measuring.',
  scale,
  groups: numbers(Math.ceil(n / 8)).map((g) => ({ id: `g${g}`, label: `G${g}` })),
  criteria: numbers(n).map((at) => ({
    id: `c${at}`,
    label: `C${at}`,
    // Weights of groups stay small, so that the mean of groups stays in whole numbers.
    weight: scoring.kind === 'mean-of-groups' ? 1 + ((at * 37) % 3) : 1 + ((at * 37) % 101),
    group: `g${Math.floor(at / 8)}`,
    tags: [...(at % 2 === 0 ? ['a'] : []), ...(at % 3 === 0 ? ['b'] : []), ...(at % 5 < 3 ? ['c'] : [])],
  })),
  scoring,
  outcomes: [{ id: 'o', label: 'O', origin: 'project', rule }],
});

const ratings = (n) =>
  Object.fromEntries(
    numbers(n).flatMap((at) => {
      if (at % 7 === 3) return [];
      if (at % 7 === 5) return [[`c${at}`, { levels: ['none', 'good'] }]];
      return [[`c${at}`, levels[(at * 5) % 3]]];
    }),
  );

/** Uneven prices: dearer the higher the level, and otherwise from one criterion to the next. */
const uneven = (step) => {
  const at = Number((step.criterion ?? 'c0').slice(1));
  const level = levels.indexOf(step.to ?? step.level);
  return 1 + ((at * 13) % 17) + level * (1 + ((at * 7) % 5));
};

for (const [name, of] of Object.entries(cases)) {
  for (const n of [50, 200, 1000].filter((size) => size <= largest)) {
    for (const [prices, effort] of [
      ['even', undefined],
      ['uneven', uneven],
    ]) {
      const rubric = rubricOf(n, of(n));
      const before = process.cpuUsage();
      let answer;
      try {
        answer = nextSteps(rubric, { ratings: ratings(n) }, { to: 'o', effort, ...limit });
      } catch (error) {
        answer = { kind: error.message.slice(0, 60) };
      }
      const { user, system } = process.cpuUsage(before);
      const seconds = ((user + system) / 1e6).toFixed(2);
      console.log([name, n, `${prices} prices`, `${seconds} s`, answer.cost ?? answer.kind, answer.proved].join(' | '));
    }
  }
}
