import { describe, it } from '@jest/globals';
import { given } from '../testing/defining.ts';
import { defineCourse } from './define-course.ts';

const asked = { code: 'C1', credits: 3, level: 1000 };
const item = (id: string, weight: number, kind = 'assignment') => ({ id, weight, kind, dueDay: 28 });

describe('defining a course', () => {
  it('takes it into the catalogue, one term long and graded unless told', async () =>
    (await given().when(defineCourse, asked)).thenDefined({
      course: { code: 'C1', title: { en: 'C1', 'zh-Hant': 'C1' }, terms: 1, passFail: false, prerequisites: [] },
    }));

  it('may name courses that are defined later', async () =>
    (
      await given().when(defineCourse, { ...asked, prerequisites: ['P1'], equivalents: ['E1'], exclusive: ['X1'] })
    ).thenDefined({ course: { prerequisites: ['P1'], equivalents: ['E1'], exclusive: ['X1'] } }));

  it.each(['prerequisites', 'equivalents', 'exclusive'])('does not let it name itself among its %s', async (list) =>
    (await given().when(defineCourse, { ...asked, [list]: ['C2', 'C1'] })).thenUnfit('names-itself'),
  );

  it('is either of the same content as another or not to be counted with it', async () => {
    (await given().when(defineCourse, { ...asked, equivalents: ['C2'], exclusive: ['C3'] })).thenDefined();
    (await given().when(defineCourse, { ...asked, equivalents: ['C2', 'C3'], exclusive: ['C4', 'C3'] })).thenUnfit(
      'equivalent-and-exclusive',
    );
  });

  it('does not ask for a course first that takes its place', async () =>
    (await given().when(defineCourse, { ...asked, prerequisites: ['C2'], equivalents: ['C2'] })).thenUnfit(
      'prerequisite-of-same-content',
    ));

  it('does not ask for a course first that asks for it, be it by way of another', async () => {
    const chain = { 'course-C2': { prerequisites: ['C3'] }, 'course-C3': { prerequisites: ['C1'] } };
    (await given(chain).when(defineCourse, { ...asked, prerequisites: ['C2'] })).thenUnfit('circular-prerequisites');
    (
      await given({ 'course-C2': chain['course-C2'] }).when(defineCourse, { ...asked, prerequisites: ['C2'] })
    ).thenDefined();
  });

  it('ends its search for prerequisites in a circle of others', async () => {
    const circle = { 'course-C2': { prerequisites: ['C3'] }, 'course-C3': { prerequisites: ['C2'] } };
    (await given(circle).when(defineCourse, { ...asked, prerequisites: ['C2'] })).thenDefined();
  });
});

describe('the assessed work of a course', () => {
  it('stands in the scheme once', async () =>
    (await given().when(defineCourse, { ...asked, assignments: [item('A1', 50), item('A1', 50)] })).thenUnfit(
      'assignment-twice',
    ));

  it('weighs something', async () =>
    (await given().when(defineCourse, { ...asked, assignments: [item('A1', 0), item('A2', 0)] })).thenUnfit(
      'weights-all-zero',
    ));

  it('may weigh nothing beside an examination, or in a course that is passed or failed only', async () => {
    (
      await given().when(defineCourse, { ...asked, assignments: [item('A1', 0), item('EX', 100, 'examination')] })
    ).thenDefined();
    (await given().when(defineCourse, { ...asked, passFail: true, assignments: [item('A1', 0)] })).thenDefined();
  });

  it('has an examination among it only where the course ends with one', async () => {
    const assignments = [item('A1', 60), item('EX', 40, 'examination')];
    (await given().when(defineCourse, { ...asked, assignments })).thenDefined({ course: { examination: true } });
    (await given().when(defineCourse, { ...asked, examination: false, assignments })).thenUnfit(
      'examined-without-examination',
    );
    (await given().when(defineCourse, { ...asked, examination: false, assignments: [item('A1', 60)] })).thenDefined({
      course: { examination: false },
    });
  });

  it('may weigh less than a hundred', async () =>
    (await given().when(defineCourse, { ...asked, assignments: [item('A1', 60)] })).thenDefined());
});
