import * as z from 'zod';
import type { Voice } from '../voice.js';

export const voiceSchema: z.ZodType<Voice> = /* @__PURE__ */ (() =>
  z.enum(['teaching-staff', 'support-staff', 'learners', 'parents', 'families', 'partners']))();
