import { IsCount, IsFlag, IsLine } from '#commands';

/** What may be asked of the read models by whoever runs the system. */

export class RebuildRequest {
  @IsCount(1, 8, { description: 'How many threads fill at the same time; 1 unless told.', optional: true })
  readonly workers?: number;
}

export class SwapRequest {
  @IsFlag({ description: 'Puts the generation that waits in place although it differs from the live one.' })
  readonly acceptDifferences?: boolean;
}

export class DropRequest {
  @IsFlag({ description: 'Drops the previous generation too: there is no way back then.' })
  readonly previous?: boolean;

  @IsFlag({ description: 'Drops all generations, the live one as well: nothing can be read until a rebuild.' })
  readonly all?: boolean;
}

/** Nothing may be said. */
export class NoFields {}

export class RetryRequest {
  @IsLine({ description: 'Only what is parked of this read model.', optional: true })
  readonly projection?: string;

  @IsLine({ description: 'Only this stream, such as `record-S1`.', optional: true })
  readonly stream?: string;
}
