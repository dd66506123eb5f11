import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';
import { IsAssignmentCode, IsCount, IsFlag, IsOneOf, IsQuantity, type Role, WORDS } from '#commands';
import { type Text, text } from '#kernel';

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

  @IsOneOf(['assignment', 'examination'], { description: 'Coursework, or a sitting.', optional: true })
  readonly kind?: 'assignment' | 'examination';

  @IsQuantity(0, 100, { description: 'Per cent of its part (coursework or examination) of the result.', example: 30 })
  readonly weight!: number;

  @IsCount(-400, 800, { description: 'Due so many days after the first day of teaching.', example: 28 })
  readonly dueDay!: number;

  @IsFlag({ description: 'Whether the course cannot be passed without it.' })
  readonly compulsory?: boolean;
}
