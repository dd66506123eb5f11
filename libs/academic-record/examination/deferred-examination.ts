import { ApprovalPart, IsExaminationApplicationId, IsFlag, IsOneOf, IsPart, IsPartList, IsReason } from '#commands';
import { accept, type CivilDate, decideBy, type Refusal, refuse, text } from '#kernel';
import {
  ABSENCE_GROUNDS,
  type AbsenceGround,
  type Attempt,
  type DeferredExamination,
  type ExaminationFile,
  SITTING_KINDS,
  type Sitting,
  type SittingKind,
} from '#regulations';
import { attemptKey, type DeferredExaminationDecided, type DeferredExaminationRequested } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { IsPeriod, IsSetDay, laterFacts, laterOf } from './later.ts';
import {
  alreadyDecided,
  applicationKnown,
  CertificatePart,
  certificateOf,
  dayNeeded,
  examinationDayOf,
  IsExaminationDay,
  IsKnownOn,
  notExaminedOn,
  unknownApplication,
} from './papers.ts';

/**
 * A candidate who was absent from an examination, or will be, asks for a deferred one. For health it takes a certificate
 * whose sick leave covers the day, within 7 days after the examination; what is known 7 days before it is told by then.
 * For another serious event it takes an explanation in writing and evidence where there is some. That there are many
 * examinations to sit is no ground. [5cu/assess/11.1] [5cu/assess/11.2] [5cu/assess/11.3] [3cu/assess/11.1]
 * [3cu/assess/11.2] [3cu/assess/11.3] [5cu/dl/8.11.5] [5cu/ug/9.7.5] [5cu/tpg/9.5.5] [3cu/dl/9.12.2] [3cu/ug/9.9.2]
 * [3cu/tpg/9.9.2]
 */
export class ApplyForDeferredExamination extends AboutAttempt {
  @IsExaminationApplicationId({ description: 'What the application is called within the record.' })
  readonly application!: string;

  @IsOneOf(ABSENCE_GROUNDS, { description: 'Health, another serious event, or that there are many examinations.' })
  readonly ground!: AbsenceGround;

  @IsOneOf(SITTING_KINDS, {
    description: 'The examination that is missed; that of the course unless told.',
    optional: true,
  })
  readonly kind?: SittingKind;

  @IsExaminationDay()
  readonly examinationOn?: CivilDate;

  @IsKnownOn()
  readonly knownOn?: CivilDate;

  @IsPart(CertificatePart, { description: 'The medical certificate.', optional: true })
  readonly certificate?: CertificatePart;

  @IsReason({ description: 'The absence, explained in writing.', optional: true })
  readonly explanation?: string;

  @IsReason({ description: 'What shows the event.', optional: true })
  readonly evidence?: string;

  @IsPartList(ApprovalPart, 5, { description: 'The University lets a thing be that normally is not.', optional: true })
  readonly approvals?: ApprovalPart[];
}

export const applyForDeferredExamination = recordUseCase({
  command: ApplyForDeferredExamination,
  path: 'deferred-examination-applications',
  summary: text('Apply for a deferred examination', '申請延期考試'),
  by: ['student', 'registry', 'registrar', 'migration'],
  clauses: [
    '5cu/assess/11.1',
    '5cu/assess/11.1(a)',
    '5cu/assess/11.1(b)',
    '5cu/assess/11.2',
    '5cu/assess/11.3',
    '5cu/assess/11.3(a)',
    '5cu/assess/11.3(b)',
    '5cu/dl/8.11.5',
    '5cu/ug/9.7.5',
    '5cu/tpg/9.5.5',
    '3cu/assess/11.1',
    '3cu/assess/11.1(a)',
    '3cu/assess/11.1(b)',
    '3cu/assess/11.2',
    '3cu/assess/11.3',
    '3cu/assess/11.3(a)',
    '3cu/assess/11.3(b)',
    '3cu/dl/9.12.2',
    '3cu/ug/9.9.2',
    '3cu/tpg/9.9.2',
  ],
  decide: (record, command: ApplyForDeferredExamination, { today }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { application: id, ground, kind = 'original', knownOn, explanation, evidence, approvals = [] } = command;
    if (isKnown(record.examinations, id)) return applicationKnown;
    const examinationOn = missedDay(record.examinations, attempt, kind, command.examinationOn);
    if (typeof examinationOn === 'object') return examinationOn;
    if (record.examinations.deferred.some((each) => isLive(each, attempt, kind, examinationOn))) return asked;
    const certificate = command.certificate && certificateOf(command.certificate);
    const missed = { ground, kind, examinationOn, knownOn, certificate, explanation, evidence };
    const ruling = pack.examination.absence(study, { ...missed, attempt, approvals, today });
    const application: DeferredExamination = {
      id,
      attempt: attemptKey(command.course, command.term),
      ...missed,
      on: today,
    };
    const requested: DeferredExaminationRequested = { type: 'DeferredExaminationRequested', data: { application } };
    return decideBy(ruling, [requested], {
      code: 'deferred-examination-not-applied',
      message: text('The regulations do not allow this application.', '按規例不接納此申請。'),
    });
  },
});

