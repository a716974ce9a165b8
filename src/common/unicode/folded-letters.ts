import { FOLD_COUNTS, FOLD_FORMS, FOLD_GAPS, FOLD_KINDS, VOICED_KANA } from './folded-letter-table.js';
import { unpackNumbers, unsigned } from './packed-numbers.js';

/** By how much a sign and its form rise in runs of the kinds 1 to 4. */
const STEPS = [0, 1, 1, 2, 2];
const RISES = [0, 0, 1, 2, 0];
/** A kind above this is one sign whose form has as many signs as the kind is greater. */
const SEVERAL = 4;
/** One sign that parts words. */
const PARTING = 5;

const unpackForms = (): Map<number, string> => {
  const forms = new Map<number, string>();
  const [gaps, kinds, counts, numbers] = [FOLD_GAPS, FOLD_KINDS, FOLD_COUNTS, FOLD_FORMS].map(unpackNumbers);
  let [sign, lead, nextCount, nextNumber] = [0, 0, 0, 0];
  const nextSign = (from: number): number => from + unsigned(numbers![nextNumber++]!);
  kinds!.forEach((kind, i) => {
    sign += gaps![i]!;
    if (kind === PARTING) forms.set(sign, '');
    else {
      lead = nextSign(lead);
      let form = String.fromCodePoint(lead);
      for (let n = 1, one = lead; n < kind - SEVERAL; n++) form += String.fromCodePoint((one = nextSign(one)));
      forms.set(sign, form);
    }
    if (kind === 0 || kind >= PARTING) return;
    let its = lead;
    for (let n = counts![nextCount++]!; n > 1; n--) {
      sign += STEPS[kind]!;
      its += RISES[kind]!;
      forms.set(sign, String.fromCodePoint(its));
    }
    // The next form is told from the first of this run.
  });
  return forms;
};

let forms: Map<number, string> | undefined;

/**
 * How a sign is compared, where it is not compared as it stands: taken apart by compatibility, small, without marks that leave no trace,
 * and by kinship (ß is ss). Empty where a part of it is no letter, mark or number.
 */
export const foldedLetter = (codePoint: number): string | undefined => (forms ??= unpackForms()).get(codePoint);

let voiced: Map<number, number> | undefined;

/** The kana of a bare one and a voice mark: が of か and U+3099; 0 where there is none. */
export const voicedKana = (kana: number, mark: number): number => {
  if (!voiced) {
    voiced = new Map();
    const numbers = unpackNumbers(VOICED_KANA).map(unsigned);
    let bare = 0;
    for (let i = 0; i < numbers.length; i += 3) {
      bare += numbers[i]!;
      voiced.set(2 * bare + numbers[i + 2]!, bare + numbers[i + 1]!);
    }
  }
  return mark === 0x3099 || mark === 0x309a ? (voiced.get(2 * kana + mark - 0x3099) ?? 0) : 0;
};
