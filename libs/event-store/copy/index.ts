export type { Difference, Displaced } from './comparison.ts';
export { type CopyOptions, type CopyResult, copyStore, TargetDiffers } from './copy-store.ts';
