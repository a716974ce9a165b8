import { defineFramework } from '../../model/define.js';

/** The aspects of 360safe, in the edition of 21 aspects: those that the sources name, and places for the others. */
export const onlineSafetyMark2020Framework = defineFramework({
  id: 'online-safety-mark-2020',
  edition: '21-aspects',
  label: '360safe online safety self-review (21 aspects)',
  publisher: 'SWGfL',
  supersededBy: { id: 'online-safety-mark', edition: '18-aspects' },
  checked: '2026-11-28',
  sources: [
    {
      title: 'Updates to the 360 degree safe tool (SWGfL)',
      url: 'https://swgfl.org.uk/magazine/updates-to-the-360-degree-safe-online-safety-self-review-tool-and-policy-templates/',
      read: '2026-11-28',
      note: 'That 28 aspects became 21 in spring 2020.',
    },
    {
      title: 'More details on changes to the 360 degree safe tool (SWGfL)',
      url: 'https://swgfl.org.uk/magazine/more-details-on-changes-to-360-degree-safe-tool/',
      read: '2026-11-28',
      note: 'What left and what came when 21 aspects became 18, and that ratings of technical security were copied to cyber security.',
    },
  ],
  elements: [
    {
      id: 'aspects',
      label: 'Aspects',
      description: 'The twenty-one aspects of online safety that a school reviews.',
      verified: false,
      indicators: [
        {
          id: 'professional-standards',
          label: 'Professional standards',
          statement: 'Staff keep to the standards of their profession online.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'learner-contribution',
          label: 'Contribution of learners',
          statement: 'Learners have a part in how the school deals with online safety.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'agencies',
          label: 'Agencies',
          statement: 'The school works with agencies outside it on online safety.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'social-media',
          label: 'Social media',
          statement: 'The school knows how social media are used, and says how they should be.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'technical-security',
          label: 'Technical security',
          statement: 'The school’s systems are kept secure.',
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
    'Five of the twenty-one aspects are named by a source, since they changed in the next edition. ' +
    'The others are places, hence verified: false. Statements of the named ones are this project’s and say only what the names suggest. ' +
    'It took the place of an edition of 28 aspects in spring 2020; the day, and the day its own successor came, were not found. ' +
    'The editions of Scotland and Wales are built alike. All ids are this project’s.',
});
