import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { AwardKind, Regime, Study, StudyMode } from '../facts.ts';
import { fiveCredit } from '../five-credit/index.ts';
import { fiveCreditScholarshipCredits } from '../five-credit/scholarship.ts';
import {
  aCourse,
  anAttempt,
  anItem,
  aProgramme,
  aStudy,
  aTerm,
  autumn,
  by,
  figuresOf,
  saysWhy,
  spring,
  springBefore,
} from '../testing/index.ts';
import { threeCredit } from '../three-credit/index.ts';
import { threeCreditScholarshipCredits } from '../three-credit/scholarship.ts';

const packs = { '5cu': fiveCredit, '3cu': threeCredit };
const level = { '5cu': 'postgraduate', '3cu': 8000 } as const;

const aMasters = (regime: Regime, mode: StudyMode = 'full-time', of: Parameters<typeof aProgramme>[2] = {}) =>
  aProgramme(regime, mode, { award: 'masters', years: 2, credits: regime === '5cu' ? 60 : 30, ...of });

const course = (regime: Regime, code: string, credits = regime === '5cu' ? 5 : 3, terms = 1) =>
  aCourse(code, { credits, terms, level: level[regime] });

const taking = (regime: Regime, ...credits: number[]) =>
  credits.map((one, index) => anAttempt(course(regime, `C${index}`, one)));

const entering = (study: Study): Study => ({
  ...study,
  registration: { ...study.registration, entryTerm: autumn, admittedOn: '2024-08-01' },
});

const enrolling = (
  study: Study,
  credits: number,
  of: { today?: string; approvals?: ReturnType<typeof by>[]; terms?: number } = {},
) => {
  const { regime } = study.registration.programme;
  const { today = '2024-08-20', approvals = [], terms = 1 } = of;
  return packs[regime].enrolment(study, {
    course: course(regime, 'NEW', credits, terms),
    term: autumn,
    approvals,
    today,
  });
};

describe.each([
  ['5cu', 20, 40],
  ['3cu', 15, 30],
] as const)('the full-time load of a taught postgraduate, %s', (regime, ofTerm, ofYear) => {
  const study = (...credits: number[]) => aStudy(aMasters(regime), { attempts: taking(regime, ...credits) });

  it(`is ${ofTerm} credits a term, more with the School`, () => {
    expect(enrolling(study(ofTerm - 5), 5).outcome).toBe('allowed');
    const over = enrolling(study(ofTerm - 5), 6);
    expect(refusingClauses(over)).toEqual([`${regime}/tpg/6.2`, `${regime}/tpg/3.6`]);
    expect(saysWhy(over)).toBe(true);
    expect(enrolling(study(ofTerm - 5), 6, { approvals: [by('school')] }).outcome).toBe('allowed');
  });

  it(`is ${ofYear} credits a year`, () => {
    const inSpring = anAttempt(course(regime, 'S', ofYear - 5), { term: spring });
    const of = (credits: number) => enrolling(aStudy(aMasters(regime), { attempts: [inSpring] }), credits);
    expect(of(5).outcome).toBe('allowed');
    expect(refusingClauses(of(6))).toEqual([`${regime}/tpg/6.2`, `${regime}/tpg/3.6`]);
  });

  it('is what the programme prescribes where it does', () => {
    const own = aMasters(regime, 'full-time', { requirements: { creditsPerTerm: 10 } });
    expect(enrolling(aStudy(own, { attempts: taking(regime, 5) }), 5).outcome).toBe('allowed');
    expect(enrolling(aStudy(own, { attempts: taking(regime, 5) }), 6).outcome).toBe('refused');
  });
});

