import { type Clause, entry } from './clause.ts';

/** Three-credit clauses on registration, enrolment, deferral and withdrawal of taught postgraduate students. */
export const threeCreditTaughtPostgraduateClauses: readonly Clause[] = [
  entry(
    '3cu/tpg/3.2',
    'Name as on the identity document',
    '註冊姓名須與身份證明文件相符',
    'The name is the one on the Hong Kong identity card; only non-local students may use their passport instead.',
    '註冊姓名須與香港身份證相同；只有非本地生可以護照為準。',
  ),
  entry(
    '3cu/tpg/3.7',
    'Changes of personal particulars',
    '更改個人資料',
    'Changes, of address or telephone for example, are told to the Registry at once, in the student portal or in writing. Without them the University may be unable to serve the student.',
    '地址、電話等個人資料如有更改，須即時經學生平台或以書面通知教務處，否則大學或無法提供服務。',
  ),
  entry(
    '3cu/tpg/4.2(a)',
    'Deferral for illness',
    '因病延期修業',
    'Illness, or being taken ill suddenly, is a ground. A registered medical practitioner’s certificate goes with it.',
    '患病或突發急症可作延期理由，須附註冊醫生證明書。',
  ),
  entry(
    '3cu/tpg/4.2(b)',
    'Deferral for family or other compassionate reasons',
    '因家庭或其他值得體恤的理由延期修業',
    'Serious trouble in the family, or other special circumstances that deserve compassion, are a ground.',
    '家庭出現嚴重問題，或有其他值得體恤的特殊情況，可作延期理由。',
  ),
  entry(
    '3cu/tpg/4.3',
    'Deferral: study goes on until approved',
    '延期修業獲批前須繼續修讀',
    'An application changes nothing by itself. Until the University’s formal approval has come, the student goes on with courses and classes.',
    '申請本身並無效力；在收到大學正式批准通知前，學生須繼續修課及上課。',
  ),
  entry(
    '3cu/tpg/4.4',
    'Deferral: one academic year at most',
    '延期修業以一學年為限',
    'A deferral normally lasts no longer than one academic year.',
    '延期修業時限一般不超過一學年。',
  ),
];
