import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fiveCreditAwards } from '../five-credit/awards-requirements.ts';
import { threeCreditAwards } from '../three-credit/awards-requirements.ts';
import { allClauses, clause } from './index.ts';

const root = join(import.meta.dirname, '..');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.startsWith('clauses'))
  .map((path) => readFileSync(join(root, path), 'utf8'));

/** Ids as they stand in the sources; a template of the credit-transfer law is an id of either regime. */
const cited = new Set(
  sources.flatMap((source) => [
    ...(source.match(/[35]cu\/[a-z]+\/(?:preamble-\w+|\d[\d.]*(?:\([a-z]+\))*)/g) ?? []).map((id) =>
      id.replace(/\.$/, ''),
    ),
    ...[...source.matchAll(/\$\{law\.regulation\}\/(\d[\d.]*(?:\([a-z]+\))*)/g)].flatMap(([, rest]) => [
      `5cu/ct/${rest}`,
      `3cu/ct/${rest}`,
    ]),
  ]),
);
const chapters = new Set(allClauses().map(({ id }) => id.replace(/[.(].*$/, '')));

/** Every value under a key `clause`, however deep, and the clauses that stand for themselves. */
const clausesIn = (value: unknown, key = ''): string[] =>
  typeof value === 'string'
    ? ['clause', 'programme', 'exclusive', 'remaining', 'onlyNamed', 'generalEducation'].includes(key)
      ? [value]
      : []
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([name, inner]) => clausesIn(inner, Array.isArray(value) ? key : name))
      : [];
const ofAwards = clausesIn([fiveCreditAwards.provisions, threeCreditAwards.provisions]);

describe('the register of clauses', () => {
  it('has every clause that the regulations cite', () => {
    expect(cited.size).toBeGreaterThan(200);
    expect([...cited].filter((id) => !clause(id) && !chapters.has(id))).toEqual([]);
  });
  it('has every clause that the awards rest on', () => {
    expect(ofAwards.length).toBeGreaterThan(100);
    expect(ofAwards.filter((id) => !clause(id))).toEqual([]);
  });
  it('has each clause once', () => expect(new Set(allClauses().map(({ id }) => id)).size).toBe(allClauses().length));
  it('speaks both languages', () =>
    expect(
      allClauses().filter(
        ({ title, paraphrase }) =>
          !/[\u4e00-\u9fff]/.test(title['zh-Hant']) || (paraphrase && !/[\u4e00-\u9fff]/.test(paraphrase['zh-Hant'])),
      ),
    ).toEqual([]));
  it('does not know what is not a clause', () => expect(clause('3cu/dl/99')).toBeUndefined());
});
