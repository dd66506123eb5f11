import { describe, expect, it } from '@jest/globals';
import { rational, rule } from '#kernel';
import { recordOf } from '../../testing/record-of.ts';
import {
  admitted,
  course,
  dropped,
  enrolled,
  graded,
  programme,
  transferred,
  withdrawn,
} from '../../testing/records.ts';
import { transcriptOf } from './transcript.ts';

const X = course('X', 10);
const Y = course('Y', 20);
const Z = course('Z', 5);
const P5 = programme('P5', '5cu');

/** The second term of the worked example: X failed and taken again, Y passed with an A-, Z a Pass. */
const repeated = [
  admitted('S1', P5),
  transferred(20),
  enrolled(X, '2023-AUT'),
  enrolled(Y, '2023-AUT'),
  graded(X, '2023-AUT', 'Fail'),
  graded(Y, '2023-AUT', 'A-'),
  enrolled(X, '2024-SPR'),
  enrolled(Z, '2024-SPR'),
  graded(X, '2024-SPR', 'C+'),
  graded(Z, '2024-SPR', 'Pass'),
];
type Events = Parameters<typeof recordOf>[0];
const shownOf = (events: Events) => transcriptOf(recordOf(events));
const only = (events: Events) => shownOf(events).programmes[0];

describe('a transcript', () => {
  it('shows term and cumulative averages, exact and half up to two decimals [5cu/dl/8.4] [5cu/assess/18.5.2]', () => {
    const programmeOf = only(repeated);
    expect(programmeOf?.terms.map(({ term, gpa }) => [term, gpa?.display])).toEqual([
      ['2023-AUT', '2.47'],
      ['2024-SPR', '2.30'],
    ]);
    expect(programmeOf?.cgpa).toEqual({ exact: '97/30', display: '3.23' });
  });

  it('keeps the attempt that a later one replaced, and says so', () =>
    expect(
      shownOf(repeated).courses.map(({ code, term, grade, superseded }) => [code, term, grade, superseded]),
    ).toEqual([
      ['X', '2023-AUT', 'Fail', true],
      ['Y', '2023-AUT', 'A-', false],
      ['X', '2024-SPR', 'C+', false],
      ['Z', '2024-SPR', 'Pass', false],
    ]));

  it('shows transferred credits apart from those earned', () => {
    const { programmes, transfers } = shownOf(repeated);
    expect(transfers).toEqual([
      {
        programme: 'P5',
        kind: 'general',
        credits: 20,
        level: 'foundation',
        institution: 'A College',
        qualification: 'Higher Diploma in Arts',
        grantedOn: '2023-10-01',
      },
    ]);
    expect([programmes[0]?.creditsEarned, programmes[0]?.creditsTransferred]).toEqual([35, 20]);
  });

  it('shows W for a course that was withdrawn from [5cu/dl/5.3]', () =>
    expect(shownOf([admitted('S1', P5), enrolled(X, '2023-AUT'), withdrawn(X, '2023-AUT')]).courses).toEqual([
      expect.objectContaining({ code: 'X', status: 'withdrawn', grade: 'W', points: null, creditsEarned: 0 }),
    ]));

  it('shows nothing of a course that was dropped', () =>
    expect(shownOf([admitted('S1', P5), enrolled(X, '2023-AUT'), dropped(X, '2023-AUT')]).courses).toEqual([]));

  it('has no average before there is a result', () =>
    expect(only([admitted('S1', P5), enrolled(X, '2023-AUT')])?.cgpa).toBeNull());

  it('lists the courses of all programmes in the order of enrolment', () =>
    expect(
      shownOf([
        admitted('S1', P5),
        admitted('S1', programme('Q5', '5cu')),
        enrolled(X, '2023-AUT', 'Q5'),
        enrolled(Y, '2023-AUT'),
        enrolled(Z, '2023-AUT', 'Q5'),
      ]).courses.map(({ programme: of, code }) => [of, code]),
    ).toEqual([
      ['Q5', 'X'],
      ['P5', 'Y'],
      ['Q5', 'Z'],
    ]));

  it('says of each programme how far its award is', () =>
    expect(shownOf([admitted('S1', P5), admitted('S1', programme('Q5', '5cu'))]).awards).toEqual([
      { programme: 'P5', award: P5.award, state: 'in-progress', class: null },
      { programme: 'Q5', award: P5.award, state: 'in-progress', class: null },
    ]));

  it('names the class of an award that is met', () => {
    const record = recordOf([admitted('S1', P5)], {
      audit: () => ({
        award: 'honours',
        met: true,
        requirements: [],
        ruling: rule('spec', []),
        classification: { average: rational(4), rounded: '4.00', class: 'first', clause: '5cu/bach/12.6', used: [] },
      }),
    });
    expect(transcriptOf(record).awards).toMatchObject([{ state: 'met', class: { code: 'first' } }]);
  });

  it('shows a programme that was entered twice once, as it was last entered', () =>
    expect(
      transcriptOf(recordOf([admitted('S1', P5, '2023-AUT'), admitted('S1', P5, '2024-AUT')])).programmes.map(
        ({ entryTerm }) => entryTerm,
      ),
    ).toEqual(['2024-AUT']));

  it('names the regulations that the figures follow', () =>
    expect(transcriptOf(recordOf([admitted('S1', programme('P3', '3cu'))])).programmes[0]?.pack).toMatch(
      /^three-credit/,
    ));
});
