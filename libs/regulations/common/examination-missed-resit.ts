import { plusDays, plusYears, text } from '#kernel';
import type { Study } from '../facts.ts';
import type { MissedResit, MissedResitRequest } from '../rules/examination.ts';
import { type Demand, ruleOn } from './demand.ts';
import { type ExaminationLaw, endOfTerm, fileOf, ofAttempt } from './examination-law.ts';
import { attemptName } from './parameters.ts';

/**
 * A resit is taken by its last day: that for which it was arranged, or a year after the term where it never was. Who has
 * not taken it by then has failed the course; who has sat it waits for the Senate. [5cu/assess/15.2(c)]
 * [5cu/assess/15.2(d)] [5cu/dl/8.11.4] [5cu/ug/9.7.4] [5cu/tpg/9.5.4]
 */
export const missedResit =
  (law: ExaminationLaw) =>
  (study: Study, { attempt, today }: MissedResitRequest): MissedResit | undefined => {
    const { resit: of } = law;
    if (!of || attempt.grade !== of.grade) return undefined;
    const { resit, sittings, deferred } = ofAttempt(study, attempt);
    const ends = endOfTerm(attempt);
    const putOff = deferred.findLast(({ kind, decision }) => kind === 'resit' && decision?.granted)?.decision;
    const lastDay = putOff?.latest ?? resit?.latest ?? plusYears(ends, of.years.on(ends).value);
    const sat = sittings.find(
      ({ kind, mark }) => mark !== undefined && (kind === 'resit' || (putOff !== undefined && kind === 'deferred')),
    );
    const waiting = fileOf(study).resitDeferrals.find(
      ({ attempts, decision }) => !decision && attempts.includes(attemptName(attempt)),
    );
    const demands: Demand[] = [
      {
        clause: of.when,
        met: today > lastDay,
        figures: { today, lastDay, arranged: resit !== undefined },
        note: text(`The resit can be taken until ${lastDay}.`, `重考最遲可於 ${lastDay} 應考。`),
        remedy: text(`The time is over on ${plusDays(lastDay, 1)}.`, `期限於 ${plusDays(lastDay, 1)} 屆滿。`),
      },
      {
        clause: of.deferral.clause,
        met: waiting === undefined,
        figures: { application: waiting?.id ?? null },
        note: text('A deferral of the resit was applied for and is not decided.', '學生已申請延期重考，尚未有決定。'),
        remedy: text('Decide on the application first (DeferResits).', '先就申請作決定（DeferResits）。'),
      },
      {
        clause: of.untilSenate,
        met: sat === undefined,
        figures: { standingGrade: attempt.grade, resitOn: sat?.on ?? null },
        note: text(
          `The resit was sat on ${sat?.on ?? ''}; the Senate decides on it.`,
          `學生已於 ${sat?.on ?? ''} 重考，須由教務會決定。`,
        ),
        remedy: text('Record the decision of the Senate with the result.', '連同教務會的決定一併記錄成績。'),
      },
    ];
    return {
      ruling: ruleOn(law.pack, [...demands, { clause: of.failed, figures: { grade: of.lost } }]),
      clause: of.when,
      on: plusDays(lastDay, 1),
      since: lastDay,
      grade: of.lost,
    };
  };
