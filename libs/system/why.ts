import { REQUEST_STREAMS, records } from '#academic-record';
import { type ApprovalPart, approvalsOf } from '#commands';
import type { EventStore } from '#event-store';
import type { Actor, Basis, Finding, Override, Position, RecordedEvent, Text } from '#kernel';
import { clause } from '#regulations';
import type { RecordEvent } from '#student-record';
import { allTold, type Telling } from './told-events.ts';
import { useCaseNamed } from './use-cases.ts';

/** What one clause said when a request was decided, with its title. */
export interface FindingOf extends Finding {
  /** Absent for a clause that the register no longer has. */
  readonly title?: Text;
}

/** One decision about a student, with all that it rested on: what an appeal asks for. */
export interface Why {
  readonly student: string;
  readonly commandId: string;
  /** What was asked, and its name for people where the system still takes such requests. */
  readonly request: { readonly type: string; readonly summary?: Text; readonly fields: unknown };
  readonly askedBy: Actor;
  /** The instant at which it was decided (ISO 8601, UTC), and the day from which what came of it is true. */
  readonly recordedAt: string;
  readonly effectiveOn: string;
  /** `overridden`: a rule refuses it, and it was recorded on somebody's authority. */
  readonly outcome: 'accepted' | 'refused' | 'overridden';
  /** Of a refusal. */
  readonly code?: string;
  readonly message?: Text;
  /** Which rules, of which day; absent when no rule was asked. */
  readonly pack?: string;
  readonly findings: readonly FindingOf[];
  readonly remedies: readonly Text[];
  readonly override?: Override;
  readonly approvals: readonly ApprovalPart[];
  /** The streams that were read, each with the revision it was at; the student's own is absent while it was empty. */
  readonly basis: Readonly<Record<string, string>>;
  /** The decisions of others that led to it: the recommendation of an approved result, the proposal of an amended grade. */
  readonly led: readonly Pick<Why, 'commandId' | 'request' | 'askedBy' | 'recordedAt'>[];
  /** What was recorded. */
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly stream: string;
    readonly revision: string;
    readonly position: Position;
  }[];
}

/**
 * Why a request about a student was decided as it was. The id is that of the command, or of any event of the student's
 * record or of the refused requests. Undefined when neither stream has such a decision, or none that is told to who asks.
 */
export async function whyOf(
  store: Pick<EventStore, 'readStream'>,
  student: string,
  id: string,
  { tell }: Telling = allTold,
): Promise<Why | undefined> {
  const own = records.streamOf(student);
  for (const stream of [own, `${REQUEST_STREAMS}${student}`]) {
    const [first, ...others] = (await eventsOf(store, stream, id))?.flatMap((event) => tell(event) ?? []) ?? [];
    if (first) return explained(student, own, [first, ...others], await leadingTo(store, own, first, tell));
  }
  return undefined;
}

type Events = readonly [RecordedEvent, ...RecordedEvent[]];

/** The events of the one command that the id names, or one of whose events it names. */
async function eventsOf(
  store: Pick<EventStore, 'readStream'>,
  stream: string,
  id: string,
): Promise<Events | undefined> {
  let run: RecordedEvent[] = [];
  const isMeant = () => run.some((event) => event.id === id || event.metadata.commandId === id);
  // The events of a command stand next to each other, so that no more than one command's are held.
  for await (const event of store.readStream(stream)) {
    if (run[0]?.metadata.commandId === event.metadata.commandId) {
      run.push(event);
      continue;
    }
    if (isMeant()) break;
    run = [event];
  }
  return isMeant() ? (run as unknown as Events) : undefined;
}

/** What the decision of an event names as what it follows: a recommendation, or a proposal. */
async function leadingTo(
  store: Pick<EventStore, 'readStream'>,
  own: string,
  event: RecordedEvent,
  tell: Telling['tell'],
): Promise<Why['led']> {
  const named = nameOf(event);
  if (!named) return [];
  const found: RecordedEvent[] = [];
  for await (const each of store.readStream(own)) {
    if (each.position >= event.position) break;
    const { id, course, term } = each.data as { id?: string; course?: string; term?: string };
    const isSame = id === named.id && (named.course === undefined || (course === named.course && term === named.term));
    if (each.type === named.type && isSame && tell(each)) found.push(each);
  }
  return found.map(({ metadata: { commandId, command, actor, recordedAt } }) => ({
    commandId,
    request: { type: command.type, summary: useCaseNamed(command.type)?.summary, fields: command.data },
    askedBy: actor,
    recordedAt,
  }));
}

interface Named {
  readonly type: RecordEvent['type'];
  readonly id: string;
  readonly course?: string;
  readonly term?: string;
}

function nameOf(event: RecordedEvent): Named | undefined {
  const { type, data } = event as unknown as RecordEvent;
  if (type === 'ResultApproved')
    return { type: 'ResultRecommended', id: data.recommendation, course: data.course, term: data.term };
  if (type === 'GradeRecorded' && data.recommendation !== undefined)
    return { type: 'ResultRecommended', id: data.recommendation, course: data.course, term: data.term };
  if (type === 'GradeCorrected' && data.amendment !== undefined)
    return { type: 'GradeAmendmentProposed', id: data.amendment };
  return type === 'GradeAmendmentWithdrawn' ? { type: 'GradeAmendmentProposed', id: data.id } : undefined;
}

function explained(student: string, own: string, events: Events, led: Why['led']): Why {
  const [{ stream, data, metadata }] = events;
  const { commandId, command, actor, recordedAt, effectiveOn, ruling, override, basis } = metadata;
  const refused = stream !== own;
  const { code, message } = (refused ? data : {}) as { code?: string; message?: Text };
  return {
    student,
    commandId,
    request: { type: command.type, summary: useCaseNamed(command.type)?.summary, fields: command.data },
    askedBy: actor,
    recordedAt,
    effectiveOn,
    outcome: refused ? 'refused' : override ? 'overridden' : 'accepted',
    code,
    message,
    pack: ruling?.pack,
    findings: (ruling?.findings ?? []).map((finding) => ({ title: clause(finding.clause)?.title, ...finding })),
    remedies: ruling?.remedies ?? [],
    override,
    approvals: approvalsOf(command.data as object),
    basis: streamsRead(own, basis),
    led,
    events: events.map(({ id, type, stream: within, revision, position }) => ({
      id,
      type,
      stream: within,
      revision: revision.toString(),
      position,
    })),
  };
}

const streamsRead = (own: string, { revision, read }: Basis = {}): Record<string, string> => ({
  ...(revision === undefined ? {} : { [own]: revision }),
  ...read,
});
