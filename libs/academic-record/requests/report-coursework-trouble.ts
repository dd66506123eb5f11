import { IsDay, IsOneOf, IsReason } from '#commands';
import { type CivilDate, decideBy, text } from '#kernel';
import type { RequestEventOf } from '#student-record';
import { isRefusal, recordUseCase } from '../record-use-case.ts';
import { Asking, askedOfTaken } from './asked.ts';

/**
 * A student in trouble with coursework has told the tutor, or the coordinator where the tutor could not be reached.
 * Refused where the coordinator was told first, and of a course that was left (`course-left`).
 * [5cu/assess/21.2] [3cu/assess/20.2]
 */
export class ReportCourseworkTrouble extends Asking {
  @IsOneOf(['tutor', 'coordinator'], { description: 'Who was told.' })
  readonly to!: 'tutor' | 'coordinator';

  @IsReason({ description: 'What keeps the student from the work.' })
  readonly words!: string;

  @IsDay({ description: 'The day on which the tutor could not be reached.', optional: true })
  readonly tutorTriedOn?: CivilDate;
}

export const reportCourseworkTrouble = recordUseCase({
  command: ReportCourseworkTrouble,
  path: 'coursework-troubles',
  summary: text('Tell the tutor of trouble with coursework', '就作業困難聯絡導師'),
  by: ['student', 'tutor', 'teacher', 'course-coordinator', 'registry', 'registrar', 'migration'],
  clauses: ['5cu/assess/21.2', '3cu/assess/20.2'],
  decide: (record, command: ReportCourseworkTrouble, { today, actor }) => {
    const found = askedOfTaken(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { request: id, course, term, to, words, tutorTriedOn } = command;
    const { contact: clause } = pack.requests.clauses;
    const told: RequestEventOf<'CourseworkTroubleTold'> = {
      type: 'CourseworkTroubleTold',
      data: { contact: { id, course, term, to, words, tutorTriedOn, on: today, by: actor, clause } },
    };
    return decideBy(pack.requests.contact(study, { attempt, to, tutorTriedOn, today }), [told], {
      code: 'contact-refused',
      message: text('The tutor is told first.', '須先聯絡導師。'),
    });
  },
});
