import { describe, expect, it } from '@jest/globals';
import { aTerm } from '../testing/index.ts';
import { registrationNotOpen } from './enrolment-timing.ts';

describe('registration for a term', () => {
  const term = aTerm({ registration: ['2024-06-03', '2024-08-25'] });

  it('is open from its first day, however late', () => {
    expect(registrationNotOpen(term, '2024-06-03')).toBeUndefined();
    expect(registrationNotOpen(term, '2024-12-01')).toBeUndefined();
  });

  it('is not before, and says when it will be, in both languages, naming no clause', () => {
    const refused = registrationNotOpen(term, '2024-06-02');
    expect(refused).toMatchObject({ outcome: 'refused', code: 'registration-not-open' });
    expect(refused?.message.en).toContain('2024-06-03');
    expect(refused?.message['zh-Hant']).toContain('2024-06-03');
    expect(refused?.ruling).toBeUndefined();
  });
});
