import { defineFramework } from '../../model/define.js';

/** The aspects of 360safe, in the edition of 18 aspects: those that the sources name, and places for the others. */
export const onlineSafetyMarkFramework = defineFramework({
  id: 'online-safety-mark',
  edition: '18-aspects',
  label: '360safe online safety self-review (18 aspects)',
  publisher: 'SWGfL',
  supersedes: { id: 'online-safety-mark-2020', edition: '21-aspects' },
  checked: '2026-11-28',
  sources: [
    {
      title: 'More details on changes to the 360 degree safe tool (SWGfL)',
      url: 'https://swgfl.org.uk/magazine/more-details-on-changes-to-360-degree-safe-tool/',
      read: '2026-11-28',
      note: 'What left and what came when 21 aspects became 18, and what the tool did with the ratings of technical security.',
    },
    {
      title: 'Start guide (360safe Scotland)',
      url: 'https://360safescotland.org.uk/overview/start-guide',
      read: '2026-11-28',
      note: 'That level 5 is the lowest and level 1 the highest, and that each aspect has a benchmark level.',
    },
  ],
  elements: [
    {
      id: 'aspects',
      label: 'Aspects',
      description: 'The eighteen aspects of online safety that a school reviews.',
      verified: false,
      indicators: [
        {
          id: 'technical-security',
          label: 'Technical security',
          statement: 'The school’s systems are kept secure.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'cyber-security',
          label: 'Cyber security',
          statement: 'The school is prepared for attacks on its systems and data.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-1',
          label: 'Aspect 1',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-2',
          label: 'Aspect 2',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-3',
          label: 'Aspect 3',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-4',
          label: 'Aspect 4',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-5',
          label: 'Aspect 5',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-6',
          label: 'Aspect 6',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-7',
          label: 'Aspect 7',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-8',
          label: 'Aspect 8',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-9',
          label: 'Aspect 9',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-10',
          label: 'Aspect 10',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-11',
          label: 'Aspect 11',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-12',
          label: 'Aspect 12',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-13',
          label: 'Aspect 13',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-14',
          label: 'Aspect 14',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-15',
          label: 'Aspect 15',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-16',
          label: 'Aspect 16',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
      ],
    },
  ],
  note:
    'That this edition has eighteen aspects, and which came and left, is published; two of the eighteen are named by a source. ' +
    'The others are places, hence verified: false. Statements of the named ones are this project’s and say only what the names suggest. ' +
    'It is later than the edition of 21 aspects of spring 2020; the day was not found. ' +
    'Scotland and Wales have versions of their own; some of the pages read are of the Scottish one. Which kinds of school the tool is for was not read; the sectors are this project’s. All ids are this project’s.',
});
