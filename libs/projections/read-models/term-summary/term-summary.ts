import { type CivilDate, type Ruling, rational, type Text } from '#kernel';
import type { Attempt, AttemptStatus, CourseLevel, Standing, TermFacts, TermFigures } from '#regulations';
import type { StudentRecord } from '#student-record';
import type { ProgrammeAt, RecordAt } from '../../record-at.ts';
import { recordView } from '../../record-view.ts';
import { type ProgrammeName, programmeName, type Shown, shown, shownAverage } from '../shown.ts';
import { gradeShown } from '../transcript/transcript.ts';
import { type Coursework, courseworkOf } from './coursework.ts';

/** One student's term: what is taken, how far it has come, and what it adds up to. */
export interface TermSummaryDocument {
  readonly student: string;
  readonly term: Pick<TermFacts, 'code' | 'academicYear' | 'teaching' | 'examinations' | 'addDropEnds'>;
  /** The programmes entered in or studied in the term. */
  readonly programmes: readonly TermProgramme[];
}

export interface TermProgramme extends ProgrammeName {
  /** In order of enrolment. */
  readonly enrolments: readonly TermEnrolment[];
  readonly statistics: TermStatistics;
  /** The study load of the term. */
  readonly load: { readonly credits: number; readonly registrationValue: Shown };
  readonly eligibility: TermEligibility;
  /** Over the whole record as it stands, not up to this term. */
  readonly cgpa: Shown | null;
}

export interface TermEnrolment {
  readonly code: string;
  readonly title: Text;
  readonly credits: number;
  readonly level: CourseLevel;
  readonly status: AttemptStatus;
  readonly enrolledOn: CivilDate;
  /** The day of withdrawal or deferral. */
  readonly leftOn?: CivilDate;
  /** Null until there is one; a withdrawal shows `W`. */
  readonly result: {
    readonly grade: string;
    readonly points: Shown | null;
    readonly creditsEarned: number;
    /** A later attempt has taken its place in the cumulative average. */
    readonly superseded: boolean;
    readonly gradedOn?: CivilDate;
  } | null;
  readonly coursework: Coursework;
}

/** Of the courses whose result counts in the term. */
export interface TermStatistics {
  readonly completed: number;
  readonly passed: number;
  readonly failed: number;
  readonly withdrawn: number;
  readonly creditsEarned: number;
  readonly gpa: Shown | null;
}

/** Whether the student may enrol in courses of the term, by the record as it stands and the day teaching begins. */
export interface TermEligibility {
  readonly eligible: boolean;
  /** The day on which the question is put: the first of teaching. */
  readonly on: CivilDate;
  readonly findings: Ruling['findings'];
  readonly remedies?: Ruling['remedies'];
}

/** The summaries of every term that the record touches, in order of teaching. Pure. */
export const termSummariesOf = (record: RecordAt): TermSummaryDocument[] =>
  termsOf(record.record).map((term) => ({
    student: record.student,
    term: {
      code: term.code,
      academicYear: term.academicYear,
      teaching: term.teaching,
      examinations: term.examinations,
      addDropEnds: term.addDropEnds,
    },
    programmes: record.programmes
      .filter((programme) => studiedIn(programme, term))
      .map((of) => termProgramme(of, term)),
  }));

export const termSummary = recordView({
  name: 'term_summary',
  version: 1,
  view: (record) => termSummariesOf(record).map((document) => ({ part: document.term.code, document })),
});

/** A term stands as the latest event that carries it says. */
function termsOf({ registrations, attempts }: StudentRecord): TermFacts[] {
  const terms = new Map<string, TermFacts>();
  for (const { entryTerm } of registrations) terms.set(entryTerm.code, entryTerm);
  for (const { term } of attempts) terms.set(term.code, term);
  return [...terms.values()].sort((a, b) => order(a.teaching[0], b.teaching[0]) || order(a.code, b.code));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const takenIn = (attempt: Attempt, { registration }: ProgrammeAt, term: TermFacts): boolean =>
  attempt.term.code === term.code && attempt.programme === registration.programme.code;

const studiedIn = (programme: ProgrammeAt, term: TermFacts): boolean =>
  programme.registration.entryTerm.code === term.code ||
  programme.study.attempts.some((attempt) => takenIn(attempt, programme, term));

function termProgramme(programme: ProgrammeAt, term: TermFacts): TermProgramme {
  const { registration, study, pack, figures } = programme;
  const own = figures.terms.get(term.code) ?? NOTHING_TAKEN;
  return {
    ...programmeName(registration, pack),
    enrolments: figures.attempts.filter(({ attempt }) => takenIn(attempt, programme, term)).map(termEnrolment),
    statistics: {
      completed: own.completed,
      passed: own.passed,
      failed: own.failed,
      withdrawn: own.withdrawn,
      creditsEarned: own.creditsEarned,
      gpa: shownAverage(own.gpa),
    },
    load: { credits: own.load.credits, registrationValue: shown(own.load.registrationValue) },
    eligibility: termEligibility(pack.eligibility(study, term, term.teaching[0]), term.teaching[0]),
    cgpa: shownAverage(figures.cgpa),
  };
}

const NOTHING_TAKEN: TermFigures = {
  gpa: { value: null, credits: 0 },
  creditsEarned: 0,
  completed: 0,
  passed: 0,
  failed: 0,
  withdrawn: 0,
  load: { credits: 0, registrationValue: rational(0) },
};

function termEnrolment({ attempt, superseded, creditsEarned, points }: Standing): TermEnrolment {
  const { course, status, enrolledOn, leftOn, gradedOn } = attempt;
  const grade = gradeShown(attempt);
  return {
    code: course.code,
    title: course.title,
    credits: course.credits,
    level: course.level,
    status,
    enrolledOn,
    leftOn,
    result: grade === null ? null : { grade, points: points && shown(points), creditsEarned, superseded, gradedOn },
    coursework: courseworkOf(attempt),
  };
}

const termEligibility = ({ outcome, findings, remedies }: Ruling, on: CivilDate): TermEligibility => ({
  eligible: outcome === 'allowed',
  on,
  findings,
  remedies,
});
