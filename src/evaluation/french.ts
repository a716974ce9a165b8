import type { GapFacts, Messages, NamedCriterion, RuleFacts, ScoreFacts, StepFacts } from './messages.js';

const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;

const quoted = (items: readonly NamedCriterion[]): string => list(items.map(({ label }) => `« ${label} »`));

const withLevels = (items: readonly NamedCriterion[]): string =>
  list(items.map(({ label, level }) => (level === undefined ? `« ${label} »` : `« ${label} » (${level})`)));

const numberOf = (n: number, one: string, many = `${one}s`): string => `${n} ${n < 2 ? one : many}`;

const atLevel = ({ level, top }: RuleFacts): string => (top ? `« ${level} »` : `« ${level} » ou mieux`);

const reasons = ({ short, open, level }: RuleFacts): string => {
  const contested = open.filter((one) => one.contested === true);
  const unrated = open.filter((one) => one.contested !== true);
  return [
    short.length > 0 ? ` En dessous de « ${level} » : ${withLevels(short)}.` : '',
    contested.length > 0 ? ` Les évaluateurs divergent sur ${quoted(contested)}.` : '',
    unrated.length > 0 ? ` Pas encore évalué : ${quoted(unrated)}.` : '',
  ].join('');
};

const nothingApplies = (facts: RuleFacts): string =>
  `Rien parmi ${facts.selection} ne s’applique ici ; ce n’est donc pas demandé.`;

const ofCriteria =
  (asked: (facts: RuleFacts) => string) =>
  (facts: RuleFacts): string => {
    const { verdict, reaching, applicable } = facts;
    const stands = `${reaching} sur ${applicable} y ${reaching < 2 ? 'est' : 'sont'}`;
    switch (verdict) {
      case 'not-applicable':
        return nothingApplies(facts);
      case 'met':
        return `${asked(facts)} : ${reaching < applicable ? stands : applicable === 1 ? 'le seul qui s’applique y est' : `les ${applicable} qui s’appliquent y sont`}.`;
      case 'not-yet-met':
      case 'undecided':
        return `${asked(facts)} : ${stands}.${reasons(facts)}`;
    }
  };

const ofRules =
  (asked: (facts: RuleFacts) => string) =>
  (facts: RuleFacts): string => {
    const { verdict, reaching, could, applicable } = facts;
    const filled = numberOf(reaching, 'est remplie', 'sont remplies');
    switch (verdict) {
      case 'not-applicable':
        return 'Aucune de ses conditions ne s’applique ici.';
      case 'met':
        return `${asked(facts)} : sur ${applicable}, ${filled}.`;
      case 'not-yet-met':
        return `${asked(facts)} : sur ${applicable}, ${filled}${could > reaching ? `, et au plus ${could} pourraient l’être en l’état` : ''}.`;
      case 'undecided':
        return `${asked(facts)} : sur ${applicable}, ${filled} et ${numberOf(could - reaching, 'reste ouverte', 'restent ouvertes')}.`;
    }
  };

const ofName =
  (met: (name: string) => string, notYet: (name: string) => string, open: (name: string) => string) =>
  ({ verdict, name }: RuleFacts): string => {
    switch (verdict) {
      case 'not-applicable':
        return `« ${name} » ne s’applique pas ici.`;
      case 'met':
        return met(name);
      case 'not-yet-met':
        return notYet(name);
      case 'undecided':
        return open(name);
    }
  };

const ofScore = ({ verdict, score, name }: RuleFacts): string => {
  if (verdict === 'not-applicable' || score === undefined) return 'Il n’y a pas de score à comparer.';
  const asked =
    name === ''
      ? `Le score doit être d’au moins ${score.atLeast}`
      : `Le score doit atteindre « ${name} » (dès ${score.atLeast})`;
  return `${asked} : ${score.least === score.greatest ? `il est de ${score.least}` : `il se situe entre ${score.least} et ${score.greatest}`}.`;
};

const gap = ({ label, now, needed, blocking, notApplicable, contested }: GapFacts): string => {
  if (contested)
    return `Les évaluateurs divergent sur « ${label} », à partir de « ${now} » ; ${blocking ? 'il faut' : 'cela compterait à'} « ${needed} ».`;
  if (notApplicable) return `« ${label} » est noté sans objet, mais cette grille demande toujours « ${needed} ».`;
  if (now === undefined)
    return `« ${label} » n’est pas encore évalué ; ${blocking ? 'il faut' : 'compterait à'} « ${needed} ».`;
  return blocking
    ? `« ${label} » est à « ${now} » ; il faut « ${needed} ».`
    : `« ${label} » est à « ${now} » ; à « ${needed} », cela compterait.`;
};

const step = (facts: StepFacts): string => {
  switch (facts.kind) {
    case 'raise':
      return `Porter « ${facts.label} » de « ${facts.from} » à « ${facts.to} ».`;
    case 'rate':
      return `Examiner et évaluer « ${facts.label} » ; cela compte dès « ${facts.to} ».`;
    case 'settle':
      return `Départager les évaluateurs sur « ${facts.label} » ; cela compte dès « ${facts.to} ».`;
    case 'attest':
      return `Faire attester : ${facts.label}.`;
    case 'evidence':
      return `Ajouter ${numberOf(facts.items, 'élément')} de preuve pour « ${facts.label} ».`;
  }
};

