import { describe, expect, it } from '@jest/globals';
import type { Attempt } from '../facts.ts';
import { packFor } from '../packs.ts';
import {
  aCourse,
  anAttempt,
  aProgramme,
  aStudy,
  by,
  springBefore as first,
  spring as later,
  autumn as term,
} from '../testing/index.ts';

describe.each([
  ['5cu', 'honours', '5cu/ug/4.5', 'none'],
  ['3cu', 'honours', '3cu/ug/4.5', 'none'],
  ['5cu', 'masters', '5cu/tpg/4.5', 'approved'],
  ['3cu', 'masters', '3cu/tpg/4.5', 'approved'],
] as const)('tuition of deferred courses, %s %s', (regime, award, clause, surplus) => {
  const deferredUntil = (until: string) =>
    anAttempt('OFF', { term: first, status: 'deferred', deferrals: [{ from: '2024-02-01', until }] });
  const taking = (attempts: Attempt[], of: { in?: typeof term; approvals?: ReturnType<typeof by>[] } = {}) => {
    const request = { course: aCourse('NEW'), term: of.in ?? term, approvals: of.approvals ?? [], today: '2024-09-01' };
    return packFor(regime).tuition(aStudy(aProgramme(regime, 'full-time', { award }), { attempts }), request);
  };

  it('is used in the term whose courses can still be added on the day of return', () => {
    const inTime = taking([deferredUntil(term.addDropEnds)]);
    expect(inTime.credited.map(({ course }) => course.code)).toEqual(['OFF']);
    expect(inTime.findings.map((finding) => finding.clause)).toEqual([clause]);
    const early = taking([deferredUntil('2024-09-17')]);
    expect(early).toMatchObject({ payable: true, credited: [] });
    expect(early.findings.map((finding) => [finding.clause, finding.note !== undefined])).toEqual([[clause, true]]);
  });

  it(`leaves a surplus for courses of later terms: ${surplus}`, () => {
    const returned = [deferredUntil('2024-09-01'), anAttempt('BACK')];
    const credited = (approvals = [] as ReturnType<typeof by>[]) =>
      taking(returned, { in: later, approvals }).credited.length;
    expect(credited()).toBe(0);
    expect(credited([by('school')])).toBe(0);
    expect(credited([by('university')])).toBe(surplus === 'approved' ? 1 : 0);
    expect(taking(returned, { in: later }).findings).toMatchObject([{ clause, holds: true, note: expect.anything() }]);
  });
});
