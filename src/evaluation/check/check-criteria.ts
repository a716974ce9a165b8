import type { Checked } from './check-outcomes.js';
import type { RubricSearch } from './check-search.js';
import type { Lowered } from '../program/lower-rubric.js';
import type { Sums, Term } from '../program/program.js';
import type { RubricIssue } from './rubric-issue.js';
import { countedSupport } from './circuit-part.js';

/** Criteria and facts that decide nothing, levels worth nothing, weights that vanish, levels no measurement gives. */
export const criterionIssues = (search: RubricSearch): Checked => {
  const { lowered } = search;
  const idle = idleQuestions(search);
  const dead = lowered.criteria.flatMap((criterion, at): RubricIssue[] =>
    idle.proved.has(at)
      ? [
          {
            code: 'dead-criterion',
            severity: 'warning',
            path: ['criteria', at],
            message: `No outcome and no score depends on how “${criterion.label}” is rated.`,
            hint: 'Let a rule or the scoring look at it, or leave it out.',
          },
        ]
      : [],
  );
  return {
    issues: [
      ...dead,
      ...factIssues(search, idle.proved),
      ...levelIssues(lowered),
      ...weightIssues(lowered),
      ...measureIssues(lowered),
    ],
    open:
      idle.open.length === 0
        ? []
        : [`whether anything depends on ${named(idle.open.map((v) => search.space.digits[v]?.id ?? ''))}`],
  };
};

const named = (ids: readonly string[]): string => {
  const shown = ids.slice(0, 3).map((id) => `“${id}”`);
  return ids.length > 3 ? `${shown.join(', ')} and ${ids.length - 3} more` : shown.join(', ');
};

/**
 * Criteria and facts that no state lets decide an outcome or the score, by their questions; and those of which that could
 * not be settled. A profile without outcomes decides nothing and promises nothing.
 */
const idleQuestions = (
  search: RubricSearch,
): { readonly proved: ReadonlySet<number>; readonly open: readonly number[] } => {
  const { lowered, space } = search;
  if (lowered.rubric.scoring.kind === 'none' && lowered.rubric.outcomes.length === 0)
    return { proved: new Set(), open: [] };
  const [scores, obliging] = [scoring(lowered), obligingLevels(lowered)];
  const isObliging = (at: number): boolean => (lowered.levels[at]?.length ?? 0) > 1 && obliging.has(at);
  const counts = (at: number): boolean => scores(at) || isObliging(at);
  const asked = askedForEvidence(lowered);
  const left = new Set(
    space.digits.flatMap(({ kind }, v) => {
      if (kind === 'evidence') return [];
      return kind === 'criterion' && (counts(v) || asked.has(v)) ? [] : [v];
    }),
  );
  const roots = [
    ...lowered.counted.map((node) => search.rule(node, 'lowest')),
    ...lowered.outcomes.map((_, at) => search.outcome(at, 'lowest')),
  ];
  // Where no counted group applies there is no score at all.
  if (lowered.rubric.scoring.kind === 'count-groups')
    roots.push(search.node((circuit) => circuit.score({ numerator: 0, denominator: 1 }, 'lowest')));
  // Held open though not applicable, a criterion leaves a verdict undecided that it may let another criterion settle.
  if (search.circuit.holdsOpen()) for (const at of lowered.outcomes.keys()) roots.push(search.outcome(at, 'highest'));
  const open = new Set<number>();
  const questionsOf = (root: number | undefined): ReadonlySet<number> => {
    const support = root === undefined ? undefined : countedSupport(search.circuit, [root], search.work);
    return support === undefined ? left : new Set(support.turns.map(({ question }) => question));
  };
  const looked = roots.map((root) => ({ root, inside: new Set(questionsOf(root)) }));
  looked.sort((a, b) => a.inside.size - b.inside.size);
  for (const { root, inside } of looked) {
    const wanted = new Set([...left].filter((question) => inside.has(question)));
    if (wanted.size === 0) continue;
    const { shown, proved } = search.deciding(root, wanted);
    for (const question of shown) left.delete(question);
    if (!proved) for (const question of wanted) open.add(question);
  }
  return { proved: new Set([...left].filter((v) => !open.has(v))), open: [...left].filter((v) => open.has(v)) };
};

/**
 * Whether some state lets a criterion change the score: by its level, or by leaving where it may be not applicable. For a
 * count of groups the counted rule is searched instead.
 */
