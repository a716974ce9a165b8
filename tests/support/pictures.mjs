// Every picture, of labels of every kind, drawn by the library that is given: from the sources, or as it is built. It runs in Node, in a page
// and in a worker, and must draw the same bytes in all of them.

const LATIN = [
  'Shared vision',
  'A core team that meets every month and keeps minutes',
  'Professional dialogue/enquiry among practitioners, learners, families and partners of the school',
  'Use of data',
  'Leadership',
];
const ARABIC = [
  'رؤية مشتركة',
  'فريق أساسي يجتمع كل شهر ويحتفظ بمحاضر الاجتماعات',
  'الحوار المهني بين المعلمين والمتعلمين والأسر والشركاء (STEM) في المدرسة 2026',
  'استخدام البيانات',
  'قيادة المتعلمين',
];
const LONG = [
  'W'.repeat(60),
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsges',
  'm'.repeat(60),
  `${'i'.repeat(60)} and more`,
  'Щ'.repeat(60),
];
const HOSTILE = [
  '<script>alert(1)</script> & "quotes" \'too\' ]]>',
  'turned \u202eround\u202c and \u2067left open',
  'broken \ud800 and \u0000 and \uffff',
  '<svg onload="alert(1)"><title id="picture-title">',
  '&lt;already&gt; &#39;escaped&#39; %s ${x}',
];

/** Kinds of label, each with the words of a language that is written the same way. */
export const kindsOf = ({ english, french }) => ({
  latin: { labels: LATIN, messages: english },
  french: { labels: LATIN, messages: french },
  arabic: { labels: ARABIC, messages: { ...english, language: 'ar', direction: 'rtl' } },
  'arabic in English': { labels: ARABIC, messages: english },
  'words of 60 letters': { labels: LONG, messages: english },
  hostile: { labels: HOSTILE, messages: english },
});

const scaleOf = (label) => ({
  id: 'four',
  label: label(4),
  levels: [0, 1, 2, 3].map((points) => ({ id: `level-${points}`, label: label(points), points })),
});

const rubricOf = (label) => ({
  id: 'a-rubric',
  version: '1.0.0',
  label: label(2),
  notice: 'For tests.',
  scale: scaleOf(label),
  groups: [
    { id: 'one', label: label(1) },
    { id: 'two', label: label(3) },
  ],
  criteria: [0, 1, 2, 3, 4, 5].map((at) => ({
    id: `criterion-${at}`,
    label: label(at),
    weight: 1 + (at % 3),
    group: at < 3 ? 'one' : 'two',
    notApplicable: 'waived',
  })),
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  bands: [
    { id: 'low', label: label(0), from: { numerator: 0, denominator: 1 }, below: { numerator: 1, denominator: 3 } },
    { id: 'middle', label: label(1), from: { numerator: 1, denominator: 3 }, below: { numerator: 9, denominator: 10 } },
    { id: 'high', label: label(2), from: { numerator: 9, denominator: 10 } },
  ],
  outcomes: [
    { id: 'begun', label: label(0), origin: 'project', rule: { kind: 'some', level: 'level-1' } },
    {
      id: 'done',
      label: label(1),
      origin: 'project',
      rule: {
        kind: 'all',
        rules: [
          { kind: 'every-group', rule: { kind: 'some', level: 'level-2' } },
          {
            kind: 'any',
            rules: [
              { kind: 'score', atLeast: { numerator: 2, denominator: 3 } },
              { kind: 'achieves', outcome: 'begun' },
            ],
          },
          { kind: 'every', level: 'level-3', of: { group: 'two' } },
        ],
      },
    },
  ],
});

const ratings = {
  'criterion-0': 'level-2',
  'criterion-1': { levels: ['level-0', 'level-3'] },
  'criterion-2': { notApplicable: 'two teachers' },
  'criterion-3': 'level-3',
  'criterion-5': 'level-0',
};

const portfolioOf = ({ evaluate, summarisePortfolio }, rubric, label) =>
  summarisePortfolio(
    Array.from({ length: 14 }, (_, n) => ({
      setting: { id: `school-${n}`, name: label(n), sector: 'primary' },
      evaluations: [
        {
          date: '2026-03-02',
          evaluation: evaluate(rubric, {
            ratings: Object.fromEntries(
              rubric.criteria.flatMap(({ id }, at) => ((n + at) % 7 === 0 ? [] : [[id, `level-${(n * 5 + at) % 4}`]])),
            ),
          }),
        },
      ],
    })),
    { on: '2026-06-30', rubrics: [rubric] },
  );

