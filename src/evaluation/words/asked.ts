import { inSentence, shownNumber } from '../../common/shown-number.js';
import type { Fraction } from '../../model/shared/fraction.js';
import type { Rule, Selector } from '../../model/rubrics/rule.js';
import { innerRules } from '../../model/rubrics/rule-tree.js';
import type { AskedFacts, Messages, SelectionFacts } from './messages.js';
import type { Plan } from '../program/plan.js';

/** A sentence takes so many simple conditions of a rule; of a rule with more it says how many there are. */
const MOST_CONDITIONS = 4;

/** A selection by the labels of what it names. */
export const selectionFacts = (plan: Plan, of: Selector = {}): SelectionFacts => ({
  group: plan.rubric.groups?.find(({ id }) => id === of.group)?.label ?? of.group,
  tag: of.tag,
  criteria: of.criteria?.map((id) => plan.rubric.criteria[plan.position.get(id) ?? -1]?.label ?? id),
});

/** What a rule asks for, read from the rule alone. */
export const askedOf = (plan: Plan, rule: Rule, words: Pick<Messages, 'decimalSign'>): AskedFacts => {
  const inner = innerRules(rule);
  const { label, top } = levelOf(plan, rule);
  return {
    rule: rule.kind,
    level: label,
    top,
    selection: selectionFacts(plan, 'of' in rule ? rule.of : undefined),
    required: 'atLeast' in rule && typeof rule.atLeast === 'number' ? rule.atLeast : 1,
    ...(rule.kind === 'share' && { share: { numerator: rule.numerator, denominator: rule.denominator } }),
    ...(rule.kind === 'evidence' && { items: rule.atLeast }),
    ...(rule.kind === 'when-count' && { fewerThan: rule.fewerThan }),
    name:
      rule.kind === 'score'
        ? shownScore(rule.atLeast, plan.rubric.scoring.kind, words.decimalSign)
        : ruleName(plan, rule),
    inner: conditions(rule) > MOST_CONDITIONS ? [] : inner.map((one) => askedOf(plan, one.rule, words)),
    parts: inner.length,
  };
};

/** How many simple conditions a rule has, counted no further than needed. */
const conditions = (rule: Rule): number => {
  let found = 0;
  const open = [rule];
  for (let next = open.pop(); next !== undefined && found <= MOST_CONDITIONS; next = open.pop()) {
    const inner = innerRules(next);
    if (inner.length > MOST_CONDITIONS) return inner.length;
    if (inner.length === 0) found++;
    for (const one of inner) open.push(one.rule);
  }
  return found;
};

const levelOf = (plan: Plan, rule: Rule): { readonly label: string; readonly top: boolean } => {
  if (!('level' in rule)) return { label: '', top: false };
  const named = rule.kind === 'at-least' ? plan.levels[plan.position.get(rule.criterion) ?? -1] : undefined;
  for (const levels of [named, plan.rubric.scale.levels, ...plan.levels.slice(0, 100)]) {
    const at = levels?.findIndex(({ id }) => id === rule.level) ?? -1;
    if (levels !== undefined && at >= 0) return { label: levels[at]?.label ?? '', top: at === levels.length - 1 };
  }
  return { label: rule.level, top: false };
};

/** The label of what a rule names: a criterion, an outcome, a fact or a band. Nothing for rules that name none. */
export const ruleName = (plan: Plan, rule: Rule): string => {
  const { criteria, outcomes, facts, bands } = plan.rubric;
  switch (rule.kind) {
    case 'at-least':
      return criteria[plan.position.get(rule.criterion) ?? -1]?.label ?? rule.criterion;
    case 'achieves':
      return outcomes.find(({ id }) => id === rule.outcome)?.label ?? rule.outcome;
    case 'attested':
      return facts?.find(({ id }) => id === rule.fact)?.label ?? rule.fact;
    case 'band':
      return bands?.find(({ id }) => id === rule.band)?.label ?? rule.band;
    case 'score':
    case 'every':
    case 'some':
    case 'count':
    case 'share':
    case 'minimum':
    case 'evidence':
    case 'every-group':
    case 'count-groups':
    case 'when-count':
    case 'all':
    case 'any':
    case 'at-least-n':
      return '';
  }
};

const shownScore = (score: Fraction, scoring: string, decimalSign: string): string =>
  shownNumber(score, { ...inSentence, as: isShare(scoring) ? 'percent' : 'number', decimalSign });

/** Whether a scoring gives shares of the way up, shown in percent; the others give points and counts. */
export const isShare = (scoring: string): boolean =>
  scoring === 'weighted-mean' || scoring === 'mean-of-groups' || scoring === 'minimum';