describe('the first term of a part-time taught postgraduate', () => {
  const first = (regime: Regime, ...credits: number[]) =>
    entering(aStudy(aMasters(regime, 'part-time'), { attempts: taking(regime, ...credits) }));

  it('comes to a registration value of fifteen in five-credit study, to more with the School', () => {
    expect(enrolling(first('5cu', 10), 5).outcome).toBe('allowed');
    const over = enrolling(first('5cu', 10), 6);
    expect(refusingClauses(over)).toEqual(['5cu/tpg/6.3']);
    expect(figuresOf(over, '5cu/tpg/6.3')).toMatchObject({ termTotal: 16, firstTermLimit: 15 });
    expect(enrolling(first('5cu', 10), 6, { approvals: [by('school')] }).outcome).toBe('allowed');
    expect(enrolling(first('5cu', 10), 6, { approvals: [by('registrar')] }).outcome).toBe('refused');
  });

  it('counts a course by its credits divided by its terms', () => {
    expect(enrolling(first('5cu', 5), 20, { terms: 2 }).outcome).toBe('allowed');
    const both = enrolling(first('5cu', 5), 20, { terms: 2 });
    expect(figuresOf(both, '5cu/tpg/6.3')).toMatchObject({ registrationValue: 10, credits: 20, terms: 2 });
    expect(both.findings.find(({ clause }) => clause === '5cu/tpg/6.3')?.restsOn).toEqual(['5cu/tpg/6.3(footnote)']);
    expect(enrolling(first('5cu', 6), 20, { terms: 2 }).outcome).toBe('refused');
  });

  it('alone is capped, and only under the five-credit regulations', () => {
    const later = aStudy(aMasters('5cu', 'part-time'), {
      attempts: [anAttempt('OLD', { term: springBefore, grade: 'A' }), ...taking('5cu', 10)],
    });
    expect(enrolling(later, 20).outcome).toBe('allowed');
    const elsewhere = [anAttempt('UG1', { term: springBefore, grade: 'A', programme: 'OTHER' }), ...taking('5cu', 10)];
    expect(enrolling(entering(aStudy(aMasters('5cu', 'part-time'), { attempts: elsewhere })), 6).outcome).toBe(
      'refused',
    );
    expect(enrolling(first('3cu', 15), 12).outcome).toBe('allowed');
  });

  it('shows what is left of it', () => {
    const left = (regime: Regime) =>
      packs[regime].enrolmentTerm(first(regime, 10), { term: autumn, today: '2024-08-20' }).loads;
    expect(left('5cu')).toMatchObject([
      { measure: 'first-registration-value', clause: '5cu/tpg/6.3', liftedBy: 'school' },
    ]);
    expect(left('5cu')[0]?.left.toFixed(0)).toBe('5');
    expect(left('3cu')).toEqual([]);
  });
});

