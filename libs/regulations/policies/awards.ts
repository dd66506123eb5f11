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
  policy(
    text('general regulations of dual awards', '雙資格所屬的一般規例'),
    ['5cu/dual/5.1', '3cu/dual/5.1'],
    ['chapter.ts', 'common/enrolment-load.ts', 'common/credit-transfer-kinds.ts'],
    text(
      'those of a degree in the same mode of study: its limits of load, and general credits; not part-time. A residence is asked where the programme names one',
      '按同一修讀模式的學士學位規例處理，包括學習量上限及一般學分；不設兼讀制；課程訂明本校學分者須符合',
    ),
  ),
  policy(
    text('postgraduate courses of a dual award', '雙資格的深造學科'),
    ['5cu/dual/5.1(c)(i)', '3cu/dual/3.10'],
    ['five-credit/awards-dual.ts', 'three-credit/awards-dual.ts'],
    text(
      'five-credit: those that the programme names are no electives and count, all of them where it names none. Three-credit: credits of level 8000 are none of the degree, so that 120 of the 138 come from lower levels',
      '五學分制：課程指定的深造學科並非選修而可計算，未有指定者全部可計。三學分制：8000 程度學分不計入學士部分，故 138 學分中須有 120 學分屬較低程度',
    ),
  ),
  policy(
    text('routes of a dual award', '雙資格的入學途徑'),
    ['5cu/dual/5.1(c)'],
    ['common/entry-offered.ts', 'common/awards-audit.ts'],
    text(
      'every route of a programme is said to be number 2 or 3, and takes that total and nothing of level; who enters directly is on the normal route',
      '課程的每一途徑須註明為途徑 2 或 3，只設總學分而不設程度要求；直接入學者屬一般途徑',
    ),
  ),
  policy(
    text('two averages of a dual award', '雙資格的兩項平均積點'),
    ['3cu/dual/6.1.3', '3cu/dual/6.1.4'],
    ['common/awards-averages.ts'],
    text(
      'the CGPA over the courses of levels 1000 to 4000, and over those of 8000 and 9000; as in every CGPA failed courses are in it, and of each course the last result. Compared exactly',
      '分別為 1000 至 4000 程度及 8000、9000 程度學科的累積平均積點；與一般計算相同，包括不及格學科，每科以最後成績為準；比較時不進位',
    ),
  ),
  policy(
    text('intention to take an award', '表明擬取得資格'),
    ['5cu/bach/5.1(a)', '5cu/subdegpd/5.1(a)', '5cu/dual/5.1(b)', '3cu/dual/6.1.1'],
    ['common/conferment.ts'],
    text(
      'declared by the day on which the Council confers the award; it is asked then, and not for completing the programme',
      '須於校董會頒授當日或之前表明；頒授時審核，修畢課程時不作要求',
    ),
  ),
  policy(
    text('credits of professional development', '專業發展資格的學分'),
    ['5cu/subdegpd/5.1(b)', '5cu/subdegpd/6.1(b)', '5cu/subdegpd/7.1(b)'],
    ['common/programme.ts', 'five-credit/awards-professional.ts'],
    text(
      'the most is a limit of the programme; who earns more is not refused. For a scholarship these awards ask as much as the certificate, the diploma and the higher diploma',
      '上限屬課程的限制，學生多修者不受影響；申請獎學金時，三項資格分別按證書、文憑及高級文憑的學分要求處理',
    ),
  ),
  policy(
    text('conversion to a higher award', '轉換較高資格'),
    ['5cu/stack/1.4', '5cu/stack/3.4'],
    ['common/conversion.ts', 'five-credit/conversion.ts'],
    text(
      'a certificate ranks with an associate diploma, a diploma with that of professional development, a higher diploma and an associate degree with its higher diploma, and these may become each other; nothing lower. The lower award has been conferred and is kept',
      '證書與副文憑同級，文憑與專業發展文憑同級，高級文憑及副學士與專業發展高級文憑同級，同級可轉換，不可轉換為較低者；較低資格須已頒授並可保留',
    ),
  ),
  policy(
    text('equivalents taught face to face', '同等的面授課程'),
    ['5cu/bach/5.3', '5cu/bach/9.3'],
    ['common/programme.ts'],
    text(
      'asked of a programme that is defined as the equivalent of another one; the Registrar records the approval and so announces it',
      '適用於註明為另一課程同等課程者；由教務長記錄批准，即為公布',
    ),
  ),
];
