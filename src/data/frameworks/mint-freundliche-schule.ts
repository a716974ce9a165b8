import { defineFramework } from '../../model/define.js';

/** The German honour MINT-freundliche Schule (STEM-friendly school): what its fourteen criteria are about, as far as pages name it. */
export const mintFreundlicheSchuleFramework = defineFramework({
  id: 'mint-freundliche-schule',
  edition: 'web-2026-11-28',
  label: 'MINT-freundliche Schule',
  publisher: 'MINT Zukunft schaffen',
  checked: '2026-11-28',
  sources: [
    {
      title: 'Ehrung (MINT Zukunft schaffen)',
      url: 'https://mintzukunftschaffen.de/ehrung/',
      read: '2026-11-28',
      note: 'The publisher: the jury, the years of validity, the catalogues by kind of school and for renewal.',
    },
    {
      title: 'MINT-freundliche Schule (Weser-Sekundarschule)',
      url: 'https://www.weser-sekundarschule.de/index.php?id=209',
      read: '2026-11-28',
      note: 'A school’s page: fourteen criteria, of which at least ten must be met.',
    },
    {
      title: 'MINT-freundliche Schule (Studien- und Berufsorientierung Baden-Württemberg)',
      url: 'http://bo-bw.de/,Lde/Startseite/Modulbaukasten/MINT-freundliche+Schule',
      read: '2026-11-28',
      note: 'Some of what the criteria are about.',
    },
  ],
  elements: [
    {
      id: 'themes',
      label: 'Themes',
      description: 'What pages say the criteria are about.',
      verified: false,
      indicators: [
        {
          id: 'school-programme',
          label: 'STEM in the school programme',
          statement: 'STEM has a place in the programme of the school.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'stem-profile',
          label: 'A STEM profile',
          statement: 'The school has a profile in STEM.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'choice-of-subjects',
          label: 'A choice of STEM subjects',
          statement: 'Learners can choose among at least three STEM subjects.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'clubs',
          label: 'Extra offers and clubs',
          statement: 'There is more STEM than the lessons, such as clubs.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'competitions',
          label: 'Competitions',
          statement: 'Learners take part in STEM competitions.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'support-for-girls',
          label: 'Support for girls',
          statement: 'Girls are encouraged in STEM.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'careers-with-parents',
          label: 'STEM careers, with parents',
          statement: 'Learners and their parents are told about careers in STEM.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'business-partners',
          label: 'Partners in business',
          statement: 'Firms are partners of the school and offer placements.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'places-outside',
          label: 'Places of learning outside',
          statement: 'Learners learn STEM in places outside the school.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'equipment',
          label: 'Equipment',
          statement: 'The rooms for STEM are well equipped.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'staff-training',
          label: 'Staff training',
          statement: 'Staff go on learning in STEM.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'other-schools',
          label: 'Work with other schools',
          statement: 'The school works with other schools on STEM.',
          sectors: ['primary', 'secondary'],
        },
      ],
    },
  ],
  note:
    'The publisher’s catalogue of fourteen criteria was not read. These are twelve themes that schools’ and authorities’ pages name; how they divide into the fourteen, with which wording and number, is not known, hence verified: false, and hence the rubric has numbered places and not these themes. ' +
    'Primary schools, secondary schools and schools abroad have catalogues of their own, and there is one for renewal. The publisher numbers no editions here, so this one is named for the day it was read. Statements and ids are this project’s.',
});
