import { type CivilDate, type ClauseId, plusDays, text } from '#kernel';
import type { Dated } from '../dated.ts';
import { chapterOf, type Study, type TermFacts } from '../facts.ts';
import type { Deadline } from '../pack.ts';
import type { ComingRequest, EndRuling, RegistrationRules } from '../rules/registration.ts';
import { type DeadlinesLaw, goingOn, inOrder, lastWithdrawal, termsOf } from './deadlines.ts';
import { attemptName, type ByChapter, ofChapter, type Rule } from './parameters.ts';
import { lastOfTeachOut, type TeachOut } from './teach-out.ts';

/** What the days that the calendar sets are asked of. */
export interface ComingLaw {
  readonly registration: Pick<RegistrationRules, 'ended' | 'deregistration' | 'lastReturn'>;
  /** Course registration, of the chapters that register every term. */
  readonly courses: Readonly<Record<'undergraduate' | 'taught-postgraduate', Pick<DeadlinesLaw, 'registration'>>>;
  /** Whether a research student has let the year of a term pass. */
  readonly missedYear: Rule<{ readonly term: TermFacts; readonly today: CivilDate }, EndRuling>;
  /** Days before the examinations until which a course may be left. */
  readonly withdrawalDays: ByChapter<Dated<number>>;
  readonly teachOut: TeachOut;
  /** Whether the requirements of the programme are met. */
  readonly met: (study: Study) => boolean;
}

/**
 * The days that concern a student by the calendar and not by the record alone. Face-to-face students register every
 * term: the last day of registration of the next one that is not registered for, and the last before study counts as
 * ended. Research students register every year. Whoever withdrew from face-to-face study, or was deregistered, can ask to
 * come back until so many days of teaching of the last term that is soon enough; it is told once the calendar has it.
 * Distance learning has none of these days. Everybody who is registered is told the last day of completing a programme
 * whose end has been announced, and the last of leaving a course over several terms once its examination days are set. [5cu/ug/3.4] [5cu/ug/5.2] [5cu/tpg/3.4] [5cu/tpg/5.2] [5cu/rpg/4.3]
 * [5cu/bach/3.6] [5cu/dl/5.1] [3cu/bach/3.7] [3cu/dl/6.1] [3cu/ug/3.4] [3cu/ug/5.2] [3cu/tpg/3.4] [3cu/tpg/5.2] [3cu/rpg/4.3]
 */
export const comingDeadlines =
  (law: ComingLaw): Rule<ComingRequest, readonly Deadline[]> =>
  (study, request) =>
    inOrder(
      law.registration.ended(study, request.today).outcome === 'refused'
        ? returns(law, study, request)
        : [...registers(law, study, request), ...withdrawals(law, study, request), ...teachOut(law, study, request)],
      request.today,
    );

function returns({ registration }: ComingLaw, study: Study, request: ComingRequest): Deadline[] {
  const last = registration.lastReturn(study, request);
  if (!last) return [];
  return [
    {
      kind: 'return',
      day: last.day,
      term: last.term,
      clause: last.clause,
      title: text('Last day of applying to resume study', '申請復學截止日'),
    },
  ];
}

/** Of courses over several terms: those of one term are told with the record. */
const withdrawals = (law: ComingLaw, study: Study, { examinations, today }: ComingRequest): Deadline[] =>
  goingOn(study, today).flatMap((attempt) => {
    const begins = attempt.course.terms > 1 ? examinations?.get(attemptName(attempt))?.[0] : undefined;
    if (begins === undefined) return [];
    return [lastWithdrawal(ofChapter(law.withdrawalDays, study.registration.programme), attempt, begins, today)];
  });

function teachOut(law: ComingLaw, { registration: { programme } }: Study, { closings }: ComingRequest): Deadline[] {
  const closing = closings?.get(programme.code) ?? programme.closing;
  if (!closing) return [];
  const { clause, lastDay: day } = lastOfTeachOut(law.teachOut, programme.award, closing);
  return [
    {
      kind: 'end-of-teach-out',
      day,
      clause,
      title: text(
        `Last day of completing ${programme.code}, which ended or ends on ${closing.endsOn}`,
        `${programme.code} 於 ${closing.endsOn} 停辦，修畢課程的最後限期`,
      ),
    },
  ];
}

function registers(law: ComingLaw, study: Study, { terms, today }: ComingRequest): Deadline[] {
  const chapter = chapterOf(study.registration.programme);
  if (chapter === 'distance-learning') return [];
  const later = [...terms].sort((a, b) => (a.teaching[0] < b.teaching[0] ? -1 : 1));
  for (const term of later) {
    const last = lastDay(law, study, term, today);
    if (!last) continue;
    if (chapter === 'research') return [ofYear(last.clause, last.day, term)];
    return [...ofCourses(law.courses[chapter].registration, study, term), ofTerm(last.clause, last.day, term)];
  }
  return [];
}

/** The last day of registering for a term or its year, where who does not will be told on the day after that it was missed. */
function lastDay(law: ComingLaw, study: Study, term: TermFacts, today: CivilDate) {
  const missed = (day: CivilDate): EndRuling | undefined =>
    chapterOf(study.registration.programme) === 'research'
      ? law.missedYear(study, { term, today: day })
      : law.registration.deregistration(study, { term, today: day, met: () => law.met(study) });
  const on = missed(today)?.on;
  if (on === undefined || on <= today) return undefined;
  const end = missed(on);
  return end?.ruling.outcome === 'allowed' ? { clause: end.clause, day: plusDays(on, -1) } : undefined;
}

/** Told with the record where the term is on it. */
const ofCourses = (clause: ClauseId, study: Study, { code: term, registration: [, day] }: TermFacts): Deadline[] =>
  termsOf(study).some(({ code }) => code === term)
    ? []
    : [
        {
          kind: 'registration',
          day,
          term,
          clause,
          title: text(`Last day of registration, ${term}`, `${term} 學科註冊截止日`),
        },
      ];

const ofTerm = (clause: ClauseId, day: CivilDate, { code: term }: TermFacts): Deadline => ({
  kind: 'term-registration',
  day,
  term,
  clause,
  title: text(
    `Last day before study counts as ended for want of registration, ${term}`,
    `${term} 學期註冊最後限期，逾期未註冊視作終止修業`,
  ),
});

const ofYear = (clause: ClauseId, day: CivilDate, { code: term, academicYear }: TermFacts): Deadline => ({
  kind: 'year-registration',
  day,
  term,
  clause,
  title: text(`Last day of registration for the year ${academicYear}`, `${academicYear} 學年註冊截止日`),
});
