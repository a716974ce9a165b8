import { educationScotlandInspection } from '../../../src/data/quantity-words/education-scotland-inspection.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PortfolioSetting } from '../../../src/award/portfolio/portfolio-settings.js';
import { type PortfolioOptions, summarisePortfolio } from '../../../src/award/portfolio/summarise-portfolio.js';
import { evaluate } from '../../../src/evaluation/index.js';
import type { Decision, Evaluation, Sector } from '../../../src/model/index.js';
import { smallRubric } from '../../support/small-rubric.js';

type Ratings = Parameters<typeof evaluate<typeof smallRubric>>[1]['ratings'];
const judge = (ratings: Ratings): Evaluation => evaluate(smallRubric, { ratings });

const framework = { id: 'an-award', edition: '2024' };
const award = { framework, elements: ['one', 'two', 'three'], needed: 2, windowYears: 3 };
const decide = (
  setting: string,
  element: string,
  date: string,
  decision: Decision['decision'] = 'achieved',
): Decision => ({
  framework,
  element,
  setting,
  decision,
  decidedBy: 'A. Validator',
  date,
  reason: 'For tests.',
});

const hilltop: PortfolioSetting = {
  setting: { id: 'hilltop', name: 'Hilltop', sector: 'primary', authority: 'North' },
  evaluations: [
    { date: '2026-05-01', evaluation: judge({ plan: 'middle', team: 'high', voice: 'high' }) },
    { date: '2024-05-01', evaluation: judge({ plan: 'high', voice: 'middle' }) },
    { date: '2025-05-01', evaluation: judge({ plan: 'high', voice: 'low' }) },
    { date: '2026-09-01', evaluation: judge({}) },
  ],
  decisions: [
    decide('hilltop', 'one', '2024-06-01'),
    decide('hilltop', 'two', '2025-06-01', 'more-evidence-needed'),
    decide('hilltop', 'two', '2026-06-01'),
    decide('hilltop', 'three', '2026-09-01'),
  ],
};
const lochside: PortfolioSetting = {
  setting: { id: 'lochside', name: 'Lochside', sector: 'elc', authority: 'South' },
  evaluations: [
    { date: '2026-04-01', evaluation: judge({ plan: 'low', team: { notApplicable: 'two of us' }, voice: 'high' }) },
  ],
  decisions: [decide('lochside', 'one', '2025-01-01'), decide('lochside', 'one', '2026-01-01', 'more-evidence-needed')],
};
const quarry: PortfolioSetting = {
  setting: { id: 'quarry', name: 'Quarry Road', sector: 'primary' },
  evaluations: [{ date: '2026-03-01', evaluation: judge({ plan: { levels: ['low', 'high'] }, team: 'high' }) }],
  decisions: [decide('quarry', 'three', '2026-01-01')],
};
const portfolio = [quarry, hilltop, lochside];
const options: PortfolioOptions = {
  on: '2026-06-30',
  award,
  rubrics: [smallRubric],
  windows: [
    { setting: 'quarry', lastDay: '2026-06-30' },
    { setting: 'hilltop', lastDay: '2027-03-01' },
    { setting: 'lochside', lastDay: '2026-06-28' },
  ],
};
const summary = summarisePortfolio(portfolio, { ...options, words: educationScotlandInspection });

