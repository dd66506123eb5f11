import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusingClauses } from '#kernel';
import type { Attempt, ExaminationFile, Regime, SittingKind, Study, StudyMode } from '../facts.ts';
import { fiveCreditExamination } from '../five-credit/examination.ts';
import type { SittingRequest } from '../rules/examination.ts';
import { aResit, aSitting, EXAM_DAY, examined, examinedStudy, granted } from '../testing/examinations.ts';
import { aCourse, anItem, by, handedIn, saysWhy } from '../testing/index.ts';
import { threeCreditExamination } from '../three-credit/examination.ts';
import { sittingsOf } from './examination-sittings.ts';

const rules = { '5cu': fiveCreditExamination, '3cu': threeCreditExamination };

const sitting = (
  regime: Regime,
  mode: StudyMode,
  of: Partial<SittingRequest>,
  file: Partial<ExaminationFile> = {},
  more: Partial<Omit<Study, 'registration'>> = {},
) => {
  const { attempt = examined() } = of;
  const on = of.on ?? (of.kind === 'original' || of.kind === undefined ? EXAM_DAY : '2025-04-28');
  return rules[regime].sitting(examinedStudy(regime, mode, attempt, file, more), {
    attempt,
    kind: 'original',
    examination: 'EX',
    mark: 50,
    approvals: [],
    today: on,
    ...of,
    on,
  });
};

describe('the examination of a course', () => {
  it.each<[Regime, StudyMode, string]>([
    ['5cu', 'distance-learning', '5cu/dl/8.11.1'],
    ['5cu', 'full-time', '5cu/ug/9.7.1'],
    ['5cu', 'part-time', '5cu/tpg/9.5.1'],
    ['3cu', 'distance-learning', '3cu/dl/9.12.1'],
    ['3cu', 'full-time', '3cu/ug/9.9.1'],
    ['3cu', 'part-time', '3cu/tpg/9.9.1'],
  ])('is sat by who is enrolled, %s %s', (regime, mode, clause) => {
    expect(sitting(regime, mode, {}).outcome).toBe('allowed');
    for (const attempt of [
      examined({ status: 'withdrawn' }),
      examined({ status: 'deferred' }),
      examined({ course: aCourse('C1', { examination: false }) }),
    ]) {
      const ruling = sitting(regime, mode, { attempt });
      expect(refusingClauses(ruling)).toEqual([`${regime}/assess/5.1`, clause]);
      expect(saysWhy(ruling)).toBe(true);
    }
  });

  it('is not sat before the course is taught', () => {
    expect(sitting('5cu', 'full-time', { on: '2024-09-02' }).outcome).toBe('allowed');
    expect(refusingClauses(sitting('5cu', 'full-time', { on: '2024-09-01' }))).toEqual([
      '5cu/assess/5.1',
      '5cu/ug/9.7.1',
    ]);
  });
});

