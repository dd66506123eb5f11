import { IsAssignmentCode, IsDay, IsOneOf, IsQuantity, IsReason } from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import { dueOf, isWritten, LATE_DECISIONS, type LateDecision, lastSubmissions } from '#regulations';
import type { AssignmentSubmitted, LateWorkDecided } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { isRefusal, recordUseCase } from '../record-use-case.ts';
import { deciderOf, IsDecider, workFor } from './deciding.ts';

/**
 * Refuses late work, which then scores zero, or takes it; full-time also with marks off. In distance learning the course
 * coordinator decides, otherwise the teacher, in five credits also the tutor. Work that is not on record yet is recorded as handed in on the day on which
 * it came. Refused for work that came in time, for another office, for marks off in distance learning, and where the
 * last assignment of a distance-learning course would be taken. Refused too where it has a mark, was taken or decided
 * (`decided-already`), without the day on which it came (`handed-in-when`), and for marks off that do not go with the
 * decision (`deduction-does-not-fit`).
 * [5cu/dl/8.7.1] [5cu/dl/8.7.3] [5cu/ug/9.5] [5cu/tpg/9.3] [5cu/assess/3.3] [3cu/dl/9.8.1] [3cu/dl/9.8.3] [3cu/ug/9.7] [3cu/tpg/9.7] [3cu/assess/3.3]
 */
export class DecideLateWork extends AboutAttempt {
  @IsAssignmentCode()
  readonly assignment!: string;

  @IsOneOf(LATE_DECISIONS, { description: 'What becomes of it.' })
  readonly decision!: LateDecision['decision'];

  @IsDay({
    description: 'The day on which it came, where it is not on record as handed in; today unless told.',
    optional: true,
  })
  readonly handedInOn?: CivilDate;

  @IsQuantity(0, 100, {
    description: 'Marks of 100 that are taken off, more than none; with `accepted-with-deduction` only.',
    optional: true,
  })
  readonly deduction?: number;

  @IsDecider()
  readonly authority?: string;

  @IsReason()
  readonly reason!: string;
}

export const decideLateWork = recordUseCase({
  command: DecideLateWork,
  path: 'late-work-decisions',
  summary: text('Refuse or accept late work', '決定是否接納逾期作業'),
  by: ['course-coordinator', 'teacher', 'tutor', 'registry', 'registrar', 'migration'],
  clauses: [
    '5cu/dl/8.7.1',
    '5cu/dl/8.7.3',
    '5cu/ug/9.5',
    '5cu/tpg/9.3',
    '5cu/assess/3.3',
    '3cu/dl/9.8.1',
    '3cu/dl/9.8.3',
    '3cu/ug/9.7',
    '3cu/tpg/9.7',
    '3cu/assess/3.3',
  ],
  decide: (record, command: DecideLateWork, { today, actor }) => {
    const found = workFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, assignment, decision, deduction, reason } = command;
    const authority = deciderOf(actor, command.authority);
    if (typeof authority !== 'string') return authority;
    if (deduction === 0 || (decision === 'accepted-with-deduction') !== (deduction !== undefined))
      return deductionDoesNotFit;
    const item = attempt.items.find(({ id }) => id === assignment);
    if (!item || !isWritten(item)) return notLateAtAll;
    const work = lastSubmissions(attempt).get(assignment);
    // What is on record as late and waits for nobody was taken with an approval, and is not refused any more.
    if (work && (work.mark !== undefined || work.lateDecision || (decision === 'refused' && !work.pending)))
      return decidedAlready;
    const handedInOn = work?.submittedOn ?? command.handedInOn ?? today;
    if (handedInOn > today) return yetToCome;
    const { ruling, clause } = pack.coursework.lateWork(study, {
      ...{ attempt, assignment, handedInOn, decision, deduction, authority, today },
    });
    const of = { course, term, assignment };
    const due = dueOf(attempt, item);
    const submitted: AssignmentSubmitted = {
      type: 'AssignmentSubmitted',
      data: { ...of, on: handedInOn, due, late: true, banked: false },
    };
    const decided: LateWorkDecided = {
      type: 'LateWorkDecided',
      data: {
        ...of,
        on: today,
        decision,
        ...(deduction === undefined ? {} : { deduction }),
        authority,
        clause,
        reason,
      },
    };
    return decideBy(ruling, work ? [decided] : [submitted, decided], {
      code: 'late-work-refused',
      message: text('The regulations do not allow this decision on late work.', '按規例不可就逾期作業作此決定。'),
    });
  },
});

const deductionDoesNotFit = refuse(
  'deduction-does-not-fit',
  text(
    'Marks are taken off with the decision accepted-with-deduction, and only with that.',
    '扣分須配合 accepted-with-deduction，亦只適用於該決定。',
  ),
);

const notLateAtAll = refuse(
  'not-handed-in-by-a-day',
  text('It is no written work that is handed in by a day.', '此項目並非須於限期前遞交的作業。'),
);

const decidedAlready = refuse(
  'decided-already',
  text('It has a mark, or was taken or decided on before.', '該作業已評分，或先前已獲接納或作出決定。'),
);

const yetToCome = refuse(
  'handed-in-when',
  text('Work cannot have come on a day to come.', '遞交日期不可為將來的日期。'),
);
