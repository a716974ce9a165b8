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
      note: 'What left and what came when 21 aspects became 18, and what the tool did with the ratings of technical security.',
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
          id: 'aspect-a',
          label: 'Aspect A',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-b',
          label: 'Aspect B',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-c',
          label: 'Aspect C',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-d',
          label: 'Aspect D',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-e',
          label: 'Aspect E',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-f',
          label: 'Aspect F',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-g',
          label: 'Aspect G',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-h',
          label: 'Aspect H',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-i',
          label: 'Aspect I',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-j',
          label: 'Aspect J',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-k',
          label: 'Aspect K',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-l',
          label: 'Aspect L',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-m',
          label: 'Aspect M',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-n',
          label: 'Aspect N',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-o',
          label: 'Aspect O',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
        {
          id: 'aspect-p',
          label: 'Aspect P',
          statement: 'An aspect whose name was not read: judge it by the text of the tool.',
          sectors: ['primary', 'secondary', 'special'],
        },
      ],
    },
  ],
  note:
    'Five of the twenty-one aspects are named by a source, since they changed in the next edition. ' +
    'The others are places, hence verified: false; they bear letters, so that nobody takes one for a numbered place of the next edition. Statements of the named ones are this project’s and say only what the names suggest. ' +
    'It took the place of an edition of 28 aspects in spring 2020; the day, and the day its own successor came, were not found. ' +
    'Scotland and Wales have versions of their own; some of the pages read are of the Scottish one. Which kinds of school the tool is for was not read; the sectors are this project’s. All ids are this project’s.',
});
