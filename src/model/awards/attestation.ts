/** What somebody attests of a fact, with the reason and, where it matters, who said so and when. */
export interface ReasonedAttestation {
  readonly holds: boolean;
  readonly reason: string;
  readonly by?: string | undefined;
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date?: string | undefined;
}

/** True, false, or either with its reason. A fact that is not known yet is left out. */
export type Attestation = boolean | ReasonedAttestation;
