import { describe, expect, it } from '@jest/globals';
import type { StandingDecision, StandingState } from '#regulations';
import { publishingCommandId, type RecordEvent } from '#student-record';
import { recordOf } from '../../testing/record-of.ts';
import { admitted, course, enrolled, graded, programme, term } from '../../testing/records.ts';
import { termSummariesOf } from '../term-summary/term-summary.ts';
import { standingsDocumentOf, standingsView } from './standings.ts';

const X = course('X', 10);
const decision = (standing: StandingState, of: Partial<StandingDecision> = {}): StandingDecision => ({
  programme: 'P',
  term: term('2023-AUT'),
  yearEnd: false,
  standing,
  probationTerms: 1,
  stage: 1,
  figures: { cgpa: '17/10', gpa: '1/1', creditsEarned: 10, creditsTransferred: 0, resultsToCome: 0 },
  distance: {
    measure: 'average',
    value: '17/10',
    line: '2/1',
    credits: 10,
    points: '3/1',
    next: { credits: 15, average: '11/5' },
  },
  clauses: ['3cu/ug/11.1'],
  run: '2023-AUT-1',
  on: '2024-01-10',
  ...of,
});
const decided = (standing: StandingState, of: Partial<StandingDecision> = {}): RecordEvent => ({
  type: 'StandingDecided',
  data: { decision: decision(standing, of) },
});
const revised = (standing: StandingState): RecordEvent => {
  const { programme: _programme, term: _term, ...from } = decision('probation');
  return {
    type: 'StandingRevised',
    data: {
      decision: decision(standing, { on: '2024-03-01' }),
      from,
      on: '2024-03-01',
      reason: 'a result was corrected',
      cause: 'P1',
    },
  };
};
const advised: RecordEvent = {
  type: 'AcademicAdviceRecorded',
  data: { advice: { programme: 'P', term: '2023-AUT', notes: 'rest', clause: '3cu/ug/11.2', on: '2024-01-12' } },
};
const fullTime = { ...programme('P', '3cu'), mode: 'full-time' as const };
const life = [admitted('S1', fullTime), enrolled(X, '2023-AUT', 'P'), graded(X, '2023-AUT', 'C-')];
const shown = (...events: readonly RecordEvent[]) => standingsDocumentOf(recordOf([...life, ...events])).programmes[0];

describe('standings of a student', () => {
  it('tell the stage before anything is published, and nothing else', () => {
    const before = shown();
    expect(before).toMatchObject({ stage: { stage: 1, credits: 10, nextFrom: 30, missing: 20 }, history: [] });
    expect(before).not.toHaveProperty('standing');
  });

  it('tell nothing of programmes without stages before that', () =>
    expect(
      standingsDocumentOf(recordOf([admitted('S1', { ...programme('P', '3cu'), mode: 'distance-learning' })])),
    ).toEqual({ student: 'S1', programmes: [] }));

  it('tell each published standing, why, and how far it was to the line', () =>
    expect(shown(decided('probation'))).toMatchObject({
      standing: 'probation',
      advised: false,
      history: [
        {
          term: '2023-AUT',
          standing: 'probation',
          probationTerms: 1,
          cgpa: { exact: '17/10', display: '1.70' },
          clauses: ['3cu/ug/11.1'],
          distance: { points: { exact: '3/1' }, nextCredits: 15, nextAverage: { display: '2.20' } },
          decision: publishingCommandId('2023-AUT-1', 'S1', 'P'),
          revisions: [],
        },
      ],
    }));

  it('tell advice, and whether there is some on the last standing', () => {
    expect(shown(decided('probation'), advised)).toMatchObject({
      advised: true,
      advice: [{ term: '2023-AUT', notes: 'rest', on: '2024-01-12' }],
    });
    expect(shown(decided('good'))).not.toHaveProperty('advised');
  });

  it('tell what was put right as it was known until then', () =>
    expect(shown(decided('probation'), revised('good'))).toMatchObject({
      standing: 'good',
      history: [
        {
          standing: 'good',
          on: '2024-03-01',
          revisions: [
            {
              standing: 'probation',
              publishedOn: '2024-01-10',
              on: '2024-03-01',
              cause: 'P1',
              cgpa: { display: '1.70' },
            },
          ],
        },
      ],
    }));

  it('are in order of term, whichever was published first', () => {
    const later = decided('good', { term: term('2024-SPR'), run: undefined });
    const history = shown(later, decided('probation'))?.history;
    expect(history?.map((standing) => [standing.term, 'decision' in standing])).toEqual([
      ['2023-AUT', true],
      ['2024-SPR', false],
    ]);
  });

  it('of one term are published once; what comes again is passed over', () =>
    expect(shown(decided('probation'), decided('good'))?.history).toMatchObject([{ standing: 'probation' }]));

  it('are forgotten when the programme is entered anew', () =>
    expect(shown(decided('probation'), admitted('S1', fullTime))?.history).toEqual([]));

  it('stand in the summary of their term', () => {
    const summary = termSummariesOf(recordOf([...life, decided('probation')])).find(
      ({ term: { code } }) => code === '2023-AUT',
    );
    expect(summary?.programmes[0]?.standing).toEqual({
      standing: 'probation',
      probationTerms: 1,
      stage: 1,
      clauses: ['3cu/ug/11.1'],
      on: '2024-01-10',
    });
  });

  it('are one document', () => expect(standingsView.rowsOf(recordOf(life))).toHaveLength(1));
});
