/**
 * A text with the letters A to Z made small and every other sign left as it stands: for words that are known to be English and for ids.
 * The engine is asked about A to Z alone, on which all engines agree.
 *
 * For example `asciiLowerCase('Élan VITAL')` is `'Élan vital'`.
 */
export const asciiLowerCase = (text: string): string => text.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());
