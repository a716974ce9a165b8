import { defineFramework } from '../../model/define.js';

/** The eight Gatsby Benchmarks of good career guidance, for schools and special schools, as updated in 2024. */
export const gatsbyBenchmarks2024Framework = defineFramework({
  id: 'gatsby-benchmarks-2024',
  edition: '2024',
  label: 'Gatsby Benchmarks',
  publisher: 'Gatsby Charitable Foundation',
  effectiveFrom: '2025-09-01',
  supersedes: { id: 'gatsby-benchmarks', edition: '2014' },
  checked: '2026-11-28',
  sources: [
    {
      title: 'Careers guidance and access for education and training providers (Department for Education)',
      url: 'https://www.gov.uk/government/publications/careers-guidance-provision-for-young-people-in-schools/careers-guidance-and-access-for-education-and-training-providers',
      read: '2026-11-28',
      note: 'The guidance of 8 May 2025, who works by the edition from September 2025, and for whom the guidance is statutory.',
    },
    {
      title: 'Updated Gatsby Benchmarks adopted into government guidance',
      url: 'https://www.gatsbybenchmarks.org.uk/news/a-new-chapter-for-career-guidance-updated-gatsby-benchmarks-adopted-into-government-guidance-for-schools-colleges-and-itps',
      read: '2026-11-28',
      note: 'That the edition is adopted.',
    },
    {
      title: 'Benchmark 1 (Careers Hub Cumbria)',
      url: 'https://www.careershubcumbria.co.uk/schools-colleges/benchmarks/benchmark-1',
      read: '2026-11-28',
      note: 'The first benchmark; those of benchmarks 2, 5 and 6 lie beside it.',
    },
    {
      title: 'Gatsby Benchmark 2 (Leicester and Leicestershire)',
      url: 'https://llbsp.org.uk/gatsby-benchmark-resources/benchmark-2-new',
      read: '2026-11-28',
      note: 'The second benchmark.',
    },
    {
      title: 'Benchmark 3: addressing the needs of each young person (Royal Geographical Society)',
      url: 'https://www.rgs.org/schools/careers-and-progression/gatsby-benchmarks-of-good-career-guidance/benchmark-3-addressing-the-needs-of-each-young-person',
      read: '2026-11-28',
      note: 'Two statements of the third benchmark; whether there are more was not read.',
    },
    {
      title: 'Gatsby Benchmark 4 (Leicester and Leicestershire)',
      url: 'https://llbsp.org.uk/gatsby-benchmark-resources/benchmark-4',
      read: '2026-11-28',
      note: 'The fourth benchmark.',
    },
    {
      title: 'Gatsby Benchmark 5 (Leicester and Leicestershire)',
      url: 'https://llbsp.org.uk/?p=22689',
      read: '2026-11-28',
      note: 'The fifth benchmark, and what makes an encounter meaningful.',
    },
    {
      title: 'Gatsby Benchmark 6 (Leicester and Leicestershire)',
      url: 'https://llbsp.org.uk/gatsby-benchmark-resources/benchmark-6',
      read: '2026-11-28',
      note: 'The sixth benchmark.',
    },
    {
      title: 'Gatsby Benchmark 7 (Gatsby)',
      url: 'https://www.gatsbybenchmarks.org.uk/updated-benchmarks/gatsby-benchmark-7/',
      read: '2026-11-28',
      note: 'The seventh benchmark, at the publisher.',
    },
    {
      title: 'Gatsby Benchmark 8 (Leicester and Leicestershire)',
      url: 'https://llbsp.org.uk/gatsby-benchmark-resources/benchmark-8',
      read: '2026-11-28',
      note: 'What the eighth benchmark asks for by 16 and by 18 and of parents and carers, in that body’s words.',
    },
    {
      title: 'Gatsby Benchmark 8 (Marches Careers Hub)',
      url: 'https://www.marchescareershub.co.uk/?p=553',
      read: '2026-11-28',
      note: 'The summary of the eighth benchmark.',
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
          label: 'Backed by governors and leaders',
          statement:
            'The school has a lasting and structured careers programme that governors, the head and senior leaders openly stand behind.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'careers-leader',
          label: 'A trained careers leader',
          statement: 'One named careers leader, with the right training, answers for the programme.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'programme-fits-pupils',
          label: 'Fits the pupils',
          statement: 'The programme answers what these pupils need.',
          sectors: ['secondary', 'special'],
          note: 'One published statement asks for this and for the next four.',
        },
        {
          id: 'programme-in-order',
          label: 'In a sensible order',
          statement: 'The parts of the programme build on one another.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'programme-learning-outcomes',
          label: 'Learning outcomes',
          statement: 'What pupils are to learn is laid down, and the programme is built on it.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'programme-in-school-plan',
          label: 'In the school’s plan',
          statement: 'The programme is part of the plan by which the whole school develops.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'parents-drawn-in',
          label: 'Parents and carers drawn in',
          statement: 'How parents and carers come to take part stands in the programme.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'programme-published',
          label: 'Published and passed on',
          statement: 'Those concerned are told of the programme, can find it on the website and can make sense of it.',
          sectors: ['secondary', 'special'],
          note: 'Named are employers, staff, pupils, and parents and carers.',
        },
        {
          id: 'programme-evaluated',
          label: 'Evaluated',
          statement: 'The programme is looked at regularly in the light of what those concerned say about it.',
          sectors: ['secondary', 'special'],
          note: 'Six are asked: pupils, their parents and carers, teachers, other staff who support pupils, careers advisers and employers.',
        },
      ],
    },
    {
      id: 'career-information',
      label: '2. Learning from career and labour market information',
      description: 'Pupils, and their parents and carers, know which ways of learning and working are open to them.',
      verified: true,
      indicators: [
        {
          id: 'information-each-key-stage',
          label: 'Pupils use information in each key stage',
          statement:
            'In each key stage all pupils look into careers, into the ways that lead to them and into the labour market, and decide by what they find what to learn and do.',
          sectors: ['secondary', 'special'],
          note: 'The summary of the benchmark also names teachers and other staff who support pupils, and information of another kind for pupils with special educational needs or disabilities.',
        },
        {
          id: 'information-for-parents',
          label: 'Information for parents and carers',
          statement:
            'Such information reaches parents and carers as well, who are asked and helped to use it when they support their children.',
          sectors: ['secondary', 'special'],
        },
      ],
    },
    {
      id: 'needs-of-each-young-person',
      label: '3. Addressing the needs of each young person',
      description: 'Guidance fits the young person, and the school learns from what became of those who left.',
      verified: false,
      indicators: [
        {
          id: 'stereotypes-challenged',
          label: 'Stereotypes challenged',
          statement:
            'The programme sets right what is wrongly believed of people and careers, brings in role models of many kinds and lifts what pupils hope for.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'destinations-evaluated',
          label: 'Destinations over the years',
          statement:
            'What becomes of leavers, over years and not only at first, is used when the programme is evaluated.',
          sectors: ['secondary', 'special'],
          note: 'One published statement asks for this and for the next. What the edition asks about the destination of each pupil was not read.',
        },
        {
          id: 'alumni-support',
          label: 'Former pupils take part',
          statement: 'Those who were pupils here support the programme.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'needs-not-read',
          label: 'The statements that were not read',
          statement:
            'What the edition asks for here besides: judge it by the published text, which was not read to its end.',
          sectors: ['secondary', 'special'],
        },
      ],
    },
    {
      id: 'curriculum-and-careers',
      label: '4. Linking curriculum learning to careers',
      description: 'Lessons in every subject show where the subject leads.',
      verified: true,
      indicators: [
        {
          id: 'careers-in-every-subject',
          label: 'Every subject, every year',
          statement:
            'Every year and in every subject, all pupils can learn how what they learn there helps people into many careers and in them.',
          sectors: ['secondary', 'special'],
        },
        {
          id: 'staff-development',
          label: 'Part of staff development',
          statement: 'Careers are part of the professional development of teachers and of all who support pupils.',
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
          label: 'A meaningful encounter each year',
          statement: 'In each year from 11 on, pupils have at least one meaningful encounter with an employer.',
          sectors: ['secondary', 'special'],
          note: 'The edition says by four features what is meaningful. Over the programme pupils meet large and small employers of several kinds, and people who work for themselves. It may be in person, or partly virtual; both sides are helped to prepare. A part-time job may count.',
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
          label: 'Meaningful experiences by 16',
          statement: 'Before they turn 16, all pupils have had meaningful experiences of workplaces.',
          sectors: ['secondary', 'special'],
          note: 'No number is given; the department reads it as several. That a job of their own does not count, as in 2014, is no longer said. The list of what makes an experience meaningful was read up to its seventh entry, which breaks off.',
        },
        {
          id: 'workplace-by-18',
          label: 'A further experience by 18',
          statement: 'Before they turn 18, all pupils have had at least one more meaningful experience of a workplace.',
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
            'Before they turn 16, all pupils have had meaningful encounters with every kind of provider of further learning.',
          sectors: ['secondary', 'special'],
          note: 'Sixth forms, colleges, universities and independent training providers are named. Of six features of a meaningful encounter five were read.',
        },
        {
          id: 'higher-education-visits-by-18',
          label: 'Two visits by 18',
          statement:
            'Before they turn 18, all pupils who think of higher education have been to its providers twice or more, and talked there with those who teach and learn.',
          sectors: ['secondary', 'special'],
        },
      ],
    },
    {
      id: 'personal-guidance',
      label: '8. Personal guidance',
      description: 'Each pupil talks with a careers adviser when there is something to decide.',
      verified: false,
      indicators: [
        {
          id: 'guidance-meeting-by-16',
          label: 'A meeting by 16',
          statement:
            'Before they turn 16, all pupils have had a guidance meeting with a trained careers adviser, at a time that suits what they have to decide.',
          sectors: ['secondary', 'special'],
          note: 'Read in a local body’s paraphrase; the exact wording of the edition was not read. By the summary the careers leader, the adviser, the co-ordinator for special educational needs and others work together.',
        },
        {
          id: 'guidance-meeting-by-18',
          label: 'Another meeting by 18',
          statement: 'Before they turn 18, all pupils have had a further guidance meeting.',
          sectors: ['secondary', 'special'],
          note: 'Read in the same paraphrase. The edition of 2014 asks only that a further one is offered; whether this one still does was not read.',
        },
        {
          id: 'guidance-made-known',
          label: 'Made known to parents and carers',
          statement: 'Parents and carers are told how a pupil comes to such a meeting.',
          sectors: ['secondary', 'special'],
          note: 'Read in the same paraphrase.',
        },
        {
          id: 'guidance-not-read',
          label: 'The statements that were not read',
          statement:
            'What the edition asks for here besides: judge it by the published text, which was not read to its end.',
          sectors: ['secondary', 'special'],
        },
      ],
    },
  ],
  note:
    'Every statement is a paraphrase. Three published statements are divided here, since a school may do one part and not another: one of benchmark 1 into two and another into five, one of benchmark 3 into two. Two lists were not read to their end: that of benchmark 3 ' +
    '(what is asked about records and about the destination of each pupil) and that of benchmark 8 (its exact wording, and whether by 18 a meeting is asked for or the offer of one). The one list for colleges and training providers is not in this record. ' +
    'The guidance that takes up the edition is statutory for schools; colleges are to have regard to it, and training providers to follow it as good practice. The day it came into force is the first of the month that is published, September 2025. All ids are this project’s.',
});
