import type { Attempt } from './facts/attempt-facts.ts';
import type { Account, GraduateOf, Hold } from './facts/dues-facts.ts';
import type { ExaminationFile } from './facts/examination-facts.ts';
import type { LoadFile } from './facts/load-facts.ts';
import type {
  Deferral,
  Extension,
  Intention,
  Move,
  ProgrammeElsewhere,
  Registration,
} from './facts/registration-facts.ts';
import type { StudentRequests } from './facts/request-facts.ts';
import type { ResearchFile } from './facts/research-facts.ts';
import type { ResultFile } from './facts/result-facts.ts';
import type { AcademicAdvice, DecidedStanding } from './facts/standing-facts.ts';
import type { Transfer } from './facts/transfer-facts.ts';

/** All of a student's record that the rules look at, and the day they look. */
export interface Study {
  readonly registration: Registration;
  readonly attempts: readonly Attempt[];
  readonly transfers: readonly Transfer[];
  readonly deferrals: readonly Deferral[];
  /** Holds on the student, whatever the programme. */
  readonly holds?: readonly Hold[];
  /** What the student was charged and paid, whatever the programme. */
  readonly account?: Account;
  /** What became of the registration since admission, in the order in which it was recorded; nothing when absent. */
  readonly moves?: readonly Move[];
  /** Years that were granted beyond the longest period. */
  readonly extensions?: readonly Extension[];
  /** Programmes elsewhere that the University has approved. */
  readonly elsewhere?: readonly ProgrammeElsewhere[];
  /** Of what the student is a graduate, of this record or before it; of nothing when absent. */
  readonly graduateOf?: readonly GraduateOf[];
  /** Of a research degree. */
  readonly research?: ResearchFile;
  /** That the award of the programme is intended. */
  readonly intentions?: readonly Intention[];
  /** Recommended and approved results and amendments of grades. */
  readonly results?: ResultFile;
  /** Sittings, absences, resits and exemptions, whatever the programme. */
  readonly examinations?: ExaminationFile;
  /** Published standings on the programme, in order of publication; none when absent. */
  readonly standings?: readonly DecidedStanding[];
  /** What the School advised while on probation. */
  readonly advice?: readonly AcademicAdvice[];
  /** What was asked about examinations and results, whatever the programme; nothing when absent. */
  readonly requests?: StudentRequests;
  /** Smaller loads that were approved and those that were found, on the programme; none when absent. */
  readonly loads?: LoadFile;
}

export * from './chapter.ts';
export * from './facts/application-facts.ts';
export * from './facts/approval.ts';
export * from './facts/attempt-facts.ts';
export * from './facts/catalogue-facts.ts';
export * from './facts/coursework-facts.ts';
export * from './facts/dues-facts.ts';
export * from './facts/entry-facts.ts';
export * from './facts/examination-facts.ts';
export * from './facts/load-facts.ts';
export * from './facts/registration-facts.ts';
export * from './facts/request-facts.ts';
export * from './facts/research-facts.ts';
export * from './facts/result-facts.ts';
export * from './facts/standing-facts.ts';
export * from './facts/transfer-facts.ts';
