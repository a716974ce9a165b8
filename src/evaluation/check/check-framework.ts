import { addMonths } from '../../common/calendar-date.js';
import * as shape from '../../common/expect-shape.js';
import { numberOf } from '../../common/list-words.js';
import type { Framework } from '../../model/awards/framework.js';
import type { FrameworkEdition } from '../../model/shared/record-name.js';
import type { Issue } from '../../model/shared/issue.js';
import type { Source } from '../../model/shared/source.js';

export interface CheckFrameworkOptions {
  /** The day on which the framework is to be used, `YYYY-MM-DD`. */
  readonly on: string;
  /** Sources read longer ago than so many months are reported; 12 where left out. */
  readonly readWithinMonths?: number | undefined;
}

/** What is asked of a framework; the rest of it is not looked at. */
export interface DatedFramework extends FrameworkEdition {
  readonly label: string;
  readonly effectiveFrom?: string | undefined;
  readonly effectiveTo?: string | undefined;
  readonly supersededBy?: Framework['supersededBy'];
  readonly sources: readonly Source[];
}

/**
 * Whether a framework's edition is current on a day: an edition whose successor is in force then (or has no day), or that has ended, or that has not
 * begun, is a `warning`; so is a source read longer ago than `readWithinMonths`. No issue means that the record knows of none of these,
 * not that the publisher has changed nothing.
 *
 * @throws TypeError or RangeError where the framework or an option is not what it has to be
 *
 * @example
 * const issues = checkFramework(gatsbyBenchmarksFramework, { on: '2026-11-28' });
 * issues.map(({ code, message }) => [code, message])
 * // => [['superseded', 'Gatsby Benchmarks, edition 2014, is superseded: edition 2024 (“gatsby-benchmarks-2024”) is in force since 2025-09-01.']]
 * checkFramework(gatsbyBenchmarksFramework, { on: '2025-06-30' }) // => []
 */
export const checkFramework = (framework: DatedFramework, options: CheckFrameworkOptions): readonly Issue[] => {
  shape.expectShape(CALLER, 'framework', framework, FRAMEWORK);
  shape.expectOptions(CALLER, options, OPTIONS);
  const { on, readWithinMonths = 12 } = options;
  const { label, edition, effectiveFrom, effectiveTo, supersededBy } = framework;
  const named = `${label}, edition ${edition},`;
  const issues: Issue[] = [];
  const warn = (code: string, path: readonly (string | number)[], message: string, hint: string): void => {
    issues.push({ code, severity: 'warning', path, message, hint });
  };
  // A successor without a day is taken to be in force as soon as the edition itself is: whoever uses it had better look.
  if (supersededBy !== undefined && (supersededBy.from ?? effectiveFrom ?? on) <= on) {
    const successor = `edition ${supersededBy.edition} (“${supersededBy.id}”)`;
    const message =
      supersededBy.from === undefined
        ? `${named} is superseded by ${successor}; since which day is not known.`
        : `${named} is superseded: ${successor} is in force since ${supersededBy.from}.`;
    warn('superseded', ['supersededBy'], message, 'Judge by the newer edition, or say that the older one is meant.');
  }
  if (effectiveTo !== undefined && effectiveTo < on)
    warn(
      'no-longer-in-force',
      ['effectiveTo'],
      `${named} was in force until ${effectiveTo}.`,
      'Look for its successor.',
    );
  if (effectiveFrom !== undefined && effectiveFrom > on)
    warn(
      'not-yet-in-force',
      ['effectiveFrom'],
      `${named} is in force from ${effectiveFrom} on.`,
      'Use the edition before it.',
    );
  // So many months before the years that a date can have nothing was read.
  const isBeforeDates = Number(on.slice(0, 4)) * 12 < readWithinMonths;
  const oldest = isBeforeDates ? '0000-01-01' : addMonths(on, -readWithinMonths, 'first-of-next', CALLER);
  framework.sources.forEach(({ title, read }, at) => {
    if (read >= oldest) return;
    const message = `“${title}” was read on ${read}, more than ${numberOf(readWithinMonths, 'month')} before ${on}.`;
    warn('read-long-ago', ['sources', at, 'read'], message, 'Read the source again and bring the record up to date.');
  });
  return issues;
};

const CALLER = 'checkFramework';

const FRAMEWORK = /* @__PURE__ */ (() =>
  shape.recordOf('a framework', {
    id: shape.name,
    edition: shape.name,
    label: shape.text,
    effectiveFrom: shape.maybe(shape.date),
    effectiveTo: shape.maybe(shape.date),
    // Not looked at, but so like the next field that it would be taken for a misspelt one.
    supersedes: shape.maybe(shape.recordOf('an object with id and edition', { id: shape.name, edition: shape.name })),
    supersededBy: shape.maybe(
      shape.recordOf('an object with id and edition', {
        id: shape.name,
        edition: shape.name,
        from: shape.maybe(shape.date),
      }),
    ),
    sources: shape.listOf('sources', shape.recordOf('a source', { title: shape.text, read: shape.date })),
  }))();

const OPTIONS = /* @__PURE__ */ (() => ({
  on: shape.date,
  readWithinMonths: shape.maybe(shape.wholeFrom(1, 1200)),
}))();
