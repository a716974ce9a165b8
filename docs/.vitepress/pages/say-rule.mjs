// A rule in words, as a list that a reader can follow: what the record holds as data.
/** Text of a record as Markdown that shows it as it is, also to the site's template language. */
export const shown = (text) =>
  String(text)
    .replaceAll(/[\\`*_[\]#|~]/gu, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('{', '&#123;')
    .replaceAll('\n', ' ');

const labelIn = (list, id) => list?.find((one) => one.id === id)?.label ?? id;
const quoted = (text) => `“${text}”`;

const levelLabel = (rubric, id) => {
  const scales = [rubric.scale, ...rubric.criteria.flatMap(({ scale }) => scale ?? [])];
  return quoted(labelIn(scales.find(({ levels }) => levels.some((level) => level.id === id))?.levels, id));
};

const listed = (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`);

/** Which criteria are meant: *the criteria of “Leadership”*. */
const which = (rubric, of, inGroup) => {
  const parts = [];
  if (of?.group !== undefined) parts.push(`of ${quoted(labelIn(rubric.groups, of.group))}`);
  if (of?.tag !== undefined) parts.push(`marked ${quoted(of.tag)}`);
  if (of?.criteria) parts.push(`among ${listed(of.criteria.map((id) => quoted(labelIn(rubric.criteria, id))))}`);
  if (inGroup) parts.push(`in it`);
  return parts.length === 0 ? 'criteria' : `criteria ${parts.join(' ')}`;
};

/** @returns a sentence, and the sentences of the rules inside it */
export const ruleInWords = (rubric, rule, inGroup = false) => {
  const of = which(rubric, rule.of, inGroup);
  const level = rule.level === undefined ? '' : levelLabel(rubric, rule.level);
  const inner = (...rules) => rules.map((one) => ruleInWords(rubric, one, inGroup));
  const groupWord = rubric.groupWord ?? { one: 'group', many: 'groups' };
  const groups = rule.groups ? listed(rule.groups.map((id) => quoted(labelIn(rubric.groups, id)))) : '';
  switch (rule.kind) {
    case 'at-least':
      return { text: `${quoted(labelIn(rubric.criteria, rule.criterion))} is at least ${level}`, rules: [] };
    case 'every':
      return { text: `all ${of} are at least ${level}`, rules: [] };
    case 'some':
      return { text: `one or more of the ${of} are at least ${level}`, rules: [] };
    case 'count':
      return { text: `${rule.atLeast} or more of the ${of} are at least ${level}`, rules: [] };
    case 'share':
      return {
        text: `${rule.numerator} of ${rule.denominator}, or a greater share, of the ${of} are at least ${level}`,
        rules: [],
      };
    case 'lower-median':
      return { text: `more than half of the ${of} are at least ${level}`, rules: [] };
    case 'minimum':
      return { text: `the lowest of the ${of} is at least ${level}`, rules: [] };
    case 'evidence':
      return { text: `each of the ${of} has ${rule.atLeast} or more items of evidence`, rules: [] };
    case 'every-group':
      return {
        text: `in ${groups === '' ? `every ${groupWord.one}` : `each of ${groups}`}:`,
        rules: [ruleInWords(rubric, rule.rule, true)],
      };
    case 'count-groups':
      return {
        text: `in ${rule.atLeast} or more ${groupWord.many}${groups === '' ? '' : ` among ${groups}`}:`,
        rules: [ruleInWords(rubric, rule.rule, true)],
      };
    case 'when-count':
      return {
        text: `where fewer than ${rule.fewerThan} of the ${of} apply, the first of these, otherwise the second:`,
        rules: inner(rule.then, rule.otherwise),
      };
    case 'score':
      return {
        text: `the score is at least ${rule.atLeast.numerator}/${rule.atLeast.denominator}`.replace(/\/1$/u, ''),
        rules: [],
      };
    case 'band':
      return {
        text: `the score lies in the band ${quoted(labelIn(rubric.bands, rule.band))} or a higher one`,
        rules: [],
      };
    case 'achieves':
      return { text: `the outcome ${quoted(labelIn(rubric.outcomes, rule.outcome))} is met`, rules: [] };
    case 'attested':
      return { text: `somebody attests: ${quoted(labelIn(rubric.facts, rule.fact))}`, rules: [] };
    case 'all':
      return { text: 'all of these hold:', rules: inner(...rule.rules) };
    case 'any':
      return { text: 'one or more of these hold:', rules: inner(...rule.rules) };
    case 'at-least-n':
      return { text: `${rule.atLeast} or more of these hold:`, rules: inner(...rule.rules) };
    default:
      throw new Error(`no words for a rule of kind ${rule.kind}`);
  }
};

export const ruleList = (rubric, rule) => {
  const lines = (said, depth) => [
    `${'  '.repeat(depth)}- ${shown(said.text)}`,
    ...said.rules.flatMap((one) => lines(one, depth + 1)),
  ];
  return lines(ruleInWords(rubric, rule), 0).join('\n');
};
