import { load, YAMLException } from 'js-yaml';
import type { Issue, Result } from '../../model/shared/issue.js';
import { lineMark } from '../lines/page-lines.js';

/**
 * The careful reader, for what the fast reader does not know. YAML 1.2 core: dates stay text. Aliases are refused, since ten lines
 * of them can stand for a billion values, and nesting stops at a depth no article comes near.
 */
export function readYamlFrontMatter(block: string, firstLine: number): Result<Record<string, unknown>> {
  try {
    const value = load(block, { maxAliases: 0, maxDepth: 20 });
    if (isMapping(value)) return { ok: true, value, issues: [] };
    return { ok: false, issues: [notMapping(firstLine)] };
  } catch (error) {
    // js-yaml asks for every exception to be caught, not only its own.
    return { ok: false, issues: [yamlIssue(error, block, firstLine)] };
  }
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notMapping(firstLine: number): Issue {
  return {
    code: 'invalid-front-matter',
    severity: 'error',
    path: [lineMark(firstLine)],
    message: 'The front matter is not a set of fields.',
    hint: 'Write one field per line: a name, a colon, a space and a value.',
  };
}

function yamlIssue(error: unknown, block: string, firstLine: number): Issue {
  if (block.trim() === '') return { ...notMapping(firstLine), message: 'The front matter is empty.' };
  const reason = error instanceof YAMLException ? error.reason : 'it cannot be read';
  const line = error instanceof YAMLException && error.mark ? firstLine + error.mark.line : firstLine;
  if (reason.includes('duplicated mapping key')) {
    return {
      code: 'duplicate-key',
      severity: 'error',
      path: [lineMark(line)],
      message: 'A field is given twice; the second time on this line.',
      hint: 'Keep one of the two.',
    };
  }
  return {
    code: 'invalid-yaml',
    severity: 'error',
    path: [lineMark(line)],
    message: `The front matter is not valid YAML: ${reason}.`,
    hint: 'The cause is often a quote, a colon or an indentation on this line or the one before. A text with such signs is safe after >- on a line of its own.',
  };
}
