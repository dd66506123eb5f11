import { type AppendExpectedRevision, type AppendResult, isCommandError } from '@eventstore/db-client';
import type { GuardedClient } from './client.ts';
import { isMovingOn, NoAnswer } from './faults.ts';
import type { Run } from './run.ts';

/** The stream of batches was ended by the server as if all were well. */
class BatchesEnded extends Error {
  override readonly name = 'BatchesEnded';
}

/** One try of an append. The client has no clock of its own for it and says nothing when the server ends its stream. */
export function answerOf(
  client: GuardedClient,
  run: Run,
  expectedRevision: AppendExpectedRevision,
  milliseconds: number,
): Promise<AppendResult> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer);
      offLoss();
    };
    const timer = setTimeout(() => {
      offLoss();
      reject(new NoAnswer(`for ${milliseconds} ms`));
    }, milliseconds);
    const offLoss = client.onLoss(() => {
      // A failure is told by the client itself, with its kind, in this same turn.
      if (!client.isSpent) return;
      settle();
      reject(new BatchesEnded());
    });
    client
      .appendToStream(run.stream, [...run.events], { expectedRevision, deadline: milliseconds, requiresLeader: true })
      .then(resolve, reject)
      .finally(settle);
  });
}

/**
 * Whether an error is about this very append, or about the stream that it went over. All other errors come from
 * elsewhere in the process: the client rejects everybody's appends when anybody's stream of batches fails.
 */
export const isOfThisAppend = (error: unknown, client: GuardedClient, losses: number): boolean =>
  client.losses !== losses || !isCommandError(error as Error) || (error as { code?: unknown }).code === undefined;

/** Whether the next try needs a new client: this one is silent, or broken, or keeps an answer that was a failure. */
export const isClientOfNoUse = (error: unknown, client: GuardedClient, losses: number): boolean =>
  error instanceof NoAnswer || (!isMovingOn(error) && (client.losses !== losses || !isCommandError(error as Error)));
