import { type Clause, entry } from './clause.ts';

/** Five-credit clauses on the terms that the regulations use. */
export const fiveCreditGlossaryClauses: readonly Clause[] = [
  entry(
    '5cu/gloss/preamble-1',
    'Which students the five-credit regulations govern',
    '五學分學分制規例的適用學生',
    'Students of the programmes that stood before the reform study under the five-credit regulations. The programme decides at admission, and the registration stays under that regime.',
    '修讀學制改革前課程的學生適用五學分學分制規例。適用學制於取錄時按課程確定，其後不變。',
  ),
  entry(
    '5cu/gloss/preamble-3',
    'Credits and levels of courses',
    '學科的學分與程度',
    'The credits of a course are as a rule a multiple of 5, and the course stands at one level. A credit value that departs from this is pointed out, not refused.',
    '學科的學分原則上為 5 的倍數，並屬某一程度；不符此例者只作提示，不予拒絕。',
  ),
  entry(
    '5cu/gloss/2',
    'Terms and the academic year',
    '學期與學年',
    'An academic year has three terms of teaching, on the days that the Senate directs.',
    '一個學年分為三個學期，按教務會的指示進行教與學。',
  ),
  entry(
    '5cu/gloss/6',
    'The award panel of a course',
    '學科的評核小組',
    'Each course has a committee that assesses how students did in it and puts their results forward.',
    '每一學科設有評核小組，負責評核學生表現並提交成績。',
  ),
  entry(
    '5cu/gloss/13',
    'Free electives and prerequisites',
    '自由選修學科與先修要求',
    'Where a course names prerequisites they are met before it is taken.',
    '學科如設先修要求，學生須先行符合，方可修讀。',
  ),
  entry(
    '5cu/gloss/15',
    'The five course levels',
    '學科的五個程度',
    'From low to high: preparatory, foundation, middle, higher and postgraduate.',
    '由低至高依次為預修、基礎、中級、高級及深造程度。',
  ),
  entry(
    '5cu/gloss/18',
    'The prescribed period of study (N)',
    '指定修業期限（N）',
    'The number of years (N) that a student admitted at a given entry point usually needs for the programme.',
    '由特定入學點取錄的學生修畢課程一般所需的年數（N）。',
  ),
  entry(
    '5cu/gloss/20',
    'What an entry route is',
    '入學途徑的定義',
    'Admission to a distance-learning, part-time or postgraduate programme on recognised earlier qualifications, as a rule for fewer credits.',
    '憑認可的學歷或專業資格入讀遙距、兼讀或深造課程，所需學分一般較少。',
  ),
  entry(
    '5cu/gloss/26',
    'What senior-year entry is',
    '高年級入學的定義',
    'Admission to year 2 or 3 of a full-time honours programme on recognised earlier qualifications, as a rule for fewer credits.',
    '憑認可學歷入讀全日制榮譽學士課程二年級或三年級，所需學分一般較少。',
  ),
  entry(
    '5cu/gloss/28',
    'Who counts as a student',
    '學生的定義',
    'Whoever is enrolled in a course this term is a student, and so is anyone who was enrolled in a distance-learning course within the last 24 months.',
    '本學期已註冊學科的人士，或過去 24 個月內曾註冊遙距課程學科的人士，均屬學生。',
  ),
];
