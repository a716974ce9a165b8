import type { Role } from './role.js';

/** Who holds a role: one person or a group of people, under the name the setting uses for them. */
export interface Holder {
  readonly kind: 'person' | 'group';
  /** A name or a label; the same words mean the same holder. */
  readonly label: string;
}

/** Who does what: a role, who holds it, and the indicators it is there for. */
export interface RoleAssignment {
  readonly role: Role;
  readonly holder: Holder;
  /** Ids of the indicators that this holder looks after in this role. */
  readonly indicators: readonly string[];
  readonly note?: string | undefined;
}
