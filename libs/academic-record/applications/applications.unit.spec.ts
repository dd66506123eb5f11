import { describe, expect, it } from '@jest/globals';
import type { RecordEvent } from '#student-record';
import { defer } from '../deferral/defer.ts';
import { reinstate } from '../registration/reinstate.ts';
import { withdrawFromProgramme } from '../registration/withdraw-from-programme.ts';
import { admitted, enrolledIn, given, term } from '../testing/story.ts';
import { applyForDeferral, applyForLeave, applyToLeaveProgramme, applyToReturn } from './apply.ts';
import { declineStudyApplication, withdrawStudyApplication } from './close.ts';
import { declineImpossibleApplication } from './decline-by-rule.ts';

const asked = { ground: 'compassionate', from: '2024-10-01', until: '2025-09-01' };
const application = { student: 'S1', application: 'A1', grounds: 'A parent is ill', ...asked };
const student = { role: 'student', id: 'S1' };
const on = { on: '2024-09-20', actor: student };

const eventsOf = (story: ReturnType<typeof given>, ...when: Parameters<ReturnType<typeof given>['when']>) => {
  const { decision } = story.when(...when);
  if (decision.outcome === 'refused') throw new Error(decision.code);
  return decision.events as readonly RecordEvent[];
};

describe.each([
  ['3cu', 'distance-learning', '3cu/dl/5.1', '3cu/dl/5.3', '3cu/dl/5.4'],
  ['3cu', 'full-time', '3cu/ug/4.1', '3cu/ug/4.3', '3cu/ug/4.4'],
  ['5cu', 'distance-learning', '5cu/dl/4.1', '5cu/dl/4.3', '5cu/dl/4.4'],
  ['5cu', 'full-time', '5cu/ug/4.1', '5cu/ug/4.3', '5cu/ug/4.4'],
] as const)('applying to defer, %s %s', (regime, mode, applied, until, length) => {
  const studying = given(admitted(regime, mode), enrolledIn('C1'));
  const waiting = studying.and(...eventsOf(studying, applyForDeferral, application, on));

  it('changes nothing but that it waits, with what the rules say if the University approves', () =>
    studying.when(applyForDeferral, application, on).thenEvents({
      type: 'StudyApplicationMade',
      data: {
        application: { id: 'A1', clause: applied, asked, authority: 'university', preview: { outcome: 'allowed' } },
      },
    }));

  it('tells what stands in the way, and waits all the same', () => {
    const longer = { ...application, until: '2025-10-02' };
    const { decision } = studying.when(applyForDeferral, longer, on);
    expect(decision).toMatchObject({ outcome: 'accepted', ruling: { outcome: 'refused' } });
    expect(decision.ruling?.findings.filter(({ holds }) => !holds)).toMatchObject([{ clause: length }]);
  });

  it('is refused while the same waits, under a name in use, and where nothing could be granted', () => {
    waiting.when(applyForDeferral, { ...application, application: 'A2' }, on).thenUnfit('already-applied');
    waiting.when(applyForDeferral, application, on).thenUnfit('application-known');
    given().when(applyForDeferral, application, on).thenUnfit('unknown-student');
    studying.when(applyForDeferral, { ...application, courses: ['C9'] }, on).thenUnfit('not-enrolled');
    studying.when(applyForLeave, application, on).thenUnfit('no-such-application');
  });

  it('is granted by the request that carries it out, in the same breath', () =>
    waiting
      .when(defer, { student: 'S1', ...asked, application: 'A1' }, { on: '2024-09-25' })
      .thenEvents(
        { type: 'StudiesDeferred', data: { deferral: { from: '2024-10-01' } } },
        { type: 'StudyApplicationGranted', data: { application: 'A1', clauses: [applied] } },
      ));

  it('granted late begins on the day of approval at the earliest, and waits on until it does', () => {
    const late = { on: '2024-10-02' };
    const grant = { student: 'S1', ...asked, application: 'A1' };
    waiting.when(defer, grant, { on: '2024-10-01' }).thenLastEvent('StudyApplicationGranted', {});
    waiting.when(defer, grant, late).thenRefusedBy(until);
    waiting.when(defer, { ...grant, from: '2024-10-02' }, late).thenLastEvent('StudyApplicationGranted', {});
    const approvals = [{ authority: 'university', reason: 'notice', on: '2024-10-01' }];
    waiting.when(defer, { ...grant, approvals }, late).thenLastEvent('StudyApplicationGranted', {});
  });

  it('is declined by rule where nobody could grant it any more', () => {
    const left: RecordEvent = {
      type: 'ProgrammeWithdrawn',
      data: { programme: 'BSC', on: '2024-09-22', recordedOn: '2024-09-22', clause: '3cu/dl/6.1', reason: '' },
    };
    const gone = waiting.and(left);
    const ask = { student: 'S1', application: 'A1' };
    const day = { on: '2024-09-25' };
    gone.when(defer, { ...ask, ...asked }, day).thenRefused('registration-ended', expect.any(String) as never);
    expect(gone.when(declineImpossibleApplication, ask, day).decision).toMatchObject({
      outcome: 'accepted',
      ruling: { outcome: 'refused' },
      events: [
        { type: 'StudyApplicationDeclined', data: { application: 'A1', declinedByRule: { en: expect.any(String) } } },
      ],
    });
    waiting.when(declineImpossibleApplication, ask, day).thenUnfit('still-possible');
    // On another day, or with another approval, it may still be granted.
    waiting.when(declineImpossibleApplication, ask, { on: '2024-10-20' }).thenUnfit('still-possible');
  });

  it('is declined by the authority alone, with a reason and the clause', () => {
    const no = { student: 'S1', application: 'A1', reason: 'No document came' };
    waiting.when(declineStudyApplication, no, on).thenUnfit('own-application');
    waiting
      .when(declineStudyApplication, no, { ...on, actor: { role: 'school' } })
      .thenRefused('other-authority', applied);
    waiting
      .when(declineStudyApplication, no, { on: '2024-09-25' })
      .thenEvent('StudyApplicationDeclined', { reason: no.reason, clauses: [applied] });
    waiting
      .when(declineStudyApplication, { ...no, clause: length }, { on: '2024-09-25' })
      .thenEvent('StudyApplicationDeclined', { clauses: [length] });
    waiting.when(declineStudyApplication, { ...no, clause: 'x/1' }, on).thenUnfit('unknown-clause');
  });

  it('is taken back while it waits, and waits no more then', () => {
    const back = { student: 'S1', application: 'A1' };
    const taken = waiting.and(...eventsOf(waiting, withdrawStudyApplication, back, on));
    taken.when(withdrawStudyApplication, back, on).thenUnfit('application-closed');
    taken
      .when(defer, { student: 'S1', ...asked, application: 'A1' }, { on: '2024-09-25' })
      .thenUnfit('application-closed');
    taken
      .when(applyForDeferral, { ...application, application: 'A2' }, on)
      .thenEvent('StudyApplicationMade', { application: { id: 'A2' } });
    waiting.when(withdrawStudyApplication, { ...back, application: 'A9' }, on).thenUnfit('unknown-application');
  });
});

