/**
 * Small random rubrics that are always valid, and random assessments of them. Every kind of rule and of scoring comes up;
 * so do scales of a criterion's own in which the same levels stand in another order, points that stand still, criteria
 * without a group, groups without criteria, and outcomes that lean on one another.
 */
import fc from 'fast-check';
import type {
  Band,
  Criterion,
  Evidence,
  Fraction,
  Level,
  Outcome,
  Rating,
  Rubric,
  Rule,
  RuleKind,
  Scale,
  Scoring,
  Selector,
} from '../../src/model/index.js';
import { type Given, howManyCompletions } from './oracle.js';

/** One arbitrary for each range, since making one takes longer than asking it. */
const integers = (min: number, max: number): (() => fc.Arbitrary<number>) => {
  const key = `${min} to ${max}`;
  const made = madeIntegers.get(key);
  if (made) return made;
  const arbitrary = fc.integer({ min, max });
  const make = () => arbitrary;
  madeIntegers.set(key, make);
  return make;
};
const madeIntegers = new Map<string, () => fc.Arbitrary<number>>();

/** What is drawn, one choice after another; a failing case shrinks towards the first of each list. */
class Draw {
  constructor(readonly value: fc.GeneratorValue) {}
  int(min: number, max: number): number {
    return this.value(integers(min, max));
  }
  /** True about once in so many times. */
  oneIn(times: number): boolean {
    return this.int(1, times) === times;
  }
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[this.int(0, list.length - 1)] as T;
  }
  /** Some of a list, in the list's order; at least so many. */
  some<T>(list: readonly T[], atLeast: number): readonly T[] {
    const left = [...list];
    for (let count = this.int(atLeast, list.length); left.length > count; )
      left.splice(this.int(0, left.length - 1), 1);
    return left;
  }
  shuffled<T>(list: readonly T[]): readonly T[] {
    const left = [...list];
    const result: T[] = [];
    while (left.length > 0) result.push(...left.splice(this.int(0, left.length - 1), 1));
    return result;
  }
}

const levelIds = ['early', 'growing', 'ready', 'model'];
const groupIds = ['places', 'people', 'plans'];
const tagIds = ['core', 'extra'];
const factIds = ['visited', 'renewed'];

const drawScale = (draw: Draw, id: string, hasPoints: boolean): Scale => {
  const common = draw.some(['early', 'growing', 'model'], 1);
  const own = draw.oneIn(4)
    ? draw.shuffled([...common, 'ready'])
    : levelIds.filter((level) => level === 'ready' || common.includes(level));
  const points: number[] = [];
  own.forEach((_, at) => {
    const below = points[at - 1] ?? 0;
    // The highest level always stands above the lowest; in between, points may stand still.
    points.push(at === own.length - 1 ? below + draw.int(1, 3) : below + draw.int(0, 2));
  });
  const levels = own.map(
    (level, at): Level => ({ id: level, label: level, ...(hasPoints && { points: points[at] ?? 0 }) }),
  );
  return { id, label: id, levels };
};

/** The rubric as far as rules need it. */
interface Parts {
  readonly scale: Scale;
  readonly criteria: readonly Criterion[];
  readonly groups: readonly string[];
  readonly facts: readonly string[];
}

const drawParts = (draw: Draw, hasPoints: boolean, everyoneInAGroup: boolean): Parts => {
  const scale = drawScale(draw, 'shared', hasPoints);
  const groups = everyoneInAGroup || !draw.oneIn(4) ? draw.some(groupIds, 1) : [];
  const facts = draw.some(factIds, 0);
  const criteria = Array.from({ length: draw.int(1, 5) }, (_, at): Criterion => {
    const id = `criterion-${at + 1}`;
    const isInAGroup = groups.length > 0 && (everyoneInAGroup || !draw.oneIn(5));
    const policy = draw.pick(['refused', 'waived', 'held-open', 'allowed', undefined] as const);
    const tags = draw.some(tagIds, 0);
    return {
      id,
      label: id,
      weight: draw.pick([1, 1, 2, 3, 4]),
      ...(isInAGroup && { group: draw.pick(groups) }),
      ...(tags.length > 0 && { tags }),
      ...(draw.oneIn(4) && { scale: drawScale(draw, `own-${at + 1}`, hasPoints) }),
      ...(policy && { notApplicable: policy }),
      // Two criteria may judge one indicator, and share its evidence.
      ...(draw.oneIn(4) && { indicator: 'shared-indicator' }),
    };
  });
  return { scale, criteria, groups, facts };
};

