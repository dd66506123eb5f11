import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { AwardKind, ProgrammeFacts, Regime, Study, Transfer } from '../facts.ts';
import { fiveCreditTransfer } from '../five-credit/credit-transfer.ts';
import {
  aCourse,
  anAttempt,
  aProgramme,
  aQualification,
  aStudy,
  aTransfer,
  by,
  figuresOf,
  saysWhy,
} from '../testing/index.ts';
import { threeCreditTransfer } from '../three-credit/credit-transfer.ts';

const rules = { '3cu': threeCreditTransfer, '5cu': fiveCreditTransfer };

const granting = (study: Study, of: Partial<Transfer>, ...approvals: ReturnType<typeof by>[]) =>
  rules[study.registration.programme.regime](study, {
    transfer: aTransfer({ level: study.registration.programme.regime === '3cu' ? 1000 : 'foundation', ...of }),
    approvals,
    today: '2024-08-01',
  });

const distance = (regime: Regime, of: Parameters<typeof aProgramme>[2] = {}, more: Partial<Study> = {}) =>
  aStudy(aProgramme(regime, 'distance-learning', of), more);
const fullTime = (regime: Regime, of: Parameters<typeof aProgramme>[2] = {}, more: Partial<Study> = {}) =>
  aStudy(aProgramme(regime, 'full-time', of), more);
const another = (title: string) => aQualification({ title });

describe.each(['3cu', '5cu'] as const)('the qualification behind a transfer, %s', (regime) => {
  const withQualification = (of: Parameters<typeof aQualification>[0], study = distance(regime)) =>
    granting(study, { qualification: aQualification(of) });

  it('is of level 4 at least', () => {
    expect(withQualification({ qfLevel: 4 }).outcome).toBe('allowed');
    const low = withQualification({ qfLevel: 3 });
    expect(refusingClauses(low)).toEqual([`${regime}/ct/4.3(a)(i)`]);
    expect(saysWhy(low)).toBe(true);
  });

  it('is from a recognised institution, as the University itself is', () => {
    expect(refusingClauses(withQualification({ recognised: false }))).toEqual([`${regime}/ct/4.3(b)`]);
    expect(withQualification({ recognised: false, own: true }).outcome).toBe('allowed');
  });

  it('is not the one that met the entry requirement', () => {
    expect(refusingClauses(withQualification({ usedForEntry: true }))).toEqual([`${regime}/ct/4.6`]);
    const exempt = { kind: 'full-time-specific', credits: 3, course: aCourse('X') } as const;
    const qualification = aQualification({ usedForEntry: true });
    expect(granting(fullTime(regime), { ...exempt, qualification }, by('registrar')).outcome).toBe('allowed');
    expect(granting(distance(regime), { qualification }, by('registrar')).outcome).toBe('refused');
  });
});

describe('the kinds of transfer', () => {
  it.each([
    ['general', 'a'],
    ['specific', 'b'],
    ['block', 'c'],
  ] as const)('%s is for distance learning', (kind, letter) => {
    const course = aCourse('X', { credits: 6 });
    expect(granting(distance('3cu'), { kind, course }).outcome).toBe('allowed');
    expect(refusingClauses(granting(fullTime('3cu'), { kind, course }))).toEqual([`3cu/ct/3.1(${letter})`]);
  });

  it.each([
    ['full-time-specific', 6, 'd'],
    ['full-time-exemption', 0, 'e'],
    ['full-time-block', 6, 'f'],
  ] as const)('%s is for full-time study', (kind, credits, letter) => {
    const course = aCourse('ENGL', { credits: 6, category: 'university-english' });
    expect(granting(fullTime('5cu'), { kind, credits, course }).outcome).toBe('allowed');
    expect(refusingClauses(granting(distance('5cu'), { kind, credits, course }))).toEqual([`5cu/ct/3.1(${letter})`]);
  });

  it('give credits, and an exemption none', () => {
    const course = aCourse('X');
    expect(granting(distance('3cu'), { credits: 0 }).outcome).toBe('refused');
    expect(granting(fullTime('3cu'), { kind: 'full-time-exemption', credits: 3, course }).outcome).toBe('refused');
    expect(granting(fullTime('3cu'), { kind: 'full-time-exemption', credits: 0 }).outcome).toBe('refused');
  });

  it('are closed to programmes on the list', () =>
    expect(refusingClauses(granting(distance('5cu', { requirements: { closedToCreditTransfer: true } }), {}))).toEqual([
      '5cu/ct/6.2.2',
    ]));
});

