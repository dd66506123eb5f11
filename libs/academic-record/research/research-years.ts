import { terms } from '#catalogue';
import { ApprovalPart, Command, IsDay, IsPartList, IsProgrammeCode, IsStudentId, IsTermCode } from '#commands';
import { type CivilDate, decideBy, type Refusal, refuse, rule, text } from '#kernel';
import type { ResearchYearMissed, ResearchYearRegistered } from '#student-record';
import { recordOn } from '#student-record';
import { dayToCome } from '../day-to-come.ts';
import { isRefusal, recordUseCase, unknownTerm } from '../record-use-case.ts';
import { researchGoingOn } from './research-student.ts';

/**
 * A research student registers for another academic year, with the approval of the School Research Degrees Committee.
 * The year of entry is registered for by the admission. Refused without the approval, before registration opens, after
 * its last day without the Registrar, beyond the longest period, with a condition outstanding that came before study, or while money is overdue.
 * [5cu/rpg/4.3] [3cu/rpg/4.3]
 */
export class RegisterResearchYear extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsTermCode({ description: 'The first term of the academic year; a later one is late.' })
  readonly term!: string;

  @IsPartList(ApprovalPart, 5, {
    description: 'The approval of the School Research Degrees Committee.',
    optional: true,
  })
  readonly approvals?: ApprovalPart[];
}

export const registerResearchYear = recordUseCase({
  command: RegisterResearchYear,
  path: 'research-years',
  summary: text('Register for a year of research', '註冊研究學年'),
  by: ['student', 'school-research-degrees-committee', 'registrar', 'registry', 'migration'],
  clauses: ['5cu/rpg/4.3', '3cu/rpg/4.3'],
  facts: (reader, { term }: RegisterResearchYear) => reader.read(terms, term),
  decide: (record, { programme, term: code, approvals = [] }: RegisterResearchYear, { facts: term, today }) => {
    if (!term) return unknownTerm(code);
    const found = researchGoingOn(record, programme, today);
    if (isRefusal(found)) return found;
    const { academicYear } = term;
    const { registration, file, pack, study } = found;
    if (academicYear === registration.entryTerm.academicYear) return registeredAlready(academicYear);
    if (file.years.some((year) => year.academicYear === academicYear)) return registeredAlready(academicYear);
    const year = pack.research.year(study, { term, approvals, today });
    const { late } = year;
    const cleared = pack.clearance(study, { act: 'enrolment', approvals, today });
    const remedies = [...(year.ruling.remedies ?? []), ...(cleared.remedies ?? [])];
    const ruling = rule(pack.id, [...year.ruling.findings, ...cleared.findings], remedies);
    const registered: ResearchYearRegistered = {
      type: 'ResearchYearRegistered',
      data: { programme: found.code, year: { academicYear, on: today, late } },
    };
    return decideBy(ruling, [registered], {
      code: 'year-refused',
      message: text('The regulations do not allow this registration.', '按規例不可註冊。'),
    });
  },
});

const registeredAlready = (year: string): Refusal =>
  refuse('year-registered', text(`The year ${year} is registered for already.`, `${year} 學年已註冊。`));

/**
 * A research student has not registered for an academic year by the last day of adding courses of its first term. It ends
 * nothing: it stands on the record for the Research Degrees Committee and the Senate. [5cu/rpg/4.3] [5cu/rpg/4.6] [3cu/rpg/4.3] [3cu/rpg/4.6]
 */
export class RecordMissedResearchYear extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsTermCode({ description: 'The first term of the academic year.' })
  readonly term!: string;

  @IsDay({ description: 'The day on which it is looked at; today unless told, and never later.', optional: true })
  readonly on?: CivilDate;
}

export const recordMissedResearchYear = recordUseCase({
  command: RecordMissedResearchYear,
  path: 'missed-research-years',
  summary: text('Record that a year of research was not registered for', '記錄未註冊的研究學年'),
  by: ['registrar', 'registry', 'migration'],
  clauses: ['5cu/rpg/4.3', '3cu/rpg/4.3'],
  facts: (reader, { term }: RecordMissedResearchYear) => reader.read(terms, term),
  decide: (record, { programme, term: code, on }: RecordMissedResearchYear, { facts: term, today }) => {
    if (!term) return unknownTerm(code);
    const day = on ?? today;
    if (day > today) return dayToCome;
    const found = researchGoingOn(recordOn(record, day), programme, today);
    if (isRefusal(found)) return found;
    const made = found.pack.research.missedYear(found.study, { term, today: day });
    const missed: ResearchYearMissed = {
      type: 'ResearchYearMissed',
      data: {
        programme: found.code,
        missed: { academicYear: term.academicYear, on: made.on, recordedOn: today },
      },
    };
    return decideBy(made.ruling, [missed], {
      code: 'year-not-missed',
      message: text('The year has not been missed.', '該學年並非未註冊。'),
    });
  },
});
