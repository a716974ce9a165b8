export { fleissKappa, gwetAC, krippendorffAlpha, moderationReport } from 'stem-leadership/agreement';
