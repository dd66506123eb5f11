import { type CivilDate, type Ruling } from '#kernel';
import type { Attempt, Standing, Study, TermFacts, TermFigures } from '#regulations';
import type { ProgrammeAt, RecordAt, StudentRecord } from '#student-record';
import { recordView } from '../../record-view.ts';
import { programmeName, shown, shownAverage } from '../shown.ts';
import { gradeShown } from '../transcript/transcript.ts';
import { courseworkOf } from './coursework.ts';
import type { TermEligibility, TermEnrolment, TermProgramme, TermSummaryDocument } from './term-summary-document.ts';

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
  version: 6,
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
    load: { credits: own.creditsTaken, registrationValue: shown(pack.termLoad(study, term)) },
    eligibility: termEligibility(pack.eligibility(study, term, term.teaching[0]), term.teaching[0]),
    ...termStanding(study.standings, term),
    cgpa: shownAverage(figures.cgpa),
  };
}

function termStanding(standings: Study['standings'] = [], { code }: TermFacts): Pick<TermProgramme, 'standing'> {
  const found = standings.find(({ term }) => term.code === code);
  if (!found) return {};
  const { standing, probationTerms, stage, clauses, on } = found;
  return { standing: { standing, probationTerms, stage, clauses, on } };
}

const NOTHING_TAKEN: TermFigures = {
  gpa: { value: null, credits: 0 },
  creditsEarned: 0,
  completed: 0,
  passed: 0,
  failed: 0,
  withdrawn: 0,
  creditsTaken: 0,
};

/** One taking of a course as every document shows it. */
export function termEnrolment({ attempt, superseded, creditsEarned, points }: Standing): TermEnrolment {
  const { course, status, enrolledOn, leftOn, deferrals, gradedOn, awarded } = attempt;
  const grade = gradeShown(attempt);
  return {
    code: course.code,
    title: course.title,
    credits: course.credits,
    level: course.level,
    status,
    enrolledOn,
    leftOn,
    deferrals,
    result:
      grade === null ? null : { grade, awarded, points: points && shown(points), creditsEarned, superseded, gradedOn },
    coursework: courseworkOf(attempt),
  };
}

const termEligibility = ({ outcome, findings, remedies }: Ruling, on: CivilDate): TermEligibility => ({
  eligible: outcome === 'allowed',
  on,
  findings,
  remedies,
});
