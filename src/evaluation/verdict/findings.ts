import type { Finding } from '../../model/rubrics/evaluation.js';
import { at as itemAt } from '../../common/at.js';
import type { Fraction } from '../../model/shared/fraction.js';
import type { Rule, Selector } from '../../model/rubrics/rule.js';
import type { Verdict } from '../../model/shared/verdict.js';
import { inSentence, placesApart, type ShownAs, shownNumber } from '../../common/shown-number.js';
import { askedOf, isShare, ruleName, selectionFacts } from '../words/asked.js';
import type {
  EvaluationMessages,
  NamedCriterion,
  RuleFacts,
  SelectionFacts,
} from '../../model/messages/evaluation-messages.js';
import { type Judged, required } from '../program/judge.js';
import type { Lowered } from '../program/lower-rubric.js';
import type { RuleNode } from '../program/lower-rules.js';
import { LEFT_OUT } from '../program/completion.js';
import type { ReadAssessment } from '../program/read-assessment.js';
import { takenBranch, truthOf } from './rule-truth.js';

/** The two ends of what is open: everything at its lowest, everything at its highest. */
export interface Ends {
  readonly lowest: Judged;
  readonly highest: Judged;
  /** How many places the rubric's score has in all sentences of this evaluation. */
  readonly scorePlaces?: number | undefined;
  /** Selections that were put into words already: a rule on groups meets its selectors in every group. */
  readonly selections?: Map<Selector | undefined, Selection> | undefined;
}

/** A selection by the labels of what it names, and in words. */
interface Selection {
  readonly selected: SelectionFacts;
  readonly selection: string;
}

/** Met when true even at the lowest; not yet met when false even at the highest; otherwise undecided. */
export const verdictOf = (node: RuleNode, ends: Ends): Verdict | 'not-applicable' => {
  const least = truthOf(node, ends.lowest);
  if (least === 'not-applicable') return 'not-applicable';
  if (least === 'true') return 'met';
  return truthOf(node, ends.highest) === 'false' ? 'not-yet-met' : 'undecided';
};

/** The tree of reasons of a rule, in words. */
export const findingOf = (
  lowered: Lowered,
  read: ReadAssessment,
  node: RuleNode,
  ends: Ends,
  words: EvaluationMessages,
): Finding => {
  const stands = standing(node, ends);
  const facts = factsOf(lowered, read, node, ends, stands, words);
  const inner =
    node.rule.kind === 'when-count'
      ? [takenBranch(node, ends.lowest)]
      : node.rule.kind === 'achieves'
        ? []
        : node.inner;
  const message = words.rules[node.rule.kind](facts);
  return {
    rule: node.rule.kind,
    verdict: facts.verdict,
    message: node.group === undefined ? message : words.inGroup(node.group.label, message),
    criteria: cited(lowered, node, ends, stands, facts.verdict),
    findings: inner.flatMap((one) => (one === undefined ? [] : [findingOf(lowered, read, one, ends, words)])),
  };
};

const factsOf = (
  lowered: Lowered,
  read: ReadAssessment,
  node: RuleNode,
  ends: Ends,
  { short, open }: Standing,
  words: EvaluationMessages,
): RuleFacts => {
  const { rule } = node;
  const now = countsOf(lowered, node, ends.lowest);
  const at = (position: number): NamedCriterion => named(lowered, read, position);
  const { selected, selection } = selectionOf(lowered, 'of' in rule ? rule.of : undefined, ends, words);
  return {
    verdict: verdictOf(node, ends),
    applicable: now.applicable,
    reaching: now.reaching,
    could: countsOf(lowered, node, ends.highest).reaching,
    required: now.required,
    level: levelLabel(lowered, node),
    top:
      node.needs.length > 0 &&
      node.needs.every((need, i) => need === (lowered.levels[node.criteria[i] ?? -1]?.length ?? 0) - 1),
    short: short.map(at),
    open: open.map(at),
    selection,
    selected,
    ...(selected.criteria?.length === 1 && { only: selected.criteria[0] }),
    name: nameOf(lowered, node, ends),
    ...(rule.kind === 'share' && { share: { numerator: rule.numerator, denominator: rule.denominator } }),
    ...(rule.kind === 'evidence' && { items: rule.atLeast }),
    ...scoreFacts(lowered, node, ends, words),
    ...innerFacts(lowered, rule, words),
  };
};

/** How many of a rule's parts count towards it, how many apply, and how many are enough. A rule that leans on one other has one part. */
const countsOf = (
  { program }: Lowered,
  { rule, bare }: RuleNode,
  { truths, holding, applying }: Judged,
): { readonly reaching: number; readonly applicable: number; readonly required: number } => {
  const own = program.nodes[bare];
  if (rule.kind === 'achieves' || own?.kind !== 'quorum') {
    const truth = truths[bare];
    return { reaching: truth === 'true' ? 1 : 0, applicable: truth === 'not-applicable' ? 0 : 1, required: 1 };
  }
  const [reaching, applicable] = [itemAt(holding, bare), itemAt(applying, bare)];
  return { reaching, applicable, required: required(own.enough, applicable) };
};

const selectionOf = (lowered: Lowered, of: Selector | undefined, ends: Ends, words: EvaluationMessages): Selection => {
  const known = ends.selections?.get(of);
  if (known !== undefined) return known;
  const selected = selectionFacts(lowered, of);
  const said = { selected, selection: words.selection(selected) };
  ends.selections?.set(of, said);
  return said;
};

interface Standing {
  readonly short: readonly number[];
  readonly open: readonly number[];
}

