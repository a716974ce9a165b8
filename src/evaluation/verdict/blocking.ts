import type { Plan, RuleNode } from '../program/plan.js';
import { LEFT_OUT } from '../program/reading.js';
import { shares } from './score.js';
import { ceilOf, scoreGains } from './score-gains.js';
import { chosenBranch, required, type Scene, tally, truth } from './truth.js';

/** A rule that holds at its best, in a graph that leads from what a rule looks at up to the outcomes. */
interface Vertex {
  /** How many of its parts it may lose and still hold. */
  spare: number;
  lost: number;
  /** The rules that count it, each with how many times. */
  readonly counts: { readonly vertex: Vertex; times: number }[];
  /** The outcomes that hold as long as it does. */
  readonly outcomes: number[];
}

/** A rule that asks one criterion to reach a level. */
interface Asking {
  readonly vertex: Vertex;
  readonly need: number;
}

/**
 * For each outcome, the criteria that alone keep it out of reach as they stand, whatever the others become, each with the lowest level at
 * which it comes within reach.
 *
 * Everything is judged once, at its best. Then each criterion is let fall to where it stands: the rules that it held up fall with it, the
 * rules that these held up fall in their turn, and the outcomes that fall are those it blocks. What does not fall is not looked at, so
 * this costs what the rules say of each criterion, not a judgement of all rules for each.
 *
 * @param standing the levels as they stand, a criterion that is held open at its lowest
 */
export const blockingNeeds = (
  plan: Plan,
  standing: readonly number[],
  best: Scene,
): readonly ReadonlyMap<number, number>[] => {
  const { reading } = best;
  const asking: Asking[][] = plan.criteria.map(() => []);
  const vertices: (Vertex | 'none' | undefined)[] = [];
  const thresholds = new Map<number, Vertex>();
  const score = scoreAtBest(plan, best);
  const newVertex = (spare: number): Vertex => ({ spare, lost: 0, counts: [], outcomes: [] });

  /** The vertex of a rule that holds at its best; none for others, which cannot fall. */
  const vertexOf = (node: RuleNode): Vertex | undefined => {
    const known = vertices[node.id] ?? (truth(node, best) === 'true' ? made(node) : undefined) ?? 'none';
    vertices[node.id] = known;
    return known === 'none' ? undefined : known;
  };
  const made = (node: RuleNode): Vertex | undefined => {
    const { rule } = node;
    const { reaching, applicable } = tally(node, best);
    const vertex = newVertex(reaching - required(rule, applicable));
    switch (rule.kind) {
      case 'at-least':
      case 'every':
      case 'some':
      case 'count':
      case 'share':
      case 'minimum': {
        const levels = rule.kind === 'at-least' ? reading.named : reading.levels;
        node.criteria.forEach((at, i) => {
          const need = node.needs[i] ?? 0;
          if (need > 0 && (levels[at] ?? LEFT_OUT) >= need) asking[at]?.push({ vertex, need });
        });
        return vertex;
      }
      case 'evidence':
      case 'attested':
        return undefined;
      // These two hold exactly where one other rule does: they are that rule's vertex.
      case 'achieves':
        return node.inner[0] && vertexOf(node.inner[0]);
      case 'when-count': {
        const branch = chosenBranch(node, reading);
        return branch && vertexOf(branch);
      }
      case 'every-group':
      case 'count-groups':
      case 'all':
      case 'any':
      case 'at-least-n':
        for (const inner of node.inner) {
          const part = vertexOf(inner);
          if (part !== undefined) countIn(vertex, part);
        }
        return vertex;
      case 'score':
      case 'band': {
        const threshold = rule.kind === 'score' ? rule.atLeast : plan.bands.get(rule.band)?.from;
        if (threshold === undefined || score === undefined) return undefined;
        const need = score.needFor(threshold);
        const known = thresholds.get(need) ?? newVertex(0);
        thresholds.set(need, known);
        return known;
      }
    }
  };

  const holding: number[] = [];
  // Outcomes that others lean on come first, so that long chains of them need no deep recursion.
  plan.order.forEach(vertexOf);
  plan.outcomes.forEach((node, at) => {
    const vertex = vertexOf(node);
    if (vertex === undefined) return;
    vertex.outcomes.push(at);
    holding.push(at);
  });
  const counted = newVertex(Number.POSITIVE_INFINITY);
  for (const node of score?.counted ?? []) {
    const vertex = vertexOf(node);
    if (vertex !== undefined) countIn(counted, vertex);
  }
  // Those that fall first stand first.
  const byNeed = [...thresholds].sort(([a], [b]) => b - a);

  const touched: Vertex[] = [];
  /** The outcomes that fall when one criterion is at a level and everything else at its best. */
  const fallenAt = (at: number, level: number): Set<number> => {
    const fallen = new Set<number>();
    const falling: Vertex[] = [];
    const lose = (vertex: Vertex, parts: number) => {
      const held = vertex.lost <= vertex.spare;
      if (vertex.lost === 0) touched.push(vertex);
      vertex.lost += parts;
      if (held && vertex.lost > vertex.spare) falling.push(vertex);
    };
    const fall = () => {
      for (let vertex = falling.pop(); vertex !== undefined; vertex = falling.pop()) {
        for (const outcome of vertex.outcomes) fallen.add(outcome);
        for (const { vertex: above, times } of vertex.counts) lose(above, times);
      }
    };
    for (const { vertex, need } of asking[at] ?? []) if (level < need) lose(vertex, 1);
    fall();
    if (score !== undefined && byNeed.length > 0) {
      const reached = score.reachedWith(at, level) - counted.lost;
      for (const [need, vertex] of byNeed) {
        if (need <= reached) break;
        lose(vertex, 1);
      }
      fall();
    }
    for (const vertex of touched) vertex.lost = 0;
    touched.length = 0;
    return fallen;
  };

  const needs = plan.outcomes.map(() => new Map<number, number>());
  if (holding.length === 0) return needs;
  plan.criteria.forEach((_, at) => {
    const [stays, top] = [standing[at] ?? LEFT_OUT, reading.named[at] ?? LEFT_OUT];
    if (stays === LEFT_OUT || stays === top) return;
    let fallen = fallenAt(at, stays);
    if (fallen.size === 0) return;
    const levels = new Set((asking[at] ?? []).flatMap(({ need }) => (need > stays ? [need] : [])));
    if (byNeed.length > 0) for (let level = stays + 1; level <= top; level++) levels.add(level);
    for (const level of [...levels].sort((a, b) => a - b)) {
      const still = fallenAt(at, level);
      for (const outcome of fallen) if (!still.has(outcome)) needs[outcome]?.set(at, level);
      fallen = still;
      if (fallen.size === 0) return;
    }
  });
  return needs;
};

