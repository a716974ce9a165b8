import type { Evidence } from '../../model/awards/evidence.js';
import type { Issue } from '../../model/shared/issue.js';
import type { Voice } from '../../model/awards/voice.js';
import { listed } from '../../common/list-words.js';
import { type EvidenceTimes, readEvidence } from './evidence-items.js';
import { expectOptions, expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';

/** Whether one group of people was heard, and on what evidence. */
export interface VoiceHeard {
  readonly voice: Voice;
  readonly label: string;
  readonly heard: boolean;
  /** Ids of the items in which it was heard and that are not too old. */
  readonly evidence: readonly string[];
  /** Ids of items in which it was heard, but too long ago. */
  readonly tooOld: readonly string[];
  readonly message: string;
}

export interface StakeholderCoverage {
  /** In the guidance's order. */
  readonly voices: readonly VoiceHeard[];
  readonly heard: readonly Voice[];
  readonly unheard: readonly Voice[];
  /** What was noticed about the evidence: voices without a name, items listed twice, items dated later. */
  readonly issues: readonly Issue[];
  /** States who produced these words and numbers. */
  readonly notice: string;
}

export interface StakeholderCoverageOptions extends EvidenceTimes {
  /** The voices that are asked for; the six of the award's guidance where left out. */
  readonly voices?: readonly Voice[] | undefined;
  /** Only evidence for one of these indicators; by default all evidence. */
  readonly indicators?: readonly string[] | undefined;
}

const LABELS: { readonly [V in Voice]: string } = {
  'teaching-staff': 'Teaching staff',
  'support-staff': 'Support staff',
  learners: 'Learners',
  parents: 'Parents',
  families: 'Families',
  partners: 'STEM partners',
};

const ALL_VOICES = Object.keys(LABELS) as readonly Voice[];

/**
 * Which voices were heard, and on what evidence: teaching staff, support staff, learners, parents, families and STEM
 * partners, whom the guidance for the leadership element names. A voice was heard where an item of evidence lists it in
 * `voices`; an item of kind `learner-voice` is heard as learners without saying so. Parents and families are two voices,
 * as in the guidance: one is not taken for the other.
 *
 * @throws RangeError for an impossible date, or `notOlderThan` without `asOf`.
 * @see Leadership in STEM support, https://blogs.glowscotland.org.uk/glowblogs/stemnation/?p=7058
 *
 * @example
 * const coverage = stakeholderCoverage([
 *   { id: 'council', kind: 'learner-voice', date: '2026-01-12', shows: 'Pupils chose the topics', supports: ['learner-leadership'] },
 *   { id: 'evening', kind: 'stakeholder-voice', date: '2025-11-03', shows: 'Notes of the evening', supports: ['shared-vision'],
 *     voices: ['parents', 'partners'] },
 * ]);
 * coverage.heard // => ['learners', 'parents', 'partners']
 * coverage.voices[1]?.message // => 'Support staff: not heard yet in any evidence.'
 */
export const stakeholderCoverage = (
  evidence: readonly Evidence[],
  options: StakeholderCoverageOptions = {},
): StakeholderCoverage => {
  expectShape('stakeholderCoverage', 'evidence', evidence, shape.evidence);
  expectOptions('stakeholderCoverage', options, OPTIONS);
  const chosen = options.indicators && new Set(options.indicators);
  const read = readEvidence(evidence, options, 'stakeholderCoverage');
  const items = read.items.filter(({ supports }) => chosen === undefined || supports.some((id) => chosen.has(id)));
  const wanted = ALL_VOICES.filter((voice) => options.voices?.includes(voice) ?? true);
  const voices = wanted.map((voice): VoiceHeard => {
    const own = items.filter((item) => voicesIn(item).includes(voice));
    const inTime = own.filter(({ date }) => read.since === undefined || date >= read.since);
    const old = own.filter(({ date }) => read.since !== undefined && date < read.since);
    return {
      voice,
      label: LABELS[voice],
      heard: inTime.length > 0,
      evidence: inTime.map(({ id }) => id),
      tooOld: old.map(({ id }) => id),
      message: `${LABELS[voice]}: ${wordsOf(inTime, old, read.since)}`,
    };
  });
  return {
    voices,
    heard: voices.filter(({ heard }) => heard).map(({ voice }) => voice),
    unheard: voices.filter(({ heard }) => !heard).map(({ voice }) => voice),
    issues: [...read.issues, ...unnamedVoices(evidence)],
    notice:
      'The voices are those the guidance for the leadership element names. The stem-leadership library counts a voice as heard where an item ' +
      'of evidence says so; whether it was truly heard is for people to judge.',
  };
};

const OPTIONS = /* @__PURE__ */ (() => ({
  ...shape.evidenceTimes,
  voices: shape.maybe(shape.voices),
  indicators: shape.maybe(shape.names('indicators')),
}))();

const voicesIn = ({ kind, voices = [] }: Evidence): readonly Voice[] =>
  kind === 'learner-voice' ? [...voices, 'learners'] : voices;

const wordsOf = (inTime: readonly Evidence[], old: readonly Evidence[], since: string | undefined): string => {
  const names = (items: readonly Evidence[]) => listed(items.map(({ id, date }) => `“${id}” (${date})`));
  if (inTime.length > 0) return `heard in ${names(inTime)}.`;
  if (old.length > 0) return `not heard since ${since}; before that in ${names(old)}.`;
  return 'not heard yet in any evidence.';
};

const unnamedVoices = (evidence: readonly Evidence[]): readonly Issue[] =>
  evidence.flatMap(({ id, kind, voices = [] }, at): Issue[] => {
    if (kind !== 'stakeholder-voice' || voices.length > 0) return [];
    return [
      {
        code: 'unnamed-voice',
        severity: 'warning',
        path: ['evidence', at, 'voices'],
        message: `“${id}” is a stakeholder’s voice but does not say whose.`,
        hint: 'List in voices who was heard.',
      },
    ];
  });
