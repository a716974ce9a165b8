import { defineScale } from '../../model/define.js';

/** The three states that Compass gives a criterion of a Gatsby Benchmark. */
export const notStartedInProgressAchieved = defineScale({
  id: 'not-started-in-progress-achieved',
  label: 'Not started, in progress, achieved',
  levels: [
    { id: 'not-started', label: 'Not started', points: 0, descriptor: 'Nothing of the criterion is in place.' },
    { id: 'in-progress', label: 'In progress', points: 1, descriptor: 'Something is in place, but not the whole.' },
    { id: 'achieved', label: 'Achieved', points: 2, descriptor: 'The whole criterion is in place.' },
  ],
  sources: [
    {
      title: 'Accessing and understanding Compass evaluation for Post-16 results (The Careers & Enterprise Company)',
      url: 'https://cec-compass.zendesk.com/hc/en-gb/articles/12471397947036-Accessing-and-understanding-Compass-evaluation-for-Post-16-results-Colleges',
      read: '2026-11-22',
      note: 'The three states and their signs: a cross, in progress, a tick.',
    },
  ],
  note: 'The states are published. The descriptors and the points are this project’s: what Compass credits for something in progress was not found.',
});
