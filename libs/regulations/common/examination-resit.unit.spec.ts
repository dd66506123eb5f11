import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { Attempt, ExaminationFile, Regime, Resit, StudyMode } from '../facts.ts';
import { fiveCreditExamination } from '../five-credit/examination.ts';
import type { GradingRequest } from '../pack.ts';
import type { ResitRequest } from '../rules/examination.ts';
import { aResit, aSitting, EXAM_DAY, examined, examinedStudy, granted } from '../testing/examinations.ts';
import { anAttempt, by, handedIn, saysWhy, spring } from '../testing/index.ts';
import { threeCreditExamination } from '../three-credit/examination.ts';

const rules = { '5cu': fiveCreditExamination, '3cu': threeCreditExamination };
const held = examined({ status: 'completed', grade: 'Fail-Resit', gradedOn: '2025-01-10' });
const sat = { sittings: [aSitting('original', 38)] };

describe('arranging a resit', () => {
  const resit = (
    of: Partial<ResitRequest> = {},
    file: Partial<ExaminationFile> = sat,
    mode: StudyMode = 'full-time',
  ) => {
    const { attempt = held } = of;
    return fiveCreditExamination.resit(examinedStudy('5cu', mode, attempt, file), {
      attempt,
      period: spring,
      today: '2025-01-20',
      ...of,
    });
  };

  it.each<[StudyMode, string]>([
    ['distance-learning', '5cu/dl/8.11.2'],
    ['full-time', '5cu/ug/9.7.2'],
    ['part-time', '5cu/tpg/9.5.2'],
  ])('takes the grant of the award panel, %s', (mode, clause) => {
    expect(refusingClauses(resit({}, sat, mode))).toEqual([]);
    for (const grade of [undefined, 'Fail', 'C']) {
      const ruling = resit({ attempt: examined({ grade }) }, sat, mode);
      expect(refusingClauses(ruling)).toEqual(['5cu/assess/15.1', clause]);
      expect(saysWhy(ruling)).toBe(true);
    }
  });

  it('is for the next examinations of the course, or within a year', () => {
    expect(resit().latest).toBe('2025-05-10');
    expect(refusingClauses(resit({ examinationOn: '2025-05-10' }))).toEqual([]);
    expect(refusingClauses(resit({ examinationOn: '2025-05-11' }))).toEqual(['5cu/assess/15.2(c)']);
    const special = { period: undefined };
    expect(resit(special).latest).toBe('2025-12-20');
    expect(refusingClauses(resit({ ...special, examinationOn: '2025-12-20' }))).toEqual([]);
    expect(refusingClauses(resit({ ...special, examinationOn: '2025-12-21' }))).toEqual(['5cu/assess/15.2(c)']);
    expect(refusingClauses(resit({ ...special, examinationOn: EXAM_DAY, today: EXAM_DAY }))).toEqual([
      '5cu/assess/15.2(c)',
    ]);
  });

  it('is for the next examinations that the course is known to have, not for later ones of the year', () => {
    const summer = { code: '2025-SUM', examinations: ['2025-08-11', '2025-08-16'] } as const;
    const known = [{ code: spring.code, examinations: spring.examinations }, summer];
    expect(refusingClauses(resit({ period: summer }))).toEqual([]);
    expect(refusingClauses(resit({ period: summer, examinedIn: known }))).toEqual(['5cu/assess/15.2(c)']);
    expect(refusingClauses(resit({ period: summer, examinedIn: [summer] }))).toEqual([]);
    expect(resit({ period: undefined, examinedIn: known }).latest).toBe('2025-05-10');
    const missed = { period: summer, examinedIn: known, today: '2025-05-11' };
    expect(refusingClauses(resit(missed))).toEqual(['5cu/assess/15.2(c)']);
    expect(refusingClauses(resit({ ...missed, attempt: { ...held, gradedOn: '2025-05-11' } }))).toEqual([]);
  });

  it('is for who has not had one yet', () =>
    expect(
      refusingClauses(resit({}, { sittings: [...sat.sittings, aSitting('resit', undefined, { on: '2025-01-18' })] })),
    ).toEqual(['5cu/assess/15.2(b)']));

  it('is lost when the course is taken again, unless that is withdrawn from', () => {
    const study = (of: Partial<Attempt>) => ({
      ...examinedStudy('5cu', 'full-time', held, { ...sat, resits: [aResit()] }),
      attempts: [held, anAttempt('C1', { term: spring, ...of })],
    });
    const arrange = (of: Partial<Attempt>) =>
      refusingClauses(fiveCreditExamination.resit(study(of), { attempt: held, period: spring, today: '2025-01-20' }));
    const sit = (of: Partial<Attempt>) =>
      refusingClauses(
        fiveCreditExamination.sitting(study(of), {
          ...{ attempt: held, kind: 'resit', examination: 'EX', mark: 50, approvals: [] },
          ...{ on: '2025-04-28', today: '2025-04-28' },
        }),
      );
    for (const again of [{}, { status: 'completed' as const, grade: 'A' }]) {
      expect(arrange(again)).toEqual(['5cu/assess/15.2(b)']);
      expect(sit(again)).toEqual(['5cu/assess/15.2(b)']);
    }
    expect(arrange({ status: 'withdrawn' })).toEqual([]);
    expect(sit({ status: 'withdrawn' })).toEqual([]);
  });

  it('is for who has not left', () => {
    const moves = [{ programme: 'BSC', to: 'withdrawn', on: '2025-01-20', recordedOn: '2025-01-20' } as const];
    const ruling = fiveCreditExamination.resit(examinedStudy('5cu', 'full-time', held, sat, { moves }), {
      attempt: held,
      period: spring,
      today: '2025-01-20',
    });
    expect(refusingClauses(ruling)).toEqual(['5cu/assess/15.2(f)']);
  });

  it('is not known in the three-credit regulations', () => {
    const ruling = threeCreditExamination.resit(examinedStudy('3cu', 'distance-learning', held, sat), {
      attempt: held,
      today: '2025-01-20',
    });
    expect(refusingClauses(ruling)).toEqual(['3cu/assess/5.1', '3cu/dl/9.12.1']);
    expect(saysWhy(ruling)).toBe(true);
  });
});

