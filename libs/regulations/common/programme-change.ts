import { type ClauseId, text } from '#kernel';
import type { Dated } from '../dated.ts';
import { hasEntryConditions, type Study } from '../facts.ts';
import type { ChangeRequest, ChangeRuling } from '../registration.ts';
import { type AcademicCalendar, academicYearOn, firstYearOf } from './academic-year.ts';
import { approvalBy, type Demand, ruleOn } from './demand.ts';
import { exemptBy, type GraduatesExempt } from './dues-law.ts';
import type { Rule } from './parameters.ts';
import { opensFor, type TeachOut } from './teach-out.ts';

export interface ChangeLaw {
  readonly pack: string;
  readonly clause: ClauseId;
  readonly calendar: Dated<AcademicCalendar>;
  /** From when the other programme is studied. */
  readonly from: 'next-term' | 'next-academic-year';
  readonly teachOut: TeachOut;
  /** The application fee for a programme with entry requirements, by its clause, and who is exempt; absent where the mode has none. */
  readonly fee?: GraduatesExempt;
}

/**
 * Whether another programme may be studied instead: the School that teaches it decides, and it takes effect in a later
 * term, full-time in a later academic year unless the University states otherwise. In distance learning a programme
 * with entry requirements takes the application fee, except of graduates.
 * [5cu/dl/7.1] [5cu/dl/7.2] [5cu/ug/8.1] [3cu/dl/8.1] [3cu/dl/8.2] [3cu/ug/8.1]
 */
export const programmeChange =
  (law: ChangeLaw): Rule<ChangeRequest, ChangeRuling> =>
  (study, request) => ({
    ruling: ruleOn(law.pack, [
      decided(law, request),
      effect(law, request),
      ...fee(law, study, request),
      ...opensFor(law.teachOut, request.to, request.term),
    ]),
    clause: law.clause,
  });

const decided = ({ clause }: ChangeLaw, { to, approvals }: ChangeRequest): Demand => ({
  clause,
  met: false,
  figures: { programme: to.code, school: to.school },
  approval: approvalBy(approvals, 'school', 'dean'),
  note: text('A change of programme is for the School to decide.', '更改課程須由學院決定。'),
  remedy: text(`Acceptance by the School that teaches ${to.code}.`, `取得開辦 ${to.code} 的學院接納。`),
});

function effect({ clause, calendar, from }: ChangeLaw, { term, today, approvals }: ChangeRequest): Demand {
  const begins = term.teaching[0];
  if (from === 'next-term')
    return {
      clause,
      met: begins > today,
      figures: { today, term: term.code, begins },
      note: text(
        `A change takes effect in the next term; ${term.code} began on ${begins}.`,
        `更改課程於下一學期生效；${term.code} 學期已於 ${begins} 開始。`,
      ),
      remedy: text(`Name a term that begins after ${today}.`, `註明在 ${today} 之後開始的學期。`),
    };
  const current = academicYearOn(today, calendar.on(today).value);
  return {
    clause,
    met: begins > today && firstYearOf(term.academicYear) > current,
    figures: { today, term: term.code, academicYear: term.academicYear, begins },
    approval: begins > today ? approvalBy(approvals, 'registrar', 'university') : undefined,
    note: text(
      `A change takes effect in the next academic year; ${term.code} is of ${term.academicYear} and begins on ${begins}.`,
      `更改課程於下一學年生效；${term.code} 學期屬 ${term.academicYear} 學年，於 ${begins} 開始。`,
    ),
    remedy: text(
      `Name a term of the academic year that begins in ${current + 1}, or let the University state an earlier one.`,
      `註明 ${current + 1} 年開始的學年內的學期，或由大學另行指明較早的學期。`,
    ),
  };
}

function fee({ fee: exempt }: ChangeLaw, study: Study, { to, feePaid, today }: ChangeRequest): Demand[] {
  if (!exempt) return [];
  const { clause } = exempt.on(today);
  const graduate = exemptBy(exempt, study, today) !== undefined;
  const entryRequirements = hasEntryConditions(to);
  return [
    {
      clause,
      met: !entryRequirements || graduate || feePaid,
      figures: { programme: to.code, entryRequirements, graduate, feePaid },
      note: text(
        `${to.code} has entry requirements; a change to it takes the application fee.`,
        `${to.code} 設有入學條件，轉讀須繳交申請費。`,
      ),
      remedy: text('Pay the application fee.', '繳交申請費。'),
    },
  ];
}
