import { describe, expect, it } from '@jest/globals';
import { text } from '#kernel';
import {
  type AwardKind,
  type ProgrammeFacts,
  packFor,
  type Regime,
  type ScholarshipFacts,
  type StudyMode,
} from '#regulations';
import { foldRecord, latestDay, type RecordEvent } from '#student-record';
import { aCourse, aProgramme, saysWhy } from '../../regulations/testing/index.ts';
import { deferred, enrolledIn, given, graded, term, withdrawn } from '../testing/story.ts';
import { awardScholarship } from './award-scholarship.ts';
import { nominateForScholarship } from './nominate-for-scholarship.ts';

const admittedTo = (
  regime: Regime,
  mode: StudyMode,
  award: AwardKind = 'honours',
  creditsPerTerm?: number,
): RecordEvent => ({
  type: 'StudentAdmitted',
  data: {
    student: 'S1',
    registration: {
      programme: aProgramme(regime, mode, { award, requirements: { creditsPerTerm } }),
      entryTerm: term,
      admittedOn: '2024-08-01',
    },
  },
});
const taken = (credits: number, code = 'BIG') => enrolledIn(aCourse(code, { credits }));
const passed = (credits: number, code = 'BIG') => [taken(credits, code), graded(code, 'B')];

const scholarship = (regime: Regime, of: Partial<ScholarshipFacts> = {}): ScholarshipFacts => ({
  code: 'CHOIR',
  title: text('Choir Prize', '合唱團獎學金'),
  kind: 'academic',
  regime,
  cents: 1_000_000,
  form: 'cash',
  conditions: [],
  criteria: [],
  from: '2024-09-01',
  ...of,
});
const grounds = [{ ground: 'academic-results', words: 'first of the year' }];
const nominating = { student: 'S1', scholarship: 'CHOIR', academicYear: '2024/25', recommendedBy: 'school', grounds };
const awarding = { student: 'S1', scholarship: 'CHOIR' };
const university = { authority: 'university', reason: 'good reasons' };
const on = (facts: ScholarshipFacts | undefined, day = '2025-02-01') => ({ on: day, facts });
const nominated = (of: ScholarshipFacts, academicYear = '2024/25'): RecordEvent => ({
  type: 'ScholarshipNominated',
  data: {
    nomination: {
      scholarship: of,
      programme: 'BSC',
      academicYear,
      recommendedBy: 'school',
      grounds: [],
      criteriaMet: [],
      on: '2025-02-01',
    },
  },
});
const awarded = (code: string, academicYear = '2023/24'): RecordEvent => ({
  type: 'ScholarshipAwarded',
  data: {
    award: {
      scholarship: code,
      title: text(code, code),
      programme: 'BSC',
      academicYear,
      form: 'cash',
      cents: 1,
      on: '2024-10-01',
    },
  },
});
const ended = (type: 'ProgrammeWithdrawn' | 'ProgrammeCompleted', day: string): RecordEvent =>
  ({ type, data: { programme: 'BSC', on: day, recordedOn: day, clause: 'x', reason: '' } }) as RecordEvent;

const changed = (to: ProgrammeFacts, effectiveOn: string): RecordEvent => ({
  type: 'ProgrammeChanged',
  data: { change: { from: 'BSC', to, term: term.code, approvedOn: '2025-02-02', effectiveOn, clause: 'x' } },
});

describe('credits for a scholarship, five-credit', () => {
  it.each([
    ['honours', 60],
    ['ordinary', 60],
    ['certificate', 15],
    ['diploma', 30],
    ['associate', 40],
    ['higher-diploma', 45],
  ] as const)('are completed in the programme: of %s %i', (award, least) => {
    for (const mode of ['distance-learning', 'full-time'] as const) {
      const student = given(admittedTo('5cu', mode, award));
      student
        .and(...passed(least))
        .when(nominateForScholarship, nominating, on(scholarship('5cu')))
        .thenEvent('ScholarshipNominated', { nomination: { programme: 'BSC', academicYear: '2024/25' } });
      student
        .and(...passed(least - 1))
        .when(nominateForScholarship, { ...nominating, approval: university }, on(scholarship('5cu')))
        .thenRefused('nomination-refused', '5cu/schol/3.1');
    }
  });

  it('are not those that are only being taken', () =>
    given(admittedTo('5cu', 'full-time'), taken(60))
      .when(nominateForScholarship, nominating, on(scholarship('5cu')))
      .thenRefusedBy('5cu/schol/3.1'));
});

