import type {
  WindowState,
  SinceBaseline,
  JudgedSetting,
  SettingElements,
  SettingSummary,
} from '../../model/progress/portfolio-summary.js';
import type { FrameworkEdition } from '../../model/shared/record-name.js';
import type { Decision } from '../../model/awards/decision.js';
import type { Framework } from '../../model/awards/framework.js';
import type { Evaluation } from '../../model/rubrics/evaluation.js';
import type { Issue } from '../../model/shared/issue.js';
import type { Setting } from '../../model/awards/setting.js';
import { byCodeUnits } from '../../common/code-units.js';
import { awardProgress } from '../decisions/award-progress.js';
import type { WindowEnd } from '../../model/progress/award-progress.js';
import { comparableWith, inOrder, type MapEvaluation } from '../progress/comparable.js';
import type { DatedEvaluation } from '../../model/progress/setting-progress.js';
import { dayNumberIn } from '../../common/calendar-date.js';
import { standingOf } from '../progress/setting-progress.js';
import { type BareStep, bareStepBetween, stepInWords } from '../progress/step-between.js';
import { listed, numberOf } from '../../common/list-words.js';

/** A setting as a portfolio takes it. */
export interface PortfolioSetting {
  readonly setting: Setting;
  /** Its evaluations by all rubrics, in any order. */
  readonly evaluations: readonly DatedEvaluation[];
  readonly decisions?: readonly Decision[] | undefined;
}

/** The award that a portfolio counts towards. */
export interface PortfolioAward {
  readonly framework: FrameworkEdition;
  /** The ids of its elements, in the order to show them. */
  readonly elements: readonly string[];
  /** How many of them the full award asks for. */
  readonly needed: number;
  /** Within how many years they must be achieved: 3 for the STEM Nation Award. */
  readonly windowYears: number;
  /** Whether the day on which the years are over still counts; default `inclusive`. No source says which. */
  readonly windowEnd?: WindowEnd | undefined;
}

/** A setting's window, as the caller computed it. `lastDay` still counts. */
export interface PortfolioWindow {
  readonly setting: string;
  readonly lastDay: string;
}

export interface SettingOptions {
  readonly on: string;
  readonly award?: PortfolioAward | undefined;
  readonly map?: MapEvaluation | undefined;
  readonly near?: { readonly elements?: number | undefined; readonly gaps?: number | undefined } | undefined;
  readonly outcomes?: Readonly<Record<string, string | undefined>> | undefined;
}

const caller = 'summarisePortfolio';

/** A setting with the steps since its baselines, which tables count and the summary leaves out. */
export interface Digest {
  readonly summary: SettingSummary;
  readonly latest: readonly { readonly evaluation: Evaluation; readonly since?: BareStep | undefined }[];
  readonly issues: readonly Issue[];
}

/** Reads one setting as it stands on a day. */
export const digestSetting = (
  { setting, evaluations, decisions = [] }: PortfolioSetting,
  lastDay: string | undefined,
  options: SettingOptions,
): Digest => {
  const issues: Issue[] = [];
  const elements = options.award && elementsOf(setting.id, decisions, options.award, options.on, issues);
  if (options.award === undefined && decisions.length > 0) {
    const message = `${numberOf(decisions.length, 'decision')} of “${setting.name}” ${decisions.length === 1 ? 'is' : 'are'} not counted.`;
    const hint = 'Name the award they are towards.';
    issues.push({ code: 'decisions-not-counted', severity: 'warning', path: pathOf(setting.id), message, hint });
  }
  const judged = judgedBy(setting, evaluations, options, issues);
  const near = nearWords(elements, judged, options);
  return {
    summary: {
      setting: setting.id,
      name: setting.name,
      sector: setting.sector,
      ...(setting.authority !== undefined && { authority: setting.authority }),
      ...(elements && { elements }),
      judged: judged.map((one) => one.judged),
      ...(lastDay !== undefined && { window: windowState(lastDay, options.on) }),
      ...(near !== undefined && { near }),
    },
    latest: judged,
    issues,
  };
};

