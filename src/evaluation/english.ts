import { scoreInEnglish } from './english-score.js';
import type { GapFacts, Messages, NamedCriterion, RuleFacts, StepFacts } from './messages.js';

const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const quoted = (items: readonly NamedCriterion[]): string => list(items.map(({ label }) => `“${label}”`));

const withLevels = (items: readonly NamedCriterion[]): string =>
  list(items.map(({ label, level }) => (level === undefined ? `“${label}”` : `“${label}” (${level})`)));

const are = (n: number): string => (n === 1 ? 'is' : 'are');

const numberOf = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** The level that is asked for: *“Good” or better*, and plain where nothing is better. */
const atLevel = ({ level, top }: RuleFacts): string => (top ? `“${level}”` : `“${level}” or better`);

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

const nothingApplies = (facts: RuleFacts): string =>
  `Nothing of ${facts.selection} applies here, so this is not asked.`;

/** The sentence of a rule that counts criteria: what is asked, where it stands, who stands in the way. */
const ofCriteria =
  (asked: (facts: RuleFacts) => string) =>
  (facts: RuleFacts): string => {
    const { verdict, reaching, applicable } = facts;
    const stands = `${reaching} of ${applicable} ${are(reaching)} there`;
    switch (verdict) {
      case 'not-applicable':
        return nothingApplies(facts);
      case 'met':
        return `${asked(facts)}: ${reaching < applicable ? stands : applicable === 1 ? 'the one that applies is' : `all ${applicable} that apply are`}.`;
      case 'not-yet-met':
      case 'undecided':
        return `${asked(facts)}: ${stands}.${reasons(facts)}`;
    }
  };

/** The sentence of a rule made of rules or groups. */
const ofRules =
  (asked: (facts: RuleFacts) => string, part: string) =>
  (facts: RuleFacts): string => {
    const { verdict, reaching, could, applicable } = facts;
    switch (verdict) {
      case 'not-applicable':
        return 'None of its conditions applies here.';
      case 'met':
        return `${asked(facts)}: ${reaching} of ${applicable} ${are(reaching)} met.`;
      case 'not-yet-met':
        return `${asked(facts)}: ${reaching} of ${applicable} ${are(reaching)} met${could > reaching ? `, and at most ${could} could be as things stand` : ''}.`;
      case 'undecided':
        return `${asked(facts)}: ${reaching} of ${applicable} ${are(reaching)} met and ${numberOf(could - reaching, part)} still open.`;
    }
  };

/** The sentence of a rule about one named thing. */
const ofName =
  (met: (name: string) => string, notYet: (name: string) => string, open: (name: string) => string) =>
  ({ verdict, name }: RuleFacts): string => {
    switch (verdict) {
      case 'not-applicable':
        return `“${name}” does not apply here.`;
      case 'met':
        return met(name);
      case 'not-yet-met':
        return notYet(name);
      case 'undecided':
        return open(name);
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

const gap = ({ label, now, needed, blocking, notApplicable, contested }: GapFacts): string => {
  if (contested)
    return `Assessors differ on “${label}”, from “${now}” up; ${blocking ? 'it needs' : 'it would count at'} “${needed}”.`;
  if (notApplicable) return `“${label}” is marked not applicable, but this rubric still asks for “${needed}”.`;
  if (now === undefined)
    return `“${label}” is not rated yet; ${blocking ? 'it needs' : 'it would count at'} “${needed}”.`;
  return blocking
    ? `“${label}” is at “${now}”; it needs “${needed}”.`
    : `“${label}” is at “${now}”; at “${needed}” it would count.`;
};

const step = (facts: StepFacts): string => {
  switch (facts.kind) {
    case 'raise':
      return `Raise “${facts.label}” from “${facts.from}” to “${facts.to}”.`;
    case 'rate':
      return `Look at “${facts.label}” and rate it; it counts from “${facts.to}”.`;
    case 'settle':
      return `Settle “${facts.label}” between the assessors; it counts from “${facts.to}”.`;
    case 'attest':
      return `Have it attested: ${facts.label}.`;
    case 'evidence':
      return `Add ${numberOf(facts.items, 'item')} of evidence for “${facts.label}”.`;
  }
};

/** The words of an evaluation in English. */
export const english: Messages = {
  rules: {
    'at-least': (facts) => {
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
    },
    every: ofCriteria((facts) => `All of ${facts.selection} must be at ${atLevel(facts)}`),
    some: ofCriteria((facts) => `At least one of ${facts.selection} must be at ${atLevel(facts)}`),
    count: ofCriteria((facts) => `At least ${facts.required} of ${facts.selection} must be at ${atLevel(facts)}`),
    share: ofCriteria(
      (facts) =>
        `At least ${facts.share?.numerator}/${facts.share?.denominator} of ${facts.selection} (${facts.required} of ${facts.applicable}) must be at ${atLevel(facts)}`,
    ),
    minimum: ofCriteria((facts) => `The lowest of ${facts.selection} must be at ${atLevel(facts)}`),
    evidence: (facts) => {
      const asked = `${capital(facts.selection)} must each have at least ${numberOf(facts.items ?? 1, 'item')} of evidence`;
      if (facts.verdict === 'not-applicable') return nothingApplies(facts);
      if (facts.verdict === 'met') return `${asked}: all ${facts.applicable} have.`;
      return `${asked}: ${facts.reaching} of ${facts.applicable} have. Still short: ${quoted(facts.short)}.`;
    },
    'every-group': ofRules(() => 'The condition must hold in every group', 'group'),
    'count-groups': ofRules(
      ({ required }) => `The condition must hold in at least ${numberOf(required, 'group')}`,
      'group',
    ),
    'when-count': (facts) =>
      facts.verdict === 'not-applicable'
        ? nothingApplies(facts)
        : `${facts.name === '1' ? '1 criterion applies' : `${facts.name} criteria apply`} here, so this is what counts.`,
    score: ofScore,
    band: ofScore,
    achieves: ofName(
      (name) => `“${name}” is met.`,
      (name) => `“${name}” must be met first; it is not yet.`,
      (name) => `“${name}” must be met first; it is still open.`,
    ),
    attested: ofName(
      (name) => `It is attested: ${name}.`,
      (name) => `It must be attested, and is said not to be so: ${name}.`,
      (name) => `It is not known yet: ${name}.`,
    ),
    all: ofRules(() => 'All of these must hold', 'condition'),
    any: ofRules(() => 'At least one of these must hold', 'condition'),
    'at-least-n': ofRules(({ required }) => `At least ${required} of these must hold`, 'condition'),
  },
  selection: ({ group, tag, criteria }) => {
    if (criteria !== undefined)
      return `the ${numberOf(criteria.length, 'criterion', 'criteria')} ${quoted(criteria.map((label) => ({ label })))}`;
    const marked = tag === undefined ? 'criteria' : `criteria marked “${tag}”`;
    return group === undefined ? `the ${marked}` : `the ${marked} of “${group}”`;
  },
  gap,
  step,
  score: scoreInEnglish,
  decimalSign: '.',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