describe.each([
  ['3cu', 6, 30],
  ['5cu', 20, 40],
] as const)('general credits, %s', (regime, cap, generalStudies) => {
  it(`are ${cap} at most`, () => {
    expect(granting(distance(regime), { credits: cap }).outcome).toBe('allowed');
    const above = granting(distance(regime), { credits: cap + 1 });
    expect(refusingClauses(above)).toEqual([`${regime}/ct/7.3(b)`]);
    expect(figuresOf(above, `${regime}/ct/7.3(b)`)).toEqual({ generalCredits: cap + 1, limit: cap });
    const half = distance(regime, {}, { transfers: [aTransfer({ credits: cap - 2 })] });
    expect(granting(half, { credits: 2 }).outcome).toBe('allowed');
    expect(granting(half, { credits: 3 }).remedies?.[0]?.en).toContain('At most 2 credits');
  });

  it('are as many as the programme says where it has its own number', () => {
    const general = { requirements: { generalCreditsCap: generalStudies } };
    expect(granting(distance(regime, general), { credits: generalStudies }).outcome).toBe('allowed');
    expect(refusingClauses(granting(distance(regime, general), { credits: generalStudies + 1 }))).toEqual([
      `${regime}/ct/7.3`,
    ]);
  });

  it.each<[AwardKind, number, string]>([
    ['ordinary', 120, 'allowed'],
    ['associate', 80, 'allowed'],
    ['higher-diploma', 90, 'allowed'],
    ['diploma', 60, 'refused'],
    ['certificate', 30, 'refused'],
  ])('for the award %s of %d credits are %s', (award, credits, outcome) =>
    expect(granting(distance(regime, { award, credits }), { credits: 3 }).outcome).toBe(outcome),
  );

  it('count at the lowest level of a degree', () => {
    const level = regime === '3cu' ? 2000 : 'middle';
    expect(refusingClauses(granting(distance(regime), { level }))).toEqual([`${regime}/ct/7.2`]);
    expect(granting(distance(regime, { award: 'associate', credits: 80 }), { level }).outcome).toBe('allowed');
  });
});