describe('credits for a scholarship, three-credit', () => {
  const full = given(admittedTo('3cu', 'full-time'));
  const distance = given(admittedTo('3cu', 'distance-learning'));
  const offered = on(scholarship('3cu'));

  it('are normally 30 of the year in full-time study, fewer when the University approves', () => {
    full.and(taken(30)).when(nominateForScholarship, nominating, offered).thenEvent('ScholarshipNominated', {});
    const fewer = full.and(taken(29));
    fewer.when(nominateForScholarship, nominating, offered).thenRefusedBy('3cu/schol/3.1');
    fewer
      .when(nominateForScholarship, { ...nominating, approval: university }, offered)
      .thenEvent('ScholarshipNominated', {});
    fewer
      .when(nominateForScholarship, { ...nominating, approval: { ...university, authority: 'school' } }, offered)
      .thenRefusedBy('3cu/schol/3.1');
  });

  it('are the load of a full-time programme that has one of its own', () => {
    const own = given(admittedTo('3cu', 'full-time', 'honours', 12));
    own.and(taken(24)).when(nominateForScholarship, nominating, offered).thenEvent('ScholarshipNominated', {});
    own.and(taken(23)).when(nominateForScholarship, nominating, offered).thenRefusedBy('3cu/schol/3.1');
  });

  it('are 9 enrolled in for distance learning, which nobody lets pass', () => {
    distance.and(taken(9)).when(nominateForScholarship, nominating, offered).thenEvent('ScholarshipNominated', {});
    distance
      .and(taken(8))
      .when(nominateForScholarship, { ...nominating, approval: university }, offered)
      .thenRefusedBy('3cu/schol/3.1');
  });

  it('are those of the year that is assessed', () =>
    distance
      .and(taken(9))
      .when(nominateForScholarship, { ...nominating, academicYear: '2023/24' }, offered)
      .thenRefusedBy('3cu/schol/3.1'));

  it('count a course that was left in distance learning, and not in full-time study', () => {
    distance
      .and(taken(9), withdrawn('BIG'))
      .when(nominateForScholarship, nominating, offered)
      .thenEvent('ScholarshipNominated', {});
    full
      .and(taken(30), withdrawn('BIG'))
      .when(nominateForScholarship, nominating, offered)
      .thenRefusedBy('3cu/schol/3.1');
    full
      .and(taken(30), deferred('BIG', '2024-11-01', '2025-09-01'))
      .when(nominateForScholarship, nominating, offered)
      .thenRefusedBy('3cu/schol/3.1');
  });
});

