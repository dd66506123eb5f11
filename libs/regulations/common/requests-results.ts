import { type CivilDate, plusDays, type Ruling, text } from '#kernel';
import type { ExaminationMark } from '../facts/request-facts.ts';
import type { Attempt, Study } from '../facts.ts';
import type { GradingRequest } from '../pack.ts';
import type {
  AppealDecisionRequest,
  AppealDecisionRuling,
  AppealRequest,
  AppealRuling,
  DisclosureRequest,
  IssueRequest,
} from '../rules/request-rules.ts';
import { emptyAccount, outstandingOf } from './account.ts';
import type { AwardedGrade } from './assessment-repeat.ts';
import { lastSubmissions } from './coursework-total.ts';
import { type Demand, ruleOn } from './demand.ts';
import { sittingsOf } from './examination-sittings.ts';
import { attemptName, type Rule } from './parameters.ts';
import type { RequestsLaw } from './requests-law.ts';
import { together } from './together.ts';

/** The last day of an appeal, counted from the day after the result. */
export const lastDayOfAppeal = (
  { appeals }: Pick<RequestsLaw, 'appeals'>,
  knownOn: CivilDate,
  today: CivilDate,
): CivilDate => plusDays(knownOn, appeals.within.on(today).value);

/** The day from which a student knows a result: that of its publication, or of its record where that came later. */
export const knownOn = (gradedOn: CivilDate, publishedOn: CivilDate | undefined): CivilDate =>
  publishedOn !== undefined && publishedOn > gradedOn ? publishedOn : gradedOn;

/** What is known of a result on a day. One that is not published is as if there were none, whatever is on record. */
function known(attempt: Attempt, publishedOn: CivilDate | undefined, today: CivilDate) {
  const isOut = attempt.grade !== undefined && (publishedOn === undefined || publishedOn <= today);
  return isOut
    ? { attempt, publishedOn, recordedOn: attempt.gradedOn }
    : { attempt: { ...attempt, grade: undefined, gradedOn: undefined } };
}

/** Whether a result may be appealed against: it is published, and its days have not passed. */
export function appeal(law: RequestsLaw, { today, ...request }: AppealRequest): AppealRuling {
  const { clause } = law.appeals.within.on(today);
  const { attempt, publishedOn, recordedOn } = known(request.attempt, request.publishedOn, today);
  const { grade } = attempt;
  const lastDay = lastDayOfAppeal(law, knownOn(recordedOn ?? today, publishedOn), today);
  const ruling = ruleOn(law.pack, [
    final(law, clause, attempt),
    {
      clause,
      met: today <= lastDay,
      figures: {
        today,
        result: grade ?? null,
        recordedOn: recordedOn ?? null,
        publishedOn: publishedOn ?? null,
        lastDay,
      },
      note: text(`An appeal was possible until ${lastDay}.`, `上訴截止日期為 ${lastDay}。`),
      remedy: text(`The last day was ${lastDay}.`, `最後日期為 ${lastDay}。`),
    },
    { clause: law.appeals.fee, figures: { fee: true } },
  ]);
  return { ...ruling, lastDay };
}

/** Whether an attempt has a result: a failed one with a resit is one, and what leaves the course incomplete is none. */
export const hasResult = (
  { scale, resit }: Pick<RequestsLaw, 'scale' | 'resit'>,
  { grade }: Pick<Attempt, 'grade'>,
): boolean => grade !== undefined && (grade === resit || scale.get(grade)?.effect !== 'pending');

const final = (law: RequestsLaw, clause: string, attempt: Attempt): Demand => ({
  clause,
  met: hasResult(law, attempt),
  figures: { attempt: attemptName(attempt), grade: attempt.grade ?? null },
  note: text('There is no result yet.', '尚未有成績。'),
});

/**
 * Whether an appeal may be decided so: its fee has been paid, a grade that takes the place of the other is better than it
 * and may be recorded, and nothing is told but examination marks.
 */
