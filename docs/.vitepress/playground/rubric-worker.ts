// All that the pages *Judge* and *Write* do with a rubric, away from the page: read it, check and prove it, judge by it, draw and write.
// Each question says of which rubric it is, so that a new worker can take it up after a stop.
import type { FormModel } from 'stem-leadership/display';
import type { RubricIssue, RubricProof } from 'stem-leadership/evaluation';
import type { Assessment, Framework, Rubric } from 'stem-leadership/model';
import { type Said, sayOutcomes } from './say-rule-briefly.js';
import {
  advice,
  checking,
  crosswalkFor,
  frameworkOf,
  judging,
  pictures,
  reports,
  sheets,
  shippedRubric,
  shippedScales,
} from './library.js';
import { answerAtDesk, type Progress } from './desk.js';
import { readRubricText, rubricFile, type TextIssue } from './rubric-text.js';

/** A rubric that ships, or the text of one. Where its shape is known to be right, the schemas need not be fetched. */
export type Source = { readonly id: string } | { readonly text: string; readonly isRight?: boolean | undefined };
export type Values = Readonly<Record<string, string | readonly string[]>>;

export type RubricTask =
  | { readonly kind: 'open' | 'read' | 'check' | 'prove' | 'draw' | 'file'; readonly source: Source }
  | { readonly kind: 'judge'; readonly source: Source; readonly values: Values; readonly drawings: boolean }
  | { readonly kind: 'advise' | 'report' | 'json' | 'csv'; readonly source: Source; readonly values: Values }
  | { readonly kind: 'fill'; readonly source: Source; readonly text: string };

