import { describe, expect, it } from '@jest/globals';
import { emptyRecord, type Particulars, recordAt } from '#student-record';
import { aProgramme, aStudy } from '../../../regulations/testing/index.ts';
import { awardCertificateOf } from './award-certificate.ts';

const certificate = (award: 'dual' | 'professional-diploma', conferred = true, particulars?: Particulars) => {
  const { registration } = aStudy(aProgramme('5cu', 'distance-learning', { award }));
  const { code } = registration.programme;
  const record = {
    ...emptyRecord,
    student: 'S1',
    registrations: [registration],
    conferments: conferred ? [{ programme: code, on: '2025-07-10', recordedOn: '2025-07-11', clause: 'x' }] : [],
  };
  return awardCertificateOf(recordAt({ student: 'S1', record, revision: 1n, position: '1' }), code, particulars);
};

describe('the certificate of an award', () => {
  it('bears the day of the award, and both parts of a dual one', () => {
    expect(certificate('dual')).toMatchObject({
      parts: ['honours', 'postgraduate-diploma'],
      conferredOn: '2025-07-10',
      clause: 'x',
    });
    expect(certificate('professional-diploma')).toMatchObject({ parts: ['professional-diploma'], class: null });
  });
  it('is none before the award is conferred', () => expect(certificate('dual', false)).toBeUndefined());
  it('bears the registered name as it is', () => {
    const name = { english: 'Chan Tai Man' };
    const particulars: Particulars = {
      student: 'S1',
      name,
      document: 'passport',
      nonLocal: true,
      contact: {},
      since: '2024-01-01',
    };
    expect(certificate('dual', true, particulars)?.name).toEqual(name);
    expect(certificate('dual')?.name).toBeNull();
  });
});
