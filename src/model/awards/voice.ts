/** A group of people whose view the award's guidance asks a setting to seek. */
export type Voice = 'teaching-staff' | 'support-staff' | 'learners' | 'parents' | 'families' | 'partners';
