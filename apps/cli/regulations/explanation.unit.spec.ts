import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { clause, policiesOf } from '#regulations';
import { explanationOf, nearestIds } from './explanation.ts';
import { explanationTold } from './explanation-told.ts';

const LAST_DAY = '3cu/dl/6.1';
const explained = (id: string) => {
  const explanation = explanationOf(id);
  if (!explanation) throw new Error(`${id} is not in the register`);
  return explanation;
};

describe('the explanation of a clause', () => {
  it('has its title and sense, the commands it decides, and how it is read', () =>
    expect(explained(LAST_DAY)).toEqual({
      ...clause(LAST_DAY),
      decides: [
        expect.objectContaining({ command: 'Withdraw', path: 'withdrawals' }),
        expect.objectContaining({ command: 'WithdrawFromProgramme', path: 'programme-withdrawals' }),
        expect.objectContaining({ command: 'ApplyToLeaveProgramme', path: 'programme-withdrawal-applications' }),
      ],
      shownBy: [],
      policies: policiesOf(LAST_DAY),
    }));

  it('has the read models that it asks for', () =>
    expect(explained('3cu/dl/11.1').shownBy).toMatchObject([{ readModel: 'transcript' }]));

  it.each([
    ['en', ['Decides: Withdraw from a course', 'Read as (last day of withdrawal): first day of examinations']],
    ['zh-Hant', ['據此決定的要求：退修學科', '釋義（退修截止日）：']],
  ] as const)('is told in %s', (language, parts) => {
    const told = explanationTold(explained(LAST_DAY), language);
    for (const part of [
      LAST_DAY,
      clause(LAST_DAY)?.title[language],
      clause(LAST_DAY)?.paraphrase?.[language],
      ...parts,
    ])
      expect(told).toContain(part);
  });

  it('says so when no command lists the clause', () =>
    expect(explanationTold(explained('3cu/dl/11.1'), 'en')).toContain('No command lists it.'));
});

describe('an id that is not in the register', () => {
  it('has no explanation', () => expect(explanationOf('3cu/dl/6.11')).toBeUndefined());
  it('is near to those that differ least', () => {
    expect(nearestIds('3cu/dl/6.11', 2)).toContain('3cu/dl/6.1');
    expect(nearestIds('3cu/ug/6,5', 1)).toEqual(['3cu/ug/6.5']);
  });
});