const pathOf = (setting: string, ...rest: readonly string[]): Issue['path'] => ['settings', setting, ...rest];

/** The elements by `awardProgress`, from the decisions it can read together; an issue names the others. */
const elementsOf = (
  setting: string,
  decisions: readonly Decision[],
  award: PortfolioAward,
  on: string,
  issues: Issue[],
): SettingElements => {
  let ofOthers = 0;
  const [known, unknown] = [new Set(award.elements), new Set<string>()];
  const counted = decisions.filter(({ framework, element }) => {
    if (framework.id !== award.framework.id || framework.edition !== award.framework.edition) {
      ofOthers++;
      return false;
    }
    if (known.has(element)) return true;
    unknown.add(element);
    return false;
  });
  const { windowYears, windowEnd } = award;
  const progress = awardProgress(counted, frameworkOf(award), { on, windowYears, windowEnd });
  if (ofOthers > 0) {
    const message = `${numberOf(ofOthers, 'decision')} of another framework or edition ${ofOthers === 1 ? 'is' : 'are'} not counted.`;
    const hint = `Only “${award.framework.id}” ${award.framework.edition} counts here.`;
    issues.push({ code: 'other-edition', severity: 'info', path: pathOf(setting, 'decisions'), message, hint });
  }
  for (const element of [...unknown].sort(byCodeUnits)) {
    const message = `The award has no element “${element}”; its decisions are not counted.`;
    const hint = 'Name it among the elements, or correct its id.';
    issues.push({
      code: 'unknown-element',
      severity: 'warning',
      path: pathOf(setting, 'decisions', element),
      message,
      hint,
    });
  }
  for (const { element, decisions: all } of progress.elements) {
    const date = contradictedOn(all);
    if (date === undefined) continue;
    const message = `Two decisions of ${date} about “${element}” contradict each other; it counts as not achieved.`;
    const hint = 'Keep the one that stands.';
    issues.push({
      code: 'decisions-contradict',
      severity: 'warning',
      path: pathOf(setting, 'decisions', element),
      message,
      hint,
    });
  }
  const moreEvidenceNeeded = progress.elements.flatMap(({ element, state }) =>
    state === 'more-evidence-needed' ? [element] : [],
  );
  const complete = progress.windows.some(({ achieved }) => achieved.length >= award.needed);
  const missing = complete ? 0 : award.needed - (progress.current?.achieved.length ?? 0);
  return { achieved: progress.achieved, moreEvidenceNeeded, complete, missing };
};

/** As much of a framework as counting elements needs. */
const frameworkOf = ({ framework: { id, edition }, elements }: PortfolioAward): Framework => ({
  id,
  edition,
  label: id,
  publisher: id,
  sources: [],
  elements: elements.map((element) => ({
    id: element,
    label: element,
    description: element,
    verified: false,
    indicators: [],
  })),
});

/** The day of an element's latest decisions, where they contradict each other. */
const contradictedOn = (decisions: readonly Decision[]): string | undefined => {
  const last = decisions.at(-1);
  return decisions.some(({ date, decision }) => date === last?.date && decision !== last.decision)
    ? last?.date
    : undefined;
};

interface Judged {
  readonly judged: JudgedSetting;
  readonly evaluation: Evaluation;
  readonly since?: BareStep | undefined;
}

const judgedBy = (
  setting: Setting,
  evaluations: readonly DatedEvaluation[],
  options: SettingOptions,
  issues: Issue[],
): readonly Judged[] => {
  const ordered = inOrder(evaluations, `${caller}, “${setting.id}”`).filter(({ date }) => date <= options.on);
  const ofRubric = new Map<string, DatedEvaluation[]>();
  for (const entry of ordered) {
    const { id } = entry.evaluation.rubric;
    const known = ofRubric.get(id);
    if (known === undefined) ofRubric.set(id, [entry]);
    else known.push(entry);
  }
  return [...ofRubric]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .flatMap(([, entries]): Judged[] => {
      const latest = entries.at(-1);
      return latest === undefined ? [] : [judgedOf(setting, latest, entries, options, issues)];
    });
};

