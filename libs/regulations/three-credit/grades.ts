import { text } from '#kernel';
import { pointed, pointless, type ScaleGrade, scaleOf } from '../common/grades.ts';
import type { GradeRule } from '../pack.ts';

const excellent = text('Excellent', '優異');
const good = text('Good', '良好');
const fair = text('Fair', '中等');

const grades: readonly ScaleGrade[] = [
  pointed('A+', 43, excellent, 'passed'),
  pointed('A', 40, excellent, 'passed'),
  pointed('A-', 37, excellent, 'passed'),
  pointed('B+', 33, good, 'passed'),
  pointed('B', 30, good, 'passed'),
  pointed('B-', 27, good, 'passed'),
  pointed('C+', 23, fair, 'passed'),
  pointed('C', 20, fair, 'passed'),
  pointed('C-', 17, fair, 'passed'),
  pointed('D', 10, text('Marginal', '僅可'), 'passed'),
  pointed('Fail', 0, text('Fail', '不及格'), 'failed'),
  pointless('Pass', text('Pass, ungraded', '及格（不設等級點）'), 'passed', true),
  pointless('Complete', text('Completed, no credits', '修畢（不計學分）'), 'passed'),
  pointless('Incomplete', text('Incomplete', '未完成'), 'pending'),
  pointless('W', text('Withdrawn', '退修'), 'left'),
];

/** The three-credit grade scale; credit is earned from D up, and by Pass. [3cu/dl/9.2] [3cu/ug/9.2] [3cu/assess/17.3.1] */
export const threeCreditGrades: readonly GradeRule[] = grades;

export const threeCreditScale = scaleOf(grades);
