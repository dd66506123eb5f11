export * from './clauses/index.ts';
export { type AccountOn, accountOn, emptyAccount, hkd, outstandingOf, paymentStanding } from './common/account.ts';
export { joined, reachesInto } from './common/deferral-periods.ts';
export { registrationNotOpen } from './common/enrolment-timing.ts';
export * from './dated.ts';
export * from './facts.ts';
export type * from './pack.ts';
export * from './packs.ts';
export * from './policies.ts';
