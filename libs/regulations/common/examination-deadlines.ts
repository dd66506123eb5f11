import { type CivilDate, plusDays, text } from '#kernel';
import type { Attempt, Study } from '../facts.ts';
import type { Deadline } from '../pack.ts';
import { inForce } from './amended.ts';
import { inOrder } from './deadlines.ts';
import { type ExaminationLaw, fileOf, ofAttempt, takenAgain } from './examination-law.ts';
import { ownAttempts } from './figures.ts';
import type { Rule } from './parameters.ts';

type Days = Rule<{ readonly today: CivilDate }, readonly Deadline[]>;

/**
 * The days of examinations that are not taken with the others, from a day on: the last day of applying after an absence
 * that is on record, and the days by which a deferred examination or a resit is taken.
 */
export const examinationDeadlines =
  (law: ExaminationLaw): Days =>
  (study, { today }) =>
    fileOf(study).sittings.length + fileOf(study).deferred.length + fileOf(study).resits.length === 0
      ? []
      : inOrder(
          ownAttempts(study).flatMap((attempt) => daysOf(law, study, attempt)),
          today,
        );

function daysOf(law: ExaminationLaw, study: Study, attempt: Attempt): Deadline[] {
  const { sittings, deferred, resit } = ofAttempt(study, attempt);
  const of = { term: attempt.term.code, course: attempt.course.code };
  const { code } = attempt.course;
  const { programme } = study.registration;
  const [examined] = attempt.term.examinations;
  const { clause, value: days } = inForce(law.absence.afterDays, 'absence-days', programme, examined);
  const taken = (kind: 'deferred' | 'resit') => sittings.filter((each) => each.kind === kind).length;
  const absences = sittings
    .filter(({ kind, absent }) => kind === 'original' && absent)
    .filter(({ kind, on }) => !deferred.some((each) => each.kind === kind && each.examinationOn === on))
    .map(
      ({ on, examination }): Deadline => ({
        ...of,
        kind: 'examination-application',
        day: plusDays(on, days),
        ...(examination ? { item: examination } : {}),
        clause,
        title: text(`Last day of applying for a deferred examination of ${code}`, `申請 ${code} 延期考試截止日`),
      }),
    );
  const granted = deferred.filter(({ decision }) => decision?.granted);
  const later = granted.slice(taken('deferred')).flatMap(({ id, decision }): Deadline[] =>
    decision
      ? [
          {
            ...of,
            kind: 'deferred-examination',
            day: decision.examinationOn ?? decision.latest ?? decision.on,
            item: id,
            clause: decision.examinationOn ? law.deferred.set : law.deferred.when,
            title: decision.examinationOn
              ? text(`Deferred examination of ${code}`, `${code} 延期考試`)
              : text(`Last day of the deferred examination of ${code}`, `${code} 延期考試最後限期`),
          },
        ]
      : [],
  );
  const again: Deadline[] =
    law.resit && resit && taken('resit') === 0 && !takenAgain(study, attempt) && attempt.grade === law.resit.grade
      ? [
          {
            ...of,
            kind: 'resit',
            day: resit.examinationOn ?? resit.latest,
            clause: resit.examinationOn ? law.resit.set : law.resit.when,
            title: resit.examinationOn
              ? text(`Resit of ${code}`, `${code} 重考`)
              : text(`Last day of the resit of ${code}`, `${code} 重考最後限期`),
          },
        ]
      : [];
  return [...absences, ...later, ...again];
}

/**
 * The days that concern a student, with those of examinations; those of who has left stay as they are. The fee of a resit
 * is paid while the resit waits. [5cu/assess/15.2(e)]
 */
export const withExaminations =
  (days: Days, examinations: Days, goesOn: Rule<CivilDate, boolean>): Days =>
  (study, request) => {
    const others = days(study, request);
    const more = study.examinations && goesOn(study, request.today) ? examinations(study, request) : [];
    const waits = new Set(more.filter(({ kind }) => kind === 'resit').map(({ course, term }) => `${course}@${term}`));
    const over = fileOf(study).resits.flatMap(({ attempt, charge }) => (waits.has(attempt) ? [] : [charge]));
    const asked = others.filter(({ kind, item }) => kind !== 'payment' || !over.includes(item));
    return more.length === 0 ? asked : inOrder([...asked, ...more], request.today);
  };
