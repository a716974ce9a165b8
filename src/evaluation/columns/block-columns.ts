import { ABSENT, MET, MOST_LEVELS, NOT_APPLICABLE, NOT_YET, UNRATED } from './codes.js';
import { BLOCK, createLanes, type Lanes, type Slot } from './packed-sums.js';
import type { Program } from '../program/program.js';

/** Something done to the rows of the current block. */
export type Step = (rows: number) => void;

/** How many items of evidence each row has for a criterion. */
export type EvidenceColumn = Uint8Array | Uint16Array | Uint32Array;

/**
 * What a program becomes: columns by slot and the steps that fill those made on the way. First come sums over the
 * columns that are given, together in as few passes as their lanes allow; then the steps, in order.
 */
export interface BlockColumns {
  /** The current block of each slot. */
  readonly columns: Uint8Array[];
  /** The current block of each criterion's evidence; none where no column is given. */
  readonly evidence: (EvidenceColumn | undefined)[];
  readonly criteria: readonly Slot[];
  readonly facts: readonly Slot[];
  /** Whether a criterion has so many items of evidence, as a verdict. */
  readonly hasEvidence: (criterion: number, atLeast: number) => Slot;
  /** A column made on the way, and where it is written. */
  readonly made: (codes: readonly number[]) => { readonly slot: Slot; readonly into: Uint8Array };
  /** Sums over given columns. */
  readonly given: Lanes;
  readonly isGiven: (slot: Slot) => boolean;
  /** What is done before the given columns are summed. */
  readonly before: Step[];
  readonly steps: Step[];
}

export const blockColumns = (program: Program): BlockColumns => {
  const columns: Uint8Array[] = [];
  const before: Step[] = [];
  const slot = (codes: readonly number[]): Slot => {
    columns.push(new Uint8Array(BLOCK));
    return { at: columns.length - 1, codes };
  };
  const made: BlockColumns['made'] = (codes) => {
    const one = slot(codes);
    return { slot: one, into: columns[one.at] ?? new Uint8Array(BLOCK) };
  };
  const criteria = program.criteria.map((criterion) => slot(codesOf(criterion)));
  const facts = program.facts.map(() => slot([0, 1, UNRATED]));
  const evidence: BlockColumns['evidence'] = program.criteria.map(() => undefined);
  const evident = new Map<string, Slot>();
  const hasEvidence: BlockColumns['hasEvidence'] = (criterion, atLeast) => {
    const key = `${criterion} has ${atLeast}`;
    const known = evident.get(key);
    if (known) return known;
    const one = made([NOT_YET, MET, ABSENT]);
    evident.set(key, one.slot);
    before.push((rows) => lookForEvidence(columns[criterion], evidence[criterion], atLeast, one.into, rows));
    return one.slot;
  };
  const isGiven: BlockColumns['isGiven'] = ({ at }) =>
    at < criteria.length + facts.length || [...evident.values()].some((one) => one.at === at);
  return {
    columns,
    evidence,
    criteria,
    facts,
    hasEvidence,
    made,
    given: createLanes(),
    isGiven,
    before,
    steps: [],
  };
};

/** The codes a criterion's column may hold: its levels, not-applicable where that may be said, unrated. */
const codesOf = ({ id, levels, notApplicable }: Program['criteria'][number]): readonly number[] => {
  if (levels.length > MOST_LEVELS) {
    throw new RangeError(
      `compileScorer: “${id}” has ${levels.length} levels; the codes of a column leave room for ${MOST_LEVELS}`,
    );
  }
  const codes = levels.map((_, level) => level);
  return notApplicable === 'refused' ? [...codes, UNRATED] : [...codes, NOT_APPLICABLE, UNRATED];
};

const lookForEvidence = (
  levels: Uint8Array | undefined,
  items: EvidenceColumn | undefined,
  atLeast: number,
  into: Uint8Array,
  rows: number,
): void => {
  for (let row = 0; row < rows; row++) {
    const has = (items?.[row] ?? 0) >= atLeast ? MET : NOT_YET;
    into[row] = levels?.[row] === NOT_APPLICABLE ? ABSENT : has;
  }
};
