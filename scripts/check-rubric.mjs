// Checks rubrics one by one, straight from their source, and says what to do: `npm run check:rubric -- ID [ID …]`.
// Each answer names the file and the line, also in the scale and the framework that the rubric uses. A rubric without faults is ready for
// `npm test`.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import ts from 'typescript';
import { exportNameOf, fileOf, isId } from './rubric-files.mjs';

const run = promisify(execFile);

const recordsIn = (root, kind) => {
  const folder = join(root, 'src/data', kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
};

/** The source of one record: what it imports and exports, and on which line something of it stands. */
const sourceOf = (root, file) => {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const imports = [];
  const exported = [];
  let literal;
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const typeOnly = statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      imports.push({ specifier: statement.moduleSpecifier.text, typeOnly, line: lineOf(statement) });
    }
    const isExported = ts.canHaveModifiers(statement)
      ? (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      : false;
    if (ts.isExportAssignment(statement)) exported.push({ name: 'default', line: lineOf(statement) });
    if (ts.isExportDeclaration(statement)) exported.push({ name: statement.getText(source), line: lineOf(statement) });
    if (!ts.isVariableStatement(statement)) {
      if (isExported) exported.push({ name: statement.name?.getText(source) ?? 'default', line: lineOf(statement) });
      continue;
    }
    for (const declared of statement.declarationList.declarations) {
      if (!isExported) continue;
      exported.push({ name: declared.name.getText(source), line: lineOf(statement) });
      const call = declared.initializer;
      if (call && ts.isCallExpression(call) && call.arguments[0]) literal ??= call.arguments[0];
    }
  }
  /** The line of the innermost part of a path that is written in this file. */
  const lineAt = (path) => {
    let node = literal;
    let line = node ? lineOf(node) : 1;
    for (const key of path) {
      if (node && ts.isObjectLiteralExpression(node)) {
        const property = node.properties.find(
          ({ name }) => name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text === String(key),
        );
        if (!property) break;
        line = lineOf(property);
        node = property.initializer;
      } else if (node && ts.isArrayLiteralExpression(node) && node.elements[Number(key)]) {
        node = node.elements[Number(key)];
        line = lineOf(node);
      } else break;
    }
    return line;
  };
  /** The text written at a path, where it is a literal. */
  const lookUp = (path) => {
    const found = path.reduce(
      (node, key) =>
        node && ts.isObjectLiteralExpression(node)
          ? node.properties.find(({ name }) => name?.getText(source) === key)?.initializer
          : undefined,
      literal,
    );
    return found && ts.isStringLiteral(found) ? found.text : undefined;
  };
  const broken = source.parseDiagnostics.map(({ start, messageText }) => ({
    line: source.getLineAndCharacterOfPosition(start).line + 1,
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
  }));
  return { imports, exported, lineAt, lookUp, broken };
};

/** The records that a record imports, as files from the root. */
const importedRecords = ({ imports }) =>
  imports
    .map(({ specifier }) => posix.normalize(posix.join('src/data/rubrics', specifier)).replace(/\.js$/u, '.ts'))
    .filter((file) => file.startsWith('src/data/'));

const frameworkFileOf = (id) => `src/data/frameworks/${id}.ts`;

/** What the compiler says of some files, each with its line; only the first sentence, which names what is wrong. */
const compilerFaults = async (root, files) => {
  const options = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')).compilerOptions;
  const flags = Object.entries({ ...options, declaration: false, sourceMap: false, types: '' }).flatMap(
    ([key, value]) => [`--${key}`, Array.isArray(value) ? value.join(',') : String(value)],
  );
  const compiler = join(root, 'node_modules/.bin/tsc');
  const printed = await run(process.execPath, [compiler, '--ignoreConfig', '--pretty', 'false', ...flags, ...files], {
    cwd: root,
    maxBuffer: 1e9,
  }).then(
    () => '',
    ({ stdout, stderr }) => stdout || stderr,
  );
  const faults = [];
  for (const line of printed.split('\n')) {
    const [, file, at, message] = /^(\S.*?)\((\d+),\d+\): error TS\d+: (.*)$/u.exec(line) ?? [];
    if (file) faults.push({ file: file.replaceAll('\\', '/'), line: Number(at), message });
    else if (line.startsWith('error')) faults.push({ file: '', line: 0, message: line });
  }
  return faults;
};

