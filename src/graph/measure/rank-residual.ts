/** How far a y is from fulfilling y = v + a Pᵀ y. Nodes without links always fulfil it: their y is reckoned from the others. */
export interface RankResidual {
  /** ‖v + a Pᵀ y − y‖₁. */
  readonly gap: number;
  /** The same added up with its sign. */
  readonly missing: number;
  /** y of the nodes that have links, together. */
  readonly live: number;
}
