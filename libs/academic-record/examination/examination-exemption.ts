import { ApprovalPart, IsExaminationApplicationId, IsFlag, IsPart, IsPartList, IsReason, IsTermCode } from '#commands';
import { accept, type CivilDate, decideBy, refuse, text } from '#kernel';
import type { ExaminationExemption } from '#regulations';
import {
  attemptKey,
  type ExaminationExemptionDecided,
  type ExaminationExemptionRequested,
  type GradeRecorded,
} from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { gradeToRecord, withRevisedStandings } from '../assessment/graded.ts';
import { gradedTermFacts, gradedTermOf } from '../assessment/graded-term.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { isKnown } from './deferred-examination.ts';
import {
  alreadyDecided,
  applicationKnown,
  CertificatePart,
  certificateOf,
  examinationDayOf,
  IsExaminationDay,
  IsKnownOn,
  RecommendationPart,
  unknownApplication,
} from './papers.ts';

/**
 * A student who was ill at the examination of the last course of a programme, and cannot go on, asks to be exempted from
 * it and to be passed: in the days of an absence, or after a deferred examination was asked for in them, with the
 * certificate of a registered doctor and what the tutor writes. [5cu/assess/13.1]
 * [5cu/assess/13.2] [5cu/assess/13.3] [3cu/assess/13.1] [3cu/assess/13.2] [3cu/assess/13.3]
 */
export class ApplyForExaminationExemption extends AboutAttempt {
  @IsExaminationApplicationId({ description: 'What the application is called within the record.' })
  readonly application!: string;

  @IsPart(CertificatePart, { description: 'The medical certificate.' })
  readonly certificate!: CertificatePart;

  @IsReason({ description: 'Why study cannot go on.' })
  readonly cannotContinue!: string;

  @IsPart(RecommendationPart, { description: 'What the tutor or teacher writes.' })
  readonly recommendation!: RecommendationPart;

  @IsExaminationDay()
  readonly examinationOn?: CivilDate;

  @IsKnownOn()
  readonly knownOn?: CivilDate;
}

export const applyForExaminationExemption = recordUseCase({
  command: ApplyForExaminationExemption,
  path: 'examination-exemption-applications',
  summary: text('Apply for exemption from an examination', '申請豁免考試'),
  by: ['student', 'registry', 'registrar', 'migration'],
  clauses: [
    '5cu/assess/11.1',
    '5cu/assess/11.1(b)',
    '5cu/assess/11.2',
    '5cu/assess/13.2',
    '5cu/assess/13.3',
    '5cu/assess/13.3(a)',
    '5cu/assess/13.3(b)',
    '3cu/assess/11.1',
    '3cu/assess/11.1(b)',
    '3cu/assess/11.2',
    '3cu/assess/13.2',
    '3cu/assess/13.3',
    '3cu/assess/13.3(a)',
    '3cu/assess/13.3(b)',
  ],
  decide: (record, command: ApplyForExaminationExemption, { today }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    if (attempt.status !== 'enrolled' || !attempt.course.examination) return notExamined;
    if (isKnown(record.examinations, command.application)) return applicationKnown;
    const examinationOn = examinationDayOf(attempt, command.examinationOn);
    if (typeof examinationOn === 'object') return examinationOn;
    const { application: id, cannotContinue, knownOn } = command;
    const { workEnclosed = false, ...written } = command.recommendation;
    const claimed = {
      certificate: certificateOf(command.certificate),
      examinationOn,
      knownOn,
      cannotContinue,
      recommendation: { ...written, workEnclosed },
    };
    const ruling = pack.examination.exemption(study, { ...claimed, attempt, today });
    const application: ExaminationExemption = {
      id,
      attempt: attemptKey(command.course, command.term),
      ...claimed,
      on: today,
    };
    const requested: ExaminationExemptionRequested = { type: 'ExaminationExemptionRequested', data: { application } };
    return decideBy(ruling, [requested], {
      code: 'exemption-not-applied',
      message: text('The regulations do not allow this application.', '按規例不接納此申請。'),
    });
  },
});

/**
 * The Senate exempts from an examination, on the word of the award panel where the coursework is not passed, and lets the
 * course be passed; the Pass is recorded in the same breath. It is the only way to a pass without the examination. Refused
 * is also what keeps the course from being passed beside the examination. [5cu/assess/13.1] [3cu/assess/13.1]
 */
export class DecideExaminationExemption extends AboutAttempt {
  @IsExaminationApplicationId()
  readonly application!: string;

  @IsFlag({ description: 'Whether it is granted.', optional: false })
  readonly granted!: boolean;

  @IsReason()
  readonly reason!: string;

  @IsTermCode({
    description: 'The term in which the result is awarded: needed for a course over several terms.',
    example: '2025-SPR',
    optional: true,
  })
  readonly gradedTerm?: string;

  @IsPartList(ApprovalPart, 5, {
    description: 'The approval of the Senate, and the word of the award panel.',
    optional: true,
  })
  readonly approvals?: ApprovalPart[];
}

export const decideExaminationExemption = recordUseCase({
  command: DecideExaminationExemption,
  path: 'examination-exemption-decisions',
  summary: text('Decide on exemption from an examination', '審批豁免考試'),
  by: ['registrar', 'migration'],
  clauses: [
    '5cu/assess/13.1',
    '5cu/assess/13.1(a)',
    '5cu/assess/13.1(b)',
    '5cu/assess/13.1(c)',
    '5cu/assess/2.2',
    '5cu/assess/4.2',
    '5cu/assess/16.1',
    '3cu/assess/13.1',
    '3cu/assess/13.1(a)',
    '3cu/assess/13.1(b)',
    '3cu/assess/13.1(c)',
    '3cu/assess/2.2',
    '3cu/assess/4.2',
    '3cu/assess/15.1',
  ],
  facts: (reader, command: DecideExaminationExemption) => gradedTermFacts(reader, command),
  decide: (record, command, { facts, today, actor }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, granted, reason, approvals = [] } = command;
    const application = record.examinations.exemptions.find(
      ({ id, attempt: key }) => id === command.application && key === attemptKey(course, term),
    );
    if (!application) return unknownApplication;
    if (application.decision) return alreadyDecided;
    const decided: ExaminationExemptionDecided = {
      type: 'ExaminationExemptionDecided',
      data: {
        application: application.id,
        granted,
        reason,
        clause: pack.examination.clauses(study).exemption,
        on: today,
      },
    };
    if (!granted) return accept([decided]);
    if (attempt.status !== 'enrolled') return notExamined;
    const gradedTerm = gradedTermOf(attempt, command, facts, today);
    if (typeof gradedTerm !== 'string') return gradedTerm;
    const ruling = pack.examination.exemptionDecision(study, { attempt, application, approvals, today });
    const grade = pack.examination.clauses(study).exemptionGrade;
    const passed: GradeRecorded = {
      type: 'GradeRecorded',
      data: { course, term, on: today, ...gradeToRecord(found, grade), gradedTerm },
    };
    const result = actor.role === 'migration' ? [passed] : withRevisedStandings(record, passed, today);
    return decideBy(ruling, [decided, ...result], {
      code: 'exemption-refused',
      message: text('The regulations do not allow this exemption.', '按規例不可豁免考試。'),
    });
  },
});

const notExamined = refuse(
  'not-to-be-examined',
  text(
    'The student is not to be examined in this course: it has no examination, was left, or has its result.',
    '學生毋須應考該學科：該學科不設考試、已退修或已有成績。',
  ),
);
