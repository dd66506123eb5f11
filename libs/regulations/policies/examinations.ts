import { text } from '#kernel';
import { type Policy, policy } from './policy.ts';

/** Readings of examinations: sittings, absence, deferred examinations, exemption and resits. */
export const examinationPolicies: readonly Policy[] = [
  policy(
    text('sittings that count', '計算應考次數'),
    ['5cu/assess/5.2', '5cu/assess/12.3', '3cu/assess/5.2', '3cu/assess/12.3'],
    ['common/examination-sittings.ts', '*/examination.ts'],
    text(
      'a sitting counts when it has a mark, be it nothing; an absence does not, approved or not, and the deferred sitting after it does. Three-credit only deferred ones count. They are counted for each taking of a course, and of several papers that which was sat most often counts',
      '有分數（包括零分）的應考方計算；缺考不論是否獲批均不計算，其後的延期考試則計算。三學分制只計延期考試。每次修讀分開計算；設有多份試卷者，以應考次數最多的一份計算',
    ),
  ),
  policy(
    text('failed sittings', '應考不及格'),
    ['5cu/assess/5.2', '3cu/assess/5.2'],
    ['common/examination-sittings.ts', 'common/examination-grading.ts'],
    text(
      'a sitting has failed below the mark at which the course has its examination passed, and when it was sat once more; where the course asks for no such mark, the last sitting is judged by the grade alone',
      '分數低於該學科的考試及格分數，或其後再次應考者，即屬不及格；學科沒有訂明及格分數者，最後一次應考只以成績等級判定',
    ),
  ),
  policy(
    text('putting a sitting right', '更正應考紀錄'),
    ['5cu/assess/15.2', '5cu/assess/12.2', '5cu/assess/18.2.1', '3cu/assess/12.2', '3cu/assess/17.2.1'],
    ['common/examination-sittings.ts', 'common/examination-resit-sitting.ts'],
    text(
      'it is judged like a sitting that nobody had recorded: the fee, the day, and the count of those before it. That the course was being taken was judged with the one on record. Once a grade rests on it two named people record the same, as for the grade itself',
      '更正後的應考按從未記錄者審核：費用、日期及此前的應考次數；學生當時修讀該學科一事，以原有紀錄的審核為準。成績已按其給予者，須由兩名具名人士先後作相同記錄，與修訂成績相同',
    ),
  ),
  policy(
    text('exception from taking a course again', '豁免重修'),
    ['5cu/assess/5.2', '5cu/assess/12.3', '3cu/assess/12.3'],
    ['common/examination-sittings.ts', 'common/examination-grading.ts', '*/examination.ts'],
    text(
      'five-credit, where one clause says normally, the award panel or the Senate makes it with a reason, for a further sitting or for the grade; three-credit the rule is firm',
      '五學分制其中一條文註明「一般」，評審小組或教務會可註明理由批准再次應考或給予及格成績；三學分制則為硬性規定',
    ),
  ),
  policy(
    text('days of an absence', '缺考申請限期'),
    ['5cu/assess/11.1', '5cu/assess/11.2', '3cu/assess/11.1', '3cu/assess/11.2'],
    ['common/examination-absence.ts'],
    text(
      'the last day is that of the examination and seven days, included. What was known seven days before is told by then, and not afterwards; what was learnt later is told like an absence. It is known on the day that the application says; where that says none, on the day of the examination, or of an earlier application',
      '最後一日為考試日起計第七日，該日包括在內。考試前七日已知悉者須於該日或之前申請，其後不再接受；其後才知悉者按缺考處理。知悉日期以申請所註明者為準；沒有註明者以考試日為準，考試前申請者以申請日為準',
    ),
  ),
  policy(
    text('another examination day', '另定的考試日期'),
    ['5cu/assess/6.1', '5cu/assess/17.1', '3cu/assess/6.1', '3cu/assess/16.1'],
    ['common/examination-days.ts', 'common/assessment-examined.ts', 'common/deadlines.ts'],
    text(
      'a day that was granted to a candidate takes the place of the published one wherever that is looked at: absence, its days of applying, the earliest day of a result, deadlines and mark sheets. Of several papers nobody says which one is meant, so that it is one more; one that lapsed unpaid changes nothing',
      '獲准另定的日期在各方面取代公布的考試日期：缺考及其申請限期、最早可給予成績之日、各項限期及分數表。設有多份試卷者未有註明所指試卷，故屬額外一日；因未繳費而失效者不作更改',
    ),
  ),
  policy(
    text('who signs a certificate', '證明書簽發人'),
    ['5cu/assess/11.1(a)', '5cu/assess/13.2', '3cu/assess/11.1(a)', '3cu/assess/13.2'],
    ['*/examination.ts', 'common/examination-absence.ts', 'common/examination-exemption.ts'],
    text(
      'for a deferred examination registered doctors and registered Chinese medicine practitioners; others when the University lets it be. For an exemption registered doctors alone',
      '申請延期考試者，註冊醫生及註冊中醫師均可；其他人士所簽發者須經大學批准。申請豁免考試者只限註冊醫生',
    ),
  ),
  policy(
    text('days of another serious event', '其他嚴重事故的申請限期'),
    ['5cu/assess/11.3(b)', '3cu/assess/11.3'],
    ['*/examination.ts'],
    text(
      'seven days after the examination, as for health, until the University sets others',
      '大學另作規定前，與健康理由相同，為考試日起計七日',
    ),
  ),
  policy(
    text('score of 31', '三十一分的要求'),
    ['5cu/assess/12.1', '3cu/assess/12.1'],
    ['common/examination-deferred.ts', '*/examination.ts'],
    text(
      'out of 100, exact: 30.99 is not enough. Five-credit it is asked where the course asks a pass in the overall coursework, three-credit of every course with coursework; the compulsory items, the attendance and the reason always. The examination itself is not one of the compulsory items',
      '以一百分為滿分並以精確數值比較，30.99 分並不足夠。五學分制只適用於要求平時作業及格的學科，三學分制適用於所有設有平時作業的學科；指定項目、出席率及缺考理由則一律須符合。考試本身不屬該等指定項目',
    ),
  ),
  policy(
    text('when an examination is taken later', '其後應考的時間'),
    ['5cu/assess/12.2', '5cu/assess/15.2(c)', '3cu/assess/12.2'],
    ['common/examination-law.ts'],
    text(
      'the office names the term in whose examinations the course is examined next, or a day of its own; the last day is that of those examinations, or a year to the day after the last day of the term with its examinations, whichever comes first. Where presentations of the course tell its next examinations, a later term is refused; where none is defined the office is taken at its word',
      '由辦事處指明該學科下一次考試所屬學期或另訂日期；最後一日為該次考試期的最後一日，或學期（連同考試）最後一日後滿一年當日，以較早者為準。已訂明該學科的開辦安排而可知其下一次考試者，不得指明更後的學期；未有訂明者以辦事處所指為準',
    ),
  ),
  policy(
    text('another deferred examination', '再次延期考試'),
    ['5cu/assess/12.2(b)', '3cu/assess/12.2(b)', '5cu/dl/8.11.5', '5cu/ug/9.7.5', '5cu/assess/11.1', '3cu/assess/11.1'],
    ['common/examination-absence.ts'],
    text(
      'a deferred examination that is missed is lost, and a resit is normally not deferred; the University may arrange a special one all the same, also for somebody who sat and was unfit in the middle of it. The regulations of taught postgraduates say nothing of resits, which are deferred for illness like other examinations',
      '缺席延期考試者不再獲安排，重考一般不設延期；大學仍可另行安排特別考試，包括應考期間身體不適者。授課式深造課程的規例並無論及重考，其重考可如其他考試般因病延期',
    ),
  ),
  policy(
    text('exemption from an examination', '豁免考試'),
    [
      '5cu/assess/13.1',
      '5cu/assess/13.1(a)',
      '5cu/assess/13.1(b)',
      '5cu/assess/13.1(c)',
      '3cu/assess/13.1',
      '3cu/assess/13.1(a)',
      '3cu/assess/13.1(b)',
      '3cu/assess/13.1(c)',
    ],
    ['common/examination-exempted.ts', 'common/assessment-grading.ts', 'common/coursework-grading.ts'],
    text(
      '(a) or (b), and in any case (c): coursework is passed at the mark that the course asks, or an assignment or project that counts has a mark and the award panel gives its word. The course is the last when nothing else is being taken and a Pass in it meets every requirement of the award, averages among them. The tutor has to make the statements; that they be favourable is for the Senate to weigh. The exemption takes the place of the examination that was missed, and (b) of the pass in coursework; whatever else bars a pass still does: compulsory coursework, attendance, an allegation, an oral examination or special circumstances that wait for the award panel, an examination that was sat and not passed',
      '須符合 (a) 或 (b)，並一律須符合 (c)：平時作業達到學科所訂及格分數，或有計分作業或習作獲評分而評審小組表示信納。學生沒有修讀其他學科，而該學科及格即符合頒授資歷的一切要求（包括平均積點），方為最後一個學科。導師須作出有關陳述，其內容是否有利由教務會衡量。豁免只取代所缺的考試，而 (b) 取代平時作業及格；其他不得及格的情況一律照舊：未完成的指定作業、出席不足、抄襲指控、有待評審小組處理的口試或特殊情況，以及曾應考而不及格',
    ),
  ),
  policy(
    text('days of an exemption', '豁免考試申請限期'),
    ['5cu/assess/13.1', '3cu/assess/13.1', '5cu/assess/11.1', '5cu/assess/11.2', '3cu/assess/11.1', '3cu/assess/11.2'],
    ['common/examination-exemption.ts', 'common/examination-absence.ts'],
    text(
      'an exemption is for whoever hands in a certificate as for an absence, and so by the days of one: with the application itself, or before it with an application for a deferred examination, however that was decided. Who sat the examination was not absent',
      '豁免只適用於按缺考規定遞交醫生證明書的學生，故須在缺考申請的限期內遞交：連同豁免申請，或先前連同延期考試申請（不論該申請獲准與否）遞交。曾應考者並非缺考',
    ),
  ),
  policy(
    text('certificate for missing coursework', '欠交作業的證明書'),
    ['5cu/assess/13.2', '3cu/assess/13.2'],
    ['common/examination-exemption.ts'],
    text(
      'asked where the coursework is not passed; where it is, ill health kept the student from none that mattered',
      '只在平時作業未達及格時要求；已達及格者，健康理由並未妨礙完成足夠作業',
    ),
  ),
  policy(
    text('narrow fail', '僅差少許及格'),
    ['5cu/assess/15.1', '5cu/dl/8.11.2', '5cu/ug/9.7.2', '5cu/tpg/9.5.2'],
    ['common/examination-grading.ts'],
    text(
      'the award panel decides, by the result Fail-Resit; the marks that the course sets for coursework and examination have to be reached, where it sets any, and the examination was sat and failed. Without such marks and without a sitting on record its word is enough',
      '由評審小組以成績「不及格–重考」決定；學科訂有平時作業及考試的重考分數者須已達到，並須曾應考而不及格。學科沒有訂明分數亦無應考紀錄者，以評審小組的決定為準',
    ),
  ),
  policy(
    text('resit and taking the course again', '重考與重修'),
    ['5cu/assess/15.2(b)', '5cu/assess/15.2(d)'],
    ['common/examination-law.ts', 'common/examination-resit-sitting.ts', 'common/examination-resit.ts'],
    text(
      'the student counts as not having passed, and may enrol in the course again while a resit is pending; the resit belongs to the attempt that was failed and is lost then, unless the new attempt is withdrawn from. Credits of a course passed in a resit count from the day of the decision of the Senate, for no earlier end of a year',
      '候考重考期間學生視作未及格，可重新修讀該學科；重考屬不及格的一次修讀，一經重修即告失效，退修新修讀者除外。經重考及格的學分由教務會決定當日起計算，不計入較早的學年終結',
    ),
  ),
  policy(
    text('pass without a sitting', '未應考而及格'),
    ['5cu/assess/13.1', '3cu/assess/13.1', '5cu/assess/12.2', '3cu/assess/12.2'],
    ['common/examination-grading.ts'],
    text(
      'whose last sitting on record is an absence, or who let a deferred examination go by, passes only when exempted; where no sitting is on record at all the grade stands by itself, unless the course asks for a pass in the examination: then every paper has to have been sat. Results of another system came without sittings, and are put right without them',
      '最後一次應考紀錄為缺考或未有應考獲准的延期考試者，除獲豁免外不得及格；完全沒有應考紀錄者以成績等級為準，但學科要求考試及格者，每份試卷均須曾應考。由其他系統轉入的成績並無應考紀錄，更正時亦不要求',
    ),
  ),
  policy(
    text('resit that is never taken', '未有應考的重考'),
    ['5cu/assess/15.2(c)', '5cu/dl/8.11.4', '5cu/ug/9.7.4', '5cu/tpg/9.5.4'],
    ['common/examination-missed-resit.ts'],
    text(
      'after its last day, or a year after the term (of a course over several terms, after its result) where none was arranged, a scheduled run records Fail in place of Fail-Resit, which counts in the averages from then on; not while an application to defer it can be made or waits, nor once it was sat',
      '最後應考日期過後（未有安排者為學期結束後一年；跨學期學科為成績公布後一年），由定期作業以「不及格」取代「不及格–重考」，此後計入平均積點；尚可申請延期、申請待決或已應考者除外',
    ),
  ),
  policy(
    text('result while an examination can be deferred', '尚可延期考試時的成績'),
    [
      ...['5cu/assess/11.1', '5cu/assess/12.1', '5cu/assess/12.2', '5cu/assess/13.1'],
      ...['3cu/assess/11.1', '3cu/assess/12.1', '3cu/assess/12.2', '3cu/assess/13.1'],
    ],
    ['common/examination-waiting.ts', 'common/examination-sittings.ts'],
    text(
      'there is no final result while a deferred examination that was granted can be taken, while an application for it or for an exemption waits for its decision, and after an absence on record until the last day of applying. Where a result was recorded before anybody knew, the examination that is granted afterwards is sat all the same, and the result amended by it',
      '獲准的延期考試仍可應考、延期或豁免考試的申請尚未有決定，或已記錄缺考而申請限期未過，均不給予最後成績。在知悉前已記錄成績者，其後獲准的延期考試仍可應考，並據此修訂成績',
    ),
  ),
  policy(
    text('resit fee in advance', '預繳重考費'),
    ['5cu/assess/15.2(e)', '5cu/dl/8.11.3', '5cu/ug/9.7.3', '5cu/tpg/9.5.3'],
    ['common/examination-resit-sitting.ts', 'common/account.ts'],
    text(
      'paid in full on the day before the examination at the latest, by who means to sit it: it is no debt of who does not, and money that names no charge settles debts first; nothing is asked while no fee has been set',
      '有意重考者最遲須於考試前一日全數繳付；無意重考者並不因此欠款，沒有指明用途的付款先用於清償欠款；未訂定費用時毋須繳付',
    ),
  ),
  policy(
    text('deferral of resits', '延期重考'),
    ['5cu/assess/15.3', '5cu/dl/8.11.5', '5cu/ug/9.7.5'],
    ['common/examination-resit.ts', '*/examination.ts'],
    text(
      'the specific exception to the rule that many examinations are no ground: of the resits arranged for one term at most half, rounded down, what was put off before included; asked for seven days before the first of them until the University sets other times, and taken within a year after the term from which they are put off',
      '屬「應考科目眾多並非理由」的特定例外：最多可延期同一學期所安排重考的一半（向下取整），包括先前已延期者；在大學另訂時間前，須於首次重考七日前申請，並於原定學期後一年內應考',
    ),
  ),
];
