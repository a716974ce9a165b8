// The pages that the browser looks at: a name, and what makes the page. A new page is one line.
import { KINDS, pictures } from './pictures.mjs';

const pageOfPictures = (kind) => {
  const figures = Object.values(pictures(kind)).map((svg) => `<figure>${svg}</figure>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Pictures</title><style>figure{margin:8px 0}svg{max-width:100%;height:auto}</style></head>
<body><main><h1>Pictures</h1>${figures.join('\n')}</main></body></html>`;
};

export const pages = [...Object.keys(KINDS).map((kind) => [`pictures, ${kind}`, () => pageOfPictures(kind)])];