describe('credits to be taken at the University', () => {
  it.each<[Regime, AwardKind, number, number, string]>([
    ['5cu', 'ordinary', 120, 80, '(a)'],
    ['5cu', 'associate', 80, 40, '(a)'],
    ['5cu', 'higher-diploma', 90, 50, '(a)'],
    ['5cu', 'honours', 160, 100, '(b)'],
    ['5cu', 'diploma', 60, 30, '(c)'],
    ['5cu', 'certificate', 30, 10, '(d)'],
    ['3cu', 'ordinary', 90, 60, '(a)'],
    ['3cu', 'associate', 60, 30, '(a)'],
    ['3cu', 'higher-diploma', 60, 30, '(a)'],
    ['3cu', 'honours', 120, 75, '(b)'],
    ['3cu', 'diploma', 45, 21, '(c)'],
    ['3cu', 'certificate', 18, 6, '(d)'],
  ])('of %s %s with %d credits leave room for %d', (regime, award, credits, room, letter) => {
    const study = distance(regime, { award, credits });
    expect(granting(study, { kind: 'block', credits: room }).outcome).toBe('allowed');
    const above = granting(study, { kind: 'block', credits: room + 1 });
    expect(refusingClauses(above)).toEqual([`${regime}/ct/5.1.2${letter}`]);
    expect(above.remedies?.[0]?.en).toContain(`At most ${room} credits`);
  });

  it('are counted over all that was granted, and are the programme’s own where it says so', () => {
    const before = distance('5cu', {}, { transfers: [aTransfer({ credits: 15, qualification: another('Diploma') })] });
    const course = aCourse('X', { credits: 90, level: 'middle' });
    expect(granting(before, { kind: 'specific', credits: 85, course }).outcome).toBe('allowed');
    expect(refusingClauses(granting(before, { kind: 'specific', credits: 86, course }))).toEqual(['5cu/ct/5.1.2(b)']);
    const dual = distance('5cu', { credits: 190, requirements: { residenceCredits: 90 } });
    expect(granting(dual, { kind: 'block', credits: 100 }).outcome).toBe('allowed');
    expect(refusingClauses(granting(dual, { kind: 'block', credits: 101 }))).toEqual(['5cu/ct/5.1.2(e)']);
  });

  it('are half of a full-time programme, a top-up degree excepted', () => {
    const course = aCourse('ENGL', { category: 'general-education' });
    const half: Partial<Transfer> = { kind: 'full-time-block', credits: 60, course };
    expect(granting(fullTime('3cu'), half).outcome).toBe('allowed');
    expect(refusingClauses(granting(fullTime('3cu'), { ...half, credits: 61 }))).toEqual(['3cu/ct/5.2.1']);
    expect(granting(fullTime('3cu', { requirements: { topUp: true } }), { ...half, credits: 61 }).outcome).toBe(
      'allowed',
    );
  });
});

describe('credit for a named course', () => {
  const course = aCourse('X', { level: 3000 });
  const specific: Partial<Transfer> = { kind: 'specific', credits: 3, level: 3000, course };

  it('needs the course, and gives no more than its credits', () => {
    expect(granting(distance('3cu'), specific).outcome).toBe('allowed');
    expect(refusingClauses(granting(distance('3cu'), { ...specific, course: undefined }))).toEqual(['3cu/ct/3.1(b)']);
    expect(refusingClauses(granting(distance('3cu'), { ...specific, credits: 4 }))).toEqual(['3cu/ct/3.1(b)']);
  });

  it.each<[Regime, Transfer['level'], string]>([
    ['5cu', 'preparatory', 'refused'],
    ['5cu', 'foundation', 'allowed'],
    ['3cu', 4000, 'allowed'],
    ['3cu', 9000, 'refused'],
  ])('of %s at level %s is %s', (regime, level, outcome) =>
    expect(granting(distance(regime), { ...specific, level, course: aCourse('X', { level }) }).outcome).toBe(outcome),
  );

  it.each([
    ['enrolled', anAttempt('X'), 'refused'],
    ['failed', anAttempt('X', { grade: 'Fail' }), 'refused'],
    ['passed', anAttempt('X', { grade: 'B' }), 'refused'],
    ['withdrawn', anAttempt('X', { status: 'withdrawn' }), 'allowed'],
  ])('for a course %s here is %s', (_, attempt, outcome) =>
    expect(granting(distance('3cu', {}, { attempts: [attempt] }), specific).outcome).toBe(outcome),
  );

  it('for a course registered for is a decision of the Registrar', () => {
    const study = distance('3cu', {}, { attempts: [anAttempt('X')] });
    expect(refusingClauses(granting(study, specific))).toEqual(['3cu/ct/8.3']);
    expect(granting(study, specific, by('registrar')).outcome).toBe('allowed');
  });

  it('cites a course passed in another programme of the University', () => {
    const attempts = [anAttempt('X', { programme: 'HD', grade: 'B' })];
    const qualification = aQualification({ own: true });
    const cited = granting(distance('3cu', {}, { attempts }), { ...specific, qualification });
    expect(cited.outcome).toBe('allowed');
    expect(figuresOf(cited, '3cu/ct/8.6')).toEqual({ cited: 'X@2024-AUT' });
    expect(granting(distance('3cu', {}, { attempts }), specific).outcome).toBe('refused');
  });

  it('is given once', () => {
    const transfers = [aTransfer({ ...specific, qualification: another('Associate') })];
    expect(refusingClauses(granting(distance('3cu', {}, { transfers }), specific))).toEqual(['3cu/ct/6.2.1']);
  });

  it('is given once for a course of the University in all programmes, and for study elsewhere in each', () => {
    const transfers = [aTransfer({ ...specific, programme: 'BED', qualification: another('Associate') })];
    const study = distance('3cu', {}, { transfers });
    expect(granting(study, specific).outcome).toBe('allowed');
    const own = granting(study, { ...specific, qualification: aQualification({ own: true }) });
    expect(refusingClauses(own)).toEqual(['3cu/ct/12.4']);
  });
});

