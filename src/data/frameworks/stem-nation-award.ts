import { defineFramework } from '../../model/define.js';

/** The STEM Nation Award of Education Scotland: five elements, paraphrased. */
export const stemNationAwardFramework = defineFramework({
  id: 'stem-nation-award',
  edition: 'web-2026-11-22',
  label: 'STEM Nation Award',
  publisher: 'Education Scotland',
  checked: '2026-11-28',
  sources: [
    {
      title: 'STEM Nation Award',
      url: 'https://blogs.glowscotland.org.uk/glowblogs/stemnation/stem-nation-award',
      read: '2026-11-22',
      note: 'The five elements, who may apply, and how the elements lead to the full award.',
    },
    {
      title: 'STEM Nation Award for ELC settings and schools',
      url: 'https://blogs.glowscotland.org.uk/glowblogs/stemnation/stem-nation-award-for-elc-settings-and-schools',
      read: '2026-11-22',
      note: 'Names and descriptions of the elements in that sector.',
    },
    {
      title: 'STEM Nation Award for CLD',
      url: 'https://blogs.glowscotland.org.uk/glowblogs/stemnation/stem-nation-award-for-cld',
      read: '2026-11-22',
      note: 'Names and descriptions of the elements in that sector.',
    },
    {
      title: 'STEM Nation Award programme (Midlothian STEM)',
      url: 'https://blogs.glowscotland.org.uk/mc/midlothianstem/stem/stem-nation-award-programme',
      read: '2026-11-22',
      note: 'Confirms the names of the elements.',
    },
    {
      title: 'STEM Nation Award programme (ERC STEM)',
      url: 'https://blogs.glowscotland.org.uk/er/ercstem/stem-learning/stem-nation-award-programme',
      read: '2026-11-22',
      note: 'Special schools and specialist provision count with ELC settings and schools.',
    },
    {
      title: 'Leadership in STEM support',
      url: 'https://blogs.glowscotland.org.uk/glowblogs/stemnation/?p=7058',
      read: '2026-11-22',
      note: 'The leadership indicators, complete for both sectors.',
    },
    {
      title: 'STEM family learning: evidence examples',
      url: 'https://blogs.glowscotland.org.uk/glowblogs/stemnation/snap-stem-family-learning-evidence-examples',
      read: '2026-11-22',
      note: 'Complete for ELC settings, schools and CLD adult learning; CLD family learning could be read only into its second statement.',
    },
    {
      title: 'Equity and equalities in STEM: evidence examples',
      url: 'https://blogs.glowscotland.org.uk/glowblogs/stemnation/snap-equity-and-equalities-in-stem-evidence-examples',
      read: '2026-11-22',
      note: 'Complete for ELC settings and schools; the end of the last CLD statement could not be read.',
    },
  ],
  elements: [
    {
      id: 'leadership',
      label: 'Leadership in STEM',
      description:
        'Recognises leadership of STEM by everyone: senior leaders, practitioners, and the children, young people or adults who learn. The CLD page names adult learners as well.',
      verified: true,
      indicators: [
        {
          id: 'shared-vision',
          label: 'Shared vision',
          statement:
            'Why we do STEM, and where we want to take it, has been worked out together with many of the people it concerns.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'Asks for both a vision and a rationale, and for work already done with a range of stakeholders.',
        },
        {
          id: 'core-team',
          label: 'Core team',
          statement:
            'Where the setting is of a size for it, a small group of staff plans, co-ordinates and leads STEM, and does it well.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'The original begins “Where appropriate”, so a very small setting may say that it does not apply. It asks for planning, co-ordination and leadership, all three effective.',
        },
        {
          id: 'professional-dialogue',
          label: 'Professional dialogue',
          statement:
            'Staff are given time to talk about STEM, to learn from one another and to judge their own work, and STEM gets better for it.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'Time for dialogue, for collegiate learning and for self-evaluation; its purpose is to support and to inform improvement.',
        },
        {
          id: 'collaborative-practice',
          label: 'Collaborative practice',
          statement:
            'Colleagues keep working together, and this makes both what they do in STEM and how they teach it stronger.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'The working together is ongoing, and it serves two things: STEM practice and pedagogy.',
        },
        {
          id: 'practitioner-leadership',
          label: 'Practitioner leadership',
          statement: 'Practitioners lead STEM learning themselves, and they encourage and support others who want to.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'Two halves: leadership that can be seen, and help that motivates, inspires and supports others.',
        },
        {
          id: 'use-of-data',
          label: 'Use of data',
          statement:
            'What we know of our learners’ progress in STEM guides how we meet their needs and how we further equity and equality.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'Data and other evidence of progress, not attainment alone; the purpose names needs, equity and equality.',
        },
        {
          id: 'learner-leadership',
          label: 'Learner leadership',
          statement:
            'Learners hold leading roles in STEM, and their voice counts wherever a decision touches them, their STEM learning included.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'Two halves: leadership roles, and a say in decisions. The original grounds the second in the United Nations Convention on the Rights of the Child.',
        },
      ],
    },
    {
      id: 'family-community',
      label: 'STEM family and community learning',
      sectorLabels: [
        { label: 'STEM family learning', sectors: ['elc', 'primary', 'secondary', 'special'] },
        { label: 'STEM learning in the community', sectors: ['cld'] },
      ],
      description: 'Recognises learning with families and communities that builds the STEM capital of all of them.',
      verified: true,
      strands: [
        { id: 'adult-learning', label: 'Adult learning', sectors: ['cld'], complete: true },
        { id: 'family-learning', label: 'Family learning', sectors: ['cld'], complete: false },
      ],
      indicators: [
        {
          id: 'community-projects',
          label: 'Community projects and partner agencies',
          statement:
            'STEM and sustainability projects with our community change the place where we live, and together with other agencies we offer families learning that draws them in.',
          sectors: ['elc', 'primary', 'secondary', 'special'],
          note: 'One statement of two sentences: the projects, which are about Learning for Sustainability too, and the family learning. The agencies named are CLD, the third sector and further education.',
        },
        {
          id: 'family-participation',
          label: 'Families take part',
          statement: 'Parents and families play a real and lively part in our STEM programmes and activities.',
          sectors: ['elc', 'primary', 'secondary', 'special'],
          note: 'The part they take is both active and meaningful.',
        },
        {
          id: 'family-barriers',
          label: 'Barriers for families',
          statement:
            'Practitioners and families together find what keeps people away from STEM and make it smaller, and what parents want to learn for themselves is agreed with them, valued and supported.',
          sectors: ['elc', 'primary', 'secondary', 'special'],
          note: 'Two halves: barriers found and reduced, and parents’ own learning journeys negotiated, valued and supported.',
        },
        {
          id: 'stem-in-communication',
          label: 'STEM at events and in messages home',
          statement: 'STEM turns up again and again at our events and in what we send home.',
          sectors: ['elc', 'primary', 'secondary', 'special'],
          note: 'A regular feature, of events and of communication both.',
        },
        {
          id: 'families-understand-pathways',
          label: 'Families see where STEM leads',
          statement: 'More and more, families see why STEM skills, careers and pathways matter.',
          sectors: ['elc', 'primary', 'secondary', 'special'],
          note: 'The understanding is growing; it need not be complete.',
        },
        {
          id: 'adult-programmes',
          label: 'Programmes made with adult learners',
          statement:
            'Learners help to shape our programmes, which build their STEM capital, and a rising number of them go on to help run programmes for others.',
          sectors: ['cld'],
          strand: 'adult-learning',
          note: 'Two halves: programmes built with learners, and a growing number who help to deliver.',
        },
        {
          id: 'adult-participation',
          label: 'Adults take part in STEM in the community',
          statement:
            'Adult learners have a meaningful part in STEM where they live, at festivals and in citizen science for example.',
          sectors: ['cld'],
          strand: 'adult-learning',
        },
        {
          id: 'adult-barriers',
          label: 'Barriers and accreditation for adults',
          statement:
            'With our learners we know what stands in their way and lower it, and there are chances to have their learning accredited.',
          sectors: ['cld'],
          strand: 'adult-learning',
          note: 'Two halves: barriers known and reduced together with learners, and opportunities for accreditation.',
        },
        {
          id: 'adult-promotion',
          label: 'Programmes are made known',
          statement: 'People hear of our programmes, through social media and in other ways.',
          sectors: ['cld'],
          strand: 'adult-learning',
        },
        {
          id: 'adult-progression',
          label: 'Adults see where STEM leads',
          statement: 'Learners know what STEM skills are, what they are worth at work, and which routes lead on.',
          sectors: ['cld'],
          strand: 'adult-learning',
          note: 'STEM skills, employability and progression routes.',
        },
        {
          id: 'adult-decisions',
          label: 'Skills for everyday decisions',
          statement:
            'A rising number of learners become able to lead, to solve problems and to think critically when everyday life asks them to decide.',
          sectors: ['cld'],
          strand: 'adult-learning',
          note: 'A growing number; leadership, problem-solving and critical thinking, for everyday decisions.',
        },
        {
          id: 'family-programmes',
          label: 'Programmes made with families',
          statement:
            'Learners and families help to shape programmes that build their STEM capital, and families act where they live through STEM and sustainability projects.',
          sectors: ['cld'],
          strand: 'family-learning',
          note: 'Two halves: programmes built with learners and families, and local action by families. The statements after this one could not be read.',
        },
      ],
    },
    {
      id: 'employability-partnership',
      label: 'Employability and STEM partnership working',
      description:
        'Recognises lasting work with one or more STEM partners that builds STEM skills and skills for work.',
      verified: false,
      indicators: [],
    },
    {
      id: 'curriculum-pathways',
      label: 'STEM curriculum and learner pathways/progression routes',
      sectorLabels: [
        { label: 'STEM curriculum and learner pathways', sectors: ['elc', 'primary', 'secondary', 'special'] },
        { label: 'STEM curriculum and learner progression routes', sectors: ['cld'] },
      ],
      description: 'Recognises a STEM curriculum that inspires, and the routes onward that it opens for learners.',
      verified: false,
      indicators: [],
    },
    {
      id: 'equity-equality',
      label: 'Equity and equality in STEM',
      description: 'Recognises work on equity and equality in and through STEM.',
      verified: true,
      indicators: [
        {
          id: 'equality-through-stem',
          label: 'Equality through STEM',
          statement: 'We act through STEM on gender balance, equal opportunity, equity, diversity and inclusion.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
        },
        {
          id: 'stereotypes-and-bias',
          label: 'Stereotypes and bias',
          statement:
            'We keep working against stereotypes of gender, and against the bias that practitioners carry without knowing it.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'The action is sustained. For CLD the same statement goes on: plans rest on continuing professional learning about equity and equality.',
        },
        {
          id: 'achievement-for-all',
          label: 'Achievement for all',
          statement: 'Every learner here has something of their own to be proud of in STEM.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'Personal achievement for all learners. The CLD list says “provider” where the other says “setting”.',
        },
        {
          id: 'career-preconceptions',
          label: 'Who works in STEM',
          statement:
            'With learners, parents and families we question fixed ideas of who takes which career or pathway, and celebrate how diverse the people are who work in STEM.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'Two halves: preconceptions challenged, and diversity celebrated. The CLD list does not name learners, parents and families here.',
        },
        {
          id: 'tracking-and-support',
          label: 'Tracking and support',
          statement:
            'We follow how learners are getting on and step in where it helps, above all for those who face more barriers than others.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'Tracking and monitoring leads to interventions. The CLD list speaks of processes for tracking achievement.',
        },
        {
          id: 'raising-attainment',
          label: 'STEM lifts attainment',
          statement:
            'Through STEM, learners attain and achieve more in literacy, numeracy, health and wellbeing, and in the STEM subjects themselves.',
          sectors: ['elc', 'primary', 'secondary', 'special', 'cld'],
          note: 'Attainment and achievement both. The CLD statement begins the same way; its end could not be read.',
        },
      ],
    },
  ],
  note:
    'Every statement is a paraphrase; the pages named as sources keep their own words. The publisher numbers no editions, so this one is named for the day its web pages were read: ' +
    'a later reading that finds other expectations becomes a new edition, and this one stays as it is. All ids are this project’s. ' +
    'The indicators of two elements have not been read at a source: they are left empty, with verified set to false.',
});