const shorten = (text, most = 300) => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/** Those of which the name is part, or that are part of it. */
const alike = (name, known) => known.filter((one) => one.includes(name) || name.includes(one));

/** What the bundler says of an import that leads nowhere, with the record that was meant where one is called nearly so. */
const bundlerFault = (root, text) => {
  const [, kind, name] = /^Could not resolve "\.\.\/([a-z-]+)\/(.+?)(?:\.[jt]s)?"$/u.exec(text) ?? [];
  if (kind === undefined) return { message: shorten(text) };
  const message = `there is no record src/data/${kind}/${name}.ts`;
  const known = recordsIn(root, kind);
  const near = alike(name, known);
  if (near.length > 0) return { message, hint: `the nearest is ${near.join(' or ')}` };
  return { message, hint: known.length > 0 ? `those there are: ${known.join(', ')}` : undefined };
};

/**
 * The library and all records that can be read, from their source, without a build; and, by file, what is wrong with those that cannot. One
 * that cannot be read is left out, with the rubrics that import it, so that it does not hide the faults of others.
 */
const load = async (root, rubrics, unread = new Map()) => {
  const loaders = (kind, ids) => {
    const readable = ids.filter((id) => !unread.has(`src/data/${kind}/${id}.ts`));
    return `{ ${readable.map((id) => `'${id}': () => import('./src/data/${kind}/${id}.ts')`).join(', ')} }`;
  };
  const leansOnUnread = (id) => importedRecords(sourceOf(root, fileOf(id))).some((file) => unread.has(file));
  const readable = unread.size === 0 ? rubrics : rubrics.filter((id) => !leansOnUnread(id));
  const contents = `
    export { checkRubric, proveRubric } from './src/evaluation/index.ts';
    export { frameworkSchema, rubricSchema } from './src/model/index.ts';
    export { plainIssue } from './src/model/shared/plain-issue.ts';
    export { isIt } from './src/common/nearest-name.ts';
    export const rubrics = ${loaders('rubrics', readable)};
    export const scales = ${loaders('scales', recordsIn(root, 'scales'))};
    export const frameworks = ${loaders('frameworks', recordsIn(root, 'frameworks'))};
  `;
  try {
    const { outputFiles } = await esbuild.build({
      stdin: { contents, resolveDir: root, loader: 'ts' },
      absWorkingDir: root,
      bundle: true,
      format: 'esm',
      platform: 'node',
      write: false,
      logLevel: 'silent',
    });
    const code = Buffer.from(outputFiles[0].contents).toString('base64');
    return { library: await import(`data:text/javascript;base64,${code}`), unread };
  } catch (error) {
    const found = (error.errors ?? []).flatMap(({ text, location }) => {
      const file = location?.file;
      return file?.startsWith('src/data/') ? [{ file, line: location.line, ...bundlerFault(root, text) }] : [];
    });
    // The fault is not in a record: whoever works on the library sees it as it is.
    if (found.length === 0 || found.some(({ file }) => unread.has(file))) throw error;
    const more = new Map(unread);
    for (const fault of found) more.set(fault.file, [...(more.get(fault.file) ?? []), fault]);
    return load(root, rubrics, more);
  }
};

/** Records of a kind, by id. */
const recordsOf = async (loaders) => {
  const modules = await Promise.all(Object.values(loaders).map((one) => one().catch(() => ({}))));
  return new Map(modules.flatMap((module) => Object.values(module)).map((record) => [record?.id, record]));
};

const RIGHT = {
  'criteria[].weight': 'a whole number from 1',
  version: 'three whole numbers joined by dots, such as 1.0.0',
  'sources[].read': 'the day you read it, written year-month-day, such as 2026-03-02',
};

