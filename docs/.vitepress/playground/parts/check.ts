export { checkRubric, proveRubric } from 'stem-leadership/evaluation';
