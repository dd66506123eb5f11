import { type Clause, entry } from './clause.ts';

/** Three-credit clauses on grades, averages, results and appeals. */
export const threeCreditAssessmentResultsClauses: readonly Clause[] = [
  entry(
    '3cu/assess/17.2.1',
    'The School approves the grade',
    '學院核定學科成績等級',
    'The School gives the grade when the course is completed.',
    '學生修畢學科後，由學院核定成績等級。',
  ),
  entry('3cu/assess/17.3.1', 'From grades to grade points', '成績等級換算為等級點'),
  entry('3cu/assess/17.3.2', 'Grades without a grade point stay out of averages', '沒有等級點的成績不計入平均積點'),
  entry('3cu/assess/17.4.1', 'Term GPA', '學期平均積點'),
  entry(
    '3cu/assess/17.5.1',
    'CGPA',
    '累積平均積點',
    'The CGPA is the average, weighted by credits, of all courses of the programme, failed ones included. Of a course taken again only the last attempt counts, better or worse.',
    '累積平均積點為修讀課程期間所有學科（包括不及格）按學分加權的平均值；重讀的學科不論優劣，只計最後一次。',
  ),
  entry(
    '3cu/assess/19.1',
    'Appeal against a grade',
    '成績上訴',
    'Whoever thinks a result is wrong may appeal to the Registrar.',
    '學生如認為成績有誤，可向教務長提出上訴。',
  ),
];
