export { buildLinkGraph, type LinkGraph, type LinkGraphOptions, type LinkPairs, openLinkGraph } from './link-graph.js';