const levelsOf = (parts: Parts, criterion: Criterion): readonly string[] =>
  (criterion.scale ?? parts.scale).levels.map(({ id }) => id);

const chosenBy = (parts: Parts, of: Selector | undefined): readonly Criterion[] =>
  parts.criteria
    .filter(({ group }) => of?.group === undefined || group === of.group)
    .filter(({ tags }) => of?.tag === undefined || (tags ?? []).includes(of.tag))
    .filter(({ id }) => of?.criteria === undefined || of.criteria.includes(id));

/** A selector that selects somebody, or none at all. */
const drawSelector = (draw: Draw, parts: Parts): Selector | undefined => {
  if (!draw.oneIn(2)) return undefined;
  const groups = parts.groups.filter((group) => chosenBy(parts, { group }).length > 0);
  const tags = tagIds.filter((tag) => chosenBy(parts, { tag }).length > 0);
  const group = groups.length > 0 && draw.oneIn(2) ? draw.pick(groups) : undefined;
  const tag = tags.length > 0 && draw.oneIn(2) ? draw.pick(tags) : undefined;
  const wanted = draw.oneIn(2)
    ? draw.some(
        parts.criteria.map(({ id }) => id),
        1,
      )
    : undefined;
  const of: Selector = {
    ...(group !== undefined && { group }),
    ...(tag !== undefined && { tag }),
    ...(wanted && { criteria: wanted }),
  };
  return Object.keys(of).length === 0 || chosenBy(parts, of).length === 0 ? undefined : of;
};

/** A selector, and a level that the scales of all it selects have in common. `ready` is in every scale. */
const drawSelection = (draw: Draw, parts: Parts): { readonly level: string; readonly of?: Selector } => {
  const of = drawSelector(draw, parts);
  const chosen = chosenBy(parts, of);
  const common = levelIds.filter((level) => chosen.every((criterion) => levelsOf(parts, criterion).includes(level)));
  return { level: draw.pick(common), ...(of && { of }) };
};

const drawShare = (draw: Draw): Fraction => {
  const denominator = draw.pick([1, 2, 3, 4, 5]);
  return { numerator: draw.int(1, denominator), denominator };
};

/** A score to ask for: a share of the way up, or a number of points or of criteria. */
const drawThreshold = (draw: Draw, isShare: boolean): Fraction => {
  if (isShare) return { numerator: draw.int(0, 6), denominator: 6 };
  return { numerator: draw.int(0, 24), denominator: draw.pick([1, 2]) };
};

interface RuleSetting {
  readonly parts: Parts;
  /** Outcomes that this rule may lean on without leaning on itself. */
  readonly earlier: readonly string[];
  readonly bands: readonly string[];
  /** Undefined where there is no score to ask for. */
  readonly score: 'share' | 'number' | undefined;
  readonly isInsideGroup: boolean;
  readonly countsGroups: boolean;
}

