import { refuse, text } from '#kernel';

/** What is looked at or recorded for a day waits for it. */
export const dayToCome = refuse('day-to-come', text('That day has not come yet.', '該日尚未到來。'));
