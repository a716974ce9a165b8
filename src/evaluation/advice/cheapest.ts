import { cheapestJoint } from './cheapest-joint.js';
import { cheapestSum } from './cheapest-sum.js';
import {
  type Asked,
  askedBeyond,
  type Choice,
  type Choices,
  countersOf,
  type Part,
  type Quorum,
  tooLow,
  variablesIn,
} from './goal-search.js';
import type { Joint, Looks } from './joint-search.js';

/** A cheapest way to meet what is asked: the choices made; every other variable keeps its first. */
export interface Cheapest {
  readonly taken: ReadonlyMap<number, Choice>;
  /** What they cost beyond the first choices. */
  readonly cost: number;
  /** What any way costs at least: less than the cost where the search was cut short. */
  readonly atLeast: number;
}

const NOTHING: Cheapest = { taken: new Map(), cost: 0, atLeast: 0 };

/**
 * The cheapest choices with which everything asked holds; none where no choices do.
 *
 * Taken apart as far as it goes. What no answer can do without is chosen at once. Where all of some parts must hold, those that share no
 * variables are searched apart, and their costs add up. Where one of some parts is enough, each is searched, and the cheapest is the
 * answer; likewise so many of some parts that share no variables. What is left shares variables and is searched together.
 * Of answers as cheap, the one with the most steps on the first variable, then on the second, and so on.
 */
export const cheapest = (asked: Asked, choices: Choices, looks: Looks): Cheapest | undefined => {
  if (asked === false) return undefined;
  if (asked === true) return NOTHING;
  return partsOfAll(asked) === undefined
    ? cheapestOf(asked as Quorum, choices, looks)
    : cheapestAll(asked, choices, looks);
};

const partsOfAll = (part: Part): readonly Part[] | undefined => {
  if (part.kind === 'sum') return [part];
  return part.need === part.parts.length ? part.parts : undefined;
};

const cheapestAll = (part: Part, choices: Choices, looks: Looks): Cheapest | undefined => {
  const parts = partsOfAll(part) ?? [part];
  const dropped = tooLow(parts);
  if (dropped.size > 0) {
    const left = askedBeyond(parts, dropped);
    const narrowed: Choices = (v) => choices(v).slice(dropped.get(v) ?? 0);
    const found = cheapest(left, memo(narrowed), looks);
    if (found === undefined) return undefined;
    const forced = [...dropped].map(([v]) => [v, choices(v), narrowed(v)[0]] as const);
    const more = forced.reduce((sum, [, of, first]) => sum + ((first?.cost ?? 0) - (of[0]?.cost ?? 0)), 0);
    const taken = new Map(forced.flatMap(([v, , first]) => (first === undefined ? [] : [[v, first] as const])));
    for (const [v, choice] of found.taken) taken.set(v, choice);
    return { taken, cost: found.cost + more, atLeast: found.atLeast + more };
  }
  const apart = sharingVariables(parts);
  const found = apart.map((of, i) =>
    withShare(looks, apart.length - i, (share) => {
      const [only] = of;
      if (of.length === 1 && only?.kind === 'quorum') return cheapest(only, choices, share);
      return searched(of, choices, share);
    }),
  );
  return together(found);
};

/** Any, or so many, of some parts. */
const cheapestOf = (quorum: Quorum, choices: Choices, looks: Looks): Cheapest | undefined => {
  const { need, parts } = quorum;
  if (need > 1 && sharingVariables(parts).length < parts.length) return searched([quorum], choices, looks);
  const found = parts.map((part, i) => withShare(looks, parts.length - i, (share) => cheapest(part, choices, share)));
  const known = found.filter((one) => one !== undefined);
  known.sort((a, b) => a.cost - b.cost || earlier(a.taken, b.taken, choices));
  if (known.length < need) return undefined;
  const leasts = known.map(({ atLeast }) => atLeast).sort((a, b) => a - b);
  const chosen = together(known.slice(0, need));
  return chosen && { ...chosen, atLeast: leasts.slice(0, need).reduce((sum, least) => sum + least, 0) };
};

/** A share of the looks that are left for each of the searches to come; what one does not need is left for the others. */
const withShare = <T>(looks: Looks, searches: number, search: (share: Looks) => T): T => {
  const share = { left: looks.left / searches };
  looks.left -= share.left;
  const found = search(share);
  looks.left += share.left;
  return found;
};