describe.each(['5cu', '3cu'] as const)('taught postgraduate courses, %s', (regime) => {
  const pack = packs[regime];
  const fullTime = (...credits: number[]) => aStudy(aMasters(regime), { attempts: taking(regime, ...credits) });

  it('are registered for before the term, and late with the Registrar for two weeks of teaching', () => {
    const clause = `${regime}/tpg/6.1`;
    expect(enrolling(fullTime(), 3, { today: '2024-09-01' }).outcome).toBe('allowed');
    expect(refusingClauses(enrolling(fullTime(), 3, { today: '2024-09-02' }))).toEqual([clause]);
    const accepted = [by('registrar')];
    expect(enrolling(fullTime(), 3, { today: '2024-09-16', approvals: accepted }).outcome).toBe('allowed');
    expect(refusingClauses(enrolling(fullTime(), 3, { today: '2024-09-17', approvals: accepted }))).toEqual([clause]);
    expect(enrolling(fullTime(), 3, { today: '2024-09-17', approvals: [by('university')] }).outcome).toBe('allowed');
  });

  it('are exchanged for another of the term within two weeks of teaching', () => {
    const from = anAttempt(course(regime, 'OLD'));
    const study = aStudy(aMasters(regime), { attempts: [from] });
    const on = (today: string, term = autumn) =>
      pack.courseChange(study, { from, course: course(regime, 'NEW'), term, approvals: [], today });
    expect(on('2024-09-16').outcome).toBe('allowed');
    expect(figuresOf(on('2024-09-02'), `${regime}/tpg/8.2`)).toMatchObject({ term: '2024-AUT' });
    expect(refusingClauses(on('2024-09-17'))).toEqual([`${regime}/tpg/8.2`]);
    expect(refusingClauses(on('2024-09-02', spring))).toEqual([`${regime}/tpg/8.2`]);
  });

  it('are left until fourteen days before the examinations, with a trace, if the load remains', () => {
    const load = regime === '5cu' ? 20 : 15;
    const left = (study: Study, today: string, approvals: ReturnType<typeof by>[] = []) =>
      pack.withdrawal(study, { attempt: study.attempts[0]!, approvals, today });
    expect(left(fullTime(5, load), '2024-11-25')).toMatchObject({ outcome: 'allowed', effect: 'withdrawn' });
    expect(left(fullTime(5, load), '2024-08-20').effect).toBe('withdrawn');
    expect(refusingClauses(left(fullTime(5, load), '2024-11-26'))).toEqual([`${regime}/tpg/5.1`]);
    expect(refusingClauses(left(fullTime(5, load - 1), '2024-10-01'))).toEqual([`${regime}/tpg/5.1`]);
    expect(left(fullTime(5, load - 1), '2024-10-01', [by('school')]).outcome).toBe('allowed');
  });

  it('are left part-time without a load, unless the programme prescribes one', () => {
    const partTime = (creditsPerTerm?: number) =>
      aStudy(aMasters(regime, 'part-time', { requirements: { creditsPerTerm } }), { attempts: taking(regime, 5, 5) });
    const left = (study: Study) =>
      pack.withdrawal(study, { attempt: study.attempts[0]!, approvals: [], today: '2024-10-01' });
    expect(left(partTime()).outcome).toBe('allowed');
    expect(left(partTime(5)).outcome).toBe('allowed');
    expect(refusingClauses(left(partTime(6)))).toEqual([`${regime}/tpg/5.1`]);
  });

  it('are not taken again once passed, but by order after readmission', () => {
    const passed = anAttempt(course(regime, 'NEW'), { grade: 'B', term: springBefore, enrolledOn: '2024-01-10' });
    const again = (of: { admittedOn: string; approvals?: ReturnType<typeof by>[] }) =>
      enrolling(aStudy(aMasters(regime), { attempts: [passed], admittedOn: of.admittedOn }), 3, of);
    const clauses = regime === '5cu' ? ['5cu/tpg/6.4'] : ['3cu/tpg/6.3', '3cu/tpg/9.4'];
    expect(refusingClauses(again({ admittedOn: '2023-08-01' }))).toEqual(clauses);
    expect(again({ admittedOn: '2023-08-01', approvals: [by('university')] }).outcome).toBe('refused');
    const ordered = again({ admittedOn: '2024-06-01', approvals: [by('university')] });
    expect(ordered.outcome).toBe('allowed');
    expect(ordered.findings.map(({ clause }) => clause)).toContain(`${regime}/tpg/2.5`);
    const bySchool = again({ admittedOn: '2023-08-01', approvals: [by('offering-school')] });
    expect(bySchool.outcome).toBe(regime === '3cu' ? 'allowed' : 'refused');
  });

  it('repeated after readmission are capped at the earlier result under the five-credit regulations alone', () => {
    const passed = anAttempt(course(regime, 'NEW'), { grade: 'B', term: springBefore, enrolledOn: '2024-01-10' });
    const attempt = anAttempt(course(regime, 'NEW'), { enrolledOn: '2024-08-20' });
    const study = aStudy(aMasters(regime), { attempts: [passed, attempt], admittedOn: '2024-06-01' });
    expect(pack.grading(study, { attempt, grade: 'A', today: '2025-01-10' }).outcome).toBe('allowed');
    expect(pack.recordedGrade(study, { attempt, grade: 'A' })).toBe(regime === '5cu' ? 'B' : 'A');
    expect(pack.recordedGrade(study, { attempt, grade: 'C' })).toBe('C');
  });

  it('are deferred together, for an academic year, from the approval on', () => {
    const attempts = taking(regime, 5, 5);
    const study = aStudy(aMasters(regime, 'part-time'), { attempts });
    const asked = {
      ground: 'compassionate' as const,
      certificate: false,
      covers: attempts,
      from: '2024-10-01',
      until: '2025-10-01',
      approvedOn: '2024-10-01',
      approvals: [],
      today: '2024-10-01',
    };
    expect(pack.deferral(study, asked).outcome).toBe('allowed');
    expect(pack.deferral(study, asked).findings.map(({ clause }) => clause)).toContain(`${regime}/tpg/4.2`);
    const refused = (of: object) => refusingClauses(pack.deferral(study, { ...asked, ...of }));
    expect(refused({ until: '2025-10-02' })).toEqual([`${regime}/tpg/4.4`]);
    expect(refused({ covers: attempts.slice(1) })).toEqual([`${regime}/tpg/4.1`]);
    expect(refused({ approvedOn: '2024-10-02' })).toEqual([`${regime}/tpg/4.3`]);
    expect(refused({ ground: 'illness' })).toEqual([regime === '5cu' ? '5cu/tpg/4.2(unnumbered)' : '3cu/tpg/4.2(a)']);
    expect(refused({ ground: 'illness', certificate: true })).toEqual([]);
  });
});

