import { ABSENT, type Circuit, FAILS, HOLDS } from './rule-circuit.js';

/** Work that is counted: looks at a node or a sum. Every search of one call draws on the same. */
export interface Work {
  done: number;
  readonly limit: number;
}

/** What is wanted of a node in the end. */
export interface Want {
  readonly node: number;
  readonly holds: boolean;
}

/** A state that shows what was wanted, as a position among the codes of each question; or that there is none; or neither. */
export type Search =
  | { readonly kind: 'found'; readonly choices: readonly number[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** The part of a circuit that some nodes look at, and the questions in a good order. */
export interface Support {
  readonly circuit: Part;
  /** The nodes asked about, as they are numbered in the part. */
  readonly roots: readonly number[];
  readonly turns: readonly Turn[];
}

/** Nodes and sums, numbered anew. A node stands behind those it looks at. */
type Part = Pick<Circuit, 'nodes' | 'sums' | 'codes' | 'space'>;

interface Turn {
  readonly question: number;
  /** The sums that it adds to. */
  readonly sums: readonly number[];
  /** Its codes that add differently, one position for each, the best first and not applicable last; and what they add to the sums. */
  readonly choices: readonly { readonly choice: number; readonly adds: readonly number[] }[];
}

const partsOf = (circuit: Part, at: number): readonly number[] => {
  const node = circuit.nodes[at]!;
  if (node.kind === 'quorum') return node.parts;
  if (node.kind === 'branch') return [node.below, node.from];
  return node.kind === 'group' ? [node.part] : [];
};

const sumsOf = (circuit: Part, at: number): readonly number[] => {
  const node = circuit.nodes[at]!;
  switch (node.kind) {
    case 'settled':
    case 'quorum':
      return [];
    case 'total':
      return node.applies === undefined ? [node.sum] : [node.sum, node.applies];
    case 'pair':
      return [node.applies, node.sum];
    case 'branch':
    case 'group':
      return [node.applies];
    case 'means':
      return node.groups.flatMap(({ points, weight }) => [points, weight]);
  }
};

/**
 * What some nodes depend on. Questions stand as a walk through the rules meets them, small parts first: a part whose
 * questions have all been answered is settled, and leaves one bit behind.
 */
export const supportOf = (whole: Circuit, roots: readonly number[]): Support => {
  const inside = new Set<number>();
  const open = [...roots];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (inside.has(at)) continue;
    inside.add(at);
    open.push(...partsOf(whole, at));
  }
  const nodes = [...inside].sort((a, b) => a - b);
  const size = new Map<number, number>();
  for (const at of nodes) {
    const own = sumsOf(whole, at).reduce((sum, one) => sum + whole.sums[one]!.gains.size, 0);
    size.set(
      at,
      partsOf(whole, at).reduce((sum, part) => sum + (size.get(part) ?? 0), own),
    );
  }
  const order = new Set<number>();
  const seen = new Set<number>();
  const stack = [...roots].reverse();
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const sum of sumsOf(whole, at)) for (const v of whole.sums[sum]!.gains.keys()) order.add(v);
    stack.push(...[...partsOf(whole, at)].sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0)));
  }
  const circuit = numberedAnew(whole, nodes);
  const sumsFor = new Map<number, number[]>();
  circuit.sums.forEach(({ gains }, sum) => {
    for (const v of gains.keys()) {
      const of = sumsFor.get(v) ?? [];
      of.push(sum);
      sumsFor.set(v, of);
    }
  });
  const place = new Map(nodes.map((at, i) => [at, i]));
  return {
    circuit,
    roots: roots.map((root) => place.get(root)!),
    turns: [...order].map((question) => turnOf(circuit, question, sumsFor.get(question) ?? [])),
  };
};

const turnOf = (circuit: Part, question: number, sums: readonly number[]): Turn => {
  const known = circuit.space.digits[question]?.known ?? 1;
  const all = (circuit.codes[question] ?? []).map((_, choice) => choice);
  const bestFirst = [...all.slice(0, known).reverse(), ...all.slice(known)];
  const classes = new Map<string, Turn['choices'][number]>();
  for (const choice of bestFirst) {
    const adds = sums.map((sum) => circuit.sums[sum]!.gains.get(question)?.[choice] ?? 0);
    const key = adds.join(' ');
    if (!classes.has(key)) classes.set(key, { choice, adds });
  }
  return { question, sums, choices: [...classes.values()] };
};

