import { describe, expect, it } from '@jest/globals';
import { clausesOfChapters, SightingBook } from './sightings.ts';

const heard = (...testimonies: [by: string, clause: string, holds: boolean][]) => {
  const book = new SightingBook();
  for (const [by, clause, holds] of testimonies) book.hear({ by, findings: [{ clause, holds }] });
  return Object.fromEntries(book.sightings);
};

describe('what is seen of clauses', () => {
  it('is how often rulings of packs found them to hold, and not to', () =>
    expect(
      heard(
        ['three-credit@2022-09', '3cu/dl/6.1', true],
        ['three-credit@2022-09', '3cu/dl/6.1', true],
        ['three-credit@2022-09', '3cu/dl/6.1', false],
      ),
    ).toEqual({ '3cu/dl/6.1': { held: 2, refused: 1, borne: 0 } }));

  it('is the same of the clauses by which the figures of a finding were reckoned', () => {
    const book = new SightingBook();
    const restsOn = ['3cu/dl/9.5'];
    for (const holds of [true, false])
      book.hear({ by: 'three-credit@2022-09', findings: [{ clause: '3cu/dl/4.1', holds, restsOn }] });
    expect(book.sightings.get('3cu/dl/9.5')).toEqual({ held: 1, refused: 1, borne: 0 });
  });

  it('is how often decisions and documents bore them, which is no ruling', () =>
    expect(heard(['decision', '3cu/dl/6.3', true], ['document', '3cu/dl/6.3', true])).toEqual({
      '3cu/dl/6.3': { held: 0, refused: 0, borne: 2 },
    }));

  it.each(['spec', 'p', 'three-credit', ''])('is not what a spec makes up and signs %j', (by) =>
    expect(heard([by, '3cu/dl/6.1', true])).toEqual({}),
  );
});

describe('the clauses that a command names for all', () => {
  const named = ['5cu/dl/5.1', '3cu/dl/6.1', '3cu/dl/6.2', '3cu/ug/6.5', 'portal/C.8'];

  it('are, for one decision, those of the chapters that its ruling speaks of', () =>
    expect(clausesOfChapters(named, ['3cu/dl/6.3'])).toEqual(['3cu/dl/6.1', '3cu/dl/6.2', 'portal/C.8']));
  it('are those of no regime, when there is no ruling', () =>
    expect(clausesOfChapters(named, [])).toEqual(['portal/C.8']));
});