export interface ShownIssue {
  readonly severity: string;
  readonly where: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

export type Opened =
  | { readonly ok: false; readonly issues: readonly TextIssue[] }
  | { readonly ok: true; readonly form: FormModel };

/** A rubric as *Write* shows it. */
export type Read =
  | { readonly ok: false; readonly issues: readonly TextIssue[] }
  | {
      readonly ok: true;
      readonly id: string;
      /** The rubric in as few characters as it takes, for a link. */
      readonly json: string;
      readonly outcomes: readonly { readonly id: string; readonly label: string; readonly said: Said }[];
    };

/** What the check found: the first of it, and how much there is. */
export interface Checked {
  readonly issues: readonly RubricIssue[];
  readonly count: number;
}
export type { RubricProof };

export interface Judged {
  readonly issues: readonly ShownIssue[];
  /** Nothing where the answers cannot be judged; the issues say why. */
  readonly result?:
    | {
        readonly score: string;
        readonly bar: string;
        readonly profile: string;
        readonly outcomes: readonly {
          readonly id: string;
          readonly label: string;
          readonly verdict: 'met' | 'not-yet-met' | 'undecided';
          readonly finding: string;
          readonly open: readonly string[];
          readonly openCount: number;
          readonly rule: string;
        }[];
        readonly isBegun: boolean;
      }
    | undefined;
}

export interface Advised {
  readonly steps: readonly { readonly outcome: string; readonly message: string; readonly steps: readonly string[] }[];
  readonly strategies: readonly {
    readonly label: string;
    readonly strategies: readonly { readonly label: string; readonly reason: string }[];
  }[];
}

export type Filled = { readonly values: Values; readonly notes: readonly string[] };
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

const MOST_SHOWN = 50;
const MOST_QUESTIONS = 500;
const MOST_CHOICES = 10_000;
const LONGEST_LINK = 8_000;

interface Known {
  readonly rubric: Rubric;
  readonly framework: Framework | undefined;
  readonly form: FormModel;
}
/** The rubric of the last question: most are about the same one. */
let last: { readonly key: string; readonly read: Awaited<ReturnType<typeof readRubricText>> } | undefined;
let known: { readonly of: Rubric; readonly known: Known } | undefined;

const newlyRead = async (source: Source): ReturnType<typeof readRubricText> => {
  if ('text' in source)
    return source.isRight === true ? { ok: true, rubric: JSON.parse(source.text) } : readRubricText(source.text);
  const rubric = await shippedRubric(source.id);
  if (rubric === undefined) throw new Error(`There is no rubric “${source.id}” here.`);
  return { ok: true, rubric };
};

const readSource = async (source: Source): ReturnType<typeof readRubricText> => {
  const key = 'id' in source ? `id ${source.id}` : `text ${source.text}`;
  if (last?.key !== key) last = { key, read: await newlyRead(source) };
  return last.read;
};

const rubricOf = async (source: Source): Promise<Rubric> => {
  const read = await readSource(source);
  if (!read.ok) throw new Error('The rubric cannot be read.');
  return read.rubric;
};

const knownOf = async (source: Source): Promise<Known> => {
  const rubric = await rubricOf(source);
  if (known?.of !== rubric) {
    const [{ formModel }, framework] = await Promise.all([judging(), frameworkOf(rubric)]);
    known = {
      of: rubric,
      known: { rubric, framework, form: formModel(rubric, framework === undefined ? {} : { framework }) },
    };
  }
  return known.known;
};

/** Why the form would be too long for a page that people fill in. */
const sizeFault = ({ criteria, facts = [], scale }: Rubric): string | undefined => {
  const levels = criteria.reduce((sum, criterion) => sum + (criterion.scale ?? scale).levels.length, 0);
  if (criteria.length <= MOST_QUESTIONS && facts.length <= MOST_QUESTIONS && levels <= MOST_CHOICES) return undefined;
  return `It has ${criteria.length} criteria with ${levels} levels, and ${facts.length} facts; this page shows forms of at most ${MOST_QUESTIONS} criteria with ${MOST_CHOICES} levels, and ${MOST_QUESTIONS} facts. In a program \`formModel\` has no such bound.`;
};

const open = async (source: Source): Promise<Opened> => {
  const read = await readSource(source);
  if (!read.ok) return read;
  const size = sizeFault(read.rubric);
  if (size !== undefined) return { ok: false, issues: [{ where: 'the rubric', message: size }] };
  return { ok: true, form: (await knownOf(source)).form };
};

const read = async (source: Source): Promise<Read> => {
  const found = await readSource(source);
  if (!found.ok) return found;
  const { id } = found.rubric;
  const json = JSON.stringify(found.rubric);
  return {
    ok: true,
    id,
    json: json.length > LONGEST_LINK ? '' : json,
    outcomes: sayOutcomes(found.rubric),
  };
};

type Report = (progress: Progress) => void;

const check = async (source: Source, report: Report): Promise<Checked> => {
  const rubric = await rubricOf(source);
  const { checkRubric } = await checking();
  const issues = checkRubric(rubric, { onProgress: (done, total) => report({ done, total }) });
  return {
    count: issues.length,
    issues: issues.slice(0, MOST_SHOWN),
  };
};

const prove = async (source: Source, report: Report): Promise<RubricProof> => {
  const rubric = await rubricOf(source);
  const { proveRubric } = await checking();
  return proveRubric(rubric, { onProgress: (done, total) => report({ done, total }) });
};

/** A drawing of the rule of each outcome, by its id; of a rule of hundreds of parts there is none, its words stand there in any case. */
const draw = async (source: Source): Promise<[string, string][]> => {
  const rubric = await rubricOf(source);
  const { evaluate, rulePicture } = await pictures();
  return evaluate(rubric, { ratings: {} })
    .outcomes.slice(0, MOST_SHOWN)
    .map((outcome, at) => [
      outcome.outcome,
      drawn(() => rulePicture(outcome, { idPrefix: `write-${at}-`, width: 560 })),
    ]);
};

/** Larger drawings than this are no help, and would hold the page up. */
const LARGEST_DRAWING = 400_000;
const drawn = (make: () => string): string => {
  try {
    const svg = make();
    return svg.length > LARGEST_DRAWING ? '' : svg;
  } catch {
    return '';
  }
};

const issuesOf = (
  issues: readonly {
    severity: string;
    path: readonly (string | number)[];
    message: string;
    hint?: string | undefined;
  }[],
): ShownIssue[] =>
  issues
    .slice(0, MOST_SHOWN)
    .map(({ severity, path, message, hint }) => ({ severity, where: String(path[0] ?? ''), message, hint }));

/** The values without those that issues name, and without what stands beside them: the reason goes with its answer. */
const withoutFaults = (all: Values, issues: readonly { readonly path: readonly (string | number)[] }[]): Values => {
  const gone = new Set(issues.map(({ path }) => String(path[0] ?? '').split('.')[1] ?? String(path[0] ?? '')));
  return Object.fromEntries(Object.entries(all).filter(([name]) => !gone.has(name.split('.')[1] ?? name)));
};

const answersIn = async (source: Source, values: Values) => {
  const [{ readAnswers }, { rubric, framework, form }] = await Promise.all([judging(), knownOf(source)]);
  const whole = readAnswers(form, values);
  // The rest is judged without the answers that cannot be read.
  const some = whole.ok ? whole : readAnswers(form, withoutFaults(values, whole.issues));
  return { rubric, framework, form, issues: whole.issues, answers: some.ok ? some.value : undefined };
};

const judge = async (source: Source, values: Values, drawings: boolean): Promise<Judged> => {
  const { rubric, issues, answers } = await answersIn(source, values);
  if (answers === undefined) return { issues: issuesOf(issues) };
  const { evaluate, formatScore } = await judging();
  const evaluation = evaluate(rubric, answers);
  const isBegun = evaluation.criteria.some(({ state }) => state !== 'unrated');
  const draws = isBegun ? await pictures() : undefined;
  return {
    issues: issuesOf(issues),
    result: {
      isBegun,
      score: formatScore(evaluation.score),
      bar:
        draws && rubric.scoring.kind !== 'none'
          ? drawn(() => draws.scoreBar(evaluation, rubric, { idPrefix: 'judge-bar-' }))
          : '',
      profile:
        draws && drawings ? drawn(() => draws.profilePicture(evaluation, rubric, { idPrefix: 'judge-profile-' })) : '',
      outcomes: evaluation.outcomes.slice(0, MOST_SHOWN).map((outcome, at) => {
        const inTheWay = [
          ...outcome.gaps.map(({ message }) => message),
          ...outcome.missing.map(({ message }) => message),
        ];
        return {
          id: outcome.outcome,
          label: outcome.label,
          verdict: outcome.verdict,
          finding: outcome.finding.message,
          open: inTheWay.slice(0, MOST_SHOWN),
          openCount: inTheWay.length,
          rule: draws && drawings ? drawn(() => draws.rulePicture(outcome, { idPrefix: `judge-rule-${at}-` })) : '',
        };
      }),
    },
  };
};

const advise = async (source: Source, values: Values): Promise<Advised> => {
  const { rubric, answers } = await answersIn(source, values);
  if (answers === undefined) return { steps: [], strategies: [] };
  const [{ nextSteps, suggestStrategies }, { evaluate }, claims] = await Promise.all([
    advice(),
    judging(),
    crosswalkFor(rubric),
  ]);
  const evaluation = evaluate(rubric, answers);
  const steps = rubric.outcomes
    .filter(({ id }) => evaluation.verdicts[id] !== 'met')
    .slice(0, 2)
    .map(({ id, label }) => {
      const found = nextSteps(rubric, answers, { to: id });
      return {
        outcome: label,
        message: found.kind === 'steps' ? (found.message ?? '') : 'It cannot be reached with what applies here.',
        steps: found.kind === 'steps' ? found.steps.slice(0, MOST_SHOWN).map(({ message }) => message) : [],
      };
    });
  const strategies = claims === undefined ? [] : suggestStrategies(evaluation, claims, { limit: 3 });
  return {
    steps,
    strategies: strategies.map((one) => ({
      label: one.label,
      strategies: one.strategies.slice(0, 2).map(({ label, reason }) => ({ label, reason })),
    })),
  };
};

/** The answers as they are taken along: all of them can be read. */
const wholeAnswers = async (source: Source, values: Values) => {
  const { rubric, framework, issues, answers } = await answersIn(source, values);
  const fault = issues.find(({ severity }) => severity === 'error');
  if (answers === undefined || fault !== undefined)
    throw new Error(`First mend this answer: ${fault?.message ?? 'it cannot be read'}`);
  return { rubric, framework, answers };
};

/** The whole report, made when it is asked for. */
const report = async (source: Source, values: Values): Promise<TextFile> => {
  const { rubric, framework, answers } = await wholeAnswers(source, values);
  const [{ reportHtml }, { nextSteps, suggestStrategies }, { evaluate }, claims] = await Promise.all([
    reports(),
    advice(),
    judging(),
    crosswalkFor(rubric),
  ]);
  const evaluation = evaluate(rubric, answers);
  const next = rubric.outcomes.find(({ id }) => evaluation.verdicts[id] !== 'met');
  const text = reportHtml({
    kind: 'evaluation',
    rubric,
    assessment: answers,
    evaluation,
    ...(framework && { framework }),
    ...(next && { nextSteps: nextSteps(rubric, answers, { to: next.id }), nextStepsTo: next.id }),
    ...(claims && { strategies: suggestStrategies(evaluation, claims, { limit: 3 }) }),
  });
  return { name: `${rubric.id}.html`, text };
};

const json = async (source: Source, values: Values): Promise<TextFile> => {
  const { rubric, answers } = await wholeAnswers(source, values);
  const { id, version } = rubric;
  return { name: `${id}.json`, text: `${JSON.stringify({ rubric: { id, version }, ...answers }, null, 2)}\n` };
};

/** A sheet of one row. What nobody said of whom, by whom, when and how it was judged has no place in it: its columns are left out. */
const csv = async (source: Source, values: Values): Promise<TextFile> => {
  const { rubric, answers } = await wholeAnswers(source, values);
  const { toCsv, toRatingRows } = await sheets();
  const { id, version } = rubric;
  const unsaid = { setting: 'unsaid', assessor: 'unsaid', date: '2000-01-01', kind: 'self-evaluation' } as const;
  const filled: Assessment = { ...unsaid, ...answers, rubric: { id, version } };
  const rows = toRatingRows(rubric, [filled]);
  const identity = ['setting', ...(filled.settingName ? ['settingName'] : []), 'assessor', 'date', 'kind'] as const;
  const kept = (rows[0] ?? []).flatMap((_, at) => {
    const name = identity[at];
    return name === undefined || answers[name as keyof typeof answers] !== undefined ? [at] : [];
  });
  return { name: `${id}.csv`, text: `\uFEFF${toCsv(rows.map((row) => kept.map((at) => row[at] ?? '')))}` };
};

/** A saved file as the values of the form. */
const fill = async (source: Source, text: string): Promise<Filled> => {
  const [{ answersOf }, { form }] = await Promise.all([reports(), knownOf(source)]);
  let saved: unknown;
  try {
    saved = JSON.parse(text);
  } catch {
    throw new Error('The file is no JSON.');
  }
  const { values, issues } = answersOf(form, saved as Parameters<typeof answersOf>[1]);
  return { values, notes: issues.map(({ message }) => message) };
};

answerAtDesk<RubricTask>(async (task, progress) => {
  const { source } = task;
  switch (task.kind) {
    case 'open':
      return open(source);
    case 'read':
      return read(source);
    case 'check':
      return check(source, progress);
    case 'prove':
      return prove(source, progress);
    case 'draw':
      return draw(source);
    case 'file': {
      const rubric = await rubricOf(source);
      return { name: `${rubric.id}.ts`, text: rubricFile(rubric, await shippedScales()) };
    }
    case 'judge':
      return judge(source, task.values, task.drawings);
    case 'advise':
      return advise(source, task.values);
    case 'report':
      return report(source, task.values);
    case 'json':
      return json(source, task.values);
    case 'csv':
      return csv(source, task.values);
    case 'fill':
      return fill(source, task.text);
  }
});
