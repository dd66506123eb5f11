import { FEE_SCHEDULE, fees, terms } from '#catalogue';
import { Command, IsCodeList, IsExaminationApplicationId, IsFlag, IsReason, IsStudentId, IsTermCode } from '#commands';
import { accept, type CivilDate, decideBy, type Refusal, refuse, text } from '#kernel';
import { type Attempt, outstandingOf, type Resit, type ResitDeferral } from '#regulations';
import {
  attemptKey,
  type ChargeRecorded,
  type ChargeWaived,
  type ResitDeferralDecided,
  type ResitDeferralRequested,
  type StudentRecord,
} from '#student-record';
import type { Charging } from '../finance/charging.ts';
import { attemptFor, type Governed, isRefusal, recordUseCase, studentOn } from '../record-use-case.ts';
import { resitDay, resitFee } from './arrange-resit.ts';
import { isKnown } from './deferred-examination.ts';
import { IsPeriod, IsSetDay, laterOf } from './later.ts';
import { alreadyDecided, applicationKnown, unknownApplication } from './papers.ts';

/**
 * A student who has two or more resits in one term asks to put off some of them, at most half. Refused for a single
 * resit, for more than half, and later than a week before the first of them. [5cu/assess/15.3]
 */
export class ApplyToDeferResits extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsExaminationApplicationId({ description: 'What the application is called within the record.' })
  readonly application!: string;

  @IsTermCode({ description: 'The term in which the resits are taken.' })
  readonly term!: string;

  @IsCodeList({ description: 'The courses whose resits are put off.' })
  readonly courses!: string[];

  @IsReason()
  readonly reason!: string;
}

export const applyToDeferResits = recordUseCase({
  command: ApplyToDeferResits,
  path: 'resit-deferral-applications',
  summary: text('Apply to defer resits', '申請延期重考'),
  by: ['student', 'registry', 'registrar', 'migration'],
  clauses: ['5cu/assess/15.3', '3cu/assess/5.1'],
  decide: (record, command: ApplyToDeferResits, { today }) => {
    const { application: id, term, courses, reason } = command;
    if (isKnown(record.examinations, id)) return applicationKnown;
    const found = resitted(record, term, courses);
    if (isRefusal(found)) return found;
    const { pack, study, attempts } = found;
    const application: ResitDeferral = { id, term, attempts: attempts.map(keyOf), reason, on: today };
    const requested: ResitDeferralRequested = { type: 'ResitDeferralRequested', data: { application } };
    const {
      latest: _latest,
      clause: _clause,
      ...ruling
    } = pack.examination.resitDeferral(study, {
      term,
      attempts,
      today,
    });
    return decideBy(ruling, [requested], refused);
  },
});

/**
 * Whether some of several resits of a term are put off, and when they are taken instead. What is still owed of a resit
 * fee is owed by the day before the new one. [5cu/assess/15.3]
 */
export class DeferResits extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsExaminationApplicationId()
  readonly application!: string;

  @IsFlag({ description: 'Whether it is granted.', optional: false })
  readonly granted!: boolean;

  @IsReason()
  readonly reason!: string;

  @IsPeriod()
  readonly period?: string;

  @IsSetDay()
  readonly examinationOn?: CivilDate;
}

