import { ApprovalPart, IsPartList, IsReason, IsRecommendationId, IsSchoolCode } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import type { GradeRecorded, ResultApproved } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { gradeToRecord, withRevisedStandings } from '../assessment/graded.ts';
import { IsGrade } from '../assessment/record-grade.ts';
import { isNamed, isSamePerson, personNeeded, personOf, samePerson } from '../people.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { wordOf } from './word.ts';

/**
 * The School approves the result that the award panel recommended last, as it stands or, with a reason, another; the
 * grade is on record from then on. Refused for the School that has no say, for whoever recommended it, and without the
 * Senate where it decides: a pass after a resit. The Registry enters what the School decided, with its word
 * (`school-word-needed`). [5cu/assess/18.2.1] [3cu/assess/17.2.1] [5cu/assess/15.2(d)]
 */
export class ApproveResult extends AboutAttempt {
  @IsRecommendationId()
  readonly recommendation!: string;

  @IsSchoolCode({
    description: 'The School that approves: that of the course (three-credit), that of the programme (five-credit).',
  })
  readonly school!: string;

  @IsGrade('The grade that is approved; the recommended one unless told.', true)
  readonly grade?: string;

  @IsReason({ description: 'Why it is not the recommended one; needed where it is not.', optional: true })
  readonly reason?: string;

  @IsPartList(ApprovalPart, 10, {
    description:
      'The decision of the Senate, where it is needed, and the word of the School, needed from the Registrar and the Registry.',
    optional: true,
  })
  readonly approvals?: ApprovalPart[];
}

export const approveResult = recordUseCase({
  command: ApproveResult,
  path: 'result-approvals',
  summary: text('Approve a result', '批准成績'),
  by: ['school', 'dean', 'registrar', 'registry'],
  clauses: [
    '5cu/assess/18.2.1',
    '3cu/assess/17.2.1',
    '5cu/assess/15.2(d)',
    '5cu/assess/13.1',
    '3cu/assess/13.1',
    '5cu/dl/8.2',
    '5cu/ug/9.2',
    '5cu/tpg/9.2',
    '3cu/dl/9.2',
    '3cu/ug/9.2',
    '3cu/tpg/9.2',
  ],
  decide: (record, command: ApproveResult, { today, actor }) => {
    if (!isNamed(actor)) return personNeeded;
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, school, reason, approvals = [] } = command;
    const word = wordOf('school', actor, approvals);
    if (isRefusal(word)) return word;
    const { recommendations, approvals: earlier } = record.results;
    const own = recommendations.filter(({ attempt: of }) => of === `${course}@${term}`);
    const recommendation = own.find(({ id }) => id === command.recommendation);
    if (!recommendation) return unknownRecommendation;
    if (recommendation !== own.at(-1)) return superseded;
    if (
      earlier.some(
        (approval) => approval.attempt === recommendation.attempt && approval.recommendation === recommendation.id,
      )
    )
      return approvedAlready;
    if (isSamePerson(recommendation.by, actor)) return samePerson;
    const grade = command.grade ?? recommendation.grade;
    const differs = grade !== recommendation.grade;
    if (differs && reason === undefined) return reasonNeeded;
    const ruling = pack.result.approval(study, { attempt, grade, recommendation, school, approvals, today });
    const senate = approvals.find(({ authority }) => authority === 'senate')?.reason;
    const of = { course, term, on: today };
    const approved: ResultApproved = {
      type: 'ResultApproved',
      data: {
        ...{ ...of, by: personOf(actor), recommendation: recommendation.id, grade, school },
        ...(differs && reason !== undefined ? { differs: reason } : {}),
        ...(senate === undefined ? {} : { senate }),
        ...word,
      },
    };
    const recorded: GradeRecorded = {
      type: 'GradeRecorded',
      data: {
        ...of,
        ...gradeToRecord(found, grade),
        gradedTerm: recommendation.gradedTerm,
        recommendation: recommendation.id,
      },
    };
    return decideBy(ruling, [approved, ...withRevisedStandings(record, recorded, today)], {
      code: 'approval-refused',
      message: text('The regulations do not allow this result to be approved so.', '按規例不可如此批准此成績。'),
    });
  },
});

const unknownRecommendation = refuse(
  'unknown-recommendation',
  text('The award panel has made no such recommendation for this attempt.', '評核小組未就此次修讀作出該項推薦。'),
);

const superseded = refuse(
  'recommendation-superseded',
  text('The award panel has recommended another result since.', '評核小組其後已推薦另一成績。'),
);

const approvedAlready = refuse(
  'result-approved',
  text('The recommended result has been approved.', '所推薦的成績已獲批准。'),
);

const reasonNeeded = refuse(
  'reason-needed',
  text('Say why the result is not the recommended one (reason).', '請註明成績與推薦不同的理由（reason）。'),
);
