// The pages that the browser looks at: a name, and what makes the page. A new page is one line.
import { pictures } from '../support/pictures.mjs';
import { reportPages } from './reports.mjs';
import { library } from './library.mjs';

const pageOfPictures = (kind) => {
  const figures = Object.values(pictures(library, kind)).map((svg) => `<figure>${svg}</figure>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Pictures</title><style>figure{margin:8px 0}svg{max-width:100%;height:auto}</style></head>
<body><main><h1>Pictures</h1>${figures.join('\n')}</main></body></html>`;
};

export const pages = [
  ['pictures, latin', () => pageOfPictures('latin')],
  ['pictures, french', () => pageOfPictures('french')],
  ['pictures, arabic', () => pageOfPictures('arabic')],
  ['pictures, arabic in English', () => pageOfPictures('arabic in English')],
  ['pictures, words of 60 letters', () => pageOfPictures('words of 60 letters')],
  ['pictures, hostile', () => pageOfPictures('hostile')],
  ...reportPages,
];
