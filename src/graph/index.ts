export { coCitation, commonSources, type SharedLinkOptions, type SharedLinks } from './co-citation.js';
export { commonTargets, coupling } from './coupling.js';
export { type Degrees, degrees } from './degrees.js';
export { buildLinkGraph, type LinkGraph, type LinkGraphOptions, type LinkPairs, openLinkGraph } from './link-graph.js';
export { type Reciprocity, reciprocity, reciprocityOf } from './reciprocity.js';
export { strongComponents } from './strong-components.js';
export { type Components, weakComponents } from './weak-components.js';
export { type DanglingRule, type PageRank, pageRank, type PageRankOptions } from './page-rank.js';
