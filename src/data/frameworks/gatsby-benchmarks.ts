import { defineFramework } from '../../model/define.js';

/** The eight Gatsby Benchmarks of good career guidance, for schools, as published in 2014. */
export const gatsbyBenchmarksFramework = defineFramework({
  id: 'gatsby-benchmarks',
  edition: '2014',
  label: 'Gatsby Benchmarks',
  publisher: 'Gatsby Charitable Foundation',
  supersededBy: { id: 'gatsby-benchmarks-2024', edition: '2024', from: '2025-09-01' },
  checked: '2026-11-28',
  sources: [
    {
      title: 'Compass careers benchmark tool: the results for your school',
      url: 'https://docsbay.net/compass-careers-benchmark-tool-the-results-for-your-school-institution',
      read: '2026-11-22',
      note: 'The names of the eight benchmarks.',
    },
    {
      title: 'Gatsby Benchmark 1 (The Careers & Enterprise Company)',
      url: 'https://www.careersandenterprise.co.uk/schools-colleges/gatsby-benchmarks/gatsby-benchmark-1',
      read: '2026-11-22',
      note: 'What the first benchmark asks for; the pages of benchmarks 3 to 8 lie beside it under the same address.',
    },
    {
      title: 'Gatsby Benchmarks (Skills Portal Gloucestershire)',
      url: 'http://skillsportalglos.com/schools-and-colleges/gatsby-benchmarks/',
      read: '2026-11-22',
      note: 'What the second benchmark asks for; confirms the first and the third.',
    },
    {
      title: 'Gatsby Benchmark 3 (The Careers & Enterprise Company)',
      url: 'https://www.careersandenterprise.co.uk/schools-colleges/gatsby-benchmarks/gatsby-benchmark-3',
      read: '2026-11-22',
    },
    {
      title: 'Gatsby Benchmark 4 (The Careers & Enterprise Company)',
      url: 'https://www.careersandenterprise.co.uk/schools-colleges/gatsby-benchmarks/gatsby-benchmark-4',
      read: '2026-11-22',
    },
    {
      title: 'Gatsby Benchmark 5 (The Careers & Enterprise Company)',
      url: 'https://www.careersandenterprise.co.uk/schools-colleges/gatsby-benchmarks/gatsby-benchmark-5',
      read: '2026-11-22',
    },
    {
      title: 'Gatsby Benchmark 6 (The Careers & Enterprise Company)',
      url: 'https://www.careersandenterprise.co.uk/schools-colleges/gatsby-benchmarks/gatsby-benchmark-6',
      read: '2026-11-22',
    },
    {
      title: 'Gatsby Benchmark 7 (The Careers & Enterprise Company)',
      url: 'https://www.careersandenterprise.co.uk/schools-colleges/gatsby-benchmarks/gatsby-benchmark-7',
      read: '2026-11-22',
    },
    {
      title: 'Gatsby Benchmark 8 (The Careers & Enterprise Company)',
      url: 'https://www.careersandenterprise.co.uk/schools-colleges/gatsby-benchmarks/gatsby-benchmark-8',
      read: '2026-11-22',
    },
    {
      title: 'Gatsby Benchmark 6 (Leicester and Leicestershire)',
      url: 'https://llbsp.org.uk/gatsby-benchmark-resources/benchmark-6',
      read: '2026-11-22',
      note: 'That schools and colleges work to an updated edition from September 2025.',
    },
  ],
  elements: [
    {
      id: 'stable-careers-programme',
      label: '1. A stable careers programme',
      description: 'Career guidance is planned, led and known about.',
      verified: true,
      indicators: [
        {
          id: 'leadership-backing',
          label: 'Backed by senior leaders',
          statement:
            'The school has a lasting and structured careers programme that its senior leaders openly stand behind.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'trained-lead',
          label: 'A trained person leads it',
          statement: 'One named person, with the right training, answers for the programme.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'programme-published',
          label: 'Published',
          statement: 'Anybody concerned can find the programme on the website and make sense of it.',
          sectors: ['secondary', 'special'],
          note: 'Four audiences are named: pupils, parents, teachers and employers.',
        },
        {
          id: 'programme-evaluated',
          label: 'Evaluated',
          statement: 'The programme is looked at again and again in the light of what those concerned say about it.',
          sectors: ['secondary', 'special'],
          note: 'Regularly, and with feedback from four audiences: pupils, parents, teachers and employers.',
        },
      ],
    },
    {
      id: 'career-information',
      label: '2. Learning from career and labour market information',
      description: 'Pupils and their parents know what study and work are open to them.',
      verified: true,
      indicators: [
        {
          id: 'information-by-14',
          label: 'Pupils use information by 14',
          statement:
            'Before they turn 14, all pupils have found out about careers and the labour market and have used it when choosing what to study.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'information-for-parents',
          label: 'Information for parents',
          statement:
            'Parents are encouraged to look into the labour market and later study, so that they can help their children choose.',
          sectors: ['secondary', 'special'],
        },
      ],
    },
    {
      id: 'needs-of-each-pupil',
      label: '3. Addressing the needs of each pupil',
      description: 'Guidance fits the pupil, and the school knows what became of each.',
      verified: true,
      indicators: [
        {
          id: 'stereotypes-challenged',
          label: 'Stereotypes challenged',
          statement: 'The programme sets out to question stereotypes and to lift what pupils hope for.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'advice-recorded',
          label: 'Advice recorded',
          statement: 'What each pupil was advised, and what was agreed then, is written down in an orderly way.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'records-shared',
          label: 'Records open to the pupil',
          statement: 'Each pupil can look at these records and build on them.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'destinations-kept',
          label: 'Destinations known',
          statement:
            'For three years or longer after pupils leave, the school knows accurately where each went to learn, train or work.',
          sectors: ['secondary', 'special'],
        },
      ],
    },
    {
      id: 'curriculum-and-careers',
      label: '4. Linking curriculum learning to careers',
      description: 'Subject lessons show where the subject leads.',
      verified: true,
      indicators: [
        {
          id: 'stem-careers-by-14',
          label: 'What STEM subjects are good for, by 14',
          statement:
            'Before they turn 14, all pupils have had the chance to see how each STEM subject helps people into many kinds of work and makes them better at it.',
          sectors: ['secondary', 'special'],
        },
      ],
    },
    {
      id: 'employers-and-employees',
      label: '5. Encounters with employers and employees',
      description: 'Pupils learn about work from the people who do it.',
      verified: true,
      indicators: [
        {
          id: 'employer-encounter-yearly',
          label: 'An encounter each year',
          statement: 'In each year from 11 on, pupils meet an employer at least once in a way that matters to them.',
          sectors: ['secondary', 'special'],
          note: 'An encounter counts where the pupil can learn what work is like or what it takes to do well in it.',
        },
      ],
    },
    {
      id: 'workplaces',
      label: '6. Experiences of workplaces',
      description: 'Pupils see work where it is done.',
      verified: true,
      indicators: [
        {
          id: 'workplace-by-16',
          label: 'A workplace by 16',
          statement:
            'Before they turn 16, all pupils have been at a workplace at least once; a job of their own does not count.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'workplace-by-18',
          label: 'A further workplace by 18',
          statement:
            'Before they turn 18, all pupils have been at a workplace once more; a job of their own does not count.',
          sectors: ['secondary', 'special'],
        },
      ],
    },
    {
      id: 'further-and-higher-education',
      label: '7. Encounters with further and higher education',
      description: 'Pupils know all the ways of learning that are open to them.',
      verified: true,
      indicators: [
        {
          id: 'providers-by-16',
          label: 'Every kind of provider by 16',
          statement:
            'Before they turn 16, all pupils have met every kind of place where they could go on learning, and the people who teach and learn there.',
          sectors: ['secondary', 'special'],
          note: 'Sixth forms, colleges, universities and providers of apprenticeships are named. An encounter counts where the pupil can find out what learning there is like.',
        },
        {
          id: 'university-visits-by-18',
          label: 'Two university visits by 18',
          statement:
            'Before they turn 18, all pupils who think of university have visited two or more, and met those who teach and study there.',
          sectors: ['secondary', 'special'],
        },
      ],
    },
    {
      id: 'personal-guidance',
      label: '8. Personal guidance',
      description: 'Each pupil talks with a careers adviser when there is something to decide.',
      verified: true,
      indicators: [
        {
          id: 'interview-by-16',
          label: 'An interview by 16',
          statement:
            'Before they turn 16, all pupils have had at least one guidance interview, at a time that suits what they have to decide.',
          sectors: ['secondary', 'special'],
          note: 'With a careers adviser trained to an appropriate level, who may belong to the school or come from outside.',
        },
        {
          id: 'interview-by-18',
          label: 'The chance of a further interview by 18',
          statement: 'Before they turn 18, all pupils have been offered one more.',
          sectors: ['secondary', 'special'],
          note: 'An opportunity is asked for, not that every pupil takes it.',
        },
      ],
    },
  ],
  note:
    'Every statement is a paraphrase, and where one published statement asks for two things they stand apart here. Compass, the tool with which English schools measure themselves, asks finer questions; ' +
    'their wording was not read. An updated edition is in use from September 2025, with more questions and with lists of its own for specialist settings, colleges and training providers: it is not this record. All ids are this project’s.',
});
