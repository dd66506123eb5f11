import { isDeepStrictEqual } from 'node:util';
import { type AnyUseCase, type Command, CommandExecution, issue, type Outcome } from '#commands';
import type { EventStore } from '#event-store';
import { type Clock, refusingClauses, text } from '#kernel';
import { RECORD_STREAMS } from '#student-record';
import { type Telling, tellingTo } from './told-events.ts';

interface Where {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly clock: Clock;
}

/** The result of a course that is passed, and of one that is not: between them lies what a student may come to know. */
const SUPPOSED = ['A', 'Fail'] as const;

/**
 * Puts a student's own request to the rules, and says what the student is told of it. It is decided on the whole record,
 * results that are not published among them; what comes of it on the published part alone is all that the answer may
 * show.
 *
 * What the published part refuses is not granted before the results are out, whatever they are: where they could change
 * the answer it waits for them, and is the same for a course that was failed or passed. What the published part grants
 * is granted without a ruling where the whole record has another, and waits where the whole record refuses it.
 */
export async function askedByStudent(
  where: Where,
  useCase: AnyUseCase,
  command: Command,
  ask: () => Promise<Outcome>,
): Promise<Outcome> {
  const { actor, commandId } = command.envelope;
  if (actor.role !== 'student' || useCase.stream.prefix !== RECORD_STREAMS) return ask();
  const student = useCase.subject(command);
  if (student !== actor.id) return ask();
  const telling = await tellingTo(where, actor, student);
  if (!telling.keeps || (await isKnown(where.store, useCase.stream.streamOf(student), commandId)))
    return toldOf(where, telling, useCase, command, await ask());
  const published = await decidedOn(where, telling.tell, useCase, command);
  if (published.outcome === 'refused') {
    const supposed = await Promise.all(
      SUPPOSED.map((grade) => decidedOn(where, telling.supposing(grade), useCase, command)),
    );
    const isSettled = supposed.every((other) => other.outcome === 'refused' && isSame(other, published));
    if (!isSettled) return { ...published, ...awaited, ruling: undefined };
    const whole = await decidedOn(where, (event) => event, useCase, command);
    if (whole.outcome === 'accepted') return published;
    const kept = await ask();
    return kept.outcome === 'refused'
      ? { ...kept, code: published.code, message: published.message, ruling: published.ruling }
      : kept;
  }
  return toldOf(where, telling, useCase, command, await ask());
}

/** Whether a request has been granted under its id before. */
async function isKnown(store: Where['store'], stream: string, commandId: string): Promise<boolean> {
  for await (const event of store.readStream(stream)) if (event.metadata.commandId === commandId) return true;
  return false;
}

/** What a student is told of a request that has been put to the rules. */
async function toldOf(
  where: Where,
  { tell, keeps }: Telling,
  useCase: AnyUseCase,
  command: Command,
  outcome: Outcome,
): Promise<Outcome> {
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
  tell: Telling['tell'],
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
