import type { WeightBound, WeightInterval } from '../../model/advice/weight-interval.js';
import { type BigFraction, bigFraction, exactOf, fractionOf, minus, plus, times } from '../../common/big-fractions.js';
import { at as itemAt } from '../../common/at.js';
import type { CriterionId, Judgements, JudgementsGiven, RatingGiven } from '../../model/rubrics/assessment.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { type Judged, judge } from '../program/judge.js';
import { LiveJudgement } from '../program/live-judgement.js';
import { lowerFor } from '../program/lower-rubric.js';
import type { Program } from '../program/program.js';
import { complete, LEFT_OUT, type Completion } from '../program/completion.js';
import { readAssessment } from '../program/read-assessment.js';

/**
 * How firmly the verdicts stand against the choice of weights: one weight at a time, the others fixed, the interval of that
 * weight in which every outcome keeps its verdict. Weights matter only to rules on the score or its bands; without such
 * rules every interval is open at both ends. Criteria that are not applicable are left out. Exact: each threshold is
 * solved for the weight as a fraction; an end that takes larger whole numbers than a number holds says `out-of-range`.
 *
 * @throws as `evaluate`.
 *
 * @example
 * const rubric = defineRubric({
 *   id: 'two', version: '1.0.0', label: 'Two', notice: 'An example.', scale: metPartlyNotYet,
 *   criteria: [{ id: 'plan', label: 'Plan', weight: 1 }, { id: 'team', label: 'Team', weight: 1 }],
 *   scoring: { kind: 'weighted-mean', from: 'lowest' },
 *   outcomes: [{ id: 'half', label: 'Half', origin: 'project', rule: { kind: 'score', atLeast: { numerator: 1, denominator: 2 } } }],
 * });
 * const [plan] = sensitivity(rubric, { ratings: { plan: 'met', team: 'not-yet' } });
 * plan?.least // => { at: { numerator: 1, denominator: 1, decimal: 1 }, included: true }
 * plan?.greatest // => undefined
 */
export const sensitivity = <
  const R extends Rubric,
  const Named extends PropertyKey = never,
  const Value extends RatingGiven = never,
  const Fields extends PropertyKey = 'ratings',
>(
  rubric: R,
  assessment: JudgementsGiven<R, Named, Value, Fields>,
): readonly WeightInterval<CriterionId<R>>[] => {
  refuseNoRubric('sensitivity', 'rubric', rubric);
  const lowered = lowerFor('sensitivity', rubric);
  const read = readAssessment(lowered, assessment as unknown as Judgements<Rubric>, 'sensitivity');
  const { program } = lowered;
  const walks = (['lowest', 'highest'] as const).map(
    (open) => new WeightWalks(program, judge(program, complete(lowered, read, open))),
  );
  return program.criteria.flatMap(({ id, weight }, at) => {
    if (read.states[at]?.kind === 'not-applicable') return [];
    return [{ criterion: id as CriterionId<R>, weight, ...intervalOf(walks.flatMap((walk) => walk.endsOf(at))) }];
  });
};

/** The nodes that compare one score with one threshold. */
interface Step {
  readonly threshold: BigFraction;
  readonly nodes: readonly number[];
}

/** How one score moves with the weight of one criterion, the others fixed. */
interface Mover {
  readonly score: number;
  /** Whether the score rises as the weight grows; otherwise it falls. */
  readonly rises: boolean;
  /** The weight at which the score would be exactly so much; one that is not above zero is never reached. */
  readonly weightAt: (threshold: BigFraction) => BigFraction;
}

/** Nodes that turn together, and where. */
interface Turn<Place> {
  readonly place: Place;
  readonly nodes: readonly number[];
  readonly truth: 'true' | 'false';
}

/**
 * For each criterion, the weights at which some outcome changes in one completion, the nearest above its weight and the nearest below it.
 *
 * As the weight moves, its score only rises or only falls, so the nodes that compare the score turn in the order of their thresholds, until
 * an outcome turns with them. Which threshold that is depends on the score and its direction alone: it is found once for all criteria.
 * Only a weight that moves several scores, its group's and the whole one's, is walked by itself.
 * A verdict is what an outcome comes to at the lowest and at the highest completion, where nothing holds at the lowest
 * that does not hold at the highest: no change in one of the two is ever made up for by the other.
 */
class WeightWalks {
  readonly #program: Program;
  readonly #judged: Judged;
  readonly #live: LiveJudgement;
  readonly #isOutcome: ReadonlySet<number>;
  readonly #steps: readonly (readonly Step[])[];
  readonly #moversOf: (at: number) => readonly Mover[];
  /** By score and direction: the steps on its way, and the first at which an outcome turns; none where none does. */
  readonly #paths = new Map<string, readonly Step[]>();
  readonly #firstSteps = new Map<string, Step | undefined>();

  constructor(program: Program, judged: Judged) {
    this.#program = program;
    this.#judged = judged;
    this.#live = new LiveJudgement(program, judged);
    this.#isOutcome = new Set(program.outcomes.map(({ node }) => node));
    this.#steps = stepsIn(program);
    this.#moversOf = moversIn(program, judged.completion, this.#steps);
  }

