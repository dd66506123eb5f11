import { describe, it } from '@jest/globals';
import type { Attempt } from '#regulations';
import { attemptKey, type RecordEvent } from '#student-record';
import { aCourse, autumn, spring } from '../../regulations/testing/index.ts';
import { admitted, chargedWith, deferred, enrolledIn, given, graded } from '../testing/story.ts';
import { deregister, discontinueStudy, endProvisionalRegistration } from './end-registration.ts';
import type { Examinations } from './left-courses.ts';

const asked = { student: 'S1' };
const noDays: Examinations = new Map();

const inTerm = (term: Attempt['term'], course: string | Attempt['course'], on: string): RecordEvent => {
  const enrolled = enrolledIn(course) as Extract<RecordEvent, { type: 'CourseEnrolled' }>;
  return { ...enrolled, data: { ...enrolled.data, term, on } };
};

const dropped = (course: string, term: Attempt['term'], on: string) => ({
  type: 'CourseDropped' as const,
  data: { course, term: term.code, on },
});
const left = (course: string, term: Attempt['term'], on: string) => ({
  type: 'CourseWithdrawn' as const,
  data: { course, term: term.code, on },
});

describe.each(['3cu', '5cu'] as const)('the courses of whose registration is ended, %s', (regime) => {
  const missed = { ...asked, term: spring.code };
  const deregistered = { type: 'StudentDeregistered' as const, data: { clause: `${regime}/ug/3.4` } };
  const on = (day: string, examinations = noDays) => ({ on: day, facts: { term: spring, examinations } });

  it('leave no trace until the day before their teaching, and are withdrawn from on its first', () => {
    for (const [first, event] of [
      ['2030-09-02', dropped],
      ['2030-09-01', left],
    ] as const) {
      const term = { ...autumn, code: '2030-AUT', academicYear: '2030/31', teaching: [first, '2030-11-30'] as const };
      const next = { ...term, examinations: ['2030-12-09', '2030-12-20'] as const };
      given(admitted(regime, 'full-time'), inTerm(next, 'C1', '2030-06-01'))
        .when(discontinueStudy, asked, { on: '2030-09-05', facts: noDays })
        .thenEvents(event('C1', next, '2030-09-01'), {
          type: 'RegistrationDiscontinued',
          data: { clause: `${regime}/ug/7.3` },
        });
    }
  });

  it('keep their result where they have one, and where it is to come after their examinations', () =>
    given(admitted(regime, 'full-time'), enrolledIn('C1'), enrolledIn('C2'), graded('C2', 'C'))
      .when(deregister, missed, on('2025-02-01'))
      .thenEvents(deregistered));

  it('over several terms are judged by their own days of examination', () => {
    const sat = given(
      admitted(regime, 'full-time'),
      enrolledIn('C1'),
      inTerm(autumn, aCourse('C2', { terms: 2 }), '2024-08-20'),
    );
    const summer = {
      ...autumn,
      code: '2025-AUT',
      academicYear: '2025/26',
      teaching: ['2025-09-01', '2025-11-29'] as const,
      addDropEnds: '2025-09-15',
    };
    const days = (last: string): Examinations => new Map([[attemptKey('C2', autumn.code), ['2025-05-01', last]]]);
    const when = (examinations: Examinations) =>
      sat.when(
        deregister,
        { ...asked, term: summer.code },
        { on: '2025-09-16', facts: { term: summer, examinations } },
      );
    when(days('2025-09-15')).thenEvents(deregistered);
    when(days('2025-09-16')).thenEvents(left('C2', autumn, '2025-09-16'), deregistered);
  });

  it('that are put off go too', () =>
    given(admitted(regime, 'full-time'), enrolledIn('C1'), deferred('C1', '2024-10-01', '2025-01-13'))
      .when(deregister, missed, on('2025-02-01'))
      .thenEvents(left('C1', autumn, '2025-01-28'), deregistered));

  it('are not recognised of a term in which registration was provisional, though their examinations are over', () => {
    const provisional = given(
      admitted(regime, 'full-time'),
      enrolledIn('C1'),
      chargedWith('T1', 100, '2024-09-01', { term: autumn.code }),
      {
        type: 'PaymentDeferred',
        data: {
          deferral: { programme: 'BSC', term: autumn.code, until: '2024-12-31', on: '2024-09-01', reason: 'x' },
        },
      },
    );
    provisional
      .when(endProvisionalRegistration, asked, { on: '2024-12-31', facts: noDays })
      .thenRefused('registration-goes-on', `${regime}/ug/3.6`);
    provisional
      .when(endProvisionalRegistration, asked, { on: '2025-01-05', facts: noDays })
      .thenEvents(left('C1', autumn, '2025-01-01'), {
        type: 'StudentDeregistered',
        data: { clause: `${regime}/ug/3.6`, on: '2025-01-01', term: autumn.code },
      });
  });
});
