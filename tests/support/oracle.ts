/**
 * What an evaluation should say, found the slow way: every way of filling in what is open is written out, the rules are
 * asked about each, and the answers are compared. It shares no code with the library, only its data types. Nothing here is
 * clever on purpose: no use is made of rules being monotone, and every number is a fraction of big integers.
 */
import type {
  Criterion,
  Evidence,
  Level,
  Rating,
  Rubric,
  Rule,
  Scoring,
  Selector,
  Unscored,
  Verdict,
} from '../../src/model/index.js';

export interface Given {
  readonly ratings: Readonly<Record<string, Rating | undefined>>;
  readonly facts?: Readonly<Record<string, boolean | undefined>> | undefined;
  readonly evidence?: readonly Evidence[] | undefined;
}

export interface LowestTerms {
  readonly numerator: number;
  readonly denominator: number;
}

export interface Expected {
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** The outcomes whose rule has nothing to look at. */
  readonly nothingApplicable: readonly string[];
  readonly achieved: string | undefined;
  readonly unscored: Unscored | undefined;
  readonly interval: { readonly least: LowestTerms; readonly greatest: LowestTerms } | undefined;
  readonly value: LowestTerms | undefined;
  readonly coverage: LowestTerms | undefined;
  readonly band: string | undefined;
}

type Truth = 'true' | 'false' | 'not-applicable';

// Fractions. The denominator is always positive; nothing is reduced before the end.
interface Q {
  readonly n: bigint;
  readonly d: bigint;
}
const whole = (n: number): Q => ({ n: BigInt(n), d: 1n });
const plus = (a: Q, b: Q): Q => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = (a: Q, b: Q): Q => ({ n: a.n * b.n, d: a.d * b.d });
const over = (a: Q, b: Q): Q => ({ n: a.n * b.d, d: a.d * b.n });
const sum = (all: readonly Q[]): Q => all.reduce(plus, whole(0));
const isBelow = (a: Q, b: Q): boolean => a.n * b.d < b.n * a.d;
const equals = (a: Q, b: Q): boolean => a.n * b.d === b.n * a.d;
const lesser = (a: Q, b: Q): Q => (isBelow(b, a) ? b : a);
const greater = (a: Q, b: Q): Q => (isBelow(a, b) ? b : a);
const commonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : commonDivisor(b, a % b));
const lowestTerms = (a: Q): LowestTerms => {
  const by = commonDivisor(a.n, a.d);
  return { numerator: Number(a.n / by), denominator: Number(a.d / by) };
};

const levelsOf = (rubric: Rubric, criterion: Criterion): readonly Level[] => (criterion.scale ?? rubric.scale).levels;

const positionOf = (rubric: Rubric, criterion: Criterion, level: string): number => {
  const at = levelsOf(rubric, criterion).findIndex(({ id }) => id === level);
  if (at < 0) throw new Error(`“${criterion.id}” has no level “${level}”`);
  return at;
};

type State =
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'unrated' }
  /** Positions in the criterion's own scale; the same twice where the assessors agree. */
  | { readonly kind: 'rated'; readonly lowest: number; readonly highest: number };

const stateOf = (rubric: Rubric, criterion: Criterion, given: Given): State => {
  const rating = given.ratings[criterion.id];
  if (rating === undefined) return { kind: 'unrated' };
  if (typeof rating !== 'string' && 'notApplicable' in rating) return { kind: 'not-applicable' };
  const levels = typeof rating === 'string' ? [rating] : 'levels' in rating ? rating.levels : [rating.level];
  const positions = levels.map((level) => positionOf(rubric, criterion, level));
  return { kind: 'rated', lowest: Math.min(...positions), highest: Math.max(...positions) };
};

/** The assessment with nothing left open. A criterion that is not applicable has a position only where it is held open. */
interface Completion {
  readonly positions: ReadonlyMap<string, number>;
  readonly facts: ReadonlyMap<string, boolean>;
}

const numbersFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** The positions a criterion may take in a completion; none at all where it is not applicable and not held open. */
const positionsOf = (rubric: Rubric, criterion: Criterion, given: Given): readonly number[] => {
  const state = stateOf(rubric, criterion, given);
  const last = levelsOf(rubric, criterion).length - 1;
  if (state.kind === 'rated') return numbersFrom(state.lowest, state.highest);
  if (state.kind === 'unrated') return numbersFrom(0, last);
  return criterion.notApplicable === 'held-open' ? numbersFrom(0, last) : [];
};

const factsOf = (given: Given, fact: string): readonly boolean[] => {
  const known = given.facts?.[fact];
  return known === undefined ? [false, true] : [known];
};

/** How many completions there are; what keeps a random case small asks this. */
export const howManyCompletions = (rubric: Rubric, given: Given): number => {
  const ofCriteria = rubric.criteria.map((criterion) => Math.max(1, positionsOf(rubric, criterion, given).length));
  const ofFacts = (rubric.facts ?? []).map(({ id }) => factsOf(given, id).length);
  return [...ofCriteria, ...ofFacts].reduce((product, ways) => product * ways, 1);
};

const completionsOf = (rubric: Rubric, given: Given): readonly Completion[] => {
  let completions: Completion[] = [{ positions: new Map(), facts: new Map() }];
  for (const criterion of rubric.criteria) {
    const positions = positionsOf(rubric, criterion, given);
    if (positions.length === 0) continue;
    completions = completions.flatMap((completion) =>
      positions.map((position) => ({
        ...completion,
        positions: new Map([...completion.positions, [criterion.id, position]]),
      })),
    );
  }
  for (const { id } of rubric.facts ?? []) {
    completions = completions.flatMap((completion) =>
      factsOf(given, id).map((known) => ({ ...completion, facts: new Map([...completion.facts, [id, known]]) })),
    );
  }
  return completions;
};

/** One completion of one assessment, and the questions one may ask about it. */
class Completed {
  constructor(
    readonly rubric: Rubric,
    readonly given: Given,
    readonly completion: Completion,
  ) {}

  criterion(id: string): Criterion {
    const found = this.rubric.criteria.find((criterion) => criterion.id === id);
    if (!found) throw new Error(`there is no criterion “${id}”`);
    return found;
  }

  isApplicable(criterion: Criterion): boolean {
    const rating = this.given.ratings[criterion.id];
    return !(typeof rating === 'object' && 'notApplicable' in rating);
  }

  reaches(criterion: Criterion, level: string): boolean {
    const position = this.completion.positions.get(criterion.id);
    if (position === undefined) throw new Error(`“${criterion.id}” was not completed`);
    return position >= positionOf(this.rubric, criterion, level);
  }

  /** Not-applicable criteria are skipped; inside a group rule only that group's criteria are looked at. */
  selected(of: Selector | undefined, insideGroup: string | undefined): readonly Criterion[] {
    return this.rubric.criteria
      .filter((criterion) => this.isApplicable(criterion))
      .filter((criterion) => insideGroup === undefined || criterion.group === insideGroup)
      .filter((criterion) => of?.group === undefined || criterion.group === of.group)
      .filter((criterion) => of?.tag === undefined || (criterion.tags ?? []).includes(of.tag))
      .filter((criterion) => of?.criteria === undefined || of.criteria.includes(criterion.id));
  }

  /** An item supports a criterion by naming the indicator it judges; an item that names it twice is still one item. */
  evidenceFor(criterion: Criterion): number {
    const indicator = criterion.indicator ?? criterion.id;
    return (this.given.evidence ?? []).filter(({ supports }) => supports.includes(indicator)).length;
  }

