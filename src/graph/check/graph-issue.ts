import { freezeDeeply } from '../../common/freeze-deeply.js';
import type { GraphCode } from '../../model/articles/graph-issue.js';
import type { Severity } from '../../model/shared/issue.js';

export {
  type GraphCode,
  type GraphIssue,
  type GraphRepair,
  LINK_CODES,
  type LinkCode,
  PAGE_CODES,
  type PageCode,
} from '../../model/articles/graph-issue.js';

/** An error leads nowhere or to the wrong page; a warning is stale or said twice; an info is odd, and may be meant. */
export const SEVERITIES: Readonly<Record<GraphCode, Severity>> = /* @__PURE__ */ freezeDeeply({
  'self-link': 'error',
  'self-link-by-url': 'error',
  'self-link-by-id': 'error',
  'dangling-link': 'error',
  'ambiguous-id': 'error',
  'unknown-url': 'error',
  'id-and-url-disagree': 'error',
  'repeated-link': 'warning',
  'repeated-target': 'warning',
  'repeated-copy': 'warning',
  'self-link-by-title': 'warning',
  'unknown-id': 'warning',
  'title-differs': 'warning',
  'subject-differs': 'warning',
  'no-index-target': 'warning',
  'id-three-times': 'warning',
  'differs-from-every-copy': 'warning',
  'file-name-differs': 'warning',
  'repeated-slot': 'warning',
  // An error where the article that was given again differs from the one kept.
  'repeated-url': 'warning',
  'shared-id': 'warning',
  'shared-title': 'warning',
  'slot-gap': 'info',
  'subject-folder-differs': 'warning',
  'title-slug-differs': 'info',
});
