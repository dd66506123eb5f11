import { type Clause, entry } from './clause.ts';

/** Three-credit clauses on scholarships. */
export const threeCreditScholarshipClauses: readonly Clause[] = [
  entry(
    '3cu/schol/2.2',
    'Financial need does not decide',
    '經濟需要並非準則',
    'Who receives a scholarship does not depend on financial need, unless the donor says so.',
    '除非捐贈者另有規定，甄選不以學生的經濟需要為準則。',
  ),
  entry(
    '3cu/schol/3.1',
    'Enrolment needed for a scholarship',
    '獲獎學金所需的修讀量',
    'Full-time bachelor’s and sub-degree students normally take 30 credits in the year. Part-time, distance-learning and taught postgraduate students have enrolled in at least 9 in the year assessed.',
    '全日制學士及副學位學生一般須於一年內修讀 30 學分；兼讀、遙距及授課式深造學生須於評核年度報讀至少 9 學分。',
  ),
  entry(
    '3cu/schol/3.2',
    'Further criteria of a scholarship',
    '個別獎學金的其他準則',
    'A scholarship may have criteria of its own besides these.',
    '大學可就個別獎學金另訂資格準則。',
  ),
  entry(
    '3cu/schol/4.1',
    'Recommendation by School or committee',
    '由學院或委員會推薦',
    'A scholarship is awarded on the recommendation of the School or a committee, which weighs academic results and achievements such as service and leadership.',
    '獎學金由學院或相關委員會推薦頒發，按學業成績及服務、領袖才能等成就評核。',
  ),
  entry(
    '3cu/schol/4.2',
    'Open to students of every School',
    '各學院學生均可獲提名',
    'Students of every School who are eligible may be nominated, unless the donor names certain programmes.',
    '除非捐贈者指定課程，各學院符合資格的學生均可獲提名。',
  ),
  entry(
    '3cu/schol/4.3',
    'Many scholarships, each of them once',
    '數量不限，同一獎項一次',
    'A student may receive any number of scholarships, but the same one normally only once.',
    '學生獲頒的獎學金數量不限，惟同一獎學金一般只頒發一次。',
  ),
  entry(
    '3cu/schol/5.1',
    'Conditions of the donor',
    '捐贈者的條件',
    'A donor may set conditions, such as those in (a) and (b), and the University may follow them.',
    '大學可依照捐贈者的條件頒發獎學金，例如 (a) 及 (b) 項。',
  ),
  entry(
    '3cu/schol/5.1(a)',
    'Donor condition: certain programmes',
    '捐贈者條件：指定課程',
    'The donor may keep the scholarship for students of certain programmes.',
    '捐贈者可指定只有特定課程的學生方可獲頒。',
  ),
  entry(
    '3cu/schol/5.1(b)',
    'Donor condition: a place in the selection',
    '捐贈者條件：參與遴選',
    'The donor may ask to send somebody to take part in the selection.',
    '捐贈者可要求派代表參與遴選。',
  ),
  entry(
    '3cu/schol/5.2',
    'Donor conditions that conflict are refused',
    '不接納有抵觸的條件',
    'A condition that goes against these regulations or the aims of the Ordinance is refused.',
    '與本規例或條例的目標抵觸的條件不予接納。',
  ),
  entry(
    '3cu/schol/6.1',
    'Form of the scholarship',
    '獎學金的形式',
    'A scholarship is normally cash, or pays the tuition fee of one or more later courses.',
    '獎學金一般為現金，或用作其後一個或多個學科的學費。',
  ),
];
