import { describe, expect, it } from '@jest/globals';
import type { AnyUseCase } from '#commands';
import type { Actor, CivilDate } from '#kernel';
import { chapterOf, type Regime, type StudyMode } from '#regulations';
import { foldRecord, isRequestKnown, latestDay, type RecordEvent } from '#student-record';
import { aCourse, spring } from '../../regulations/testing/index.ts';
import { recordGrade } from '../assessment/record-grade.ts';
import { admitted, chargedWith, enrolledIn, given, graded, marked, paid, submitted, term } from '../testing/story.ts';
import { appealAgainstResult } from './appeal-against-result.ts';
import { decideExaminationArrangement } from './decide-examination-arrangement.ts';
import { decideResultAppeal } from './decide-result-appeal.ts';
import { reportExaminationIncident } from './report-examination-incident.ts';
import { requestExaminationArrangement } from './request-examination-arrangement.ts';
import { issueResultDisclosure, requestResultDisclosure } from './result-disclosure.ts';
import { considerSpecialCircumstances, reportSpecialCircumstances } from './special-circumstances.ts';

const about = { student: 'S1', course: 'C1', term: term.code };
const me = { role: 'student', id: 'S1' };
const registrar = { role: 'registrar', id: 'R1' };
const schedule = (kind: string, regime: Regime, mode: StudyMode) => [
  {
    kind,
    regime,
    mode,
    cents: 30_000,
    per: 'once',
    chapter: chapterOf({ mode, award: 'honours' }),
    from: '2022-09-01',
    clause: 'x',
  },
];

const MODES = ['distance-learning', 'full-time', 'part-time'] as const;

