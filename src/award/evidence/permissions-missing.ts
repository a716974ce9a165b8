import { freezeDeeply } from '../../common/freeze-deeply.js';
import type { Evidence, EvidenceKind, Permission } from '../../model/awards/evidence.js';

/** What may have to be permitted before an item is shown. */
export type PermissionFlag = 'consent' | 'photographs' | 'personalData';

/** Which permissions must be on record for which kinds of evidence; kinds left out need none. */
export type PermissionsAsked = { readonly [K in EvidenceKind]?: readonly PermissionFlag[] };

/** Why an item may not be shown yet: what is refused, not asked, or nowhere recorded. */
export interface PermissionMissing {
  readonly flag: PermissionFlag;
  readonly state: Exclude<Permission, 'given' | 'not-needed'> | 'not-recorded';
}

/**
 * Kinds that as a rule show people, or give their words or work, and what is asked for each. These are the library's
 * own; `not-needed` on record satisfies any of them, for a photograph of a bridge, say.
 */
export const permissionsAsked: PermissionsAsked = /* @__PURE__ */ freezeDeeply({
  photograph: ['photographs'],
  recording: ['photographs'],
  'learner-work': ['consent'],
  'learner-voice': ['consent'],
  'stakeholder-voice': ['consent'],
});

const FLAGS: readonly PermissionFlag[] = ['consent', 'photographs', 'personalData'];

/** What is missing for one item: whatever is on record as refused or not asked, and what its kind asks for and nobody recorded. */
export const permissionsMissing = (item: Evidence, asked: PermissionsAsked): readonly PermissionMissing[] =>
  FLAGS.flatMap((flag): PermissionMissing[] => {
    const state = item.permissions?.[flag];
    switch (state) {
      case 'given':
      case 'not-needed':
        return [];
      case 'refused':
      case 'not-asked':
        return [{ flag, state }];
      case undefined:
        return asked[item.kind]?.includes(flag) === true ? [{ flag, state: 'not-recorded' }] : [];
    }
  });
