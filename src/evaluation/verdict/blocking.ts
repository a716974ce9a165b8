import { at as itemAt } from '../../common/at.js';
import type { Judged } from '../program/judge.js';
import { LiveJudgement } from '../program/live-judgement.js';
import type { Lowered } from '../program/lower-rubric.js';
import { LEFT_OUT } from '../program/completion.js';

/**
 * For each outcome, the criteria that alone keep it out of reach as they stand, whatever the others become, each with the lowest level at
 * which it comes within reach.
 *
 * Everything is judged once, at its best. Then each criterion in turn falls to where it stands, and rises again level by level: an outcome
 * that fell with it is out of reach because of it, until it comes back. Only what hears of a move is judged anew, so this costs what the
 * rules say of each criterion, not a judgement of all rules for each.
 *
 * @param standing the levels as they stand, a criterion that is held open at its lowest
 */
export const blockingNeeds = (
  { program, levels: scales }: Lowered,
  standing: readonly number[],
  best: Judged,
): readonly ReadonlyMap<number, number>[] => {
  const needs = program.outcomes.map(() => new Map<number, number>());
  const outcomesOf = new Map<number, number[]>();
  program.outcomes.forEach(({ node }, at) => {
    if (best.truths[node] !== 'true') return;
    const sharing = outcomesOf.get(node);
    if (sharing === undefined) outcomesOf.set(node, [at]);
    else sharing.push(at);
  });
  if (outcomesOf.size === 0) return needs;
  // Levels at which something changes: those that rules ask for; any, where the score is asked for.
  const asked: Set<number>[] = program.criteria.map(() => new Set());
  const scored = new Set<number>();
  for (const node of program.nodes) {
    if (node.kind === 'look' && node.input === 'criterion') itemAt(asked, node.at).add(node.need);
    if (node.kind !== 'reaches') continue;
    for (const part of itemAt(program.scores, node.score).parts) {
      for (const term of part) if (term.of === 'criterion') scored.add(term.at);
    }
  }
  const live = new LiveJudgement(program, best);
  program.criteria.forEach((_, at) => {
    const [stays, top] = [standing[at] ?? LEFT_OUT, best.completion.named[at] ?? LEFT_OUT];
    if (stays === LEFT_OUT || stays === top) return;
    // One that is not applicable is seen by rules that name it alone, and counts nowhere else.
    const leftOut = best.completion.levels[at] === LEFT_OUT;
    const move = (level: number): readonly number[] => live.move(at, leftOut ? LEFT_OUT : level, level);
    const fallen = new Set(move(stays).filter((node) => outcomesOf.has(node) && live.truth(node) !== 'true'));
    if (fallen.size === 0) {
      move(top);
      return;
    }
    const all = Array.from({ length: itemAt(scales, at).length }, (_one, level) => level);
    for (const level of scored.has(at) ? all : [...itemAt(asked, at)].sort((a, b) => a - b)) {
      if (fallen.size === 0) break;
      if (level <= stays) continue;
      for (const node of move(level)) {
        if (live.truth(node) !== 'true' || !fallen.delete(node)) continue;
        for (const outcome of outcomesOf.get(node) ?? []) needs[outcome]?.set(at, level);
      }
    }
    move(top);
  });
  return needs;
};
