export { moderationRows, parseCsv, ratersFromRows, ratingsFromRows, toCsv, toRatingRows } from 'stem-leadership/tables';
