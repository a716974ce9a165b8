// zod looks for `eval` to make itself faster; under this site’s policy it is told not to look.
import { config } from 'zod/v4/core';

config({ jitless: true });

export { rubricSchema } from 'stem-leadership/model';
