import { describe, expect, it } from '@jest/globals';
import { commandOf } from '#commands';
import { type CivilDate, type Ruling, refusingClauses } from '#kernel';
import type { TermFacts } from '#regulations';
import { autumn } from '../../regulations/testing/index.ts';
import { given } from '../testing/defining.ts';
import { DefineTerm, defineTerm } from './define-term.ts';
import { PublishResults, publishResults } from './publish-results.ts';
import { terms } from './term.ts';

const publishing = (today: CivilDate, on?: CivilDate, term: Partial<TermFacts> = {}) =>
  publishResults.decide(
    { ...autumn, ...term },
    commandOf<PublishResults>(PublishResults, { term: autumn.code, ...(on ? { on } : {}) }),
    { facts: undefined, today, actor: { role: 'registrar' } },
  );
const refusedBy = (decision: ReturnType<typeof publishing>) => decision.ruling && refusingClauses(decision.ruling);
const WEEKS = ['5cu/assess/19.1', '3cu/assess/18.1'];
const SAID = ['5cu/assess/19.2', '3cu/assess/18.2'];

describe('publishing the results of a term', () => {
  it('is on the day itself unless another is told', () => {
    expect(publishing('2025-01-03')).toMatchObject({ events: [{ data: { on: '2025-01-03' } }] });
    expect(publishing('2025-01-03', '2025-01-20')).toMatchObject({ events: [{ data: { on: '2025-01-20' } }] });
  });

  it('is on the last day of examinations at the earliest', () => {
    expect(publishing('2024-12-20').outcome).toBe('accepted');
    expect(refusedBy(publishing('2024-12-19'))).toEqual(WEEKS);
    expect(refusedBy(publishing('2024-12-01', '2024-12-19'))).toEqual(WEEKS);
  });

  it('is not in the past', () => {
    expect(refusedBy(publishing('2025-01-03', '2025-01-02'))).toEqual(SAID);
    expect(publishing('2025-01-03', '2025-01-02').ruling?.remedies).toHaveLength(1);
  });

  it('is once, up to the day before they are out', () => {
    expect(publishing('2025-01-09', '2025-01-20').outcome).toBe('accepted');
    expect(refusedBy(publishing('2025-01-10', '2025-01-20'))).toEqual(SAID);
    expect(publishing('2025-01-10', '2025-01-20', { resultsOn: '2025-01-11' }).outcome).toBe('accepted');
    expect(refusedBy(publishing('2025-01-11', '2025-01-20', { resultsOn: '2025-01-11' }))).toEqual(SAID);
  });

  it('does not fit a term that nobody defined', () =>
    expect(
      publishResults.decide(undefined, commandOf<PublishResults>(PublishResults, { term: 'X' }), {
        facts: undefined,
        today: '2025-01-03',
        actor: { role: 'registrar' },
      }),
    ).toMatchObject({ outcome: 'refused', code: 'unknown-term' }));
});

describe('dates of a term that move its results', () => {
  // Examinations until 20 December; results planned for 10 January.
  const { code, teaching, examinations } = autumn;
  const redefining = (today: CivilDate, fields: object, role = 'registrar', before: TermFacts | undefined = autumn) =>
    defineTerm.decide(before, commandOf<DefineTerm>(DefineTerm, { code, teaching, examinations, ...fields } as never), {
      facts: undefined,
      today,
      actor: { role },
    });
  const codeOf = (decision: ReturnType<typeof redefining>) =>
    decision.outcome === 'refused' ? decision.code : decision.outcome;
  const earlier = { examinations: [examinations[0], '2024-12-10'] };
  const later = { examinations: [examinations[0], '2024-12-21'] };

  it('stay once the results are out', () => {
    expect(codeOf(redefining('2025-01-10', later))).toBe('results-published');
    expect(codeOf(redefining('2025-01-10', { resultsOn: '2025-02-01' }))).toBe('results-published');
    expect(refusingClauses(redefining('2025-01-10', later).ruling as Ruling)).toEqual(SAID);
    expect(codeOf(redefining('2025-01-10', {}))).toBe('accepted');
    expect(codeOf(redefining('2025-01-09', later))).toBe('accepted');
    expect(codeOf(redefining('2025-01-09', { resultsOn: '2025-02-01' }))).toBe('accepted');
    expect(codeOf(redefining('2025-01-10', later, 'registrar', { ...autumn, resultsOn: '2025-01-11' }))).toBe(
      'accepted',
    );
  });

  it('do not publish them in the past', () => {
    expect(codeOf(redefining('2025-01-03', { resultsOn: '2025-01-02' }))).toBe('publication-refused');
    expect(codeOf(redefining('2025-01-03', { resultsOn: '2025-01-03' }))).toBe('accepted');
    expect(codeOf(redefining('2025-01-03', earlier))).toBe('publication-refused');
  });

  it('do not move the end of examinations past the day that was announced', () =>
    expect(codeOf(redefining('2024-12-09', later, 'registrar', { ...autumn, resultsOn: '2024-12-20' }))).toBe(
      'publication-refused',
    ));

  it.each(['school', 'registry'])('are not told by the %s', (role) => {
    expect(codeOf(redefining('2025-01-03', { resultsOn: '2025-01-20' }, role))).toBe('not-authorised');
    expect(codeOf(redefining('2024-08-01', { resultsOn: '2025-01-20' }, role, undefined))).toBe('not-authorised');
    const announced = { ...autumn, resultsOn: '2025-01-20' };
    expect(codeOf(redefining('2025-01-03', { resultsOn: '2025-01-20' }, role, announced))).toBe('accepted');
    expect(codeOf(redefining('2024-12-20', later, role))).toBe('accepted');
    expect(codeOf(redefining('2024-12-21', later, role))).toBe('not-authorised');
    expect(codeOf(redefining('2024-12-11', earlier, role))).toBe('not-authorised');
    expect(codeOf(redefining('2024-12-10', earlier, role))).toBe('accepted');
  });
});

describe('the day of results', () => {
  const asked = {
    code: '2024-AUT',
    teaching: ['2024-09-02', '2024-11-30'],
    examinations: ['2024-12-09', '2024-12-20'],
  };
  const event = (type: string, data: object) => ({ type, data }) as Parameters<typeof terms.evolve>[1];

  it('may stand in the calendar, after the examinations', async () => {
    (await given().when(defineTerm, { ...asked, resultsOn: '2024-12-20' })).thenDefined({
      term: { resultsOn: '2024-12-20' },
    });
    (await given().when(defineTerm, { ...asked, resultsOn: '2024-12-19' })).thenUnfit('results-before-examinations');
  });

  it('is the last one that was told, and stays when other dates are', () => {
    const defined = terms.evolve(undefined, event('TermDefined', { term: autumn }));
    expect(defined?.resultsOn).toBeUndefined();
    const published = terms.evolve(defined, event('ResultsPublished', { term: autumn.code, on: '2025-01-20' }));
    expect(published?.resultsOn).toBe('2025-01-20');
    expect(terms.evolve(published, event('TermDefined', { term: autumn }))?.resultsOn).toBe('2025-01-20');
    const told = { ...autumn, resultsOn: '2025-01-22' };
    expect(terms.evolve(published, event('TermDefined', { term: told }))?.resultsOn).toBe('2025-01-22');
    expect(terms.evolve(undefined, event('ResultsPublished', { term: 'X', on: '2025-01-20' }))).toBeUndefined();
  });
});
