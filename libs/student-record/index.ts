export type * from './events.ts';
export * from './student-record.ts';
