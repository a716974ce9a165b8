import { at as itemAt } from '../../common/at.js';
import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Evidence } from '../../model/awards/evidence.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { NOT_APPLICABLE, UNRATED } from '../columns/codes.js';
import { type AssessmentColumns, type ColumnScorer, compileScorer } from '../columns/compile-scorer.js';
import { type Lowered, lowerFor } from '../program/lower-rubric.js';

/**
 * One question of a rubric and its possible answers, as codes of a column: first what can be known, lowest first (`known`
 * of them), then not rated or not yet known, then not applicable, each where it can be said. Of evidence for
 * an indicator there is none, or as much as some rule asks for.
 */
export interface Digit {
  readonly kind: 'criterion' | 'fact' | 'evidence';
  /** The id of the criterion, the fact or the indicator. */
  readonly id: string;
  readonly codes: readonly number[];
  readonly known: number;
  /** Whether a rule that names the criterion holds it open where it is not applicable. */
  readonly isHeldOpen: boolean;
}

/** All states an assessment of a rubric can be in: one digit for each question. */
export interface StateSpace {
  readonly lowered: Lowered;
  readonly digits: readonly Digit[];
  /** How many states there are, as far as a number can say. */
  readonly states: number;
}

/** A column of codes for each digit. */
export type Cells = readonly (Uint8Array | Uint16Array)[];

/** @param asked how many items of evidence make a difference, by indicator */
export const stateSpace = (rubric: Rubric, asked?: EvidenceAsked): StateSpace => {
  const lowered = lowerFor(undefined, rubric);
  const criteria = lowered.criteria.map(({ id, notApplicable = 'refused' }, at): Digit => {
    const levels = (lowered.levels[at] ?? []).map((_, level) => level);
    const codes = [...levels, UNRATED, ...(notApplicable === 'refused' ? [] : [NOT_APPLICABLE])];
    const isHeldOpen = notApplicable === 'allowed' || notApplicable === 'held-open';
    return { kind: 'criterion', id, codes, known: levels.length, isHeldOpen };
  });
  const facts = (rubric.facts ?? []).map(
    ({ id }): Digit => ({ kind: 'fact', id, codes: [0, 1, UNRATED], known: 2, isHeldOpen: false }),
  );
  const evidence = [...(asked ?? evidenceAsked(lowered))].map(([id, counts]): Digit => {
    const codes = [0, ...[...counts].sort((a, b) => a - b)];
    return { kind: 'evidence', id, codes, known: codes.length, isHeldOpen: false };
  });
  const digits = [...criteria, ...facts, ...evidence];
  const states = digits.reduce((product, { codes }) => Math.min(Number.MAX_VALUE, product * codes.length), 1);
  return { lowered, digits, states };
};

/** What one look at one state counts: its questions, the score’s terms, and every node with its parts. */
export const sizeOf = ({ lowered, digits }: StateSpace): number => {
  const { nodes, scores } = lowered.program;
  let size = digits.length;
  for (const node of nodes) {
    size += 1 + (node.kind === 'quorum' ? node.parts.length : node.kind === 'branch' ? node.criteria.length : 0);
  }
  for (const { parts } of scores) size += parts.flat().length;
  return size;
};

/** How many items of evidence make a difference to some rule, by indicator; indicators that no rule asks about are left out. */
export type EvidenceAsked = ReadonlyMap<string, ReadonlySet<number>>;

export const evidenceAsked = (...versions: readonly Lowered[]): EvidenceAsked => {
  const asked = new Map<string, Set<number>>();
  for (const { program } of versions) {
    for (const node of program.nodes) {
      if (node.kind !== 'look' || node.input !== 'evidence') continue;
      const { indicator } = itemAt(program.criteria, node.at);
      asked.set(indicator, (asked.get(indicator) ?? new Set()).add(node.atLeast));
    }
  }
  return asked;
};

