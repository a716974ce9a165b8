/** The page without a byte order mark and with `\n` as its only line break, so that line numbers mean the same everywhere. */
export function normalisePage(text: string): string {
  const page = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return page.includes('\r') ? page.replace(/\r\n?/g, '\n') : page;
}

/** The last part of an issue's path: where in the text it stands, counted from 1. */
export function lineMark(line: number): string {
  return `line ${line}`;
}