const numberedAnew = (whole: Circuit, nodes: readonly number[]): Part => {
  const place = new Map(nodes.map((at, i) => [at, i]));
  const sumPlace = new Map<number, number>();
  const sums: Circuit['sums'][number][] = [];
  const newSum = (sum: number): number => {
    const known = sumPlace.get(sum);
    if (known !== undefined) return known;
    sumPlace.set(sum, sums.length);
    return sums.push(whole.sums[sum]!) - 1;
  };
  const newPlace = (at: number): number => place.get(at)!;
  const renumbered = nodes.map((at): Circuit['nodes'][number] => {
    const node = whole.nodes[at]!;
    switch (node.kind) {
      case 'settled':
        return node;
      case 'total':
        return {
          ...node,
          sum: newSum(node.sum),
          applies: node.applies === undefined ? undefined : newSum(node.applies),
        };
      case 'pair':
        return { ...node, sum: newSum(node.sum), applies: newSum(node.applies) };
      case 'group':
        return { ...node, applies: newSum(node.applies), part: newPlace(node.part) };
      case 'branch':
        return { ...node, applies: newSum(node.applies), below: newPlace(node.below), from: newPlace(node.from) };
      case 'quorum':
        return { ...node, parts: node.parts.map(newPlace) };
      case 'means':
        return {
          ...node,
          groups: node.groups.map(({ points, weight }) => ({ points: newSum(points), weight: newSum(weight) })),
        };
    }
  });
  return { nodes: renumbered, sums, codes: whole.codes, space: whole.space };
};

/** How far sums have come, and how much the questions still to come may add. */
export interface Progress {
  readonly sums: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** How many questions of a sum are still to come. */
  readonly open: Int32Array;
}

/** What is still to come before the first turn. */
export const startOf = ({ circuit, turns }: Support): Progress => {
  const size = circuit.sums.length;
  const progress = {
    sums: new Float64Array(size),
    least: new Float64Array(size),
    most: new Float64Array(size),
    open: new Int32Array(size),
  };
  for (const turn of turns) shift(progress, turn, 1);
  return progress;
};

/** Puts a turn before the present one (−1) or behind it (1). */
const shift = ({ least, most, open }: Progress, { sums, choices }: Turn, by: 1 | -1): void => {
  for (const [i, sum] of sums.entries()) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { adds } of choices) {
      low = Math.min(low, adds[i]!);
      high = Math.max(high, adds[i]!);
    }
    least[sum]! += by * low;
    most[sum]! += by * high;
    open[sum]! += by;
  }
};

/** Writes for each node what it may still be. Read over, a mask may be too wide while something is open, never too narrow. */
export const writeMasks = (circuit: Part, progress: Progress, masks: Uint8Array): void => {
  const { sums, least, most } = progress;
  for (let at = 0; at < circuit.nodes.length; at++) {
    const node = circuit.nodes[at]!;
    switch (node.kind) {
      case 'settled':
        masks[at] = node.is;
        break;
      case 'total': {
        const low = sums[node.sum]! + least[node.sum]!;
        const high = sums[node.sum]! + most[node.sum]!;
        let mask = (high >= node.need ? HOLDS : 0) | (low < node.need ? FAILS : 0);
        if (node.applies !== undefined) {
          if (sums[node.applies]! + most[node.applies]! < 1) mask = ABSENT;
          else if (sums[node.applies]! + least[node.applies]! < 1) mask |= ABSENT;
        }
        masks[at] = mask;
        break;
      }
      case 'pair': {
        let mask = 0;
        if (sums[node.applies]! + least[node.applies]! < 1) mask |= ABSENT;
        if (sums[node.applies]! + most[node.applies]! >= 1) {
          if (sums[node.sum]! + most[node.sum]! >= 1) mask |= HOLDS;
          if (sums[node.sum]! + least[node.sum]! < 1) mask |= FAILS;
        }
        masks[at] = mask;
        break;
      }
      case 'group': {
        const low = sums[node.applies]! + least[node.applies]!;
        const high = sums[node.applies]! + most[node.applies]!;
        masks[at] = (high >= 1 ? masks[node.part]! : 0) | (low < 1 ? ABSENT : 0);
        break;
      }
      case 'branch': {
        const low = sums[node.applies]! + least[node.applies]!;
        const high = sums[node.applies]! + most[node.applies]!;
        let mask = low < 1 ? ABSENT : 0;
        if (high >= 1 && Math.max(1, low) < node.fewerThan) mask |= masks[node.below]!;
        if (high >= 1 && high >= node.fewerThan) mask |= masks[node.from]!;
        masks[at] = mask;
        break;
      }
      case 'quorum': {
        let [holding, may, mayFail, mustFail, mayApply, mayLeave] = [0, 0, false, false, false, true];
        for (const part of node.parts) {
          const mask = masks[part]!;
          if (mask === HOLDS) holding++;
          if ((mask & HOLDS) !== 0) may++;
          if ((mask & FAILS) !== 0) mayFail = true;
          if (mask !== ABSENT) mayApply = true;
          if ((mask & ABSENT) === 0) mayLeave = false;
          if (mask === FAILS) mustFail = true;
        }
        let mask = mayLeave ? ABSENT : 0;
        if (node.need === undefined) {
          if (!mustFail && may > 0) mask |= HOLDS;
          if (mayFail) mask |= FAILS;
        } else {
          if (mayApply && may >= node.need) mask |= HOLDS;
          if (mayApply && holding < node.need) mask |= FAILS;
        }
        masks[at] = mask;
        break;
      }
      case 'means':
        masks[at] = maskOfMeans(node, progress);
        break;
    }
  }
};

