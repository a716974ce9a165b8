import { shownValue } from '../../common/shown-value.js';
import type { Decision } from '../../model/awards/decision.js';
import type { Framework } from '../../model/awards/framework.js';
import { isItNear, nearestName } from '../../common/nearest-name.js';

/** One setting's decisions in order of their dates, and those that come after the day to look from. */
export interface ReadDecisions {
  readonly setting?: string | undefined;
  readonly decisions: readonly Decision[];
  readonly later: readonly Decision[];
}

/** Refuses what cannot be read together: another framework or edition, an unknown element, two settings. */
export const readDecisions = (
  decisions: readonly Decision[],
  framework: Framework,
  { on, setting }: { readonly on?: string | undefined; readonly setting?: string | undefined },
  caller: string,
): ReadDecisions => {
  const own = decisions.filter((decision) => setting === undefined || decision.setting === setting);
  const known = new Set(framework.elements.map(({ id }) => id));
  decisions.forEach((decision, at) => {
    if (setting === undefined || decision.setting === setting) refuseStranger(decision, at, framework, known, caller);
  });
  if (setting !== undefined && decisions.length > 0 && own.length === 0) {
    const near = nearestName(setting, [...new Set(decisions.map((decision) => decision.setting))]);
    throw new RangeError(`${caller}: no decision is about the setting ${shownValue(setting)}${isItNear(near)}`);
  }
  const settings = [...new Set(own.map((decision) => decision.setting))].sort();
  if (settings.length > 1) {
    throw new RangeError(
      `${caller}: the decisions are of several settings (${settings.join(', ')}); name one as setting`,
    );
  }
  const inOrder = [...own].sort(byDate);
  const named = setting ?? settings[0];
  return {
    ...(named !== undefined && { setting: named }),
    decisions: inOrder.filter(({ date }) => on === undefined || date <= on),
    later: inOrder.filter(({ date }) => on !== undefined && date > on),
  };
};

const refuseStranger = (
  { framework: of, element, date }: Decision,
  at: number,
  framework: Framework,
  known: ReadonlySet<string>,
  caller: string,
): void => {
  if (of.id !== framework.id || of.edition !== framework.edition) {
    throw new RangeError(
      `${caller}: decisions[${at}], of ${date}, is about “${of.id}” ${of.edition}, the framework is “${framework.id}” ${framework.edition}; ` +
        'map it to this edition first, if that is right',
    );
  }
  if (known.has(element)) return;
  throw new RangeError(
    `${caller}: decisions[${at}]: the framework “${framework.id}” has no element ${shownValue(element)}${isItNear(nearestName(element, known))}`,
  );
};

/** By date; on one day *achieved* before *more evidence needed*, so that the order they were given in changes nothing. */
const byDate = (a: Decision, b: Decision): number => {
  const [one, other] = [sortKey(a), sortKey(b)];
  return one < other ? -1 : one > other ? 1 : 0;
};

const sortKey = ({ date, decision, element, decidedBy, reason, computed }: Decision): string =>
  [date, decision, element, decidedBy, reason, computed ?? ''].join('\n');
