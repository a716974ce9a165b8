import type { Messages } from '../../../model/messages/messages.js';
import { boundDirection } from '../../markup/bound-direction.js';
import { escapeMarkup } from '../../markup/escape-markup.js';
import type { PictureColours } from './colours.js';
import { coordinate } from './coordinate.js';
import { type Direction, directionOf } from './direction.js';
import { widthOfText } from './label-widths.js';
import { wrapLabel } from './wrap-label.js';

/** Sizes of letters, in pixels. */
export const TEXT = 14;
export const SMALL = 12;
/** What stays free at both sides of a picture. */
export const MARGIN = 8;
/** Lines of text stand so far apart, in sizes of the font: scripts with high and low letters fit. */
const LINE_HEIGHT = 1.45;
/** Longer labels are cut: no name is longer, and a picture has an end. */
const LONGEST_LABEL = 400;
/** What stands beyond these is not even looked at, so that the time a label takes is bounded as well. */
const LONGEST_READ = 4 * LONGEST_LABEL;
const MOST_LINES = 10;

export interface TextStyle {
  readonly size?: number | undefined;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly fill?: string | undefined;
  /** More lines than these are cut. */
  readonly limit?: number | undefined;
}

/** Text laid out in lines. */
export interface Block {
  readonly lines: readonly string[];
  readonly direction: Direction;
  readonly size: number;
  readonly height: number;
  /** The room of the widest line. */
  readonly width: number;
  readonly style: TextStyle;
}

export interface ShapeStyle {
  readonly fill?: string | undefined;
  readonly stroke?: string | undefined;
  readonly strokeWidth?: number | undefined;
  readonly dashes?: string | undefined;
  readonly round?: number | undefined;
}

/** A command of a path and the points it takes. */
export type PathStep = readonly [command: 'M' | 'L' | 'C' | 'Z', ...points: number[]];

/** What a canvas needs of the options of a picture. */
export interface CanvasSettings {
  readonly words: Pick<Messages, 'language' | 'direction'>;
  readonly colours: PictureColours;
  readonly idPrefix: string;
  readonly width: number;
  readonly title: string | undefined;
}

export type Anchor = 'start' | 'middle' | 'end';

const FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif";

/**
 * Where pictures are drawn, in pixels from the side where reading starts: in a language written from right to left the whole picture is
 * its mirror image, without the pictures knowing. Each label keeps the direction of its own letters.
 */
export class Canvas {
  readonly width: number;
  readonly colours: PictureColours;
  readonly #settings: CanvasSettings;
  readonly #base: Direction;
  readonly #isMirrored: boolean;
  readonly #drawn: string[] = [];
  /** The ids of the fills of slanting lines, by colour. */
  readonly #hatches = new Map<string, string>();

  constructor(settings: CanvasSettings) {
    this.width = settings.width;
    this.colours = settings.colours;
    this.#settings = settings;
    this.#base = settings.words.direction ?? 'ltr';
    this.#isMirrored = this.#base === 'rtl';
  }

  /** Signs of direction bound to the text, and its length too; spaces of all kinds as one. */
  plain(label: string): string {
    return shortened(boundDirection(label.slice(0, LONGEST_READ).replace(/\s+/gu, ' ').trim()));
  }

