import type { CivilDate, Rational } from '#kernel';
import type { Attempt, Study, TermFacts } from '../facts.ts';
import { figuresOf, gradeOf, isFinal, ownAttempts } from './figures.ts';
import { gradedTermOf, termOrder, termsOf } from './figures-terms.ts';
import type { Scale } from './grades.ts';

/** Whether a term is looked at, by its code and its first day of teaching. */
export type Seen = (code: string, start: CivilDate) => boolean;

/** Whatever began before a term. */
export const before =
  (term: TermFacts): Seen =>
  (_code, start) =>
    start < term.teaching[0];

/** A term and whatever began no later. */
export const through =
  (term: TermFacts): Seen =>
  (code, start) =>
    code === term.code || start <= term.teaching[0];

/** The figures as they stood when a term had ended. */
export interface TermEnd {
  readonly term: string;
  readonly academicYear: string;
  /** Its dates; absent for a term in which nothing was begun, but results of other terms fell. */
  readonly facts?: TermFacts;
  readonly cgpa: Rational;
  /** Credits that the average is over. */
  readonly credits: number;
  /** Until then a single term had brought a GPA. */
  readonly firstGpa: boolean;
}

const startOf = (code: string, terms: ReadonlyMap<string, TermFacts>, graded: readonly Attempt[]) =>
  terms.get(code)?.teaching[0] ?? graded[0]?.gradedOn;

/**
 * The ends of the terms that are looked at, in order, since the entry to the programme. Only terms in which courses were
 * taken have an end: one that was deferred, or in which nothing was registered, is passed over; one still without any
 * result has not ended.
 */
export function termEnds(study: Study, scale: Scale, isSeen: Seen): TermEnd[] {
  const attempts = ownAttempts(study);
  const terms = termsOf(attempts);
  const entered = study.registration.entryTerm.teaching[0];
  const ends: TermEnd[] = [];
  const seen = new Set<Attempt>();
  let termsWithGpa = 0;
  for (const code of termOrder(attempts)) {
    const graded = attempts.filter((attempt) => gradedTermOf(attempt) === code && isFinal(gradeOf(attempt, scale)));
    const start = startOf(code, terms, graded);
    if (start !== undefined && !isSeen(code, start)) continue;
    const begun = attempts.filter((attempt) => attempt.term.code === code);
    const allWithdrawn =
      begun.some(({ status }) => status === 'withdrawn') && begun.every(({ status }) => status !== 'enrolled');
    if (graded.length === 0 && !allWithdrawn) continue;
    for (const attempt of graded) seen.add(attempt);
    // What was earned on the programme before it was entered anew counts, and puts nobody on probation.
    if (start !== undefined && start < entered) continue;
    const inOrder = attempts.filter((attempt) => seen.has(attempt));
    const { value: cgpa, credits } = figuresOf({ ...study, attempts: inOrder, transfers: [] }, scale, NO_CLAUSES).cgpa;
    if (graded.some((attempt) => gradeOf(attempt, scale)?.inGpa)) termsWithGpa += 1;
    const facts = terms.get(code);
    const academicYear = facts?.academicYear ?? graded[0]?.term.academicYear;
    if (cgpa === null || academicYear === undefined) continue;
    ends.push({ term: code, academicYear, facts, cgpa, credits, firstGpa: termsWithGpa === 1 });
  }
  return ends;
}

/** The study as it was when the terms that are looked at had ended: what was begun in them, with the results that fell into them. */
export function studyUntil(study: Study, isSeen: Seen): Study {
  const attempts = ownAttempts(study);
  const terms = termsOf(attempts);
  const until: Attempt[] = [];
  for (const attempt of attempts) {
    if (!isSeen(attempt.term.code, attempt.term.teaching[0])) continue;
    const code = gradedTermOf(attempt);
    const start = startOf(code, terms, [attempt]);
    const later = attempt.grade !== undefined && start !== undefined && !isSeen(code, start);
    until.push(later ? { ...attempt, status: 'enrolled', grade: undefined } : attempt);
  }
  return { ...study, attempts: until };
}

const NONE = { grades: [], credits: [], averages: [] };
const NO_CLAUSES = {
  'distance-learning': NONE,
  undergraduate: NONE,
  'taught-postgraduate': NONE,
  research: NONE,
  transfers: '',
};
