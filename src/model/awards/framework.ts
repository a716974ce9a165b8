import { type FrameworkEdition, frameworkEditionSchema } from '../shared/record-name.js';
import { withFewIssues } from '../shared/few-issues.js';
import * as z from 'zod';
import { list, text } from '../shared/sizes.js';
import { idSchema } from '../shared/id.js';
import { repeatedIds } from '../shared/names.js';
import { type Sector, sectorSchema } from '../shared/sector.js';
import { type Source, sourceSchema } from '../shared/source.js';

/** One statement of what good looks like, for named sectors. The statement is a paraphrase; the source keeps its own words. */
export interface Indicator {
  readonly id: string;
  readonly label: string;
  readonly statement: string;
  readonly sectors: readonly Sector[];
  /** Where a sector's list is divided, the strand this statement belongs to. */
  readonly strand?: string | undefined;
  /** What the original says that a paraphrase could lose: a condition, a sector's difference. */
  readonly note?: string | undefined;
}

/** The name an element goes by in some sectors. */
export interface SectorLabel {
  readonly label: string;
  readonly sectors: readonly Sector[];
}

/** A division of one sector's indicators; `complete` is false where the published list could not be read to its end. */
export interface Strand {
  readonly id: string;
  readonly label: string;
  readonly sectors: readonly Sector[];
  readonly complete: boolean;
}

/** A first division of a framework. `verified` is false where its indicators have not been read at a source. */
export interface Element {
  readonly id: string;
  readonly label: string;
  /** Names that differ by sector. */
  readonly sectorLabels?: readonly SectorLabel[] | undefined;
  readonly description: string;
  readonly verified: boolean;
  readonly strands?: readonly Strand[] | undefined;
  readonly indicators: readonly Indicator[];
}

/** A published set of expectations, in one edition. An edition is never edited, only followed. */
export interface Framework {
  readonly id: string;
  readonly edition: string;
  readonly label: string;
  readonly publisher: string;
  /** The day it came into force, `YYYY-MM-DD`. */
  readonly effectiveFrom?: string | undefined;
  readonly effectiveTo?: string | undefined;
  /** The edition it follows. */
  readonly supersedes?: FrameworkEdition | undefined;
  /** The edition that follows it, and the day that one came into force where it is known. */
  readonly supersededBy?: (FrameworkEdition & { readonly from?: string | undefined }) | undefined;
  /** The day somebody last looked whether it is current, `YYYY-MM-DD`. */
  readonly checked?: string | undefined;
  readonly sources: readonly Source[];
  readonly elements: readonly Element[];
  readonly note?: string | undefined;
}

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
        for (const { at, id } of repeatedIds(framework.elements)) {
          context.addIssue({
            code: 'custom',
            path: ['elements', at, 'id'],
            message: `the element “${id}” stands twice`,
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
          context.addIssue({ code: 'custom', path, message: `the indicator “${id}” stands twice in the framework` });
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
