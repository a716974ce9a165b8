import * as z from 'zod';

/** True where a value nests deeper than allowed, or holds itself. Walks without recursion, so depth cannot overflow the stack. */
export const nestsDeeperThan = (value: unknown, deepest: number): boolean => {
  let layer: unknown[] = [value];
  for (let depth = 0; layer.length > 0; depth++) {
    if (depth > deepest) return true;
    const next: unknown[] = [];
    for (const item of layer) {
      if (typeof item === 'object' && item !== null) for (const inner of Object.values(item)) next.push(inner);
    }
    // A value that shares its parts over and over is as large as its tree; no record of ours comes near this.
    if (next.length > 2_000_000) return true;
    layer = next;
  }
  return false;
};

/** The same schema for values of bounded depth: deeper ones are refused before any recursive schema sees them. */
export const bounded = <T>(schema: z.ZodType<T>, deepest = 64): z.ZodType<T> =>
  z
    .unknown()
    .superRefine((value, context) => {
      if (!nestsDeeperThan(value, deepest)) return;
      context.addIssue({ code: 'custom', message: `the value nests deeper than ${deepest} levels` });
    })
    .pipe(schema as z.ZodType<T, unknown>);