const drawRule = (draw: Draw, setting: RuleSetting, depth: number): Rule => {
  const { parts } = setting;
  // A rule that names a criterion alone needs the rubric's word for what not-applicable then means; “allowed” has none.
  const nameable = parts.criteria.filter(({ notApplicable }) => notApplicable !== 'allowed');
  const kinds: RuleKind[] = ['every', 'some', 'count', 'share', 'minimum', 'lower-median', 'evidence'];
  if (nameable.length > 0) kinds.push('at-least', 'at-least');
  if (parts.facts.length > 0) kinds.push('attested');
  if (setting.earlier.length > 0) kinds.push('achieves', 'achieves');
  // A group has no score of its own where the score counts groups.
  if (setting.score && !(setting.isInsideGroup && setting.countsGroups)) kinds.push('score');
  if (setting.score && setting.bands.length > 0) kinds.push('band');
  if (depth > 0) {
    kinds.push('all', 'any', 'at-least-n', 'all', 'any', 'at-least-n', 'when-count', 'when-count');
    if (parts.groups.length > 0 && !setting.isInsideGroup) {
      kinds.push('every-group', 'every-group', 'count-groups', 'count-groups');
    }
  }
  const kind = draw.pick(kinds);
  const inner = () => drawRule(draw, setting, depth - 1);
  const inners = () => Array.from({ length: draw.int(1, 3) }, inner);
  const insideGroup = () => drawRule(draw, { ...setting, isInsideGroup: true }, depth - 1);
  const groups = () => (draw.oneIn(3) ? { groups: draw.some(parts.groups, 1) } : {});
  const selector = () => {
    const of = drawSelector(draw, parts);
    return of ? { of } : {};
  };
  switch (kind) {
    case 'at-least': {
      const criterion = draw.pick(nameable);
      return { kind, criterion: criterion.id, level: draw.pick(levelsOf(parts, criterion)) };
    }
    case 'every':
    case 'some':
    case 'minimum':
    case 'lower-median':
      return { kind, ...drawSelection(draw, parts) };
    case 'count':
      return { kind, atLeast: draw.int(1, 4), ...drawSelection(draw, parts) };
    case 'share':
      return { kind, ...drawShare(draw), ...drawSelection(draw, parts) };
    case 'evidence':
      return { kind, atLeast: draw.pick([1, 1, 2]), ...selector() };
    case 'every-group':
      return { kind, ...groups(), rule: insideGroup() };
    case 'count-groups':
      return { kind, atLeast: draw.int(1, 3), ...groups(), rule: insideGroup() };
    case 'when-count':
      return { kind, ...selector(), fewerThan: draw.int(1, 4), then: inner(), otherwise: inner() };
    case 'score':
      return { kind, atLeast: drawThreshold(draw, setting.score === 'share') };
    case 'band':
      return { kind, band: draw.pick(setting.bands) };
    case 'achieves':
      return { kind, outcome: draw.pick(setting.earlier) };
    case 'attested':
      return { kind, fact: draw.pick(parts.facts) };
    case 'all':
    case 'any':
      return { kind, rules: inners() };
    case 'at-least-n':
      return { kind, atLeast: draw.int(1, 3), rules: inners() };
  }
};

/** Bands that follow one another from zero. */
const drawBands = (draw: Draw, isShare: boolean): readonly Band[] => {
  const steps = isShare ? [1, 2, 3, 4, 5, 6] : [1, 2, 3, 5, 8, 12];
  const bounds = [0, ...draw.some(steps, 0)].map(
    (step): Fraction => ({ numerator: step, denominator: isShare ? 6 : 1 }),
  );
  return bounds.map((from, at): Band => {
    const below = bounds[at + 1];
    return { id: `band-${at + 1}`, label: `Band ${at + 1}`, from, ...(below && { below }) };
  });
};

const scoringKinds: readonly Scoring['kind'][] = [
  'weighted-mean',
  'mean-of-groups',
  'minimum',
  'sum',
  'count',
  'share-at-level',
  'count-groups',
  'none',
];