describe('resits as a ground of deferral', () => {
  const resits = (regime: Regime, award: AwardKind, ...terms: (typeof autumn)[]) =>
    resitsIn('full-time', regime, award, ...terms);
  const resitsIn = (mode: StudyMode, regime: Regime, award: AwardKind, ...terms: (typeof autumn)[]) => {
    const attempts = terms.map((term, index) =>
      anAttempt(`R${index}`, { term, grade: 'Fail-Resit', gradedTerm: term.code }),
    );
    const study = aStudy(aProgramme(regime, mode, { award }), { attempts });
    return packs[regime].deferral(study, {
      ground: 'resits',
      certificate: false,
      covers: [],
      from: '2025-01-13',
      until: '2025-09-01',
      approvedOn: '2025-01-13',
      approvals: [],
      today: '2025-01-13',
    });
  };

  it('are two of one term, for five-credit taught postgraduates', () => {
    const clause = '5cu/tpg/4.2(unnumbered)';
    expect(resits('5cu', 'masters', autumn, autumn).outcome).toBe('allowed');
    expect(refusingClauses(resits('5cu', 'masters', autumn))).toEqual(['5cu/tpg/4.2', clause]);
    const apart = resits('5cu', 'masters', autumn, springBefore);
    expect(refusingClauses(apart)).toEqual(['5cu/tpg/4.2', clause]);
    expect(figuresOf(apart, clause)).toEqual({ ground: 'resits', resits: 1, least: 2 });
    expect(saysWhy(apart)).toBe(true);
  });

  it('are none for anybody else', () => {
    expect(refusingClauses(resits('5cu', 'honours', autumn, autumn))).toEqual(['5cu/ug/4.2', '5cu/ug/9.7.5']);
    expect(refusingClauses(resits('3cu', 'masters', autumn, autumn))).toEqual(['3cu/tpg/4.2']);
    expect(refusingClauses(resits('3cu', 'honours', autumn, autumn))).toEqual(['3cu/ug/4.2']);
    const byDistance = (regime: Regime) =>
      refusingClauses(resitsIn('distance-learning', regime, 'honours', autumn, autumn));
    expect(byDistance('5cu')).toEqual(['5cu/dl/4.2', '5cu/dl/8.11.5']);
    expect(byDistance('3cu')).toEqual(['3cu/dl/5.2']);
  });
});

