import type { ScoreFacts } from '../../model/messages/evaluation-messages.js';

/** The words of a score in English; apart from all other English, so that whoever formats a score alone loads no more. */
export const scoreInEnglish = (facts: ScoreFacts): string => {
  if (facts.kind === 'unscored') return unscored[facts.because];
  const { value, least, greatest, outOf, coverage, complete } = facts;
  const top = outOf === undefined ? '' : ` out of ${outOf}`;
  const between = `between ${least} and ${greatest}${top}`;
  if (value === undefined) return complete ? between : `${between} (${coverage} rated)`;
  if (complete) return `${value}${top}`;
  return `${value} of what is rated (${coverage} rated); ${between} when all is`;
};

const unscored = {
  'nothing-applicable': 'no score: nothing applies',
  'nothing-rated': 'no score: nothing is rated yet',
  'profile-only': 'no score: this rubric gives a profile',
} as const;