/** One rule counts another; the same part twice in a row is one entry. */
const countIn = (vertex: Vertex, part: Vertex): void => {
  const last = part.counts.at(-1);
  if (last?.vertex === vertex) last.times++;
  else part.counts.push({ vertex, times: 1 });
};

interface ScoreAtBest {
  readonly needFor: ReturnType<typeof needing>;
  /** What the score comes to with one criterion at a level and everything else at its best. */
  readonly reachedWith: (at: number, level: number) => number;
  /** For a count of groups: the rules that are counted. */
  readonly counted?: readonly RuleNode[] | undefined;
}

const needing = (of: number) => (threshold: { readonly numerator: number; readonly denominator: number }) =>
  ceilOf(threshold, of);

const scoreAtBest = (plan: Plan, best: Scene): ScoreAtBest | undefined => {
  const { levels } = best.reading;
  const { scoring } = plan.rubric;
  const applies = (at: number): boolean => (levels[at] ?? LEFT_OUT) !== LEFT_OUT;
  if (scoring.kind === 'count-groups') {
    const counted = plan.groups.map(({ criteria }) => ({ ...plan.node(scoring.rule, criteria), members: criteria }));
    const holding = counted.filter((node) => truth(node, best) === 'true').length;
    return { needFor: needing(1), reachedWith: () => holding, counted };
  }
  if (scoring.kind === 'minimum') {
    const criteria = plan.select(
      scoring.of,
      plan.criteria.map((_, at) => at),
    );
    const up = shares(plan, criteria, scoring.from);
    const selected = new Set(criteria.filter(applies));
    const reachedWith = (at: number, level: number) => (selected.has(at) ? (up.of[at]?.[level] ?? 0) : up.denominator);
    return { needFor: needing(up.denominator), reachedWith };
  }
  const sum = scoreGains(plan, applies);
  if (sum === undefined) return undefined;
  let total = 0;
  for (const [at, gains] of sum.gains) total += gains[levels[at] ?? 0] ?? 0;
  const reachedWith = (at: number, level: number) => {
    const gains = sum.gains.get(at);
    return gains === undefined ? total : total - (gains[levels[at] ?? 0] ?? 0) + (gains[level] ?? 0);
  };
  return { needFor: sum.needFor, reachedWith };
};
