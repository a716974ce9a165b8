import { nearestName } from '../../common/nearest-name.js';
import { lowerCase } from '../../common/unicode/letter-case.js';
import { wordsIn } from '../../common/unicode/words.js';
import type { Sector } from '../../model/shared/sector.js';

/** What a heading says about kinds of place, and what of it could not be read for certain. */
export interface NamedSectors {
  readonly sectors: readonly Sector[];
  /** Words that were taken for a misspelt word of the list below. */
  readonly guessed: readonly { readonly written: string; readonly read: string }[];
  /** Words that name no known kind of place. */
  readonly unknown: readonly string[];
  /** True where a word such as “except” turns the meaning round. Then no sector is named. */
  readonly negated: boolean;
  /** True where “schools” was read as schools of all kinds. */
  readonly allSchools: boolean;
}

/** The schools that “schools” alone stands for. */
const SCHOOLS: readonly Sector[] = ['primary', 'secondary', 'special'];
const ORDER: readonly Sector[] = ['elc', 'primary', 'secondary', 'special', 'cld'];

/**
 * Names of places by their words, the longer name before the shorter: a nursery school is no school of another kind. “School” in such a
 * name is used up by it.
 */
const PLACES: readonly (readonly [string, readonly Sector[]])[] = [
  ['elc', ['elc']],
  ['early learning childcare', ['elc']],
  ['early learning', ['elc']],
  ['early years', ['elc']],
  ['early childhood', ['elc']],
  ['childcare', ['elc']],
  ['child care', ['elc']],
  ['nursery schools', ['elc']],
  ['nursery classes', ['elc']],
  ['nursery', ['elc']],
  ['pre schools', ['elc']],
  ['preschools', ['elc']],
  ['kindergartens', ['elc']],
  ['playgroups', ['elc']],
  ['childminders', ['elc']],
  ['childminding', ['elc']],
  ['primary', ['primary']],
  ['infant schools', ['primary']],
  ['junior schools', ['primary']],
  ['secondary', ['secondary']],
  ['high schools', ['secondary']],
  ['specialist', ['special']],
  ['special', ['special']],
  ['additional support needs', ['special']],
  ['asn', ['special']],
  ['cld', ['cld']],
  ['community learning development', ['cld']],
  ['community learning', ['cld']],
  ['community education', ['cld']],
  ['youth work', ['cld']],
  ['youth clubs', ['cld']],
  ['youth groups', ['cld']],
  ['youth centres', ['cld']],
  ['youth services', ['cld']],
  ['adult learning', ['cld']],
  ['adult education', ['cld']],
];

/** Plural forms that end in something other than s. */
const SINGULAR: Readonly<Record<string, string>> = {
  nurseries: 'nursery',
  nursery: 'nursery',
  primaries: 'primary',
  secondaries: 'secondary',
  specials: 'special',
  classes: 'classes',
  class: 'classes',
  needs: 'needs',
  years: 'years',
  asn: 'asn',
  youths: 'youth',
  workers: 'work',
  worker: 'work',
  schooling: 'schools',
};

/** Words that name no kind of place by themselves. */
const PLAIN = /* @__PURE__ */ new Set(
  (
    'a an the in at for of on to and or with within across by as both all any each every our your their this these that other ' +
    'setting settings sector sectors place places context contexts establishment establishments environment centre centres ' +
    'center centers provision provider providers service services class classes stage stages level kind kinds type types practice ' +
    'education educational learning development learner learners child children young people staff pupils stem it like what how ' +
    'about does do is are looks look element wide whole'
  ).split(' '),
);

const EVERYWHERE =
  /\b(?:all|any|each|every) (?:(?:kinds?|types?) of )?(?:\S+ )?(?:settings?|sectors?|places?|establishments?|providers?)\b/;

const TURNS = /* @__PURE__ */ new Set(
  'not non no except excluding without outwith outside beyond than unlike'.split(' '),
);

