import { isDeepStrictEqual } from 'node:util';
import { type AnyUseCase, type Command, CommandExecution, issue, type Outcome } from '#commands';
import type { EventStore } from '#event-store';
import { type Clock, refusingClauses, text } from '#kernel';
import { RECORD_STREAMS } from '#student-record';
import { tellingTo } from './told-events.ts';

interface Where {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly clock: Clock;
}

/**
 * What a student is told of his or her own request. It was decided on the whole record, results that are not published
 * among them. What comes out on the published part alone is told with its ruling; where that is something else, a grant
 * is told without a ruling, and a refusal only as one that has to wait for results.
 */
export async function outcomeToldTo(
  where: Where,
  useCase: AnyUseCase,
  command: Command,
  outcome: Outcome,
): Promise<Outcome> {
  const { actor } = command.envelope;
  if (actor.role !== 'student' || useCase.stream.prefix !== RECORD_STREAMS) return outcome;
  const student = useCase.subject(command);
  if (student !== actor.id) return outcome;
  const { tell, keeps } = await tellingTo(where, actor, student);
  if (!keeps) return outcome;
  const published = await decidedOn(where, tell, useCase, command);
  if (outcome.outcome === 'accepted')
    return { ...outcome, ruling: published.outcome === 'accepted' ? published.ruling : undefined };
  return published.outcome === 'refused' && isSame(outcome, published)
    ? { ...outcome, ruling: published.ruling }
    : { ...outcome, ...awaited, ruling: undefined };
}

type Refused = Extract<Outcome, { outcome: 'refused' }>;

const isSame = (one: Refused, other: Refused): boolean =>
  one.code === other.code && isDeepStrictEqual(by(one), by(other));
const by = ({ ruling }: Refused): readonly string[] => (ruling ? refusingClauses(ruling) : []);

/** The decision of a request on as much of the log as its asker may know; nothing is written. */
function decidedOn(
  { store, clock }: Where,
  tell: Awaited<ReturnType<typeof tellingTo>>['tell'],
  useCase: AnyUseCase,
  command: Command,
): Promise<Outcome> {
  const told: Pick<EventStore, 'readStream' | 'append'> = {
    async *readStream(stream) {
      for await (const event of store.readStream(stream)) {
        // What came of this very request is not what it was decided on.
        const known = event.metadata.commandId === command.envelope.commandId ? undefined : tell(event);
        if (known) yield known;
      }
    },
    append: async () => ({ revision: 0n, position: '', appended: true }),
  };
  // The revision that was expected is that of the whole record.
  const envelope = { ...command.envelope, expectedRevision: undefined };
  const again = issue(Object.assign(new useCase.command(), command), envelope);
  return new CommandExecution(told, clock).execute(useCase, again);
}

const awaited = {
  code: 'result-awaited',
  message: text(
    'This cannot be granted as the record stands; ask again when your results are published.',
    '按現有紀錄未能批准；請於成績公布後再提出。',
  ),
};