describe('the longest period of a taught postgraduate', () => {
  const ended = (study: Study, today: string) =>
    packs[study.registration.programme.regime].registration.discontinuation(study, { met: () => false, today })?.ruling;
  const at = (first: number) => `${first}-09-01`;
  const dayBefore = (first: number) => `${first}-08-31`;

  it.each([
    ['5cu', 'masters', {}, 2029, ['5cu/tpg/7.1', '5cu/pgdeg/5.1', '5cu/tpg/7.2']],
    ['5cu', 'postgraduate-diploma', {}, 2029, ['5cu/tpg/7.1', '5cu/pgd/5.1', '5cu/tpg/7.2']],
    ['5cu', 'masters', { longestYears: 4 }, 2027, ['5cu/tpg/7.1', '5cu/pgdeg/5.1', '5cu/tpg/7.2']],
    ['3cu', 'masters', {}, 2027, ['3cu/tpg/7.1', '3cu/pgdeg/5.1', '3cu/tpg/7.2', '3cu/tpg/10.5.2']],
    ['3cu', 'postgraduate-certificate', {}, 2027, ['3cu/tpg/7.1', '3cu/pgd/5.1', '3cu/tpg/7.2', '3cu/tpg/10.5.2']],
  ] as const)('of %s %s %j is over on 1 September %i', (regime, award, requirements, year, clauses) => {
    // Entered in spring 2024, of the academic year 2023/24.
    const study = aStudy(aMasters(regime, 'part-time', { award, requirements }));
    expect(ended(study, at(year))).toMatchObject({ outcome: 'allowed' });
    expect(ended(study, at(year))?.findings.map(({ clause }) => clause)).toEqual(clauses);
    expect(ended(study, dayBefore(year))).toMatchObject({ outcome: 'refused' });
  });

  it.each([
    ['5cu', 2029, ['5cu/tpg/7.2']],
    ['3cu', 2027, ['3cu/tpg/7.2', '3cu/tpg/10.5.2']],
  ] as const)('bars enrolment after it, %s', (regime, year, clauses) => {
    const termOf = (first: number) => aTerm({ code: `${first}-AUT`, academicYear: `${first}/${(first + 1) % 100}` });
    const of = (first: number) => packs[regime].eligibility(aStudy(aMasters(regime)), termOf(first), at(first));
    expect(of(year - 1).outcome).toBe('allowed');
    expect(refusingClauses(of(year))).toEqual(clauses);
  });

  it('is lengthened by the Senate or the University', () => {
    const study = {
      ...aStudy(aMasters('5cu')),
      extensions: [{ programme: 'BSC', years: 1, authority: 'senate', clause: '', reason: '', on: '2028-01-01' }],
    };
    expect(ended(study, at(2029))?.outcome).toBe('refused');
    expect(ended(study, at(2030))?.outcome).toBe('allowed');
    const asked = (authority: string) =>
      packs['5cu'].registration.extension(study, { years: 1, approvals: [by(authority)], today: '2028-01-01' })?.ruling;
    expect(asked('university')?.outcome).toBe('allowed');
    expect(refusingClauses(asked('school')!)).toEqual(['5cu/tpg/7.1']);
  });

  it('is set by the School for a programme within that of the regulations', () => {
    const defined = (regime: Regime, years: number, longestYears?: number, award: AwardKind = 'masters') =>
      refusingClauses(
        packs[regime].programme(
          aMasters(regime, 'full-time', { award, years, requirements: { longestYears } }),
          '2024-01-01',
        ),
      );
    expect(defined('5cu', 2, 6)).toEqual([]);
    expect(defined('5cu', 2, 7)).toEqual(['5cu/pgdeg/5.1']);
    expect(defined('5cu', 2, 7, 'postgraduate-diploma')).toEqual(['5cu/pgd/5.1']);
    expect(defined('5cu', 4, 3)).toEqual(['5cu/pgdeg/5.1']);
    expect(defined('5cu', 7)).toEqual(['5cu/pgdeg/5.1']);
    expect(defined('3cu', 2, 4)).toEqual([]);
    expect(defined('3cu', 2, 3)).toEqual(['3cu/pgdeg/5.1']);
  });
});