const awardOf = ({ awardProgress }, label) => {
  const framework = {
    id: 'an-award',
    edition: '2026',
    label: label(0),
    publisher: 'A publisher',
    sources: [],
    elements: [0, 1, 2, 3, 4].map((at) => ({
      id: `element-${at}`,
      label: label(at),
      description: 'x',
      verified: true,
      indicators: [],
    })),
  };
  const of = { framework: { id: 'an-award', edition: '2026' }, setting: 'a-school', decidedBy: 'A', reason: 'Seen.' };
  const decide = (element, date, decision = 'achieved') => ({ ...of, element, date, decision });
  return awardProgress(
    [
      decide('element-0', '2022-02-02'),
      decide('element-1', '2024-03-11'),
      decide('element-2', '2024-12-01', 'more-evidence-needed'),
      decide('element-2', '2025-06-20'),
    ],
    framework,
    { on: '2026-01-15', windowYears: 3 },
  );
};

const articlesOf = ({ buildArticleGraph }, label) => {
  const named = (id) => ({ url: `/a/${id}`, id, title: `${label(id)} ${id}`, subject: 'physics' });
  return buildArticleGraph(
    Array.from({ length: 24 }, (_, id) => ({
      ...named(id),
      related: [1, 2, 3].map((slot) => ({ ...named((id * 3 + slot * (id % 4 === 0 ? 1 : 7)) % 24), slot })),
    })),
  );
};

const crosswalkOf = (label) => {
  const side = (kind, count) => ({
    framework: kind,
    edition: '1',
    element: 'x',
    items: Array.from({ length: count }, (_, at) => ({ id: `${kind}-${at}`, label: label(at) })),
  });
  return {
    id: 'one--other',
    version: '1.0.0',
    label: label(3),
    strategies: side('strategy', 7),
    indicators: side('indicator', 16),
    origin: 'project',
    mappings: Array.from({ length: 60 }, (_, at) => ({
      strategy: `strategy-${at % 7}`,
      indicator: `indicator-${(at * 5) % 16}`,
      strength: ['strong', 'partial', 'none'][at % 3],
      reason: 'For tests.',
    })),
    sources: [],
  };
};

/** Each picture by its name, of labels of a kind; `options` are those of the picture. */
export const pictures = (library, kind, options = {}) => {
  const { evaluate } = library;
  const { labels, messages } = kindsOf(library)[kind];
  const label = (at) => labels[at % labels.length];
  const rubric = rubricOf(label);
  const evaluation = evaluate(rubric, { ratings });
  const whole = evaluate(rubric, {
    ratings: Object.fromEntries(rubric.criteria.map(({ id }, at) => [id, `level-${2 + (at % 2)}`])),
  });
  const summary = portfolioOf(library, rubric, label);
  const of = (name) => ({ messages, idPrefix: `${name}-`, ...options });
  return {
    'score-bar': library.scoreBar(evaluation, rubric, of('score-bar')),
    'score-bar-whole': library.scoreBar(whole, rubric, of('score-bar-whole')),
    profile: library.profilePicture(evaluation, rubric, of('profile')),
    'heat-map': library.heatMap(library.publishPortfolio(summary, { below: 3 }), rubric, of('heat-map')),
    'settings-heat-map': library.settingsHeatMap(summary, rubric, of('settings-heat-map')),
    progress: library.progressPicture(
      [
        { date: '2023-05-30', evaluation: evaluate(rubric, { ratings: { 'criterion-0': 'level-1' } }) },
        {
          date: '2024-06-10',
          evaluation: evaluate(rubric, { ratings: { 'criterion-0': 'level-3', 'criterion-4': 'level-2' } }),
        },
        { date: '2025-06-01', evaluation },
        { date: '2026-05-29', evaluation: whole },
      ],
      rubric,
      { ...of('progress'), windows: [{ from: '2024-03-11', last: '2027-03-11' }] },
    ),
    'award-time-line': library.awardTimeLine(awardOf(library, label), of('award-time-line')),
    neighbourhood: library.neighbourhoodPicture(
      library.neighbourhood(articlesOf(library, label), '/a/2', { limit: 12 }),
      of('neighbourhood'),
    ),
    crosswalk: library.crosswalkMatrix(crosswalkOf(label), of('crosswalk')),
    rule: library.rulePicture(evaluation.outcomes[1], of('rule')),
  };
};

/** All pictures of all kinds as one text. */
export const everything = (library) =>
  Object.keys(kindsOf(library))
    .flatMap((kind) => [360, 1200].flatMap((width) => Object.values(pictures(library, kind, { width }))))
    .join('');
