import { Command, IsDay, IsOneOf, IsReason, IsRequestId, IsStudentId } from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import { ORAL_OUTCOMES, type OralOutcome } from '#regulations';
import type { RequestEventOf } from '#student-record';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { Asking, askedOfTaken, decidedAlready, unknownRequest } from './asked.ts';

/**
 * The award panel requires a candidate to take an oral examination. Until its outcome is recorded no result is. Refused
 * when the panel has decided on the result, and of a course that was left (`course-left`).
 * [5cu/assess/16.1] [3cu/assess/15.1]
 */
export class RequireOralExamination extends Asking {
  @IsReason({ description: 'Why the panel wants to hear the candidate.' })
  readonly reason!: string;

  @IsDay({ description: 'The day on which it is held, when it is known.', optional: true })
  readonly day?: CivilDate;
}

const OF_THE_PANEL = ['award-panel', 'registry', 'registrar', 'migration'] as const;

export const requireOralExamination = recordUseCase({
  command: RequireOralExamination,
  path: 'oral-examinations',
  summary: text('Require an oral examination', '要求考生接受口試'),
  by: OF_THE_PANEL,
  clauses: ['5cu/assess/16.1', '3cu/assess/15.1'],
  decide: (record, command: RequireOralExamination, { today, actor }) => {
    const found = askedOfTaken(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { request: id, course, term, reason, day } = command;
    if (day !== undefined && day < today) return dayPassed;
    const { oral: clause } = pack.requests.clauses;
    const required: RequestEventOf<'OralExaminationRequired'> = {
      type: 'OralExaminationRequired',
      data: { oral: { id, course, term, reason, day, on: today, by: actor, clause } },
    };
    return decideBy(pack.requests.oral(study, { attempt, today }), [required], {
      code: 'oral-refused',
      message: text('The regulations do not allow an oral examination now.', '按規例現時不可要求口試。'),
    });
  },
});

/**
 * How an oral examination ended, or that the panel lets it fall. Refused before its day, and a second time
 * (`decided-already`). [5cu/assess/16.1] [3cu/assess/15.1]
 */
export class RecordOralExamination extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsRequestId()
  readonly request!: string;

  @IsOneOf(ORAL_OUTCOMES, { description: 'How it ended.' })
  readonly outcome!: OralOutcome;

  @IsReason({ description: 'What the panel found.' })
  readonly words!: string;
}

export const recordOralExamination = recordUseCase({
  command: RecordOralExamination,
  path: 'oral-examination-outcomes',
  summary: text('Record the outcome of an oral examination', '記錄口試結果'),
  by: OF_THE_PANEL,
  clauses: ['5cu/assess/16.1', '3cu/assess/15.1'],
  decide: (record, { request: id, outcome, words }: RecordOralExamination, { today, actor }) => {
    const oral = record.requests.orals.find((each) => each.id === id);
    if (!oral) return unknownRequest;
    const found = attemptFor(record, oral);
    if (isRefusal(found)) return found;
    if (oral.result) return decidedAlready;
    const { pack, study, attempt } = found;
    const recorded: RequestEventOf<'OralExaminationRecorded'> = {
      type: 'OralExaminationRecorded',
      data: { id, result: { outcome, words, on: today, by: actor } },
    };
    const asked = { attempt, oral, outcome, today };
    return decideBy(pack.requests.oralResult(study, asked), [recorded], {
      code: 'oral-outcome-refused',
      message: text('The regulations do not allow this outcome to be recorded.', '按規例不可記錄此口試結果。'),
    });
  },
});

const dayPassed = refuse('day-passed', text('The day lies in the past.', '日期已過。'));
