import { describe, expect, it } from '@jest/globals';
import { aCourse, autumn } from '../../regulations/testing/index.ts';
import { enrolmentFacts } from '../enrolment-facts.ts';
import { given } from '../testing/defining.ts';
import { defineCourse } from './define-course.ts';
import { definePresentation } from './define-presentation.ts';

const item = (id: string, weight = 25) => ({ id, kind: 'assignment', weight, dueDay: 28, compulsory: false });
const assignments = ['A1', 'A2', 'A3', 'A4'].map((id) => item(id));
const asked = { code: 'C1', credits: 3, level: 1000, assignments };

describe('the scheme of a course', () => {
  const defining = async (scheme: object, more: object = {}) =>
    await given().when(defineCourse, { ...asked, ...more, scheme });

  it('is told with the course', async () =>
    (await defining({ assignmentsCounting: 3, courseworkWeight: 40, courseworkPass: 40 })).thenDefined({
      course: { scheme: { assignmentsCounting: 3, courseworkWeight: 40, courseworkPass: 40 } },
    }));

  it.each([
    [{ assignmentsToComplete: 5 }, 'too-many-assignments'],
    [{ assignmentsToComplete: 3, assignmentsCounting: 4 }, 'too-many-assignments'],
    [{ courseworkWeight: 40, examinationWeight: 50 }, 'weights-not-a-hundred'],
  ])('does not fit: %j', async (scheme, code) => (await defining(scheme)).thenUnfit(code));

  it.each([{ courseworkWeight: 40 }, { examinationPass: 40 }, { examinationWeight: 60 }])(
    'weighs and passes no examination in a course without one: %j',
    async (scheme) => (await defining(scheme, { examination: false })).thenUnfit('examined-without-examination'),
  );

  it('may be all coursework in a course without an examination', async () =>
    (await defining({ courseworkWeight: 100 }, { examination: false })).thenDefined());
});

describe('the scheme of a presentation', () => {
  const course = { ...aCourse('C1'), assignments, scheme: { courseworkWeight: 40 } };
  const about = { course: 'C1', term: autumn.code };
  const factsWith = async (presentation?: object) => {
    const known: Record<string, unknown> = {
      'course-C1': course,
      [`term-${autumn.code}`]: autumn,
      [`presentation-C1@${autumn.code}`]: presentation,
    };
    const read = async (kind: { streamOf(id: never): string; initial: unknown }, id: unknown) =>
      known[kind.streamOf(id as never)] ?? kind.initial;
    return enrolmentFacts({ read } as never, 'C1', autumn.code);
  };

  it('is that of the course unless it has its own, with what follows from the pieces', async () => {
    expect((await factsWith()).scheme).toEqual({
      ...{ assignmentsToComplete: 4, assignmentsCounting: 4, combination: 'all-weighted' },
      ...{ courseworkWeight: 40, examinationWeight: 60 },
    });
    expect((await factsWith({ ...about, scheme: { assignmentsCounting: 2 } })).scheme).toEqual({
      ...{ assignmentsToComplete: 4, assignmentsCounting: 2, combination: 'best-weighted' },
    });
    expect((await factsWith({ ...about, assignments: [item('B1', 100)] })).scheme).toMatchObject({
      ...{ assignmentsToComplete: 1, assignmentsCounting: 1, courseworkWeight: 40 },
    });
  });

  it('fits the pieces that it has, its own or those of the course', async () => {
    const catalogue = given({ 'course-C1': course, [`term-${autumn.code}`]: autumn });
    (await catalogue.when(definePresentation, { ...about, scheme: { assignmentsCounting: 4 } })).thenDefined();
    (await catalogue.when(definePresentation, { ...about, scheme: { assignmentsCounting: 5 } })).thenUnfit(
      'too-many-assignments',
    );
    (
      await catalogue.when(definePresentation, {
        ...{ ...about, assignments: [item('B1', 100)] },
        scheme: { assignmentsCounting: 2 },
      })
    ).thenUnfit('too-many-assignments');
  });

  it('is changed until the day before teaching begins, later with approval', async () => {
    const begun = given({
      'course-C1': course,
      [`term-${autumn.code}`]: { ...autumn, teaching: ['2024-08-01', '2024-11-30'] },
    });
    const change = { ...about, scheme: { courseworkWeight: 50 } };
    (await begun.when(definePresentation, change)).thenRefusedBy('3cu/assess/2.3');
    const approvals = [{ authority: 'university', reason: 'a pandemic' }];
    (await begun.when(definePresentation, { ...change, approvals })).thenDefined();
    (await begun.when(definePresentation, { ...about, scheme: { courseworkWeight: 40 } })).thenDefined();
    (
      await begun.when(definePresentation, { ...about, scheme: { ...change.scheme, minimumAttendance: 75 } })
    ).thenRefusedBy('3cu/assess/2.3', '3cu/dl/9.11.2');
    (await begun.when(definePresentation, { ...about, examinations: autumn.examinations })).thenDefined();
  });
});
