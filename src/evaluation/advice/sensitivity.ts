import type { WeightBound, WeightInterval } from '../../model/advice/weight-interval.js';
import { type BigFraction, bigFraction, exactOf, fractionOf, minus, plus, times } from '../../common/big-fractions.js';
import { at as itemAt } from '../../common/at.js';
import type { CriterionId, Judgements, JudgementsGiven } from '../../model/rubrics/assessment.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { type Judged, judge } from '../program/judge.js';
import { liveJudgement } from '../program/live-judgement.js';
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
  const Fields extends PropertyKey = 'ratings',
>(
  rubric: R,
  assessment: JudgementsGiven<R, Named, Fields>,
): readonly WeightInterval<CriterionId<R>>[] => {
  refuseNoRubric('sensitivity', 'rubric', rubric);
  const lowered = lowerFor('sensitivity', rubric);
  const read = readAssessment(lowered, assessment as unknown as Judgements<Rubric>, 'sensitivity');
  const { program } = lowered;
  const walks = (['lowest', 'highest'] as const).map((open) =>
    walksOf(program, judge(program, complete(lowered, read, open))),
  );
  return program.criteria.flatMap(({ id, weight }, at) => {
    if (read.states[at]?.kind === 'not-applicable') return [];
    return [{ criterion: id as CriterionId<R>, weight, ...intervalOf(walks.flatMap((walk) => walk(at))) }];
  });
};

/** With one weight x free, a node that compares a score holds where slope · x ≥ level. */
interface Condition {
  readonly node: number;
  readonly slope: bigint;
  readonly level: bigint;
}

/**
 * For each criterion, the weights at which some outcome changes in one completion, the nearest above its weight and the nearest below it.
 *
 * As the weight moves, nodes that compare a score turn at certain weights: these are met one after another, on each side, until an outcome
 * turns with them. A verdict is what an outcome comes to at the lowest and at the highest completion, where nothing holds at the lowest
 * that does not hold at the highest: no change in one of the two is ever made up for by the other.
 */
const walksOf = (program: Program, judged: Judged): ((at: number) => readonly End[]) => {
  const live = liveJudgement(program, judged);
  const isOutcome = new Set(program.outcomes.map(({ node }) => node));
  const conditionsOf = conditionsIn(program, judged.completion);
  return (at) => {
    const conditions = conditionsOf(at);
    if (conditions.length === 0) return [];
    const now = bigFraction(BigInt(itemAt(program.criteria, at).weight));
    return (['greatest', 'least'] as const).flatMap((side) => {
      const turns = turnsOf(conditions, now, side);
      const turned = new Set<number>();
      let end: End | undefined;
      let met = 0;
      while (met < turns.length && end === undefined) {
        const { weight, included, nodes, truth } = itemAt(turns, met);
        for (const node of live.force(nodes, truth)) {
          if (!isOutcome.has(node)) continue;
          if (live.truth(node) === judged.truths[node]) turned.delete(node);
          else turned.add(node);
        }
        met++;
        if (turned.size > 0) end = { side, at: weight, included };
      }
      // Back to how it was.
      for (const { nodes, truth } of turns.slice(0, met)) live.force(nodes, truth === 'true' ? 'false' : 'true');
      return end === undefined ? [] : [end];
    });
  };
};

/** Nodes that turn together as a weight moves away from what it is. */
interface Turn {
  readonly weight: BigFraction;
  /** Whether they are still as now at this weight itself, and turn just beyond it. */
  readonly included: boolean;
  readonly nodes: readonly number[];
  readonly truth: 'true' | 'false';
}

