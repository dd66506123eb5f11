import { type CivilDate, type ClauseId, type Finding, text } from '#kernel';
import type { Attempt, Study } from '../facts.ts';
import type { TuitionRequest, TuitionRuling } from '../pack.ts';
import type { DuesLaw } from './dues-law.ts';
import { sameCourse } from './figures-same-course.ts';
import { attemptName, type Rule } from './parameters.ts';

/** What is due for a course, and whether the fee of a late registration goes with it. */
export const tuition = ({ afterDeferral, lateEnrolment }: DuesLaw): Rule<TuitionRequest, TuitionRuling> => {
  const { clause, resumes } = afterDeferral;
  const ofCourse = resumes === 'course' ? resumedWithoutFee(clause) : creditedOnReturn(clause);
  return (study, request) => ({
    ...ofCourse(study, request),
    late: lateEnrolment !== undefined && request.today > request.term.registration[1],
  });
};

type OfCourse = Rule<TuitionRequest, Omit<TuitionRuling, 'late'>>;

/** Attempts that were put off and not taken up since, with their time. */
const putOff = ({ attempts }: Study) => attempts.filter(({ status, deferrals }) => status === 'deferred' && deferrals);

/** The day on which study goes on after the last deferral of an attempt. */
const goesOnFrom = ({ deferrals }: Attempt): CivilDate | undefined => deferrals?.at(-1)?.until;

/**
 * In distance learning a deferred course is taken up again without further tuition by who returns within the time that
 * was agreed: who enrols by the day on which study goes on, or in a term that began by then. [5cu/dl/4.6] [3cu/dl/5.6]
 */
const resumedWithoutFee =
  (clause: ClauseId): OfCourse =>
  (study, { course, term, today }) => {
    const name = sameCourse([course, ...study.attempts.map((attempt) => attempt.course)]);
    const from = putOff(study).findLast((attempt) => name(attempt.course.code) === name(course.code));
    const until = from && goesOnFrom(from);
    if (!from || until === undefined) return { payable: true, credited: [], findings: [] };
    const inTime = today <= until || term.teaching[0] <= until;
    const figures = { deferred: attemptName(from), until, today, furtherFee: !inTime };
    const finding: Finding = inTime
      ? {
          clause,
          holds: true,
          figures,
          note: text('Resumed in time: no further tuition is due.', '於議定時間內恢復修讀，毋須再繳學費。'),
        }
      : {
          clause,
          holds: true,
          figures,
          note: text('Resumed after the agreed time: tuition is due again.', '逾議定時間始恢復修讀，須再繳學費。'),
        };
    return { payable: !inTime, credited: [], findings: [finding] };
  };

/**
 * Face to face tuition that was paid for deferred courses is used for those taken when study resumes; what is
 * short has to be paid. [5cu/ug/4.5] [5cu/tpg/4.5] [3cu/ug/4.5] [3cu/tpg/4.5]
 */
const creditedOnReturn =
  (clause: ClauseId): OfCourse =>
  (study, { term }) => {
    const credited: readonly Attempt[] = putOff(study).filter((attempt) => {
      const until = goesOnFrom(attempt);
      return until !== undefined && until <= term.addDropEnds;
    });
    if (credited.length === 0) return { payable: true, credited, findings: [] };
    const figures = { deferred: credited.map(attemptName).join(' '), term: term.code };
    return { payable: true, credited, findings: [{ clause, holds: true, figures }] };
  };
