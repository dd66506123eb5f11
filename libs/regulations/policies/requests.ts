import { text } from '#kernel';
import { type Policy, policy } from './policy.ts';

/** Readings of what is asked about examinations and results. */
export const requestPolicies: readonly Policy[] = [
  policy(
    text('last days of asking', '申請期限'),
    [
      '5cu/assess/6.1',
      '5cu/dl/8.11.6(b)',
      '5cu/assess/20.1',
      '5cu/assess/21.6',
      '3cu/assess/6.1',
      '3cu/dl/9.12.3(b)',
      '3cu/assess/19.1',
      '3cu/assess/20.6',
    ],
    ['five-credit/requests.ts', 'three-credit/requests.ts'],
    text(
      'set by the University, and dated: 28 days before the first day of examinations for another venue (five-credit: or another day), 56 for a sitting abroad, 7 after the last day of examinations for special circumstances, 14 after the day of the result for an appeal, the day after it the first',
      '由大學訂定並註明生效日期：更改試場（五學分制亦包括更改日期）為考試首日前 28 天，海外應考為 56 天；特殊情況為考試最後一日後 7 天；上訴為成績日期後 14 天，翌日為第一天',
    ),
  ),
  policy(
    text('departure from the timetable', '偏離考試時間表'),
    ['5cu/assess/6.3', '3cu/assess/6.3'],
    ['common/requests-arrangements.ts'],
    text(
      'another day in the three-credit regime always, and in the five-credit regime after the last day of asking, takes an emergency with the approval of the Registrar',
      '三學分制更改考試日期，以及五學分制逾期申請更改日期，均須屬緊急情況並獲教務長批准',
    ),
  ),
  policy(
    text('costs agreed and paid', '同意及支付費用'),
    ['5cu/assess/17.4', '5cu/dl/8.11.6(c)', '3cu/assess/16.4', '3cu/dl/9.12.3(c)'],
    ['common/requests-arrangements.ts'],
    text(
      'agreed to with the request and paid by the day before the first day of examinations; otherwise the arrangement has lapsed. The fee for a sitting abroad is paid before it is decided on and not given back',
      '須於申請時同意，並於考試首日前一天或之前繳付，否則有關安排失效；海外應考手續費須於決定前繳付，概不退還',
    ),
  ),
  policy(
    text('events for the award panel', '向評審小組申報的事故'),
    ['5cu/assess/21.1', '5cu/assess/21.3', '5cu/assess/21.4', '3cu/assess/20.1', '3cu/assess/20.3', '3cu/assess/20.4'],
    ['common/requests-circumstances.ts'],
    text(
      'any serious event of which a day falls between the first day of teaching and the last of examinations. A report may name its ground: that the event lasted 28 days, the first and the last included, or that a day of it falls between 21 days before the first day of examinations and their last; then it has to be so. The kinds that the text lists are the main ones, not all',
      '有任何一日介乎授課首日至考試最後一日的嚴重事故。申報時可註明理由：首尾兩日計算在內歷時 28 天，或有任何一日介乎考試首日前 21 天至考試最後一日；註明者須符合該項。條文列出的類別為主要類別，並非全部',
    ),
  ),
  policy(
    text('result and special circumstances', '成績與特殊情況'),
    ['5cu/assess/21.1', '5cu/assess/16.1', '3cu/assess/20.1', '3cu/assess/15.1'],
    ['common/requests-circumstances.ts', 'common/requests.ts'],
    text(
      'no result is recorded while a report has not been considered, or an oral examination that was required has no outcome; the panel may let an oral examination fall',
      '申報未獲考慮，或已要求的口試未有結果時，不會記錄成績；評審小組可取消口試',
    ),
  ),
  policy(
    text('better grade on appeal', '上訴後較佳的成績'),
    ['5cu/assess/20.2', '3cu/assess/19.2'],
    ['common/requests-results.ts'],
    text(
      'more points, a pass in place of what is none, or a fail with a resit in place of one without; no worse grade comes of an appeal. The fee that is given back stays to the student’s credit',
      '等級點較高，或由不及格改為及格，或由不得重考的不及格改為可重考；上訴不會令成績降低。退還的費用撥入學生帳戶結餘',
    ),
  ),
  policy(
    text('script that is not taken', '不獲接納的考卷'),
    ['5cu/assess/7.1(unnumbered)', '5cu/assess/7.4', '3cu/assess/7.1', '3cu/assess/7.4'],
    ['common/requests-incidents.ts'],
    text(
      'that of a late candidate is refused or marked, that of one without identification may also be left unmarked; until the examination is sat again no mark of it is recorded. What becomes of the script of a breach is for the discipline of students',
      '遲到考生的考卷可拒收或評分，未能出示證件者的考卷亦可不予評分；再次應考之前不會記錄該考試的分數。違規個案的考卷按紀律規例處理',
    ),
  ),
];
