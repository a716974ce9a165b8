import type { ReadonlyDeep, SetOptional } from 'type-fest';
import { describe, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { consensus, contestedCriteria } from '../../src/agreement/index.js';
import { stemNationLeadership } from '../../src/data/rubrics/stem-nation-leadership.js';
import { evaluate, nextSteps, sensitivity, whatIf } from '../../src/evaluation/index.js';
import type { Article } from '../../src/model/articles/article.js';
import type { RelatedLink } from '../../src/model/articles/related-link.js';
import { articleSchema } from '../../src/model/articles/schemas/article-schema.js';
import { relatedLinkSchema } from '../../src/model/articles/schemas/related-link-schema.js';
import type { Decision } from '../../src/model/awards/decision.js';
import type { Evidence } from '../../src/model/awards/evidence.js';
import type { FrameworkOf } from '../../src/model/awards/framework.js';
import { decisionSchema } from '../../src/model/awards/schemas/decision-schema.js';
import { evidenceSchema } from '../../src/model/awards/schemas/evidence-schema.js';
import { settingSchema } from '../../src/model/awards/schemas/setting-schema.js';
import type { Setting } from '../../src/model/awards/setting.js';
import { sourceSchema } from '../../src/model/shared/schemas/source-schema.js';
import type { Source } from '../../src/model/shared/source.js';
import type {
  AssessmentOf,
  CriterionId,
  Judgements,
  LevelId,
  OutcomeId,
  RatingsOf,
} from '../../src/model/rubrics/assessment.js';
import { defineCrosswalk, defineFramework, defineRubric, defineScale } from '../../src/model/define.js';
import type { Rubric } from '../../src/model/rubrics/rubric.js';
import { smallRubric, threeLevels } from '../support/small-rubric.js';

type Small = typeof smallRubric;

describe('a rubric as a literal', () => {
  test('keeps the ids of its criteria, levels and outcomes', () => {
    expectTypeOf<CriterionId<Small>>().toEqualTypeOf<'plan' | 'team' | 'voice'>();
    expectTypeOf<LevelId<Small['scale']>>().toEqualTypeOf<'low' | 'middle' | 'high'>();
    expectTypeOf<OutcomeId<Small>>().toEqualTypeOf<'begun' | 'secure'>();
  });

  test('is a rubric wherever one is asked for', () => {
    expectTypeOf<Small>().toExtend<Rubric>();
    expectTypeOf<AssessmentOf<Small>>().toExtend<AssessmentOf<Rubric>>();
  });

  test('is judged by ratings, with whatever else of an assessment there is', () => {
    type AllButRatings = Exclude<keyof AssessmentOf<Small>, 'ratings'>;
    expectTypeOf<Judgements<Small>>().toExtend<SetOptional<AssessmentOf<Small>, AllButRatings>>();
    expectTypeOf<SetOptional<AssessmentOf<Small>, AllButRatings>>().toExtend<Judgements<Small>>();
  });

  test('takes no rating of an unknown criterion', () => {
    // @ts-expect-error there is no criterion “paln”
    const ratings: RatingsOf<Small> = { paln: 'low' };
    void ratings;
  });

  test('takes no level its scale does not have', () => {
    // @ts-expect-error there is no level “hihg”
    const ratings: RatingsOf<Small> = { plan: 'hihg' };
    void ratings;
  });

  test('takes not-applicable only where the rubric allows it', () => {
    const allowed: RatingsOf<Small> = { team: { notApplicable: 'we are two' } };
    void allowed;
    // @ts-expect-error “plan” must be rated or left out
    const refused: RatingsOf<Small> = { plan: { notApplicable: 'we are two' } };
    void refused;
  });

  test('rates a criterion on its own scale where it has one', () => {
    const yesNo = defineScale({
      id: 'yes-no',
      label: 'Yes or no',
      levels: [
        { id: 'no', label: 'No' },
        { id: 'yes', label: 'Yes' },
      ],
    });
    const mixed = defineRubric({
      id: 'mixed',
      version: '1.0.0',
      label: 'Two scales',
      notice: 'For tests.',
      scale: threeLevels,
      criteria: [
        { id: 'plan', label: 'A plan', weight: 1 },
        { id: 'policy', label: 'A policy', weight: 1, scale: yesNo },
      ],
      scoring: { kind: 'none' },
      outcomes: [],
    });
    const right: RatingsOf<typeof mixed> = { plan: 'low', policy: 'yes' };
    void right;
    // @ts-expect-error “yes” is a level of the other scale
    const wrong: RatingsOf<typeof mixed> = { plan: 'yes' };
    void wrong;
  });

  test('takes any names where the rubric was read at run time', () => {
    const ratings: RatingsOf<Rubric> = { anything: 'goes', other: { notApplicable: 'why' } };
    void ratings;
  });
});

describe('rules inside a literal', () => {
  const parts = {
    id: 'parts',
    version: '1.0.0',
    label: 'Parts',
    notice: 'For tests.',
    scale: threeLevels,
    scoring: { kind: 'none' },
  } as const;

  test('name only criteria the rubric has', () => {
    defineRubric({
      ...parts,
      criteria: [{ id: 'plan', label: 'A plan', weight: 1 }],
      outcomes: [
        // @ts-expect-error there is no criterion “paln”
        { id: 'done', label: 'Done', origin: 'project', rule: { kind: 'at-least', criterion: 'paln', level: 'high' } },
      ],
    });
  });

  test('name only levels, tags, facts and outcomes the rubric has', () => {
    defineRubric({
      ...parts,
      criteria: [{ id: 'plan', label: 'A plan', weight: 1, tags: ['essential'] }],
      facts: [{ id: 'visited', label: 'Somebody visited' }],
      outcomes: [
        // @ts-expect-error there is no level “hihg”
        { id: 'a', label: 'A', origin: 'project', rule: { kind: 'every', level: 'hihg' } },
        // @ts-expect-error there is no tag “esential”
        { id: 'b', label: 'B', origin: 'project', rule: { kind: 'every', level: 'high', of: { tag: 'esential' } } },
        // @ts-expect-error there is no fact “visit”
        { id: 'c', label: 'C', origin: 'project', rule: { kind: 'attested', fact: 'visit' } },
        // @ts-expect-error there is no outcome “z”
        { id: 'd', label: 'D', origin: 'project', rule: { kind: 'achieves', outcome: 'z' } },
        { id: 'e', label: 'E', origin: 'project', rule: { kind: 'all', rules: [{ kind: 'achieves', outcome: 'a' }] } },
      ],
    });
  });

  test('are of a known kind', () => {
    defineRubric({
      ...parts,
      criteria: [{ id: 'plan', label: 'A plan', weight: 1 }],
      outcomes: [
        // @ts-expect-error there is no rule that a better rating could break
        { id: 'a', label: 'A', origin: 'project', rule: { kind: 'none', level: 'low' } },
      ],
    });
  });
});

describe('a crosswalk as a literal', () => {
  test('maps only the strategies and indicators it lists', () => {
    const side = { framework: 'f', edition: '1', element: 'e' };
    defineCrosswalk({
      id: 'c',
      version: '1.0.0',
      label: 'C',
      origin: 'project',
      strategies: { ...side, items: [{ id: 'clubs', label: 'Clubs' }] },
      indicators: { ...side, items: [{ id: 'voice', label: 'Voice' }] },
      mappings: [
        // @ts-expect-error there is no strategy “club”
        { strategy: 'club', indicator: 'voice', strength: 'strong', reason: 'learners run it' },
      ],
      sources: [{ title: 'S', url: 'https://example.org', read: '2026-01-05' }],
    });
  });
});

describe('the schemas of plain nouns', () => {
  test('keep the methods of zod and read what their interfaces say', () => {
    expectTypeOf<z.infer<typeof articleSchema>>().toExtend<Article>();
    expectTypeOf<Article>().toExtend<ReadonlyDeep<z.infer<typeof articleSchema>>>();
    expectTypeOf<z.infer<typeof relatedLinkSchema>>().toExtend<RelatedLink>();
    expectTypeOf<RelatedLink>().toExtend<z.infer<typeof relatedLinkSchema>>();
    expectTypeOf<z.infer<typeof evidenceSchema>>().toExtend<Evidence>();
    expectTypeOf<Evidence>().toExtend<ReadonlyDeep<z.infer<typeof evidenceSchema>>>();
    expectTypeOf<z.infer<typeof settingSchema>>().toExtend<Setting>();
    expectTypeOf<Setting>().toExtend<z.infer<typeof settingSchema>>();
    expectTypeOf<z.infer<typeof decisionSchema>>().toExtend<Decision>();
    expectTypeOf<Decision>().toExtend<ReadonlyDeep<z.infer<typeof decisionSchema>>>();
    expectTypeOf<z.infer<typeof sourceSchema>>().toExtend<Source>();
    expectTypeOf<Source>().toExtend<z.infer<typeof sourceSchema>>();
    expectTypeOf(settingSchema.shape.name.parse('Hilltop')).toEqualTypeOf<string>();
    expectTypeOf(sourceSchema.pick({ url: true }).parse({})).toEqualTypeOf<{ url: string }>();
    expectTypeOf(decisionSchema.extend({ seen: z.boolean() }).parse({}).seen).toEqualTypeOf<boolean>();
  });
});

test('a framework as a literal keeps its ids and none of its prose', () => {
  const framework = defineFramework({
    id: 'reading-award',
    edition: '2026',
    label: 'Reading award',
    publisher: 'A local authority',
    sources: [{ title: 'Guidance', url: 'https://example.org/reading', read: '2026-01-05' }],
    elements: [
      { id: 'places', label: 'Places', description: 'Where reading happens.', verified: true, indicators: [] },
    ],
  });
  expectTypeOf(framework).toEqualTypeOf<FrameworkOf<'places', never>>();
});

test('a level that a condition chooses stays a level, wherever an assessment is given', () => {
  const ready = Math.random() < 0.5;
  const chosen = { ratings: { 'use-of-data': ready ? 'met' : 'partly' } } as const;
  expectTypeOf(evaluate(stemNationLeadership, chosen).achieved).toEqualTypeOf<
    'under-way' | 'element-ready' | undefined
  >();
  evaluate(stemNationLeadership, { ratings: { 'use-of-data': ready ? 'met' : 'partly' } });
  [1].map((n) => evaluate(stemNationLeadership, { ratings: { 'use-of-data': n > 0 ? 'met' : 'partly' } }));
  evaluate(stemNationLeadership, { ratings: { 'use-of-data': ready ? 'met' : { levels: ['partly', 'met'] } } });
  nextSteps(stemNationLeadership, { ratings: { 'use-of-data': ready ? 'met' : 'partly' } }, { to: 'element-ready' });
  sensitivity(stemNationLeadership, { ratings: { 'use-of-data': ready ? 'met' : 'partly' } });
  whatIf(
    stemNationLeadership,
    { ratings: { 'use-of-data': ready ? 'met' : 'partly' } },
    { ratings: { 'use-of-data': ready ? 'met' : 'not-yet' } },
  );
  const seen = { ratings: { 'use-of-data': ready ? 'met' : 'partly' } } as const;
  consensus(stemNationLeadership, [{ ratings: { 'use-of-data': ready ? 'met' : 'partly' } }, seen], {
    rule: 'majority',
  });
  contestedCriteria(stemNationLeadership, [{ ratings: { 'use-of-data': ready ? 'met' : 'partly' } }, seen]);
});
