import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { citedClauses, idsQuotedIn } from './citations.ts';

describe('a text of the program', () => {
  it.each([
    ['a clause in quotes', `days: dated({ clause: '3cu/dl/6.1' })`, ['3cu/dl/6.1']],
    [
      'letters and footnotes',
      `["5cu/bach/12.5(b)", '5cu/tpg/6.3(footnote)']`,
      ['5cu/bach/12.5(b)', '5cu/tpg/6.3(footnote)'],
    ],
    ['the guide and the portal', `'ctg/D.3.6(i).level', 'portal/C.8'`, ['ctg/D.3.6(i).level', 'portal/C.8']],
    ['nothing in a comment', '/** Leaving a course. [3cu/dl/6.1], such as `3cu/dl/6.2` */', []],
    ['nothing that is put together', 'const clause = `$' + '{law.regulation}/3.1`;', []],
    ['nothing that is no id', `from './three-credit/index.ts'; '3cu'; 'libs/3cu/dl/6.1'`, []],
  ])('cites %s', (_what, source, ids) => expect(idsQuotedIn(source)).toEqual(ids));
});

describe('the program', () => {
  const cited = citedClauses(new Map());

  it('cites what its rules rest on', () => {
    for (const id of ['3cu/dl/6.3', '5cu/ug/6.5', '3cu/bach/9.5']) expect(cited).toContain(id);
  });
  it('cites what its commands and read models name', () => {
    for (const id of ['3cu/dl/6.1', '3cu/dl/11.1']) expect(cited).toContain(id);
  });
  it('does not cite what only the register tells', () => expect(cited).not.toContain('3cu/gloss/1'));
  it('cites what a ruling was heard to name', () =>
    expect(citedClauses(new Map([['5cu/ct/0.0', { held: 1, refused: 0, borne: 0 }]]))).toContain('5cu/ct/0.0'));
});
