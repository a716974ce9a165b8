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

/** What an id is: lower-case words joined by single hyphens, of 100 characters at most. */
export const IS_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
export const LONGEST_ID = 100;

export const isId = (text: string): boolean => text.length <= LONGEST_ID && IS_ID.test(text);
