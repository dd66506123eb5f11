import type { AnyUseCase } from '#commands';
import { defineCourse } from './courses/define-course.ts';
import { definePresentation } from './courses/define-presentation.ts';
import { defineFee } from './fees/define-fee.ts';
import { closeProgramme } from './programmes/close-programme.ts';
import { defineProgramme } from './programmes/define-programme.ts';
import { defineScholarship } from './scholarships/define-scholarship.ts';
import { defineTerm } from './terms/define-term.ts';
import { publishResults } from './terms/publish-results.ts';

export * from './courses/course.ts';
export * from './courses/define-course.ts';
export * from './courses/define-presentation.ts';
export { assessmentIn } from './courses/scheme.ts';
export * from './enrolment-facts.ts';
export * from './fees/define-fee.ts';
export * from './fees/fee.ts';
export * from './parts.ts';
export * from './programmes/close-programme.ts';
export * from './programmes/define-programme.ts';
export * from './programmes/programme.ts';
export * from './scholarships/define-scholarship.ts';
export * from './scholarships/scholarship.ts';
export * from './terms/calendar.ts';
export * from './terms/define-term.ts';
export * from './terms/publish-results.ts';
export * from './terms/term.ts';
export { isAcademicYear, notAcademicYear } from './terms/term-dates.ts';

export const catalogueUseCases: readonly AnyUseCase[] = [
  defineTerm,
  defineCourse,
  definePresentation,
  defineProgramme,
  defineFee,
  closeProgramme,
  defineScholarship,
  publishResults,
];
