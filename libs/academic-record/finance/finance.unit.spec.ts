import { describe, it } from '@jest/globals';
import type { Fee } from '#catalogue';
import type { Regime, StudyMode } from '#regulations';
import { aCourse } from '../../regulations/testing/index.ts';
import { admit } from '../admission/admit.ts';
import { enrol } from '../enrolment/enrol.ts';
import { withdraw } from '../enrolment/withdraw.ts';
import { admitted, chargedWith, deferred, enrolledIn, given, items, paid, programme, term } from '../testing/story.ts';
import { deferPayment } from './defer-payment.ts';
import { recordCharge } from './record-charge.ts';
import { recordGraduation } from './record-graduation.ts';
import { recordPayment } from './record-payment.ts';
import { waiveCharge } from './waive-charge.ts';

const fee = (kind: Fee['kind'], cents: number, of: Partial<Fee> = {}): Fee => ({
  kind,
  regime: '3cu',
  mode: 'distance-learning',
  cents,
  per: 'once',
  from: '2022-09-01',
  clause: '3cu/dl/3.4',
  ...of,
});
const course = aCourse('COMP2010', { credits: 3 });
const asked = { student: 'S1', course: 'COMP2010', term: term.code };
const facts = { course, term, items };
const student = given(admitted('3cu', 'distance-learning'));

describe('tuition', () => {
  const schedule = [
    fee('tuition', 70_050, { per: 'credit' }),
    fee('tuition', 80_000, { per: 'credit', from: '2024-09-01' }),
    fee('late-registration', 30_000),
  ];

  it('is charged on enrolment as it stands that day, due by the end of registration', () =>
    student
      .when(enrol, asked, { facts: { ...facts, schedule }, on: '2024-08-31' })
      .thenEvents(
        { type: 'CourseEnrolled', data: { course } },
        { type: 'ChargeRecorded', data: { charge: { cents: 210_150, due: '2024-09-01', clause: '3cu/dl/3.4' } } },
      ));

  it('stands at the new amount from its day on', () =>
    student
      .when(enrol, asked, { facts: { ...facts, schedule }, on: '2024-09-01' })
      .thenEvents(
        { type: 'CourseEnrolled', data: {} },
        { type: 'ChargeRecorded', data: { charge: { cents: 240_000, id: 'tuition.COMP2010.2024-AUT' } } },
      ));

  it('comes with the fee of a late registration after the last day, once a term', () => {
    const approvals = [{ authority: 'registrar', reason: 'late registration form' }];
    const late = { facts: { ...facts, schedule }, on: '2024-09-02' };
    student
      .when(enrol, { ...asked, approvals }, late)
      .thenEvents(
        { type: 'CourseEnrolled', data: {} },
        { type: 'ChargeRecorded', data: { charge: { kind: 'tuition', due: '2024-09-02' } } },
        { type: 'ChargeRecorded', data: { charge: { kind: 'late-registration', cents: 30_000 } } },
      );
    student
      .and(chargedWith('L', 30_000, '2024-09-30', { kind: 'late-registration', term: term.code }))
      .when(enrol, { ...asked, approvals }, late)
      .thenEvents({ type: 'CourseEnrolled', data: {} }, { type: 'ChargeRecorded', data: {} });
  });

  it('is not asked again of who resumes a deferred course in time', () => {
    const off = given(
      admitted('3cu', 'distance-learning'),
      enrolledIn(course),
      deferred('COMP2010', '2024-10-01', '2025-01-13'),
    );
    const spring = {
      ...term,
      code: '2025-SPR',
      teaching: ['2025-01-20', '2025-04-19'] as const,
      examinations: ['2025-04-28', '2025-05-10'] as const,
      addDropEnds: '2025-02-03',
      registration: ['2024-09-10', '2025-01-19'] as const,
    };
    const again = (on: string) =>
      off.when(enrol, { ...asked, term: '2025-SPR' }, { facts: { course, term: spring, items, schedule }, on });
    again('2025-01-13').thenEvents({ type: 'CourseEnrolled', data: {} });
    again('2025-01-14').thenEvents({ type: 'CourseEnrolled', data: {} }, { type: 'ChargeRecorded', data: {} });
  });
});

