// A page for each shipped rubric, made from its record: what is published and what is ours, what it asks, how it decides, examples
// evaluated, and what was proved of it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { root } from '../links.mjs';
import { built, recordsOf } from './records.mjs';
import { ruleList, shown } from './say-rule.mjs';

const cell = (text) => (text === undefined || text === '' ? '–' : text);
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head, rows) => [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n');

/** Proofs take seconds each, so each is kept until its rubric or the prover changes. */
const kept = resolve(root, 'docs/.vitepress/cache/proofs.json');

const keptProofs = async (rubrics) => {
  const { proveRubric } = await built('evaluation/index');
  const old = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
  const fresh = {};
  for (const rubric of rubrics) {
    const key = createHash('sha256')
      .update(JSON.stringify(rubric) + readFileSync(resolve(root, 'src/evaluation/prove/prove-watch.ts'), 'utf8'))
      .digest('hex');
    fresh[key] = old[key] ?? proveRubric(rubric);
  }
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify(fresh));
  return Object.values(fresh);
};

const grouped = (n) => String(n).replaceAll(/\B(?=(\d{3})+$)/gu, ' ');

const PROMISES = {
  bounded: 'the score stays in its bounds',
  monotone: 'a better rating never makes a verdict or the score worse',
  'every-outcome-reachable': 'each outcome can be met',
  'interval-exact': 'the interval of the score is exactly what the open ratings allow',
  'rating-keeps-standing': 'filling in an open rating never takes a met outcome away',
  additive: 'the parts of the score add up to it',
  'scorer-agrees': 'judging one setting and judging a million give the same',
};

const proofSentence = (proof) => {
  const looked = proof.states > 1e15 ? proof.states.toExponential(1) : grouped(proof.states);
  const how =
    proof.method === 'enumeration'
      ? `Proved by looking at all ${looked} states that an assessment can be in`
      : `Searched in ${grouped(proof.looked)} of ${looked} states, drawn by lot: a search, no proof`;
  const broken = proof.properties.filter(({ holds }) => !holds);
  const promises = proof.properties.map(({ property }) => PROMISES[property] ?? property).join('; ');
  if (broken.length > 0)
    return `${how}. It does not hold that ${broken.map(({ property }) => PROMISES[property]).join('; ')}.`;
  return `${how}: ${promises}.`;
};

const SCORES = {
  'weighted-mean': 'the weighted mean of the levels',
  'mean-of-groups': 'the mean over groups of the mean in each',
  minimum: 'the lowest level',
  sum: 'the sum of points',
  count: 'the number of criteria that reach a level',
  'count-groups': 'the number of groups in which a rule holds',
  'share-at-level': 'the share of criteria that reach a level',
  none: 'none: this rubric is a profile',
};

const POLICIES = {
  refused: 'no',
  allowed: 'yes',
  waived: 'yes; rules go without it',
  'held-open': 'yes; rules that name it stay open',
};

const VERDICTS = { met: '● met', 'not-yet-met': '○ not yet met', undecided: '◐ undecided' };

const levelTable = (scale) =>
  table(
    ['level', 'points', 'what it looks like'],
    scale.levels.map((level) => [
      shown(level.label),
      level.points === undefined ? '' : String(level.points),
      shown(level.descriptor ?? ''),
    ]),
  );

const statementsOf = (framework) =>
  new Map((framework?.elements ?? []).flatMap(({ indicators }) => (indicators ?? []).map((one) => [one.id, one])));

const criteriaPart = (rubric, framework) => {
  const statements = statementsOf(framework);
  const groups = rubric.groups ? [...rubric.groups, { id: undefined, label: 'Without a group' }] : [{ id: undefined }];
  return groups
    .flatMap(({ id, label }) => {
      const own = rubric.criteria.filter(({ group }) => (rubric.groups ? group === id : true));
      if (own.length === 0) return [];
      const rows = own.map((criterion) => {
        const statement = statements.get(criterion.indicator ?? criterion.id)?.statement;
        const said = [statement && shown(statement), criterion.note && `*${shown(criterion.note)}*`]
          .filter(Boolean)
          .join('<br>');
        return [
          `**${shown(criterion.label)}**`,
          said,
          String(criterion.weight),
          POLICIES[criterion.notApplicable ?? 'refused'],
          shown(criterion.scale?.label ?? ''),
        ];
      });
      const ownScale = own.some(({ scale }) => scale);
      const head = ['criterion', 'what it asks', 'weight', 'may not apply', ...(ownScale ? ['its own scale'] : [])];
      return [
        ...(label ? [`### ${shown(label)}`] : []),
        table(
          head,
          rows.map((cells) => cells.slice(0, head.length)),
        ),
      ];
    })
    .join('\n\n');
};

