import type { Gap } from '../../model/rubrics/evaluation.js';
import type { Ends } from './findings.js';
import type { EvaluationMessages } from '../../model/messages/evaluation-messages.js';
import type { Lowered } from '../program/lower-rubric.js';
import type { RuleNode } from '../program/lower-rules.js';
import { LEFT_OUT } from '../program/completion.js';
import type { ReadAssessment } from '../program/read-assessment.js';
import { takenBranch, truthOf } from './rule-truth.js';

/**
 * The criteria that stand between the ratings and an outcome, in the rubric's order.
 *
 * A criterion is *blocking* where the outcome stays out of reach while this one criterion stays as it is, whatever
 * the others become: every other criterion at its top, every fact true. What it needs is then the lowest level at
 * which the outcome comes within reach. The other gaps are criteria that would count towards a rule that is not met
 * yet, where some may stand in for others.
 */
export const gapsOf = (
  lowered: Lowered,
  read: ReadAssessment,
  node: RuleNode,
  ends: Ends,
  blockingNeeds: ReadonlyMap<number, number>,
  counting: ReadonlyMap<number, Asked>,
  words: EvaluationMessages,
): readonly Gap[] => {
  if (truthOf(node, ends.lowest) !== 'false') return [];
  return lowered.criteria.flatMap((criterion, at) => {
    const blockingNeed = blockingNeeds.get(at);
    const asked = counting.get(at);
    const needed = blockingNeed ?? (asked && [...asked.levels].reduce((lowest, level) => Math.min(lowest, level)));
    if (needed === undefined) return [];
    const state = read.states[at];
    const now = state?.kind === 'rated' ? lowered.levels[at]?.[state.lowest] : undefined;
    const level = lowered.levels[at]?.[needed];
    const blocking = blockingNeed !== undefined;
    const message = words.gap({
      label: criterion.label,
      now: now?.label,
      needed: level?.label ?? '',
      blocking,
      notApplicable: state?.kind === 'not-applicable',
      contested: state?.kind === 'rated' && state.lowest !== state.highest,
      further: [...(asked?.levels ?? [])]
        .filter((one) => one > needed)
        .sort((a, b) => a - b)
        .map((one) => lowered.levels[at]?.[one]?.label ?? ''),
      rising: asked?.rising === true && needed < (lowered.levels[at]?.length ?? 1) - 1,
    });
    const { id, indicator = id, label } = criterion;
    const needs = level?.id ?? '';
    return now === undefined
      ? [{ criterion: id, indicator, label, needed: needs, blocking, message }]
      : [{ criterion: id, indicator, label, now: now.id, needed: needs, blocking, message }];
  });
};

/** What unmet rules ask of one criterion: levels above its own that would count there, and whether every rise counts towards a score. */
export interface Asked {
  readonly levels: Set<number>;
  rising: boolean;
}

/**
 * For each outcome in turn, its criteria below what some unmet rule asks of them, with the levels that would count there. An outcome that
 * others lean on is gone into once, and they take over what was found; so it must be asked about before them.
 */
export const countingTowards = (lowered: Lowered, ends: Ends): ((outcome: RuleNode) => ReadonlyMap<number, Asked>) => {
  const found = new Map<RuleNode, ReadonlyMap<number, Asked>>();
  return (outcome) => {
    const counting = found.get(outcome) ?? countingIn(lowered, outcome, ends, found);
    found.set(outcome, counting);
    return counting;
  };
};

const countingIn = (
  lowered: Lowered,
  outcome: RuleNode,
  ends: Ends,
  found: ReadonlyMap<RuleNode, ReadonlyMap<number, Asked>>,
): ReadonlyMap<number, Asked> => {
  const counting = new Map<number, Asked>();
  const add = (at: number, levels: Iterable<number>, rising: boolean) => {
    const asked = counting.get(at) ?? { levels: new Set(), rising: false };
    for (const level of levels) asked.levels.add(level);
    asked.rising ||= rising;
    counting.set(at, asked);
  };
  const taken = new Set<RuleNode>();
  const lifting = new Set<number>();
  const visit = (one: RuleNode): void => {
    if (truthOf(one, ends.lowest) !== 'false') return;
    const inner = one.rule.kind === 'achieves' ? one.inner[0] : undefined;
    const known = inner && found.get(inner);
    if (inner !== undefined && known !== undefined) {
      if (!taken.has(inner)) for (const [at, { levels, rising }] of known) add(at, levels, rising);
      taken.add(inner);
      return;
    }
    const levels = one.rule.kind === 'at-least' ? ends.lowest.completion.named : ends.lowest.completion.levels;
    one.needs.forEach((need, i) => {
      const at = one.criteria[i] ?? 0;
      const now = levels[at] ?? LEFT_OUT;
      if (now !== LEFT_OUT && now < need) add(at, [need], false);
    });
    const compared = lowered.program.nodes[one.bare];
    if (compared?.kind === 'reaches' && !lifting.has(compared.score)) {
      lifting.add(compared.score);
      // Any rise may lift the score: the next level up is what would count.
      const counted = compared.score === 0 ? lowered.all : (lowered.program.scores[compared.score]?.covers ?? []);
      for (const at of counted) {
        const now = levels[at] ?? LEFT_OUT;
        if (now !== LEFT_OUT && now < (lowered.levels[at]?.length ?? 1) - 1) add(at, [now + 1], true);
      }
    }
    const parts = one.rule.kind === 'when-count' ? [takenBranch(one, ends.lowest)] : one.inner;
    for (const part of parts) if (part) visit(part);
  };
  visit(outcome);
  return counting;
};