describe.each([
  ['5cu', 'distance-learning', '5cu/dl/3.4'],
  ['5cu', 'full-time', '5cu/ug/3.5'],
  ['3cu', 'distance-learning', '3cu/dl/3.4'],
  ['3cu', 'full-time', '3cu/ug/3.5'],
] as const)('a debt, %s %s', (regime: Regime, mode: StudyMode, clause) => {
  const owing = given(admitted(regime, mode), chargedWith('T', 10_000, '2024-08-25'));

  it('keeps from enrolment the day after it was due, until it is paid, waived or let pass', () => {
    owing.when(enrol, asked, { facts, on: '2024-08-25' }).thenEvent('CourseEnrolled', {});
    owing.when(enrol, asked, { facts, on: '2024-08-26' }).thenRefusedBy(clause);
    owing
      .and(paid('P', 9_999, '2024-08-26'))
      .when(enrol, asked, { facts, on: '2024-08-26' })
      .thenRefusedBy(clause);
    owing
      .and(paid('P', 10_000, '2024-08-26'))
      .when(enrol, asked, { facts, on: '2024-08-26' })
      .thenEvent('CourseEnrolled', {});
    owing
      .when(
        enrol,
        { ...asked, approvals: [{ authority: 'university', reason: 'a grant is coming' }] },
        { facts, on: '2024-08-26' },
      )
      .thenEvent('CourseEnrolled', {});
  });
});

describe('in full-time study', () => {
  const schedule = [
    fee('tuition', 50_000, { mode: 'full-time', per: 'course', clause: '3cu/ug/3.5' }),
    fee('caution-deposit', 40_000, { mode: 'full-time', clause: '3cu/ug/3.3' }),
    fee('payment-deferral-deposit', 10_000, { mode: 'full-time', clause: '3cu/ug/3.5' }),
  ];
  const tuition = chargedWith('T', 50_000, '2024-09-01', { course: 'COMP2010', term: term.code });
  const fullTime = given(admitted('3cu', 'full-time'), enrolledIn(course), tuition);

  it('a caution deposit is charged on admission', () =>
    given()
      .when(
        admit,
        { student: 'S1', programme: 'BSC', term: term.code },
        { facts: { programme: programme('3cu', 'full-time'), term, lacking: [], schedule }, on: '2024-08-01' },
      )
      .thenEvents(
        { type: 'StudentAdmitted', data: {} },
        { type: 'ChargeRecorded', data: { charge: { kind: 'caution-deposit', cents: 40_000, clause: '3cu/ug/3.3' } } },
      ));

  it('the fee of the application goes with the admission, once, and not of a graduate', () => {
    const application = [fee('application', 30_000, { mode: 'full-time', clause: '3cu/ug/2.4' })];
    const facts = { programme: programme('3cu', 'full-time'), term, lacking: [], schedule: application };
    const admission = [
      admit,
      { student: 'S1', programme: 'BSC', term: term.code },
      { facts, on: '2024-08-01' },
    ] as const;
    const due = { kind: 'application', cents: 30_000, due: '2024-08-01', clause: '3cu/ug/2.4' };
    given()
      .when(...admission)
      .thenEvents({ type: 'StudentAdmitted', data: {} }, { type: 'ChargeRecorded', data: { charge: due } });
    given(chargedWith('A', 30_000, '2024-07-01', { kind: 'application', on: '2024-07-01' }))
      .when(...admission)
      .thenEvents({ type: 'StudentAdmitted', data: {} });
    given({
      type: 'GraduationRecorded',
      data: { graduation: { of: 'university', evidence: 'x', recordedOn: '2024-07-01' } },
    })
      .when(...admission)
      .thenEvents({ type: 'StudentAdmitted', data: {} });
  });

  it('the fee of an application is waived for who turns out to have graduated by the day of it', () => {
    const applied = given(
      admitted('3cu', 'full-time'),
      chargedWith('A', 30_000, '2024-08-01', { kind: 'application', on: '2024-08-01' }),
    );
    const graduate = { student: 'S1', of: 'university', evidence: 'Certificate' } as const;
    applied
      .when(recordGraduation, { ...graduate, graduatedOn: '2024-08-01' }, { on: '2024-09-01' })
      .thenEvents(
        { type: 'GraduationRecorded', data: {} },
        { type: 'ChargeWaived', data: { waiver: { charge: 'A', cents: 30_000 } } },
      );
    applied
      .when(recordGraduation, { ...graduate, graduatedOn: '2024-08-02' }, { on: '2024-09-01' })
      .thenEvents({ type: 'GraduationRecorded', data: {} });
  });

  it('tuition of a course that is dropped need not be paid; of one that is withdrawn from it does', () => {
    fullTime
      .when(withdraw, asked, { on: '2024-09-16' })
      .thenEvents(
        { type: 'CourseDropped', data: {} },
        { type: 'ChargeWaived', data: { waiver: { charge: 'T', cents: 50_000 } } },
      );
    const approvals = [{ authority: 'school', reason: 'a lower load was agreed' }];
    fullTime
      .when(withdraw, { ...asked, approvals }, { on: '2024-09-17' })
      .thenEvents({ type: 'CourseWithdrawn', data: {} });
  });

  it('tuition may be paid later with the approval of the Registrar, and a deposit', () => {
    const request = { student: 'S1', term: term.code, until: '2024-10-31', reason: 'a grant is coming' };
    const approval = { authority: 'registrar', reason: 'hardship' };
    fullTime
      .when(deferPayment, { ...request, approval }, { facts: schedule, on: '2024-09-01' })
      .thenEvents(
        { type: 'PaymentDeferred', data: { deferral: { programme: 'BSC', term: term.code, until: '2024-10-31' } } },
        { type: 'ChargeRecorded', data: { charge: { kind: 'payment-deferral-deposit', term: term.code } } },
      );
    fullTime.when(deferPayment, request, { facts: [], on: '2024-09-01' }).thenRefusedBy('3cu/ug/3.5');
  });

  it('tuition of deferred courses is used for those taken on return', () => {
    const back = { ...term, code: '2025-AUT', teaching: ['2025-09-01', '2025-11-30'] as const };
    const next = { ...back, addDropEnds: '2025-09-15', registration: ['2025-03-01', '2025-08-31'] as const };
    fullTime
      .and(paid('P', 50_000, '2024-08-30'), deferred('COMP2010', '2024-10-01', '2025-09-01'))
      .when(
        enrol,
        { ...asked, course: 'MATH1010', term: '2025-AUT' },
        {
          facts: { course: aCourse('MATH1010'), term: next, items, schedule },
          on: '2025-08-20',
        },
      )
      .thenEvents(
        { type: 'CourseEnrolled', data: {} },
        { type: 'ChargeWaived', data: { waiver: { charge: 'T', cents: 50_000 } } },
        { type: 'ChargeRecorded', data: { charge: { kind: 'tuition', course: 'MATH1010' } } },
      );
  });
});

