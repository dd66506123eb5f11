import { Command, IsCommandId, IsOneOf, IsReason, IsStudentId, ROLES, type Role, type StreamKind } from '#commands';
import { accept, refuse, text } from '#kernel';
import { type DecisionSettled, type RecordEvent, recordStream } from '#student-record';
import { isNamed, personNeeded, personOf } from '../people.ts';
import { isRefusal, records, recordUseCase, studentOn } from '../record-use-case.ts';

/** Offices: what was decided of a student is settled by none of those. */
const NO_OFFICE: ReadonlySet<string> = new Set<Role>(['student', 'operator', 'migration']);

/** Who settles a decision of those who may take it; the Registrar, where no office takes it. */
export function settlersOf(by: readonly string[]): readonly string[] {
  const offices = by.filter((role) => !NO_OFFICE.has(role));
  return offices.length > 0 ? offices : ['registrar'];
}

/**
 * A decision that rested on a grade which was put right since is settled, by an office that takes such decisions: it
 * stands for a reason (upheld), or other decisions on the record have taken its place (revised), of which the one that
 * did is named. Refused for what is not listed or settled already, to other offices, and for a revision that is not on
 * the record since the list. [5cu/assess/18.2.1] [3cu/assess/17.2.1]
 */
export class SettleDecision extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsCommandId({ description: 'The decision that is to be settled.' })
  readonly decision!: string;

  @IsOneOf(['upheld', 'revised'], { description: 'Whether it stands, or others have taken its place.' })
  readonly outcome!: 'upheld' | 'revised';

  @IsCommandId({ description: 'Of a revised one, the decision that took its place.', optional: true })
  readonly revision?: string;

  @IsReason()
  readonly reason!: string;
}

/** Where in a record its decisions stand, and where each was last listed to be settled. */
interface Places {
  readonly decided: ReadonlyMap<string, bigint>;
  readonly listed: ReadonlyMap<string, bigint>;
}

const places: StreamKind<Places> = {
  prefix: records.prefix,
  streamOf: recordStream,
  initial: { decided: new Map(), listed: new Map() },
  evolve: ({ decided, listed }, event) => {
    const { type, data } = event as unknown as RecordEvent;
    const anew = type === 'DecisionsToSettle' ? data.decisions : [];
    return {
      decided: new Map(decided).set(event.metadata.commandId, event.revision),
      listed:
        anew.length > 0
          ? new Map([...listed, ...anew.map(({ decision }) => [decision, event.revision] as const)])
          : listed,
    };
  },
};

export const settleDecision = recordUseCase({
  command: SettleDecision,
  path: 'decision-settlements',
  summary: text('Settle a decision that rested on an amended grade', '處理以已修訂成績為據的決定'),
  by: ROLES.filter((role) => !NO_OFFICE.has(role)),
  clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
  facts: (reader, { student }: SettleDecision) => reader.read(places, student),
  decide: (whole, command: SettleDecision, { facts: { decided, listed }, today, actor }) => {
    if (!isNamed(actor)) return personNeeded;
    const record = studentOn(whole);
    if (isRefusal(record)) return record;
    const { decision, outcome, revision, reason } = command;
    const listing = record.results.settlements.findLast((one) => one.decision === decision);
    if (!listing) return notListed;
    if (listing.settled) return settledAlready;
    if (!listing.settledBy.includes(actor.role)) return anotherOffice(listing.settledBy);
    if ((outcome === 'revised') !== (revision !== undefined)) return revisionOfOutcome;
    const since = revision === undefined ? undefined : decided.get(revision);
    if (revision !== undefined && (since === undefined || since <= (listed.get(decision) ?? 0n)))
      return unknownRevision;
    const settled: DecisionSettled = {
      type: 'DecisionSettled',
      data: {
        ...{ decision, as: outcome, on: today, by: personOf(actor), reason },
        ...(revision === undefined ? {} : { revision }),
      },
    };
    return accept([settled]);
  },
});

const notListed = refuse(
  'not-to-settle',
  text('No amended grade has put that decision up to be settled.', '該決定並無因成績修訂而須處理。'),
);

const settledAlready = refuse('settled-already', text('The decision is settled already.', '該決定已獲處理。'));

const anotherOffice = (roles: readonly string[]) =>
  refuse(
    'another-office',
    text(
      `This is settled by whoever takes such decisions: ${roles.join(', ')}.`,
      `此項須由作出該類決定的部門處理：${roles.join('、')}。`,
    ),
  );

const revisionOfOutcome = refuse(
  'revision-of-outcome',
  text(
    'A revised decision comes with the one that took its place, and no other does.',
    '已修訂的決定須註明取代它的決定，否則不應註明。',
  ),
);

const unknownRevision = refuse(
  'unknown-revision',
  text('There is no such decision on the record since the grade was amended.', '成績修訂後紀錄中並無該項決定。'),
);
