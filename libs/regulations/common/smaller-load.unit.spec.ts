import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { Attempt, AwardKind, Regime, SmallerLoad, Study, StudyMode, TermFacts } from '../facts.ts';
import { packFor } from '../packs.ts';
import {
  aCourse,
  anAttempt,
  aProgramme,
  aStudy,
  aTerm,
  autumn,
  by,
  figuresOf,
  saysWhy,
  spring,
} from '../testing/index.ts';

const summer = aTerm({ code: '2025-SUM', teaching: ['2025-05-26', '2025-08-02'], addDropEnds: '2025-06-09' });

describe.each([
  ['5cu', 'honours', '5cu/ug/6.2', 20],
  ['5cu', 'masters', '5cu/tpg/6.2', 20],
  ['3cu', 'honours', '3cu/ug/6.2', 15],
  ['3cu', 'masters', '3cu/tpg/6.2', 15],
] as const)('the load of a term, %s full-time %s', (regime, award, clause, full) => {
  const { registration: rules } = packFor(regime);
  const study = (attempts: readonly Attempt[], of: Partial<Study> = {}, requirements = {}) =>
    aStudy(aProgramme(regime, 'full-time', { award, requirements }), { attempts, ...of });
  const taking = (credits: number, term: TermFacts = autumn, of: Partial<Attempt> = {}) =>
    anAttempt(aCourse(`C${credits}${term.code}`, { credits }), { term, ...of });
  const shortfall = (of: Study, term: TermFacts = autumn, today = '2024-09-17', met = false) => {
    const made = rules.loadShortfall(of, { term, met: () => met, today });
    expect(made && saysWhy(made.ruling)).toBe(true);
    return made;
  };
  const isShort = (...asked: Parameters<typeof shortfall>) => shortfall(...asked)?.ruling.outcome === 'allowed';
  const approved = (credits: number, of: Partial<SmallerLoad> = {}): Partial<Study> => {
    const load: SmallerLoad = {
      ...{ programme: 'BSC', term: autumn, credits, authority: 'school', reason: 'illness', clause, on: '2024-09-01' },
      ...of,
    };
    return { loads: { approved: [load], shortfalls: [] } };
  };

  it('is short by one credit, and not when it is reached', () => {
    expect(isShort(study([taking(full - 1)]))).toBe(true);
    expect(isShort(study([taking(full)]))).toBe(false);
  });
  it('is looked at from the first day on which no course can be added', () => {
    expect(isShort(study([taking(full - 1)]), autumn, '2024-09-16')).toBe(false);
    expect(shortfall(study([taking(full - 1)]))).toMatchObject({ clause, on: '2024-09-17', since: '2024-09-02' });
  });
  it('tells the figures, and what would change it', () => {
    const ruling = shortfall(study([taking(full - 4)]))?.ruling;
    const found = ruling?.findings.find(({ figures }) => figures?.suffices !== undefined);
    expect(found?.figures).toMatchObject({ term: '2024-AUT', taken: full - 4, termLoad: full, yearLoad: 2 * full });
    expect(ruling?.findings.find(({ figures }) => figures?.lacking === 4)?.note?.en).toContain('School');
  });
  it('is not short in an academic year that comes to what it prescribes', () => {
    expect(isShort(study([taking(full - 1), taking(full + 1, spring)]))).toBe(false);
    expect(isShort(study([taking(full - 1), taking(full, spring)]))).toBe(true);
  });
  it('is not short where the School let so much suffice in that term', () => {
    expect(isShort(study([taking(full - 5)], approved(full - 5)))).toBe(false);
    expect(isShort(study([taking(full - 6)], approved(full - 5)))).toBe(true);
    expect(isShort(study([taking(full - 5)], approved(full - 5, { term: spring })))).toBe(true);
    expect(isShort(study([taking(full - 5)], approved(full - 5, { programme: 'BA' })))).toBe(true);
  });
  it('is measured by the last approval of the term, not by the least', () => {
    const [first, last] = [approved(full - 5), approved(full - 3, { on: '2024-09-10' })];
    const both = { loads: { approved: [first, last].flatMap(({ loads }) => loads?.approved ?? []), shortfalls: [] } };
    expect(isShort(study([taking(full - 3)], both))).toBe(false);
    expect(isShort(study([taking(full - 4)], both))).toBe(true);
  });
  it('counts a course that was left since, and one over two terms by half', () => {
    const left = taking(5, autumn, { status: 'withdrawn', leftOn: '2024-10-20' });
    expect(isShort(study([taking(full - 5), left]))).toBe(false);
    const long = anAttempt(aCourse('LONG', { credits: 10, terms: 2 }));
    expect(isShort(study([taking(full - 5), long]))).toBe(false);
    expect(isShort(study([taking(full - 6), long]))).toBe(true);
  });
  it('is nobody’s who took nothing, or put study off', () => {
    expect(isShort(study([]))).toBe(false);
    const deferral = { from: '2024-09-10', until: '2025-09-01', approvedOn: '2024-09-10', covers: [] };
    const off = { deferrals: [{ programme: 'BSC', ground: 'illness' as const, ...deferral }] };
    expect(isShort(study([taking(full - 1)], off))).toBe(false);
  });
  it('is not prescribed in the third term, before entry, and to who has met the requirements', () => {
    expect(isShort(study([taking(3, summer)]), summer, '2025-06-10')).toBe(false);
    const later = { ...study([taking(full - 1)]) };
    expect(isShort({ ...later, registration: { ...later.registration, entryTerm: spring } })).toBe(false);
    expect(isShort(study([taking(full - 1)]), autumn, '2024-09-17', true)).toBe(false);
  });
  it('is that of the programme where it has its own', () => {
    const own = { creditsPerTerm: full - 3 };
    expect(isShort(study([taking(full - 3)], {}, own))).toBe(false);
    expect(isShort(study([taking(full - 4)], {}, own))).toBe(true);
  });
  it('is found once', () => {
    const found = {
      programme: 'BSC',
      term: autumn.code,
      taken: '1',
      prescribed: '2',
      clause,
      on: 'x',
      recordedOn: 'x',
    };
    expect(isShort(study([taking(full - 1)], { loads: { approved: [], shortfalls: [found] } }))).toBe(false);
  });

  it('is made smaller by the School, and by nobody without it', () => {
    const ask = (credits: number, ...authorities: string[]) =>
      rules.smallerLoad(study([]), {
        term: autumn,
        credits,
        approvals: authorities.map((authority) => by(authority)),
        today: '2024-09-01',
      })?.ruling;
    expect(ask(full - 1, 'school')?.outcome).toBe('allowed');
    expect(refusingClauses(ask(full - 1) as NonNullable<ReturnType<typeof ask>>)).toEqual([clause]);
    expect(ask(full - 1, 'registrar')?.outcome).toBe('refused');
    expect(ask(full, 'school')?.outcome).toBe('refused');
  });
  it('suffices on leaving a course too', () => {
    const left = taking(5, autumn);
    const attempts = [taking(full - 5), left];
    const request = { attempt: left, approvals: [], today: '2024-10-20' };
    const leaving = (of: Partial<Study>) => packFor(regime).withdrawal(study(attempts, of), request);
    expect(leaving({}).outcome).toBe('refused');
    expect(leaving(approved(full - 4)).outcome).toBe('refused');
    expect(leaving(approved(full - 5)).outcome).toBe('allowed');
    const remaining = leaving(approved(full - 5)).findings.find(({ figures }) => figures?.remainingCredits);
    expect(remaining && figuresOf({ ...leaving({}), findings: [remaining] }, remaining.clause)).toMatchObject({
      remainingCredits: full - 5,
      termLoad: full - 5,
    });
  });
});

it.each([
  ['distance-learning', 'honours'],
  ['part-time', 'masters'],
] as const)('nothing is prescribed in %s study for %s', (mode: StudyMode, award: AwardKind) => {
  for (const regime of ['5cu', '3cu'] as readonly Regime[]) {
    const study = aStudy(aProgramme(regime, mode, { award }), { attempts: [anAttempt('C1')] });
    const made = packFor(regime).registration.loadShortfall(study, {
      term: autumn,
      met: () => false,
      today: '2024-09-17',
    });
    expect(made?.ruling.outcome ?? 'refused').toBe('refused');
  }
});
