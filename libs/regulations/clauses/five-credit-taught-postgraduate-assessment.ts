import { type Clause, entry } from './clause.ts';

/** Five-credit clauses on assessment, standing, graduation and transcripts of taught postgraduate students. */
export const fiveCreditTaughtPostgraduateAssessmentClauses: readonly Clause[] = [
  entry(
    '5cu/tpg/9.2',
    'Grades and grade points',
    '成績等級與等級點',
    'A has 4.0 points, then A− 3.7, B+ 3.3, B 3.0, B− 2.7, C+ 2.3, C 2.0 and Fail 0. Fail-Resit and Pass have none, nor have Complete and Incomplete, which courses without credits use.',
    'A 為 4.0，其後 A− 3.7、B+ 3.3、B 3.0、B− 2.7、C+ 2.3、C 2.0，不及格為 0。「不及格–重考」、「及格」以及無學分學科所用的「完成」、「未完成」不設等級點。',
  ),
  entry(
    '5cu/tpg/9.2(unnumbered)',
    'Credits from grade C, and the average',
    'C 級方獲學分；平均積點的計算',
    'Grade C or better earns the credits, and so does Pass. The GPA is the grade points times the credits, divided by the credits, with failed courses included.',
    'C 級或以上即獲學分，「及格」亦然。平均積點為等級點乘學分的總和除以總學分，包括不及格的學科。',
  ),
  entry(
    '5cu/tpg/9.4',
    'Assessed activities may be compulsory',
    '評核活動可列為必須',
    'Quizzes, tests, laboratory work, practicum or similar activities may be part of the assessment, and the course may make some of them compulsory.',
    '小測、測驗、實驗、實習等活動可列入評核，學科並可指明其中某些為必須完成。',
  ),
  entry(
    '5cu/tpg/9.5.3',
    'Resit fee; none after withdrawal',
    '重考費；退修者不得重考',
    'A resit costs a fee for each course. Who withdrew before the deadline for resits has none.',
    '重考須按科繳費；於重考限期前已退修者不得重考。',
  ),
  entry(
    '5cu/tpg/9.5.5',
    'Deferred examinations are exceptional',
    '延期考試只屬例外',
    'An examination is deferred only in very special circumstances, with written proof of them.',
    '須情況非常特殊並有書面證明，方可考慮延期考試。',
  ),
  entry(
    '5cu/tpg/11.1',
    'What the transcript shows',
    '學業成績表的內容',
    'The transcript gives the whole academic record: the result of every course, the GPA of each term, the CGPA, and the awards if there are any.',
    '學業成績表載列完整學業紀錄：各科成績、學期平均積點、累積平均積點，以及所獲學術資格（如有）。',
  ),
  entry(
    '5cu/tpg/11.2',
    'Transcripts on request',
    '申請學業成績表',
    'A student may ask for transcripts while studying; each copy costs a fee.',
    '學生可於修業期間申請學業成績表，按份收費。',
  ),
  entry(
    '5cu/tpg/11.3',
    'Letters of proof and certified copies',
    '證明文件及核證副本',
    'On request the Registrar may certify that somebody is a student, or that a copy is true to a University document. There may be a fee.',
    '教務長可應要求證明學生身分，或核證大學刊物、文件的副本；或須收費。',
  ),
  entry(
    '5cu/tpg/11.4',
    'Award certificates',
    '學術資格證書',
    'Whoever has been granted a degree or other award receives a formal certificate.',
    '獲頒授學位或其他學術資格者獲發正式證書。',
  ),
  entry(
    '5cu/tpg/11.5',
    'Documents may be withheld',
    '扣發文件',
    'The University may keep back transcripts, official documents and certificates, for unpaid debts or a breach of regulations for example.',
    '如學生拖欠款項或違反規例等，大學可拒絕發放學業成績表、正式文件及證書。',
  ),
];
