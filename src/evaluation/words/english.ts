import { capitalised } from '../../common/unicode/letter-case.js';
import { freezeDeeply } from '../../common/freeze-deeply.js';
import { agree, listed, numberOf } from '../../common/list-words.js';
import { scoreInEnglish } from './english-score.js';
import type {
  AskedFacts,
  GapFacts,
  EvaluationMessages,
  NamedCriterion,
  RuleFacts,
  SelectionFacts,
  StepFacts,
} from '../../model/messages/evaluation-messages.js';
import { isSameSelection } from '../../model/messages/same-selection.js';

const quoted = (items: readonly NamedCriterion[]): string => listed(items.map(({ label }) => `“${label}”`));

const withLevels = (items: readonly NamedCriterion[]): string =>
  listed(items.map(({ label, level }) => (level === undefined ? `“${label}”` : `“${label}” (${level})`)));

const are = (n: number): string => agree(n, 'is', 'are');

const NUMBERS = 'no,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve'.split(',');

/** Small numbers in words. */
const inWords = (n: number): string => NUMBERS[n] ?? String(n);

/** A label that may end as a sentence does, without its full stop. */
const unended = (text: string): string => text.replace(/\.$/u, '');

/** The level that is asked for: *“Good” or better*, and plain where nothing is better. */
const orBetter = (level: string, top: boolean): string => (top ? `“${level}”` : `“${level}” or better`);

const atLevel = ({ level, top }: RuleFacts): string => orBetter(level, top);

/** What is short and what is open, as one or two sentences; nothing where all is well. */
const reasons = ({ short, open, level }: RuleFacts): string => {
  const contested = open.filter((one) => one.contested === true);
  const unrated = open.filter((one) => one.contested !== true);
  return [
    short.length > 0 ? ` Below “${level}”: ${withLevels(short)}.` : '',
    contested.length > 0 ? ` Assessors differ on ${quoted(contested)}.` : '',
    unrated.length > 0 ? ` Not rated yet: ${quoted(unrated)}.` : '',
  ].join('');
};

/** True where nobody has looked at any of the criteria a rule counts. */
const isUntouched = ({ open, applicable }: RuleFacts): boolean =>
  open.length === applicable && open.every(({ contested }) => contested !== true);

const nothingApplies = (facts: RuleFacts): string =>
  `Nothing of ${facts.selection} applies here, so this is not asked.`;

/** The sentence of a rule that counts criteria: what is asked, where it stands, who stands in the way. */
const ofCriteria =
  (asked: (facts: RuleFacts) => string) =>
  (facts: RuleFacts): string => {
    const { verdict, reaching, applicable, only, required } = facts;
    if (only !== undefined && required <= 1) return atLeast({ ...facts, name: only });
    const stands = `${reaching} of ${applicable} ${are(reaching)} there`;
    switch (verdict) {
      case 'not-applicable':
        return nothingApplies(facts);
      case 'met':
        return `${asked(facts)}: ${reaching < applicable ? stands : applicable === 1 ? 'the one that applies is' : `all ${applicable} that apply are`}.`;
      case 'not-yet-met':
      case 'undecided':
        if (isUntouched(facts)) return `${asked(facts)}: none of them is rated yet.`;
        return `${asked(facts)}: ${stands}.${reasons(facts)}`;
    }
  };

/** Who is at which level: *“A plan” and “A team” are at “Weak”, “Learner voice” is at “Fair”*. */
const standingAt = (items: readonly NamedCriterion[]): string => {
  const byLevel = new Map<string | undefined, NamedCriterion[]>();
  for (const item of items) {
    const those = byLevel.get(item.level);
    if (those === undefined) byLevel.set(item.level, [item]);
    else those.push(item);
  }
  const parts = [...byLevel].map(
    ([level, those]) => `${quoted(those)} ${are(those.length)} ${level === undefined ? 'below it' : `at “${level}”`}`,
  );
  return parts.join(', ');
};

