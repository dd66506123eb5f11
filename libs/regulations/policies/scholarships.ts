import { text } from '#kernel';
import { type Policy, policy } from './policy.ts';

/** Readings of scholarships. */
export const scholarshipPolicies: readonly Policy[] = [
  policy(
    text('credits for a scholarship', '獎學金所需的學分'),
    ['5cu/schol/3.1', '3cu/schol/3.1'],
    ['common/scholarship-law.ts'],
    text(
      'asked of every scholarship, one for entrants too, at the nomination and again at the award. Completed are those passed in the programme, transferred ones not among them. In a year are taken those of courses begun in it and not left; enrolled in are also those that were left. Fewer than normal in full-time study takes the approval of the University',
      '每項獎學金均有此要求，包括為新生而設者，於提名及頒發時各核對一次。修畢的學分指於課程中及格者，不包括轉移的學分。一年內修讀的學分指該年開始而未退修的學科；報讀的學分包括已退修者。全日制學生少於一般要求須獲大學批准',
    ),
  ),
  policy(
    text('conditions against the regulations', '與規例抵觸的條件'),
    ['5cu/schol/5.2', '3cu/schol/5.2'],
    ['common/scholarship-conditions.ts'],
    text(
      'a donor who would choose alone or leave out the credits is refused, whoever approves; a condition given in words passes when the University has judged it. Two conditions for the same students that cannot stand together are an error and not weighed against each other (`donor-conditions-disagree`)',
      '捐贈者如欲獨自甄選或免除學分要求，任何批准均不獲接納；以文字訂明的條件須經大學判定。適用於相同學生而互相矛盾的兩項條件視為錯誤，不予取捨（`donor-conditions-disagree`）',
    ),
  ),
  policy(
    text('need for a scholarship', '經濟需要與獎學金'),
    ['5cu/schol/2.2', '3cu/schol/2.2', '5cu/schol/4.1', '3cu/schol/4.1'],
    ['common/scholarship.ts'],
    text(
      'where the donor lets it count it is weighed beside results or achievements, never alone',
      '捐贈者訂明考慮時，須與學業成績或其他成就一併評核，不可單獨作準',
    ),
  ),
  policy(
    text('scholarship in the form of tuition fee', '以學費形式頒發的獎學金'),
    ['5cu/schol/6.1', '3cu/schol/6.1'],
    ['common/account.ts'],
    text(
      'settles tuition that falls due on the day of the award or later, that which falls due first, in whatever programme; what is left is kept for later courses. What was due before has to be paid, and it settles nothing else',
      '用以支付頒發當日或其後到期的學費，先到期者先付，不論課程；餘額留待其後的學科使用。先前到期的學費仍須繳付，亦不可用於其他款項',
    ),
  ),
  policy(
    text('same scholarship', '同一獎學金'),
    ['5cu/schol/4.3', '3cu/schol/4.3'],
    ['common/scholarship.ts'],
    text(
      'by its code, in whatever programme and year; a second time takes the approval of the University',
      '以獎學金編號為準，不論課程及年份；再次頒發須獲大學批准',
    ),
  ),
];