describe('single courses', () => {
  it('may be applied for one by one', () => {
    const studying = given(admitted('3cu', 'distance-learning'), enrolledIn('C1'), enrolledIn('C2'));
    const first = { ...application, courses: ['C1'] };
    const waiting = studying.and(...eventsOf(studying, applyForDeferral, first, on));
    const second = { ...application, application: 'A2', courses: ['C2'] };
    waiting.when(applyForDeferral, second, on).thenEvent('StudyApplicationMade', { application: { id: 'A2' } });
    waiting.when(applyForDeferral, { ...second, courses: ['C1', 'C2'] }, on).thenUnfit('already-applied');
  });
});

describe('the day of the application', () => {
  const studying = given(admitted('3cu', 'full-time'), enrolledIn('C1'));
  const leaving = { student: 'S1', application: 'A1', grounds: 'Work abroad' };

  it('is the one that has to be in time for a withdrawal', () => {
    const facts = new Map();
    const lastDay = { on: '2024-11-25', facts, actor: student };
    const waiting = studying.and(...eventsOf(studying, applyToLeaveProgramme, leaving, lastDay));
    const late = { on: '2024-11-28', facts };
    const grant = { student: 'S1', application: 'A1' };
    waiting.when(withdrawFromProgramme, grant, late).thenLastEvent('StudyApplicationGranted', { application: 'A1' });
    studying.when(withdrawFromProgramme, { student: 'S1' }, late).thenRefusedBy('3cu/ug/5.1');
    waiting.when(withdrawFromProgramme, grant, { ...late, actor: student }).thenUnfit('own-application');
  });

  it('is the one that has to be in time for a return', () => {
    const left: RecordEvent = {
      type: 'ProgrammeWithdrawn',
      data: { programme: 'BSC', on: '2024-08-25', recordedOn: '2024-08-25', clause: '3cu/ug/5.1', reason: '' },
    };
    const gone = given(admitted('3cu', 'full-time'), left);
    const facts = { term, schedule: [] };
    const back = { ...leaving, term: term.code };
    const waiting = gone.and(...eventsOf(gone, applyToReturn, back, { on: '2024-09-16', facts, actor: student }));
    const approvals = [{ authority: 'registrar', reason: 'accepted' }];
    const grant = { student: 'S1', term: term.code, approvals };
    const late = { on: '2024-09-20', facts };
    waiting.when(reinstate, { ...grant, application: 'A1' }, late).thenLastEvent('StudyApplicationGranted', {});
    gone.when(reinstate, grant, late).thenRefusedBy('3cu/ug/5.2');
    const { decision } = gone.when(applyToReturn, back, { on: '2024-09-17', facts, actor: student });
    expect(decision.ruling?.outcome).toBe('refused');
  });
});
