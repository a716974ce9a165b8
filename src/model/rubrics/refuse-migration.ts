import { isRecord, refuseNoRecord, refuseNoText, refuseUnknown } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';

type Fields = Readonly<Record<string, unknown>>;

/** Throws a TypeError that names what was called and the field, for what has not the shape of a migration map. */
export const refuseNoMigration = (caller: string, migration: unknown): void => {
  refuseNoRecord(caller, 'migration', migration, 'a migration map { from, to, criteria, facts }');
  refuseUnknown(caller, migration, ['id', 'from', 'to', 'criteria', 'facts', 'note'], 'migration');
  const { from, to, criteria, facts } = migration as Fields;
  for (const [name, end] of Object.entries({ from, to })) {
    refuseNoRecord(caller, `migration.${name}`, end, 'the id and version of a rubric { id, version }');
    refuseNoText(caller, `migration.${name}.id`, (end as Fields)['id']);
    refuseNoText(caller, `migration.${name}.version`, (end as Fields)['version']);
  }
  refuseNoRecord(caller, 'migration.criteria', criteria, 'an object with a word for each older criterion');
  for (const [id, move] of Object.entries(criteria as Fields)) {
    const name = `migration.criteria[“${id}”]`;
    if (move === 'ask-again' || move === 'dropped') continue;
    if (!isRecord(move)) {
      const right = 'it is { to, levels }, “ask-again” or “dropped”';
      throw new TypeError(`${caller}: ${name} is ${shownValue(move)}; ${right}`);
    }
    refuseNoText(caller, `${name}.to`, move['to']);
    refuseNoTexts(caller, `${name}.levels`, move['levels'], 'an object with the newer level for each older one');
  }
  if (facts !== undefined) {
    refuseNoTexts(caller, 'migration.facts', facts, 'an object with a word for each older fact');
  }
};

const refuseNoTexts = (caller: string, name: string, record: unknown, right: string): void => {
  refuseNoRecord(caller, name, record, right);
  for (const [key, value] of Object.entries(record as Fields)) refuseNoText(caller, `${name}[“${key}”]`, value);
};
