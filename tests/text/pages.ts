import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

export function fixture(name: string): string {
  return readFileSync(join(project, 'tests/fixtures', name), 'utf8');
}

export function example(name: string): string {
  return readFileSync(join(project, 'docs/examples', name), 'utf8');
}

/** Real pages stay outside the project; without their folder the tests on them are skipped, and say so. */
export function outsideFolder(variable: 'STEM_CORPUS_DIR' | 'STEM_SEEDS_DIR'): string | undefined {
  const folder = process.env[variable];
  if (folder === undefined) console.warn(`SKIPPED: tests on real pages, because ${variable} is not set.`);
  return folder;
}

export interface Page {
  readonly name: string;
  readonly text: string;
}

export function pagesUnder(folder: string, ...inside: readonly string[]): readonly Page[] {
  return readdirSync(join(folder, ...inside), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, ...inside, name), 'utf8') }));
}

/** A page in the shape of the generator, for one answer as it is stored. */
export function pageWith(storedAnswer: string, fields: readonly string[] = []): string {
  return [
    '---',
    '_schema: default',
    'id: 12',
    'date: 2025-02-03',
    'title: What is a circuit?',
    'article_title: What is a circuit?',
    'date_format: MMM DD, YYYY',
    'post_on_text: Posted on',
    'seo:',
    '  title: QuickTakes | Physics',
    '  page_description: >-',
    '    Circuits in short.',
    '  page_keywords: >-',
    '    circuit, current',
    'author: QuickTakes',
    'question: >-',
    '    What is a circuit?',
    'answer: >-',
    `    ${storedAnswer}`,
    'subject: Physics',
    'file_name: what-is-a-circuit.md',
    'url: /learn/physics/questions/what-is-a-circuit',
    ...fields,
    '---',
    '',
    '&nbsp;',
  ].join('\n');
}
