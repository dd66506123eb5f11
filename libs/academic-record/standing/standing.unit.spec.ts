import { describe, expect, it } from '@jest/globals';
import { type DecidedStanding, packFor, standingDecision } from '#regulations';
import { foldRecord, type RecordEvent } from '#student-record';
import { governed } from '../record-use-case.ts';
import { admitted, enrolledIn, given, graded, term } from '../testing/story.ts';
import { recordAcademicAdvice } from './record-academic-advice.ts';
import { reviseStanding } from './revise-standing.ts';
import { revisedStandings } from './revised-standings.ts';

const on = '2025-01-20';
const low = (mode: 'full-time' | 'distance-learning') => [admitted('3cu', mode), enrolledIn('C1'), graded('C1', 'D')];
const published = (events: readonly RecordEvent[], of: Partial<DecidedStanding> = {}): RecordEvent => {
  const record = foldRecord(events);
  const [registration] = record.registrations;
  if (!registration) throw new Error('nobody is on a programme');
  const { study } = governed(record, registration);
  const ruling = packFor('3cu').standing.decide(study, { term, today: on });
  const decision = standingDecision(ruling, { programme: 'BSC', term, yearEnd: false, run: 'R', on: '2025-01-12' });
  return { type: 'StandingDecided', data: { decision: { ...decision, ...of } } };
};
const corrected = (grade: string): RecordEvent => ({
  type: 'GradeCorrected',
  data: { course: 'C1', term: term.code, on: '2025-01-15', grade, gradedTerm: term.code, from: 'D', reason: 'x' },
});

describe('academic advice', () => {
  it('is recorded of a student on probation, with the term that it is about', () =>
    given(...low('full-time'))
      .when(recordAcademicAdvice, { student: 'S1', notes: 'rest' }, { on })
      .thenEvent('AcademicAdviceRecorded', {
        advice: { programme: 'BSC', term: '2024-AUT', notes: 'rest', clause: '3cu/ug/11.2', on },
      }));

  it('is refused of one who is not, by the clause of the mode', () => {
    given(admitted('3cu', 'full-time'), enrolledIn('C1'), graded('C1', 'B'))
      .when(recordAcademicAdvice, { student: 'S1', notes: 'rest' }, { on })
      .thenRefused('not-on-probation', '3cu/ug/11.2');
    given(...low('distance-learning'))
      .when(recordAcademicAdvice, { student: 'S1', notes: 'rest' }, { on })
      .thenRefused('not-on-probation', '3cu/dl/4.2');
  });

  it('is nothing that five-credit students take', () =>
    given(admitted('5cu', 'full-time'))
      .when(recordAcademicAdvice, { student: 'S1', notes: 'rest' }, { on })
      .thenUnfit('no-advice-on-probation'));
});

describe('published standings', () => {
  const history = [...low('full-time'), published(low('full-time'))];

  it('are as the record has them while nothing has changed', () => {
    expect(revisedStandings(foldRecord(history), { today: on, reason: 'x' })).toEqual([]);
    given(...history)
      .when(reviseStanding, { student: 'S1', reason: 'x' }, { on })
      .thenUnfit('standings-as-published');
  });

  it('change with a corrected result: from what to what, and what is to be recorded', () => {
    const changed = [...history, corrected('B')];
    const revised = revisedStandings(foldRecord(changed), { today: on, reason: 'x', cause: 'P1' });
    expect(revised).toMatchObject([
      {
        before: { standing: 'probation' },
        after: { standing: 'good', on, run: 'R' },
        standsOtherwise: true,
        events: [{ type: 'StandingRevised', data: { from: { standing: 'probation' }, cause: 'P1' } }],
      },
    ]);
    given(...changed)
      .when(reviseStanding, { student: 'S1', reason: 'x' }, { on })
      .thenEvents({ type: 'StandingRevised', data: { decision: { standing: 'good' }, reason: 'x' } });
  });

  it('tell apart a change of figures from one of standing', () => {
    const [revised] = revisedStandings(foldRecord([...history, corrected('C-')]), { today: on, reason: 'x' });
    expect(revised).toMatchObject({ standsOtherwise: false, after: { figures: { cgpa: '17/10' } } });
  });

  it('end the registration, or bring it back, with what they turn to', () => {
    const ended = published(low('full-time'), { standing: 'terminated', clauses: ['3cu/ug/11.5.1'] });
    const back = revisedStandings(foldRecord([...low('full-time'), ended]), { today: on, reason: 'x' });
    expect(back[0]?.events.map(({ type }) => type)).toEqual(['StandingRevised', 'RegistrationReinstated']);
  });
});