const scoring = ({ program }: Lowered): ((at: number) => boolean) => {
  const [score] = program.scores;
  const termOf = new Map(
    (score?.parts.flat() ?? []).flatMap((term) => (term.of === 'criterion' ? [[term.at, term] as const] : [])),
  );
  const mayLeave = (at: number): boolean => (program.criteria[at]?.notApplicable ?? 'refused') !== 'refused';
  return (at) => {
    const term = termOf.get(at);
    if (term === undefined) return false;
    // At its lowest it weighs on a mean or a sum; and with all others at their best it is the least of all.
    if (term.gains[0] !== term.gains.at(-1)) return true;
    return score !== undefined && mayLeave(at) && countsByLeaving(score, term, mayLeave);
  };
};

/** Whether a term that gains the same at each level makes a difference to its score by applying or not. */
const countsByLeaving = ({ kind, parts }: Sums, own: Term, mayLeave: (at: number) => boolean): boolean => {
  const share = ({ gains, weight }: Term, level: number): number => (gains[level] ?? 0) / weight;
  const top = (term: Term): number => term.gains.length - 1;
  const others = (terms: readonly Term[]): readonly Term[] => terms.filter((term) => term !== own);
  const mayAllLeave = (terms: readonly Term[]): boolean =>
    others(terms).every((term) => term.of === 'criterion' && mayLeave(term.at));
  const mayDiffer = (terms: readonly Term[]): boolean =>
    others(terms).some((term) => share(term, 0) !== share(own, 0) || share(term, top(term)) !== share(own, 0));
  switch (kind) {
    case 'sum':
      return own.gains[0] !== 0 || mayAllLeave(parts.flat());
    case 'lowest':
      return others(parts.flat()).every(
        (term) => (term.of === 'criterion' && mayLeave(term.at)) || (term.gains.at(-1) ?? 0) > (own.gains[0] ?? 0),
      );
    case 'mean': {
      const part = parts.find((terms) => terms.includes(own)) ?? [];
      // A part of one share goes on having it, unless nothing of the part is left.
      return mayDiffer(part) || (mayAllLeave(part) && (mayDiffer(parts.flat()) || mayAllLeave(parts.flat())));
    }
  }
};

/** The levels, by criterion, at which some obligation asks for something. */
const obligingLevels = (lowered: Lowered): ReadonlyMap<number, ReadonlySet<number>> => {
  const found = new Map<number, Set<number>>();
  const all = lowered.criteria.map((_, at) => at);
  for (const { when } of lowered.rubric.obligations ?? []) {
    for (const at of lowered.select(when.of, all)) {
      const rank = lowered.levels[at]?.findIndex(({ id }) => id === when.level) ?? -1;
      if (rank >= 0) found.set(at, (found.get(at) ?? new Set()).add(rank));
    }
  }
  return found;
};

/** Criteria that a rule asks evidence for. */
const askedForEvidence = ({ program }: Lowered): ReadonlySet<number> =>
  new Set(program.nodes.flatMap((node) => (node.kind === 'look' && node.input === 'evidence' ? [node.at] : [])));

/** Facts that no rule and no measure asks, or that decide nothing where they are asked. */
const factIssues = ({ lowered, space, circuit }: RubricSearch, idle: ReadonlySet<number>): RubricIssue[] => {
  const measured = new Set(
    lowered.criteria.flatMap(({ measure }) =>
      measure?.kind === 'thresholds' && measure.requires !== undefined ? [measure.requires] : [],
    ),
  );
  const asked = new Set(circuit.sums.flatMap(({ gains }) => [...gains.keys()]));
  return space.digits.flatMap(({ kind, id }, question): RubricIssue[] => {
    if (kind !== 'fact') return [];
    const isAsked = asked.has(question);
    if (measured.has(id) || (isAsked && !idle.has(question))) return [];
    const at = question - lowered.criteria.length;
    const label = lowered.rubric.facts?.[at]?.label ?? id;
    return [
      {
        code: 'idle-fact',
        severity: 'warning',
        path: ['facts', at],
        message: isAsked
          ? `No outcome and no score depends on whether “${label}”.`
          : `No rule asks whether “${label}”.`,
        hint: `Let a rule ask { kind: 'attested', fact: '${id}' }, or leave the fact out.`,
      },
    ];
  });
};

