import { text } from '#kernel';
import { type Policy, policy } from './policy.ts';

/** Readings of the end of a registration, of coming back, and of going over to another programme. */
export const registrationPolicies: readonly Policy[] = [
  policy(
    text('conditions of entry', '入學條件'),
    ['5cu/dl/2.3', '5cu/dl/2.4', '5cu/ug/2.1', '5cu/ug/2.2', '3cu/dl/2.3', '3cu/dl/2.4', '3cu/ug/2.1', '3cu/ug/2.2'],
    ['common/entry.ts', 'common/entry-offered.ts'],
    text(
      'those that the catalogue has with the programme: all of them, and of a group one; a route has its own in their place. The University exempts from those of full-time programmes, which the text says; of distance learning it says nothing, and nobody is exempted. They are asked again of who changes to the programme',
      '以學科目錄內該課程所載者為準：須全部符合，同組者符合其一即可；入學途徑另有條件者，以該途徑的條件取代。全日制課程的條件可由大學豁免（條文有訂明）；遙距課程條文未有訂明，不設豁免。轉讀該課程者亦須符合',
    ),
  ),
  policy(
    text('entry by a route', '經入學途徑入學'),
    ['5cu/dl/2.5', '5cu/gloss/18', '5cu/gloss/26', '3cu/dl/2.5', '3cu/gloss/25', '3cu/gloss/27', '3cu/gloss/34'],
    ['common/entry.ts', 'common/awards-audit.ts'],
    text(
      'the credits of the route are those that the award takes in all, below its general minimum; what the award asks of levels and categories of courses stays, but for the courses of which the route exempts. N is that of the route and the longest period is counted from it. Entry to year 2 or 3 is for full-time honours degrees alone. A change of programme leaves the route behind',
      '該途徑所訂的學分即頒授學銜的總學分要求，可少於一般最低學分；除獲豁免的學科外，程度及類別的學分要求不變。N 為該途徑的指定修業期限，最長修業期據此計算。銜接二、三年級只適用於全日制榮譽學士課程。轉讀其他課程後原途徑不再適用',
    ),
  ),
  policy(
    text('courses before the term of entry', '入學學期之前的學科'),
    ['5cu/dl/3.1', '5cu/ug/3.1', '5cu/tpg/3.1', '3cu/dl/3.1', '3cu/ug/3.1', '3cu/tpg/3.1'],
    ['common/enrolment-timing.ts'],
    text(
      'who is admitted for a term takes courses of that term or a later one, or of an earlier one with the approval of the Registrar or the University. Of a research programme the text provides for prerequisite courses before it, which may be taken earlier. A programme that is being read is not entered a second time, whoever approves',
      '取錄時訂明入學學期者，只可選修該學期或其後學期的學科；經教務長或大學批准者可較早開始。研究課程條文訂有修讀課程前的先修要求，可於入學前修讀。正在修讀的課程不可再次入學，任何批准均不例外',
    ),
  ),
  policy(
    text('withdrawal from a programme', '退修課程'),
    ['5cu/dl/5.1', '5cu/ug/5.1', '3cu/dl/6.1', '3cu/ug/5.1'],
    ['common/programme-withdrawal.ts'],
    text(
      'until 14 calendar days before the first day of examinations of every term in which a course is under way, and again when those examinations are over: a course that has been examined keeps its result. Where nothing is under way, or all of it is dropped, there is no last day; nor for a course over several terms while its examination days are not set. Courses that are put off are left too, without a last day',
      '須在每個仍有修讀中學科的學期考試首日之前 14 個曆日或之前提出，考試完結後方可再提出；已考試的學科保留成績。沒有修讀中的學科，或全屬退選者，則不設限期；跨學期學科在考試日期訂定前亦不設限期。已延期的學科一併退修，不設限期',
    ),
  ),
  policy(
    text('courses of a registration that is ended', '學籍被終止時修讀中的學科'),
    [
      ...['5cu/ug/2.3', '5cu/ug/3.4', '5cu/ug/3.6', '5cu/ug/7.3', '5cu/tpg/3.6', '5cu/tpg/7.2', '5cu/rpg/4.6'],
      ...['3cu/ug/2.3', '3cu/ug/3.4', '3cu/ug/3.6', '3cu/ug/7.3', '3cu/tpg/3.6', '3cu/tpg/7.2', '3cu/rpg/4.6'],
    ],
    ['common/courses-at-end.ts'],
    text(
      'those under way or put off on the day of the end go with it: without trace before their teaching begins, otherwise with a W. One that has been examined keeps its result, but for those of the term in which registration was provisional and was not paid for. A lapse and a completed programme take none: the first has none under way, the second leaves results to come',
      '終止當日修讀中或已延期的學科一併終止：尚未開課者不留紀錄，其餘記為退修（W）。已考試的學科保留成績，惟臨時註冊而逾期未繳學費的學期除外。學籍失效及修畢課程不涉及學科：前者並無修讀中的學科，後者的成績仍待公布',
    ),
  ),
  policy(
    text('start of the 24 months', '24 個月的起計日'),
    ['5cu/dl/5.4', '5cu/gloss/28', '3cu/dl/6.4', '3cu/gloss/36'],
    ['common/registration-end.ts'],
    text(
      'the later of the last withdrawal and the last day of examinations of the last term in which a course was registered, in any programme of the University. Where all of a term was withdrawn from after it had begun, the three-credit text counts from the end of that term, the five-credit text, which says from the withdrawal, from that day; the 24th month includes the same day of the month. Counted anew from a reinstatement and from the end of a deferral; from admission where no course was ever taken. The registration is at an end when that has been recorded, by a run or by hand, with effect from the day on which it came about',
      '以最後一次退修與最後註冊學期的考試末日兩者中較後者起計，包括本校任何課程。開課後始退修該學期所有學科者，三學分規例由該學期終結起計，五學分規例訂明由退修起計，則由退修當日起計；第 24 個月的同一日計算在內。恢復學籍及延期修業結束後重新起計；從未修讀學科者由取錄日起計。學籍失效須經定期程序或人手記錄，並追溯至失效當日',
    ),
  ),
  policy(
    text('registration every term', '每學期註冊'),
    ['5cu/ug/3.4', '5cu/tpg/3.4', '3cu/ug/3.4', '3cu/tpg/3.4', '5cu/ug/2.3', '3cu/ug/2.3'],
    ['common/registration-every-term.ts', 'common/academic-year.ts'],
    text(
      'until the last day of adding courses, taught postgraduates until the last day of teaching on which courses are registered for; a course of the term itself registers, also one that was withdrawn from but not one that was dropped, and so do an approved deferral that still runs on that last day and an earlier course that lasts into the term; a course of a later term registers for that one only. The third term of an academic year, by the month in which its teaching begins, is not one for which anybody has to register. Who has met the requirements has nothing more to register for. A term that the record passes over is told of with the eligibility to enrol and ends the registration when the run at the deadline records it; until then whoever enters courses later may',
      '以加選學科的最後一日為限，修課式研究生則以授課期間可註冊學科的最後一日為限；修讀該學期的學科（包括已退修者，但不包括已退選者）、至該最後一日仍有效的獲准延期修業，以及持續至該學期的跨學期學科，均視作已註冊；其後學期的學科只作該後一學期的註冊。學年的第三個學期（按開課月份）毋須註冊；已符合課程要求者毋須再註冊。紀錄中沒有的學期於選修資格中註明，待註冊限期程序記錄後學籍方告終結；此前仍可補錄其後的學科',
    ),
  ),
  policy(
    text('load below the prescribed one', '少於規定學習量'),
    ['5cu/ug/6.2', '5cu/tpg/3.6', '5cu/tpg/6.2', '3cu/ug/6.2', '3cu/tpg/3.6', '3cu/tpg/6.2'],
    ['common/smaller-load.ts', 'common/registration-load.ts'],
    text(
      'looked at in main terms from the day on which no more courses can be added, as courses are taken one by one: less than the term prescribes, and less in the academic year than that does, both as programmes set them. Courses that were left since count. It takes the approval of the School, which names the credits that suffice and holds for leaving courses too; of several for a term the last one stands; without it a run records the shortfall, which ends nothing',
      '學科逐一選修，故於主要學期加選期結束後方作核對：該學期少於規定學分，而該學年亦少於規定學分（課程另有規定者從其規定）；其後退修的學科計算在內。須經學院批准，並註明足夠的學分，退修時亦以此為準；同一學期有多項批准者，以最後一項為準；未獲批准者由定期程序記錄，學籍不因而終結',
    ),
  ),
  policy(
    text('day on which the longest period is over', '最長修業期屆滿日'),
    ['5cu/ug/7.2', '5cu/ug/7.3', '3cu/ug/7.2', '3cu/ug/7.3'],
    ['common/registration-end.ts', 'common/longer-period.ts'],
    text(
      'the first day of September after the last academic year of N + 2; the results of courses taken before are waited for. The Senate, or the Registrar for the University, may grant more years, which are recorded with authority, clause and reason',
      'N + 2 年最後一個學年之後的 9 月首日；期內修讀的學科須待成績公布。教務會（或教務長代表大學）可批准延長，並記錄授權、條文及理由',
    ),
  ),
  policy(
    text('return within one academic year', '一學年內復學'),
    ['5cu/ug/5.2', '5cu/tpg/5.2', '3cu/ug/5.2', '3cu/tpg/5.2'],
    ['common/registration-return.ts', 'common/academic-year.ts'],
    text(
      'at most three terms, which are an academic year, are missed before that of the return: those after the last term in which a course was taken, and none before that in which the registration ended; the same measure stands for both the year and the academic year of the text. The request comes by the 14th day after teaching began',
      '復學學期之前最多中斷三個學期，即一個學年，由最後修讀學期之後起計，學籍終結所在學期之前的學期不計算在內；條文中的「一年」與「一個學年」同此計算。申請須於授課開始後 14 日或之前提出',
    ),
  ),
  policy(
    text('reinstatement in distance learning', '遙距課程恢復學籍'),
    ['5cu/dl/6.1', '3cu/dl/7.1', '5cu/dl/5.2', '3cu/dl/6.2'],
    ['common/registration-return.ts', 'common/admission.ts'],
    text(
      'for registrations that have lapsed only, with the approval of the Registrar, at any time; who has withdrawn from the programme is admitted anew, without further approval',
      '只適用於已失效的學籍，經教務長批准，不設時限；已退修課程者須重新申請入學，無須另獲批准',
    ),
  ),
  policy(
    text('change of programme', '更改課程'),
    ['5cu/dl/7.1', '5cu/ug/8.1', '3cu/dl/8.1', '3cu/ug/8.1'],
    ['common/programme-change.ts'],
    text(
      'in distance learning from the first day of the next term, of which the text says nothing: no term that the record knows begins before it, and no part of the academic year lies between but that of the third term; full-time from that of a term of the next academic year. The University may state another one. Courses, results and deferrals go along and the years of study are counted from the first entry; transferred credits stay with the earlier programme until they are ruled anew. Other regulations or another mode take a new admission',
      '遙距課程由下一學期的首日起生效（條文未有訂明）：紀錄所知的學期均不早於其開始，中間亦只可隔第三個學期；全日制由下一學年的學期首日起生效。大學可另行指明學期。學科、成績及延期一併轉移，修業年期由首次入學起計；學分轉移在重新裁定前仍屬原課程。轉往另一學制或修讀模式須重新入學',
    ),
  ),
  policy(
    text('teach-out', '停辦課程的過渡期'),
    ['5cu/subdeg/3.6', '5cu/bach/3.6', '3cu/subdeg/3.6', '3cu/bach/3.7'],
    ['common/teach-out.ts'],
    text(
      'a programme is completed on the first day on which every requirement was met, by the day of a result or of a grant of credits and whatever was taken later, which is in time up to the same day of the year so many years after its end; nobody enters in a term that begins on its last day or later. The last day stands among the deadlines once the end is announced; after it the award is no longer made, but the text ends no registration and forbids no course. A three-credit certificate has four years, as printed',
      '以首次符合所有要求當日（按成績或學分轉移日期，其後另修的學科不計）為修畢日期，停辦日期起計若干年後的同月同日仍屬期內；在停辦當日或之後開始的學期不再取錄學生。停辦公布後，最後限期列於截止日期；逾期不再頒授資格，但條文並無終止學籍或禁止修讀學科。三學分制證書按條文為四年',
    ),
  ),
  policy(
    text('approval before study elsewhere', '同時修讀其他院校課程的事先批准'),
    ['5cu/ug/3.8', '5cu/tpg/3.8', '3cu/ug/3.8', '3cu/tpg/3.8'],
    ['common/elsewhere.ts'],
    text(
      'prior is the approval that was given by the day on which the other programme begins to be read beside that of the University. The order to withdraw is the Registrar’s, for the University, names the other programme, takes the courses under way with it and is not bound by the last day of withdrawing',
      '於另一課程開始同時修讀當日或之前給予的批准，即屬事先批准。退學命令由教務長代表大學發出，須指明該課程，並一併終止修讀中的學科，不受退修限期約束',
    ),
  ),
  policy(
    text('end of a caution deposit', '保證金的結算'),
    ['5cu/ug/3.3', '5cu/tpg/3.3', '3cu/ug/3.3', '3cu/tpg/3.3'],
    ['common/deposit.ts', 'common/account.ts'],
    text(
      'settled once the registration has ended otherwise than by a change of programme: all that is owed is deducted, due or not, and what is left is returned, or becomes the graduation fee of who completed the programme, whatever that fee is',
      '學籍終結後（轉讀課程除外）結算一次：先扣除所有欠款（不論是否到期），餘額發還；修畢課程者，餘額轉作畢業費，不論該費用金額',
    ),
  ),
  policy(
    text('age of credits', '學分的時效'),
    ['5cu/subdeg/3.5', '5cu/bach/3.5', '3cu/subdeg/3.5', '3cu/bach/3.6'],
    ['common/awards-countable.ts'],
    text(
      'the years that the programme had announced when the student entered, counted back from the last result; a result of the same day of the year still counts. Transferred credits are not looked at',
      '以入學時課程已公布的年數為準，由最後一項成績起倒數；同月同日的成績仍計算在內。學分轉移不在此限',
    ),
  ),
];
