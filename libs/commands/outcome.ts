import type { Position, Ruling, Text } from '#kernel';

/** The request was granted and is durable. */
export interface AcceptedOutcome {
  readonly outcome: 'accepted';
  readonly commandId: string;
  readonly stream: string;
  /** The revision of the stream and the position of the log after the request. */
  readonly revision: bigint;
  readonly position: Position;
  readonly events: readonly { readonly id: string; readonly type: string }[];
  readonly ruling?: Ruling;
  /** This is the first result of a command that was sent again. */
  readonly repeated: boolean;
}

/** The request was not granted. */
export interface RefusedOutcome {
  readonly outcome: 'refused';
  readonly commandId: string;
  readonly code: string;
  readonly message: Text;
  readonly ruling?: Ruling;
  /** Where a refusal by a rule is kept. */
  readonly recorded?: { readonly stream: string; readonly position: Position };
  readonly repeated: boolean;
}

export type Outcome = AcceptedOutcome | RefusedOutcome;
