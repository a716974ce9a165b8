// Writes the tables of src/common/unicode from the Unicode data of the engine that runs this script, which has to be of the version named
// below: so the library gives the same letters, cases and normal forms in every engine, whatever its own version.
//
//   node scripts/unicode-tables.mjs
//
// To move to another version: run it with an engine of that version, change VERSION, and read what changed in the tests.
import { writeFileSync } from 'node:fs';

const VERSION = '17.0';
if (process.versions.unicode !== VERSION) {
  console.error(`this engine knows Unicode ${process.versions.unicode}; the tables are of Unicode ${VERSION}`);
  process.exit(1);
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A whole number from 0 in digits of 5 bits, the lowest first; all but the last carry a sixth bit. */
const packed = (number) => {
  let text = '';
  let rest = number;
  do {
    const low = rest & 31;
    rest = Math.floor(rest / 32);
    text += DIGITS[rest > 0 ? low | 32 : low];
  } while (rest > 0);
  return text;
};
/** Any whole number as one from 0: 0, −1, 1, −2, 2 … */
const signed = (number) => (number < 0 ? -2 * number - 1 : 2 * number);
const pack = (numbers) => numbers.map(packed).join('');
const gaps = (numbers) => numbers.map((number, i) => number - (numbers[i - 1] ?? 0));

const text = String.fromCodePoint;
const codePointsOf = (string) => [...string].map((sign) => sign.codePointAt(0));
const codePoints = [];
for (let c = 0; c < 0x110000; c++) if (c < 0xd800 || c > 0xdfff) codePoints.push(c);
const isHangulSyllable = (c) => c >= 0xac00 && c <= 0xd7a3;

const write = (name, body) =>
  writeFileSync(
    new URL(`../src/common/unicode/${name}.ts`, import.meta.url),
    `// Written by scripts/unicode-tables.mjs from Unicode ${VERSION}. Do not edit.\n${body}`,
  );
const constant = (name, value, what) => `\n/** ${what} */\nexport const ${name} =\n  '${value}';\n`;

/** Runs of code points of one class: for each run its length × `classes` + its class. Surrogates are of class 0. */
const classRuns = (classOf, classes) => {
  const runs = [];
  for (let c = 0; c < 0x110000; c++) {
    const its = c >= 0xd800 && c <= 0xdfff ? 0 : classOf(text(c));
    if (runs.at(-1)?.its === its) runs.at(-1).length++;
    else runs.push({ its, length: 1 });
  }
  if (runs.at(-1).its === 0) runs.pop();
  return pack(runs.map(({ its, length }) => length * classes + its));
};

const first =
  (...patterns) =>
  (sign) =>
    patterns.findIndex((pattern) => pattern.test(sign)) + 1;
const LETTER = /^\p{L}$/u;
const MARK = /^\p{M}$/u;
const NUMBER = /^\p{N}$/u;

write(
  'letter-table',
  constant(
    'LETTER_RUNS',
    classRuns(first(LETTER, MARK, NUMBER), 4),
    'Runs from 0: length × 4 + 0 none, 1 letter, 2 mark, 3 number.',
  ),
);

const zeros = codePoints.filter((c) => /^\p{Nd}$/u.test(text(c)) && !zeroBefore(c));
function zeroBefore(c) {
  // Decimal digits come in tens; the first of each ten is its 0.
  let start = c;
  while (/^\p{Nd}$/u.test(text(start - 1))) start--;
  return (c - start) % 10 !== 0;
}
write(
  'digit-table',
  constant('DIGIT_ZEROS', pack(gaps(zeros)), 'The zero of each ten of decimal digits: how far after the one before.'),
);

/** Lower case of single code points. The only one that is more than one code point is İ, which the code knows. */
const lowered = codePoints
  .map((c) => [c, codePointsOf(text(c).toLowerCase())])
  .filter(([c, its]) => its.length > 1 || its[0] !== c);
const [dotted, ...others] = lowered.filter(([, its]) => its.length > 1);
if (dotted[0] !== 0x130 || others.length > 0) throw new Error('more than İ is several letters in lower case');
const lowerRuns = [];
for (const [c, [its]] of lowered.filter(([, { length }]) => length === 1)) {
  const run = lowerRuns.at(-1);
  const step = run && c - run.last;
  if (run && its - c === run.offset && step <= 2 && (run.count === 1 || step === run.step)) {
    run.step = step;
    run.last = c;
    run.count++;
  } else lowerRuns.push({ start: c, last: c, offset: its - c, count: 1, step: 1 });
}
let lastOfRun = 0;
const lowerNumbers = lowerRuns.flatMap(({ start, last, offset, count, step }) => {
  const gap = start - lastOfRun;
  lastOfRun = last;
  return [gap, 2 * count + step - 1, signed(offset)];
});
write(
  'lower-case-table',
  constant(
    'LOWER_RUNS',
    pack(lowerNumbers),
    'Of each run: its start after the end of the one before; its count × 2, and 1 where it takes every second code point; how far off its lower case is, signed.',
  ),
);
write(
  'capital-table',
  constant(
    'CAPITAL_RUNS',
    classRuns(first(/^\p{Lu}$/u, /^\p{Ll}$/u), 3),
    'Runs from 0: length × 3 + 0 neither, 1 capital letter (Lu), 2 small letter (Ll).',
  ),
);

// The engine does not say the combining class of a mark. It says which of two marks comes first, and that is all a class is for.
const OVERLAY = 0x334; // class 1, the lowest
const IOTA = 0x345; // class 240, the highest
const swaps = (one, other) =>
  text(0x61, one, other).normalize('NFD') !== text(0x61, ...decomposed(one), ...decomposed(other));
const decomposed = (c) => codePointsOf(text(c).normalize('NFD'));
const marks = codePoints.filter((c) => MARK.test(text(c)) && decomposed(c).length === 1 && decomposed(c)[0] === c);
const moving = marks.filter((c) => c === OVERLAY || c === IOTA || swaps(c, OVERLAY) || swaps(IOTA, c));
const kinds = [];
for (const mark of moving) {
  const its = kinds.find(([one]) => !swaps(one, mark) && !swaps(mark, one));
  if (its) its.push(mark);
  else kinds.push([mark]);
}
kinds.sort(([one], [other]) => (swaps(one, other) ? 1 : -1));
const rankOf = new Map(kinds.flatMap((kind, rank) => kind.map((mark) => [mark, rank + 1])));
const orderRuns = [];
for (const mark of moving) {
  const run = orderRuns.at(-1);
  if (run && mark === run.start + run.count && rankOf.get(mark) === run.rank) run.count++;
  else orderRuns.push({ start: mark, count: 1, rank: rankOf.get(mark) });
}
let end = 0;
write(
  'mark-order-table',
  constant(
    'MARK_ORDER_RUNS',
    pack(
      orderRuns.flatMap(({ start, count, rank }) => {
        const gap = start - end;
        end = start + count;
        return [gap, count, rank];
      }),
    ),
    'Of each run of marks that may change places: its start after the end of the one before, its length, and the rank of its combining class among all there are, from 1.',
  ),
);

/** Canonical decompositions, one step each: to one code point, or to two of which the second is no longer taken apart. */
const singles = [];
const pairs = [];
for (const c of codePoints) {
  if (isHangulSyllable(c)) continue;
  const its = decomposed(c);
  if (its.length === 1 && its[0] !== c) singles.push([c, its[0]]);
  if (its.length < 2) continue;
  // The head of most is a sign of its own. Of the few whose head is not composed again, the sign with just that decomposition is the head.
  const head = text(...its.slice(0, -1));
  const composed = codePointsOf(head.normalize('NFC'));
  const one = composed.length === 1 ? composed[0] : codePoints.find((d) => text(d).normalize('NFD') === head);
  pairs.push([c, one, its.at(-1), text(c).normalize('NFC') === text(c)]);
}
const seconds = [...new Set(pairs.map(([, , second]) => second))];
write(
  'canonical-table',
  `${constant('SINGLE_GAPS', pack(gaps(singles.map(([c]) => c))), 'Signs that are another one: how far after the one before.')}${constant(
    'SINGLE_TARGETS',
    pack(gaps(singles.map(([, its]) => its)).map(signed)),
    'What each of them is: how far from what the one before is, signed.',
  )}${constant('PAIR_GAPS', pack(gaps(pairs.map(([c]) => c))), 'Signs that are two: how far after the one before.')}${constant(
    'PAIR_FIRSTS',
    pack(gaps(pairs.map(([, one]) => one)).map(signed)),
    'The first of the two: how far from that of the one before, signed.',
  )}${constant('SECONDS', pack(gaps(seconds).map(signed)), 'All that are the second of two: how far from the one before, signed.')}${constant(
    'PAIR_SECONDS',
    pack(pairs.map(([, , second, isKept]) => 2 * seconds.indexOf(second) + (isKept ? 0 : 1))),
    'The second of the two: its place in SECONDS × 2, and 1 where the two are never composed again.',
  )}`,
);

// How words are compared (src/graph/words/fold-letter.ts). What is decided here, not by Unicode:
/** Marks and signs that leave no trace in a word. */
const SILENT =
  'AD 300-36F 483-489 591-5BD 5BF 5C1-5C2 5C4-5C5 5C7 5F3-5F4 610-61A 640 64B-65F 670 6D6-6DC 6DF-6E8 6EA-6ED 180B-180F 1AB0-1AFF 1DC0-1DFF 200C-200F 202A-202E 2060-206F 20D0-20FF 2DE0-2DFF 302A-302F A66F-A672 A674-A67D FE00-FE0F FE20-FE2F FEFF E0000-E0FFF';
/** Numbers and letters in circles, squares and brackets stand before words and are none. */
const ENCLOSED = '2460-24FF 2776-2793 3200-33FF 1F100-1F2FF';
/** Letters that Unicode does not take apart, but readers of neighbouring languages do. */
const KINDRED = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ħ: 'h', ł: 'l', ı: 'i', ς: 'σ' };
/** Letters of Hangul that stand alone are not taken for the parts of a syllable. */
const isHangulLetter = (c) => c >= 0x3131 && c <= 0x318e;

