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

  describe('of the same content', () => {
    const names = { equivalents: [], exclusive: [], prerequisites: [] };
    const defining = (known: Record<string, object>, code: string, lists: object) =>
      given(
        Object.fromEntries(Object.entries(known).map(([other, lists]) => [`course-${other}`, { ...names, ...lists }])),
      ).when(defineCourse, { ...asked, code, ...lists });
    const contradictions: [string, string, object, object][] = [
      ['a prerequisite', 'prerequisite-of-same-content', { equivalents: ['D'] }, { prerequisites: ['C'] }],
      ['exclusive', 'equivalent-and-exclusive', { equivalents: ['D'] }, { exclusive: ['C'] }],
    ];

    it.each(contradictions)('as the other says, it is not %s, whichever is defined first', async (_, code, c, d) => {
      (await defining({ C: c }, 'D', d)).thenUnfit(code);
      (await defining({ D: d }, 'C', c)).thenUnfit(code);
      (await defining({}, 'D', d)).thenDefined();
      (await defining({ C: {} }, 'D', d)).thenDefined();
      (await defining({ D: {} }, 'C', c)).thenDefined();
    });

    it.each(contradictions)('by way of another course, it is not %s', async (_, code, c, d) => {
      const byWay = { ...c, equivalents: ['M'] };
      (await defining({ C: byWay, M: { equivalents: ['D'] } }, 'D', d)).thenUnfit(code);
      (await defining({ D: d, M: { equivalents: ['D'] } }, 'C', byWay)).thenUnfit(code);
      (await defining({ C: byWay, D: d }, 'M', { equivalents: ['D', 'C'] })).thenUnfit(code);
      // Two that name the same third are the same.
      (await defining({ C: byWay }, 'D', { ...d, equivalents: ['M'] })).thenUnfit(code);
      (await defining({ C: byWay, M: {} }, 'D', d)).thenDefined();
    });

    it('does not come back by way of a prerequisite', async () => {
      const way = { P: { prerequisites: ['C'] } };
      const d = { prerequisites: ['P'] };
      (await defining({ ...way, C: { equivalents: ['D'] } }, 'D', d)).thenUnfit('prerequisite-of-same-content');
      (await defining({ ...way, D: d }, 'C', { equivalents: ['D'] })).thenUnfit('prerequisite-of-same-content');
      (await defining({ ...way, C: {} }, 'D', d)).thenDefined();
    });

    it('does not shut out another course, which comes after it and is of the content of what comes before', async () => {
      const c = { C: { equivalents: ['D'] } };
      const p = { prerequisites: ['C'] };
      (await defining({ ...c, D: { prerequisites: ['P'] } }, 'P', p)).thenUnfit('prerequisite-of-same-content');
      (await defining({ ...c, D: { prerequisites: ['P'] } }, 'P', {})).thenDefined();
      (await defining({ ...c, D: {} }, 'P', p)).thenDefined();
      (await defining({ C: {}, D: { prerequisites: ['P'] } }, 'P', p)).thenDefined();
      const longer = { Q: { prerequisites: ['C'] }, R: { prerequisites: ['P'] }, D: { prerequisites: ['R'] } };
      (await defining({ ...c, ...longer }, 'P', { prerequisites: ['Q'] })).thenUnfit('prerequisite-of-same-content');
      const byWay = { C: { equivalents: ['M'] }, M: { equivalents: ['D'] }, D: { prerequisites: ['P'] } };
      (await defining(byWay, 'P', p)).thenUnfit('prerequisite-of-same-content');
    });

    it('is what the new definition says, not the one before', async () => {
      const old = { C: { equivalents: ['D', 'E'] }, D: { equivalents: ['C'] } };
      (await defining(old, 'C', { equivalents: ['D'], exclusive: ['E'] })).thenDefined();
      (await defining(old, 'C', { equivalents: ['D'], prerequisites: ['E'] })).thenDefined();
    });
  });

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
