import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openSqliteStore } from '#event-store';
import { type Actor, accept, decideBy, fails, type RecordedEvent, refuse, rule, text, VirtualClock } from '#kernel';
import { Command, commandOf, issue } from './command.ts';
import { CommandExecution } from './execute.ts';
import { ApprovalPart, IsPart, IsPartList, IsStudentId } from './fields.ts';
import type { AcceptedOutcome, Outcome, RefusedOutcome } from './outcome.ts';
import { type StreamKind, useCase } from './use-case.ts';

/** A purse that may not hold more than three coins: the smallest thing that decides. */
class AddCoin extends Command {
  @IsStudentId()
  readonly student!: string;
  readonly size?: string;
  @IsPart(ApprovalPart, { description: 'One.', optional: true })
  readonly approval?: ApprovalPart;
  @IsPartList(ApprovalPart, 5, { description: 'Some.', optional: true })
  readonly approvals?: ApprovalPart[];
}

const purses: StreamKind<number> = {
  prefix: 'purse-',
  streamOf: (student) => `purse-${student}`,
  initial: 0,
  evolve: (coins, event) => (event.type === 'CoinAdded' ? coins + 1 : coins),
};

const addCoin = useCase({
  command: AddCoin,
  path: 'coins',
  summary: text('Add a coin', '加硬幣'),
  by: ['student', 'registrar', 'migration'],
  clauses: ['x/1'],
  stream: purses,
  subject: (command) => command.student,
  requests: (command) => `requests-${command.student}`,
  facts: async (reader, command) => ({ others: await reader.read(purses, `of-${command.student}`) }),
  decide: (coins, { size }, { today, facts }) => {
    if (size === 'none') return refuse('no-coin', text('There is no coin.', '沒有硬幣。'));
    const added = { type: 'CoinAdded', data: { on: today, others: facts.others } };
    if (size === 'pair') return accept([added, added]);
    const findings = coins < 3 ? [] : [fails('x/1', text('The purse is full.', '錢包已滿。'), { coins })];
    return decideBy(rule('purse@1', findings), [added], { code: 'full', message: text('Full.', '已滿。') });
  },
});

