import type { PermissionFlag, PermissionsAsked } from '../../model/awards/application.js';
import type { Evidence, Permission } from '../../model/awards/evidence.js';

/** Why an item may not be shown yet: what is refused, not asked, or nowhere recorded. */
export interface PermissionMissing {
  readonly flag: PermissionFlag;
  readonly state: Exclude<Permission, 'given' | 'not-needed'> | 'not-recorded';
}

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
