import type { CivilDate, DomainEvent } from '#kernel';
import type { AcademicAdvice, StandingDecision } from '#regulations';

/** How a student stands at the end of a term, as published. */
export type StandingDecided = DomainEvent<'StandingDecided', { decision: StandingDecision }>;

/** A published standing put right: the decision as it is from now on, and as it was. The earlier one stays in the log. */
export type StandingRevised = DomainEvent<
  'StandingRevised',
  {
    decision: StandingDecision;
    from: Omit<StandingDecision, 'term' | 'programme'>;
    on: CivilDate;
    reason: string;
    cause?: string;
  }
>;

/** The School advised a student on probation. */
export type AcademicAdviceRecorded = DomainEvent<'AcademicAdviceRecorded', { advice: AcademicAdvice }>;

/** What happens to somebody's standing. */
export type StandingEvent = StandingDecided | StandingRevised | AcademicAdviceRecorded;
