import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import { packFor } from '../packs.ts';
import { aCourse, anAttempt, anItem, autumn, by, saysWhy, spring } from '../testing/index.ts';
import { aResearchProgramme, aResearchStudy, rdc } from '../testing/research.ts';

describe.each(['5cu', '3cu'] as const)('courses of research students under %s', (regime) => {
  const id = (clause: string) => `${regime}/rpg/${clause}`;
  const pack = packFor(regime);
  const phd = aResearchProgramme(regime, 'phd');
  const conditions = [{ id: 'C1', kind: 'course', course: 'RM800', when: 'during', imposedOn: '2024-06-01' }] as const;
  const leaves = [{ from: '2024-09-02', until: '2025-01-13', reason: 'illness', recordedOn: '2024-08-01' }];
  const asked = { course: aCourse('RM800'), term: autumn, approvals: [], today: '2024-08-20' };
  const refusedBy = (study: ReturnType<typeof aResearchStudy>, of: object = {}) => {
    const ruling = pack.enrolment(study, { ...asked, ...of });
    expect(saysWhy(ruling)).toBe(true);
    return refusingClauses(ruling);
  };

  it('are those of a condition, or of the same content', () => {
    const study = aResearchStudy(phd, { conditions });
    expect(refusedBy(study)).toEqual([]);
    expect(refusedBy(study, { course: aCourse('RM801', { equivalents: ['RM800'] }) })).toEqual([]);
    expect(refusedBy(study, { course: aCourse('OTHER') })).toEqual([id('4.1')]);
  });

  it('are those that the programme prescribes or names', () => {
    const of = (requirements: object) =>
      aResearchStudy({ ...phd, requirements: { ...phd.requirements, ...requirements } });
    expect(refusedBy(of({}))).toEqual([id('4.1')]);
    expect(refusedBy(of({ courses: ['RM800'] }))).toEqual([]);
    expect(refusedBy(of({ named: ['RM800'] }))).toEqual([]);
  });

  it('are others as the committee decides', () => {
    expect(refusedBy(aResearchStudy(phd), { approvals: [rdc] })).toEqual([]);
    expect(refusedBy(aResearchStudy(phd), { approvals: [by('school')] })).toEqual([id('4.1')]);
  });

  it('have no limit of load', () =>
    expect(refusedBy(aResearchStudy(phd, { conditions }), { course: aCourse('RM800', { credits: 90 }) })).toEqual([]));

  it('are not taken while study is interrupted, nor beyond the longest period', () => {
    const study = aResearchStudy(phd, { conditions, leaves });
    expect(refusedBy(study)).toEqual([id('4.7')]);
    expect(refusedBy(study, { term: spring, today: '2024-12-20' })).toEqual([]);
    const late = aResearchStudy(phd, { conditions }, { admission: { startsOn: '2020-09-01' } });
    expect(refusedBy(late)).toContain(id('5.1'));
    expect(pack.enrolmentTerm(study, { term: autumn, today: '2024-08-20' })).toMatchObject({
      outcome: 'refused',
      loads: [],
    });
  });

  it('are not deferred, but study is interrupted', () => {
    const attempt = anAttempt('RM800', { programme: 'RES' });
    const ruling = pack.deferral(aResearchStudy(phd, {}, { attempts: [attempt] }), {
      ground: 'illness',
      certificate: true,
      covers: [attempt],
      from: '2024-10-01',
      until: '2025-01-13',
      approvedOn: '2024-09-20',
      approvals: [by('university')],
      today: '2024-09-20',
    });
    expect(refusingClauses(ruling)).toEqual([id('4.7')]);
  });

  it('are left until fourteen days before the examinations, with a W', () => {
    const attempt = anAttempt('RM800', { programme: 'RES' });
    const study = aResearchStudy(phd, {}, { attempts: [attempt] });
    const left = (today: string) => pack.withdrawal(study, { attempt, approvals: [], today });
    expect(left('2024-11-25')).toMatchObject({ outcome: 'allowed', effect: 'withdrawn' });
    expect(left('2024-11-26').outcome).toBe('refused');
  });

  it('go with the programme, which is left at any time', () => {
    const attempt = anAttempt('RM800', { programme: 'RES' });
    const study = aResearchStudy(phd, {}, { attempts: [attempt] });
    const made = pack.registration.withdrawal(study, { examinations: new Map(), today: '2024-12-01' });
    expect(made).toMatchObject({ ruling: { outcome: 'allowed' }, leaves: [{ attempt, effect: 'withdrawn' }] });
  });

  it('are graded', () => {
    const attempt = anAttempt('RM800', { programme: 'RES', items: [anItem('A1', '2024-10-01')] });
    const study = aResearchStudy(phd, {}, { attempts: [attempt] });
    expect(pack.grading(study, { attempt, grade: 'B', today: '2025-01-10' }).outcome).toBe('allowed');
    const graded = { ...attempt, status: 'completed' as const, grade: 'B', gradedOn: '2025-01-10' };
    expect(pack.figures({ ...study, attempts: [graded] }).creditsEarned).toBe(3);
  });

  it('no return brings anybody on a research degree', () => {
    const study = aResearchStudy(phd);
    const { reinstatement, lapse, deregistration } = pack.registration;
    const back = { term: spring, approvals: [by('registrar')], today: '2024-10-01' };
    expect(refusingClauses(reinstatement(study, back).ruling)).toEqual([id('2.1')]);
    expect(lapse(study, '2030-01-01')).toBeUndefined();
    expect(deregistration(study, { term: spring, met: () => false, today: '2030-01-01' })).toBeUndefined();
  });

  it('tuition may be charged, a caution deposit may not', () => {
    const charge = (kind: 'tuition' | 'caution-deposit') =>
      pack.charge(aResearchStudy(phd), { kind, cents: 100, due: '2024-09-01' } as Parameters<typeof pack.charge>[1])
        .outcome;
    expect(charge('tuition')).toBe('allowed');
    expect(charge('caution-deposit')).toBe('refused');
    expect(pack.chargeClause('research', 'tuition')).toBe(id('4.2'));
    expect(pack.chargeClause('research', 'caution-deposit')).toBeUndefined();
  });

  it('have their days told where they are taken', () => {
    const kinds = (study: ReturnType<typeof aResearchStudy>) =>
      pack.deadlines(study, { today: '2024-08-20' }).map(({ kind }) => kind);
    expect(kinds(aResearchStudy(phd))).toEqual(['end-of-study-period']);
    const attempts = [anAttempt('RM800', { programme: 'RES' })];
    expect(kinds(aResearchStudy(phd, {}, { attempts }))).toEqual([
      'registration',
      'examination-arrangement',
      'course-change',
      // Another day only where the regime knows it.
      ...(regime === '5cu' ? ['examination-arrangement', 'examination-arrangement'] : ['examination-arrangement']),
      'withdrawal',
      'special-circumstances',
      'end-of-study-period',
    ]);
  });

  it('programmes of research may be opened, professional doctorates with their coursework', () => {
    const least = regime === '5cu' ? 40 : 24;
    expect(pack.programme({ ...phd, credits: 1 }, '2024-01-01').outcome).toBe('allowed');
    const doctorate = aResearchProgramme(regime, 'professional-doctorate');
    expect(pack.programme({ ...doctorate, credits: least }, '2024-01-01').outcome).toBe('allowed');
    expect(refusingClauses(pack.programme({ ...doctorate, credits: least - 1 }, '2024-01-01'))).toEqual([
      `${regime}/pgdeg/7.1(b)`,
    ]);
  });
});
