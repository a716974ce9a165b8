import { type Fault, hinted, hintFor, type Hints } from '../shared/fault.js';
import type { Fraction } from '../shared/fraction.js';
import { measureFaults } from './measure-faults.js';
import { repeatedIds } from '../shared/names.js';
import { exactArithmeticBound, pointsFaults, scaleFaults, scalesOf } from './scale-faults.js';
import { type Faults, ratingFaultsOf } from './rating-faults.js';
import { levelIds, type Rubric } from './rubric.js';
import type { Rule, Selector } from './rule.js';
import { countFaults, leaningOrder, ruleSizeFault } from './rule-size.js';
import { achievedBy, innerRules } from './rule-tree.js';
import { criteriaSelector } from './select-criteria.js';

/**
 * Everything the schema refuses in a rubric beyond its shape: duplicate ids, unknown names, circles of outcomes,
 * scores without points, arithmetic too large to stay exact. What merely needs thought is `checkRubric`'s to find.
 */
export const rubricFaults = (rubric: Rubric): readonly Fault[] => {
  const faults = nameFaults(rubric);
  if (pointsFaults(rubric).length > 0 || exactArithmeticBound(rubric) <= BigInt(Number.MAX_SAFE_INTEGER)) return faults;
  const message = 'weights and points are too large for exact arithmetic; divide them by a common factor';
  return [...faults, { path: ['criteria'], message }];
};

/** The same but for arithmetic: ids that are listed twice, names of what there is not, scores without points. */
const nameFaults = (rubric: Rubric): readonly Fault[] => {
  const known = knownNames(rubric);
  return [
    ...duplicates(rubric),
    ...rubric.criteria.flatMap(({ group }, at): Fault[] => {
      if (group === undefined || known.groups.has(group)) return [];
      return [{ path: ['criteria', at, 'group'], message: hinted(known.hints, 'group', group, known.groups.list) }];
    }),
    ...rubric.criteria.flatMap(({ measure }, at) =>
      measure ? measureFaults(rubric, { facts: known.facts.list, hints: known.hints }, at, measure) : [],
    ),
    ...rubric.outcomes.flatMap(({ rule }, at) => ruleFaults(rubric, known, rule, ['outcomes', at, 'rule'], false)),
    ...scoringFaults(rubric, known),
    ...bandFaults(rubric),
    ...obligationFaults(rubric, known),
    ...examplesFaults(rubric, known),
    ...circles(rubric),
    ...sizeFaults(rubric),
  ];
};

const obligationFaults = (rubric: Rubric, known: KnownNames): readonly Fault[] =>
  (rubric.obligations ?? []).flatMap((obligation, at) => {
    const path = ['obligations', at, 'when'];
    const faults = selectionFaults(rubric, known, obligation.when.of, undefined, path);
    // Criteria on other scales simply never have the level; but some must.
    const chosen = known.selected(obligation.when.of);
    if (!chosen.some((c) => known.levels(c).has(obligation.when.level))) {
      const levels = new Set(chosen.flatMap((c) => levelIds(rubric, c)));
      faults.push({
        path: [...path, 'level'],
        message: hinted(known.hints, 'level', obligation.when.level, [...levels]),
      });
    }
    return faults;
  });

const examplesFaults = (rubric: Rubric, known: KnownNames): readonly Fault[] => {
  const ratingFaults = ratingFaultsOf(rubric);
  return (rubric.examples ?? []).flatMap((example, at) =>
    exampleFaults(ratingFaults, known, example, ['examples', at]),
  );
};

/**
 * What keeps a rubric from being understood in one way: what the schema refuses in scales, in a list of no criteria and in names. Numbers too large
 * to stay exact are refused where it comes to them.
 */
export const formFaults = (rubric: Rubric): readonly Fault[] => {
  const tooLarge = sizeFaults(rubric);
  // What is too large is not looked through.
  if (tooLarge.length > 0) return tooLarge;
  return [
    ...scalesOf(rubric).flatMap(({ levels, path }) => scaleFaults(levels, path)),
    ...(rubric.criteria.length === 0 ? [{ path: ['criteria'], message: 'a rubric has at least one criterion' }] : []),
    ...countFaults(rubric),
    ...nameFaults(rubric),
  ];
};

const sizeFaults = (rubric: Rubric): readonly Fault[] => {
  const tooLarge = ruleSizeFault(rubric);
  return tooLarge === undefined ? [] : [{ path: ['outcomes'], message: `the rubric is too large, ${tooLarge}` }];
};

