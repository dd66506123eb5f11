import type { DomainEvent } from '#kernel';
import type { StudyApplication, StudyApplicationEnd } from '#regulations';

type Ended = { application: string } & Omit<StudyApplicationEnd, 'outcome'>;

/** Somebody asks for something about study; until it is granted study goes on as it was. */
export type StudyApplicationMade = DomainEvent<'StudyApplicationMade', { application: StudyApplication }>;

/** What was applied for is carried out, by the events beside this one. */
export type StudyApplicationGranted = DomainEvent<'StudyApplicationGranted', Ended>;

/** Declined by the authority, or by rule when nobody could grant it any more. */
export type StudyApplicationDeclined = DomainEvent<'StudyApplicationDeclined', Ended>;

/** Taken back by whoever applied. */
export type StudyApplicationWithdrawn = DomainEvent<'StudyApplicationWithdrawn', Ended>;

/** What is applied for about study, and what becomes of it. */
export type StudyApplicationEvent =
  | StudyApplicationMade
  | StudyApplicationGranted
  | StudyApplicationDeclined
  | StudyApplicationWithdrawn;
