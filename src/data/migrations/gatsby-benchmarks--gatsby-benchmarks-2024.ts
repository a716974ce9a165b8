import { defineMigration } from '../../model/define.js';
import { gatsbyBenchmarks } from '../rubrics/gatsby-benchmarks.js';
import { gatsbyBenchmarks2024 } from '../rubrics/gatsby-benchmarks-2024.js';

/** What answers to the Gatsby Benchmarks of 2014 become under those of 2024. */
export const gatsbyBenchmarksGatsbyBenchmarks2024 = defineMigration(gatsbyBenchmarks, gatsbyBenchmarks2024, {
  id: 'gatsby-benchmarks--gatsby-benchmarks-2024',
  criteria: {
    'leadership-backing': 'ask-again',
    'trained-lead': {
      to: 'careers-leader',
      levels: { 'not-started': 'not-started', 'in-progress': 'in-progress', achieved: 'achieved' },
    },
    'programme-published': 'ask-again',
    'programme-evaluated': 'ask-again',
    'information-by-14': 'dropped',
    'information-for-parents': 'ask-again',
    'stereotypes-challenged': 'ask-again',
    'advice-recorded': 'ask-again',
    'records-shared': 'ask-again',
    'destinations-kept': 'ask-again',
    'stem-careers-by-14': 'dropped',
    'employer-encounter-yearly': 'ask-again',
    'workplace-by-16': 'ask-again',
    'workplace-by-18': 'ask-again',
    'providers-by-16': 'ask-again',
    'university-visits-by-18': 'ask-again',
    'interview-by-16': 'ask-again',
    'interview-by-18': 'ask-again',
  },
  note:
    'Only the trained leader keeps its meaning as it stands; it now bears the title of careers leader. “Pupils use information by 14” and “What STEM subjects are good for, by 14” have no counterpart: ' +
    'nothing is asked by 14 any more, and the second is now asked of every subject. Whatever asks for more now (whom it names, how often, what is meaningful), or whose new wording was not read, is asked again.',
});
