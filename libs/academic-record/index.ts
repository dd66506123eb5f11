import type { AnyUseCase } from '#commands';
import { admit } from './admission/admit.ts';
import { grantingUseCases, studyApplicationUseCases } from './applications/index.ts';
import { markAssignment } from './assessment/mark-assignment.ts';
import { recordGrade } from './assessment/record-grade.ts';
import { submitAssignment } from './assessment/submit-assignment.ts';
import { recordAttendance, waiveAttendance } from './coursework/attendance.ts';
import { decideExtension } from './coursework/decide-extension.ts';
import { decideLateWork } from './coursework/decide-late-work.ts';
import { decideMarkQuery } from './coursework/decide-mark-query.ts';
import { reportAllegedPlagiarism, settlePlagiarism } from './coursework/plagiarism.ts';
import { queryMark } from './coursework/query-mark.ts';
import { requestExtension } from './coursework/request-extension.ts';
import { grantCreditTransfer } from './credit-transfer/grant-credit-transfer.ts';
import { changeCourse } from './enrolment/change-course.ts';
import { enrol } from './enrolment/enrol.ts';
import { withdraw } from './enrolment/withdraw.ts';
import { arrangeResit } from './examination/arrange-resit.ts';
import { closeMissedResits } from './examination/close-missed-resits.ts';
import { applyToDeferResits, deferResits } from './examination/defer-resits.ts';
import { applyForDeferredExamination, decideDeferredExamination } from './examination/deferred-examination.ts';
import { applyForExaminationExemption, decideExaminationExemption } from './examination/examination-exemption.ts';
import { recordSitting } from './examination/record-sitting.ts';
import { deferPayment } from './finance/defer-payment.ts';
import { recordCharge } from './finance/record-charge.ts';
import { recordGraduation } from './finance/record-graduation.ts';
import { recordPayment } from './finance/record-payment.ts';
import { settleDeposit } from './finance/settle-deposit.ts';
import { waiveCharge } from './finance/waive-charge.ts';
import { placeHold } from './holds/place-hold.ts';
import { releaseHold } from './holds/release-hold.ts';
import { applyMarkSheetRow } from './mark-sheets/apply-row.ts';
import { confirmMarkSheet } from './mark-sheets/confirm-mark-sheet.ts';
import { previewMarkSheet } from './mark-sheets/preview-mark-sheet.ts';
import { proposeMarkSheet } from './mark-sheets/propose-mark-sheet.ts';
import { settleMarkSheetRow } from './mark-sheets/settle-mark-sheet-row.ts';
import { changeParticulars } from './particulars/change-particulars.ts';
import { registerName } from './particulars/register-name.ts';
import { applyToConvertAward } from './registration/apply-to-convert-award.ts';
import { approveSmallerLoad } from './registration/approve-smaller-load.ts';
import { completeProgramme } from './registration/complete-programme.ts';
import { declareConcurrentStudy, orderWithdrawal } from './registration/concurrent-study.ts';
import { conferAward } from './registration/confer-award.ts';
import { declareIntention } from './registration/declare-intention.ts';
import {
  deregister,
  discontinueStudy,
  endProvisionalRegistration,
  lapseRegistration,
} from './registration/end-registration.ts';
import { findLoadShortfall } from './registration/find-load-shortfall.ts';
import { requestUseCases } from './requests/index.ts';
import { admitToResearch } from './research/admit-to-research.ts';
import { resumeStudy } from './research/interrupt-study.ts';
import {
  approveResearchPlan,
  fulfilResearchCondition,
  imposeResearchCondition,
  studyElsewhere,
  takeUpOtherResearchDegree,
} from './research/research-terms.ts';
import { recordMissedResearchYear, registerResearchYear } from './research/research-years.ts';
import { terminateRegistration } from './research/terminate-registration.ts';
import {
  acceptThesisAmendments,
  giveThesisNotice,
  recordThesisExamination,
  registerThesis,
  submitThesis,
} from './research/thesis.ts';
import { confirmGradeAmendment, proposeGradeAmendment, withdrawGradeAmendment } from './results/amend-grade.ts';
import { approveResult } from './results/approve-result.ts';
import { recommendResult } from './results/recommend-result.ts';
import { settleDecision } from './results/settle-decision.ts';
import { awardScholarship } from './scholarships/award-scholarship.ts';
import { nominateForScholarship } from './scholarships/nominate-for-scholarship.ts';
import { publishStanding } from './standing/publish-standing.ts';
import { publishStandingRun } from './standing/publish-standing-run.ts';
import { recordAcademicAdvice } from './standing/record-academic-advice.ts';
import { reviseStanding } from './standing/revise-standing.ts';
import { signStandingRun } from './standing/sign-standing-run.ts';
import { startStandingRun } from './standing/start-standing-run.ts';

