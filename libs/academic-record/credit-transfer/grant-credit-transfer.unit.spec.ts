import { describe, it } from '@jest/globals';
import { aCourse } from '../../regulations/testing/index.ts';
import { admitted, enrolledIn, given } from '../testing/story.ts';
import { grantCreditTransfer } from './grant-credit-transfer.ts';

const qualification = { institution: 'VTC', title: 'Higher Diploma', qfLevel: 4 };
const general = { student: 'S1', kind: 'general', credits: 6, qualification };
const specific = { student: 'S1', kind: 'specific', course: 'C1', qualification };
const { assignments, ...c1 } = { ...aCourse('C1'), assignments: [] };
const at = (course?: object) => ({ on: '2024-08-20', facts: { course } });

describe('granting a credit transfer', () => {
  const admission = given(admitted('3cu', 'distance-learning'));

  it('counts general credits at the lowest level of a degree', () =>
    admission.when(grantCreditTransfer, general, at()).thenEvent('CreditTransferGranted', {
      transfer: { kind: 'general', credits: 6, level: 1000, programme: 'BSC', grantedOn: '2024-08-20' },
    }));

  it('takes credits and level of a specific credit from its course', () =>
    admission
      .when(grantCreditTransfer, specific, at({ ...c1, assignments }))
      .thenEvent('CreditTransferGranted', { transfer: { credits: 3, level: 2000, course: { code: 'C1' } } }));

  it('counts at no other level than that of its course', () => {
    admission
      .when(grantCreditTransfer, { ...specific, level: 2000 }, at({ ...c1, assignments }))
      .thenEvent('CreditTransferGranted', { transfer: { level: 2000 } });
    admission
      .when(grantCreditTransfer, { ...specific, level: 3000 }, at({ ...c1, assignments }))
      .thenUnfit('level-of-another-course');
    admission
      .when(grantCreditTransfer, { ...general, level: 1000 }, at())
      .thenEvent('CreditTransferGranted', { transfer: { level: 1000 } });
  });

  it('is refused above the limit of general credits', () =>
    admission.when(grantCreditTransfer, { ...general, credits: 7 }, at()).thenRefusedBy('3cu/ct/7.3(b)'));

  it('is refused for a qualification below level 4', () =>
    admission
      .when(grantCreditTransfer, { ...general, qualification: { ...qualification, qfLevel: 3 } }, at())
      .thenRefusedBy('3cu/ct/4.3(a)(i)'));

  it('is refused for a course that is registered', () =>
    admission
      .and(enrolledIn('C1'))
      .when(grantCreditTransfer, specific, at({ ...c1, assignments }))
      .thenRefusedBy('3cu/ct/8.3'));

  it('is for a qualification that has been obtained, on the day itself at the latest', () => {
    const obtained = (obtainedOn: string) => ({ ...general, qualification: { ...qualification, obtainedOn } });
    admission
      .when(grantCreditTransfer, obtained('2024-08-20'), at())
      .thenEvent('CreditTransferGranted', { transfer: { qualification: { obtainedOn: '2024-08-20' } } });
    admission.when(grantCreditTransfer, obtained('2024-08-21'), at()).thenUnfit('qualification-to-come');
  });

  it('does not fit an unknown course, or credits that are not said', () => {
    admission.when(grantCreditTransfer, specific, at()).thenUnfit('unknown-course');
    admission.when(grantCreditTransfer, { ...general, credits: undefined }, at()).thenUnfit('credits-needed');
    given().when(grantCreditTransfer, general, at()).thenUnfit('unknown-student');
  });
});
