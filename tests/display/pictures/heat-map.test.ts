import { describe, expect, test } from 'vitest';
import { publishPortfolio } from '../../../src/award/portfolio/publish-portfolio.js';
import { summarisePortfolio } from '../../../src/award/portfolio/summarise-portfolio.js';
import { heatMap } from '../../../src/display/pictures/heat-map.js';
import { settingsHeatMap } from '../../../src/display/pictures/settings-heat-map.js';
import { evaluate } from '../../../src/evaluation/verdict/evaluate.js';
import { smallRubric } from '../../support/small-rubric.js';
import { every, linesOf, readSvg, toldOf } from '../../support/read-svg.js';

const [low, middle, high] = smallRubric.scale.levels.map(({ label }) => label) as [string, string, string];
const [plan, team] = smallRubric.criteria.map(({ label }) => label) as [string, string];

/** Twelve settings: on *plan* six are low, four middle and two high; on *team* all are high. */
const summary = summarisePortfolio(
  Array.from({ length: 12 }, (_, n) => ({
    setting: { id: `school-${n}`, name: `School ${n}`, sector: 'primary' as const },
    evaluations: [
      {
        date: '2026-03-02',
        evaluation: evaluate(smallRubric, {
          ratings: { plan: n < 6 ? 'low' : n < 10 ? 'middle' : 'high', team: 'high', voice: n < 6 ? 'low' : 'high' },
        }),
      },
    ],
  })),
  { on: '2026-06-30', rubrics: [smallRubric] },
);
const published = publishPortfolio(summary, { below: 3 });

test('the heat map says each count, and hides what the portfolio hides', () => {
  const picture = readSvg(heatMap(published, smallRubric));
  const { title, description } = toldOf(picture);
  expect(title).toBe(`How many of 12 settings are at each level of “${smallRubric.label}”.`);
  const ofPlan = published.rubrics[0]?.kind === 'published' ? published.rubrics[0].indicators[0]!.table.totals : [];
  expect(ofPlan.filter((count) => count === 'hidden').length).toBeGreaterThan(0);
  const told = [low, middle, high].flatMap((label, at) => {
    const count = ofPlan[at];
    return count === 0 ? [] : [`${label} ${count}`];
  });
  expect(description).toContain(`${plan}: ${told.slice(0, -1).join(', ')} and ${told.at(-1)}.`);
});

test('the cells of hidden counts are all alike, whatever is behind them', () => {
  const picture = readSvg(heatMap(published, smallRubric));
  const hatched = every(picture, 'rect').filter(({ values }) => values['fill']?.startsWith('url'));
  const forms = new Set(
    hatched
      .slice(0, -1)
      .map(({ values }) => JSON.stringify([values['width'], values['height'], values['fill'], values['stroke']])),
  );
  expect(forms.size).toBe(1);
  const withTotals = published.rubrics.flatMap((one) =>
    one.kind === 'published' ? one.indicators.flatMap(({ table }) => table.totals) : [],
  );
  expect(hatched).toHaveLength(withTotals.filter((count) => count === 'hidden').length + 1);
});

test('the more settings, the darker the cell', () => {
  const counts = (totals: readonly number[]) => ({
    on: '2026-06-30',
    below: 3,
    notice: 'x',
    rubrics: [
      {
        kind: 'published' as const,
        rubric: { id: smallRubric.id, version: smallRubric.version },
        settings: 12,
        notice: 'x',
        indicators: [
          {
            criterion: 'plan',
            indicator: 'plan',
            label: plan,
            table: {
              columns: ['low', 'middle', 'high'].map((level) => ({ kind: 'level' as const, level })),
              totals,
              by: [],
            },
          },
        ],
      },
    ],
  });
  const picture = readSvg(
    heatMap(counts([0, 3, 12]), smallRubric, { colours: { ground: '#ffffff', main: '#000000' } }),
  );
  // A quarter of the way from white to black is 255 · 3/4 = 191 = bf.
  expect(
    every(picture, 'rect')
      .slice(1)
      .map(({ values }) => values['fill']),
  ).toEqual(['#ffffff', '#bfbfbf', '#000000']);
  expect(linesOf(picture)).toEqual([low, middle, high, plan, '0', '3', '12']);
});

describe('where there is nothing to show', () => {
  test('too few settings are said, and no number', () => {
    const few = publishPortfolio(summary, { below: 13 });
    expect(linesOf(readSvg(heatMap(few, smallRubric)))).toEqual(['Too few settings to publish']);
  });

  test('a rubric that the portfolio has not is refused, with those it has', () => {
    expect(() => heatMap(published, { ...smallRubric, version: '9.0.0' })).toThrow(
      `heatMap: portfolio has no tables by the rubric “small” 9.0.0; it has “small” ${smallRubric.version}`,
    );
  });
});

test('settings are shown by name only in a picture that says, in and beside it, that it is not for publication', () => {
  const picture = readSvg(settingsHeatMap(summary, smallRubric));
  expect(linesOf(picture)[0]).toBe('Not for publication');
  const { title, description } = toldOf(picture);
  expect(title).toMatch(/Not for publication\.$/u);
  expect(description).toMatch(/^Not for publication\. School 0\. /u);
  expect(description).toContain(`School 10. ${plan}: ${high}. ${team}: ${high}.`);
  expect(() => heatMap(summary as never, smallRubric)).toThrow('heatMap: portfolio.rubrics is undefined');
});
