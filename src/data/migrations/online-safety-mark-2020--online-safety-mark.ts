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
    'aspect-a': 'ask-again',
    'aspect-b': 'ask-again',
    'aspect-c': 'ask-again',
    'aspect-d': 'ask-again',
    'aspect-e': 'ask-again',
    'aspect-f': 'ask-again',
    'aspect-g': 'ask-again',
    'aspect-h': 'ask-again',
    'aspect-i': 'ask-again',
    'aspect-j': 'ask-again',
    'aspect-k': 'ask-again',
    'aspect-l': 'ask-again',
    'aspect-m': 'ask-again',
    'aspect-n': 'ask-again',
    'aspect-o': 'ask-again',
    'aspect-p': 'ask-again',
  },
  facts: { registered: 'registered', 'two-elements': 'ask-again', visit: 'ask-again' },
  note:
    'Published: four aspects were removed, and what they asked for went into others; cyber security was added. The tool gave it the rating of technical security and no commentary: an older criterion has one newer one in a migration, so the copy is the host’s to make. ' +
    'The other aspects have no names here, so which is which is not known: the places of the older edition bear letters and those of this one numbers, and all are asked again; a host that knows its aspects writes a migration of its own. Schools that had applied before were still judged by the older edition.',
});
