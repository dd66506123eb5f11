import { Rational, text } from '#kernel';
import { type Attempt, isCoursework, type Study } from '../facts.ts';
import type { AttendanceStanding, CourseworkRules } from '../rules/coursework.ts';
import type { DeferredDecisionRequest, LaterRuling } from '../rules/examination.ts';
import { inForce } from './amended.ts';
import { compulsoryOutstanding, courseworkTotal, exactly } from './coursework-total.ts';
import { type Demand, type Remark, ruleOn } from './demand.ts';
import { type DeferredLaw, type ExaminationLaw, endOfTerm, latestOf, ofAttempt, taken } from './examination-law.ts';
import { figure, type Rule } from './parameters.ts';

/**
 * Whether a deferred examination may be granted to somebody whose reason the University accepts: with the coursework
 * score, where it is asked, and everything compulsory done; and until when it has to be taken. [5cu/assess/12.1]
 * [5cu/assess/12.2] [3cu/assess/12.1] [3cu/assess/12.2]
 */
export const deferral =
  (law: ExaminationLaw, attendance: CourseworkRules['attendance']): Rule<DeferredDecisionRequest, LaterRuling> =>
  (study, request) => {
    const { attempt, application, reason, today } = request;
    const { deferred } = law;
    const when = { clause: deferred.when, years: deferred.years };
    const since = { termEnds: endOfTerm(attempt), after: application.examinationOn, granted: today };
    const ruling = ruleOn(law.pack, [
      ...score(deferred, study, attempt),
      complete(deferred, attempt),
      attended(deferred, attendance(study, { attempt, today })),
      ...ofAbsence(law, study, request),
      { clause: deferred.conditions, figures: { ground: application.ground, accepted: reason } },
      taken(when, request, since),
      { clause: deferred.set, figures: { examinationOn: request.examinationOn ?? null } },
      { clause: deferred.once, figures: { kind: application.kind } },
    ]);
    return { ...ruling, latest: latestOf(when, request, since), clause: deferred.conditions };
  };

/** The absence that is on record is the one that was applied for. */
function ofAbsence(law: ExaminationLaw, study: Study, { attempt, application }: DeferredDecisionRequest): Demand[] {
  const { kind, examinationOn } = application;
  const papers = attempt.items.filter((item) => item.kind === 'examination').length;
  const missed = ofAttempt(study, attempt).sittings.filter((each) => each.kind === kind && each.absent);
  const last = missed.at(-1);
  if (!last || papers > 1) return [];
  return [
    {
      clause: law.absence.certificate,
      met: missed.some(({ on }) => on === examinationOn),
      figures: { examinationOn, absentOn: last.on },
      note: text(
        `The student was absent on ${last.on}, not on ${examinationOn}.`,
        `學生於 ${last.on} 缺考，而非 ${examinationOn}。`,
      ),
      remedy: text(`An application about ${last.on}, in its time.`, `於限期內就 ${last.on} 的考試申請。`),
    },
  ];
}

/** The overall coursework score, to the last fraction of a mark. */
function score(law: DeferredLaw, { registration }: Study, attempt: Attempt): (Demand | Remark)[] {
  const { total } = courseworkTotal(attempt);
  const asked = law.scoreOf === 'every-course' || attempt.scheme?.courseworkPass !== undefined;
  const day = endOfTerm(attempt);
  const { clause, value } = inForce(law.score, 'deferred-examination-score', registration.programme, day);
  const courseworkTotalFigure = total && figure(total);
  if (!asked || total === null)
    return [{ clause, figures: { courseworkTotal: courseworkTotalFigure, least: value, asked } }];
  const rounded = total.toFixed(2);
  // 30.996 is not shown as the 31 that it is not.
  const shown = Rational.parse(rounded).atLeast(exactly(value)) ? total.toString() : rounded;
  return [
    {
      clause,
      met: total.atLeast(exactly(value)),
      figures: { courseworkTotal: courseworkTotalFigure, least: value, asked },
      note: text(
        `The overall coursework score is ${shown} of 100, where ${value} is needed.`,
        `平時作業總分為 ${shown} 分（滿分 100 分），未達 ${value} 分。`,
      ),
    },
  ];
}

function complete(law: DeferredLaw, attempt: Attempt): Demand {
  const missing = compulsoryOutstanding(attempt)
    .filter(isCoursework)
    .map(({ id }) => id)
    .join(' ');
  return {
    clause: law.conditions,
    met: missing === '',
    figures: { missing: missing || null },
    note: text(`What is compulsory is not complete: ${missing}.`, `未完成指定要求：${missing}。`),
    remedy: text(`Complete ${missing} first.`, `先完成 ${missing}。`),
  };
}

const attended = (law: DeferredLaw, { ruling, minimum, attended: percent }: AttendanceStanding): Demand => ({
  clause: law.conditions,
  met: ruling.outcome === 'allowed',
  figures: { minimumAttendance: minimum ?? null, attended: percent ? figure(percent) : null },
  note: percent
    ? text(
        `Attendance is ${percent.toFixed(2)}%; ${minimum}% is needed.`,
        `出席率為 ${percent.toFixed(2)}%，未達 ${minimum}%。`,
      )
    : text('The attendance requirement is not met.', '未符合出席要求。'),
  remedy: text('A waiver of the shortage (WaiveAttendance).', '豁免不足的出席率（WaiveAttendance）。'),
});

/** Whether the overall coursework is passed by itself; null where the course asks no such pass. */
export function courseworkPassed(attempt: Attempt): boolean | null {
  const pass = attempt.scheme?.courseworkPass;
  const total = courseworkTotal(attempt).total ?? Rational.of(0);
  return pass === undefined ? null : total.atLeast(exactly(pass));
}
