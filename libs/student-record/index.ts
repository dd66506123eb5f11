export type * from './coursework-events.ts';
export type * from './events.ts';
export * from './particulars.ts';
export * from './record-on.ts';
export type * from './standing-events.ts';
export * from './student-record.ts';
export * from './study-of.ts';