describe.each((['5cu', '3cu'] as const).flatMap((regime) => MODES.map((mode) => [regime, mode] as const)))(
  'what is asked about examinations, %s %s',
  (regime, mode) => {
    const assess = (five: string, three: string) => `${regime}/assess/${regime === '5cu' ? five : three}`;
    const student = given(
      admitted(regime, mode),
      enrolledIn(aCourse('C1', { level: regime === '5cu' ? 'middle' : 2000 })),
    );
    const ask = { ...about, request: 'R1', words: 'because' };
    const certificate = [{ kind: 'medical-certificate', words: 'Dr Chan' }];
    const letter = [{ kind: 'religious-body-letter', words: 'A letter' }];
    const asked = (fields: object, on: CivilDate, facts: object = {}) =>
      student.when(
        requestExaminationArrangement,
        { ...ask, ...fields },
        { on, facts: { schedule: [], ...facts }, actor: me },
      );

    it('a religious day takes three months', () => {
      const of = { kind: 'religious-days', papers: letter, religiousBody: 'A Synagogue', costsAgreed: true };
      asked(of, '2024-09-09').thenEvent('ExaminationArrangementRequested', { arrangement: { kind: 'religious-days' } });
      asked(of, '2024-09-10').thenRefusedBy(assess('17.1', '16.1'));
      asked({ ...of, religiousBody: undefined }, '2024-09-09').thenRefusedBy(assess('17.2', '16.2'));
      asked({ ...of, papers: certificate }, '2024-09-09').thenRefusedBy(assess('17.2', '16.2'));
      asked({ ...of, costsAgreed: false }, '2024-09-09').thenRefusedBy(assess('17.4', '16.4'));
    });

    it('another venue takes four weeks, unless the Registrar accepts it later', () => {
      const of = { kind: 'change-of-venue' };
      asked(of, '2024-11-11').thenEvent('ExaminationArrangementRequested', {});
      asked(of, '2024-11-12').thenRefusedBy(assess('6.1', '6.1'));
      const approval = { authority: 'registrar', reason: 'there is room' };
      asked({ ...of, approval }, '2024-11-12').thenEvent('ExaminationArrangementRequested', {});
      asked({ ...of, approval: { authority: 'tutor', reason: 'kind' } }, '2024-11-12').thenRefusedBy(
        assess('6.1', '6.1'),
      );
    });

    it('another day is for five-credit students early enough, and for anybody in an emergency', () => {
      const of = { kind: 'change-of-date' };
      const early = asked(of, '2024-11-11');
      if (regime === '5cu') early.thenEvent('ExaminationArrangementRequested', {});
      else early.thenRefusedBy('3cu/assess/6.3');
      asked(of, '2024-11-12').thenRefusedBy(assess('6.3', '6.3'));
      asked({ ...of, approval: { authority: 'registrar', reason: 'a funeral' } }, '2024-12-08').thenEvent(
        'ExaminationArrangementRequested',
        {},
      );
    });

    it('a sitting abroad is for distance learners, eight weeks before, with a fee', () => {
      const of = { kind: 'overseas', costsAgreed: true };
      const fee = { schedule: schedule('examination-abroad', regime, mode) };
      const inTime = asked(of, '2024-10-14', fee);
      if (mode !== 'distance-learning') return inTime.thenRefusedBy(assess('6.1', '6.1'));
      const overseas = regime === '5cu' ? '5cu/dl/8.11.6' : '3cu/dl/9.12.3';
      inTime.thenEvents(
        {
          type: 'ExaminationArrangementRequested',
          data: { arrangement: { charge: 'examination-abroad.C1.2024-AUT' } },
        },
        { type: 'ChargeRecorded', data: { charge: { kind: 'examination-abroad', cents: 30_000 } } },
      );
      asked(of, '2024-10-15', fee).thenRefusedBy(`${overseas}(b)`);
      asked({ kind: 'overseas' }, '2024-10-14', fee).thenRefusedBy(`${overseas}(c)`);
    });

    it.each([
      ['other-venue', '14.1', { place: 'A hospital', consulted: 'teacher', invigilator: 'Ms Lee' }],
      ['scribe', '14.2', { assessed: true, noteTaker: 'Mr Ho', noteTakerKnown: false, invigilator: 'Ms Lee' }],
      ['typewriter', '14.2', { assessed: true, invigilator: 'Ms Lee' }],
      ['braille', '14.3', { practicable: true }],
      ['audio', '14.3', { practicable: true }],
      ['extra-time', '14.4', { minutes: 30 }],
    ] as const)('%s takes a paper, and a grant of the Registrar that says all', (kind, number, terms) => {
      const clause = assess(number, number);
      const shown = kind === 'extra-time' ? [clause, assess('6.4', '6.4')] : [clause];
      asked({ kind }, '2024-12-01').thenRefusedBy(...shown);
      asked({ kind, papers: letter }, '2024-12-01').thenRefusedBy(...shown);
      asked({ kind, papers: certificate }, '2024-12-20').thenEvent('ExaminationArrangementRequested', {});
      asked({ kind, papers: certificate }, '2024-12-21').thenRefusedBy(clause);
      const open = student.and(arrangementAsked(kind, clause));
      const decide = (fields: object, actor: Actor = registrar) =>
        open.when(
          decideExaminationArrangement,
          { student: 'S1', request: 'R1', reason: 'x', ...fields },
          { on: '2024-12-02', actor },
        );
      decide({ outcome: 'granted', terms }).thenEvent('ExaminationArrangementDecided', { decision: { terms } });
      const [, ...others] = Object.entries(terms);
      decide({ outcome: 'granted', terms: Object.fromEntries(others) }).thenRefusedBy(clause);
      decide({ outcome: 'granted', terms }, { role: 'registry', id: 'G1' }).thenRefusedBy(clause);
      decide({ outcome: 'refused' }, { role: 'registry', id: 'G1' }).thenRefusedBy(clause);
      decide({ outcome: 'refused' }).thenEvent('ExaminationArrangementDecided', { decision: { outcome: 'refused' } });
      decide({ outcome: 'refused' }, { role: 'registrar' }).thenUnfit('person-needed');
      decide({ outcome: 'refused' }, { role: 'registry', id: 'S1' }).thenUnfit('own-request');
      decide({ outcome: 'granted', terms, costs: 100 }).thenRefusedBy(clause);
    });

    it('any event while the course is taken is told to the panel; one that is reported as long or near has to be so', () => {
      const report = (from: CivilDate, until: CivilDate | undefined, on: CivilDate, of: object = {}) =>
        student.when(
          reportSpecialCircumstances,
          { ...ask, kind: 'long-illness', from, until, documents: ['a letter'], ...of },
          { on, facts: {} },
        );
      const [any, long, near] = [assess('21.1', '20.1'), assess('21.3', '20.3'), assess('21.4', '20.4')];
      const prolonged = { ground: 'prolonged' };
      const shortly = { ground: 'near-examinations' };
      const reported = (report: object = {}) => ['SpecialCircumstancesReported', { report }] as const;
      report('2024-10-01', '2024-10-21', '2024-10-25').thenEvent(...reported());
      report('2024-10-01', '2024-10-27', '2024-11-01', prolonged).thenRefusedBy(long);
      report('2024-10-01', '2024-10-28', '2024-11-01', prolonged).thenEvent(...reported(prolonged));
      // What goes on has lasted until the day of the report.
      report('2024-10-01', undefined, '2024-10-27', prolonged).thenRefusedBy(long);
      report('2024-10-01', undefined, '2024-10-28', prolonged).thenEvent(...reported(prolonged));
      report('2024-11-17', '2024-11-17', '2024-11-20', shortly).thenRefusedBy(near);
      report('2024-11-17', '2024-11-18', '2024-11-20', shortly).thenEvent(...reported(shortly));
      report('2024-12-20', '2024-12-20', '2024-12-27').thenEvent(...reported());
      report('2024-12-20', '2024-12-20', '2024-12-28').thenRefusedBy(assess('21.6', '20.6'));
      report('2024-12-21', '2024-12-21', '2024-12-27').thenRefusedBy(any);
      report('2024-12-21', '2024-12-21', '2024-12-27', shortly).thenRefusedBy(any, near);
      report('2024-08-20', '2024-09-01', '2024-10-01').thenRefusedBy(any);
      report('2024-08-20', '2024-09-02', '2024-10-01').thenEvent(...reported());
      report('2024-12-10', '2024-12-10', '2024-12-27', { documents: [] }).thenRefusedBy(assess('21.5', '20.5'));
    });

    it('the panel considers it before the result is recorded, and nobody records the result before', () => {
      const open = student.and(circumstances(assess('21.1', '20.1')));
      const grade = { ...about, grade: 'B' };
      open.when(recordGrade, grade, { on: '2025-01-10', facts: {} }).thenRefusedBy(assess('21.1', '20.1'));
      const consider = { student: 'S1', request: 'C1', outcome: 'no-effect', words: 'weighed' };
      open
        .when(considerSpecialCircumstances, consider, { on: '2025-01-09' })
        .thenEvent('SpecialCircumstancesConsidered', {});
      open
        .and(graded('C1', 'B'))
        .when(considerSpecialCircumstances, consider, { on: '2025-01-12' })
        .thenRefusedBy(assess('21.1', '20.1'));
      const done = open.and({
        type: 'SpecialCircumstancesConsidered',
        data: {
          id: 'C1',
          consideration: { outcome: 'no-effect', words: 'x', on: '2025-01-09', by: { role: 'award-panel' } },
        },
      });
      done.when(recordGrade, grade, { on: '2025-01-10', facts: {} }).thenEvent('GradeRecorded', {});
      // Another course of the same student does not wait for it.
      open
        .and(enrolledIn('C2'))
        .when(recordGrade, { ...grade, course: 'C2' }, { on: '2025-01-10', facts: {} })
        .thenEvent('GradeRecorded', {});
    });

    it('a result is appealed against within 14 days, and its fee given back for a better grade', () => {
      const done = student.and(submitted('C1', 'EX'), marked('C1', 'EX', 49), graded('C1', 'C'));
      const facts = { schedule: schedule('appeal', regime, mode) };
      const appeal = (on: CivilDate) => done.when(appealAgainstResult, { ...ask }, { on, facts, actor: me });
      appeal('2025-01-24').thenEvents(
        {
          type: 'ResultAppealed',
          data: { appeal: { grade: 'C', lastDay: '2025-01-24', charge: 'appeal.C1.2024-AUT' } },
        },
        { type: 'ChargeRecorded', data: { charge: { kind: 'appeal', cents: 30_000 } } },
      );
      appeal('2025-01-25').thenRefusedBy(assess('20.1', '19.1'));
      student
        .when(appealAgainstResult, ask, { on: '2025-01-24', facts, actor: me })
        .thenRefusedBy(assess('20.1', '19.1'));
      const open = done.and(
        appealed(assess('20.1', '19.1')),
        chargedWith('appeal.C1.2024-AUT', 30_000, '2025-01-13', { kind: 'appeal', on: '2025-01-13' }),
      );
      const paidFor = open.and(paid('P1', 30_000, '2025-01-14', 'appeal.C1.2024-AUT'));
      const decide = (from: typeof open, of: object) =>
        from.when(
          decideResultAppeal,
          { student: 'S1', request: 'A1', reason: 'page 7', ...of },
          { on: '2025-02-01', actor: registrar },
        );
      decide(open, { outcome: 'stands' }).thenRefusedBy(assess('20.2', '19.2'));
      decide(paidFor, { outcome: 'stands', told: ['script'] }).thenRefusedBy(assess('20.3', '19.3'));
      decide(paidFor, { outcome: 'stands', told: ['examination-mark'] }).thenEvents({
        type: 'ResultAppealDecided',
        data: { decision: { outcome: 'stands', grade: 'C', marks: [{ item: 'EX', mark: 49 }] } },
      });
      decide(paidFor, { outcome: 'improved', grade: 'Fail' }).thenRefusedBy(assess('20.1', '19.1'));
      decide(paidFor, { outcome: 'improved', grade: 'B+' }).thenEvents(
        { type: 'ResultAppealDecided', data: { decision: { outcome: 'improved', grade: 'B+' } } },
        { type: 'GradeCorrected', data: { grade: 'B+', from: 'C', reason: 'page 7' } },
        { type: 'ChargeWaived', data: { waiver: { charge: 'appeal.C1.2024-AUT', cents: 30_000 } } },
      );
    });

    it.each([appealAgainstResult, requestResultDisclosure])(
      'before the results are out a recorded one is refused like none, word for word (%#)',
      (useCase: AnyUseCase) => {
        const facts = { schedule: [], calendar: { ...term, resultsOn: '2025-01-20' } };
        const fields = { ...ask, what: 'examination-mark', channel: 'post' };
        const on = (from: typeof student, day: CivilDate, actor: object = me) =>
          from.when(useCase, fields, { on: day, facts, actor: actor as typeof me }).decision;
        // What somebody might record on an authority is told to nobody.
        const told = ({ events: _events, ...refusal }: ReturnType<typeof on> & { events?: unknown }) => refusal;
        const done = student.and(submitted('C1', 'EX'), marked('C1', 'EX', 49), graded('C1', 'C'));
        for (const actor of [me, { role: 'registry', id: 'G1' }]) {
          const before = on(done, '2025-01-19', actor);
          expect(before).toMatchObject({ outcome: 'refused', ruling: { outcome: 'refused' } });
          expect(told(before)).toEqual(told(on(student, '2025-01-19', actor)));
        }
        expect(on(done, '2025-01-20')).toMatchObject({ outcome: 'accepted' });
        expect(on(student, '2025-01-20')).toMatchObject({ outcome: 'refused' });
      },
    );
    it('an appeal overtaken by an amendment is closed as such, with the fee given back where the grade is better now', () => {
      const open = student.and(
        graded('C1', 'C'),
        appealed(assess('20.1', '19.1')),
        chargedWith('appeal.C1.2024-AUT', 30_000, '2025-01-13', { kind: 'appeal', on: '2025-01-13' }),
        paid('P1', 30_000, '2025-01-14', 'appeal.C1.2024-AUT'),
      );
      const now = (grade: string) =>
        open.and({
          type: 'GradeCorrected',
          data: {
            ...{ course: 'C1', term: term.code, on: '2025-01-14', grade, gradedTerm: term.code },
            ...{ from: 'C', reason: 'added up wrongly' },
          },
        });
      const decide = (from: typeof open, outcome: string, actor: Actor = registrar) =>
        from.when(
          decideResultAppeal,
          { student: 'S1', request: 'A1', reason: 'amended', outcome },
          { on: '2025-02-01', actor },
        );
      const closed = (grade: string): RecordEvent =>
        ({
          type: 'ResultAppealDecided',
          data: { id: 'A1', decision: { outcome: 'overtaken', grade } },
        }) as RecordEvent;
      decide(now('B'), 'stands').thenUnfit('result-changed');
      decide(open, 'overtaken').thenUnfit('result-unchanged');
      decide(now('Fail'), 'overtaken').thenEvents(closed('Fail'));
      decide(now('B'), 'overtaken').thenEvents(closed('B'), {
        type: 'ChargeWaived',
        data: { waiver: { charge: 'appeal.C1.2024-AUT', cents: 30_000 } },
      });
      decide(open, 'stands', { ...registrar, id: me.id }).thenUnfit('own-request');
    });

    it('an examination mark is given for its fee and not by telephone, a script never', () => {
      const done = student.and(submitted('C1', 'EX'), marked('C1', 'EX', 49), graded('C1', 'C'));
      const facts = { schedule: schedule('result-disclosure', regime, mode) };
      const request = (of: object) =>
        done.when(requestResultDisclosure, { ...ask, ...of }, { on: '2025-01-13', facts });
      request({ what: 'script', channel: 'post' }).thenRefusedBy(assess('19.3', '18.3'));
      request({ what: 'examination-mark', channel: 'telephone' }).thenRefusedBy(assess('19.2', '18.2'));
      request({ what: 'examination-mark', channel: 'post' }).thenLastEvent('ChargeRecorded', {
        charge: { kind: 'result-disclosure' },
      });
      const open = done.and(
        {
          type: 'ResultDisclosureRequested',
          data: {
            disclosure: {
              id: 'D1',
              course: 'C1',
              term: term.code,
              what: 'examination-mark',
              channel: 'post',
              charge: 'F1',
              on: '2025-01-13',
              by: me,
              clause: 'x',
            },
          },
        },
        chargedWith('F1', 15_000, '2025-01-31', { kind: 'result-disclosure', on: '2025-01-13' }),
      );
      const issue = (from: typeof open, of: object = {}) =>
        from.when(issueResultDisclosure, { student: 'S1', request: 'D1', ...of }, { on: '2025-01-14' });
      issue(open).thenRefusedBy(assess('19.3', '18.3'));
      const settled = open.and(paid('P1', 15_000, '2025-01-14', 'F1'));
      issue(settled, { channel: 'telephone' }).thenRefusedBy(assess('19.2', '18.2'));
      issue(settled).thenEvent('ResultDisclosureIssued', {
        issued: { channel: 'post', marks: [{ item: 'EX', mark: 49 }] },
      });
    });

    it('an arrival of 31 minutes is reported, one of 30 is not', () => {
      const report = (minutesLate: number) =>
        student.when(
          reportExaminationIncident,
          {
            ...about,
            request: 'I1',
            kind: 'late-arrival',
            day: '2024-12-10',
            account: 'x',
            arrival: { time: '10:01', minutesLate, reason: 'trains', anyoneHadLeft: true },
          },
          { on: '2024-12-10', actor: { role: 'chief-invigilator', id: 'I1' } },
        );
      report(30).thenRefusedBy(assess('7.4', '7.4'));
      report(31).thenEvent('ExaminationIncidentReported', {
        incident: { referred: false, arrival: { minutesLate: 31 } },
      });
    });
  },
);