  holds(rule: Rule, insideGroup?: string): Truth {
    const countReaching = (criteria: readonly Criterion[], level: string): number =>
      criteria.filter((criterion) => this.reaches(criterion, level)).length;
    const say = (isTrue: boolean): Truth => (isTrue ? 'true' : 'false');
    /** Enough of the parts that apply are true; not applicable where no part applies. */
    const enough = (parts: readonly Truth[], needed: (applicable: number) => number): Truth => {
      const applicable = parts.filter((part) => part !== 'not-applicable');
      if (applicable.length === 0) return 'not-applicable';
      return say(applicable.filter((part) => part === 'true').length >= needed(applicable.length));
    };
    switch (rule.kind) {
      case 'at-least': {
        const criterion = this.criterion(rule.criterion);
        // A criterion held open was completed as if it were unrated.
        if (!this.isApplicable(criterion) && criterion.notApplicable !== 'held-open') return 'not-applicable';
        return say(this.reaches(criterion, rule.level));
      }
      case 'every':
      case 'minimum': {
        const criteria = this.selected(rule.of, insideGroup);
        if (criteria.length === 0) return 'not-applicable';
        return say(countReaching(criteria, rule.level) === criteria.length);
      }
      case 'some':
      case 'count': {
        const criteria = this.selected(rule.of, insideGroup);
        if (criteria.length === 0) return 'not-applicable';
        return say(countReaching(criteria, rule.level) >= (rule.kind === 'some' ? 1 : rule.atLeast));
      }
      case 'share': {
        const criteria = this.selected(rule.of, insideGroup);
        if (criteria.length === 0) return 'not-applicable';
        return say(rule.denominator * countReaching(criteria, rule.level) >= rule.numerator * criteria.length);
      }
      case 'lower-median': {
        const criteria = this.selected(rule.of, insideGroup);
        if (criteria.length === 0) return 'not-applicable';
        // All of them from the lowest up, and of the middle the lower one.
        const reaching = criteria
          .map((criterion) => this.reaches(criterion, rule.level))
          .sort((a, b) => Number(a) - Number(b));
        return say(reaching[Math.floor((criteria.length - 1) / 2)] === true);
      }
      case 'evidence': {
        const criteria = this.selected(rule.of, insideGroup);
        if (criteria.length === 0) return 'not-applicable';
        return say(criteria.every((criterion) => this.evidenceFor(criterion) >= rule.atLeast));
      }
      case 'every-group':
        return enough(this.insideGroups(rule.groups, rule.rule), (applicable) => applicable);
      case 'count-groups':
        return enough(this.insideGroups(rule.groups, rule.rule), () => rule.atLeast);
      case 'when-count': {
        const count = this.selected(rule.of, insideGroup).length;
        // Like every rule over an empty selection it is not applicable, rather than the branch for few.
        if (count === 0) return 'not-applicable';
        return this.holds(count < rule.fewerThan ? rule.then : rule.otherwise, insideGroup);
      }
      case 'score': {
        const score = this.score(insideGroup);
        if (score === undefined) return 'not-applicable';
        return say(!isBelow(score, over(whole(rule.atLeast.numerator), whole(rule.atLeast.denominator))));
      }
      case 'band': {
        const score = this.score();
        const band = this.rubric.bands?.find(({ id }) => id === rule.band);
        if (!band) throw new Error(`there is no band “${rule.band}”`);
        if (score === undefined) return 'not-applicable';
        return say(!isBelow(score, over(whole(band.from.numerator), whole(band.from.denominator))));
      }
      case 'achieves': {
        const outcome = this.rubric.outcomes.find(({ id }) => id === rule.outcome);
        if (!outcome) throw new Error(`there is no outcome “${rule.outcome}”`);
        // The other outcome's own rule: it stands outside any group.
        return this.holds(outcome.rule);
      }
      case 'attested':
        return say(this.completion.facts.get(rule.fact) === true);
      case 'all':
        return enough(
          rule.rules.map((inner) => this.holds(inner, insideGroup)),
          (applicable) => applicable,
        );
      case 'any':
        return enough(
          rule.rules.map((inner) => this.holds(inner, insideGroup)),
          () => 1,
        );
      case 'at-least-n':
        return enough(
          rule.rules.map((inner) => this.holds(inner, insideGroup)),
          () => rule.atLeast,
        );
    }
  }

