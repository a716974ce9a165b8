import { shownValue } from '../../common/shown-value.js';
import type {
  Neighbourhood,
  NeighbourArticle,
  NeighbourLayer,
  NeighbourLink,
} from '../../model/articles/neighbourhood.js';
import { type Block, Canvas, MARGIN, SMALL } from './draw/canvas.js';
import { type PictureOptions, type PictureWords, readPictureOptions } from './picture-options.js';
import * as shape from './draw/shapes.js';

const MOST_ARTICLES = 50;
const MOST_LINKS = 2450;
const DOT = 5;
const LAYERS: readonly NeighbourLayer[] = ['article', 'both-ways', 'to', 'from', 'further'];

/**
 * An article and those around it, layer by layer: those that it and they link to each other, those it links to, those that link to it, and
 * those further away. Links are arcs beside the list, each with an arrow where it leads; links both ways are thick and have two arrows;
 * those of the article itself are dark, the others light.
 *
 * @param around what `neighbourhood` gives
 * @throws TypeError or RangeError for what is no neighbourhood, for more than 50 articles, and for options that do not exist or cannot be
 * meant.
 *
 * @example
 * const named = (id: number) => ({ url: `/a/${id}`, id, title: `Article ${id}`, subject: 'physics' });
 * const graph = buildArticleGraph([
 *   { ...named(1), related: [{ ...named(2), slot: 1 }] },
 *   { ...named(2), related: [] },
 * ]);
 * neighbourhoodPicture(neighbourhood(graph, '/a/1')).includes('“Article 1” links to “Article 2”.') // => true
 */
export const neighbourhoodPicture = (around: Neighbourhood, options: PictureOptions = {}): string => {
  const caller = 'neighbourhoodPicture';
  shape.expectShape(caller, 'around', around, shape.neighbourhood);
  const settings = readPictureOptions(caller, options);
  const { articles, links, left } = around;
  shape.refuseMany(caller, 'around.articles', articles.length, MOST_ARTICLES);
  shape.refuseMany(caller, 'around.links', links.length, MOST_LINKS);
  const named = new Map(articles.map((article) => [article.url, article]));
  for (const [at, { from, to }] of links.entries()) {
    for (const url of [from, to]) {
      if (!named.has(url))
        throw new RangeError(
          `${caller}: around.links[${at}] names ${shownValue(url)}, which is not one of its articles`,
        );
    }
  }
  const canvas = new Canvas(settings);
  const { pictures } = settings.words;
  const said = pictures.neighbourhood;
  const gutter = Math.round(Math.min(220, canvas.width * 0.28));
  const x = MARGIN + gutter;
  const list = layOutArticles(canvas, articles, x, settings.words);
  drawLinks(canvas, links, list.places, around.url, { x, gutter: gutter - 8 });
  drawDots(canvas, list.places, around.url, x);
  // What is written comes last, over the links.
  for (const { block, left, top } of list.written) canvas.put(block, left, top);
  const titleOf = (url: string): string => canvas.quoted(named.get(url)?.title ?? url);
  const sentences = [
    ...list.sentences,
    ...links.map(({ from, to, bothWays }) => said.link(titleOf(from), titleOf(to), bothWays)),
  ];
  let y = list.end;
  if (left > 0) {
    const more = said.left(left);
    const style = { size: SMALL, italic: true, fill: canvas.colours.quiet };
    const block = canvas.layOut(more, canvas.width - MARGIN - x, style);
    canvas.put(block, x, y);
    y += block.height;
    sentences.push(`${more}.`);
  }
  return canvas.finish(y + MARGIN, said.title(titleOf(around.url)), sentences);
};

/** The articles one below the other, layer by layer: what is written where, and at which height each article stands. */
interface ArticleList {
  readonly written: readonly { readonly block: Block; readonly left: number; readonly top: number }[];
  readonly places: ReadonlyMap<string, number>;
  readonly sentences: readonly string[];
  /** The height at which it ends. */
  readonly end: number;
}

const layOutArticles = (
  canvas: Canvas,
  articles: readonly NeighbourArticle[],
  x: number,
  { pictures }: PictureWords,
): ArticleList => {
  const room = canvas.width - MARGIN - x - 14;
  const headingStyle = { size: SMALL, bold: true, fill: canvas.colours.quiet };
  const written: ArticleList['written'][number][] = [];
  const places = new Map<string, number>();
  const sentences: string[] = [];
  let y = MARGIN;
  for (const layer of LAYERS) {
    const those = articles.filter((article) => article.layer === layer);
    if (those.length === 0) continue;
    const said = pictures.neighbourhood.layers[layer];
    const heading = canvas.layOut(said, room + 10, headingStyle);
    written.push({ block: heading, left: x, top: y });
    y += heading.height + 2;
    for (const { url, title } of those) {
      const block = canvas.layOut(title, room, { bold: layer === 'article', limit: 3 });
      places.set(url, y + block.height / 2);
      written.push({ block, left: x + 14, top: y });
      y += block.height + 4;
    }
    y += 4;
    sentences.push(pictures.says(said, pictures.list(those.map((one) => canvas.quoted(one.title)))));
  }
  return { written, places, sentences, end: y };
};

const drawDots = (canvas: Canvas, places: ReadonlyMap<string, number>, middle: string, x: number): void => {
  const { ink, ground } = canvas.colours;
  for (const [url, y] of places) {
    const isMiddle = url === middle;
    const fill = isMiddle ? ink : ground;
    canvas.circle(x, y, isMiddle ? DOT + 2 : DOT, { fill, stroke: ink, strokeWidth: 1.5 });
  }
};

/** Light links first, so that those of the article itself lie over them. */
const drawLinks = (
  canvas: Canvas,
  links: readonly NeighbourLink[],
  places: ReadonlyMap<NeighbourArticle['url'], number>,
  middle: string,
  { x, gutter }: { readonly x: number; readonly gutter: number },
): void => {
  const { colours } = canvas;
  const spans = links.map(({ from, to }) => Math.abs((places.get(from) ?? 0) - (places.get(to) ?? 0)));
  const longest = spans.reduce((most, span) => Math.max(most, span), 1);
  const isOwn = ({ from, to }: NeighbourLink): boolean => from === middle || to === middle;
  const order = links.map((link, at) => ({ link, span: spans[at] ?? 0 }));
  for (const own of [false, true]) {
    for (const { link, span } of order) {
      if (isOwn(link) !== own) continue;
      const [y1, y2] = [places.get(link.from) ?? 0, places.get(link.to) ?? 0];
      const stroke = own ? colours.main : colours.line;
      const width = link.bothWays ? 3 : own ? 1.5 : 0.8;
      // A curve reaches three quarters as far as its handles: the longest one just to the end of the gutter.
      const out = x - DOT - 3 - (gutter - DOT - 3) * (4 / 3) * (0.15 + (0.85 * span) / longest);
      const [end, start] = [x - DOT - 3, link.bothWays ? x - DOT - 3 : x - DOT];
      canvas.path(
        [
          ['M', start, y1],
          ['C', out, y1, out, y2, end, y2],
        ],
        { stroke, strokeWidth: width },
      );
      drawArrow(canvas, x - DOT, y2, stroke);
      if (link.bothWays) drawArrow(canvas, x - DOT, y1, stroke);
    }
  }
};

const drawArrow = (canvas: Canvas, x: number, y: number, fill: string): void =>
  canvas.path([['M', x, y], ['L', x - 7, y - 4], ['L', x - 7, y + 4], ['Z']], { fill });
