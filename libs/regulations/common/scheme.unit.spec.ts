import { describe, expect, it } from '@jest/globals';
import { refusingClauses } from '#kernel';
import type { AssessmentScheme } from '../facts.ts';
import { packFor } from '../packs.ts';
import type { AnnouncedScheme, SchemeRequest } from '../rules/coursework.ts';
import { by, figuresOf, saysWhy } from '../testing/index.ts';

const item = (id: string, weight: number) => ({ id, kind: 'assignment', weight, compulsory: id === 'A1' }) as const;
const told = (weight: number, scheme?: AnnouncedScheme['scheme']): AnnouncedScheme => ({
  items: [item('A1', weight), item('A2', 100 - weight)],
  scheme,
});
const counting: AssessmentScheme = {
  assignmentsToComplete: 2,
  assignmentsCounting: 1,
  combination: 'best-weighted',
  courseworkWeight: 40,
};

describe.each([
  ['5cu', '5cu/dl/8.10.2'],
  ['3cu', '3cu/dl/9.11.2'],
] as const)('the assessment that students are told of, %s', (regime, special) => {
  const announcing = (of: Partial<SchemeRequest>) =>
    packFor(regime).coursework.scheme({
      ...{ announced: told(50), teachingBegins: '2024-09-02', approvals: [], today: '2024-09-02' },
      ...of,
    });

  it('says how many assignments are completed, how many count and how they combine', () => {
    const ruling = announcing({ announced: told(50, counting) });
    expect(ruling.outcome).toBe('allowed');
    expect(figuresOf(ruling, `${regime}/assess/2.1`)).toMatchObject({ pieces: 2, compulsory: 1, courseworkWeight: 40 });
    expect(figuresOf(ruling, `${regime}/assess/2.3(a)`)).toEqual({ assignmentsToComplete: 2 });
    expect(figuresOf(ruling, `${regime}/assess/2.3(b)`)).toEqual({ assignmentsCounting: 1 });
    expect(figuresOf(ruling, `${regime}/assess/2.3(c)`)).toEqual({ combination: 'best-weighted' });
  });

  it('changes until the day before teaching begins, later with approval', () => {
    const change = { announced: told(60), before: told(50) };
    expect(announcing({ ...change, today: '2024-09-01' }).outcome).toBe('allowed');
    const late = announcing(change);
    expect(refusingClauses(late)).toEqual([`${regime}/assess/2.3`]);
    expect(saysWhy(late)).toBe(true);
    for (const authority of ['university', 'senate'])
      expect(announcing({ ...change, approvals: [by(authority)] }).outcome).toBe('allowed');
    expect(announcing({ ...change, approvals: [by('school')] }).outcome).toBe('refused');
  });

  it('is the same when it says the same, and may be told late where nothing was', () => {
    expect(announcing({ announced: told(50, { ...counting }), before: told(50, counting) }).outcome).toBe('allowed');
    expect(announcing({ announced: told(50, counting), before: told(50) }).outcome).toBe('refused');
    expect(announcing({ before: undefined }).outcome).toBe('allowed');
  });

  it('asks for attendance only when that is told before teaching begins, or by the Senate', () => {
    const asking = { announced: told(50, { ...counting, minimumAttendance: 75 }) };
    expect(announcing({ ...asking, today: '2024-09-01' }).outcome).toBe('allowed');
    const late = announcing(asking);
    expect(refusingClauses(late)).toEqual([special]);
    expect(saysWhy(late)).toBe(true);
    expect(announcing({ ...asking, approvals: [by('senate')] }).outcome).toBe('allowed');
    expect(announcing({ ...asking, approvals: [by('university')] }).outcome).toBe('refused');
    expect(announcing({ ...asking, before: asking.announced }).outcome).toBe('allowed');
  });
});
