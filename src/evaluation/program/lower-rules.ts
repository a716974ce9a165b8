import { at as itemAt } from '../../common/at.js';
import type { AtLeastRule, EvidenceRule, Rule, Selector, WhenCountRule } from '../../model/rubrics/rule.js';
import type { Fraction } from '../../model/shared/fraction.js';
import type { Group } from '../../model/rubrics/rubric.js';
import { lowerScore } from './lower-score.js';
import type { Names } from './names.js';
import type { Enough, Path, ProgramNode, Sums } from './program.js';
import { ProgramNodes } from './program-nodes.js';

/**
 * A rule beside what it was lowered to, for words: which rule was written here, and what it looks at. A group rule has one inner rule for
 * each group. Whether it holds is the program's to say.
 */
export interface RuleNode {
  readonly rule: Rule;
  /** The node that says whether the rule holds. */
  readonly node: number;
  /** The same of the rule alone, whether or not anything of its group applies. */
  readonly bare: number;
  /** The criteria that it selects, and the level that each must reach by its place in that criterion's scale. */
  readonly criteria: readonly number[];
  readonly needs: readonly number[];
  readonly inner: readonly RuleNode[];
  /** The group that this inner rule of a group rule was made for. */
  readonly group?: Group | undefined;
}

export interface LoweredRules {
  readonly nodes: readonly ProgramNode[];
  readonly scores: readonly Sums[];
  /** The rule of each outcome, in the rubric's order. */
  readonly outcomes: readonly RuleNode[];
  /** The rule that the scoring counts, once for each group; none where it counts no rule. */
  readonly counted: readonly RuleNode[];
}

/**
 * Lowers every rule of a rubric. This is the one place that says what each kind of rule means: a new kind is a compile error here, and
 * nowhere in the readers of the program.
 */
export const lowerRules = (names: Names): LoweredRules => new RuleLowering(names).all();

/** What a rule stands in: all criteria, or those of one group. */
interface Within {
  readonly criteria: readonly number[];
  /** The position of the innermost group; none outside of group rules. */
  readonly group?: number | undefined;
}

/** A rule that is being lowered: what it stands in, and where it was written. */
interface Written<R extends Rule = Rule> {
  readonly rule: R;
  readonly within: Within;
  readonly path: Path;
}

/** For criteria and a level, where it stands in the scale of each; and looks at each from there up. */
interface Asked {
  readonly needs: readonly number[];
  readonly looks: readonly number[];
}

const NONE: readonly never[] = [];

/** A rule lowered to a node. */
const lowered = ({ rule }: Written, node: number, of: Partial<RuleNode> = {}): RuleNode => ({
  rule,
  node,
  bare: node,
  criteria: NONE,
  needs: NONE,
  inner: NONE,
  ...of,
});

class RuleLowering {
  readonly #names: Names;
  readonly #whole: Within;
  readonly #nodes = new ProgramNodes();
  readonly #scores: Sums[] = [];
  /** By group, and for the whole rubric under no group: the place of its score, none where the rubric gives none. */
  readonly #scoreOf = new Map<number | undefined, number | undefined>();
  readonly #counted: RuleNode[] = [];
  readonly #outcomes: (RuleNode | undefined)[] = [];
  /** What was asked of a list of criteria, by level. Equal lists are one list, so rules that ask the same share their looks. */
  readonly #asked = new Map<readonly number[], Map<string, Asked>>();

  constructor(names: Names) {
    this.#names = names;
    this.#whole = { criteria: names.all };
  }