describe('a deferred examination', () => {
  const open = { deferred: [granted()] };

  it.each(['5cu', '3cu'] as const)('is sat by whom it was granted, on its day, %s', (regime) => {
    expect(sitting(regime, 'full-time', { kind: 'deferred' }, open).outcome).toBe('allowed');
    expect(refusingClauses(sitting(regime, 'full-time', { kind: 'deferred' }))).toContain(`${regime}/assess/5.1`);
    expect(refusingClauses(sitting(regime, 'full-time', { kind: 'deferred', on: '2025-04-29' }, open))).toEqual([
      `${regime}/assess/12.2(a)`,
    ]);
  });

  it.each(['5cu', '3cu'] as const)('is sat by its last day where no day was set, %s', (regime) => {
    const unset = { deferred: [granted({ examinationOn: undefined })] };
    const on = (day: string) => refusingClauses(sitting(regime, 'full-time', { kind: 'deferred', on: day }, unset));
    expect(on('2025-05-10')).toEqual([]);
    expect(on('2025-05-11')).toEqual([`${regime}/assess/12.2`]);
    expect(on('2024-12-20')).toEqual([]);
    expect(on('2024-12-19')).toEqual([`${regime}/assess/12.2`]);
  });

  it.each(['5cu', '3cu'] as const)('is lost by who missed it, %s', (regime) => {
    const missed = { ...open, sittings: [aSitting('deferred', undefined)] };
    expect(refusingClauses(sitting(regime, 'full-time', { kind: 'deferred' }, missed))).toEqual([
      `${regime}/assess/12.2(b)`,
    ]);
    const twice = { ...missed, deferred: [granted(), granted({ examinationOn: '2025-05-02' }, { id: 'DE2' })] };
    expect(sitting(regime, 'full-time', { kind: 'deferred', on: '2025-05-02' }, twice).outcome).toBe('allowed');
  });

  it.each(['5cu', '3cu'] as const)('is sat by whom it was granted, whatever was recorded meanwhile, %s', (regime) => {
    const attempt = examined({ status: 'completed', grade: 'Fail' });
    expect(sitting(regime, 'full-time', { attempt, kind: 'deferred' }, open).outcome).toBe('allowed');
    expect(refusingClauses(sitting(regime, 'full-time', { attempt, kind: 'deferred' }))).toContain(
      `${regime}/assess/5.1`,
    );
  });

  it('is not there for somebody refused, or who has left the course', () => {
    const refused = { deferred: [granted({ granted: false })] };
    expect(sitting('5cu', 'full-time', { kind: 'deferred' }, refused).outcome).toBe('refused');
    const attempt = examined({ status: 'withdrawn' });
    expect(refusingClauses(sitting('5cu', 'full-time', { attempt, kind: 'deferred' }, open))).toEqual([
      '5cu/assess/5.1',
      '5cu/ug/9.7.1',
    ]);
    const held = examined({ status: 'completed', grade: 'Fail-Resit' });
    expect(sitting('5cu', 'full-time', { attempt: held, kind: 'deferred' }, open).outcome).toBe('allowed');
  });
});

