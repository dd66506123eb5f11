import {
  ApprovalPart,
  Command,
  IsCodeList,
  IsDay,
  IsFlag,
  IsOneOf,
  IsPartList,
  IsProgrammeCode,
  IsStudentId,
} from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import type { Attempt, DeferralGround } from '#regulations';
import { attemptKey, type StudentRecord, type StudiesDeferred } from '#student-record';
import { isRefusal, recordUseCase, registrationFor } from '../record-use-case.ts';

/**
 * The University approves that study is put off. In distance learning it may cover chosen courses, full-time
 * it covers all of them. Refused without a ground that the regulations know, without the certificate that
 * illness needs, for longer than an academic year together with the deferrals that it adjoins, and from a day before
 * admission or before the approval: that is today, unless the University's is stated with an earlier day. [5cu/dl/4.1-4.4] [5cu/ug/4.1-4.4] [3cu/dl/5.1-5.4] [3cu/ug/4.1-4.4]
 */
export class Defer extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsOneOf(['illness', 'compassionate'], { description: 'The ground of the deferral.' })
  readonly ground!: DeferralGround;

  @IsFlag({ description: "Whether a registered medical practitioner's certificate was given." })
  readonly certificate?: boolean;

  @IsDay({ description: 'The first day without study.', example: '2024-10-01' })
  readonly from!: CivilDate;

  @IsDay({ description: 'The first day on which study goes on.', example: '2025-09-01' })
  readonly until!: CivilDate;

  @IsCodeList({ description: 'The courses it covers; all that are being taken unless told.', optional: true })
  readonly courses?: string[];

  @IsPartList(ApprovalPart, 5, {
    description: 'The approval of a longer deferral, and the earlier day of that of the University.',
    optional: true,
  })
  readonly approvals?: ApprovalPart[];
}

export const defer = recordUseCase({
  command: Defer,
  path: 'deferrals',
  summary: text('Defer studies', '延期修業'),
  by: ['registrar', 'registry', 'migration'],
  clauses: [
    '5cu/dl/4.1',
    '5cu/dl/4.2',
    '5cu/dl/4.3',
    '5cu/dl/4.4',
    '5cu/ug/4.1',
    '5cu/ug/4.2',
    '5cu/ug/4.3',
    '5cu/ug/4.4',
    '3cu/dl/5.1',
    '3cu/dl/5.2',
    '3cu/dl/5.3',
    '3cu/dl/5.4',
    '3cu/ug/4.1',
    '3cu/ug/4.2',
    '3cu/ug/4.3',
    '3cu/ug/4.4',
  ],
  decide: (record, command: Defer, { today }) => {
    const found = registrationFor(record, command.programme);
    if (isRefusal(found)) return found;
    const { pack, study, registration } = found;
    const programme = registration.programme.code;
    const covers = covered(record, programme, command.courses);
    if ('missing' in covers) return notTaken(covers.missing);
    const { ground, from, until, approvals = [], certificate = false } = command;
    const approvedOn = approvalDay(approvals, today);
    const ruling = pack.deferral(study, { ground, certificate, covers, from, until, approvedOn, approvals, today });
    const deferred: StudiesDeferred = {
      type: 'StudiesDeferred',
      data: {
        deferral: {
          programme,
          ground,
          from,
          until,
          covers: covers.map((attempt) => attemptKey(attempt.course.code, attempt.term.code)),
          approvedOn,
        },
      },
    };
    return decideBy(ruling, [deferred], {
      code: 'deferral-refused',
      message: text('The regulations do not allow this deferral.', '按規例不可延期修業。'),
    });
  },
});

/** The day of the University's approval: the earliest that is stated, else that of the request. */
const approvalDay = (approvals: readonly ApprovalPart[], today: CivilDate): CivilDate =>
  approvals.reduce(
    (earliest, { authority, on = today }) => (authority === 'university' && on < earliest ? on : earliest),
    today,
  );

/** The attempts under way that a deferral is to cover, or the first course asked for that is not among them. */
function covered(
  record: StudentRecord,
  programme: string,
  courses: readonly string[] | undefined,
): readonly Attempt[] | { readonly missing: string } {
  const running = record.attempts.filter((attempt) => attempt.status === 'enrolled' && attempt.programme === programme);
  if (!courses) return running;
  const missing = courses.find((code) => !running.some((attempt) => attempt.course.code === code));
  return missing ? { missing } : running.filter((attempt) => courses.includes(attempt.course.code));
}

const notTaken = (course: string) =>
  refuse('not-enrolled', text(`The student is not taking ${course} at present.`, `學生目前並未修讀 ${course}。`));
