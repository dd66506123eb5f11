import { enrolmentFacts, FEE_SCHEDULE, fees } from '#catalogue';
import { ApprovalPart, IsCourseCode, IsPartList, IsReason } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import type { CourseDropped, CourseEnrolled } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { charged, freed } from '../finance/charging.ts';
import { tuitionOf, withFindings } from '../finance/tuition.ts';
import { attemptFor, isRefusal, recordUseCase, unknownCourse, unknownTerm } from '../record-use-case.ts';

/**
 * A distance learner, or a taught postgraduate, exchanges a course for another of the same term, one for one: the one leaves the record and the
 * other is enrolled, both or neither. The load is that of the term after the exchange; tuition of the one is used for
 * the other; the fee for a change is charged: of a five-credit distance learner after the days of registration, of the others whenever
 * the course has been registered for. Refused after the last day of adding
 * courses, for a course that could not be enrolled in, and by an undergraduate, who drops and adds.
 * [5cu/dl/7.3] [5cu/ug/6.4] [5cu/tpg/8.2] [3cu/dl/8.3] [3cu/ug/6.4] [3cu/tpg/8.2]
 */
export class ChangeCourse extends AboutAttempt {
  @IsCourseCode({ description: 'The code of the course that is taken instead.' })
  readonly to!: string;

  @IsReason({ optional: true })
  readonly reason?: string;

  @IsPartList(ApprovalPart, 5, { description: 'Approvals of load or repetition.', optional: true })
  readonly approvals?: ApprovalPart[];
}

export const changeCourse = recordUseCase({
  command: ChangeCourse,
  path: 'course-changes',
  summary: text('Exchange a course for another', '更改學科'),
  by: ['student', 'registrar', 'registry', 'migration'],
  clauses: ['5cu/dl/7.3', '5cu/ug/6.4', '5cu/tpg/8.2', '3cu/dl/8.3', '3cu/ug/6.4', '3cu/tpg/8.2'],
  facts: async (reader, { to, term }: ChangeCourse) => ({
    ...(await enrolmentFacts(reader, to, term)),
    schedule: await reader.read(fees, FEE_SCHEDULE),
  }),
  decide: (record, command, { facts, today, actor }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { course, term, items, scheme, schedule = [] } = facts;
    if (!course) return unknownCourse(command.to);
    if (!term) return unknownTerm(command.term);
    if (command.to === command.course) return sameOne;
    const { pack, study, registration, attempt } = found;
    const approvals = command.approvals ?? [];
    const ruling = pack.courseChange(study, {
      from: attempt,
      course,
      term,
      approvals,
      byStudent: actor.role === 'student',
      today,
    });
    const { account } = record;
    const tuition = tuitionOf(found, { account, schedule, today }, { course, term });
    const reason = command.reason ?? `exchanged for ${course.code}`;
    const dropped: CourseDropped = {
      type: 'CourseDropped',
      data: { course: command.course, term: command.term, on: today, reason },
    };
    const enrolled: CourseEnrolled = {
      type: 'CourseEnrolled',
      data: { programme: registration.programme.code, course, term, items, ...(scheme ? { scheme } : {}), on: today },
    };
    const charging = { account, registration, schedule, today };
    const forChange = pack.courseChangeFee(study, { term, today }) ? charged(charging, 'course-change', { term }) : [];
    const money = [
      ...freed(charging, attempt, reason),
      ...tuition.events.filter(({ type, data }) => type !== 'ChargeRecorded' || data.charge.kind === 'tuition'),
      ...forChange,
    ];
    return decideBy(withFindings(ruling, tuition.findings), [dropped, enrolled, ...money], {
      code: 'course-change-refused',
      message: text('The regulations do not allow this change of course.', '按規例不可更改此學科。'),
    });
  },
});

const sameOne = refuse('same-course', text('A course is exchanged for another one.', '須轉為另一學科。'));
