import { load } from 'js-yaml';

const readBack = (yaml: string): unknown => {
  try {
    return load(yaml, { maxAliases: 0, maxDepth: 5 });
  } catch {
    return undefined;
  }
};

/**
 * What YAML 1.1, which many programs still read, takes for true, false, nothing, a number or a day, while YAML 1.2 takes some of it for
 * text: *yes*, *2024-01-01*, *12:30*, *1_000*.
 */
const IS_MORE = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+.]?\d[\d_.:+\-a-fxot ]*z?)$/iu;

/** A text as one YAML scalar on a line: plain where every YAML reads it back as the same text, else in double quotes. */
export const inlineScalar = (text: string, inFlow = false): string => {
  const isPlain =
    !/^[\s\-?:,[\]{}#&*!|>'"%@`]|[:#]|\s$|[\u0000-\u001f\u007f-\u009f]/u.test(text) ||
    (/^\/?[a-z0-9]/iu.test(text) && !/: |:$| #|\s$|[\u0000-\u001f\u007f-\u009f]/u.test(text));
  const isSafeInFlow = !inFlow || !/[,[\]{}]/u.test(text);
  if (isPlain && isSafeInFlow && !IS_MORE.test(text)) {
    const read = readBack(`k: ${text}`);
    if (typeof read === 'object' && read !== null && (read as { readonly k?: unknown }).k === text) return text;
  }
  return JSON.stringify(text).replace(/[\u007f-\uffff]/gu, (sign) =>
    /[\u0085\u2028\u2029\ufeff\ud800-\udfff]/u.test(sign)
      ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
      : sign,
  );
};

/** Whether `>-` with the text on the one line below it gives the text back. */
export const isFoldable = (text: string): boolean =>
  text !== '' && /^\S(?:.*\S)?$/u.test(text) && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u.test(text);
