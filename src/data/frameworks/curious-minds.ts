import { defineFramework } from '../../model/define.js';

/** The Curious Minds Awards for primary schools in Ireland: five steps, and how many classes take part. */
export const curiousMindsFramework = defineFramework({
  id: 'curious-minds',
  edition: 'web-2026-11-28',
  label: 'Curious Minds Awards',
  publisher: 'Research Ireland',
  checked: '2026-11-28',
  sources: [
    {
      title: 'Curious Minds Awards (Research Ireland)',
      url: 'https://www.researchireland.ie/curious-minds/curious-minds-awards',
      read: '2026-11-28',
      note: 'The five steps and the three awards.',
    },
    {
      title: 'Curious Minds Awards: Silver (Research Ireland)',
      url: 'https://www.researchireland.ie/curious-minds/curious-minds-awards/curious-minds-awards-silver',
      read: '2026-11-28',
      note: 'Silver: two classes, three investigations in science, one or more activities in technology; the rest was not read.',
    },
    {
      title: 'Steps to an award (Science Foundation Ireland)',
      url: 'http://www.sfi.ie/engagement/curious-minds/awards/steps-to-an-award-entry-criteria/index.xml',
      read: '2026-11-28',
      note: 'The steps, under the publisher’s earlier name.',
    },
  ],
  elements: [
    {
      id: 'steps',
      label: 'Steps',
      description: 'Five steps, all of them asked for at every award, and the classes that take part.',
      verified: false,
      indicators: [
        {
          id: 'science',
          label: 'Science',
          statement: 'Classes carry out science investigations themselves.',
          sectors: ['primary'],
        },
        {
          id: 'technology',
          label: 'Technology',
          statement: 'Classes work on technology.',
          sectors: ['primary'],
        },
        {
          id: 'engineering',
          label: 'Engineering',
          statement: 'Classes work on engineering.',
          sectors: ['primary'],
        },
        {
          id: 'maths',
          label: 'Maths',
          statement: 'Classes work on mathematics.',
          sectors: ['primary'],
        },
        {
          id: 'showing',
          label: 'Showing the work',
          statement: 'The work is shown to others outside the class.',
          sectors: ['primary'],
        },
        {
          id: 'classes',
          label: 'Classes that take part',
          statement: 'Enough of the classes of the school take part.',
          sectors: ['primary'],
        },
      ],
    },
  ],
  note:
    'The five steps are published; what each asks for was read for science and technology at Silver alone, hence verified: false. Statements are this project’s. The awards were called Discover Primary Science and Maths before; older editions had two levels, a certificate for two classes and a plaque for more than half of them. ' +
    'The publisher numbers no editions here, so this one is named for the day it was read. All ids are this project’s.',
});