const outcomesPart = (rubric, drawing) =>
  rubric.outcomes
    .map((outcome) => {
      const picture = drawing(outcome);
      return [
        `### ${shown(outcome.label)}`,
        `${outcome.origin === 'published' ? 'The rule is published by the award body.' : 'The rule is this project’s own.'}${outcome.description ? ` ${shown(outcome.description)}` : ''}`,
        'It is met when',
        ruleList(rubric, outcome.rule),
        picture
          ? `<figure class="picture"><div class="scroll" tabindex="0" role="region" aria-label="Drawing of the rule of ${shown(outcome.label).replaceAll('"', '&quot;')}">${picture}</div></figure>`
          : '',
      ]
        .filter(Boolean)
        .join('\n\n');
    })
    .join('\n\n');

const ratingText = (rubric, criterion, rating) => {
  if (rating === undefined) return '*unrated*';
  if (typeof rating === 'object' && 'notApplicable' in rating) return `not applicable: ${shown(rating.notApplicable)}`;
  const level = typeof rating === 'string' ? rating : (rating.level ?? `${rating.lowest} to ${rating.highest}`);
  return shown((criterion.scale ?? rubric.scale).levels.find(({ id }) => id === level)?.label ?? level);
};

const examplesPart = (rubric, { evaluate, formatScore }, draw) =>
  (rubric.examples ?? [])
    .map((example) => {
      const { title, expect: _, ...judgements } = example;
      const evaluation = evaluate(rubric, judgements);
      const verdicts = evaluation.outcomes.map(({ label, verdict, finding }) => [
        shown(label),
        VERDICTS[verdict],
        shown(finding.message),
      ]);
      const ratings = rubric.criteria.map((criterion) => [
        shown(criterion.label),
        ratingText(rubric, criterion, example.ratings[criterion.id]),
      ]);
      const facts = Object.entries(example.facts ?? {}).map(([id, value]) => {
        const label = rubric.facts?.find((fact) => fact.id === id)?.label ?? id;
        return `${shown(label)}: ${(typeof value === 'object' ? value.holds : value) ? 'yes' : 'no'}`;
      });
      const picture = draw(evaluation);
      return [
        `### ${shown(title[0].toUpperCase() + title.slice(1))}`,
        rubric.scoring.kind === 'none' ? '' : `Score: **${shown(formatScore(evaluation.score))}**`,
        picture
          ? `<div class="scroll" tabindex="0" role="region" aria-label="Score bar: ${shown(title).replaceAll('"', '&quot;')}">${picture}</div>`
          : '',
        verdicts.length > 0 ? table(['outcome', 'verdict', 'why'], verdicts) : '',
        facts.length > 0 ? `Attested: ${facts.join('; ')}.` : '',
        `<details><summary>The ratings</summary>\n\n${table(['criterion', 'rating'], ratings)}\n\n</details>`,
      ]
        .filter(Boolean)
        .join('\n\n');
    })
    .join('\n\n');

const sourcesPart = (sources) =>
  sources
    .map(({ title, url, read, note }) => `- [${shown(title)}](${url}), read ${read}${note ? `. ${shown(note)}` : ''}`)
    .join('\n');

const exportName = (id) => id.replace(/-+(.)/gu, (_, letter) => letter.toUpperCase());

