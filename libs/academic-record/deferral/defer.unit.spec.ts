import { describe, it } from '@jest/globals';
import { admitted, enrolledIn, given } from '../testing/story.ts';
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
