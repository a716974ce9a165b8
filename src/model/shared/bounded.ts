import * as z from 'zod';

/** More values than this no record has on one level. */
const MOST_ON_A_LEVEL = 2_000_000;

/**
 * True where a value nests deeper than allowed, or holds itself; `too-many` where one of its levels holds more values than any record
 * does, so that it is not looked at further. Walks without recursion, so depth cannot overflow the stack.
 */
const depthFault = (value: unknown, deepest: number): 'too-deep' | 'too-many' | undefined => {
  let layer: unknown[] = [value];
  for (let depth = 0; layer.length > 0; depth++) {
    if (depth > deepest) return 'too-deep';
    const next: unknown[] = [];
    for (const item of layer) {
      if (typeof item === 'object' && item !== null) for (const inner of Object.values(item)) next.push(inner);
    }
    // A value that shares its parts over and over is as large as its tree; no record of ours comes near this.
    if (next.length > MOST_ON_A_LEVEL) return 'too-many';
    layer = next;
  }
  return undefined;
};

/** True where some object inside a value has a key of its own called `__proto__`, which record schemas would drop in silence. */
const hidesPrototype = (value: unknown): boolean => {
  const open: unknown[] = [value];
  for (let item = open.pop(); open.length > 0 || item !== undefined; item = open.pop()) {
    if (typeof item !== 'object' || item === null) continue;
    if (Object.hasOwn(item, '__proto__')) return true;
    for (const inner of Object.values(item)) open.push(inner);
  }
  return false;
};

/**
 * The same schema for values of bounded depth and without keys called `__proto__`: others are refused before any recursive
 * schema sees them.
 */
export const bounded = <T>(schema: z.ZodType<T>, deepest = 64): z.ZodType<T> =>
  z
    .unknown()
    .superRefine((value, context) => {
      const fault = depthFault(value, deepest);
      if (fault !== undefined) {
        const message =
          fault === 'too-deep'
            ? `the value nests deeper than ${deepest} levels`
            : 'the value holds more than 2,000,000 values on one of its levels';
        context.addIssue({ code: 'custom', message });
      } else if (hidesPrototype(value)) {
        context.addIssue({ code: 'custom', message: 'no key may be called “__proto__”' });
      }
    })
    .pipe(schema as z.ZodType<T, unknown>);