describe.each(['5cu', '3cu'] as const)('the award of a taught postgraduate, %s', (regime) => {
  const five = regime === '5cu';
  const of = (
    award: AwardKind,
    credits: number,
    levels = level[regime] as 'postgraduate' | 8000 | 'middle' | 3000,
    grade = 'B',
  ) => {
    const attempts = Array.from({ length: credits / 5 }, (_, index) =>
      anAttempt(aCourse(`C${index}`, { credits: 5, level: levels }), {
        grade,
        gradedTerm: autumn.code,
        gradedOn: '2025-01-10',
      }),
    );
    return packs[regime].audit(aStudy(aMasters(regime, 'full-time', { award, credits: 5 }), { attempts }));
  };

  const least: readonly (readonly [AwardKind, number, string])[] = five
    ? [
        ['postgraduate-certificate', 20, '5cu/pgd/6.1(c)'],
        ['postgraduate-diploma', 40, '5cu/pgd/7.1(c)'],
        ['masters', 60, '5cu/pgdeg/6.1(b)'],
      ]
    : [
        ['postgraduate-certificate', 10, '3cu/pgd/6.1.4'],
        ['postgraduate-diploma', 20, '3cu/pgd/7.1.4'],
        ['masters', 30, '3cu/pgdeg/6.1.4'],
      ];

  it.each(least)('%s takes its credits at postgraduate level', (award, credits, clause) => {
    expect(of(award, credits).met).toBe(true);
    const unmet = (audit: ReturnType<typeof of>) =>
      audit.requirements.filter(({ met }) => !met).map((check) => check.clause);
    expect(unmet(of(award, credits - 5))).toContain(clause);
    expect(unmet(of(award, credits, five ? 'middle' : 3000))).toContain(clause);
  });

  it('takes a CGPA of two under the three-credit regulations', () => {
    const audit = of('masters', five ? 60 : 30, level[regime], five ? 'C' : 'D');
    expect(audit.met).toBe(five);
    expect(audit.requirements.some(({ clause }) => clause === '3cu/pgdeg/6.1.5')).toBe(!five);
  });

  it('is studied to a half at the University', () => {
    const study = aStudy(aMasters(regime));
    const granted = (credits: number, award: AwardKind = 'masters') =>
      packs[regime].creditTransfer(aStudy(aMasters(regime, 'full-time', { award })), {
        transfer: {
          programme: 'BSC',
          kind: 'block',
          credits,
          level: level[regime],
          qualification: {
            institution: 'Elsewhere',
            title: 'Diploma',
            qfLevel: 6,
            own: false,
            usedForEntry: false,
            recognised: true,
          },
          remainingCourses: ['A'],
        },
        approvals: [],
        today: '2024-08-01',
      });
    const half = study.registration.programme.credits / 2;
    expect(granted(half).outcome).toBe('allowed');
    expect(refusingClauses(granted(half + 1))).toEqual([`${regime}/ct/5.1.2(f)`]);
    expect(granted(half + 1, 'postgraduate-certificate').outcome).toBe('allowed');
  });
});