const rubricPage = (rubric, framework, proof, tools) => {
  const sources = [...(rubric.sources ?? []), ...(framework?.sources ?? [])].filter(
    (source, at, all) => all.findIndex(({ url, title }) => url === source.url && title === source.title) === at,
  );
  const scales = new Map(
    [rubric.scale, ...rubric.criteria.flatMap(({ scale }) => scale ?? [])].map((scale) => [scale.id, scale]),
  );
  const published = rubric.outcomes
    .filter(({ origin }) => origin === 'published')
    .map(({ label }) => `“${shown(label)}”`);
  const ours = rubric.outcomes.filter(({ origin }) => origin !== 'published').map(({ label }) => `“${shown(label)}”`);
  // Nothing is rated in it: the drawing says what is asked.
  const asked = tools.evaluate(rubric, { ratings: {} }).outcomes;
  const drawing = ({ id }) =>
    tools.rulePicture(
      asked.find(({ outcome }) => outcome === id),
      { idPrefix: `${id}-`, width: 660 },
    );
  let drawn = 0;
  const bar = (evaluation) =>
    rubric.scoring.kind === 'none'
      ? ''
      : tools.scoreBar(evaluation, rubric, { idPrefix: `example-${++drawn}-`, width: 660 });
  return [
    '---\noutline: [2, 3]\neditLink: false\n---',
    `# ${shown(rubric.label)}`,
    `\`${rubric.id}\`, version ${rubric.version}. [Try it in the playground](/playground/judge.md#rubric=${rubric.id}).`,
    `\`\`\`ts no-check\nimport { ${exportName(rubric.id)} } from 'stem-leadership/rubrics/${rubric.id}';\n\`\`\``,
    '## What is published, and what is ours',
    `> ${shown(rubric.notice)}`,
    [
      framework &&
        `- Framework: ${shown(framework.label ?? framework.id)}, edition ${shown(framework.edition)}${framework.publisher ? `, ${shown(framework.publisher)}` : ''}.`,
      published.length > 0 && `- Outcomes with a published rule: ${published.join(', ')}.`,
      ours.length > 0 && `- Outcomes whose rule is this project’s own: ${ours.join(', ')}.`,
      `- Score: ${SCORES[rubric.scoring.kind]}.`,
    ]
      .filter(Boolean)
      .join('\n'),
    '## Criteria',
    criteriaPart(rubric, framework),
    ...(rubric.facts?.length
      ? [
          '### Facts',
          'Not ratings; somebody attests them.',
          rubric.facts.map(({ label }) => `- ${shown(label)}`).join('\n'),
        ]
      : []),
    '## Levels',
    [...scales.values()]
      .map((scale) => `${scales.size > 1 ? `### ${shown(scale.label)}\n\n` : ''}${levelTable(scale)}`)
      .join('\n\n'),
    ...(rubric.outcomes.length > 0 ? ['## Outcomes', outcomesPart(rubric, drawing)] : []),
    ...(rubric.obligations?.length
      ? ['## What a level asks for next', rubric.obligations.map(({ label }) => `- ${shown(label)}`).join('\n')]
      : []),
    '## Worked examples',
    examplesPart(rubric, tools, bar),
    '## What was proved',
    proofSentence(proof),
    ...(proof.notApplicableFlips.count > 0
      ? [
          `In ${grouped(proof.notApplicableFlips.count)} states, saying that a criterion does not apply takes a met outcome away: fewer criteria can make a share harder.`,
        ]
      : []),
    ...(sources.length > 0 ? ['## Sources', sourcesPart(sources)] : []),
  ].join('\n\n');
};

/** @returns pages by their place */
export const rubricPages = async () => {
  const [rubrics, frameworks] = [await recordsOf('rubrics'), await recordsOf('frameworks')];
  const evaluation = await built('evaluation/index');
  const display = await built('display/index');
  const proofs = await keptProofs(rubrics);
  const tools = { ...evaluation, ...display };
  const pages = new Map();
  rubrics.forEach((rubric, at) => {
    const framework = frameworks.find(
      ({ id, edition }) => id === rubric.framework?.id && edition === rubric.framework?.edition,
    );
    pages.set(`rubrics/${rubric.id}`, `${rubricPage(rubric, framework, proofs[at], tools)}\n`);
  });
  const rows = rubrics.map((rubric, at) => [
    `[${shown(rubric.label)}](/rubrics/${rubric.id}.md)`,
    String(rubric.criteria.length),
    rubric.outcomes.map(({ label }) => shown(label)).join(' · ') || 'none: a profile',
    proofs[at].method === 'enumeration' ? 'proved' : 'searched',
  ]);
  pages.set(
    'rubrics/index',
    `# Rubrics\n\nEach page is made from its record: what is published and what is ours, what it asks, how it decides, examples evaluated, and what was proved. [The rubrics that come with it](/rubrics-shipped.md) says how each came about and what nobody has read yet.\n\n${table(['rubric', 'criteria', 'outcomes', 'promises'], rows)}\n`,
  );
  return pages;
};

export const rubricTitles = async () => (await recordsOf('rubrics')).map(({ id, label }) => ({ id, label }));
