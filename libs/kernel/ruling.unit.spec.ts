import { describe, expect, it } from '@jest/globals';
import { decideBy } from './decision.ts';
import { fails, holds, refusingClauses, rule } from './ruling.ts';
import { text } from './text.ts';

const no = fails('3cu/dl/6.1', text('Too late.', '已逾期。'), { last: '2024-11-25' });
const yes = holds('3cu/dl/3.7');
const message = text('Refused.', '不獲批准。');

describe('a ruling', () => {
  it('allows when every clause holds', () => expect(rule('p', [yes]).outcome).toBe('allowed'));

  it('refuses when one does not, and names it', () => {
    const ruling = rule('p', [yes, no]);
    expect(ruling.outcome).toBe('refused');
    expect(refusingClauses(ruling)).toEqual(['3cu/dl/6.1']);
  });

  it('offers remedies only with a refusal', () => {
    const remedy = text('Ask the School.', '請向學院申請。');
    expect(rule('p', [yes], [remedy]).remedies).toBeUndefined();
    expect(rule('p', [no], [remedy]).remedies).toEqual([remedy]);
  });

  it('decides: its events when allowed, a refusal that remembers them when not', () => {
    const events = [{ type: 'CourseWithdrawn', data: {} }];
    expect(decideBy(rule('p', [yes]), events, { code: 'c', message })).toMatchObject({ outcome: 'accepted', events });
    expect(decideBy(rule('p', [no]), events, { code: 'c', message })).toMatchObject({
      outcome: 'refused',
      code: 'c',
      events,
      ruling: { outcome: 'refused' },
    });
  });
});
