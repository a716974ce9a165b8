// The library, a part at a time, each fetched when it is first needed; and the records, each a file of its own.
import type { Framework, Rubric } from 'stem-leadership/model';

export const judging = () => import('./parts/judge.js');
export const checking = () => import('./parts/check.js');
export const advice = () => import('./parts/advice.js');
export const pictures = () => import('./parts/pictures.js');
export const reports = () => import('./parts/reports.js');
export const sheets = () => import('./parts/sheets.js');
export const agreement = () => import('./parts/agreement.js');

type Modules<T> = Record<string, () => Promise<Record<string, T>>>;
const rubricModules = import.meta.glob('../../../src/data/rubrics/*.ts') as Modules<Rubric>;
const scaleModules = import.meta.glob('../../../src/data/scales/*.ts') as Modules<Rubric['scale']>;
const frameworkModules = import.meta.glob('../../../src/data/frameworks/*.ts') as Modules<Framework>;

const idOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);

const loaded = async <T>(modules: Modules<T>, id: string): Promise<T | undefined> => {
  const load = modules[Object.keys(modules).find((path) => idOf(path) === id) ?? ''];
  return load === undefined ? undefined : Object.values(await load())[0];
};

export const shippedRubric = (id: string): Promise<Rubric | undefined> => loaded(rubricModules, id);

/** The framework of a rubric, in its edition, where it is one that ships. */
export const frameworkOf = async (rubric: Rubric): Promise<Framework | undefined> => {
  const { id, edition } = rubric.framework ?? {};
  if (id === undefined) return undefined;
  const framework = await loaded(frameworkModules, id);
  return framework?.edition === edition ? framework : undefined;
};

/** The claims about strategies, for the one element that has them. */
export const crosswalkFor = async (rubric: Rubric) => {
  if (rubric.framework?.id !== 'stem-nation-award' || rubric.framework.element !== 'leadership') return undefined;
  const { coordinatorRoleStemNationLeadership } = await import(
    'stem-leadership/crosswalks/coordinator-role--stem-nation-leadership'
  );
  return coordinatorRoleStemNationLeadership;
};

/** Every scale that ships. */
export const shippedScales = async () =>
  (await Promise.all(Object.values(scaleModules).map((load) => load()))).flatMap((module) => Object.values(module));