export function appealDecision(
  law: RequestsLaw,
  study: Study,
  request: AppealDecisionRequest,
  {
    grading,
    recordedGrade,
  }: {
    readonly grading: Rule<GradingRequest, Ruling>;
    readonly recordedGrade: Rule<AwardedGrade, string>;
  },
): AppealDecisionRuling {
  const { appeal: made, attempt, grade, reason, told, overtaken, approvals, today } = request;
  const recorded = grade === undefined ? attempt.grade : recordedGrade(study, { attempt, grade });
  const refund = recorded !== undefined && isBetter(law, made.grade, recorded);
  const { account = emptyAccount } = study;
  const outstanding = made.charge === undefined ? 0 : outstandingOf(account, made.charge, today);
  const { clause: telling, value: tellable } = law.appeals.told.on(today);
  const decided = ruleOn(law.pack, [
    {
      clause: law.appeals.fee,
      // An appeal that is overtaken is closed and not decided; nothing is asked for that.
      met: outstanding === 0 || overtaken,
      figures: { charge: made.charge ?? null, outstandingCents: outstanding, refunded: refund },
      note: text('The fee of the appeal has not been paid.', '上訴費用尚未繳付。'),
      remedy: text(`Pay the charge ${made.charge ?? ''}.`, `繳付款項 ${made.charge ?? ''}。`),
    },
    {
      clause: telling,
      met: told.every((what) => tellable.includes(what)),
      figures: { told: told.join(' ') || null, tellable: tellable.join(' ') },
      note: text('Nothing is told but the examination mark.', '除考試分數外，不會透露其他資料。'),
      remedy: text('Leave out the rest.', '刪除其他資料。'),
    },
    ...(grade === undefined || recorded === undefined ? [] : [better(law, made.grade, recorded, today)]),
    ...(overtaken
      ? [{ clause: law.appeals.within.on(today).clause, figures: { from: made.grade, to: recorded ?? null } }]
      : []),
  ]);
  if (grade === undefined) return { ...decided, refund };
  return { ...together(decided, grading(study, { attempt, grade, correction: { reason }, approvals, today })), refund };
}

/** Points tell better grades apart; where there are none, a pass from what is none, and a resit from a fail without one. */
function isBetter(law: RequestsLaw, from: string, to: string): boolean {
  const [worse, good] = [law.scale.get(from), law.scale.get(to)];
  const byPoints = worse?.points && good?.points ? !worse.points.atLeast(good.points) : false;
  const byEffect = worse?.effect !== 'passed' && good?.effect === 'passed';
  const byResit = worse?.effect === 'failed' && to === law.resit;
  return byPoints || byEffect || byResit;
}

function better(law: RequestsLaw, from: string, to: string, today: CivilDate): Demand {
  return {
    clause: law.appeals.within.on(today).clause,
    met: isBetter(law, from, to),
    figures: { from, to },
    note: text(`${to} is not better than ${from}.`, `${to} 並不高於 ${from}。`),
    remedy: text('Let the result stand.', '維持原有成績。'),
  };
}

/** Whether something may be asked for: what the University gives, of a result that is published, and not by telephone. */
export function disclosure(law: RequestsLaw, request: DisclosureRequest): Ruling {
  const { what, channel, publishedOn, today } = request;
  const { clause, value: released } = law.disclosure.released.on(today);
  return ruleOn(law.pack, [
    {
      clause,
      met: released.includes(what),
      figures: { what, released: released.join(' ') },
      note:
        what === 'script'
          ? text('Scripts are never given back.', '考卷概不發還。')
          : text('Nothing is told of an examination but its mark.', '除考試分數外，不會透露考試表現的其他資料。'),
      remedy: text(`What may be asked for: ${released.join(', ')}.`, `可申請的資料：${released.join('、')}。`),
    },
    final(law, clause, known(request.attempt, publishedOn, today).attempt),
    notByTelephone(law, channel),
  ]);
}

const notByTelephone = (law: RequestsLaw, channel: string): Demand => ({
  clause: law.disclosure.telephone,
  met: channel !== 'telephone',
  figures: { channel },
  note: text('Results are not given by telephone.', '成績不以電話通知。'),
  remedy: text('Choose another way.', '請選擇其他方式。'),
});

/** Whether what was asked for may be given: its fee has been paid, and not by telephone. */
export function issue(law: RequestsLaw, { account = emptyAccount }: Study, request: IssueRequest): Ruling {
  const { disclosure: asked, channel, today } = request;
  const outstanding = asked.charge === undefined ? 0 : outstandingOf(account, asked.charge, today);
  return ruleOn(law.pack, [
    {
      clause: law.disclosure.released.on(today).clause,
      met: outstanding === 0,
      figures: { what: asked.what, charge: asked.charge ?? null, outstandingCents: outstanding },
      note: text('The fee has not been paid.', '費用尚未繳付。'),
      remedy: text(`Pay the charge ${asked.charge ?? ''}.`, `繳付款項 ${asked.charge ?? ''}。`),
    },
    notByTelephone(law, channel),
  ]);
}

/** The marks of the examinations of an attempt, as they were sat last: of each paper, or of the course where it names none. */
export function examinationMarks(study: Study, attempt: Attempt): readonly ExaminationMark[] {
  const handedIn = lastSubmissions(attempt);
  const papers = attempt.items.filter(({ kind }) => kind === 'examination').map(({ id }) => id);
  const sat = sittingsOf(study, attempt);
  return (papers.length > 0 ? papers : [undefined]).flatMap((paper) => {
    const last = sat.findLast(({ examination, absent }) => !absent && examination === paper);
    const mark = (paper === undefined ? undefined : handedIn.get(paper)?.mark) ?? last?.mark;
    return mark === undefined ? [] : [{ item: paper ?? attempt.course.code, mark }];
  });
}
