import { type CivilDate, type ClauseId, type Finding, text } from '#kernel';
import type { Attempt, Study } from '../facts.ts';
import type { TuitionRequest, TuitionRuling } from '../pack.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import type { DuesLaw } from './dues-law.ts';
import { sameCourse } from './figures-same-course.ts';
import { attemptName, type Rule } from './parameters.ts';

/** What is due for a course, and whether the fee of a late registration goes with it. */
export const tuition = ({ pack, afterDeferral, lateEnrolment }: DuesLaw): Rule<TuitionRequest, TuitionRuling> => {
  const { clause, resumes, surplus } = afterDeferral;
  const ofCourse = resumes === 'course' ? resumedWithoutFee(clause) : inTermOfReturn(clause, surplus);
  return (study, request) => {
    const { looked, ...due } = ofCourse(study, request);
    return {
      ...due,
      late: lateEnrolment !== undefined && request.today > request.term.registration[1],
      findings: ruleOn(pack, looked).findings.map(inNobodysWay),
    };
  };
};

/** What keeps tuition paid before from being used costs money; it keeps nobody from enrolling. */
const inNobodysWay = (finding: Finding): Finding => ({ ...finding, holds: true });

type OfCourse = Rule<
  TuitionRequest,
  Pick<TuitionRuling, 'payable' | 'credited'> & { readonly looked: readonly (Demand | Remark)[] }
>;

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
    if (!from || until === undefined) return { payable: true, credited: [], looked: [] };
    const inTime = today <= until || term.teaching[0] <= until;
    const figures = { deferred: attemptName(from), until, today, furtherFee: !inTime };
    const resumption: Demand | Remark = inTime
      ? {
          clause,
          figures,
          remark: text('Resumed in time: no further tuition is due.', '於議定時間內恢復修讀，毋須再繳學費。'),
        }
      : {
          clause,
          met: false,
          figures,
          note: text('Resumed after the agreed time: tuition is due again.', '逾議定時間始恢復修讀，須再繳學費。'),
        };
    return { payable: !inTime, credited: [], looked: [resumption] };
  };

/**
 * Face to face tuition that was paid for deferred courses is used for those taken when study resumes; what is
 * short has to be paid. [5cu/ug/4.5] [5cu/tpg/4.5] [3cu/ug/4.5] [3cu/tpg/4.5]
 */
const creditedOnReturn =
  (clause: ClauseId): OfCourse =>
  (study, { term }) => {
    const deferred = putOff(study);
    if (deferred.length === 0) return { payable: true, credited: [], looked: [] };
    const credited: readonly Attempt[] = deferred.filter((attempt) => {
      const until = goesOnFrom(attempt);
      return until !== undefined && until <= term.addDropEnds;
    });
    const used: Demand = {
      clause,
      met: credited.length > 0,
      figures: { deferred: deferred.map(attemptName).join(' '), term: term.code },
      note: text(
        'Tuition paid before the deferral is used from the term on in which study resumes.',
        '延期修業前已繳的學費，由復學的學期起方可使用。',
      ),
    };
    return { payable: true, credited, looked: [used] };
  };

/**
 * What exceeds the tuition of the term of return is used for later courses that the University allows where the text
 * provides for it, and for no others. The term of return is the first in which anything is taken after the deferral.
 * [5cu/ug/4.5] [5cu/tpg/4.5] [3cu/ug/4.5] [3cu/tpg/4.5]
 */
const inTermOfReturn =
  (clause: ClauseId, surplus: 'with-approval' | undefined): OfCourse =>
  (study, request) => {
    const ruling = creditedOnReturn(clause)(study, request);
    const { term, approvals } = request;
    const returned = study.attempts.find(
      (attempt) =>
        attempt.term.teaching[0] < term.teaching[0] &&
        ruling.credited.some((deferred) => (goesOnFrom(deferred) ?? '') <= attempt.term.addDropEnds) &&
        !ruling.credited.includes(attempt),
    );
    if (ruling.credited.length === 0 || !returned) return ruling;
    const approval = surplus && approvalBy(approvals, 'university');
    const surplusUsed: Demand = {
      clause,
      met: approval !== undefined,
      figures: { returnedIn: returned.term.code, term: term.code, approvedBy: approval?.authority ?? null },
      note: surplus
        ? text(
            'What is left of tuition paid before the deferral is used for this course only if the University allows it.',
            '延期修業前已繳學費的餘額，須經大學批准方可用於此學科。',
          )
        : text(
            'What is left of tuition paid before the deferral is not used for courses of later terms.',
            '延期修業前已繳學費的餘額，不得用於其後學期的學科。',
          ),
    };
    return { payable: true, credited: approval ? ruling.credited : [], looked: [surplusUsed] };
  };
