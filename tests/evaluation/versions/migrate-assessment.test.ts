import { describe, expect, expectTypeOf, test } from 'vitest';
import { checkMigration, migrateAssessment } from '../../../src/evaluation/index.js';
import {
  assessmentSchemaFor,
  defineMigration,
  defineRubric,
  defineScale,
  type Migration,
  migrationSchema,
  type Rubric,
} from '../../../src/model/index.js';
import { threeLevels } from '../../support/small-rubric.js';

const twoLevels = defineScale({
  id: 'two-levels',
  label: 'Two levels',
  levels: [
    { id: 'no', label: 'No' },
    { id: 'yes', label: 'Yes' },
  ],
});

const older = defineRubric({
  id: 'clubs',
  version: '1.0.0',
  label: 'Clubs',
  notice: 'For tests.',
  scale: threeLevels,
  criteria: [
    { id: 'room', label: 'A room', weight: 1, notApplicable: 'waived' },
    { id: 'tools', label: 'Tools', weight: 1, notApplicable: 'waived', indicator: 'equipment' },
    { id: 'leader', label: 'A leader', weight: 1, scale: twoLevels },
    { id: 'deputy', label: 'A deputy', weight: 1, scale: twoLevels, notApplicable: 'waived' },
    { id: 'posters', label: 'Posters', weight: 1 },
  ],
  facts: [
    { id: 'visited', label: 'A visit' },
    { id: 'called', label: 'A call' },
    { id: 'insured', label: 'Insurance' },
    { id: 'painted', label: 'Paint' },
  ],
  scoring: { kind: 'none' },
  outcomes: [],
});

const newer = defineRubric({
  id: 'clubs',
  version: '2.0.0',
  label: 'Clubs',
  notice: 'For tests.',
  scale: twoLevels,
  criteria: [
    { id: 'place', label: 'A place', weight: 1 },
    { id: 'equipment', label: 'Equipment', weight: 1, notApplicable: 'waived', indicator: 'kit' },
    { id: 'leaders', label: 'Leaders', weight: 1, scale: threeLevels, notApplicable: 'waived' },
    { id: 'voice', label: 'Learner voice', weight: 1 },
  ],
  facts: [
    { id: 'seen', label: 'Seen' },
    { id: 'covered', label: 'Covered' },
  ],
  scoring: { kind: 'none' },
  outcomes: [],
  priorities: { atMost: 1 },
});

const migration = defineMigration(older, newer, {
  criteria: {
    room: { to: 'place', levels: { low: 'no', middle: 'ask-again', high: 'yes' } },
    tools: { to: 'equipment', levels: { low: 'no', middle: 'no', high: 'yes' } },
    leader: { to: 'leaders', levels: { no: 'low', yes: 'high' } },
    deputy: { to: 'leaders', levels: { no: 'low', yes: 'high' } },
    posters: 'dropped',
  },
  facts: { visited: 'seen', called: 'seen', insured: 'ask-again', painted: 'dropped' },
});

const migrate = (assessment: Parameters<typeof migrateAssessment<typeof older, typeof newer>>[3]) =>
  migrateAssessment(older, newer, migration, assessment);