export const deferResits = recordUseCase({
  command: DeferResits,
  path: 'resit-deferrals',
  summary: text('Defer resits', '延期重考'),
  by: ['registry', 'registrar', 'migration'],
  clauses: ['5cu/assess/15.2(c)', '5cu/assess/15.3'],
  facts: async (reader, command: DeferResits) => ({
    period: command.period === undefined ? undefined : await reader.read(terms, command.period),
    schedule: await reader.read(fees, FEE_SCHEDULE),
  }),
  decide: (record, command, { facts, today }) => {
    const unknown = studentOn(record);
    if (isRefusal(unknown)) return unknown;
    const application = record.examinations.resitDeferrals.find(({ id }) => id === command.application);
    if (!application) return unknownApplication;
    if (application.decision) return alreadyDecided;
    const courses = application.attempts.map((key) => key.slice(0, key.lastIndexOf('@')));
    const found = resitted(record, application.term, courses);
    if (isRefusal(found)) return found;
    const { pack, study, attempts, registration } = found;
    const { period, schedule = [] } = facts ?? {};
    const later = laterOf(command, period);
    if (isRefusal(later)) return later;
    const { term } = application;
    const { granted, reason } = command;
    const { latest, clause, ...ruling } = pack.examination.resitDeferral(study, { term, attempts, later, today });
    const decision = { application: application.id, granted, reason, clause, on: today };
    if (!granted) return accept([decidedAs(decision, [])]);
    const moved = attempts.map((attempt) => {
      const before = record.examinations.resits.find((each) => each.attempt === keyOf(attempt)) as Resit;
      const resit: Resit = {
        ...before,
        period: command.period,
        examinationOn: command.examinationOn,
        latest,
        arrangedOn: today,
        deferredFrom: { period: term, latest: before.latest, on: today },
      };
      const charging = { account: record.account, registration, schedule, today };
      const money = feeMoved(charging, attempt, before, resitDay(resit, period));
      const charge = money.flatMap((event) => (event.type === 'ChargeRecorded' ? [event.data.charge.id] : []))[0];
      return { resit: charge ? { ...resit, charge } : resit, money };
    });
    const events = [
      decidedAs(
        decision,
        moved.map(({ resit }) => resit),
      ),
      ...moved.flatMap(({ money }) => money),
    ];
    return decideBy(ruling, events, refused);
  },
});

const decidedAs = (
  data: Omit<ResitDeferralDecided['data'], 'resits'>,
  resits: readonly Resit[],
): ResitDeferralDecided => ({ type: 'ResitDeferralDecided', data: { ...data, resits } });

const keyOf = ({ course, term }: Attempt): string => attemptKey(course.code, term.code);

/** A fee of which something is owed gives way to one that is due by the day before the new examination. */
function feeMoved(
  charging: Charging,
  attempt: Attempt,
  { charge }: Resit,
  day: CivilDate,
): (ChargeWaived | ChargeRecorded)[] {
  const { account, today } = charging;
  const cents = charge === undefined ? 0 : outstandingOf(account, charge, today);
  if (charge === undefined || cents === 0) return [];
  const waived: ChargeWaived = {
    type: 'ChargeWaived',
    data: { waiver: { charge, cents, on: today, authority: 'university', reason: 'the resit is put off' } },
  };
  return [
    waived,
    ...resitFee(charging, attempt, day).map(({ type, data }) => ({
      type,
      data: { charge: { ...data.charge, cents } },
    })),
  ];
}

/** The attempts at courses whose resits are meant: the last at each that has one in the term. */
function resitted(
  record: StudentRecord,
  term: string,
  courses: readonly string[],
): (Governed & { readonly attempts: readonly Attempt[] }) | Refusal {
  const unknown = studentOn(record);
  if (isRefusal(unknown)) return unknown;
  if (courses.length === 0) return noCourses;
  const found = courses.map((course) => {
    const resit = record.examinations.resits.findLast(
      ({ attempt, period }) => attempt.startsWith(`${course}@`) && (period ?? term) === term,
    );
    const of = resit?.attempt.slice(course.length + 1);
    return attemptFor(record, { course, term: of ?? lastTerm(record, course) ?? term });
  });
  const refusal = found.find(isRefusal);
  if (refusal) return refusal;
  const governed = found as (Governed & { attempt: Attempt })[];
  const [first] = governed as [Governed & { attempt: Attempt }];
  return { ...first, attempts: governed.map(({ attempt }) => attempt) };
}

const lastTerm = ({ attempts }: StudentRecord, course: string): string | undefined =>
  attempts.findLast((attempt) => attempt.course.code === course)?.term.code;

const noCourses = refuse('no-courses-named', text('Name at least one course.', '請註明最少一個學科。'));

const refused = {
  code: 'resit-deferral-refused',
  message: text('The regulations do not allow these resits to be deferred.', '按規例不可延期此等重考。'),
};
