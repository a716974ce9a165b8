import { inSentence, shownNumber } from '../../common/shown-number.js';
import type { Fraction } from '../../model/shared/fraction.js';
import type { Rule, Selector } from '../../model/rubrics/rule.js';
import { innerRules } from '../../model/rubrics/rule-tree.js';
import type { AskedFacts, EvaluationMessages, SelectionFacts } from '../../model/messages/evaluation-messages.js';
import type { Lowered } from '../program/lower-rubric.js';

/** A sentence takes so many simple conditions of a rule; of a rule with more it says how many there are. */
const MOST_CONDITIONS = 4;

/** A selection by the labels of what it names. */
export const selectionFacts = (lowered: Lowered, of: Selector = {}): SelectionFacts => ({
  group: lowered.rubric.groups?.find(({ id }) => id === of.group)?.label ?? of.group,
  tag: of.tag,
  criteria: of.criteria?.map((id) => lowered.rubric.criteria[lowered.position.get(id) ?? -1]?.label ?? id),
});

/** What a rule asks for, read from the rule alone. */
export const askedOf = (lowered: Lowered, rule: Rule, words: Pick<EvaluationMessages, 'decimalSign'>): AskedFacts => {
  const inner = innerRules(rule);
  const { label, top } = levelOf(lowered, rule);
  return {
    rule: rule.kind,
    level: label,
    top,
    selection: selectionFacts(lowered, 'of' in rule ? rule.of : undefined),
    required: 'atLeast' in rule && typeof rule.atLeast === 'number' ? rule.atLeast : 1,
    ...(rule.kind === 'share' && { share: { numerator: rule.numerator, denominator: rule.denominator } }),
    ...(rule.kind === 'evidence' && { items: rule.atLeast }),
    ...(rule.kind === 'when-count' && { fewerThan: rule.fewerThan }),
    name: rule.kind === 'score' ? shownScore(lowered, rule.atLeast, words.decimalSign) : ruleName(lowered, rule),
    inner: conditions(rule) > MOST_CONDITIONS ? [] : inner.map((one) => askedOf(lowered, one.rule, words)),
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

const levelOf = (lowered: Lowered, rule: Rule): { readonly label: string; readonly top: boolean } => {
  if (!('level' in rule)) return { label: '', top: false };
  const named = rule.kind === 'at-least' ? lowered.levels[lowered.position.get(rule.criterion) ?? -1] : undefined;
  for (const levels of [named, lowered.rubric.scale.levels, ...lowered.levels.slice(0, 100)]) {
    const at = levels?.findIndex(({ id }) => id === rule.level) ?? -1;
    if (levels !== undefined && at >= 0) return { label: levels[at]?.label ?? '', top: at === levels.length - 1 };
  }
  return { label: rule.level, top: false };
};

/** The label of what a rule names: a criterion, an outcome, a fact or a band. Nothing for rules that name none. */
export const ruleName = (lowered: Lowered, rule: Rule): string => {
  const { criteria, outcomes, facts, bands } = lowered.rubric;
  if ('criterion' in rule) return criteria[lowered.position.get(rule.criterion) ?? -1]?.label ?? rule.criterion;
  if ('outcome' in rule) return outcomes.find(({ id }) => id === rule.outcome)?.label ?? rule.outcome;
  if ('fact' in rule) return facts?.find(({ id }) => id === rule.fact)?.label ?? rule.fact;
  if ('band' in rule) return bands?.find(({ id }) => id === rule.band)?.label ?? rule.band;
  return '';
};

const shownScore = (lowered: Lowered, score: Fraction, decimalSign: string): string =>
  shownNumber(score, { ...inSentence, as: isShare(lowered) ? 'percent' : 'number', decimalSign });

/** Whether the rubric's score is a share of the way up, shown in percent; others are points and counts. */
export const isShare = ({ program }: Lowered): boolean => program.scores[0]?.unit === 'share';
