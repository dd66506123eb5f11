import { COURSE_CATEGORIES, COURSE_LEVELS, courseFacts, courses, withAllEquivalents } from '#catalogue';
import {
  ApprovalPart,
  Command,
  IsCodeList,
  IsCount,
  IsCourseCode,
  IsDay,
  IsFlag,
  IsLine,
  IsOneOf,
  IsPart,
  IsPartList,
  IsProgrammeCode,
  IsStudentId,
} from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import type { CourseCategory, CourseFacts, CourseLevel, Regime, Transfer, TransferKind } from '#regulations';
import type { CreditTransferGranted } from '#student-record';
import { isRefusal, recordUseCase, registrationGoingOn, unknownCourse } from '../record-use-case.ts';

const KINDS: readonly TransferKind[] = [
  'general',
  'specific',
  'block',
  'full-time-specific',
  'full-time-exemption',
  'full-time-block',
];

/** What was studied elsewhere. */
export class QualificationPart {
  @IsLine({ description: 'Who awarded it.', example: 'Vocational Training Council' })
  readonly institution!: string;

  @IsLine({ description: 'What was awarded.', example: 'Higher Diploma in Software Engineering' })
  readonly title!: string;

  @IsCount(1, 7, { description: 'Its level in the Hong Kong Qualifications Framework.', example: 4 })
  readonly qfLevel!: number;

  @IsDay({ description: 'When it was obtained; the day of the request at the latest.', optional: true })
  readonly obtainedOn?: CivilDate;

  @IsFlag({ description: 'Earned at this University; false unless told.' })
  readonly own?: boolean;

  @IsFlag({ description: 'It met the entry requirement of the programme; false unless told.' })
  readonly usedForEntry?: boolean;

  @IsFlag({ description: 'By coursework at a recognised tertiary institution; true unless told.' })
  readonly recognised?: boolean;
}

/**
 * Credits for study elsewhere. Refused for a qualification below the level or used for entry, above the
 * limits of the award, for a course that was registered, and for kinds that do not go together; and for a
 * qualification that is still to be obtained. The credits of a course count at its level; another is refused.
 * [5cu/ct/4.3] [5cu/ct/5.1.2] [5cu/ct/7.3] [3cu/ct/4.3] [3cu/ct/5.1.2] [3cu/ct/5.2.1] [3cu/ct/7.3] [3cu/ct/8.3]
 */
export class GrantCreditTransfer extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'Needed only by a student on more than one programme.', optional: true })
  readonly programme?: string;

  @IsOneOf(KINDS, { description: 'The type of credit transfer.' })
  readonly kind!: TransferKind;

  @IsCount(0, 200, {
    description: "The credits granted; 0 for an exemption; the course's own for a specific kind.",
    optional: true,
  })
  readonly credits?: number;

  @IsOneOf(COURSE_LEVELS, {
    description: "The level at which they count; the course's own, or the lowest of a degree.",
    optional: true,
  })
  readonly level?: CourseLevel;

  @IsCourseCode({ description: 'The course that a specific credit or an exemption stands for.', optional: true })
  readonly course?: string;

  @IsOneOf(COURSE_CATEGORIES, { description: 'What full-time block credits stand for.', optional: true })
  readonly category?: CourseCategory;

  @IsPart(QualificationPart, { description: 'What was studied elsewhere.' })
  readonly qualification!: QualificationPart;

  @IsCodeList({ description: 'Courses still to be taken before block credits count.', optional: true })
  readonly remainingCourses?: string[];

  @IsPartList(ApprovalPart, 5, { description: 'Approvals that the rules ask for.', optional: true })
  readonly approvals?: ApprovalPart[];
}

/** General and block credits count at the lowest level of a degree. [5cu/ct/7.2] [3cu/ct/7.2] */
const LOWEST_DEGREE_LEVEL: Readonly<Record<Regime, CourseLevel>> = { '5cu': 'foundation', '3cu': 1000 };

export const grantCreditTransfer = recordUseCase({
  command: GrantCreditTransfer,
  path: 'credit-transfers',
  summary: text('Grant a credit transfer', '批予學分承認'),
  by: ['registrar', 'registry', 'migration'],
  clauses: [
    '5cu/ct/3.1',
    '5cu/ct/4.3',
    '5cu/ct/5.1.2',
    '5cu/ct/7.3',
    '3cu/ct/3.1',
    '3cu/ct/4.3',
    '3cu/ct/5.1.2',
    '3cu/ct/5.2.1',
    '3cu/ct/7.3',
    '3cu/ct/8.3',
  ],
  facts: async (reader, command: GrantCreditTransfer) => {
    const course = command.course === undefined ? undefined : await reader.read(courses, command.course);
    return { course: course && (await withAllEquivalents(reader, courseFacts(course))) };
  },
  decide: (record, command, { facts, today }) => {
    const found = registrationGoingOn(record, command.programme, today);
    if (isRefusal(found)) return found;
    if (command.course !== undefined && !facts.course) return unknownCourse(command.course);
    const { pack, study, registration } = found;
    const { course } = facts;
    const credits =
      command.kind === 'full-time-exemption' ? (command.credits ?? 0) : (command.credits ?? course?.credits);
    if (credits === undefined) return creditsNeeded;
    if (command.level !== undefined && course && command.level !== course.level) return levelOfAnotherCourse(course);
    const {
      institution,
      title,
      qfLevel,
      obtainedOn,
      own = false,
      usedForEntry = false,
      recognised = true,
    } = command.qualification;
    if (obtainedOn !== undefined && obtainedOn > today) return qualificationToCome(obtainedOn);
    const transfer: Omit<Transfer, 'grantedOn'> = {
      programme: registration.programme.code,
      kind: command.kind,
      credits,
      level: command.level ?? course?.level ?? LOWEST_DEGREE_LEVEL[registration.programme.regime],
      course,
      category: command.category,
      qualification: { institution, title, qfLevel, obtainedOn, own, usedForEntry, recognised },
      remainingCourses: command.remainingCourses ?? [],
    };
    const ruling = pack.creditTransfer(study, { transfer, approvals: command.approvals ?? [], today });
    const granted: CreditTransferGranted = {
      type: 'CreditTransferGranted',
      data: { transfer: { ...transfer, grantedOn: today } },
    };
    return decideBy(ruling, [granted], {
      code: 'credit-transfer-refused',
      message: text('The regulations do not allow this credit transfer.', '按規例不可批予此學分承認。'),
    });
  },
});

const creditsNeeded = refuse('credits-needed', text('Say how many credits are granted.', '請註明批予的學分數目。'));

const levelOfAnotherCourse = ({ code, level }: CourseFacts) =>
  refuse(
    'level-of-another-course',
    text(
      `The credits for ${code} count at its level, ${level}.`,
      `學科 ${code} 的學分以該學科的程度（${level}）計算。`,
    ),
  );

const qualificationToCome = (day: CivilDate) =>
  refuse(
    'qualification-to-come',
    text(
      `Credits are granted for a qualification that has been obtained; this one is dated ${day}.`,
      `學分承認須以已取得的資歷為據；此資歷的取得日期為 ${day}，尚未取得。`,
    ),
  );
