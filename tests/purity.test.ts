import { existsSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { root } from './support/sources.js';

// One article and one guidance page, as short as their formats allow.
const article = [
  '---',
  '_schema: default',
  'id: 7',
  'date: 2025-01-31',
  'title: >-',
  '    How do clubs help?',
  'article_title: >-',
  '    How do clubs help?',
  'date_format: MMM DD, YYYY',
  'post_on_text: Posted on',
  'seo:',
  '  title: Clubs',
  '  page_description: >-',
  '    How clubs help.',
  '  page_keywords: >-',
  '    clubs, science',
  'author: Somebody',
  'question: >-',
  '    How do clubs help?',
  'answer: >-',
  '    In two ways:\\n\\n1. **Time**: there is more of it.\\n\\n2. **Choice**: learners choose.',
  'subject: Education',
  'file_name: how-do-clubs-help.md',
  'url: /learn/education/questions/how-do-clubs-help',
  'score: -1.0',
  '---',
  '',
].join('\n');
const guidance = [
  'Leadership in STEM support',
  '',
  'Who is this for?',
  '',
  'Everybody who leads.',
  '',
  'What does this look like in ELC settings and schools?',
  '  • Our vision is shared.',
  '  • Our data is used.',
  '',
].join('\n');

/** A context with the language and nothing else: no host, no code from strings, and the clock and the dice out of order. */
const bareContext = () => {
  const context = vm.createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(
    `for (const [owner, name] of [[Math, 'random'], [Date, 'now']]) {
      Object.defineProperty(owner, name, { value() { throw new Error('impure: ' + name); } });
    }
    globalThis.Date = new Proxy(Date, {
      construct(target, parts) { if (parts.length === 0) throw new Error('impure: new Date()'); return Reflect.construct(target, parts); },
      apply() { throw new Error('impure: Date()'); },
    });
    delete globalThis.console;
    delete globalThis.WebAssembly;
    delete globalThis.Intl;
    for (const name of ['localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase']) {
      Object.defineProperty(String.prototype, name, { value() { throw new Error('impure: ' + name); } });
    }`,
    context,
  );
  return context;
};

const globalsOf = (context: vm.Context): string[] =>
  vm.runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[];

/** A program as one script, with the built library in it. */
const bundled = async (program: string): Promise<string> => {
  expect(existsSync(join(root, 'dist/index.js')), 'npm run build').toBe(true);
  const { outputFiles } = await build({
    entryPoints: [join(root, 'tests/support', program)],
    bundle: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
};

describe('the built library', () => {
  test('reads, judges and advises where there is nothing but the language', async () => {
    const context = bareContext();
    const before = new Set([...globalsOf(context), 'input', 'report']);
    vm.runInContext(`globalThis.input = ${JSON.stringify({ article, guidance })}`, context);
    vm.runInContext(await bundled('pure-program.mjs'), context);
    const report = JSON.parse(vm.runInContext('report', context) as string) as Record<string, unknown>;

    expect(report['title']).toBe('How do clubs help?');
    expect(report['strategies']).toMatchObject([{ name: 'Time' }, { name: 'Choice' }]);
    expect(report['indicators']).toEqual([2]);
    expect(report['verdicts']).toEqual({ 'under-way': 'not-yet-met', 'element-ready': 'not-yet-met' });
    expect(report['advice']).toBeTruthy();

    // zod keeps a registry and a configuration of its own; the library leaves nothing.
    const left = globalsOf(context).filter((name) => !before.has(name) && !name.startsWith('__zod_'));
    expect(left).toEqual([]);
  });

  test('makes the same graphs, ranks and recommendations to the last bit without the functions an engine may round as it likes, and whatever the order', async () => {
    const script = await bundled('pure-graph.mjs');
    const reportOf = (context: vm.Context, isReversed: boolean): string => {
      vm.runInContext(`globalThis.input = ${JSON.stringify({ isReversed })}`, context);
      vm.runInContext(script, context);
      return vm.runInContext('report', context) as string;
    };
    const bare = bareContext();
    vm.runInContext(
      `for (const name of Object.getOwnPropertyNames(Math)) {
        const isExact = ['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'].includes(name);
        if (typeof Math[name] === 'function' && !isExact) {
          Object.defineProperty(Math, name, { value() { throw new Error('inexact: ' + name); } });
        }
      }`,
      bare,
    );
    const usual = reportOf(vm.createContext(), false);
    expect(usual.length).toBeGreaterThan(100_000);
    expect(reportOf(bare, false)).toBe(usual);
    expect(reportOf(vm.createContext(), true)).toBe(usual);
  });
});
