import { terms } from '#catalogue';
import { ApprovalPart, IsOneOf, IsPartList, IsTermCode, type Role } from '#commands';
import { type CivilDate, type Decision, decideBy, type Refusal, refuse, text } from '#kernel';
import type { EndRuling } from '#regulations';
import { type RecordEvent, recordOn, type StudentRecord } from '#student-record';
import { dayToCome } from '../day-to-come.ts';
import { type Governed, isRefusal, recordUseCase, registrationGoingOn, unknownTerm } from '../record-use-case.ts';
import { RegistrationOnADay } from '../registration-on-a-day.ts';
import { coursesLeft, type Examinations, examinationsOf } from './left-courses.ts';

/** Ends that come by lapse of time: found by a scheduled process, or entered by the Registry one by one. */
const BY: readonly Role[] = ['registrar', 'registry', 'migration'];

/** What one end is asked, and what is recorded of it. */
interface End {
  judge(found: Governed, day: CivilDate): EndRuling | undefined;
  event(made: EndRuling, code: string): RecordEvent;
  /** Why the courses under way go with it, and the days of those examinations that the terms do not tell. */
  readonly courses?: {
    readonly reason: string;
    readonly examinations: Examinations;
    /** Whether the work of the term that it is about is not recognised. */
    unrecognised?(made: EndRuling): string;
  };
}

/**
 * Judges an end on the day that is asked for; it takes effect on the day on which it came about, and takes the courses
 * that are under way then. Nobody sets a refusal aside: an end by lapse of time that has not come about would be planted on a day to come.
 */
function ending(
  record: StudentRecord,
  { programme, on }: RegistrationOnADay,
  today: CivilDate,
  { judge, event, courses }: End,
): Decision {
  const day = on ?? today;
  if (day > today) return dayToCome;
  const found = registrationGoingOn(recordOn(record, day), programme, today);
  if (isRefusal(found)) return found;
  const made = judge(found, day);
  if (!made) return noSuchEnd;
  const left = courses
    ? found.pack.registration.coursesAtEnd(found.study, {
        on: made.on,
        examinations: courses.examinations,
        unrecognised: courses.unrecognised?.(made),
      })
    : [];
  const events = [...coursesLeft(left, made.on, courses?.reason ?? ''), event(made, found.registration.programme.code)];
  const decision = decideBy(made.ruling, events, {
    code: 'registration-goes-on',
    message: text('The registration is not at an end.', '學籍尚未終結。'),
  });
  if (decision.outcome === 'accepted') return { ...decision, effectiveOn: made.on };
  // Before its day an end has not come about: nothing is kept that an override could record.
  const { events: _none, ...refused } = decision;
  return refused;
}

const noSuchEnd: Refusal = refuse(
  'other-mode',
  text(
    'The regulations of this mode of study know no such end of a registration, or nothing was deferred that could lead to it.',
    '此修讀模式並無此類終結學籍的規定，或並無相關的延期安排。',
  ),
);

/**
 * A registration for distance learning is found to have lapsed: no course for 24 months after the later of the last
 * withdrawal and the end of the last term in which one was taken. [5cu/dl/5.4] [5cu/gloss/28] [3cu/dl/6.4] [3cu/gloss/36]
 */
export class LapseRegistration extends RegistrationOnADay {}

export const lapseRegistration = recordUseCase({
  command: LapseRegistration,
  path: 'registration-lapses',
  summary: text('Record that a registration has lapsed', '記錄學籍失效'),
  by: BY,
  clauses: ['5cu/dl/5.4', '5cu/gloss/28', '3cu/dl/6.4', '3cu/gloss/36'],
  decide: (record, command: LapseRegistration, { today }) =>
    // A course that is being taken keeps it from lapsing: none goes with it.
    ending(record, command, today, {
      judge: ({ pack, study }, day) => pack.registration.lapse(study, day),
      event: ({ on, since, clause }, programme) => ({
        type: 'RegistrationLapsed',
        data: { programme, on, recordedOn: today, clause, since },
      }),
    }),
});

/**
 * The study of a face-to-face student is ended after the longest period, N + 2 years or of five-credit taught
 * postgraduates six, with what was granted beyond, when the requirements of the programme are not met.
 * [5cu/ug/7.2] [5cu/ug/7.3] [5cu/tpg/7.1] [5cu/tpg/7.2] [3cu/ug/7.2] [3cu/ug/7.3] [3cu/tpg/7.1] [3cu/tpg/7.2]
 */
export class DiscontinueStudy extends RegistrationOnADay {}

