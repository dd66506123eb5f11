import { FEE_SCHEDULE, type Fee, fees } from '#catalogue';
import { ApprovalPart, IsFlag, IsLine, IsOneOf, IsPart, IsPartList, IsReason, IsTermCode } from '#commands';
import { decideBy, text } from '#kernel';
import { ARRANGEMENT_KINDS, ARRANGEMENT_PAPERS, type ArrangementKind, type ArrangementPaper } from '#regulations';
import type { RequestEventOf } from '#student-record';
import { charged } from '../finance/charging.ts';
import { isNamed, personNeeded } from '../people.ts';
import { isRefusal, recordUseCase } from '../record-use-case.ts';
import { Asking, askedOfTaken } from './asked.ts';
import { type SittingFacts, sittingFacts, sittingOf } from './sitting.ts';

export class PaperPart {
  @IsOneOf(ARRANGEMENT_PAPERS, { description: 'What kind of paper it is.' })
  readonly kind!: ArrangementPaper;

  @IsLine({ description: 'Of whom, of which day.', example: 'Dr Chan, 2 September 2024' })
  readonly words!: string;
}

/**
 * A candidate asks for something to be arranged otherwise at an examination: another place, a scribe or a typewriter, a
 * paper in Braille or on tape, more time, a religious day, a sitting abroad, another venue or day. Refused too late,
 * without the papers that the clause asks, in modes of study that do not know it, and where the costs are not agreed to. The
 * fee for asking is charged with it. Refused too of a course that was left (`course-left`) or has no examination
 * (`no-examination`), and under a name that is in use (`request-known`).
 * [5cu/assess/6.1] [5cu/assess/14.1] [5cu/assess/17.1] [5cu/dl/8.11.6(b)] [3cu/assess/6.1] [3cu/assess/14.1]
 * [3cu/assess/16.1] [3cu/dl/9.12.3(b)]
 */
export class RequestExaminationArrangement extends Asking {
  @IsOneOf(ARRANGEMENT_KINDS, { description: 'What is to be arranged.' })
  readonly kind!: ArrangementKind;

  @IsReason({ description: 'What is asked, and why.' })
  readonly words!: string;

  @IsTermCode({ description: 'The term of the sitting, when it is not that of the enrolment.', optional: true })
  readonly sittingTerm?: string;

  @IsPartList(PaperPart, 20, { description: 'The papers that come with it.', optional: true })
  readonly papers?: PaperPart[];

  @IsLine({ description: 'The religious body through which it is asked.', optional: true })
  readonly religiousBody?: string;

  @IsFlag({ description: 'Whether the candidate agrees to pay what it costs, before the examination.' })
  readonly costsAgreed?: boolean;

  @IsPart(ApprovalPart, {
    description: 'The Registrar accepts a late request for another venue, or another day in an emergency.',
    optional: true,
  })
  readonly approval?: ApprovalPart;
}

interface Facts extends SittingFacts {
  readonly schedule: readonly Fee[];
}

export const requestExaminationArrangement = recordUseCase({
  command: RequestExaminationArrangement,
  path: 'examination-arrangements',
  summary: text('Ask for an examination arrangement', '申請考試安排'),
  by: ['student', 'registry', 'registrar', 'school', 'migration'],
  clauses: [
    '5cu/assess/6.1',
    '5cu/assess/6.3',
    '5cu/assess/6.4',
    '5cu/assess/14.1',
    '5cu/assess/14.2',
    '5cu/assess/14.3',
    '5cu/assess/14.4',
    '5cu/assess/17.1',
    '5cu/assess/17.2',
    '5cu/assess/17.4',
    '5cu/dl/8.11.6(b)',
    '5cu/dl/8.11.6(c)',
    '3cu/assess/6.1',
    '3cu/assess/6.3',
    '3cu/assess/6.4',
    '3cu/assess/14.1',
    '3cu/assess/14.2',
    '3cu/assess/14.3',
    '3cu/assess/14.4',
    '3cu/assess/16.1',
    '3cu/assess/16.2',
    '3cu/assess/16.4',
    '3cu/dl/9.12.3(b)',
    '3cu/dl/9.12.3(c)',
  ],
  facts: async (reader, command: RequestExaminationArrangement): Promise<Facts> => ({
    ...(await sittingFacts(reader, command)),
    schedule: await reader.read(fees, FEE_SCHEDULE),
  }),
  decide: (record, command, { facts, today, actor }) => {
    if (!isNamed(actor)) return personNeeded;
    const found = askedOfTaken(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt, registration } = found;
    const sitting = sittingOf(attempt, command, facts);
    if (isRefusal(sitting)) return sitting;
    const { request: id, course, term, kind, words, papers = [], religiousBody, costsAgreed, approval } = command;
    const { asking } = pack.requests.arrangementFees(kind);
    const charging = { account: record.account, registration, schedule: facts.schedule, today };
    const fee = asking ? charged(charging, asking, { course: attempt.course, term: attempt.term }) : [];
    const requested: RequestEventOf<'ExaminationArrangementRequested'> = {
      type: 'ExaminationArrangementRequested',
      data: {
        arrangement: {
          id,
          course,
          term,
          kind,
          words,
          sitting,
          papers,
          religiousBody,
          costsAgreed,
          on: today,
          by: actor,
          clause: pack.requests.clauses.arrangement(kind),
          charge: fee[0]?.data.charge.id,
        },
      },
    };
    const approvals = approval ? [approval] : [];
    const asked = { attempt, kind, sitting, papers, religiousBody, costsAgreed, approvals, today };
    return decideBy(pack.requests.arrangement(study, asked), [requested, ...fee], {
      code: 'arrangement-refused',
      message: text('The regulations do not allow this request.', '按規例不可提出此項申請。'),
    });
  },
});
