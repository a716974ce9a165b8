import type { Result } from '../../model/shared/issue.js';
import { readGeneratedFrontMatter } from '../front-matter/read-generated-front-matter.js';
import { readYamlFrontMatter } from '../front-matter/read-yaml-front-matter.js';
import { repairFrontMatter } from '../front-matter/repair-front-matter.js';

/**
 * The fields of a block: by the fast reader of generated pages where it knows the shape, else by YAML. Both give the same. A text field
 * that lost its colon is read all the same, with the warning `repaired-key`, as `parseArticle` reads it.
 */
export const readBlock = (block: string, firstLine: number): Result<Record<string, unknown>> => {
  const generated = readGeneratedFrontMatter(block);
  if (generated !== undefined) return { ok: true, value: generated, issues: [] };
  const read = readYamlFrontMatter(block, firstLine);
  const repaired = read.ok ? undefined : repairFrontMatter(block, firstLine);
  if (repaired === undefined) return read;
  const again = readYamlFrontMatter(repaired.block, firstLine);
  return again.ok ? { ...again, issues: repaired.issues } : read;
};
