import { type Clause, entry } from './clause.ts';

/** Three-credit clauses on assignments and the conduct of examinations. */
export const threeCreditAssessmentClauses: readonly Clause[] = [
  entry('3cu/assess/2.1', 'Assignments of a course and their weight', '學科作業及其比重'),
  entry(
    '3cu/assess/2.2',
    'Compulsory work',
    '必須完成的習作',
    'A course is not passed without its compulsory items.',
    '未完成必須完成的項目者，該學科不予及格。',
  ),
  entry(
    '3cu/assess/3.1',
    'All assignments are handed in; what is missing scores zero',
    '須遞交所有作業；未交者以零分計',
    'Assignments are handed in through the Online Learning Environment (OLE) unless the course says otherwise. One that is not handed in has 0 marks.',
    '除非學科另有指明，作業須經網上學習系統（OLE）遞交；未交的作業得零分。',
  ),
  entry(
    '3cu/assess/3.2',
    'How assignments are submitted',
    '遞交作業的方式',
    'Each assignment is submitted in the way that the University prescribes. Where Turnitin is asked for, it is checked there for plagiarism.',
    '作業須按大學規定的方式遞交；如規定使用 Turnitin，須經該系統作抄襲檢查。',
  ),
  entry(
    '3cu/assess/3.4',
    'No second submission for a better mark',
    '不得重交作業以求提高分數',
    'An assignment handed in may not be handed in again to raise its mark.',
    '已遞交的作業不得為提高分數而再次遞交。',
  ),
];
