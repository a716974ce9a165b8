// The reference, made from the docstrings: a page for each door, by TypeDoc and its Markdown plug-in.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../links.mjs';

const need = createRequire(new URL('../package.json', import.meta.url));

/** The doors with names to document: the front door and every room. */
export const rooms = readdirSync(resolve(root, 'src'))
  .filter((room) => existsSync(resolve(root, 'src', room, 'index.ts')))
  .sort();

const roomsFirst = ['model', ...rooms.filter((room) => room !== 'model')];

/** A type made from a list of ours (`(typeof CODES)[number]`) is shown as the words it allows; the list itself is no reader's business. */
const spellOut = (app, { Converter, LiteralType, ReflectionKind, UnionType }) => {
  const found = [];
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    if (reflection.kind !== ReflectionKind.TypeAlias) return;
    const node = context.getSymbolFromReflection(reflection)?.declarations?.[0]?.type;
    if (!node || !/\(typeof \w+\)\[number\]/u.test(node.getText())) return;
    const { types } = context.checker.getTypeAtLocation(node);
    if (types?.every((type) => type.isStringLiteral())) found.push([reflection, types.map(({ value }) => value)]);
  });
  // The type is set after its declaration is told of.
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, () => {
    for (const [reflection, words] of found)
      reflection.type = new UnionType(words.map((word) => new LiteralType(word)));
  });
};

/** The file of a door’s page, and what stands on top of it. */
const doorOf = (file) => {
  const name = file.replace(/\.md$/u, '');
  return name === 'index-1' ? 'front-door' : name;
};

const onTop = (door) => {
  const path = door === 'front-door' ? 'stem-leadership' : `stem-leadership/${door}`;
  return `---\nsearch: false\noutline: 3\neditLink: false\n---\n\n# ${path}\n\nMade from the docstrings; \`import { … } from '${path}'\`.\n`;
};

/** What TypeDoc wrote, as pages of the site. */
const asPages = (folder) => {
  const pages = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'index.md')) {
    const door = doorOf(file);
    const text = readFileSync(join(folder, file), 'utf8')
      .replaceAll('index-1.md', 'front-door.md')
      .replace(/^# .*\n/u, onTop(door));
    pages.set(`reference/${door}`, text);
  }
  return pages;
};

/** @param folder where TypeDoc may write */
export const makeReference = async (folder) => {
  const typedoc = await import(pathToFileURL(need.resolve('typedoc')).href);
  const { Application } = typedoc;
  const app = await Application.bootstrapWithPlugins({
    // A name is described at the first door that has it: in its room, and the front door leads there.
    entryPoints: [...roomsFirst, 'index'].map((door) =>
      resolve(root, 'src', door === 'index' ? 'index.ts' : `${door}/index.ts`),
    ),
    tsconfig: resolve(root, 'tsconfig.src.json'),
    basePath: resolve(root, 'src'),
    plugin: [need.resolve('typedoc-plugin-markdown')],
    router: 'module',
    readme: 'none',
    out: folder,
    cleanOutputDir: true,
    disableSources: true,
    disableGit: true,
    skipErrorChecking: true,
    excludeInternal: true,
    excludePrivate: true,
    hideGenerator: true,
    entryFileName: 'index',
    hidePageHeader: true,
    hideBreadcrumbs: true,
    useCodeBlocks: true,
    expandObjects: false,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    typeAliasPropertiesFormat: 'table',
    sort: ['alphabetical'],
    treatWarningsAsErrors: true,
    validation: { notExported: true, invalidLink: true, notDocumented: false },
    logLevel: 'Warn',
  });
  spellOut(app, typedoc);
  const project = await app.convert();
  if (!project) throw new Error('TypeDoc could not read the sources');
  app.validate(project);
  await app.generateOutputs(project);
  if (app.logger.hasWarnings() || app.logger.hasErrors()) throw new Error('the reference has warnings, above');
  return asPages(folder);
};