describe('amounts', () => {
  const charge = { student: 'S1', charge: 'F1', kind: 'transcript' };

  it('are charged as told, or as the fee is set', () => {
    student
      .when(recordCharge, { ...charge, cents: 4_000 }, { on: '2024-09-01', facts: {} })
      .thenEvent('ChargeRecorded', { charge: { id: 'F1', cents: 4_000, due: '2024-09-01', clause: '3cu/dl/11.2' } });
    student
      .when(recordCharge, charge, { on: '2024-09-01', facts: { schedule: [fee('transcript', 5_500)] } })
      .thenEvent('ChargeRecorded', { charge: { cents: 5_500 } });
    student.when(recordCharge, charge, { on: '2024-09-01', facts: {} }).thenUnfit('fee-not-set');
  });

  it('are charged only where the regulations ask them', () =>
    student
      .when(recordCharge, { ...charge, kind: 'resit', cents: 100 }, { on: '2024-09-01', facts: {} })
      .thenRefused('charge-refused', '3cu/dl/3.4'));

  it('have names of their own', () => {
    const owing = student.and(chargedWith('F1', 100, '2024-09-01'), paid('P1', 50, '2024-09-01'));
    owing.when(recordCharge, { ...charge, cents: 1 }, { on: '2024-09-01', facts: {} }).thenUnfit('charge-known');
    owing
      .when(recordPayment, { student: 'S1', payment: 'P1', cents: 50 }, { on: '2024-09-02' })
      .thenUnfit('payment-known');
    owing
      .when(recordPayment, { student: 'S1', payment: 'P2', cents: 50, charge: 'F9' }, { on: '2024-09-02' })
      .thenUnfit('unknown-charge');
    owing
      .when(recordPayment, { student: 'S1', payment: 'P2', cents: 50, charge: 'F1' }, { on: '2024-09-02' })
      .thenEvents({
        type: 'PaymentRecorded',
        data: { payment: { id: 'P2', cents: 50, on: '2024-09-02', charge: 'F1' } },
      });
  });

  it('are waived up to what is left of them, by those who may', () => {
    const owing = student.and(chargedWith('F1', 100, '2024-09-01'));
    const waiver = { student: 'S1', charge: 'F1', authority: 'registrar', reason: 'hardship' };
    owing
      .when(waiveCharge, { ...waiver, cents: 100 }, { on: '2024-09-02' })
      .thenEvents({ type: 'ChargeWaived', data: { waiver: { charge: 'F1', cents: 100, authority: 'registrar' } } });
    owing.when(waiveCharge, { ...waiver, cents: 101 }, { on: '2024-09-02' }).thenUnfit('waived-too-much');
    owing.when(waiveCharge, { ...waiver, charge: 'F2' }, { on: '2024-09-02' }).thenUnfit('unknown-charge');
    owing.when(waiveCharge, waiver, { on: '2024-09-02', actor: { role: 'finance' } }).thenUnfit('not-its-power');
  });
});
