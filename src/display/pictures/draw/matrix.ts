import { type Canvas, MARGIN, SMALL } from './canvas.js';
import { widthOfText } from './label-widths.js';

/** Rows of cells under headings. A cell is drawn by whoever knows what it means. */
export interface Matrix<Cell> {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] | string }[];
  /** Headings stand over their columns in words, or as numbers that a key explains. */
  readonly headings: 'words' | 'numbers';
  readonly draw: (cell: Cell, x: number, y: number, width: number, height: number) => void;
}

const LABEL_GAP = 10;
const CELL_HEIGHT = 26;
const GAP = 3;
/** A column is at least so wide, and at most. */
const WIDTHS = { words: [54, 120], numbers: [24, 40] } as const;
/** Headings are small, and smaller where a word would be parted otherwise. */
const HEADINGS = [11, 10] as const;

/**
 * Draws a matrix from `y` on, and gives where it ends. Labels stand before their rows where there is room, else above them. Columns that do
 * not fit beside each other come in several matrices, one under the other.
 */
export const drawMatrix = <Cell>(canvas: Canvas, matrix: Matrix<Cell>, from: number): number => {
  const room = canvas.width - 2 * MARGIN;
  const [least, most] = WIDTHS[matrix.headings];
  const label = Math.min(Math.round(room * 0.4), 360);
  const beside = room - label - LABEL_GAP;
  const isBeside = canvas.width >= 480 && matrix.columns.length * least <= beside;
  const space = isBeside ? beside : room;
  const perPart = Math.max(1, Math.min(matrix.columns.length, Math.floor(space / least)));
  const width = Math.min(most, space / perPart);
  const left = isBeside ? MARGIN + label + LABEL_GAP : MARGIN;
  let y = from;
  for (let first = 0; first < Math.max(1, matrix.columns.length); first += perPart) {
    if (first > 0) y += 12;
    y += drawHeadings(canvas, matrix, first, perPart, left, width, y);
    for (const { label: name, cells } of matrix.rows) {
      const block = canvas.layOut(name, isBeside ? label : room, { limit: isBeside ? 4 : 3 });
      const height = isBeside ? Math.max(CELL_HEIGHT, block.height) : CELL_HEIGHT;
      canvas.put(block, MARGIN, isBeside ? y + (height - block.height) / 2 : y);
      if (!isBeside) y += block.height;
      const top = y + (height - CELL_HEIGHT) / 2;
      if (typeof cells === 'string') {
        const style = { size: SMALL, italic: true, fill: canvas.colours.quiet, limit: 1 };
        canvas.put(canvas.layOut(cells, width * perPart, style), left, top + 4);
      } else {
        cells.slice(first, first + perPart).forEach((cell, at) => {
          matrix.draw(cell, left + at * width + GAP / 2, top, width - GAP, CELL_HEIGHT);
        });
      }
      y += height + GAP;
    }
  }
  return y;
};

const drawHeadings = <Cell>(
  canvas: Canvas,
  { columns, headings }: Matrix<Cell>,
  first: number,
  count: number,
  left: number,
  width: number,
  y: number,
): number => {
  const texts = columns
    .slice(first, first + count)
    .map((column, at) => (headings === 'words' ? canvas.plain(column) : String(first + at + 1)));
  const room = width - 3;
  const words = texts.flatMap((text) => text.split(' '));
  const size = HEADINGS.find((one) => words.every((word) => widthOfText(word, one) <= room)) ?? HEADINGS[1];
  const blocks = texts.map((text) => canvas.layOut(text, room, { size, bold: headings === 'numbers', limit: 6 }));
  const height = blocks.reduce((most, block) => Math.max(most, block.height), 0);
  blocks.forEach((block, at) => canvas.put(block, left + (at + 0.5) * width, y + height - block.height, 'middle'));
  return height + 4;
};

/** One line of a key: what is drawn or written in front, and what it means. */
export interface KeyEntry {
  readonly sign: string | ((x: number, y: number, width: number, height: number) => void);
  readonly means: string;
}

const SIGN = 30;

/** Draws keys under one heading, each in two columns where there is room; gives where they end. */
export const drawKeys = (
  canvas: Canvas,
  heading: string,
  keys: readonly (readonly KeyEntry[])[],
  from: number,
): number => {
  const some = keys.filter((entries) => entries.length > 0);
  if (some.length === 0) return from;
  const title = canvas.layOut(heading, canvas.width - 2 * MARGIN, { size: SMALL, bold: true });
  canvas.put(title, MARGIN, from);
  return some.reduce((y, entries, at) => drawKey(canvas, entries, at === 0 ? y : y + 6), from + title.height);
};

const drawKey = (canvas: Canvas, entries: readonly KeyEntry[], from: number): number => {
  const room = canvas.width - 2 * MARGIN;
  const columns = canvas.width >= 520 && entries.length > 3 ? 2 : 1;
  const width = room / columns;
  const rows = Math.ceil(entries.length / columns);
  let end = from;
  for (let column = 0; column < columns; column++) {
    let y = from;
    const x = MARGIN + column * width;
    for (const { sign, means } of entries.slice(column * rows, (column + 1) * rows)) {
      const block = canvas.layOut(means, width - SIGN - 12, { size: SMALL });
      const height = Math.max(20, block.height);
      if (typeof sign === 'function') sign(x, y + 2, SIGN - 8, 16);
      else {
        const own = canvas.layOut(sign, SIGN - 4, { size: SMALL, bold: true, limit: 1 });
        canvas.put(own, x, y + (20 - own.height) / 2);
      }
      canvas.put(block, x + SIGN, y + (height - block.height) / 2);
      y += height;
    }
    end = Math.max(end, y);
  }
  return end;
};
