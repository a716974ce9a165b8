import type { Goal } from './goals.js';

/** What a variable may become: its state, what that costs, and how many steps it is. */
export interface Choice {
  readonly state: number;
  readonly cost: number;
  readonly steps: number;
  /** The level that a rating is given or settled on first, where it is raised further from there. */
  readonly first?: number | undefined;
}

/** What may be chosen for each variable: lowest state first, which costs nothing more; every further one is higher and dearer. */
export type Choices = (v: number) => readonly Choice[];

/**
 * What a goal still asks, once it is known what may be chosen: gains are counted from each variable's first choice, and whatever is met
 * already or cannot be met is gone. A *sum* gains by the choices of its variables, a *quorum* by each of its parts that is met.
 */
export type Part = Sum | Quorum;
export interface Sum {
  readonly kind: 'sum';
  readonly need: number;
  /** What each choice of a variable gains, the first 0, none more than is needed. */
  readonly gains: ReadonlyMap<number, readonly number[]>;
}
export interface Quorum {
  readonly kind: 'quorum';
  readonly need: number;
  readonly parts: readonly Part[];
}

/** True where it is met by every variable's first choice, false where no choices meet it. */
export type Asked = Part | boolean;

const sum = (need: number, gains: ReadonlyMap<number, readonly number[]>): Asked => {
  if (need <= 0) return true;
  const left = new Map<number, readonly number[]>();
  let most = 0;
  for (const [v, byState] of gains) {
    const top = Math.min(need, byState.at(-1) ?? 0);
    if (top <= 0) continue;
    most += top;
    left.set(v, top < (byState.at(-1) ?? 0) ? byState.map((gain) => Math.min(gain, need)) : byState);
  }
  return most >= need && { kind: 'sum', need, gains: left };
};

/** All of all is all of their parts, and any of any likewise. */
const quorum = (need: number, parts: readonly Asked[]): Asked => {
  const open = parts.filter((part) => typeof part === 'object');
  const left = need - parts.filter((part) => part === true).length;
  if (left <= 0) return true;
  if (left > open.length) return false;
  const isAll = left === open.length;
  if (!isAll && left > 1) return { kind: 'quorum', need: left, parts: open };
  const flat = new Set<Part>();
  for (const part of open) {
    const isAlike = part.kind === 'quorum' && part.need === (isAll ? part.parts.length : 1);
    for (const one of isAlike ? part.parts : [part]) flat.add(one);
  }
  const [only] = flat;
  if (flat.size === 1 && only !== undefined) return only;
  return { kind: 'quorum', need: isAll ? flat.size : 1, parts: [...flat] };
};

/** What a goal asks of such choices. */
export const askedOf = (goal: Goal, choices: Choices): Asked => {
  const known = new Map<Goal, Asked>();
  const visit = (one: Goal): Asked => {
    const before = known.get(one);
    if (before !== undefined) return before;
    const asked = anew(one);
    known.set(one, asked);
    return asked;
  };
  type Gains = Sum['gains'];
  const counted = new Map<Gains, { readonly base: number; readonly gains: Gains }>();
  /** What the choices gain beyond the first of each, and what these gain; once for all totals of the same gains. */
  const beyondFirst = (gains: Gains): { readonly base: number; readonly gains: Gains } => {
    const before = counted.get(gains);
    if (before !== undefined) return before;
    let base = 0;
    const beyond = new Map<number, readonly number[]>();
    for (const [v, byState] of gains) {
      const gained = choices(v).map(({ state }) => byState[Math.min(state, byState.length - 1)] ?? 0);
      const first = gained[0] ?? 0;
      base += first;
      beyond.set(v, first === 0 ? gained : gained.map((gain) => gain - first));
    }
    const found = { base, gains: beyond };
    counted.set(gains, found);
    return found;
  };
  const anew = (one: Goal): Asked => {
    switch (one.kind) {
      case 'settled':
        return one.met;
      case 'total': {
        const { base, gains } = beyondFirst(one.gains);
        return sum(one.need - base, gains);
      }
      case 'quorum': {
        const parts = strongest(one);
        return quorum(one.need === one.parts.length ? parts.length : one.need, parts.map(visit));
      }
    }
  };
  return visit(goal);
};

/** Of totals of the same gains, all that count are: among all of some parts the one that needs most, among any the one that needs least. */
const strongest = ({ need, parts }: Extract<Goal, { kind: 'quorum' }>): readonly Goal[] => {
  const isAll = need === parts.length;
  if (!isAll && need !== 1) return parts;
  const kept = new Map<unknown, Goal>();
  for (const part of parts) {
    const key = part.kind === 'total' ? part.gains : part;
    const rival = kept.get(key);
    const isStronger = rival?.kind === 'total' && part.kind === 'total' && part.need > rival.need === isAll;
    if (rival === undefined || isStronger) kept.set(key, part);
  }
  return [...kept.values()];
};

/** What is left to ask once the first choices of some variables fall away, so that each begins with a later one. */
export const askedBeyond = (parts: readonly Part[], dropped: ReadonlyMap<number, number>): Asked => {
  const known = new Map<Part, Asked>();
  const visit = (one: Part): Asked => {
    const before = known.get(one);
    if (before !== undefined) return before;
    const asked = one.kind === 'quorum' ? quorum(one.need, one.parts.map(visit)) : beyond(one, dropped);
    known.set(one, asked);
    return asked;
  };
  return quorum(parts.length, parts.map(visit));
};