const score = (facts: ScoreFacts): string => {
  if (facts.kind === 'unscored') return unscored[facts.because];
  const { value, least, greatest, outOf, coverage, complete } = facts;
  const top = outOf === undefined ? '' : ` sur ${outOf}`;
  const between = `entre ${least} et ${greatest}${top}`;
  if (value === undefined) return complete ? between : `${between} (${coverage} évalué)`;
  if (complete) return `${value}${top}`;
  return `${value} de ce qui est évalué (${coverage} évalué) ; ${between} quand tout le sera`;
};

const unscored = {
  'nothing-applicable': 'pas de score : rien ne s’applique',
  'nothing-rated': 'pas de score : rien n’est encore évalué',
  'profile-only': 'pas de score : cette grille donne un profil',
} as const;

/**
 * The words of an evaluation in French, a second catalogue beside `english`. The labels of criteria, levels and outcomes are
 * the rubric's own and stay in its language.
 */
export const french: Messages = {
  rules: {
    'at-least': (facts) => {
      const one = facts.short[0] ?? facts.open[0];
      switch (facts.verdict) {
        case 'not-applicable':
          return `« ${facts.name} » ne s’applique pas ici ; ce n’est donc pas demandé.`;
        case 'met':
          return `« ${facts.name} » est à ${atLevel(facts)}.`;
        case 'not-yet-met':
          return `« ${facts.name} » doit être à ${atLevel(facts)}${one?.level === undefined ? '' : ` ; il est à « ${one.level} »`}.`;
        case 'undecided':
          return `« ${facts.name} » doit être à ${atLevel(facts)} ; ${one?.contested === true ? 'les évaluateurs divergent' : one?.notApplicable === true ? 'il est noté sans objet, et cette grille le tient ouvert' : 'ce n’est pas encore évalué'}.`;
      }
    },
    every: ofCriteria((facts) => `Tous parmi ${facts.selection} doivent être à ${atLevel(facts)}`),
    some: ofCriteria((facts) => `Au moins un parmi ${facts.selection} doit être à ${atLevel(facts)}`),
    count: ofCriteria(
      (facts) => `Au moins ${facts.required} parmi ${facts.selection} doivent être à ${atLevel(facts)}`,
    ),
    share: ofCriteria(
      (facts) =>
        `Au moins ${facts.share?.numerator}/${facts.share?.denominator} (${facts.required} sur ${facts.applicable}) parmi ${facts.selection} doivent être à ${atLevel(facts)}`,
    ),
    minimum: ofCriteria((facts) => `Le plus bas parmi ${facts.selection} doit être à ${atLevel(facts)}`),
    evidence: (facts) => {
      if (facts.verdict === 'not-applicable') return nothingApplies(facts);
      const asked = `Chacun parmi ${facts.selection} doit avoir au moins ${numberOf(facts.items ?? 1, 'élément')} de preuve`;
      if (facts.verdict === 'met') return `${asked} : les ${facts.applicable} en ont.`;
      return `${asked} : ${facts.reaching} sur ${facts.applicable} en ont. Il en manque pour ${quoted(facts.short)}.`;
    },
    'every-group': ofRules(() => 'La condition doit être remplie dans chaque groupe'),
    'count-groups': ofRules(
      ({ required }) => `La condition doit être remplie dans au moins ${numberOf(required, 'groupe')}`,
    ),
    'when-count': (facts) =>
      facts.verdict === 'not-applicable'
        ? nothingApplies(facts)
        : `Avec ${numberOf(Number(facts.name), 'critère')} qui s’appliquent, voici ce qui compte.`,
    score: ofScore,
    band: ofScore,
    achieves: ofName(
      (name) => `« ${name} » est atteint.`,
      (name) => `« ${name} » doit d’abord être atteint ; il ne l’est pas encore.`,
      (name) => `« ${name} » doit d’abord être atteint ; c’est encore ouvert.`,
    ),
    attested: ofName(
      (name) => `C’est attesté : ${name}.`,
      (name) => `Il faut que ce soit attesté, et il est dit que non : ${name}.`,
      (name) => `On ne le sait pas encore : ${name}.`,
    ),
    all: ofRules(() => 'Toutes ces conditions doivent être remplies'),
    any: ofRules(() => 'Au moins une de ces conditions doit être remplie'),
    'at-least-n': ofRules(({ required }) => `Au moins ${required} de ces conditions doivent être remplies`),
  },
  selection: ({ group, tag, criteria }) => {
    if (criteria !== undefined) return `les critères ${quoted(criteria.map((label) => ({ label })))}`;
    const marked = tag === undefined ? 'les critères' : `les critères marqués « ${tag} »`;
    return group === undefined ? marked : `${marked} de « ${group} »`;
  },
  gap,
  step,
  score,
  decimalSign: ',',
};
