// What holds of every picture, with labels of every kind at several widths.
import { describe, expect, test } from 'vitest';
import { countedWork } from '../../support/counted-work.js';
import * as exported from '../../support/every-export.js';
import { english } from '../../../src/messages/english.js';
import { french } from '../../../src/messages/french.js';
// @ts-expect-error a script has no types
import { kindsOf, pictures as drawPictures } from '../../support/pictures.mjs';
import { every, linesOf, readSvg, type SvgElement, toldOf } from '../../support/read-svg.js';

const all = { ...exported, english, french };
const kinds = Object.keys(kindsOf(all) as object);
const draw = drawPictures as (
  from: typeof all,
  kind: string,
  options?: exported.PictureOptions,
) => Readonly<Record<string, string>>;

const ELEMENTS = new Set('svg title desc defs pattern rect path text line circle'.split(' '));
const COORDINATES = new Set('x y x1 y1 x2 y2 cx cy r rx width height stroke-width font-size'.split(' '));

const PATH = /^(?:[MLC](?:-?\d+(?:\.\d\d?)?(?: |(?=[MLCZ]|$)))+|Z)+$/u;

const withAll = (one: SvgElement): SvgElement[] => [one, ...one.inside.flatMap(withAll)];

describe.each(kinds)('with labels: %s', (kind) => {
  describe.each([240, 360, 1200])('at %i pixels', (width) => {
    const drawn = Object.entries(draw(all, kind, { width })).map(([name, svg]) => [name, readSvg(svg)] as const);

    test.each(drawn)('%s is well-formed, has a title and a description, and ids of its own', (name, picture) => {
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

    test.each(drawn)('%s holds only what draws: no script, no address, no style', (name, picture) => {
      const fill = new RegExp(`^(?:#[\\da-f]{6}|none|url\\(#${name}-hatch\\d*\\))$`, 'u');
      const wrong = withAll(picture).flatMap(({ name: element, values }) => [
        ...(ELEMENTS.has(element) ? [] : [element]),
        ...Object.entries(values).flatMap(([key, value]) => {
          if (/^on|href|^style$|^class$/u.test(key)) return [key];
          if (COORDINATES.has(key)) return /^-?\d+(?:\.\d\d?)?$/u.test(value) ? [] : [`${key} ${value}`];
          if (key === 'd') return PATH.test(value) ? [] : [value];
          if (key === 'fill' || key === 'stroke') return fill.test(value) ? [] : [value];
          return value.includes('url(') ? [value] : [];
        }),
      ]);
      expect(wrong).toEqual([]);
    });

    test.each(drawn)('%s keeps the direction of each line to itself', (_, picture) => {
      const turning = [...linesOf(picture), ...Object.values(toldOf(picture))].filter((text) => {
        let [open, isWrong] = [0, /[\u202a-\u202e]/u.test(text)];
        for (const sign of text) {
          if (sign >= '\u2066' && sign <= '\u2068') open++;
          else if (sign === '\u2069') open--;
          isWrong ||= open < 0;
        }
        return isWrong || open !== 0;
      });
      expect(turning).toEqual([]);
    });

    test.each(drawn)('%s draws nothing beside the paper', (_, picture) => {
      const height = Number(picture.values['height']);
      const of = (values: SvgElement['values'], name: string): number => Number(values[name] ?? 0);
      const beside = [
        ...every(picture, 'rect').filter(
          ({ values }) =>
            Math.min(of(values, 'x'), of(values, 'y'), of(values, 'width'), of(values, 'height')) < 0 ||
            of(values, 'x') + of(values, 'width') > width ||
            of(values, 'y') + of(values, 'height') > height,
        ),
        ...every(picture, 'text').filter(
          ({ values }) => of(values, 'x') < 0 || of(values, 'x') > width || of(values, 'y') > height,
        ),
      ];
      expect(beside).toEqual([]);
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
    for (const own of Object.values(exported.defaultColours)) {
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
    expect(svg).not.toMatch(/[\ud800-\udfff]/u);
  }
  const { profile } = draw(all, 'hostile');
  expect(toldOf(readSvg(profile!)).description).toContain('<script>alert(1)</script> & "quotes" \'too\' ]]>');
});

describe('the work is bounded', () => {
  const rubric = (criteria: number) =>
    exported.defineRubric({
      id: 'long',
      version: '1.0.0',
      label: 'Long',
      notice: 'For tests.',
      scale: {
        id: 'two',
        label: 'Two',
        levels: [
          { id: 'no', label: 'No' },
          { id: 'yes', label: 'Yes' },
        ],
      },
      criteria: Array.from({ length: criteria }, (_, at) => ({
        id: `criterion-${at}`,
        label: `Criterion ${at}`,
        weight: 1,
      })),
      scoring: { kind: 'none' },
      outcomes: [],
    });
  const workOf = (criteria: number): number => {
    const long = rubric(criteria);
    const evaluation = exported.evaluate(long, { ratings: {} });
    const run = () => exported.profilePicture(evaluation, long);
    run();
    return countedWork(run, '/src/display/');
  };

  test('twice as many criteria are twice the work, at four sizes', () => {
    const work = [40, 80, 160, 320].map(workOf);
    for (const [at, more] of work.slice(1).entries()) expect(more / work[at]!).toBeLessThan(2.1);
  });

  test('a label of a million signs is no more work than one of two thousand', () => {
    const short = rubric(1);
    const evaluation = exported.evaluate(short, { ratings: {} });
    const work = [2_000, 1_000_000].map((length) => {
      const [one] = evaluation.criteria;
      const long = { ...evaluation, criteria: [{ ...one!, label: 'word '.repeat(length / 5) }] };
      const run = () => exported.profilePicture(long, short);
      run();
      return countedWork(run, '/src/display/');
    });
    expect(work[1]).toBe(work[0]);
  });
});
