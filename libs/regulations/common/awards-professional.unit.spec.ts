import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { Attempt, ProgrammeFacts, Study, TransferKind } from '../facts.ts';
import { fiveCredit } from '../five-credit/index.ts';
import { course, graded, programme, several, study, transfer } from './figures.fixtures.ts';

describe.each([
  ['associate-diploma', '5cu/subdegpd/5', 20, 34],
  ['professional-diploma', '5cu/subdegpd/6', 35, 64],
  ['professional-higher-diploma', '5cu/subdegpd/7', 65, 90],
] as const)('the award of professional development %s', (award, chapter, least, most) => {
  const of = (credits: number, requirements: Partial<ProgrammeFacts['requirements']> = {}) =>
    programme('5cu', { award, credits, mode: 'distance-learning' }, requirements);
  const units = (credits: number) => several(credits / 5, 'C', 5, 'foundation', 'C');
  const refused = (attempts: readonly Attempt[], by = of(least), more: Partial<Study> = {}) =>
    refusingClauses(fiveCredit.audit({ ...study(by, attempts), ...more }).ruling);
  const opened = (credits: number) => refusingClauses(fiveCredit.programme(of(credits), '2024-01-01'));

  it(`is that of a programme of ${least} to ${most} credits`, () => {
    expect(opened(least)).toEqual([]);
    expect(opened(least - 1)).toEqual([`${chapter}.1(b)`]);
    expect(opened(most)).toEqual([]);
    expect(opened(most + 1)).toEqual([`${chapter}.1(b)`]);
  });
  it('is met by its credits, and by more than the largest programme has', () => {
    expect(refused(units(least))).toEqual([]);
    expect(refused(units(least - 5))).toEqual([`${chapter}.1(b)`, '5cu/subdegpd/3.1']);
    expect(refused(units(most - (most % 5) + 10))).toEqual([]);
  });
  it('counts only courses that the programme names', () => {
    const named = units(least).map(({ course: { code } }) => code);
    expect(refused(units(least), of(least, { named }))).toEqual([]);
    const other = [...units(least).slice(1), ...several(1, 'other', 5, 'foundation', 'C')];
    expect(refused(other, of(least, { named }))).toEqual([`${chapter}.1(b)`, '5cu/subdegpd/3.1']);
  });
  it('wants the courses that the programme requires, here or exempted', () => {
    const by = of(least, { courses: ['Z'] });
    expect(refused(units(least), by)).toEqual([`${chapter}.1`]);
    const exempted = transfer(5, 'foundation', { kind: 'specific', course: course('Z', 5, 'foundation') });
    const study = { transfers: [exempted] };
    expect(refused(units(least), by, study)).toEqual([]);
  });
  it('does not take what counts towards another programme', () => {
    const elsewhere = graded(course('Z', 5, 'foundation'), '2023-AUT', 'B', { programme: 'OTHER' });
    expect(refused([...units(least), elsewhere], of(least, { courses: ['Z'] }))).toEqual([
      `${chapter}.1`,
      `${chapter}.2`,
    ]);
    expect(refused([...units(least), elsewhere], of(least, { courses: ['C0'] }))).toEqual([]);
  });
  it('lets one course of an excluded combination count', () => {
    const twins = [
      graded(course('T1', 5, 'foundation', { exclusive: ['T2'] }), '2023-AUT', 'B'),
      graded(course('T2', 5, 'foundation'), '2023-AUT', 'B'),
    ];
    expect(refused([...units(least - 10), ...twins])).toEqual([`${chapter}.1(b)`, '5cu/subdegpd/3.1']);
    expect(refused([...units(least - 5), ...twins])).toEqual([]);
  });
  it.each<[TransferKind, boolean]>([
    ['general', false],
    ['specific', true],
    ['block', true],
  ])('%s credits count: %s', (kind, counts) => {
    const { grantedOn: _, ...of5 } = transfer(5, 'foundation', { kind, course: course('Z', 5, 'foundation') });
    const ruling = fiveCredit.creditTransfer(study(of(least), []), {
      transfer: of5,
      approvals: [],
      today: '2023-01-01',
    });
    expect(refusingClauses(ruling).includes('5cu/subdegpd/3.2')).toBe(!counts);
  });
});
