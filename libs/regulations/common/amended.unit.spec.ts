import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { dated } from '../dated.ts';
import type { AssessmentAmendment } from '../facts.ts';
import { fiveCreditProgramme } from '../five-credit/programme.ts';
import { aProgramme } from '../testing/index.ts';
import { threeCreditProgramme } from '../three-credit/programme.ts';
import { inForce } from './amended.ts';

const two = dated({ from: '2022-09-01', clause: '3cu/assess/5.2', value: 2 });
const amended = (value: number, from: string, of: Partial<AssessmentAmendment> = {}): AssessmentAmendment => ({
  ...{ rule: 'examination-sittings', value, from, authority: 'senate', reason: 'Sessions abroad' },
  ...of,
});
const programmeWith = (...amendments: AssessmentAmendment[]) => aProgramme('3cu', 'distance-learning', { amendments });

describe('a rule that the Senate amended for a programme', () => {
  it('stands from its first day, under the clause that it amends', () => {
    const programme = programmeWith(amended(3, '2024-09-01'), amended(4, '2025-09-01'));
    const on = (day: string) => inForce(two, 'examination-sittings', programme, day);
    expect(on('2024-08-31').value).toBe(2);
    expect(on('2024-09-01')).toMatchObject({ value: 3, clause: '3cu/assess/5.2' });
    expect(on('2025-08-31').value).toBe(3);
    expect(on('2025-09-01').value).toBe(4);
  });

  it('leaves the other rules, and other programmes, as they are', () => {
    const programme = programmeWith(amended(3, '2024-09-01', { rule: 'absence-days' }));
    expect(inForce(two, 'examination-sittings', programme, '2025-01-01').value).toBe(2);
    expect(inForce(two, 'examination-sittings', programmeWith(), '2025-01-01').value).toBe(2);
  });

  it('is the decision of the Senate, and of three-credit programmes', () => {
    const today = '2024-08-01';
    const own = [amended(3, '2024-09-01')];
    expect(threeCreditProgramme(programmeWith(...own), today).outcome).toBe('allowed');
    const byTheSchool = threeCreditProgramme(programmeWith(amended(3, '2024-09-01', { authority: 'school' })), today);
    expect(refusingClauses(byTheSchool)).toEqual(['3cu/assess/1.3']);
    const fiveCredit = aProgramme('5cu', 'distance-learning', { amendments: own });
    expect(refusingClauses(fiveCreditProgramme(fiveCredit, today))).toEqual(['5cu/assess/1.3']);
  });
});