/** The fields that some records have, by path: `criteria[].weight` stands under `criteria[]`. The nearest of them is named for a mistyped one. */
const fieldsOf = (records) => {
  const fields = {};
  const walk = (value, path) => {
    if (Array.isArray(value)) for (const one of value) walk(one, `${path}[]`);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      (fields[path] ??= new Set()).add(key);
      walk(inner, path === '' ? key : `${path}.${key}`);
    }
  };
  for (const record of records) walk(record, '');
  return Object.fromEntries(Object.entries(fields).map(([path, names]) => [path, [...names]]));
};

/** What a record may not import. */
const importFaults = (kind, source) =>
  source.imports.flatMap(({ specifier, typeOnly, line }) => {
    const target = posix.normalize(posix.join('src/data', kind, specifier));
    const isRecord = /^src\/data\/[a-z-]+\/[^/]+\.js$/u.test(target);
    if (specifier.startsWith('.') && (target === 'src/model/define.js' || isRecord)) return [];
    if (typeOnly && target.startsWith('src/model/')) return [];
    const message = `imports from '${specifier}'; a record imports only the define file and other records`;
    const define = "write `from '../../model/define.js'` for ";
    const hint =
      kind === 'rubrics'
        ? `${define}defineRubric, and \`from '../scales/<id>.js'\` for a scale`
        : `${define}defineFramework`;
    return [{ line, message, hint }];
  });

/** What is wrong with the source of a rubric, before anything of it is run. */
const placeFaults = (id, source) => {
  const faults = [];
  const name = exportNameOf(id);
  const [first, ...more] = source.exported;
  if (!first)
    faults.push({ line: 1, message: 'exports nothing', hint: `write \`export const ${name} = defineRubric({ … });\`` });
  else if (first.name !== name) {
    faults.push({
      line: first.line,
      message: `exports ${shorten(first.name, 60)}; a record is exported by the name of its file in camelCase`,
      hint: `write \`export const ${name} = …\``,
    });
  }
  for (const { name: other, line } of more) {
    faults.push({
      line,
      message: `exports ${shorten(other, 60)} too; a record has one export`,
      hint: 'take away the word `export`, or move it to a file of its own',
    });
  }
  return [...faults, ...importFaults('rubrics', source)];
};

