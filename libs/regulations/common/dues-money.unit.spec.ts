import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { CHARGE_KINDS, type ChargeKind } from '../facts.ts';
import { packFor } from '../packs.ts';
import { aProgramme, aStudy, saysWhy } from '../testing/index.ts';

type Asked = Partial<Record<ChargeKind, string>>;

/** What is charged in each chapter, and the clause that asks for it; no other charge is. */
const asked: Record<string, Asked> = {
  '5cu/dl': {
    application: '5cu/dl/2.6',
    tuition: '5cu/dl/3.4',
    'late-registration': '5cu/dl/3.5',
    'course-change': '5cu/dl/7.3',
    resit: '5cu/dl/8.11.3',
    'examination-abroad': '5cu/dl/8.11.6(c)',
    appeal: '5cu/assess/20.2',
    'examination-arrangement': '5cu/assess/17.4',
    'result-disclosure': '5cu/assess/19.3',
    transcript: '5cu/dl/10.2',
    document: '5cu/dl/10.3',
    graduation: '5cu/dl/9.3',
  },
  '5cu/ug': {
    application: '5cu/ug/2.4',
    tuition: '5cu/ug/3.5',
    'late-registration': '5cu/ug/5.2',
    'caution-deposit': '5cu/ug/3.3',
    'payment-deferral-deposit': '5cu/ug/3.5',
    resit: '5cu/ug/9.7.3',
    appeal: '5cu/assess/20.2',
    'examination-arrangement': '5cu/assess/17.4',
    'result-disclosure': '5cu/assess/19.3',
    transcript: '5cu/ug/13.2',
    document: '5cu/ug/13.3',
    graduation: '5cu/ug/12.4',
  },
  '5cu/tpg': {
    application: '5cu/tpg/2.4',
    tuition: '5cu/tpg/3.5',
    'late-registration': '5cu/tpg/6.1',
    'course-change': '5cu/tpg/8.2',
    'caution-deposit': '5cu/tpg/3.3',
    resit: '5cu/tpg/9.5.3',
    appeal: '5cu/assess/20.2',
    'examination-arrangement': '5cu/assess/17.4',
    'result-disclosure': '5cu/assess/19.3',
    transcript: '5cu/tpg/11.2',
    document: '5cu/tpg/11.3',
    graduation: '5cu/tpg/10.2',
  },
  '3cu/dl': {
    application: '3cu/dl/2.6',
    tuition: '3cu/dl/3.4',
    'late-registration': '3cu/dl/3.5',
    'course-change': '3cu/dl/8.3',
    'examination-abroad': '3cu/dl/9.12.3(c)',
    appeal: '3cu/assess/19.2',
    'examination-arrangement': '3cu/assess/16.4',
    'result-disclosure': '3cu/assess/18.3',
    transcript: '3cu/dl/11.2',
    document: '3cu/dl/11.3',
    graduation: '3cu/dl/10.3',
  },
  '3cu/ug': {
    application: '3cu/ug/2.4',
    tuition: '3cu/ug/3.5',
    'late-registration': '3cu/ug/5.2',
    'caution-deposit': '3cu/ug/3.3',
    'payment-deferral-deposit': '3cu/ug/3.5',
    appeal: '3cu/assess/19.2',
    'examination-arrangement': '3cu/assess/16.4',
    'result-disclosure': '3cu/assess/18.3',
    transcript: '3cu/ug/13.2',
    document: '3cu/ug/13.3',
    graduation: '3cu/ug/12.4',
  },
  '3cu/tpg': {
    application: '3cu/tpg/2.4',
    tuition: '3cu/tpg/3.5',
    'late-registration': '3cu/tpg/6.1',
    'course-change': '3cu/tpg/8.2',
    'caution-deposit': '3cu/tpg/3.3',
    appeal: '3cu/assess/19.2',
    'examination-arrangement': '3cu/assess/16.4',
    'result-disclosure': '3cu/assess/18.3',
    transcript: '3cu/tpg/12.2',
    document: '3cu/tpg/12.3',
    graduation: '3cu/tpg/11.2',
  },
};

describe.each([
  ['5cu', 'distance-learning', 'honours', '5cu/dl'],
  ['5cu', 'full-time', 'honours', '5cu/ug'],
  ['5cu', 'full-time', 'masters', '5cu/tpg'],
  ['3cu', 'distance-learning', 'honours', '3cu/dl'],
  ['3cu', 'full-time', 'honours', '3cu/ug'],
  ['3cu', 'full-time', 'masters', '3cu/tpg'],
] as const)('what is charged, %s %s %s', (regime, mode, award, chapter) => {
  const study = aStudy(aProgramme(regime, mode, { award, requirements: { entryRequirements: true } }));

  it.each(CHARGE_KINDS)('%s', (kind) => {
    const clause = asked[chapter]?.[kind];
    const ruling = packFor(regime).charge(study, { kind, cents: 10_000, due: '2024-09-01' });
    if (clause) {
      expect(ruling.outcome).toBe('allowed');
      expect([...new Set(ruling.findings.map((finding) => finding.clause))]).toEqual([clause]);
    } else expect(refusingClauses(ruling)).toEqual([asked[chapter]?.tuition]);
    expect(saysWhy(ruling)).toBe(true);
  });

  it.each(['university', 'lipace-higher-diploma'] as const)('no application fee of a graduate of %s', (of) => {
    const request = { kind: 'application', cents: 10_000, due: '2024-09-01' } as const;
    const ruling = packFor(regime).charge({ ...study, graduateOf: [of] }, request);
    expect(refusingClauses(ruling)).toEqual([asked[chapter]?.application]);
  });
});
