import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { isCivilDate } from '#kernel';
import { APPROVAL_AUTHORITIES } from './actor.ts';

/**
 * The fields that commands are made of. Each says once what is valid and what the OpenAPI document prints.
 */
export interface FieldOptions {
  readonly description: string;
  readonly optional?: boolean;
  readonly example?: unknown;
}

const CODE = '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$';
/** A charge may be named after what it is for, the course and the term. */
const CHARGE = '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$';
/** A decision is named as its request was: with whatever key that was given. */
const COMMAND = '^[!-~]{1,128}$';
const STANDING_RUN = '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}-[1-9][0-9]{0,2}$';
const ACADEMIC_YEAR = '^\\d{4}/\\d{2}$';
/**
 * A letter or a number that can be seen: neither white space, control characters or marks of direction alone, nor the blank
 * letters of some scripts. What is written is kept as it came.
 */
export const WORDS = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;
const SAYS_SOMETHING = '$property must have a letter or a number in it that can be seen';

const field = ({ optional, ...rest }: FieldOptions, schema: ApiPropertyOptions, ...rules: PropertyDecorator[]) =>
  applyDecorators(
    ApiProperty({ ...rest, ...schema, required: !optional } as ApiPropertyOptions),
    ...(optional ? [IsOptional()] : []),
    ...rules,
  );

const coded =
  (what: string, example: string, pattern = CODE) =>
  (options: Partial<FieldOptions> = {}) =>
    field(
      { description: `The code of ${what}.`, example, ...options },
      { type: String, pattern },
      Matches(new RegExp(pattern), { message: `$property must be the code of ${what}` }),
    );

export const IsStudentId = coded('a student', 'S1');
export const IsCourseCode = coded('a course', 'COMP2010');
export const IsTermCode = coded('a term', '2024-AUT');
export const IsProgrammeCode = coded('a programme', 'BSCH-CS');
export const IsSchoolCode = coded('a School', 'ST');
export const IsHoldId = coded('a hold', 'H1');
export const IsChargeId = coded('a charge', 'F1', CHARGE);
export const IsPaymentId = coded('a payment', 'P1');
export const IsEntryCode = coded('a condition or a route of entry', 'HKDSE');
export const IsScholarshipCode = coded('a scholarship', 'DEAN-LIST');
export const IsRecommendationId = coded('a recommendation', 'R1');
export const IsAmendmentId = coded('a proposed amendment', 'A1');
export const IsConditionId = coded('a condition', 'C1');
export const IsExaminationApplicationId = coded('an application about an examination', 'DE1');
export const IsRequestId = coded('a request', 'R1');
export const IsStudyApplicationId = coded('an application about study', 'A1');
export const IsCommandId = coded('a decision', '8d0c1ea2-7f4c-5a8e-9a57-0d5f5c4b1a6e', COMMAND);
export const IsAssignmentCode = coded('a piece of assessed work', 'TMA01');

/** The name of a standing run: the code of its term and its number. */
export const IsStandingRun = () =>
  field(
    { description: 'A standing run: the code of the term and the number of the run.', example: '2024-AUT-1' },
    { type: String, pattern: STANDING_RUN },
    Matches(new RegExp(STANDING_RUN), { message: '$property must be the code of a term and the number of a run' }),
  );

export const IsCodeList = (options: FieldOptions) =>
  field(
    options,
    { type: String, isArray: true, maxItems: 200, items: { type: 'string', pattern: CODE } },
    IsArray(),
    ArrayMaxSize(200),
    ArrayUnique(),
    Matches(new RegExp(CODE), { each: true }),
  );

export const IsAcademicYear = (options: FieldOptions) =>
  field(
    { example: '2024/25', ...options },
    { type: String, pattern: ACADEMIC_YEAR },
    Matches(new RegExp(ACADEMIC_YEAR), { message: '$property must be written as 2024/25' }),
  );

export const IsDay = (options: FieldOptions) => field(options, { type: String, format: 'date' }, CivilDateRule());

/** A first and a last day, in that order. */
export const IsDayRange = (options: FieldOptions) =>
  field(
    options,
    { type: String, isArray: true, minItems: 2, maxItems: 2, items: { type: 'string', format: 'date' } },
    ValidateBy({
      name: 'dayRange',
      validator: {
        validate: (value) =>
          Array.isArray(value) && value.length === 2 && value.every(isCivilDate) && `${value[0]}` <= `${value[1]}`,
        defaultMessage: () => '$property must be a first and a last day, [YYYY-MM-DD, YYYY-MM-DD]',
      },
    }),
  );

