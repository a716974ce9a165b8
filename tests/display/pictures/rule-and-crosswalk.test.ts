import { expect, test } from 'vitest';
import { coordinatorRoleStemNationLeadership as crosswalk } from '../../../src/data/crosswalks/coordinator-role--stem-nation-leadership.js';
import { stemNationLeadership } from '../../../src/data/rubrics/stem-nation-leadership.js';
import { crosswalkMatrix } from '../../../src/display/pictures/crosswalk-matrix.js';
import { rulePicture } from '../../../src/display/pictures/rule-picture.js';
import { evaluate } from '../../../src/evaluation/verdict/evaluate.js';
import type { Finding, OutcomeVerdict } from '../../../src/model/rubrics/evaluation.js';
import { every, linesOf, readSvg, toldOf } from '../../support/read-svg.js';

const findings = (verdicts: readonly Finding['verdict'][], message = 'As it is.'): Finding[] =>
  verdicts.map((verdict) => ({ rule: 'every', verdict, message, criteria: [], findings: [] }));
const outcome = (inner: readonly Finding[]): OutcomeVerdict => ({
  outcome: 'ready',
  label: 'Ready',
  verdict: 'undecided',
  finding: { rule: 'all', verdict: 'undecided', message: 'All must hold.', criteria: [], findings: inner },
  gaps: [],
  missing: [],
});

test('each verdict has a sign of its own form, and its word', () => {
  const picture = readSvg(rulePicture(outcome(findings(['met', 'not-yet-met', 'undecided', 'not-applicable']))));
  expect(linesOf(picture)).toEqual([
    'Ready',
    'undecided',
    'All must hold.',
    'met',
    'As it is.',
    'not yet met',
    'As it is.',
    'undecided',
    'As it is.',
    'does not apply',
    'As it is.',
  ]);
  // Circles of a met, a not yet met and two undecided findings; a line for what does not apply.
  expect(every(picture, 'circle')).toHaveLength(4);
  expect(every(picture, 'line')).toHaveLength(1);
});

test('what an evaluation found is read aloud in order, each before what is inside it', () => {
  const evaluation = evaluate(stemNationLeadership, { ratings: { 'shared-vision': 'met', 'use-of-data': 'not-yet' } });
  const found = evaluation.outcomes[1]!;
  const { title, description } = toldOf(readSvg(rulePicture(found)));
  expect(title).toBe(`Why “${found.label}” is not yet met.`);
  expect(description).toBe(`not yet met: ${found.finding.message}`);
});

test('findings a thousand deep are drawn, and more than five hundred are refused in words', () => {
  let deep = findings(['met']);
  for (let depth = 0; depth < 400; depth++) deep = [{ ...findings(['met'])[0]!, findings: deep }];
  expect(every(readSvg(rulePicture(outcome(deep))), 'circle').length).toBe(402);
  expect(() => rulePicture(outcome(findings(Array.from({ length: 500 }, () => 'met' as const))))).toThrow(
    'rulePicture: outcome.finding has 501 entries; a picture shows at most 500',
  );
});

test('findings that hold themselves are refused, and not gone through without end', () => {
  const [round] = findings(['met']) as [Finding & { findings: Finding[] }];
  round.findings.push(round, round);
  expect(() => rulePicture(outcome([round]))).toThrow('a picture shows at most 500');
});

test('the matrix of a crosswalk has a full square for each main lever, a half one for each help, a dot for each stated absence', () => {
  const picture = readSvg(crosswalkMatrix(crosswalk, { colours: { main: '#123456', line: '#654321' } }));
  const count = (strength: string) => crosswalk.mappings.filter((one) => one.strength === strength).length;
  const rects = every(picture, 'rect');
  // One more of each in the key.
  expect(rects.filter(({ values }) => values['fill'] === '#123456')).toHaveLength(count('strong') + 1);
  expect(rects.filter(({ values }) => values['fill']?.startsWith('url'))).toHaveLength(count('partial') + 1);
  expect(every(picture, 'circle')).toHaveLength(count('none') + 1);
});

test('it tells of each strategy what it strengthens', () => {
  const { description } = toldOf(readSvg(crosswalkMatrix(crosswalk)));
  const strong = crosswalk.mappings.filter(
    (one) => one.strategy === 'community-engagement' && one.strength === 'strong',
  );
  const label = (id: string) => crosswalk.indicators.items.find((item) => item.id === id)!.label;
  expect(strong.map(({ indicator }) => label(indicator))).toEqual(['Shared vision']);
  expect(description).toContain('Community Engagement: strengthens Shared vision; helps in part ');
});

test('columns that do not fit beside each other come in several matrices, with the same rows', () => {
  const wide = {
    ...crosswalk,
    indicators: {
      ...crosswalk.indicators,
      items: Array.from({ length: 40 }, (_, at) => ({ id: `indicator-${at}`, label: `Indicator ${at}` })),
    },
    mappings: [],
  };
  const lines = linesOf(readSvg(crosswalkMatrix(wide, { width: 360 })));
  // 344 pixels hold 14 columns of 24: three matrices.
  expect(lines.filter((line) => line === 'Professional Development')).toHaveLength(3);
  expect(lines).toContain('40');
});
