import { defineMigration } from '../../model/define.js';
import { onlineSafetyMark } from '../rubrics/online-safety-mark.js';
import { onlineSafetyMark2020 } from '../rubrics/online-safety-mark-2020.js';

/** What answers to the 21 aspects of the Online Safety Mark become under its 18 aspects. */
export const onlineSafetyMark2020OnlineSafetyMark = defineMigration(onlineSafetyMark2020, onlineSafetyMark, {
  id: 'online-safety-mark-2020--online-safety-mark',
  criteria: {
    'professional-standards': 'dropped',
    'learner-contribution': 'dropped',
    agencies: 'dropped',
    'social-media': 'dropped',
    'technical-security': {
      to: 'technical-security',
      levels: {
        'level-5': 'level-5',
        'level-4': 'level-4',
        'level-3': 'level-3',
        'level-2': 'level-2',
        'level-1': 'level-1',
      },
    },
    'aspect-1': 'ask-again',
    'aspect-2': 'ask-again',
    'aspect-3': 'ask-again',
    'aspect-4': 'ask-again',
    'aspect-5': 'ask-again',
    'aspect-6': 'ask-again',
    'aspect-7': 'ask-again',
    'aspect-8': 'ask-again',
    'aspect-9': 'ask-again',
    'aspect-10': 'ask-again',
    'aspect-11': 'ask-again',
    'aspect-12': 'ask-again',
    'aspect-13': 'ask-again',
    'aspect-14': 'ask-again',
    'aspect-15': 'ask-again',
    'aspect-16': 'ask-again',
  },
  facts: { registered: 'registered', 'two-elements': 'ask-again', visit: 'ask-again' },
  note:
    'Published: four aspects were removed, and what they asked for went into others; cyber security was added. Ratings of technical security were copied to it, without the commentary: an older criterion has one newer one in a migration, so the copy is the host’s to make. ' +
    'The other aspects have no names here, so which is which is not known, and they are asked again; a host that knows its aspects writes a migration of its own. Applications already under way were judged by the older edition.',
});
