import { describe, expect, it } from '@jest/globals';
import { holds, Rational, rule, text } from '#kernel';
import type { AwardAudit, RequirementCheck } from '#regulations';
import { recordOf } from '../../testing/record-of.ts';
import { admitted, programme } from '../../testing/records.ts';
import { awardDecision, awardDecisionOf } from './award-decision.ts';

const credits: RequirementCheck = {
  clause: '3cu/bach/6.1',
  requirement: text('120 credits', '120學分'),
  met: true,
  needed: '120',
  have: '120',
};
const average: RequirementCheck = {
  clause: '3cu/bach/6.2',
  requirement: text('CGPA of 1.70', '累積平均積點1.70'),
  met: false,
  needed: '1.70',
  have: '1.50',
  outstanding: text('raise the CGPA by 0.20', '累積平均積點尚欠0.20'),
};
const ruling = rule('three-credit@2022-09', [holds('3cu/bach/6.1')]);
const decisionBy = (audit: Partial<AwardAudit>) => {
  const record = recordOf([admitted('S1', programme('P3', '3cu'))], {
    audit: () => ({ award: 'honours', met: false, requirements: [], ruling, ...audit }),
  });
  const [of] = record.programmes;
  if (!of) throw new Error('no programme');
  return awardDecisionOf('S1', of);
};
const used = [{ course: 'X', term: '2023-AUT', credits: 10, group: 'A' as const }];
const classified = (average: string, rounded: string, cls: 'first' | null) =>
  decisionBy({
    met: true,
    classification: { average: Rational.parse(average), rounded, class: cls, clause: '3cu/bach/9.5', used },
  }).classification;

describe('an award decision', () => {
  it('parts what is met from what is outstanding', () =>
    expect(decisionBy({ requirements: [credits, average] })).toMatchObject({
      met: false,
      requirements: { met: [credits], outstanding: [average] },
      classification: null,
    }));

  it('names the class in both languages, with the average it was compared by [3cu/bach/9.5]', () =>
    expect(classified('699/200', '3.50', 'first')).toMatchObject({
      average: { exact: '699/200', display: '3.50' },
      class: { code: 'first', title: { en: 'First Class', 'zh-Hant': '甲等' } },
    }));

  it('lists the courses that were averaged, with the credits used of each', () =>
    expect(classified('699/200', '3.50', 'first')?.used).toEqual([
      { code: 'X', term: '2023-AUT', credits: 10, group: 'A' },
    ]));

  it('leaves the class to the Senate where none is defined', () =>
    expect(classified('3/2', '1.50', null)).toMatchObject({ class: null, clause: '3cu/bach/9.5' }));

  it('is made for each programme', () => {
    const record = recordOf([admitted('S1', programme('P3', '3cu')), admitted('S1', programme('P5', '5cu'))]);
    expect(awardDecision.rowsOf(record).map(([student, part, ordinal]) => [student, part, ordinal])).toEqual([
      ['S1', 'P3', 0],
      ['S1', 'P5', 1],
    ]);
  });
});
