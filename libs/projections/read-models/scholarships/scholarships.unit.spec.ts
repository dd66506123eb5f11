import { describe, expect, it } from '@jest/globals';
import { text } from '#kernel';
import type { DonorCondition, Regime, ScholarshipFacts } from '#regulations';
import type { RecordEvent } from '#student-record';
import { recordOf } from '../../testing/record-of.ts';
import { admitted, programme } from '../../testing/records.ts';
import { scholarshipsOf, scholarshipsView } from './scholarships.ts';

const offered = (regime: Regime, conditions: readonly DonorCondition[] = []): ScholarshipFacts => ({
  code: 'CHOIR',
  title: text('Choir Prize', '合唱團獎學金'),
  kind: 'community-service',
  regime,
  cents: 1_000_050,
  form: 'tuition-fee',
  conditions,
  criteria: [
    { id: 'SINGS', requirement: 'sings in the choir' },
    { id: 'ALTO', requirement: 'sings alto' },
  ],
  from: '2024-09-01',
});
const nominated = (scholarship: ScholarshipFacts, academicYear = '2024/25'): RecordEvent => ({
  type: 'ScholarshipNominated',
  data: {
    nomination: {
      scholarship,
      programme: 'P',
      academicYear,
      recommendedBy: 'school',
      grounds: [{ ground: 'service', words: 'led the choir' }],
      criteriaMet: ['SINGS'],
      on: '2025-02-01',
    },
  },
});
const awarded: RecordEvent = {
  type: 'ScholarshipAwarded',
  data: {
    award: {
      scholarship: 'CHOIR',
      title: text('Choir Prize', '合唱團獎學金'),
      programme: 'P',
      academicYear: '2024/25',
      form: 'tuition-fee',
      cents: 1_000_050,
      representative: 'Ms Chan',
      on: '2025-03-01',
    },
  },
};

describe.each(['5cu', '3cu'] as const)('scholarships of a student, %s', (regime) => {
  const shown = (...events: readonly RecordEvent[]) =>
    scholarshipsOf(recordOf([admitted('S1', programme('P', regime)), ...events]));

  it('are none before a nomination', () =>
    expect(shown()).toEqual({ student: 'S1', nominations: [], awarded: { cents: 0, display: 'HK$0.00' } }));

  it('tell of a nomination: who recommends, on what, and the clause', () => {
    const { nominations, awarded: worth } = shown(nominated(offered(regime)));
    expect(nominations).toMatchObject([
      {
        scholarship: 'CHOIR',
        programme: 'P',
        academicYear: '2024/25',
        nominatedOn: '2025-02-01',
        recommendedBy: 'school',
        grounds: [{ ground: 'service', words: 'led the choir' }],
        criteria: [
          { id: 'SINGS', met: true },
          { id: 'ALTO', met: false },
        ],
        form: 'tuition-fee',
        amount: { cents: 1_000_050, display: 'HK$10,000.50' },
        outcome: 'nominated',
        clause: `${regime}/schol/4.1`,
      },
    ]);
    expect(nominations[0]?.award).toBeUndefined();
    expect(worth.cents).toBe(0);
  });

  it('tell what the donor asks, each with the clause that lets him', () => {
    const conditions: DonorCondition[] = [
      { kind: 'programmes', programmes: ['P'] },
      { kind: 'representative', mode: 'full-time' },
      { kind: 'financial-need', considered: true },
      { kind: 'other', words: 'a letter of thanks' },
    ];
    expect(shown(nominated(offered(regime, conditions))).nominations[0]?.conditions).toEqual([
      { kind: 'programmes', programmes: ['P'], clause: `${regime}/schol/5.1(a)` },
      { kind: 'representative', mode: 'full-time', clause: `${regime}/schol/5.1(b)` },
      { kind: 'financial-need', considered: true, clause: `${regime}/schol/2.2` },
      { kind: 'other', words: 'a letter of thanks', clause: `${regime}/schol/5.1` },
    ]);
  });

  it('tell to which year an award belongs, and what all are worth', () => {
    const { nominations, awarded: worth } = shown(
      nominated(offered(regime), '2023/24'),
      nominated(offered(regime)),
      awarded,
    );
    expect(nominations.map(({ academicYear, outcome }) => [academicYear, outcome])).toEqual([
      ['2023/24', 'nominated'],
      ['2024/25', 'awarded'],
    ]);
    expect(nominations[1]?.award).toEqual({ on: '2025-03-01', representative: 'Ms Chan' });
    expect(worth).toEqual({ cents: 1_000_050, display: 'HK$10,000.50' });
  });
});

it('one document tells of all scholarships of a student', () => {
  const record = recordOf([admitted('S1', programme('P', '3cu')), nominated(offered('3cu'))]);
  expect(scholarshipsView.rowsOf(record)).toHaveLength(1);
});