/** Names with their positions, the first of each. */
interface Names {
  readonly has: (name: string) => boolean;
  readonly get: (name: string) => number | undefined;
  readonly list: readonly string[];
}

interface KnownNames {
  readonly hints: Hints;
  readonly criteria: Names;
  readonly groups: Names;
  readonly tags: Names;
  readonly outcomes: Names;
  readonly facts: Names;
  readonly bands: Names;
  /** The levels of one criterion's scale. */
  readonly levels: (at: number) => Names;
  /** Positions of the criteria a selector means, before anything is marked not applicable. */
  readonly selected: (of: Selector | undefined) => readonly number[];
}

const namesOf = (list: readonly string[]): Names => {
  const places = new Map(list.map((name, at) => [name, at] as const).reverse());
  return { has: (name) => places.has(name), get: (name) => places.get(name), list };
};

const idsOf = (list: readonly { readonly id: string }[] = []): Names => namesOf(list.map(({ id }) => id));

const knownNames = (rubric: Rubric): KnownNames => {
  const criteria = idsOf(rubric.criteria);
  const { select, tags } = criteriaSelector(rubric);
  const ofScale = new Map<unknown, Names>();
  const all = rubric.criteria.map((_, at) => at);
  return {
    hints: { given: 0 },
    criteria,
    groups: idsOf(rubric.groups),
    tags: namesOf(tags),
    outcomes: idsOf(rubric.outcomes),
    facts: idsOf(rubric.facts),
    bands: idsOf(rubric.bands),
    levels: (at) => {
      const { levels } = rubric.criteria[at]?.scale ?? rubric.scale;
      const names = ofScale.get(levels) ?? idsOf(levels);
      ofScale.set(levels, names);
      return names;
    },
    selected: (of) => select(of, all),
  };
};

const duplicates = (rubric: Rubric): Fault[] =>
  (['groups', 'criteria', 'facts', 'bands', 'outcomes', 'obligations'] as const).flatMap((list) =>
    repeatedIds(rubric[list] ?? []).map(({ at, first, id }) => ({
      path: [list, at, 'id'],
      message: `“${id}” is listed twice: it is already at position ${first}`,
    })),
  );

