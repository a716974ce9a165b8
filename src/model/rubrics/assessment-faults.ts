import type * as z from 'zod';
import { isIt } from '../../common/nearest-name.js';
import { isRecord } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import type { Fault } from '../shared/fault.js';
import { A_DATE, type FieldWords, plainIssue } from '../shared/plain-issue.js';
import { factFaultsOf, ratingFaultsOf } from './rating-faults.js';
import type { Rubric } from './rubric.js';

const AN_ID = 'an id, lower-case words joined by single hyphens, such as hilltop-primary';

const words: FieldWords = {
  whole: 'the assessment',
  right: {
    '': 'an object with rubric, kind, setting, assessor, date and ratings',
    rubric: 'an object with the id and the version of the rubric',
    'rubric.id': 'the id of the rubric',
    'rubric.version': 'the version of the rubric, such as 1.0.0',
    setting: `${AN_ID}; the name that people read goes into settingName`,
    settingName: 'the name of the setting as people read it; leave it out where there is none',
    assessor: 'the name of who rated',
    date: A_DATE,
    ratings: 'an object { criterion: level }; a criterion that is not rated yet is left out',
    facts: 'an object { fact: true or false }; a fact that is not known yet is left out',
    evidence: 'a list of items of evidence',
    'evidence[]': 'an item of evidence with id, kind, date, shows and supports',
    'evidence[].id': 'an id, lower-case words joined by single hyphens, such as club-minutes',
    'evidence[].date': A_DATE,
    'evidence[].shows': 'a sentence that says what the item shows',
    'evidence[].supports': 'a list with the id of at least one indicator',
    'evidence[].supports[]': 'an id, lower-case words joined by single hyphens, such as team-work',
    'evidence[].links': 'a list of addresses or shelf marks',
    'evidence[].links[]': 'an address or a shelf mark, as text',
    priorities: 'a list of ids of criteria',
    'priorities[]': 'the id of a criterion',
  },
  fields: {
    '': ['rubric', 'kind', 'setting', 'settingName', 'assessor', 'date', 'ratings', 'facts', 'evidence', 'priorities'],
    rubric: ['id', 'version'],
    'evidence[]': ['id', 'kind', 'date', 'shows', 'supports', 'voices', 'links', 'permissions'],
    'evidence[].permissions': ['consent', 'photographs', 'personalData'],
  },
};

/**
 * Everything that is wrong with an assessment by a rubric, in one pass and in this library's words: its shape, as the schema finds it, and
 * every name that is not the rubric's. Ratings and facts are looked at here alone, for a union can only say that nothing fits.
 */
export const assessmentFaults = (
  rubric: Rubric,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): readonly Fault[] => {
  const inAnswers = ({ path, code }: z.core.$ZodIssue): boolean =>
    ((path[0] === 'ratings' || path[0] === 'facts') && (path.length > 1 || code === 'invalid_key')) ||
    (path[0] === 'priorities' && code === 'invalid_format');
  const faults = issues
    .filter((issue) => !inAnswers(issue) && !(issue.code === 'custom' && issue.path[0] === 'evidence'))
    .flatMap((issue) => plainIssue(issue, value, words));
  // An assessment too deep to be looked at, or with a key that no record keeps, is told of that alone.
  if (!isRecord(value) || issues.some(({ path, code }) => path.length === 0 && code === 'custom')) return faults;
  return [...faults, ...nameFaults(rubric, value)];
};

const nameFaults = (rubric: Rubric, value: Readonly<Record<string, unknown>>): readonly Fault[] => {
  const faults: Fault[] = [];
  const { rubric: of, ratings, facts, priorities } = value;
  if (isRecord(of) && typeof of['id'] === 'string' && typeof of['version'] === 'string') {
    if (of['id'] !== rubric.id || of['version'] !== rubric.version) {
      const message = `the assessment is of “${of['id']}” ${of['version']}, the rubric is “${rubric.id}” ${rubric.version}`;
      faults.push({ path: ['rubric'], message });
    }
  }
  for (const [field, answers, faultsOf] of [
    ['ratings', ratings, ratingFaultsOf(rubric)],
    ['facts', facts, factFaultsOf(rubric)],
  ] as const) {
    if (!isRecord(answers)) continue;
    for (const [name, answer] of Object.entries(answers)) {
      if (answer === undefined) continue;
      for (const { path, message } of faultsOf(name, answer)) faults.push({ path: [field, ...path], message });
    }
  }
  return [...faults, ...priorityFaults(rubric, priorities), ...repeatedEvidence(value['evidence'])];
};

const repeatedEvidence = (evidence: unknown): readonly Fault[] => {
  if (!Array.isArray(evidence)) return [];
  const first = new Map<unknown, number>();
  return (evidence as readonly unknown[]).flatMap((item, at) => {
    const id = isRecord(item) ? item['id'] : undefined;
    if (typeof id !== 'string') return [];
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, at);
      return [];
    }
    const message = `${shownValue(id)} is listed twice: it is already at position ${before}`;
    return [{ path: ['evidence', at, 'id'], message }];
  });
};

const priorityFaults = (rubric: Rubric, priorities: unknown): readonly Fault[] => {
  if (!Array.isArray(priorities)) return [];
  const criteria = rubric.criteria.map(({ id }) => id);
  const known = new Set(criteria);
  const faults: Fault[] = [];
  for (const [at, criterion] of (priorities as readonly unknown[]).entries()) {
    if (typeof criterion !== 'string' || known.has(criterion)) continue;
    const hint = faults.length < 100 ? isIt(criterion, criteria) : '';
    faults.push({ path: ['priorities', at], message: `there is no criterion ${shownValue(criterion)}${hint}` });
  }
  const atMost = rubric.priorities?.atMost ?? Number.POSITIVE_INFINITY;
  if (priorities.length > atMost) faults.push({ path: ['priorities'], message: `choose at most ${atMost} priorities` });
  return faults;
};