const judgedOf = (
  setting: Setting,
  latest: DatedEvaluation,
  entries: readonly DatedEvaluation[],
  options: SettingOptions,
  issues: Issue[],
): Judged => {
  const { evaluation, date } = latest;
  const { points, refused } = comparableWith(evaluation.rubric, entries, options.map, caller);
  for (const { date: of, message } of refused) {
    const hint = 'Bring it forward with map, or leave it out.';
    const path = pathOf(setting.id, 'evaluations', of);
    issues.push({ code: 'not-compared', severity: 'info', path, message, hint });
  }
  const first = points[0];
  const since = first === undefined || first.date === date ? undefined : bareStepBetween(first.evaluation, evaluation);
  const towards = towardsOf(evaluation, options.outcomes);
  const element = evaluation.framework?.element;
  return {
    evaluation,
    ...(since && { since }),
    judged: {
      rubric: { id: evaluation.rubric.id, version: evaluation.rubric.version },
      ...(element !== undefined && { element }),
      date,
      standing: standingOf(evaluation),
      profile: evaluation.criteria,
      ...(towards && { towards }),
      ...(since && first && { sinceBaseline: baselineOf(first.date, date, since) }),
    },
  };
};

const baselineOf = (from: string, to: string, step: BareStep): SinceBaseline => {
  const those = (movement: 'gained' | 'lost') =>
    step.outcomes.filter((one) => one.movement === movement).map(({ outcome }) => outcome);
  const message = `Since ${from}: ${stepInWords(step)}`;
  return { from, to, counts: step.counts, gained: those('gained'), lost: those('lost'), message };
};

const towardsOf = (evaluation: Evaluation, wanted: SettingOptions['outcomes']): JudgedSetting['towards'] => {
  const { id } = evaluation.rubric;
  const named = wanted !== undefined && Object.hasOwn(wanted, id) ? wanted[id] : undefined;
  const outcome =
    named === undefined ? evaluation.outcomes.at(-1) : evaluation.outcomes.find((one) => one.outcome === named);
  if (named !== undefined && outcome === undefined) {
    throw new RangeError(`${caller}: the rubric “${id}” has no outcome “${named}”`);
  }
  if (outcome === undefined) return undefined;
  const { label, verdict, gaps } = outcome;
  return { outcome: outcome.outcome, label, gaps: gaps.length, isMet: verdict === 'met' };
};

const nearWords = (
  elements: SettingElements | undefined,
  judged: readonly Judged[],
  { near = {} }: SettingOptions,
): string | undefined => {
  const { elements: atMostMissing = 1, gaps: atMostGaps = 1 } = near;
  const missing = elements?.missing ?? 0;
  const byElements =
    missing > 0 && missing <= atMostMissing ? [`${numberOf(missing, 'element')} short of the full award`] : [];
  const byGaps = judged.flatMap(({ judged: { rubric, towards } }) =>
    towards === undefined || towards.isMet || towards.gaps === 0 || towards.gaps > atMostGaps
      ? []
      : [`${numberOf(towards.gaps, 'gap')} from “${towards.label}” by “${rubric.id}”`],
  );
  const why = [...byElements, ...byGaps];
  return why.length === 0 ? undefined : listed(why);
};

const windowState = (lastDay: string, on: string): WindowState => {
  const days = (dayNumberIn(lastDay) ?? 0) - (dayNumberIn(on) ?? 0);
  return days >= 0 ? { kind: 'open', lastDay, daysLeft: days } : { kind: 'passed', lastDay, daysAgo: -days };
};