export const IsReason = (options: Partial<FieldOptions> = {}) =>
  field(
    { description: 'Why, in words.', ...options },
    { type: String, minLength: 1, maxLength: 2000, pattern: WORDS.source },
    IsString(),
    Length(1, 2000),
    Matches(WORDS, { message: SAYS_SOMETHING }),
  );

export const IsLine = (options: FieldOptions) =>
  field(
    options,
    { type: String, minLength: 1, maxLength: 200, pattern: WORDS.source },
    IsString(),
    Length(1, 200),
    Matches(WORDS, { message: SAYS_SOMETHING }),
  );

/** Several lines, one at least. */
export const IsLineList = (maximum: number, options: FieldOptions) =>
  field(
    options,
    {
      type: String,
      isArray: true,
      minItems: 1,
      maxItems: maximum,
      items: { type: 'string', minLength: 1, maxLength: 200, pattern: WORDS.source },
    },
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(maximum),
    IsString({ each: true }),
    Length(1, 200, { each: true }),
    Matches(WORDS, { each: true, message: SAYS_SOMETHING }),
  );

export const IsFlag = (options: FieldOptions) => field({ optional: true, ...options }, { type: Boolean }, IsBoolean());

export const IsOneOf = (values: readonly (string | number)[], options: FieldOptions) =>
  field(
    options,
    values.every((value) => typeof value === 'string')
      ? { type: String, enum: [...values] }
      : { oneOf: [{ enum: [...values] }] },
    IsIn([...values]),
  );

/** A whole number. */
export const IsCount = (minimum: number, maximum: number, options: FieldOptions) =>
  field(options, { type: 'integer', minimum, maximum }, IsInt(), Min(minimum), Max(maximum));

/** An amount in whole Hong Kong cents. */
export const IsCents = (minimum: number, options: FieldOptions) => IsCount(minimum, MOST_CENTS, options);

/** Ten million dollars: more is a slip of the pen. */
const MOST_CENTS = 1_000_000_000;

/** A number of at most two decimals. */
export const IsQuantity = (minimum: number, maximum: number, options: FieldOptions) =>
  field(
    options,
    { type: Number, minimum, maximum },
    IsNumber({ maxDecimalPlaces: 2, allowInfinity: false, allowNaN: false }),
    Min(minimum),
    Max(maximum),
  );

/** A part with fields of its own. */
export const IsPart = (type: new () => object, options: FieldOptions) =>
  field(
    options,
    { type },
    IsObjectRule(),
    ValidateNested(),
    Type(() => type),
  );

export const IsPartList = (type: new () => object, maximum: number, options: FieldOptions) =>
  field(
    options,
    { type, isArray: true, maxItems: maximum },
    IsArray(),
    ArrayMaxSize(maximum),
    IsObjectRule(true),
    ValidateNested({ each: true }),
    Type(() => type),
  );

const CivilDateRule = () =>
  ValidateBy({
    name: 'civilDate',
    validator: { validate: isCivilDate, defaultMessage: () => '$property must be a day of the calendar, YYYY-MM-DD' },
  });

/** Nested validation alone lets an array or a bare value pass where one object is meant. */
const IsObjectRule = (each = false) =>
  ValidateBy(
    {
      name: 'part',
      validator: {
        validate: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
        defaultMessage: () => '$property must be an object',
      },
    },
    { each },
  );

/** Somebody with the power to do so lets through what a rule would hold up. */
export class ApprovalPart {
  @IsOneOf(Object.keys(APPROVAL_AUTHORITIES), {
    description: 'Who approved. Only that authority itself, or the Registry for it, may say so: never the student.',
  })
  readonly authority!: string;

  @IsReason()
  readonly reason!: string;

  @IsDay({ description: 'When it was given; the day of the request when absent, and never later.', optional: true })
  readonly on?: string;
}

/** The approvals that come with a request, in whichever of its two fields. */
export function approvalsOf(command: object): readonly ApprovalPart[] {
  const { approval, approvals = [] } = command as { approval?: ApprovalPart; approvals?: readonly ApprovalPart[] };
  return approval ? [approval, ...approvals] : approvals;
}
