import { freezeDeeply } from '../../common/freeze-deeply.js';
import { agree, listed, numberOf } from '../../common/list-words.js';
import type { PictureMessages } from '../../model/messages/picture-messages.js';

const outOfAll = (value: string, outOf: string | undefined): string =>
  outOf === undefined ? value : `${value} of ${outOf}`;

/** The words of pictures in English. */
export const english: PictureMessages = /* @__PURE__ */ freezeDeeply<PictureMessages>({
  says: (name, said) => `${name}: ${said}.`,
  list: listed,
  joined: (parts) => parts.join('; '),
  notApplicable: 'not applicable',
  unrated: 'not rated',
  contested: (least, greatest) => `assessors differ: ${least} to ${greatest}`,
  verdicts: {
    met: 'met',
    'not-yet-met': 'not yet met',
    undecided: 'undecided',
    'not-applicable': 'does not apply',
  },
  notForPublication: 'Not for publication',
  key: 'Key',
  score: {
    title: (rubric) => `Score by “${rubric}”.`,
    value: (value, outOf, complete) => `${outOfAll(value, outOf)}${complete ? '' : ' of what is rated'}`,
    open: (least, greatest, outOf) =>
      `${least === greatest ? outOfAll(least, outOf) : `between ${least} and ${outOfAll(greatest, outOf)}`} when all is rated`,
    coverage: (share) => `${share} rated`,
    band: (label, from, below) => (below === undefined ? `${label}: from ${from}` : `${label}: ${from} to ${below}`),
    here: (label) => `${label} – the score is here`,
    unscored: {
      'nothing-applicable': 'No score: nothing applies here',
      'nothing-rated': 'No score yet: nothing is rated',
      'profile-only': 'No score: this rubric gives a profile, not a number',
    },
  },
  profile: { title: (rubric) => `The level of each criterion by “${rubric}”.` },
  heatMap: {
    title: (rubric, settings) => `How many of ${numberOf(settings, 'setting')} are at each level of “${rubric}”.`,
    titleOfSettings: (rubric, on) => `The levels of each setting by “${rubric}” on ${on}. Not for publication.`,
    tooFew: 'Too few settings to publish',
    withheld: 'withheld',
    hidden: 'hidden',
    hiddenKey: (sign) => `${sign} hidden, so that no setting can be told from it`,
    contested: 'assessors differ',
    count: (level, settings) => `${level} ${settings}`,
  },
  progress: {
    title: (rubric) => `Progress over time by “${rubric}”.`,
    window: (from, last) => `window ${from} to ${last}`,
    met: (outcomes) => `met: ${listed(outcomes)}`,
    noneMet: 'no outcome met',
  },
  timeLine: {
    title: (on) => `The way to the award, seen on ${on}.`,
    window: (from, last, elements) => `window ${from} to ${last}: ${numberOf(elements, 'element')}`,
    on: (date) => `seen on ${date}`,
    states: {
      achieved: 'achieved',
      'more-evidence-needed': 'more evidence needed',
      'not-decided': 'not decided yet',
    },
  },
  neighbourhood: {
    title: (article) => `Articles around “${article}”.`,
    layers: {
      article: 'The article',
      'both-ways': 'Links both ways',
      to: 'It links to',
      from: 'Links to it',
      further: 'Further away',
    },
    link: (from, to, bothWays) =>
      bothWays ? `“${from}” and “${to}” link to each other.` : `“${from}” links to “${to}”.`,
    left: (articles) => `${articles} more ${agree(articles, 'article', 'articles')} not drawn`,
  },
  crosswalk: {
    title: (crosswalk) => `What strengthens what: “${crosswalk}”.`,
    strengths: { strong: 'strengthens', partial: 'helps in part', none: 'no link stated' },
  },
  rule: { title: (outcome, verdict) => `Why “${outcome}” is ${verdict}.` },
});
