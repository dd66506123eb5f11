import { describe, expect, it } from '@jest/globals';
import type { AwardKind, Move, Study, StudyMode, TermFacts } from '../facts.ts';
import { fiveCredit } from '../five-credit/index.ts';
import type { ComingRequest } from '../rules/registration.ts';
import { anAttempt, aProgramme, aStudy, autumn, spring, springBefore } from '../testing/index.ts';
import { aResearchProgramme, aResearchStudy, years } from '../testing/research.ts';
import { threeCredit } from '../three-credit/index.ts';

const REGIMES = [
  ['5cu', fiveCredit],
  ['3cu', threeCredit],
] as const;

const aYearLater = (term: TermFacts, code: string): TermFacts => {
  const later = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  const range = ([first, last]: readonly [string, string]) => [later(first), later(last)] as const;
  return {
    code,
    academicYear: '2025/26',
    teaching: range(term.teaching),
    examinations: range(term.examinations),
    addDropEnds: later(term.addDropEnds),
    registration: range(term.registration),
  };
};
const summer: TermFacts = {
  code: '2025-SUM',
  academicYear: '2024/25',
  teaching: ['2025-05-19', '2025-07-19'],
  examinations: ['2025-07-28', '2025-08-09'],
  addDropEnds: '2025-05-26',
  registration: ['2025-03-01', '2025-05-18'],
};
const nextAutumn = aYearLater(autumn, '2025-AUT');
const nextSpring = aYearLater(spring, '2026-SPR');
const terms = [nextSpring, springBefore, autumn, summer, spring, nextAutumn];

const FULL_TIME: readonly [string, StudyMode, AwardKind, string][] = [
  ['ug', 'full-time', 'honours', '2025-01-27'],
  ['tpg', 'part-time', 'masters', '2025-01-27'],
];

