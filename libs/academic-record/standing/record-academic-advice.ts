import { Command, IsCount, IsProgrammeCode, IsReason, IsStudentId, IsTermCode } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import type { AcademicAdviceRecorded } from '#student-record';
import { isRefusal, recordUseCase, registrationGoingOn } from '../record-use-case.ts';

/**
 * A student on probation has taken the School's advice on plan, load, courses and how to do better. It lifts the block on
 * enrolment that followed the results of the term, whether or not probation goes on; the School may ask for a smaller
 * load until it is lifted. Refused of who was not on probation at the end of the term. Five-credit students take no such advice.
 * [3cu/ug/11.2] [3cu/ug/11.4] [3cu/tpg/10.2] [3cu/tpg/10.4] [3cu/dl/4.2]
 */
export class RecordAcademicAdvice extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsTermCode({
    description: 'The term whose results led to probation; the last one with results unless told.',
    optional: true,
  })
  readonly term?: string;

  @IsReason({ description: 'What was advised.', example: 'Two courses in Autumn; the writing clinic each week.' })
  readonly notes!: string;

  @IsCount(1, 60, {
    description: 'The most credits of a term while probation lasts; those of the regulations unless told.',
    optional: true,
  })
  readonly creditsAtMost?: number;
}

export const recordAcademicAdvice = recordUseCase({
  command: RecordAcademicAdvice,
  path: 'academic-advice',
  summary: text('Record academic advice on probation', '記錄試讀生的學業輔導'),
  by: ['adviser', 'school', 'dean', 'registrar', 'registry', 'migration'],
  clauses: ['3cu/ug/11.2', '3cu/ug/11.4', '3cu/tpg/10.2', '3cu/tpg/10.4', '3cu/dl/4.2'],
  decide: (record, { programme, term, notes, creditsAtMost }: RecordAcademicAdvice, { today }) => {
    const found = registrationGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    const { pack, study, registration } = found;
    const asked = pack.standing.advice(study, { term, today });
    if (!asked) return noAdvice;
    const recorded: AcademicAdviceRecorded = {
      type: 'AcademicAdviceRecorded',
      data: {
        advice: {
          programme: registration.programme.code,
          term: asked.term ?? '',
          notes,
          ...(creditsAtMost === undefined ? {} : { creditsAtMost }),
          clause: asked.clause,
          on: today,
        },
      },
    };
    return decideBy(asked.ruling, [recorded], {
      code: 'not-on-probation',
      message: text('The student is not on probation after that term.', '學生在該學期後並非試讀生。'),
    });
  },
});

const noAdvice = refuse(
  'no-advice-on-probation',
  text(
    'The regulations of this programme know no academic advice on probation.',
    '此課程的規例並無試讀生學業輔導的規定。',
  ),
);
