import type { Gap } from '../model/evaluation.js';
import type { Ends } from './findings.js';
import type { Messages } from './messages.js';
import type { Plan, RuleNode } from './plan.js';
import { LEFT_OUT } from './reading.js';
import type { Sheet } from './sheet.js';
import { chosenBranch, type Scene, truth } from './truth.js';

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
  best: Scene,
  words: Messages,
): readonly Gap[] => {
  if (truth(node, ends.lowest) !== 'false') return [];
  const counting = countingTowards(plan, node, ends);
  return plan.criteria.flatMap((criterion, at) => {
    const blockingNeed = neededToUnblock(plan, node, ends, best, at);
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

/** With everything else at its best, the lowest level of one criterion at which a rule holds; none where it holds already. */
const neededToUnblock = (plan: Plan, node: RuleNode, ends: Ends, best: Scene, at: number): number | undefined => {
  const stays = ends.lowest.reading.named[at] ?? LEFT_OUT;
  const top = best.reading.named[at] ?? LEFT_OUT;
  if (stays === LEFT_OUT || stays === top) return undefined;
  // The scene at its best is changed in one place, asked, and put back: this runs for every criterion of every outcome.
  const seen = best.reading.levels[at] ?? LEFT_OUT;
  const holdsAt = (level: number): boolean => {
    best.reading.named[at] = level;
    if (seen !== LEFT_OUT) best.reading.levels[at] = level;
    return truth(node, best) === 'true';
  };
  let needed: number | undefined;
  if (!holdsAt(stays)) {
    for (let level = stays + 1; level <= top && needed === undefined; level++) if (holdsAt(level)) needed = level;
  }
  best.reading.named[at] = top;
  best.reading.levels[at] = seen;
  return needed;
};

/** What unmet rules ask of one criterion: levels above its own that would count there, and whether every rise counts towards a score. */
interface Asked {
  readonly levels: Set<number>;
  rising: boolean;
}

/** Criteria below what some unmet rule asks of them, with the levels that would count there. */
const countingTowards = (plan: Plan, node: RuleNode, ends: Ends): ReadonlyMap<number, Asked> => {
  const counting = new Map<number, Asked>();
  const add = (at: number, level: number, rising: boolean) => {
    const asked = counting.get(at) ?? { levels: new Set(), rising: false };
    asked.levels.add(level);
    asked.rising ||= rising;
    counting.set(at, asked);
  };
  // An outcome that several rules lean on is gone into once.
  const seen = new Set<RuleNode>();
  const visit = (one: RuleNode): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (truth(one, ends.lowest) !== 'false') return;
    const levels = one.rule.kind === 'at-least' ? ends.lowest.reading.named : ends.lowest.reading.levels;
    one.needs.forEach((need, i) => {
      const at = one.criteria[i] ?? 0;
      const now = levels[at] ?? LEFT_OUT;
      if (now !== LEFT_OUT && now < need) add(at, need, false);
    });
    if (one.rule.kind === 'score' || one.rule.kind === 'band') {
      // Any rise may lift the score: the next level up is what would count.
      plan.criteria.forEach((_, at) => {
        const now = levels[at] ?? LEFT_OUT;
        if (now !== LEFT_OUT && now < (plan.levels[at]?.length ?? 1) - 1) add(at, now + 1, true);
      });
    }
    const inner = one.rule.kind === 'when-count' ? [chosenBranch(one, ends.lowest.reading)] : one.inner;
    for (const part of inner) if (part) visit(part);
  };
  visit(node);
  return counting;
};