  /** What a rule says inside each group; a group with nothing applicable has left. */
  insideGroups(named: readonly string[] | undefined, rule: Rule): readonly Truth[] {
    const groups = named ?? (this.rubric.groups ?? []).map(({ id }) => id);
    return groups.filter((group) => this.selected(undefined, group).length > 0).map((group) => this.holds(rule, group));
  }

  /** The share of the way up the criterion's own scale. */
  shareUp(criterion: Criterion, from: 'lowest' | 'zero'): Q {
    const levels = levelsOf(this.rubric, criterion);
    const lowest = from === 'lowest' ? whole(levels[0]?.points ?? 0) : whole(0);
    const minus = (a: Q, b: Q): Q => plus(a, times(whole(-1), b));
    return over(minus(this.points(criterion), lowest), minus(whole(levels.at(-1)?.points ?? 0), lowest));
  }

  points(criterion: Criterion): Q {
    const position = this.completion.positions.get(criterion.id);
    if (position === undefined) throw new Error(`“${criterion.id}” was not completed`);
    return whole(levelsOf(this.rubric, criterion)[position]?.points ?? 0);
  }

  weightedMean(criteria: readonly Criterion[], from: 'lowest' | 'zero'): Q {
    return over(
      sum(criteria.map((criterion) => times(whole(criterion.weight), this.shareUp(criterion, from)))),
      sum(criteria.map((criterion) => whole(criterion.weight))),
    );
  }

  /** The score of this completion, or of one group; none where nothing that it looks at is applicable. */
  score(insideGroup?: string): Q | undefined {
    const { scoring } = this.rubric;
    const criteria = this.selected('of' in scoring ? scoring.of : undefined, insideGroup);
    if (criteria.length === 0) return undefined;
    switch (scoring.kind) {
      case 'weighted-mean':
        return this.weightedMean(criteria, scoring.from);
      case 'sum':
        return sum(criteria.map((criterion) => times(whole(criterion.weight), this.points(criterion))));
      case 'mean-of-groups': {
        const groups = [...new Set(criteria.map(({ group }) => group))];
        const means = groups.map((group) =>
          this.weightedMean(
            criteria.filter((criterion) => criterion.group === group),
            scoring.from,
          ),
        );
        return over(sum(means), whole(means.length));
      }
      case 'minimum':
        return criteria.map((criterion) => this.shareUp(criterion, scoring.from)).reduce(lesser);
      case 'count':
        return whole(criteria.filter((criterion) => this.reaches(criterion, scoring.level)).length);
      case 'share-at-level':
        return over(
          whole(criteria.filter((criterion) => this.reaches(criterion, scoring.level)).length),
          whole(criteria.length),
        );
      case 'count-groups': {
        const answers = this.insideGroups(undefined, scoring.rule).filter((answer) => answer !== 'not-applicable');
        if (answers.length === 0) return undefined;
        return whole(answers.filter((answer) => answer === 'true').length);
      }
      case 'none':
        return undefined;
    }
  }
}

const needsAllRated = (scoring: Scoring): boolean =>
  scoring.kind === 'sum' || scoring.kind === 'count' || scoring.kind === 'count-groups';

/** The same rubric and assessment with only the criteria that are rated: what a value is the score of. */
const ratedAlone = (rubric: Rubric, given: Given): Completed => {
  const ratings: Record<string, Rating> = {};
  const positions = new Map<string, number>();
  for (const criterion of rubric.criteria) {
    const state = stateOf(rubric, criterion, given);
    const rating = given.ratings[criterion.id];
    if (state.kind === 'rated' && rating !== undefined) {
      ratings[criterion.id] = rating;
      positions.set(criterion.id, state.lowest);
    } else {
      ratings[criterion.id] = { notApplicable: 'looked at without it' };
    }
  }
  return new Completed(rubric, { ...given, ratings }, { positions, facts: new Map() });
};