/** What turns on one side of a weight, the nearest first. At one weight, what turns there comes before what turns just beyond. */
const turnsOf = (conditions: readonly Condition[], now: BigFraction, side: End['side']): readonly Turn[] => {
  const outward = side === 'greatest' ? 1n : -1n;
  return conditions
    .flatMap(({ node, slope, level }): readonly Turn[] => {
      if (slope === 0n) return [];
      const weight = bigFraction(level, slope);
      if (weight.n <= 0n) return [];
      // slope · x ≥ level holds at the weight itself: moving towards where it holds a node turns there, moving away just beyond.
      const gains = slope > 0n === (side === 'greatest');
      const ahead = minus(weight, now).n * outward;
      if (gains ? ahead <= 0n : ahead < 0n) return [];
      return [{ weight, included: !gains, nodes: [node], truth: gains ? 'true' : 'false' }];
    })
    .sort((a, b) => {
      const difference = minus(a.weight, b.weight).n * outward;
      if (difference !== 0n) return difference < 0n ? -1 : 1;
      return Number(a.included) - Number(b.included);
    })
    .reduce<Turn[]>((turns, turn) => {
      const last = turns.at(-1);
      const together = last && last.included === turn.included && minus(last.weight, turn.weight).n === 0n;
      if (together) turns[turns.length - 1] = { ...last, nodes: [...last.nodes, ...turn.nodes] };
      else turns.push(turn);
      return turns;
    }, []);
};

/** When each comparison of a score holds, with the weight of one criterion free; scores that do not go by weights have none. */
const conditionsIn = (program: Program, { levels }: Completion): ((free: number) => readonly Condition[]) => {
  const of: ((free: number) => readonly Condition[])[] = [];
  const comparing: { node: number; threshold: BigFraction }[][] = program.scores.map(() => []);
  program.nodes.forEach((one, node) => {
    if (one.kind === 'reaches') itemAt(comparing, one.score).push({ node, threshold: fractionOf(one.threshold) });
  });
  program.scores.forEach((score, at) => {
    const comparisons = itemAt(comparing, at);
    if (!score.byWeight || comparisons.length === 0) return;
    const unit = BigInt(score.denominator);
    const parts = score.parts
      .map((terms) => ({
        terms: new Map(
          terms.flatMap((term) => {
            const level = levels[term.at] ?? LEFT_OUT;
            if (term.of === 'node' || level === LEFT_OUT) return [];
            const weight = BigInt(term.weight);
            return [[term.at, { weight, up: BigInt(itemAt(term.gains, level)) / weight }] as const];
          }),
        ),
      }))
      .filter(({ terms }) => terms.size > 0)
      .map(({ terms }) => {
        let [reached, weight] = [0n, 0n];
        for (const term of terms.values()) [reached, weight] = [reached + term.weight * term.up, weight + term.weight];
        return { terms, reached, weight, mean: bigFraction(reached, weight * unit) };
      });
    const count = bigFraction(BigInt(parts.length));
    const means = score.kind === 'mean' ? totalOf(parts.map(({ mean }) => mean)) : bigFraction(0n);
    // For each part what is asked of it alone: (M + g) / G ≥ t  ⟺  g ≥ t·G − M, with g its mean and M the sum of the other parts’ means.
    const partOf = new Map(
      parts.flatMap((part) => {
        const others = minus(means, part.mean);
        const asked = comparisons.map(({ node, threshold }) => ({
          node,
          ...(score.kind === 'sum' ? threshold : minus(times(threshold, count), others)),
        }));
        return [...part.terms].map(([one, term]) => [one, { part, term, asked }] as const);
      }),
    );
    of.push((free) => {
      const found = partOf.get(free);
      if (found === undefined) return [];
      const { part, term, asked } = found;
      // R and W of the others in the part.
      const [others, weight] = [part.reached - term.weight * term.up, part.weight - term.weight];
      return asked.map(({ node, n, d }) =>
        score.kind === 'sum'
          ? // R + x·p ≥ n/d  ⟺  d·p·x ≥ n − d·R
            { node, slope: d * term.up, level: n * unit - d * others }
          : // (R + x·u) / ((W + x)·D) ≥ n/d  ⟺  (d·u − n·D)·x ≥ n·W·D − d·R
            { node, slope: d * term.up - n * unit, level: n * weight * unit - d * others },
      );
    });
  });
  return (free) => of.flatMap((one) => one(free));
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
