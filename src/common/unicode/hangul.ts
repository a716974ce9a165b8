// The syllables of Hangul are not in tables: a syllable is reckoned from its leading consonant, vowel and, where there is one, trailing
// consonant. See the Unicode Standard, section 3.12.
const SYLLABLES = 0xac00;
const LEADS = 0x1100;
const VOWELS = 0x1161;
const BEFORE_TRAILS = 0x11a7;
const LEAD_COUNT = 19;
const VOWEL_COUNT = 21;
/** One more than there are trailing consonants: a syllable may go without. */
const TRAIL_COUNT = 28;
const SYLLABLE_COUNT = LEAD_COUNT * VOWEL_COUNT * TRAIL_COUNT;

export const isHangulSyllable = (codePoint: number): boolean =>
  codePoint >= SYLLABLES && codePoint < SYLLABLES + SYLLABLE_COUNT;

/** The parts of a syllable: 한 is ᄒ, ᅡ and ᆫ. */
export const hangulParts = (syllable: number): number[] => {
  const index = syllable - SYLLABLES;
  const trail = index % TRAIL_COUNT;
  const parts = [
    LEADS + Math.floor(index / (VOWEL_COUNT * TRAIL_COUNT)),
    VOWELS + Math.floor((index % (VOWEL_COUNT * TRAIL_COUNT)) / TRAIL_COUNT),
  ];
  if (trail > 0) parts.push(BEFORE_TRAILS + trail);
  return parts;
};

/** The syllable of a leading consonant and a vowel, or of a syllable without trail and a trailing consonant; 0 where there is none. */
export const hangulOf = (one: number, other: number): number => {
  const [lead, vowel, trail] = [one - LEADS, other - VOWELS, other - BEFORE_TRAILS];
  if (lead >= 0 && lead < LEAD_COUNT) {
    return vowel >= 0 && vowel < VOWEL_COUNT ? SYLLABLES + (lead * VOWEL_COUNT + vowel) * TRAIL_COUNT : 0;
  }
  const isOpen = isHangulSyllable(one) && (one - SYLLABLES) % TRAIL_COUNT === 0;
  return isOpen && trail > 0 && trail < TRAIL_COUNT ? one + trail : 0;
};
