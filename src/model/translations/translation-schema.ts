import * as z from 'zod';
import { idSchema, versionSchema } from '../shared/id.js';
import { withFewIssues } from '../shared/few-issues.js';
import { originSchema } from '../shared/schemas/source-schema.js';
import { list, namesWith, text } from '../shared/sizes.js';
import type { Translation } from './translation.js';

/** An object with these fields and no others. The compiler is not asked what comes of so many small ones: the interfaces say that. */
const words = (fields: Readonly<Record<string, z.ZodType>>): z.ZodType => z.strictObject(fields);
const maybe = (schema: z.ZodType): z.ZodType => schema.optional();
const byId = (fields: Readonly<Record<string, z.ZodType>>): z.ZodType =>
  maybe(namesWith(text(), words(fields)) as unknown as z.ZodType);

const label = () => ({ label: maybe(text()) });
const named = () => ({ ...label(), alsoCalled: maybe(list(text())) });

const rubricWords = (): z.ZodType =>
  words({
    id: idSchema,
    version: versionSchema,
    ...label(),
    notice: maybe(text()),
    groupWord: maybe(words({ one: text(), many: text() })),
    scales: byId({
      ...label(),
      note: maybe(text()),
      levels: byId({ ...named(), descriptor: maybe(text()) }),
    }),
    groups: byId(label()),
    criteria: byId({
      ...named(),
      note: maybe(text()),
      measure: maybe(words({ ...label(), features: byId(label()) })),
    }),
    facts: byId({ ...label(), whenFalse: maybe(text()) }),
    bands: byId(label()),
    outcomes: byId({ ...label(), description: maybe(text()) }),
    obligations: byId(label()),
  });

const frameworkWords = (): z.ZodType =>
  words({
    id: idSchema,
    edition: text(),
    element: maybe(idSchema),
    ...label(),
    note: maybe(text()),
    elements: byId({
      ...label(),
      description: maybe(text()),
      sectorLabels: maybe(list(text())),
      strands: byId(label()),
      indicators: byId({ ...label(), statement: maybe(text()), note: maybe(text()) }),
    }),
  });

export const translationSchema: z.ZodType<Translation> = /* @__PURE__ */ (() =>
  withFewIssues(
    words({
      id: z
        .string()
        .max(201)
        .regex(
          /^[a-z0-9]+(?:-[a-z0-9]+)*--[a-z0-9]+(?:-[a-z0-9]+)*$/u,
          'the id of a translation is an id, --, and the language',
        ),
      language: z
        .string()
        .max(50)
        .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/u, 'a language is a BCP 47 tag, such as fr or pt-BR'),
      origin: originSchema,
      rubric: maybe(rubricWords()),
      framework: maybe(frameworkWords()),
      note: maybe(text()),
    })
      .refine(
        (value) => (value as Translation).rubric !== undefined || (value as Translation).framework !== undefined,
        {
          message: 'a translation has the words of a rubric, of a framework, or of both',
        },
      )
      .describe(
        'Names are those of the rubric and the framework; whether something is missing is for translated to say.',
      ),
  ) as z.ZodType<Translation>)();
