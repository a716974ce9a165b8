import { refuseNoMigration } from '../../model/rubrics/refuse-migration.js';
import { refuseNoRubric } from '../../model/rubrics/refuse-rubric.js';
import { own } from '../../common/own.js';
import type { Issue } from '../../model/shared/issue.js';
import type { CriterionMove, Migration } from '../../model/rubrics/migration.js';
import type { Hints } from '../../model/shared/fault.js';
import { MOST_HINTS, nearestName } from '../../common/nearest-name.js';
import type { Criterion, Rubric } from '../../model/rubrics/rubric.js';

type Path = readonly (string | number)[];

const levelsOf = (rubric: Rubric, criterion: Criterion): readonly string[] =>
  (criterion.scale ?? rubric.scale).levels.map(({ id }) => id);

const error = (code: string, path: Path, message: string, hint?: string): Issue => ({
  code,
  severity: 'error',
  path,
  message,
  ...(hint !== undefined && { hint }),
});

const isIt = (hints: Hints, wanted: string, known: Iterable<string>): string | undefined => {
  const near = hints.given++ < MOST_HINTS ? nearestName(wanted, known) : undefined;
  return near === undefined ? undefined : `Is it “${near}”?`;
};

/**
 * Whether a migration map is between two rubrics and has a word for everything in the older one: issues, none where it is
 * sound. Errors are `other-rubric`, `missing-criterion`, `unknown-criterion`, `missing-level`, `unknown-level`,
 * `missing-fact` and `unknown-fact`; warnings are `levels-cross` (a better older level becomes a worse newer one) and
 * `two-into-one` (answers to two criteria become one: where they differ it is asked again).
 *
 * @throws TypeError or RangeError for what is no rubric or no migration map; what is wrong with one from outside, `migrationSchema` tells.
 *
 * @example
 * const newer = { ...stemNationLeadership, version: '2.0.0' };
 * const issues = checkMigration(stemNationLeadership, newer, {
 *   from: { id: 'stem-nation-leadership', version: stemNationLeadership.version },
 *   to: { id: 'stem-nation-leadership', version: '2.0.0' },
 *   criteria: { 'shared-vision': 'ask-again' },
 * });
 * issues.map(({ code, path }) => [code, path.at(-1)])[0] // => ['missing-criterion', 'core-team']
 */
export const checkMigration = (older: Rubric, newer: Rubric, migration: Migration): readonly Issue[] => {
  refuseNoRubric('checkMigration', 'older', older);
  refuseNoRubric('checkMigration', 'newer', newer);
  refuseNoMigration('checkMigration', migration);
  const hints: Hints = { given: 0 };
  const known = older.criteria.map(({ id }) => id);
  const [before, after] = [new Set(known), new Map(newer.criteria.map((criterion) => [criterion.id, criterion]))];
  return [
    ...endIssues(older, migration.from, 'from'),
    ...endIssues(newer, migration.to, 'to'),
    ...older.criteria.flatMap((criterion) =>
      moveIssues(older, newer, after, criterion, own(migration.criteria, criterion.id), hints),
    ),
    ...Object.keys(migration.criteria).flatMap((id) => {
      const message = `The older rubric has no criterion “${id}”.`;
      return before.has(id) ? [] : [error('unknown-criterion', ['criteria', id], message, isIt(hints, id, known))];
    }),
    ...mergedIssues(older, migration),
    ...factIssues(older, newer, migration, hints),
  ];
};

const endIssues = (rubric: Rubric, end: Migration['from'], path: 'from' | 'to'): Issue[] => {
  if (end.id === rubric.id && end.version === rubric.version) return [];
  const message = `The map is ${path} “${end.id}” ${end.version}, the rubric is “${rubric.id}” ${rubric.version}.`;
  return [error('other-rubric', [path], message)];
};

