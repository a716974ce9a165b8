import { expectOptions, expectShape } from '../../common/expect-shape.js';
import type { PortfolioAward, PortfolioSetting } from './portfolio-settings.js';
import * as shape from '../shapes.js';

const CALLER = 'summarisePortfolio';

const SETTINGS = /* @__PURE__ */ (() =>
  shape.listOf(
    'settings with their evaluations',
    shape.recordOf('an object with setting, evaluations and decisions', {
      setting: shape.recordOf('a setting', {
        id: shape.name,
        name: shape.text,
        sector: shape.sector,
        authority: shape.maybe(shape.name),
      }),
      evaluations: shape.datedEvaluations,
      decisions: shape.maybe(shape.decisions),
    }),
  ))();

/** Refuses settings that cannot be read, and decisions that stand with another setting than the one they are about. */
export const expectSettings = (settings: readonly PortfolioSetting[]): void => {
  expectShape(CALLER, 'settings', settings, SETTINGS);
  settings.forEach(({ setting, decisions = [] }, at) => {
    decisions.forEach((decision, d) => {
      if (decision.setting === setting.id) return;
      throw new RangeError(
        `${CALLER}: settings[${at}].decisions[${d}] is about “${decision.setting}”, but is listed with the setting “${setting.id}”`,
      );
    });
  });
};

const OPTIONS = /* @__PURE__ */ (() => ({
  on: shape.date,
  award: shape.maybe(
    shape.closedRecordOf('an object with framework, elements, needed, windowYears and windowEnd', {
      framework: shape.recordOf('an object with id and edition', { id: shape.name, edition: shape.name }),
      elements: shape.names('elements'),
      needed: shape.wholeFrom(1),
      windowYears: shape.wholeFrom(1, 1000),
      windowEnd: shape.maybe(shape.windowEnd),
    }),
  ),
  rubrics: shape.maybe(shape.listOf('rubrics', shape.rubric)),
  words: shape.maybe(shape.quantityWords),
  map: shape.maybe(shape.callable),
  near: shape.maybe(
    shape.closedRecordOf('an object with elements and gaps', {
      elements: shape.maybe(shape.wholeFrom(0)),
      gaps: shape.maybe(shape.wholeFrom(0)),
    }),
  ),
  outcomes: shape.maybe(shape.valuesOf('an object of outcomes by rubric', shape.maybe(shape.name))),
  windows: shape.maybe(
    shape.listOf('windows', shape.recordOf('a window', { setting: shape.name, lastDay: shape.date })),
  ),
}))();

/** Refuses options that are not what they have to be, and an award that asks for more elements than it has. */
export const expectPortfolioOptions = (options: { readonly award?: PortfolioAward | undefined }): void => {
  expectOptions(CALLER, options, OPTIONS);
  const { award } = options;
  if (award === undefined) return;
  const { elements, needed } = award;
  const seen = new Set<string>();
  const twice = elements.find((element) => {
    if (seen.has(element)) return true;
    seen.add(element);
    return false;
  });
  if (twice !== undefined) throw new RangeError(`${CALLER}: award.elements has “${twice}” twice`);
  if (needed <= elements.length) return;
  throw new RangeError(
    `${CALLER}: award.needed is ${needed}; it is at most the number of elements, ${elements.length}`,
  );
};