const beyond = ({ need, gains }: Sum, dropped: ReadonlyMap<number, number>): Asked => {
  let left = need;
  const after = new Map<number, readonly number[]>();
  for (const [v, of] of gains) {
    const from = dropped.get(v) ?? 0;
    const base = of[from] ?? 0;
    left -= base;
    after.set(v, from === 0 ? of : of.slice(from).map((gain) => gain - base));
  }
  return sum(left, after);
};

/**
 * The choices that are too low whatever the others do: for each variable of a sum that all must meet, how many. What a sum could gain at most
 * beyond its need is all that its variables can do without.
 */
export const tooLow = (parts: readonly Part[]): ReadonlyMap<number, number> => {
  const dropped = new Map<number, number>();
  for (const part of parts) {
    if (part.kind !== 'sum') continue;
    let spare = -part.need;
    for (const gains of part.gains.values()) spare += gains.at(-1) ?? 0;
    for (const [v, gains] of part.gains) {
      const least = (gains.at(-1) ?? 0) - spare;
      if (least <= 0) continue;
      dropped.set(
        v,
        Math.max(
          dropped.get(v) ?? 0,
          gains.findIndex((gain) => gain >= least),
        ),
      );
    }
  }
  return dropped;
};

/** The variables of parts; of each part that is leant on many times, once. */
export const variablesIn = (parts: readonly Part[]): ReadonlySet<number> => {
  const found = new Set<number>();
  const seen = new Set<Part>();
  const open = [...parts];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    if (part.kind === 'quorum') for (const inner of part.parts) open.push(inner);
    else for (const v of part.gains.keys()) found.add(v);
  }
  return found;
};

/** One part in a list where every part stands after all it is made of, so that a whole is counted after its parts. */
export interface Counter {
  readonly need: number;
  readonly gains: ReadonlyMap<number, readonly number[]> | undefined;
  /** Places of the parts of a quorum. */
  readonly parts: readonly number[];
  /** Places of the quorums that it is a part of. */
  readonly parents: number[];
}

/** All parts as counters, with the places of those asked for. */
export const countersOf = (
  parts: readonly Part[],
): { readonly counters: readonly Counter[]; readonly places: readonly number[] } => {
  const counters: Counter[] = [];
  const known = new Map<Part, number>();
  const visit = (part: Part): number => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const inner = part.kind === 'quorum' ? part.parts.map(visit) : [];
    const place = counters.length;
    for (const one of inner) counters[one]?.parents.push(place);
    counters.push({
      need: part.need,
      gains: part.kind === 'sum' ? part.gains : undefined,
      parts: inner,
      parents: [],
    });
    known.set(part, place);
    return place;
  };
  return { places: parts.map(visit), counters };
};

/** What a variable gains one of the counters, choice by choice. */
interface Gained {
  readonly at: number;
  readonly gains: readonly number[];
}

/**
 * Whether all of some parts hold, while choices change one at a time. Each begins with its first. Asked in the inner loops of every
 * search, so its lists are read without a check.
 */
export class Standing {
  readonly #counters: readonly Counter[];
  readonly #value: Float64Array;
  readonly #roots: ReadonlySet<number>;
  readonly #gained = new Map<number, Gained[]>();
  readonly #chosen = new Map<number, number>();
  #met = 0;
  #work = 0;

  constructor(parts: readonly Part[]) {
    const { counters, places } = countersOf(parts);
    this.#counters = counters;
    this.#roots = new Set(places);
    this.#value = new Float64Array(counters.length);
    for (const [at, { gains }] of counters.entries()) {
      for (const [v, of] of gains ?? []) {
        const list = this.#gained.get(v);
        if (list === undefined) this.#gained.set(v, [{ at, gains: of }]);
        else list.push({ at, gains: of });
      }
    }
  }

  /** How many changes of parts there were so far. */
  get work(): number {
    return this.#work;
  }

  holds(): boolean {
    return this.#met === this.#roots.size;
  }

  chosen(v: number): number {
    return this.#chosen.get(v) ?? 0;
  }

  choose(v: number, choice: number): void {
    const now = this.chosen(v);
    this.#chosen.set(v, choice);
    const sums = this.#gained.get(v) ?? [];
    this.#work += 1 + sums.length / 4;
    for (const { at, gains } of sums) {
      const gain = gains[choice]! - gains[now]!;
      if (gain !== 0) this.#add(at, gain);
    }
  }

  /** False where some sum that must be met is seen, without trying, to fall short with this choice. */
  mayHold(v: number, choice: number): boolean {
    const now = this.chosen(v);
    for (const { at, gains } of this.#gained.get(v) ?? []) {
      this.#work += 0.25;
      if (!this.#roots.has(at)) continue;
      const then = this.#value[at]! + gains[choice]! - gains[now]!;
      if (then < this.#counters[at]!.need) return false;
    }
    return true;
  }

  #add(at: number, gain: number): void {
    const { need, parents } = this.#counters[at]!;
    this.#work++;
    const before = this.#value[at]!;
    const after = before + gain;
    this.#value[at] = after;
    if (before >= need === after >= need) return;
    const change = after >= need ? 1 : -1;
    if (this.#roots.has(at)) this.#met += change;
    for (const parent of parents) this.#add(parent, change);
  }
}