type Means = Extract<Circuit['nodes'][number], { kind: 'means' }>;

/** What the groups whose questions are all answered add up to: Σ (mean − threshold), over a common denominator, and how many apply. */
const finishedMeans = (
  { groups, scale, threshold }: Means,
  { sums, open }: Progress,
): { readonly numerator: bigint; readonly denominator: bigint; readonly applying: number } => {
  let [numerator, denominator, applying] = [0n, 1n, 0];
  const [n, d] = [BigInt(threshold.numerator), BigInt(threshold.denominator)];
  for (const { points, weight } of groups) {
    if (open[weight]! > 0 || sums[weight]! === 0) continue;
    applying++;
    const whole = BigInt(sums[weight]!) * scale;
    numerator = numerator * whole * d + (BigInt(sums[points]!) * d - n * whole) * denominator;
    denominator = denominator * whole * d;
    let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
    while (b !== 0n) [a, b] = [b, a % b];
    if (a > 1n) [numerator, denominator] = [numerator / a, denominator / a];
  }
  return { numerator, denominator, applying };
};

const maskOfMeans = (node: Means, progress: Progress): number => {
  const unfinished = node.groups.filter(({ weight }) => progress.open[weight]! > 0).length;
  const { numerator, denominator, applying } = finishedMeans(node, progress);
  if (unfinished === 0) {
    if (applying === 0) return ABSENT;
    return numerator >= 0n ? HOLDS : FAILS;
  }
  const threshold = node.threshold.numerator / node.threshold.denominator;
  const now = Number(numerator) / Number(denominator);
  // Each group still to come adds between −threshold and 1 − threshold, or nothing. A margin keeps rounding from deciding.
  const high = now + unfinished * Math.max(0, 1 - threshold) + 1e-6;
  const low = now + unfinished * Math.min(0, -threshold) - 1e-6;
  return (high >= 0 ? HOLDS : 0) | (low < 0 ? FAILS : 0) | (applying === 0 ? ABSENT : 0);
};

/**
 * All that the questions still to come can see of those answered, as text: two states with the same text go on alike. A root
 * that can no longer hold, or no longer fail, says just that; of what is open only what some open root still looks at counts.
 */
