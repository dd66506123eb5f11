import 'reflect-metadata';
import { relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { folder, scenarios } from './telling.ts';

describe('The suite', () => {
  it('tells both regimes in every mode', () => {
    const told = new Set(
      scenarios.flatMap((scenario) =>
        scenario.given
          .filter(({ name }) => name === 'DefineProgramme')
          .map(({ fields }) => {
            const { regime, mode } = fields as { regime: string; mode: string };
            return `${regime} ${mode}`;
          }),
      ),
    );
    expect([...told].sort()).toEqual([
      '3cu distance-learning',
      '3cu full-time',
      '3cu part-time',
      '5cu distance-learning',
      '5cu full-time',
      '5cu part-time',
    ]);
  });

  it('has a title of its own for every story', () => {
    const titles = scenarios.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('names the clauses that it is refused by', () => {
    // A clause that refuses a step stands in the list at the head, or a clause that it is a part of.
    const unnamed = scenarios.flatMap(({ file, clauses, steps }) =>
      steps
        .flatMap((step) => (isRefusal(step.expect) ? step.expect.refused : []))
        .filter(
          (clause) =>
            !clauses.some((named) => named === clause || clause.startsWith(named) || named.startsWith(clause)),
        )
        .map((clause) => `${relative(folder, file)}: ${clause}`),
    );
    expect(unnamed).toEqual([]);
  });
});

const isRefusal = (expected: unknown): expected is { refused: string[] } =>
  typeof expected === 'object' && expected !== null && 'refused' in expected && Array.isArray(expected.refused);