  /** The weights of one criterion, one at most on each side. */
  endsOf(at: number): readonly End[] {
    const movers = this.#moversOf(at);
    const now = bigFraction(BigInt(itemAt(this.#program.criteria, at).weight));
    return (['greatest', 'least'] as const).flatMap((side) => {
      const [mover, ...others] = movers;
      if (mover === undefined) return [];
      return (others.length > 0 ? this.#walked(movers, now, side) : this.#firstEnd(mover, now, side)) ?? [];
    });
  }

  /** Where the one score that a weight moves turns an outcome. */
  #firstEnd(mover: Mover, now: BigFraction, side: End['side']): End | undefined {
    const up = isUp(mover, side);
    const step = this.#firstStep(mover.score, up);
    if (step === undefined) return undefined;
    const weight = mover.weightAt(step.threshold);
    return isAhead(weight, now, side) ? { side, at: weight, included: !up } : undefined;
  }

  /** Where the scores that a weight moves turn an outcome together. */
  #walked(movers: readonly Mover[], now: BigFraction, side: End['side']): End | undefined {
    const paths = movers.map((mover) => {
      const up = isUp(mover, side);
      return { ...mover, up, path: this.#stepsFrom(mover.score, up) };
    });
    return this.#firstChange(turnsOf(paths, now, side));
  }

  #firstStep(score: number, up: boolean): Step | undefined {
    const key = `${score} ${up}`;
    if (!this.#firstSteps.has(key)) {
      const truth = up ? 'true' : 'false';
      const turns = this.#stepsFrom(score, up).map((step) => ({ place: step, nodes: step.nodes, truth }) as const);
      this.#firstSteps.set(key, this.#firstChange(turns));
    }
    return this.#firstSteps.get(key);
  }

  /** The steps that a score meets on its way up or down, the nearest first. It holds up to a step that it falls to, and from one that it rises to. */
  #stepsFrom(score: number, up: boolean): readonly Step[] {
    const key = `${score} ${up}`;
    const known = this.#paths.get(key);
    if (known !== undefined) return known;
    const holds = ({ nodes }: Step): boolean => this.#judged.truths[itemAt(nodes, 0)] === 'true';
    const met = itemAt(this.#steps, score).filter((step) => holds(step) !== up);
    const path = up ? met : met.reverse();
    this.#paths.set(key, path);
    return path;
  }

  /** Where the first outcome turns, as one turn after another is made. */
  #firstChange<Place>(turns: Iterable<Turn<Place>>): Place | undefined {
    const made: Turn<Place>[] = [];
    const turned = new Set<number>();
    let found: Place | undefined;
    for (const turn of turns) {
      made.push(turn);
      for (const node of this.#live.force(turn.nodes, turn.truth)) {
        if (!this.#isOutcome.has(node)) continue;
        if (this.#live.truth(node) === this.#judged.truths[node]) turned.delete(node);
        else turned.add(node);
      }
      if (turned.size === 0) continue;
      found = turn.place;
      break;
    }
    // Back to how it was.
    for (const { nodes, truth } of made) this.#live.force(nodes, truth === 'true' ? 'false' : 'true');
    return found;
  }
}

/** Whether a score rises on the way to this side. */
const isUp = ({ rises }: Mover, side: End['side']): boolean => rises === (side === 'greatest');

/** Whether a weight is one at all, and on this side of another or equal to it. A score met on its way is never met behind: only beyond zero or infinity. */
const isAhead = (weight: BigFraction, now: BigFraction, side: End['side']): boolean =>
  weight.n > 0n && minus(weight, now).n * (side === 'greatest' ? 1n : -1n) >= 0n;

/** What turns as several scores move, the nearest weight first. At one weight, what turns there comes before what turns just beyond. */
const turnsOf = function* (
  movers: readonly (Mover & { readonly up: boolean; readonly path: readonly Step[] })[],
  now: BigFraction,
  side: End['side'],
): Generator<Turn<End>> {
  const outward = side === 'greatest' ? 1n : -1n;
  const next = (mover: (typeof movers)[number], from: number) => {
    const step = mover.path[from];
    if (step === undefined) return undefined;
    const weight = mover.weightAt(step.threshold);
    // Beyond a threshold that no weight comes to lie only others that none comes to.
    return isAhead(weight, now, side) ? { mover, from, nodes: step.nodes, weight, included: !mover.up } : undefined;
  };
  let heads = movers.flatMap((mover) => next(mover, 0) ?? []);
  while (heads.length > 0) {
    const nearest = heads.reduce((best, one) => {
      const difference = minus(one.weight, best.weight).n * outward;
      return difference < 0n || (difference === 0n && best.included && !one.included) ? one : best;
    });
    const { weight, included, mover } = nearest;
    yield { place: { side, at: weight, included }, nodes: nearest.nodes, truth: mover.up ? 'true' : 'false' };
    heads = heads.flatMap((one) => (one === nearest ? (next(mover, one.from + 1) ?? []) : [one]));
  }
};

/** For each score the thresholds that nodes compare it with, lowest first. */
const stepsIn = (program: Program): readonly (readonly Step[])[] => {
  const comparing = program.scores.map((): { threshold: BigFraction; nodes: number[] }[] => []);
  program.nodes.forEach((one, node) => {
    if (one.kind === 'reaches')
      itemAt(comparing, one.score).push({ threshold: fractionOf(one.threshold), nodes: [node] });
  });
  return comparing.map((steps) =>
    steps
      .sort((a, b) => {
        const { n } = minus(a.threshold, b.threshold);
        return n < 0n ? -1 : n > 0n ? 1 : 0;
      })
      .reduce<typeof steps>((apart, step) => {
        const last = apart.at(-1);
        if (last !== undefined && minus(last.threshold, step.threshold).n === 0n)
          for (const node of step.nodes) last.nodes.push(node);
        else apart.push(step);
        return apart;
      }, []),
  );
};

/** Which scores move with the weight of a criterion, and how; scores that do not go by weights, or that nothing compares, are left out. */
const moversIn = (
  program: Program,
  { levels }: Completion,
  steps: readonly (readonly Step[])[],
): ((free: number) => readonly Mover[]) => {
  const movers = new Map<number, Mover[]>();
  program.scores.forEach((score, at) => {
    if (!score.byWeight || itemAt(steps, at).length === 0) return;
    const unit = BigInt(score.denominator);
    const parts = score.parts
      .map((terms) =>
        terms.flatMap((term) => {
          const level = levels[term.at] ?? LEFT_OUT;
          if (term.of === 'node' || level === LEFT_OUT) return [];
          const weight = BigInt(term.weight);
          return [{ at: term.at, weight, up: BigInt(itemAt(term.gains, level)) / weight }];
        }),
      )
      .filter((terms) => terms.length > 0)
      .map((terms) => {
        let [reached, weight] = [0n, 0n];
        for (const term of terms) [reached, weight] = [reached + term.weight * term.up, weight + term.weight];
        return { terms, reached, weight, mean: bigFraction(reached, weight * unit) };
      });
    const count = bigFraction(BigInt(parts.length));
    const means = score.kind === 'mean' ? totalOf(parts.map(({ mean }) => mean)) : bigFraction(0n);
    for (const part of parts) {
      const others = minus(means, part.mean);
      // What is asked of the part alone: (M + g) / G ≥ t  ⟺  g ≥ t·G − M, with g its mean and M the sum of the other parts’ means.
      const asked = (threshold: BigFraction): BigFraction => minus(times(threshold, count), others);
      for (const term of part.terms) {
        // R and W of the others in the part.
        const [reached, weight] = [part.reached - term.weight * term.up, part.weight - term.weight];
        const rise = score.kind === 'sum' ? term.up : term.up * weight - reached;
        if (rise === 0n) continue;
        const weightAt = (threshold: BigFraction): BigFraction => {
          // (R + x·u) / D = n/d  ⟺  d·u·x = n·D − d·R
          if (score.kind === 'sum')
            return bigFraction(threshold.n * unit - threshold.d * reached, threshold.d * term.up);
          // (R + x·u) / ((W + x)·D) = n/d  ⟺  (d·u − n·D)·x = n·W·D − d·R; at u/D itself only an endless weight would do.
          const { n, d } = asked(threshold);
          const slope = d * term.up - n * unit;
          return slope === 0n ? bigFraction(0n) : bigFraction(n * weight * unit - d * reached, slope);
        };
        const known = movers.get(term.at) ?? [];
        known.push({ score: at, rises: rise > 0n, weightAt });
        movers.set(term.at, known);
      }
    }
  });
  return (free) => movers.get(free) ?? [];
};

/** A sum of many fractions, in pairs of pairs, so that the large denominators are met but a few times. */
const totalOf = (fractions: readonly BigFraction[]): BigFraction => {
  if (fractions.length <= 1) return fractions[0] ?? bigFraction(0n);
  const half = fractions.length >> 1;
  return plus(totalOf(fractions.slice(0, half)), totalOf(fractions.slice(half)));
};

/** A weight beyond which one condition no longer is as it is now. */
interface End {
  readonly side: 'least' | 'greatest';
  readonly at: BigFraction;
  readonly included: boolean;
}

/** What all ends leave: the greatest of the lower ones, the least of the upper ones; of two at one weight, the one that leaves it out. */
const intervalOf = (ends: readonly End[]): Pick<WeightInterval, 'least' | 'greatest'> => {
  const found: { least?: End; greatest?: End } = {};
  for (const end of ends) {
    const other = found[end.side];
    const difference = other === undefined ? 1n : minus(end.at, other.at).n * (end.side === 'least' ? 1n : -1n);
    if (difference > 0n || (difference === 0n && !end.included)) found[end.side] = end;
  }
  const { least, greatest } = found;
  return { ...(least && { least: boundOf(least) }), ...(greatest && { greatest: boundOf(greatest) }) };
};

const boundOf = ({ at, included }: End): WeightBound => {
  const exact = exactOf(at);
  return exact ? { at: exact, included } : { because: 'out-of-range', included };
};
