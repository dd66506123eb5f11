import { FEE_SCHEDULE, fees } from '#catalogue';
import { ApprovalPart, Command, IsOneOf, IsPart, IsRequestId, IsStudentId } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import { DISCLOSURES, type DisclosureKind, examinationMarks, RESULT_CHANNELS, type ResultChannel } from '#regulations';
import type { RequestEventOf } from '#student-record';
import { charged } from '../finance/charging.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { Asking, askedOf, decidedAlready, unknownRequest } from './asked.ts';
import { publicationOfResult, termOfResult } from './publication-facts.ts';

/**
 * A student asks for the examination mark of a course, or for a proof of its result. The fee is charged with it. Refused
 * for scripts and anything else about the examination, before a result is published, and by telephone.
 * [5cu/assess/19.2] [5cu/assess/19.3] [3cu/assess/18.2] [3cu/assess/18.3]
 */
export class RequestResultDisclosure extends Asking {
  @IsOneOf(DISCLOSURES, { description: 'What is asked for.' })
  readonly what!: DisclosureKind;

  @IsOneOf(RESULT_CHANNELS, { description: 'How it is to be given.' })
  readonly channel!: ResultChannel;
}

export const requestResultDisclosure = recordUseCase({
  command: RequestResultDisclosure,
  path: 'result-disclosures',
  summary: text('Ask for an examination mark or a proof of results', '申請考試分數或成績證明'),
  by: ['student', 'registry', 'registrar', 'migration'],
  clauses: ['5cu/assess/19.2', '5cu/assess/19.3', '3cu/assess/18.2', '3cu/assess/18.3'],
  facts: async (reader, command: RequestResultDisclosure) => ({
    schedule: await reader.read(fees, FEE_SCHEDULE),
    calendar: await termOfResult(reader, command),
  }),
  decide: (record, command: RequestResultDisclosure, { facts: { schedule, calendar }, today, actor }) => {
    const found = askedOf(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt, registration } = found;
    const { request: id, course, term, what, channel } = command;
    const fee = charged({ account: record.account, registration, schedule, today }, 'result-disclosure', {
      course: attempt.course,
      term: attempt.term,
    });
    const { disclosure: clause } = pack.requests.clauses;
    const requested: RequestEventOf<'ResultDisclosureRequested'> = {
      type: 'ResultDisclosureRequested',
      data: {
        disclosure: { id, course, term, what, channel, on: today, by: actor, clause, charge: fee[0]?.data.charge.id },
      },
    };
    const publishedOn = publicationOfResult(pack, attempt, calendar);
    return decideBy(
      pack.requests.disclosure(study, { attempt, what, channel, publishedOn, today }),
      [requested, ...fee],
      {
        code: 'disclosure-refused',
        message: text('The regulations do not allow this to be given.', '按規例不可提供有關資料。'),
      },
    );
  },
});

/**
 * The examination mark or the proof is given. Refused before the fee has been paid, by telephone, and while debts or a
 * hold keep results back. Refused too where no examination mark is on the record (`no-examination-mark`), and a second
 * time (`decided-already`). [5cu/assess/19.2] [5cu/assess/19.3] [3cu/assess/18.2] [3cu/assess/18.3]
 */
export class IssueResultDisclosure extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsRequestId()
  readonly request!: string;

  @IsOneOf(RESULT_CHANNELS, { description: 'How it is given; as was asked unless told.', optional: true })
  readonly channel?: ResultChannel;

  @IsPart(ApprovalPart, { description: 'The University lets debts pass.', optional: true })
  readonly approval?: ApprovalPart;
}

export const issueResultDisclosure = recordUseCase({
  command: IssueResultDisclosure,
  path: 'result-disclosure-issues',
  summary: text('Give an examination mark or a proof of results', '發出考試分數或成績證明'),
  by: ['registry', 'registrar', 'migration'],
  clauses: ['5cu/assess/19.2', '5cu/assess/19.3', '3cu/assess/18.2', '3cu/assess/18.3'],
  decide: (record, command: IssueResultDisclosure, { today, actor }) => {
    const { request: id, approval } = command;
    const disclosure = record.requests.disclosures.find((each) => each.id === id);
    if (!disclosure) return unknownRequest;
    const found = attemptFor(record, disclosure);
    if (isRefusal(found)) return found;
    if (disclosure.issued) return decidedAlready;
    const { pack, study, attempt } = found;
    const { channel = disclosure.channel } = command;
    const marks = examinationMarks(study, attempt);
    const isMark = disclosure.what === 'examination-mark';
    if (isMark && marks.length === 0) return noMark;
    const issued: RequestEventOf<'ResultDisclosureIssued'> = {
      type: 'ResultDisclosureIssued',
      data: {
        id,
        issued: { on: today, by: actor, channel, ...(isMark ? { marks } : { grade: attempt.grade }) },
      },
    };
    const approvals = approval ? [approval] : [];
    const ruling = pack.requests.issue(study, { attempt, disclosure, channel, approvals, today });
    return decideBy(ruling, [issued], {
      code: 'disclosure-not-issued',
      message: text('The regulations do not allow this to be given.', '按規例不可提供有關資料。'),
    });
  },
});

const noMark = refuse('no-examination-mark', text('The record has no examination mark.', '紀錄中沒有考試分數。'));
