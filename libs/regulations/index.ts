export type * from './facts.ts';
export type * from './pack.ts';
