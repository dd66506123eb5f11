import { IsCount, IsReason } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import type { AttendanceRecorded, AttendanceWaived } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { deciderOf, IsDecider } from './deciding.ts';

/**
 * How many of the sessions held so far a student attended. What was recorded before gives way to it. Not enough of it
 * keeps the course from being passed: 80% undergraduate, 70% taught postgraduate, or what the course asks. Refused where
 * more were attended than held (`attended-more-than-held`), and after the course was left or has its result.
 * [5cu/ug/9.8] [5cu/tpg/9.6] [5cu/dl/8.10.1] [3cu/ug/9.10] [3cu/tpg/9.10] [3cu/dl/9.11.1]
 */
export class RecordAttendance extends AboutAttempt {
  @IsCount(1, 1000, { description: 'Sessions held so far.', example: 13 })
  readonly held!: number;

  @IsCount(0, 1000, { description: 'Of them, those that the student attended.', example: 11 })
  readonly attended!: number;
}

const CLAUSES = ['5cu/ug/9.8', '5cu/tpg/9.6', '5cu/dl/8.10.1', '3cu/ug/9.10', '3cu/tpg/9.10', '3cu/dl/9.11.1'];

export const recordAttendance = recordUseCase({
  command: RecordAttendance,
  path: 'attendance',
  summary: text('Record attendance', '記錄出席率'),
  by: ['teacher', 'tutor', 'course-coordinator', 'school', 'registry', 'registrar', 'migration'],
  clauses: CLAUSES,
  decide: (record, command: RecordAttendance, { today }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, held, attended } = command;
    if (attended > held) return attendedMore;
    const recorded: AttendanceRecorded = {
      type: 'AttendanceRecorded',
      data: { course, term, on: today, held, attended },
    };
    const ruling = pack.coursework.attendanceRecord(study, { attempt, held, attended, today });
    return decideBy(ruling, [recorded], {
      code: 'attendance-refused',
      message: text('The regulations do not allow this attendance to be recorded.', '按規例不可記錄此出席率。'),
    });
  },
});

/**
 * Lets a course be passed although too little of it was attended. By the School or the award panel, in distance learning
 * by the award panel or the Senate. Refused for another office. [5cu/ug/9.8] [5cu/tpg/9.6] [5cu/dl/8.10.1] [3cu/ug/9.10] [3cu/tpg/9.10] [3cu/dl/9.11.1]
 */
export class WaiveAttendance extends AboutAttempt {
  @IsDecider()
  readonly authority?: string;

  @IsReason()
  readonly reason!: string;
}

export const waiveAttendance = recordUseCase({
  command: WaiveAttendance,
  path: 'attendance-waivers',
  summary: text('Waive a shortage of attendance', '豁免出席要求'),
  by: ['award-panel', 'school', 'dean', 'teacher', 'registry', 'registrar', 'migration'],
  clauses: CLAUSES,
  decide: (record, command: WaiveAttendance, { today, actor }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, reason } = command;
    const authority = deciderOf(actor, command.authority);
    if (typeof authority !== 'string') return authority;
    const { ruling, clause } = pack.coursework.attendanceWaiver(study, { attempt, authority, today });
    const waived: AttendanceWaived = {
      type: 'AttendanceWaived',
      data: { course, term, on: today, authority, clause, reason },
    };
    return decideBy(ruling, [waived], {
      code: 'waiver-refused',
      message: text('The regulations do not allow this waiver.', '按規例不可作此豁免。'),
    });
  },
});

const attendedMore = refuse(
  'attended-more-than-held',
  text('Nobody attends more sessions than are held.', '出席節數不可多於舉行節數。'),
);
