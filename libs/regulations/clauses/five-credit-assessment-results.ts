import { type Clause, entry } from './clause.ts';

/** Five-credit clauses on grades, averages, results and appeals. */
export const fiveCreditAssessmentResultsClauses: readonly Clause[] = [
  entry('5cu/assess/18.1', 'Where the rules on grades apply', '成績規定的適用範圍'),
  entry(
    '5cu/assess/18.2.1',
    'The School awards the grade',
    '學院評定學科成績等級',
    'The School gives the grade when the course is completed.',
    '學生修畢學科後，由學院評定成績等級。',
  ),
  entry('5cu/assess/18.3.1', 'From grades to grade points', '成績等級換算為等級點'),
  entry(
    '5cu/assess/18.3.2',
    'Pass and other grades without points',
    '不設等級點的「及格」及其他等級',
    'Pass is for courses graded Pass or Fail only, and counts in no average.',
    '「及格」只用於僅評及格或不及格的學科，不計入任何平均積點。',
  ),
  entry('5cu/assess/18.4.1', 'Term GPA', '學期平均積點'),
  entry('5cu/assess/18.5.1', 'CGPA', '累積平均積點'),
  entry('5cu/assess/18.5.2', 'Of a repeated course the last attempt counts', '重讀學科以最後一次成績計算'),
  entry('5cu/assess/19.1', 'When results are released', '成績公布時間'),
  entry(
    '5cu/assess/20.1',
    'Appeal against a result',
    '成績上訴',
    'Whoever thinks a result is wrong may appeal to the Registrar.',
    '學生如認為成績有誤，可向教務長提出上訴。',
  ),
];
