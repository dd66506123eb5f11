import { type ClauseId, type Ruling, text } from '#kernel';
import { type Attempt, type ByAward, ofAward, type Study } from '../facts.ts';
import type { EnrolmentRequest } from '../pack.ts';
import type { CourseLevels } from './course.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import { continued, FOR_A_COURSE, type Name, resumed } from './enrolment-deferred.ts';
import type { Load } from './enrolment-load.ts';
import { fromEntry, type Timing } from './enrolment-timing.ts';
import { sameCourse } from './figures-same-course.ts';
import type { Scale } from './grades.ts';
import { attemptName, type Rule } from './parameters.ts';
import { selfService } from './self-service.ts';

export interface EnrolmentLaw {
  readonly pack: string;
  readonly scale: Scale;
  readonly timing: Timing;
  /** Who is admitted follows the programme from the first registration on; absent where courses may come before it. */
  readonly entry?: ClauseId;
  readonly load: Load;
  /** The levels of courses of this structure. */
  readonly levels: CourseLevels;
  readonly repeat: {
    /** A course passed or being taken may not be taken again. */
    readonly clause: ClauseId;
    /** The School that offers the course may let a passed one be repeated. */
    readonly byOfferingSchool?: ClauseId;
    /** A course passed before readmission to the same programme may be ordered to be repeated. */
    readonly readmission?: ClauseId;
  };
  /** A deferred course is taken up again when study resumes; absent where all courses are deferred together. */
  readonly resumption?: ClauseId;
  readonly specificTransfer: ClauseId;
  readonly prerequisites: ClauseId;
  /** Courses that may not count together, by award. */
  readonly exclusive: ByAward<ClauseId>;
}

/**
 * Whether a course may be taken in a term: in time, not before the term of entry, not a repeat of one that is passed, under way or
 * transferred, within the load, and with its prerequisites. Courses of the same content are one course
 * whichever of them names the other. A failed or withdrawn course may be taken again, a deferred one in a term for
 * which it is not put off.
 */
export const enrolment =
  (law: EnrolmentLaw): Rule<EnrolmentRequest, Ruling> =>
  (study, request) => {
    const name = sameCourse([
      request.course,
      ...study.attempts.map((attempt) => attempt.course),
      ...study.transfers.flatMap((transfer) => transfer.course ?? []),
    ]);
    return ruleOn(law.pack, [
      ...law.timing(request),
      ...fromEntry(law.entry, study, request.term, request.approvals),
      ...repeat(law, study, request, name),
      ...resumed(law.resumption, study, request, name),
      ...continued(law.resumption, study, request, name),
      ...transferred(law, study, request, name),
      ...law.load(study, request),
      ...prerequisites(law, study, request, name),
      ...exclusive(law, study, request),
      ...otherStructure(law, request),
      ...selfService(request),
    ]);
  };

const passed = (law: EnrolmentLaw, attempt: Attempt): boolean =>
  attempt.grade !== undefined && law.scale.get(attempt.grade)?.effect === 'passed';

/** Whether a course was passed on the same programme before it was entered anew. */
const isReadmission = ({ registration }: Study, { programme, enrolledOn }: Attempt): boolean =>
  programme === registration.programme.code && enrolledOn < registration.admittedOn;

