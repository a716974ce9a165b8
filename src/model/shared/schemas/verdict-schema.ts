import * as z from 'zod';
import { type Verdict, VERDICTS } from '../verdict.js';

export const verdictSchema: z.ZodType<Verdict> = /* @__PURE__ */ (() => z.enum(VERDICTS))();