describe('defineMigration', () => {
  test('says which rubrics it is between, and passes its schema', () => {
    expect(migration).toMatchObject({ from: { id: 'clubs', version: '1.0.0' }, to: { id: 'clubs', version: '2.0.0' } });
    expect(migrationSchema.parse(JSON.parse(JSON.stringify(migration)))).toEqual(migration);
    expect(checkMigration(older, newer, migration)).toEqual([
      {
        code: 'two-into-one',
        severity: 'warning',
        path: ['criteria', 'deputy'],
        message: '“leader” and “deputy” both become “leaders”; where their answers differ it is asked again.',
      },
    ]);
  });

  test('refuses at compile time what is missing, and what the newer rubric does not have', () => {
    const rest = {
      tools: 'ask-again',
      leader: { to: 'leaders', levels: { no: 'low', yes: 'high' } },
      deputy: 'ask-again',
      posters: 'dropped',
    } as const;
    const facts = { visited: 'seen', called: 'seen', insured: 'ask-again', painted: 'dropped' } as const;
    const room = { to: 'place', levels: { low: 'no', middle: 'no', high: 'yes' } } as const;
    expectTypeOf(defineMigration(older, newer, { criteria: { ...rest, room }, facts })).toEqualTypeOf<Migration>();
    // @ts-expect-error the criterion “room” is missing
    defineMigration(older, newer, { criteria: rest, facts });
    // @ts-expect-error the facts are missing
    defineMigration(older, newer, { criteria: { ...rest, room } });
    // @ts-expect-error the newer rubric has no criterion “rooms”
    defineMigration(older, newer, { criteria: { ...rest, room: { ...room, to: 'rooms' } }, facts });
    // @ts-expect-error the older rubric has no criterion “garden”
    defineMigration(older, newer, { criteria: { ...rest, room, garden: 'dropped' }, facts });

    const criteria = { ...rest, room } as const;
    const { insured: _, ...threeFacts } = facts;
    // @ts-expect-error the fact “insured” is missing
    defineMigration(older, newer, { criteria, facts: threeFacts });
    // @ts-expect-error the newer rubric has no fact “sighted”
    defineMigration(older, newer, { criteria, facts: { ...facts, visited: 'sighted' } });

    const levels = { low: 'no', high: 'yes' } as const;
    // @ts-expect-error the level “middle” is missing
    defineMigration(older, newer, { criteria: { ...rest, room: { to: 'place', levels } }, facts });
    const onto = { ...room.levels, high: 'high' } as const;
    // @ts-expect-error “high” is a level of another criterion’s scale
    defineMigration(older, newer, { criteria: { ...rest, room: { to: 'place', levels: onto } }, facts });
    const leader = { to: 'leaders', levels: { no: 'low', yes: 'yes' } } as const;
    // @ts-expect-error “yes” is not a level of the scale that “leaders” has for itself
    defineMigration(older, newer, { criteria: { ...criteria, leader }, facts });
  });

  test('asks for no facts where the older rubric has none', () => {
    const { criteria } = defineMigration(newer, newer, {
      criteria: { place: 'ask-again', equipment: 'ask-again', leaders: 'ask-again', voice: 'dropped' },
      facts: { seen: 'seen', covered: 'ask-again' },
    });
    expect(criteria['voice']).toBe('dropped');
    const bare = defineRubric({ ...factless, id: 'bare', scale: twoLevels });
    expect(defineMigration(bare, newer, { criteria: { room: 'dropped' } }).facts).toBeUndefined();
  });
});

const factless = {
  version: '1.0.0',
  label: 'Bare',
  notice: 'For tests.',
  criteria: [{ id: 'room', label: 'A room', weight: 1 }],
  scoring: { kind: 'none' },
  outcomes: [],
} as const;

