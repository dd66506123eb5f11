import { text } from '#kernel';
import { type Policy, policy } from './policy.ts';

/** Readings of admission, enrolment, deferral and withdrawal, and of the time that study may take. */
export const studyPolicies: readonly Policy[] = [
  policy(
    text('age', '年齡'),
    ['5cu/dl/2.1', '3cu/dl/2.1'],
    ['common/admission.ts'],
    text(
      '17 on the first day of teaching of the entry term. What the record does not know refuses nobody: where no birth date is given, the ruling says so, and admissions vouches for the age',
      '入學學期授課首日須年滿 17 歲。紀錄所無的資料不作拒絕理由：未有提供出生日期者，裁定註明此點，並由招生處核實年齡',
    ),
  ),
  policy(
    text('first day of registration', '學科註冊首日'),
    ['5cu/dl/3.5', '3cu/dl/3.5', '5cu/ug/6.1', '3cu/ug/6.1'],
    ['common/enrolment-timing.ts'],
    text(
      'the term names it, 180 days before teaching unless told; before it nobody enrols, whoever approves, and as no clause says so the refusal names none (`registration-not-open`)',
      '由學期訂明，未訂明者為授課開始前 180 日；該日之前不得選修學科，任何批准均不能豁免；因條文並無明文，有關拒絕不引條文（`registration-not-open`）',
    ),
  ),
  policy(
    text('first registration', '首次註冊'),
    ['5cu/dl/3.6', '3cu/dl/3.6'],
    ['common/enrolment-load.ts'],
    text(
      'no attempt in an earlier term, and again where no course of postgraduate level was taken in one, then counting the courses of that level; its cap cannot be approved away',
      '指先前學期未曾修讀；首次修讀深造程度學科者亦然，屆時只計該程度的學科；其上限不能以批准豁免',
    ),
  ),
  policy(
    text('load of a course over several terms', '跨學期學科的學習量'),
    ['5cu/dl/3.6', '3cu/dl/3.6', '5cu/ug/6.2', '3cu/ug/6.2', '5cu/tpg/6.2', '3cu/tpg/6.2'],
    ['common/course-terms.ts', 'common/enrolment-load.ts'],
    text(
      'its credits divided by its terms, in each of them: the one in which it begins and the main ones after it, by the months of the academic year; not after its result. A limit has to be kept in every term of the course that is asked for',
      '學分除以學期數目，計入其修讀的每個學期，即開課學期及其後的主要學期（按學年月份計算），至成績公布為止；所選學科的每個學期均不得超出限額',
    ),
  ),
  policy(
    text('repeat of a passed course', '重讀已及格的學科'),
    ['3cu/ug/6.3', '3cu/ug/9.4', '5cu/ug/2.5'],
    ['common/enrolment.ts', 'common/assessment-repeat.ts'],
    text(
      "barred, and while the course is being taken, as it may still be passed; full-time three-credit students may repeat with the offering School's approval; five-credit full-time students readmitted to the same programme may be made to, and are not recorded above the earlier result (the lower grade counts; what was awarded is kept)",
      '不得重讀，現正修讀者須待成績公布；三學分制全日制學生經開辦學院批准可重讀；五學分制全日制學生重新入讀同一課程時可被要求重讀，所記錄的成績不得高於先前的成績（以較低者為準，並保留所評定的成績）',
    ),
  ),
  policy(
    text('last day of withdrawal', '退修截止日'),
    ['5cu/dl/5.1', '3cu/dl/6.1', '5cu/ug/6.5', '3cu/ug/6.5'],
    ['common/withdrawal.ts'],
    text(
      'first day of examinations less 14 calendar days, in every mode; a full-time student drops without trace until the add/drop period ends, a distance-learning student never. A course over several terms is examined on the days of its presentation, as the catalogue has them on the day of the request; while it has none nobody can withdraw from it (`examinations-unknown`)',
      '各修讀模式均為考試首日之前 14 個曆日；全日制學生在加選及退選期結束前退選不留紀錄，遙距課程學生則一律留有紀錄。跨學期學科以申請當日學科目錄所載該次開辦的考試日期為準，尚未訂定者不得退修（`examinations-unknown`）',
    ),
  ),
  policy(
    text('approval by standing delegation', '按常設授權批准'),
    [
      ...[
        '5cu/ug/6.5',
        '3cu/ug/6.5',
        '5cu/dl/5.1',
        '3cu/dl/6.1',
        '5cu/ug/5.1',
        '3cu/ug/5.1',
        '5cu/tpg/5.1',
        '3cu/tpg/5.1',
      ],
      ...['5cu/tpg/8.2', '3cu/tpg/8.2'],
    ],
    ['common/withdrawal.ts', 'common/programme-withdrawal.ts', 'common/course-change.ts'],
    text(
      'a student’s own application to leave a course after add/drop, to leave the programme, or to exchange a course is approved by the Registrar, for the University, on the day on which it is made, when it is in time and within the limits of the clause: the delegation stands, and nobody decides again. The record names who asked, the day and the reason given; of a course left after add/drop the ruling says whether one was given. Out of time or beyond the limits it is refused, and goes to the authority that the clause names: with its approval where the clause lets one lift the limit, otherwise by an override that names it. An application for leaving the programme that is to be decided by somebody can be made as one, and is then granted or declined',
      '學生於加退選期後退選學科、退修課程或更改學科的申請，如在限期及條文規限之內，由教務長代表大學按常設授權於申請當日批准，毋須另行審批。紀錄載明申請人、日期及所述理由；加退選期後退選學科者，裁定註明是否已說明理由。逾期或超出規限者不獲批准，須提交條文所訂的主管：條文容許批准者憑其批准，否則以註明授權的特准處理。退修課程的申請如須由專人決定，可另行提出，再予批准或拒絕',
    ),
  ),
  policy(
    text('beginning of a deferral', '延期修業的開始'),
    ['5cu/dl/4.3', '5cu/ug/4.3', '3cu/dl/5.3', '3cu/ug/4.3'],
    ['common/deferral.ts'],
    text(
      "on the day of the University's approval at the earliest: the day of the request, or an earlier one that comes with it (`authority: university, on:`); not before admission",
      '最早由大學批准當日開始，即申請當日，或申請所附的較早批准日期（`authority: university, on:`）；不得早於取錄日期',
    ),
  ),
  policy(
    text('study until a deferral begins', '延期開始前的修讀'),
    ['5cu/dl/4.1', '5cu/dl/4.3', '5cu/ug/4.1', '5cu/ug/4.3', '3cu/dl/5.1', '3cu/dl/5.3', '3cu/ug/4.1', '3cu/ug/4.3'],
    ['common/deferral-periods.ts', 'common/deferral.ts'],
    text(
      'until its first day courses are taken as before: work is handed in and marked, a result stands. A deferral concerns the courses that are taught or examined in its time, and of them those still being taken on its first day. Transcript and term summary show it from its approval; the status turns with the first fact on record of its first day or later, since no read model turns with the calendar',
      '延期首日之前照常修讀：作業可遞交及評分，成績有效。延期只涉及在該期間授課或考試的學科，並以首日仍在修讀者為限。成績表及學期摘要由批准起即顯示延期；讀取模型不隨日曆改變，待紀錄載有首日或之後的事項，狀況始轉為延期',
    ),
  ),
  policy(
    text('resumption of a deferred course', '恢復修讀延期的學科'),
    ['5cu/dl/4.6', '3cu/dl/5.6'],
    ['common/enrolment-deferred.ts', 'common/deferral-periods.ts'],
    text(
      'in a term in which courses can still be added on or after the day on which study goes on; in such a term, or later, no other course is registered for before it, unless the School approves, as where it is not offered. Credit that was transferred for it takes its place',
      '在恢復修讀當日或之後仍可加選學科的學期修讀；在該學期或其後，未先選修該學科者不得選修其他學科，但獲學院批准者（例如該學科沒有開辦）除外。已獲該學科的學分轉移者視作已恢復修讀',
    ),
  ),
  policy(
    text('one academic year', '一個學年'),
    ['5cu/dl/4.4', '5cu/ug/4.4', '3cu/dl/5.4', '3cu/ug/4.4'],
    ['common/deferral.ts', 'common/deferral-periods.ts'],
    text(
      'a year to the day; deferrals that overlap or adjoin, directly or by way of others, last as long as they do together, and so do two with no term of study between them: a gap shorter than a term, in which no course was taken that neither puts off; in distance learning those of the same course (by any of its codes), full-time all of the programme',
      '以足一年計；直接或經其他延期而重疊或相連的各次延期合併計算，兩次延期之間相隔短於一個學期、且期內沒有修讀任何未延期的學科，亦合併計算；遙距課程按同一學科（不論以哪個編號）計算，全日制按整個課程計算',
    ),
  ),
  policy(
    text('N + 2 years', 'N + 2 年'),
    ['5cu/ug/7.2', '3cu/ug/7.2', '3cu/bach/5.1'],
    ['common/eligibility.ts'],
    text(
      'by academic years, that of entry the first; deferred years count; full-time only',
      '按學年計算，入學學年為第一年；延期修業的年份計算在內；只適用於全日制',
    ),
  ),
  policy(
    text('residence', '須於本校修讀的學分'),
    ['5cu/ct/5.1.2', '3cu/ct/5.1.2'],
    ['common/credit-transfer-limits.ts', 'common/awards-audit.ts'],
    text(
      'asked when credits are granted and again at the award; a share of a certificate is rounded up',
      '在批准學分轉移時及頒授學歷時均作檢視；證書的比例向上取整',
    ),
  ),
  policy(
    text('day on which tuition is due', '學費限期'),
    ['5cu/dl/3.4', '3cu/dl/3.4', '5cu/ug/3.5', '3cu/ug/3.5'],
    ['common/dues.ts', 'common/account.ts'],
    text(
      'the last day of registration for the term, or the day of enrolment where that is later; from the next day on what is unpaid holds up enrolment, and only the University lets it pass',
      '該學期學科註冊的最後一日，選課日期較後者以選課當日為準；翌日起如有欠款，不得再選修學科，只有大學可予放行',
    ),
  ),
  policy(
    text('registration before payment', '繳費前的註冊'),
    ['5cu/dl/3.4', '3cu/dl/3.4'],
    ['common/tuition-owed.ts', 'common/dues.ts'],
    text(
      'who has enrolled stands as registered, and the ruling says what has to be paid, and until when, for the registration to be complete. The text ends no registration and undoes no result for want of payment, so courses are taken and graded meanwhile; what is overdue holds up further enrolment, papers and the award. Where no fees are set nothing is asked',
      '已選修學科者視作已註冊，裁定註明完成註冊所須繳付的款額及限期。條文並無因欠款而終止學籍或取消成績，故其間學科照常修讀及評分；逾期欠款者不得再選修學科，並扣發文件及學銜。未訂立收費者不作要求',
    ),
  ),
  policy(
    text('papers kept back for debts', '因欠款而扣發的文件'),
    ['5cu/dl/10.5', '5cu/ug/13.5', '3cu/dl/11.5', '3cu/ug/13.5'],
    ['common/dues.ts'],
    text(
      'the power is used in every case: what is overdue keeps back transcripts, certificates and notices of results, unless the University lets it pass; a hold does until its release',
      '一律行使此項權力：有逾期欠款者，成績表、證書及成績通知均予扣發，大學放行者除外；受限制者至解除為止',
    ),
  ),
  policy(
    text('owing money at the award', '頒授時欠款'),
    ['5cu/bach/3.8', '5cu/subdeg/3.11', '3cu/bach/3.9', '3cu/subdeg/3.8'],
    ['common/dues.ts'],
    text(
      'whatever has been charged and not paid, due or not; nobody may let it pass',
      '凡已記帳而未繳的款項，不論是否到期；任何人不得放行',
    ),
  ),
  policy(
    text('last day of a deferred payment', '延期繳費的最後限期'),
    ['5cu/ug/3.5', '3cu/ug/3.5'],
    ['common/dues-money.ts'],
    text(
      'the last day of examinations of the term, where the record knows it; a later one with the approval of the University',
      '紀錄所知的該學期考試末日；經大學批准可再延後',
    ),
  ),
  policy(
    text('end of provisional registration', '臨時註冊的終止'),
    ['5cu/ug/3.6', '3cu/ug/3.6'],
    ['common/account.ts', 'common/dues.ts'],
    text(
      'the day after the new one, when any of the deferred tuition had not arrived by then; what arrives later settles the debt and registers nobody again, and no result of the term is recorded',
      '於新限期仍有延期學費未繳清者，翌日即告終止；其後補繳只清償欠款，不恢復註冊，該學期的成績亦不予記錄',
    ),
  ),
  policy(
    text('last day of changing a course', '更改學科的最後限期'),
    ['5cu/dl/7.3', '3cu/dl/8.3'],
    ['common/course-change.ts'],
    text(
      'the last day of adding courses in the calendar, as the clauses name none; one course for one, whatever its credits, within the load',
      '條文並無訂明，以校曆所載加選學科的最後一日為準；一科換一科，不論學分，惟不得超出學習量',
    ),
  ),
  policy(
    text('fee of changing a course', '更改學科的行政費'),
    ['5cu/dl/7.3', '3cu/dl/8.3', '5cu/tpg/8.2', '3cu/tpg/8.2'],
    ['common/course-change.ts'],
    text(
      'five-credit distance learning asks it after the days of registration; the other clauses ask it of whoever has registered for the course, and so of every change',
      '五學分制遙距課程只於註冊期後收取；其餘條文適用於已辦理學科註冊手續的學生，故每次更改均須繳付',
    ),
  ),
  policy(
    text('return in time from a deferral', '於議定時間內恢復修讀'),
    ['5cu/dl/4.6', '3cu/dl/5.6'],
    ['common/tuition.ts'],
    text(
      'the course is enrolled in by the day on which study goes on, or in a term that began by then',
      '於恢復修讀當日或之前選修該學科，或於當日或之前已開始的學期修讀',
    ),
  ),
  policy(
    text('longest period of taught postgraduates', '修讀深造課程的最長修業期'),
    ['5cu/tpg/7.1', '5cu/pgd/5.1', '5cu/pgdeg/5.1', '3cu/tpg/7.1', '3cu/pgd/5.1', '3cu/pgdeg/5.1'],
    ['common/eligibility.ts', 'common/programme.ts'],
    text(
      'five-credit: six academic years, that of entry the first, of which a programme may set fewer; that the School sets no less than six is a slip of the text. Three-credit: N + 2 and nothing else',
      '五學分制：六個學年（入學學年為首年），個別課程可訂較短年期；條文所述學院所訂不少於六年應屬筆誤。三學分制：只可為 N + 2 年',
    ),
  ),
  policy(
    text('first term of a part-time taught postgraduate', '兼讀深造生的首個學期'),
    ['5cu/tpg/6.3', '5cu/tpg/6.3(footnote)'],
    ['common/enrolment-load.ts'],
    text(
      'the first in which a course of the programme is taken, whatever was studied here before; unlike the cap of distance learning the School may approve more',
      '指首個修讀該課程學科的學期，不論以往曾否在本校修讀；與遙距課程的上限不同，學院可批准超出',
    ),
  ),
  policy(
    text('last day of late registration', '逾期註冊的最後期限'),
    ['5cu/dl/3.5', '3cu/dl/3.5', '5cu/tpg/6.1', '3cu/tpg/6.1'],
    ['common/enrolment-timing.ts'],
    text(
      'the last day of the examinations of the term, whoever approves, as nothing of the term is left after it',
      '該學期考試的最後一日；其後該學期已無可修讀，任何批准均不能延後',
    ),
  ),
  policy(
    text('place that was given up', '放棄的學額'),
    ['5cu/ug/2.3', '3cu/ug/2.3', '5cu/ug/5.2', '3cu/ug/5.2', '5cu/tpg/5.2', '3cu/tpg/5.2'],
    ['common/registration-return.ts'],
    text(
      'who was deregistered without ever having taken a course of the programme has given up the offer and applies anew; there is nothing to return to',
      '從未修讀課程任何學科而被撤銷學籍者，視作放棄取錄，須重新申請入學，不能復學',
    ),
  ),
  policy(
    text('late enrolment of taught postgraduates', '深造生逾期選科'),
    ['5cu/tpg/6.1', '3cu/tpg/6.1'],
    ['common/enrolment-timing.ts', 'common/tuition.ts'],
    text(
      'the Registrar accepts it, with the fee, until the fourteenth day after teaching begins; later the University decides. Whoever has no course by that day has not registered for the term',
      '由教務長接納並須繳費，最遲為開課後第十四日；其後由大學決定。至該日仍未選科者視作未就該學期註冊',
    ),
  ),
  policy(
    text('leaving a taught postgraduate course', '深造生退修學科'),
    ['5cu/tpg/5.1', '3cu/tpg/5.1'],
    ['common/withdrawal.ts'],
    text(
      'always with a W, as no clause lets a course be dropped without trace. Part-time the term takes a load only where the programme prescribes one',
      '一律留有 W 紀錄，因並無條文容許不留紀錄退選。兼讀制學期只在課程訂明學習量時方有規定',
    ),
  ),
  policy(
    text('load of the third term', '第三個學期的學習量'),
    [
      '5cu/ug/5.1',
      '3cu/ug/5.1',
      '5cu/tpg/5.1',
      '3cu/tpg/5.1',
      '5cu/tpg/3.6',
      '3cu/tpg/3.6',
      '5cu/gloss/2',
      '3cu/gloss/38',
    ],
    ['common/withdrawal.ts', 'common/registration-load.ts'],
    text(
      'the load of a term and that of a year presuppose two main terms: in the third, which nobody has to take, any course may be left, and nobody is deregistered for its load. More than the load of a term, or of the year, needs the School there too',
      '每學期及每學年的學習量以兩個主要學期計算：第三個學期毋須修讀，可退修任何學科，亦不會因學習量不足而被撤銷學籍；惟超出學期或學年學習量仍須學院批准',
    ),
  ),
  policy(
    text('resits of one term', '同一學期重考的學科'),
    ['5cu/tpg/4.2(unnumbered)'],
    ['common/deferral.ts'],
    text(
      'courses whose examinations were failed in one term come up to be sat again together, so those are counted whose results of one term grant a resit that is still to be sat',
      '同一學期考試不及格的學科會一併重考，故以同一學期成績獲准重考而尚未重考的學科計算',
    ),
  ),
  policy(
    text('surplus of tuition after a deferral', '延期修業後的學費餘額'),
    ['5cu/ug/4.5', '5cu/tpg/4.5', '3cu/ug/4.5', '3cu/tpg/4.5'],
    ['common/tuition.ts'],
    text(
      'tuition of deferred courses is used for what is taken in the first term after the deferral, as far as that costs; what exceeds it is not used later, of which the text for undergraduates says nothing; for taught postgraduates it is used for a later course whose enrolment comes with the approval of the University, which watches over the period that it set',
      '延期學科的已繳學費用於復學首個學期所修學科，以其學費為限；本科生條文未有提及餘額，故不可留待日後使用；修課式研究生的餘額須於日後選科時附有大學批准方可使用，期限由大學掌握',
    ),
  ),
];
