import { exactArithmeticBound } from './exact-bound.js';
import { type Fault, hinted, hintFor, type Hints, levelIds } from './fault.js';
import type { Fraction } from './fraction.js';
import { measureFaults } from './measure-faults.js';
import { repeatedIds } from './names.js';
import { ratingFaultsOf } from './rating-faults.js';
import type { Rubric } from './rubric.js';
import type { Rule, Selector } from './rule.js';
import { innerRules } from './rule-tree.js';

/**
 * Everything the schema refuses in a rubric beyond its shape: duplicate ids, unknown names, circles of outcomes,
 * scores without points, arithmetic too large to stay exact. What merely needs thought is `checkRubric`'s to find.
 */
export const rubricFaults = (rubric: Rubric): readonly Fault[] => {
  const faults: Fault[] = [];
  const known = knownNames(rubric);
  faults.push(...duplicates(rubric));
  rubric.criteria.forEach((criterion, at) => {
    if (criterion.group !== undefined && !known.groups.includes(criterion.group)) {
      faults.push({
        path: ['criteria', at, 'group'],
        message: hinted(known.hints, 'group', criterion.group, known.groups),
      });
    }
  });
  rubric.criteria.forEach((criterion, at) => {
    if (criterion.measure) faults.push(...measureFaults(rubric, known, at, criterion.measure));
  });
  rubric.outcomes.forEach((outcome, at) => {
    faults.push(...ruleFaults(rubric, known, outcome.rule, ['outcomes', at, 'rule'], false));
  });
  faults.push(...scoringFaults(rubric, known), ...bandFaults(rubric));
  rubric.obligations?.forEach((obligation, at) => {
    const path = ['obligations', at, 'when'];
    faults.push(...selectionFaults(rubric, known, obligation.when.of, undefined, path));
    // Criteria on other scales simply never have the level; but some must.
    const levels = selected(rubric, obligation.when.of).flatMap((c) => levelIds(rubric, c));
    if (!levels.includes(obligation.when.level)) {
      faults.push({
        path: [...path, 'level'],
        message: hinted(known.hints, 'level', obligation.when.level, [...new Set(levels)]),
      });
    }
  });
  rubric.examples?.forEach((example, at) => {
    faults.push(...exampleFaults(rubric, known, example, ['examples', at]));
  });
  faults.push(...circles(rubric));
  return faults;
};

interface KnownNames {
  readonly hints: Hints;
  readonly criteria: readonly string[];
  readonly groups: readonly string[];
  readonly tags: readonly string[];
  readonly outcomes: readonly string[];
  readonly facts: readonly string[];
  readonly bands: readonly string[];
}

const knownNames = (rubric: Rubric): KnownNames => ({
  hints: { given: 0 },
  criteria: rubric.criteria.map((criterion) => criterion.id),
  groups: rubric.groups?.map((group) => group.id) ?? [],
  tags: [...new Set(rubric.criteria.flatMap((criterion) => criterion.tags ?? []))],
  outcomes: rubric.outcomes.map((outcome) => outcome.id),
  facts: rubric.facts?.map((fact) => fact.id) ?? [],
  bands: rubric.bands?.map((band) => band.id) ?? [],
});

const duplicates = (rubric: Rubric): Fault[] =>
  (['groups', 'criteria', 'facts', 'bands', 'outcomes', 'obligations'] as const).flatMap((list) =>
    repeatedIds(rubric[list] ?? []).map(({ at, first, id }) => ({
      path: [list, at, 'id'],
      message: `“${id}” stands twice: it is already at position ${first}`,
    })),
  );

/** Positions of the criteria a selector means, before anything is marked not applicable. */
const selected = (rubric: Rubric, of: Selector | undefined): number[] =>
  rubric.criteria.flatMap((criterion, at) =>
    (of?.group === undefined || criterion.group === of.group) &&
    (of?.tag === undefined || criterion.tags?.includes(of.tag) === true) &&
    (of?.criteria === undefined || of.criteria.includes(criterion.id))
      ? [at]
      : [],
  );

const selectionFaults = (
  rubric: Rubric,
  known: KnownNames,
  of: Selector | undefined,
  level: string | undefined,
  path: readonly (string | number)[],
): Fault[] => {
  const faults: Fault[] = [];
  const name = (what: string, value: string, among: readonly string[], at: readonly (string | number)[]) => {
    if (!among.includes(value))
      faults.push({ path: [...path, ...at], message: hinted(known.hints, what, value, among) });
  };
  if (of?.group !== undefined) name('group', of.group, known.groups, ['of', 'group']);
  if (of?.tag !== undefined) name('tag', of.tag, known.tags, ['of', 'tag']);
  of?.criteria?.forEach((criterion, at) => name('criterion', criterion, known.criteria, ['of', 'criteria', at]));
  const chosen = selected(rubric, of);
  if (faults.length === 0 && chosen.length === 0) {
    faults.push({ path: [...path, 'of'], message: 'the selector selects no criterion' });
  }
  if (level === undefined) return faults;
  const lacking = chosen.find((at) => !levelIds(rubric, at).includes(level));
  if (lacking !== undefined) {
    const criterion = known.criteria[lacking] ?? '';
    const message = `“${criterion}” has no level “${level}”${hintFor(known.hints, level, levelIds(rubric, lacking))}`;
    faults.push({ path: [...path, 'level'], message });
  }
  return faults;
};

