import { type ClauseId, Rational } from '#kernel';
import type { Attempt, Study } from '../facts.ts';
import type { Average, Figures, FiguresRestOn, Standing, TermFigures } from '../pack.ts';
import { sameCourse } from './figures-same-course.ts';
import { gradedTermOf, termOrder } from './figures-terms.ts';
import type { Scale, ScaleGrade } from './grades.ts';
import { type ByChapter, ofChapter } from './parameters.ts';

/** The clauses that a regime's figures rest on, by chapter, and the one that keeps transferred credits out. */
export type FigureClauses = ByChapter<Omit<FiguresRestOn, 'transfers'>> & { readonly transfers: ClauseId };

/** Adds up points in tenths and credits as integers; the one fraction is made at the end. */
class Mean {
  #tenths = 0;
  #credits = 0;

  add(tenths: number, credits: number): void {
    this.#tenths += tenths * credits;
    this.#credits += credits;
  }

  average(): Average {
    const value = this.#credits === 0 ? null : Rational.of(this.#tenths, 10 * this.#credits);
    return { value, credits: this.#credits };
  }
}

interface TermSums {
  readonly mean: Mean;
  earned: number;
  passed: number;
  failed: number;
  withdrawn: number;
  taken: number;
}

const emptySums = (): TermSums => ({
  mean: new Mean(),
  earned: 0,
  passed: 0,
  failed: 0,
  withdrawn: 0,
  taken: 0,
});

/** The grade that an attempt has by the scale; undefined while there is none. */
export const gradeOf = (attempt: Attempt, scale: Scale): ScaleGrade | undefined =>
  attempt.status === 'completed' && attempt.grade !== undefined ? scale.get(attempt.grade) : undefined;

export const isFinal = (grade: ScaleGrade | undefined): grade is ScaleGrade =>
  grade?.effect === 'passed' || grade?.effect === 'failed';

/** The attempts made for the programme of the registration, in the order of the record. */
export const ownAttempts = (study: Study): readonly Attempt[] => {
  const { code } = study.registration.programme;
  return study.attempts.every((attempt) => attempt.programme === code)
    ? study.attempts
    : study.attempts.filter((attempt) => attempt.programme === code);
};

/**
 * Counts and averages of one programme registration. An average is the sum of points times credits over the sum of
 * credits, exact. Of the attempts at one course (and its equivalents) the last with a final result counts in the
 * CGPA, better or worse; a term keeps the average of what was graded in it. Credits are earned once for a course.
 * Pass, W, transferred credits and results still to come stay outside. Credits of courses are whole numbers.
 */
export function figuresOf(study: Study, scale: Scale, clauses: FigureClauses): Figures {
  const attempts = ownAttempts(study);
  const nameOf = sameCourse(attempts.map((attempt) => attempt.course));
  const grades = attempts.map((attempt) => gradeOf(attempt, scale));
  const last = new Map<string, number>();
  const earning = new Map<string, number>();
  attempts.forEach((attempt, index) => {
    const grade = grades[index];
    if (!isFinal(grade)) return;
    const name = nameOf(attempt.course.code);
    last.set(name, index);
    if (grade.earnsCredit && !earning.has(name)) earning.set(name, index);
  });

  const sums = new Map<string, TermSums>(termOrder(attempts).map((code) => [code, emptySums()]));
  const sumsOf = (code: string): TermSums => sums.get(code) as TermSums;
  const cgpa = new Mean();
  let creditsEarned = 0;
  const standings = attempts.map((attempt, index): Standing => {
    const grade = grades[index];
    if (attempt.status === 'withdrawn' || grade?.effect === 'left') {
      sumsOf(attempt.term.code).withdrawn += 1;
    } else if (attempt.status !== 'deferred') {
      sumsOf(attempt.term.code).taken += attempt.course.credits;
    }
    if (!isFinal(grade)) return { attempt, superseded: false, creditsEarned: 0, points: null };
    const { credits } = attempt.course;
    const name = nameOf(attempt.course.code);
    const current = last.get(name) === index;
    const earned = earning.get(name) === index ? credits : 0;
    const term = sumsOf(gradedTermOf(attempt));
    term[grade.effect === 'passed' ? 'passed' : 'failed'] += 1;
    term.earned += earned;
    creditsEarned += earned;
    if (grade.inGpa && grade.tenths !== null) {
      term.mean.add(grade.tenths, credits);
      if (current) cgpa.add(grade.tenths, credits);
    }
    return { attempt, superseded: !current, creditsEarned: earned, points: grade.points };
  });

  const { code } = study.registration.programme;
  const rests = ofChapter(clauses, study.registration.programme);
  let creditsTransferred = 0;
  for (const transfer of study.transfers) if (transfer.programme === code) creditsTransferred += transfer.credits;
  return {
    attempts: standings,
    terms: new Map(Array.from(sums, ([term, sum]) => [term, termFigures(sum)])),
    cgpa: cgpa.average(),
    creditsEarned,
    creditsTransferred,
    restsOn: creditsTransferred > 0 ? { ...rests, transfers: [clauses.transfers] } : rests,
  };
}

const termFigures = (sum: TermSums): TermFigures => ({
  gpa: sum.mean.average(),
  creditsEarned: sum.earned,
  completed: sum.passed + sum.failed,
  passed: sum.passed,
  failed: sum.failed,
  withdrawn: sum.withdrawn,
  creditsTaken: sum.taken,
});