describe.each([
  ['5cu', 'full-time'],
  ['5cu', 'distance-learning'],
  ['3cu', 'full-time'],
  ['3cu', 'distance-learning'],
] as const)('a nomination, %s %s', (regime, mode) => {
  const student = given(admittedTo(regime, mode), ...passed(60));
  const nominate = (fields: object = {}, of: Partial<ScholarshipFacts> = {}, day?: string) =>
    student.when(nominateForScholarship, { ...nominating, ...fields }, on(scholarship(regime, of), day));

  it('tells who recommends and what was weighed', () =>
    nominate({ recommendedBy: 'scholarship-committee' }).thenEvent('ScholarshipNominated', {
      nomination: { recommendedBy: 'scholarship-committee', grounds, criteriaMet: [], on: '2025-02-01' },
    }));

  it.each([
    ['school', 'school', true],
    ['dean', 'school', true],
    ['registry', 'school', true],
    ['scholarship-committee', 'scholarship-committee', true],
    ['registry', 'scholarship-committee', true],
    ['school', 'scholarship-committee', false],
    ['dean', 'scholarship-committee', false],
    ['scholarship-committee', 'school', false],
  ])('is made by %s in the name of %s: %s', (role, recommendedBy, made) => {
    const asked = { ...nominating, recommendedBy };
    const came = student.when(nominateForScholarship, asked, { ...on(scholarship(regime)), actor: { role } });
    if (made) came.thenEvent('ScholarshipNominated', { nomination: { recommendedBy } });
    else came.thenUnfit('not-its-power');
  });

  it('weighs need only where the donor asks for that, and never need alone', () => {
    const need = { ground: 'financial-need', words: 'no other income' };
    const conditions = [{ kind: 'financial-need', considered: true }] as const;
    const refusing = [{ kind: 'financial-need', considered: false }] as const;
    nominate({ grounds: [...grounds, need] }).thenRefusedBy(`${regime}/schol/2.2`);
    nominate({ grounds: [...grounds, need] }, { conditions: refusing }).thenRefusedBy(`${regime}/schol/2.2`);
    nominate({ grounds: [...grounds, need] }, { conditions }).thenEvent('ScholarshipNominated', {});
    nominate({ grounds: [need] }, { conditions }).thenRefusedBy(`${regime}/schol/4.1`);
    nominate({ grounds: [] }).thenRefusedBy(`${regime}/schol/4.1`);
  });

  it('is open to every School, and to the programmes alone that the donor names', () => {
    const kept = (...programmes: string[]) => ({ conditions: [{ kind: 'programmes', programmes }] as const });
    nominate({}, kept('BSC', 'BA')).thenEvent('ScholarshipNominated', {});
    nominate({}, kept('BA')).thenRefusedBy(`${regime}/schol/4.2`, `${regime}/schol/5.1(a)`);
    const other = mode === 'full-time' ? 'distance-learning' : 'full-time';
    nominate({}, { conditions: [{ kind: 'programmes', programmes: ['BA'], mode: other }] }).thenEvent(
      'ScholarshipNominated',
      {},
    );
  });

  it('meets the criteria of the scholarship', () => {
    const criteria = [{ id: 'CHOIR', requirement: 'sings in the choir' }];
    nominate({}, { criteria }).thenRefusedBy(`${regime}/schol/3.2`);
    nominate({ criteriaMet: ['CHOIR'] }, { criteria }).thenEvent('ScholarshipNominated', {
      nomination: { criteriaMet: ['CHOIR'] },
    });
  });

  it('is for students of its regulations and mode', () => {
    nominate({}, { mode }).thenEvent('ScholarshipNominated', {});
    nominate({}, { mode: mode === 'full-time' ? 'distance-learning' : 'full-time' }).thenRefusedBy(
      `${regime}/schol/3.2`,
    );
    nominate({}, { regime: regime === '5cu' ? '3cu' : '5cu' }).thenRefusedBy(`${regime}/schol/3.2`);
  });

  it('is for students: not after the registration has ended', () =>
    student
      .and(ended('ProgrammeWithdrawn', '2025-01-31'))
      .when(nominateForScholarship, nominating, on(scholarship(regime)))
      .thenRefusedBy(`${regime}/schol/3.1`));

  it('comes on the days of the scholarship', () => {
    const days = { from: '2025-02-01', until: '2025-02-28' };
    nominate({}, days, '2025-01-31').thenUnfit('scholarship-not-open');
    nominate({}, days, '2025-02-01').thenEvent('ScholarshipNominated', {});
    nominate({}, days, '2025-02-28').thenEvent('ScholarshipNominated', {});
    nominate({}, days, '2025-03-01').thenUnfit('scholarship-not-open');
  });

  it('comes once for a year', () => {
    const again = student.and(nominated(scholarship(regime), '2024/25'));
    again.when(nominateForScholarship, nominating, on(scholarship(regime))).thenUnfit('nominated-already');
    student
      .and(nominated(scholarship(regime), '2023/24'))
      .when(nominateForScholarship, nominating, on(scholarship(regime)))
      .thenEvent('ScholarshipNominated', {});
    student
      .and(nominated(scholarship(regime), '2024/25'), awarded('CHOIR', '2024/25'))
      .when(nominateForScholarship, nominating, on(scholarship(regime)))
      .thenUnfit('nominated-already');
    student.when(nominateForScholarship, nominating, on(undefined)).thenUnfit('unknown-scholarship');
    nominate({ academicYear: '2024/26' }).thenUnfit('not-an-academic-year');
  });

  describe('that leads to the award', () => {
    const award = (fields: object = {}, of: Partial<ScholarshipFacts> = {}, ...more: RecordEvent[]) =>
      student
        .and(nominated(scholarship(regime, of)), ...more)
        .when(awardScholarship, { ...awarding, ...fields }, on(scholarship(regime, { cents: 5 }), '2025-03-01'));

    it('gives what was offered on the day of the nomination', () =>
      award({}, { form: 'tuition-fee' }).thenEvent('ScholarshipAwarded', {
        award: { scholarship: 'CHOIR', form: 'tuition-fee', cents: 1_000_000, academicYear: '2024/25' },
      }));

    it('is wanted: nobody is given a scholarship unless recommended', () => {
      student
        .when(awardScholarship, awarding, on(scholarship(regime)))
        .thenRefused('scholarship-award-refused', `${regime}/schol/4.1`);
      student.when(awardScholarship, awarding, on(undefined)).thenUnfit('unknown-scholarship');
      award({ academicYear: '2022/23' }).thenRefusedBy(`${regime}/schol/4.1`);
      student
        .and(nominated(scholarship(regime)), awarded('CHOIR', '2024/25'))
        .when(awardScholarship, awarding, on(scholarship(regime)))
        .thenRefusedBy(`${regime}/schol/4.1`, `${regime}/schol/4.3`);
    });

    it('gives the same one once unless the University approves, and any number of others', () => {
      award({}, {}, awarded('OTHER'), awarded('THIRD')).thenEvent('ScholarshipAwarded', {});
      award({}, {}, awarded('CHOIR')).thenRefusedBy(`${regime}/schol/4.3`);
      award({ approval: university }, {}, awarded('CHOIR')).thenEvent('ScholarshipAwarded', {});
    });

    it('has the representative of a donor who asks for a place', () => {
      const conditions = [{ kind: 'representative' }] as const;
      award({}, { conditions }).thenRefusedBy(`${regime}/schol/5.1(b)`);
      award({ representative: 'Ms Chan' }, { conditions }).thenEvent('ScholarshipAwarded', {
        award: { representative: 'Ms Chan' },
      });
      const other = mode === 'full-time' ? 'distance-learning' : 'full-time';
      award({}, { conditions: [{ kind: 'representative', mode: other }] }).thenEvent('ScholarshipAwarded', {});
    });

    it('is kept by who has completed since, and lost by who has left', () => {
      award({}, {}, ended('ProgrammeCompleted', '2025-02-10')).thenEvent('ScholarshipAwarded', {});
      award({}, {}, ended('ProgrammeWithdrawn', '2025-02-10')).thenRefusedBy(`${regime}/schol/3.1`);
    });

    it('goes along with a change of programme, unless the donor names programmes without the other', () => {
      const kept = (...programmes: string[]) => ({ conditions: [{ kind: 'programmes', programmes }] as const });
      const change = changed(aProgramme(regime, mode, { code: 'BA' }), '2025-02-15');
      award({}, {}, change).thenEvent('ScholarshipAwarded', { award: { programme: 'BA' } });
      award({}, kept('BSC', 'BA'), change).thenEvent('ScholarshipAwarded', { award: { programme: 'BA' } });
      award({}, kept('BSC'), change).thenRefusedBy(`${regime}/schol/4.2`, `${regime}/schol/5.1(a)`);
    });

    it('looks at the credits again', () =>
      given(admittedTo(regime, mode), nominated(scholarship(regime)))
        .when(awardScholarship, awarding, on(scholarship(regime)))
        .thenRefusedBy(`${regime}/schol/3.1`));
  });

  it('says why it is refused, in both languages, and what would change it', () => {
    const ruling = packFor(regime).scholarship.nomination(
      {
        registration: { programme: aProgramme(regime, mode), entryTerm: term, admittedOn: '2024-08-01' },
        attempts: [],
        transfers: [],
        deferrals: [],
      },
      {
        scholarship: scholarship(regime, { criteria: [{ id: 'C', requirement: 'sings' }] }),
        recommendedBy: 'school',
        grounds: [{ ground: 'financial-need', words: 'no income' }],
        criteriaMet: [],
        academicYear: '2024/25',
        approvals: [],
        today: '2025-02-01',
      },
    );
    expect(saysWhy(ruling)).toBe(true);
    expect(ruling.remedies).toHaveLength(4);
  });
});

it('a scholarship moves the latest day that a record tells of', () => {
  const record = foldRecord([admittedTo('3cu', 'full-time'), awarded('CHOIR')]);
  expect(latestDay(record)).toBe('2024-10-01');
  expect(latestDay(foldRecord([admittedTo('3cu', 'full-time'), nominated(scholarship('3cu'))]))).toBe('2025-02-01');
});