const ofMinimum = (facts: RuleFacts): string => {
  const { verdict, short, selection, only, applicable } = facts;
  if (only !== undefined) return atLeast({ ...facts, name: only });
  const asked = `The lowest of ${selection} must be at ${atLevel(facts)}`;
  switch (verdict) {
    case 'not-applicable':
      return nothingApplies(facts);
    case 'met':
      return `${asked}: ${applicable === 1 ? 'the one that applies is' : `all ${applicable} that apply are`}.`;
    case 'not-yet-met':
    case 'undecided':
      if (isUntouched(facts)) return `${asked}: none of them is rated yet.`;
      return `${asked}: ${short.length > 0 ? standingAt(short) : 'none is below it so far'}.${reasons({ ...facts, short: [] })}`;
  }
};

/** The sentence of a rule made of rules. */
const ofRules =
  (asked: (facts: RuleFacts) => string) =>
  (facts: RuleFacts): string => {
    const { verdict, reaching, could, applicable } = facts;
    const met = `${reaching} of ${applicable} ${are(reaching)} met`;
    switch (verdict) {
      case 'not-applicable':
        return 'None of its conditions applies here.';
      case 'met':
        return `${asked(facts)}: ${met}.`;
      case 'not-yet-met':
        return `${asked(facts)}: ${met}${could > reaching ? `, and at most ${could} could be as things stand` : ''}.`;
      case 'undecided':
        return `${asked(facts)}: ${met}, and ${could - reaching} ${are(could - reaching)} still open.`;
    }
  };

/** The sentence of a rule on groups: where, what is asked in each, in how many it is so. */
const ofGroups =
  (where: (facts: RuleFacts) => string) =>
  (facts: RuleFacts): string => {
    const { verdict, reaching, could, applicable, asked = [] } = facts;
    if (verdict === 'not-applicable') return `None of the ${wordOf(facts, 2)} has anything that applies here.`;
    const head = `${where(facts)} ${asked[0] ? clause(asked[0], 'must') : 'the condition must hold'}`;
    const so =
      reaching === 0
        ? 'none'
        : reaching === applicable
          ? `${applicable === 1 ? '' : 'all '}${applicable}`
          : `${reaching} of ${applicable}`;
    switch (verdict) {
      case 'met':
        return `${head}: this is so in ${applicable === 1 ? 'the one that applies' : so}.`;
      case 'not-yet-met':
        return `${head}: so far in ${where(facts).includes(' of ') && reaching > 0 ? reaching : so}${could > reaching ? `, and in ${could} at most` : ''}.`;
      case 'undecided':
        return `${head}: so far in ${so}, and ${could - reaching} ${are(could - reaching)} still open.`;
    }
  };

const wordOf = ({ groupWord }: RuleFacts, n: number): string =>
  agree(n, groupWord?.one ?? 'group', groupWord?.many ?? 'groups');

type Mood = 'must' | 'would have to';

