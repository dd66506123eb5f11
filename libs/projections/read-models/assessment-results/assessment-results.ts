import { type Attempt, courseworkTotal, examinationMark, type RegulationPack, type Standing } from '#regulations';
import type { ProgrammeAt, RecordAt } from '#student-record';
import { attemptKey } from '#student-record';
import { recordView } from '../../record-view.ts';
import { shown } from '../shown.ts';
import { termEnrolment } from '../term-summary/term-summary.ts';
import type { AssessmentResultDocument, CourseworkStanding } from './assessment-results-document.ts';

/** What became of a taking of a course, as statistics count it. */
export type ResultOutcome = 'passed' | 'failed' | 'pending' | 'withdrawn' | 'none';

/** One taking of a course as statistics read it; marks are exact fractions, and empty where there is none. */
export interface AssessmentRow {
  readonly term: string;
  /** The first day of teaching, by which terms are ordered. */
  readonly begins: string;
  readonly regime: string;
  readonly status: string;
  readonly grade: string;
  readonly outcome: string;
  readonly coursework: string;
  readonly examination: string;
}

interface Taken {
  readonly programme: ProgrammeAt;
  readonly standing: Standing;
}

/** The results of every attempt, in the order of enrolment. Pure. */
export const assessmentResultsOf = (record: RecordAt): AssessmentResultDocument[] =>
  takenIn(record).map((taken) => resultOf(record.student, taken));

export const assessmentResults = recordView({
  name: 'assessment_result',
  version: 2,
  columns: {
    course: 'text',
    term: 'text',
    begins: 'text',
    regime: 'text',
    status: 'text',
    grade: 'text',
    outcome: 'text',
    coursework: 'text',
    examination: 'text',
  },
  indexes: [['course', 'term']],
  view: (record) =>
    takenIn(record).map((taken) => {
      const { attempt } = taken.standing;
      return {
        part: attemptKey(attempt.course.code, attempt.term.code),
        document: resultOf(record.student, taken),
        cells: [
          attempt.course.code,
          attempt.term.code,
          attempt.term.teaching[0],
          taken.programme.registration.programme.regime,
          attempt.status,
          attempt.grade ?? '',
          outcomeOf(attempt, taken.programme.pack),
          courseworkTotal(attempt).total?.toString() ?? '',
          examinationMark(attempt)?.toString() ?? '',
        ],
      };
    }),
});

/** Every attempt under the rules of its own programme; of a course taken up again in the same term, the last. */
function takenIn({ record, programmes }: RecordAt): Taken[] {
  const taken = new Map<Attempt, Taken>();
  for (const programme of programmes)
    for (const standing of programme.figures.attempts)
      if (standing.attempt.programme === programme.registration.programme.code)
        taken.set(standing.attempt, { programme, standing });
  const last = new Map<string, Taken>();
  for (const attempt of record.attempts) {
    const found = taken.get(attempt);
    const key = attemptKey(attempt.course.code, attempt.term.code);
    last.delete(key);
    if (found) last.set(key, found);
  }
  return [...last.values()];
}

function resultOf(student: string, { standing }: Taken): AssessmentResultDocument {
  const { attempt } = standing;
  const examination = examinationMark(attempt);
  return {
    student,
    programme: attempt.programme,
    term: attempt.term.code,
    ...termEnrolment(standing),
    standing: courseworkStanding(attempt),
    examination: examination && shown(examination),
  };
}

function courseworkStanding(attempt: Attempt): CourseworkStanding {
  const { total, complete, counted } = courseworkTotal(attempt);
  const assignments = attempt.items.filter(({ kind }) => kind === 'assignment');
  const weighs = new Set(attempt.items.filter(({ weight }) => weight > 0).map(({ id }) => id));
  return {
    toComplete: attempt.scheme?.assignmentsToComplete ?? assignments.length,
    counting: counted.filter((id) => weighs.has(id)).length,
    total: total && shown(total),
    complete,
  };
}

function outcomeOf({ status, grade }: Attempt, { grades }: RegulationPack): ResultOutcome {
  if (status === 'withdrawn') return 'withdrawn';
  const rule = grades.find((each) => each.grade === grade);
  if (!rule) return 'none';
  return rule.effect === 'left' ? 'withdrawn' : rule.effect;
}
