import type { CivilDate } from '#kernel';

/** Somebody with the power to do so lets through what the rule would hold up. */
export interface Approval {
  /** `school`, `offering-school`, `course-coordinator`, `teacher`, `tutor`, `internal-examiner`, `dean`, `registrar`, `university`, `adviser`, `award-panel`, `senate`, `research-degrees-committee`, `school-research-degrees-committee`, `principal-supervisor`, `vice-president`. */
  readonly authority: string;
  readonly reason: string;
  /** The day it was given, where that matters: an extension is given before the due date. That of the request when absent. */
  readonly on?: CivilDate;
}
