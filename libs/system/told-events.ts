import { knowsResults } from '#commands';
import type { EventStore } from '#event-store';
import { type Actor, type Clock, civilDateOf, type RecordedEvent } from '#kernel';

import {
  attemptKey,
  emptyRecord,
  foldOn,
  publishedRecord,
  type RecordEvent,
  recordStream,
  type StudentRecord,
  type StudyApplicationMade,
  unpublishedAttempts,
} from '#student-record';
import { eventsOf, publicationOf } from './record-now.ts';
import { useCaseNamed } from './use-cases.ts';

/** How the history of a student is told to somebody. */
export interface Telling {
  /** An event as it may be known; undefined where it is kept back. */
  readonly tell: (event: RecordedEvent) => RecordedEvent | undefined;
  /** Whether results are kept back. */
  readonly keeps: boolean;
  /** The same history, if every result that is kept back were this grade. */
  readonly supposing: (grade: string) => Telling['tell'];
}

export const allTold: Telling = {
  tell: (event) => event,
  keeps: false,
  supposing: () => (event) => event,
};

/** What the award panel, the School and those who look into a grade have before them. */
const AMONG_STAFF: ReadonlySet<string> = new Set<RecordEvent['type']>([
  'ResultRecommended',
  'ResultApproved',
  'GradeAmendmentProposed',
  'GradeAmendmentWithdrawn',
  'DecisionsToSettle',
  'DecisionSettled',
]);

/**
 * How the history of a student is told: who decides on results is told everything. The student, and any other office,
 * is told no event of a result that is not
 * published, of what followed from one, or of a mark in an examination; and no ruling on what was asked since the first
 * of them was recorded, because its figures would give it away. The events of one command share its ruling and its
 * fields, so that where one of them is kept back, or tells of an examination that was sat, the others come without. Of
 * what was refused a student is told what students may ask: what offices ask of each other is theirs.
 */
export async function tellingTo(
  { store, clock }: { readonly store: Pick<EventStore, 'readStream'>; readonly clock: Clock },
  reader: Actor,
  student: string,
): Promise<Telling> {
  if (knowsResults(reader.role)) return allTold;
  const events = await eventsOf(store, student);
  const record = events.length === 0 ? emptyRecord : foldOn(recordStream(student), events).record;
  const publication = await publicationOf(store, record, civilDateOf(clock.now()));
  const kept = keptOf(record, publishedRecord(record, publication), publication);
  const isUntold = (event: RecordedEvent): boolean => {
    const fact = event as unknown as RecordEvent;
    return AMONG_STAFF.has(event.type) || kept.mark(fact) || kept.result(fact) || kept.consequence(fact);
  };
  const since = events.find((event) => {
    const fact = event as unknown as RecordEvent;
    return kept.result(fact) || kept.consequence(fact);
  })?.position;
  const guarded = new Set(
    events
      .filter((event) => SITTINGS.has(event.type) || (isUntold(event) && event.type !== 'DecisionsToSettle'))
      .map(({ metadata }) => metadata.commandId),
  );
  const tell: Telling['tell'] = (event) => {
    if (event.type === REFUSED ? !isOwnRefusal(event, reader, student) : isUntold(event)) return undefined;
    const told = withoutWork(SITTINGS.has(event.type) ? withoutMark(event) : event);
    if (guarded.has(event.metadata.commandId)) return withoutCommand(told);
    return since !== undefined && event.position > since ? withoutPreview(withoutRuling(told)) : told;
  };
  const supposing = (grade: string): Telling['tell'] => {
    return (event) =>
      kept.result(event as unknown as RecordEvent)
        ? { ...withoutRuling(event), data: { ...(event.data as object), grade } }
        : tell(event);
  };
  return { tell, keeps: since !== undefined, supposing };
}

const REFUSED = 'RequestRefused';

/** Whether what was refused is a request of the reader's own, or one that the student made or might have made. */
const isOwnRefusal = ({ metadata: { actor, command } }: RecordedEvent, reader: Actor, student: string): boolean =>
  actor.role === 'student'
    ? actor.id === student
    : actor.role === reader.role || (useCaseNamed(command.type)?.by.includes('student') ?? false);

const withoutRuling = (event: RecordedEvent): RecordedEvent => ({
  ...event,
  metadata: { ...event.metadata, ruling: undefined, basis: undefined },
});

/** An application without what the rules made of it, which stands beside its facts. */
function withoutPreview(event: RecordedEvent): RecordedEvent {
  if (event.type !== MADE) return event;
  const { application } = event.data as StudyApplicationMade['data'];
  const { preview: _preview, ...facts } = application;
  return { ...event, data: { application: facts } };
}

const MADE: RecordEvent['type'] = 'StudyApplicationMade';

