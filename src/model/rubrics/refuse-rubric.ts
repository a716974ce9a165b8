import { isIt, nearestName } from '../../common/nearest-name.js';
import { own } from '../../common/own.js';
import { isRecord } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';
import { SCORING_FIELDS } from './rubric.js';
import { RULE_FIELDS, type RuleKind } from './rule.js';

type Fields = Readonly<Record<string, unknown>>;

/** Refuses one field of a value, saying what was called, which field it is, what it got and what is right. */
type Refuse = (path: string, got: unknown, right: string) => never;

const refuser =
  (caller: string, hint = ''): Refuse =>
  (path, got, right) => {
    throw new TypeError(`${caller}: ${path} is ${shownValue(got)}; it is ${right}${hint}`);
  };

/** Where a value has no such field: the field it has that might be meant. */
const misspelt = (record: Fields, key: string, known: readonly string[]): string => {
  const others = Object.keys(record).filter((name) => !known.includes(name));
  const near = nearestName(key, others.slice(0, 20));
  return near === undefined ? '' : `; is it called “${near}”?`;
};

/** Rules nested deeper than this are refused here and by `rubricSchema`. */
const DEEPEST = 64;
/** More rules than this are in no rubric that was written; a rule object that is used again and again counts each time. */
const MOST_RULES = 1_000_000;

const RUBRIC_FIELDS = [
  'id',
  'version',
  'label',
  'language',
  'framework',
  'scale',
  'groups',
  'groupWord',
  'criteria',
  'facts',
  'scoring',
  'bands',
  'outcomes',
  'obligations',
  'priorities',
  'examples',
  'sources',
  'notice',
];

/**
 * Throws a TypeError that names what was called and the field, for what has not the shape of a rubric: a host in JavaScript, or one that
 * skipped `rubricSchema`, hears of it in words. Looks at what evaluating reads, once, and loads no schema. Names that do not fit together
 * are for `rubricSchema`, which lists everything.
 */
export const refuseNoRubric = (caller: string, name: string, rubric: unknown): void => {
  const refuse = refuser(caller, '; rubricSchema.safeParse lists everything that is wrong with a rubric');
  if (!isRecord(rubric)) {
    const hint = typeof rubric === 'string' ? ', the record itself and not its id' : '';
    throw new TypeError(
      `${caller}: ${name} is ${shownValue(rubric)}; it is a rubric with id, version, scale, criteria, scoring and outcomes${hint}`,
    );
  }
  for (const key of ['id', 'version', 'scale', 'criteria', 'scoring', 'outcomes']) {
    if (own(rubric, key) === undefined) {
      throw new TypeError(
        `${caller}: ${name} has no ${key}${misspelt(rubric, key, RUBRIC_FIELDS)}; it is a rubric with id, version, scale, criteria, scoring and outcomes`,
      );
    }
  }
  text(refuse, rubric, 'id', name);
  text(refuse, rubric, 'version', name);
  scale(refuse, rubric['scale'], `${name}.scale`);
  each(refuse, rubric['criteria'], `${name}.criteria`, 'criteria', (criterion, path) => {
    text(refuse, criterion, 'id', path);
    text(refuse, criterion, 'label', path);
    if (!isCount(criterion['weight'])) {
      refuse(`${path}.weight`, criterion['weight'], 'a whole number from 1');
    }
    for (const key of ['indicator', 'group', 'notApplicable']) text(refuse, criterion, key, path, true);
    if (criterion['scale'] !== undefined) scale(refuse, criterion['scale'], `${path}.scale`);
    if (criterion['measure'] !== undefined) measure(caller, refuse, criterion['measure'], `${path}.measure`);
    if (criterion['tags'] !== undefined) texts(refuse, criterion['tags'], `${path}.tags`);
  });
  for (const key of ['groups', 'facts', 'bands', 'obligations']) {
    if (rubric[key] === undefined) continue;
    each(refuse, rubric[key], `${name}.${key}`, key, (item, path) => {
      text(refuse, item, 'id', path);
      text(refuse, item, 'label', path);
      if (key === 'bands') fraction(refuse, item['from'], `${path}.from`);
      if (key === 'bands' && item['below'] !== undefined) fraction(refuse, item['below'], `${path}.below`);
      if (key !== 'obligations') return;
      const { when } = item;
      if (!isRecord(when)) return refuse(`${path}.when`, when, 'an object { level }');
      text(refuse, when, 'level', `${path}.when`);
      selector(refuse, when['of'], `${path}.when.of`);
    });
  }
  const { scoring } = rubric;
  if (!isRecord(scoring)) return refuse(`${name}.scoring`, scoring, 'an object { kind }');
  kind(caller, scoring, `${name}.scoring`, 'scoring', Object.keys(SCORING_FIELDS));
  selector(refuse, scoring['of'], `${name}.scoring.of`);
  const asked: readonly string[] = SCORING_FIELDS[scoring['kind'] as keyof typeof SCORING_FIELDS];
  if (asked.includes('level')) text(refuse, scoring, 'level', `${name}.scoring`);
  const rules: [unknown, string, number][] = [];
  if (scoring['kind'] === 'count-groups') rules.push([scoring['rule'], `${name}.scoring.rule`, 1]);
  each(refuse, rubric['outcomes'], `${name}.outcomes`, 'outcomes', (outcome, path) => {
    text(refuse, outcome, 'id', path);
    text(refuse, outcome, 'label', path);
    rules.push([outcome['rule'], `${path}.rule`, 1]);
  });
  lookAtRules(caller, refuse, rules, name);
};

