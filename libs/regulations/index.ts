export * from './clauses/index.ts';
export { joined, reachesInto } from './common/deferral-periods.ts';
export { isOfAllStudy } from './common/eligibility.ts';
export { registrationNotOpen } from './common/enrolment-timing.ts';
export * from './dated.ts';
export type * from './facts.ts';
export type * from './pack.ts';
export * from './packs.ts';
export * from './policies.ts';