  all(): LoweredRules {
    const names = this.#names;
    // The rubric's own score comes first.
    this.#score(this.#whole);
    // Each outcome comes after those it leans on, so a chain of them needs no deep recursion.
    for (const at of names.order) this.#outcome(at);
    const outcomes = names.rubric.outcomes.map((_, at) => this.#outcome(at));
    return { nodes: this.#nodes.list, scores: this.#scores, outcomes, counted: this.#counted };
  }

  #outcome(at: number): RuleNode {
    const known = this.#outcomes[at];
    if (known !== undefined) return known;
    const { rule } = itemAt(this.#names.rubric.outcomes, at);
    const made = this.#lower({ rule, within: this.#whole, path: ['outcomes', at, 'rule'] });
    this.#outcomes[at] = made;
    return made;
  }

  #lower(written: Written): RuleNode {
    const { rule, path } = written;
    switch (rule.kind) {
      case 'at-least':
        return this.#atLeast({ ...written, rule });
      case 'every':
      case 'minimum':
        return this.#reaching(written, rule, 'all');
      case 'some':
        return this.#reaching(written, rule, 1);
      case 'count':
        return this.#reaching(written, rule, rule.atLeast);
      case 'share':
        return this.#reaching(written, rule, { numerator: rule.numerator, denominator: rule.denominator });
      case 'lower-median':
        return this.#reaching(written, rule, this.#moreThanHalf(written, rule.of));
      case 'evidence':
        return this.#evidence({ ...written, rule });
      case 'every-group':
        return this.#holding(written, this.#inGroups(written, rule), 'all');
      case 'count-groups':
        return this.#holding(written, this.#inGroups(written, rule), rule.atLeast);
      case 'when-count':
        return this.#whenCount({ ...written, rule });
      case 'all':
        return this.#holding(written, this.#parts(written, rule.rules), 'all');
      case 'any':
        return this.#holding(written, this.#parts(written, rule.rules), 1);
      case 'at-least-n':
        return this.#holding(written, this.#parts(written, rule.rules), rule.atLeast);
      case 'achieves': {
        const achieved = this.#outcome(this.#names.outcome(rule.outcome));
        return lowered(written, achieved.node, { inner: [achieved] });
      }
      case 'attested':
        return lowered(
          written,
          this.#nodes.place({ kind: 'look', input: 'fact', at: this.#names.fact(rule.fact), path }),
        );
      case 'score':
        return lowered(written, this.#reaches(written, rule.atLeast));
      case 'band': {
        const band = itemAt(this.#names.rubric.bands ?? [], this.#names.band(rule.band));
        return lowered(written, this.#reaches({ ...written, within: this.#whole }, band.from));
      }
    }
  }

  #quorum(parts: readonly number[], enough: Enough, path: Path): number {
    return this.#nodes.place({ kind: 'quorum', parts, enough, path });
  }

  #select({ within }: Written, of: Selector | undefined): readonly number[] {
    return this.#names.select(of, within.criteria);
  }

  /** One criterion that is named. Where it does not apply, what is not waived stays open. */
  #atLeast(written: Written<AtLeastRule>): RuleNode {
    const { rule, path } = written;
    const at = this.#names.criterion(rule.criterion);
    const need = this.#names.need(at, rule.level);
    const away = itemAt(this.#names.criteria, at).notApplicable === 'waived' ? 'leaves' : 'open';
    const look = this.#nodes.place({ kind: 'look', input: 'criterion', at, need, away, path });
    return lowered(written, look, { criteria: [at], needs: [need] });
  }

  /** So many of the selected criteria at the level. */
  #reaching(
    written: Written,
    { of, level }: { readonly of?: Selector | undefined; readonly level: string },
    enough: Enough,
  ): RuleNode {
    const criteria = this.#select(written, of);
    const { needs, looks } = this.#ask(criteria, level, written.path);
    return lowered(written, this.#quorum(looks, enough, written.path), { criteria, needs });
  }

  #ask(criteria: readonly number[], level: string, path: Path): Asked {
    const ofList = this.#asked.get(criteria) ?? new Map<string, Asked>();
    this.#asked.set(criteria, ofList);
    const known = ofList.get(level);
    if (known !== undefined) return known;
    const needs = criteria.map((at) => this.#names.need(at, level));
    const looks = criteria.map((at, i) =>
      this.#nodes.place({ kind: 'look', input: 'criterion', at, need: itemAt(needs, i), away: 'leaves', path }),
    );
    const made = { needs, looks };
    ofList.set(level, made);
    return made;
  }

  /** More than half of those that apply, of at most n: 2n · reaching ≥ (n + 1) · applying, for whole numbers just that. */
  #moreThanHalf(written: Written, of: Selector | undefined): Fraction {
    const most = this.#select(written, of).length;
    return { numerator: most + 1, denominator: Math.max(1, 2 * most) };
  }

  #evidence(written: Written<EvidenceRule>): RuleNode {
    const { rule, path } = written;
    const criteria = this.#select(written, rule.of);
    const looks = criteria.map((at) =>
      this.#nodes.place({ kind: 'look', input: 'evidence', at, atLeast: rule.atLeast, path }),
    );
    return lowered(written, this.#quorum(looks, 'all', path), { criteria });
  }

  #whenCount(written: Written<WhenCountRule>): RuleNode {
    const { rule, within, path } = written;
    const then = this.#lower({ rule: rule.then, within, path: [...path, 'then'] });
    const otherwise = this.#lower({ rule: rule.otherwise, within, path: [...path, 'otherwise'] });
    const criteria = this.#select(written, rule.of);
    const branch = this.#nodes.place({
      kind: 'branch',
      criteria,
      fewerThan: rule.fewerThan,
      then: then.node,
      otherwise: otherwise.node,
      path,
    });
    return lowered(written, branch, { criteria, inner: [then, otherwise] });
  }

  /** So many of some inner rules. */
  #holding(written: Written, inner: readonly RuleNode[], enough: Enough): RuleNode {
    const nodes = inner.map(({ node }) => node);
    return lowered(written, this.#quorum(nodes, enough, written.path), { inner });
  }

  #parts({ within, path }: Written, rules: readonly Rule[]): readonly RuleNode[] {
    return rules.map((rule, at) => this.#lower({ rule, within, path: [...path, 'rules', at] }));
  }

  #inGroups(
    { path }: Written,
    { rule, groups }: { readonly rule: Rule; readonly groups?: readonly string[] | undefined },
  ): readonly RuleNode[] {
    return this.#names.groupsNamed(groups).map((at) => this.#inOneGroup(rule, at, [...path, 'rule']));
  }

  /** A rule inside one group. A group in which nothing applies leaves, whatever its rule would look at. */
  #inOneGroup(rule: Rule, at: number, path: Path): RuleNode {
    const { group, criteria } = itemAt(this.#names.groups, at);
    const inner = this.#lower({ rule, within: { criteria, group: at }, path });
    const { bare } = inner;
    if (this.#leavesWith(bare, criteria)) return { ...inner, group };
    const node = this.#nodes.place({ kind: 'branch', criteria, fewerThan: 1, then: bare, otherwise: bare, path });
    return { ...inner, group, node };
  }

  /** Whether a node leaves anyway where none of some criteria applies; or one of them always does. */
  #leavesWith(at: number, criteria: readonly number[]): boolean {
    const mayLeave = (one: number): boolean =>
      (itemAt(this.#names.criteria, one).notApplicable ?? 'refused') !== 'refused';
    if (!criteria.every(mayLeave)) return true;
    const inside = new Set(criteria);
    const node = itemAt(this.#nodes.list, at);
    return node.kind === 'quorum' && node.parts.every((part) => leavesAlone(itemAt(this.#nodes.list, part), inside));
  }

  /** Whether the score of what a rule stands in reaches a threshold; never, where the rubric gives no score. */
  #reaches({ within, path }: Written, threshold: Fraction): number {
    const score = this.#score(within);
    return score === undefined
      ? this.#quorum([], 'all', path)
      : this.#nodes.place({ kind: 'reaches', score, threshold, path });
  }

  /** The place of the rubric's score, or of a group's; none where the rubric gives none. */
  #score({ group, criteria }: Within): number | undefined {
    if (this.#scoreOf.has(group)) return this.#scoreOf.get(group);
    // A rule that the score itself counts sees no score.
    this.#scoreOf.set(group, undefined);
    const counting = (rule: Rule, at: number): number => {
      const made = this.#inOneGroup(rule, at, ['scoring', 'rule']);
      this.#counted.push(made);
      return made.node;
    };
    const sums = lowerScore(this.#names, counting, group === undefined ? undefined : criteria);
    const place = sums && this.#scores.push(sums) - 1;
    this.#scoreOf.set(group, place);
    return place;
  }
}

/** Whether a look is at one of some criteria, and leaves with it. */
const leavesAlone = (look: ProgramNode, inside: ReadonlySet<number>): boolean =>
  look.kind === 'look' && look.input !== 'fact' && inside.has(look.at) && !('away' in look && look.away === 'open');