describe.each(['5cu', '3cu'] as const)('assessment and money of taught postgraduates, %s', (regime) => {
  const pack = packs[regime];
  const five = regime === '5cu';
  const items = [anItem('A1', '2024-10-01'), anItem('EX', '2024-12-10', { kind: 'examination' })];
  const attempt = anAttempt(course(regime, 'C'), { items });
  const study = aStudy(aMasters(regime, 'part-time'), { attempts: [attempt] });
  const asked = { attempt, banked: false, approvals: [] };
  const clauses = (ruling: { readonly findings: readonly { readonly clause: string }[] }) =>
    ruling.findings.map(({ clause }) => clause);

  it('late work is for the teacher to take', () => {
    const clause = five ? '5cu/tpg/9.3' : '3cu/tpg/9.7';
    const on = (today: string, approvals: ReturnType<typeof by>[] = []) =>
      pack.submission(study, { ...asked, assignment: 'A1', approvals, today });
    expect(on('2024-10-01')).toMatchObject({ outcome: 'allowed', late: false });
    expect(on('2024-10-02')).toMatchObject({ outcome: 'allowed', late: true, pending: true });
    expect(refusingClauses(on('2024-10-02', [by('dean')]))).toEqual([clause]);
    expect(on('2024-10-02', [by('teacher')]).outcome).toBe('allowed');
  });

  it('the examination is sat', () =>
    expect(clauses(pack.submission(study, { ...asked, assignment: 'EX', today: '2024-12-10' }))).toContain(
      five ? '5cu/tpg/9.5.1' : '3cu/tpg/9.9.1',
    ));

  it('results are those of the scale', () => {
    const graded = (grade: string) => refusingClauses(pack.grading(study, { attempt, grade, today: '2025-01-10' }));
    expect(graded(five ? 'C' : 'D')).toEqual([]);
    expect(graded(five ? 'D' : 'Fail-Resit')).toEqual([`${regime}/tpg/9.2`]);
    expect(graded('Fail-Resit')).toEqual(five ? [] : ['3cu/tpg/9.2']);
    expect(pack.figures(study).restsOn.grades).toContain(`${regime}/tpg/9.2`);
  });

  it('charges are those of their own chapter', () => {
    const charge = (
      kind: 'caution-deposit' | 'course-change' | 'graduation' | 'payment-deferral-deposit',
      of = study,
    ) => pack.charge(of, { kind, cents: 100, due: '2024-10-01' });
    expect(clauses(charge('course-change'))).toEqual([`${regime}/tpg/8.2`]);
    expect(clauses(charge('graduation'))).toEqual([five ? '5cu/tpg/10.2' : '3cu/tpg/11.2']);
    expect(refusingClauses(charge('payment-deferral-deposit'))).toEqual([`${regime}/tpg/3.5`]);
    const entered = (day: string) => {
      const entryTerm = aTerm({ teaching: [day, '2022-12-01'] });
      return charge('caution-deposit', { ...study, registration: { ...study.registration, entryTerm } });
    };
    expect(entered('2022-09-01').outcome).toBe('allowed');
    expect(refusingClauses(entered('2022-08-31'))).toEqual([`${regime}/tpg/3.3`]);
    expect(pack.chargeClause('research', 'caution-deposit')).toBeUndefined();
  });
});