const rangesOf = (written) =>
  written.split(' ').map((range) => range.split('-').map((digits) => Number.parseInt(digits, 16)));
const isIn = (ranges) => (c) => ranges.some(([start, last = start]) => c >= start && c <= last);
const isSilent = isIn(rangesOf(SILENT));
const isEnclosed = isIn(rangesOf(ENCLOSED));
const isOfWords = (sign) => LETTER.test(sign) || MARK.test(sign) || NUMBER.test(sign);
const halfWide = new Map();
for (let c = 0x3131; c <= 0x318e; c++) halfWide.set(text(c).normalize('NFKD'), text(c));

/** A sign taken apart by compatibility, small, without silent marks; nothing where a part of it is no letter, mark or number. */
const folded = (c) => {
  const sign = text(c);
  if (isHangulSyllable(c) || isHangulLetter(c)) return sign;
  if (c >= 0xffa0 && c <= 0xffdc) return halfWide.get(sign.normalize('NFKD')) ?? sign;
  let form = '';
  for (const part of sign.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (isSilent(part.codePointAt(0))) continue;
    if (!isOfWords(part)) return '';
    form += KINDRED[part] ?? part;
  }
  // Kana keep their voice marks in one sign, as they are written.
  return /[\u3099\u309a]/u.test(form) ? form.normalize('NFC') : form;
};
const foldRuns = [];
for (const c of codePoints) {
  if (isSilent(c) || isEnclosed(c)) continue;
  const form = folded(c);
  if (form === text(c) || (form === '' && !isOfWords(text(c)))) continue;
  const its = codePointsOf(form);
  const run = foldRuns.at(-1);
  if (run && run.its.length === 1 && its.length === 1) {
    const [step, rise] = [c - run.last, its[0] - run.lastIts];
    const way = ['1,0', '1,1', '2,2', '2,0'].indexOf(`${step},${rise}`) + 1;
    if (way > 0 && (run.count === 1 || way === run.way)) {
      Object.assign(run, { way, last: c, lastIts: its[0], count: run.count + 1 });
      continue;
    }
  }
  foldRuns.push({ start: c, its, last: c, lastIts: its[0], count: 1, way: 0 });
}
let before = 0;
const foldGaps = foldRuns.map(({ start, last }) => {
  const gap = start - before;
  before = last;
  return gap;
});
let lead = 0;
const foldTargets = foldRuns.flatMap(({ its }) =>
  its.map((one, i) => {
    const difference = one - (i === 0 ? lead : its[i - 1]);
    if (i === 0) lead = one;
    return signed(difference);
  }),
);
const voiced = pairs.filter(([, , second, isKept]) => isKept && (second === 0x3099 || second === 0x309a));
write(
  'folded-letter-table',
  `${constant('SILENT', SILENT, 'Marks and signs that leave no trace in a word: ranges of code points in hexadecimal.')}${constant(
    'ENCLOSED',
    ENCLOSED,
    'Numbers and letters in circles, squares and brackets, which stand before words and are none.',
  )}${constant('FOLD_GAPS', pack(foldGaps), 'Of each run of signs that fold: its start after the end of the one before.')}${constant(
    'FOLD_KINDS',
    pack(foldRuns.map(({ its, way }) => (its.length === 1 ? way : its.length === 0 ? 5 : 4 + its.length))),
    'Of each run: 0 one sign; 1 to 4 several, the steps of sign and form 1 and 0, 1 and 1, 2 and 2, 2 and 0; 5 one sign that parts words; 4 + n one sign that is n.',
  )}${constant('FOLD_COUNTS', pack(foldRuns.filter(({ count }) => count > 1).map(({ count }) => count)), 'The length of each run of several.')}${constant(
    'FOLD_FORMS',
    pack(foldTargets),
    'The form of each run: its first sign from the first of the one before, each other from the one before it, signed.',
  )}${constant(
    'VOICED_KANA',
    pack(
      voiced.flatMap(([c, one, second], i) => [one - (voiced[i - 1]?.[1] ?? 0), c - one, second - 0x3099].map(signed)),
    ),
    'Kana with a voice mark: how far the bare one is from the one before, the voiced one from it, and the mark from U+3099, each signed.',
  )}`,
);
