import { describe, it } from '@jest/globals';
import { aProgramme } from '../../regulations/testing/index.ts';
import { given } from '../testing/defining.ts';
import { defineScholarship } from './define-scholarship.ts';

const asked = { code: 'CHOIR', kind: 'academic', regime: '3cu', cents: 1_000_000, from: '2024-09-01' };
const known = {
  'programme-BSC': aProgramme('3cu', 'full-time'),
  'programme-BA': aProgramme('3cu', 'full-time', { code: 'BA' }),
  'programme-BBA': aProgramme('3cu', 'full-time', { code: 'BBA' }),
  'programme-OLD': aProgramme('5cu', 'full-time', { code: 'OLD' }),
};
const defining = (fields: object) => given(known).when(defineScholarship, { ...asked, ...fields });
const named = (...programmes: string[]) => ({ kind: 'programmes', programmes });
const need = (considered: boolean, mode?: string) => ({ kind: 'financial-need', considered, mode });
const university = { authority: 'university', reason: 'in keeping with the Ordinance' };

describe.each(['5cu', '3cu'])('offering a scholarship under %s', (regime) => {
  const offering = (fields: object) => defining({ ...fields, regime });

  it('gives cash, under its code and without conditions unless told', async () =>
    (await offering({})).thenDefined({
      scholarship: { title: { en: 'CHOIR' }, form: 'cash', conditions: [], criteria: [], cents: 1_000_000 },
    }));

  it('accepts a place in the selection and need that counts', async () => {
    const conditions = [{ kind: 'representative' }, need(true)];
    (await offering({ conditions })).thenDefined({ scholarship: { conditions } });
  });

  it.each(['sole-selection', 'without-credits'])('refuses %s, whoever approves', async (kind) => {
    (await offering({ conditions: [{ kind }] })).thenRefusedBy(`${regime}/schol/5.2`);
    (await offering({ conditions: [{ kind }], approval: university })).thenRefusedBy(`${regime}/schol/5.2`);
  });

  it('takes a condition in words when the University has judged it, by the day of the request', async () => {
    const conditions = [{ kind: 'other', words: 'a letter of thanks' }];
    (await offering({ conditions })).thenRefusedBy(`${regime}/schol/5.2`);
    (await offering({ conditions, approval: { ...university, authority: 'school' } })).thenRefusedBy(
      `${regime}/schol/5.2`,
    );
    (await offering({ conditions, approval: university })).thenDefined();
    (await offering({ conditions, approval: { ...university, on: '2024-08-01' } })).thenDefined();
    (await offering({ conditions, approval: { ...university, on: '2024-08-02' } })).thenRefusedBy(
      `${regime}/schol/5.2`,
    );
  });

  it('gives cash or tuition fee, and something else when the University approves', async () => {
    (await offering({ form: 'tuition-fee' })).thenDefined({ scholarship: { form: 'tuition-fee' } });
    (await offering({ form: 'in-kind' })).thenRefusedBy(`${regime}/schol/6.1`);
    (await offering({ form: 'in-kind', approval: university })).thenDefined({ scholarship: { form: 'in-kind' } });
  });
});

describe('conditions of a donor', () => {
  it('keep it for programmes that are there and under the same regulations', async () => {
    (await defining({ conditions: [named('BSC', 'BA')] })).thenDefined();
    (await defining({ conditions: [named('BSC', 'GONE')] })).thenUnfit('unknown-programme');
    (await defining({ conditions: [named('BSC', 'OLD')] })).thenUnfit('other-regulations');
  });

  it.each([{ kind: 'programmes' }, { kind: 'financial-need' }, { kind: 'other' }])(
    'say what they ask: %j',
    async (condition) => (await defining({ conditions: [condition] })).thenUnfit('condition-incomplete'),
  );

  it('agree when they leave a programme, and are an error when they leave none', async () => {
    (await defining({ conditions: [named('BSC', 'BA'), named('BA', 'BBA')] })).thenDefined();
    (await defining({ conditions: [named('BSC'), named('BA')] })).thenUnfit('donor-conditions-disagree');
    (await defining({ conditions: [named('BSC', 'BA'), named('BA', 'BBA'), named('BBA', 'BSC')] })).thenUnfit(
      'donor-conditions-disagree',
    );
  });

  it('disagree only where they apply to the same students', async () => {
    (await defining({ conditions: [need(true), need(false)] })).thenUnfit('donor-conditions-disagree');
    (await defining({ conditions: [need(true), need(true)] })).thenDefined();
    (await defining({ conditions: [need(true, 'full-time'), need(false)] })).thenUnfit('donor-conditions-disagree');
    (await defining({ conditions: [need(true, 'full-time'), need(false, 'distance-learning')] })).thenDefined();
    (await defining({ mode: 'distance-learning', conditions: [need(true, 'full-time'), need(false)] })).thenDefined();
  });

  it('cannot be approved together when they disagree', async () =>
    (await defining({ conditions: [need(true), need(false)], approval: university })).thenUnfit(
      'donor-conditions-disagree',
    ));
});

describe('the days of a scholarship', () => {
  it('are in order', async () => {
    (await defining({ until: '2024-09-01' })).thenDefined();
    (await defining({ until: '2024-08-31' })).thenUnfit('days-out-of-order');
  });
});
