import type { Fraction } from '../model/fraction.js';
import type { RuleNode } from './plan.js';
import { LEFT_OUT, type Reading } from './reading.js';
import { compareFractions } from '../common/fractions.js';
import type { CompletedScore } from './score.js';

/** What a rule says of a completion. A rule over nothing is itself not applicable and leaves its parent. */
export type Truth = 'true' | 'false' | 'not-applicable';

/** What a rule sees besides the reading: the completed score, and where the bands begin. */
export interface Scene {
  readonly reading: Reading;
  readonly score: CompletedScore;
  readonly bandFrom: (id: string) => Fraction | undefined;
  /** Whether the score reaches a threshold, where that is known otherwise than by computing the score. */
  readonly reaches?: ((threshold: Fraction) => Truth) | undefined;
  /** What has been counted already: only where the reading never changes, as in an evaluation, which asks of a rule for each sentence. */
  readonly counted?: Map<RuleNode, Tally> | undefined;
}

/** How many of a rule's parts count towards it, out of how many that apply. */
export interface Tally {
  readonly reaching: number;
  readonly applicable: number;
}

/** How many parts must count, of so many that apply: the one place where each quorum rule says how many are enough. */
export const required = (rule: RuleNode['rule'], applicable: number): number => {
  switch (rule.kind) {
    case 'at-least':
    case 'every':
    case 'minimum':
    case 'evidence':
    case 'every-group':
    case 'all':
      return applicable;
    case 'some':
    case 'any':
      return 1;
    case 'count':
    case 'count-groups':
    case 'at-least-n':
      return rule.atLeast;
    case 'share':
      // The smallest whole m with denominator · m ≥ numerator · applicable.
      return Math.ceil((rule.numerator * applicable) / rule.denominator);
    case 'when-count':
    case 'score':
    case 'band':
    case 'achieves':
    case 'attested':
      return 1;
  }
};

/**
 * What outcomes came to while one rule was judged. Outcomes may lean on the same outcome many times over: without this, two mentions
 * of the outcome before, in each of k outcomes, would be 2^k judgements. It lives as long as one judgement, since readings change.
 */
type Judged = Map<RuleNode, Truth>;

const outcomeTruth = (outcome: RuleNode, scene: Scene, judged: Judged): Truth => {
  const known = judged.get(outcome);
  if (known !== undefined) return known;
  const found = truth(outcome, scene, judged);
  judged.set(outcome, found);
  return found;
};

/** Counts a rule's parts in a completion: criteria that reach their level, or inner rules that hold. */
export const tally = (node: RuleNode, scene: Scene, judged: Judged = new Map()): Tally => {
  const known = scene.counted?.get(node);
  if (known) return known;
  const found = countParts(node, scene, judged);
  scene.counted?.set(node, found);
  return found;
};

const countParts = (node: RuleNode, scene: Scene, judged: Judged): Tally => {
  const { rule } = node;
  const { reading } = scene;
  let reaching = 0;
  let applicable = 0;
  const count = (truth: Truth) => {
    if (truth === 'not-applicable') return;
    applicable++;
    if (truth === 'true') reaching++;
  };
  switch (rule.kind) {
    case 'at-least':
      count(levelTruth(reading.named, node, 0));
      break;
    case 'every':
    case 'some':
    case 'count':
    case 'share':
    case 'minimum':
      // The rules that are asked most, by far: written out, without a call for each criterion.
      for (let i = 0; i < node.criteria.length; i++) {
        const level = reading.levels[node.criteria[i] ?? 0] ?? LEFT_OUT;
        if (level === LEFT_OUT) continue;
        applicable++;
        if (level >= (node.needs[i] ?? 0)) reaching++;
      }
      break;
    case 'evidence':
      for (const at of node.criteria) {
        if (reading.levels[at] === LEFT_OUT) continue;
        count((reading.evidence[at] ?? 0) >= rule.atLeast ? 'true' : 'false');
      }
      break;
    case 'every-group':
    case 'count-groups':
    case 'all':
    case 'any':
    case 'at-least-n':
      for (const inner of node.inner) count(truth(inner, scene, judged));
      break;
    case 'achieves':
      for (const outcome of node.inner) count(outcomeTruth(outcome, scene, judged));
      break;
    case 'when-count': {
      const branch = chosenBranch(node, reading);
      if (branch) count(truth(branch, scene, judged));
      break;
    }
    case 'attested':
      count(reading.fact(rule.fact) ? 'true' : 'false');
      break;
    case 'score':
      count(scoreTruth(scene, rule.atLeast));
      break;
    case 'band':
      count(scoreTruth(scene, scene.bandFrom(rule.band)));
      break;
  }
  return { reaching, applicable };
};

/** Whether a rule holds in a completion. A group in which nothing applies leaves, whatever its rule would look at. */
export const truth = (node: RuleNode, scene: Scene, judged: Judged = new Map()): Truth => {
  if (isEmptyGroup(node, scene.reading)) return 'not-applicable';
  const { reaching, applicable } = tally(node, scene, judged);
  if (applicable === 0) return 'not-applicable';
  return reaching >= required(node.rule, applicable) ? 'true' : 'false';
};

/** A group's node, where none of the group's criteria applies. */
export const isEmptyGroup = (node: RuleNode, reading: Reading): boolean =>
  node.members !== undefined && node.members.every((at) => reading.levels[at] === LEFT_OUT);

/** The branch a `when-count` takes: the same in every completion, since unrated criteria count. None where nothing applies. */
export const chosenBranch = (node: RuleNode, reading: Reading): RuleNode | undefined => {
  if (node.rule.kind !== 'when-count') return undefined;
  const applicable = node.criteria.filter((at) => reading.levels[at] !== LEFT_OUT).length;
  if (applicable === 0) return undefined;
  return node.inner[applicable < node.rule.fewerThan ? 0 : 1];
};

const levelTruth = (levels: readonly number[], node: RuleNode, i: number): Truth => {
  const level = levels[node.criteria[i] ?? 0] ?? LEFT_OUT;
  if (level === LEFT_OUT) return 'not-applicable';
  return level >= (node.needs[i] ?? 0) ? 'true' : 'false';
};

const scoreTruth = (scene: Scene, threshold: Fraction | undefined): Truth => {
  if (scene.reaches && threshold !== undefined) return scene.reaches(threshold);
  const score = scene.score(scene.reading);
  if (score === undefined || threshold === undefined) return 'not-applicable';
  return compareFractions(score, threshold) >= 0 ? 'true' : 'false';
};
