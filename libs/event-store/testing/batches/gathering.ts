import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Proposed } from '../log/record.ts';
import type { Batch, CallLog } from '../server/calls.ts';
import type { Limits } from '../server/node.ts';
import { expectedIn } from '../wire/expected.ts';
import { nameIn } from '../wire/ids.ts';
import { proposedIn, weightOf } from '../wire/proposed.ts';
import type { Answer } from './answers.ts';
import * as answers from './answers.ts';

/** A batch of which chunks are still to come. */
export interface Gathered {
  readonly request: BatchAppendReq;
  readonly batch: Batch;
  readonly events: Proposed[];
  bytes: number;
  timer?: NodeJS.Timeout;
}

const PROBLEM = {
  'no-id': 'the id of an event is empty',
  'no-type': 'the type of an event is empty',
  'no-metadata': 'type and content-type of an event are required',
};

/**
 * Puts the chunks of batches together. Every batch comes to exactly one end: it is complete, or it is
 * refused; chunks of a batch that has ended, or never began, are passed over.
 */
export function gathering(
  calls: CallLog,
  limits: Limits,
  ends: { complete(gathered: Gathered): void; refuse(gathered: Gathered, answer: Answer): void },
) {
  const open = new Map<string, Gathered>();

  const take = (gathered: Gathered) => {
    clearTimeout(gathered.timer);
    open.delete(gathered.batch.correlationId);
  };
  const refuse = (gathered: Gathered, answer: Answer) => {
    take(gathered);
    ends.refuse(gathered, answer);
  };

  /** The first chunk says where the events go. */
  function begin(request: BatchAppendReq, options: BatchAppendReq.Options): Gathered | undefined {
    const deadline = options.getDeadline()?.toDate().getTime();
    const gathered: Gathered = {
      request,
      events: [],
      bytes: 0,
      batch: calls.batch({
        correlationId: request.getCorrelationId()?.getString() ?? '',
        stream: nameIn(options.getStreamIdentifier()),
        expected: expectedIn(options, options.getStreamPosition()),
        deadline,
        ids: [],
        chunks: 0,
        tried: false,
        answer: 'none',
      }),
    };
    if (!options.hasStreamIdentifier()) {
      ends.refuse(gathered, answers.badRequest('Required field StreamIdentifier not set.'));
      return undefined;
    }
    const patience = Math.min(
      limits.writeTimeout,
      deadline === undefined ? limits.writeTimeout : deadline - Date.now(),
    );
    if (patience <= 0) {
      ends.refuse(gathered, answers.timedOut());
      return undefined;
    }
    open.set(gathered.batch.correlationId, gathered);
    if (!request.getIsFinal()) gathered.timer = setTimeout(() => refuse(gathered, answers.timedOut()), patience);
    return gathered;
  }

  return {
    chunk(request: BatchAppendReq): void {
      const id = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions();
      const gathered = open.get(id) ?? (options && begin(request, options));
      if (gathered === undefined) return;
      gathered.batch.chunks += 1;
      for (const message of request.getProposedMessagesList()) {
        const event = proposedIn(message);
        if (typeof event === 'string') {
          refuse(gathered, answers.badRequest(PROBLEM[event]));
          return;
        }
        gathered.events.push(event);
        gathered.batch.ids.push(event.id);
        gathered.bytes += weightOf(event, limits.wholeEventsCount);
      }
      if (gathered.bytes > limits.maxAppendSize) refuse(gathered, answers.tooLarge(limits.maxAppendSize));
      else if (request.getIsFinal()) {
        take(gathered);
        ends.complete(gathered);
      }
    },
    /** The stream is over: what was not complete is never answered. */
    stop(): void {
      for (const { timer } of open.values()) clearTimeout(timer);
      open.clear();
    },
  };
}
