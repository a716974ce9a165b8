// What holds of every picture, with labels of every kind at several widths.
import { describe, expect, test } from 'vitest';
import * as library from '../../support/every-export.js';
import { english } from '../../../src/messages/english.js';
import { french } from '../../../src/messages/french.js';
// @ts-expect-error a script has no types
import { kindsOf, pictures as drawPictures } from '../../support/pictures.mjs';
import { every, linesOf, readSvg, type SvgElement, toldOf } from '../../support/read-svg.js';

const all = { ...library, english, french };
const kinds = Object.keys(kindsOf(all) as object);
const draw = drawPictures as (
  from: typeof all,
  kind: string,
  options?: library.PictureOptions,
) => Readonly<Record<string, string>>;

const ELEMENTS = new Set('svg title desc defs pattern rect path text line circle'.split(' '));
const COORDINATES = new Set('x y x1 y1 x2 y2 cx cy r rx width height stroke-width font-size'.split(' '));

const withAll = (one: SvgElement): SvgElement[] => [one, ...one.inside.flatMap(withAll)];

describe.each(kinds)('with labels: %s', (kind) => {
  describe.each([240, 360, 1200])('at %i pixels', (width) => {
    const drawn = Object.entries(draw(all, kind, { width }));

    test.each(drawn)('%s is well-formed, has a title and a description, and ids of its own', (name, svg) => {
      const picture = readSvg(svg);
      expect(picture.values).toMatchObject({ role: 'img', 'aria-labelledby': `${name}-title ${name}-desc` });
      expect(picture.inside.slice(0, 2).map((one) => [one.name, one.values['id']])).toEqual([
        ['title', `${name}-title`],
        ['desc', `${name}-desc`],
      ]);
      const { title, description } = toldOf(picture);
      expect(title.length).toBeGreaterThan(10);
      expect(description.length).toBeGreaterThan(20);
      const ids = withAll(picture).flatMap(({ values }) => values['id'] ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !id.startsWith(`${name}-`))).toEqual([]);
    });

    test.each(drawn)(
      '%s holds only what draws: no script, no address, no style, numbers with two places at most',
      (name, svg) => {
        for (const { name: element, values } of withAll(readSvg(svg))) {
          expect(ELEMENTS).toContain(element);
          for (const [key, value] of Object.entries(values)) {
            expect(key).not.toMatch(/^on|href|^style$|^class$/u);
            if (COORDINATES.has(key)) expect(value).toMatch(/^-?\d+(?:\.\d\d?)?$/u);
            if (key === 'd') expect(value).toMatch(/^(?:[MLC](?:-?\d+(?:\.\d\d?)?(?: |(?=[MLCZ]|$)))+|Z)+$/u);
            if (value.startsWith('url(')) expect(value).toMatch(new RegExp(`^url\\(#${name}-hatch\\d*\\)$`, 'u'));
          }
        }
      },
    );

    test.each(drawn)('%s keeps the direction of each line to itself', (_, svg) => {
      const picture = readSvg(svg);
      for (const text of [...linesOf(picture), ...Object.values(toldOf(picture))]) {
        expect(text).not.toMatch(/[\u202a-\u202e]/u);
        let open = 0;
        for (const sign of text) {
          if (sign >= '\u2066' && sign <= '\u2068') open++;
          else if (sign === '\u2069') open--;
          expect(open).toBeGreaterThanOrEqual(0);
        }
        expect(open).toBe(0);
      }
    });

    test.each(drawn)('%s draws nothing beside the paper', (_, svg) => {
      const picture = readSvg(svg);
      const height = Number(picture.values['height']);
      for (const { values } of every(picture, 'rect')) {
        const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) => Number(values[name] ?? 0)) as [
          number,
          number,
          number,
          number,
        ];
        expect(Math.min(x, y, w, h)).toBeGreaterThanOrEqual(0);
        expect(x + w).toBeLessThanOrEqual(width);
        expect(y + h).toBeLessThanOrEqual(height);
      }
      for (const { values } of every(picture, 'text')) {
        expect(Number(values['x'])).toBeGreaterThanOrEqual(0);
        expect(Number(values['x'])).toBeLessThanOrEqual(width);
        expect(Number(values['y'])).toBeLessThanOrEqual(height);
      }
    });
  });
});

test('the same values give the same bytes', () => {
  expect(draw(all, 'latin')).toEqual(draw(all, 'latin'));
});

test('colours are those that were given, and no others but their mixtures with the ground and what reads on them', () => {
  const colours = {
    ground: '#fffff0',
    ink: '#000001',
    quiet: '#000002',
    line: '#000003',
    main: '#000004',
    met: '#000005',
    notYetMet: '#000006',
    undecided: '#000007',
  };
  for (const [name, svg] of Object.entries(draw(all, 'latin', { colours }))) {
    const used = new Set(svg.match(/#[\da-f]{6}\b/gu));
    for (const own of Object.values(library.defaultColours)) {
      if (own !== '#ffffff') expect([name, used.has(own)]).toEqual([name, false]);
    }
  }
});

test('a title of one’s own takes the place of the sentence, escaped like any text', () => {
  const { profile } = draw(all, 'latin', { title: '<b>Our & your profile' });
  expect(toldOf(readSvg(profile!)).title).toBe('<b>Our & your profile');
});

test('in a language written from right to left the picture is its mirror image', () => {
  const { profile } = draw(all, 'latin');
  const { profile: mirrored } = draw(all, 'latin', { messages: { ...english, language: 'ar', direction: 'rtl' } });
  const boxes = (svg: string) =>
    every(readSvg(svg), 'rect')
      .slice(1)
      .map(({ values }) => [Number(values['x']), Number(values['width']), values['fill']] as const);
  const turned = boxes(mirrored!).map(([x, width, fill]) => [Math.round((640 - x - width) * 100) / 100, width, fill]);
  expect(turned).toEqual(boxes(profile!).map((box) => [...box]));
});

test('hostile labels come out as text', () => {
  for (const svg of Object.values(draw(all, 'hostile'))) {
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('<svg onload');
    expect(svg.isWellFormed()).toBe(true);
  }
  const { profile } = draw(all, 'hostile');
  expect(toldOf(readSvg(profile!)).description).toContain('<script>alert(1)</script> & "quotes" \'too\' ]]>');
});