describe('the sitting that is meant', () => {
  const long = given(admitted('3cu', 'full-time'), enrolledIn(aCourse('C1', { terms: 2 })));
  const ask = { ...about, request: 'R1', kind: 'change-of-venue', words: 'nearer' };
  const when = (fields: object, facts: object) =>
    long.when(
      requestExaminationArrangement as AnyUseCase,
      { ...ask, ...fields },
      { on: '2025-03-31', facts: { schedule: [], ...facts }, actor: registrar },
    );

  it('of a course over several terms is that of the catalogue, or of the term that is named', () => {
    when({}, {}).thenUnfit('examinations-unknown');
    when({}, { own: ['2025-04-28', '2025-05-01'] }).thenEvent('ExaminationArrangementRequested', {
      arrangement: { sitting: { term: term.code, examinations: ['2025-04-28', '2025-05-01'] } },
    });
    when({ sittingTerm: spring.code }, { named: spring }).thenEvent('ExaminationArrangementRequested', {
      arrangement: { sitting: { term: spring.code, examinations: spring.examinations } },
    });
    when({ sittingTerm: '2023-AUT' }, { named: { ...spring, teaching: ['2023-09-01', '2023-11-30'] } }).thenUnfit(
      'sitting-before-course',
    );
    when({ sittingTerm: '2026-AUT' }, {}).thenUnfit('unknown-term');
  });
});

