import { IsAssignmentCode, IsDay, IsReason } from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import { isWritten, openExtension } from '#regulations';
import type { ExtensionRequested } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { isRefusal, recordUseCase } from '../record-use-case.ts';
import { workFor } from './deciding.ts';

/**
 * A student asks for a later day for an assignment. The length of the delay says who decides: up to 7 days after the
 * notified day the tutor, up to 21 the internal examiner, beyond the dean. Refused after the notified day, for the last
 * assignment of a course, and full-time, where the teacher decides when late work comes. Refused too for a day that is
 * no later than what holds (`not-a-later-day`), for work that was handed in (`handed-in-already`) or is not handed in by
 * a day (`not-handed-in-by-a-day`), and while an earlier request waits (`extension-asked-already`).
 * [5cu/dl/8.7.2] [5cu/dl/8.7.3] [5cu/ug/9.5] [5cu/tpg/9.3] [3cu/dl/9.8.2] [3cu/dl/9.8.3] [3cu/ug/9.7] [3cu/tpg/9.7]
 */
export class RequestExtension extends AboutAttempt {
  @IsAssignmentCode()
  readonly assignment!: string;

  @IsDay({ description: 'The day until which it is to be handed in.', example: '2024-10-08' })
  readonly until!: CivilDate;

  @IsReason({ description: 'The special circumstances.' })
  readonly reason!: string;
}

export const requestExtension = recordUseCase({
  command: RequestExtension,
  path: 'extension-requests',
  summary: text('Ask for an extension of an assignment', '申請延期遞交作業'),
  by: ['student', 'registry', 'registrar', 'migration'],
  clauses: [
    '5cu/dl/8.7.2',
    '5cu/dl/8.7.2(a)',
    '5cu/dl/8.7.2(b)',
    '5cu/dl/8.7.2(c)',
    '5cu/dl/8.7.3',
    '5cu/ug/9.5',
    '5cu/tpg/9.3',
    '3cu/dl/9.8.2',
    '3cu/dl/9.8.2(a)',
    '3cu/dl/9.8.2(b)',
    '3cu/dl/9.8.2(c)',
    '3cu/dl/9.8.3',
    '3cu/ug/9.7',
    '3cu/tpg/9.7',
  ],
  decide: (record, command: RequestExtension, { today }) => {
    const found = workFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, assignment, until, reason } = command;
    const item = attempt.items.find(({ id }) => id === assignment);
    if (!item || !isWritten(item)) return notHandedInByADay;
    if (attempt.submissions.some((work) => work.assignment === assignment)) return handedInAlready;
    if (openExtension(attempt, assignment)) return askedAlready;
    if (until <= item.due) return notLater;
    const { ruling, tier, clause } = pack.coursework.extensionRequest(study, { attempt, assignment, until, today });
    const requested: ExtensionRequested = {
      type: 'ExtensionRequested',
      data: { course, term, assignment, on: today, until, reason, tier, clause },
    };
    return decideBy(ruling, [requested], {
      code: 'extension-refused',
      message: text('The regulations do not allow this extension.', '按規例不可延期遞交此作業。'),
    });
  },
});

const notHandedInByADay = refuse(
  'not-handed-in-by-a-day',
  text('It is no written work that is handed in by a day.', '此項目並非須於限期前遞交的作業。'),
);

const handedInAlready = refuse('handed-in-already', text('It has been handed in.', '作業已遞交。'));

const askedAlready = refuse(
  'extension-asked-already',
  text('An earlier request for it has not been decided.', '先前的延期申請尚待決定。'),
);

export const notLater = refuse(
  'not-a-later-day',
  text('That day is no later than the one on which it is due.', '該日並不遲於遞交限期。'),
);