/** What is wrong with a record that could be loaded. */
const recordFaults = ({ id, rubric, others, library, frameworks, scales, idsOf, unread }) => {
  if (typeof rubric !== 'object' || rubric === null) return [];
  const faults = [];
  const wrong = (path, message, hint) => faults.push({ path, message, hint });
  if (rubric.id !== id) {
    const twin = (idsOf.get(rubric.id) ?? []).find((other) => other !== id);
    const whose = twin ? `that of ${fileOf(twin)}` : 'not the name of the file';
    wrong(['id'], `the id is “${rubric.id}”, ${whose}; each rubric has the name of its own file`, `write id: '${id}'`);
  }
  const parsed = library.rubricSchema.safeParse(rubric);
  if (!parsed.success) {
    const words = { whole: 'the rubric', right: RIGHT, fields: fieldsOf(others) };
    for (const issue of parsed.error.issues) {
      for (const { path, message } of library.plainIssue(issue, rubric, words))
        wrong(path, message, message.includes(' is listed twice') ? 'give one of the two an id of its own' : undefined);
    }
    return faults;
  }
  (rubric.sources ?? []).forEach(({ url, read }, at) => {
    if (!/^https?:\/\/[^\s/]+/u.test(url)) wrong(['sources', at, 'url'], `“${url}” is no address`, 'write https://…');
    const day = new Date(`${read}T00:00:00Z`);
    if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== read)
      wrong(['sources', at, 'read'], `“${read}” is no day`, `it is ${RIGHT['sources[].read']}`);
  });
  if (!(rubric.sources?.length > 0) && rubric.outcomes.some(({ origin }) => origin !== 'project'))
    wrong(
      ['sources'],
      'has no sources, and an outcome that is not the project’s own',
      "give `sources`, or `origin: 'project'`",
    );
  const recorded = scales.get(rubric.scale.id);
  if (recorded && JSON.stringify(recorded) !== JSON.stringify(rubric.scale))
    wrong(
      ['scale'],
      `the scale “${rubric.scale.id}” differs from its record`,
      `import it from '../scales/${rubric.scale.id}.js'`,
    );
  if (rubric.framework) {
    const { id: named, edition, element } = rubric.framework;
    const framework = frameworks.get(named);
    const elements = framework?.elements.map((one) => one.id) ?? [];
    if (!framework) {
      // What cannot be read is told where it stands.
      if (!unread.has(frameworkFileOf(named)) && !Object.hasOwn(library.frameworks, named))
        wrong(
          ['framework', 'id'],
          `there is no framework “${named}”${library.isIt(named, [...frameworks.keys()])}`,
          'add it under src/data/frameworks, or leave `framework` out',
        );
    } else if (framework.edition !== edition)
      wrong(
        ['framework', 'edition'],
        `the edition is “${edition}”; the framework here is “${framework.edition}”`,
        `write edition: '${framework.edition}'`,
      );
    else if (element !== undefined && !elements.includes(element))
      wrong(
        ['framework', 'element'],
        `“${named}” has no element “${element}”${library.isIt(element, elements)}`,
        `its elements are ${elements.join(', ')}`,
      );
    else {
      const known = framework.elements
        .filter((one) => element === undefined || one.id === element)
        .flatMap(({ indicators }) => indicators.map((one) => one.id));
      rubric.criteria.forEach(({ id: own, indicator }, at) => {
        const name = indicator ?? own;
        if (known.includes(name)) return;
        wrong(
          ['criteria', at, indicator === undefined ? 'id' : 'indicator'],
          `the framework has no indicator “${name}”${library.isIt(name, known)}`,
          'name it with `indicator: …`, or add it to the framework',
        );
      });
    }
  }
  for (const { severity, path, message, hint } of library.checkRubric(rubric)) {
    if (severity !== 'info') wrong(path, message, hint);
  }
  if (rubric.outcomes.length > 0) {
    const examples = rubric.examples ?? [];
    const shown = new Set(examples.flatMap((one) => Object.values(one.expect.outcomes ?? {})));
    const missing = ['met', 'not-yet-met', 'undecided'].filter((verdict) => !shown.has(verdict));
    if (missing.length > 0)
      wrong(
        ['examples'],
        `has ${examples.length} worked example${examples.length === 1 ? '' : 's'}, and none in which an outcome is ${missing.join(', and none in which one is ')}`,
        `add an example that expects ${missing.map((one) => `'${one}'`).join(', one that expects ')}`,
      );
  }
  if (faults.length > 0) return faults;
  // The same properties as tests/data.test.ts, in fewer states where there are too many to see them all.
  const proof = library.proveRubric(rubric, { mostStates: 200_000, samples: 5_000 });
  for (const { property, holds, counterexample } of proof.properties) {
    if (holds) continue;
    const shown = counterexample
      ? `: ${counterexample.message}; see ${shorten(JSON.stringify(counterexample.assessments))}`
      : '';
    wrong(
      [],
      `does not keep the promise “${property}”${shown}`,
      'docs/rubrics.md says what is promised; change the rule that breaks it',
    );
  }
  return faults;
};

