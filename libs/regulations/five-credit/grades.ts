import { text } from '#kernel';
import { pointed, pointless, type ScaleGrade, scaleOf } from '../common/grades.ts';
import type { GradeRule } from '../pack.ts';

const outstanding = text('Outstanding', '優異');
const veryGood = text('Very good', '優良');
const good = text('Good', '良好');
const fair = text('Fair', '尚可');
const pass = text('Pass', '及格');
const oldPass = text('Pass level of the earlier scale', '舊制及格等級');

/** An earlier pass level: it has points for the class of honours only. [5cu/bach/12.4] */
const converted = (grade: string, tenths: number): ScaleGrade => ({
  ...pointed(grade, tenths, oldPass, 'passed'),
  inGpa: false,
});

const grades: readonly ScaleGrade[] = [
  pointed('A', 40, outstanding, 'passed'),
  pointed('A-', 37, outstanding, 'passed'),
  pointed('B+', 33, veryGood, 'passed'),
  pointed('B', 30, veryGood, 'passed'),
  pointed('B-', 27, good, 'passed'),
  pointed('C+', 23, fair, 'passed'),
  pointed('C', 20, pass, 'passed'),
  pointless('Fail-Resit', text('Failed, resit granted', '不及格，可重考'), 'pending'),
  pointed('Fail', 0, text('Fail', '不及格'), 'failed'),
  pointless('Pass', text('Satisfactory', '滿意'), 'passed', true),
  pointless('L', text('Completed, no credits', '修畢（不計學分）'), 'passed'),
  pointless('I', text('Incomplete', '未完成'), 'pending'),
  pointless('Complete', text('Completed, no credits', '修畢（不計學分）'), 'passed'),
  pointless('Incomplete', text('Incomplete', '未完成'), 'pending'),
  pointless('W', text('Withdrawn', '退修'), 'left'),
  converted('Pass One', 40),
  converted('Pass Two', 33),
  converted('Pass Three', 27),
  converted('Pass Four', 20),
];

/** The five-credit grade scale; credit is earned from C up, and by Pass. [5cu/dl/8.2] [5cu/ug/9.2] [5cu/assess/18.3.1] */
export const fiveCreditGrades: readonly GradeRule[] = grades;

export const fiveCreditScale = scaleOf(grades);
