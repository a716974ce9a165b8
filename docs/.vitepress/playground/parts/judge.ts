// What the first view of *Judge* needs. Each file of this folder is fetched when its names are first needed; a bundler leaves out the rest.
export { formModel, readAnswers } from 'stem-leadership/display';
export { evaluate, formatScore } from 'stem-leadership/evaluation';
