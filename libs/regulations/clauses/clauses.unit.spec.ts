import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Text } from '#kernel';
import { fiveCreditAwards } from '../five-credit/awards-requirements.ts';
import { threeCreditAwards } from '../three-credit/awards-requirements.ts';
import { allClauses, type Clause, clause } from './index.ts';

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

/** The chapters of a regime as its text has them, with the number of clauses that the register holds of each. */
const counts: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '5cu': {
    ...{ gloss: 10, dl: 73, rpg: 18, tpg: 51, ug: 73, subdeg: 23, subdegpd: 24, bach: 25, pgd: 10, pgdeg: 18 },
    ...{ dual: 22, stack: 5 },
    ...{ assess: 88, ct: 43, schol: 11 },
  },
  '3cu': {
    ...{ gloss: 20, dl: 74, rpg: 18, tpg: 55, ug: 68, subdeg: 19, bach: 55, pgd: 12, pgdeg: 17 },
    ...{ dual: 37 },
    ...{ assess: 76, ct: 43, schol: 11 },
  },
};
const chapterOf = ({ id }: Clause): string => id.split('/').slice(0, 2).join('/');
const inOrderOfText = Object.entries(counts).flatMap(([regime, of]) =>
  Object.keys(of).map((chapter) => `${regime}/${chapter}`),
);

/** The chapters on study, assessment and scholarships: there every clause is told, not only titled. */
const told = allClauses().filter((each) => /\/(?:gloss|dl|rpg|tpg|ug|assess|schol)\//.test(each.id));
const texts = ({ title, paraphrase }: Clause): readonly Text[] => (paraphrase ? [title, paraphrase] : [title]);
const length = (words: string): number => [...words].length;

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
/** A clause without a number stands before its chapter (a preamble) or after what it adds to. */
const rank = (part: string): number =>
  part.startsWith('preamble') ? 0 : /^\d/.test(part) ? 1 : /^(?:unnumbered|footnote)$/.test(part) ? 3 : 2;
const compareParts = (a: string, b: string): number =>
  rank(a) !== rank(b)
    ? rank(a) - rank(b)
    : rank(a) === 1
      ? Number(a) - Number(b)
      : romans.includes(a) && romans.includes(b)
        ? romans.indexOf(a) - romans.indexOf(b)
        : a.localeCompare(b);
const partsOf = ({ id }: Clause): readonly string[] =>
  id
    .split('/')[2]!
    .split(/[.()]+/)
    .filter((part) => part !== '');
const compareClauses = (a: Clause, b: Clause): number => {
  const chapters = inOrderOfText.indexOf(chapterOf(a)) - inOrderOfText.indexOf(chapterOf(b));
  if (chapters !== 0) return chapters;
  const [left, right] = [partsOf(a), partsOf(b)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at === -1 || right[at] === undefined ? left.length - right.length : compareParts(left[at]!, right[at]!);
};

/** Characters that only simplified Chinese writes. */
const simplified =
  /[们这过还对时学习课师数语试证论间级绩积点请选书业应为开门问题东车长见设报费办实现规则关发规团图国认记该录额补转让据总决审评满达进运远连边阶际险难须页项预领顾风飞马鱼鸟黄齐]/;
const latinSentence = /[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){2}/;

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
  it('writes each id as the text numbers its clauses', () =>
    expect(
      allClauses().filter(({ id }) => !/^[35]cu\/[a-z]+\/(?:preamble-[a-z\d]+|\d+(?:\.\d+)*(?:\([a-z]+\))*)$/.test(id)),
    ).toEqual([]));
  it('stands in the order of the text', () =>
    expect(allClauses().map(({ id }) => id)).toEqual([...allClauses()].sort(compareClauses).map(({ id }) => id)));
  it.each(Object.entries(counts))('has every chapter of %s with its clauses', (regime, of) => {
    const held = allClauses().filter(({ id }) => id.startsWith(`${regime}/`));
    expect(
      Object.fromEntries(Object.keys(of).map((c) => [c, held.filter((e) => chapterOf(e) === `${regime}/${c}`).length])),
    ).toEqual(of);
    expect(held.length).toBe(Object.values(of).reduce((sum, each) => sum + each, 0));
  });
  it('tells every clause on study, assessment and scholarships in a sentence or two', () => {
    expect(told.length).toBe(646);
    expect(told.filter(({ paraphrase }) => paraphrase === undefined)).toEqual([]);
  });
  it('speaks both languages', () =>
    expect(
      allClauses().filter((each) =>
        texts(each).some(
          (words) =>
            !/[\u4e00-\u9fff]/.test(words['zh-Hant']) || !/[A-Za-z]/.test(words.en) || /[\u4e00-\u9fff]/.test(words.en),
        ),
      ),
    ).toEqual([]));
  it('writes traditional Chinese, and no English within it', () => {
    expect('学生须于学期开始前注册').toMatch(simplified);
    expect('See the Registry').toMatch(latinSentence);
    expect(
      allClauses().filter((each) =>
        texts(each).some(({ 'zh-Hant': words }) => simplified.test(words) || latinSentence.test(words)),
      ),
    ).toEqual([]);
  });
  it('is short enough for a screen', () => {
    expect(
      allClauses().filter(
        ({ paraphrase }) => paraphrase && Object.values(paraphrase).some((words) => length(words) > 300),
      ),
    ).toEqual([]);
    expect(told.filter(({ title }) => length(title.en) > 60 || length(title['zh-Hant']) > 24)).toEqual([]);
  });
  it('does not know what is not a clause', () => expect(clause('3cu/dl/99')).toBeUndefined());
});
