import { text } from '#kernel';
import { unknown } from '../problems/known-problems.ts';
import type { ProblemError } from '../problems/problem.ts';

export const unknownStudent = (): ProblemError =>
  unknown('student', text('There is no record of this student.', '沒有這名學生的紀錄。'));
