import * as z from 'zod';

/** A group of people whose view the award's guidance asks a setting to seek. */
export type Voice = 'teaching-staff' | 'support-staff' | 'learners' | 'parents' | 'families' | 'partners';

export const voiceSchema: z.ZodType<Voice> = /* @__PURE__ */ (() =>
  z.enum(['teaching-staff', 'support-staff', 'learners', 'parents', 'families', 'partners']))();