const drawRubric = (draw: Draw): Rubric => {
  const kind = draw.pick(scoringKinds);
  const needsPoints = kind !== 'none' && kind !== 'count' && kind !== 'share-at-level' && kind !== 'count-groups';
  const needsGroups = kind === 'mean-of-groups' || kind === 'count-groups';
  const drawn = drawParts(draw, needsPoints || draw.oneIn(2), kind === 'mean-of-groups');
  const parts: Parts = needsGroups && drawn.groups.length === 0 ? { ...drawn, groups: ['places'] } : drawn;
  const isShare = ['weighted-mean', 'mean-of-groups', 'minimum', 'share-at-level'].includes(kind);
  const bands = kind !== 'none' && draw.oneIn(2) ? drawBands(draw, isShare) : [];

  // The first outcome never asks for the score, so that a count of groups may lean on it and not be defined by itself.
  const noScore: RuleSetting = {
    parts,
    earlier: [],
    bands: [],
    score: undefined,
    isInsideGroup: false,
    countsGroups: false,
  };
  const outcome = (id: string, rule: Rule): Outcome => ({ id, label: id, origin: 'project', rule });
  const outcomes = [outcome('outcome-1', drawRule(draw, noScore, 2))];

  const from = draw.pick(['lowest', 'zero'] as const);
  const scoringOf = (): Scoring => {
    switch (kind) {
      case 'weighted-mean':
      case 'mean-of-groups':
        return { kind, from };
      case 'minimum': {
        const of = drawSelector(draw, parts);
        return { kind, from, ...(of && { of }) };
      }
      case 'count':
      case 'share-at-level':
        return { kind, ...drawSelection(draw, parts) };
      case 'count-groups':
        return { kind, rule: drawRule(draw, { ...noScore, earlier: ['outcome-1'], isInsideGroup: true }, 1) };
      case 'sum':
      case 'none':
        return { kind };
    }
  };
  const scoring = scoringOf();

  for (let at = 2; at <= draw.int(1, 3); at++) {
    const setting: RuleSetting = {
      parts,
      earlier: outcomes.map(({ id }) => id),
      bands: bands.map(({ id }) => id),
      score: kind === 'none' ? undefined : isShare ? 'share' : 'number',
      isInsideGroup: false,
      countsGroups: kind === 'count-groups',
    };
    outcomes.push(outcome(`outcome-${at}`, drawRule(draw, setting, 3)));
  }

  return {
    id: 'drawn',
    version: '1.0.0',
    label: 'Drawn by lot',
    notice: 'Nobody’s award.',
    scale: parts.scale,
    ...(parts.groups.length > 0 && { groups: parts.groups.map((id) => ({ id, label: id })) }),
    criteria: parts.criteria,
    ...(parts.facts.length > 0 && { facts: parts.facts.map((id) => ({ id, label: id })) }),
    scoring,
    ...(bands.length > 0 && { bands }),
    // An outcome may lean on one that stands after it.
    outcomes: draw.oneIn(2) ? outcomes : draw.shuffled(outcomes),
  };
};

const drawRating = (draw: Draw, rubric: Rubric, criterion: Criterion, mustSettle: boolean): Rating | undefined => {
  const levels = (criterion.scale ?? rubric.scale).levels.map(({ id }) => id);
  const policy = criterion.notApplicable ?? 'refused';
  const forms = ['plain', 'plain', 'noted'];
  if (policy !== 'refused') forms.push('not-applicable', 'not-applicable');
  if (!mustSettle) forms.push('unrated', 'unrated', 'contested');
  switch (draw.pick(forms)) {
    case 'noted':
      return { level: draw.pick(levels), ...(draw.oneIn(2) && { note: 'seen in June' }) };
    case 'contested':
      return { levels: Array.from({ length: draw.int(1, 3) }, () => draw.pick(levels)) };
    case 'not-applicable':
      return { notApplicable: 'we have no garden' };
    case 'unrated':
      return undefined;
    default:
      return draw.pick(levels);
  }
};

const evidenceItem = (at: number, supports: readonly string[]): Evidence => ({
  id: `item-${at}`,
  kind: 'lesson',
  date: '2026-03-02',
  shows: 'what we did',
  supports,
});

const drawGiven = (draw: Draw, rubric: Rubric): Given => {
  // About one in eight says nothing at all, or that nothing applies.
  const temper = draw.pick(['any', 'any', 'any', 'any', 'any', 'any', 'nothing-applies', 'nothing-rated'] as const);
  const indicators = [...rubric.criteria.map(({ id, indicator }) => indicator ?? id), 'of-another-element'];
  const evidence = Array.from({ length: draw.int(0, 4) }, (_, at) => evidenceItem(at, draw.some(indicators, 1)));
  const facts: Record<string, boolean> = {};
  for (const { id } of rubric.facts ?? []) if (draw.oneIn(2)) facts[id] = draw.oneIn(2);

  const ratings: Record<string, Rating> = {};
  const given: Given = {
    ratings,
    ...(draw.oneIn(2) && { facts }),
    ...(evidence.length > 0 && { evidence }),
  };
  for (const criterion of rubric.criteria) {
    const policy = criterion.notApplicable ?? 'refused';
    if (temper === 'nothing-applies' && policy !== 'refused') ratings[criterion.id] = { notApplicable: 'not here' };
    else if (temper === 'nothing-rated') {
      if (policy !== 'refused' && draw.oneIn(3)) ratings[criterion.id] = { notApplicable: 'not here' };
    } else {
      const rating = drawRating(draw, rubric, criterion, false);
      if (rating !== undefined) ratings[criterion.id] = rating;
    }
  }
  // The oracle writes out every completion: where there would be too many, some open criteria are rated after all.
  for (const criterion of rubric.criteria) {
    if (howManyCompletions(rubric, given) <= mostCompletions) break;
    const rating = drawRating(draw, rubric, criterion, true);
    if (rating !== undefined) ratings[criterion.id] = rating;
  }
  return given;
};

