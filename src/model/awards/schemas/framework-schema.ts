import { frameworkEditionSchema } from '../../shared/schemas/record-name-schema.js';
import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { list, text } from '../../shared/sizes.js';
import { idSchema } from '../../shared/id.js';
import { repeatedIds } from '../../shared/names.js';
import { sectorSchema } from '../../shared/schemas/sector-schema.js';
import { sourceSchema } from '../../shared/schemas/source-schema.js';
import type { Indicator, Element, Framework } from '../framework.js';
import type { FrameworkEdition } from '../../shared/record-name.js';

export const indicatorSchema: z.ZodType<Indicator> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      id: idSchema,
      label: text(),
      statement: text(),
      sectors: list(sectorSchema).min(1),
      strand: idSchema.optional(),
      note: text().optional(),
    }),
  ))();

export const elementSchema: z.ZodType<Element> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      id: idSchema,
      label: text(),
      sectorLabels: list(z.strictObject({ label: text(), sectors: list(sectorSchema).min(1) })).optional(),
      description: text(),
      verified: z.boolean().describe('False where the indicators have not been read at a source.'),
      strands: list(
        z.strictObject({ id: idSchema, label: text(), sectors: list(sectorSchema).min(1), complete: z.boolean() }),
      ).optional(),
      indicators: list(indicatorSchema),
    }),
  ))();

export const frameworkSchema: z.ZodType<Framework> = /* @__PURE__ */ (() =>
  withFewIssues(
    z
      .strictObject({
        id: idSchema,
        edition: text(),
        label: text(),
        language: text().optional(),
        publisher: text(),
        effectiveFrom: z.iso.date().optional(),
        effectiveTo: z.iso.date().optional(),
        supersedes: frameworkEditionSchema.optional(),
        supersededBy: z.strictObject({ id: idSchema, edition: text(), from: z.iso.date().optional() }).optional(),
        checked: z.iso.date().optional().describe('The day somebody last looked whether it is current.'),
        sources: list(sourceSchema).min(1),
        elements: list(elementSchema)
          .min(1)
          .describe('Element ids are unique, and so are indicator ids across elements.'),
        note: text().optional(),
      })
      .superRefine((framework, context) => {
        const { id, edition, effectiveFrom, effectiveTo, supersedes, supersededBy } = framework;
        const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
        if (effectiveFrom !== undefined && effectiveTo !== undefined && effectiveTo < effectiveFrom)
          wrong('effectiveTo', `it ends on ${effectiveTo}, before it begins on ${effectiveFrom}`);
        const isItself = (other: FrameworkEdition | undefined) => other?.id === id && other.edition === edition;
        if (isItself(supersedes)) wrong('supersedes', 'an edition cannot follow itself');
        if (isItself(supersededBy)) wrong('supersededBy', 'an edition cannot follow itself');
        for (const { at, id } of repeatedIds(framework.elements)) {
          context.addIssue({
            code: 'custom',
            path: ['elements', at, 'id'],
            message: `the element “${id}” is listed twice`,
          });
        }
        const places = framework.elements.flatMap((element, e) =>
          element.indicators.map((indicator, i) => ({
            id: indicator.id,
            path: ['elements', e, 'indicators', i, 'id'],
          })),
        );
        for (const { at, id } of repeatedIds(places)) {
          const path = places[at]?.path ?? [];
          context.addIssue({ code: 'custom', path, message: `the indicator “${id}” is listed twice in the framework` });
        }
        framework.elements.forEach((element, e) => {
          const strands = element.strands?.map((strand) => strand.id) ?? [];
          element.indicators.forEach((indicator, i) => {
            if (indicator.strand === undefined || strands.includes(indicator.strand)) return;
            const path = ['elements', e, 'indicators', i, 'strand'];
            context.addIssue({ code: 'custom', path, message: `the element has no strand “${indicator.strand}”` });
          });
        });
      }),
  ))();
