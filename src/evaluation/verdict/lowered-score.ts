import type { Fraction } from '../../common/fractions.js';
import type { Judged } from '../program/judge.js';
import { LiveJudgement } from '../program/live-judgement.js';
import type { Lowered } from '../program/lower-rubric.js';
import { LEFT_OUT } from '../program/completion.js';

/** The score with one criterion counted at its lowest, whatever it was. */
export type LoweredScore = (at: number) => Fraction | undefined;

/** For many criteria in turn, the score of a judgement with this one at its lowest: each is moved there and back. */
export const loweredScore = ({ program }: Lowered, judged: Judged): LoweredScore => {
  let live: LiveJudgement | undefined;
  const { levels } = judged.completion;
  return (at) => {
    live ??= new LiveJudgement(program, judged);
    live.move(at, 0);
    const lowered = live.score(0);
    live.move(at, levels[at] ?? LEFT_OUT);
    return lowered;
  };
};