const selectionFaults = (
  rubric: Rubric,
  known: KnownNames,
  of: Selector | undefined,
  level: string | undefined,
  path: readonly (string | number)[],
): Fault[] => {
  const faults: Fault[] = [];
  const name = (what: string, value: string, among: Names, at: readonly (string | number)[]) => {
    if (!among.has(value))
      faults.push({ path: [...path, ...at], message: hinted(known.hints, what, value, among.list) });
  };
  if (of?.group !== undefined) name('group', of.group, known.groups, ['of', 'group']);
  if (of?.tag !== undefined) name('tag', of.tag, known.tags, ['of', 'tag']);
  of?.criteria?.forEach((criterion, at) => name('criterion', criterion, known.criteria, ['of', 'criteria', at]));
  const chosen = known.selected(of);
  if (faults.length === 0 && chosen.length === 0) {
    faults.push({ path: [...path, 'of'], message: 'the selector selects no criterion' });
  }
  if (level === undefined) return faults;
  const lacking = chosen.find((at) => !known.levels(at).has(level));
  if (lacking !== undefined) {
    const criterion = rubric.criteria[lacking]?.id ?? '';
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
  const unknown = (field: string, what: string, name: string, among: Names): Fault[] =>
    among.has(name) ? [] : [{ path: [...path, field], message: hinted(known.hints, what, name, among.list) }];
  const { kind } = rubric.scoring;
  if (rule.kind === 'at-least') {
    const at = known.criteria.get(rule.criterion);
    if (at === undefined) return unknown('criterion', 'criterion', rule.criterion, known.criteria);
    if (known.levels(at).has(rule.level)) return [];
    return [{ path: [...path, 'level'], message: hinted(known.hints, 'level', rule.level, levelIds(rubric, at)) }];
  }
  if (rule.kind === 'every-group' || rule.kind === 'count-groups') {
    if (inGroup) return [{ path, message: 'a group rule is inside another group rule; groups do not nest' }];
    if (known.groups.list.length === 0) return [{ path, message: 'the rubric has no groups' }];
    return (rule.groups ?? []).flatMap((group, at) =>
      known.groups.has(group)
        ? []
        : [{ path: [...path, 'groups', at], message: hinted(known.hints, 'group', group, known.groups.list) }],
    );
  }
  if (rule.kind === 'score') {
    if (kind === 'none') return [{ path, message: 'the rubric’s scoring is none: there is no score to compare' }];
    if (!inGroup || kind !== 'count-groups') return [];
    return [{ path, message: 'the rubric’s score counts groups: one group alone has no score to compare' }];
  }
  if (rule.kind === 'band') {
    if (kind === 'none') return [{ path, message: 'the rubric’s scoring is none: there is no band to reach' }];
    return unknown('band', 'band', rule.band, known.bands);
  }
  if (rule.kind === 'achieves') return unknown('outcome', 'outcome', rule.outcome, known.outcomes);
  if (rule.kind === 'attested') return unknown('fact', 'fact', rule.fact, known.facts);
  if ('rules' in rule) return [];
  // What is left selects criteria, and may ask a level of them.
  return selectionFaults(rubric, known, rule.of, 'level' in rule ? rule.level : undefined, path);
};

const scoringFaults = (rubric: Rubric, known: KnownNames): Fault[] => {
  const { scoring } = rubric;
  const path = ['scoring'];
  if (scoring.kind === 'none') {
    return rubric.bands ? [{ path: ['bands'], message: 'the rubric’s scoring is none: there is nothing to band' }] : [];
  }
  if (scoring.kind === 'count-groups') {
    if (known.groups.list.length === 0) return [{ path, message: 'the rubric has no groups to count' }];
    if (mentionsScore(rubric, scoring.rule))
      return [{ path: ['scoring', 'rule'], message: 'a score cannot be defined by itself' }];
    return ruleFaults(rubric, known, scoring.rule, ['scoring', 'rule'], true);
  }
  if ('level' in scoring) return selectionFaults(rubric, known, scoring.of, scoring.level, path);
  const faults = [
    ...pointsFaults(rubric),
    ...('of' in scoring ? selectionFaults(rubric, known, scoring.of, undefined, path) : []),
  ];
  if (scoring.kind === 'mean-of-groups') {
    rubric.criteria.forEach((criterion, at) => {
      if (criterion.group !== undefined) return;
      faults.push({ path: ['criteria', at, 'group'], message: 'a mean of groups needs every criterion in a group' });
    });
  }
  return faults;
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
      faults.push({ path: ['bands', at, 'from'], message: 'bands are listed lowest first' });
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
  const rules = new Map(rubric.outcomes.map(({ id, rule }) => [id, rule] as const).reverse());
  const open = [start];
  for (let rule = open.pop(); rule !== undefined; rule = open.pop()) {
    if (rule.kind === 'score' || rule.kind === 'band') return true;
    if (rule.kind === 'achieves') {
      const named = rules.get(rule.outcome);
      if (named) open.push(named);
      // Each outcome is looked into once.
      rules.delete(rule.outcome);
    }
    for (const inner of innerRules(rule)) open.push(inner.rule);
  }
  return false;
};

const exampleFaults = (
  ratingFaults: Faults,
  known: KnownNames,
  example: NonNullable<Rubric['examples']>[number],
  path: readonly (string | number)[],
): Fault[] => {
  const faults: Fault[] = [];
  for (const [criterion, rating] of Object.entries(example.ratings)) {
    if (rating === undefined) continue;
    for (const fault of ratingFaults(criterion, rating)) {
      faults.push({ path: [...path, 'ratings', ...fault.path], message: fault.message });
    }
  }
  for (const fact of Object.keys(example.facts ?? {})) {
    if (known.facts.has(fact)) continue;
    faults.push({ path: [...path, 'facts', fact], message: hinted(known.hints, 'fact', fact, known.facts.list) });
  }
  for (const outcome of Object.keys(example.expect.outcomes ?? {})) {
    if (known.outcomes.has(outcome)) continue;
    faults.push({
      path: [...path, 'expect', 'outcomes', outcome],
      message: hinted(known.hints, 'outcome', outcome, known.outcomes.list),
    });
  }
  return faults;
};

/** Outcomes that achieve one another in a circle: nothing could ever decide them. */
const circles = (rubric: Rubric): Fault[] => {
  const names = new Map(rubric.outcomes.map((outcome, at) => [outcome.id, at]));
  const targets = rubric.outcomes.map((outcome) => [...achievedBy(outcome.rule)].flatMap((id) => names.get(id) ?? []));
  return leaningOrder(targets).inCircles.map((at) => ({
    path: ['outcomes', at, 'rule'],
    message: `“${rubric.outcomes[at]?.id}” needs itself, through the outcomes it achieves`,
  }));
};
