import { describe, it } from '@jest/globals';
import { aCourse } from '../../regulations/testing/index.ts';
import { admitted, enrolledIn, given, term, withdrawn } from '../testing/story.ts';
import { withdraw } from './withdraw.ts';

const asked = { student: 'S1', course: 'COMP2010', term: term.code };

describe.each([
  ['3cu', '3cu/dl/6.1'],
  ['5cu', '5cu/dl/5.1'],
] as const)('withdrawing from a course in distance learning, %s', (regime, clause) => {
  const enrolled = given(admitted(regime, 'distance-learning'), enrolledIn('COMP2010'));

  it('is allowed 14 days before the examinations begin', () =>
    enrolled
      .when(withdraw, asked, { on: '2024-11-25' })
      .thenEvent('CourseWithdrawn', { course: 'COMP2010', on: '2024-11-25' }));

  it('is refused one day later, naming the clause', () =>
    enrolled.when(withdraw, asked, { on: '2024-11-26' }).thenRefusedBy(clause));
});

describe.each([
  ['3cu', ['C1', 'C2', 'C3', 'C4', 'C5'], ['3cu/ug/6.5', '3cu/ug/5.1']],
  ['5cu', ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'], ['5cu/ug/6.5', '5cu/ug/5.1']],
] as const)('leaving a course full-time, %s', (regime, others, [, load]) => {
  const enrolled = given(
    admitted(regime, 'full-time'),
    enrolledIn('COMP2010'),
    ...others.map((code) => enrolledIn(code)),
  );
  const approvals = [{ authority: 'school', reason: 'a lower load was agreed' }];

  it('drops it without trace up to the end of add/drop', () =>
    enrolled.when(withdraw, asked, { on: '2024-09-16' }).thenEvent('CourseDropped', { course: 'COMP2010' }));

  it('leaves a W from the next day on', () =>
    enrolled
      .when(withdraw, { ...asked, approvals }, { on: '2024-09-17' })
      .thenEvent('CourseWithdrawn', { course: 'COMP2010' }));

  it('is refused when too little load remains, unless the School agrees', () => {
    const few = given(admitted(regime, 'full-time'), enrolledIn('COMP2010'), enrolledIn('C1'));
    few.when(withdraw, asked, { on: '2024-10-01' }).thenRefusedBy(load);
    few
      .when(withdraw, { ...asked, approvals }, { on: '2024-10-01' })
      .thenEvent('CourseWithdrawn', { course: 'COMP2010' });
  });
});

describe.each([
  ['3cu', '3cu/dl/6.1', 'distance-learning'],
  ['5cu', '5cu/dl/5.1', 'distance-learning'],
  ['3cu', '3cu/ug/6.5', 'full-time'],
  ['5cu', '5cu/ug/6.5', 'full-time'],
] as const)('withdrawing from a course over two terms, %s %s %s', (regime, clause, mode) => {
  const enrolled = given(admitted(regime, mode), enrolledIn(aCourse('COMP2010', { terms: 2 })));
  const facts = { course: 'COMP2010', term: term.code, examinations: ['2025-04-28', '2025-05-10'] };
  const request = { ...asked, approvals: [{ authority: 'school', reason: 'a lower load was agreed' }] };

  it('is allowed 14 days before the examinations of the presentation, in the second term', () =>
    enrolled
      .when(withdraw, request, { on: '2025-04-14', facts })
      .thenEvent('CourseWithdrawn', { course: 'COMP2010', on: '2025-04-14' }));

  it('is refused one day later', () =>
    enrolled.when(withdraw, request, { on: '2025-04-15', facts }).thenRefusedBy(clause));

  it('is refused while nobody has set these days, in the first term too', () => {
    for (const unset of [undefined, { course: 'COMP2010', term: term.code, assignments: [] }])
      enrolled.when(withdraw, request, { on: '2024-10-01', facts: unset }).thenRefused('examinations-unknown', clause);
  });
});

describe('withdrawing', () => {
  it('from a course of one term counts from the examinations that came with the enrolment', () =>
    given(admitted('3cu', 'distance-learning'), enrolledIn('COMP2010'))
      .when(withdraw, asked, { on: '2024-11-26', facts: { examinations: ['2025-04-28', '2025-05-10'] } })
      .thenRefused('withdrawal-refused', '3cu/dl/6.1'));

  it('full-time drops a course over two terms by the end of add/drop, whenever it is examined', () =>
    given(admitted('3cu', 'full-time'), enrolledIn(aCourse('COMP2010', { terms: 2 })))
      .when(withdraw, asked, { on: '2024-09-16' })
      .thenEvent('CourseDropped', { course: 'COMP2010' }));

  const enrolled = given(admitted('3cu', 'distance-learning'), enrolledIn('COMP2010'));

  it('does not fit a course that was never taken, or was left already', () => {
    enrolled.when(withdraw, { ...asked, course: 'MATH1010' }, { on: '2024-10-01' }).thenUnfit('not-enrolled');
    enrolled.and(withdrawn('COMP2010')).when(withdraw, asked, { on: '2024-10-21' }).thenUnfit('not-enrolled');
    given().when(withdraw, asked, { on: '2024-10-01' }).thenUnfit('unknown-student');
  });
});