describe('a resit', () => {
  const held = examined({ status: 'completed', grade: 'Fail-Resit' });
  const arranged = { sittings: [aSitting('original', 38)], resits: [aResit()] };
  const fee = (paidOn?: string) => ({
    account: {
      charges: [
        {
          id: 'R',
          kind: 'resit',
          programme: 'BSC',
          cents: 80000,
          due: '2025-04-27',
          on: '2025-01-20',
          clause: '',
        } as const,
      ],
      payments: paidOn ? [{ id: 'P', cents: 80000, on: paidOn, charge: 'R' }] : [],
      waivers: [],
      deferrals: [],
    },
  });
  const resit = (
    of: Partial<SittingRequest>,
    file: Partial<ExaminationFile> = arranged,
    more = {},
    mode: StudyMode = 'full-time',
  ) => refusingClauses(sitting('5cu', mode, { attempt: held, kind: 'resit', ...of }, file, more));

  it('is sat when it is granted and arranged, on its day', () => {
    expect(resit({})).toEqual([]);
    expect(resit({ attempt: examined() })).toEqual(['5cu/assess/5.1', '5cu/ug/9.7.1']);
    expect(resit({}, { sittings: arranged.sittings })).toEqual(['5cu/assess/15.2(a)']);
    expect(resit({ on: '2025-04-29' })).toEqual(['5cu/assess/15.2(a)']);
  });

  it('is sat by its last day where no day was set', () => {
    const unset = { ...arranged, resits: [aResit({ examinationOn: undefined })] };
    expect(resit({ on: '2025-05-10' }, unset)).toEqual([]);
    expect(resit({ on: '2025-05-11' }, unset)).toEqual(['5cu/assess/15.2(c)']);
  });

  it('is sat once', () => {
    const again = { ...arranged, sittings: [aSitting('original', 38), aSitting('resit', undefined)] };
    expect(resit({}, again)).toEqual(['5cu/assess/15.2(b)']);
  });

  it.each<[StudyMode, string]>([
    ['distance-learning', '5cu/dl/8.11.3'],
    ['full-time', '5cu/ug/9.7.3'],
    ['part-time', '5cu/tpg/9.5.3'],
  ])('is sat by who paid for it the day before at the latest, %s', (mode, clause) => {
    const charged = { ...arranged, resits: [aResit({ charge: 'R' })] };
    expect(resit({}, charged, fee('2025-04-27'), mode)).toEqual([]);
    expect(resit({}, charged, fee('2025-04-28'), mode)).toEqual(['5cu/assess/15.2(e)', clause]);
    expect(resit({}, charged, fee(), mode)).toEqual(['5cu/assess/15.2(e)', clause]);
    // Whoever does not come is absent, paid or not.
    expect(resit({ mark: undefined }, charged, fee(), mode)).toEqual([]);
  });

  it('is not sat by who has left', () => {
    const left = {
      moves: [{ programme: 'BSC', to: 'withdrawn', on: '2025-04-28', recordedOn: '2025-04-28' } as const],
    };
    expect(resit({}, arranged, left)).toEqual(['5cu/assess/15.2(f)']);
    const later = { moves: [{ ...left.moves[0], on: '2025-04-29' }] };
    expect(resit({}, arranged, later)).toEqual([]);
  });

  it.each<[StudyMode, string]>([
    ['distance-learning', '3cu/dl/9.12.1'],
    ['full-time', '3cu/ug/9.9.1'],
  ])('is not known in the three-credit regulations, %s', (mode, clause) => {
    const ruling = sitting('3cu', mode, { kind: 'resit' }, arranged);
    expect(refusingClauses(ruling)).toEqual(['3cu/assess/5.1', clause]);
    expect(saysWhy(ruling)).toBe(true);
  });
});

describe('two sittings without a pass', () => {
  const attempt = examined({ status: 'enrolled' });
  const twice = {
    sittings: [aSitting('original', 30), aSitting('deferred', 35)],
    deferred: [granted(), granted({ examinationOn: '2025-08-11', latest: '2025-08-16' }, { id: 'DE2' })],
  };
  const third = { attempt, kind: 'deferred', on: '2025-08-11' } as const;

  it('send a five-credit student back into the course, unless the award panel or the Senate makes an exception', () => {
    expect(refusingClauses(sitting('5cu', 'full-time', third, twice))).toEqual(['5cu/assess/5.2', '5cu/assess/12.3']);
    for (const authority of ['award-panel', 'senate']) {
      const ruling = sitting('5cu', 'full-time', { ...third, approvals: [by(authority)] }, twice);
      expect([ruling.outcome, ruling.exception?.authority]).toEqual(['allowed', authority]);
    }
    expect(sitting('5cu', 'full-time', { ...third, approvals: [by('school')] }, twice).outcome).toBe('refused');
  });

  it('do not stand in the way of recording that the candidate was absent', () =>
    expect(sitting('5cu', 'full-time', { ...third, mark: undefined }, twice).outcome).toBe('allowed'));

  it('are two deferred ones for a three-credit student, and nobody makes an exception', () => {
    expect(sitting('3cu', 'full-time', third, twice).outcome).toBe('allowed');
    const both = {
      sittings: [aSitting('deferred', 30), aSitting('deferred', 35, { on: '2025-05-02' })],
      deferred: [...twice.deferred, granted({ examinationOn: '2025-08-11', latest: '2025-08-16' }, { id: 'DE3' })],
    };
    const ruling = sitting('3cu', 'full-time', { ...third, approvals: [by('award-panel'), by('senate')] }, both);
    expect(refusingClauses(ruling)).toEqual(['3cu/assess/5.2', '3cu/assess/12.3']);
    expect(saysWhy(ruling)).toBe(true);
  });
});

