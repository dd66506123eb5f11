import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { ApprovalPart, Command, IsCount, IsOneOf, IsPartList, IsReason, IsRequestId, IsStudentId } from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import { examinationMarks, type ResultAppeal, TOLD_OF_EXAMINATION, type ToldOfExamination } from '#regulations';
import type { ChargeWaived, RequestEventOf, StudentRecord } from '#student-record';
import { gradeToRecord } from '../assessment/graded.ts';
import { waivedOf } from '../finance/charging.ts';
import { isNamed, isSamePerson, personNeeded, personOf } from '../people.ts';
import { attemptFor, isRefusal, records, recordUseCase } from '../record-use-case.ts';
import { consequencesOf, correctedGrade, dependentsOf, previewChanged } from '../results/correction.ts';
import { decidedAlready, ownRequest, unknownRequest } from './asked.ts';

const GRADE = '^[A-Z][A-Za-z+-]{0,15}$';

/**
 * The Registrar tells what became of an appeal: the result stands, or a better grade takes its place in the same breath,
 * with the published standings that it changes and the other decisions that are to be settled for it (`SettleDecision`), and
 * then the fee is given back to the account. Refused before the fee has been paid, for a grade that is no better or
 * may not be recorded, for a pass in place of a granted resit without the Senate, and where more is told than examination marks. Where the result is no longer the one that was
 * appealed against the appeal is closed as overtaken, with the fee given back if it is better now, and a new one may be
 * made; otherwise decided it is refused (`result-changed`; `result-unchanged`), as it is a second time
 * (`decided-already`), and where a list of what the grade changes is named that is no longer so (`preview-changed`).
 * [5cu/assess/15.2(d)] [5cu/assess/20.1] [5cu/assess/20.2] [5cu/assess/20.3] [3cu/assess/19.1] [3cu/assess/19.2] [3cu/assess/19.3]
 */
export class DecideResultAppeal extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsRequestId({ description: 'The appeal.' })
  readonly request!: string;

  @IsOneOf(['stands', 'improved', 'overtaken'], {
    description: 'What is decided; overtaken: the result was put right meanwhile.',
  })
  readonly outcome!: 'stands' | 'improved' | 'overtaken';

  @ApiProperty({ description: 'The better grade.', pattern: GRADE, example: 'B+', required: false })
  @IsOptional()
  @Matches(new RegExp(GRADE), { message: 'grade must be written as in the scale, such as A-, Fail or Pass' })
  readonly grade?: string;

  @IsReason()
  readonly reason!: string;

  @ApiProperty({
    description: 'What the student is told of the examination.',
    type: String,
    isArray: true,
    enum: [...TOLD_OF_EXAMINATION],
    required: false,
  })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn([...TOLD_OF_EXAMINATION], { each: true })
  readonly told?: ToldOfExamination[];

  @IsCount(0, 1_000_000, {
    description:
      'The number that `result-appeal` gave to the list of what the better grade changes, where it was seen.',
    optional: true,
  })
  readonly preview?: number;

  @IsPartList(ApprovalPart, 5, {
    description: 'The decision of the Senate, where a resit had been granted and the better grade passes.',
    optional: true,
  })
  readonly approvals?: ApprovalPart[];
}

export const decideResultAppeal = recordUseCase({
  command: DecideResultAppeal,
  path: 'result-appeal-decisions',
  summary: text('Decide on an appeal against a result', '就成績上訴作出決定'),
  by: ['registrar', 'migration'],
  clauses: [
    '5cu/assess/20.1',
    '5cu/assess/20.2',
    '5cu/assess/20.3',
    '5cu/assess/15.2(d)',
    '3cu/assess/19.1',
    '3cu/assess/19.2',
    '3cu/assess/19.3',
  ],
  facts: async (reader, { student, request, grade }: DecideResultAppeal) => {
    if (grade === undefined) return undefined;
    const { requests } = await reader.read(records, student);
    const appeal = requests.appeals.find((each) => each.id === request && !each.decision);
    return appeal && dependentsOf(reader, { student, course: appeal.course, term: appeal.term, grade });
  },
  decide: (record, command: DecideResultAppeal, { facts: dependents, today, actor }) => {
    if (!isNamed(actor)) return personNeeded;
    const { request: id, outcome, grade, reason, told = [], approvals = [] } = command;
    const appeal = record.requests.appeals.find((each) => each.id === id);
    if (!appeal) return unknownRequest;
    const found = attemptFor(record, appeal);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    if (appeal.decision) return decidedAlready;
    if (isSamePerson(appeal.by, actor)) return ownRequest;
    if ((outcome === 'improved') !== (grade !== undefined)) return gradeOfOutcome;
    const overtaken = outcome === 'overtaken';
    if (overtaken !== (attempt.grade !== appeal.grade)) return overtaken ? resultUnchanged : resultChanged;
    const { appeal: clause, refund: refundClause } = pack.requests.clauses;
    const marks = told.includes('examination-mark') ? examinationMarks(study, attempt) : undefined;
    const decided: RequestEventOf<'ResultAppealDecided'> = {
      type: 'ResultAppealDecided',
      data: {
        id,
        decision: {
          outcome,
          grade: grade === undefined ? (attempt.grade ?? appeal.grade) : gradeToRecord(found, grade).grade,
          reason,
          marks,
          on: today,
          by: actor,
          clause,
        },
      },
    };
    const { preview, decisions = [] } = dependents ?? {};
    if (command.preview !== undefined && preview !== undefined && command.preview !== preview)
      return previewChanged(preview);
    const correction = grade === undefined ? undefined : { grade, reason, cause: id, by: personOf(actor), today };
    const { refund, ...ruling } = pack.requests.appealDecision(study, {
      ...{ attempt, appeal, overtaken, grade, reason, told, approvals, today },
    });
    const corrected = correction && correctedGrade(found, correction);
    const following = corrected ? [corrected, ...consequencesOf(record, corrected, correction, decisions)] : [];
    const better = [...following, ...(refund ? refunded(record, appeal, refundClause, today) : [])];
    return decideBy(ruling, [decided, ...better], {
      code: 'appeal-decision-refused',
      message: text('The regulations do not allow this decision.', '按規例不可作此決定。'),
    });
  },
});

/** What was paid for the appeal stays to the student's credit. */
function refunded(
  { account }: StudentRecord,
  { charge: id }: ResultAppeal,
  clause: string,
  on: CivilDate,
): ChargeWaived[] {
  const charge = account.charges.find((each) => each.id === id);
  const cents = charge ? charge.cents - waivedOf(account, charge.id) : 0;
  if (!charge || cents === 0) return [];
  const reason = `refund: a better grade on appeal [${clause}]`;
  return [{ type: 'ChargeWaived', data: { waiver: { charge: charge.id, cents, on, authority: 'registrar', reason } } }];
}

const gradeOfOutcome = refuse(
  'grade-of-outcome',
  text(
    'A better grade comes with an improved result, and with no other.',
    '成績獲提升時須註明較佳成績，否則不應註明。',
  ),
);

const resultChanged = refuse(
  'result-changed',
  text(
    'The result has changed since the appeal; close the appeal as overtaken (outcome), and a new one may be made.',
    '提出上訴後成績已更改；請以「overtaken」結案（outcome），學生可重新提出上訴。',
  ),
);

const resultUnchanged = refuse(
  'result-unchanged',
  text('The result is the one that was appealed against.', '現有成績即為上訴所針對的成績。'),
);
