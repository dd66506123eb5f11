import type { CivilDate } from '#kernel';
import type { Approval, Credential, EntryRoute, ProgrammeFacts, TermFacts, Transfer } from '../facts.ts';

export interface AdmissionRequest {
  readonly programme: ProgrammeFacts;
  readonly term: TermFacts;
  /** Absent when it was not given; the age rule is then not looked at. */
  readonly born?: CivilDate;
  /** Programmes on which the person is registered already. */
  readonly current: readonly ProgrammeFacts[];
  /** Programmes on which the person was registered before, and is no longer. */
  readonly former?: readonly ProgrammeFacts[];
  /** The University's permission to read two programmes at once. */
  readonly approval?: Approval;
  /** The route that is taken, and what is brought for the conditions of entry. */
  readonly entry?: { readonly route?: EntryRoute; readonly credentials: readonly Credential[] };
  readonly today: CivilDate;
}

export interface ConfermentRequest {
  /** The day on which the Council conferred it. */
  readonly on: CivilDate;
  readonly today: CivilDate;
}

/** An award is to become that of another programme. */
export interface ConversionRequest {
  readonly from: { readonly award: ProgrammeFacts['award']; readonly conferredOn?: CivilDate };
  readonly today: CivilDate;
}

/** A programme of another institution that is read beside that of the University. */
export interface ConcurrentRequest {
  readonly institution: string;
  readonly title: string;
  /** The first day on which both are read. */
  readonly from: CivilDate;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}

export interface TransferRequest {
  readonly transfer: Omit<Transfer, 'grantedOn'>;
  readonly approvals: readonly Approval[];
  readonly today: CivilDate;
}