function repeat(law: EnrolmentLaw, study: Study, { course, approvals }: EnrolmentRequest, name: Name): Demand[] {
  const taken = study.attempts.filter((attempt) => name(attempt.course.code) === name(course.code));
  const underWay = taken.find((attempt) => attempt.status === 'enrolled');
  const pass = taken.find((attempt) => passed(law, attempt));
  const demands: Demand[] = [
    {
      clause: law.repeat.clause,
      met: underWay === undefined,
      figures: { course: course.code, takenNow: underWay ? attemptName(underWay) : null },
      note: text('The course, or one of the same content, is being taken now.', '現正修讀該學科或內容相同的學科。'),
      remedy: text('Wait for its result: a failed course may be taken again.', '待成績公布後，不及格者可再修讀。'),
    },
  ];
  const figures = { course: course.code, passed: pass ? attemptName(pass) : null, grade: pass?.grade ?? null };
  const note = text(
    'The course, or one of the same content, has been passed already.',
    '該學科或內容相同的學科已修讀及格。',
  );
  const { byOfferingSchool, readmission } = law.repeat;
  const ordered =
    readmission && pass && isReadmission(study, pass) ? approvalBy(approvals, 'registrar', 'university') : undefined;
  const approval = (byOfferingSchool ? approvalBy(approvals, 'offering-school') : undefined) ?? ordered;
  demands.push({ clause: law.repeat.clause, met: !pass, figures, note, approval });
  if (byOfferingSchool && pass)
    demands.push({
      clause: byOfferingSchool,
      met: false,
      figures,
      note,
      approval,
      remedy: text('Approval of the School that offers the course.', '取得開辦該學科的學院批准。'),
    });
  if (readmission && pass && ordered)
    demands.push({ clause: readmission, met: false, figures, note, approval: ordered });
  return demands;
}

function transferred(law: EnrolmentLaw, study: Study, request: EnrolmentRequest, name: Name): Demand[] {
  const granted = study.transfers.find(
    ({ kind, course }) => course && FOR_A_COURSE.includes(kind) && name(course.code) === name(request.course.code),
  );
  if (!granted) return [];
  return [
    {
      clause: law.specificTransfer,
      met: false,
      figures: { course: request.course.code, transfer: granted.kind, grantedOn: granted.grantedOn },
      approval: approvalBy(request.approvals, 'registrar'),
      note: text('Credit transfer has been granted for the course.', '該學科已獲批學分承認。'),
      remedy: text('A decision of the Registrar to allow it all the same.', '由教務長特別批准。'),
    },
  ];
}

function prerequisites(law: EnrolmentLaw, study: Study, { course }: EnrolmentRequest, name: Name): Demand[] {
  const met = new Set([
    ...study.attempts.filter((attempt) => passed(law, attempt)).map((attempt) => name(attempt.course.code)),
    ...study.transfers.flatMap((t) => (t.course && FOR_A_COURSE.includes(t.kind) ? [name(t.course.code)] : [])),
  ]);
  return course.prerequisites.map((prerequisite) => ({
    clause: law.prerequisites,
    met: met.has(name(prerequisite)),
    figures: { course: course.code, prerequisite },
    note: text(`${prerequisite} has to be passed first.`, `須先修畢 ${prerequisite} 並及格。`),
    remedy: text(
      `Pass ${prerequisite} before ${course.code}.`,
      `先修讀 ${prerequisite} 並及格，再修讀 ${course.code}。`,
    ),
  }));
}

/** A course may be taken that is at none of the levels of the structure; the student and the School are told. */
const otherStructure = ({ levels }: EnrolmentLaw, { course: { code, level } }: EnrolmentRequest): Remark[] =>
  levels.ascending.includes(level)
    ? []
    : levels.clauses.map((clause) => ({
        clause,
        figures: { course: code, level, levels: levels.ascending.join(' ') },
        remark: text(
          `${code} is a course of the other structure: the levels here are ${levels.ascending.join(', ')}, and it is at level ${level}.`,
          `${code} 屬另一學制的學科：本學制的學科程度為 ${levels.ascending.join('、')}，該學科為 ${level}。`,
        ),
      }));

/** Both of two exclusive courses may be taken, but only one of them counts; the student is told. */
function exclusive(law: EnrolmentLaw, study: Study, { course }: EnrolmentRequest): Remark[] {
  const clause = ofAward(law.exclusive, study.registration.programme.award);
  const others = new Set(
    study.attempts
      .filter(({ status, course: other }) => {
        const excluded = course.exclusive.includes(other.code) || other.exclusive.includes(course.code);
        return status !== 'withdrawn' && excluded;
      })
      .map((attempt) => attempt.course.code),
  );
  return [...others].map((other) => ({
    clause,
    figures: { course: course.code, exclusiveOf: other },
    remark: text(
      `Only one of ${course.code} and ${other} will count towards the award.`,
      `${course.code} 與 ${other} 只有其中一科可計入學銜所需學分。`,
    ),
  }));
}
