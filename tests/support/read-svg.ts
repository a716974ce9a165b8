import { SaxesParser } from 'saxes';

/** An element of a picture as an XML parser reads it. */
export interface SvgElement {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  readonly inside: SvgElement[];
  text: string;
}

/** Reads a picture, or throws where it is not well-formed. */
export const readSvg = (svg: string): SvgElement => {
  const root: SvgElement = { name: '', values: {}, inside: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const one: SvgElement = { name, values: attributes as Record<string, string>, inside: [], text: '' };
    open.at(-1)!.inside.push(one);
    open.push(one);
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  const [picture] = root.inside;
  if (picture?.name !== 'svg') throw new Error('no svg');
  return picture;
};

/** All elements of a name, in order, those inside patterns left out. */
export const every = (picture: SvgElement, name: string): SvgElement[] =>
  picture.inside.flatMap((one) => [
    ...(one.name === name ? [one] : []),
    ...(one.name === 'defs' ? [] : every(one, name)),
  ]);

export const numberIn = (element: SvgElement, name: string): number => Number(element.values[name]);

/** What is written in a picture, line by line. */
export const linesOf = (picture: SvgElement): string[] => every(picture, 'text').map(({ text }) => text);

/** What is told of a picture to those who hear it. */
export const toldOf = (picture: SvgElement): { title: string; description: string } => ({
  title: every(picture, 'title')[0]?.text ?? '',
  description: every(picture, 'desc')[0]?.text ?? '',
});
