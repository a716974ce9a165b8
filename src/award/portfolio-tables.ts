import type { Rubric } from '../model/rubric.js';
import { byCodeUnits, byVersion } from './code-units.js';
import type { RubricVersion } from './comparable.js';
import type { Digest, PortfolioAward } from './portfolio-settings.js';
import { type Quantity, quantityWords } from './quantity-words.js';
import { type MovementCounts, noMovement } from './step-between.js';

/** How many settings stand at one level. */
export interface LevelCount {
  readonly level: string;
  /** Its label, where the rubric was given. */
  readonly label?: string | undefined;
  readonly settings: number;
  /** The share of all settings of the table in words. */
  readonly words: Quantity;
}

/** How the settings of a table stand on one indicator. Levels and the three other states add up to all of them. */
export interface IndicatorDistribution {
  readonly criterion: string;
  readonly indicator: string;
  readonly label: string;
  /** Lowest first. */
  readonly levels: readonly LevelCount[];
  readonly notApplicable: number;
  readonly unrated: number;
  readonly contested: number;
  /** How those with a baseline moved since it, each against its own. */
  readonly sinceBaseline: MovementCounts;
}

/** What the latest evaluations by one rubric in one version say. No mean: the profile is the summary. */
export interface RubricTable {
  readonly rubric: RubricVersion;
  readonly element?: string | undefined;
  /** How many settings have such an evaluation. */
  readonly settings: number;
  readonly indicators: readonly IndicatorDistribution[];
  readonly outcomes: readonly {
    readonly outcome: string;
    readonly label: string;
    readonly met: number;
    readonly notYetMet: number;
    readonly undecided: number;
  }[];
  /** How many have an earlier comparable evaluation, and how many of these have a criterion that rose, or one that fell. */
  readonly baseline: { readonly settings: number; readonly withRises: number; readonly withFalls: number };
  /** Whose numbers and verdicts these are. */
  readonly notice: string;
}

/** Where the settings stand with one element of the award, by their decisions. */
export interface ElementCount {
  readonly element: string;
  readonly achieved: number;
  readonly moreEvidenceNeeded: number;
  readonly noDecision: number;
}

/** A portfolio, or a part of one, in counts of settings. */
export interface PortfolioTables {
  readonly settings: number;
  /** By rubric id, then by version. */
  readonly rubrics: readonly RubricTable[];
  /** In the award's order; empty where no award was named. */
  readonly elements: readonly ElementCount[];
  /** How many settings have achieved none, one, two … of them. */
  readonly elementsAchieved: readonly { readonly elements: number; readonly settings: number }[];
}

/** What the tables of a portfolio and of its parts have in common: their rows and columns. */
export interface TableFrame {
  readonly rubrics: readonly RubricFrame[];
  readonly award?: PortfolioAward | undefined;
}

interface RubricFrame {
  readonly rubric: RubricVersion;
  readonly element?: string | undefined;
  readonly notice: string;
  readonly criteria: readonly CriterionFrame[];
  readonly outcomes: readonly { readonly outcome: string; readonly label: string }[];
}

interface CriterionFrame {
  readonly criterion: string;
  readonly indicator: string;
  readonly label: string;
  readonly levels: readonly { readonly level: string; readonly label?: string | undefined }[];
}

const keyOf = ({ id, version }: RubricVersion): string => `${id} ${version}`;

type KnownRubric = Pick<Rubric, 'id' | 'version' | 'scale' | 'criteria'>;

/** Reads off the evaluations which rubrics, criteria, levels and outcomes there are. */
export const frameOf = (
  digests: readonly Digest[],
  known: readonly KnownRubric[],
  award: PortfolioAward | undefined,
): TableFrame => {
  const frames = new Map<string, { frame: Omit<RubricFrame, 'criteria'>; criteria: Map<string, Seen> }>();
  for (const { latest } of digests) {
    for (const { evaluation } of latest) {
      const key = keyOf(evaluation.rubric);
      let entry = frames.get(key);
      if (entry === undefined) {
        const { id, version } = evaluation.rubric;
        const element = evaluation.framework?.element;
        const frame = {
          rubric: { id, version },
          ...(element !== undefined && { element }),
          notice: evaluation.notice,
          outcomes: evaluation.outcomes.map(({ outcome, label }) => ({ outcome, label })),
        };
        const criteria = evaluation.criteria.map(({ criterion, indicator, label }): [string, Seen] => [
          criterion,
          { criterion, indicator, label, heights: new Map() },
        ]);
        entry = { frame, criteria: new Map(criteria) };
        frames.set(key, entry);
      }
      for (const { criterion, level, height = 0 } of evaluation.criteria) {
        if (level !== undefined) entry.criteria.get(criterion)?.heights.set(level, height);
      }
    }
  }
  const rubrics = [...frames.values()].map(({ frame, criteria }): RubricFrame => {
    const rubric = known.find(({ id, version }) => id === frame.rubric.id && version === frame.rubric.version);
    return { ...frame, criteria: [...criteria.values()].map((seen) => criterionFrame(seen, rubric)) };
  });
  rubrics.sort((a, b) => byCodeUnits(a.rubric.id, b.rubric.id) || byVersion(a.rubric.version, b.rubric.version));
  return { rubrics, ...(award && { award }) };
};

interface Seen {
  readonly criterion: string;
  readonly indicator: string;
  readonly label: string;
  /** The levels seen, with how far up their scale they stand. */
  readonly heights: Map<string, number>;
}