describe('checkMigration', () => {
  const codes = (change: Partial<Migration>) =>
    checkMigration(older, newer, { ...migration, ...change })
      .filter(({ code }) => code !== 'two-into-one')
      .map(({ code, severity, path, hint }) => [code, severity, path.join('.'), ...(hint === undefined ? [] : [hint])]);
  const moving = (id: string, move: Migration['criteria'][string]) =>
    codes({ criteria: { ...migration.criteria, [id]: move } });

  test.each<[string, Partial<Migration>, unknown]>([
    ['another version at either end', { from: { id: 'clubs', version: '1.0.1' } }, [['other-rubric', 'error', 'from']]],
    ['another rubric', { to: { id: 'club', version: '2.0.0' } }, [['other-rubric', 'error', 'to']]],
    [
      'no word for a fact',
      { facts: { visited: 'seen', called: 'seen', insured: 'dropped' } },
      [['missing-fact', 'error', 'facts.painted']],
    ],
    [
      'a fact that neither has',
      { facts: { ...migration.facts, visited: 'sen', visit: 'seen' } },
      [
        ['unknown-fact', 'error', 'facts.visited', 'Is it “seen”?'],
        ['unknown-fact', 'error', 'facts.visit', 'Is it “visited”?'],
      ],
    ],
  ])('reports %s', (_, change, expected) => expect(codes(change)).toEqual(expected));

  test('reports a criterion without a word, and one that is not there', () => {
    const { room: _, ...rest } = migration.criteria;
    expect(codes({ criteria: { ...rest, rooms: 'dropped' } })).toEqual([
      [
        'missing-criterion',
        'error',
        'criteria.room',
        'Give the newer criterion and its levels, “ask-again” or “dropped”.',
      ],
      ['unknown-criterion', 'error', 'criteria.rooms', 'Is it “room”?'],
    ]);
    expect(moving('room', { to: 'plaice', levels: {} })).toEqual([
      ['unknown-criterion', 'error', 'criteria.room.to', 'Is it “place”?'],
    ]);
  });

  test('reports levels that are missing, unknown on either side, or crossed', () => {
    expect(moving('room', { to: 'place', levels: { low: 'no', midle: 'yes', high: 'yess' } })).toEqual([
      ['missing-level', 'error', 'criteria.room.levels.middle'],
      ['unknown-level', 'error', 'criteria.room.levels.midle', 'Is it “middle”?'],
      ['unknown-level', 'error', 'criteria.room.levels.high', 'Is it “yes”?'],
    ]);
    expect(moving('room', { to: 'place', levels: { low: 'yes', middle: 'ask-again', high: 'no' } })).toEqual([
      ['levels-cross', 'warning', 'criteria.room.levels'],
    ]);
  });
});

