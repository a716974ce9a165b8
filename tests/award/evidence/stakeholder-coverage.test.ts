import { describe, expect, test } from 'vitest';
import { stakeholderCoverage } from '../../../src/award/index.js';
import type { Evidence } from '../../../src/model/awards/evidence.js';

const item = (id: string, more: Partial<Evidence>): Evidence => ({
  id,
  kind: 'stakeholder-voice',
  date: '2026-01-10',
  shows: 'What was said',
  supports: ['shared-vision'],
  ...more,
});

describe('the voices of the guidance', () => {
  test('are six, in its order, and unheard until evidence says otherwise', () => {
    const { voices, heard, unheard } = stakeholderCoverage([]);
    expect(voices.map(({ label }) => label)).toEqual([
      'Teaching staff',
      'Support staff',
      'Learners',
      'Parents',
      'Families',
      'STEM partners',
    ]);
    expect(heard).toEqual([]);
    expect(unheard).toEqual(['teaching-staff', 'support-staff', 'learners', 'parents', 'families', 'partners']);
  });

  test('are heard where evidence of any kind lists them, one item for many', () => {
    const coverage = stakeholderCoverage([
      item('evening', { voices: ['partners', 'parents'] }),
      item('minutes', { kind: 'policy', voices: ['parents'], date: '2026-02-01' }),
    ]);
    expect(coverage.heard).toEqual(['parents', 'partners']);
    const parents = coverage.voices.find(({ voice }) => voice === 'parents');
    expect(parents).toEqual({
      voice: 'parents',
      label: 'Parents',
      heard: true,
      evidence: ['evening', 'minutes'],
      tooOld: [],
      message: 'Parents: heard in “evening” (2026-01-10) and “minutes” (2026-02-01).',
    });
    expect(coverage.unheard).toContain('families');
  });

  test('learners are heard in a learner’s voice without more words; nobody is in a stakeholder’s', () => {
    const coverage = stakeholderCoverage([item('council', { kind: 'learner-voice' }), item('letter', {})]);
    expect(coverage.heard).toEqual(['learners']);
    expect(coverage.issues).toMatchObject([{ code: 'unnamed-voice', path: ['evidence', 1, 'voices'] }]);
  });

  test('are heard no longer where it was too long ago, which is said', () => {
    const coverage = stakeholderCoverage([item('evening', { voices: ['parents'], date: '2023-01-10' })], {
      asOf: '2026-01-10',
      notOlderThan: { years: 2 },
    });
    expect(coverage.voices[3]).toMatchObject({ heard: false, evidence: [], tooOld: ['evening'] });
    expect(coverage.voices[3]?.message).toBe(
      'Parents: not heard since 2024-01-10; before that in “evening” (2023-01-10).',
    );
  });

  test('can be fewer, and looked for in the evidence of some indicators', () => {
    const evidence = [
      item('one', { voices: ['parents'] }),
      item('two', { voices: ['learners'], supports: ['core-team'] }),
    ];
    const coverage = stakeholderCoverage(evidence, { voices: ['parents', 'learners'], indicators: ['core-team'] });
    expect(coverage.voices.map(({ voice, heard }) => [voice, heard])).toEqual([
      ['learners', true],
      ['parents', false],
    ]);
  });

  test('are looked for from a real day', () => {
    expect(() => stakeholderCoverage([], { asOf: '2026-02-30' })).toThrow(
      'stakeholderCoverage: asOf is “2026-02-30”; it is a calendar date',
    );
    expect(() => stakeholderCoverage([], { notOlderThan: { days: 1 } })).toThrow('give asOf');
  });
});
