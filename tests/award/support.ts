import { defineFramework } from '../../src/model/define.js';
import type { Decision } from '../../src/model/awards/decision.js';

const source = { title: 'For tests', url: 'https://example.org', read: '2026-01-01' };
const element = (id: string, label: string) => ({
  id,
  label,
  description: 'For tests.',
  verified: false,
  indicators: [],
});

/** Five elements, a to e. */
export const five = defineFramework({
  id: 'five',
  edition: '1',
  label: 'Five',
  publisher: 'Somebody',
  sources: [source],
  elements: [element('a', 'A'), element('b', 'B'), element('c', 'C'), element('d', 'D'), element('e', 'E')],
});

export const decided = (element: string, date: string, more: Partial<Decision> = {}): Decision => ({
  framework: { id: 'five', edition: '1' },
  setting: 'hilltop',
  element,
  decision: 'achieved',
  decidedBy: 'V. One',
  date,
  reason: 'Clear.',
  ...more,
});

export const refused = (element: string, date: string): Decision =>
  decided(element, date, { decision: 'more-evidence-needed', reason: 'Not clear.' });