describe('what was asked, on the record', () => {
  const events = [admitted('3cu', 'full-time'), enrolledIn('C1'), arrangementAsked('braille', '3cu/assess/14.3')];

  it('is found by its name, and its days are days of the record', () => {
    const record = foldRecord(events);
    expect([isRequestKnown(record.requests, 'R1'), isRequestKnown(record.requests, 'R2')]).toEqual([true, false]);
    expect(latestDay(record)).toBe('2024-12-01');
    const decided: RecordEvent = {
      type: 'ExaminationArrangementDecided',
      data: {
        id: 'R1',
        decision: { outcome: 'refused', reason: 'x', on: '2024-12-05', by: registrar, clause: '3cu/assess/14.3' },
      },
    };
    expect(latestDay(foldRecord([decided], record))).toBe('2024-12-05');
  });
});

function arrangementAsked(kind: string, clause: string): RecordEvent {
  return {
    type: 'ExaminationArrangementRequested',
    data: {
      arrangement: {
        id: 'R1',
        course: 'C1',
        term: term.code,
        kind: kind as 'braille',
        words: 'because',
        sitting: { term: term.code, examinations: term.examinations },
        papers: [],
        on: '2024-12-01',
        by: me,
        clause,
      },
    },
  };
}

function circumstances(clause: string): RecordEvent {
  return {
    type: 'SpecialCircumstancesReported',
    data: {
      report: {
        id: 'C1',
        course: 'C1',
        term: term.code,
        kind: 'bereavement',
        words: 'x',
        from: '2024-12-09',
        documents: ['a letter'],
        on: '2024-12-20',
        by: me,
        clause,
      },
    },
  };
}

function appealed(clause: string): RecordEvent {
  return {
    type: 'ResultAppealed',
    data: {
      appeal: {
        id: 'A1',
        course: 'C1',
        term: term.code,
        grade: 'C',
        words: 'x',
        lastDay: '2025-01-24',
        charge: 'appeal.C1.2024-AUT',
        on: '2025-01-13',
        by: me,
        clause,
      },
    },
  };
}