/** What the library should say of an assessment. */
export const expectedEvaluation = (rubric: Rubric, given: Given): Expected => {
  const completed = completionsOf(rubric, given).map((completion) => new Completed(rubric, given, completion));

  const verdicts: Record<string, Verdict> = {};
  const nothingApplicable: string[] = [];
  for (const outcome of rubric.outcomes) {
    const answers = new Set(completed.map((one) => one.holds(outcome.rule)));
    if (answers.has('not-applicable')) {
      // What applies does not depend on how the open ones are filled in.
      if (answers.size > 1) throw new Error(`“${outcome.id}” applies in one completion and not in another`);
      nothingApplicable.push(outcome.id);
      verdicts[outcome.id] = 'not-yet-met';
    } else if (answers.size > 1) verdicts[outcome.id] = 'undecided';
    else verdicts[outcome.id] = answers.has('true') ? 'met' : 'not-yet-met';
  }
  const achieved = rubric.outcomes.filter(({ id }) => verdicts[id] === 'met').at(-1)?.id;

  const { scoring } = rubric;
  // A score looks at the criteria it selects, at those in groups, or at all; what is said about it is said about those.
  const inScore = (criterion: Criterion) => {
    if (scoring.kind === 'count-groups') return criterion.group !== undefined;
    if (!('of' in scoring) || scoring.of === undefined) return true;
    return new Completed(rubric, { ratings: {} }, { positions: new Map(), facts: new Map() })
      .selected(scoring.of, undefined)
      .includes(criterion);
  };
  const states = rubric.criteria
    .filter(inScore)
    .map((criterion) => ({ criterion, state: stateOf(rubric, criterion, given) }));
  const applicable = states.filter(({ state }) => state.kind !== 'not-applicable');
  const rated = states.filter(({ state }) => state.kind === 'rated');
  const weightOf = (some: typeof states): Q => sum(some.map(({ criterion }) => whole(criterion.weight)));
  const scores = completed.flatMap((one) => one.score() ?? []);
  if (scores.length !== 0 && scores.length !== completed.length) {
    throw new Error('one completion has a score and another has none');
  }
  const least = scores.length === 0 ? undefined : scores.reduce(lesser);
  const greatest = scores.length === 0 ? undefined : scores.reduce(greater);
  const interval = least && greatest ? { least: lowestTerms(least), greatest: lowestTerms(greatest) } : undefined;

  const unscored: Unscored | undefined =
    scoring.kind === 'none'
      ? 'profile-only'
      : least === undefined
        ? 'nothing-applicable'
        : rated.length === 0
          ? 'nothing-rated'
          : undefined;

  // Where there can be no score there is nothing that could be covered.
  const coverage =
    unscored === 'profile-only' || unscored === 'nothing-applicable'
      ? undefined
      : lowestTerms(over(weightOf(rated), weightOf(applicable)));

  const isContested = states.some(({ state }) => state.kind === 'rated' && state.lowest !== state.highest);
  const value = (): Q | undefined => {
    if (unscored !== undefined || isContested || !least || !greatest) return undefined;
    if (!needsAllRated(scoring)) return ratedAlone(rubric, given).score();
    // A count may also wait for a fact, or for a criterion held open.
    return rated.length === applicable.length && equals(least, greatest) ? least : undefined;
  };
  const valueNow = value();

  const band =
    unscored === undefined && least && greatest
      ? rubric.bands?.find(
          ({ from, below }) =>
            !isBelow(least, over(whole(from.numerator), whole(from.denominator))) &&
            (below === undefined || isBelow(greatest, over(whole(below.numerator), whole(below.denominator)))),
        )?.id
      : undefined;

  return {
    verdicts,
    nothingApplicable,
    achieved,
    unscored,
    interval,
    value: valueNow && lowestTerms(valueNow),
    coverage,
    band,
  };
};