describe('carrying out a command', () => {
  let store: EventStore;
  let execution: CommandExecution;
  const clock = new VirtualClock('2024-09-02');

  beforeEach(() => {
    store = openSqliteStore({ path: ':memory:' });
    execution = new CommandExecution(store, clock);
  });
  afterEach(() => store.close());

  const ask = (
    commandId: string,
    more: {
      size?: string;
      approval?: ApprovalPart;
      approvals?: ApprovalPart[];
      actor?: Actor;
      expectedRevision?: bigint;
      override?: { authority: string; reason: string };
    } = {},
  ): Promise<Outcome> => {
    const { size, approval, approvals, actor = { role: 'student', id: 'S1' }, ...envelope } = more;
    return execution.execute(
      addCoin,
      issue(commandOf(AddCoin, { student: 'S1', size, approval, approvals }), { commandId, actor, ...envelope }),
    );
  };
  const fill = async () => {
    for (const id of ['a', 'b', 'c']) await ask(id);
  };
  const events = async (stream: string): Promise<RecordedEvent[]> => {
    const read: RecordedEvent[] = [];
    for await (const event of store.readStream(stream)) read.push(event);
    return read;
  };

  it('appends its events with everything that a replay needs', async () => {
    await store.append('purse-of-S1', 'any', [(await otherPurse())[0] as never]);
    const outcome = (await ask('c1')) as AcceptedOutcome;
    expect(outcome).toMatchObject({ outcome: 'accepted', stream: 'purse-S1', revision: 0n, repeated: false });
    const [event] = await events('purse-S1');
    expect(event?.data).toEqual({ on: '2024-09-02', others: 1 });
    expect(event?.metadata).toMatchObject({
      commandId: 'c1',
      command: { type: 'AddCoin', data: { student: 'S1' } },
      actor: { role: 'student', id: 'S1' },
      recordedAt: clock.now().toISOString(),
      effectiveOn: '2024-09-02',
      ruling: { outcome: 'allowed', pack: 'purse@1' },
      basis: { read: { 'purse-of-S1': '0' } },
    });
  });

  async function otherPurse() {
    const spare = openSqliteStore({ path: ':memory:' });
    const other = new CommandExecution(spare, clock);
    const command = issue(commandOf(AddCoin, { student: 'S9' }), { commandId: 'x', actor: { role: 'registrar' } });
    await other.execute(addCoin, command);
    const read: RecordedEvent[] = [];
    for await (const event of spare.readStream('purse-S9')) read.push(event);
    const copies = read.map(({ id, type, version, data, metadata }) => ({ id, type, version, data, metadata }));
    await spare.close();
    return copies;
  }

  it('gives its first result when it is sent again, and appends nothing', async () => {
    const first = await ask('c1', { size: 'pair' });
    await ask('c2');
    expect(await ask('c1', { size: 'pair' })).toEqual({ ...first, repeated: true });
    expect(await events('purse-S1')).toHaveLength(3);
  });

  it('is refused when its id was used for another request', async () => {
    await ask('c1');
    expect(await ask('c1', { size: 'pair' })).toMatchObject({ outcome: 'refused', code: 'command-id-reused' });
    expect(await events('purse-S1')).toHaveLength(1);
  });

  it.each<[string, Actor]>([
    ['in another role', { role: 'registrar' }],
    ['in the same role, another person', { role: 'migration', id: 'other' }],
  ])('is refused when its id was used by somebody else, %s', async (_who, actor) => {
    await ask('c1', { actor: { role: 'migration', id: 'oulad' } });
    expect(await ask('c1', { actor })).toMatchObject({ outcome: 'refused', code: 'command-id-reused' });
    expect(await events('purse-S1')).toHaveLength(1);
    await ask('c2');
    await ask('c3');
    expect(await ask('d')).toMatchObject({ code: 'full' });
    expect(await ask('d', { actor })).toMatchObject({ code: 'command-id-reused' });
  });

  it('is another request when its id was used for another stream', async () => {
    await ask('c1');
    const command = issue(commandOf(AddCoin, { student: 'S2' }), { commandId: 'c1', actor: { role: 'registrar' } });
    expect(await execution.execute(addCoin, command)).toMatchObject({ outcome: 'accepted', repeated: false });
    expect(await events('purse-S2')).toHaveLength(1);
  });

  it('is kept with its ruling when a rule refuses it, and refused again when it is sent again', async () => {
    await fill();
    const refused = (await ask('d')) as RefusedOutcome;
    expect(refused).toMatchObject({ code: 'full', recorded: { stream: 'requests-S1' }, repeated: false });
    const [kept] = await events('requests-S1');
    expect(kept?.metadata.ruling?.findings).toMatchObject([{ clause: 'x/1', holds: false, figures: { coins: 3 } }]);
    expect(await ask('d')).toEqual({ ...refused, repeated: true });
    expect(await events('requests-S1')).toHaveLength(1);
    expect(await events('purse-S1')).toHaveLength(3);
  });

  it('is refused when its id was used for another request on that record, refused or granted, whatever it would get', async () => {
    await fill();
    expect(await ask('d')).toMatchObject({ code: 'full' });
    // It does not fit the facts, and would not be remembered; the id is that of the request refused before.
    expect(await ask('d', { size: 'none' })).toMatchObject({ code: 'command-id-reused', repeated: false });
    expect(await ask('d', { size: 'pair' })).toMatchObject({ code: 'command-id-reused', repeated: false });
    // It would be refused by a rule; the id is that of the request granted before.
    expect(await ask('a', { size: 'pair' })).toMatchObject({ code: 'command-id-reused', repeated: false });
    expect(await events('requests-S1')).toHaveLength(1);
    expect(await events('purse-S1')).toHaveLength(3);
  });

  it('is another request on another record, when a rule refused its id on this one', async () => {
    await fill();
    await ask('d');
    const actor = { role: 'registrar' };
    const elsewhere = (size?: string) =>
      execution.execute(addCoin, issue(commandOf(AddCoin, { student: 'S2', size }), { commandId: 'd', actor }));
    expect(await elsewhere()).toMatchObject({ outcome: 'accepted', repeated: false });
    expect(await elsewhere()).toMatchObject({ outcome: 'accepted', repeated: true });
    expect(await elsewhere('pair')).toMatchObject({ code: 'command-id-reused' });
    expect(await ask('d')).toMatchObject({ code: 'full', repeated: true });
  });

  it('leaves no trace when it does not fit the facts', async () => {
    expect(await ask('c1', { size: 'none' })).toMatchObject({ outcome: 'refused', code: 'no-coin' });
    expect(await events('requests-S1')).toEqual([]);
  });

  it('is judged anew when it is sent again and no rule refused it', async () => {
    expect(await ask('c1', { expectedRevision: 0n })).toMatchObject({ code: 'precondition-failed', repeated: false });
    expect(await ask('c1', { size: 'none' })).toMatchObject({ code: 'no-coin', repeated: false });
    expect(await ask('c1')).toMatchObject({ outcome: 'accepted', repeated: false });
  });

  it('sets a rule aside only on an authority that may, and says so', async () => {
    await fill();
    const override = { authority: 'migration', reason: 'As it stands in the old system.' };
    expect(await ask('d', { override })).toMatchObject({ code: 'override-not-authorised' });
    const actor = { role: 'migration' };
    expect(await ask('e', { override: { ...override, authority: 'dean' }, actor })).toMatchObject({
      code: 'override-not-authorised',
    });
    expect(await ask('f', { override, actor })).toMatchObject({ outcome: 'accepted' });
    const [, , , kept] = await events('purse-S1');
    expect(kept?.metadata.override).toEqual({ ...override, clauses: ['x/1'] });
    expect(kept?.metadata.ruling?.outcome).toBe('refused');
  });

  it('is refused to a role that may not ask, and to one student for another', async () => {
    expect(await ask('c1', { actor: { role: 'tutor' } })).toMatchObject({ code: 'not-authorised' });
    expect(await ask('c1', { actor: { role: 'student', id: 'S2' } })).toMatchObject({ code: 'not-authorised' });
    expect(await events('purse-S1')).toEqual([]);
  });

  it('takes an approval only from who may say that it was given', async () => {
    const by = (authority: string): ApprovalPart => ({ authority, reason: 'good reasons' });
    expect(await ask('c1', { approvals: [by('tutor')] })).toMatchObject({ code: 'approval-not-authorised' });
    expect(await ask('c2', { approval: by('registrar') })).toMatchObject({ code: 'approval-not-authorised' });
    expect(await events('purse-S1')).toEqual([]);
    const actor = { role: 'registrar' };
    expect(await ask('c3', { approvals: [by('dean'), by('tutor')], actor })).toMatchObject({ outcome: 'accepted' });
  });

  it('is refused when the record is not the one that was read', async () => {
    await ask('c1');
    expect(await ask('c2', { expectedRevision: -1n })).toMatchObject({ code: 'precondition-failed' });
    expect(await ask('c3', { expectedRevision: 0n })).toMatchObject({ outcome: 'accepted' });
  });

  it('is decided again when somebody else was first: six at once, room for three', async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, (_, n) => ask(`r${n}`)));
    expect(outcomes.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(3);
    expect(outcomes.filter((said) => said.outcome === 'refused' && said.code === 'full')).toHaveLength(3);
    expect(await events('purse-S1')).toHaveLength(3);
  });

  it('is carried out once when it is sent twice at the same moment', async () => {
    const [one, other] = await Promise.all([ask('c1'), ask('c1')]);
    expect(await events('purse-S1')).toHaveLength(1);
    expect([one, other].map((said) => said?.outcome)).toEqual(['accepted', 'accepted']);
    expect([one, other].filter((said) => said?.repeated)).toHaveLength(1);
  });

  it('is carried out for one of two who send the same id at the same moment', async () => {
    const answers = await Promise.all([ask('c1'), ask('c1', { actor: { role: 'registrar' } })]);
    expect(await events('purse-S1')).toHaveLength(1);
    expect(answers.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
    expect(answers).toContainEqual(expect.objectContaining({ outcome: 'refused', code: 'command-id-reused' }));
  });

  it.each([true, false])(
    'is granted or refused, not both, when two requests bear its id at the same moment (granted first: %s)',
    async (grantedFirst) => {
      await fill();
      for (let n = 0; n < 20; n++) {
        // The one is granted, and the other is refused by the rule.
        const sizes = grantedFirst ? ['pair', undefined] : [undefined, 'pair'];
        const both = () => Promise.all(sizes.map((size) => ask(`k${n}`, { size })));
        const [first, second] = await both();
        expect(first).toMatchObject(grantedFirst ? { outcome: 'accepted' } : { code: 'full' });
        expect(second).toMatchObject({ outcome: 'refused', code: 'command-id-reused' });
        expect(await both()).toEqual([{ ...first, repeated: true }, second]);
      }
      expect(await events('purse-S1')).toHaveLength(grantedFirst ? 43 : 3);
      expect(await events('requests-S1')).toHaveLength(grantedFirst ? 0 : 20);
    },
  );

  it('goes by what another process granted under its id while its refusal was being kept', async () => {
    await fill();
    const actor = { role: 'registrar' };
    const elsewhere = execution;
    const here: EventStore = Object.create(store, {
      readStream: { value: store.readStream.bind(store) },
      append: {
        value: async (...append: Parameters<EventStore['append']>) => {
          const granted = issue(commandOf(AddCoin, { student: 'S1', size: 'pair' }), { commandId: 'd', actor });
          expect(await elsewhere.execute(addCoin, granted)).toMatchObject({ outcome: 'accepted' });
          return store.append(...append);
        },
      },
    });
    execution = new CommandExecution(here, clock);
    expect(await ask('d')).toMatchObject({ outcome: 'refused', code: 'command-id-reused' });
    execution = elsewhere;
    expect(await ask('d')).toMatchObject({ outcome: 'refused', code: 'command-id-reused' });
    expect(await ask('d', { size: 'pair', actor })).toMatchObject({ outcome: 'accepted', repeated: true });
  });

  it('is refused once when a rule refuses it twice at the same moment', async () => {
    await fill();
    const answers = await Promise.all([ask('d'), ask('d'), ask('d', { actor: { role: 'registrar' } })]);
    expect(await events('requests-S1')).toHaveLength(1);
    expect(answers.map((said) => said.outcome === 'refused' && said.code).toSorted()).toEqual(
      expect.arrayContaining(['command-id-reused', 'full']),
    );
  });
});
