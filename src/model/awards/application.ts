import type { Origin, Source } from '../shared/source.js';
import type { EvidenceKind } from './evidence.js';

/** A place an application can be at: the whole award, or one of its elements. */
export interface ApplicationState {
  readonly id: string;
  readonly label: string;
  readonly of: 'award' | 'element';
  /** Whose word the state is. */
  readonly origin: Origin;
}

/**
 * What a step asks for. `attested`: somebody attests a fact. `not-after`: one date is no later than another.
 * What is only advised is said and holds nothing up.
 */
export type ApplicationCondition = {
  readonly label: string;
  readonly hint: string;
  readonly origin: Origin;
  readonly advised?: boolean | undefined;
} & (
  | { readonly kind: 'attested'; readonly fact: string }
  | { readonly kind: 'not-after'; readonly date: string; readonly limit: string }
);

/** A step from some states to another, named by the event that makes it. */
export interface ApplicationTransition {
  readonly event: string;
  readonly label: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly conditions: readonly ApplicationCondition[];
  /** Whose word the step is: whether the award’s pages describe it. */
  readonly origin: Origin;
}

/** What may have to be permitted before an item of evidence is shown. */
export type PermissionFlag = 'consent' | 'photographs' | 'personalData';

/** Which permissions must be on record for which kinds of evidence; kinds left out need none. `not-needed` on record satisfies any. */
export type PermissionsAsked = { readonly [K in EvidenceKind]?: readonly PermissionFlag[] | undefined };

/**
 * How an application for an award goes, as data: its states, the steps between them, and what has to be permitted. The states of
 * elements (`of: 'element'`) run once for each element; those of the award once for the setting.
 */
export interface Application {
  readonly id: string;
  readonly label: string;
  readonly initial: string;
  readonly states: readonly ApplicationState[];
  readonly transitions: readonly ApplicationTransition[];
  readonly permissions: PermissionsAsked;
  readonly sources: readonly Source[];
  /** States who produced these words. */
  readonly notice: string;
}
