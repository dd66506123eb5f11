import type { Type } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { AWARDS } from '#regulations';

/**
 * The fields that documents are made of: what each means, once, for the OpenAPI document and the reference of
 * scenarios. The classes are types and descriptions only. Documents are plain objects, never instances.
 */
type Mark = 'optional' | 'nullable';

/** Fits a field that holds values of a type. A union must be named in full. */
type FieldOf<T> = <K extends string>(of: { readonly [P in K]?: T | null }, field: K) => void;

const field =
  <T>(schema: ApiPropertyOptions, description: string, marks: readonly Mark[]): FieldOf<T> =>
  (of, name) =>
    ApiProperty({
      ...schema,
      description,
      required: !marks.includes('optional'),
      ...(marks.includes('nullable') ? { nullable: true } : {}),
    } as ApiPropertyOptions)(of, name);

/** A code, or words in one language. */
export const Words = (description: string, ...marks: Mark[]) => field<string>({ type: String }, description, marks);

export const WordList = (description: string, ...marks: Mark[]) =>
  field<readonly string[]>({ type: [String] }, description, marks);

export const Day = (description: string, ...marks: Mark[]) =>
  field<string>({ type: String, format: 'date' }, description, marks);

/** A first and a last day. */
export const DayRange = (description: string, ...marks: Mark[]) =>
  field<readonly [string, string]>(
    { type: 'array', items: { type: 'string', format: 'date' }, minItems: 2, maxItems: 2 },
    description,
    marks,
  );

export const Flag = (description: string, ...marks: Mark[]) => field<boolean>({ type: Boolean }, description, marks);

/** Whole, and not below 0. */
export const Count = (description: string, ...marks: Mark[]) =>
  field<number>({ type: 'integer', minimum: 0 }, description, marks);

/** From 0 to 100. */
export const Percentage = (description: string, ...marks: Mark[]) =>
  field<number>({ type: Number, minimum: 0, maximum: 100 }, description, marks);

export const OneOf = <const V extends string>(values: readonly V[], description: string, ...marks: Mark[]) =>
  field<V>({ type: String, enum: [...values] }, description, marks);

/** A part with fields of its own. */
export const Part = <T>(type: Type<T>, description: string, ...marks: Mark[]) => field<T>({ type }, description, marks);

export const PartList = <T>(type: Type<T>, description: string, ...marks: Mark[]) =>
  field<readonly T[]>({ type: [type] }, description, marks);

const NAMED_LEVELS = ['preparatory', 'foundation', 'middle', 'higher', 'postgraduate'] as const;
const NUMBERED_LEVELS = [1000, 2000, 3000, 4000, 8000, 9000] as const;

/** The level of a course or of transferred credits. */
export const Level = () =>
  field<(typeof NAMED_LEVELS)[number] | (typeof NUMBERED_LEVELS)[number]>(
    {
      oneOf: [
        { type: 'string', enum: [...NAMED_LEVELS] },
        { type: 'integer', enum: [...NUMBERED_LEVELS] },
      ],
    },
    'Named (five-credit) or numbered (three-credit). [5cu/gloss/15] [3cu/gloss/19(a)]',
    [],
  );

/** What stands by its name: the figures that a rule used. */
export const FigureMap = (description: string, ...marks: Mark[]) =>
  field<Readonly<Record<string, string | number | boolean | null>>>(
    { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } as never },
    description,
    marks,
  );

/** Fields that stand as they were asked. */
export const FieldMap = (description: string, ...marks: Mark[]) =>
  field<Readonly<Record<string, unknown>>>({ type: 'object', additionalProperties: true } as never, description, marks);

export const AttemptState = () =>
  OneOf(
    ['enrolled', 'deferred', 'withdrawn', 'completed'],
    'How the attempt stands: going on, put off, left with a W, or ended with a result.',
  );

export const AwardName = () => OneOf(AWARDS, 'The kind of award; ordinary and honours are bachelor’s degrees.');
