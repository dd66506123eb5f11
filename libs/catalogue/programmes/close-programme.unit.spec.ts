import { describe, expect, it } from '@jest/globals';
import { commandOf } from '#commands';
import type { DomainEvent, RecordedEvent } from '#kernel';
import { aProgramme } from '../../regulations/testing/index.ts';
import { CloseProgramme, closeProgramme } from './close-programme.ts';
import { programmes } from './programme.ts';

const programmeAfter = (...events: readonly DomainEvent[]) =>
  events.reduce((state, event) => programmes.evolve(state, event as RecordedEvent), programmes.initial);
const defined = { type: 'ProgrammeDefined', data: { programme: aProgramme('3cu', 'full-time') } };
const closed = { type: 'ProgrammeClosed', data: { closing: { endsOn: '2027-08-31', announcedOn: '2024-08-01' } } };
const closing = (state: ReturnType<typeof programmeAfter>, endsOn: string) =>
  closeProgramme.decide(state, commandOf(CloseProgramme, { code: 'BSC', endsOn }), {
    facts: undefined,
    today: '2024-08-01',
    actor: { role: 'registry' },
  });

describe('announcing the end of a programme', () => {
  it('stands with its day', () =>
    expect(closing(programmeAfter(defined), '2027-08-31')).toMatchObject({ outcome: 'accepted', events: [closed] }));

  it('may be put to another day, not to the same again', () => {
    expect(closing(programmeAfter(defined, closed), '2028-08-31').outcome).toBe('accepted');
    expect(closing(programmeAfter(defined, closed), '2027-08-31')).toMatchObject({ code: 'already-closed' });
  });

  it('does not fit a programme that is not there', () =>
    expect(closing(programmeAfter(), '2027-08-31')).toMatchObject({ code: 'unknown-programme' }));

  it('outlives another description of the programme', () =>
    expect(programmeAfter(defined, closed, defined)?.closing?.endsOn).toBe('2027-08-31'));
});
