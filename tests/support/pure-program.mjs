// Run in a context that has nothing but ECMAScript; what it finds goes into `report`.
import { evaluate, parseArticle, parseGuidance, parseStrategies, suggestStrategies } from 'stem-leadership';
import { rubricSchema } from 'stem-leadership/model';
import { coordinatorRoleStemNationLeadership } from 'stem-leadership/crosswalks/coordinator-role--stem-nation-leadership';
import { stemNationLeadership } from 'stem-leadership/rubrics/stem-nation-leadership';

const { article, guidance } = globalThis.input;
const parsed = parseArticle(article);
const element = parseGuidance(guidance);
const read = rubricSchema.safeParse(JSON.parse(JSON.stringify(stemNationLeadership)));
const evaluation = evaluate(read.data, { ratings: { 'shared-vision': 'not-yet' } });

globalThis.report = JSON.stringify({
  title: parsed.ok ? parsed.value.title : parsed.issues,
  strategies: parsed.ok ? parseStrategies(parsed.value).value : [],
  indicators: element.ok ? element.value.lists.map((list) => list.indicators.length) : element.issues,
  verdicts: evaluation.verdicts,
  advice: suggestStrategies(evaluation, coordinatorRoleStemNationLeadership),
});
