import { type Clause, entry } from './clause.ts';

/** Three-credit clauses on the award of research degrees, as far as they speak of periods and of the outcome of a thesis. */
export const threeCreditResearchAwardClauses: readonly Clause[] = [
  entry(
    '3cu/pgdeg/7.1',
    'Professional doctorates: what is to be fulfilled',
    '專業博士：頒授條件',
    'The programme is fulfilled, nothing is owed, and the four conditions that follow are met.',
    '須完成課程、沒有欠款，並符合以下四項條件。',
  ),
  entry(
    '3cu/pgdeg/7.1(b)',
    'Professional doctorates: 24 credits, CGPA 2.0',
    '專業博士：24 學分及平均積點 2.0',
    'At least 24 credits of coursework in courses of level 8000, with a CGPA of 2.0 or above.',
    '須取得最少 24 個 8000 程度學科的學分，累積平均積點達 2.0 或以上。',
  ),
  entry(
    '3cu/pgdeg/7.1(c)',
    'Professional doctorates: the thesis and the oral',
    '專業博士：論文及口試',
    'The thesis is completed, and the examiners are satisfied at the oral examination.',
    '須完成論文，並於口試令考試委員滿意。',
  ),
  entry(
    '3cu/pgdeg/7.1(d)',
    'Professional doctorates: within the period of study',
    '專業博士：於修業期限內完成',
    'The requirements are met within the longest period of the regulations on research study.',
    '須於研究式課程規例所訂的最長修業期限內符合要求。',
  ),
  entry(
    '3cu/pgdeg/7.2',
    'Professional doctorates: the thesis, in time and of its standard',
    '專業博士：論文的時限及水平',
    'The thesis is handed in within the time of the regulations on research study, and satisfies the examiners.',
    '論文須於研究式課程規例所訂時限內遞交，並令考試委員滿意。',
  ),
  entry(
    '3cu/pgdeg/7.4',
    'Professional doctorates: what the examiners recommend',
    '專業博士：考試委員的建議',
    'One of four: pass, pass with minor amendments, revise and hand in again, or fail.',
    '四者之一：及格、輕微修訂後及格、修改後重新遞交、不及格。',
  ),
  entry(
    '3cu/pgdeg/8.1',
    'MPhil and PhD: in time and of their standard',
    '哲學碩士及博士：時限及水平',
    'Within the longest period the programme is completed, nothing is owed, and the thesis, handed in in time, satisfies the examiners.',
    '須於最長修業期限內完成課程、沒有欠款，依時遞交論文並令考試委員滿意。',
  ),
  entry(
    '3cu/pgdeg/8.3',
    'MPhil and PhD: what the examiners recommend',
    '哲學碩士及博士：考試委員的建議',
    'One of four: pass, pass with minor amendments, revise and hand in again, or fail.',
    '四者之一：及格、輕微修訂後及格、修改後重新遞交、不及格。',
  ),
];
