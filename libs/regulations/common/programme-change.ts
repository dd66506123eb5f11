import { type CivilDate, type ClauseId, text } from '#kernel';
import type { Dated } from '../dated.ts';
import { hasEntryConditions, type Study, type TermFacts } from '../facts.ts';
import type { ChangeRequest, ChangeRuling } from '../rules/registration.ts';
import {
  type AcademicCalendar,
  academicYearOn,
  firstYearOf,
  isOptional,
  termNumber,
  termNumberOn,
  termOfYear,
} from './academic-year.ts';
import { emptyAccount, hkd } from './account.ts';
import { applicationFeeDue } from './application-fee.ts';
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
 * Whether another programme may be studied instead: the School that teaches it decides, and it takes effect in the next
 * term, full-time in the next academic year, unless the University states otherwise. In distance learning a programme
 * with entry requirements takes the application fee, except of graduates.
 * [5cu/dl/7.1] [5cu/dl/7.2] [5cu/ug/8.1] [3cu/dl/8.1] [3cu/dl/8.2] [3cu/ug/8.1]
 */
export const programmeChange =
  (law: ChangeLaw): Rule<ChangeRequest, ChangeRuling> =>
  (study, request) => ({
    ruling: ruleOn(law.pack, [
      decided(law, request),
      effect(law, study, request),
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

function effect(law: ChangeLaw, study: Study, { term, today, approvals }: ChangeRequest): Demand {
  const { clause, calendar: dated, from } = law;
  const calendar = dated.on(today).value;
  const begins = term.teaching[0];
  const stated = begins > today ? approvalBy(approvals, 'registrar', 'university') : undefined;
  if (from === 'next-term')
    return {
      clause,
      met: begins > today && isNext(study, term, today, calendar),
      figures: { today, term: term.code, begins },
      approval: stated,
      note: text(
        `A change takes effect in the next term; ${term.code} begins on ${begins}.`,
        `更改課程於下一學期生效；${term.code} 學期於 ${begins} 開始。`,
      ),
      remedy: text(
        `Name the first term that begins after ${today}, or let the University state a later one.`,
        `註明在 ${today} 之後開始的首個學期，或由大學另行指明較後的學期。`,
      ),
    };
  const current = academicYearOn(today, calendar);
  return {
    clause,
    met: begins > today && firstYearOf(term.academicYear) === current + 1,
    figures: { today, term: term.code, academicYear: term.academicYear, begins },
    approval: stated,
    note: text(
      `A change takes effect in the next academic year; ${term.code} is of ${term.academicYear} and begins on ${begins}.`,
      `更改課程於下一學年生效；${term.code} 學期屬 ${term.academicYear} 學年，於 ${begins} 開始。`,
    ),
    remedy: text(
      `Name a term of the academic year that begins in ${current + 1}, or let the University state another one.`,
      `註明 ${current + 1} 年開始的學年內的學期，或由大學另行指明其他學期。`,
    ),
  };
}

/**
 * Whether a term is the next one after a day: no term that the record knows begins in between, and by the division of
 * the academic year none lies between but the one that nobody has to take.
 */
function isNext(study: Study, term: TermFacts, today: CivilDate, calendar: AcademicCalendar): boolean {
  const known = [study.registration.entryTerm, ...study.attempts.map((attempt) => attempt.term)];
  const isBetween = ({ teaching: [first] }: TermFacts) => first > today && first < term.teaching[0];
  if (known.some((other) => isBetween(other) && !isOptional(other, calendar))) return false;
  const apart = termNumber(term, calendar) - termNumberOn(today, calendar);
  const passedOver = termOfYear(term, calendar) === 0 ? 1 : 0;
  return apart - passedOver <= 1;
}

function fee({ fee: exempt }: ChangeLaw, study: Study, { to, applicationCents, today }: ChangeRequest): Demand[] {
  if (!exempt) return [];
  const { account = emptyAccount } = study;
  const { charge, outstandingCents } = applicationFeeDue(
    account,
    { programme: to.code, cents: applicationCents },
    today,
  );
  const { clause } = exempt.on(today);
  const graduate = exemptBy(exempt, study, today) !== undefined;
  const entryRequirements = hasEntryConditions(to);
  return [
    {
      clause,
      met: !entryRequirements || graduate || outstandingCents === 0,
      figures: { programme: to.code, entryRequirements, graduate, charge, outstandingCents },
      note: text(
        `${to.code} has entry requirements; a change to it takes the application fee, of which ${hkd(outstandingCents)} is to be paid.`,
        `${to.code} 設有入學條件，轉讀須繳交申請費，尚欠 ${hkd(outstandingCents)}。`,
      ),
      remedy: text(
        `Charge the application fee for ${to.code} and pay it: ${hkd(outstandingCents)}.`,
        `記入並繳交 ${to.code} 的申請費 ${hkd(outstandingCents)}。`,
      ),
    },
  ];
}