describe.each(REGIMES)('the days that the calendar adds, %s', (regime, pack) => {
  const coming = (study: Study, today: string, calendar: readonly TermFacts[] = terms) =>
    pack
      .comingDeadlines(study, { terms: calendar, today })
      .map(({ kind, day, term, clause }) => [kind, day, term, clause]);

  describe.each(FULL_TIME)('for the chapter %s', (chapter, mode, award, lastDay) => {
    const programme = aProgramme(regime, mode, { award, years: 2, credits: 60 });
    const inAutumn = aStudy(programme, { attempts: [anAttempt('C1')] });
    const ofSpring = [
      ['registration', '2025-01-12', '2025-SPR', `${regime}/${chapter}/6.1`],
      ['term-registration', lastDay, '2025-SPR', `${regime}/${chapter}/3.4`],
    ];

    it('are those of registering for the next term, until its last day', () => {
      expect(coming(inAutumn, '2024-10-01')).toEqual(ofSpring);
      expect(coming(inAutumn, '2025-01-12')).toEqual(ofSpring);
      expect(coming(inAutumn, '2025-01-13')).toEqual(ofSpring.slice(1));
      expect(coming(inAutumn, lastDay)).toEqual(ofSpring.slice(1));
    });

    it('pass over a term that is registered for, and the third of a year', () => {
      const inSpring = { ...inAutumn, attempts: [anAttempt('C1'), anAttempt('C2', { term: spring })] };
      expect(coming(inSpring, '2024-10-01').map(([, , term]) => term)).toEqual(['2025-AUT', '2025-AUT']);
      expect(coming(inSpring, '2024-10-01', [autumn, spring, summer])).toEqual([]);
    });

    it('pass over a term for which study is deferred', () => {
      const deferral = {
        programme: 'BSC',
        ground: 'illness',
        from: '2025-01-01',
        until: '2025-09-01',
        covers: [],
        approvedOn: '2024-12-01',
      } as const;
      expect(coming({ ...inAutumn, deferrals: [deferral] }, '2024-12-01').map(([, , term]) => term)).toEqual([
        '2025-AUT',
        '2025-AUT',
      ]);
    });

    it('name the clause of entry for the term of entry', () => {
      const entering: Study = {
        ...aStudy(programme),
        registration: { programme, entryTerm: autumn, admittedOn: '2024-08-01' },
      };
      expect(coming(entering, '2024-08-01')).toEqual([
        ['term-registration', '2024-09-16', '2024-AUT', `${regime}/${chapter}/2.3`],
      ]);
    });

    const left = (to: Move['to']): Study => ({
      ...inAutumn,
      moves: [{ programme: 'BSC', to, on: '2024-10-01', recordedOn: '2024-10-01' }],
    });

    it.each(['withdrawn', 'deregistered'] as const)('are the last day of coming back for who was %s', (to) => {
      // Three terms may be missed: spring, summer, and autumn.
      const last = [['return', '2026-01-27', '2026-SPR', `${regime}/${chapter}/5.2`]];
      expect(coming(left(to), '2024-10-02')).toEqual(last);
      expect(coming(left(to), '2026-01-27')).toEqual(last);
      expect(coming(left(to), '2026-01-28')).toEqual([]);
    });

    it('leave the return out until the calendar has the last term that is soon enough', () => {
      const short = terms.filter((term) => term !== nextSpring);
      expect(coming(left('withdrawn'), '2024-10-02', short)).toEqual([]);
      const nextSummer = { ...aYearLater(summer, '2026-SUM') };
      expect(coming(left('withdrawn'), '2024-10-02', [...short, nextSummer])).toEqual([
        ['return', '2025-09-16', '2025-AUT', `${regime}/${chapter}/5.2`],
      ]);
    });

    it('are none for who was discontinued', () => {
      expect(coming(left('discontinued'), '2024-10-02')).toEqual([]);
    });
  });

  it('are none in distance learning', () => {
    expect(coming(aStudy(aProgramme(regime, 'distance-learning')), '2024-10-01')).toEqual([]);
  });

  it('are those of the next year of research that is not registered for', () => {
    const study = aResearchStudy(aResearchProgramme(regime, 'phd'));
    const next = [['year-registration', '2025-09-16', '2025-AUT', `${regime}/rpg/4.3`]];
    expect(coming(study, '2024-10-01')).toEqual(next);
    expect(coming(study, '2025-09-16')).toEqual(next);
    expect(coming(study, '2025-09-17')).toEqual([]);
    const registered = aResearchStudy(aResearchProgramme(regime, 'phd'), { years: years(2025) });
    expect(coming(registered, '2024-10-01')).toEqual([]);
  });

  describe('of a programme that ends and of courses over several terms', () => {
    const programme = aProgramme(regime, 'distance-learning');
    const [taught, left] = regime === '5cu' ? ['5cu/bach/3.6', '5cu/dl/5.1'] : ['3cu/bach/3.7', '3cu/dl/6.1'];
    const told = (study: Study, today: string, of: Omit<ComingRequest, 'terms' | 'today'>) =>
      pack
        .comingDeadlines(study, { terms, today, ...of })
        .map(({ kind, day, course, clause }) => [kind, day, course, clause]);
    const closings = new Map([[programme.code, { endsOn: '2024-12-31', announcedOn: '2024-01-01' }]]);

    it('are told until the last day on which it can be completed', () => {
      expect(told(aStudy(programme), '2029-12-31', { closings })).toEqual([
        ['end-of-teach-out', '2029-12-31', undefined, taught],
      ]);
      expect(told(aStudy(programme), '2030-01-01', { closings })).toEqual([]);
      expect(told(aStudy(programme), '2024-10-01', {})).toEqual([]);
    });

    it('are told of the courses that are being taken, once the examination days are set', () => {
      const long = anAttempt('LONG', { course: { ...anAttempt('LONG').course, terms: 2 } });
      const examinations = new Map([['LONG@2024-AUT', ['2025-04-28', '2025-05-10'] as const]]);
      const study = aStudy(programme, { attempts: [long, anAttempt('SHORT')] });
      expect(told(study, '2025-04-14', { examinations })).toEqual([['withdrawal', '2025-04-14', 'LONG', left]]);
      expect(told(study, '2025-04-15', { examinations })).toEqual([]);
      expect(told(study, '2024-10-01', {})).toEqual([]);
    });
  });
});