const mostCompletions = 96;

export interface Case {
  readonly rubric: Rubric;
  readonly given: Given;
}

/** A rubric with an assessment of it. */
export const arbitraryCase: fc.Arbitrary<Case> = fc.gen().map((value) => {
  const draw = new Draw(value);
  const rubric = drawRubric(draw);
  return { rubric, given: drawGiven(draw, rubric) };
});

/** A case, and the same assessment after one thing got better: a level raised, a fact turned true, an item of evidence added. */
export const arbitraryImprovement: fc.Arbitrary<Case & { readonly better: Given; readonly what: string }> = fc
  .gen()
  .map((value) => {
    const draw = new Draw(value);
    const rubric = drawRubric(draw);
    const given = drawGiven(draw, rubric);
    const improvements: { readonly what: string; readonly better: Given }[] = [];
    for (const criterion of rubric.criteria) {
      const levels = (criterion.scale ?? rubric.scale).levels.map(({ id }) => id);
      const rating = given.ratings[criterion.id];
      if (rating === undefined || (typeof rating !== 'string' && 'notApplicable' in rating)) continue;
      const raise = (level: string) => levels[Math.min(levels.indexOf(level) + 1, levels.length - 1)] ?? level;
      const raised: Rating =
        typeof rating === 'string'
          ? raise(rating)
          : 'levels' in rating
            ? { levels: rating.levels.map(raise) }
            : { ...rating, level: raise(rating.level) };
      const better = { ...given, ratings: { ...given.ratings, [criterion.id]: raised } };
      improvements.push({ what: `raising ${criterion.id}`, better });
    }
    for (const { id } of rubric.facts ?? []) {
      improvements.push({ what: `attesting ${id}`, better: { ...given, facts: { ...given.facts, [id]: true } } });
    }
    for (const { id, indicator } of rubric.criteria) {
      const evidence = [...(given.evidence ?? []), evidenceItem(99, [indicator ?? id])];
      improvements.push({ what: `evidence for ${id}`, better: { ...given, evidence } });
    }
    return { rubric, given, ...draw.pick(improvements) };
  });

/** A case, and the same assessment after one unrated criterion was rated or one unknown fact became known, either way. */
export const arbitraryAnswer: fc.Arbitrary<Case & { readonly answered: Given; readonly what: string }> = fc
  .gen()
  .map((value) => {
    const draw = new Draw(value);
    const rubric = drawRubric(draw);
    const given = drawGiven(draw, rubric);
    const answers: { readonly what: string; readonly answered: Given }[] = [];
    for (const criterion of rubric.criteria) {
      if (given.ratings[criterion.id] !== undefined) continue;
      const level = draw.pick((criterion.scale ?? rubric.scale).levels).id;
      const answered = { ...given, ratings: { ...given.ratings, [criterion.id]: level } };
      answers.push({ what: `rating ${criterion.id}`, answered });
    }
    for (const { id } of rubric.facts ?? []) {
      if (given.facts?.[id] !== undefined) continue;
      const answered = { ...given, facts: { ...given.facts, [id]: draw.oneIn(2) } };
      answers.push({ what: `learning of ${id}`, answered });
    }
    return { rubric, given, ...(answers.length > 0 ? draw.pick(answers) : { what: 'nothing open', answered: given }) };
  });
