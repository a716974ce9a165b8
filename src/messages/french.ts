import { capitalised } from '../common/unicode/letter-case.js';
import { freezeDeeply } from '../common/freeze-deeply.js';
import type {
  AskedFacts,
  GapFacts,
  NamedCriterion,
  RuleFacts,
  ScoreFacts,
  SelectionFacts,
  StepFacts,
} from '../model/messages/evaluation-messages.js';
import type { Messages } from '../model/messages/messages.js';
import type { PictureMessages } from '../model/messages/picture-messages.js';
import type { ReportMessages } from '../model/messages/report-messages.js';
import { isSameSelection } from '../model/messages/same-selection.js';

const list = (items: readonly string[], and = 'et'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;

const quoted = (items: readonly NamedCriterion[]): string => list(items.map(({ label }) => `« ${label} »`));

const withLevels = (items: readonly NamedCriterion[]): string =>
  list(items.map(({ label, level }) => (level === undefined ? `« ${label} »` : `« ${label} » (${level})`)));

/** One word up to 1, another from 2 on: in French nought is singular. */
const agree = (n: number, one: string, many: string): string => (n < 2 ? one : many);

const numberOf = (n: number, one: string, many = `${one}s`): string => `${n} ${agree(n, one, many)}`;

const NUMBERS = 'aucun,un,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze'.split(',');

const inWords = (n: number): string => NUMBERS[n] ?? String(n);

/** *de quatre*, *d’un*. */
const ofNumber = (n: string): string => (n === 'un' ? 'd’un' : `de ${n}`);

const unended = (text: string): string => text.replace(/\.$/u, '');

const reasons = ({ short, open }: RuleFacts): string => {
  const contested = open.filter((one) => one.contested === true);
  const unrated = open.filter((one) => one.contested !== true);
  return [
    short.length > 0 ? ` En dessous : ${withLevels(short)}.` : '',
    contested.length > 0 ? ` Les évaluateurs ne sont pas d’accord sur ${quoted(contested)}.` : '',
    unrated.length > 0
      ? ` ${agree(unrated.length, 'Pas encore évalué', 'Pas encore évalués')} : ${quoted(unrated)}.`
      : '',
  ].join('');
};

const isUntouched = ({ open, applicable }: RuleFacts): boolean =>
  open.length === applicable && open.every(({ contested }) => contested !== true);

const nothingApplies = ({ selected }: RuleFacts): string => {
  const only = selected.criteria?.length === 1;
  const none = only ? `Le ${criteriaOf(selected)}` : `Aucun des ${criteriaOf(selected)}`;
  return `${none} ne s’applique ${only ? 'pas ' : ''}ici ; ce n’est donc pas demandé.`;
};

/** Which criteria, without an article: *critères de « People »*; of named ones their names. */
const criteriaOf = ({ group, tag, criteria }: SelectionFacts): string => {
  if (criteria !== undefined) {
    return `${agree(criteria.length, 'critère', 'critères')} ${quoted(criteria.map((label) => ({ label })))}`;
  }
  const marked = tag === undefined ? 'critères' : `critères « ${tag} »`;
  return group === undefined ? marked : `${marked} de « ${group} »`;
};

const ofCriteria =
  (asked: (facts: RuleFacts) => string) =>
  (facts: RuleFacts): string => {
    const { verdict, reaching, applicable, only, required } = facts;
    if (only !== undefined && required <= 1) return atLeast({ ...facts, name: only });
    const stands =
      reaching === 0
        ? 'aucun ne l’atteint encore'
        : `${reaching} sur ${applicable} ${agree(reaching, 'l’atteint', 'l’atteignent')}`;
    switch (verdict) {
      case 'not-applicable':
        return nothingApplies(facts);
      case 'met':
        return `${asked(facts)} : ${reaching < applicable ? stands : applicable === 1 ? 'le seul qui s’applique l’atteint' : `les ${applicable} qui s’appliquent l’atteignent`}.`;
      case 'not-yet-met':
      case 'undecided':
        if (isUntouched(facts)) return `${asked(facts)} : aucun n’est encore évalué.`;
        return `${asked(facts)} : ${stands}.${reasons(facts)}`;
    }
  };

const standingAt = (items: readonly NamedCriterion[]): string => {
  const byLevel = new Map<string | undefined, NamedCriterion[]>();
  for (const item of items) {
    const those = byLevel.get(item.level);
    if (those === undefined) byLevel.set(item.level, [item]);
    else those.push(item);
  }
  return [...byLevel]
    .map(
      ([level, those]) =>
        `${quoted(those)} ${agree(those.length, 'est', 'sont')} ${level === undefined ? 'en dessous' : `à « ${level} »`}`,
    )
    .join(', ');
};

const ofMinimum = (facts: RuleFacts): string => {
  const { verdict, short, selected, only, applicable, level } = facts;
  if (only !== undefined) return atLeast({ ...facts, name: only });
  const asked = `Le plus bas des ${criteriaOf(selected)} doit atteindre « ${level} »`;
  switch (verdict) {
    case 'not-applicable':
      return nothingApplies(facts);
    case 'met':
      return `${asked} : ${applicable === 1 ? 'le seul qui s’applique l’atteint' : `les ${applicable} qui s’appliquent l’atteignent`}.`;
    case 'not-yet-met':
    case 'undecided':
      if (isUntouched(facts)) return `${asked} : aucun n’est encore évalué.`;
      return `${asked} : ${short.length > 0 ? standingAt(short) : 'aucun n’est en dessous jusqu’ici'}.${reasons({ ...facts, short: [] })}`;
  }
};

/** How many of some conditions are filled. */
const filled = (n: number, all: number): string => {
  if (n === 0) return all === 1 ? 'elle ne l’est pas encore' : `aucune des ${all} ne l’est encore`;
  if (n === all) return all === 1 ? 'elle l’est' : `les ${all} le sont`;
  return `${n} sur ${all} ${agree(n, 'l’est', 'le sont')}`;
};

const ofRules =
  (asked: (facts: RuleFacts) => string) =>
  (facts: RuleFacts): string => {
    const { verdict, reaching, could, applicable } = facts;
    const open = could - reaching;
    switch (verdict) {
      case 'not-applicable':
        return 'Aucune de ses conditions ne s’applique ici.';
      case 'met':
        return `${asked(facts)} : ${filled(reaching, applicable)}.`;
      case 'not-yet-met':
        return `${asked(facts)} : ${filled(reaching, applicable)}${could > reaching ? `, et ${could} au plus ${agree(could, 'pourrait', 'pourraient')} l’être en l’état` : ''}.`;
      case 'undecided':
        return `${asked(facts)} : ${filled(reaching, applicable)}, et ${open} ${agree(open, 'reste ouverte', 'restent ouvertes')}.`;
    }
  };

const wordOf = ({ groupWord }: RuleFacts, n: number): string =>
  agree(n, groupWord?.one ?? 'groupe', groupWord?.many ?? 'groupes');

const ofGroups =
  (where: (facts: RuleFacts) => string) =>
  (facts: RuleFacts): string => {
    const { verdict, reaching, could, applicable, asked = [] } = facts;
    if (verdict === 'not-applicable') return 'Rien ne s’applique ici dans aucun groupe.';
    const head = `${where(facts)}, ${asked[0] ? clause(asked[0], MUST) : 'la condition doit être remplie'}`;
    const so =
      reaching === 0
        ? 'ce n’est encore le cas nulle part'
        : `c’est le cas dans ${reaching === applicable ? (applicable === 1 ? 'le seul qui s’applique' : `les ${applicable}`) : `${reaching} sur ${applicable}`}`;
    switch (verdict) {
      case 'met':
        return `${head} : ${so}.`;
      case 'not-yet-met':
        return `${head} : ${so}${could > reaching ? `, et ce le serait dans ${could} au plus` : ''}.`;
      case 'undecided':
        return `${head} : ${so}, et la question reste ouverte pour ${could - reaching}.`;
    }
  };

/** *Must*, and *would have to*: the verb for one and for several. */
interface Mood {
  readonly one: string;
  readonly many: string;
}
const MUST: Mood = { one: 'doit', many: 'doivent' };
const WOULD: Mood = { one: 'devrait', many: 'devraient' };

/** A rule as part of another sentence: *tous les critères doivent atteindre « Met »*. */
const clause = (asked: AskedFacts, mood: Mood): string => {
  const { rule, selection, required, name, inner, parts, items = 1, share } = asked;
  const reach = `atteindre « ${asked.level} »`;
  const of = criteriaOf(selection);
  const isOne = selection.criteria?.length === 1;
  switch (rule) {
    case 'at-least':
      return `le critère « ${name} » ${mood.one} ${reach}`;
    case 'every':
      return isOne ? `le ${of} ${mood.one} ${reach}` : `tous les ${of} ${mood.many} ${reach}`;
    case 'minimum':
      return isOne ? `le ${of} ${mood.one} ${reach}` : `le plus bas des ${of} ${mood.one} ${reach}`;
    case 'some':
      return isOne ? `le ${of} ${mood.one} ${reach}` : `au moins un des ${of} ${mood.one} ${reach}`;
    case 'count':
      return `au moins ${inWords(required)} des ${of} ${agree(required, mood.one, mood.many)} ${reach}`;
    case 'share':
      return `au moins ${inWords(share?.numerator ?? 1)} sur ${inWords(share?.denominator ?? 1)} des ${of} ${agree(share?.numerator ?? 1, mood.one, mood.many)} ${reach}`;
    case 'lower-median':
      return isOne ? `le ${of} ${mood.one} ${reach}` : `plus de la moitié des ${of} ${mood.many} ${reach}`;
    case 'evidence':
      return `${isOne ? `le ${of}` : `chacun des ${of}`} ${mood.one} avoir au moins ${numberOf(items, 'élément')} de preuve`;
    case 'score':
      return `le score ${mood.one} être d’au moins ${name}`;
    case 'band':
      return `le score ${mood.one} atteindre « ${name} »`;
    case 'achieves':
      return `le résultat « ${name} » ${mood.one} être atteint`;
    case 'attested':
      return `ceci ${mood.one} être attesté : « ${unended(name)} »`;
    case 'every-group':
      return `dans chaque groupe ${inner[0] ? clause(inner[0], mood) : `les conditions ${mood.many} être remplies`}`;
    case 'count-groups':
      return `dans au moins ${numberOf(required, 'groupe')} ${inner[0] ? clause(inner[0], mood) : `les conditions ${mood.many} être remplies`}`;
    case 'when-count': {
      const [few, many] = inner;
      if (few === undefined || many === undefined)
        return `ce qui vaut pour ce nombre de critères ${mood.one} être rempli`;
      const n = inWords(asked.fewerThan ?? 1);
      return `${clause(few, mood)} s’il y en a moins ${ofNumber(n)} qui s’appliquent, sinon ${clause(many, mood)}`;
    }
    case 'all':
      if (inner.some((one) => one.rule === 'when-count')) return inner.map((one) => clause(one, mood)).join(' ; et ');
      if (inner.length > 0) return list(inner.map((one) => clause(one, mood)));
      return `les ${parts} conditions ${mood.many} être remplies`;
    case 'any':
      if (inner.length > 0) return inner.map((one) => clause(one, mood)).join(' ou ');
      return `au moins une des ${parts} conditions ${mood.one} être remplie`;
    case 'at-least-n':
      return required < 2
        ? `au moins une des ${parts} conditions ${mood.one} être remplie`
        : `au moins ${inWords(required)} des ${parts} conditions ${mood.many} être remplies`;
  }
};

interface Enough {
  readonly words: string;
  readonly count: number;
}

/** How many of the criteria that apply are enough, for a rule that counts just these; nothing for other rules. */
const enough = ({ rule, required, share, selection }: AskedFacts, { selected }: RuleFacts): Enough | undefined => {
  if (!isSameSelection(selection, selected)) return undefined;
  if (rule === 'every') return { words: 'tous', count: 2 };
  if (rule === 'some') return { words: 'un', count: 1 };
  if (rule === 'count') return { words: inWords(required), count: required };
  if (rule !== 'share') return undefined;
  const [of, all] = [share?.numerator ?? 1, share?.denominator ?? 1];
  return { words: `${inWords(of)} sur ${inWords(all)}`, count: of };
};

const branch = (facts: RuleFacts, asked: AskedFacts, isTaken: boolean, levelSaid: string | undefined): string => {
  const so = enough(asked, facts);
  if (so === undefined) return clause(asked, isTaken ? MUST : WOULD);
  const at = asked.level === levelSaid ? '' : ` à « ${asked.level} »`;
  if (asked.rule === 'every') return `tous ${isTaken ? 'doivent' : 'devraient'} ${at === '' ? 'y être' : `être${at}`}`;
  const suffice = isTaken ? agree(so.count, 'suffit', 'suffisent') : agree(so.count, 'suffirait', 'suffiraient');
  return `${so.words}${at} ${suffice}`;
};

const ofWhenCount = (facts: RuleFacts): string => {
  if (facts.verdict === 'not-applicable') return nothingApplies(facts);
  const applying = Number(facts.name);
  const head = `${capitalised(inWords(applying))} ${agree(applying, 'critère s’applique', 'critères s’appliquent')} ici`;
  const { fewerThan = 1, asked: [few, many] = [] } = facts;
  if (few === undefined || many === undefined) return `${head}.`;
  const n = inWords(fewerThan);
  const said = enough(few, facts) === undefined ? undefined : few.level;
  const isFew = applying < fewerThan;
  return `${head} ; avec moins ${ofNumber(n)}, ${branch(facts, few, isFew, undefined)} ; avec ${n} ou plus, ${branch(facts, many, !isFew, said)}.`;
};

const ofName =
  (met: (name: string) => string, notYet: (facts: RuleFacts) => string, open: (name: string) => string) =>
  (facts: RuleFacts): string => {
    switch (facts.verdict) {
      case 'not-applicable':
        return `« ${facts.name} » ne s’applique pas ici.`;
      case 'met':
        return met(facts.name);
      case 'not-yet-met':
        return notYet(facts);
      case 'undecided':
        return open(facts.name);
    }
  };

const ofScore = ({ verdict, score, name }: RuleFacts): string => {
  if (verdict === 'not-applicable' || score === undefined) return 'Il n’y a pas de score à comparer.';
  const asked =
    name === ''
      ? `Le score doit être d’au moins ${score.atLeast}`
      : `Le score doit atteindre « ${name} » (à partir de ${score.atLeast})`;
  return `${asked} : ${score.least === score.greatest ? `il est de ${score.least}` : `il se situe entre ${score.least} et ${score.greatest}`}.`;
};

const atLeast = (facts: RuleFacts): string => {
  const one = facts.short[0] ?? facts.open[0];
  const criterion = `Le critère « ${facts.name} »`;
  const asked = `${criterion} doit atteindre « ${facts.level} »`;
  switch (facts.verdict) {
    case 'not-applicable':
      return `${criterion} ne s’applique pas ici ; ce n’est donc pas demandé.`;
    case 'met':
      return `${criterion} atteint « ${facts.level} ».`;
    case 'not-yet-met':
      return `${asked}${one?.level === undefined ? '' : ` ; il est à « ${one.level} »`}.`;
    case 'undecided':
      return `${asked} ; ${one?.contested === true ? 'les évaluateurs ne sont pas d’accord' : one?.notApplicable === true ? 'il est marqué sans objet, et cette grille le laisse ouvert' : 'il n’est pas encore évalué'}.`;
  }
};

const notSo = (label: string, whenFalse: string | undefined): string =>
  whenFalse === undefined
    ? `« ${unended(label)} » : ce n’est pas encore le cas, et c’est nécessaire.`
    : `${capitalised(unended(whenFalse))} ; c’est nécessaire.`;

const gap = (facts: GapFacts): string => {
  const { label, now, needed, blocking, notApplicable, contested, further, rising } = facts;
  const criterion = `Le critère « ${label} »`;
  const more = rising
    ? ' ; chaque niveau au-dessus compte davantage'
    : further.length > 0
      ? `, et ${list(further.map((level) => `« ${level} »`))} ${agree(further.length, 'compterait', 'compteraient')} encore davantage`
      : '';
  const need = blocking
    ? `il lui faut ${more === '' ? '' : 'au moins '}« ${needed} »${more}.`
    : `à « ${needed} », il compterait${more}.`;
  if (contested)
    return `Les évaluateurs ne sont pas d’accord sur le critère « ${label} », noté à partir de « ${now} » ; ${need}`;
  if (notApplicable) return `${criterion} est marqué sans objet, mais cette grille demande tout de même « ${needed} ».`;
  return now === undefined
    ? `${criterion} n’est pas encore évalué ; ${need}`
    : `${criterion} est à « ${now} » ; ${need}`;
};

const orBetter = (level: string, top: boolean): string => (top ? `« ${level} »` : `« ${level} » ou mieux`);

const step = (facts: StepFacts): string => {
  switch (facts.kind) {
    case 'raise':
      return `Faire passer le critère « ${facts.label} » de « ${facts.from} » à « ${facts.to} ».`;
    case 'rate':
      return `Examiner et évaluer le critère « ${facts.label} » ; il faut ${orBetter(facts.to, facts.top)}.`;
    case 'settle':
      return `Mettre les évaluateurs d’accord sur le critère « ${facts.label} » ; il faut ${orBetter(facts.to, facts.top)}.`;
    case 'attest':
      return facts.known ? notSo(facts.label, facts.whenFalse) : `Faire attester : ${unended(facts.label)}.`;
    case 'evidence':
      return `Ajouter ${numberOf(facts.items, 'élément')} de preuve pour le critère « ${facts.label} ».`;
  }
};

const score = (facts: ScoreFacts): string => {
  if (facts.kind === 'unscored') return unscored[facts.because];
  const { value, least, greatest, outOf, coverage, complete } = facts;
  const top = outOf === undefined ? '' : ` sur ${outOf}`;
  const between = `entre ${least} et ${greatest}${top}`;
  if (value === undefined) return complete ? between : `${between} (part évaluée : ${coverage})`;
  if (complete) return `${value}${top}`;
  return `${value} de ce qui est évalué (part évaluée : ${coverage}) ; ${between} quand tout le sera`;
};

const unscored = {
  'nothing-applicable': 'pas de score : rien ne s’applique',
  'nothing-rated': 'pas de score : rien n’est encore évalué',
  'profile-only': 'pas de score : cette grille donne un profil',
} as const;

const sur = (value: string, outOf: string | undefined): string =>
  outOf === undefined ? value : `${value} sur ${outOf}`;

const pictures: PictureMessages = {
  says: (name, said) => `${name} : ${said}.`,
  list,
  joined: (parts) => parts.join(' ; '),
  notApplicable: 'sans objet',
  unrated: 'non évalué',
  contested: (least, greatest) => `avis partagés : de ${least} à ${greatest}`,
  verdicts: {
    met: 'atteint',
    'not-yet-met': 'pas encore atteint',
    undecided: 'indécis',
    'not-applicable': 'sans objet',
  },
  notForPublication: 'À ne pas publier',
  key: 'Légende',
  score: {
    title: (rubric) => `Score selon « ${rubric} ».`,
    value: (value, outOf, complete) => `${sur(value, outOf)}${complete ? '' : ' de ce qui est évalué'}`,
    open: (least, greatest, outOf) =>
      `${least === greatest ? sur(least, outOf) : `entre ${least} et ${sur(greatest, outOf)}`} quand tout sera évalué`,
    coverage: (share) => `part évaluée : ${share}`,
    band: (label, from, below) =>
      below === undefined ? `${label} : à partir de ${from}` : `${label} : de ${from} à ${below}`,
    here: (label) => `${label} – le score se trouve ici`,
    unscored: {
      'nothing-applicable': 'Pas de score : rien ne s’applique ici',
      'nothing-rated': 'Pas encore de score : rien n’est évalué',
      'profile-only': 'Pas de score : cette grille donne un profil, pas un nombre',
    },
  },
  profile: { title: (rubric) => `Le niveau de chaque critère selon « ${rubric} ».` },
  heatMap: {
    title: (rubric, settings) =>
      `Répartition de ${numberOf(settings, 'établissement')} entre les niveaux de « ${rubric} ».`,
    titleOfSettings: (rubric, on) =>
      `Les niveaux de chaque établissement selon « ${rubric} », le ${on}. À ne pas publier.`,
    tooFew: 'Trop peu d’établissements pour publier',
    withheld: 'non publié',
    hidden: 'masqué',
    hiddenKey: (sign) => `${sign} masqué, pour qu’aucun établissement ne puisse être reconnu`,
    contested: 'avis partagés',
    count: (level, settings) => `${level} ${settings}`,
  },
  progress: {
    title: (rubric) => `L’évolution dans le temps selon « ${rubric} ».`,
    window: (from, last) => `période du ${from} au ${last}`,
    met: (outcomes) => `atteint : ${list(outcomes)}`,
    noneMet: 'aucun résultat atteint',
  },
  timeLine: {
    title: (on) => `Le chemin vers le label, vu le ${on}.`,
    window: (from, last, elements) => `période du ${from} au ${last} : ${numberOf(elements, 'élément')}`,
    on: (date) => `vu le ${date}`,
    states: {
      achieved: 'obtenu',
      'more-evidence-needed': 'preuves à compléter',
      'not-decided': 'pas encore décidé',
    },
  },
  neighbourhood: {
    title: (article) => `Les articles autour de « ${article} ».`,
    layers: {
      article: 'L’article',
      'both-ways': 'Liens réciproques',
      to: 'Il renvoie à',
      from: 'Renvoient à lui',
      further: 'Plus loin',
    },
    link: (from, to, bothWays) =>
      bothWays ? `« ${from} » et « ${to} » renvoient l’un à l’autre.` : `« ${from} » renvoie à « ${to} ».`,
    left: (articles) =>
      `${numberOf(articles, 'autre article', 'autres articles')} ${agree(articles, 'n’est pas montré', 'ne sont pas montrés')}`,
  },
  crosswalk: {
    title: (crosswalk) => `Ce qui renforce quoi : « ${crosswalk} ».`,
    strengths: { strong: 'renforce', partial: 'aide en partie', none: 'aucun lien énoncé' },
  },
  rule: { title: (outcome, verdict) => `Pourquoi « ${outcome} » : ${verdict}.` },
};

const report: ReportMessages = {
  colon: ' : ',
  notice: 'À savoir',
  leftOut: (count) =>
    `${numberOf(count, 'autre', 'autres')} ${agree(count, 'n’est pas cité', 'ne sont pas cités')} ici.`,
  rubric: 'Grille',
  version: (label, version) => `${label}, version ${version}`,
  framework: 'Référentiel',
  setting: 'Établissement',
  assessor: 'Évaluateur',
  date: 'Date',
  criterion: 'Critère',
  level: 'Niveau',
  outcome: 'Résultat',
  outcomes: 'Résultats',
  element: 'Élément',
  reason: 'Raison',
  from: 'Du',
  to: 'Au',
  yes: 'Oui',
  no: 'Non',
  between: (least, greatest) => `entre ${least} et ${greatest}`,
  outOf: (value, highest) => `${value} sur ${highest}`,
  verdicts: {
    met: 'atteint',
    'not-yet-met': 'pas encore atteint',
    undecided: 'encore ouvert',
    'not-applicable': 'sans objet',
  },
  severities: { error: 'Erreur', warning: 'À vérifier', info: 'Remarque' },
  issues: 'Anomalies',
  evaluation: {
    kind: 'Type d’évaluation',
    kinds: { 'self-evaluation': 'autoévaluation', peer: 'par des pairs', validation: 'validation' },
    score: 'Score',
    ofRated: 'Sur ce qui est évalué',
    coverage: 'Part évaluée',
    whenAll: 'Quand tout le sera',
    band: 'Tranche',
    unscored: {
      'nothing-applicable': 'Pas de score : rien ne s’applique ici.',
      'nothing-rated': 'Pas de score : rien n’est encore évalué.',
      'profile-only': 'Pas de score : cette grille donne un profil.',
    },
    why: 'Pourquoi',
    gaps: 'Ce qui manque',
    profile: 'Critère par critère',
    statement: 'Ce qui est attendu',
    group: 'Groupe',
    states: {
      rated: 'évalué',
      contested: 'les évaluateurs divergent',
      'not-applicable': 'sans objet',
      unrated: 'pas encore évalué',
    },
    note: 'Note ou raison',
    items: 'Éléments de preuve',
    facts: 'Faits attestés',
    fact: 'Fait',
    answer: 'Réponse',
    notKnown: 'pas encore connu',
    priorities: 'Priorités',
    obligations: 'Ce que les évaluations demandent',
    nextSteps: 'Prochaines étapes',
    nextStepsTo: (outcome) => `Prochaines étapes vers « ${outcome} »`,
    metAlready: 'Il ne reste rien à faire : c’est déjà atteint.',
    outOfReach: 'C’est hors d’atteinte avec ce qui s’applique ici.',
    notProved: 'Ces étapes y mènent ; il en existe peut-être de plus simples.',
    strategies: 'Stratégies utiles',
    strengths: { strong: 'levier principal', partial: 'aide en partie' },
    noMainLever: 'Aucune stratégie de la liste n’est un levier principal ici : cherchez aussi ailleurs.',
    readings: 'À lire',
    evidence: 'Preuves',
    shows: 'Ce qu’elle montre',
    evidenceKind: 'Type',
    evidenceKinds: {
      plan: 'plan',
      policy: 'politique',
      lesson: 'leçon',
      'learner-work': 'travail d’élèves',
      'learner-voice': 'parole d’élèves',
      'stakeholder-voice': 'parole d’autres personnes concernées',
      data: 'données',
      observation: 'observation',
      photograph: 'photographie',
      recording: 'enregistrement',
      event: 'événement',
      'professional-learning': 'formation professionnelle',
      other: 'autre',
    },
    supports: 'À l’appui de',
    kept: 'Où elle se trouve',
  },
  comparison: {
    title: 'Ce qui a changé',
    before: 'Avant',
    after: 'Après',
    scoreBefore: 'Score avant',
    scoreAfter: 'Score après',
    scoreOf: (score, rated) => `${score} de ce qui est évalué (part évaluée : ${rated})`,
    scoreChange: 'Évolution du score',
    percentagePoints: (change) => `${change} points de pourcentage`,
    noScoreChange: 'L’évolution du score est une fraction trop longue pour être donnée exactement.',
    change: 'Évolution',
    criteria: 'Critère par critère',
    movements: {
      up: 'en hausse',
      down: 'en baisse',
      same: 'inchangé',
      'newly-rated': 'évalué depuis',
      'no-longer-rated': 'plus évalué',
      'newly-not-applicable': 'devenu sans objet',
      'applicable-again': 'de nouveau applicable',
      contested: 'les évaluateurs divergent',
    },
    outcomeMovements: {
      gained: 'atteint depuis',
      lost: 'plus atteint',
      opened: 'de nouveau ouvert',
      closed: 'tranché : pas encore atteint',
      same: 'inchangé',
    },
    overTime: 'Au fil du temps',
    period: 'Période',
    least: 'Score, au moins',
    coverage: 'Part évaluée',
    achieved: 'Plus haut résultat atteint',
    noneMet: 'aucun pour l’instant',
    steps: 'D’une date à la suivante',
    movedCriteria: 'Critères',
    gainedOutcomes: 'Résultats atteints depuis',
    lostOutcomes: 'Résultats perdus',
    sinceBaseline: 'De la première date à la dernière',
    best: 'Le meilleur jusqu’ici',
    firstMet: 'Atteint la première fois',
    lastMet: 'Atteint la dernière fois',
    metNow: 'Atteint maintenant',
    highest: 'Plus haut niveau',
    refused: 'Laissé de côté, faute de pouvoir comparer',
  },
  award: {
    title: (framework) => `Vers le label : ${framework}`,
    on: 'Vu le',
    eligible: 'Peut prétendre au label complet',
    eligibleSince: 'Peut y prétendre depuis le',
    elements: 'Éléments',
    state: 'État',
    states: {
      achieved: 'obtenu',
      'more-evidence-needed': 'il faut d’autres preuves',
      'not-decided': 'pas encore décidé',
    },
    achievedOn: 'Obtenu le',
    decidedBy: 'Décidé par',
    decisions: 'Décisions',
    window: 'Période à compléter',
    windowOf: (from, last) => `du ${from} au ${last}`,
    inWindow: (achieved, elements) =>
      `${achieved} ${agree(achieved, 'élément obtenu', 'éléments obtenus')} sur ${elements}`,
    completeBy: 'À compléter avant le soir du',
    daysLeft: (days) => `${agree(days, 'reste', 'restent')} ${numberOf(days, 'jour')}`,
    missing: 'Encore à obtenir',
    because: {
      'not-decided': 'pas encore décidé',
      'more-evidence-needed': 'il faut d’autres preuves',
      lapsed: 'obtenu il y a trop longtemps',
    },
    lapses: 'Jusqu’à quand les éléments obtenus comptent',
    countsUntil: 'Compte jusqu’au',
    lapsed: 'ne compte plus',
    otherReading: (eligible) =>
      `Aucune source ne dit si le jour où les années s’achèvent compte encore. Selon l’autre lecture, l’établissement ${eligible ? 'pourrait' : 'ne pourrait pas'} prétendre au label.`,
    later: (decisions) =>
      `${numberOf(decisions, 'décision')} de date ultérieure ${agree(decisions, 'a été mise', 'ont été mises')} de côté.`,
  },
  portfolio: {
    title: 'Portefeuille d’établissements',
    on: 'État au',
    settings: 'Établissements',
    below: (count) =>
      `Les nombres inférieurs à ${count} sont masqués, ainsi que ceux qui permettraient de les retrouver. « Masqué » n’est pas un nombre.`,
    hidden: 'masqué',
    tooFew: 'Il y a trop peu d’établissements pour en dire quelque chose.',
    withheld: 'Ce tableau n’est pas montré : aucun moyen n’a été trouvé d’y masquer ce qui doit l’être.',
    indicator: 'Indicateur',
    group: 'Groupe',
    allSettings: 'Tous les établissements',
    by: { sector: (what) => `${what}, par secteur`, authority: (what) => `${what}, par autorité` },
    sectors: {
      elc: 'petite enfance',
      primary: 'écoles primaires',
      secondary: 'établissements secondaires',
      special: 'établissements spécialisés',
      cld: 'éducation populaire',
    },
    columns: {
      'not-applicable': 'Sans objet',
      unrated: 'Pas évalué',
      contested: 'Les évaluateurs divergent',
      achieved: 'Obtenu',
      'more-evidence-needed': 'Il faut d’autres preuves',
      'no-decision': 'Pas de décision',
    },
    elements: (count) => `${numberOf(count, 'élément')} ${agree(count, 'obtenu', 'obtenus')}`,
    decisions: 'Décisions sur les éléments',
  },
  moderation: {
    title: 'Accord entre évaluateurs',
    settings: 'Établissements',
    raters: 'Évaluateurs',
    overall: 'Accord sur tous les critères',
    measure: 'Mesure',
    alpha: 'Alpha de Krippendorff, ordinal',
    ac: 'AC2 de Gwet, poids linéaires',
    kappa: 'Kappa de Cohen',
    value: 'Valeur',
    interval: 'Intervalle',
    undefined: {
      'no-subjects': 'pas de valeur : rien n’est évalué',
      'too-few-raters': 'pas de valeur : trop peu d’évaluateurs',
      'too-few-subjects': 'pas de valeur : trop peu d’objets évalués',
      'no-pairs': 'pas de valeur : rien n’est évalué deux fois',
      'no-variation': 'pas de valeur : toutes les évaluations sont semblables',
      'single-category': 'pas de valeur : un seul niveau est connu',
      'no-standard-error': 'pas de valeur : il n’y a pas d’erreur type',
    },
    byCriterion: 'Accord par critère',
    exact: 'Même niveau',
    agreed: (agreed, compared) => `${agreed} sur ${numberOf(compared, 'comparaison')}`,
    pairs: 'Accord de deux évaluateurs à la fois',
    pair: (first, second) => `${first} et ${second}`,
    tendencies: 'Penchants des évaluateurs',
    rater: 'Évaluateur',
    compared: 'Comparaisons',
    same: 'Égal',
    higher: 'Plus haut',
    lower: 'Plus bas',
    meanLevels: 'Niveaux au-dessus des autres, en moyenne',
    direction: 'Penche vers',
    directions: { severe: 'la sévérité', lenient: 'l’indulgence', none: 'aucun côté' },
    contested: 'À discuter',
    ratings: 'Qui a donné quoi',
    notApplicable: (reason) => `sans objet (${reason})`,
    applicabilityDisputed: (criterion) => `On n’est pas d’accord non plus sur le fait que « ${criterion} » s’applique.`,
    open: 'Ce que le consensus laisse ouvert',
    levels: 'Niveaux donnés',
    because: {
      'too-few-ratings': 'trop peu d’évaluations',
      'no-majority': 'pas de majorité',
      'not-unanimous': 'pas d’unanimité',
      'applicability-disputed': 'on ne sait pas s’il s’applique',
    },
    leftOut: 'Laissés hors des coefficients, car ils ont leur propre échelle',
    unnamed: (place) => `Établissement ${place}`,
  },
  site: {
    title: 'État du site',
    figures: 'En chiffres',
    figure: 'Chiffre',
    number: 'Nombre',
    share: 'Part',
    articles: 'Articles',
    written: 'Entrées des listes d’articles liés',
    dangling: 'Entrées qui ne mènent nulle part',
    kept: 'Liens d’un article à un autre',
    self: 'Entrées qui mènent à leur propre page',
    repeated: 'Entrées qui en répètent une autre',
    reciprocity: 'Liens qui ont leur retour',
    crossSubject: 'Liens entre matières',
    topArticle: 'Liens vers l’article qui en reçoit le plus',
    topHundredth: (articles) => `Liens vers les ${articles} articles qui en reçoivent le plus`,
    components: 'Parties qu’aucun lien ne relie',
    largest: 'Articles dans la plus grande partie',
    copies: 'Articles qui partagent un identifiant',
    linksToNoIndex: 'Liens vers des articles cachés aux moteurs de recherche',
    reach: 'Jusqu’où vont les lecteurs',
    clicks: 'Clics',
    reached: 'Articles atteints',
    unknownEntries: 'Entrées qui ne sont pas des articles',
    unreachable: (clicks) => `Hors d’atteinte en ${numberOf(clicks, 'clic')}`,
    subjects: 'Par matière',
    subject: 'Matière',
    withLinks: 'Avec des liens',
    withInbound: 'Reçoivent un lien',
    linksWithin: 'Liens internes',
    linksOut: 'Liens sortants',
    linksIn: 'Liens entrants',
    orphans: 'Articles vers lesquels rien ne mène',
    sinks: 'Articles sans lien',
    isolated: 'Articles sans lien dans aucun sens',
    noIndex: 'Articles cachés aux moteurs de recherche',
    count: (articles) => numberOf(articles, 'article'),
    page: 'Article',
    severity: 'Gravité',
    found: 'Ce qui a été trouvé',
    hint: 'Que faire',
    entry: 'Entrée',
    noIssues: 'Aucune anomalie n’a été trouvée.',
  },
};

/**
 * The words of an evaluation in French, a second catalogue beside `english`. The labels of criteria, levels and outcomes are
 * the rubric’s own and stay in its language.
 */
export const french: Messages = /* @__PURE__ */ freezeDeeply({
  language: 'fr',
  rules: {
    'at-least': atLeast,
    every: ofCriteria(({ selected, level }) => `Tous les ${criteriaOf(selected)} doivent atteindre « ${level} »`),
    some: ofCriteria(({ selected, level }) => `Au moins un des ${criteriaOf(selected)} doit atteindre « ${level} »`),
    count: ofCriteria(
      ({ selected, level, required }) =>
        `Au moins ${required < 2 ? 'un' : required} des ${criteriaOf(selected)} ${agree(required, 'doit', 'doivent')} atteindre « ${level} »`,
    ),
    share: ofCriteria(
      ({ selected, level, required, applicable, share }) =>
        `Au moins ${share?.numerator}/${share?.denominator} des ${criteriaOf(selected)}, soit ${required} sur ${applicable}, ${agree(required, 'doit', 'doivent')} atteindre « ${level} »`,
    ),
    'lower-median': ofCriteria(
      ({ selected, level, required, applicable }) =>
        `Plus de la moitié des ${criteriaOf(selected)}, soit ${required} sur ${applicable}, ${agree(required, 'doit', 'doivent')} atteindre « ${level} »`,
    ),
    minimum: ofMinimum,
    evidence: (facts) => {
      if (facts.verdict === 'not-applicable') return nothingApplies(facts);
      const { selected, items = 1, applicable, reaching, short } = facts;
      const whom =
        selected.criteria?.length === 1 ? `Le ${criteriaOf(selected)}` : `Chacun des ${criteriaOf(selected)}`;
      const asked = `${whom} doit avoir au moins ${numberOf(items, 'élément')} de preuve`;
      if (facts.verdict === 'met') return `${asked} : c’est fait${applicable === 1 ? '' : ` pour les ${applicable}`}.`;
      if (selected.criteria?.length === 1) return `${asked} ; il en manque encore.`;
      return `${asked} : c’est fait pour ${reaching} sur ${applicable}. Il en manque pour ${quoted(short)}.`;
    },
    'every-group': ofGroups((facts) => `Dans chaque ${wordOf(facts, 1)}`),
    'count-groups': ofGroups(
      (facts) =>
        `Dans au moins ${facts.required} ${wordOf(facts, facts.required)}${facts.required > facts.applicable ? '' : ` sur ${facts.applicable}`}`,
    ),
    'when-count': ofWhenCount,
    score: ofScore,
    band: ofScore,
    achieves: ofName(
      (name) => `Le résultat « ${name} » est atteint.`,
      ({ name }) => `Le résultat « ${name} » doit d’abord être atteint ; il ne l’est pas encore.`,
      (name) => `Le résultat « ${name} » doit d’abord être atteint ; la question est encore ouverte.`,
    ),
    attested: ofName(
      (name) => `C’est attesté : ${unended(name)}.`,
      ({ name, whenFalse }) => notSo(name, whenFalse),
      (name) => `On ne sait pas encore si c’est le cas : ${unended(name)}.`,
    ),
    all: ofRules(() => 'Toutes ces conditions doivent être remplies'),
    any: ofRules(() => 'Au moins une de ces conditions doit être remplie'),
    'at-least-n': ofRules(({ required }) =>
      required < 2
        ? 'Au moins une de ces conditions doit être remplie'
        : `Au moins ${required} de ces conditions doivent être remplies`,
    ),
  },
  inGroup: (group, sentence) => `${group} : ${sentence}`,
  selection: (facts) => `${facts.criteria?.length === 1 ? 'le' : 'les'} ${criteriaOf(facts)}`,
  gap,
  step,
  begin: (criteria) =>
    `Rien n’est encore évalué. Commencez par évaluer ${criteria === 1 ? 'le critère' : `les ${criteria} critères`}.`,
  score,
  decimalSign: ',',
  report,
  form: {
    unrated: 'Pas encore évalué',
    notApplicable: 'Sans objet',
    whyNotApplicable: 'Pourquoi ce critère ne s’applique-t-il pas ici ?',
    note: 'Remarque',
    evidenceAsked: (items) =>
      `Au moins ${numberOf(items, 'élément')} de preuve ${agree(items, 'est demandé', 'sont demandés')}.`,
    about: {
      setting: 'Établissement (identifiant)',
      settingName: 'Nom de l’établissement',
      assessor: 'Évaluateur ou évaluatrice',
      date: 'Date',
      kind: 'Type d’évaluation',
    },
    kinds: { 'self-evaluation': 'Autoévaluation', peer: 'Évaluation par des pairs', validation: 'Validation' },
    fact: {
      holds: 'Oui',
      holdsNot: 'Non',
      notKnown: 'On ne sait pas encore',
      reason: 'Comment le savez-vous ?',
      by: 'Qui l’affirme ?',
      date: 'Depuis quand ?',
    },
    priorities: (atMost) =>
      `Sur quels critères allez-vous travailler d’abord ? ${atMost === 1 ? 'Choisissez-en un seul' : `Choisissez-en ${atMost} au plus`}.`,
    evidence: {
      item: 'Élément de preuve',
      kind: 'De quoi s’agit-il ?',
      date: 'Date',
      shows: 'Que montre-t-il ?',
      supports: 'Quels indicateurs appuie-t-il ?',
      voices: 'Qui a été entendu ?',
      links: 'Où est-il conservé ? Un lieu par ligne.',
      consent: 'Accord des personnes montrées',
      photographs: 'Autorisation pour les photographies',
      personalData: 'Autorisation pour les données personnelles',
    },
    evidenceKinds: {
      plan: 'Projet',
      policy: 'Règlement ou orientation',
      lesson: 'Leçon',
      'learner-work': 'Travail d’élèves',
      'learner-voice': 'Avis d’élèves',
      'stakeholder-voice': 'Avis d’autres personnes',
      data: 'Données',
      observation: 'Observation',
      photograph: 'Photographie',
      recording: 'Enregistrement',
      event: 'Manifestation',
      'professional-learning': 'Formation professionnelle',
      other: 'Autre chose',
    },
    voices: {
      'teaching-staff': 'Personnel enseignant',
      'support-staff': 'Personnel d’appui',
      learners: 'Élèves',
      parents: 'Parents',
      families: 'Familles',
      partners: 'Partenaires',
    },
    permissions: {
      given: 'Donné',
      refused: 'Refusé',
      'not-asked': 'Pas encore demandé',
      'not-needed': 'Inutile ici',
    },
  },
  pictures,
});
