import type { RubricTable, PortfolioTables } from '../../model/progress/portfolio-tables.js';
import type { CriterionProfile } from '../../model/rubrics/evaluation.js';
import type { RubricVersion } from '../../model/shared/record-name.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Verdict } from '../../model/shared/verdict.js';
import { byCodeUnits, byVersion } from '../../common/code-units.js';

import type { Digest, PortfolioAward } from './portfolio-settings.js';
import type { SettingSummary } from '../../model/progress/portfolio-summary.js';
import { wordFor } from './quantity-words.js';
import type { QuantityWords } from '../../model/awards/quantity-words.js';
import type { Movement } from '../../model/advice/comparison.js';
import { placeIn } from '../progress/place-in.js';
import { noMovement } from '../progress/step-between.js';

/** What the tables of a portfolio and of its parts have in common: their rows and columns. */
export interface TableFrame {
  readonly rubrics: readonly RubricFrame[];
  readonly award?: PortfolioAward | undefined;
  /** The words for shares, where they are wanted. */
  readonly words?: QuantityWords | undefined;
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
  { award, words }: Pick<TableFrame, 'award' | 'words'>,
): TableFrame => {
  const frames = new Map<string, FrameEntry>();
  const byName = new Map(known.map((rubric) => [keyOf(rubric), rubric] as const).reverse());
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
        entry = { frame, known: byName.get(key), criteria: new Map(criteria) };
        frames.set(key, entry);
      }
      if (entry.known !== undefined) continue;
      for (const { criterion, level, height = 0 } of evaluation.criteria) {
        if (level !== undefined) entry.criteria.get(criterion)?.heights.set(level, height);
      }
    }
  }
  const rubrics = [...frames.values()].map(({ frame, known: rubric, criteria }): RubricFrame => {
    const scales = new Map(rubric?.criteria.map(({ id, scale }) => [id, scale] as const).reverse());
    return {
      ...frame,
      criteria: [...criteria.values()].map((seen) =>
        criterionFrame(seen, rubric && (scales.get(seen.criterion) ?? rubric.scale)),
      ),
    };
  });
  rubrics.sort((a, b) => byCodeUnits(a.rubric.id, b.rubric.id) || byVersion(a.rubric.version, b.rubric.version));
  return { rubrics, award, words };
};

