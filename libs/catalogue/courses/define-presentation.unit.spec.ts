import { describe, it } from '@jest/globals';
import { aCourse, autumn } from '../../regulations/testing/index.ts';
import { given } from '../testing/defining.ts';
import { definePresentation } from './define-presentation.ts';

const asked = { course: 'C1', term: autumn.code };
const catalogue = given({ 'course-C1': aCourse('C1'), [`term-${autumn.code}`]: autumn });
const assignments = [{ id: 'A1', weight: 100, dueDay: 28 }];

describe('defining a presentation', () => {
  it('gives it assessed work, examination days, or both', async () => {
    (await catalogue.when(definePresentation, { ...asked, assignments })).thenDefined({
      presentation: { assignments: [{ id: 'A1', kind: 'assignment' }], examinations: undefined },
    });
    (await catalogue.when(definePresentation, { ...asked, examinations: ['2025-04-28', '2025-05-10'] })).thenDefined({
      presentation: { assignments: undefined, examinations: ['2025-04-28', '2025-05-10'] },
    });
  });

  it.each([{}, { assignments: [] }])('does not fit when it says nothing: %j', async (nothing) =>
    (await catalogue.when(definePresentation, { ...asked, ...nothing })).thenUnfit('empty-presentation'),
  );

  it('may say that there is an examination and no assessed work beside it', async () =>
    (
      await catalogue.when(definePresentation, {
        ...asked,
        assignments: [],
        examinations: ['2024-12-02', '2024-12-02'],
      })
    ).thenDefined({ presentation: { assignments: [] } }));

  it('examines on the first day of teaching at the earliest', async () => {
    (await catalogue.when(definePresentation, { ...asked, examinations: ['2024-09-02', '2024-12-02'] })).thenDefined();
    (await catalogue.when(definePresentation, { ...asked, examinations: ['2024-09-01', '2024-12-02'] })).thenUnfit(
      'examinations-before-teaching',
    );
  });

  it.each([
    [1, '2025-09-03', '2025-09-04'],
    [2, '2026-09-04', '2026-09-05'],
  ])('examines a course of %i terms within a year for each', async (length, latest, later) => {
    const course = aCourse('C1', { terms: length });
    const long = given({ 'course-C1': course, [`term-${autumn.code}`]: autumn });
    const until = (last: string) => ({ ...asked, examinations: ['2024-12-09', last] });
    (await long.when(definePresentation, until(latest))).thenDefined();
    (await long.when(definePresentation, until(later))).thenUnfit('examinations-too-late');
    (await long.when(definePresentation, until('9999-12-31'))).thenUnfit('examinations-too-late');
  });

  it('examines a course over several terms not before its first term is examined', async () => {
    const long = given({ 'course-C1': aCourse('C1', { terms: 2 }), [`term-${autumn.code}`]: autumn });
    const from = (first: string) => ({ ...asked, examinations: [first, '2025-05-10'] });
    (await long.when(definePresentation, from('2024-12-09'))).thenDefined();
    (await long.when(definePresentation, from('2024-12-08'))).thenUnfit('examinations-before-those-of-term');
    (await catalogue.when(definePresentation, from('2024-12-08'))).thenDefined();
  });

  it('has no examination days for a course without an examination', async () => {
    const without = given({ 'course-C1': aCourse('C1', { examination: false }), [`term-${autumn.code}`]: autumn });
    const days = { ...asked, assignments, examinations: autumn.examinations };
    (await catalogue.when(definePresentation, days)).thenDefined();
    (await without.when(definePresentation, days)).thenUnfit('examined-without-examination');
  });

  it('has a scheme that can be meant', async () => {
    const weightless = { ...asked, assignments: [{ id: 'A1', weight: 0, dueDay: 28 }] };
    (await catalogue.when(definePresentation, weightless)).thenUnfit('weights-all-zero');
    const passFail = given({ 'course-C1': aCourse('C1', { passFail: true }), [`term-${autumn.code}`]: autumn });
    (await passFail.when(definePresentation, weightless)).thenDefined();
  });

  it('sets no examination for a course that has none', async () => {
    const without = given({ 'course-C1': aCourse('C1', { examination: false }), [`term-${autumn.code}`]: autumn });
    const sitting = {
      ...asked,
      assignments: [...assignments, { id: 'EX', kind: 'examination', weight: 100, dueDay: 90 }],
    };
    (await catalogue.when(definePresentation, sitting)).thenDefined();
    (await without.when(definePresentation, sitting)).thenUnfit('examined-without-examination');
    (await without.when(definePresentation, { ...asked, assignments })).thenDefined();
  });

  it('is of a course and in a term that are there', async () => {
    (await given().when(definePresentation, { ...asked, assignments })).thenUnfit('unknown-course');
    (await given({ 'course-C1': aCourse('C1') }).when(definePresentation, { ...asked, assignments })).thenUnfit(
      'unknown-term',
    );
  });
});
