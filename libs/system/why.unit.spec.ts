import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { type EventMetadata, fails, holds, type RecordedEvent, rule, text } from '#kernel';
import { clause } from '#regulations';
import { whyOf } from './why.ts';

const late = fails('3cu/dl/6.1', text('Too late.', '已逾期。'), { lastDay: '2024-11-25' });
const remedy = text('The last day was 2024-11-25.', '最後日期為 2024-11-25。');
const refusing = rule('spec', [late, holds('3cu/dl/6.3')], [remedy]);

/** The n-th event of a stream, of a command. */
function event(stream: string, revision: number, commandId: string, of: Partial<EventMetadata> = {}): RecordedEvent {
  return {
    id: `${commandId}-${revision}`,
    type: stream.startsWith('record-') ? 'CourseWithdrawn' : 'RequestRefused',
    version: 1,
    stream,
    revision: BigInt(revision),
    position: `000000000000000${revision}`,
    data: { code: 'withdrawal-refused', message: text('No.', '不可。') },
    metadata: {
      commandId,
      command: { type: 'Withdraw', data: { student: 'S1', course: 'COMP2010' } },
      correlationId: commandId,
      causationId: commandId,
      actor: { role: 'student', id: 'S1' },
      recordedAt: '2024-11-20T04:00:00.000Z',
      effectiveOn: '2024-11-20',
      ...of,
    },
  };
}

const override = { authority: 'migration', clauses: ['3cu/dl/6.1'], reason: 'so it stands' };
const approval = { authority: 'school', reason: 'hardship', on: '2024-11-19' };
const log = [
  event('record-S1', 0, 'admission'),
  event('record-S1', 1, 'twofold', { basis: { revision: '0', read: { 'term-T': '3' } } }),
  event('record-S1', 2, 'twofold'),
  event('record-S1', 3, 'approved', {
    command: { type: 'Withdraw', data: { approvals: [approval] } },
    ruling: rule('spec', [holds('3cu/dl/6.3')]),
  }),
  event('record-S1', 4, 'overridden', { ruling: refusing, override }),
  event('requests-S1', 0, 'refused', { ruling: refusing, basis: { revision: '2' } }),
  event('record-S2', 0, 'of-another'),
];
const store = {
  async *readStream(stream: string) {
    yield* log.filter((each) => each.stream === stream);
  },
};
const why = (id: string) => whyOf(store, 'S1', id);

describe('why a request was decided as it was', () => {
  it('tells who asked what when, and what was recorded', async () =>
    expect(await why('admission')).toMatchObject({
      student: 'S1',
      commandId: 'admission',
      request: { type: 'Withdraw', summary: { en: 'Withdraw from a course' }, fields: { course: 'COMP2010' } },
      askedBy: { role: 'student', id: 'S1' },
      recordedAt: '2024-11-20T04:00:00.000Z',
      effectiveOn: '2024-11-20',
      outcome: 'accepted',
      findings: [],
      basis: {},
      events: [{ stream: 'record-S1', revision: '0', type: 'CourseWithdrawn' }],
    }));

  it.each(['twofold', 'twofold-1', 'twofold-2'])('finds it by its command or by any of its events: %s', async (id) => {
    const found = await why(id);
    expect(found?.commandId).toBe('twofold');
    expect(found?.events.map(({ revision }) => revision)).toEqual(['1', '2']);
  });

  it('tells which streams were read, each at which revision', async () =>
    expect((await why('twofold'))?.basis).toEqual({ 'record-S1': '0', 'term-T': '3' }));

  it('tells the approvals', async () => expect((await why('approved'))?.approvals).toEqual([approval]));

  it('tells of a refusal the code, the clauses with their titles, and what would change it', async () =>
    expect(await why('refused')).toMatchObject({
      outcome: 'refused',
      code: 'withdrawal-refused',
      message: { en: 'No.' },
      pack: 'spec',
      findings: [
        { ...late, title: clause('3cu/dl/6.1')?.title },
        { clause: '3cu/dl/6.3', holds: true, title: clause('3cu/dl/6.3')?.title },
      ],
      remedies: [remedy],
      basis: { 'record-S1': '2' },
    }));

  it('tells of what was recorded against a rule on whose authority', async () => {
    const found = await why('overridden');
    expect(found).toMatchObject({ outcome: 'overridden', override, findings: [late, {}] });
    expect(found?.code).toBeUndefined();
  });

  it.each(['nothing', 'of-another', 'record-S1', ''])('has nothing to tell of %j', async (id) =>
    expect(await why(id)).toBeUndefined(),
  );
});
