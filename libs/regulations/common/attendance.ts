import { type Ruling, text } from '#kernel';
import type { Attempt } from '../facts.ts';
import type { AttendanceRequest, AttendanceStanding, WaiverRequest, WaiverRuling } from '../rules/coursework.ts';
import { beingTaken, type CourseworkLaw } from './coursework-law.ts';
import { attendancePercent, exactly } from './coursework-total.ts';
import { type Demand, ruleOn } from './demand.ts';
import { figure, type Rule } from './parameters.ts';

/**
 * Whether enough of a course was attended for a pass: the share that the mode asks of every course or the course itself,
 * whichever is more, unless the shortage was waived. Where the mode alone asks and nobody has recorded any attendance,
 * nothing is held against the student. [5cu/ug/9.8] [5cu/tpg/9.6] [5cu/dl/8.10.1] [3cu/ug/9.10] [3cu/tpg/9.10] [3cu/dl/9.11.1]
 */
export const attendance =
  (law: CourseworkLaw): Rule<{ readonly attempt: Attempt; readonly today: string }, AttendanceStanding> =>
  (_study, { attempt }) => {
    const attended = attendancePercent(attempt);
    const minimum = minimumOf(law, attempt);
    const demands = minimum === undefined ? [] : attendanceDemands(law, attempt);
    return { ruling: ruleOn(law.pack, demands), minimum, attended };
  };

/** What attendance asks of a pass; nothing where there is nothing to ask. */
export function attendanceDemands(law: CourseworkLaw, attempt: Attempt): Demand[] {
  const minimum = minimumOf(law, attempt);
  const attended = attendancePercent(attempt);
  if (minimum === undefined || (!attended && attempt.scheme?.minimumAttendance === undefined)) return [];
  const { clause } = law.attendance;
  const waiver = attempt.coursework?.waiver;
  const had = attended === undefined ? '—' : `${attended.toFixed(2)}%`;
  return [
    {
      clause,
      met: attended?.atLeast(exactly(minimum)) ?? false,
      figures: { minimum, attended: attended ? figure(attended) : null },
      approval: waiver && { authority: waiver.authority, reason: waiver.reason, on: waiver.on },
      note: text(`Attendance is ${had}; the course asks for ${minimum}%.`, `出席率為 ${had}；該學科要求 ${minimum}%。`),
      remedy: text('A waiver of the shortage (WaiveAttendance).', '豁免不足的出席率（WaiveAttendance）。'),
    },
  ];
}

/** Per cent: of the mode on the first day of teaching, or of the course, whichever is more. */
function minimumOf(law: CourseworkLaw, { scheme, term }: Attempt): number | undefined {
  const general = law.attendance.minimum?.on(term.teaching[0]).value;
  const own = scheme?.minimumAttendance;
  return general !== undefined && own !== undefined ? Math.max(general, own) : (general ?? own);
}

/** Attendance is recorded while a course is being taken. */
export const attendanceRecord =
  (law: CourseworkLaw): Rule<AttendanceRequest, Ruling> =>
  (_study, { attempt, held, attended }) => {
    const minimum = minimumOf(law, attempt) ?? null;
    return ruleOn(law.pack, [
      ...beingTaken(law, attempt),
      { clause: law.attendance.clause, figures: { held, attended, minimum } },
    ]);
  };

/** Whether a shortage of attendance is waived by who may. */
export const attendanceWaiver =
  (law: CourseworkLaw): Rule<WaiverRequest, WaiverRuling> =>
  (_study, { attempt, authority }) => {
    const { clause, waivedBy } = law.attendance;
    const entitled: Demand = {
      clause,
      met: waivedBy.includes(authority),
      figures: { minimum: minimumOf(law, attempt) ?? null, waivedBy: authority },
      note: text(
        `Attendance is waived by ${waivedBy.join(' or ')}.`,
        `豁免出席要求須由指定授權人（${waivedBy.join('、')}）作出。`,
      ),
    };
    return { ruling: ruleOn(law.pack, [entitled]), clause };
  };
