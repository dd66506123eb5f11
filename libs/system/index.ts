export type { SystemProjections } from './begin-projections.ts';
export { allTerms } from './eligibility-now.ts';
export * from './open-event-store.ts';
export * from './open-system.ts';
export * from './show.ts';
export * from './standing/standing-report.ts';
export * from './system.module.ts';
export * from './tokens.ts';
export * from './why.ts';
