import { shownWidth, signWidth } from './shown-width.js';

/** Text in lines of at most so many columns, broken at spaces; a word longer than a line is broken where the line ends. */
export const fold = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const begin = (): void => {
    lines.push(line);
    line = '';
    used = 0;
  };
  for (const word of text.split(' ')) {
    const wide = shownWidth(word);
    if (used > 0 && used + 1 + wide > width) begin();
    if (used > 0) {
      line += ' ';
      used++;
    }
    if (wide <= width - used) {
      line += word;
      used += wide;
      continue;
    }
    for (const sign of word) {
      const more = signWidth(sign);
      if (used > 0 && used + more > width) begin();
      line += sign;
      used += more;
    }
  }
  lines.push(line);
  return lines;
};
