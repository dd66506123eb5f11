import { text } from '#kernel';
import {
  CourseStatisticsDocument,
  GradeAmendmentDocument,
  MarkSheetDocument,
  MarkSheetPreviewDocument,
  ResultsDocument,
  StandingsDocument,
} from '#projections';
import { amendmentNow } from '../amendment-now.ts';
import { markSheetNow, markSheetPreviewNow } from '../mark-sheets-now.ts';
import { resultsNow } from '../results-now.ts';
import { of, type ReadModelQuery, type Subject } from './query.ts';

const sheetOf = (subject: Subject) => ({
  course: of(subject, 'course'),
  term: of(subject, 'term'),
  sheet: of(subject, 'sheet'),
});

/** What becomes of results: recommendation to publication, standing, amendment, mark sheets and statistics. */
export const resultsQueries: readonly ReadModelQuery[] = [
  {
    name: 'results',
    asOf: true,
    path: 'students/:student/results',
    summary: text('Results, from recommendation to publication', '成績：由推薦至公布'),
    document: ResultsDocument,
    list: false,
    clauses: [
      '5cu/assess/18.2.1',
      '5cu/assess/19.1',
      '5cu/assess/19.2',
      '3cu/assess/17.2.1',
      '3cu/assess/18.1',
      '3cu/assess/18.2',
    ],
    read: (_models, subject, log) => resultsNow(log, of(subject, 'student')),
  },
  {
    name: 'standings',
    readModel: 'standings',
    path: 'students/:student/standings',
    summary: text('Standing, its history and why', '學業狀況、歷來決定及理由'),
    document: StandingsDocument,
    list: false,
    clauses: [
      '5cu/ug/10.1',
      '5cu/ug/10.2',
      '5cu/ug/10.3',
      '5cu/ug/11.1',
      '3cu/ug/10.1',
      '3cu/ug/10.2',
      '3cu/ug/10.3',
      '3cu/ug/11.1',
      '3cu/tpg/10.1',
      '3cu/dl/4.1',
    ],
    read: (models, subject) => models.standings(of(subject, 'student')),
  },
  {
    name: 'grade-amendment',
    by: 'staff',
    path: 'students/:student/grade-amendments/:amendment',
    summary: text('What the amendment of a grade changes', '修訂成績的影響'),
    document: GradeAmendmentDocument,
    list: false,
    clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
    read: (_models, subject, log) => amendmentNow(log, of(subject, 'student'), of(subject, 'amendment')),
  },
  {
    name: 'course-statistics',
    by: 'staff',
    readModel: 'assessment_result',
    path: 'courses/:course/terms/:term/statistics',
    summary: text('Statistics of a course in a term, beside earlier terms', '學科於某學期的成績統計及與往期比較'),
    document: CourseStatisticsDocument,
    list: false,
    clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
    read: (models, subject) => models.courseStatistics(of(subject, 'course'), of(subject, 'term')),
  },
  {
    name: 'mark-sheet',
    by: 'staff',
    path: 'mark-sheets/:course/:term/:sheet',
    summary: text('A mark sheet', '分數表'),
    document: MarkSheetDocument,
    list: false,
    clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
    read: (_models, subject, log) => markSheetNow(log, sheetOf(subject)),
  },
  {
    name: 'mark-sheet-preview',
    by: 'staff',
    path: 'mark-sheets/:course/:term/:sheet/preview',
    summary: text('What every row of a mark sheet would do', '分數表各行資料的結果預覽'),
    document: MarkSheetPreviewDocument,
    list: false,
    clauses: ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
    read: (_models, subject, log) => markSheetPreviewNow(log, sheetOf(subject)),
  },
];
