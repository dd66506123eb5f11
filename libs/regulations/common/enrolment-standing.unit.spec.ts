import { describe, expect, it } from '@jest/globals';
import { fails, holds, refusingClauses, rule, text } from '#kernel';
import { aCourse, aProgramme, aStudy, autumn, by } from '../testing/index.ts';
import { whileEligible } from './enrolment-standing.ts';

const study = aStudy(aProgramme('3cu', 'distance-learning'));
const remedy = text('Take advice.', '接受輔導。');
const probation = fails('p/advice', text('On probation.', '試讀。'), { cgpa: '1.35' });
const ended = fails('p/ended', text('Study ended.', '學籍終止。'));
const full = fails('p/load', text('Too much.', '過多。'));

const asked = (
  course: readonly Parameters<typeof rule>[1][number][],
  standing: readonly Parameters<typeof rule>[1][number][],
) =>
  whileEligible(
    () => rule('p', course),
    () => rule('p', standing, [remedy]),
    ['p/advice'],
  );
const request = (...approvals: ReturnType<typeof by>[]) => ({
  course: aCourse('C1'),
  term: autumn,
  approvals,
  today: '2024-08-20',
});

describe('a course is taken by somebody whose study goes on', () => {
  it('when both the course and the standing allow it', () =>
    expect(asked([holds('p/load')], [holds('p/advice')])(study, request()).outcome).toBe('allowed'));

  it('and is refused by either, naming all that stands in the way', () => {
    const refused = asked([full], [probation])(study, request());
    expect(refusingClauses(refused)).toEqual(['p/load', 'p/advice']);
    expect(refused.remedies).toEqual([remedy]);
  });

  it('the adviser lifts a block until advice, and the ruling says who', () => {
    const advised = asked([], [probation])(study, request(by('adviser')));
    expect(advised.outcome).toBe('allowed');
    expect(advised.findings).toMatchObject([{ clause: 'p/advice', figures: { cgpa: '1.35', approvedBy: 'adviser' } }]);
  });

  it('nobody else does', () =>
    expect(refusingClauses(asked([], [probation])(study, request(by('dean'))))).toEqual(['p/advice']));

  it('the adviser lifts nothing else: not the end of study, and not what the course asks', () => {
    expect(refusingClauses(asked([], [ended])(study, request(by('adviser'))))).toEqual(['p/ended']);
    expect(refusingClauses(asked([full], [probation])(study, request(by('adviser'))))).toEqual(['p/load']);
    expect(refusingClauses(asked([], [probation, ended])(study, request(by('adviser'))))).toEqual(['p/ended']);
  });
});
