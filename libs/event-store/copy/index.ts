export { type CopyOptions, type CopyResult, copyStore, TargetDiffers } from './copy-store.ts';
export type { Displaced } from './order.ts';
export type { Difference } from './survey.ts';
