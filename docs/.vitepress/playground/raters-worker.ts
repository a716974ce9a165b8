// Reads and compares a table of ratings away from the page: ten thousand rows take a while.
import type { Issue } from 'stem-leadership/model';
import { agreement, reports, sheets, shippedRubric } from './library.js';
import { answerAtDesk, type Progress } from './desk.js';

export interface RatersTask {
  readonly text: string;
  /** The id of a shipped rubric; none for categories of any kind. */
  readonly rubric?: string | undefined;
  /** The categories in order, where they have one. */
  readonly categories: readonly string[];
}

export interface Compared {
  readonly issues: readonly {
    readonly where: string;
    readonly severity: string;
    readonly message: string;
    readonly hint?: string | undefined;
  }[];
  readonly issueCount: number;
  readonly said: string;
  /** The report to show, the whole page to save, and its rows. */
  readonly report: string;
  readonly page: string;
  readonly csv: string;
  readonly plain: readonly { readonly label: string; readonly value: string }[];
}

const MOST_ISSUES = 50;
const MOST_ROWS_SHOWN = 50;
const LONGEST_SHOWN = 150_000;

const place = (path: readonly (string | number)[]): string => {
  const [row, column] = path;
  if (typeof row !== 'number') return path.join(' › ');
  return typeof column === 'number' ? `row ${row + 1}, column ${column + 1}` : `row ${row + 1}`;
};

const answer = (issues: readonly Issue[], more: Partial<Compared> = {}): Compared => ({
  issues: issues
    .slice(0, MOST_ISSUES)
    .map(({ severity, path, message, hint }) => ({ severity, where: place(path), message, hint })),
  issueCount: issues.length,
  said: '',
  report: '',
  page: '',
  csv: '',
  plain: [],
  ...more,
});

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
const number = (value: number): string => value.toFixed(2);

const compareAny = async (
  rows: readonly (readonly string[])[],
  categories: readonly string[],
  before: readonly Issue[],
): Promise<Compared> => {
  const [{ ratersFromRows }, room] = await Promise.all([sheets(), agreement()]);
  const read = ratersFromRows(rows, categories.length > 0 ? { categories } : {});
  const issues = [...before, ...read.issues];
  if (!read.ok) return answer(issues);
  const { ratings, categories: found, subjects, raters } = read.value;
  if (subjects.length === 0 || raters.length === 0)
    return answer(issues, { said: 'The table has headings and no ratings.' });
  const data = { ratings, ...(found && { categories: found }) };
  const shown = (label: string, make: () => ReturnType<typeof room.krippendorffAlpha>) => {
    try {
      const result = make();
      const interval = result.kind === 'agreement' ? result.interval : undefined;
      const bounds = interval ? ` (between ${number(interval[0])} and ${number(interval[1])}, at 95 %)` : '';
      return {
        label,
        value: result.kind === 'agreement' ? number(result.coefficient) + bounds : 'not defined for this table',
      };
    } catch (error) {
      return { label, value: error instanceof Error ? error.message : String(error) };
    }
  };
  const isOrdered = categories.length > 0;
  return answer(issues, {
    said: `${counted(subjects.length, 'subject')} and ${counted(raters.length, 'rater')} compared.`,
    plain: [
      { label: 'subjects × raters', value: `${subjects.length} × ${raters.length}` },
      shown(`Krippendorff’s alpha, ${isOrdered ? 'ordinal' : 'nominal'}`, () =>
        room.krippendorffAlpha(data, isOrdered ? { metric: 'ordinal' } : {}),
      ),
      shown('Gwet’s AC', () => room.gwetAC(data, isOrdered ? { weights: 'linear' } : {})),
      shown('Fleiss’ kappa', () => room.fleissKappa(data)),
    ],
  });
};

const compare = async (
  { text, rubric: id, categories }: RatersTask,
  tell: (progress: Progress) => void,
): Promise<Compared> => {
  const { moderationRows, parseCsv, ratingsFromRows, toCsv } = await sheets();
  const parsed = parseCsv(text);
  if (!parsed.ok) return answer(parsed.issues);
  if (id === undefined) return compareAny(parsed.value, categories, parsed.issues);
  const rubric = await shippedRubric(id);
  if (rubric === undefined) throw new Error(`There is no rubric “${id}” here.`);
  const read = ratingsFromRows(rubric, parsed.value, { date: '2026-01-01', kind: 'validation' });
  const issues = [...parsed.issues, ...read.issues];
  if (!read.ok) return answer(issues);
  if (read.value.length === 0) return answer(issues, { said: 'No row of the table could be read as an assessment.' });
  const [{ moderationReport }, { reportHtml }] = await Promise.all([agreement(), reports()]);
  const moderation = moderationReport(rubric, read.value, { onProgress: (done, total) => tell({ done, total }) });
  const value = { kind: 'moderation', moderation, rubric } as const;
  // A table of hundreds of raters is laid out for seconds: the page shows less of it, and the file has all.
  const shown = [MOST_ROWS_SHOWN, 10].map((limit) =>
    reportHtml(value, { fragment: true, headingLevel: 2, idPrefix: 'moderation-', limit }),
  );
  const report = shown.find(({ length }) => length <= LONGEST_SHOWN) ?? '';
  return answer(issues, {
    said: `${counted(read.value.length, 'assessment')} by ${counted(moderation.raters.length, 'rater')} compared.${report === '' ? ' The report is too long to show here; the file has all of it.' : ''}`,
    report,
    page: reportHtml(value),
    csv: toCsv(moderationRows(moderation)),
  });
};

answerAtDesk<RatersTask>(compare);
