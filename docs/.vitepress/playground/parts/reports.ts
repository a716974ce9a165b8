export { answersOf, reportHtml } from 'stem-leadership/display';