describe('migrateAssessment', () => {
  test('carries levels over, with their notes', () => {
    const { assessment, askAgain, dropped, firstAsked } = migrate({
      ratings: { room: { level: 'high', note: 'Bright.' }, tools: 'middle', leader: 'yes', deputy: 'yes' },
    });
    expect(assessment).toEqual({
      rubric: { id: 'clubs', version: '2.0.0' },
      ratings: { place: { level: 'yes', note: 'Bright.' }, equipment: 'no', leaders: 'high' },
    });
    expect([askAgain, dropped]).toEqual([[], []]);
    expect(firstAsked).toEqual(['voice']);
  });

  test('keeps who assessed what and when, and gives a valid assessment of the newer rubric', () => {
    const about = { kind: 'peer', setting: 'hilltop', assessor: 'A. Peer', date: '2026-03-02' } as const;
    const { assessment } = migrate({
      ...about,
      rubric: { id: 'clubs', version: '1.0.0' },
      ratings: { room: 'low', tools: { levels: ['low', 'high'] }, deputy: { notApplicable: 'Too small.' } },
      facts: { visited: true, called: true },
      priorities: ['posters', 'room', 'tools'],
    });
    expect(assessment).toMatchObject(about);
    expect(assessmentSchemaFor(newer).safeParse(assessment).error?.issues ?? []).toEqual([]);
    expect(assessment.ratings).toEqual({ place: 'no', equipment: { levels: ['no', 'yes'] } });
  });

  test('asks again where no newer level says the same, also for one of several assessors', () => {
    expect(migrate({ ratings: { room: 'middle' } })).toMatchObject({
      assessment: { ratings: {} },
      askAgain: [{ criterion: 'room', to: 'place', was: 'middle', because: 'level-without-match' }],
    });
    const contested = { levels: ['middle', 'high'] as const };
    expect(migrate({ ratings: { room: contested } }).askAgain).toEqual([
      { criterion: 'room', to: 'place', was: contested, because: 'level-without-match' },
    ]);
    expect(migrate({ ratings: { room: { level: 'middle', note: 'Dark.' } } }).askAgain).toEqual([
      { criterion: 'room', to: 'place', was: { level: 'middle', note: 'Dark.' }, because: 'level-without-match' },
    ]);
  });

  test('keeps not applicable where the newer rubric allows it, with its reason, and asks again elsewhere', () => {
    const away = { notApplicable: 'We meet outside.' };
    expect(migrate({ ratings: { room: away, tools: away } })).toMatchObject({
      assessment: { ratings: { equipment: away } },
      askAgain: [{ criterion: 'room', to: 'place', was: away, because: 'not-applicable-refused' }],
    });
  });

  test('drops what the map drops, and says what it was', () => {
    expect(migrate({ ratings: { posters: 'high' }, facts: { painted: true } })).toMatchObject({
      assessment: { ratings: {}, facts: {} },
      dropped: [
        { criterion: 'posters', was: 'high' },
        { fact: 'painted', was: true },
      ],
    });
  });

  test('asks again where several become one and do not say the same, or one says nothing', () => {
    const because = 'answers-differ';
    expect(migrate({ ratings: { leader: 'yes', deputy: 'no' } }).askAgain).toEqual([
      { criterion: 'leader', to: 'leaders', was: 'yes', because },
      { criterion: 'deputy', to: 'leaders', was: 'no', because },
    ]);
    // One answer differs from none: what is asked again is so because the other criterion has no answer.
    expect(migrate({ ratings: { deputy: 'no' } }).askAgain).toEqual([
      { criterion: 'deputy', to: 'leaders', was: 'no', because: 'others-unanswered' },
    ]);
    expect(migrate({ ratings: { leader: 'yes' }, facts: { visited: true, called: false } }).askAgain).toEqual([
      { criterion: 'leader', to: 'leaders', was: 'yes', because: 'others-unanswered' },
      { fact: 'visited', to: 'seen', was: true, because },
      { fact: 'called', to: 'seen', was: false, because },
    ]);
  });

  test('says of no answer that it differs where the other could not be carried over', () => {
    // The deputy was not applicable, which the newer “place” does not allow; the leader’s answer differs from nothing.
    const onto: Migration = {
      ...migration,
      criteria: {
        ...migration.criteria,
        leader: { to: 'place', levels: { no: 'no', yes: 'yes' } },
        deputy: { to: 'place', levels: { no: 'no', yes: 'yes' } },
        room: 'dropped',
      },
    };
    const away = { notApplicable: 'We are two.' };
    expect(migrateAssessment(older, newer, onto, { ratings: { leader: 'yes', deputy: away } }).askAgain).toEqual([
      { criterion: 'deputy', to: 'place', was: away, because: 'not-applicable-refused' },
      { criterion: 'leader', to: 'place', was: 'yes', because: 'others-unanswered' },
    ]);
  });

  test('takes criteria, levels and facts for what they are called, even “constructor” and “to-string”', () => {
    const names = ['constructor', 'valueof'];
    const odd = (version: string): Rubric => ({
      id: 'odd',
      version,
      label: 'Odd names',
      notice: 'For tests.',
      scale: { id: 'odd', label: 'Odd', levels: names.map((id) => ({ id, label: id })) },
      criteria: names.map((id) => ({ id, label: id, weight: 1 })),
      facts: names.map((id) => ({ id, label: id })),
      scoring: { kind: 'none' },
      outcomes: [],
    });
    const levels = { constructor: 'constructor', valueof: 'valueof' };
    const map: Migration = {
      from: { id: 'odd', version: '1.0.0' },
      to: { id: 'odd', version: '2.0.0' },
      criteria: { constructor: { to: 'constructor', levels }, valueof: { to: 'valueof', levels } },
      facts: levels,
    };
    const moved = (ratings: Record<string, string>) =>
      migrateAssessment(odd('1.0.0'), odd('2.0.0'), map, { ratings, facts: {} });
    // Nothing was said of “constructor”, so nothing is carried over, and nothing is asked again.
    expect(moved({ valueof: 'constructor' })).toMatchObject({ askAgain: [], dropped: [], firstAsked: [] });
    expect(moved({ valueof: 'constructor' }).assessment.ratings).toEqual({ valueof: 'constructor' });
    expect(moved({ constructor: 'valueof' }).assessment.ratings).toEqual({ constructor: 'valueof' });
  });

  test('keeps the first of several that say the same, and does not lose the words beside the others', () => {
    const note = { level: 'yes', note: 'Since May.' } as const;
    const reasoned = { holds: true, reason: 'By telephone.' };
    const { assessment, dropped } = migrate({
      ratings: { leader: 'yes', deputy: note },
      facts: { visited: true, called: reasoned },
    });
    expect(assessment).toMatchObject({ ratings: { leaders: 'high' }, facts: { seen: true } });
    expect(dropped).toEqual([
      { criterion: 'deputy', was: note },
      { fact: 'called', was: reasoned },
    ]);
  });

  test('asks again for a fact or criterion that the map asks again', () => {
    const asking: Migration = { ...migration, criteria: { ...migration.criteria, room: 'ask-again' } };
    const { askAgain, firstAsked } = migrateAssessment(older, newer, asking, {
      ratings: { room: 'low' },
      facts: { insured: true },
    });
    expect(askAgain).toEqual([
      { criterion: 'room', was: 'low', because: 'asked-by-the-map' },
      { fact: 'insured', was: true, because: 'asked-by-the-map' },
    ]);
    expect(firstAsked).toEqual(['place', 'voice']);
  });

  test('lets evidence support what its criterion judges now, and leaves other evidence alone', () => {
    const item = { id: 'photo', kind: 'photograph', date: '2026-03-02', shows: 'A shed.' } as const;
    const { assessment } = migrate({
      ratings: {},
      evidence: [{ ...item, supports: ['room', 'equipment', 'posters', 'elsewhere'] }],
    });
    expect(assessment.evidence).toEqual([{ ...item, supports: ['place', 'kit', 'posters', 'elsewhere'] }]);
  });

  test('carries priorities over as far as the newer rubric lets choose', () => {
    const { assessment, dropped } = migrate({ ratings: {}, priorities: ['posters', 'leader', 'deputy', 'room'] });
    expect(assessment.priorities).toEqual(['leaders']);
    expect(dropped).toEqual([{ priority: 'posters' }, { priority: 'room' }]);
  });

  test('refuses a map that is not sound, and an assessment that is not of the older rubric', () => {
    const other: Migration = { ...migration, to: { id: 'clubs', version: '3.0.0' } };
    expect(() => migrateAssessment(older, newer, other, { ratings: {} })).toThrow(
      /The map is to “clubs” 3\.0\.0, the rubric is “clubs” 2\.0\.0\. checkMigration lists them all/u,
    );
    const any: Rubric = older;
    expect(() => migrateAssessment(any, newer, migration, { ratings: { garden: 'low' } })).toThrow(
      /^migrateAssessment: there is no criterion “garden”/u,
    );
  });
});

test('of a map with many unknown names the first hundred are told the nearest right one', () => {
  const [from, to] = [older, older].map(({ id, version }) => ({ id, version }));
  const id = older.criteria[0]?.id ?? '';
  // A digit too many, somewhere in the id.
  const wrong = Array.from(id, (_, k) => k).flatMap((k) =>
    Array.from({ length: 50 }, (__, i) => `${id.slice(0, k)}${i}${id.slice(k)}`),
  );
  const criteria = Object.fromEntries([...new Set(wrong)].slice(0, 150).map((name) => [name, 'dropped']));
  const issues = checkMigration(older, older, { from, to, criteria } as Migration);
  const unknown = issues.filter(({ code }) => code === 'unknown-criterion');
  expect(unknown.length).toBe(150);
  expect(unknown.slice(0, 100).every(({ hint }) => hint === `Is it “${id}”?`)).toBe(true);
  expect(unknown.slice(100).every(({ hint }) => hint === undefined)).toBe(true);
});
