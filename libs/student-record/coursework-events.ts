import type { CivilDate, ClauseId, DomainEvent } from '#kernel';
import type { LateDecision, PlagiarismAllegation, QueryAddressee } from '#regulations';

interface OfAssignment {
  course: string;
  term: string;
  on: CivilDate;
  assignment: string;
}

/** A student asks for a later day, before the day it is due. */
export type ExtensionRequested = DomainEvent<
  'ExtensionRequested',
  OfAssignment & { until: CivilDate; reason: string; tier: string; clause: ClauseId }
>;

/** Whether the later day was granted; if so it is the day that holds for the student. */
export type ExtensionDecided = DomainEvent<
  'ExtensionDecided',
  OfAssignment & {
    granted: boolean;
    until?: CivilDate;
    authority: string;
    clause: ClauseId;
    reason: string;
    markerAvailable?: boolean;
  }
>;

/** What becomes of late work; it stands as handed in before, or in the same breath. */
export type LateWorkDecided = DomainEvent<'LateWorkDecided', OfAssignment & Omit<LateDecision, 'on'>>;

export type MarkQueried = DomainEvent<
  'MarkQueried',
  OfAssignment & { to: QueryAddressee; mark: number; reason: string; clause: ClauseId }
>;

/** The answer to a query; a mark that changes by it is recorded in the same breath. */
export type MarkQueryDecided = DomainEvent<
  'MarkQueryDecided',
  OfAssignment & { by: QueryAddressee; mark: number; reason: string; clause: ClauseId }
>;

interface OfCourse {
  course: string;
  term: string;
  on: CivilDate;
}

/** How many of the sessions held by then were attended; it takes the place of what was recorded before. */
export type AttendanceRecorded = DomainEvent<'AttendanceRecorded', OfCourse & { held: number; attended: number }>;

/** The course may be passed although too little of it was attended. */
export type AttendanceWaived = DomainEvent<
  'AttendanceWaived',
  OfCourse & { authority: string; clause: ClauseId; reason: string }
>;

/** A piece of work is said not to be the student's own, and goes to disciplinary proceedings. */
export type PlagiarismAlleged = DomainEvent<
  'PlagiarismAlleged',
  OfAssignment & { account: string; clause: ClauseId; check?: string }
>;

/** What the disciplinary proceedings made of an allegation. */
export type PlagiarismSettled = DomainEvent<
  'PlagiarismSettled',
  OfAssignment & Omit<NonNullable<PlagiarismAllegation['settled']>, 'on'> & { clause: ClauseId }
>;

/** What happens in the coursework of one attempt beside handing in and marking. */
export type CourseworkEvent =
  | ExtensionRequested
  | ExtensionDecided
  | LateWorkDecided
  | MarkQueried
  | MarkQueryDecided
  | AttendanceRecorded
  | AttendanceWaived
  | PlagiarismAlleged
  | PlagiarismSettled;