/** What a decision rested on, without the list of others that hang on it: offices settle them among themselves. */
const withoutWork = (event: RecordedEvent): RecordedEvent => {
  const { basis } = event.metadata;
  if (!basis?.worked) return event;
  const { worked: _worked, ...read } = basis;
  return { ...event, metadata: { ...event.metadata, basis: read } };
};

/** The fields of a command that say what it is about, and nothing of what it records. */
const ABOUT: ReadonlySet<string> = new Set(['student', 'programme', 'course', 'term', 'assignment', 'kind']);

/** What happened, without anything that was said when it was asked. */
function withoutCommand(event: RecordedEvent): RecordedEvent {
  const { command, override: _override, ...metadata } = withoutRuling(event).metadata;
  const about = Object.entries(command.data as object).filter(([field]) => ABOUT.has(field));
  return { ...event, metadata: { ...metadata, command: { ...command, data: Object.fromEntries(about) } } };
}

const SITTINGS: ReadonlySet<string> = new Set<RecordEvent['type']>(['SittingRecorded', 'SittingCorrected']);

/** A sitting as it is told to who sat: that it was, and on which day. */
function withoutMark(event: RecordedEvent): RecordedEvent {
  const { sitting, on } = event.data as { readonly sitting: { readonly mark?: number }; readonly on?: string };
  const { mark: _mark, ...sat } = sitting;
  return { ...event, data: on === undefined ? { sitting: sat } : { sitting: sat, on } };
}

type Test = (event: RecordEvent) => boolean;

/** What of a record is kept back, by comparing it with its published part. */
function keptOf(
  record: StudentRecord,
  told: StudentRecord,
  publication: Parameters<typeof publishedRecord>[1],
): Readonly<Record<'result' | 'mark' | 'consequence', Test>> {
  const hidden = new Set(
    unpublishedAttempts(record, publication).map(({ course, term }) => attemptKey(course.code, term.code)),
  );
  const examinations = new Set(
    record.attempts.flatMap(({ course, term, items }) =>
      items.filter(({ kind }) => kind === 'examination').map(({ id }) => `${attemptKey(course.code, term.code)}/${id}`),
    ),
  );
  const standings = new Set(
    record.standings
      .filter((one) => !told.standings.includes(one))
      .map(({ programme, term }) => `${programme}/${term.code}`),
  );
  const moves = new Set(
    record.moves
      .filter((move) => !told.moves.includes(move))
      .map(({ programme, recordedOn, clause }) => `${programme}/${recordedOn}/${clause}`),
  );
  const conferred = new Set(
    record.conferments.filter((one) => !told.conferments.includes(one)).map(({ programme }) => programme),
  );
  const charges = new Set(
    record.account.charges.filter((one) => !told.account.charges.includes(one)).map(({ id }) => id),
  );
  const holds = new Set(record.holds.filter((one) => !told.holds.includes(one)).map(({ id }) => id));
  return {
    result: ({ type, data }) =>
      (type === 'GradeRecorded' || type === 'GradeCorrected') && hidden.has(attemptKey(data.course, data.term)),
    mark: ({ type, data }) =>
      type === 'AssignmentMarked' && examinations.has(`${attemptKey(data.course, data.term)}/${data.assignment}`),
    consequence: ({ type, data }) => {
      switch (type) {
        case 'StandingDecided':
        case 'StandingRevised':
          return standings.has(`${data.decision.programme}/${data.decision.term.code}`);
        case 'AcademicAdviceRecorded':
          return standings.has(`${data.advice.programme}/${data.advice.term}`);
        case 'ProgrammeCompleted':
        case 'RegistrationTerminated':
        case 'RegistrationReinstated':
          return moves.has(`${data.programme}/${data.recordedOn}/${data.clause}`);
        case 'SittingRecorded':
        case 'SittingCorrected':
          return data.sitting.kind === 'resit' && hidden.has(data.sitting.attempt);
        case 'ResitArranged':
          return hidden.has(data.resit.attempt);
        case 'ResitDeferralDecided':
          return data.resits.some(({ attempt }) => hidden.has(attempt));
        case 'ExaminationExemptionDecided':
          return !told.examinations.exemptions.some(({ id, decision }) => id === data.application && decision);
        case 'SpecialCircumstancesConsidered':
          return !told.requests.circumstances.some(({ id, consideration }) => id === data.id && consideration);
        case 'OralExaminationRecorded':
          return !told.requests.orals.some(({ id, result }) => id === data.id && result);
        case 'AwardConferred':
          return conferred.has(data.conferment.programme);
        case 'StudyApplicationDeclined':
          return !told.applications.some(({ id, end }) => id === data.application && end);
        case 'HoldPlaced':
          return holds.has(data.hold.id);
        case 'HoldReleased':
          return holds.has(data.hold);
        case 'ChargeRecorded':
          return charges.has(data.charge.id);
        default:
          return false;
      }
    },
  };
}