describe('a sitting that is put right', () => {
  const graded = examined({ status: 'completed', grade: 'Fail' });

  it.each(['5cu', '3cu'] as const)('is of a course that was being taken then, %s', (regime) => {
    const corrects = aSitting('original', 30);
    const of = { attempt: graded, corrects };
    expect(sitting(regime, 'full-time', of, { sittings: [corrects] }).outcome).toBe('allowed');
    expect(sitting(regime, 'full-time', { attempt: graded }).outcome).toBe('refused');
  });

  it.each(['5cu', '3cu'] as const)('is a deferred one on the day that was set for it, %s', (regime) => {
    const corrects = aSitting('deferred', undefined);
    const later = granted({ examinationOn: '2025-05-02' }, { id: 'DE2' });
    const on = (day: string, deferred = [granted()]) =>
      refusingClauses(
        sitting(
          regime,
          'full-time',
          { attempt: graded, kind: 'deferred', on: day, corrects },
          { deferred, sittings: [corrects] },
        ),
      );
    expect(on('2025-04-28')).toEqual([]);
    expect(on('2025-04-29')).toEqual([`${regime}/assess/12.2(a)`]);
    expect(on('2025-04-28', [granted(), later])).toEqual([]);
  });

  it('counts those that came before it, and keeps the exception under which it was sat', () => {
    const [first, second] = [aSitting('original', 30), aSitting('deferred', 35, { on: '2025-01-20' })];
    const exception = { authority: 'senate', reason: 'Minute 4' };
    const third = aSitting('resit', undefined);
    const put = (corrects: typeof third, sittings = [first, second, corrects]) =>
      sitting(
        '5cu',
        'full-time',
        { attempt: graded, kind: corrects.kind, on: corrects.on, mark: 45, corrects },
        { sittings, resits: [aResit()] },
      );
    expect(refusingClauses(put(third))).toEqual(['5cu/assess/5.2', '5cu/assess/12.3']);
    expect(put({ ...third, exception })).toMatchObject({ outcome: 'allowed', exception });
    expect(put(first, [first, second, third]).outcome).toBe('allowed');
  });
});

