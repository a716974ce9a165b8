// What the playground does, as one program that runs in Node, in a page and in a worker: the bytes of each result, by name. No input is read
// here: pages and rubrics are given.
export const jobs = (library, { pages, rubrics }) => {
  const { articles } = library.parsePages(pages);
  const issues = library.checkArticleGraph(library.buildArticleGraph(articles));
  const mended = library.writeRelatedLinks(pages, library.applyRepairs(articles, issues));
  const [rubric] = rubrics;
  const { id, version } = rubric;
  const levels = rubric.scale.levels.map((level) => level.id);
  const assessment = (setting, assessor, shift) => ({
    rubric: { id, version },
    kind: 'peer',
    setting,
    assessor,
    date: '2026-03-02',
    ratings: Object.fromEntries(
      rubric.criteria.slice(0, 5).map((criterion, at) => [criterion.id, levels[(at + shift) % levels.length]]),
    ),
  });
  const assessments = [
    assessment('hill', 'A', 0),
    assessment('hill', 'B', 1),
    assessment('bay', 'A', 2),
    assessment('bay', 'B', 2),
  ];
  const evaluation = library.evaluate(rubric, assessments[0]);
  const moderation = library.moderationReport(rubric, assessments);
  return {
    'issues of articles': JSON.stringify(issues),
    'mended pages': JSON.stringify(mended),
    'checks of rubrics': JSON.stringify(rubrics.map((one) => library.checkRubric(one))),
    'proofs of rubrics': JSON.stringify(
      rubrics.map((one) => library.proveRubric(one, { mostStates: 20_000, samples: 5_000 })),
    ),
    'report of an evaluation': library.reportHtml({
      kind: 'evaluation',
      rubric,
      assessment: assessments[0],
      evaluation,
    }),
    'ratings as CSV': library.toCsv(library.toRatingRows(rubric, assessments)),
    'ratings read back': JSON.stringify(
      library.ratingsFromRows(rubric, library.parseCsv(library.toCsv(library.toRatingRows(rubric, assessments))).value),
    ),
    'report of moderation': library.reportHtml({ kind: 'moderation', moderation, rubric }),
  };
};
