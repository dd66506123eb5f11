import { describe, expect, it } from '@jest/globals';
import type { Charge } from '../facts.ts';
import { aProgramme } from '../testing/index.ts';
import { tuitionOwed } from './tuition-owed.ts';

describe.each(['5cu', '3cu'] as const)('what is to be paid for a registration to be complete, %s', (regime) => {
  const charge: Charge = {
    id: 'T',
    kind: 'tuition',
    programme: 'BSC',
    cents: 300_150,
    due: '2024-09-01',
    on: '2024-08-20',
    clause: `${regime}/dl/3.4`,
  };

  it('is the tuition of the enrolment, in distance learning', () =>
    expect(
      tuitionOwed(aProgramme(regime, 'distance-learning'), [charge, { ...charge, kind: 'course-change' }]),
    ).toEqual([
      {
        clause: `${regime}/dl/3.4`,
        holds: true,
        figures: { owedCents: 300_150, due: '2024-09-01' },
        note: expect.objectContaining({ en: expect.stringContaining('2024-09-01') }),
      },
    ]));

  it('is nothing where nothing is charged, nor in full-time study, where payment is deferred by provisional registration', () => {
    expect(tuitionOwed(aProgramme(regime, 'distance-learning'), [])).toEqual([]);
    expect(tuitionOwed(aProgramme(regime, 'full-time'), [charge])).toEqual([]);
  });
});
