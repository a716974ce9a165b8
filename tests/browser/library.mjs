// The library as it is built, as pages and pictures need it.
import * as award from '../../dist/award/index.js';
import * as display from '../../dist/display/index.js';
import { evaluate } from '../../dist/evaluation/index.js';
import { buildArticleGraph, neighbourhood } from '../../dist/graph/index.js';
import { english } from '../../dist/messages/english.js';
import { french } from '../../dist/messages/french.js';

export const library = { ...award, ...display, evaluate, buildArticleGraph, neighbourhood, english, french };
