import type { ElementState, ElementProgress } from '../../model/progress/award-progress.js';
import type { Decision } from '../../model/awards/decision.js';
import type { Element, Framework } from '../../model/awards/framework.js';
import type { Issue } from '../../model/shared/issue.js';
import type { Sector } from '../../model/shared/sector.js';
import { listed } from '../../common/list-words.js';
import { expectOptions, expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';
import { readDecisions } from './read-decisions.js';

/** What a later *more evidence needed* does to an element that was achieved before: it replaces that decision, or stands beside it. */
export type LaterDecision = 'replaces' | 'stands-beside';

export interface ElementProgressOptions {
  /** The day to look from, `YYYY-MM-DD`; by default all decisions count. */
  readonly on?: string | undefined;
  /** The id of the setting, where the decisions are of several. */
  readonly setting?: string | undefined;
  /** Names elements as this sector does. */
  readonly sector?: Sector | undefined;
  /** Default `replaces`: the latest decision counts. No source says which. */
  readonly laterDecision?: LaterDecision | undefined;
}

/**
 * Where each element of a framework stands by the decisions that people recorded: achieved (with the dates that count),
 * more evidence needed, or not decided. The decision counts, whatever verdict was computed.
 *
 * An element may be decided many times: an appeal or a new claim is a later decision. The latest word holds: *more evidence
 * needed* after *achieved* takes the achievements before it away, unless `laterDecision: 'stands-beside'` keeps them. An element
 * achieved again has both dates. Two words on one day contradict each other: *more evidence needed* is then taken as the
 * later one, and an issue says so.
 *
 * @throws RangeError for an impossible date, an element the framework does not have, another framework or edition, or
 * decisions of several settings where `setting` names none.
 *
 * @example
 * const framework = { id: 'stem-nation-award', edition: stemNationAwardFramework.edition };
 * const decision = { framework, setting: 'hilltop-primary', element: 'leadership', decidedBy: 'A. Validator' };
 * const { elements } = elementProgress([
 *   { ...decision, date: '2025-03-10', decision: 'more-evidence-needed', reason: 'Learners do not lead yet.' },
 *   { ...decision, date: '2025-06-02', decision: 'achieved', reason: 'The new evidence shows P6 leading.' },
 * ], stemNationAwardFramework);
 * elements[0]?.message // => '“Leadership in STEM” is achieved: 2025-06-02.'
 * elements.map(({ state }) => state) // => ['achieved', 'not-decided', 'not-decided', 'not-decided', 'not-decided']
 */
export const elementProgress = (
  decisions: readonly Decision[],
  framework: Framework,
  options: ElementProgressOptions = {},
): ElementProgress => {
  expectShape('elementProgress', 'decisions', decisions, shape.decisions);
  expectShape('elementProgress', 'framework', framework, shape.framework);
  expectOptions('elementProgress', options, OPTIONS);
  return elementsSoFar(decisions, framework, options, 'elementProgress');
};

const OPTIONS = /* @__PURE__ */ (() => ({
  on: shape.maybe(shape.date),
  setting: shape.maybe(shape.name),
  sector: shape.maybe(shape.sector),
  laterDecision: shape.maybe(shape.wordOf(['replaces', 'stands-beside'])),
}))();

/** The same for a caller of another name, which a refusal then gives; what it is given has been looked at. */
export const elementsSoFar = (
  decisions: readonly Decision[],
  framework: Framework,
  options: ElementProgressOptions,
  caller: string,
): ElementProgress => {
  const read = readDecisions(decisions, framework, options, caller);
  const decided = new Map<string, Decision[]>(framework.elements.map(({ id }) => [id, []]));
  for (const decision of read.decisions) decided.get(decision.element)?.push(decision);
  const elements = framework.elements.map((element) => stateOf(element, decided.get(element.id) ?? [], options));
  return {
    framework: { id: framework.id, edition: framework.edition },
    ...(read.setting !== undefined && { setting: read.setting }),
    ...(options.on !== undefined && { on: options.on }),
    elements,
    later: read.later,
    issues: elements.flatMap(contradictions),
    notice:
      `The people who decided say whether an element is achieved. “Achieved” is a word of ${framework.publisher}; ` +
      '“more evidence needed”, and the rule that the latest decision stands, are the stem-leadership library’s.',
  };
};

const stateOf = (element: Element, decisions: readonly Decision[], options: ElementProgressOptions): ElementState => {
  const label = labelOf(element, options.sector);
  const achievements = decisions.filter(({ decision }) => decision === 'achieved');
  const lastRefusal = decisions.map(({ decision }) => decision).lastIndexOf('more-evidence-needed');
  const standing = options.laterDecision === 'stands-beside' ? achievements : decisions.slice(lastRefusal + 1);
  const achievedOn = [...new Set(standing.map(({ date }) => date))];
  const state =
    achievedOn.length > 0 ? 'achieved' : decisions.length > 0 ? ('more-evidence-needed' as const) : 'not-decided';
  return {
    element: element.id,
    label,
    state,
    achievedOn,
    decisions,
    message: wordsOf(label, achievedOn, achievements, decisions.at(-1)),
  };
};

const labelOf = ({ label, sectorLabels }: Element, sector: Sector | undefined): string =>
  sectorLabels?.find(({ sectors }) => sector !== undefined && sectors.includes(sector))?.label ?? label;

const wordsOf = (
  label: string,
  achievedOn: readonly string[],
  achievements: readonly Decision[],
  latest: Decision | undefined,
): string => {
  if (achievedOn.length > 0) return `“${label}” is achieved: ${listed(achievedOn)}.`;
  if (latest === undefined) return `“${label}” has not been decided yet.`;
  const before = achievements.length > 0 ? `, which replaces what was achieved on ${achievements.at(-1)?.date}` : '';
  return `“${label}” needs more evidence, as decided on ${latest.date}${before}.`;
};

const contradictions = ({ element, label, decisions }: ElementState): readonly Issue[] => {
  const days = new Set(decisions.filter(({ decision }) => decision === 'achieved').map(({ date }) => date));
  const clash = decisions.find(({ decision, date }) => decision === 'more-evidence-needed' && days.has(date));
  if (clash === undefined) return [];
  return [
    {
      code: 'contradicting-decisions',
      severity: 'warning',
      path: ['elements', element],
      message: `“${label}” was called achieved and in need of more evidence on one day, ${clash.date}; the second is taken as the later word.`,
      hint: 'Ask the validators which one holds, and correct the date of the other.',
    },
  ];
};