interface FrameEntry {
  readonly frame: Omit<RubricFrame, 'criteria'>;
  readonly known: KnownRubric | undefined;
  readonly criteria: ReadonlyMap<string, Seen>;
}

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
  scale: Rubric['scale'] | undefined,
): CriterionFrame => {
  if (scale !== undefined) {
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

/** One setting's latest evaluation by one rubric, as places in the frame: looked up once, counted in several tables. */
interface CodedEvaluation {
  readonly rubric: number;
  /** For each criterion of the frame its column: the levels, then not applicable, unrated, contested; −1 where it has none. */
  readonly columns: readonly number[];
  readonly movements: readonly (Movement | undefined)[] | undefined;
  readonly verdicts: readonly (Verdict | undefined)[];
  readonly rises: boolean;
  readonly falls: boolean;
}

/** A setting ready to be counted. */
export interface CodedSetting {
  readonly summary: SettingSummary;
  readonly evaluations: readonly CodedEvaluation[];
}

/** Finds the place of everything to be counted. */
export const codeSettings = (frame: TableFrame, digests: readonly Digest[]): readonly CodedSetting[] => {
  const places = new Map(
    frame.rubrics.map((one, at) => [
      keyOf(one.rubric),
      {
        at,
        criteria: one.criteria.map(({ criterion, levels }) => ({
          criterion,
          width: levels.length,
          levels: new Map(levels.map(({ level }, column) => [level, column])),
        })),
        outcomes: one.outcomes.map(({ outcome }) => outcome),
      },
    ]),
  );
  return digests.map(({ summary, latest }) => ({
    summary,
    evaluations: latest.flatMap(({ evaluation, since }): CodedEvaluation[] => {
      const place = places.get(keyOf(evaluation.rubric));
      if (place === undefined) return [];
      const placeOf = placeIn(evaluation.criteria);
      const order = place.criteria.map(({ criterion }, at) => placeOf(criterion, at));
      return [
        {
          rubric: place.at,
          columns: place.criteria.map(({ levels, width }, at) =>
            columnOf(evaluation.criteria[order[at] ?? -1], levels, width),
          ),
          movements: since && order.map((at) => since.movements[at]),
          verdicts: place.outcomes.map((outcome) => evaluation.verdicts[outcome]),
          rises: (since?.counts.up ?? 0) > 0,
          falls: (since?.counts.down ?? 0) > 0,
        },
      ];
    }),
  }));
};

const columnOf = (
  profile: CriterionProfile | undefined,
  levels: ReadonlyMap<string, number>,
  width: number,
): number => {
  switch (profile?.state) {
    case undefined:
      return -1;
    case 'rated': {
      const column = levels.get(profile.level ?? '');
      if (column !== undefined) return column;
      throw new RangeError(`summarisePortfolio: the rubric has no level “${profile.level}” for “${profile.criterion}”`);
    }
    case 'not-applicable':
      return width;
    case 'unrated':
      return width + 1;
    case 'contested':
      return width + 2;
  }
};

interface RubricTally {
  settings: number;
  /** For each criterion, its columns. */
  readonly columns: readonly number[][];
  readonly since: readonly ReturnType<typeof noMovement>[];
  readonly outcomes: readonly { met: number; notYetMet: number; undecided: number }[];
  readonly baseline: { settings: number; withRises: number; withFalls: number };
}

/** Counts the settings of a portfolio, or of a part of it, into the common rows and columns. */
export const countTables = (frame: TableFrame, settings: readonly CodedSetting[]): PortfolioTables => {
  const tallies = frame.rubrics.map(emptyTally);
  for (const { evaluations } of settings) {
    for (const evaluation of evaluations) {
      const tally = tallies[evaluation.rubric];
      if (tally !== undefined) countEvaluation(tally, evaluation);
    }
  }
  return {
    settings: settings.length,
    rubrics: frame.rubrics.map((one, at) => rubricTable(one, tallies[at] ?? emptyTally(one), frame.words)),
    ...elementCounts(frame.award, settings),
  };
};

const emptyTally = ({ criteria, outcomes }: RubricFrame): RubricTally => ({
  settings: 0,
  columns: criteria.map(({ levels }) => Array.from({ length: levels.length + 3 }, () => 0)),
  since: criteria.map(noMovement),
  outcomes: outcomes.map(() => ({ met: 0, notYetMet: 0, undecided: 0 })),
  baseline: { settings: 0, withRises: 0, withFalls: 0 },
});

const countEvaluation = (tally: RubricTally, { columns, movements, verdicts, rises, falls }: CodedEvaluation): void => {
  tally.settings++;
  columns.forEach((column, at) => {
    const counts = tally.columns[at];
    if (counts !== undefined && column >= 0) counts[column] = (counts[column] ?? 0) + 1;
  });
  verdicts.forEach((verdict, at) => {
    const counts = tally.outcomes[at];
    if (counts === undefined || verdict === undefined) return;
    if (verdict === 'met') counts.met++;
    else if (verdict === 'undecided') counts.undecided++;
    else counts.notYetMet++;
  });
  if (movements === undefined) return;
  tally.baseline.settings++;
  if (rises) tally.baseline.withRises++;
  if (falls) tally.baseline.withFalls++;
  movements.forEach((movement, at) => {
    const counts = tally.since[at];
    if (counts !== undefined && movement !== undefined) counts[movement]++;
  });
};

const rubricTable = (frame: RubricFrame, tally: RubricTally, words: QuantityWords | undefined): RubricTable => ({
  rubric: frame.rubric,
  ...(frame.element !== undefined && { element: frame.element }),
  settings: tally.settings,
  indicators: frame.criteria.map(({ criterion, indicator, label, levels }, at) => {
    const counts = tally.columns[at] ?? [];
    return {
      criterion,
      indicator,
      label,
      levels: levels.map((level, column) => {
        const settings = counts[column] ?? 0;
        return { ...level, settings, ...(words && { words: wordFor(settings, tally.settings, words) }) };
      }),
      notApplicable: counts[levels.length] ?? 0,
      unrated: counts[levels.length + 1] ?? 0,
      contested: counts[levels.length + 2] ?? 0,
      sinceBaseline: tally.since[at] ?? noMovement(),
    };
  }),
  outcomes: frame.outcomes.map(({ outcome, label }, at) => ({
    outcome,
    label,
    ...(tally.outcomes[at] ?? { met: 0, notYetMet: 0, undecided: 0 }),
  })),
  baseline: tally.baseline,
  notice: frame.notice,
});

const elementCounts = (
  award: PortfolioAward | undefined,
  coded: readonly CodedSetting[],
): Pick<PortfolioTables, 'elements' | 'elementsAchieved'> => {
  if (award === undefined) return { elements: [], elementsAchieved: [] };
  const [achieved, more] = [new Map<string, number>(), new Map<string, number>()];
  const bySize = Array.from({ length: award.elements.length + 1 }, () => 0);
  for (const { summary } of coded) {
    for (const element of summary.elements?.achieved ?? []) achieved.set(element, (achieved.get(element) ?? 0) + 1);
    for (const element of summary.elements?.moreEvidenceNeeded ?? []) more.set(element, (more.get(element) ?? 0) + 1);
    const size = summary.elements?.achieved.length ?? 0;
    bySize[size] = (bySize[size] ?? 0) + 1;
  }
  return {
    elements: award.elements.map((element) => {
      const [done, asked] = [achieved.get(element) ?? 0, more.get(element) ?? 0];
      return { element, achieved: done, moreEvidenceNeeded: asked, noDecision: coded.length - done - asked };
    }),
    elementsAchieved: bySize.map((settings, elements) => ({ elements, settings })),
  };
};
