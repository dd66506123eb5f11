import { ApprovalPart, Command, IsDay, IsLine, IsPart, IsProgrammeCode, IsReason, IsStudentId } from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import type { ProgrammeElsewhereApproved, ProgrammeWithdrawn } from '#student-record';
import { isRefusal, recordUseCase, registrationGoingOn } from '../record-use-case.ts';
import { coursesLeft, examinationsOf } from './left-courses.ts';

abstract class AboutConcurrentStudy extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsLine({ description: 'Where the other programme is read.', example: 'City College' })
  readonly institution!: string;

  @IsLine({ description: 'The other programme.', example: 'Diploma in Accounting' })
  readonly title!: string;

  @IsDay({ description: 'The first day on which it is read beside the programme of the University.' })
  readonly from!: CivilDate;
}

/**
 * A full-time student declares a post-secondary programme elsewhere, with the University's approval given before it
 * begins. Refused without it; distance learning asks for none (`other-mode`). [5cu/ug/3.8] [3cu/ug/3.8]
 */
export class DeclareConcurrentStudy extends AboutConcurrentStudy {
  @IsDay({ description: 'Its last day, where that is known.', optional: true })
  readonly until?: CivilDate;

  @IsPart(ApprovalPart, { description: 'The approval of the University.', optional: true })
  readonly approval?: ApprovalPart;
}

export const declareConcurrentStudy = recordUseCase({
  command: DeclareConcurrentStudy,
  path: 'concurrent-studies',
  summary: text('Declare a programme read elsewhere', '申報同時修讀其他院校的課程'),
  by: ['student', 'registrar', 'registry', 'migration'],
  clauses: ['5cu/ug/3.8', '3cu/ug/3.8'],
  decide: (record, command, { today }) => {
    const found = registrationGoingOn(record, command.programme, today);
    if (isRefusal(found)) return found;
    const { pack, study, registration } = found;
    const { institution, title, from, until, approval } = command;
    const ruling = pack.elsewhere(study, { institution, title, from, approvals: approval ? [approval] : [], today });
    if (!ruling) return noSuchRule;
    const approved: ProgrammeElsewhereApproved = {
      type: 'ProgrammeElsewhereApproved',
      data: {
        elsewhere: {
          programme: registration.programme.code,
          institution,
          title,
          from,
          ...(until === undefined ? {} : { until }),
          approvedOn: approval?.on ?? today,
          on: today,
        },
      },
    };
    return decideBy(ruling, [approved], {
      code: 'concurrent-study-refused',
      message: text('The regulations do not allow both programmes at once.', '按規例不可同時修讀兩項課程。'),
    });
  },
});

/**
 * The University orders a full-time student to withdraw who reads a programme elsewhere without its approval. Courses
 * under way are left with the programme, whatever the day. Refused where it was approved; distance learning knows no
 * such order (`other-mode`). [5cu/ug/3.8] [3cu/ug/3.8]
 */
export class OrderWithdrawal extends AboutConcurrentStudy {
  @IsReason({ description: 'What was found, and how.' })
  readonly reason!: string;
}

export const orderWithdrawal = recordUseCase({
  command: OrderWithdrawal,
  path: 'withdrawal-orders',
  summary: text('Order a student to withdraw', '着令學生退學'),
  by: ['registrar', 'migration'],
  clauses: ['5cu/ug/3.8', '3cu/ug/3.8'],
  facts: (reader, { student }: OrderWithdrawal) => examinationsOf(reader, student),
  decide: (record, command, { facts: examinations, today }) => {
    const found = registrationGoingOn(record, command.programme, today);
    if (isRefusal(found)) return found;
    const { pack, study, registration } = found;
    const { institution, title, from, reason } = command;
    const ruling = pack.breach(study, { institution, title, from, approvals: [], today });
    if (!ruling) return noSuchRule;
    const { leaves } = pack.registration.withdrawal(study, { examinations, today });
    const ordered: ProgrammeWithdrawn = {
      type: 'ProgrammeWithdrawn',
      data: {
        programme: registration.programme.code,
        on: today,
        recordedOn: today,
        clause: ruling.findings[0]?.clause ?? '',
        reason,
      },
    };
    return decideBy(ruling, [...coursesLeft(leaves, today, reason), ordered], {
      code: 'order-refused',
      message: text('The regulations do not allow this order.', '按規例不可着令該學生退學。'),
    });
  },
});

const noSuchRule = refuse(
  'other-mode',
  text(
    'Only full-time students need approval to read another programme; others may do so without.',
    '只有全日制學生須獲批准方可同時修讀其他課程，其他學生毋須批准。',
  ),
);
