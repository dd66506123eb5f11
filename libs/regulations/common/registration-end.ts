import { type CivilDate, type ClauseId, plusDays, plusMonths, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { Attempt, AwardKind, Study } from '../facts.ts';
import type { EndRuling, PeriodRequest } from '../rules/registration.ts';
import { type AcademicCalendar, firstDayOf, firstYearOf } from './academic-year.ts';
import { type Demand, ruleOn } from './demand.ts';
import { type LongestPeriod, longestPeriod } from './eligibility.ts';
import { ownAttempts } from './figures.ts';
import { attemptName } from './parameters.ts';

const latest = (days: readonly (CivilDate | undefined)[]): CivilDate =>
  days.reduce<CivilDate>((last, day) => (day !== undefined && day > last ? day : last), '');

export interface LapseLaw {
  readonly pack: string;
  /** Months without registration after which the status lapses, with the clause that ends it. */
  readonly months: Dated<number>;
  /** Who counts as a student: the months back in which a course was taken. */
  readonly student: ClauseId;
  /** Whether a term counts to its end that was begun and then left, or to the day of leaving. */
  readonly leftTermCounts: boolean;
}

const isUnderWay = ({ status, course }: Attempt): boolean => status === 'enrolled' && course.terms > 1;

/**
 * Until when somebody was registered in a course: the end of its term, or the day of its result where that is later;
 * of one that was left, the day of leaving, and where the regime counts the term, its end if it had begun. A course over
 * several terms, while it is taken, has no known end.
 */
const registeredUntil =
  ({ leftTermCounts }: Pick<LapseLaw, 'leftTermCounts'>) =>
  (attempt: Attempt): CivilDate | undefined => {
    const { status, term, course, leftOn = '', gradedOn } = attempt;
    if (isUnderWay(attempt)) return undefined;
    if (status !== 'withdrawn') return latest([term.examinations[1], course.terms > 1 ? gradedOn : undefined]);
    return leftTermCounts && leftOn >= term.teaching[0] ? latest([leftOn, term.examinations[1]]) : leftOn;
  };

/** The course by which somebody is registered without a known end. */
export const courseUnderWay = ({ attempts }: Study): Attempt | undefined => attempts.find(isUnderWay);

/**
 * Whether a registration for distance learning has lapsed: so many months after the later of the last withdrawal and
 * the end of the last term in which a course was registered, of whatever programme, the last of these days included; a
 * term that was left counts where the regime says so. The months of who never took a course are counted from the day of admission, and they begin anew with a reinstatement and
 * with the end of a deferral. [5cu/dl/5.4] [5cu/gloss/28] [3cu/dl/6.4] [3cu/gloss/36]
 */
export const lapse =
  (law: LapseLaw) =>
  (study: Study, today: CivilDate): EndRuling => {
    const { clause, value: months } = law.months.on(today);
    const ends = study.attempts.map(registeredUntil(law));
    const underWay = courseUnderWay(study);
    const since = latest([
      study.registration.admittedOn,
      ...ends,
      ...study.deferrals.map(({ until }) => until),
      ...(study.moves ?? []).map(({ to, on }) => (to === 'reinstated' || to === 'registered' ? on : undefined)),
    ]);
    const lastDay = plusMonths(since, months);
    const figures = { today, since, months, lastDay, underWay: underWay ? attemptName(underWay) : null };
    const demand: Demand = {
      clause,
      met: !underWay && today > lastDay,
      figures,
      note: underWay
        ? text(`${attemptName(underWay)} is being taken.`, `現正修讀 ${attemptName(underWay)}。`)
        : text(
            `Without a course the registration lasts ${months} months, until ${lastDay}.`,
            `未有修讀學科時學籍保留 ${months} 個月，至 ${lastDay} 止。`,
          ),
      ...(underWay
        ? {}
        : { remedy: text(`It lapses on ${plusDays(lastDay, 1)}.`, `學籍於 ${plusDays(lastDay, 1)} 失效。`) }),
    };
    const ruling = ruleOn(law.pack, [demand, stillStudent(law.student, latest(ends), months, today, underWay)]);
    return { ruling, clause, on: plusDays(lastDay, 1), since };
  };

/** Who takes a course now, or took one within so many months, is a student. */
function stillStudent(
  clause: ClauseId,
  until: CivilDate,
  months: number,
  today: CivilDate,
  underWay: Attempt | undefined,
): Demand {
  const lastDay = until === '' ? null : plusMonths(until, months);
  return {
    clause,
    met: !underWay && (lastDay === null || today > lastDay),
    figures: { registeredUntil: until === '' ? null : until, months, lastDay },
    note: text(
      `A course was taken within the last ${months} months, or is being taken.`,
      `過去 ${months} 個月內曾修讀或現正修讀學科。`,
    ),
  };
}

export interface PeriodLaw {
  readonly pack: string;
  readonly calendar: Dated<AcademicCalendar>;
  readonly longest: Dated<LongestPeriod>;
  /** What says the same of an award. */
  readonly ofAward?: Partial<Readonly<Record<AwardKind, ClauseId>>>;
  /** What the longest period is. */
  readonly meaning?: ClauseId;
  /** Who has not met the requirements by then may study no longer. */
  readonly exceeded: ClauseId;
  /** What says the same among the grounds of ending study. */
  readonly ended?: ClauseId;
}

/**
 * Whether study has gone on for longer than the longest period, deferral included, without the requirements being met.
 * It is counted in academic years, that of entry the first. Results of courses taken within it are waited for.
 * [5cu/ug/7.2] [5cu/ug/7.3] [5cu/tpg/7.1] [5cu/tpg/7.2] [3cu/ug/7.2] [3cu/ug/7.3] [3cu/tpg/7.1] [3cu/tpg/7.2] [3cu/bach/5.1]
 */
export const discontinuation =
  (law: PeriodLaw) =>
  (study: Study, request: PeriodRequest): EndRuling => {
    const { today } = request;
    const { clause, value: longest } = law.longest.on(today);
    const { entryTerm, programme } = study.registration;
    const years = longestPeriod(study, longest);
    const entered = firstYearOf(entryTerm.academicYear);
    const on = firstDayOf(entered + years, law.calendar.on(today).value);
    const toCome = ownAttempts(study).find(
      ({ status, term }) => status === 'enrolled' && firstYearOf(term.academicYear) < entered + years,
    );
    const over: Demand = {
      clause,
      met: today >= on,
      figures: { today, entered: entryTerm.academicYear, prescribedYears: programme.years, years, overOn: on },
      note: text(
        `The last day of the longest period of study is ${plusDays(on, -1)}.`,
        `最長修業期的最後一日為 ${plusDays(on, -1)}。`,
      ),
      remedy: text(`The period is over on ${on}.`, `修業期於 ${on} 屆滿。`),
    };
    const same = law.ofAward?.[programme.award];
    const period = [over, ...[same, law.meaning].flatMap((also) => (also ? [{ ...over, clause: also }] : []))];
    const open = [law.exceeded, law.ended].flatMap((by) => (by ? [unfinished(by, request.met(), toCome)] : []));
    const demands = over.met ? [...period, ...open] : period;
    return { ruling: ruleOn(law.pack, demands), clause: law.exceeded, on, since: entryTerm.teaching[0] };
  };

const unfinished = (clause: ClauseId, met: boolean, toCome: Attempt | undefined): Demand => ({
  clause,
  met: !met && !toCome,
  figures: { requirementsMet: met, resultToCome: toCome ? attemptName(toCome) : null },
  note: met
    ? text('The requirements of the programme are met.', '已符合課程要求。')
    : text('A result within the period is still to come.', '期內修讀的學科尚有成績未公布。'),
  ...(toCome && !met ? { remedy: text('The result is recorded first.', '先記錄該成績。') } : {}),
});
