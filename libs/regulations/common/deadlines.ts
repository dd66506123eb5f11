import { type CivilDate, type ClauseId, plusDays, type Text, text } from '#kernel';
import type { Dated } from '../dated.ts';
import { type AssessmentItem, type Attempt, type Deferral, isWritten, type Study, type TermFacts } from '../facts.ts';
import type { Deadline } from '../pack.ts';
import type { EndRuling, RegistrationRules } from '../rules/registration.ts';
import { accountOn, emptyAccount, hkd } from './account.ts';
import { lastDayOfRegistering } from './add-drop.ts';
import { dueOf } from './coursework-due.ts';
import { dayOfPaper } from './examination-days.ts';
import { ownAttempts } from './figures.ts';
import { type ByChapter, byChapter, eachChapter, type Rule } from './parameters.ts';
import { courseUnderWay } from './registration-end.ts';

export interface DeadlinesLaw {
  readonly registration: ClauseId;
  /** Adding and dropping, or exchanging a course, and what people call it. */
  readonly change: {
    readonly clause: ClauseId;
    readonly kind: 'add-drop' | 'course-change';
    /** Days of teaching within which it is done, of add/drop at most; until the last day of adding courses where absent. */
    readonly days?: Dated<number>;
  };
  readonly withdrawalDays: Dated<number>;
  readonly submission: ClauseId;
  readonly resumption: ClauseId;
}

/**
 * The days that concern a student from a day on: registration and change of courses in the terms of the record,
 * withdrawal from each course that is being taken, work that is still to be handed in, examinations, the return from a
 * deferral, and payments. In order of day. The last day of withdrawal from a course over several terms is left out: its
 * examinations stand in the catalogue, from which `comingDeadlines` tells it.
 */
export const deadlines = (laws: ByChapter<DeadlinesLaw>) => byChapter(eachChapter(laws, deadlinesOf));

const deadlinesOf =
  (law: DeadlinesLaw) =>
  (study: Study, { today }: { readonly today: CivilDate }): readonly Deadline[] =>
    inOrder(
      [
        ...termsOf(study).flatMap((term) => ofTerm(law, term)),
        ...goingOn(study, today).flatMap((attempt) => ofAttempt(law, study, attempt, today)),
        ...study.deferrals
          .filter(({ programme }) => programme === study.registration.programme.code)
          .map((deferral) => resumes(law, deferral)),
        ...ofAccount(study, today),
      ],
      today,
    );

type Deadlines = Rule<{ readonly today: CivilDate }, readonly Deadline[]>;

/**
 * The days of study with those on which the registration itself comes to an end: the last day before it lapses without a
 * course, and the last of the longest period. Of a registration that is at an end only payments are told.
 */
export const withRegistration =
  (
    { ended, lapse, discontinuation }: Pick<RegistrationRules, 'ended' | 'lapse' | 'discontinuation'>,
    ofStudy: Deadlines,
  ): Deadlines =>
  (study, request) => {
    const { today } = request;
    const days = ofStudy(study, request);
    if (ended(study, today).outcome === 'refused') return days.filter(({ kind }) => kind === 'payment');
    const lapses = courseUnderWay(study) ? undefined : lapse(study, today);
    const over = discontinuation(study, { met: () => false, today });
    return inOrder([...days, ...(lapses ? [lapseDay(lapses)] : []), ...(over ? [periodDay(over)] : [])], today);
  };

const lapseDay = ({ clause, on }: EndRuling): Deadline => ({
  kind: 'lapse',
  day: plusDays(on, -1),
  clause,
  title: text('Last day before the registration lapses without a course', '不再修讀學科時學籍有效的最後一日'),
});

const periodDay = ({ clause, on }: EndRuling): Deadline => ({
  kind: 'end-of-study-period',
  day: plusDays(on, -1),
  clause,
  title: text('Last day of the longest period of study', '最長修業期限屆滿日'),
});

/** The days from a day on, in order. */
export const inOrder = (days: readonly Deadline[], today: CivilDate): readonly Deadline[] =>
  days.filter(({ day }) => day >= today).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

/** The terms of a record: that of entry, and those in which courses were taken. */
export const termsOf = (study: Study): TermFacts[] => {
  const terms = new Map([[study.registration.entryTerm.code, study.registration.entryTerm]]);
  for (const { term } of ownAttempts(study)) terms.set(term.code, term);
  return [...terms.values()];
};

