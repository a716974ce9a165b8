import { at } from '../../common/at.js';
import type { Cheapest } from './cheapest.js';
import { type Choices, type Part, Standing, variablesIn } from './goal-search.js';
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
  const exchanges = new Exchanges(asked, choices, known, looks);
  exchanges.dropWhatIsNotNeeded();
  exchanges.makeCheaper(known.atLeast);
  exchanges.bringForward();
  return exchanges.answer(known);
};

/** An answer that exchanges make cheaper, one after another, as long as looks are left. */
class Exchanges {
  readonly #variables: readonly number[];
  readonly #choices: Choices;
  readonly #stand: Standing;
  readonly #looks: Looks;
  #counted: number;
  #cost = 0;

  constructor(asked: Part, choices: Choices, known: Cheapest, looks: Looks) {
    const parts = asked.kind === 'quorum' && asked.need === asked.parts.length ? asked.parts : [asked];
    this.#variables = [...variablesIn(parts)].sort((a, b) => a - b);
    this.#choices = choices;
    this.#stand = new Standing(parts);
    this.#looks = looks;
    for (const [v, choice] of known.taken) this.#stand.choose(v, choices(v).indexOf(choice));
    this.#counted = this.#stand.work;
    for (const v of this.#variables) this.#cost += this.#costNow(v);
  }

  dropWhatIsNotNeeded(): void {
    for (const v of this.#dearestFirst()) if (!this.#isSpent()) this.#cost -= this.#lower(v);
  }

  /** Raises one variable after another, until none of many rounds made the answer cheaper. */
  makeCheaper(least: number): void {
    const turns = this.#variables.length;
    const last = this.#looks.left / 10;
    let order = this.#dearestFirst();
    for (let idle = 0, turn = 0; idle < IDLE_ROUNDS * turns && this.#cost > least; turn++) {
      if (this.#isSpent() || this.#looks.left < last) break;
      idle++;
      const v = at(this.#variables, jump(turn) % turns);
      for (let k = this.#stand.chosen(v) + 1; k < this.#choices(v).length; k++) {
        // The order of equally dear ones turns, so that other exchanges of the same cost come up.
        const from = order.length === 0 ? 0 : jump(turn + k) % order.length;
        const saved = this.#exchange(v, k, idle > turns ? [...order.slice(from), ...order.slice(0, from)] : order);
        if (saved < 0) continue;
        order = this.#dearestFirst();
        this.#cost -= saved;
        if (saved > 0) idle = 0;
        break;
      }
    }
  }

  /** Exchanges later variables for earlier ones, where that costs nothing. */
  bringForward(): void {
    for (const v of this.#variables) {
      if (this.#isSpent()) break;
      for (let k = this.#choices(v).length - 1; k > this.#stand.chosen(v); k--) {
        const later = this.#chosen().filter((other) => other > v);
        const saved = this.#exchange(v, k, later.reverse());
        if (saved >= 0) this.#cost -= saved;
      }
    }
  }

  /** The answer as it now is, unless the one known before was cheaper. */
  answer(known: Cheapest): Cheapest {
    if (this.#cost > known.cost) return known;
    return {
      taken: new Map(this.#chosen().map((v) => [v, at(this.#choices(v), this.#stand.chosen(v))])),
      cost: this.#cost,
      atLeast: Math.min(known.atLeast, this.#cost),
    };
  }

  #isSpent(): boolean {
    this.#looks.left -= this.#stand.work - this.#counted + 1;
    this.#counted = this.#stand.work;
    return this.#looks.left < 0;
  }

  /** What a choice costs more than the first. */
  #costOf(v: number, k: number): number {
    return at(this.#choices(v), k).cost - at(this.#choices(v), 0).cost;
  }

  #costNow(v: number): number {
    return this.#costOf(v, this.#stand.chosen(v));
  }

  #chosen(): number[] {
    return this.#variables.filter((v) => this.#stand.chosen(v) > 0);
  }

  #dearestFirst(): number[] {
    return this.#chosen().sort((a, b) => this.#costNow(b) - this.#costNow(a) || b - a);
  }

  /** Lowers a variable as far as all parts still hold, and gives what that saves. */
  #lower(v: number): number {
    const stand = this.#stand;
    const now = stand.chosen(v);
    for (let k = 0; k < now; k++) {
      if (!stand.mayHold(v, k)) continue;
      stand.choose(v, k);
      if (stand.holds()) return this.#costOf(v, now) - this.#costOf(v, k);
      stand.choose(v, now);
    }
    return 0;
  }

  /** Raises one variable and lowers some others; undone where that makes the answer dearer. Gives what it saves, −1 where undone. */
  #exchange(v: number, k: number, others: readonly number[]): number {
    const stand = this.#stand;
    const before = stand.chosen(v);
    const more = this.#costOf(v, k) - this.#costOf(v, before);
    stand.choose(v, k);
    const lowered: (readonly [number, number])[] = [];
    let saved = 0;
    for (const other of others) {
      const now = stand.chosen(other);
      if (other === v || now === 0) continue;
      const less = this.#lower(other);
      if (stand.chosen(other) !== now) lowered.push([other, now]);
      saved += less;
    }
    if (lowered.length > 0 && saved >= more) return saved - more;
    for (const [other, now] of lowered) stand.choose(other, now);
    stand.choose(v, before);
    return -1;
  }
}

/** Whole numbers that jump about, the same each time. */
const jump = (turn: number): number => Math.imul(turn + 1, 0x9e3779b1) >>> 0;
