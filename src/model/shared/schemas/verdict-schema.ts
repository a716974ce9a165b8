import * as z from 'zod';
import type { Verdict } from '../verdict.js';

export const verdictSchema: z.ZodType<Verdict> = /* @__PURE__ */ (() => z.enum(['met', 'not-yet-met', 'undecided']))();