describe('a portfolio on a day', () => {
  test('distributes its settings on each indicator, by their latest evaluation up to the day', () => {
    const [table] = summary.all.rubrics;
    expect(table).toMatchObject({ rubric: { id: 'small', version: '1.0.0' }, settings: 3, notice: 'For tests.' });
    expect(
      table?.indicators.map(({ criterion, levels, notApplicable, unrated, contested }) => [
        criterion,
        ...levels.map(({ label, settings }) => `${label} ${settings}`),
        { notApplicable, unrated, contested },
      ]),
    ).toEqual([
      ['plan', 'Low 1', 'Middle 1', 'High 0', { notApplicable: 0, unrated: 0, contested: 1 }],
      ['team', 'Low 0', 'Middle 0', 'High 2', { notApplicable: 1, unrated: 0, contested: 0 }],
      ['voice', 'Low 0', 'Middle 0', 'High 2', { notApplicable: 0, unrated: 1, contested: 0 }],
    ]);
    expect(table?.indicators[1]?.levels[2]?.words).toMatchObject({ words: 'majority', part: 2, whole: 3 });
    const [plain] = summarisePortfolio(portfolio, options).all.rubrics;
    expect(plain?.indicators[1]?.levels[2]).not.toHaveProperty('words');
  });

  test('counts verdicts beside, and nothing that could rank: no mean, no position', () => {
    expect(summary.all.rubrics[0]?.outcomes).toEqual([
      // Hilltop has all at middle or better; Lochside's plan is low; Quarry Road is open.
      { outcome: 'begun', label: 'Begun', met: 1, notYetMet: 1, undecided: 1 },
      // Hilltop has voice and team high. Of Lochside one criterion is high and team waived: one of two is not two.
      { outcome: 'secure', label: 'Secure', met: 1, notYetMet: 1, undecided: 1 },
    ]);
    expect(summary.settings.map(({ setting }) => setting)).toEqual(['hilltop', 'lochside', 'quarry']);
    expect(Object.keys(summary)).not.toContain('mean');
  });

  test('gives the levels that nobody has only where the rubric is known', () => {
    const bare = summarisePortfolio(portfolio, { on: '2026-06-30' });
    expect(bare.all.rubrics[0]?.indicators[1]?.levels).toMatchObject([{ level: 'high', settings: 2 }]);
  });

  test('has an element achieved when its latest decision up to the day says so', () => {
    expect(summary.settings.map(({ elements }) => elements)).toEqual([
      { achieved: ['one', 'two'], moreEvidenceNeeded: [], complete: true, missing: 0 },
      { achieved: [], moreEvidenceNeeded: ['one'], complete: false, missing: 2 },
      { achieved: ['three'], moreEvidenceNeeded: [], complete: false, missing: 1 },
    ]);
    expect(summary.all.elements).toEqual([
      { element: 'one', achieved: 1, moreEvidenceNeeded: 1, noDecision: 1 },
      { element: 'two', achieved: 1, moreEvidenceNeeded: 0, noDecision: 2 },
      { element: 'three', achieved: 1, moreEvidenceNeeded: 0, noDecision: 2 },
    ]);
    expect(summary.all.elementsAchieved.map(({ settings }) => settings)).toEqual([1, 1, 1, 0]);
  });

  test('measures each setting against its own first comparable assessment', () => {
    expect(summary.settings[0]?.judged[0]?.sinceBaseline).toMatchObject({
      from: '2024-05-01',
      to: '2026-05-01',
      gained: ['begun', 'secure'],
      lost: [],
      message: 'Since 2024-05-01: 1 up, 1 down, 1 newly rated. Gained: “Begun”, “Secure”.',
    });
    expect(summary.settings[1]?.judged[0]).not.toHaveProperty('sinceBaseline');
    expect(summary.all.rubrics[0]?.baseline).toEqual({ settings: 1, withRises: 1, withFalls: 1 });
    expect(summary.all.rubrics[0]?.indicators.map(({ sinceBaseline }) => sinceBaseline.down)).toEqual([1, 0, 0]);
  });

  test('shows each setting’s profile beside whatever is counted of it', () => {
    expect(summary.settings[0]?.judged[0]?.profile.map(({ level }) => level)).toEqual(['middle', 'high', 'high']);
  });

  test('tells who is near, and why', () => {
    // Lochside needs its plan at high; Hilltop has both elements, and both outcomes.
    expect(summary.near).toEqual([
      { setting: 'lochside', name: 'Lochside', message: 'Lochside: 1 gap from “Secure” by “small”.' },
      { setting: 'quarry', name: 'Quarry Road', message: 'Quarry Road: 1 element short of the full award.' },
    ]);
    const wider = summarisePortfolio(portfolio, {
      ...options,
      near: { elements: 2, gaps: 2 },
      outcomes: { small: 'begun' },
    });
    expect(wider.near.map(({ message }) => message)).toEqual([
      'Lochside: 2 elements short of the full award and 1 gap from “Begun” by “small”.',
      'Quarry Road: 1 element short of the full award and 2 gaps from “Begun” by “small”.',
    ]);
  });

  test('counts the days left in windows, the last day included', () => {
    expect(summary.windows).toEqual([
      { setting: 'quarry', lastDay: '2026-06-30', daysLeft: 0 },
      // July 31, August 31, September 30, October 31, November 30, December 31, January 31, February 28, and March 1: 244.
      { setting: 'hilltop', lastDay: '2027-03-01', daysLeft: 244 },
    ]);
    expect(summary.settings[1]?.window).toEqual({ kind: 'passed', lastDay: '2026-06-28', daysAgo: 2 });
  });

  test('divides by sector and by authority, with the same rows and columns', () => {
    expect(summary.bySector.map(({ group, tables }) => [group, tables.settings])).toEqual([
      ['elc', 1],
      ['primary', 2],
    ]);
    expect(summary.byAuthority.map(({ group }) => group)).toEqual(['North', 'South', 'not stated']);
    const high = (tables: typeof summary.all) => tables.rubrics[0]?.indicators[1]?.levels[2]?.settings;
    expect(summary.bySector.map(({ tables }) => high(tables))).toEqual([0, 2]);
  });

  test('says in a sentence what it is, and is plain data', () => {
    expect(summary.message).toBe(
      '3 settings on 2026-06-30: 1 with the 2 elements the full award asks for within 3 years; 2 near an outcome or the award.',
    );
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  test('may be empty', () => {
    expect(summarisePortfolio([], { on: '2026-06-30' })).toMatchObject({
      settings: [],
      all: { settings: 0, rubrics: [] },
    });
  });
});

describe('what is not counted', () => {
  const older: Evaluation = { ...judge({ plan: 'low' }), rubric: { id: 'small', version: '0.9.0' } };
  const moved: PortfolioSetting = {
    setting: { id: 'moved', name: 'Moved', sector: 'cld' },
    evaluations: [
      { date: '2025-03-01', evaluation: older },
      { date: '2026-03-01', evaluation: judge({ plan: 'high' }) },
    ],
  };

  test('is an earlier version of the rubric, unless it is brought forward', () => {
    const refused = summarisePortfolio([moved], { on: '2026-06-30' });
    expect(refused.issues).toMatchObject([
      { code: 'not-compared', path: ['settings', 'moved', 'evaluations', '2025-03-01'] },
    ]);
    expect(refused.all.rubrics[0]?.baseline.settings).toBe(0);
    const mapped = summarisePortfolio([moved], {
      on: '2026-06-30',
      map: ({ evaluation }, to) => ({ ...evaluation, rubric: to }),
    });
    expect(mapped.issues).toEqual([]);
    expect(mapped.settings[0]?.judged[0]?.sinceBaseline).toMatchObject({ from: '2025-03-01', counts: { up: 1 } });
  });

  test('is added to nothing: versions have tables of their own', () => {
    const stays = { ...moved, setting: { ...moved.setting, id: 'stays' }, evaluations: moved.evaluations.slice(0, 1) };
    const { all } = summarisePortfolio([moved, stays], { on: '2026-06-30', rubrics: [smallRubric] });
    expect(all.rubrics.map(({ rubric, settings }) => [rubric.version, settings])).toEqual([
      ['0.9.0', 1],
      ['1.0.0', 1],
    ]);
  });

  test('are decisions of another edition, about unknown elements, or towards no named award', () => {
    const decisions = [
      { ...decide('moved', 'one', '2026-01-01'), framework: { ...framework, edition: '2019' } },
      decide('moved', 'nine', '2026-01-01'),
    ];
    const codesOf = (given: PortfolioOptions) =>
      summarisePortfolio([{ ...moved, evaluations: [], decisions }], given).issues.map(({ code }) => code);
    expect(codesOf({ on: '2026-06-30', award })).toEqual(['other-edition', 'unknown-element']);
    expect(codesOf({ on: '2026-06-30' })).toEqual(['decisions-not-counted']);
  });

  test('is an “achieved” that another decision of the same day contradicts', () => {
    const decisions = [
      decide('moved', 'one', '2026-01-01', 'more-evidence-needed'),
      decide('moved', 'one', '2026-01-01'),
    ];
    const at = (given: readonly Decision[]) =>
      summarisePortfolio([{ ...moved, decisions: given }], { on: '2026-06-30', award });
    const contradicted = at(decisions);
    expect(contradicted.settings[0]?.elements).toMatchObject({ achieved: [], moreEvidenceNeeded: ['one'] });
    expect(contradicted.issues.map(({ code }) => code)).toContain('decisions-contradict');
    expect(at([...decisions].reverse())).toEqual(contradicted);
    const settled = at([...decisions, decide('moved', 'one', '2026-02-01')]);
    expect(settled.settings[0]?.elements?.achieved).toEqual(['one']);
    expect(settled.issues.map(({ code }) => code)).not.toContain('decisions-contradict');
  });
});

describe('a mistake of the caller is refused', () => {
  const summarise =
    (settings: readonly PortfolioSetting[], given: Partial<PortfolioOptions> = {}) =>
    () =>
      summarisePortfolio(settings, { ...options, windows: [], ...given });

  test.each([
    ['a setting twice', summarise([hilltop, hilltop]), 'the setting “hilltop” is listed twice'],
    ['a day that is none', summarise([], { on: 'today' }), 'on is “today”; it is a calendar date'],
    ['a window of nobody', summarise([], { windows: [{ setting: 'x', lastDay: '2026-01-01' }] }), 'is of “x”'],
    [
      'two windows',
      summarise([hilltop], {
        windows: [
          { setting: 'hilltop', lastDay: '2026-01-01' },
          { setting: 'hilltop', lastDay: '2027-01-01' },
        ],
      }),
      'two windows',
    ],
    ['a window without a day', summarise([hilltop], { windows: [{ setting: 'hilltop', lastDay: 'soon' }] }), '“soon”'],
    ['a decision of another', summarise([{ ...quarry, decisions: hilltop.decisions }]), 'about “hilltop”'],
    ['an outcome that is none', summarise([hilltop], { outcomes: { small: 'gold' } }), 'no outcome “gold”'],
    [
      'two evaluations of one day',
      summarise([{ ...hilltop, evaluations: [lochside.evaluations[0]!, lochside.evaluations[0]!] }]),
      '“hilltop”: there are two evaluations by “small” 1.0.0 of 2026-04-01',
    ],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(message);
  });
});

describe('the order of the input', () => {
  const level = fc.constantFrom('low', 'middle', 'high');
  const ratings = fc.record(
    {
      plan: level,
      team: fc.oneof(level, fc.constant({ notApplicable: 'none here' })),
      voice: fc.oneof(level, fc.constant({ levels: ['low', 'high'] as const })),
    },
    { requiredKeys: [] },
  );
  const versions = fc.constantFrom('0.9.0', '1.0.0', '10.0.0');
  const dated = fc.record({
    year: fc.integer({ min: 2021, max: 2026 }),
    id: fc.constantFrom('small', 'other'),
    version: versions,
    ratings,
  });
  const setting = (id: string) =>
    fc
      .record({
        sector: fc.constantFrom<Sector>('elc', 'primary', 'special'),
        authority: fc.constantFrom('North', 'South', undefined),
        evaluations: fc.uniqueArray(dated, {
          maxLength: 5,
          selector: ({ year, id: rubric, version }) => `${year} ${rubric} ${version}`,
        }),
        decisions: fc.array(
          fc.record({
            element: fc.constantFrom('one', 'two', 'three', 'nine'),
            year: fc.integer({ min: 2023, max: 2026 }),
            decision: fc.constantFrom('achieved' as const, 'more-evidence-needed' as const),
          }),
          { maxLength: 6 },
        ),
      })
      .map(
        ({ sector, authority, evaluations, decisions }): PortfolioSetting => ({
          setting: { id, name: id.toUpperCase(), sector, ...(authority !== undefined && { authority }) },
          evaluations: evaluations.map(({ year, id: rubric, version, ratings: given }) => ({
            date: `${year}-05-01`,
            evaluation: { ...judge(given as Ratings), rubric: { id: rubric, version } },
          })),
          decisions: decisions.map(({ element, year, decision }) => decide(id, element, `${year}-06-01`, decision)),
        }),
      );
  const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });

  test('makes no difference to anything in the result', () => {
    const arbitrary = fc.tuple(...['a', 'b', 'c', 'd'].map(setting)).chain((settings) => {
      const mixed = settings.map((one) =>
        fc
          .tuple(shuffled(one.evaluations), shuffled(one.decisions ?? []))
          .map(([evaluations, decisions]) => ({ ...one, evaluations, decisions })),
      );
      const again = fc.tuple(...mixed).chain((list) => shuffled(list));
      return fc.record({ settings: fc.constant(settings), again });
    });
    const given: PortfolioOptions = { on: '2025-12-31', award, near: { elements: 2, gaps: 2 } };
    fc.assert(
      fc.property(arbitrary, ({ settings, again }) => {
        expect(JSON.stringify(summarisePortfolio(again, given))).toBe(
          JSON.stringify(summarisePortfolio(settings, given)),
        );
      }),
      { numRuns: 80 },
    );
  });

  test('of parts makes the whole: counts by sector and by authority add up to those of all', () => {
    fc.assert(
      fc.property(fc.tuple(...['a', 'b', 'c', 'd', 'e'].map(setting)), (settings) => {
        const { all, bySector, byAuthority } = summarisePortfolio(settings, { on: '2026-12-31', award });
        const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
        for (const parts of [bySector, byAuthority]) {
          expect(sum(parts.map(({ tables }) => tables.settings))).toBe(all.settings);
          all.elements.forEach(({ achieved }, e) =>
            expect(sum(parts.map(({ tables }) => tables.elements[e]?.achieved ?? 0))).toBe(achieved),
          );
          all.rubrics.forEach(({ indicators, settings: judged }, r) =>
            indicators.forEach(({ levels, notApplicable, unrated, contested }, i) => {
              expect(sum(levels.map((one) => one.settings)) + notApplicable + unrated + contested).toBe(judged);
              levels.forEach((one, l) =>
                expect(sum(parts.map(({ tables }) => tables.rubrics[r]?.indicators[i]?.levels[l]?.settings ?? 0))).toBe(
                  one.settings,
                ),
              );
            }),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the full award is counted within its window of years', () => {
  const elements = ['a', 'b', 'c', 'd', 'e'];
  const five = { framework, elements, needed: 5, windowYears: 3 };
  const won = (years: readonly number[], day = '05-01'): PortfolioSetting => ({
    setting: { id: 'slow', name: 'Slow', sector: 'primary' },
    evaluations: [],
    decisions: years.map((year, at) => ({
      framework,
      setting: 'slow',
      element: elements[at] ?? '',
      decision: 'achieved',
      decidedBy: 'A. Validator',
      date: `${year}-${day}`,
      reason: 'For tests.',
    })),
  });

  test('five elements over twelve years are no full award: the window of 2024 holds one of them', () => {
    const { settings, message } = summarisePortfolio([won([2012, 2015, 2018, 2021, 2024])], {
      on: '2026-06-30',
      award: five,
    });
    // From 2021-05-01 to 2024-05-01 are three years to the day, but that window is over; in the one of 2024 there is one.
    expect(message).toMatch(/^1 setting on 2026-06-30: 0 with the 5 elements the full award asks for within 3 years;/u);
    expect(settings[0]?.elements).toEqual({ achieved: elements, moreEvidenceNeeded: [], complete: false, missing: 4 });
  });

  test('the day on which the years are over counts by one reading and not by the other', () => {
    const settings = [won([2020, 2021, 2022, 2022, 2023])];
    const complete = (windowEnd: 'inclusive' | 'exclusive') =>
      summarisePortfolio(settings, { on: '2026-06-30', award: { ...five, windowEnd } }).settings[0]?.elements?.complete;
    expect([complete('inclusive'), complete('exclusive')]).toEqual([true, false]);
  });

  test('once complete it stays so: the years collect elements', () => {
    const { settings } = summarisePortfolio([won([2010, 2010, 2011, 2011, 2012])], { on: '2026-06-30', award: five });
    expect(settings[0]?.elements).toMatchObject({ complete: true, missing: 0 });
  });

  test.each([
    [{ ...five, needded: 5 }, 'summarisePortfolio: award has no “needded”; is it “needed”?'],
    [{ ...five, needed: -1 }, 'summarisePortfolio: award.needed is -1; it is a whole number from 1'],
    [{ ...five, needed: Number.NaN }, 'summarisePortfolio: award.needed is NaN; it is a whole number from 1'],
    [{ ...five, needed: 6 }, 'summarisePortfolio: award.needed is 6; it is at most the number of elements, 5'],
    [
      { ...five, windowYears: undefined },
      'summarisePortfolio: award.windowYears is undefined; it is a whole number from 1',
    ],
    [{ ...five, windowEnd: 'open' }, 'summarisePortfolio: award.windowEnd is “open”; it is “inclusive” or “exclusive”'],
  ])('an award that is not one is refused: %#', (award, message) => {
    expect(() => summarisePortfolio([], { on: '2026-06-30', award: award as typeof five })).toThrow(message);
  });

  test('one bad decision of many is named', () => {
    const settings = [won([2020, 2021, 2022, 2022, 2023]), won([2020])];
    const bad = structuredClone(settings) as unknown as { decisions: { date: string }[] }[];
    bad[0]!.decisions[3]!.date = '2022-02-30';
    expect(() => summarisePortfolio(bad as never, { on: '2026-06-30' })).toThrow(
      'summarisePortfolio: settings[0].decisions[3].date is “2022-02-30”; it is a calendar date, YYYY-MM-DD',
    );
    const shouted = structuredClone(settings.slice(0, 1)) as unknown as { setting: { sector: string } }[];
    shouted[0]!.setting.sector = 'Primary';
    expect(() => summarisePortfolio(shouted as never, { on: '2026-06-30' })).toThrow(
      'settings[0].setting.sector is “Primary”; it is “elc” or “primary” or “secondary” or “special” or “cld”; is it “primary”?',
    );
  });
});
