import type { ClauseId } from '#kernel';
import { text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { Attempt } from '../facts.ts';
import type { CourseLeft, ProgrammeWithdrawalRequest, ProgrammeWithdrawalRuling } from '../rules/registration.ts';
import { addDropOf } from './add-drop.ts';
import { type Demand, type Remark, ruleOn } from './demand.ts';
import { ownAttempts } from './figures.ts';
import { attemptName, type Rule } from './parameters.ts';
import { inTime } from './withdrawal.ts';

export interface ProgrammeWithdrawalLaw {
  readonly pack: string;
  /** Calendar days between the last day and the first day of examinations. */
  readonly days: Dated<number>;
  /** Days of teaching for which courses are left without trace at most; absent where a withdrawal always leaves one. */
  readonly addDrop?: Dated<number>;
  /** What is withdrawn from stays on record. */
  readonly onRecord: ClauseId;
  /** Nothing is paid back, and study is taken up again by a new application. */
  readonly noRefund: ClauseId;
}

/**
 * Leaving the whole programme, until so many days before the examinations of every term in which a course is under
 * way: all of those courses are left with it, whatever load remains, and those that are put off. A course whose
 * examinations are over is no longer under way: its result is still to come and counts. What is dropped or put off has
 * no last day, nor has a course over several terms while the days of its examination are not set. Full-time a course is dropped until the end of its add/drop period
 * and withdrawn from after that; in distance learning it is always withdrawn from.
 * [5cu/dl/5.1] [5cu/dl/5.2] [5cu/ug/5.1] [3cu/dl/6.1] [3cu/dl/6.2] [3cu/ug/5.1]
 */
export const programmeWithdrawal =
  (law: ProgrammeWithdrawalLaw): Rule<ProgrammeWithdrawalRequest, ProgrammeWithdrawalRuling> =>
  (study, request) => {
    const leaves = coursesUnderWay(ownAttempts(study), request).map(
      (attempt): CourseLeft => ({
        attempt,
        effect:
          law.addDrop && request.today <= addDropOf(law.addDrop, attempt.term).addDropEnds ? 'dropped' : 'withdrawn',
      }),
    );
    const dropped = leaves.filter(({ effect }) => effect === 'dropped').map(({ attempt }) => attemptName(attempt));
    const looked: (Demand | Remark)[] = [
      ...deadlines(law, leaves, request),
      ...(law.addDrop && dropped.length > 0
        ? [{ clause: law.addDrop.on(request.today).clause, figures: { dropped: dropped.join(' ') } }]
        : []),
      { clause: law.onRecord, figures: { withdrawn: leaves.length - dropped.length } },
      {
        clause: law.noRefund,
        remark: text(
          'Fees are not refunded; to study again takes a new application, unless the registration may be reinstated.',
          '已繳學費概不退還；如欲再修讀須重新申請，可恢復學籍者除外。',
        ),
      },
    ];
    return { ruling: ruleOn(law.pack, looked), leaves };
  };

/** What is being taken, is still to begin or is put off on a day; a course is not under way once it has been examined. */
export const coursesUnderWay = (
  attempts: readonly Attempt[],
  { examinations, today }: ProgrammeWithdrawalRequest,
): readonly Attempt[] =>
  attempts.filter((attempt, index) => {
    if (attempt.status === 'deferred')
      return !attempts.slice(index + 1).some(({ course }) => course.code === attempt.course.code);
    if (attempt.status !== 'enrolled') return false;
    const days = attempt.course.terms > 1 ? examinations.get(attemptName(attempt)) : attempt.term.examinations;
    return days === undefined || today <= days[1];
  });

/** One demand for each day on which examinations begin; none are needed where nothing under way is withdrawn from. */
function deadlines(
  { days }: ProgrammeWithdrawalLaw,
  leaves: readonly CourseLeft[],
  { examinations, today }: ProgrammeWithdrawalRequest,
): (Demand | Remark)[] {
  const bound = leaves.filter(({ attempt, effect }) => effect === 'withdrawn' && attempt.status === 'enrolled');
  const { clause } = days.on(today);
  if (bound.length === 0) return [{ clause, figures: { today, coursesUnderWay: leaves.length } }];
  const demands = bound.map(({ attempt }): Demand | Remark => {
    const set = examinations.get(attemptName(attempt));
    if (attempt.course.terms === 1 || set) return inTime(days, { attempt, examinations: set, approvals: [], today });
    return {
      clause,
      figures: { today, terms: attempt.course.terms, examinationsBegin: null },
      remark: text(
        `The examination days of ${attempt.course.code} are not set; until they are there is no last day.`,
        `${attempt.course.code} 的考試日期尚未訂定，訂定前不設限期。`,
      ),
    };
  });
  const told = new Map(demands.map((demand) => [JSON.stringify(demand.figures), demand]));
  return [...told.values()];
}
