import type {
  AwardProgress,
  AwardWindow,
  ElementState,
  Lapse,
  MissingElement,
  WindowEnd,
} from '../../model/progress/award-progress.js';
import type { Decision } from '../../model/awards/decision.js';
import type { Framework } from '../../model/awards/framework.js';
import type { Sector } from '../../model/shared/sector.js';
import { firstCompleted, fullest, lastDayFrom, type WindowReading, windowsOf } from './award-windows.js';
import { daysBetween, type MissingDay } from '../../common/calendar-date.js';
import { elementsSoFar, type LaterDecision } from './element-progress.js';
import { agree, numberOf, quoted } from '../../common/list-words.js';
import { expectOptions, expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';

export interface AwardProgressOptions {
  /** The day to look from, `YYYY-MM-DD`. */
  readonly on: string;
  /** Within how many years all elements must be achieved: 3 for the STEM Nation Award. */
  readonly windowYears: number;
  /** Whether the day on which the years are over still counts; default `inclusive`. No source says which. */
  readonly windowEnd?: WindowEnd | undefined;
  /** Where a window that begins on 29 February ends in a year without one: on 28 February, or on 1 March. */
  readonly leapDay?: '28-february' | '1-march' | undefined;
  readonly laterDecision?: LaterDecision | undefined;
  /** The id of the setting, where the decisions are of several. */
  readonly setting?: string | undefined;
  /** Names elements as this sector does. */
  readonly sector?: Sector | undefined;
}

/**
 * How far a setting has come towards the full award: which elements are achieved, which window of years holds most of them,
 * which are missing and until when they must come, what lapses when, and whether the setting is eligible, with the reason.
 *
 * A window begins with an achievement and ends `windowYears` later: on the same day of the year (`inclusive`), or the day before
 * (`exclusive`). A window from 29 February ends on 28 February in a year without a 29th; `leapDay` can say 1 March. All elements in
 * one window make a setting eligible. It stays eligible as time passes: a window is not a period of validity. Only a later *more evidence
 * needed* ends that, since it takes an element away (`laterDecision: 'stands-beside'` keeps it). An eligible setting gets the full award
 * only after a successful validation conversation.
 *
 * Of windows with equally many elements the latest is taken, since it leaves most time. An element achieved again counts by any of its
 * dates. Decisions after `on` do not count and are listed. The order of the decisions does not matter.
 *
 * @throws RangeError for an impossible date, `windowYears` that is no whole number from 1, an option that is none of its words, an element the framework does not
 * have, another framework or edition, or decisions of several settings where `setting` names none.
 * @see STEM Nation Award, https://blogs.glowscotland.org.uk/glowblogs/stemnation/?p=1573 (five elements, three years)
 *
 * @example
 * const of = { framework: { id: stemNationAwardFramework.id, edition: stemNationAwardFramework.edition }, setting: 'hilltop-primary' };
 * const achieved = { ...of, decision: 'achieved', decidedBy: 'A. Validator', reason: 'Clear evidence.' } as const;
 * const progress = awardProgress([
 *   { ...achieved, element: 'leadership', date: '2024-03-11' },
 *   { ...achieved, element: 'equity-equality', date: '2025-06-20' },
 * ], stemNationAwardFramework, { on: '2026-01-15', windowYears: 3 });
 * progress.completeBy // => '2027-03-11'
 * progress.missing.map(({ element }) => element) // => ['family-community', 'employability-partnership', 'curriculum-pathways']
 * progress.lapses[0]?.message // => '“Leadership in STEM” (achieved 2024-03-11) counts with new achievements until 2027-03-11.'
 * progress.eligible // => false
 */
export const awardProgress = (
  decisions: readonly Decision[],
  framework: Framework,
  options: AwardProgressOptions,
): AwardProgress => {
  expectShape('awardProgress', 'decisions', decisions, shape.decisions);
  expectShape('awardProgress', 'framework', framework, shape.framework);
  expectOptions('awardProgress', options, OPTIONS);
  const reading = readingOf(options);
  const soFar = elementsSoFar(decisions, framework, options, 'awardProgress');
  const { elements } = soFar;
  const found = look(elements, options.on, reading);
  const otherEnd = reading.windowEnd === 'inclusive' ? 'exclusive' : 'inclusive';
  const other = look(elements, options.on, { ...reading, windowEnd: otherEnd });
  const matters = found.eligible !== other.eligible || found.missing.join() !== other.missing.join();
  const { current, eligible } = found;
  return {
    framework: soFar.framework,
    ...(soFar.setting !== undefined && { setting: soFar.setting }),
    on: options.on,
    windowYears: reading.windowYears,
    windowEnd: reading.windowEnd,
    elements,
    achieved: elements.filter(({ state }) => state === 'achieved').map(({ element }) => element),
    windows: found.windows,
    ...(found.fullest && { fullest: found.fullest }),
    ...(current && { current }),
    missing: elementsIn(elements, found.missing).map(missingElement),
    ...(found.completeBy !== undefined && {
      completeBy: found.completeBy,
      daysLeft: daysBetween(options.on, found.completeBy, 'awardProgress'),
    }),
    lapses: eligible ? [] : lapsesOf(elements, options.on, reading),
    eligible,
    ...(found.completed?.completedOn !== undefined && { eligibleSince: found.completed.completedOn }),
    reason: reasonOf(elements, found, reading) + (matters ? otherWords(elements, other, otherEnd) : ''),
    otherReading: {
      windowEnd: otherEnd,
      eligible: other.eligible,
      ...(other.completeBy !== undefined && { completeBy: other.completeBy }),
      matters,
    },
    later: soFar.later,
    issues: soFar.issues,
    notice:
      `Whether an element is achieved, and the full award after its conversation, are for ${framework.publisher}’s validators to say. ` +
      'How the window of years is counted, which decision stands and what lapses are the stem-leadership library’s reading; ' +
      'the window collects elements, it is not how long an award is valid.',
  };
};

const OPTIONS = /* @__PURE__ */ (() => ({
  on: shape.date,
  windowYears: shape.wholeFrom(1, 1000),
  windowEnd: shape.maybe(shape.windowEnd),
  leapDay: shape.maybe(shape.wordOf(['28-february', '1-march'])),
  laterDecision: shape.maybe(shape.wordOf(['replaces', 'stands-beside'])),
  setting: shape.maybe(shape.name),
  sector: shape.maybe(shape.sector),
}))();

const readingOf = ({
  windowYears,
  windowEnd = 'inclusive',
  leapDay = '28-february',
}: AwardProgressOptions): WindowReading => {
  const missingDay: MissingDay = leapDay === '1-march' ? 'first-of-next' : 'last-of-month';
  return { windowYears, windowEnd, leapDay: missingDay };
};

/** What one reading of the window's end sees. */
interface Look {
  readonly windows: readonly AwardWindow[];
  readonly fullest: AwardWindow | undefined;
  readonly current: AwardWindow | undefined;
  readonly completed: AwardWindow | undefined;
  readonly eligible: boolean;
  readonly missing: readonly string[];
  readonly completeBy: string | undefined;
}

const look = (elements: readonly ElementState[], on: string, reading: WindowReading): Look => {
  const windows = windowsOf(elements, reading, 'awardProgress');
  const current = fullest(windows.filter(({ last }) => last >= on));
  const completed = firstCompleted(windows);
  const eligible = completed !== undefined;
  return {
    windows,
    fullest: fullest(windows),
    current,
    completed,
    eligible,
    missing: eligible ? [] : (current?.lacks ?? elements.map(({ element }) => element)),
    completeBy: eligible ? undefined : current?.last,
  };
};

const missingElement = ({ element, label, state, achievedOn }: ElementState): MissingElement => {
  switch (state) {
    case 'not-decided':
      return { element, label, because: state, message: `“${label}” has not been achieved yet.` };
    case 'more-evidence-needed':
      return { element, label, because: state, message: `“${label}” needs more evidence.` };
    case 'achieved': {
      const message = `“${label}” was achieved on ${achievedOn.at(-1)}, too long ago to count with new achievements.`;
      return { element, label, because: 'lapsed', message };
    }
  }
};

const lapsesOf = (elements: readonly ElementState[], on: string, reading: WindowReading): readonly Lapse[] =>
  elements
    .flatMap(({ element, label, achievedOn }): Lapse[] => {
      const latest = achievedOn.at(-1);
      if (latest === undefined) return [];
      const countsUntil = lastDayFrom(latest, reading, 'awardProgress');
      const lapsed = countsUntil < on;
      const verb = lapsed ? 'counted' : 'counts';
      return [
        {
          element,
          label,
          achievedOn: latest,
          countsUntil,
          ...(!lapsed && { daysLeft: daysBetween(on, countsUntil, 'awardProgress') }),
          lapsed,
          message: `“${label}” (achieved ${latest}) ${verb} with new achievements until ${countsUntil}.`,
        },
      ];
    })
    .sort((a, b) => (a.countsUntil < b.countsUntil ? -1 : a.countsUntil > b.countsUntil ? 1 : 0));

const reasonOf = (elements: readonly ElementState[], found: Look, { windowYears }: WindowReading): string => {
  const years = numberOf(windowYears, 'year');
  const all = elements.length;
  if (found.completed) {
    const { from, completedOn } = found.completed;
    return (
      `Eligible: all ${all} elements were achieved within ${years}, from ${from} to ${completedOn}. ` +
      'The full award follows only after a successful validation conversation.'
    );
  }
  if (found.fullest === undefined) {
    return `Not eligible yet: no element is achieved. The window of ${years} opens with the first of the ${all}.`;
  }
  if (found.current === undefined) {
    return (
      `Not eligible: what was achieved, at most ${found.fullest.achieved.length} of ${all} elements within ${years}, ` +
      'is too far back to count with new achievements. The next element achieved opens a new window.'
    );
  }
  const { from, last, achieved, lacks } = found.current;
  return (
    `Not eligible yet: ${achieved.length} of ${all} elements ${agree(achieved.length, 'counts', 'count')} in the window from ${from} to ${last}. ` +
    `Missing, and needed by ${last}: ${labelsOf(elements, lacks)}.`
  );
};

const labelsOf = (elements: readonly ElementState[], ids: readonly string[]): string =>
  quoted(elementsIn(elements, ids).map(({ label }) => label));

const elementsIn = (elements: readonly ElementState[], ids: readonly string[]): readonly ElementState[] => {
  const wanted = new Set(ids);
  return elements.filter(({ element }) => wanted.has(element));
};

const otherWords = (elements: readonly ElementState[], { eligible, missing }: Look, windowEnd: WindowEnd): string => {
  const then = eligible ? 'the setting would be eligible' : `${labelsOf(elements, missing)} would be missing`;
  const reading = windowEnd === 'inclusive' ? 'still counted' : 'no longer counted';
  return ` No source says whether the day on which the years are over counts; if it ${reading}, ${then}.`;
};