describe('block credits', () => {
  const earlier = (of: Partial<Transfer>) => distance('3cu', {}, { transfers: [aTransfer(of)] });

  it('are not combined with general or specific credits, which go together', () => {
    const block = earlier({ kind: 'block', credits: 30, qualification: another('Associate') });
    expect(refusingClauses(granting(block, {}))).toEqual(['3cu/ct/6.2.3']);
    expect(refusingClauses(granting(earlier({ credits: 3 }), { kind: 'block', qualification: another('B') }))).toEqual([
      '3cu/ct/6.2.3',
    ]);
    const course = aCourse('X', { credits: 6 });
    expect(granting(earlier({ kind: 'specific', credits: 6, course }), {}).outcome).toBe('allowed');
  });

  it('use up their qualification', () => {
    const used = earlier({ kind: 'block', credits: 30 });
    expect(refusingClauses(granting(used, { kind: 'block', credits: 6 }))).toEqual(['3cu/ct/9.1']);
    expect(granting(used, { kind: 'block', credits: 6, qualification: another('Associate') }).outcome).toBe('allowed');
  });

  it('in full-time study are for English and General Education', () => {
    const block: Partial<Transfer> = { kind: 'full-time-block', credits: 6 };
    expect(granting(fullTime('3cu'), { ...block, category: 'general-education' }).outcome).toBe('allowed');
    expect(refusingClauses(granting(fullTime('3cu'), { ...block, category: 'core-values' }))).toEqual(['3cu/ct/11.1']);
    expect(refusingClauses(granting(fullTime('3cu'), block))).toEqual(['3cu/ct/11.1']);
  });
});

describe('an award of the University as the ground of a transfer', () => {
  const own = aQualification({ own: true, title: 'Higher Diploma in Computing' });
  const holding = (programme: ProgrammeFacts, of: Partial<Transfer>) =>
    aStudy(programme, { transfers: [aTransfer({ qualification: own, ...of })] });
  const bachelor = aProgramme('5cu', 'distance-learning');

  it('gives general credits once', () =>
    expect(refusingClauses(granting(holding(bachelor, { credits: 5 }), { credits: 5, qualification: own }))).toEqual([
      '5cu/ct/12.2',
    ]));

  it('gives no block credits after other credits, and nothing after block credits', () => {
    expect(
      refusingClauses(granting(holding(bachelor, { credits: 5 }), { kind: 'block', qualification: own })),
    ).toContain('5cu/ct/12.6');
    expect(
      refusingClauses(granting(holding(bachelor, { kind: 'block', credits: 40 }), { credits: 5, qualification: own })),
    ).toContain('5cu/ct/12.7');
  });

  it('keeps preparatory credits preparatory', () => {
    expect(granting(aStudy(bachelor), { level: 'preparatory', qualification: own }).outcome).toBe('allowed');
    expect(refusingClauses(granting(aStudy(bachelor), { level: 'preparatory' }))).toEqual(['5cu/ct/7.2']);
  });
});
