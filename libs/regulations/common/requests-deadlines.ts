import { type CivilDate, type Text, text } from '#kernel';
import { ARRANGEMENT_KINDS, type ArrangementKind, chapterOf, type Study } from '../facts.ts';
import type { Deadline, RegulationPack } from '../pack.ts';
import type { RegistrationRules } from '../rules/registration.ts';
import type { ResultRules } from '../rules/result-rules.ts';
import { inOrder } from './deadlines.ts';
import { ownAttempts } from './figures.ts';
import { lastDayBefore } from './requests-arrangements.ts';
import { lastDayOfReport } from './requests-circumstances.ts';
import type { RequestsLaw } from './requests-law.ts';
import { hasResult, knownOn, lastDayOfAppeal } from './requests-results.ts';

const ARRANGED: Readonly<Partial<Record<ArrangementKind, Text>>> = {
  'religious-days': text('observing a religious day', '遵守宗教節日'),
  overseas: text('sitting abroad', '在海外應考'),
  'change-of-venue': text('another venue', '更改試場'),
  'change-of-date': text('another day', '更改考試日期'),
};

/**
 * The last days of asking for an arrangement and of reporting special circumstances, of courses of one term with an
 * examination that are being taken; and of appealing against a result.
 */
function requestDeadlines(
  law: RequestsLaw,
  { publication }: Pick<ResultRules, 'publication'>,
  study: Study,
  today: CivilDate,
): readonly Deadline[] {
  const chapter = chapterOf(study.registration.programme);
  const kinds = ARRANGEMENT_KINDS.flatMap((kind) => {
    const { notice, only, timetable } = law.arrangements.kinds[kind];
    const words = ARRANGED[kind];
    const isOpen = (only ?? chapter) === chapter && !timetable?.emergencyOnly;
    return notice && words && isOpen ? [{ kind, words, ...notice.before.on(today) }] : [];
  });
  const days = ownAttempts(study).flatMap((attempt): Deadline[] => {
    const { course, term, gradedOn, gradedTerm = term.code, status, deferrals } = attempt;
    const publishedOn = gradedTerm === term.code ? publication(term).on : undefined;
    const of = { course: course.code, term: term.code };
    if (hasResult(law, attempt) && gradedOn !== undefined)
      return [
        {
          ...of,
          kind: 'result-appeal',
          day: lastDayOfAppeal(law, knownOn(gradedOn, publishedOn), today),
          clause: law.appeals.within.on(today).clause,
          title: text(`Last day of appealing against the result of ${course.code}`, `${course.code} 成績上訴截止日`),
        },
      ];
    const isOff = status !== 'enrolled' || deferrals?.some(({ from }) => from <= today);
    if (isOff || !course.examination || course.terms > 1) return [];
    return [
      ...kinds.map(
        ({ kind: item, words, clause, value }): Deadline => ({
          ...of,
          kind: 'examination-arrangement',
          item,
          day: lastDayBefore(term, value),
          clause,
          title: text(
            `Last day of asking for ${words.en}, examination of ${course.code}`,
            `${course.code} 考試申請${words['zh-Hant']}截止日`,
          ),
        }),
      ),
      {
        ...of,
        kind: 'special-circumstances',
        day: lastDayOfReport(law, term.examinations, today),
        clause: law.circumstances.within.on(today).clause,
        title: text(`Last day of reporting special circumstances, ${course.code}`, `${course.code} 申報特殊情況截止日`),
      },
    ];
  });
  return inOrder(days, today);
}

/** The days of study with those of requests; when the registration is at an end a result may still be appealed against. */
export const withRequests =
  (
    ofStudy: RegulationPack['deadlines'],
    law: RequestsLaw,
    { ended }: Pick<RegistrationRules, 'ended'>,
    results: Pick<ResultRules, 'publication'>,
  ): RegulationPack['deadlines'] =>
  (study, request) => {
    const { today } = request;
    const days = requestDeadlines(law, results, study, today);
    const isOver = days.length > 0 && ended(study, today).outcome === 'refused';
    const left = isOver ? days.filter(({ kind }) => kind === 'result-appeal') : days;
    return left.length === 0 ? ofStudy(study, request) : inOrder([...ofStudy(study, request), ...left], today);
  };