/** The criteria a rule looks at directly, split into those that stay below what is asked and those that may still reach it. */
const standing = (node: RuleNode, { lowest, highest }: Ends): Standing => {
  const short: number[] = [];
  const open: number[] = [];
  const { rule } = node;
  const levels = rule.kind === 'at-least' ? ('named' as const) : ('levels' as const);
  node.criteria.forEach((at, i) => {
    const least = lowest.completion[levels][at] ?? LEFT_OUT;
    const greatest = highest.completion[levels][at] ?? LEFT_OUT;
    if (least === LEFT_OUT || rule.kind === 'when-count') return;
    if (rule.kind === 'evidence') {
      if ((lowest.completion.evidence[at] ?? 0) < rule.atLeast) short.push(at);
      return;
    }
    const need = node.needs[i] ?? 0;
    if (greatest < need) short.push(at);
    else if (least < need) open.push(at);
  });
  return { short, open };
};

/** Criteria that decide a finding: those in the way where it is not met, those that carry it where it is. */
const cited = (
  lowered: Lowered,
  node: RuleNode,
  ends: Ends,
  { short, open }: Standing,
  verdict: Verdict | 'not-applicable',
): readonly string[] => {
  if (verdict === 'not-applicable' || node.rule.kind === 'when-count') return [];
  const inTheWay = new Set([...short, ...open]);
  const isCited = (at: number): boolean =>
    verdict === 'met'
      ? !inTheWay.has(at) && (ends.lowest.completion.levels[at] ?? LEFT_OUT) !== LEFT_OUT
      : inTheWay.has(at);
  return node.criteria.filter(isCited).map((at) => lowered.criteria[at]?.id ?? '');
};

const named = (lowered: Lowered, read: ReadAssessment, at: number): NamedCriterion => {
  const state = read.states[at];
  const label = lowered.criteria[at]?.label ?? '';
  if (state?.kind === 'not-applicable') return { label, notApplicable: true };
  if (state?.kind !== 'rated') return { label };
  if (state.lowest !== state.highest) return { label, contested: true };
  return { label, level: lowered.levels[at]?.[state.lowest]?.label };
};

const levelLabel = (lowered: Lowered, node: RuleNode): string => {
  const [at, need] = [node.criteria[0], node.needs[0]];
  if (at !== undefined && need !== undefined) return lowered.levels[at]?.[need]?.label ?? '';
  if (!('level' in node.rule)) return '';
  const { level } = node.rule;
  return lowered.rubric.scale.levels.find(({ id }) => id === level)?.label ?? level;
};

/** What sentences say of a rule's inner rules, or of the fact it names. */
const innerFacts = (lowered: Lowered, rule: Rule, words: EvaluationMessages): Partial<RuleFacts> => {
  if ('rule' in rule) return { asked: [askedOf(lowered, rule.rule, words)], groupWord: lowered.rubric.groupWord };
  if ('fact' in rule) return { whenFalse: lowered.facts.get(rule.fact)?.whenFalse };
  if (!('then' in rule)) return {};
  const asked = [askedOf(lowered, rule.then, words), askedOf(lowered, rule.otherwise, words)];
  return { asked, fewerThan: rule.fewerThan };
};

/** What a sentence calls a rule: the label of what it names, and of a branch the number of criteria that it goes by. */
const nameOf = (lowered: Lowered, { rule, criteria }: RuleNode, ends: Ends): string =>
  rule.kind === 'when-count'
    ? String(criteria.filter((at) => ends.lowest.completion.levels[at] !== LEFT_OUT).length)
    : ruleName(lowered, rule);

const scoreFacts = (
  lowered: Lowered,
  node: RuleNode,
  ends: Ends,
  words: EvaluationMessages,
): Pick<RuleFacts, 'score'> | undefined => {
  const { rule } = node;
  if (rule.kind !== 'score' && rule.kind !== 'band') return undefined;
  const compared = lowered.program.nodes[node.bare];
  if (compared?.kind !== 'reaches') return undefined;
  const { score, threshold: atLeast } = compared;
  const [least, greatest] = [ends.lowest.scores[score], ends.highest.scores[score]];
  if (!least || !greatest) return undefined;
  const how = scoreShownAs(lowered, words);
  const decimals = Math.max(ends.scorePlaces ?? 0, placesApart([least, greatest, atLeast], how));
  const show = (value: Fraction) => shownNumber(value, { ...how, decimals });
  return { score: { least: show(least), greatest: show(greatest), atLeast: show(atLeast) } };
};

/** How sentences show the scores of a rubric: shares in percent, points and counts as they are. */
const scoreShownAs = (lowered: Lowered, { decimalSign }: EvaluationMessages): ShownAs => {
  return { ...inSentence, as: isShare(lowered) ? 'percent' : 'number', decimalSign };
};

/**
 * How many places the score has in every sentence of one evaluation: as many as the sentence needs whose threshold lies closest to it, so
 * that one score is one figure throughout.
 */
export const scorePlaces = (lowered: Lowered, { lowest, highest }: Ends, words: EvaluationMessages): number => {
  const how = scoreShownAs(lowered, words);
  const { nodes, bands } = lowered.program;
  let places = how.decimals;
  const apart = (score: number, threshold: Fraction): void => {
    const [least, greatest] = [lowest.scores[score], highest.scores[score]];
    if (least && greatest) places = Math.max(places, placesApart([least, greatest, threshold], how));
  };
  for (const { from } of bands) apart(0, from);
  for (const node of nodes) if (node.kind === 'reaches') apart(node.score, node.threshold);
  return places;
};
