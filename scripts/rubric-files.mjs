// Where a rubric stands and what it is called: an id, its file, its export.
/** `an-id` is exported as `anId`. */
export const exportNameOf = (id) => id.replace(/-+(.)/gu, (_, letter) => letter.toUpperCase());
export const isId = (id) => /^[a-z][a-z0-9]*(?:-+[a-z0-9]+)*$/u.test(id);
export const fileOf = (id) => `src/data/rubrics/${id}.ts`;
