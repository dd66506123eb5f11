import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { witness } from '#kernel';
import { SightingBook, type Sightings } from '../regulations/sightings.ts';
import { assertedClauses } from './borne-clauses.ts';
import { runScenario } from './run-scenario.ts';
import { parseScenario } from './scenario-file.ts';

describe('the clauses that an expectation of a document looks at', () => {
  const document = {
    student: 'S1',
    programmes: [
      { code: 'P3', clauses: ['3cu/dl/9.3'], terms: [{ term: 'T' }] },
      { code: 'P5', clauses: ['5cu/dl/8.3'] },
    ],
    decision: { clause: '3cu/bach/9.5', holds: true },
  };

  it.each([
    ['none when it looks elsewhere', { student: 'S1' }, []],
    ['those of the element that is found', { programmes: [{ code: 'P5' }] }, ['5cu/dl/8.3']],
    ['those of what bears the part', { programmes: [{ terms: [{ term: 'T' }] }] }, ['3cu/dl/9.3']],
    ['the one that a part stands by', { decision: { holds: true } }, ['3cu/bach/9.5']],
    ['none of a part of which nothing is compared', { decision: {} }, []],
    ['none when nothing is found', { programmes: [{ code: 'P9' }] }, []],
  ])('are %s', (_what, expected, clauses) => expect(assertedClauses(expected, document)).toEqual(clauses));
});

const GIVEN = `title: A story
given:
  terms: [{ code: 2024-AUT, teaching: [2024-09-02, 2024-11-30], examinations: [2024-12-09, 2024-12-20] }]
  courses: [{ code: COMP1010, credits: 3, level: 1000 }]
  programmes: [{ code: BSCH, award: honours, regime: 3cu, mode: distance-learning, credits: 120 }]
steps:
  - { on: 2024-08-01, do: Admit, with: { student: S1, programme: BSCH, term: 2024-AUT } }
  - { do: Enrol, with: { student: S1, course: COMP1010, term: 2024-AUT } }
`;

async function seenIn(steps: string): Promise<Sightings> {
  const book = new SightingBook();
  const stop = witness(book.hear);
  try {
    await runScenario(parseScenario('story.yaml', GIVEN + steps));
  } finally {
    stop();
  }
  return book.sightings;
}
const withdrawal = (on: string, expected: string) =>
  `  - { on: ${on}, do: Withdraw, with: { student: S1, course: COMP1010, term: 2024-AUT }, expect: ${expected} }\n`;

describe('a scenario that is witnessed', () => {
  it('shows a rule as holding when it grants, and as refused when it refuses', async () => {
    expect((await seenIn(withdrawal('2024-11-25', 'accepted'))).get('3cu/dl/6.1')).toMatchObject({
      held: 1,
      refused: 0,
    });
    expect((await seenIn(withdrawal('2024-11-26', 'refused'))).get('3cu/dl/6.1')).toMatchObject({
      held: 0,
      refused: 1,
    });
  });

  it('shows the clauses of a command that was granted as told, of its chapter only', async () => {
    const seen = await seenIn(withdrawal('2024-11-25', 'accepted'));
    expect(seen.get('3cu/dl/6.1')?.borne).toBe(1);
    expect(seen.get('3cu/ug/6.5')).toBeUndefined();
  });

  it('does not show those of one that was refused, or not granted as told', async () => {
    const unborne = [withdrawal('2024-11-26', 'refused'), withdrawal('2024-11-25', '{ accepted: { events: [] } }')];
    for (const step of unborne) expect((await seenIn(step)).get('3cu/dl/6.1')?.borne).toBe(0);
  });

  it('shows the clauses that ask for a document, when something of it is compared and is as told', async () => {
    const shown = async (expected: string) =>
      (await seenIn(`  - { show: transcript, with: { student: S1 }, expect: ${expected} }\n`)).get('3cu/dl/11.1');
    expect(await shown('{ student: S1 }')).toEqual({ held: 0, refused: 0, borne: 1 });
    expect(await shown('{}')).toBeUndefined();
    expect(await shown('{ student: S2 }')).toBeUndefined();
  });
});
