/** The five kinds of place the award is open to: early learning and childcare, primary, secondary, special, community learning and development. */
export type Sector = 'elc' | 'primary' | 'secondary' | 'special' | 'cld';