/** Goes through rules without recursion, so that depth cannot overflow the stack. */
const lookAtRules = (caller: string, refuse: Refuse, open: [unknown, string, number][], name: string): void => {
  let seen = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [rule, path, depth] = next;
    if (depth > DEEPEST) throw new RangeError(`${caller}: the rules of ${name} nest deeper than ${DEEPEST} levels`);
    if (++seen > MOST_RULES) throw new RangeError(`${caller}: ${name} has more than ${MOST_RULES} rules`);
    if (!isRecord(rule)) return refuse(path, rule, 'a rule, an object { kind }');
    kind(caller, rule, path, 'rule', Object.keys(RULE_FIELDS));
    const fields = RULE_FIELDS[rule['kind'] as RuleKind];
    for (const field of fields) {
      const at = `${path}.${field}`;
      switch (field) {
        case 'level':
        case 'criterion':
        case 'outcome':
        case 'fact':
        case 'band':
          text(refuse, rule, field, path);
          break;
        case 'count':
          if (!isCount(rule['atLeast'])) refuse(`${path}.atLeast`, rule['atLeast'], 'a whole number from 1');
          break;
        case 'numerator':
        case 'denominator':
        case 'fewerThan':
          if (!isCount(rule[field])) refuse(at, rule[field], 'a whole number from 1');
          break;
        case 'threshold':
          fraction(refuse, rule['atLeast'], `${path}.atLeast`);
          break;
        case 'of':
          selector(refuse, rule['of'], at);
          break;
        case 'groups':
          if (rule['groups'] !== undefined) texts(refuse, rule['groups'], at);
          break;
        case 'rules':
          if (!Array.isArray(rule['rules'])) return refuse(at, rule['rules'], 'a list of rules');
          for (let i = 0; i < rule['rules'].length; i++) open.push([rule['rules'][i], `${at}[${i}]`, depth + 1]);
          break;
        case 'rule':
        case 'then':
        case 'otherwise':
          open.push([rule[field], at, depth + 1]);
          break;
      }
    }
  }
};

const kind = (caller: string, value: Fields, path: string, what: string, known: readonly string[]): void => {
  const given = own(value, 'kind');
  if (known.includes(given as string)) return;
  if (typeof given === 'string') {
    const help = isIt(given, known);
    throw new RangeError(
      `${caller}: ${path}.kind is ${shownValue(given)}${help || `; the kinds of ${what} are ${known.join(', ')}`}`,
    );
  }
  throw new TypeError(`${caller}: ${path}.kind is ${shownValue(given)}; the kinds of ${what} are ${known.join(', ')}`);
};

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 1;

const text = (refuse: Refuse, record: Fields, key: string, path: string, mayBeLeftOut = false): void => {
  const value = own(record, key);
  if (typeof value === 'string' || (mayBeLeftOut && value === undefined)) return;
  refuse(`${path}.${key}`, value, 'a string');
};

const texts = (refuse: Refuse, value: unknown, path: string): void => {
  if (!Array.isArray(value)) return refuse(path, value, 'a list of ids');
  const wrong = value.findIndex((one) => typeof one !== 'string');
  if (wrong >= 0) refuse(`${path}[${wrong}]`, value[wrong], 'a string');
};

const each = (
  refuse: Refuse,
  list: unknown,
  path: string,
  what: string,
  look: (item: Fields, path: string) => void,
): void => {
  if (!Array.isArray(list)) return refuse(path, list, `a list of ${what}`);
  for (let at = 0; at < list.length; at++) {
    const item: unknown = list[at];
    if (!isRecord(item)) refuse(`${path}[${at}]`, item, `one of the ${what}, an object with an id`);
    else look(item, `${path}[${at}]`);
  }
};

const scale = (refuse: Refuse, value: unknown, path: string): void => {
  if (!isRecord(value)) return refuse(path, value, 'a scale, an object { levels }');
  each(refuse, value['levels'], `${path}.levels`, 'levels', (level, at) => {
    text(refuse, level, 'id', at);
    text(refuse, level, 'label', at);
    const { points } = level;
    if (points !== undefined && !Number.isSafeInteger(points)) refuse(`${at}.points`, points, 'a whole number from 0');
  });
};

const measure = (caller: string, refuse: Refuse, value: unknown, path: string): void => {
  if (!isRecord(value)) return refuse(path, value, 'a measure, an object { kind, steps }');
  kind(caller, value, path, 'measure', ['thresholds', 'features']);
  const isShare = value['kind'] === 'thresholds';
  if (isShare) text(refuse, value, 'requires', path, true);
  else each(refuse, value['features'], `${path}.features`, 'features', (one, at) => text(refuse, one, 'id', at));
  each(refuse, value['steps'], `${path}.steps`, 'steps', (step, at) => {
    text(refuse, step, 'level', at);
    if (isShare) fraction(refuse, step['atLeast'], `${at}.atLeast`);
    else if (!isCount(step['atLeast'])) refuse(`${at}.atLeast`, step['atLeast'], 'a whole number from 1');
  });
};

const selector = (refuse: Refuse, value: unknown, path: string): void => {
  if (value === undefined) return;
  if (!isRecord(value)) return refuse(path, value, 'a selector { group, tag, criteria }');
  text(refuse, value, 'group', path, true);
  text(refuse, value, 'tag', path, true);
  if (value['criteria'] !== undefined) texts(refuse, value['criteria'], `${path}.criteria`);
};

const fraction = (refuse: Refuse, value: unknown, path: string): void => {
  const right = 'a fraction { numerator, denominator } of whole numbers, the denominator from 1';
  if (!isRecord(value)) return refuse(path, value, right);
  if (Number.isSafeInteger(value['numerator']) && isCount(value['denominator'])) return;
  refuse(path, value, right);
};
