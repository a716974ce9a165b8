// Written by scripts/unicode-tables.mjs from Unicode 17.0. Do not edit.

/** The zero of each ten of decimal digits: how far after the one before. */
export const DIGIT_ZEROS =
  'wBwxBwEwGmNgEgEgEgEgEgEgEgEgEqDgEwCgJwCw6BwB2JqEwFQgGgDwEQwuiBwVwBwGgBgDgNg5UwsBwkCQmZqEmC6EgJgLgEgMwDQK2CwNwDgVgDgIwCgCwLgvQwpCgDwEgRg8X-2CKKKKqqCwNgQhI_ag1E';
