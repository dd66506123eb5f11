import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { Approval, AwardKind, EntryRoute, ProgrammeFacts, Regime } from '../facts.ts';
import { packFor } from '../packs.ts';
import { programme } from './figures.fixtures.ts';

const opened = (of: ProgrammeFacts) => refusingClauses(packFor(of.regime).programme(of, '2024-01-01'));

describe('a programme of a dual award', () => {
  it.each([
    ['5cu', 190, '5cu/dual/5.1(c)(i)'],
    ['3cu', 138, '3cu/dual/6.1.5'],
  ] as const)('of %s takes %i credits at least', (regime: Regime, credits, clause) => {
    expect(opened(programme(regime, { award: 'dual', credits }))).toEqual([]);
    expect(opened(programme(regime, { award: 'dual', credits: credits - 1 }))).toEqual([clause]);
    expect(opened(programme(regime, { award: 'dual', credits: credits + 60 }))).toEqual([]);
  });

  const entered = (regime: Regime, mode: ProgrammeFacts['mode'], route: Partial<EntryRoute>) =>
    programme(regime, {
      award: 'dual',
      mode,
      credits: 190,
      entry: {
        open: false,
        outsideHongKong: false,
        conditions: [],
        routes: [
          {
            code: 'R',
            kind: 'pathway',
            title: { en: 'R', 'zh-Hant': '途徑' },
            credits: 190,
            years: 3,
            conditions: [],
            exempts: [],
            ...route,
          },
        ],
      },
    });
  it.each(['distance-learning', 'full-time'] as const)('has routes 2 and 3 in %s, with their credits', (mode) => {
    const five = (route: Partial<EntryRoute>) => opened(entered('5cu', mode, route));
    expect(five({ number: 2, credits: 125 })).toEqual([]);
    expect(five({ number: 2, credits: 124 })).toEqual(['5cu/dual/5.1(c)(ii)']);
    expect(five({ number: 3, credits: 155 })).toEqual([]);
    expect(five({ number: 3, credits: 154 })).toEqual(['5cu/dual/5.1(c)(iii)']);
    expect(five({ number: 4 })).toEqual(['5cu/dual/5.1(c)']);
    expect(five({})).toEqual(['5cu/dual/5.1(c)']);
  });
  it('numbers none in the three-credit structure, and has pathways in distance learning only', () => {
    expect(opened(entered('3cu', 'distance-learning', {}))).toEqual([]);
    expect(opened(entered('3cu', 'full-time', {}))).toEqual(['3cu/gloss/27']);
  });
});

describe('the face-to-face equivalent of a five-credit degree', () => {
  const equivalent = (award: AwardKind, approval?: Approval, mode: ProgrammeFacts['mode'] = 'full-time') =>
    opened(programme('5cu', { award, mode, equivalent: { of: 'BA', ...(approval ? { approval } : {}) } }));
  const by = (authority: string): Approval => ({ authority, reason: 'Equivalent' });
  it.each([
    ['ordinary', '5cu/bach/5.3'],
    ['honours', '5cu/bach/9.3'],
  ] as const)('asks for the approval of the Vice-President (%s)', (award, clause) => {
    expect(equivalent(award, by('vice-president'))).toEqual([]);
    expect(equivalent(award)).toEqual([clause]);
    expect(equivalent(award, by('registrar'))).toEqual([clause]);
  });
  it('is neither asked in distance learning nor of other awards', () => {
    expect(equivalent('ordinary', undefined, 'distance-learning')).toEqual([]);
    expect(equivalent('diploma')).toEqual([]);
  });
});
