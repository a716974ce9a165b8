import { defineRubric } from '../../model/define.js';
import { implementation } from '../scales/implementation.js';

/** How far a setting has put in place what supports its STEM co-ordinator. */
export const coordinatorRole = defineRubric({
  id: 'coordinator-role',
  version: '1.0.0',
  label: 'The STEM co-ordinator’s role',
  framework: { id: 'coordinator-role', edition: '2024-11-22', element: 'strategies' },
  scale: implementation,
  criteria: [
    { id: 'professional-development', label: 'Professional Development', weight: 1 },
    { id: 'collaboration-networking', label: 'Collaboration and Networking', weight: 1 },
    { id: 'data-driven-decisions', label: 'Data-Driven Decision Making', weight: 1 },
    { id: 'curriculum-development', label: 'Curriculum Development Support', weight: 1 },
    { id: 'community-engagement', label: 'Community Engagement', weight: 1 },
    { id: 'resource-advocacy', label: 'Advocacy for Resources', weight: 1 },
    { id: 'promoting-best-practice', label: 'Promoting Best Practices', weight: 1 },
    { id: 'growth-mindset', label: 'Fostering a Growth Mindset', weight: 1 },
  ],
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  outcomes: [
    {
      id: 'established',
      label: 'Established role',
      origin: 'project',
      description: 'At least six of the eight strategies are established.',
      rule: { kind: 'count', level: 'established', atLeast: 6 },
    },
    {
      id: 'embedded',
      label: 'Embedded role',
      origin: 'project',
      description: 'All eight strategies are established, and at least four of them embedded.',
      rule: {
        kind: 'all',
        rules: [
          { kind: 'every', level: 'established' },
          { kind: 'count', level: 'embedded', atLeast: 4 },
        ],
      },
    },
  ],
  examples: [
    {
      title: 'four embedded, four established',
      ratings: {
        'professional-development': 'embedded',
        'collaboration-networking': 'embedded',
        'data-driven-decisions': 'established',
        'curriculum-development': 'embedded',
        'community-engagement': 'established',
        'resource-advocacy': 'established',
        'promoting-best-practice': 'embedded',
        'growth-mindset': 'established',
      },
      // Four at 4 and four at 3, of 32: 28/32.
      expect: { outcomes: { established: 'met', embedded: 'met' }, score: { numerator: 7, denominator: 8 } },
    },
    {
      title: 'six established, two just begun',
      ratings: {
        'professional-development': 'established',
        'collaboration-networking': 'established',
        'data-driven-decisions': 'started',
        'curriculum-development': 'established',
        'community-engagement': 'established',
        'resource-advocacy': 'started',
        'promoting-best-practice': 'established',
        'growth-mindset': 'established',
      },
      // Six at 3 and two at 2, of 32: 22/32.
      expect: { outcomes: { established: 'met', embedded: 'not-yet-met' }, score: { numerator: 11, denominator: 16 } },
    },
    {
      title: 'three below established already rule the role out',
      ratings: {
        'professional-development': 'planned',
        'collaboration-networking': 'not-started',
        'data-driven-decisions': 'started',
      },
      // Of what is rated: 1 + 0 + 2, of 12.
      expect: {
        outcomes: { established: 'not-yet-met', embedded: 'not-yet-met' },
        score: { numerator: 1, denominator: 4 },
      },
    },
    {
      title: 'five established, three not looked at',
      ratings: {
        'professional-development': 'established',
        'collaboration-networking': 'established',
        'curriculum-development': 'established',
        'community-engagement': 'established',
        'promoting-best-practice': 'established',
      },
      // All three open ones could still be embedded, which makes three embedded at most: the higher outcome is out of reach.
      expect: {
        outcomes: { established: 'undecided', embedded: 'not-yet-met' },
        score: { numerator: 3, denominator: 4 },
      },
    },
    {
      title: 'nothing has been looked at',
      ratings: {},
      expect: { outcomes: { established: 'undecided', embedded: 'undecided' } },
    },
  ],
  sources: [
    {
      title: 'How can the role of the STEM Co-ordinator be strengthened? (QuickTakes, article 18031)',
      url: 'https://quicktakes.io/learn/education-studies/questions/how-can-the-role-of-the-stem-coordinator-be-strengthened',
      read: '2026-11-22',
      note: 'The eight strategies. The levels, the outcomes and their thresholds are this project’s.',
    },
  ],
  notice:
    'The strategies come from one learning article. The levels, the score and the two outcomes are those of the stem-leadership library, ' +
    'meant for a setting’s own planning; no award stands behind them.',
});
