import type { Gap } from '../../model/rubrics/evaluation.js';
import type { Ends } from './findings.js';
import type { Messages } from '../words/messages.js';
import type { Plan, RuleNode } from '../program/plan.js';
import { LEFT_OUT } from '../program/reading.js';
import type { Sheet } from '../program/sheet.js';
import { chosenBranch, truth } from './truth.js';

/**
 * The criteria that stand between the ratings and an outcome, in the rubric's order.
 *
 * A criterion is *blocking* where the outcome stays out of reach while this one criterion stays as it is, whatever
 * the others become: every other criterion at its top, every fact true. What it needs is then the lowest level at
 * which the outcome comes within reach. The other gaps are criteria that would count towards a rule that is not met
 * yet, where some may stand in for others.
 */
export const gapsOf = (
  plan: Plan,
  sheet: Sheet,
  node: RuleNode,
  ends: Ends,
  blockingNeeds: ReadonlyMap<number, number>,
  counting: ReadonlyMap<number, Asked>,
  words: Messages,
): readonly Gap[] => {
  if (truth(node, ends.lowest) !== 'false') return [];
  return plan.criteria.flatMap((criterion, at) => {
    const blockingNeed = blockingNeeds.get(at);
    const asked = counting.get(at);
    const needed = blockingNeed ?? (asked && Math.min(...asked.levels));
    if (needed === undefined) return [];
    const state = sheet.states[at];
    const now = state?.kind === 'rated' ? plan.levels[at]?.[state.lowest] : undefined;
    const level = plan.levels[at]?.[needed];
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
        .map((one) => plan.levels[at]?.[one]?.label ?? ''),
      rising: asked?.rising === true && needed < (plan.levels[at]?.length ?? 1) - 1,
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
export const countingTowards = (plan: Plan, ends: Ends): ((outcome: RuleNode) => ReadonlyMap<number, Asked>) => {
  const found = new Map<RuleNode, ReadonlyMap<number, Asked>>();
  return (outcome) => {
    const counting = found.get(outcome) ?? countingIn(plan, outcome, ends, found);
    found.set(outcome, counting);
    return counting;
  };
};

const countingIn = (
  plan: Plan,
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
  let lifting = false;
  const visit = (one: RuleNode): void => {
    if (truth(one, ends.lowest) !== 'false') return;
    const inner = one.rule.kind === 'achieves' ? one.inner[0] : undefined;
    const known = inner && found.get(inner);
    if (inner !== undefined && known !== undefined) {
      if (!taken.has(inner)) for (const [at, { levels, rising }] of known) add(at, levels, rising);
      taken.add(inner);
      return;
    }
    const levels = one.rule.kind === 'at-least' ? ends.lowest.reading.named : ends.lowest.reading.levels;
    one.needs.forEach((need, i) => {
      const at = one.criteria[i] ?? 0;
      const now = levels[at] ?? LEFT_OUT;
      if (now !== LEFT_OUT && now < need) add(at, [need], false);
    });
    if ((one.rule.kind === 'score' || one.rule.kind === 'band') && !lifting) {
      lifting = true;
      // Any rise may lift the score: the next level up is what would count.
      plan.criteria.forEach((_, at) => {
        const now = levels[at] ?? LEFT_OUT;
        if (now !== LEFT_OUT && now < (plan.levels[at]?.length ?? 1) - 1) add(at, [now + 1], true);
      });
    }
    const parts = one.rule.kind === 'when-count' ? [chosenBranch(one, ends.lowest.reading)] : one.inner;
    for (const part of parts) if (part) visit(part);
  };
  visit(outcome);
  return counting;
};
