export type * from './coursework-events.ts';
export type * from './events.ts';
export type * from './examination-events.ts';
export { examinationsPublished, withoutSittingMarks } from './examinations.ts';
export * from './particulars.ts';
export * from './record-on.ts';
export * from './student-record.ts';
export * from './study-of.ts';