const ruleFaults = (
  rubric: Rubric,
  known: KnownNames,
  rule: Rule,
  path: readonly (string | number)[],
  inGroup: boolean,
): Fault[] => [
  ...ownFaults(rubric, known, rule, path, inGroup),
  ...innerRules(rule).flatMap((inner) =>
    ruleFaults(
      rubric,
      known,
      inner.rule,
      [...path, ...inner.path],
      inGroup || rule.kind === 'every-group' || rule.kind === 'count-groups',
    ),
  ),
];

const ownFaults = (
  rubric: Rubric,
  known: KnownNames,
  rule: Rule,
  path: readonly (string | number)[],
  inGroup: boolean,
): Fault[] => {
  switch (rule.kind) {
    case 'at-least': {
      const at = known.criteria.indexOf(rule.criterion);
      if (at < 0)
        return [
          { path: [...path, 'criterion'], message: hinted(known.hints, 'criterion', rule.criterion, known.criteria) },
        ];
      if (levelIds(rubric, at).includes(rule.level)) return [];
      return [{ path: [...path, 'level'], message: hinted(known.hints, 'level', rule.level, levelIds(rubric, at)) }];
    }
    case 'every':
    case 'some':
    case 'count':
    case 'share':
    case 'minimum':
      return selectionFaults(rubric, known, rule.of, rule.level, path);
    case 'evidence':
    case 'when-count':
      return selectionFaults(rubric, known, rule.of, undefined, path);
    case 'every-group':
    case 'count-groups': {
      if (inGroup) return [{ path, message: 'a group rule stands inside another group rule; groups do not nest' }];
      if (known.groups.length === 0) return [{ path, message: 'the rubric has no groups' }];
      return (rule.groups ?? []).flatMap((group, at) =>
        known.groups.includes(group)
          ? []
          : [{ path: [...path, 'groups', at], message: hinted(known.hints, 'group', group, known.groups) }],
      );
    }
    case 'score':
      return rubric.scoring.kind === 'none'
        ? [{ path, message: 'the rubric’s scoring is none: there is no score to compare' }]
        : [];
    case 'band':
      if (rubric.scoring.kind === 'none')
        return [{ path, message: 'the rubric’s scoring is none: there is no band to reach' }];
      return known.bands.includes(rule.band)
        ? []
        : [{ path: [...path, 'band'], message: hinted(known.hints, 'band', rule.band, known.bands) }];
    case 'achieves':
      return known.outcomes.includes(rule.outcome)
        ? []
        : [{ path: [...path, 'outcome'], message: hinted(known.hints, 'outcome', rule.outcome, known.outcomes) }];
    case 'attested':
      return known.facts.includes(rule.fact)
        ? []
        : [{ path: [...path, 'fact'], message: hinted(known.hints, 'fact', rule.fact, known.facts) }];
    case 'all':
    case 'any':
    case 'at-least-n':
      return [];
  }
};

const scoringFaults = (rubric: Rubric, known: KnownNames): Fault[] => {
  const { scoring } = rubric;
  const path = ['scoring'];
  switch (scoring.kind) {
    case 'none':
      return rubric.bands
        ? [{ path: ['bands'], message: 'the rubric’s scoring is none: there is nothing to band' }]
        : [];
    case 'count':
      return selectionFaults(rubric, known, scoring.of, scoring.level, path);
    case 'count-groups': {
      if (known.groups.length === 0) return [{ path, message: 'the rubric has no groups to count' }];
      if (mentionsScore(rubric, scoring.rule))
        return [{ path: ['scoring', 'rule'], message: 'a score cannot be defined by itself' }];
      return ruleFaults(rubric, known, scoring.rule, ['scoring', 'rule'], true);
    }
    case 'weighted-mean':
    case 'mean-of-groups':
    case 'minimum':
    case 'sum': {
      const faults = pointsFaults(rubric, scoring.kind === 'sum' ? 'zero' : scoring.from);
      if (scoring.kind === 'minimum') faults.push(...selectionFaults(rubric, known, scoring.of, undefined, path));
      if (scoring.kind === 'mean-of-groups') {
        rubric.criteria.forEach((criterion, at) => {
          if (criterion.group !== undefined) return;
          faults.push({
            path: ['criteria', at, 'group'],
            message: 'a mean of groups needs every criterion in a group',
          });
        });
      }
      if (faults.length === 0 && exactArithmeticBound(rubric) > BigInt(Number.MAX_SAFE_INTEGER)) {
        const message = 'weights and points are too large for exact arithmetic; divide them by a common factor';
        faults.push({ path: ['criteria'], message });
      }
      return faults;
    }
  }
};

