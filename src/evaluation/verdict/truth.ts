import type { Fraction } from '../../model/shared/fraction.js';
import type { RuleNode } from '../program/plan.js';
import { LEFT_OUT, type Reading } from '../program/reading.js';
import { compareFractions } from '../../common/fractions.js';

/** What a rule says of a completion. A rule over nothing is itself not applicable and leaves its parent. */
export type Truth = 'true' | 'false' | 'not-applicable';

/** The score of a completed reading; none where nothing applies or the rubric gives none. */
export type CompletedScore = (reading: Reading) => Fraction | undefined;

/** What a rule sees besides the reading: the completed score, and where the bands begin. */
export interface Scene {
  readonly reading: Reading;
  readonly score: CompletedScore;
  readonly bandFrom: (id: string) => Fraction | undefined;
  /** Whether the score reaches a threshold, where that is known otherwise than by computing the score. */
  readonly reaches?: ((threshold: Fraction) => Truth) | undefined;
  /** What was found already, in a scene whose reading never changes. */
  readonly found?: Found | undefined;
}

/** What each rule came to in one scene, by the number of the rule. */
interface Found {
  readonly tallies: (Tally | undefined)[];
  readonly truths: (Truth | undefined)[];
  /** Whether nothing of a group applies, by the list of its criteria. */
  readonly emptiness: Map<readonly number[], boolean>;
}

/** The same scene, in which every rule is judged once and the score computed once. Its reading must not change from now on. */
export const keepingFound = (scene: Scene): Scene => {
  let score: { readonly is: Fraction | undefined } | undefined;
  return {
    ...scene,
    score: (reading) => {
      if (reading !== scene.reading) return scene.score(reading);
      score ??= { is: scene.score(reading) };
      return score.is;
    },
    found: { tallies: [], truths: [], emptiness: new Map() },
  };
};

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
  const known = scene.found?.tallies[node.id];
  if (known !== undefined) return known;
  const counted = count(node, scene, judged);
  if (scene.found !== undefined) scene.found.tallies[node.id] = counted;
  return counted;
};

const count = (node: RuleNode, scene: Scene, judged: Judged): Tally => {
  const { rule } = node;
  const { reading } = scene;
  let reaching = 0;
  let applicable = 0;
  const add = (truth: Truth) => {
    if (truth === 'not-applicable') return;
    applicable++;
    if (truth === 'true') reaching++;
  };
  switch (rule.kind) {
    case 'at-least':
      add(levelTruth(reading.named, node, 0));
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
        add((reading.evidence[at] ?? 0) >= rule.atLeast ? 'true' : 'false');
      }
      break;
    case 'every-group':
    case 'count-groups':
    case 'all':
    case 'any':
    case 'at-least-n':
      for (const inner of node.inner) add(truth(inner, scene, judged));
      break;
    case 'achieves':
      for (const outcome of node.inner) add(outcomeTruth(outcome, scene, judged));
      break;
    case 'when-count': {
      const branch = chosenBranch(node, reading);
      if (branch) add(truth(branch, scene, judged));
      break;
    }
    case 'attested':
      add(reading.fact(rule.fact) ? 'true' : 'false');
      break;
    case 'score':
      add(scoreTruth(scene, rule.atLeast));
      break;
    case 'band':
      add(scoreTruth(scene, scene.bandFrom(rule.band)));
      break;
  }
  return { reaching, applicable };
};

/** Whether a rule holds in a completion. A group in which nothing applies leaves, whatever its rule would look at. */
export const truth = (node: RuleNode, scene: Scene, judged: Judged = new Map()): Truth => {
  const known = scene.found?.truths[node.id];
  if (known !== undefined) return known;
  const found = judge(node, scene, judged);
  if (scene.found !== undefined) scene.found.truths[node.id] = found;
  return found;
};

const judge = (node: RuleNode, scene: Scene, judged: Judged): Truth => {
  if (isEmptyGroup(node, scene.reading, scene.found?.emptiness)) return 'not-applicable';
  const { reaching, applicable } = tally(node, scene, judged);
  if (applicable === 0) return 'not-applicable';
  return reaching >= required(node.rule, applicable) ? 'true' : 'false';
};

/** A group's node, where none of the group's criteria applies. */
export const isEmptyGroup = (
  { members }: RuleNode,
  reading: Reading,
  known?: Map<readonly number[], boolean>,
): boolean => {
  if (members === undefined) return false;
  const found = known?.get(members) ?? members.every((at) => reading.levels[at] === LEFT_OUT);
  known?.set(members, found);
  return found;
};

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