describe('the count of sittings', () => {
  const count = (file: Partial<ExaminationFile>, attempt: Attempt = examined(), regime: Regime = '5cu') =>
    rules[regime].count(examinedStudy(regime, 'full-time', attempt, file), attempt);

  it('asks for the course again after as many failures as the Senate set for the programme', () => {
    const attempt = examined();
    const failed = [aSitting('original', 10), aSitting('deferred', 10)];
    const study = examinedStudy('3cu', 'full-time', attempt, { sittings: failed });
    const { programme } = study.registration;
    const amendment = { value: 1, from: '2024-09-01', authority: 'senate', reason: 'Laboratory work' };
    const amended = { ...programme, amendments: [{ rule: 'examination-sittings' as const, ...amendment }] };
    const under = (of: typeof programme) =>
      rules['3cu'].count({ ...study, registration: { ...study.registration, programme: of } }, attempt);
    expect(under(programme)).toMatchObject({ most: 2, failed: 1, retake: [] });
    expect(under(amended)).toMatchObject({ most: 1, failed: 1 });
    expect(under(amended).retake).not.toEqual([]);
  });

  it('leaves out absences, and takes what was not passed as failed', () => {
    expect(count({})).toEqual({ counted: 0, failed: 0, most: 2, retake: [] });
    expect(count({ sittings: [aSitting('original', undefined), aSitting('deferred', 39.99)] })).toMatchObject({
      counted: 1,
      failed: 1,
      retake: [],
    });
    expect(count({ sittings: [aSitting('original', 0), aSitting('resit', 40)] })).toMatchObject({
      counted: 2,
      failed: 1,
    });
    expect(count({ sittings: [aSitting('original', 0), aSitting('resit', 39)] })).toEqual({
      counted: 2,
      failed: 2,
      most: 2,
      retake: ['5cu/assess/5.2', '5cu/assess/12.3'],
    });
  });

  it('takes only deferred ones in the three-credit regulations', () =>
    expect(count({ sittings: [aSitting('original', 0), aSitting('deferred', 0)] }, examined(), '3cu')).toMatchObject({
      counted: 1,
      failed: 1,
    }));

  it('leaves open whether a last sitting failed where the course asks for no pass in the examination', () =>
    expect(
      count({ sittings: [aSitting('original', 0), aSitting('resit', 0)] }, examined({ scheme: undefined })),
    ).toMatchObject({ counted: 2, failed: 1, retake: [] }));

  it('sees an examination that was handed in and marked like other work, once', () => {
    const attempt = examined({ submissions: [handedIn('EX', { mark: 20 }), handedIn('EX', { mark: 30 })] });
    expect(count({}, attempt)).toMatchObject({ counted: 2, failed: 2 });
    expect(count({ sittings: [aSitting('resit', 50)] }, attempt)).toMatchObject({ counted: 2, failed: 1 });
  });

  it('is that of the paper which was sat most often', () => {
    const attempt = examined({
      items: [anItem('EX', EXAM_DAY, { kind: 'examination' }), anItem('EY', EXAM_DAY, { kind: 'examination' })],
    });
    const papers = [aSitting('original', 10), aSitting('original', 10, { examination: 'EY' })];
    expect(count({ sittings: papers }, attempt)).toMatchObject({ counted: 1, failed: 1 });
    expect(count({ sittings: [...papers, aSitting('resit', 10)] }, attempt)).toMatchObject({ counted: 2, failed: 2 });
  });

  it('holds under an exception until the exceptional sitting fails', () => {
    const exception = by('award-panel');
    const sat = (mark: number) => [
      aSitting('original', 10),
      aSitting('resit', 20),
      aSitting('deferred', mark, { on: '2025-08-11', exception }),
    ];
    expect(count({ sittings: sat(40) })).toMatchObject({ counted: 3, failed: 2, retake: [] });
    expect(count({ sittings: sat(39) })).toMatchObject({
      counted: 3,
      failed: 3,
      retake: ['5cu/assess/5.2', '5cu/assess/12.3'],
    });
  });

  it('is never lowered by one sitting more', () => {
    const aKind = fc.constantFrom<SittingKind>('original', 'deferred', 'resit');
    const sat = fc
      .record({
        kind: aKind,
        mark: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
        paper: fc.constantFrom('EX', 'EY'),
        day: fc.integer({ min: 10, max: 28 }),
      })
      .map(({ kind, mark, paper, day }) => aSitting(kind, mark, { examination: paper, on: `2024-12-${day}` }));
    const handed = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 2 });
    fc.assert(
      fc.property(
        fc.array(sat, { maxLength: 6 }),
        sat,
        handed,
        fc.constantFrom<Regime>('5cu', '3cu'),
        (before, one, marks, regime) => {
          const attempt = examined({ submissions: marks.map((mark) => handedIn('EX', { mark })) });
          const counted = (sittings: ExaminationFile['sittings']) => count({ sittings }, attempt, regime).counted;
          expect(counted([...before, one])).toBeGreaterThanOrEqual(counted(before));
        },
      ),
    );
  });
});

it('sittings are in order of their days', () => {
  const attempt = examined({ submissions: [handedIn('EX', { mark: 20, submittedOn: EXAM_DAY })] });
  const study = examinedStudy('5cu', 'full-time', attempt, {
    sittings: [aSitting('resit', 30), aSitting('deferred', 50, { on: '2025-01-05' })],
  });
  expect(sittingsOf(study, attempt).map(({ kind, on }) => [kind, on])).toEqual([
    ['original', EXAM_DAY],
    ['deferred', '2025-01-05'],
    ['resit', '2025-04-28'],
  ]);
});
