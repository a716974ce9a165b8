import { defineScale } from '../../model/define.js';

/** Whether at least half of the classes take part. */
export const shareOfClasses = defineScale({
  id: 'share-of-classes',
  label: 'Share of classes',
  levels: [
    { id: 'below-half', label: 'Fewer than half' },
    { id: 'half', label: 'At least half' },
  ],
  note: 'A scale of this project.',
});