/** Bands stand lowest first, and only the highest may be without an upper bound. */
const bandFaults = (rubric: Rubric): Fault[] => {
  const bands = rubric.bands ?? [];
  const above = (a: Fraction, b: Fraction): boolean =>
    BigInt(a.numerator) * BigInt(b.denominator) > BigInt(b.numerator) * BigInt(a.denominator);
  return bands.flatMap(({ from, below }, at): Fault[] => {
    const before = bands[at - 1];
    const faults: Fault[] = [];
    if (before && !above(from, before.from))
      faults.push({ path: ['bands', at, 'from'], message: 'bands stand lowest first' });
    if (below && !above(below, from))
      faults.push({ path: ['bands', at, 'below'], message: 'the band ends before it begins' });
    if (below === undefined && at < bands.length - 1) {
      faults.push({ path: ['bands', at, 'below'], message: 'only the highest band may be without an upper bound' });
    }
    return faults;
  });
};

/** A rule that asks for the score, directly or through an outcome it names. */
const mentionsScore = (rubric: Rubric, start: Rule): boolean => {
  const visited = new Set<string>();
  const asks = (rule: Rule): boolean => {
    if (rule.kind === 'score' || rule.kind === 'band') return true;
    if (rule.kind === 'achieves' && !visited.has(rule.outcome)) {
      visited.add(rule.outcome);
      const named = rubric.outcomes.find((outcome) => outcome.id === rule.outcome);
      if (named && asks(named.rule)) return true;
    }
    return innerRules(rule).some((inner) => asks(inner.rule));
  };
  return asks(start);
};

const pointsFaults = (rubric: Rubric, from: 'lowest' | 'zero'): Fault[] => {
  const faults: Fault[] = [];
  const look = (levels: Rubric['scale']['levels'], path: readonly (string | number)[]) => {
    const lowest = levels[0]?.points;
    const highest = levels.at(-1)?.points;
    if (lowest === undefined || highest === undefined) {
      faults.push({ path: [...path, 'levels'], message: 'a score needs points on every level of this scale' });
    } else if (highest <= (from === 'lowest' ? lowest : 0)) {
      faults.push({ path: [...path, 'levels'], message: 'the points of this scale never rise, so nothing can score' });
    }
  };
  if (rubric.criteria.some((criterion) => !criterion.scale)) look(rubric.scale.levels, ['scale']);
  rubric.criteria.forEach((criterion, at) => {
    if (criterion.scale) look(criterion.scale.levels, ['criteria', at, 'scale']);
  });
  return faults;
};

const exampleFaults = (
  rubric: Rubric,
  known: KnownNames,
  example: NonNullable<Rubric['examples']>[number],
  path: readonly (string | number)[],
): Fault[] => {
  const faults: Fault[] = [];
  const ratingFaults = ratingFaultsOf(rubric);
  for (const [criterion, rating] of Object.entries(example.ratings)) {
    if (rating === undefined) continue;
    for (const fault of ratingFaults(criterion, rating)) {
      faults.push({ path: [...path, 'ratings', ...fault.path], message: fault.message });
    }
  }
  for (const fact of Object.keys(example.facts ?? {})) {
    if (known.facts.includes(fact)) continue;
    faults.push({ path: [...path, 'facts', fact], message: hinted(known.hints, 'fact', fact, known.facts) });
  }
  for (const outcome of Object.keys(example.expect.outcomes ?? {})) {
    if (known.outcomes.includes(outcome)) continue;
    faults.push({
      path: [...path, 'expect', 'outcomes', outcome],
      message: hinted(known.hints, 'outcome', outcome, known.outcomes),
    });
  }
  return faults;
};

/** Outcomes that achieve one another in a circle: nothing could ever decide them. */
const circles = (rubric: Rubric): Fault[] => {
  const names = new Map(rubric.outcomes.map((outcome, at) => [outcome.id, at]));
  const targets = rubric.outcomes.map((outcome) => achieved(outcome.rule).flatMap((id) => names.get(id) ?? []));
  // Outcomes are few; a walk from each one finds the circles through it.
  return rubric.outcomes.flatMap((outcome, start) => {
    const reached = new Set<number>();
    const open = [...(targets[start] ?? [])];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === start)
        return [
          {
            path: ['outcomes', start, 'rule'],
            message: `“${outcome.id}” needs itself, by way of the outcomes it achieves`,
          },
        ];
      if (reached.has(at)) continue;
      reached.add(at);
      open.push(...(targets[at] ?? []));
    }
    return [];
  });
};

const achieved = (rule: Rule): string[] =>
  rule.kind === 'achieves' ? [rule.outcome] : innerRules(rule).flatMap((inner) => achieved(inner.rule));
