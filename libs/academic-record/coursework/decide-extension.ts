import { IsAssignmentCode, IsDay, IsFlag, IsReason } from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import { openExtension } from '#regulations';
import type { ExtensionDecided } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { isRefusal, recordUseCase } from '../record-use-case.ts';
import { deciderOf, IsDecider, workFor } from './deciding.ts';
import { notLater } from './request-extension.ts';

/**
 * Grants or declines a later day that was asked for; granted, it is the day that holds for the student. Decided by the
 * authority for so many days or by one for more, granted on or before the notified day, and beyond 21 days only where
 * somebody is there to mark the work. Refused where nothing was asked (`no-extension-request`).
 * [5cu/dl/8.7.2(a)] [5cu/dl/8.7.2(b)] [5cu/dl/8.7.2(c)] [3cu/dl/9.8.2(a)] [3cu/dl/9.8.2(b)] [3cu/dl/9.8.2(c)]
 */
export class DecideExtension extends AboutAttempt {
  @IsAssignmentCode()
  readonly assignment!: string;

  @IsFlag({ description: 'Whether it is granted.', optional: false })
  readonly granted!: boolean;

  @IsDay({ description: 'The day that is granted; the one that was asked for unless told.', optional: true })
  readonly until?: CivilDate;

  @IsFlag({ description: 'Whether a tutor is there to mark the work then; needed beyond 21 days.' })
  readonly markerAvailable?: boolean;

  @IsDecider()
  readonly authority?: string;

  @IsReason()
  readonly reason!: string;
}

export const decideExtension = recordUseCase({
  command: DecideExtension,
  path: 'extension-decisions',
  summary: text('Decide on an extension of an assignment', '決定延期遞交作業的申請'),
  by: ['tutor', 'internal-examiner', 'dean', 'course-coordinator', 'registry', 'registrar', 'migration'],
  clauses: [
    '5cu/dl/8.7.2',
    '5cu/dl/8.7.2(a)',
    '5cu/dl/8.7.2(b)',
    '5cu/dl/8.7.2(c)',
    '5cu/dl/8.7.3',
    '3cu/dl/9.8.2',
    '3cu/dl/9.8.2(a)',
    '3cu/dl/9.8.2(b)',
    '3cu/dl/9.8.2(c)',
    '3cu/dl/9.8.3',
  ],
  decide: (record, command: DecideExtension, { today, actor }) => {
    const found = workFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, assignment, granted, markerAvailable, reason } = command;
    const authority = deciderOf(actor, command.authority);
    if (typeof authority !== 'string') return authority;
    const asked = openExtension(attempt, assignment);
    if (!asked) return nothingAsked;
    const until = (granted && command.until) || asked.asked;
    if (attempt.items.some(({ id, due }) => id === assignment && until <= due)) return notLater;
    const { ruling, clause } = pack.coursework.extensionDecision(study, {
      ...{ attempt, assignment, until, granted, authority, today },
      markerAvailable: markerAvailable ?? false,
    });
    const decided: ExtensionDecided = {
      type: 'ExtensionDecided',
      data: {
        ...{ course, term, assignment, on: today, granted, authority, clause, reason },
        ...(granted ? { until } : {}),
        ...(markerAvailable === undefined ? {} : { markerAvailable }),
      },
    };
    return decideBy(ruling, [decided], {
      code: 'extension-refused',
      message: text('The regulations do not allow this decision.', '按規例不可作此決定。'),
    });
  },
});

const nothingAsked = refuse(
  'no-extension-request',
  text('No request for an extension of it waits for a decision.', '沒有待決的延期申請。'),
);
