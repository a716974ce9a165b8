/** What a person, or a group of people, does for STEM in a setting. Structures differ, so roles are named by the setting. */
export interface Role {
  readonly id: string;
  readonly label: string;
  /** Who holds it: staff, learners, families, or partners from outside. */
  readonly heldBy: 'staff' | 'learners' | 'families' | 'partners';
}
