import { approvalsOf, type Command, type StreamKind, type UseCase, useCase } from '#commands';
import { type CivilDate, isRefusal, type Refusal, refuse, text } from '#kernel';
import {
  type Attempt,
  goesOnAs,
  packFor,
  type Registration,
  type RegulationPack,
  type Study,
  type StudyApplicationKind,
} from '#regulations';
import {
  attemptAt,
  emptyRecord,
  evolve,
  RECORD_STREAMS,
  type RecordEvent,
  recordOn,
  recordStream,
  type StudentRecord,
  studyOf,
} from '#student-record';
import { type Deciding, granting } from './applications/granting.ts';

/** One stream per student: one consistency boundary, one replay. */
export const records: StreamKind<StudentRecord> = {
  prefix: RECORD_STREAMS,
  streamOf: recordStream,
  initial: emptyRecord,
  evolve: (record, event) => evolve(record, event as unknown as RecordEvent),
};

/** What rules refused of one student. */
export const REQUEST_STREAMS = 'requests-';

type AboutStudent = Command & { readonly student: string };

interface RecordUseCase<C extends AboutStudent, Facts>
  extends Omit<UseCase<C, StudentRecord, Facts>, 'stream' | 'subject' | 'requests' | 'decide'> {
  /** The applications that it carries out, where the command names one. */
  readonly grants?: StudyApplicationKind;
  readonly decide: Deciding<C, Facts>;
}

/**
 * A use case on the record of the student that the command names. An approval counts from the day on which it was
 * given, so one that is dated later than the request is none, and refused whatever it is for. The record is looked at
 * as it stands on the day of the request. An application that the command names is closed with what it grants.
 */
export const recordUseCase = <C extends AboutStudent, Facts = undefined>({
  grants,
  decide,
  ...definition
}: RecordUseCase<C, Facts>) =>
  useCase<C, StudentRecord, Facts>({
    ...definition,
    stream: records,
    subject: (command) => command.student,
    requests: (command) => `${REQUEST_STREAMS}${command.student}`,
    decide: (record, command, context) =>
      approvalsOf(command).some(({ on }) => on !== undefined && on > context.today)
        ? approvalToCome
        : granting(grants, decide)(recordOn(record, context.today), command, context),
  });

const approvalToCome = refuse(
  'approval-to-come',
  text('An approval is dated later than the request.', '批准日期不可遲於申請日期。'),
);

/** The rules of a registration together with what they look at. */
export interface Governed {
  readonly registration: Registration;
  readonly pack: RegulationPack;
  readonly study: Study;
}

export const governed = (record: StudentRecord, registration: Registration): Governed => ({
  registration,
  pack: packFor(registration.programme.regime),
  study: studyOf(record, registration),
});

/** Whether a registration has not come to its end by a day. */
export function isGoingOn(record: StudentRecord, registration: Registration, day: CivilDate): boolean {
  const { pack, study } = governed(record, registration);
  return goesOnAs(pack.registration.status(study, day).status);
}

/**
 * The registration that a request is about, which goes on on the day: the one it names, or the only one that does.
 * Refused with the clause that ended it where it has ended (`registration-ended`); what the refusal kept from being
 * recorded is not told, and so nobody can set it aside.
 */
export function registrationGoingOn(
  record: StudentRecord,
  programme: string | undefined,
  today: CivilDate,
): Governed | Refusal {
  const goingOn = record.registrations.filter((registration) => isGoingOn(record, registration, today));
  const [only] = goingOn;
  const found =
    programme === undefined && goingOn.length === 1 && only
      ? governed(record, only)
      : registrationFor(record, programme);
  if (isRefusal(found) || goingOn.includes(found.registration)) return found;
  return {
    ...registrationOver,
    ruling: found.pack.registration.ended(found.study, today),
  };
}

/** What needs a registration is asked of one that is at an end; the ruling says why. */
export const registrationOver = refuse(
  'registration-ended',
  text('The registration on the programme is at an end.', '學生在該課程的學籍已終結。'),
);

/** The registration that a request is about: the one it names, or the only one. */
export function registrationFor(record: StudentRecord, programme: string | undefined): Governed | Refusal {
  if (record.registrations.length === 0) return unknownStudent;
  if (programme === undefined && record.registrations.length > 1)
    return refuse(
      'programme-needed',
      text(
        'The student is on more than one programme; name the one that is meant.',
        '學生同時修讀多於一項課程，請指明課程。',
      ),
    );
  const registration = record.registrations.find(
    (candidate) => programme === undefined || candidate.programme.code === programme,
  );
  return registration ? governed(record, registration) : notOnProgramme;
}

/** The attempt that a request is about, under the rules of its programme. */
export function attemptFor(
  record: StudentRecord,
  of: { readonly course: string; readonly term: string },
): (Governed & { readonly attempt: Attempt }) | Refusal {
  if (record.registrations.length === 0) return unknownStudent;
  const attempt = attemptAt(record, of.course, of.term);
  const registration = record.registrations.find((candidate) => candidate.programme.code === attempt?.programme);
  if (!attempt || !registration) return notEnrolled;
  return { ...governed(record, registration), attempt };
}

export { isRefusal };

/** The record of a student who is on it. */
export const studentOn = (record: StudentRecord): StudentRecord | Refusal =>
  record.registrations.length === 0 ? unknownStudent : record;

/** The registration that is at an end which a request is about: the one it names, or the only one. */
export function registrationEnded(
  record: StudentRecord,
  programme: string | undefined,
  today: CivilDate,
): Governed | Refusal {
  const ended = record.registrations.filter((registration) => !isGoingOn(record, registration, today));
  const [only] = ended;
  const found = registrationFor(record, programme ?? (ended.length === 1 ? only?.programme.code : undefined));
  return isRefusal(found) || ended.includes(found.registration) ? found : notEnded;
}

const notEnded = refuse('registration-goes-on', text('The registration is not at an end.', '學籍尚未終結。'));

/** The record of a student, or of an applicant who has been charged. */
export const payerOn = (record: StudentRecord): StudentRecord | Refusal =>
  record.account.charges.length > 0 ? record : studentOn(record);

const unknownStudent = refuse('unknown-student', text('There is no record of this student.', '沒有這名學生的紀錄。'));

const notOnProgramme = refuse(
  'not-on-programme',
  text('The student is not registered on that programme.', '學生並未註冊該課程。'),
);

const notEnrolled = refuse(
  'not-enrolled',
  text('The student is not enrolled in that course in that term.', '學生並未於該學期修讀該學科。'),
);

export const unknownCourse = (code: string): Refusal =>
  refuse('unknown-course', text(`There is no course ${code}.`, `沒有學科 ${code}。`));

export const unknownTerm = (code: string): Refusal =>
  refuse('unknown-term', text(`There is no term ${code}.`, `沒有學期 ${code}。`));

export const unknownProgramme = (code: string): Refusal =>
  refuse('unknown-programme', text(`There is no programme ${code}.`, `沒有課程 ${code}。`));