/** A scorer for one of the verbs that search; what it refuses is said in the name of the verb that was called. */
export const scorerFor = (caller: string, rubric: Rubric): ColumnScorer => {
  try {
    return compileScorer(rubric);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(error.message.replace(/^compileScorer:/u, `${caller}:`), { cause: error });
  }
};

/** Empty columns for so many rows. */
export const newCells = ({ digits }: StateSpace, rows: number): Cells =>
  digits.map(({ kind }) => (kind === 'evidence' ? new Uint16Array(rows) : new Uint8Array(rows)));

/** The first rows of some columns as a scorer takes them; evidence for the criteria of this version of the rubric. */
export const columnsOf = (
  { lowered, digits }: StateSpace,
  cells: Cells,
  rows: number,
  { criteria }: Pick<Rubric, 'criteria'> = lowered,
): AssessmentColumns => {
  const ofKind = (kind: Digit['kind']) =>
    digits.flatMap((digit, at) => (digit.kind === kind ? [[digit.id, cells[at]?.subarray(0, rows)] as const] : []));
  const evidence = new Map(ofKind('evidence'));
  return {
    ratings: Object.fromEntries(ofKind('criterion')) as AssessmentColumns['ratings'],
    facts: Object.fromEntries(ofKind('fact')) as NonNullable<AssessmentColumns['facts']>,
    evidence: Object.fromEntries(criteria.map(({ id, indicator = id }) => [id, evidence.get(indicator)])),
  };
};

/** A row of some columns as an assessment. */
export const assessmentAt = (space: StateSpace, cells: Cells, row: number): Judgements<Rubric> =>
  assessmentBy(space, (at) => cells[at]?.[row] ?? UNRATED);

/** A complete assessment by positions among the codes of each question: what can be known, lowest first, then not applicable. */
export const assessmentOf = (space: StateSpace, choices: readonly number[]): Judgements<Rubric> =>
  assessmentBy(space, (at) => {
    const { codes, known } = space.digits[at] ?? { codes: [], known: 0 };
    const choice = choices[at] ?? 0;
    return choice < known ? (codes[choice] ?? UNRATED) : NOT_APPLICABLE;
  });

const assessmentBy = ({ lowered, digits }: StateSpace, codeOf: (at: number) => number): Judgements<Rubric> => {
  const ratings = new Map<string, string | { readonly notApplicable: string }>();
  const facts = new Map<string, boolean>();
  const items = new Map<string, number>();
  digits.forEach(({ kind, id }, at) => {
    const code = codeOf(at);
    if (kind === 'evidence') items.set(id, code);
    else if (code === UNRATED) return;
    else if (kind === 'fact') facts.set(id, code === 1);
    else if (code === NOT_APPLICABLE) ratings.set(id, { notApplicable: 'an example' });
    else ratings.set(id, lowered.levels[lowered.position.get(id) ?? -1]?.[code]?.id ?? '');
  });
  const evidence = evidenceOf(items);
  return {
    ratings: Object.fromEntries(ratings),
    ...(facts.size > 0 && { facts: Object.fromEntries(facts) }),
    ...(evidence.length > 0 && { evidence }),
  };
};

/**
 * So many items for each indicator. An item supports every indicator that needs as many: where one needs two and another three, the first
 * two items support both. There are then as many items as one indicator needs, however many indicators there are.
 */
const evidenceOf = (items: ReadonlyMap<string, number>): readonly Evidence[] => {
  const evidence: Evidence[] = [];
  const counts = [...new Set(items.values())].sort((a, b) => a - b);
  for (const count of counts) {
    // From the count before up to this one the same indicators are supported, so the items share one list.
    const supports = [...items].flatMap(([id, needed]) => (needed >= count ? [id] : []));
    while (evidence.length < count) {
      const id = `${supports[0]}-${evidence.length + 1}`;
      evidence.push({ id, kind: 'other', date: '2000-01-01', shows: 'an example', supports });
    }
  }
  return evidence;
};
