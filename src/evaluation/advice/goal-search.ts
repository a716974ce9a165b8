import type { Goal } from './goals.js';

/** What a variable may become: its state, what that costs, and how many steps it is. The first choice is to stay. */
export interface Choice {
  readonly state: number;
  readonly cost: number;
  readonly steps: number;
}

/** A cheapest way to meet a goal: the choice made for each variable, in order. */
export interface Cheapest {
  readonly choices: readonly Choice[];
  readonly cost: number;
  /** False where the search was cut short, so that a cheaper way may exist. */
  readonly proved: boolean;
}

/** A goal that is a total. */
export type Total = Extract<Goal, { kind: 'total' }>;

/** All totals inside some goals, depth first, in order. */
export const totalsOf = (goals: readonly Goal[]): readonly Total[] => {
  const found: Total[] = [];
  const visit = (goal: Goal): void => {
    if (goal.kind === 'total') found.push(goal);
    if (goal.kind === 'quorum') goal.parts.forEach(visit);
  };
  goals.forEach(visit);
  return found;
};

/** What a variable in a state adds to a total. */
export const gainOf = (total: Total, v: number, state: number): number => {
  const gains = total.gains.get(v);
  return gains === undefined ? 0 : (gains[Math.min(state, gains.length - 1)] ?? 0);
};

/** For each turn of a search, the most that the variables still to come can add to a total. */
export const mostFrom = (
  total: Total,
  choices: readonly (readonly { readonly state: number }[])[],
  order: readonly number[],
): readonly number[] => {
  const most = new Array<number>(order.length + 1).fill(0);
  for (let turn = order.length - 1; turn >= 0; turn--) {
    const v = order[turn] ?? 0;
    most[turn] = (most[turn + 1] ?? 0) + Math.max(0, ...(choices[v] ?? []).map(({ state }) => gainOf(total, v, state)));
  }
  return most;
};

/**
 * For each goal true or false where that is decided, else a key of all that is still open in it: how far its undecided
 * totals have come, and how many parts its undecided quorums lack.
 *
 * @param reached how far each total has come, in the order of `totalsOf`
 * @param reachable for each total what is still to come, by turn
 */
export const goalState = (
  goals: readonly Goal[],
  reached: readonly number[],
  reachable: readonly (readonly number[])[],
  turn: number,
): readonly (boolean | string)[] => {
  let at = 0;
  const visit = (goal: Goal): boolean | string => {
    switch (goal.kind) {
      case 'settled':
        return goal.met;
      case 'total': {
        const i = at++;
        const now = reached[i] ?? 0;
        if (now >= goal.need) return true;
        return now + (reachable[i]?.[turn] ?? 0) < goal.need ? false : `${i}:${now}`;
      }
      case 'quorum': {
        let met = 0;
        const undecided: string[] = [];
        for (const part of goal.parts) {
          const state = visit(part);
          if (state === true) met++;
          else if (state !== false) undecided.push(state);
        }
        if (met >= goal.need) return true;
        if (met + undecided.length < goal.need) return false;
        return `(${goal.need - met}|${undecided.join(',')})`;
      }
    }
  };
  return goals.map(visit);
};