describe('putting off resits', () => {
  const named = (code: string): Attempt => anAttempt(code, { grade: 'Fail-Resit' });
  const of = (code: string, more: Partial<Resit> = {}) => aResit({ attempt: `${code}@2024-AUT`, ...more });
  const deferral = (
    asked: string[],
    resits: readonly Resit[],
    more: { today?: string; later?: ResitRequest['period']; regime?: Regime } = {},
  ) => {
    const { regime = '5cu', today = '2025-04-01', later } = more;
    const study = examinedStudy(regime, 'full-time', named('R1'), { resits });
    return rules[regime].resitDeferral(study, {
      term: '2025-SPR',
      attempts: asked.map(named),
      today,
      ...(later ? { later: { period: later } } : {}),
    });
  };
  const refusing = (...args: Parameters<typeof deferral>) => refusingClauses(deferral(...args));

  it.each([
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 2],
    [5, 2],
  ])('of %i in one term lets at most %i be deferred', (resits, most) => {
    const all = Array.from({ length: resits }, (_, index) => `R${index + 1}`);
    const file = all.map((code) => of(code));
    for (const asked of [most, most + 1].filter((count) => count > 0 && count <= resits)) {
      const ruling = deferral(all.slice(0, asked), file);
      expect([asked, refusingClauses(ruling)]).toEqual([asked, asked <= most ? [] : ['5cu/assess/15.3']]);
      expect(saysWhy(ruling)).toBe(true);
    }
  });

  it('counts those that were put off before', () => {
    const before = of('R1', {
      period: '2025-SUM',
      deferredFrom: { period: '2025-SPR', latest: '2025-05-10', on: '2025-03-01' },
    });
    expect(refusing(['R2'], [before, of('R2'), of('R3')])).toEqual(['5cu/assess/15.3']);
    expect(refusing(['R2'], [before, of('R2'), of('R3'), of('R4')])).toEqual([]);
  });

  it('is of resits of that term', () => {
    const other = of('R2', { period: '2025-SUM' });
    expect(refusing(['R1'], [of('R1'), other])).toEqual(['5cu/assess/15.3']);
    expect(refusing(['R2'], [of('R1'), other, of('R3')])).toEqual(['5cu/assess/15.3']);
  });

  it('is asked for a week before the first of them', () => {
    const file = [of('R1'), of('R2')];
    expect(refusing(['R1'], file, { today: '2025-04-21' })).toEqual([]);
    expect(refusing(['R1'], file, { today: '2025-04-22' })).toEqual(['5cu/assess/15.3']);
  });

  it('is decided for the next examinations of the course, or within a year after', () => {
    const file = [of('R1'), of('R2')];
    const period = (code: string, examinations: readonly [string, string]) => ({ code, examinations });
    expect(refusing(['R1'], file, { later: period('2025-AUT', ['2025-12-08', '2025-12-19']) })).toEqual([]);
    expect(refusing(['R1'], file, { later: period('2026-SPR', ['2026-05-11', '2026-05-22']) })).toEqual([
      '5cu/assess/15.2(c)',
    ]);
    expect(refusing(['R1'], file, { later: period('2025-SPR', ['2025-04-20', '2025-04-28']) })).toEqual([
      '5cu/assess/15.2(c)',
    ]);
  });

  it('is not known in the three-credit regulations', () =>
    expect(refusing(['R1'], [of('R1'), of('R2')], { regime: '3cu' })).toEqual(['3cu/assess/5.1', '3cu/ug/9.9.1']));
});

