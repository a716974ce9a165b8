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

/**
 * Where pictures are drawn, in pixels from the side where reading starts: in a language written from right to left the whole picture is
 * its mirror image, without the pictures knowing. Each label keeps the direction of its own letters.
 */
export interface Canvas {
  readonly width: number;
  readonly colours: PictureColours;
  /** Signs of direction bound to the text, and its length too; spaces of all kinds as one. */
  readonly plain: (label: string) => string;
  /** A label to be put into a sentence: where it runs the other way, set apart, so that it turns nothing round. */
  readonly quoted: (label: string) => string;
  readonly layOut: (text: string, width: number, style?: TextStyle) => Block;
  /** Draws a block of text with its upper edge at `y`, beginning, centred or ending at `x`. */
  readonly put: (block: Block, x: number, y: number, anchor?: Anchor) => void;
  readonly rect: (x: number, y: number, width: number, height: number, style: ShapeStyle) => void;
  readonly line: (x1: number, y1: number, x2: number, y2: number, style: ShapeStyle) => void;
  readonly path: (steps: readonly PathStep[], style: ShapeStyle) => void;
  readonly circle: (x: number, y: number, radius: number, style: ShapeStyle) => void;
  /** A fill of slanting lines in a colour, for what is open, hidden or in part. */
  readonly hatch: (colour: string) => string;
  /** The picture as SVG: what was drawn, as high as is said, with its title and what it says in sentences. */
  readonly finish: (height: number, title: string, sentences: readonly string[]) => string;
}

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

export const canvasOf = ({ words, colours, idPrefix, width, title: ownTitle }: CanvasSettings): Canvas => {
  const base: Direction = words.direction ?? 'ltr';
  const isMirrored = base === 'rtl';
  const drawn: string[] = [];
  const hatches = new Map<string, string>();
  const across = (x: number): number => (isMirrored ? width - x : x);
  const add = (name: string, values: Readonly<Record<string, string | number | undefined>>, inside?: string): void => {
    drawn.push(element(name, values, inside));
  };
  const plain = (label: string): string =>
    shortened(boundDirection(label.slice(0, LONGEST_READ).replace(/\s+/gu, ' ').trim()));
  return {
    width,
    colours,
    plain,
    quoted: (label) => {
      const text = plain(label);
      return directionOf(text, base) === base ? text : `\u2068${text}\u2069`;
    },
    layOut: (text, room, style = {}) => {
      const { size = TEXT, bold, limit = MOST_LINES } = style;
      const lines = wrapLabel(plain(text), room, { size, bold, limit });
      const widest = lines.reduce((most, line) => Math.max(most, widthOfText(line, size, bold)), 0);
      const height = lines.length * size * LINE_HEIGHT;
      return { lines, direction: directionOf(text, base), size, height, width: widest, style };
    },
    put: ({ lines, direction, size, style }, x, y, anchor = 'start') => {
      lines.forEach((line, at) => {
        const values = {
          x: across(x),
          // The letters stand in the middle of their line: the baseline is a third of the size below it.
          y: y + (at + 0.5) * size * LINE_HEIGHT + size * 0.35,
          'text-anchor': anchorOf(anchor, isMirrored !== (direction === 'rtl')),
          direction: direction === 'rtl' ? 'rtl' : undefined,
          'font-size': size === TEXT ? undefined : size,
          'font-weight': style.bold === true ? 'bold' : undefined,
          'font-style': style.italic === true ? 'italic' : undefined,
          fill: style.fill,
        };
        add('text', values, escapeMarkup(line));
      });
    },
    rect: (x, y, wide, high, style) => {
      const left = isMirrored ? width - x - wide : x;
      add('rect', { x: left, y, width: wide, height: high, rx: style.round, ...strokeOf(style) });
    },
    line: (x1, y1, x2, y2, style) => add('line', { x1: across(x1), y1, x2: across(x2), y2, ...strokeOf(style) }),
    path: (steps, style) => add('path', { d: pathData(steps, across), ...strokeOf(style) }),
    circle: (x, y, radius, style) => add('circle', { cx: across(x), cy: y, r: radius, ...strokeOf(style) }),
    hatch: (colour) => {
      const known = hatches.get(colour);
      if (known !== undefined) return `url(#${known})`;
      const id = `${idPrefix}hatch${hatches.size === 0 ? '' : hatches.size + 1}`;
      hatches.set(colour, id);
      return `url(#${id})`;
    },
    finish: (height, title, sentences) => {
      const root = {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height: Math.ceil(height),
        viewBox: `0 0 ${width} ${Math.ceil(height)}`,
        role: 'img',
        'aria-labelledby': `${idPrefix}title ${idPrefix}desc`,
        lang: words.language,
        'xml:lang': words.language,
        direction: 'ltr',
        'font-family': FONTS,
        'font-size': TEXT,
        fill: colours.ink,
      };
      const patterns = [...hatches].map(([colour, id]) => hatchPattern(id, colour, colours.ground));
      const parts = [
        element('title', { id: `${idPrefix}title` }, escapeMarkup(ownTitle === undefined ? title : plain(ownTitle))),
        element('desc', { id: `${idPrefix}desc` }, escapeMarkup(sentences.join(' '))),
        ...(patterns.length > 0 ? [element('defs', {}, patterns.join(''))] : []),
        element('rect', { width, height: Math.ceil(height), fill: colours.ground }),
        ...drawn,
      ];
      return `${element('svg', root, `\n${parts.join('\n')}\n`)}\n`;
    },
  };
};

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
