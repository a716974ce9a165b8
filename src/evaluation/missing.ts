import type { Missing } from '../model/evaluation.js';
import type { Ends } from './findings.js';
import type { Messages } from './messages.js';
import type { Plan, RuleNode } from './plan.js';
import { LEFT_OUT } from './reading.js';
import type { Sheet } from './sheet.js';
import { chosenBranch, truth } from './truth.js';

/** Facts and evidence that unmet rules of an outcome still ask for, each named once, in the order the rules name them. */
export const missingOf = (
  plan: Plan,
  sheet: Sheet,
  node: RuleNode,
  ends: Ends,
  words: Messages,
): readonly Missing[] => {
  const facts = new Map<string, Missing>();
  const evidence = new Map<number, number>();
  // An outcome that several rules lean on is gone into once.
  const seen = new Set<RuleNode>();
  const visit = (one: RuleNode): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (truth(one, ends.lowest) !== 'false') return;
    const { rule } = one;
    if (rule.kind === 'attested') {
      const { label = rule.fact, whenFalse } = plan.rubric.facts?.find(({ id }) => id === rule.fact) ?? {};
      const message = words.step({ kind: 'attest', label, known: sheet.facts.has(rule.fact), whenFalse });
      facts.set(rule.fact, { kind: 'fact', fact: rule.fact, known: sheet.facts.has(rule.fact), message });
    }
    if (rule.kind === 'evidence') {
      for (const at of one.criteria) {
        const items = rule.atLeast - (ends.lowest.reading.evidence[at] ?? 0);
        if (items <= 0 || ends.lowest.reading.levels[at] === LEFT_OUT) continue;
        evidence.set(at, Math.max(items, evidence.get(at) ?? 0));
      }
    }
    const inner = rule.kind === 'when-count' ? [chosenBranch(one, ends.lowest.reading)] : one.inner;
    for (const part of inner) if (part) visit(part);
  };
  visit(node);
  const items = [...evidence].map(([at, count]): Missing => {
    const criterion = plan.criteria[at];
    const message = words.step({ kind: 'evidence', label: criterion?.label ?? '', items: count });
    return { kind: 'evidence', criterion: criterion?.id ?? '', items: count, message };
  });
  return [...facts.values(), ...items];
};
