export { suggestStrategies } from 'stem-leadership/crosswalk';
export { nextSteps } from 'stem-leadership/evaluation';