/** All levels of the rubric's scale where the rubric is known, else those that some setting has. */
const criterionFrame = (
  { criterion, indicator, label, heights }: Seen,
  rubric: KnownRubric | undefined,
): CriterionFrame => {
  if (rubric !== undefined) {
    const scale = rubric.criteria.find(({ id }) => id === criterion)?.scale ?? rubric.scale;
    return {
      criterion,
      indicator,
      label,
      levels: scale.levels.map((level) => ({ level: level.id, label: level.label })),
    };
  }
  const seen = [...heights].sort(([a, low], [b, high]) => low - high || byCodeUnits(a, b));
  return { criterion, indicator, label, levels: seen.map(([level]) => ({ level })) };
};

interface CriterionTally {
  readonly levels: Map<string, number>;
  notApplicable: number;
  unrated: number;
  contested: number;
  readonly since: ReturnType<typeof noMovement>;
}

interface RubricTally {
  settings: number;
  readonly criteria: Map<string, CriterionTally>;
  readonly outcomes: Map<string, { met: number; notYetMet: number; undecided: number }>;
  readonly baseline: { settings: number; withRises: number; withFalls: number };
}

/** Counts the settings of a portfolio, or of a part of it, into the common rows and columns. */
export const countTables = (frame: TableFrame, digests: readonly Digest[]): PortfolioTables => {
  const tallies = new Map(frame.rubrics.map((one) => [keyOf(one.rubric), emptyTally(one)]));
  for (const { latest } of digests) {
    for (const judged of latest) {
      const tally = tallies.get(keyOf(judged.evaluation.rubric));
      if (tally !== undefined) countSetting(tally, judged);
    }
  }
  return {
    settings: digests.length,
    rubrics: frame.rubrics.map((one) => rubricTable(one, tallies.get(keyOf(one.rubric)) ?? emptyTally(one))),
    ...elementCounts(frame.award, digests),
  };
};

const emptyTally = ({ criteria, outcomes }: RubricFrame): RubricTally => ({
  settings: 0,
  criteria: new Map(
    criteria.map(({ criterion }) => [
      criterion,
      { levels: new Map(), notApplicable: 0, unrated: 0, contested: 0, since: noMovement() },
    ]),
  ),
  outcomes: new Map(outcomes.map(({ outcome }) => [outcome, { met: 0, notYetMet: 0, undecided: 0 }])),
  baseline: { settings: 0, withRises: 0, withFalls: 0 },
});

const countSetting = (tally: RubricTally, { evaluation, since }: Digest['latest'][number]): void => {
  tally.settings++;
  for (const { criterion, state, level = '' } of evaluation.criteria) {
    const counts = tally.criteria.get(criterion);
    if (counts === undefined) continue;
    switch (state) {
      case 'rated':
        counts.levels.set(level, (counts.levels.get(level) ?? 0) + 1);
        break;
      case 'not-applicable':
        counts.notApplicable++;
        break;
      case 'unrated':
        counts.unrated++;
        break;
      case 'contested':
        counts.contested++;
        break;
    }
  }
  for (const { outcome, verdict } of evaluation.outcomes) {
    const counts = tally.outcomes.get(outcome);
    if (counts === undefined) continue;
    if (verdict === 'met') counts.met++;
    else if (verdict === 'undecided') counts.undecided++;
    else counts.notYetMet++;
  }
  if (since === undefined) return;
  tally.baseline.settings++;
  if (since.counts.up > 0) tally.baseline.withRises++;
  if (since.counts.down > 0) tally.baseline.withFalls++;
  for (const { criterion, movement } of since.criteria) {
    const counts = tally.criteria.get(criterion);
    if (counts !== undefined) counts.since[movement]++;
  }
};

const rubricTable = (frame: RubricFrame, tally: RubricTally): RubricTable => ({
  rubric: frame.rubric,
  ...(frame.element !== undefined && { element: frame.element }),
  settings: tally.settings,
  indicators: frame.criteria.map(({ criterion, indicator, label, levels }) => {
    const counts = tally.criteria.get(criterion);
    return {
      criterion,
      indicator,
      label,
      levels: levels.map((level) => {
        const settings = counts?.levels.get(level.level) ?? 0;
        return { ...level, settings, words: quantityWords(settings, tally.settings) };
      }),
      notApplicable: counts?.notApplicable ?? 0,
      unrated: counts?.unrated ?? 0,
      contested: counts?.contested ?? 0,
      sinceBaseline: counts?.since ?? noMovement(),
    };
  }),
  outcomes: frame.outcomes.map(({ outcome, label }) => ({
    outcome,
    label,
    ...(tally.outcomes.get(outcome) ?? { met: 0, notYetMet: 0, undecided: 0 }),
  })),
  baseline: tally.baseline,
  notice: frame.notice,
});

const elementCounts = (
  award: PortfolioAward | undefined,
  digests: readonly Digest[],
): Pick<PortfolioTables, 'elements' | 'elementsAchieved'> => {
  if (award === undefined) return { elements: [], elementsAchieved: [] };
  const [achieved, more] = [new Map<string, number>(), new Map<string, number>()];
  const bySize = Array.from({ length: award.elements.length + 1 }, () => 0);
  for (const { summary } of digests) {
    for (const element of summary.elements?.achieved ?? []) achieved.set(element, (achieved.get(element) ?? 0) + 1);
    for (const element of summary.elements?.moreEvidenceNeeded ?? []) more.set(element, (more.get(element) ?? 0) + 1);
    const size = summary.elements?.achieved.length ?? 0;
    bySize[size] = (bySize[size] ?? 0) + 1;
  }
  return {
    elements: award.elements.map((element) => {
      const [done, asked] = [achieved.get(element) ?? 0, more.get(element) ?? 0];
      return { element, achieved: done, moreEvidenceNeeded: asked, noDecision: digests.length - done - asked };
    }),
    elementsAchieved: bySize.map((settings, elements) => ({ elements, settings })),
  };
};