/** Levels that are worth no more than the one below, where points make the score and no rule tells the two apart. */
const levelIssues = (lowered: Lowered): RubricIssue[] => {
  const { scoring: by, scale } = lowered.rubric;
  if (!('from' in by) && by.kind !== 'sum') return [];
  const told = new Map<number, Set<number>>();
  const tell = (at: number, rank: number): void => {
    told.set(at, (told.get(at) ?? new Set()).add(rank));
  };
  for (const node of lowered.program.nodes) {
    if (node.kind === 'look' && node.input === 'criterion') tell(node.at, node.need);
  }
  // A level that an obligation names stands apart from both its neighbours.
  for (const [at, ranks] of obligingLevels(lowered))
    for (const rank of ranks) [rank, rank + 1].forEach((one) => tell(at, one));
  const scales = [
    {
      levels: scale.levels,
      path: ['scale'] as (string | number)[],
      on: lowered.criteria.flatMap(({ scale: own }, at) => (own ? [] : [at])),
    },
    ...lowered.criteria.flatMap(({ scale: own }, at) =>
      own ? [{ levels: own.levels, path: ['criteria', at, 'scale'], on: [at] }] : [],
    ),
  ];
  return scales.flatMap(({ levels, path, on }): RubricIssue[] => {
    const alike = levels.flatMap(({ id, points }, rank) =>
      rank > 0 &&
      on.length > 0 &&
      points === levels[rank - 1]?.points &&
      on.every((at) => told.get(at)?.has(rank) !== true)
        ? [{ id, below: levels[rank - 1]?.id }]
        : [],
    );
    if (alike.length === 0) return [];
    return [
      {
        code: 'dead-level',
        severity: 'info',
        path: [...path, 'levels'],
        message: `It makes no difference to reach ${alike.map(({ id, below }) => `“${id}” rather than “${below}”`).join(', or ')}: the points are the same.`,
        hint: 'Let a rule or the points tell the levels apart, or take a shorter scale.',
      },
    ];
  });
};

/** Weights that round to 0 % of the whole: one issue, however many they are. */
const weightIssues = ({ rubric }: Lowered): RubricIssue[] => {
  if (rubric.scoring.kind !== 'weighted-mean' && rubric.scoring.kind !== 'sum') return [];
  const total = rubric.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const light = rubric.criteria.flatMap(({ weight }, at) => (200 * weight < total ? [at] : []));
  const [first] = light;
  if (first === undefined) return [];
  const criterion = rubric.criteria[first];
  const one = `“${criterion?.label}” weighs ${criterion?.weight} of ${total}, which rounds to 0 %`;
  const others = light.length === 2 ? '; so does one other' : `; so do ${light.length - 1} others`;
  return [
    {
      code: 'weightless-criterion',
      severity: 'warning',
      path: ['criteria', first, 'weight'],
      message: `${one}${light.length === 1 ? '' : others}.`,
      hint: 'Raise the weight, or judge such criteria in a rule or in groups instead of in one score.',
    },
  ];
};

const measureIssues = (lowered: Lowered): RubricIssue[] =>
  lowered.criteria.flatMap((criterion, at): RubricIssue[] => {
    if (!criterion.measure) return [];
    const given = new Set(criterion.measure.steps.map(({ level }) => level));
    const missing = (lowered.levels[at] ?? []).slice(1).filter(({ id }) => !given.has(id));
    if (missing.length === 0) return [];
    return [
      {
        code: 'unmeasured-level',
        severity: 'warning',
        path: ['criteria', at, 'measure', 'steps'],
        message: `No measurement of “${criterion.label}” gives ${missing.map(({ id }) => `“${id}”`).join(', ')}.`,
        hint: 'Add a step for it.',
      },
    ];
  });

/** Where a mean can have a value outside its interval: the first criterion whose lowest level is worth less than that of another. */
export const floorIssues = ({ criteria, levels, program, rubric }: Lowered): RubricIssue[] => {
  const [score] = program.scores;
  if (score?.kind !== 'mean') return [];
  const floors = score.parts.flat().map(({ at, gains, weight }) => ({ at, floor: (gains[0] ?? 0) / weight }));
  floors.sort((a, b) => a.at - b.at);
  const least = floors.reduce((lowest, { floor }) => Math.min(lowest, floor), Number.POSITIVE_INFINITY);
  const above = floors.find(({ floor }) => floor > least);
  const lowest = floors.find(({ floor }) => floor === least);
  if (above === undefined || lowest === undefined) return [];
  const { id = '', label = '' } = criteria[lowest.at] ?? {};
  const counts = 'from' in rubric.scoring;
  return [
    {
      code: 'value-outside-interval',
      severity: 'warning',
      path: ['scoring', counts ? 'from' : 'level'],
      message: `${counts ? 'Counted from zero, the' : 'The'} lowest level of “${criteria[above.at]?.label}” is worth more than that of “${label}”, so the value of what is rated can lie outside the interval of what is possible.`,
      hint: counts
        ? 'Count from “lowest”, or let every scale begin at the same share of its highest points.'
        : 'Ask for a level that is the lowest of no scale.',
      reproduction: { ratings: { [id]: levels[lowest.at]?.[0]?.id ?? '' } },
    },
  ];
};
