import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Ruling } from '#kernel';

export class EventName {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'CourseEnrolled' })
  readonly type!: string;
}

/** What is answered to a request that was granted. */
export class AcceptedReply {
  @ApiProperty({ description: 'The Idempotency-Key of the request.' })
  readonly commandId!: string;

  @ApiProperty({ description: 'The stream that the events went to.', example: 'record-S1' })
  readonly stream!: string;

  @ApiProperty({ description: 'The revision of the stream after the request; a whole number as text.', example: '4' })
  readonly revision!: string;

  @ApiProperty({ description: 'The place in the log, for `minPosition`.', example: '0000000000000042' })
  readonly position!: string;

  @ApiProperty({ type: [EventName] })
  readonly events!: readonly EventName[];

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,

    description: 'What the regulations say.',
  })
  readonly ruling?: Ruling;
}
