import { IsAssignmentCode, IsLine, IsOneOf, IsReason } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import { lastSubmissions } from '#regulations';
import type { PlagiarismAlleged, PlagiarismSettled } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { isRefusal, recordUseCase } from '../record-use-case.ts';
import { workFor } from './deciding.ts';

/**
 * Somebody reports that a piece of work is not the student's own; it goes to the disciplinary proceedings. Its mark
 * stands as it is, the coursework is not complete, and the course is not passed until the case is settled. Refused for
 * work that was never handed in (`not-handed-in`) and while a report on it is open (`alleged-already`).
 * [5cu/assess/4.2] [3cu/assess/4.1] [3cu/assess/4.2]
 */
export class ReportAllegedPlagiarism extends AboutAttempt {
  @IsAssignmentCode()
  readonly assignment!: string;

  @IsReason({ description: 'What is alleged.' })
  readonly account!: string;

  @IsLine({ description: 'What the check of the work is filed under.', optional: true })
  readonly check?: string;
}

export const reportAllegedPlagiarism = recordUseCase({
  command: ReportAllegedPlagiarism,
  path: 'plagiarism-reports',
  summary: text('Report alleged plagiarism', '呈報涉嫌抄襲'),
  by: [
    'tutor',
    'teacher',
    'course-coordinator',
    'internal-examiner',
    'school',
    'dean',
    'registry',
    'registrar',
    'migration',
  ],
  clauses: ['5cu/assess/4.2', '3cu/assess/4.1', '3cu/assess/4.2'],
  decide: (record, command: ReportAllegedPlagiarism, { today }) => {
    const found = workFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, assignment, account } = command;
    const work = lastSubmissions(attempt).get(assignment);
    if (!work) return notHandedIn;
    if (attempt.coursework?.allegations.some((each) => each.assignment === assignment && !each.settled))
      return allegedAlready;
    const check = command.check ?? work.plagiarismCheck;
    const { ruling, clause } = pack.coursework.allegation(study, { attempt, assignment, today });
    const alleged: PlagiarismAlleged = {
      type: 'PlagiarismAlleged',
      data: { course, term, assignment, on: today, account, clause, ...(check ? { check } : {}) },
    };
    return decideBy(ruling, [alleged], {
      code: 'report-refused',
      message: text('The regulations do not allow this report.', '按規例不可作此呈報。'),
    });
  },
});

/**
 * What the disciplinary proceedings made of an allegation. Established, the work is marked no more as the student's own;
 * what becomes of its mark follows from the disciplinary decision. Refused where no report is open
 * (`no-open-allegation`). [5cu/assess/4.2] [3cu/assess/4.2]
 */
export class SettlePlagiarism extends AboutAttempt {
  @IsAssignmentCode()
  readonly assignment!: string;

  @IsOneOf(['dismissed', 'established'], { description: 'What it came to.' })
  readonly outcome!: 'dismissed' | 'established';

  @IsLine({ description: 'The case in the disciplinary proceedings.', example: 'D-2024-017' })
  readonly caseReference!: string;

  @IsReason()
  readonly reason!: string;
}

export const settlePlagiarism = recordUseCase({
  command: SettlePlagiarism,
  path: 'plagiarism-outcomes',
  summary: text('Record the outcome of a case of plagiarism', '記錄抄襲個案的結果'),
  by: ['registry', 'registrar', 'migration'],
  clauses: ['5cu/assess/4.2', '3cu/assess/4.2'],
  decide: (record, command: SettlePlagiarism, { today }) => {
    const found = workFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt } = found;
    const { course, term, assignment, outcome, caseReference, reason } = command;
    if (!attempt.coursework?.allegations.some((each) => each.assignment === assignment && !each.settled))
      return nothingAlleged;
    const { ruling, clause } = pack.coursework.allegation(study, { attempt, assignment, today });
    const settled: PlagiarismSettled = {
      type: 'PlagiarismSettled',
      data: { course, term, assignment, on: today, outcome, caseReference, reason, clause },
    };
    return decideBy(ruling, [settled], {
      code: 'outcome-refused',
      message: text('The regulations do not allow this outcome.', '按規例不可記錄此結果。'),
    });
  },
});

const notHandedIn = refuse('not-handed-in', text('It has not been handed in.', '作業尚未遞交。'));

const allegedAlready = refuse(
  'alleged-already',
  text('A report on it is with the disciplinary proceedings.', '該作業已呈報並正由紀律程序處理。'),
);

const nothingAlleged = refuse('no-open-allegation', text('No report on it is open.', '該作業沒有待處理的呈報。'));
