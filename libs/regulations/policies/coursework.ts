import { text } from '#kernel';
import { type Policy, policy } from './policy.ts';

/** Readings of coursework: schemes, extensions, late work, queries of marks, attendance and plagiarism. */
export const courseworkPolicies: readonly Policy[] = [
  policy(
    text('change of an announced assessment', '更改已公布的評核安排'),
    ['5cu/assess/2.3', '5cu/dl/8.10.2', '3cu/assess/2.3', '3cu/dl/9.11.2'],
    ['common/scheme.ts'],
    text(
      'what a course told of its assessment in a term changes until the day before teaching begins, later with the approval of the University or the Senate; who is enrolled keeps what was told at enrolment. A requirement of attendance that was not told before teaching takes the Senate',
      '學科在某學期公布的評核安排可於開課前一日或之前更改，其後須獲大學或教務會批准；已註冊者維持註冊時所獲通知的安排。開課前未有通知的出席要求，須由教務會批准',
    ),
  ),
  policy(
    text('best assignments', '最佳作業'),
    ['5cu/assess/2.3(b)', '5cu/assess/2.3(c)', '3cu/assess/2.3(b)', '3cu/assess/2.3(c)'],
    ['common/coursework-total.ts'],
    text(
      'those with the highest marks as they count, each with its own weight; of equal marks that of the greater weight. Quizzes, tests and other coursework always count. What was not handed in, or was refused, is zero; the sum stays a fraction until it is shown',
      '以計算後分數最高者為準，各按其比重計算；同分者取比重較大的一份。小測、測驗及其他平時作業一律計算。未交或被拒收者為零分；總分在顯示前一直以分數形式保留',
    ),
  ),
  policy(
    text('request for an extension', '申請延期遞交'),
    ['5cu/dl/8.7.2', '3cu/dl/9.8.2'],
    ['common/extensions.ts'],
    text(
      'asked and granted on or before the notified day, from which the days are counted, also where an earlier extension was granted; the authority for more days may decide for fewer. The dean grants only where it is on record that somebody is there to mark the work. From then on the day that was granted holds',
      '申請及批准均須於通知的限期或之前作出，日數由該限期起計，先前已獲延期者亦然；可批較長延期者亦可決定較短的延期。院長只可在記錄屆時有導師評改的情況下批准。獲批後以新日期為準',
    ),
  ),
  policy(
    text('extension in face-to-face study', '面授課程的延期'),
    ['5cu/ug/9.5', '5cu/tpg/9.3', '3cu/ug/9.7', '3cu/tpg/9.7'],
    ['common/extensions.ts', 'common/late-work.ts'],
    text(
      'none is given beforehand; the teacher decides when late work comes: refuses it, takes it, or takes it with marks off, which are points of 100 and never bring a mark below zero',
      '不設預先延期；逾期作業由任教老師於遞交後決定拒收、接納或扣分接納，扣分以百分制計算，扣至零分為止',
    ),
  ),
  policy(
    text('who refuses late work', '拒收逾期作業的權力'),
    ['5cu/dl/8.7.1', '5cu/assess/3.3', '3cu/dl/9.8.1', '3cu/assess/3.3'],
    ['common/late-work.ts'],
    text(
      'the rule of the mode goes before the general one: in distance learning the course coordinator, otherwise the teacher, in five credits also the tutor. A refused piece scores zero, is not handed in again and leaves a compulsory item outstanding',
      '以學習模式本身的規定優先：遙距課程由學科統籌、其他課程由任教老師決定，五學分制亦可由導師決定。被拒收者以零分計，不得重新遞交，如屬必須完成的項目則視為未完成',
    ),
  ),
  policy(
    text('clocks of a query', '查詢分數的期限'),
    ['5cu/dl/8.8.1', '5cu/dl/8.8.2', '5cu/dl/8.8.4', '3cu/dl/9.9.1', '3cu/dl/9.9.2', '3cu/dl/9.9.4'],
    ['common/mark-queries.ts'],
    text(
      'with the tutor first, until the earlier of 28 days after the marked work was sent back and 21 days after the notified day of the last assignment; then 28 days from the tutor’s decision, to which the bar does not apply. Five-credit, the coordinator may take a query of work that came back only after the bar; three-credit, nobody',
      '須先向導師提出，以發還作業後 28 日與最後一份作業限期後 21 日兩者中較早者為限；其後由導師決定起計 28 日，不受該 21 日所限。五學分制下，如作業在該限期後方發還，學科統籌可酌情受理；三學分制則不設例外',
    ),
  ),
  policy(
    text('query in face-to-face study', '面授課程的分數查詢'),
    ['5cu/assess/20.1', '3cu/assess/19.1'],
    ['common/mark-queries.ts'],
    text(
      'the text has none for a single piece of work; the result of the course is appealed against',
      '條文不設個別作業的分數查詢；學生可就學科成績提出上訴',
    ),
  ),
  policy(
    text('too little attendance', '出席率不足'),
    ['5cu/ug/9.8', '5cu/tpg/9.6', '5cu/dl/8.10.1', '3cu/ug/9.10', '3cu/tpg/9.10', '3cu/dl/9.11.1'],
    ['common/attendance.ts'],
    text(
      'stands in the way of a pass as an outstanding compulsory item does, and of nothing else; the share is exact and not rounded. Where only the mode asks and no attendance is on record, nothing is held against the student; where the course asks, a record is needed. The School, the dean or the award panel waives it, in distance learning the award panel or the Senate',
      '如同未完成的必須項目，只令該學科不得及格；出席率以精確比例計算，不作四捨五入。如只有學習模式的一般要求而無出席紀錄，不作不利推定；如學科自訂要求，則須有紀錄。可由學院、院長或成績評核委員會豁免，遙距課程由成績評核委員會或教務會豁免',
    ),
  ),
  policy(
    text('alleged plagiarism', '涉嫌抄襲'),
    ['5cu/assess/4.2', '3cu/assess/4.1', '3cu/assess/4.2'],
    ['common/coursework-grading.ts', 'common/coursework-total.ts', 'common/allegation.ts'],
    text(
      'the report goes to the disciplinary proceedings and changes no mark; until it is settled the coursework is not complete and no pass is recorded. Work that proves not to be the student’s own is marked no more, and its mark follows from the disciplinary decision',
      '呈報交由紀律程序處理，不會更改分數；結案前平時作業視為未齊備，亦不記錄及格成績。經裁定並非學生本人的作業不再評分，其分數依紀律決定處理',
    ),
  ),
  policy(
    text('pass in coursework', '平時作業及格要求'),
    ['5cu/assess/2.1', '3cu/assess/2.1'],
    ['common/coursework-grading.ts'],
    text(
      'where the scheme of the course asks for it, the exact total reaches the mark that was told before any pass is recorded',
      '如學科的評核方案有此要求，平時作業的精確總分須達已公布的分數，方可記錄及格成績',
    ),
  ),
];
