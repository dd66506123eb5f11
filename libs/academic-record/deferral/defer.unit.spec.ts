import { describe, it } from '@jest/globals';
import { admitted, deferred, enrolledIn, given } from '../testing/story.ts';
import { defer } from './defer.ts';

const asked = { student: 'S1', ground: 'compassionate', from: '2024-10-01', until: '2025-09-01' };
const on = { on: '2024-09-25' };

describe.each([
  ['3cu', '3cu/dl/5.2(a)', '3cu/dl/5.4'],
  ['5cu', '5cu/dl/4.2(unnumbered)', '5cu/dl/4.4'],
] as const)('deferring studies in distance learning, %s', (regime, certificate, length) => {
  const studying = given(admitted(regime, 'distance-learning'), enrolledIn('C1'), enrolledIn('C2'));

  it('covers what is being taken', () =>
    studying.when(defer, asked, on).thenEvent('StudiesDeferred', {
      deferral: { ground: 'compassionate', covers: ['C1@2024-AUT', 'C2@2024-AUT'], approvedOn: '2024-09-25' },
    }));

  it('may cover some courses only', () =>
    studying
      .when(defer, { ...asked, courses: ['C2'] }, on)
      .thenEvent('StudiesDeferred', { deferral: { covers: ['C2@2024-AUT'] } }));

  it('for illness needs a certificate', () => {
    studying.when(defer, { ...asked, ground: 'illness' }, on).thenRefusedBy(certificate);
    studying
      .when(defer, { ...asked, ground: 'illness', certificate: true }, on)
      .thenEvent('StudiesDeferred', { deferral: { ground: 'illness' } });
  });

  it('lasts a year at most, unless the registrar allows more', () => {
    studying.when(defer, { ...asked, until: '2025-10-01' }, on).thenEvent('StudiesDeferred', { deferral: {} });
    studying.when(defer, { ...asked, until: '2025-10-02' }, on).thenRefusedBy(length);
    studying
      .when(
        defer,
        { ...asked, until: '2025-10-02', approvals: [{ authority: 'registrar', reason: 'long illness' }] },
        on,
      )
      .thenEvent('StudiesDeferred', { deferral: { until: '2025-10-02' } });
  });
});

describe.each([
  ['3cu', 'distance-learning', '3cu/dl/5.3', '3cu/dl/5.4'],
  ['3cu', 'full-time', '3cu/ug/4.3', '3cu/ug/4.4'],
  ['5cu', 'distance-learning', '5cu/dl/4.3', '5cu/dl/4.4'],
  ['5cu', 'full-time', '5cu/ug/4.3', '5cu/ug/4.4'],
] as const)('the time of a deferral, %s %s', (regime, mode, untilApproved, length) => {
  const studying = given(admitted(regime, mode), enrolledIn('C1'));

  it('begins today at the earliest, or on the earlier day of the approval of the University', () => {
    studying.when(defer, { ...asked, from: '2024-09-25' }, on).thenEvent('StudiesDeferred', { deferral: {} });
    const past = { ...asked, from: '2024-09-24' };
    studying.when(defer, past, on).thenRefusedBy(untilApproved);
    const approved = (authority: string, day: string) => ({
      ...past,
      approvals: [{ authority, reason: 'notice of approval', on: day }],
    });
    studying
      .when(defer, approved('university', '2024-09-24'), on)
      .thenEvent('StudiesDeferred', { deferral: { from: '2024-09-24', approvedOn: '2024-09-24' } });
    studying.when(defer, approved('university', '2024-09-25'), on).thenRefusedBy(untilApproved);
    studying.when(defer, approved('registrar', '2024-09-24'), on).thenRefusedBy(untilApproved);
  });

  it('is added to the one that it adjoins', () => {
    const resumed = studying.and(deferred('C1', '2024-10-01', '2025-09-01'), enrolledIn('C1'));
    const again = { ...asked, from: '2025-09-01' };
    const today = { on: '2025-08-25' };
    resumed.when(defer, { ...again, until: '2025-10-01' }, today).thenEvent('StudiesDeferred', { deferral: {} });
    resumed.when(defer, { ...again, until: '2025-10-02' }, today).thenRefusedBy(length);
    resumed
      .when(defer, { ...again, from: '2025-09-02', until: '2026-09-02' }, today)
      .thenEvent('StudiesDeferred', { deferral: {} });
  });
});

describe('deferring studies', () => {
  it('full-time covers all courses of the term', () => {
    const studying = given(admitted('3cu', 'full-time'), enrolledIn('C1'), enrolledIn('C2'));
    studying.when(defer, { ...asked, courses: ['C1'] }, on).thenRefusedBy('3cu/ug/4.1');
    studying
      .when(defer, asked, on)
      .thenEvent('StudiesDeferred', { deferral: { covers: ['C1@2024-AUT', 'C2@2024-AUT'] } });
  });

  it('does not fit a course that is not being taken', () =>
    given(admitted('3cu', 'distance-learning'), enrolledIn('C1'))
      .when(defer, { ...asked, courses: ['C9'] }, on)
      .thenUnfit('not-enrolled'));
});
