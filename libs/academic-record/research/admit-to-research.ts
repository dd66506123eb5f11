import { courses, FEE_SCHEDULE, fees, programmes, terms } from '#catalogue';
import {
  ApprovalPart,
  Command,
  IsDay,
  IsFlag,
  IsLine,
  IsOneOf,
  IsPartList,
  IsProgrammeCode,
  IsReason,
  IsStudentId,
  IsTermCode,
} from '#commands';
import { type CivilDate, decideBy, refuse, rule, text } from '#kernel';
import { isResearchAward, packFor, type ThesisLanguage } from '#regulations';
import type { StudentAdmitted } from '#student-record';
import { incomplete, unknownOf } from '../admission/required-courses.ts';
import { applicationCents } from '../finance/charging.ts';
import { isGoingOn, recordUseCase, unknownCourse, unknownProgramme, unknownTerm } from '../record-use-case.ts';
import { ConditionPart, courseNeeded, imposed, namesItsCourse, sameCondition } from './research-condition.ts';

/**
 * The Research Degrees Committee admits a person to a research degree: it fixes the language of the thesis, the field and
 * plan, the first day of study, and what it asks of this student beside. Refused without its approval, when the entry
 * conditions or the language are wanting, beside another research degree without its express permission, before all fees
 * are paid (what was charged to the applicant, and the application fee where one has been set), or in a term that is not one of those for the award; and to
 * a programme that requires courses which the catalogue does not have (`programme-incomplete`). [5cu/rpg/2.1] [5cu/rpg/3.3] [5cu/rpg/4.2] [3cu/rpg/2.1] [3cu/rpg/3.3] [3cu/rpg/4.2]
 */
export class AdmitToResearch extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode()
  readonly programme!: string;

  @IsTermCode({ description: 'The term in which study begins.' })
  readonly term!: string;

  @IsDay({ description: 'The first day of study; the first of teaching unless told.', optional: true })
  readonly startsOn?: CivilDate;

  @IsOneOf(['zh', 'en'], { description: 'The language in which the thesis is written.' })
  readonly thesisLanguage!: ThesisLanguage;

  @IsFlag({ description: 'Whether the Committee is satisfied with the command of the language.' })
  readonly languageShown?: boolean;

  @IsFlag({ description: 'Whether the entry conditions of the programme are met.' })
  readonly entryConditionsMet?: boolean;

  @IsLine({ description: 'The field of research that is approved.' })
  readonly area!: string;

  @IsReason({ description: 'The plan of research.', optional: true })
  readonly plan?: string;

  @IsDay({ description: 'The day by which the plan is carried out.', optional: true })
  readonly completeBy?: CivilDate;

  @IsLine({ description: 'A research degree that is read elsewhere, as the applicant declares.', optional: true })
  readonly otherDegree?: string;

  @IsFlag({ description: 'Whether the Committee expressly permits another research degree beside this one.' })
  readonly permitsOtherDegree?: boolean;

  @IsFlag({ description: 'Whether the Committee fixes a start other than the normal one.' })
  readonly permitsOtherStart?: boolean;

  @IsPartList(ConditionPart, 20, { description: 'What is asked of this student.', optional: true })
  readonly conditions?: ConditionPart[];

  @IsPartList(ApprovalPart, 5, { description: 'The approval of the Research Degrees Committee.', optional: true })
  readonly approvals?: ApprovalPart[];
}

export const admitToResearch = recordUseCase({
  command: AdmitToResearch,
  path: 'research-admissions',
  summary: text('Admit a person to a research degree', '取錄學生修讀研究學位'),
  by: ['research-degrees-committee', 'registrar', 'registry', 'migration'],
  clauses: [
    '5cu/rpg/2.1',
    '5cu/rpg/3.1',
    '5cu/rpg/3.2',
    '5cu/rpg/3.3',
    '5cu/rpg/4.1',
    '5cu/rpg/4.2',
    '3cu/rpg/2.1',
    '3cu/rpg/3.1',
    '3cu/rpg/3.2',
    '3cu/rpg/3.3',
    '3cu/rpg/4.1',
    '3cu/rpg/4.2',
  ],
  facts: async (reader, { programme, term, conditions = [] }: AdmitToResearch) => {
    const named = conditions.flatMap(({ course }) => course ?? []);
    const known = await Promise.all(named.map((code) => reader.read(courses, code)));
    const facts = await reader.read(programmes, programme);
    return {
      schedule: await reader.read(fees, FEE_SCHEDULE),
      programme: facts,
      term: await reader.read(terms, term),
      lacking: await unknownOf(reader, facts?.requirements.courses ?? []),
      unknown: named.find((_code, index) => known[index] === undefined),
    };
  },
  decide: (record, command: AdmitToResearch, { facts, today }) => {
    const { programme, term, lacking, unknown, schedule = [] } = facts;
    const { student, approvals = [], thesisLanguage, otherDegree, area, plan, completeBy } = command;
    if (!programme) return unknownProgramme(command.programme);
    if (!term) return unknownTerm(command.term);
    if (!isResearchAward(programme.award)) return notResearchAward;
    if (lacking.length > 0) return incomplete(lacking);
    if (unknown) return unknownCourse(unknown);
    const asked = command.conditions ?? [];
    if (!asked.every(namesItsCourse)) return courseNeeded;
    if (new Set(asked.map(({ id }) => id)).size < asked.length) return sameCondition;
    const current = record.registrations.filter((one) => isGoingOn(record, one, today)).map((one) => one.programme);
    const admittedBefore = record.registrations.find((one) => one.programme.code === programme.code);
    const former = record.registrations.map((one) => one.programme).filter((one) => !current.includes(one));
    const conditions = asked.map((condition) => imposed(condition, today));
    const startsOn = command.startsOn ?? term.teaching[0];
    const pack = packFor(programme.regime);
    const approval = approvals.find(({ authority }) => authority === 'registrar' || authority === 'university');
    const general = pack.admission({ programme, term, current, former, approval, today });
    const own = pack.research.admission({
      programme,
      term,
      startsOn,
      entryConditionsMet: command.entryConditionsMet ?? false,
      languageShown: command.languageShown ?? false,
      thesisLanguage,
      conditions,
      account: record.account,
      application: { cents: applicationCents(schedule, programme, today), since: admittedBefore?.admittedOn },
      here: current.filter(({ award }) => isResearchAward(award)),
      elsewhere: otherDegree,
      permits: {
        otherDegree: command.permitsOtherDegree ?? false,
        otherStart: command.permitsOtherStart ?? false,
      },
      approvals,
      today,
    });
    const ruling = rule(
      pack.id,
      [...own.findings, ...general.findings],
      [...(own.remedies ?? []), ...(general.remedies ?? [])],
    );
    const admitted: StudentAdmitted = {
      type: 'StudentAdmitted',
      data: {
        student,
        registration: {
          programme,
          entryTerm: term,
          admittedOn: today,
          research: {
            thesisLanguage,
            startsOn,
            conditions,
            plan: { area, ...(plan ? { plan } : {}), ...(completeBy ? { completeBy } : {}), approvedOn: today },
            ...(otherDegree ? { otherDegree } : {}),
          },
        },
      },
    };
    return decideBy(ruling, [admitted], {
      code: 'admission-refused',
      message: text('The regulations do not allow this admission.', '按規例不可取錄。'),
    });
  },
});

const notResearchAward = refuse(
  'not-research',
  text(
    'The programme does not lead to a research degree; admit to it as to any other.',
    '該課程並非研究學位課程，請按一般程序取錄。',
  ),
);