export const discontinueStudy = recordUseCase({
  command: DiscontinueStudy,
  path: 'discontinuations',
  summary: text('End study after the longest period', '逾最長修業期終止學籍'),
  by: BY,
  clauses: [
    '5cu/ug/7.1',
    '5cu/ug/7.2',
    '5cu/ug/7.3',
    '5cu/tpg/7.1',
    '5cu/tpg/7.2',
    '3cu/ug/7.1',
    '3cu/ug/7.2',
    '3cu/ug/7.3',
    '3cu/tpg/7.1',
    '3cu/tpg/7.2',
    '3cu/ug/11.5.2',
    '3cu/tpg/10.5.2',
  ],
  facts: (reader, { student }: DiscontinueStudy) => examinationsOf(reader, student),
  decide: (record, command, { facts: examinations, today }) =>
    ending(record, command, today, {
      judge: ({ pack, study }, day) =>
        pack.registration.discontinuation(study, { met: () => pack.audit(study).met, today: day }),
      event: ({ on, clause, ruling }, programme) => ({
        type: 'RegistrationDiscontinued',
        data: { programme, on, recordedOn: today, clause, years: Number(ruling.findings[0]?.figures?.years) },
      }),
      courses: { reason: 'the longest period of study is over', examinations },
    }),
});

/**
 * A face-to-face student who has not registered for a term in time is deregistered: who does not at entry has given up the
 * place, who does not later has ended study; so may a full-time taught postgraduate be who does not follow the load. [5cu/ug/2.3] [5cu/ug/3.4] [5cu/tpg/2.3] [5cu/tpg/3.4] [3cu/ug/2.3] [3cu/ug/3.4] [3cu/tpg/2.3] [3cu/tpg/3.4]
 */
export class Deregister extends RegistrationOnADay {
  @IsTermCode({ description: 'The term that was not registered for, or whose load was not followed.' })
  readonly term!: string;

  @IsOneOf(['not-registered', 'load-not-followed'], {
    description: 'Why; a load is followed by full-time taught postgraduates. Not registered unless told.',
    optional: true,
  })
  readonly ground?: 'not-registered' | 'load-not-followed';

  @IsPartList(ApprovalPart, 5, { description: 'The decision of the University on a load.', optional: true })
  readonly approvals?: ApprovalPart[];
}

export const deregister = recordUseCase({
  command: Deregister,
  path: 'deregistrations',
  summary: text('Deregister a student who did not register for a term', '撤銷未註冊學生的學籍'),
  by: BY,
  clauses: [
    '5cu/ug/2.3',
    '5cu/ug/3.4',
    '5cu/tpg/2.3',
    '5cu/tpg/3.4',
    '5cu/tpg/3.6',
    '3cu/ug/2.3',
    '3cu/ug/3.4',
    '3cu/tpg/2.3',
    '3cu/tpg/3.4',
    '3cu/tpg/3.6',
  ],
  facts: async (reader, { student, term }: Deregister) => ({
    term: await reader.read(terms, term),
    examinations: await examinationsOf(reader, student),
  }),
  decide: (record, command, { facts: { term, examinations }, today }) =>
    term
      ? ending(record, command, today, {
          judge: ({ pack, study }, day) =>
            command.ground === 'load-not-followed'
              ? pack.registration.loadNotFollowed(study, { term, approvals: command.approvals ?? [], today: day })
              : pack.registration.deregistration(study, { term, met: () => pack.audit(study).met, today: day }),
          event: ({ on, clause }, programme) => ({
            type: 'StudentDeregistered',
            data: { programme, on, recordedOn: today, clause, term: term.code },
          }),
          courses: { reason: `deregistered for ${term.code}`, examinations },
        })
      : unknownTerm(command.term),
});

/**
 * Provisional registration has come to its end: the tuition whose payment was deferred had not all arrived by the new
 * day. The student is deregistered from the day after it, and the work of the term is not recognised. [5cu/ug/3.6]
 * [3cu/ug/3.6]
 */
export class EndProvisionalRegistration extends RegistrationOnADay {}

export const endProvisionalRegistration = recordUseCase({
  command: EndProvisionalRegistration,
  path: 'provisional-registration-ends',
  summary: text('Record the end of provisional registration', '記錄臨時註冊終止'),
  by: BY,
  clauses: ['5cu/ug/3.6', '3cu/ug/3.6'],
  facts: (reader, { student }: EndProvisionalRegistration) => examinationsOf(reader, student),
  decide: (record, command, { facts: examinations, today }) =>
    ending(record, command, today, {
      judge: ({ pack, study }, day) => pack.registration.provisionalEnd(study, day),
      event: (made, programme) => ({
        type: 'StudentDeregistered',
        data: { programme, on: made.on, recordedOn: today, clause: made.clause, term: unpaidTerm(made) },
      }),
      courses: { reason: 'provisional registration ended', examinations, unrecognised: unpaidTerm },
    }),
});

const unpaidTerm = ({ ruling }: EndRuling): string => String(ruling.findings[0]?.figures?.term);
