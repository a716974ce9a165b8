/** One edition of a framework, by name. */
export interface FrameworkEdition {
  readonly id: string;
  readonly edition: string;
}

/** One edition of a framework, or one element of it. */
export interface ElementOfFramework extends FrameworkEdition {
  readonly element?: string | undefined;
}

/** One version of a rubric, by name. */
export interface RubricVersion {
  readonly id: string;
  readonly version: string;
}
