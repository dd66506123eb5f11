import { text } from '#kernel';
import { type Policy, policy } from './policy.ts';

/** Readings of the regulations on research degrees. */
export const researchPolicies: readonly Policy[] = [
  policy(
    text('longest period of research', '研究課程的最長修業期限'),
    ['5cu/rpg/5.1', '5cu/pgdeg/7.3.2', '5cu/pgdeg/8.2.3', '3cu/rpg/5.1', '3cu/pgdeg/5.1'],
    ['common/research-period.ts'],
    text(
      'the mode decides: a full-time professional doctorate has four years, a part-time one eight; N + 2 is not for research. It is counted from the first day of study that the Research Degrees Committee fixed on admission to the day before the same day so many years later. A thesis handed in by then is waited for until its outcome is final, minor amendments included; one to be revised is handed in again within the period. The Senate, or the Registrar for the University, may grant more years',
      '按修讀模式計算：全日制專業博士四年、兼讀制八年；N + 2 不適用於研究課程。由研究學位委員會於取錄時釐定的開學首日起計，至若干年後同日的前一日止。期內已遞交的論文須待考試結果（包括輕微修訂）確定；須修改的論文須於期內重新遞交。教務會（或教務長代表大學）可批准延長',
    ),
  ),
  policy(
    text('window of the thesis', '遞交論文的時限'),
    [
      '5cu/rpg/6.1',
      '5cu/rpg/6.2',
      '5cu/pgdeg/7.3.1',
      '5cu/pgdeg/8.2.1',
      '5cu/pgdeg/8.2.2',
      '3cu/rpg/6.1',
      '3cu/rpg/6.2',
    ],
    ['common/research-thesis.ts'],
    text(
      'counted from the first registration for the thesis, which is a fact of its own, and not from an application to hand it in or from the first registration on the programme; a part-time PhD has six years. Both the same day so many years later at the beginning and that at the end are within. It stands for a thesis that is handed in again as well',
      '由首次註冊論文當日起計（另行記錄），而非由申請遞交論文或首次註冊課程起計；兼讀制哲學博士為六年。起訖兩個同月同日均在時限之內。重新遞交論文亦按此計算',
    ),
  ),
  policy(
    text('start of research', '研究課程的開學日期'),
    ['5cu/rpg/4.2', '3cu/rpg/4.2'],
    ['common/research-admission.ts'],
    text(
      'Autumn, Spring and Summer are the three terms of the academic year by the month in which teaching begins. A professional doctorate is bound to Autumn where a condition names a course; otherwise the text names no term for it. All fees have to be paid; another term, or a day before the admission, takes an express decision of the Research Degrees Committee',
      '秋季、春季及夏季按開課月份為學年的三個學期。附加條件列有學科的專業博士須於秋季開課，否則條文未有指定學期。須繳清所有費用；於其他學期或取錄日之前開課，須由研究學位委員會明確決定',
    ),
  ),
  policy(
    text('registration every year', '每年註冊'),
    ['5cu/rpg/4.3', '5cu/rpg/4.6', '3cu/rpg/4.3', '3cu/rpg/4.6'],
    ['common/research-period.ts'],
    text(
      'every academic year after that of entry, for which the admission stands, until the thesis is completed, leave or not; by the last day of adding courses of its first term, later with the Registrar; money that is overdue, and a hold for debt, stand in its way, as the Registry requires. A year that was missed is recorded, and ends the registration only by a decision of the Senate',
      '入學學年由取錄代替註冊，其後每個學年均須註冊，直至完成論文，停學期間亦然；以該學年首個學期加選學科的最後一日為限，逾期須經教務長批准；逾期欠款及欠款限制會阻礙註冊。未註冊的學年會予以記錄，須由教務會決定方可終止註冊',
    ),
  ),
  policy(
    text('courses of research students', '研究生修讀學科'),
    ['5cu/rpg/4.1', '3cu/rpg/4.1', '5cu/rpg/4.7', '3cu/rpg/4.7'],
    ['common/research-coursework.ts', 'common/research-law.ts'],
    text(
      'only those that a condition of the student names or the programme prescribes; any other with the approval of the Research Degrees Committee. For the rest they are taken, changed, left, assessed and graded as courses of taught postgraduate programmes are, without a limit of load and without probation; they are not deferred, but study is interrupted. A condition that comes during study is fulfilled before the thesis is handed in; one that names a course by passing it. A research student may leave at any time, and is admitted anew by the Committee',
      '只可修讀附加條件或課程所指定的學科，其他學科須經研究學位委員會批准。其餘安排（選修、更改、退修、評核及成績）與授課式深造課程的學科相同，不設學分上限及試讀；不設學科延期，只可申請停學。修讀期間的附加條件須於遞交論文前符合，屬學科者以修畢及格為準。研究生可隨時退學，再入讀須由委員會重新取錄',
    ),
  ),
  policy(
    text('form of the thesis', '論文的形式'),
    ['5cu/rpg/6.3', '3cu/rpg/6.3'],
    ['common/research-thesis.ts'],
    text(
      'the Registry says whether it is the prescribed one. Every submission follows a notice of its own, and every outcome an oral examination on or after the day of the submission',
      '由教務處確認是否符合規定形式。每次遞交論文前須先行通知；每次考試結果均須於遞交當日或之後舉行口試',
    ),
  ),
  policy(
    text('change of research degree', '更改研究學位'),
    ['5cu/rpg/2.1', '5cu/rpg/5.1', '5cu/rpg/6.3', '3cu/rpg/2.1', '3cu/rpg/5.1', '3cu/rpg/6.3'],
    ['common/research-change.ts'],
    text(
      'the text says nothing of going over from one research degree to another, or to the other mode; the Research Degrees Committee, which admits to every research degree and supervises progress, approves it, and with it says that the entry conditions of the other degree are met. It takes effect in a later term. Study goes on from its first day, so that the longest period is that of the other degree from that day, and years granted beyond the earlier one do not go along; the years registered for, conditions, plan, leave and the registration for the thesis do. Not while the outcome of a thesis is open, nor after its completion',
      '條文沒有提及由一研究學位轉讀另一研究學位或另一修讀模式；由負責取錄及監察進度的研究學位委員會批准，並以此確認已符合另一學位的入學條件。更改於其後的學期生效。修業期仍由原開學首日起計，最長修業期限按另一學位計算，先前獲准延長的年數不予保留；已註冊的學年、附加條件、研究計劃、停學及論文註冊則予保留。論文考試結果未定期間及論文完成後均不可更改',
    ),
  ),
  policy(
    text('early end of an interruption', '提早結束停學'),
    ['5cu/rpg/4.7', '3cu/rpg/4.7'],
    ['common/research-leave.ts'],
    text(
      'the text says who lets study be interrupted and not who lets it go on before the time is over: the Registrar as well, from the day of the request or a later one; an interruption that has not begun is called off in the same way',
      '條文只訂明停學由誰批准，沒有訂明可否提早恢復學習：同樣由教務長批准，由申請當日或其後的日子起恢復；尚未開始的停學亦可如此取消',
    ),
  ),
];
