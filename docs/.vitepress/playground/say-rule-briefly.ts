// Rules in words, as long as a reader would read them.
import type { Rubric } from 'stem-leadership/model';
import { ruleInWords } from '../pages/say-rule.mjs';

export interface Said {
  readonly text: string;
  readonly rules: readonly Said[];
}

const MOST_LINES = 400;
const MOST_OUTCOMES = 50;

/** The outcomes of a rubric, the first of them, and when each is met. */
export const sayOutcomes = (rubric: Rubric): { readonly id: string; readonly label: string; readonly said: Said }[] => {
  let left = MOST_LINES;
  const some = ({ text, rules }: Said): Said => {
    left--;
    const kept: Said[] = [];
    for (const one of rules) {
      if (left <= 0) {
        kept.push({ text: `and ${rules.length - kept.length} more`, rules: [] });
        break;
      }
      kept.push(some(one));
    }
    return { text, rules: kept };
  };
  return rubric.outcomes
    .slice(0, MOST_OUTCOMES)
    .map(({ id, label, rule }) => ({ id, label, said: some(ruleInWords(rubric, rule) as Said) }));
};
