import type { AnyUseCase } from '#commands';
import { appealAgainstResult } from './appeal-against-result.ts';
import { decideExaminationArrangement } from './decide-examination-arrangement.ts';
import { decideOnScript } from './decide-on-script.ts';
import { decideResultAppeal } from './decide-result-appeal.ts';
import { recordOralExamination, requireOralExamination } from './oral-examination.ts';
import { reportCourseworkTrouble } from './report-coursework-trouble.ts';
import { reportExaminationIncident } from './report-examination-incident.ts';
import { requestExaminationArrangement } from './request-examination-arrangement.ts';
import { issueResultDisclosure, requestResultDisclosure } from './result-disclosure.ts';
import { considerSpecialCircumstances, reportSpecialCircumstances } from './special-circumstances.ts';

export * from './appeal-against-result.ts';
export * from './decide-examination-arrangement.ts';
export * from './decide-on-script.ts';
export * from './decide-result-appeal.ts';
export * from './oral-examination.ts';
export * from './report-coursework-trouble.ts';
export * from './report-examination-incident.ts';
export * from './request-examination-arrangement.ts';
export * from './result-disclosure.ts';
export * from './special-circumstances.ts';

/** What is asked and decided about examinations and results. */
export const requestUseCases: readonly AnyUseCase[] = [
  requestExaminationArrangement,
  decideExaminationArrangement,
  requireOralExamination,
  recordOralExamination,
  reportExaminationIncident,
  decideOnScript,
  reportSpecialCircumstances,
  considerSpecialCircumstances,
  reportCourseworkTrouble,
  appealAgainstResult,
  decideResultAppeal,
  requestResultDisclosure,
  issueResultDisclosure,
];
