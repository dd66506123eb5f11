import { text } from '#kernel';
import { type Policy, policy } from './policy.ts';

/** Readings of marks, grades and averages, and of the standing that follows from them. */
export const assessmentPolicies: readonly Policy[] = [
  policy(
    text('weighted averages', '加權平均'),
    ['5cu/assess/18.4.1', '3cu/assess/17.4.1'],
    ['common/figures.ts'],
    text(
      'points are multiplied by credits, although the printed numerator is not',
      '以等級點乘以學分計算，雖然條文的分子沒有乘以學分',
    ),
  ),
  policy(
    text('Pass', '及格'),
    ['5cu/dl/8.3', '3cu/dl/9.3'],
    ['*/grades.ts'],
    text('earns the credits, has no points, is in no average', '可取得學分，但不設等級點，亦不計入任何平均積點'),
  ),
  policy(
    text('pending results', '待定成績'),
    ['5cu/assess/18.5.2'],
    ['common/figures.ts'],
    text(
      'Fail-Resit and I are outside all counts; an earlier result stands until the later is final',
      '「不及格–重考」及 I 不計入任何統計；在後來的成績確定前，先前的成績維持有效',
    ),
  ),
  policy(
    text('last attempt', '最後一次修讀'),
    ['5cu/assess/18.5.2', '3cu/assess/17.5.1'],
    ['common/figures.ts'],
    text(
      'of a course and its equivalents the last final result counts in the CGPA, better or worse; a W is no attempt; credits are earned once and are not lost',
      '同一學科及其等同學科，以最後一次的確定成績計入累積平均積點，不論較佳或較差；W 不作一次修讀；學分只取得一次，取得後不會失去',
    ),
  ),
  policy(
    text('sameness', '等同學科'),
    ['5cu/dl/3.7', '3cu/dl/3.7'],
    ['common/figures-same-course.ts'],
    text(
      'equivalence holds in both directions and along a chain of recodings',
      '等同關係雙向成立，並沿各次更改編號一直延續',
    ),
  ),
  policy(
    text('term of a grade', '成績所屬學期'),
    ['5cu/assess/18.4.1', '3cu/assess/17.4.1'],
    ['common/figures-terms.ts'],
    text(
      'the term in which it is awarded: of a course of one term that term, of one over several the term that comes with the grade, which has to be said (`graded-term-needed`); a term keeps its average when a course is repeated later',
      '以評定成績的學期為準：單一學期學科即該學期；跨學期學科以隨成績註明的學期為準，必須註明（`graded-term-needed`）；日後重修學科，不會改變原學期的平均積點',
    ),
  ),
  policy(
    text('load', '修讀量'),
    ['5cu/tpg/6.3(footnote)', '3cu/dl/3.6'],
    ['common/parameters.ts', 'common/enrolment-load.ts'],
    text(
      'registration value as given, else credits / terms; counted in the term in which the course begins',
      '以訂明的註冊值為準，沒有訂明則為學分除以學期數；計入學科開始的學期',
    ),
  ),
  policy(
    text('result of a course', '學科成績'),
    ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
    ['common/assessment-grading.ts', 'common/assessment-examined.ts'],
    text(
      'none before the first day of its teaching, nor before the examination with which it ends',
      '在授課首日之前不會有成績；設有考試的學科，在考試之前亦不會有成績',
    ),
  ),
  policy(
    text('CGPA limits', '累積平均積點界線'),
    ['3cu/ug/11.1', '3cu/bach/7.1.3'],
    ['common/standing-average.ts', 'common/awards-checks.ts'],
    text(
      'compared exactly: 1.996 is below 2.0 though it is shown as 2.00',
      '以精確數值比較：1.996 雖顯示為 2.00，仍屬低於 2.0',
    ),
  ),
  policy(
    text('stage of study', '學業階段'),
    ['5cu/ug/10.2', '3cu/ug/10.2'],
    ['common/stage.ts'],
    text(
      'by the credits earned, and those transferred or those that the route of entry takes off, whichever are more: they stand for the same earlier study, and who enters a later year is not in the first stage',
      '按已取得的學分，另加轉移學分或入學途徑所減免的學分（以較多者為準，兩者均代表同一過往學歷）計算；高年級入學學生不屬第一階段',
    ),
  ),
  policy(
    text('published standings', '已公布的學業狀況'),
    ['5cu/ug/11.1', '3cu/ug/11.1', '3cu/tpg/10.1', '3cu/dl/4.1'],
    ['common/standing-average.ts', 'common/standing-credits.ts'],
    text(
      'a published standing counts as what it says until it is put right; where none is published the results on record tell. The end of an academic year is that of its last term in the calendar, once no result of the year is outstanding',
      '已公布的學業狀況在更正前一律有效；未公布者按紀錄所載成績計算。學年終結以校曆該學年最後一個學期為準，並須全部成績齊備',
    ),
  ),
  policy(
    text('what academic advice is about', '學業輔導所涉的學期'),
    ['3cu/ug/11.4', '3cu/tpg/10.4', '3cu/dl/4.2'],
    ['common/standing-average.ts'],
    text(
      'the term whose results led to it: each later one that leaves probation standing asks for advice anew, but for a Summer term, on whose results the advice after Spring holds',
      '指引致試讀的學期；其後每一學期如仍未解除試讀，須再次接受輔導，惟夏季學期則沿用春季學期後的輔導',
    ),
  ),
  policy(
    text('probation by CGPA', '按累積平均積點試讀'),
    ['3cu/ug/11.1', '3cu/ug/11.5.1', '3cu/tpg/10.5.1', '3cu/dl/4.1'],
    ['common/standing-average.ts'],
    text(
      'the term that begins it is not one of the three; only terms with courses count, a deferred one neither counts nor resets. Nor does a term count that began while the standing before it was published as good, though a result that came in later put that one on probation. Distance learning passes over the first GPA, and its study never ends for standing',
      '引致試讀的學期不計入三個學期之內；只計有修讀學科的學期，獲准延期修業的學期既不計算亦不重新起計；開課時前一學期仍公布為正常，其後方因遲來的成績更正為試讀者，該學期亦不計算；遙距課程不計首次平均積點，亦不會因學業表現而終止學籍',
    ),
  ),
  policy(
    text('block after Spring', '春季學期後的限制'),
    ['3cu/ug/11.4'],
    ['three-credit/eligibility.ts'],
    text(
      'probation carried over from an earlier academic year blocks, once no result of that year is outstanding; within one year it does not',
      '由前一學年延續的試讀，在該學年再無待定成績時即限制註冊；同一學年之內則不限制',
    ),
  ),
  policy(
    text('courses enrolled in before probation', '試讀前已註冊的學科'),
    ['3cu/ug/11.4', '3cu/tpg/10.4', '3cu/dl/4.2'],
    ['three-credit/held.ts'],
    text(
      'they stand and are held: not to be taken until advice or the end of probation, told to the student and listed for the Registry, withdrawn by nobody of itself',
      '註冊仍然有效但予以擱置：在接受輔導或解除試讀前不得修讀；學生會獲通知，並列於教務處名單，但不會自動退修',
    ),
  ),
  policy(
    text('probation by credits', '按學分試讀'),
    [
      '5cu/ug/11.2.1',
      '5cu/ug/11.2.2',
      '5cu/ug/11.2.3',
      '5cu/ug/11.2.4',
      '5cu/ug/11.2.5',
      '5cu/ug/11.2.6',
      '5cu/ug/11.3',
    ],
    ['common/standing-credits.ts'],
    text(
      'half of total / N, rounded down to 5, times the years after the first; tested again at N + 1; nobody is terminated before N, or without earlier probation; sub-degrees are not terminated by it',
      '以總學分除以 N 的一半，向下取至 5 的倍數，再乘以首年之後的年數；在 N + 1 年再作檢視；未滿 N 年或先前未曾試讀者不會終止學籍；副學位課程不會因此終止學籍',
    ),
  ),
  policy(
    text('base with transferred credits', '有轉移學分時的基數'),
    ['5cu/ug/11.2.2'],
    ['common/standing-credits.ts'],
    text(
      'the total is taken net of them, and they do not count towards the minimum',
      '總學分先扣除轉移學分，而轉移學分亦不計入最低要求',
    ),
  ),
  policy(
    text('tiers of extension', '延期遞交的批准層級'),
    ['5cu/dl/8.7.2', '3cu/dl/9.8.2'],
    ['common/assessment-submission.ts'],
    text(
      'to day 7 the tutor, to 21 the internal examiner, then the dean; a higher authority may stand in; given by the due date, and when it does not say when, on the day of the request, which is too late',
      '七日之內由導師批准，二十一日之內由校內考試委員批准，其後由院長批准；較高職權者可代為批准；須於截止日期或之前批准，沒有註明日期者以申請當日為準，即屬過遲',
    ),
  ),
  policy(
    text('last assignment', '最後一份作業'),
    ['5cu/dl/8.7.3', '3cu/dl/9.8.3'],
    ['common/assessment-submission.ts', 'common/assessment-marking.ts'],
    text(
      'its late mark is never recorded in distance learning, extension or not',
      '遙距課程中，逾期遞交者不論有否獲准延期，均不記錄分數',
    ),
  ),
];
