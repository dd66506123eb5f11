import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class FieldProblemSchema {
  @ApiProperty({ example: 'assignments.0.weight' })
  readonly field!: string;

  @ApiProperty({ example: 'weight must not be greater than 100' })
  readonly problem!: string;
}

export class ProblemTexts {
  @ApiProperty()
  readonly title!: string;

  @ApiProperty()
  readonly detail!: string;
}

export class BilingualProblemTexts {
  @ApiProperty()
  readonly en!: ProblemTexts;

  @ApiProperty()
  readonly 'zh-Hant'!: ProblemTexts;
}

/** A clause that stands in the way. */
export class ClauseName {
  @ApiProperty({ example: '3cu/dl/6.1' })
  readonly id!: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'In both languages.' })
  readonly title!: Record<string, string>;
}

/** A problem document of RFC 9457. */
export class ProblemSchema {
  @ApiProperty({ format: 'uri', example: 'urn:academic-records:problem:not-enrolled' })
  readonly type!: string;

  @ApiProperty({ description: 'In the language of Accept-Language: Traditional Chinese, or else English.' })
  readonly title!: string;

  @ApiProperty()
  readonly detail!: string;

  @ApiProperty({ type: 'integer', example: 409 })
  readonly status!: number;

  @ApiProperty({ description: 'The path that was asked.' })
  readonly instance!: string;

  @ApiProperty({ description: 'Names the kind of problem.', example: 'not-enrolled' })
  readonly code!: string;

  @ApiProperty({ description: 'Title and detail in both languages.' })
  readonly i18n!: BilingualProblemTexts;

  @ApiPropertyOptional({ type: [FieldProblemSchema], description: 'The fields that are not valid.' })
  readonly problems?: FieldProblemSchema[];

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'The ruling that refused.' })
  readonly ruling?: Record<string, unknown>;

  @ApiPropertyOptional({ type: [ClauseName], description: 'The clauses that stand in the way.' })
  readonly clauses?: ClauseName[];
}
