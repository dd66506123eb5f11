import { text } from '#kernel';
import { type Policy, policy } from './policy.ts';

/** Readings of how a result comes about, is published and is put right. */
export const resultPolicies: readonly Policy[] = [
  policy(
    text('who gives a grade', '由誰給予成績'),
    ['5cu/assess/18.2.1', '3cu/assess/17.2.1', '5cu/assess/15.1'],
    ['common/result.ts', 'common/examination-resit-grant.ts'],
    text(
      'the award panel recommends and the School approves under the authority of the Senate: in five credits the School that runs the programme, in three credits the one that offers the course; RecommendResult and ApproveResult are the way that holds the two apart: two different people, each named, no grade that overtakes a recommendation, and the word of the panel (`panel-word-needed`) or of the School (`school-word-needed`) from the Registrar and the Registry, who have no say. RecordGrade puts a result on record in one step that panel and School have decided already, outside this system: it is for the School, for the Registrar and the Registry and for the migration, and asks for the word of nobody, but that of the panel for a resit that the Registrar or the Registry records. Grades on a mark sheet take two different people, each named, one of whom is of the panel or the School (`panel-or-school-needed`) or brings what another system has. The award panel by itself records no grade. Nobody stands with a School before there is sign-in, so the School of whoever acts as `school` is the one that he or she names; sign-in is to bring it along, and the approval then to be refused where it is another',
      '由評核小組推薦，學院在教務會授權下批准：五學分制為開辦課程的學院，三學分制為開辦學科的學院；以 RecommendResult 及 ApproveResult 辦理者，兩者須為不同的人並須註明姓名，推薦未獲處理前不得記錄其他成績；教務長及註冊處並無決定權，須附評核小組（`panel-word-needed`）或學院（`school-word-needed`）的決定。RecordGrade 則一步記錄評核小組及學院已在系統以外決定的成績，由學院、教務長、註冊處或資料移轉使用；除教務長或註冊處記錄准予重考須附評核小組的決定外，不要求其他證明。分數表所載成績等級須由兩名不同而註明姓名的人辦理，其中一人須屬評核小組或學院（`panel-or-school-needed`），或移轉其他系統的紀錄。評核小組不得單獨記錄成績。未設登入功能前無從核實經辦人所屬學院，故以其所註明者為準；設有登入功能後，所屬學院不符者不予接納',
    ),
  ),
  policy(
    text('what the Senate decides', '由教務會決定的成績'),
    ['5cu/assess/15.2(d)', '5cu/assess/13.1', '3cu/assess/13.1'],
    ['common/examination-grading.ts', 'common/examination-exempted.ts'],
    text(
      'a pass after a resit, on the recommendation of the award panel; and a pass without the examination, which is Pass and no other grade, on an application for exemption and in no other way, so that the panel recommends none. A resit that is failed needs no decision of the Senate',
      '按評核小組的推薦給予重考後的及格；以及豁免考試的及格（只限「及格」），只能經豁免考試的申請批准，評核小組不作此推薦。重考不及格毋須教務會決定',
    ),
  ),
  policy(
    text('day of results', '成績公布日'),
    ['5cu/assess/19.1', '5cu/assess/19.2', '3cu/assess/18.1', '3cu/assess/18.2'],
    ['common/result.ts'],
    text(
      'the twenty-first day after the last one of examinations of the term in whose average the result stands, unless the University announces another, which comes after the examinations; a result that is recorded later is out at once; before, students are told nothing that it changes, and a request that it would refuse has to wait',
      '成績所屬學期考試期最後一日後第 21 日，大學另行公布者除外，但須於考試後；其後才記錄的成績即時公布；公布前，學生不獲告知任何受其影響的資料，而因其不獲批准的要求須待公布後再提出',
    ),
  ),
  policy(
    text('marks of examinations', '考試分數'),
    ['5cu/assess/19.3', '3cu/assess/18.3'],
    ['common/result.ts'],
    text(
      'are not told to students with the result: only by disclosure, on application and payment',
      '不隨成績告知學生，只可於申請並繳費後披露',
    ),
  ),
  policy(
    text('grades without points', '不設等級點的成績'),
    ['5cu/tpg/9.2', '3cu/assess/17.3.2'],
    ['*/grades.ts', '*/assessment.ts'],
    text(
      'Complete ends a course without credits; Incomplete holds the place of a result to come; five-credit undergraduates have them as L and I; three-credit courses may have both beside Pass',
      '「修畢」用於不計學分的學科；「未完成」為待定成績；五學分制本科課程寫作 L 及 I；三學分制學科除「及格」外兩者均可使用',
    ),
  ),
  policy(
    text('earlier pass levels', '舊制及格等級'),
    ['5cu/bach/12.4'],
    ['common/assessment-grading.ts', 'five-credit/assessment.ts'],
    text(
      'Pass One to Pass Four are recorded by the migration alone; they earn the credits, have points for the class of honours, and are in no average',
      '「及格一」至「及格四」只可由資料遷移記錄；可取得學分，其等級點只用於評定榮譽等級，不計入任何平均積點',
    ),
  ),
  policy(
    text('amendment of a grade', '修訂成績'),
    ['5cu/assess/18.2.1', '3cu/assess/17.2.1'],
    ['common/assessment-grading.ts'],
    text(
      'is proposed by one person and confirmed by another; what the Senate decides may be proposed before it has, and is not confirmed before; published standings are put right with it; every other later decision that comes out otherwise is listed before, and afterwards settled by an office that takes such decisions: upheld, or revised by another decision; an appeal that betters a grade does the same',
      '由一人建議、另一人確認；須由教務會決定者可先行建議，但教務會決定前不得確認；已公布的學業狀況一併更正；其後每項結果因而不同的決定事先列出，其後由作出該類決定的部門處理：維持原有決定，或由另一決定取代；上訴得直而提升成績者亦然',
    ),
  ),
];
