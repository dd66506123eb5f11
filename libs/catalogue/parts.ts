import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';
import { IsAssignmentCode, IsCount, IsFlag, IsOneOf, IsQuantity, type Role, WORDS } from '#commands';
import { type Text, text } from '#kernel';
import { HAND_IN_METHODS, type HandInMethod, ITEM_KINDS, type ItemKind } from '#regulations';

/** The roles that keep the catalogue. */
export const CATALOGUE_KEEPERS: readonly Role[] = ['registrar', 'registry', 'school', 'migration'];

const TITLE_SCHEMA = { type: 'string', minLength: 1, maxLength: 200, pattern: WORDS.source } as const;

const isTitle = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((key) => key === 'en' || key === 'zh-Hant') &&
  ['en', 'zh-Hant'].every((key) => {
    const part: unknown = (value as Record<string, unknown>)[key];
    return typeof part === 'string' && WORDS.test(part) && part.length <= 200;
  });

export const IsTitle = (): PropertyDecorator => (target, property) => {
  ApiProperty({
    description: 'In both languages; a plain text stands for both, and the code for a title that is not given.',
    required: false,
    oneOf: [
      TITLE_SCHEMA,
      {
        type: 'object',
        required: ['en', 'zh-Hant'],
        additionalProperties: false,
        properties: {
          en: TITLE_SCHEMA,
          'zh-Hant': TITLE_SCHEMA,
        },
      },
    ],
    example: { en: 'Data structures', 'zh-Hant': '資料結構' },
  })(target, property);
  Transform(({ value }) => (typeof value === 'string' ? { en: value, 'zh-Hant': value } : value))(target, property);
  IsOptional()(target, property);
  ValidateBy({
    name: 'title',
    validator: {
      validate: isTitle,
      defaultMessage: () =>
        '$property must be a text of 1 to 200 characters with a letter or a number in it, or one in each of en and zh-Hant',
    },
  })(target, property);
};

/** The title that was given, or the code. */
export const titled = (title: Text | undefined, code: string): Text => title ?? text(code, code);

/** One piece of assessed work in a course's scheme. */
export class AssignmentPart {
  @IsAssignmentCode()
  readonly id!: string;

  @IsOneOf(ITEM_KINDS, { description: 'What it is; an assignment unless told.', optional: true })
  readonly kind?: ItemKind;

  @IsQuantity(0, 100, { description: 'Per cent of its part (coursework or examination) of the result.', example: 30 })
  readonly weight!: number;

  @IsCount(-400, 800, { description: 'Due so many days after the first day of teaching.', example: 28 })
  readonly dueDay!: number;

  @IsFlag({ description: 'Whether the course cannot be passed without it.' })
  readonly compulsory?: boolean;

  @IsOneOf(HAND_IN_METHODS, {
    description: 'How it is handed in: through the Online Learning Environment unless told.',
    optional: true,
  })
  readonly handIn?: HandInMethod;

  @IsFlag({ description: 'Whether it is handed in with a check for plagiarism; false unless told.' })
  readonly plagiarismCheck?: boolean;
}

/** What students are told of the assessment of a course beside its pieces. */
export class SchemePart {
  @IsCount(0, 60, { description: 'Assignments to be completed; all that are set unless told.', optional: true })
  readonly assignmentsToComplete?: number;

  @IsCount(0, 60, {
    description: 'Assignments that count, those with the best marks; as many as are to be completed unless told.',
    optional: true,
  })
  readonly assignmentsCounting?: number;

  @IsQuantity(0, 100, { description: 'Per cent of the result that the coursework weighs.', optional: true })
  readonly courseworkWeight?: number;

  @IsQuantity(0, 100, { description: 'Per cent of the result that the examination weighs.', optional: true })
  readonly examinationWeight?: number;

  @IsQuantity(0, 100, {
    description: 'The mark at which the overall coursework has to be passed; no pass in it is asked when absent.',
    optional: true,
  })
  readonly courseworkPass?: number;

  @IsQuantity(0, 100, {
    description: 'The mark at which the examination has to be passed; no pass in it is asked when absent.',
    optional: true,
  })
  readonly examinationPass?: number;

  @IsQuantity(0, 100, {
    description: 'The overall coursework mark that a resit takes; the award panel alone decides when absent.',
    optional: true,
  })
  readonly resitCoursework?: number;

  @IsQuantity(0, 100, {
    description: 'The mark of the failed examination that a resit takes; the award panel alone decides when absent.',
    optional: true,
  })
  readonly resitExamination?: number;

  @IsQuantity(0, 100, {
    description: 'Per cent of the sessions without which the course is not passed, beside what its mode of study asks.',
    optional: true,
  })
  readonly minimumAttendance?: number;
}
