/** Every public name of every room. A new room is added here; the test of refusals holds the list against the folders. */
export * from '../../src/agreement/index.js';
export * from '../../src/award/index.js';
export * from '../../src/crosswalk/index.js';
export * from '../../src/display/index.js';
export * from '../../src/evaluation/index.js';
export * from '../../src/graph/index.js';
export * from '../../src/model/index.js';
export * from '../../src/tables/index.js';
export * from '../../src/text/index.js';
