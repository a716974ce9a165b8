import { defineRubric } from '../../model/define.js';
import { curiousMindsAwards } from '../scales/curious-minds-awards.js';
import { shareOfClasses } from '../scales/share-of-classes.js';

/**
 * The Silver and Gold of the Curious Minds Awards: all five steps, for Silver with amounts in science and technology and with two classes, for
 * Gold with at least half of the classes. Platinum is left out, since what it asks for was not read.
 */
export const curiousMinds = defineRubric({
  id: 'curious-minds',
  version: '1.0.0',
  label: 'Curious Minds Awards',
  framework: { id: 'curious-minds', edition: 'web-2026-11-28', element: 'steps' },
  scale: curiousMindsAwards,
  criteria: [
    {
      id: 'science',
      label: 'Science',
      weight: 1,
      note: 'Silver asks for three investigations, from any of four strands. A place for what Gold asks for: judge it by the published text.',
    },
    {
      id: 'technology',
      label: 'Technology',
      weight: 1,
      note: 'Silver asks for one activity or more. A place for what Gold asks for: judge it by the published text.',
    },
    {
      id: 'engineering',
      label: 'Engineering',
      weight: 1,
      note: 'A place for what Silver and Gold ask for: judge it by the published text, which was not read to its end.',
    },
    {
      id: 'maths',
      label: 'Maths',
      weight: 1,
      note: 'A place for what Silver and Gold ask for: judge it by the published text, which was not read to its end.',
    },
    {
      id: 'showing',
      label: 'Showing the work',
      weight: 1,
      note: 'A place for what Silver and Gold ask for: judge it by the published text, which was not read to its end.',
    },
    {
      id: 'classes',
      label: 'Classes that take part',
      weight: 1,
      scale: shareOfClasses,
      measure: {
        kind: 'thresholds',
        label: 'classes that take part',
        steps: [{ level: 'half', atLeast: { numerator: 1, denominator: 2 } }],
      },
    },
  ],
  facts: [
    {
      id: 'two-classes',
      label: 'At least two classes take part',
      whenFalse: 'Fewer than two classes take part',
    },
  ],
  scoring: { kind: 'none' },
  outcomes: [
    {
      id: 'silver',
      label: 'Silver',
      origin: 'published',
      description:
        'Two classes, all five steps as Silver asks for them, with three investigations in science and one activity in technology to show.',
      rule: {
        kind: 'all',
        rules: [
          {
            kind: 'every',
            level: 'silver',
            of: { criteria: ['science', 'technology', 'engineering', 'maths', 'showing'] },
          },
          { kind: 'evidence', atLeast: 3, of: { criteria: ['science'] } },
          { kind: 'evidence', atLeast: 1, of: { criteria: ['technology'] } },
          { kind: 'attested', fact: 'two-classes' },
        ],
      },
    },
    {
      id: 'gold',
      label: 'Gold',
      origin: 'project',
      description:
        'At least half of the classes, and all five steps as Gold asks for them; the amounts were not read. That Gold includes Silver is this project’s reading.',
      rule: {
        kind: 'all',
        rules: [
          { kind: 'achieves', outcome: 'silver' },
          {
            kind: 'every',
            level: 'gold',
            of: { criteria: ['science', 'technology', 'engineering', 'maths', 'showing'] },
          },
          { kind: 'at-least', criterion: 'classes', level: 'half' },
        ],
      },
    },
  ],
  examples: [
    {
      title: 'all five steps for Silver, three investigations, two of six classes',
      ratings: {
        science: 'silver',
        technology: 'silver',
        engineering: 'silver',
        maths: 'silver',
        showing: 'silver',
        classes: 'below-half',
      },
      facts: { 'two-classes': true },
      evidence: [
        {
          id: 'investigation-1',
          kind: 'learner-work',
          date: '2026-02-10',
          shows: 'Investigation 1, in the words of the class.',
          supports: ['science'],
        },
        {
          id: 'investigation-2',
          kind: 'learner-work',
          date: '2026-03-10',
          shows: 'Investigation 2, in the words of the class.',
          supports: ['science'],
        },
        {
          id: 'investigation-3',
          kind: 'learner-work',
          date: '2026-04-10',
          shows: 'Investigation 3, in the words of the class.',
          supports: ['science'],
        },
        {
          id: 'coding',
          kind: 'learner-work',
          date: '2026-03-02',
          shows: 'A game that the class programmed.',
          supports: ['technology'],
        },
      ],
      expect: { outcomes: { silver: 'met', gold: 'not-yet-met' } },
    },
    {
      title: 'two investigations are one too few',
      ratings: {
        science: 'silver',
        technology: 'silver',
        engineering: 'silver',
        maths: 'silver',
        showing: 'silver',
        classes: 'below-half',
      },
      facts: { 'two-classes': true },
      evidence: [
        {
          id: 'investigation-1',
          kind: 'learner-work',
          date: '2026-02-10',
          shows: 'Investigation 1, in the words of the class.',
          supports: ['science'],
        },
        {
          id: 'investigation-2',
          kind: 'learner-work',
          date: '2026-03-10',
          shows: 'Investigation 2, in the words of the class.',
          supports: ['science'],
        },
        {
          id: 'coding',
          kind: 'learner-work',
          date: '2026-03-02',
          shows: 'A game that the class programmed.',
          supports: ['technology'],
        },
      ],
      expect: { outcomes: { silver: 'not-yet-met', gold: 'not-yet-met' } },
    },
    {
      title: 'all five steps for Gold, three of six classes',
      // 3/6 is exactly half, and at least half is asked for.
      ratings: {
        science: 'gold',
        technology: 'gold',
        engineering: 'gold',
        maths: 'gold',
        showing: 'gold',
        classes: 'half',
      },
      facts: { 'two-classes': true },
      evidence: [
        {
          id: 'investigation-1',
          kind: 'learner-work',
          date: '2026-02-10',
          shows: 'Investigation 1, in the words of the class.',
          supports: ['science'],
        },
        {
          id: 'investigation-2',
          kind: 'learner-work',
          date: '2026-03-10',
          shows: 'Investigation 2, in the words of the class.',
          supports: ['science'],
        },
        {
          id: 'investigation-3',
          kind: 'learner-work',
          date: '2026-04-10',
          shows: 'Investigation 3, in the words of the class.',
          supports: ['science'],
        },
        {
          id: 'coding',
          kind: 'learner-work',
          date: '2026-03-02',
          shows: 'A game that the class programmed.',
          supports: ['technology'],
        },
      ],
      expect: { outcomes: { silver: 'met', gold: 'met' } },
    },
    {
      title: 'four steps for Gold; showing the work is still to come',
      ratings: { science: 'gold', technology: 'gold', engineering: 'gold', maths: 'gold', classes: 'half' },
      facts: { 'two-classes': true },
      evidence: [
        {
          id: 'investigation-1',
          kind: 'learner-work',
          date: '2026-02-10',
          shows: 'Investigation 1, in the words of the class.',
          supports: ['science'],
        },
        {
          id: 'investigation-2',
          kind: 'learner-work',
          date: '2026-03-10',
          shows: 'Investigation 2, in the words of the class.',
          supports: ['science'],
        },
        {
          id: 'investigation-3',
          kind: 'learner-work',
          date: '2026-04-10',
          shows: 'Investigation 3, in the words of the class.',
          supports: ['science'],
        },
        {
          id: 'coding',
          kind: 'learner-work',
          date: '2026-03-02',
          shows: 'A game that the class programmed.',
          supports: ['technology'],
        },
      ],
      expect: { outcomes: { silver: 'undecided', gold: 'undecided' } },
    },
  ],
  sources: [
    {
      title: 'Curious Minds Awards: Silver (Research Ireland)',
      url: 'https://www.researchireland.ie/curious-minds/curious-minds-awards/curious-minds-awards-silver',
      read: '2026-11-28',
      note: 'Silver: two classes, three investigations in science, one or more activities in technology; the rest was not read.',
    },
    {
      title: 'Curious Minds Awards (Research Ireland)',
      url: 'https://www.researchireland.ie/curious-minds/curious-minds-awards',
      read: '2026-11-28',
      note: 'The five steps and the three awards.',
    },
    {
      title: 'Curious Minds Gold Award 2025 (a school’s page)',
      url: 'https://sites.google.com/quignamangerns.ie/quayns/2025-events/curious-minds-gold-award-2025',
      read: '2026-11-28',
      note: 'Gold: at least half of the classes.',
    },
  ],
  notice:
    'The five steps, the two classes and the two amounts of Silver, and the half of the classes of Gold are published. What Silver asks for in the other three steps, and what Gold asks for in all five, was not read: rate them by the published text. Platinum was not read at all and is left out. That Gold includes Silver, two classes among it, is this project’s reading. ' +
    'Older editions asked for more than half where this one asks for at least half. No score is published and none is made here; the awards are Research Ireland’s to give.',
});
