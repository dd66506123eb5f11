export * from './clauses/index.ts';
export { type AccountOn, accountOn, emptyAccount, hkd, outstandingOf, paymentStanding } from './common/account.ts';
export {
  dueOf,
  grantedExtension,
  isLastAssignment,
  lastAssignmentDue,
  openExtension,
} from './common/coursework-due.ts';
export {
  attendancePercent,
  type CourseworkTotal,
  compulsoryOutstanding,
  countedMark,
  courseworkTotal,
  exactly,
  lastSubmissions,
  scoresNothing,
} from './common/coursework-total.ts';
export { joined, reachesInto } from './common/deferral-periods.ts';
export { isOfAllStudy } from './common/eligibility.ts';
export { registrationNotOpen } from './common/enrolment-timing.ts';
export { examinationDays, isExaminedOn } from './common/examination-law.ts';
export { examinationMark } from './common/examination-mark.ts';
export { sittingsOf } from './common/examination-sittings.ts';
export { openQuery } from './common/mark-queries.ts';
export { goesOnAs } from './common/registration-status.ts';
export { arrangementState } from './common/requests-arrangements.ts';
export { examinationMarks } from './common/requests-results.ts';
export { leavesTaken } from './common/research-leave.ts';
export { disagreeing } from './common/scholarship-conditions.ts';
export { standingDecision } from './common/standing.ts';
export { tuitionOwed } from './common/tuition-owed.ts';
export * from './dated.ts';
export * from './facts/scholarship-facts.ts';
export * from './facts.ts';
export type * from './pack.ts';
export * from './packs.ts';
export * from './policies.ts';
export type * from './rules/coursework.ts';
export type * from './rules/examination.ts';
export * from './rules/particulars.ts';
export type * from './rules/registration.ts';
export type * from './rules/request-rules.ts';
export type * from './rules/research.ts';
export type * from './rules/result-rules.ts';
export type * from './rules/standing.ts';
