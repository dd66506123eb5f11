import { ApprovalPart, IsPartList, IsReason, IsRecommendationId, IsTermCode } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import type { ResultRecommended } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { gradedTermFacts, gradedTermOf } from '../assessment/graded-term.ts';
import { IsGrade } from '../assessment/record-grade.ts';
import { isNamed, personNeeded, personOf } from '../people.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { wordOf } from './word.ts';

/**
 * The award panel of a course recommends a student's result. It is no result yet: the School approves it. A later
 * recommendation takes the place of an earlier one. Refused is what could not be recorded as a grade; a pass without the
 * examination is an exemption, which is decided by itself (`DecideExaminationExemption`). The Registry enters what the
 * panel decided, with its word. [5cu/gloss/6] [3cu/gloss/6] [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export class RecommendResult extends AboutAttempt {
  @IsRecommendationId({ description: 'What the recommendation is called, once for the attempt.' })
  readonly id!: string;

  @IsGrade("A grade of the regime's scale.")
  readonly grade!: string;

  @IsTermCode({
    description: 'The term in which the result is awarded: needed for a course over several terms.',
    example: '2025-SPR',
    optional: true,
  })
  readonly gradedTerm?: string;

  @IsReason({ description: 'How the course came out as a whole: what the panel looked at.', optional: true })
  readonly statistics?: string;

  @IsPartList(ApprovalPart, 5, {
    description: 'The word of the award panel, needed from the Registrar and the Registry, who enter it.',
    optional: true,
  })
  readonly approvals?: ApprovalPart[];
}

export const recommendResult = recordUseCase({
  command: RecommendResult,
  path: 'result-recommendations',
  summary: text('Recommend a result', '推薦成績'),
  by: ['award-panel', 'registrar', 'registry'],
  clauses: [
    '5cu/gloss/6',
    '3cu/gloss/6',
    '5cu/assess/18.2.1',
    '5cu/assess/18.3.1',
    '5cu/assess/18.3.2',
    '3cu/assess/17.2.1',
    '3cu/assess/17.3.1',
    '3cu/assess/17.3.2',
  ],
  facts: (reader, command: RecommendResult) => gradedTermFacts(reader, command),
  decide: (record, command, { facts, today, actor }) => {
    if (!isNamed(actor)) return personNeeded;
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, id, grade, statistics } = command;
    const word = wordOf('award-panel', actor, command.approvals);
    if (isRefusal(word)) return word;
    const of = `${course}@${term}`;
    if (record.results.recommendations.some((earlier) => earlier.attempt === of && earlier.id === id)) return idTaken;
    const gradedTerm = gradedTermOf(attempt, command, facts, today);
    if (typeof gradedTerm !== 'string') return gradedTerm;
    const ruling = pack.result.recommendation(study, { attempt, grade, today });
    const recommended: ResultRecommended = {
      type: 'ResultRecommended',
      data: {
        ...{ course, term, on: today, by: personOf(actor), id, grade, gradedTerm },
        ...(statistics === undefined ? {} : { statistics }),
        ...word,
      },
    };
    return decideBy(ruling, [recommended], {
      code: 'recommendation-refused',
      message: text('The regulations do not allow this result to be recommended.', '按規例不可推薦此成績。'),
    });
  },
});

const idTaken = refuse(
  'recommendation-exists',
  text('There is a recommendation of that name for this attempt.', '此次修讀已有同名的推薦。'),
);
