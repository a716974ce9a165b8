import { withFewIssues } from '../shared/few-issues.js';
import * as z from 'zod';
import { list, text } from '../shared/sizes.js';
import { idSchema } from '../shared/id.js';
import { type Voice, voiceSchema } from './voice.js';

/** What a piece of evidence is, as a co-ordinator would file it. */
export type EvidenceKind =
  | 'plan'
  | 'policy'
  | 'lesson'
  | 'learner-work'
  | 'learner-voice'
  | 'stakeholder-voice'
  | 'data'
  | 'observation'
  | 'photograph'
  | 'recording'
  | 'event'
  | 'professional-learning'
  | 'other';

/** Whether somebody agreed that it may be shown; `not-needed` where it shows nobody. */
export type Permission = 'given' | 'refused' | 'not-asked' | 'not-needed';

/** Something dated that shows an indicator in practice. One item may support many indicators, in several elements. */
export interface Evidence {
  readonly id: string;
  readonly kind: EvidenceKind;
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date: string;
  /** What it shows, in a sentence. */
  readonly shows: string;
  /** Ids of the indicators it supports. */
  readonly supports: readonly string[];
  /** Whose views were heard in it. */
  readonly voices?: readonly Voice[] | undefined;
  /** Where it is kept: addresses or shelf marks, as plain text. */
  readonly links?: readonly string[] | undefined;
  readonly permissions?:
    | {
        readonly consent?: Permission | undefined;
        readonly photographs?: Permission | undefined;
        readonly personalData?: Permission | undefined;
      }
    | undefined;
}

export const evidenceKindSchema: z.ZodEnum<{ readonly [K in EvidenceKind]: K }> = /* @__PURE__ */ (() =>
  z.enum([
    'plan',
    'policy',
    'lesson',
    'learner-work',
    'learner-voice',
    'stakeholder-voice',
    'data',
    'observation',
    'photograph',
    'recording',
    'event',
    'professional-learning',
    'other',
  ]))();

const permissionSchema = () => z.enum(['given', 'refused', 'not-asked', 'not-needed']);

export const evidenceSchema: z.ZodType<Evidence> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      id: idSchema,
      kind: evidenceKindSchema,
      date: z.iso.date(),
      shows: text(),
      supports: list(idSchema).min(1).describe('Ids of the indicators it supports.'),
      voices: list(voiceSchema).optional().describe('Whose views were heard in it.'),
      links: list(text()).optional(),
      permissions: z
        .strictObject({
          consent: permissionSchema().optional(),
          photographs: permissionSchema().optional(),
          personalData: permissionSchema().optional(),
        })
        .optional(),
    }),
  ))();
