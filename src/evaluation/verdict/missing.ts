import type { Missing } from '../../model/rubrics/evaluation.js';
import type { Ends } from './findings.js';
import type { EvaluationMessages } from '../../model/messages/evaluation-messages.js';
import type { Lowered } from '../program/lower-rubric.js';
import type { RuleNode } from '../program/lower-rules.js';
import { LEFT_OUT } from '../program/completion.js';
import type { ReadAssessment } from '../program/read-assessment.js';
import { takenBranch, truthOf } from './rule-truth.js';

/** What unmet rules of an outcome ask for besides levels: facts by id, and for each criterion so many items of evidence. */
export interface Wanted {
  readonly facts: ReadonlySet<string>;
  readonly evidence: ReadonlyMap<number, number>;
}

/**
 * For each outcome in turn, the facts and the evidence that its unmet rules still ask for, in the order the rules name them. An outcome
 * that others lean on is gone into once, and they take over what was found; so it must be asked about before them.
 */
export const wantedBy = (ends: Ends): ((outcome: RuleNode) => Wanted) => {
  const found = new Map<RuleNode, Wanted>();
  return (outcome) => {
    const wanted = found.get(outcome) ?? wantedIn(outcome, ends, found);
    found.set(outcome, wanted);
    return wanted;
  };
};

const wantedIn = (outcome: RuleNode, ends: Ends, found: ReadonlyMap<RuleNode, Wanted>): Wanted => {
  const facts = new Set<string>();
  const evidence = new Map<number, number>();
  const taken = new Set<RuleNode>();
  const want = (at: number, items: number) => evidence.set(at, Math.max(items, evidence.get(at) ?? 0));
  const visit = (one: RuleNode): void => {
    if (truthOf(one, ends.lowest) !== 'false') return;
    const { rule } = one;
    const inner = rule.kind === 'achieves' ? one.inner[0] : undefined;
    const known = inner && found.get(inner);
    if (inner !== undefined && known !== undefined) {
      if (taken.has(inner)) return;
      taken.add(inner);
      for (const fact of known.facts) facts.add(fact);
      for (const [at, items] of known.evidence) want(at, items);
      return;
    }
    if (rule.kind === 'attested') facts.add(rule.fact);
    if (rule.kind === 'evidence') {
      for (const at of one.criteria) {
        const items = rule.atLeast - (ends.lowest.completion.evidence[at] ?? 0);
        if (items > 0 && ends.lowest.completion.levels[at] !== LEFT_OUT) want(at, items);
      }
    }
    const parts = rule.kind === 'when-count' ? [takenBranch(one, ends.lowest)] : one.inner;
    for (const part of parts) if (part) visit(part);
  };
  visit(outcome);
  return { facts, evidence };
};

/** The same as an evaluation tells it. */
export const missingOf = (
  lowered: Lowered,
  read: ReadAssessment,
  { facts, evidence }: Wanted,
  words: EvaluationMessages,
): readonly Missing[] => [
  ...[...facts].map((fact): Missing => {
    const { label = fact, whenFalse } = lowered.facts.get(fact) ?? {};
    const known = read.facts.has(fact);
    return { kind: 'fact', fact, known, message: words.step({ kind: 'attest', label, known, whenFalse }) };
  }),
  ...[...evidence].map(([at, items]): Missing => {
    const { id = '', label = '' } = lowered.criteria[at] ?? {};
    return { kind: 'evidence', criterion: id, items, message: words.step({ kind: 'evidence', label, items }) };
  }),
];
