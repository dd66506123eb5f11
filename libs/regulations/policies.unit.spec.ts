import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isCivilDate } from '#kernel';
import { clause } from './clauses/index.ts';
import { policies, policiesOf } from './policies.ts';

const root = import.meta.dirname;
/** `*` stands for the folder of each regime. */
const isThere = (where: string): boolean =>
  where.startsWith('*/')
    ? ['five-credit', 'three-credit'].every((regime) => existsSync(join(root, regime, where.slice(2))))
    : existsSync(join(root, where));

describe('the policies of interpretation', () => {
  it('are all listed', () => {
    const files = readdirSync(join(root, 'policies')).filter((name) => name !== 'policy.ts');
    expect(files.sort()).toEqual([
      'assessment.ts',
      'awards.ts',
      'coursework.ts',
      'examinations.ts',
      'registration.ts',
      'requests.ts',
      'research.ts',
      'results.ts',
      'scholarships.ts',
      'study.ts',
    ]);
    expect(policies.length).toBeGreaterThan(30);
  });

  it('have each a name of their own', () =>
    expect(new Set(policies.map(({ name }) => name.en)).size).toBe(policies.length));

  it.each(policies.map((policy) => [policy.name.en, policy] as const))(
    '%s: names clauses of the register, files that are there, and a day, in both languages',
    (_name, { name, reading, clauses, where, from }) => {
      expect(clauses.length).toBeGreaterThan(0);
      expect(clauses.filter((id) => !clause(id))).toEqual([]);
      expect(where.filter((file) => !isThere(file))).toEqual([]);
      expect(isCivilDate(from)).toBe(true);
      for (const words of [name, reading]) {
        expect(words.en).toMatch(/[A-Za-z]/);
        expect(words['zh-Hant']).toMatch(/[\u4e00-\u9fff]|^N \+ 2/);
      }
    },
  );

  it('are found by clause', () => {
    expect(policiesOf('3cu/dl/6.1').map(({ name }) => name.en)).toEqual([
      'last day of withdrawal',
      'approval by standing delegation',
      'withdrawal from a programme',
    ]);
    expect(policiesOf('3cu/dl/6.3')).toEqual([]);
  });
});
