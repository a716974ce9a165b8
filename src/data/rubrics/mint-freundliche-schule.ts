import { defineRubric } from '../../model/define.js';
import { metNotYet } from '../scales/met-not-yet.js';

/**
 * The German honour MINT-freundliche Schule (STEM-friendly school): at least ten of fourteen criteria, and a jury. The criteria are places for the
 * host to name, from the catalogue for its kind of school.
 */
export const mintFreundlicheSchule = defineRubric({
  id: 'mint-freundliche-schule',
  version: '1.0.1',
  label: 'MINT-freundliche Schule',
  scale: metNotYet,
  criteria: [
    {
      id: 'criterion-1',
      label: 'Criterion 1',
      weight: 1,
      note: 'A place for one of the fourteen criteria, for the host to name: the catalogue was not read.',
    },
    {
      id: 'criterion-2',
      label: 'Criterion 2',
      weight: 1,
      note: 'A place for one of the fourteen criteria, for the host to name: the catalogue was not read.',
    },
    {
      id: 'criterion-3',
      label: 'Criterion 3',
      weight: 1,
      note: 'A place for one of the fourteen criteria, for the host to name: the catalogue was not read.',
    },
    {
      id: 'criterion-4',
      label: 'Criterion 4',
      weight: 1,
      note: 'A place for one of the fourteen criteria, for the host to name: the catalogue was not read.',
    },
    {
      id: 'criterion-5',
      label: 'Criterion 5',
      weight: 1,
      note: 'A place for one of the fourteen criteria, for the host to name: the catalogue was not read.',
    },
    {
      id: 'criterion-6',
      label: 'Criterion 6',
      weight: 1,
      note: 'A place for one of the fourteen criteria, for the host to name: the catalogue was not read.',
    },
    {
      id: 'criterion-7',
      label: 'Criterion 7',
      weight: 1,
      note: 'A place for one of the fourteen criteria, for the host to name: the catalogue was not read.',
    },
    {
      id: 'criterion-8',
      label: 'Criterion 8',
      weight: 1,
      note: 'A place for one of the fourteen criteria, for the host to name: the catalogue was not read.',
    },
    {
      id: 'criterion-9',
      label: 'Criterion 9',
      weight: 1,
      note: 'A place for one of the fourteen criteria, for the host to name: the catalogue was not read.',
    },
    {
      id: 'criterion-10',
      label: 'Criterion 10',
      weight: 1,
      note: 'A place for one of the fourteen criteria, for the host to name: the catalogue was not read.',
    },
    {
      id: 'criterion-11',
      label: 'Criterion 11',
      weight: 1,
      note: 'A place for one of the fourteen criteria, for the host to name: the catalogue was not read.',
    },
    {
      id: 'criterion-12',
      label: 'Criterion 12',
      weight: 1,
      note: 'A place for one of the fourteen criteria, for the host to name: the catalogue was not read.',
    },
    {
      id: 'criterion-13',
      label: 'Criterion 13',
      weight: 1,
      note: 'A place for one of the fourteen criteria, for the host to name: the catalogue was not read.',
    },
    {
      id: 'criterion-14',
      label: 'Criterion 14',
      weight: 1,
      note: 'A place for one of the fourteen criteria, for the host to name: the catalogue was not read.',
    },
  ],
  facts: [
    { id: 'jury', label: 'The jury has agreed', whenFalse: 'The jury has not agreed' },
    {
      id: 'account-of-development',
      label:
        'An account of the three years is given, with two activities in detail, competitions and what the title brought',
      whenFalse: 'The account of the three years is not given',
    },
  ],
  scoring: { kind: 'count', level: 'met' },
  outcomes: [
    {
      id: 'ten-of-fourteen',
      label: 'Ten of fourteen criteria',
      origin: 'published',
      description: 'At least ten of the fourteen criteria are met.',
      rule: { kind: 'count', atLeast: 10, level: 'met' },
    },
    {
      id: 'honoured',
      label: 'Honoured',
      origin: 'published',
      description: 'Ten of fourteen, and the jury agrees.',
      rule: {
        kind: 'all',
        rules: [
          { kind: 'achieves', outcome: 'ten-of-fourteen' },
          { kind: 'attested', fact: 'jury' },
        ],
      },
    },
    {
      id: 'renewed',
      label: 'Honoured again',
      origin: 'published',
      description: 'After three years: ten of fourteen again, an account of what came of it, and the jury agrees.',
      rule: {
        kind: 'all',
        rules: [
          { kind: 'achieves', outcome: 'honoured' },
          { kind: 'attested', fact: 'account-of-development' },
        ],
      },
    },
  ],
  examples: [
    {
      title: 'ten are met, four are not, and the jury agrees',
      ratings: {
        'criterion-1': 'met',
        'criterion-2': 'met',
        'criterion-3': 'met',
        'criterion-4': 'met',
        'criterion-5': 'met',
        'criterion-6': 'met',
        'criterion-7': 'met',
        'criterion-8': 'met',
        'criterion-9': 'met',
        'criterion-10': 'met',
        'criterion-11': 'not-yet',
        'criterion-12': 'not-yet',
        'criterion-13': 'not-yet',
        'criterion-14': 'not-yet',
      },
      facts: { jury: true },
      expect: {
        outcomes: { 'ten-of-fourteen': 'met', honoured: 'met', renewed: 'undecided' },
        score: { numerator: 10, denominator: 1 },
      },
    },
    {
      title: 'nine are met',
      ratings: {
        'criterion-1': 'met',
        'criterion-2': 'met',
        'criterion-3': 'met',
        'criterion-4': 'met',
        'criterion-5': 'met',
        'criterion-6': 'met',
        'criterion-7': 'met',
        'criterion-8': 'met',
        'criterion-9': 'met',
        'criterion-10': 'not-yet',
        'criterion-11': 'not-yet',
        'criterion-12': 'not-yet',
        'criterion-13': 'not-yet',
        'criterion-14': 'not-yet',
      },
      facts: { jury: true, 'account-of-development': true },
      expect: {
        outcomes: { 'ten-of-fourteen': 'not-yet-met', honoured: 'not-yet-met', renewed: 'not-yet-met' },
        score: { numerator: 9, denominator: 1 },
      },
    },
    {
      title: 'five are known not to be met: nine are left',
      ratings: {
        'criterion-1': 'not-yet',
        'criterion-2': 'not-yet',
        'criterion-3': 'not-yet',
        'criterion-4': 'not-yet',
        'criterion-5': 'not-yet',
      },
      expect: { outcomes: { 'ten-of-fourteen': 'not-yet-met' } },
    },
    {
      title: 'nine are met, five have not been looked at',
      ratings: {
        'criterion-1': 'met',
        'criterion-2': 'met',
        'criterion-3': 'met',
        'criterion-4': 'met',
        'criterion-5': 'met',
        'criterion-6': 'met',
        'criterion-7': 'met',
        'criterion-8': 'met',
        'criterion-9': 'met',
      },
      expect: { outcomes: { 'ten-of-fourteen': 'undecided', honoured: 'undecided' } },
    },
    {
      title: 'a school honoured before gives its account',
      ratings: {
        'criterion-1': 'met',
        'criterion-2': 'met',
        'criterion-3': 'met',
        'criterion-4': 'met',
        'criterion-5': 'met',
        'criterion-6': 'met',
        'criterion-7': 'met',
        'criterion-8': 'met',
        'criterion-9': 'met',
        'criterion-10': 'met',
        'criterion-11': 'met',
        'criterion-12': 'met',
        'criterion-13': 'met',
        'criterion-14': 'met',
      },
      facts: { jury: true, 'account-of-development': true },
      expect: { outcomes: { honoured: 'met', renewed: 'met' }, score: { numerator: 14, denominator: 1 } },
    },
  ],
  sources: [
    {
      title: 'MINT-freundliche Schule (Weser-Sekundarschule)',
      url: 'https://www.weser-sekundarschule.de/index.php?id=209',
      read: '2026-11-28',
      note: 'A school’s page: fourteen criteria, of which at least ten must be met.',
    },
    {
      title: 'Ehrung (MINT Zukunft schaffen)',
      url: 'https://mintzukunftschaffen.de/ehrung/',
      read: '2026-11-28',
      note: 'The publisher: the jury, the years of validity, the catalogues by kind of school and for renewal.',
    },
    {
      title: 'MINT-freundliche Schule (Studien- und Berufsorientierung Baden-Württemberg)',
      url: 'http://bo-bw.de/,Lde/Startseite/Modulbaukasten/MINT-freundliche+Schule',
      read: '2026-11-28',
      note: 'Some of what the criteria are about.',
    },
  ],
  notice:
    'That ten of fourteen criteria must be met was read on the page of one school. The catalogue of the publisher was not read, so the criteria are numbered places, and what pages say they are about stands in the framework. The jury, the three years and what a renewal asks for are the publisher’s. ' +
    'The number of criteria met, shown as a score, is the stem-leadership library’s; the honour is for the jury to give.',
});
