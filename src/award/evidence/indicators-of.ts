import type { Framework } from '../../model/awards/framework.js';
import { isItNear, nearestName } from '../../common/nearest-name.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import type { Sector } from '../../model/shared/sector.js';
import { isRecord } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import { expectOptions, expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';

/** An indicator as a list of names needs it. */
export interface NamedIndicator {
  readonly id: string;
  readonly label: string;
}

/** Where indicators come from: a framework, a rubric, or a plain list. */
export type IndicatorSource = Framework | Rubric | readonly NamedIndicator[];

/** Selects indicators of a framework; by default all of them. Rubrics and lists are taken whole. */
export interface IndicatorChoice {
  readonly element?: string | undefined;
  readonly sector?: Sector | undefined;
}

/** The indicators of a source in its order, each once. */
export const indicatorsOf = (
  source: IndicatorSource,
  choice: IndicatorChoice,
  caller: string,
): readonly NamedIndicator[] => {
  expectSource(source, caller);
  expectOptions(caller, choice, CHOICE);
  const found = new Map<string, NamedIndicator>();
  for (const { id, label } of everyIndicator(source, choice, caller)) if (!found.has(id)) found.set(id, { id, label });
  return [...found.values()];
};

const CHOICE = /* @__PURE__ */ (() => ({ element: shape.maybe(shape.name), sector: shape.maybe(shape.sector) }))();

const LIST = /* @__PURE__ */ (() =>
  shape.listOf('indicators', shape.recordOf('an indicator', { id: shape.name, label: shape.text })))();

const NO_SOURCE: shape.Shape = (value) =>
  shape.listOf('indicators', () => undefined)(value) && {
    at: '',
    says: `is ${shownValue(value)}; it is a framework, a rubric or a list of indicators`,
    wrongKind: true,
  };

const expectSource = (source: unknown, caller: string): void => {
  if (isRecord(source) && Object.hasOwn(source, 'elements')) expectShape(caller, 'source', source, shape.framework);
  else if (isRecord(source) && Object.hasOwn(source, 'criteria')) expectShape(caller, 'source', source, shape.rubric);
  else {
    expectShape(caller, 'source', source, NO_SOURCE);
    expectShape(caller, 'source', source, LIST);
  }
};

const everyIndicator = (
  source: IndicatorSource,
  { element, sector }: IndicatorChoice,
  caller: string,
): readonly NamedIndicator[] => {
  if (!('elements' in source)) {
    if (element !== undefined || sector !== undefined) {
      throw new RangeError(`${caller}: an element or a sector is chosen from a framework; this is a rubric or a list`);
    }
    return 'criteria' in source
      ? source.criteria.map(({ id, indicator = id, label }) => ({ id: indicator, label }))
      : source;
  }
  const known = source.elements.map(({ id }) => id);
  if (element !== undefined && !known.includes(element)) {
    throw new RangeError(
      `${caller}: the framework “${source.id}” has no element ${shownValue(element)}${isItNear(nearestName(element, known))}`,
    );
  }
  return source.elements
    .filter(({ id }) => element === undefined || id === element)
    .flatMap(({ indicators }) => indicators)
    .filter(({ sectors }) => sector === undefined || sectors.includes(sector));
};

/** The indicators among some that have a place, each once, in the order of the places. */
export const inOrder = (some: Iterable<string>, places: ReadonlyMap<string, number>): readonly string[] =>
  [...new Set(some)].filter((id) => places.has(id)).sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