const moveIssues = (
  older: Rubric,
  newer: Rubric,
  after: ReadonlyMap<string, Criterion>,
  criterion: Criterion,
  move: CriterionMove | undefined,
  hints: Hints,
): Issue[] => {
  const path = ['criteria', criterion.id];
  if (move === undefined) {
    const hint = 'Give the newer criterion and its levels, “ask-again” or “dropped”.';
    return [error('missing-criterion', path, `The map does not say what becomes of “${criterion.id}”.`, hint)];
  }
  if (typeof move === 'string') return [];
  const target = after.get(move.to);
  if (target === undefined) {
    const message = `The newer rubric has no criterion “${move.to}”.`;
    return [error('unknown-criterion', [...path, 'to'], message, isIt(hints, move.to, after.keys()))];
  }
  return levelIssues(levelsOf(older, criterion), levelsOf(newer, target), move.levels, [...path, 'levels'], hints);
};

const levelIssues = (
  from: readonly string[],
  to: readonly string[],
  levels: Readonly<Record<string, string>>,
  path: Path,
  hints: Hints,
): Issue[] => {
  const missing = from
    .filter((level) => own(levels, level) === undefined)
    .map((level) => error('missing-level', [...path, level], `The map does not say what becomes of “${level}”.`));
  const [known, rankOf] = [new Set(from), new Map(to.map((level, rank) => [level, rank]))];
  const unknown = Object.entries(levels).flatMap(([level, onto]): Issue[] => {
    const issues: Issue[] = [];
    if (!known.has(level)) {
      issues.push(
        error('unknown-level', [...path, level], `The older scale has no level “${level}”.`, isIt(hints, level, from)),
      );
    }
    if (onto !== 'ask-again' && !rankOf.has(onto)) {
      issues.push(
        error('unknown-level', [...path, level], `The newer scale has no level “${onto}”.`, isIt(hints, onto, to)),
      );
    }
    return issues;
  });
  const ranks = from.map((level) => rankOf.get(own(levels, level) ?? '') ?? -1).filter((rank) => rank >= 0);
  const crossing = ranks.some((rank, at) => at > 0 && rank < (ranks[at - 1] ?? 0));
  if (!crossing) return [...missing, ...unknown];
  const message = 'A better level of the older scale becomes a worse one of the newer.';
  return [...missing, ...unknown, { code: 'levels-cross', severity: 'warning', path, message }];
};

const mergedIssues = (older: Rubric, migration: Migration): Issue[] => {
  const first = new Map<string, string>();
  return older.criteria.flatMap(({ id }): Issue[] => {
    const move = own(migration.criteria, id);
    if (move === undefined || typeof move === 'string') return [];
    const before = first.get(move.to);
    first.set(move.to, before ?? id);
    if (before === undefined) return [];
    const message = `“${before}” and “${id}” both become “${move.to}”; where their answers differ it is asked again.`;
    return [{ code: 'two-into-one', severity: 'warning', path: ['criteria', id], message }];
  });
};

const factIssues = (older: Rubric, newer: Rubric, migration: Migration, hints: Hints): Issue[] => {
  const from = new Set((older.facts ?? []).map(({ id }) => id));
  const to = new Set((newer.facts ?? []).map(({ id }) => id));
  const missing = [...from]
    .filter((fact) => own(migration.facts, fact) === undefined)
    .map((fact) => error('missing-fact', ['facts', fact], `The map does not say what becomes of the fact “${fact}”.`));
  const unknown = Object.entries(migration.facts ?? {}).flatMap(([fact, onto]): Issue[] => {
    const path = ['facts', fact];
    if (!from.has(fact)) {
      return [error('unknown-fact', path, `The older rubric has no fact “${fact}”.`, isIt(hints, fact, from))];
    }
    if (onto === 'ask-again' || onto === 'dropped' || to.has(onto)) return [];
    return [error('unknown-fact', path, `The newer rubric has no fact “${onto}”.`, isIt(hints, onto, to))];
  });
  return [...missing, ...unknown];
};
