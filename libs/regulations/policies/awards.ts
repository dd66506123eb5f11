import { text } from '#kernel';
import { type Policy, policy } from './policy.ts';

/** Readings of what counts towards an award, and of its class. */
export const awardPolicies: readonly Policy[] = [
  policy(
    text('rounding of classes', '榮譽等級的進位'),
    ['5cu/bach/12.6', '3cu/bach/9.5'],
    ['common/honours.ts'],
    text(
      'once, half up, to two decimals, then compared with the lower limits; 3.495 is 3.50',
      '四捨五入一次至小數後兩位，再與各等級的下限比較；3.495 作 3.50',
    ),
  ),
  policy(
    text('ceilings of an award', '學歷的學分上限'),
    ['5cu/bach/9.1(b)', '3cu/bach/7.1.4.1(i)'],
    ['common/awards-counted.ts'],
    text(
      'what is beyond is not counted and disqualifies nobody; needed courses, higher levels and better grades count first',
      '超出上限者不予計算，但不影響資格；必需的學科、較高程度及較佳成績者優先計算',
    ),
  ),
  policy(
    text('levels read strictly', '程度按字面理解'),
    ['3cu/bach/7.1.4.1(ii)', '3cu/subdeg/6.1(c)', '5cu/subdeg/6.1(c)(ii)'],
    ['*/awards-requirements.ts'],
    text(
      'honours want 24 credits of level 3000 itself; the diplomas likewise their middle or 2000',
      '榮譽學位須有 24 學分屬 3000 程度本身；文憑對中級程度或 2000 程度的要求亦然',
    ),
  ),
  policy(
    text('named courses', '指定學科'),
    ['5cu/bach/5.1(c)'],
    ['common/awards-countable.ts'],
    text(
      'when a programme names none, all of its courses are named ones; required courses and block credits always are',
      '課程沒有指定者，其全部學科均屬指定學科；必修學科及整體學分必屬指定',
    ),
  ),
  policy(
    text('general honours rule', '榮譽學位的一般規定'),
    ['5cu/bach/9.1(b)'],
    ['five-credit/awards-requirements.ts'],
    text(
      'five-credit honours are held to 160 credits, 40 foundation at most, 40 higher; programmes whose chapter asks for a total of their own are not told apart',
      '五學分制榮譽學位一律須修滿 160 學分，其中基礎程度最多 40，高級程度 40；另訂總學分的課程不作區分',
    ),
  ),
  policy(
    text('general credits', '一般學分'),
    ['5cu/ct/7.2', '3cu/ct/7.2'],
    ['common/awards-countable.ts'],
    text('stand at foundation or level 1000 and use up that ceiling', '屬基礎程度或 1000 程度，並計入該程度的上限'),
  ),
  policy(
    text('block credits', '整體學分'),
    ['5cu/ct/9.3', '3cu/ct/9.3'],
    ['common/awards-counted.ts'],
    text(
      'with a list of remaining courses only these count beside the block, and all must be passed here; the list takes the place of the required courses',
      '訂有尚須修讀學科的名單者，除整體學分外只計名單上的學科，並須全部在本校修畢；該名單取代必修學科',
    ),
  ),
  policy(
    text('full-time block credits', '全日制整體學分'),
    ['3cu/ct/3.1(f)'],
    ['common/awards-checks.ts'],
    text(
      'count in the category named in the grant; without one, for English first and General Education then',
      '計入批准時註明的類別；沒有註明者，先計入英語，再計入通識教育',
    ),
  ),
  policy(
    text('aGPA selection', '學位平均積點的選取'),
    ['3cu/bach/9.4'],
    ['three-credit/honours.ts'],
    text(
      "required courses and category minima, then each level's best up to its minimum, then the best of the rest until the credits suffice; transfers and Pass take their place in the total; the course that reaches it is used whole",
      '先取必修學科及各類別的最低要求，再取各程度成績最佳者至其最低要求，最後取其餘最佳者至學分足夠；轉移學分及「及格」計入總學分；達到總數的該科全科計算',
    ),
  ),
  policy(
    text('group A and B', '甲組與乙組'),
    ['5cu/bach/12.5(a)'],
    ['five-credit/honours.ts'],
    text(
      'a course that passes the limit is used in part; what is left of it does not return in group B',
      '超出限額的學科只計部分學分；餘下部分不再計入乙組',
    ),
  ),
  policy(
    text('fewer than 80 credits', '不足 80 學分'),
    ['5cu/bach/12.5(b)', '5cu/bach/12.6'],
    ['five-credit/honours.ts'],
    text(
      'for whatever reason: A is the best 40 of higher level, B what remains; below 40 of higher level no class',
      '不論原因：甲組為高級程度最佳的 40 學分，乙組為其餘學分；高級程度不足 40 學分者不定等級',
    ),
  ),
  policy(
    text('no class', '不定等級'),
    ['3cu/bach/9.5'],
    ['*/honours.ts'],
    text(
      'an average below the lowest band leaves the award met and the class open, for the award panel and the Senate',
      '平均積點低於最低等級者仍符合頒授條件，等級則留待學歷評核委員會及教務會決定',
    ),
  ),
  policy(
    text('credits of a programme', '課程的學分'),
    ['5cu/subdeg/5.1(c)', '5cu/bach/7.1(b)(ii)', '5cu/bach/8.1(c)', '3cu/bach/7.1.4.1'],
    ['common/programme.ts'],
    text(
      'at least those of the smallest programme of its award: 20 for the named five-credit certificates, 40 for the second route to Language Studies, 80 for honours in Education and Nursing; the audit still holds every student to the general rule of the award',
      '不少於該學歷最小課程的學分：五學分制指定證書 20，語言研究第二途徑 40，教育及護理學榮譽學位 80；畢業審核仍以該學歷的一般規定為準',
    ),
  ),
];