describe('probation of three-credit taught postgraduates', () => {
  const low = (...terms: (typeof autumn)[]) =>
    aStudy(aMasters('3cu'), {
      attempts: terms.map((term, index) =>
        anAttempt(course('3cu', `C${index}`), {
          term,
          grade: 'D',
          gradedTerm: term.code,
          gradedOn: term.examinations[1],
        }),
      ),
    });
  const nextAutumn = aTerm({
    code: '2025-AUT',
    academicYear: '2025/26',
    teaching: ['2025-09-01', '2025-11-29'],
    examinations: ['2025-12-08', '2025-12-19'],
  });

  it('blocks what follows the Spring examinations until advice', () => {
    const of = (study: Study) => threeCredit.eligibility(study, nextAutumn, '2025-08-01');
    expect(refusingClauses(of(low(autumn, spring)))).toEqual(['3cu/tpg/10.4']);
    const enrolled = threeCredit.enrolment(low(autumn, spring), {
      course: course('3cu', 'NEW'),
      term: { ...nextAutumn, registration: ['2025-03-01', '2025-08-31'] },
      approvals: [by('adviser')],
      today: '2025-08-01',
    });
    expect(enrolled.outcome).toBe('allowed');
    expect(of(low()).outcome).toBe('allowed');
  });

  it('in the next term of the same year is told and blocks nothing', () => {
    const ruling = threeCredit.eligibility(low(autumn), spring, '2025-01-10');
    expect(ruling.outcome).toBe('allowed');
    expect(ruling.findings.find(({ clause }) => clause === '3cu/tpg/10.1')?.note).toBeDefined();
  });

  it('of three terms ends the study', () => {
    const summer = aTerm({
      code: '2025-SUM',
      teaching: ['2025-05-26', '2025-08-02'],
      examinations: ['2025-08-11', '2025-08-16'],
    });
    const study = low(springBefore, autumn, spring, summer);
    expect(refusingClauses(threeCredit.eligibility(study, nextAutumn, '2025-08-20'))).toEqual(['3cu/tpg/10.5.1']);
  });

  it('is unknown under the five-credit regulations', () => {
    const study = aStudy(aMasters('5cu'), {
      attempts: [anAttempt(course('5cu', 'C'), { grade: 'Fail', gradedTerm: autumn.code, gradedOn: '2025-01-10' })],
    });
    expect(fiveCredit.eligibility(study, nextAutumn, '2025-08-01').outcome).toBe('allowed');
  });
});

describe('credits for a scholarship of a taught postgraduate', () => {
  const met = (regime: Regime, mode: StudyMode, credits: number) => {
    const done = regime === '5cu' ? { grade: 'B', gradedTerm: autumn.code, gradedOn: '2025-01-10' } : {};
    const attempts = [anAttempt(course(regime, 'C', credits), done)];
    const law = regime === '5cu' ? fiveCreditScholarshipCredits : threeCreditScholarshipCredits;
    return law.demand(aStudy(aMasters(regime, mode), { attempts }), {
      academicYear: '2024/25',
      approvals: [],
      today: '2025-02-01',
    }).met;
  };

  it('are twenty completed in five-credit study, and nine of the year in three-credit study, in either mode', () => {
    for (const mode of ['full-time', 'part-time'] as const) {
      expect([met('5cu', mode, 20), met('5cu', mode, 19)]).toEqual([true, false]);
      expect([met('3cu', mode, 9), met('3cu', mode, 8)]).toEqual([true, false]);
    }
  });
});

describe.each([
  ['5cu', 20],
  ['3cu', 15],
] as const)('a load that is not followed, %s', (regime, load) => {
  const asked = (credits: number, of: { mode?: StudyMode; today?: string; approvals?: ReturnType<typeof by>[] } = {}) =>
    packs[regime].registration.loadNotFollowed(
      aStudy(aMasters(regime, of.mode), { attempts: taking(regime, credits) }),
      { term: autumn, approvals: of.approvals ?? [by('university')], today: of.today ?? '2024-09-17' },
    )?.ruling;
  const clause = `${regime}/tpg/3.6`;

  it('is less than that of the term, when courses can be taken no more, full-time', () => {
    expect(asked(load - 1)?.outcome).toBe('allowed');
    for (const refused of [
      asked(load),
      asked(load - 1, { today: '2024-09-16' }),
      asked(load - 1, { mode: 'part-time' }),
      asked(load - 1, { approvals: [by('school')] }),
    ]) {
      expect(new Set(refusingClauses(refused!))).toEqual(new Set([clause]));
      expect(saysWhy(refused!)).toBe(true);
    }
  });

  it('ends no other study', () => {
    const undergraduate = aStudy(aProgramme(regime, 'full-time'));
    const request = { term: autumn, approvals: [by('university')], today: '2024-09-17' };
    expect(packs[regime].registration.loadNotFollowed(undergraduate, request)).toBeUndefined();
  });
});
