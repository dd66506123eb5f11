import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { fiveCredit } from '../five-credit/index.ts';
import { aCourse, anAttempt, aProgramme, aStudy, autumn, by, figuresOf } from '../testing/index.ts';
import { threeCredit } from '../three-credit/index.ts';

describe('a course of the three-credit catalogue', () => {
  const clausesOf = (of: Parameters<typeof threeCredit.course>[0]) =>
    threeCredit.course(of).findings.map(({ clause }) => clause);

  it.each([
    ['core-values', ['3cu/gloss/11', '3cu/gloss/40']],
    ['social-responsibility', ['3cu/gloss/40']],
    ['university-english', ['3cu/gloss/16', '3cu/gloss/41']],
    ['general-education', ['3cu/gloss/17']],
  ] as const)('of the category %s is marked as such', (category, clauses) =>
    expect(clausesOf({ code: 'X', level: 1000, category })).toEqual(clauses),
  );

  it('tells its level by the four digits of its code', () => {
    const ruling = threeCredit.course({ code: 'COMP2010', level: 2000 });
    expect(figuresOf(ruling, '3cu/gloss/19(b)')).toMatchObject({ level: 2000, toldByCode: 2000 });
    expect(ruling.findings[0]?.note).toBeUndefined();
  });

  it('is remarked on where the code tells another level, and let pass', () => {
    const ruling = threeCredit.course({ code: 'COMP3010SED', level: 2000 });
    expect(ruling).toMatchObject({ outcome: 'allowed', findings: [{ clause: '3cu/gloss/19(b)', holds: true }] });
    expect(ruling.findings[0]?.note?.en).toContain('3000');
  });

  it.each(['COMP', 'B201', 'X12345'])('has no level in the code %s', (code) =>
    expect(clausesOf({ code, level: 2000 })).toEqual([]),
  );

  it('says nothing of the five-credit one', () =>
    expect(fiveCredit.course({ code: 'COMP2010', level: 'middle', category: 'general-education' }).findings).toEqual(
      [],
    ));
});

describe.each([
  ['5cu', fiveCredit],
  ['3cu', threeCredit],
] as const)('a course with entry requirements, %s', (regime, pack) => {
  const study = aStudy(aProgramme(regime, 'distance-learning'));
  const level = regime === '5cu' ? 'middle' : 2000;
  const asked = { course: aCourse('LAW2010', { level, entryRequirements: true }), term: autumn, today: '2024-08-01' };
  const enrolling = (of: object) => refusingClauses(pack.enrolment(study, { ...asked, approvals: [], ...of }));

  it('is not enrolled in by students in person, unless the School has approved', () => {
    expect(enrolling({ byStudent: true })).toEqual(['portal/0.4']);
    expect(enrolling({ byStudent: false })).toEqual([]);
    expect(enrolling({ byStudent: true, approvals: [by('school')] })).toEqual([]);
  });

  it('differs in that from one without', () =>
    expect(enrolling({ byStudent: true, course: aCourse('LAW2010', { level }) })).toEqual([]));
});

describe.each([
  ['5cu', fiveCredit, '5cu/bach/3.5', 'middle', 160],
  ['3cu', threeCredit, '3cu/bach/3.6', 2000, 120],
] as const)('credits that are too old, %s', (regime, pack, clause, level, credits) => {
  const graded = (code: string, gradedOn: string, worth: number) =>
    anAttempt(aCourse(code, { level, credits: worth }), { grade: 'A', gradedOn });
  const check = (creditYears: number | undefined, first: string, worth: number = credits) => {
    const programme = aProgramme(regime, 'distance-learning', { requirements: { creditYears } });
    const attempts = [graded('OLD', first, 10), graded('NEW', '2024-07-10', worth)];
    const { requirements } = pack.audit(aStudy(programme, { attempts }));
    return { expiry: requirements.find((one) => one.clause === clause), total: requirements[0] };
  };

  it('count no more, a day beyond the years that were announced', () => {
    expect(check(8, '2016-07-10', 20)).toMatchObject({ total: { have: '30' }, expiry: { met: true, have: '0' } });
    expect(check(8, '2016-07-09', 20)).toMatchObject({ total: { have: '20' }, expiry: { met: false, have: '10' } });
  });

  it('stand in nobody’s way who has enough without them', () =>
    expect(check(8, '2016-07-09').expiry).toMatchObject({ met: true, have: '10' }));

  it('count where no limit was announced', () =>
    expect(check(undefined, '1999-07-09', 20)).toMatchObject({ total: { have: '30' }, expiry: undefined }));
});

describe.each([
  ['certificate', '5cu/subdeg/5.2'],
  ['ordinary', '5cu/bach/5.2'],
] as const)('a course passed for another programme, %s', (award, clause) => {
  const programme = aProgramme('5cu', 'distance-learning', { award, credits: 30, requirements: { courses: ['C1'] } });
  const passed = (course: string, of: string) =>
    anAttempt(aCourse(course, { level: 'middle', credits: 5 }), { grade: 'A', programme: of });
  const check = (...attempts: ReturnType<typeof passed>[]) =>
    fiveCredit.audit(aStudy(programme, { attempts })).requirements.find((one) => one.clause === clause);

  it('does not count in this one', () => {
    expect(check(passed('C1', 'OTHER'))).toMatchObject({ met: false, have: '1' });
    expect(check(passed('C2', 'OTHER'))).toMatchObject({ met: true });
    expect(check(passed('C1', 'BSC'))).toBeUndefined();
  });
});
