import { withFewIssues } from '../shared/few-issues.js';
import * as z from 'zod';
import { idSchema } from '../shared/id.js';
import { unknownName } from '../../common/nearest-name.js';
import { repeatedIds } from '../shared/names.js';
import { list, text } from '../shared/sizes.js';
import { type Origin, originSchema, type Source, sourceSchema } from '../shared/source.js';
import { type EvidenceKind, evidenceKindSchema } from './evidence.js';

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
  /** Whose words these are. */
  readonly notice: string;
}

const conditionSchema = () => {
  const shared = { label: text(), hint: text(), origin: originSchema, advised: z.boolean().optional() };
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('attested'), fact: idSchema, ...shared }),
    z.strictObject({ kind: z.literal('not-after'), date: idSchema, limit: idSchema, ...shared }),
  ]);
};

const flagsSchema = () => list(z.enum(['consent', 'photographs', 'personalData']), 3);

export const applicationSchema: z.ZodType<Application> = /* @__PURE__ */ (() =>
  withFewIssues(
    z
      .strictObject({
        id: idSchema,
        label: text(),
        initial: idSchema,
        states: list(
          z.strictObject({ id: idSchema, label: text(), of: z.enum(['award', 'element']), origin: originSchema }),
          1000,
        ),
        transitions: list(
          z.strictObject({
            event: idSchema,
            label: text(),
            from: list(idSchema, 1000).min(1),
            to: idSchema,
            conditions: list(conditionSchema(), 1000),
            origin: originSchema,
          }),
          1000,
        ),
        permissions: z
          .partialRecord(evidenceKindSchema, flagsSchema())
          .meta({ maxProperties: evidenceKindSchema.options.length }),
        sources: list(sourceSchema),
        notice: text(),
      })
      .superRefine(({ initial, states, transitions }, ctx) => {
        const ids = states.map(({ id }) => id);
        const known = new Set(ids);
        const expectState = (id: string, path: readonly (string | number)[]) => {
          if (!known.has(id)) ctx.addIssue({ code: 'custom', path: [...path], message: unknownName('state', id, ids) });
        };
        for (const { at, first, id } of repeatedIds(states)) {
          const message = `“${id}” stands twice: it is already at position ${first}`;
          ctx.addIssue({ code: 'custom', path: ['states', at, 'id'], message });
        }
        expectState(initial, ['initial']);
        transitions.forEach(({ from, to }, at) => {
          from.forEach((id, place) => expectState(id, ['transitions', at, 'from', place]));
          expectState(to, ['transitions', at, 'to']);
        });
      }),
  ))();
