import { hasNo, isRecord, refuseNoText, refuseNumber, refuseUnknown } from '../../common/refuse.js';
import { refuseNoWords } from '../../common/refuse-shape.js';
import { shownValue } from '../../common/shown-value.js';
import type { Messages } from '../../model/messages/messages.js';
import { english } from './english.js';
import type { CanvasSettings } from './draw/canvas.js';
import { defaultColours, type PictureColours } from './draw/colours.js';

/** The words that a picture takes of a language. */
export type PictureWords = Pick<Messages, 'language' | 'direction' | 'decimalSign' | 'pictures'>;

export interface PictureOptions {
  /** The words of the picture; English where left out. */
  readonly messages?: PictureWords | undefined;
  /** Colours of your own in place of some of `defaultColours`, each as `#rrggbb`. */
  readonly colours?: Partial<PictureColours> | undefined;
  /** What every id in the picture begins with, so that several fit on one page; *picture-* where left out. */
  readonly idPrefix?: string | undefined;
  /** How wide the picture is in pixels, from 240 to 4,000; 640 where left out. Its height follows from what it holds. */
  readonly width?: number | undefined;
  /** What the picture is called, for those who hear it; a sentence of its own where left out. */
  readonly title?: string | undefined;
}

export const NAMES = ['messages', 'colours', 'idPrefix', 'width', 'title'] as const;

/** The options, all of them there. */
export interface PictureSettings extends CanvasSettings {
  readonly words: PictureWords;
}

const OWN_WORDS: PictureWords = { language: 'en', decimalSign: '.', pictures: english };

/** Reads the options of a picture, or throws where they do not exist or cannot be meant. */
export const readPictureOptions = (
  caller: string,
  options: PictureOptions,
  others: readonly string[] = [],
): PictureSettings => {
  refuseUnknown(caller, options, [...NAMES, ...others]);
  const { messages = OWN_WORDS, colours = {}, idPrefix = 'picture-', width = 640, title } = options;
  if (messages !== OWN_WORDS) refuseNoWords(caller, messages, OWN_WORDS);
  refuseNoText(caller, 'idPrefix', idPrefix);
  if (!/^[A-Za-z][\w-]{0,99}$/u.test(idPrefix)) {
    const right = 'a letter from A to Z, then letters, digits, - and _, at most a hundred characters';
    throw new RangeError(`${caller}: idPrefix is ${shownValue(idPrefix)}; it is ${right}`);
  }
  refuseNumber(caller, 'width', width, 'a whole number of pixels from 240 to 4,000', (pixels) => {
    return Number.isInteger(pixels) && pixels >= 240 && pixels <= 4000;
  });
  if (title !== undefined) refuseNoText(caller, 'title', title);
  return { words: messages, colours: readColours(caller, colours), idPrefix, width, title };
};

const readColours = (caller: string, colours: unknown): PictureColours => {
  if (!isRecord(colours)) {
    throw new TypeError(`${caller}: colours is ${shownValue(colours)}; it is an object of colours`);
  }
  const read: Record<string, string> = { ...defaultColours };
  for (const [name, colour] of Object.entries(colours)) {
    if (!Object.hasOwn(defaultColours, name)) {
      throw new TypeError(`${caller}: colours ${hasNo(name, Object.keys(defaultColours))}`);
    }
    if (colour === undefined) continue;
    if (typeof colour !== 'string' || !/^#[\da-f]{6}$/iu.test(colour)) {
      const message = `${caller}: colours.${name} is ${shownValue(colour)}; it is a colour such as “#0b5394”`;
      throw typeof colour === 'string' ? new RangeError(message) : new TypeError(message);
    }
    read[name] = colour;
  }
  return read as unknown as PictureColours;
};
