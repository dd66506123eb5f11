import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { ApprovalPart, IsPart, IsPartList, IsReason, IsTermCode } from '#commands';
import { type Actor, decideBy, refuse, text } from '#kernel';
import type { Attempt } from '#regulations';
import type { GradeCorrected, GradeRecorded, RecordEvent, StudentRecord } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { isRecommendationWaiting, recommendationWaiting } from '../results/waiting.ts';
import { entersForOthers } from '../results/word.ts';
import { gradeToRecord, withRevisedStandings } from './graded.ts';
import { gradedTermFacts, gradedTermOf } from './graded-term.ts';

const GRADE = '^[A-Z][A-Za-z+-]{0,15}( [A-Z][a-z]{1,7})?$';

/** A grade as the scale writes it. */
export const IsGrade = (description: string, optional = false): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ description, pattern: GRADE, example: 'B+', required: !optional }),
    ...(optional ? [IsOptional()] : []),
    Matches(new RegExp(GRADE), { message: '$property must be written as in the scale, such as A-, Fail or Pass' }),
  );

export class CorrectionPart {
  @IsReason()
  readonly reason!: string;
}

/**
 * The result of a course that the award panel and the School have decided, put on record in one step. Refused before teaching begins, outside the regime's scale,
 * without a compulsory item, where a recommendation of the award panel waits to be approved (`recommendation-waiting`),
 * where the Registrar or the Registry records a resit without the word of the award panel, which grants it,
 * and where a result stands, unless it is put right with a reason. The result of a
 * course over several terms stands in the term in which it is awarded, which has to be said (`graded-term-needed`).
 * [5cu/dl/8.2] [5cu/ug/9.2] [5cu/assess/2.2] [3cu/dl/9.2] [3cu/ug/9.2] [3cu/assess/2.2] [3cu/assess/17.2.1] [5cu/assess/18.2.1]
 * [5cu/assess/18.4.1] [3cu/assess/17.4.1] The pass levels of the earlier scale are taken over by the migration only. [5cu/bach/12.4]
 */
export class RecordGrade extends AboutAttempt {
  @IsGrade("A grade of the regime's scale.")
  readonly grade!: string;

  @IsTermCode({
    description:
      'The term in which the result is awarded: needed for a course over several terms; else that of the enrolment.',
    example: '2025-SPR',
    optional: true,
  })
  readonly gradedTerm?: string;

  @IsPart(CorrectionPart, { description: 'Why the grade on record is put right.', optional: true })
  readonly correction?: CorrectionPart;

  @IsPartList(ApprovalPart, 5, {
    description:
      'An exception of the award panel or the Senate from taking the course again, and the word of the panel on a resit that the Registrar or the Registry records (five-credit).',
    optional: true,
  })
  readonly approvals?: ApprovalPart[];
}

export const recordGrade = recordUseCase({
  command: RecordGrade,
  path: 'grades',
  summary: text('Record a grade', '記錄成績'),
  by: ['school', 'registrar', 'registry', 'migration'],
  clauses: [
    '5cu/dl/8.2',
    '5cu/ug/9.2',
    '5cu/tpg/9.2',
    '5cu/assess/2.2',
    '5cu/dl/8.11.2',
    '5cu/ug/9.7.2',
    '5cu/tpg/9.5.2',
    '5cu/assess/18.1',
    '5cu/assess/18.2.1',
    '3cu/dl/9.2',
    '3cu/ug/9.2',
    '3cu/tpg/9.2',
    '3cu/assess/2.2',
    '3cu/assess/17.2.1',
  ],
  facts: (reader, command: RecordGrade) => gradedTermFacts(reader, command),
  decide: (record, command, { facts, today, actor }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, grade, correction, approvals } = command;
    if (correction && actor.role !== 'migration') return amendmentNeeded;
    if (correction && !attempt.grade) return nothingToCorrect;
    if (actor.role !== 'migration' && isRecommendationWaiting(record.results, `${course}@${term}`))
      return recommendationWaiting;
    const gradedTerm = gradedTermOf(attempt, command, facts, today);
    if (typeof gradedTerm !== 'string') return gradedTerm;
    const ruling = pack.grading(study, {
      attempt,
      grade,
      correction,
      approvals,
      today,
      ...(actor.role === 'migration' ? { migrated: true } : {}),
      ...(entersForOthers(actor) ? { entered: true } : {}),
    });
    const data = { course, term, on: today, ...gradeToRecord(found, grade), gradedTerm };
    return decideBy(ruling, recordedBy(record, { ...found, data, correction, actor }), {
      code: 'grade-refused',
      message: text('The regulations do not allow this grade to be recorded.', '按規例不可記錄此成績。'),
    });
  },
});

/** Records of another system are taken over as they are; any other result puts right what was published before it. */
function recordedBy(
  record: StudentRecord,
  {
    attempt,
    data,
    correction,
    actor,
  }: { attempt: Attempt; data: GradeRecorded['data']; correction?: CorrectionPart; actor: Actor },
): readonly RecordEvent[] {
  if (correction && attempt.grade) {
    const corrected: GradeCorrected = {
      type: 'GradeCorrected',
      data: { ...data, from: attempt.grade, reason: correction.reason },
    };
    return [corrected];
  }
  const recorded: GradeRecorded = { type: 'GradeRecorded', data };
  return actor.role === 'migration' ? [recorded] : withRevisedStandings(record, recorded, data.on);
}

const nothingToCorrect = refuse(
  'nothing-to-correct',
  text('There is no grade on record to put right.', '沒有可更正的成績紀錄。'),
);

const amendmentNeeded = refuse(
  'amendment-needed',
  text(
    'A grade on record is amended by two people: one proposes it (ProposeGradeAmendment), another confirms it.',
    '修訂成績須由兩人辦理：一人建議（ProposeGradeAmendment），另一人確認。',
  ),
);