/** What is wrong with the framework that a rubric judges, in its own file. */
const frameworkFaults = ({ root, id, framework, frameworks, library }) => {
  const file = frameworkFileOf(id);
  if (!existsSync(join(root, file))) return [];
  const source = sourceOf(root, file);
  const faults = [...source.broken, ...importFaults('frameworks', source)].map((one) => ({ file, ...one }));
  const wrong = (path, message, hint) => faults.push({ file, line: source.lineAt(path), message, hint });
  if (!framework) return faults;
  const name = `${exportNameOf(id)}Framework`;
  const [first] = source.exported;
  if (first && first.name !== name)
    faults.push({
      file,
      line: first.line,
      message: `exports ${shorten(first.name, 60)}; a framework is exported by the name of its file in camelCase, with Framework after it`,
      hint: `write \`export const ${name} = …\``,
    });
  if (framework.id !== id) wrong(['id'], `the id is “${framework.id}”, not the name of the file`, `write id: '${id}'`);
  const parsed = library.frameworkSchema.safeParse(framework);
  if (!parsed.success) {
    const others = [...frameworks.values()].filter((one) => one !== framework);
    const words = { whole: 'the framework', right: RIGHT, fields: fieldsOf(others) };
    for (const issue of parsed.error.issues) {
      for (const { path, message } of library.plainIssue(issue, framework, words)) wrong(path, message);
    }
    return faults;
  }
  if (framework.checked === undefined)
    wrong(
      [],
      'does not say when somebody last looked whether it is current',
      "give the day: checked: '<year-month-day>'",
    );
  for (const [field, back] of [
    ['supersedes', 'supersededBy'],
    ['supersededBy', 'supersedes'],
  ]) {
    const other = framework[field] && frameworks.get(framework[field].id);
    if (!other || (other[back]?.id === id && other[back].edition === framework.edition)) continue;
    // One edition may take the place of several: it names the latest of them, which names it in turn.
    if (field === 'supersededBy' && frameworks.get(other[back]?.id)?.[field]?.id === other.id) continue;
    wrong(
      [field],
      `${field} names “${other.id}”, which does not name this edition in its ${back}`,
      `write ${back}: { id: '${id}', edition: '${framework.edition}' } in ${frameworkFileOf(other.id)}`,
    );
  }
  return faults;
};

