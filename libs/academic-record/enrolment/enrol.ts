import { enrolmentFacts, FEE_SCHEDULE, fees } from '#catalogue';
import { ApprovalPart, IsPartList, IsProgrammeCode } from '#commands';
import { decideBy, text } from '#kernel';
import { registrationNotOpen, tuitionOwed } from '#regulations';
import type { CourseEnrolled } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { tuitionOf, withFindings } from '../finance/tuition.ts';
import {
  isRefusal,
  recordUseCase,
  registrationGoingOn,
  registrationOver,
  unknownCourse,
  unknownTerm,
} from '../record-use-case.ts';

/**
 * A student takes a course in a term. Refused before registration has opened (`registration-not-open`; no clause names
 * its first day) and after it has closed, for a course passed or being
 * taken (also under another code), for one with entry requirements that the student asks for in person, above the load without approval, without a prerequisite, and while a debt or a hold
 * stands in the way, nor once the registration has come to its end, recorded or not (`registration-ended`). Tuition, and the fee of a late registration, are charged where they have been set.
 * [5cu/dl/3.5-3.7] [5cu/ug/6.1-6.4] [3cu/dl/3.5-3.7] [3cu/ug/6.1-6.4]
 */
export class Enrol extends AboutAttempt {
  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsPartList(ApprovalPart, 5, { description: 'Approvals of load, repetition or late registration.', optional: true })
  readonly approvals?: ApprovalPart[];
}

export const enrol = recordUseCase({
  command: Enrol,
  path: 'enrolments',
  summary: text('Enrol in a course', '選修學科'),
  by: ['student', 'school', 'registrar', 'registry', 'migration'],
  clauses: [
    '5cu/dl/3.4',
    '5cu/dl/3.5',
    '5cu/dl/3.6',
    '5cu/dl/3.7',
    '5cu/dl/5.4',
    '5cu/ug/2.3',
    '5cu/ug/3.4',
    '5cu/tpg/2.3',
    '5cu/tpg/3.4',
    '5cu/ug/6.1',
    '5cu/ug/6.2',
    '5cu/ug/6.3',
    '5cu/ug/6.4',
    '5cu/tpg/3.6',
    '5cu/tpg/4.5',
    '5cu/tpg/6.1',
    '5cu/tpg/6.2',
    '5cu/tpg/6.3',
    '5cu/tpg/6.4',
    '3cu/dl/3.4',
    '3cu/dl/3.5',
    '3cu/dl/3.6',
    '3cu/dl/3.7',
    '3cu/dl/6.4',
    '3cu/ug/2.3',
    '3cu/ug/3.4',
    '3cu/tpg/2.3',
    '3cu/tpg/3.4',
    '3cu/ug/6.1',
    '3cu/ug/6.2',
    '3cu/ug/6.3',
    '3cu/ug/6.4',
    '3cu/ug/9.4',
    '3cu/tpg/3.6',
    '3cu/tpg/4.5',
    '3cu/tpg/6.1',
    '3cu/tpg/6.2',
    '3cu/tpg/6.3',
    '3cu/tpg/9.4',
    '3cu/gloss/18',
    'portal/0.4',
  ],
  facts: async (reader, command: Enrol) => ({
    ...(await enrolmentFacts(reader, command.course, command.term)),
    schedule: await reader.read(fees, FEE_SCHEDULE),
  }),
  decide: (record, command, { facts, today, actor }) => {
    const found = registrationGoingOn(record, command.programme, today);
    if (isRefusal(found)) return found;
    const { course, term, items, scheme, schedule = [] } = facts;
    if (!course) return unknownCourse(command.course);
    if (!term) return unknownTerm(command.term);
    const early = registrationNotOpen(term, today);
    if (early) return early;
    const { pack, study, registration } = found;
    const overdue = pack.registration.overdue(study, { met: () => pack.audit(study).met, today });
    if (overdue) return { ...registrationOver, ruling: overdue };
    const { approvals = [] } = command;
    const ruling = pack.enrolment(study, {
      course,
      term,
      approvals,
      byStudent: actor.role === 'student',
      today,
    });
    const enrolled: CourseEnrolled = {
      type: 'CourseEnrolled',
      data: { programme: registration.programme.code, course, term, items, ...(scheme ? { scheme } : {}), on: today },
    };
    const tuition = tuitionOf(found, { account: record.account, schedule, today }, { course, term, approvals });
    const owed = tuitionOwed(
      registration.programme,
      tuition.events.flatMap(({ type, data }) => (type === 'ChargeRecorded' ? data.charge : [])),
    );
    return decideBy(withFindings(ruling, [...tuition.findings, ...owed]), [enrolled, ...tuition.events], {
      code: 'enrolment-refused',
      message: text('The regulations do not allow this enrolment.', '按規例不可選修此學科。'),
    });
  },
});
