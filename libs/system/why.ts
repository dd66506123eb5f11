import { REQUEST_STREAMS, records } from '#academic-record';
import { type ApprovalPart, approvalsOf } from '#commands';
import type { EventStore } from '#event-store';
import type { Actor, Basis, ClauseId, Figure, Override, Position, RecordedEvent, Text } from '#kernel';
import { clause } from '#regulations';
import { allTold, type Telling } from './told-events.ts';
import { useCaseNamed } from './use-cases.ts';

/** What one clause said when a request was decided, with its title. */
export interface FindingOf {
  readonly clause: ClauseId;
  /** Absent for a clause that the register no longer has. */
  readonly title?: Text;
  readonly holds: boolean;
  readonly figures?: Readonly<Record<string, Figure>>;
  readonly note?: Text;
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
    if (first) return explained(student, own, [first, ...others]);
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

function explained(student: string, own: string, events: Events): Why {
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