const residue = ({ circuit, roots }: Support, progress: Progress, masks: Uint8Array, live: Uint8Array): string => {
  const { sums, least, most } = progress;
  live.fill(0);
  let text = '';
  for (const root of roots) {
    const mask = masks[root]!;
    if (mask === HOLDS) text += 'T';
    else if ((mask & HOLDS) === 0) text += 'F';
    else {
      text += '?';
      live[root] = 1;
    }
  }
  for (let at = circuit.nodes.length - 1; at >= 0; at--) {
    if (live[at] === 0) continue;
    const node = circuit.nodes[at]!;
    const isOpen = (part: number): boolean => (masks[part]! & (masks[part]! - 1)) !== 0;
    text += ` ${at}:`;
    switch (node.kind) {
      case 'settled':
        break;
      case 'total': {
        const matters =
          sums[node.sum]! + most[node.sum]! >= node.need && sums[node.sum]! + least[node.sum]! < node.need;
        if (matters) text += sums[node.sum]!;
        if (node.applies !== undefined && (masks[at]! & ABSENT) !== 0) text += 'a';
        else if (!matters) text += masks[at]!;
        break;
      }
      case 'pair':
        text += `${sums[node.applies]!},${sums[node.sum]!}`;
        break;
      case 'group':
        text += `${(masks[at]! & ABSENT) !== 0 && sums[node.applies] === 0 ? 'a' : ''}${masks[node.part]!}`;
        if (isOpen(node.part)) live[node.part] = 1;
        break;
      case 'branch': {
        const low = sums[node.applies]! + least[node.applies]!;
        const high = sums[node.applies]! + most[node.applies]!;
        const [maybeBelow, maybeFrom] = [Math.max(1, low) < node.fewerThan, high >= node.fewerThan];
        const sure = low >= 1;
        if (sure && maybeBelow !== maybeFrom) text += maybeBelow ? 'b' : 'f';
        else text += sums[node.applies]!;
        if (maybeBelow) {
          text += `,${masks[node.below]!}`;
          if (isOpen(node.below)) live[node.below] = 1;
        }
        if (maybeFrom) {
          text += `;${masks[node.from]!}`;
          if (isOpen(node.from)) live[node.from] = 1;
        }
        break;
      }
      case 'quorum': {
        let [holding, applies] = [0, false];
        for (const part of node.parts) {
          if (isOpen(part)) live[part] = 1;
          else {
            if (masks[part] === HOLDS) holding++;
            if (masks[part] !== ABSENT) applies = true;
          }
        }
        if (node.need !== undefined) text += Math.min(holding, node.need);
        if (applies) text += 'a';
        break;
      }
      case 'means': {
        const { numerator, denominator, applying } = finishedMeans(node, progress);
        text += `${numerator}/${denominator}${applying > 0 ? 'a' : ''}`;
        for (const { points, weight } of node.groups) {
          if (progress.open[weight]! > 0) text += `,${sums[points]!}/${sums[weight]!}`;
        }
        break;
      }
    }
  }
  return text;
};

interface State {
  readonly sums: Float64Array;
  readonly parent: number;
  readonly choice: number;
}

const isAsWanted = (mask: number, holds: boolean): boolean => (holds ? mask === HOLDS : (mask & HOLDS) === 0);
const mayBeAsWanted = (mask: number, holds: boolean): boolean => (holds ? (mask & HOLDS) !== 0 : mask !== HOLDS);

/** What one look at all nodes counts. */
const costOf = ({ circuit }: Support): number => circuit.nodes.length + circuit.sums.length + 4;

/** The part of a circuit that some nodes look at, with the work of finding it counted; none where no work is left. */
export const countedSupport = (circuit: Circuit, roots: readonly number[], work: Work): Support | undefined => {
  if (work.done >= work.limit) return undefined;
  const support = supportOf(circuit, roots);
  work.done +=
    costOf(support) + support.turns.reduce((sum, { sums, choices }) => sum + sums.length * choices.length, 0);
  return support;
};

/**
 * A state in which some nodes are as wanted, or that there is none. Questions are answered one after another; of all partial
 * answers that the rest cannot tell apart one is kept, and those that can no longer become what is wanted are dropped.
 */
