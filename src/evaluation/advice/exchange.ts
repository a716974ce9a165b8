import { at } from '../../common/at.js';
import type { Cheapest } from './cheapest.js';
import { type Choices, type Part, standing, variablesIn } from './goal-search.js';
import type { Looks } from './joint-search.js';

/** So many rounds of exchanges without a cheaper answer end the search: a round raises each variable once. */
const IDLE_ROUNDS = 4;

/**
 * A known answer made cheaper by exchanges, where the search was cut short: one variable is raised, and whatever is no longer needed then
 * falls, the dearest first. An exchange is kept where the answer is no dearer for it: those that cost the same lead on to others.
 * At the end come the exchanges that cost nothing and bring the steps forward to earlier variables.
 * Which variable is raised next goes by a fixed order that jumps about, so that the same question has the same answer.
 */
export const exchanged = (asked: Part, choices: Choices, known: Cheapest, looks: Looks): Cheapest => {
  const parts = asked.kind === 'quorum' && asked.need === asked.parts.length ? asked.parts : [asked];
  const variables = [...variablesIn(parts)].sort((a, b) => a - b);
  const stand = standing(parts);
  const costOf = (v: number, k: number): number => at(choices(v), k).cost - at(choices(v), 0).cost;
  for (const [v, choice] of known.taken) stand.choose(v, choices(v).indexOf(choice));
  let counted = stand.work();
  const isSpent = (): boolean => {
    looks.left -= stand.work() - counted + 1;
    counted = stand.work();
    return looks.left < 0;
  };
  /** Lowers a variable as far as all parts still hold, and gives what that saves. */
  const lower = (v: number): number => {
    const now = stand.chosen(v);
    for (let k = 0; k < now; k++) {
      if (!stand.mayHold(v, k)) continue;
      stand.choose(v, k);
      if (stand.holds()) return costOf(v, now) - costOf(v, k);
      stand.choose(v, now);
    }
    return 0;
  };
  /** Raises one variable and lowers some others; undone where that makes the answer dearer. Gives what it saves. */
  const exchange = (v: number, k: number, others: readonly number[]): number => {
    const before = stand.chosen(v);
    const more = costOf(v, k) - costOf(v, before);
    stand.choose(v, k);
    const lowered: (readonly [number, number])[] = [];
    let saved = 0;
    for (const other of others) {
      const now = stand.chosen(other);
      if (other === v || now === 0) continue;
      const less = lower(other);
      if (stand.chosen(other) !== now) lowered.push([other, now]);
      saved += less;
    }
    if (lowered.length > 0 && saved >= more) return saved - more;
    for (const [other, now] of lowered) stand.choose(other, now);
    stand.choose(v, before);
    return -1;
  };
  const chosen = (): number[] => variables.filter((v) => stand.chosen(v) > 0);
  const byCost = (): number[] =>
    chosen().sort((a, b) => costOf(b, stand.chosen(b)) - costOf(a, stand.chosen(a)) || b - a);

  let cost = 0;
  for (const v of variables) cost += costOf(v, stand.chosen(v));
  // What was not needed to begin with.
  for (const v of byCost()) if (!isSpent()) cost -= lower(v);
  const last = looks.left / 10;
  let order = byCost();
  const turns = variables.length;
  for (let idle = 0, turn = 0; idle < IDLE_ROUNDS * turns && cost > known.atLeast; turn++) {
    if (isSpent() || looks.left < last) break;
    idle++;
    const v = at(variables, jump(turn) % turns);
    for (let k = stand.chosen(v) + 1; k < choices(v).length; k++) {
      // The order of equally dear ones turns, so that other exchanges of the same cost come up.
      const from = order.length === 0 ? 0 : jump(turn + k) % order.length;
      const saved = exchange(v, k, idle > turns ? [...order.slice(from), ...order.slice(0, from)] : order);
      if (saved < 0) continue;
      order = byCost();
      cost -= saved;
      if (saved > 0) idle = 0;
      break;
    }
  }
  for (const v of variables) {
    if (isSpent()) break;
    for (let k = choices(v).length - 1; k > stand.chosen(v); k--) {
      const later = chosen().filter((other) => other > v);
      const saved = exchange(v, k, later.reverse());
      if (saved >= 0) cost -= saved;
    }
  }
  if (cost > known.cost) return known;
  return {
    taken: new Map(chosen().map((v) => [v, at(choices(v), stand.chosen(v))])),
    cost,
    atLeast: Math.min(known.atLeast, cost),
  };
};

/** Whole numbers that jump about, the same each time. */
const jump = (turn: number): number => Math.imul(turn + 1, 0x9e3779b1) >>> 0;
