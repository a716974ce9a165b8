/**
 * The line, counted from 1 within the block, on which a field of the front matter stands. Looked up only when an issue has to name it,
 * so that reading a sound page does not pay for it. Fields in a flow mapping (`{…}`) are found at the line of their outer field.
 */
export function findKeyLine(lines: readonly string[], path: readonly (string | number)[]): number | undefined {
  const outer = path[0];
  if (outer === undefined) return undefined;
  const at = lines.findIndex((line) => startsWithKey(line, String(outer)));
  if (at === -1) return undefined;
  const inner = path[1];
  if (inner === undefined) return at + 1;
  for (let index = at + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (/^[^ \t#]/.test(line)) break;
    if (startsWithKey(line.trimStart(), String(inner))) return index + 1;
  }
  return at + 1;
}

function startsWithKey(line: string, key: string): boolean {
  return [`${key}:`, `${key} :`, `"${key}":`, `'${key}':`].some((start) => line.startsWith(start));
}