export * from './admission/admit.ts';
export * from './applications/index.ts';
export * from './assessment/mark-assignment.ts';
export * from './assessment/record-grade.ts';
export * from './assessment/submit-assignment.ts';
export * from './coursework/attendance.ts';
export * from './coursework/decide-extension.ts';
export * from './coursework/decide-late-work.ts';
export * from './coursework/decide-mark-query.ts';
export * from './coursework/plagiarism.ts';
export * from './coursework/query-mark.ts';
export * from './coursework/request-extension.ts';
export * from './credit-transfer/grant-credit-transfer.ts';
export * from './deferral/defer.ts';
export * from './enrolment/change-course.ts';
export * from './enrolment/enrol.ts';
export * from './enrolment/withdraw.ts';
export * from './examination/arrange-resit.ts';
export * from './examination/close-missed-resits.ts';
export * from './examination/defer-resits.ts';
export * from './examination/deferred-examination.ts';
export * from './examination/examination-exemption.ts';
export * from './examination/record-sitting.ts';
export * from './finance/defer-payment.ts';
export * from './finance/record-charge.ts';
export * from './finance/record-graduation.ts';
export * from './finance/record-payment.ts';
export * from './finance/settle-deposit.ts';
export * from './finance/waive-charge.ts';
export * from './holds/place-hold.ts';
export * from './holds/release-hold.ts';
export * from './mark-sheets/apply-row.ts';
export * from './mark-sheets/apply-sheet.ts';
export * from './mark-sheets/confirm-mark-sheet.ts';
export * from './mark-sheets/confirmers.ts';
export * from './mark-sheets/mark-sheet.ts';
export * from './mark-sheets/preview-mark-sheet.ts';
export * from './mark-sheets/previewing.ts';
export * from './mark-sheets/propose-mark-sheet.ts';
export type { RowEffect, RowRefusal } from './mark-sheets/row-effect.ts';
export * from './mark-sheets/settle-mark-sheet-row.ts';
export * from './mark-sheets/sheet-file.ts';
export * from './mark-sheets/sheet-rows.ts';
export * from './particulars/change-particulars.ts';
export { particulars } from './particulars/parts.ts';
export * from './particulars/register-name.ts';
export { REQUEST_STREAMS, records } from './record-use-case.ts';
export * from './registration/apply-to-convert-award.ts';
export * from './registration/approve-smaller-load.ts';
export * from './registration/change-programme.ts';
export * from './registration/complete-programme.ts';
export * from './registration/concurrent-study.ts';
export * from './registration/confer-award.ts';
export * from './registration/declare-intention.ts';
export * from './registration/end-registration.ts';
export * from './registration/extend-study-period.ts';
export * from './registration/find-load-shortfall.ts';
export { longExaminations } from './registration/left-courses.ts';
export * from './registration/reinstate.ts';
export * from './registration/withdraw-from-programme.ts';
export * from './requests/index.ts';
export * from './research/admit-to-research.ts';
export * from './research/interrupt-study.ts';
export * from './research/research-terms.ts';
export * from './research/research-years.ts';
export * from './research/terminate-registration.ts';
export * from './research/thesis.ts';
export * from './results/amend-grade.ts';
export * from './results/approve-result.ts';
export * from './results/correction.ts';
export * from './results/recommend-result.ts';
export { SettleDecision, settleDecision, settlersOf } from './results/settle-decision.ts';
export * from './scheduled/processes.ts';
export * from './scheduled/run.ts';
export {
  type Affected,
  affectedBy,
  RUN_STREAMS,
  runStream,
  type ScheduledRun,
  scheduledRun,
} from './scheduled/run-stream.ts';
export * from './scholarships/award-scholarship.ts';
export * from './scholarships/nominate-for-scholarship.ts';
export * from './standing/held-enrolments.ts';
export * from './standing/publication.ts';
export * from './standing/publish-standing.ts';
export * from './standing/publish-standing-run.ts';
export * from './standing/record-academic-advice.ts';
export * from './standing/revise-standing.ts';
export * from './standing/revised-standings.ts';
export * from './standing/sign-standing-run.ts';
export * from './standing/standing-lines.ts';
export * from './standing/standing-run.ts';
export * from './standing/start-standing-run.ts';

export const recordUseCases: readonly AnyUseCase[] = [
  admit,
  enrol,
  withdraw,
  submitAssignment,
  markAssignment,
  recordGrade,
  grantCreditTransfer,
  changeCourse,
  placeHold,
  releaseHold,
  recordCharge,
  recordPayment,
  waiveCharge,
  deferPayment,
  lapseRegistration,
  discontinueStudy,
  deregister,
  completeProgramme,
  registerName,
  changeParticulars,
  declareConcurrentStudy,
  orderWithdrawal,
  endProvisionalRegistration,
  settleDeposit,
  conferAward,
  nominateForScholarship,
  awardScholarship,
  admitToResearch,
  registerResearchYear,
  recordMissedResearchYear,
  imposeResearchCondition,
  fulfilResearchCondition,
  approveResearchPlan,
  takeUpOtherResearchDegree,
  studyElsewhere,
  terminateRegistration,
  registerThesis,
  giveThesisNotice,
  submitThesis,
  recordThesisExamination,
  acceptThesisAmendments,
  declareIntention,
  applyToConvertAward,
  recommendResult,
  approveResult,
  proposeGradeAmendment,
  confirmGradeAmendment,
  withdrawGradeAmendment,
  recordSitting,
  closeMissedResits,
  applyForDeferredExamination,
  decideDeferredExamination,
  applyForExaminationExemption,
  decideExaminationExemption,
  arrangeResit,
  applyToDeferResits,
  deferResits,
  requestExtension,
  decideExtension,
  decideLateWork,
  queryMark,
  decideMarkQuery,
  recordAttendance,
  waiveAttendance,
  reportAllegedPlagiarism,
  settlePlagiarism,
  startStandingRun,
  signStandingRun,
  publishStandingRun,
  publishStanding,
  recordAcademicAdvice,
  reviseStanding,
  resumeStudy,
  recordGraduation,
  proposeMarkSheet,
  previewMarkSheet,
  confirmMarkSheet,
  settleMarkSheetRow,
  applyMarkSheetRow,
  settleDecision,
  approveSmallerLoad,
  findLoadShortfall,
  ...requestUseCases,
  ...grantingUseCases,
  ...studyApplicationUseCases,
];
