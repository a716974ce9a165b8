import type { Result } from '../../model/shared/issue.js';
import { readGeneratedFrontMatter } from '../front-matter/read-generated-front-matter.js';
import { readYamlFrontMatter } from '../front-matter/read-yaml-front-matter.js';

/** The fields of a block: by the fast reader of generated pages where it knows the shape, else by YAML. Both give the same. */
export const readBlock = (block: string, firstLine: number): Result<Record<string, unknown>> => {
  const generated = readGeneratedFrontMatter(block);
  return generated === undefined ? readYamlFrontMatter(block, firstLine) : { ok: true, value: generated, issues: [] };
};