/** A rule as part of another sentence: *every criterion must be at “Met”*. */
const clause = (asked: AskedFacts, mood: Mood): string => {
  const { rule, selection, required, name, inner, parts } = asked;
  const level = `be at ${orBetter(asked.level, asked.top)}`;
  const of = criteriaOf(selection, 2);
  switch (rule) {
    case 'at-least':
      return `“${name}” ${mood} ${level}`;
    case 'every':
      return `${everyOne(selection)} ${mood} ${level}`;
    case 'minimum':
      return `the lowest of the ${of} ${mood} ${level}`;
    case 'some':
      return `at least one of the ${of} ${mood} ${level}`;
    case 'count':
      return `at least ${inWords(required)} of the ${of} ${mood} ${level}`;
    case 'share':
      return `at least ${inWords(asked.share?.numerator ?? 1)} in ${inWords(asked.share?.denominator ?? 1)} of the ${of} ${mood} ${level}`;
    case 'lower-median':
      return `more than half of the ${of} ${mood} ${level}`;
    case 'evidence':
      return `${everyOne(selection)} ${mood} have at least ${numberOf(asked.items ?? 1, 'item')} of evidence`;
    case 'score':
      return `the score ${mood} be at least ${name}`;
    case 'band':
      return `the score ${mood} reach “${name}”`;
    case 'achieves':
      return `“${name}” ${mood} be met`;
    case 'attested':
      return `this ${mood} be so: “${unended(name)}”`;
    case 'every-group':
      return `in every group ${inner[0] ? clause(inner[0], mood) : `the conditions ${mood} hold`}`;
    case 'count-groups':
      return `in at least ${numberOf(required, 'group')} ${inner[0] ? clause(inner[0], mood) : `the conditions ${mood} hold`}`;
    case 'when-count': {
      const [few, many] = inner;
      if (few === undefined || many === undefined) return `what counts for so many criteria ${mood} hold`;
      const n = inWords(asked.fewerThan ?? 1);
      return `${clause(few, mood)} where fewer than ${n} apply, otherwise ${clause(many, mood)}`;
    }
    case 'all':
      if (inner.length === 0) return `all ${parts} conditions ${mood} hold`;
      // A clause with a comma of its own is set off from the next.
      if (inner.some((one) => one.rule === 'when-count')) return inner.map((one) => clause(one, mood)).join('; and ');
      return listed(inner.map((one) => clause(one, mood)));
    case 'any':
      if (inner.length > 0) return inner.map((one) => clause(one, mood)).join(' or ');
      return `at least one of ${parts} conditions ${mood} hold`;
    case 'at-least-n':
      return `at least ${inWords(required)} of ${inWords(parts)} conditions ${mood} hold`;
  }
};

/** Which criteria: *reference criteria of “People”*; of named ones their names. */
const criteriaOf = ({ group, tag, criteria }: SelectionFacts, n: number): string => {
  if (criteria !== undefined) return `${agree(criteria.length, 'criterion', 'criteria')} ${quotedNames(criteria)}`;
  const word = agree(n, 'criterion', 'criteria');
  const tagged = tag === undefined ? word : `${tag.replaceAll('-', ' ')} ${word}`;
  return group === undefined ? tagged : `${tagged} of “${group}”`;
};

const quotedNames = (labels: readonly string[]): string => quoted(labels.map((label) => ({ label })));

const everyOne = (selection: SelectionFacts): string => {
  const { criteria } = selection;
  if (criteria === undefined) return `every ${criteriaOf(selection, 1)}`;
  return criteria.length === 1 ? quotedNames(criteria) : `each of ${quotedNames(criteria)}`;
};

/** How many of the criteria that apply are enough, for a rule that counts just these; nothing for other rules. */
const enough = ({ rule, required, share, selection }: AskedFacts, { selected }: RuleFacts): string | undefined => {
  if (!isSameSelection(selection, selected)) return undefined;
  if (rule === 'every') return 'all';
  if (rule === 'some') return 'one';
  if (rule === 'count') return inWords(required);
  return rule === 'share' ? `${inWords(share?.numerator ?? 1)} in ${inWords(share?.denominator ?? 1)}` : undefined;
};

/** One of two branches: *all of them would have to be at “Prepared”*, *three in four are enough*. */
const branch = (facts: RuleFacts, asked: AskedFacts, isTaken: boolean, levelSaid: string | undefined): string => {
  const so = enough(asked, facts);
  if (so === undefined) return clause(asked, isTaken ? 'must' : 'would have to');
  const at = asked.level === levelSaid ? '' : ` at “${asked.level}”`;
  if (so === 'all') return `all of them ${isTaken ? 'have to' : 'would have to'} be${at === '' ? ' so' : at}`;
  return `${so}${at} ${isTaken ? agree(so === 'one' ? 1 : 2, 'is', 'are') : 'would be'} enough`;
};

