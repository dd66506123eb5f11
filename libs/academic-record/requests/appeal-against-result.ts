import { FEE_SCHEDULE, fees } from '#catalogue';
import { IsReason } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import type { RequestEventOf } from '#student-record';
import { charged } from '../finance/charging.ts';
import { isRefusal, recordUseCase } from '../record-use-case.ts';
import { Asking, askedOf } from './asked.ts';
import { publicationOfResult, termOfResult } from './publication-facts.ts';

/**
 * A student who thinks that a result is wrong appeals to the Registrar. The fee is charged with it. Refused before a
 * result is published, on record or not, and after the last day, which is counted from its publication. Refused too while
 * another appeal against it is open (`appeal-open`).
 * [5cu/assess/20.1] [5cu/assess/20.2] [3cu/assess/19.1] [3cu/assess/19.2]
 */
export class AppealAgainstResult extends Asking {
  @IsReason({ description: 'What is wrong with the result.' })
  readonly words!: string;
}

export const appealAgainstResult = recordUseCase({
  command: AppealAgainstResult,
  path: 'result-appeals',
  summary: text('Appeal against a result', '就成績提出上訴'),
  by: ['student', 'registry', 'registrar', 'migration'],
  clauses: ['5cu/assess/20.1', '5cu/assess/20.2', '3cu/assess/19.1', '3cu/assess/19.2'],
  facts: async (reader, command: AppealAgainstResult) => ({
    schedule: await reader.read(fees, FEE_SCHEDULE),
    calendar: await termOfResult(reader, command),
  }),
  decide: (record, command, { facts: { schedule, calendar }, today, actor }) => {
    const found = askedOf(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt, registration } = found;
    const { request: id, course, term, words } = command;
    const open = record.requests.appeals.some((each) => each.course === course && each.term === term && !each.decision);
    if (open) return appealOpen;
    const publishedOn = publicationOfResult(pack, attempt, calendar);
    const { lastDay, ...ruling } = pack.requests.appeal(study, { attempt, publishedOn, today });
    const fee = charged({ account: record.account, registration, schedule, today }, 'appeal', {
      course: attempt.course,
      term: attempt.term,
    });
    const { appeal: clause } = pack.requests.clauses;
    const appealed: RequestEventOf<'ResultAppealed'> = {
      type: 'ResultAppealed',
      data: {
        appeal: {
          id,
          course,
          term,
          grade: attempt.grade ?? '',
          words,
          lastDay,
          on: today,
          by: actor,
          clause,
          charge: fee[0]?.data.charge.id,
        },
      },
    };
    return decideBy(ruling, attempt.grade === undefined ? [] : [appealed, ...fee], {
      code: 'appeal-refused',
      message: text('The regulations do not allow this appeal.', '按規例不可提出此上訴。'),
    });
  },
});

const appealOpen = refuse(
  'appeal-open',
  text('An appeal against the result is open.', '已有就該成績提出而未決的上訴。'),
);
