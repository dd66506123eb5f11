import { type Clause, entry } from './clause.ts';

/** Five-credit clauses on the award of research degrees, as far as they speak of periods and of the outcome of a thesis. */
export const fiveCreditResearchAwardClauses: readonly Clause[] = [
  entry(
    '5cu/pgdeg/7.1(b)',
    'Professional doctorates: 40 credits and a thesis',
    '專業博士：40 學分及論文',
    'At least 40 credits of coursework in courses of postgraduate level, and a completed thesis.',
    '須取得最少 40 個深造程度學科的學分，並完成論文。',
  ),
  entry(
    '5cu/pgdeg/7.1(c)',
    'Professional doctorates: the programme',
    '專業博士：課程要求',
    'The requirements of the programme are met.',
    '須符合所選課程的要求。',
  ),
  entry(
    '5cu/pgdeg/7.3.1',
    'DBA and EdD: when the thesis is handed in',
    '工商管理博士及教育博士遞交論文的時限',
    'The thesis is normally handed in between two and five years after first registration for it.',
    '論文一般須於首次註冊論文後兩年至五年內遞交。',
  ),
  entry(
    '5cu/pgdeg/7.3.2',
    'Professional doctorates: eight years from admission',
    '專業博士：入學起計八年',
    'Courses, research and thesis are normally completed within eight years of admission, leave and suspension included.',
    '學科、研究及論文一般須於入學後八年內完成，包括請假及停學的時間。',
  ),
  entry(
    '5cu/pgdeg/7.5',
    'Professional doctorates: what the examiners recommend',
    '專業博士：考試委員的建議',
    'One of four: pass, pass with minor amendments, revise and hand in again, or fail.',
    '四者之一：及格、輕微修訂後及格、修改後重新遞交、不及格。',
  ),
  entry(
    '5cu/pgdeg/8.1',
    'MPhil and PhD: in time and of their standard',
    '哲學碩士及博士：時限及水平',
    'Within the longest period the programme is completed with its research coursework, nothing is owed, and the thesis, handed in in time, satisfies the examiners.',
    '須於最長修業期內完成課程及指定的研究學科、沒有欠款，依時遞交論文並令考試委員滿意。',
  ),
  entry(
    '5cu/pgdeg/8.2.1',
    'Part-time research: when the thesis is handed in',
    '兼讀制遞交論文的時限',
    'The thesis is normally handed in between two and five years after first registration on the programme.',
    '論文一般須於首次註冊課程後兩年至五年內遞交。',
  ),
  entry(
    '5cu/pgdeg/8.2.2',
    'Full-time research: when the thesis is handed in',
    '全日制遞交論文的時限',
    'Counted from first registration for the thesis: a master’s after 1 to 2 years, a doctorate after 1 to 3, one with a taught part after 1 to 2.',
    '由首次註冊論文起計：碩士 1 至 2 年，博士 1 至 3 年，含修課部分的博士 1 至 2 年。',
  ),
  entry(
    '5cu/pgdeg/8.2.3',
    'Longest period of research study',
    '研究課程的最長修業期限',
    'Part-time six years for a master’s and eight for a doctorate, full-time three and four; leave and suspension count.',
    '兼讀制碩士六年、博士八年；全日制碩士三年、博士四年；請假及停學的時間計算在內。',
  ),
  entry(
    '5cu/pgdeg/8.4',
    'MPhil and PhD: what the examiners recommend',
    '哲學碩士及博士：考試委員的建議',
    'One of four: pass, pass with minor amendments, revise and hand in again, or fail.',
    '四者之一：及格、輕微修訂後及格、修改後重新遞交、不及格。',
  ),
];
