import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { list, text } from '../../shared/sizes.js';
import { idSchema } from '../../shared/id.js';
import { voiceSchema } from './voice-schema.js';
import type { EvidenceKind } from '../evidence.js';

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

export const evidenceSchema = /* @__PURE__ */ (() =>
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
