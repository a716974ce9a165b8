import { type Fault, hinted, hintFor, type Hints } from '../shared/fault.js';
import type { Measure } from './measure.js';
import { repeatedIds } from '../shared/names.js';
import { levelIds, type Rubric } from './rubric.js';

/** Levels and facts that a measure names must exist, and its steps must rise in level and in what they ask. */
export const measureFaults = (
  rubric: Rubric,
  { facts, hints }: { readonly facts: readonly string[]; readonly hints: Hints },
  at: number,
  measure: Measure,
): Fault[] => {
  const path = ['criteria', at, 'measure'];
  const levels = levelIds(rubric, at);
  const faults: Fault[] = [];
  if (measure.kind === 'thresholds' && measure.requires !== undefined && !facts.includes(measure.requires)) {
    faults.push({ path: [...path, 'requires'], message: hinted(hints, 'fact', measure.requires, facts) });
  }
  if (measure.kind === 'features') {
    for (const { at: again, id } of repeatedIds(measure.features)) {
      faults.push({ path: [...path, 'features', again, 'id'], message: `the feature “${id}” is listed twice` });
    }
  }
  const asks = measure.steps.map(({ atLeast }) =>
    typeof atLeast === 'number' ? { numerator: atLeast, denominator: 1 } : atLeast,
  );
  measure.steps.forEach(({ level }, step) => {
    const here = [...path, 'steps', step];
    if (!levels.includes(level))
      faults.push({
        path: [...here, 'level'],
        message: `“${rubric.criteria[at]?.id}” has no level “${level}”${hintFor(hints, level, levels)}`,
      });
    else if (levels.indexOf(level) === 0)
      faults.push({ path: [...here, 'level'], message: 'the lowest level needs no step: it is below the first step' });
    const [ask, before] = [asks[step], asks[step - 1]];
    const previous = measure.steps[step - 1]?.level;
    if (ask === undefined || before === undefined || previous === undefined) return;
    if (levels.indexOf(level) <= levels.indexOf(previous))
      faults.push({ path: [...here, 'level'], message: `steps rise: “${level}” is not above “${previous}”` });
    if (BigInt(ask.numerator) * BigInt(before.denominator) <= BigInt(before.numerator) * BigInt(ask.denominator)) {
      faults.push({
        path: [...here, 'atLeast'],
        message: 'steps rise: this one asks for no more than the step before',
      });
    }
  });
  const most = asks.at(-1)?.numerator ?? 0;
  if (measure.kind === 'features' && most > measure.features.length) {
    faults.push({
      path: [...path, 'steps', measure.steps.length - 1, 'atLeast'],
      message: `there are only ${measure.features.length} features`,
    });
  }
  return faults;
};