const lastDayOfChange = ({ kind, days }: DeadlinesLaw['change'], term: TermFacts): CivilDate =>
  lastDayOfRegistering(kind === 'add-drop' ? { addDrop: days } : { days }, term);

function ofTerm(law: DeadlinesLaw, of: TermFacts): Deadline[] {
  const { code: term, registration } = of;
  const [, registrationEnds] = registration;
  const lastDay = lastDayOfChange(law.change, of);
  const change: Text =
    law.change.kind === 'add-drop'
      ? text(`Last day of adding and dropping courses, ${term}`, `${term} 加退選截止日`)
      : text(`Last day of changing a course, ${term}`, `${term} 更改學科截止日`);
  return [
    {
      kind: 'registration',
      day: registrationEnds,
      term,
      clause: law.registration,
      title: text(`Last day of registration, ${term}`, `${term} 學科註冊截止日`),
    },
    { kind: law.change.kind, day: lastDay, term, clause: law.change.clause, title: change },
  ];
}

/** The courses that are being taken, and are not deferred by a day. */
export const goingOn = (study: Study, today: CivilDate): readonly Attempt[] =>
  ownAttempts(study).filter(
    ({ status, deferrals }) => status === 'enrolled' && !deferrals?.some(({ from }) => from <= today),
  );

/** The last day of leaving a course whose examinations begin on a day. */
export function lastWithdrawal(
  days: Dated<number>,
  { course: { code: course }, term: { code: term } }: Attempt,
  examinationsBegin: CivilDate,
  today: CivilDate,
): Deadline {
  const { clause, value } = days.on(today);
  return {
    kind: 'withdrawal',
    term,
    course,
    day: plusDays(examinationsBegin, -value),
    clause,
    title: text(`Last day of withdrawal from ${course}`, `${course} 退修截止日`),
  };
}

function ofAttempt(law: DeadlinesLaw, study: Study, attempt: Attempt, today: CivilDate): Deadline[] {
  const { course, term, items, submissions } = attempt;
  const of = { term: term.code, course: course.code };
  const withdrawal = course.terms > 1 ? [] : [lastWithdrawal(law.withdrawalDays, attempt, term.examinations[0], today)];
  const dayOf = (item: AssessmentItem): CivilDate =>
    item.kind === 'examination' ? dayOfPaper(study, attempt, item, today) : dueOf(attempt, item);
  const work = items
    .filter(({ id, kind }) => kind !== 'attendance' && !submissions.some(({ assignment }) => assignment === id))
    .map((item): Deadline => ({ ...of, ...ofItem(law, course.code, item), day: dayOf(item), item: item.id }));
  return [...withdrawal, ...work];
}

function ofItem(law: DeadlinesLaw, course: string, item: AssessmentItem): Pick<Deadline, 'kind' | 'clause' | 'title'> {
  const { id, kind } = item;
  if (kind === 'examination') return { kind, title: text(`Examination of ${course}, ${id}`, `${course} 考試 ${id}`) };
  const { submission: clause } = law;
  return isWritten(item)
    ? { kind: 'assignment', clause, title: text(`${id} of ${course} is due`, `${course} 作業 ${id} 截止日`) }
    : { kind: 'activity', title: text(`${id} of ${course} takes place`, `${course} 評核活動 ${id} 舉行日`) };
}

const resumes = (law: DeadlinesLaw, { from, until }: Deferral): Deadline => ({
  kind: 'end-of-deferral',
  day: until,
  item: from,
  clause: law.resumption,
  title: text('Study goes on after deferral', '延期修業期滿，恢復修讀'),
});

const ofAccount = ({ account = emptyAccount, registration }: Study, today: CivilDate): Deadline[] =>
  accountOn(account, today)
    .charges.filter(({ outstanding, programme }) => outstanding > 0 && programme === registration.programme.code)
    .map(({ id, payBy, outstanding, clause, term, course }) => ({
      kind: 'payment',
      day: payBy,
      item: id,
      clause,
      ...(term ? { term } : {}),
      ...(course ? { course } : {}),
      title: text(`Last day of paying ${hkd(outstanding)} (${id})`, `繳付 ${hkd(outstanding)} 截止日（${id}）`),
    }));