const together = (found: readonly (Cheapest | undefined)[]): Cheapest | undefined => {
  const taken = new Map<number, Choice>();
  let [cost, atLeast] = [0, 0];
  for (const one of found) {
    if (one === undefined) return undefined;
    for (const [v, choice] of one.taken) taken.set(v, choice);
    cost += one.cost;
    atLeast += one.atLeast;
  }
  return { taken, cost, atLeast };
};

/** Parts in lists, of which no two share a variable. */
const sharingVariables = (parts: readonly Part[]): readonly (readonly Part[])[] => {
  const first = new Map<number, number>();
  const leader = parts.map((_, i) => i);
  const leaderOf = (i: number): number => {
    let one = i;
    while (leader[one] !== one) one = leader[one] = leader[leader[one] ?? 0] ?? 0;
    return one;
  };
  parts.forEach((part, i) => {
    for (const v of variablesIn([part])) {
      const other = first.get(v);
      if (other === undefined) first.set(v, i);
      else leader[leaderOf(i)] = leaderOf(other);
    }
  });
  const lists = new Map<number, Part[]>();
  parts.forEach((part, i) => {
    const list = lists.get(leaderOf(i));
    if (list === undefined) lists.set(leaderOf(i), [part]);
    else list.push(part);
  });
  return [...lists.values()];
};

/** Below 0 where the first takes more steps on the earliest variable on which the two differ. */
const earlier = (a: Cheapest['taken'], b: Cheapest['taken'], choices: Choices): number => {
  for (const v of [...new Set([...a.keys(), ...b.keys()])].sort((one, other) => one - other)) {
    const steps = (taken: Cheapest['taken']): number => (taken.get(v) ?? choices(v)[0])?.steps ?? 0;
    if (steps(a) !== steps(b)) return steps(b) - steps(a);
  }
  return 0;
};

const searched = (parts: readonly Part[], choices: Choices, looks: Looks): Cheapest => {
  const variables = [...variablesIn(parts)].sort((a, b) => a - b);
  const near = nearEachOther(parts, variables);
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'sum') return answerOf(cheapestSum(only, choices, looks), choices);
  let found = cheapestJoint(parts, choices, near, looks);
  // Searched group by group, ties fall to the earlier group. Once more in the rubric's order, where there are looks left for it.
  if (near.some((v, i) => v !== variables[i]) && found.atLeast >= found.cost) {
    const again = cheapestJoint(parts, choices, variables, looks);
    if (again.atLeast >= again.cost && again.cost <= found.cost) found = again;
  }
  return answerOf(found, choices);
};

const answerOf = ({ taken, cost, atLeast }: Joint, choices: Choices): Cheapest => {
  const chosen = new Map<number, Choice>();
  for (const [v, k] of taken) {
    const choice = choices(v)[k];
    if (choice !== undefined && k > 0) chosen.set(v, choice);
  }
  return { taken: chosen, cost, atLeast };
};

/** Variables with those of the smallest part that they are in, so that it is soon over and forgotten. */
const nearEachOther = (parts: readonly Part[], variables: readonly number[]): readonly number[] => {
  const smallest = new Map<number, { readonly first: number; readonly size: number }>();
  const { counters } = countersOf(parts);
  const inside: ReadonlySet<number>[] = [];
  for (const { gains, parts: inner } of counters) {
    const all = new Set(gains?.keys());
    for (const part of inner) for (const v of inside[part] ?? []) all.add(v);
    inside.push(all);
    if (all.size === 1) continue;
    let first = Number.POSITIVE_INFINITY;
    for (const v of all) first = Math.min(first, v);
    for (const v of all)
      if (all.size < (smallest.get(v)?.size ?? Number.POSITIVE_INFINITY)) smallest.set(v, { first, size: all.size });
  }
  const place = (v: number): number => smallest.get(v)?.first ?? v;
  return [...variables].sort((a, b) => place(a) - place(b) || a - b);
};

const memo = (choices: Choices): Choices => {
  const known = new Map<number, readonly Choice[]>();
  return (v) => {
    const before = known.get(v);
    if (before !== undefined) return before;
    const found = choices(v);
    known.set(v, found);
    return found;
  };
};
