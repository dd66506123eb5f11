import type { CivilDate, Text } from '#kernel';

/** A day by which, or on which, a student has something to do. */
export interface Deadline {
  readonly kind:
    | 'registration'
    | 'add-drop'
    | 'course-change'
    | 'withdrawal'
    | 'assignment'
    | 'examination'
    | 'end-of-deferral'
    | 'payment'
    | 'thesis-opens'
    | 'thesis-closes'
    | 'end-of-leave'
    | 'end-of-study-period'
    | 'lapse'
    | 'end-of-teach-out'
    | 'examination-application'
    | 'deferred-examination'
    | 'resit'
    | 'term-registration'
    | 'year-registration'
    | 'return'
    | 'activity'
    | 'mark-query'
    | 'examination-arrangement'
    | 'special-circumstances'
    | 'result-appeal'
    | 'academic-advice';
  readonly day: CivilDate;
  readonly term?: string;
  readonly course?: string;
  /** The piece of work, the charge, or the first day of the deferral. */
  readonly item?: string;
  readonly clause?: string;
  readonly title: Text;
}