const ofWhenCount = (facts: RuleFacts): string => {
  if (facts.verdict === 'not-applicable') return nothingApplies(facts);
  const applying = Number(facts.name);
  const head = `${capitalised(inWords(applying))} ${agree(applying, 'criterion applies', 'criteria apply')} here`;
  const { fewerThan = 1, asked: [few, many] = [] } = facts;
  if (few === undefined || many === undefined) return `${head}.`;
  const n = inWords(fewerThan);
  const said = enough(few, facts) === undefined ? undefined : few.level;
  const isFew = applying < fewerThan;
  return `${head}; with fewer than ${n}, ${branch(facts, few, isFew, undefined)}; with ${n} or more, ${branch(facts, many, !isFew, said)}.`;
};

/** The sentence of a rule about one named thing. */
const ofName =
  (met: (name: string) => string, notYet: (facts: RuleFacts) => string, open: (name: string) => string) =>
  (facts: RuleFacts): string => {
    switch (facts.verdict) {
      case 'not-applicable':
        return `“${facts.name}” does not apply here.`;
      case 'met':
        return met(facts.name);
      case 'not-yet-met':
        return notYet(facts);
      case 'undecided':
        return open(facts.name);
    }
  };

const ofScore = ({ verdict, score, name }: RuleFacts): string => {
  if (verdict === 'not-applicable' || score === undefined) return 'There is no score to compare.';
  const asked =
    name === ''
      ? `The score must be at least ${score.atLeast}`
      : `The score must reach “${name}” (from ${score.atLeast})`;
  const now =
    score.least === score.greatest ? `it is ${score.least}` : `it lies between ${score.least} and ${score.greatest}`;
  return `${asked}: ${now}.`;
};

const atLeast = (facts: RuleFacts): string => {
  const one = facts.short[0] ?? facts.open[0];
  switch (facts.verdict) {
    case 'not-applicable':
      return `“${facts.name}” does not apply here, so this is not asked.`;
    case 'met':
      return `“${facts.name}” is at ${atLevel(facts)}.`;
    case 'not-yet-met':
      return `“${facts.name}” must be at ${atLevel(facts)}${one?.level === undefined ? '' : `; it is at “${one.level}”`}.`;
    case 'undecided':
      return one?.contested === true
        ? `“${facts.name}” must be at ${atLevel(facts)}; assessors differ on it.`
        : `“${facts.name}” must be at ${atLevel(facts)}; ${one?.notApplicable === true ? 'it is marked not applicable, and this rubric holds it open' : 'it is not rated yet'}.`;
  }
};

const notSo = (label: string, whenFalse: string | undefined): string =>
  whenFalse === undefined
    ? `“${unended(label)}” is not so yet; it is needed.`
    : `${capitalised(unended(whenFalse))}; it is needed.`;

const gap = (facts: GapFacts): string => {
  const { label, now, needed, blocking, notApplicable, contested, further, rising } = facts;
  const more = rising
    ? '; each level above counts more'
    : further.length > 0
      ? `, and ${listed(further.map((level) => `“${level}”`))} ${agree(further.length, 'counts', 'count')} further`
      : '';
  const need = `${blocking ? `it needs “${needed}”` : `it would count at “${needed}”`}${blocking && more !== '' ? ' at least' : ''}${more}.`;
  if (contested) return `Assessors differ on “${label}”, from “${now}” up; ${need}`;
  if (notApplicable) return `“${label}” is marked not applicable, but this rubric still asks for “${needed}”.`;
  if (now === undefined) return `“${label}” is not rated yet; ${need}`;
  return blocking || more !== ''
    ? `“${label}” is at “${now}”; ${need}`
    : `“${label}” is at “${now}”; at “${needed}” it would count.`;
};

