import { courses, programmes, terms } from '#catalogue';
import {
  ApprovalPart,
  Command,
  IsConditionId,
  IsCourseCode,
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
import { isResearchAward, packFor, type ResearchCondition, type ThesisLanguage } from '#regulations';
import type { StudentAdmitted } from '#student-record';
import { isGoingOn, recordUseCase, unknownCourse, unknownProgramme, unknownTerm } from '../record-use-case.ts';

/** Something that the Research Degrees Committee asks of one student. */
export class ConditionPart {
  @IsConditionId({ description: 'Its name on the record of the student.' })
  readonly id!: string;

  @IsOneOf(['course', 'test', 'other'], { description: 'A course to be passed, an oral or written test, or else.' })
  readonly kind!: ResearchCondition['kind'];

  @IsCourseCode({ description: 'The course; only of a course.', optional: true })
  readonly course?: string;

  @IsReason({ description: 'What is asked, in words.', optional: true })
  readonly words?: string;

  @IsOneOf(['before', 'during'], { description: 'Before study begins, or before the thesis is handed in.' })
  readonly when!: ResearchCondition['when'];
}

/** A condition as it is recorded on a day. */
export const imposed = ({ id, kind, course, words, when }: ConditionPart, imposedOn: CivilDate): ResearchCondition => ({
  id,
  kind,
  ...(course === undefined ? {} : { course }),
  ...(words === undefined ? {} : { words }),
  when,
  imposedOn,
});

/** Whether a condition names a course just when it is one. */
export const namesItsCourse = ({ kind, course }: ConditionPart): boolean =>
  (kind === 'course') === (course !== undefined);

export const courseNeeded = refuse(
  'condition-course',
  text('A condition names a course if, and only if, it is one.', '附加條件屬學科者，且只有此類條件，須註明學科。'),
);

/**
 * The Research Degrees Committee admits a person to a research degree: it fixes the language of the thesis, the field and
 * plan, the first day of study, and what it asks of this student beside. Refused without its approval, when the entry
 * conditions or the language are wanting, beside another research degree without its express permission, before all fees
 * are paid, or in a term that is not one of those for the award. [5cu/rpg/2.1] [5cu/rpg/3.3] [5cu/rpg/4.2] [3cu/rpg/2.1] [3cu/rpg/3.3] [3cu/rpg/4.2]
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

  @IsFlag({ description: 'Whether all fees have been paid.' })
  readonly feesPaid?: boolean;

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
    return {
      programme: await reader.read(programmes, programme),
      term: await reader.read(terms, term),
      unknown: named.find((_code, index) => known[index] === undefined),
    };
  },
  decide: (record, command: AdmitToResearch, { facts, today }) => {
    const { programme, term, unknown } = facts;
    const { student, approvals = [], thesisLanguage, otherDegree, area, plan, completeBy } = command;
    if (!programme) return unknownProgramme(command.programme);
    if (!term) return unknownTerm(command.term);
    if (!isResearchAward(programme.award)) return notResearchAward;
    if (unknown) return unknownCourse(unknown);
    const asked = command.conditions ?? [];
    if (!asked.every(namesItsCourse)) return courseNeeded;
    if (new Set(asked.map(({ id }) => id)).size < asked.length) return sameCondition;
    const current = record.registrations.filter((one) => isGoingOn(record, one, today)).map((one) => one.programme);
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
      feesPaid: command.feesPaid ?? false,
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

export const sameCondition = refuse(
  'condition-taken',
  text('A condition of that name is on the record.', '紀錄中已有同名的附加條件。'),
);

const notResearchAward = refuse(
  'not-research',
  text(
    'The programme does not lead to a research degree; admit to it as to any other.',
    '該課程並非研究學位課程，請按一般程序取錄。',
  ),
);