  /** A label to be put into a sentence: where it runs the other way, set apart, so that it turns nothing round. */
  quoted(label: string): string {
    const text = this.plain(label);
    return directionOf(text, this.#base) === this.#base ? text : `\u2068${text}\u2069`;
  }

  layOut(text: string, room: number, style: TextStyle = {}): Block {
    const { size = TEXT, bold, limit = MOST_LINES } = style;
    const lines = wrapLabel(this.plain(text), room, { size, bold, limit });
    const width = lines.reduce((most, line) => Math.max(most, widthOfText(line, size, bold)), 0);
    const height = lines.length * size * LINE_HEIGHT;
    return { lines, direction: directionOf(text, this.#base), size, height, width, style };
  }

  /** Draws a block of text with its upper edge at `y`, beginning, centred or ending at `x`. */
  put({ lines, direction, size, style }: Block, x: number, y: number, anchor: Anchor = 'start'): void {
    for (const [at, line] of lines.entries()) {
      const values = {
        x: this.#across(x),
        // The letters stand in the middle of their line: the baseline is a third of the size below it.
        y: y + (at + 0.5) * size * LINE_HEIGHT + size * 0.35,
        'text-anchor': anchorOf(anchor, this.#isMirrored !== (direction === 'rtl')),
        direction: direction === 'rtl' ? 'rtl' : undefined,
        'font-size': size === TEXT ? undefined : size,
        'font-weight': style.bold === true ? 'bold' : undefined,
        'font-style': style.italic === true ? 'italic' : undefined,
        fill: style.fill,
      };
      this.#drawn.push(element('text', values, escapeMarkup(line)));
    }
  }

  rect(x: number, y: number, width: number, height: number, style: ShapeStyle): void {
    const left = this.#isMirrored ? this.width - x - width : x;
    this.#draw('rect', { x: left, y, width, height, rx: style.round }, style);
  }

  line(x1: number, y1: number, x2: number, y2: number, style: ShapeStyle): void {
    this.#draw('line', { x1: this.#across(x1), y1, x2: this.#across(x2), y2 }, style);
  }

  path(steps: readonly PathStep[], style: ShapeStyle): void {
    this.#draw('path', { d: pathData(steps, (x) => this.#across(x)) }, style);
  }

  circle(x: number, y: number, radius: number, style: ShapeStyle): void {
    this.#draw('circle', { cx: this.#across(x), cy: y, r: radius }, style);
  }

  /** A fill of slanting lines in a colour, for what is open, hidden or in part. */
  hatch(colour: string): string {
    const { size } = this.#hatches;
    const id = this.#hatches.get(colour) ?? `${this.#settings.idPrefix}hatch${size === 0 ? '' : size + 1}`;
    this.#hatches.set(colour, id);
    return `url(#${id})`;
  }

  /** The picture as SVG: what was drawn, as high as is said, with its title and what it says in sentences. */
  finish(height: number, title: string, sentences: readonly string[]): string {
    const { idPrefix, words, title: own } = this.#settings;
    const { width, colours } = this;
    const high = Math.ceil(height);
    const root = {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height: high,
      viewBox: `0 0 ${width} ${high}`,
      role: 'img',
      'aria-labelledby': `${idPrefix}title ${idPrefix}desc`,
      lang: words.language,
      'xml:lang': words.language,
      direction: 'ltr',
      'font-family': FONTS,
      'font-size': TEXT,
      fill: colours.ink,
    };
    const patterns = [...this.#hatches].map(([colour, id]) => hatchPattern(id, colour, colours.ground));
    const parts = [
      element('title', { id: `${idPrefix}title` }, escapeMarkup(own === undefined ? title : this.plain(own))),
      element('desc', { id: `${idPrefix}desc` }, escapeMarkup(sentences.join(' '))),
      ...(patterns.length > 0 ? [element('defs', {}, patterns.join(''))] : []),
      element('rect', { width, height: high, fill: colours.ground }),
      ...this.#drawn,
    ];
    return `${element('svg', root, `\n${parts.join('\n')}\n`)}\n`;
  }

  /** How far from the left a place is. */
  #across(x: number): number {
    return this.#isMirrored ? this.width - x : x;
  }

  #draw(name: string, values: Readonly<Record<string, string | number | undefined>>, style: ShapeStyle): void {
    this.#drawn.push(element(name, { ...values, ...strokeOf(style) }));
  }
}

/** At which end of a line of letters its place is told: the end that lies there as the letters run. */
const anchorOf = (anchor: Anchor, turned: boolean): string | undefined => {
  if (anchor === 'middle') return 'middle';
  return (anchor === 'end') === turned ? undefined : 'end';
};

const element = (
  name: string,
  values: Readonly<Record<string, string | number | undefined>>,
  inside?: string,
): string => {
  const written = Object.entries(values).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return [` ${key}="${typeof value === 'number' ? coordinate(value) : escapeMarkup(value)}"`];
  });
  return inside === undefined ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`;
};

const strokeOf = ({ fill, stroke, strokeWidth, dashes }: ShapeStyle) => ({
  fill: fill ?? 'none',
  stroke,
  'stroke-width': strokeWidth,
  'stroke-dasharray': dashes,
});

const pathData = (steps: readonly PathStep[], across: (x: number) => number): string =>
  steps
    .map(([command, ...points]) => {
      const written = points.map((point, at) => coordinate(at % 2 === 0 ? across(point) : point));
      return command + written.join(' ');
    })
    .join('');

/** Slanting lines, each tile of 6 by 6 pixels with a line from corner to corner and the corners of its neighbours. */
const hatchPattern = (id: string, colour: string, ground: string): string =>
  element(
    'pattern',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
    element('rect', { width: 6, height: 6, fill: ground }) +
      element('path', { d: 'M-1 1L1 -1M0 6L6 0M5 7L7 5', stroke: colour, 'stroke-width': 1.5 }),
  );

const shortened = (label: string): string => {
  if (label.length <= LONGEST_LABEL) return label;
  const code = label.charCodeAt(LONGEST_LABEL - 1);
  return `${label.slice(0, code >= 0xd800 && code < 0xdc00 ? LONGEST_LABEL - 1 : LONGEST_LABEL)}…`;
};
