import type { Actor, CivilDate, ClauseId, Ruling, Text } from '#kernel';

/** What a student applies for about study. */
export const STUDY_APPLICATION_KINDS = [
  'deferral',
  'return',
  'programme-change',
  'leave',
  'study-period-extension',
  'programme-withdrawal',
] as const;
export type StudyApplicationKind = (typeof STUDY_APPLICATION_KINDS)[number];

/** By which clause something is applied for, and whose approval that clause asks. */
export interface ApplicationLaw {
  readonly clause: ClauseId;
  readonly authority: string;
}

/** An application about study, as it was made and as it ended. */
export interface StudyApplication extends ApplicationLaw {
  readonly id: string;
  readonly kind: StudyApplicationKind;
  readonly programme: string;
  /** What is asked: the fields of the request that would carry it out. */
  readonly asked: Readonly<Record<string, unknown>>;
  readonly grounds: string;
  /** The documents that come with it, in words. */
  readonly documents: readonly string[];
  readonly on: CivilDate;
  readonly by: Actor;
  /** The regulations that it was made under, such as `three-credit@2022-09`. */
  readonly pack: string;
  /** What the rules said on that day, had the authority approved; absent where it may not be told. */
  readonly preview?: Ruling;
  /** Absent while it waits. */
  readonly end?: StudyApplicationEnd;
}

export interface StudyApplicationEnd {
  readonly outcome: 'granted' | 'declined' | 'withdrawn';
  readonly on: CivilDate;
  readonly by: Actor;
  /** The clauses that it rests on. */
  readonly clauses: readonly ClauseId[];
  /** Why, as whoever ended it put it. */
  readonly reason?: string;
  /** Why the rules declined it: nobody could grant it any more. */
  readonly declinedByRule?: Text;
}
