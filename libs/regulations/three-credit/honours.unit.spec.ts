import { describe, expect, it } from '@jest/globals';
import { course, graded, programme, several, study } from '../common/figures.fixtures.ts';
import type { Attempt } from '../facts.ts';
import { threeCreditAudit } from './awards.ts';

const honours = programme('3cu', { mode: 'distance-learning' });

/** The 15 credits of level 1000 that every honours degree has to have. */
const core: readonly Attempt[] = [
  graded(course('CV', 2, 1000, { category: 'core-values' }), '2023-AUT', 'B'),
  graded(course('SR', 1, 1000, { category: 'social-responsibility' }), '2023-AUT', 'B'),
  graded(course('CT', 3, 1000, { category: 'communicator-team-player' }), '2023-AUT', 'B'),
  graded(course('EL', 3, 1000, { category: 'entrepreneurial-leadership' }), '2023-AUT', 'B'),
  ...several(2, 'EN', 3, 1000, 'B', '2023-AUT', { category: 'university-english' }),
];
const level = (of: 2000 | 3000 | 4000, prefix: string, count: number, grade: string) =>
  several(count, prefix, 3, of, grade);

const classified = (...courses: readonly (readonly Attempt[])[]) => {
  const audit = threeCreditAudit(study(honours, [...core, ...courses.flat()]));
  expect(audit.met).toBe(true);
  const { used = [], ...classification } = audit.classification ?? {};
  return { ...classification, used, of: (prefix: string) => used.filter((each) => each.course.startsWith(prefix)) };
};

describe.each([
  [3000, 4000],
  [4000, 3000],
] as const)('the aGPA meets the 24 credits of level %i [3cu/bach/7.1.4.1] [3cu/bach/9.4]', (floor, other) => {
  const others = level(other, 'O', 8, 'B');

  it('with the best of the level, and takes no more of it than that', () => {
    const found = classified(others, level(floor, 'B', 8, 'B'), level(floor, 'D', 1, 'D'), level(2000, 'M', 19, 'B'));
    expect(found.of('D')).toEqual([]);
    expect(found).toMatchObject({ rounded: '3.00', class: 'second-upper' });
  });

  it('with as much below the average of the rest as it takes, the better first', () => {
    const found = classified(
      others,
      level(floor, 'B', 7, 'B'),
      level(floor, 'D', 1, 'D'),
      level(floor, 'FAIR', 1, 'C'),
      level(2000, 'M', 20, 'B'),
    );
    expect(found.of('FAIR')).toHaveLength(1);
    expect(found.of('D')).toEqual([]);
    expect(found.of('M')).toHaveLength(19);
    // One course of 3 credits at 2.0 among 120 at 3.0.
    expect(found).toMatchObject({ rounded: '2.98', class: 'second-lower' });
  });

  it('with the course that reaches them whole', () => {
    const found = classified(
      others,
      level(floor, 'B', 7, 'B'),
      [graded(course('WHOLE', 6, floor), '2023-AUT', 'C')],
      level(2000, 'M', 19, 'B'),
    );
    expect(found.of('WHOLE')).toMatchObject([{ credits: 6 }]);
    expect(found.used.reduce((sum, { credits }) => sum + credits, 0)).toBe(120);
  });

  it('and takes the credits beyond them wherever the grades are best, that level included', () => {
    const found = classified(others, level(floor, 'B', 8, 'B'), level(floor, 'A', 2, 'A'), level(2000, 'M', 19, 'B'));
    expect(found.of('A')).toHaveLength(2);
    expect(found.of('B').length + found.of('M').length).toBe(25);
  });
});