const step = (facts: StepFacts): string => {
  switch (facts.kind) {
    case 'raise':
      return `Raise “${facts.label}” from “${facts.from}” to “${facts.to}”.`;
    case 'rate':
      return `Look at “${facts.label}” and rate it; ${orBetter(facts.to, facts.top)} is needed.`;
    case 'settle':
      return `Settle “${facts.label}” between the assessors; ${orBetter(facts.to, facts.top)} is needed.`;
    case 'attest':
      return facts.known ? notSo(facts.label, facts.whenFalse) : `Have it attested: ${unended(facts.label)}.`;
    case 'evidence':
      return `Add ${numberOf(facts.items, 'item')} of evidence for “${facts.label}”.`;
  }
};

/** The words of an evaluation in English. */
export const english: EvaluationMessages = /* @__PURE__ */ freezeDeeply({
  rules: {
    'at-least': atLeast,
    every: ofCriteria((facts) => `All of ${facts.selection} must be at ${atLevel(facts)}`),
    some: ofCriteria((facts) => `At least one of ${facts.selection} must be at ${atLevel(facts)}`),
    count: ofCriteria((facts) => `At least ${facts.required} of ${facts.selection} must be at ${atLevel(facts)}`),
    share: ofCriteria(
      (facts) =>
        `At least ${facts.share?.numerator}/${facts.share?.denominator} of ${facts.selection} (${facts.required} of ${facts.applicable}) must be at ${atLevel(facts)}`,
    ),
    'lower-median': ofCriteria(
      (facts) =>
        `More than half of ${facts.selection} (${facts.required} of ${facts.applicable}) must be at ${atLevel(facts)}`,
    ),
    minimum: ofMinimum,
    evidence: (facts) => {
      if (facts.verdict === 'not-applicable') return nothingApplies(facts);
      const { applicable, reaching, only, selection } = facts;
      const whom = only === undefined ? `each of ${selection}` : `“${only}”`;
      const asked = `At least ${numberOf(facts.items ?? 1, 'item')} of evidence ${are(facts.items ?? 1)} needed for ${whom}`;
      if (facts.verdict === 'met')
        return `${asked}: ${applicable === 1 ? 'it is there' : `all ${applicable} have it`}.`;
      if (only !== undefined)
        return `${asked}; ${facts.items === 1 ? 'there is none so far' : 'there are fewer so far'}.`;
      return `${asked}: ${reaching} of ${applicable} ${agree(reaching, 'has', 'have')} it. Still short: ${quoted(facts.short)}.`;
    },
    'every-group': ofGroups((facts) => `In every ${wordOf(facts, 1)}`),
    'count-groups': ofGroups((facts) =>
      facts.required > facts.applicable
        ? `In at least ${facts.required} ${wordOf(facts, facts.required)}`
        : `In at least ${facts.required} of ${facts.applicable} ${wordOf(facts, facts.applicable)}`,
    ),
    'when-count': ofWhenCount,
    score: ofScore,
    band: ofScore,
    achieves: ofName(
      (name) => `“${name}” is met.`,
      ({ name }) => `“${name}” must be met first; it is not yet.`,
      (name) => `“${name}” must be met first; it is still open.`,
    ),
    attested: ofName(
      (name) => `It is attested: ${unended(name)}.`,
      ({ name, whenFalse }) => notSo(name, whenFalse),
      (name) => `It is not known yet: ${unended(name)}.`,
    ),
    all: ofRules(() => 'All of these must hold'),
    any: ofRules(() => 'At least one of these must hold'),
    'at-least-n': ofRules(({ required }) => `At least ${required} of these must hold`),
  },
  inGroup: (group, sentence) => `${group}: ${sentence}`,
  selection: (facts) => {
    const { criteria } = facts;
    if (criteria === undefined) return `the ${criteriaOf(facts, 2)}`;
    return criteria.length === 1
      ? `the criterion ${quotedNames(criteria)}`
      : `the ${criteria.length} criteria ${quotedNames(criteria)}`;
  },
  gap,
  step,
  begin: (criteria) =>
    `Nothing is rated yet. Begin with rating ${criteria === 1 ? 'the one criterion' : `the ${criteria} criteria`}.`,
  score: scoreInEnglish,
  decimalSign: '.',
});
