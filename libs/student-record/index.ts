export type * from './events.ts';
export * from './particulars.ts';
export * from './published.ts';
export * from './record-on.ts';
export type * from './result-events.ts';
export type * from './standing-events.ts';
export * from './student-record.ts';
export * from './study-of.ts';