/** For each rubric, its faults: file, line, what is wrong, and what to write instead where that is known. */
export const checkRubrics = async (root, ids) => {
  const known = recordsIn(root, 'rubrics');
  const present = ids.filter((id) => known.includes(id));
  const sources = new Map(present.map((id) => [id, sourceOf(root, fileOf(id))]));
  // The compiler looks at types only where all it is given can be read, so what cannot be is kept from it, with what imports it.
  const isThere = (file) => existsSync(join(root, file));
  const isBroken = (file) => isThere(file) && sourceOf(root, file).broken.length > 0;
  const sound = present.filter(
    (id) => sources.get(id).broken.length === 0 && importedRecords(sources.get(id)).every((file) => !isBroken(file)),
  );
  const named = sound.map((id) => frameworkFileOf(sources.get(id).lookUp(['framework', 'id']) ?? id));
  const own = [...sound.map(fileOf), ...new Set(named.filter((file) => isThere(file) && !isBroken(file)))];
  const compiling = sound.length > 0 ? compilerFaults(root, own) : [];
  const { library, unread } = await load(root, known);
  const [frameworks, scales] = [await recordsOf(library.frameworks), await recordsOf(library.scales)];
  const idsOf = new Map();
  const rubrics = [];
  for (const [file, loader] of Object.entries(library.rubrics)) {
    for (const record of Object.values(await loader().catch(() => ({})))) {
      rubrics.push(record);
      idsOf.set(record?.id, [...(idsOf.get(record?.id) ?? []), file]);
    }
  }
  const compiler = await compiling;
  const answers = [];
  for (const id of ids) {
    const file = fileOf(id);
    const source = sources.get(id);
    if (!source) {
      const near = alike(id, known);
      const meant = near.length > 0 ? `; is it ${near.join(' or ')}?` : library.isIt(id, known);
      const hint = `\`npm run new:rubric -- ${isId(id) ? id : 'your-id'} "Its name"\` makes a new one`;
      answers.push({ id, faults: [{ file, line: 0, message: `there is no such file${meant}`, hint }] });
      continue;
    }
    let faults = source.broken.map((one) => ({
      ...one,
      hint: 'mend the spelling first: the rest is looked at once the file can be read',
    }));
    if (!isId(id))
      faults.push({
        line: 1,
        message: `the file is called ${id}.ts`,
        hint: 'call it by lower-case words joined by hyphens',
      });
    const leansOn = importedRecords(source);
    if (source.broken.length === 0) {
      const framework = source.lookUp(['framework', 'id']);
      if (framework) leansOn.push(frameworkFileOf(framework));
      const places = placeFaults(id, source);
      // Where an import is from the wrong place, that it leads nowhere says nothing more.
      const isNew = (one) => !(one.file === file && places.some(({ line }) => line === one.line));
      faults.push(...places, ...[file, ...leansOn].flatMap((one) => unread.get(one) ?? []).filter(isNew));
      if (framework && !unread.has(frameworkFileOf(framework))) {
        // One with another id than its file's is looked for by the file.
        const byFile = await recordsOf(
          Object.hasOwn(library.frameworks, framework) ? [library.frameworks[framework]] : [],
        );
        const record = frameworks.get(framework) ?? [...byFile.values()][0];
        faults.push(...frameworkFaults({ root, id: framework, framework: record, frameworks, library }));
      }
      const loader = library.rubrics[id];
      if (loader) {
        try {
          const module = await loader();
          const rubric = module[exportNameOf(id)] ?? Object.values(module)[0];
          const others = rubrics.filter((one) => one !== rubric);
          const own = recordFaults({ id, rubric, others, library, frameworks, scales, idsOf, unread });
          faults.push(...own.map(({ path, ...rest }) => ({ line: source.lineAt(path), ...rest })));
        } catch (error) {
          faults.push({ line: 1, message: `cannot be loaded: ${shorten(String(error.message ?? error))}` });
        }
      }
      const place = (one) => `${one.file ?? file}:${one.line}`;
      const told = new Set(faults.map(place));
      for (const one of compiler) {
        // The compiler says the same of a line in other words; ours say what to write.
        if (one.file === '') faults.push({ line: one.line, message: `types: ${shorten(one.message)}` });
        else if ((one.file === file || leansOn.includes(one.file)) && !told.has(place(one)))
          faults.push({ file: one.file, line: one.line, message: `types: ${shorten(one.message)}` });
      }
    }
    const seen = new Set();
    const isFirst = (one) => {
      const key = `${one.file}:${one.line} ${one.message}`;
      return !seen.has(key) && seen.add(key);
    };
    faults = faults
      .map((one) => ({ file, ...one }))
      .filter(isFirst)
      .sort((a, b) => Number(a.file !== file) - Number(b.file !== file) || a.line - b.line);
    answers.push({ id, faults });
  }
  return answers;
};

const sayFault = ({ file, line, message, hint }) =>
  `${file}${line > 0 ? `:${line}` : ''}: ${message}${hint ? `\n    → ${hint}` : ''}`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const ids = process.argv.slice(2).map((one) => one.replace(/^.*\//u, '').replace(/\.ts$/u, ''));
  if (ids.length === 0) {
    console.error(`npm run check:rubric -- ID [ID …]\nThe rubrics are ${recordsIn('.', 'rubrics').join(', ')}.`);
    process.exit(2);
  }
  const answers = await checkRubrics(process.cwd(), ids);
  for (const { id, faults } of answers) {
    for (const fault of faults) console.log(sayFault(fault));
    if (faults.length > 0) continue;
    const lines = readFileSync(fileOf(id), 'utf8').split('\n');
    const open = lines.flatMap((line, at) => (/\bTODO\b|'(?:First|Second) criterion'/u.test(line) ? [at + 1] : []));
    const todo = open.length > 0 ? `write what is yours on line ${open.join(', ')}, ` : '';
    console.log(
      `${fileOf(id)}: types, schema, examples and proofs are in order. Before you hand it in: ${todo}npm run rubrics:page, then npm test.`,
    );
  }
  process.exit(answers.some(({ faults }) => faults.length > 0) ? 1 : 0);
}