export const searchStates = (circuit: Circuit, wants: readonly Want[], work: Work): Search => {
  const support = countedSupport(
    circuit,
    wants.map(({ node }) => node),
    work,
  );
  if (support === undefined) return { kind: 'unknown' };
  const { roots, turns } = support;
  const progress = startOf(support);
  const masks = new Uint8Array(support.circuit.nodes.length);
  const live = new Uint8Array(support.circuit.nodes.length);
  const cost = costOf(support);
  const all = (test: (mask: number, holds: boolean) => boolean): boolean =>
    wants.every(({ holds }, i) => test(masks[roots[i]!]!, holds));
  const layers: State[][] = [[{ sums: progress.sums, parent: 0, choice: 0 }]];
  const found = (turn: number, at: number): Search => {
    const choices = circuit.space.digits.map(({ known }) => known - 1);
    let place = at;
    for (let t = turn; t > 0; t--) {
      const { choice, parent } = layers[t]![place]!;
      choices[turns[t - 1]!.question] = choice;
      place = parent;
    }
    return { kind: 'found', choices };
  };
  work.done += cost;
  writeMasks(support.circuit, progress, masks);
  if (!all(mayBeAsWanted)) return { kind: 'none' };
  if (all(isAsWanted)) return found(0, 0);
  for (const [t, turn] of turns.entries()) {
    shift(progress, turn, -1);
    const next: State[] = [];
    const known = new Set<string>();
    layers.push(next);
    for (const [parent, state] of layers[t]!.entries()) {
      for (const { choice, adds } of turn.choices) {
        work.done += cost;
        if (work.done > work.limit) return { kind: 'unknown' };
        const sums = state.sums.slice();
        for (const [i, sum] of turn.sums.entries()) sums[sum]! += adds[i]!;
        const now = { ...progress, sums };
        writeMasks(support.circuit, now, masks);
        if (!all(mayBeAsWanted)) continue;
        const text = residue(support, now, masks, live);
        if (known.has(text)) continue;
        known.add(text);
        next.push({ sums, parent, choice });
        if (all(isAsWanted)) return found(t + 1, next.length - 1);
      }
    }
    if (next.length === 0) return { kind: 'none' };
  }
  return { kind: 'none' };
};

/**
 * The questions that decide a node in some state of the others; none where the work ran out.
 *
 * Layers of partial answers as in a search, all kept, and then gone through from the end: two partial answers from which the
 * same choices lead to the same ends are one. A question decides where from some partial answer two of its answers lead apart.
 * For *a or (a and b)*: after a, *b* leads from the open answer to the same end whatever it is, so b decides nothing.
 */
export const decidingQuestions = (circuit: Circuit, root: number, work: Work): ReadonlySet<number> | undefined => {
  const support = countedSupport(circuit, [root], work);
  if (support === undefined) return undefined;
  const progress = startOf(support);
  const masks = new Uint8Array(support.circuit.nodes.length);
  const live = new Uint8Array(support.circuit.nodes.length);
  const cost = costOf(support);
  let layer: { readonly sums: Float64Array; readonly text: string }[] = [{ sums: progress.sums, text: '' }];
  const edges: (readonly (readonly number[])[])[] = [];
  for (const turn of support.turns) {
    shift(progress, turn, -1);
    const next: typeof layer = [];
    const known = new Map<string, number>();
    const placeOf = (text: string, sums: Float64Array): number => {
      const at = known.get(text) ?? next.push({ sums, text }) - 1;
      known.set(text, at);
      return at;
    };
    const from: (readonly number[])[] = [];
    for (const { sums: before, text: settled } of layer) {
      if (settled === 'T' || settled === 'F') {
        from.push([placeOf(settled, before)]);
        continue;
      }
      const to: number[] = [];
      for (const { adds } of turn.choices) {
        work.done += cost;
        if (work.done > work.limit) return undefined;
        const sums = before.slice();
        for (const [i, sum] of turn.sums.entries()) sums[sum]! += adds[i]!;
        const now = { ...progress, sums };
        writeMasks(support.circuit, now, masks);
        to.push(placeOf(residue(support, now, masks, live), sums));
      }
      from.push(to);
    }
    edges.push(from);
    layer = next;
  }
  const deciding = new Set<number>();
  // In the end nothing is open, and a text is no more than the truth of the root.
  let ends: readonly number[] = layer.map(({ text }) => (text === 'T' ? 1 : 0));
  let used = 1;
  for (let t = support.turns.length - 1; t >= 0; t--) {
    const known = new Map<string, number>();
    const after = ends;
    ends = edges[t]!.map((to) => {
      const led = to.map((at) => after[at]!);
      if (led.every((end) => end === led[0])) return led[0]!;
      deciding.add(support.turns[t]!.question);
      const key = led.join(' ');
      const end = known.get(key) ?? ++used;
      known.set(key, end);
      return end;
    });
  }
  return deciding;
};