/** Whether any application about examinations goes by a name. */
export const isKnown = ({ deferred, exemptions, resitDeferrals }: ExaminationFile, id: string): boolean =>
  [...deferred, ...exemptions, ...resitDeferrals].some((each) => each.id === id);

/** Whether an application stands for the same examination: a course without several papers has one, whatever day is named. */
function isLive(each: DeferredExamination, attempt: Attempt, kind: SittingKind, day: CivilDate): boolean {
  const isSame = each.attempt === attemptKey(attempt.course.code, attempt.term.code) && each.kind === kind;
  if (!isSame || each.decision?.granted === false) return false;
  const isOne = kind === 'original' ? papersOf(attempt).length <= 1 : !each.decision;
  return isOne || each.examinationOn === day;
}

const papersOf = ({ items }: Attempt) => items.filter(({ kind }) => kind === 'examination');

/** The day of the examination that is missed. */
function missedDay(
  { sittings, deferred, resits }: ExaminationFile,
  attempt: Attempt,
  kind: SittingKind,
  named: CivilDate | undefined,
): CivilDate | Refusal {
  const key = attemptKey(attempt.course.code, attempt.term.code);
  if (kind === 'original') {
    const own = sittings.filter((each) => each.attempt === key && each.kind === kind);
    return originalDay(own, attempt, named);
  }
  const granted =
    kind === 'resit'
      ? resits.find((each) => each.attempt === key)
      : deferred.findLast((each) => each.attempt === key && each.decision?.granted)?.decision;
  const day = granted?.examinationOn ?? named;
  return granted && day !== undefined ? day : nothingMissed;
}

/** An absence on record fixes the day; that of a paper of which nothing is on record is the one of the timetable. */
function originalDay(
  sittings: readonly Sitting[],
  attempt: Attempt,
  named: CivilDate | undefined,
): CivilDate | Refusal {
  const missed = sittings.filter(({ absent }) => absent);
  if (missed.length === 0) return examinationDayOf(attempt, named);
  const toCome = papersOf(attempt).filter(({ id }) => !sittings.some(({ examination }) => examination === id));
  const days = [...new Set([...missed.map(({ on }) => on), ...toCome.map(({ due }) => due)])].sort();
  const [only] = days;
  if (named !== undefined) return days.includes(named) ? named : notExaminedOn(named, days);
  return only !== undefined && days.length === 1 ? only : dayNeeded(days);
}

const asked = refuse(
  'already-applied',
  text('A deferred examination has been asked for already.', '已就該考試申請延期考試。'),
);

const nothingMissed = refuse(
  'no-such-examination',
  text('No such examination has been set for the student.', '學生並無該項考試安排。'),
);

/**
 * The University accepts the reason of an absence or does not, and says when the examination is taken instead: in the
 * next regular examinations of the course or within a year after the term. Refused below a coursework score of 31, where
 * that is asked, and with something compulsory outstanding. [5cu/assess/12.1] [5cu/assess/12.2] [3cu/assess/12.1]
 * [3cu/assess/12.2]
 */
export class DecideDeferredExamination extends AboutAttempt {
  @IsExaminationApplicationId()
  readonly application!: string;

  @IsFlag({ description: 'Whether it is granted.', optional: false })
  readonly granted!: boolean;

  @IsReason({ description: 'Why the reason of the absence is accepted, or is not.' })
  readonly reason!: string;

  @IsPeriod()
  readonly period?: string;

  @IsSetDay()
  readonly examinationOn?: CivilDate;
}

export const decideDeferredExamination = recordUseCase({
  command: DecideDeferredExamination,
  path: 'deferred-examination-decisions',
  summary: text('Decide on a deferred examination', '審批延期考試'),
  by: ['registry', 'registrar', 'migration'],
  clauses: [
    '5cu/assess/12.1',
    '5cu/assess/12.2',
    '5cu/assess/12.2(a)',
    '5cu/assess/12.2(b)',
    '3cu/assess/12.1',
    '3cu/assess/12.2',
    '3cu/assess/12.2(a)',
    '3cu/assess/12.2(b)',
  ],
  facts: (reader, command: DecideDeferredExamination) => laterFacts(reader, command.course, command),
  decide: (record, command, { facts, today }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const key = attemptKey(command.course, command.term);
    const application = record.examinations.deferred.find(
      (each) => each.id === command.application && each.attempt === key,
    );
    if (!application) return unknownApplication;
    if (application.decision) return alreadyDecided;
    const later = laterOf(command, facts.period, facts.examinedIn);
    if (isRefusal(later)) return later;
    const { granted, reason, period, examinationOn } = command;
    const { latest, clause, ...ruling } = pack.examination.deferral(study, {
      ...later,
      attempt,
      application,
      reason,
      today,
    });
    const decided: DeferredExaminationDecided = {
      type: 'DeferredExaminationDecided',
      data: {
        application: application.id,
        decision: granted
          ? { granted, reason, period, examinationOn, latest, clause, on: today }
          : { granted, reason, clause, on: today },
      },
    };
    if (!granted) return accept([decided]);
    return decideBy(ruling, [decided], {
      code: 'deferred-examination-refused',
      message: text('The regulations do not allow a deferred examination.', '按規例不可延期考試。'),
    });
  },
});