/** What a misspelt word is compared with. Shorter words are too easily something else: “teams” is two letters from “years”. */
const VOCABULARY: readonly string[] = [
  'nursery',
  'nurseries',
  'childcare',
  'preschools',
  'kindergartens',
  'playgroups',
  'primary',
  'primaries',
  'secondary',
  'secondaries',
  'special',
  'specialist',
  'community',
  'schools',
];
const SHORTEST_COMPARED = 7;

/**
 * The sectors a heading names. “Schools” without a kind means primary, secondary and special schools. A misspelt word is read as the
 * nearest known one, and said; any other unknown word is said too.
 */
export function readSectors(heading: string): NamedSectors {
  const written = wordsOf(aboutPlaces(heading));
  const guessed: { written: string; read: string }[] = [];
  const words = written.map((word) => {
    const known = singular(word);
    if (PLAIN.has(word) || TURNS.has(word) || isPlaceWord(known) || word.length < SHORTEST_COMPARED) return known;
    const near = nearestName(word, VOCABULARY);
    if (near === undefined) return known;
    guessed.push({ written: word, read: near });
    return singular(near);
  });
  const { found, schools, unknown } = readPlaces(words);
  const negated = written.some((word) => TURNS.has(word));
  if (negated) return { sectors: [], guessed: [], unknown, negated, allSchools: false };
  const allSchools = schools && !SCHOOLS.some((kind) => found.has(kind));
  if (allSchools) for (const kind of SCHOOLS) found.add(kind);
  if (found.size === 0 && unknown.length === 0 && EVERYWHERE.test(written.join(' '))) {
    for (const sector of ORDER) found.add(sector);
  }
  return { sectors: ORDER.filter((sector) => found.has(sector)), guessed, unknown, negated, allSchools };
}

/** What stands after “look like”, or the whole heading where that does not stand in it. */
function aboutPlaces(heading: string): string {
  const at = /\blooks? like\b/i.exec(heading);
  return at ? heading.slice(at.index + at[0].length) : heading;
}

function wordsOf(text: string): readonly string[] {
  return wordsIn(lowerCase(text).replace(/[’']s?\b/g, ''), { marks: true }).map((word) => word.text);
}

/** Plural and singular are one word here: the form that stands in the list of places. */
function singular(word: string): string {
  if (Object.hasOwn(SINGULAR, word)) return SINGULAR[word] ?? word;
  if (isPlaceWord(word)) return word;
  return isPlaceWord(`${word}s`) ? `${word}s` : word;
}

interface Place {
  readonly words: readonly string[];
  readonly sectors: readonly Sector[];
}

/** The places by their first word, and every word that stands in one: made when first needed. */
let places:
  | { readonly byFirstWord: ReadonlyMap<string, readonly Place[]>; readonly words: ReadonlySet<string> }
  | undefined;

function knownPlaces(): NonNullable<typeof places> {
  if (places) return places;
  const byFirstWord = new Map<string, Place[]>();
  const words = new Set<string>();
  for (const [name, sectors] of PLACES) {
    const place = { words: name.split(' '), sectors };
    for (const word of place.words) words.add(word);
    const first = place.words[0] ?? '';
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), place]);
  }
  places = { byFirstWord, words };
  return places;
}

function isPlaceWord(word: string): boolean {
  return knownPlaces().words.has(word);
}

function readPlaces(words: readonly string[]): { found: Set<Sector>; schools: boolean; unknown: string[] } {
  const found = new Set<Sector>();
  const unknown: string[] = [];
  let schools = false;
  // “and” inside a name, as in “community learning and development”, is no part of it.
  const told = words.filter((word) => word !== 'and');
  for (let at = 0; at < told.length; ) {
    const word = told[at] ?? '';
    const place = knownPlaces()
      .byFirstWord.get(word)
      ?.find((one) => one.words.every((part, index) => told[at + index] === part));
    if (place) for (const sector of place.sectors) found.add(sector);
    else if (word === 'schools') schools = true;
    else if (!PLAIN.has(word) && !TURNS.has(word)) unknown.push(word);
    at += place?.words.length ?? 1;
  }
  return { found, schools, unknown };
}