describe('a grade, looked at from the examination', () => {
  const grade = (
    regime: Regime,
    of: {
      grade: string;
      attempt?: Attempt;
      file?: Partial<ExaminationFile>;
      by?: string | readonly string[];
      mode?: StudyMode;
      more?: Partial<GradingRequest>;
    },
  ) => {
    const { attempt = examined(), file = {}, mode = 'full-time' } = of;
    const approvals = [of.by ?? []].flat().map((authority) => by(authority));
    return rules[regime].grading(examinedStudy(regime, mode, attempt, file), {
      attempt,
      grade: of.grade,
      approvals,
      today: '2025-01-10',
      ...of.more,
    });
  };
  const refusing = (...of: Parameters<typeof grade>) => refusingClauses(grade(...of));

  describe('granting a resit', () => {
    const asking = (courseworkMark: number) =>
      examined({
        scheme: {
          assignmentsToComplete: 1,
          assignmentsCounting: 1,
          combination: 'all-weighted',
          examinationPass: 40,
          resitCoursework: 40,
          resitExamination: 35,
        },
        submissions: [handedIn('A1', { mark: courseworkMark })],
      });
    const resit = (coursework: number, mark: number | undefined) =>
      refusing('5cu', {
        grade: 'Fail-Resit',
        attempt: asking(coursework),
        file: { sittings: [aSitting('original', mark)] },
      });

    it('takes the coursework and the examination that the course asks', () => {
      expect(resit(40, 35)).toEqual([]);
      expect(resit(39.99, 35)).toEqual(['5cu/assess/15.1(a)']);
      expect(resit(40, 34.99)).toEqual(['5cu/assess/15.1(b)']);
    });

    it('takes an examination that was sat, and failed', () => {
      expect(resit(40, undefined)).toEqual(['5cu/assess/15.1(b)']);
      expect(refusing('5cu', { grade: 'Fail-Resit', attempt: asking(40) })).toEqual(['5cu/assess/15.1(b)']);
      expect(resit(40, 39.99)).toEqual([]);
      expect(resit(40, 40)).toEqual(['5cu/assess/15.1(b)']);
      expect(saysWhy(grade('5cu', { grade: 'Fail-Resit', attempt: asking(0) }))).toBe(true);
    });

    it('is for the award panel alone where the course asks nothing and nobody recorded a sitting', () =>
      expect(refusing('5cu', { grade: 'Fail-Resit' })).toEqual([]));

    it('takes the word of the panel from an office that only enters results', () => {
      const entered = (mode: StudyMode, ...by: string[]) =>
        refusing('5cu', { grade: 'Fail-Resit', mode, by, more: { entered: true } });
      expect(entered('full-time')).toEqual(['5cu/ug/9.7.2']);
      expect(entered('full-time', 'school', 'senate')).toEqual(['5cu/ug/9.7.2']);
      expect(entered('full-time', 'award-panel')).toEqual([]);
      expect(entered('distance-learning')).toEqual(['5cu/dl/8.11.2']);
      expect(refusing('5cu', { grade: 'Fail', more: { entered: true } })).toEqual([]);
      expect(saysWhy(grade('5cu', { grade: 'Fail-Resit', more: { entered: true } }))).toBe(true);
    });

    it('and its refusal tell no mark of an examination, as students read them', () => {
      const file = { sittings: [aSitting('original', 34.56)] };
      const rulings = [
        grade('5cu', { grade: 'Fail-Resit', attempt: asking(40), file }),
        grade('5cu', {
          grade: 'C',
          attempt: asking(40),
          file: { sittings: [...file.sittings, aSitting('resit', 34.56)] },
        }),
      ];
      for (const ruling of rulings) {
        expect(ruling.outcome).toBe('refused');
        expect(JSON.stringify(ruling)).not.toMatch(/34\.56|864/);
      }
    });

    it('is done once', () => {
      const sittings = [aSitting('original', 35), aSitting('resit', 36)];
      expect(refusing('5cu', { grade: 'Fail-Resit', attempt: asking(40), file: { sittings } })).toEqual([
        '5cu/assess/15.2(b)',
      ]);
    });
  });

  describe('a pass', () => {
    const twice = { sittings: [aSitting('original', 30), aSitting('deferred', 35)], deferred: [granted()] };

    it('is given to who passed the examination, and is nobody’s concern where none was recorded', () => {
      for (const regime of ['5cu', '3cu'] as const) {
        expect(refusing(regime, { grade: 'C' })).toEqual([]);
        expect(refusing(regime, { grade: 'C', file: { sittings: [aSitting('original', 40)] } })).toEqual([]);
        expect(refusing(regime, { grade: 'C', file: { sittings: [aSitting('original', 39.99)] } })).toEqual([
          `${regime}/assess/2.1`,
        ]);
        expect(refusing(regime, { grade: 'Fail', file: { sittings: [aSitting('original', 0)] } })).toEqual([]);
      }
    });

    it('is not given after two failed sittings without an exception of the award panel or the Senate', () => {
      const clauses = ['5cu/assess/5.2', '5cu/assess/12.3', '5cu/assess/2.1'];
      expect(refusing('5cu', { grade: 'C', file: twice })).toEqual(clauses);
      expect(refusing('5cu', { grade: 'C', file: twice, by: 'award-panel' })).toEqual([]);
      expect(refusing('5cu', { grade: 'C', file: twice, by: 'school' })).toEqual(clauses);
      expect(refusing('5cu', { grade: 'Fail', file: twice })).toEqual([]);
    });

    it('is not given after two failed deferred examinations, firmly (three-credit)', () => {
      const both = { sittings: [aSitting('deferred', 30), aSitting('deferred', 35, { on: '2025-05-02' })] };
      expect(refusing('3cu', { grade: 'C', file: both, by: 'award-panel' })).toEqual([
        '3cu/assess/5.2',
        '3cu/assess/12.3',
        '3cu/assess/2.1',
      ]);
      expect(refusing('3cu', { grade: 'C', file: twice })).toEqual(['3cu/assess/2.1']);
    });

    it.each<[StudyMode, string]>([
      ['distance-learning', '5cu/dl/8.11.4'],
      ['full-time', '5cu/ug/9.7.4'],
      ['part-time', '5cu/tpg/9.5.4'],
    ])('is not given after a failed resit, %s', (mode, clause) => {
      const resat = (mark: number | undefined) => ({
        grade: 'C',
        attempt: held,
        mode,
        file: { sittings: [aSitting('original', 38), aSitting('resit', mark)] },
      });
      expect(refusing('5cu', { ...resat(40), by: 'senate' })).toEqual([]);
      expect(refusing('5cu', resat(39))).toContain(clause);
      expect(refusing('5cu', resat(undefined))).toContain(clause);
      expect(saysWhy(grade('5cu', resat(39)))).toBe(true);
    });

    describe.each(['5cu', '3cu'] as const)('of who did not come, %s', (regime) => {
      const absent = aSitting('original', undefined);
      const plain = examined({ scheme: undefined });
      const pass = (file: Partial<ExaminationFile>, more: Partial<GradingRequest> = {}) =>
        refusing(regime, { grade: 'Pass', attempt: plain, file, more });

      it('is refused unless the Senate exempts, a later sitting came, or another system saw to it', () => {
        expect(pass({ sittings: [absent] })).toEqual([`${regime}/assess/13.1`]);
        expect(pass({ sittings: [absent] }, { exemption: true })).toEqual([]);
        expect(pass({ sittings: [absent] }, { migrated: true })).toEqual([]);
        expect(pass({ sittings: [absent, aSitting('deferred', 50)], deferred: [granted()] })).toEqual([]);
        expect(pass({ sittings: [absent, aSitting('deferred', undefined)], deferred: [granted()] })).toEqual([
          `${regime}/assess/13.1`,
        ]);
        expect(pass({ sittings: [aSitting('original', 50)] })).toEqual([]);
        expect(refusing(regime, { grade: 'Fail', file: { sittings: [absent] } })).toEqual([]);
      });

      it('is looked at paper by paper', () => {
        const other = aSitting('original', undefined, { examination: 'EX2', on: '2024-12-09' });
        expect(pass({ sittings: [other, aSitting('original', 50)] })).toEqual([`${regime}/assess/13.1`]);
      });

      it('is refused where a deferred examination was let go by', () =>
        expect(pass({ deferred: [granted()] }, { today: '2025-05-11' })).toEqual([`${regime}/assess/12.2(b)`]));
    });

    it.each(['5cu', '3cu'] as const)('or a fail waits for a deferred examination until its last day (%s)', (regime) => {
      const file = { sittings: [aSitting('original', undefined)], deferred: [granted()] };
      const on = (today: string, grade: string, of: ExaminationFile['deferred'] = file.deferred) =>
        refusing(regime, { grade, file: { ...file, deferred: of }, more: { today } });
      const clause = `${regime}/assess/12.2`;
      expect(on('2025-04-28', 'Fail')).toEqual([clause]);
      expect(on('2025-04-29', 'Fail')).toEqual([]);
      expect(on('2025-04-28', 'C')).toContain(clause);
      expect(on('2025-04-28', 'Incomplete')).toEqual([]);
      const anyDay = [granted({ examinationOn: undefined })];
      expect(on('2025-05-10', 'Fail', anyDay)).toEqual([clause]);
      expect(on('2025-05-11', 'Fail', anyDay)).toEqual([]);
      expect(on('2025-04-28', 'Fail', [granted({ granted: false })])).toEqual([]);
      const sat = { ...file, sittings: [...file.sittings, aSitting('deferred', 30)] };
      expect(refusing(regime, { grade: 'Fail', file: sat, more: { today: '2025-04-28' } })).toEqual([]);
    });

    describe('where a resit was granted', () => {
      const decision = '5cu/assess/15.2(d)';
      const passed = { sittings: [aSitting('original', 38), aSitting('resit', 52)] };
      const of = { grade: 'C', attempt: held };

      it('takes a resit that was sat, and the Senate', () => {
        expect(refusing('5cu', of)).toEqual([decision, decision]);
        expect(refusing('5cu', { ...of, by: 'senate' })).toEqual([decision]);
        expect(refusing('5cu', { ...of, file: sat, by: 'senate' })).toContain(decision);
        expect(refusing('5cu', { ...of, file: passed })).toEqual([decision]);
        expect(refusing('5cu', { ...of, file: passed, by: 'award-panel' })).toEqual([decision]);
        expect(refusing('5cu', { ...of, file: passed, by: 'senate' })).toEqual([]);
        expect(saysWhy(grade('5cu', of))).toBe(true);
      });

      it('takes neither for a fail, and none that another system had seen to', () => {
        expect(refusing('5cu', { ...of, grade: 'Fail' })).toEqual([]);
        expect(refusing('5cu', { ...of, more: { migrated: true } })).toEqual([]);
      });

      it('is recommended before the Senate decides', () => {
        expect(refusing('5cu', { ...of, more: { recommended: true } })).toEqual([decision]);
        expect(refusing('5cu', { ...of, file: passed, more: { recommended: true } })).toEqual([]);
      });

      it('is sat late by who was ill on its day', () => {
        const later = aSitting('deferred', 52, { on: '2025-05-02' });
        const sittings = [aSitting('original', 38), aSitting('resit', undefined), later];
        const late = { sittings, deferred: [granted({}, { kind: 'resit' })] };
        expect(refusing('5cu', { ...of, file: late, by: 'senate' })).toEqual([]);
        expect(refusing('5cu', { ...of, file: { ...late, deferred: [granted()] }, by: 'senate' })).toContain(decision);
      });

      it('takes the Senate where the result was wrong, also after the resit was failed', () => {
        const wrong = { more: { correction: { reason: 'added up wrongly' } } };
        expect(refusing('5cu', { ...of, ...wrong })).toEqual([decision]);
        expect(refusing('5cu', { ...of, ...wrong, by: 'senate' })).toEqual([]);
        const failed = { ...of, attempt: { ...held, grade: 'Fail' }, file: passed, ...wrong };
        expect(refusing('5cu', failed)).toEqual([decision]);
        expect(refusing('5cu', { ...failed, attempt: { ...held, grade: 'B' } })).toEqual([]);
      });
    });
  });
});
