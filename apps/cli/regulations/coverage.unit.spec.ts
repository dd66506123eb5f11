import { describe, expect, it } from '@jest/globals';
import { coverageOf, reaches, wanting } from './coverage.ts';
import { coverageTold } from './coverage-told.ts';
import type { ClauseKind } from './matrix.ts';
import type { Sighting } from './sightings.ts';

const seen = (of: Partial<Sighting>): Sighting => ({ held: 0, refused: 0, borne: 0, ...of });
const isExercised = (kind: ClauseKind, sighting?: Sighting) =>
  coverageOf([{ id: 'c', kind }], new Set(), new Map(sighting && [['c', sighting]])).exercised === 1;

describe('a rule', () => {
  it.each([
    [true, 'held and was refused', seen({ held: 1, refused: 1 })],
    [false, 'only held', seen({ held: 9 })],
    [false, 'was only refused', seen({ refused: 9 })],
    [false, 'held, and a document bore it', seen({ held: 1, borne: 9 })],
    [false, 'was never seen', undefined],
  ])('is exercised: %s, when it %s', (exercised, _how, sighting) =>
    expect(isExercised('rule', sighting)).toBe(exercised),
  );
});

describe.each(['workflow', 'record', 'screen'] as const)('a %s', (kind) => {
  it.each([
    [true, 'it held', seen({ held: 1 })],
    [true, 'it was refused', seen({ refused: 1 })],
    [true, 'a decision or a document bore it', seen({ borne: 1 })],
    [false, 'it was never seen', undefined],
  ])('is exercised: %s, when %s', (exercised, _how, sighting) => expect(isExercised(kind, sighting)).toBe(exercised));
});

describe('coverage', () => {
  const clauses = ['a', 'b', 'c', 'd'].map((id) => ({ id, kind: 'record' }));
  const coverage = coverageOf(clauses, new Set(['a', 'b', 'z']), new Map([['b', seen({ held: 1 })]]));

  it('counts, and lists what is wanting in the order of the matrix', () =>
    expect(coverage).toEqual({
      total: 4,
      cited: 2,
      exercised: 1,
      notCited: ['c', 'd'],
      notExercised: ['a', 'c', 'd'],
    }));

  it.each([
    [25, true],
    [25.1, false],
    [0, true],
  ])('of a quarter reaches %d per cent: %s', (percentage, reached) =>
    expect(reaches(coverage, percentage)).toBe(reached),
  );

  it('of no clause reaches nothing', () => expect(reaches(coverageOf([], new Set(), new Map()), 0)).toBe(false));
});

it.each([
  ['never seen', undefined],
  ['held, and never refused', seen({ held: 1 })],
  ['refused, and never held', seen({ refused: 1 })],
  ['borne by a decision or a document, and never ruled on', seen({ borne: 1 })],
])('what is wanting is told: %s', (told, sighting) => expect(wanting(sighting)).toBe(told));

describe('coverage for people', () => {
  it('says what is wanting of each clause', () => {
    const sightings = new Map([['a', seen({ held: 1 })]]);
    const clauses = ['a', 'b', 'c'].map((id) => ({ id, kind: 'rule' }));
    expect(coverageTold(coverageOf(clauses, new Set(['a', 'b']), sightings), sightings).split('\n')).toEqual([
      'of 3: 2 (66.7%) cited, 0 (0.0%) exercised',
      'not cited:',
      '  c',
      'not exercised:',
      '  a  held, and never refused',
      '  b  never seen',
      '  c  never seen',
    ]);
  });

  it('is a line when nothing is wanting, or nothing was asked for', () => {
    const all = new Map([['a', seen({ borne: 1 })]]);
    const whole = coverageOf([{ id: 'a', kind: 'record' }], new Set(['a']), all);
    expect(coverageTold(whole, all)).toBe('of 1: 1 (100.0%) cited, 1 (100.0%) exercised');
    expect(coverageTold(coverageOf([], new Set(), all), all)).toBe('of 0: 0 cited, 0 exercised');
  });
});
